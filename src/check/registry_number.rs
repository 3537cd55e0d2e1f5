//! Rule: a registry number has one of the forms that the city has given examples of in `kommun.yaml`.

use super::context::Context;
use super::values;
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::syntax::Node;
use crate::words;

/// The city's examples; none where it does not say how its registry numbers are written.
#[derive(Debug, Default)]
pub struct RegistryNumbers {
    examples: Vec<String>,
}

impl RegistryNumbers {
    /// Registry numbers as these examples are written.
    pub fn like(examples: Vec<String>) -> Self {
        Self { examples }
    }

    fn admit(&self, number: &str) -> bool {
        self.examples.is_empty() || self.examples.iter().any(|example| form(example) == form(number))
    }
}

/// How many examples a hint shows.
const MOST_SHOWN: usize = 8;

/// A part of a form: letters and digits in any number, anything else as it is.
#[derive(PartialEq, Eq)]
enum Part {
    Letters,
    Digits,
    Sign(char),
}

/// Reads a registry number; one of another form is a warning.
///
/// # Errors
/// When it is no text.
pub fn read(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    let number = values::text(node, context)?;
    if !context.registry_numbers.admit(&number) {
        let examples = &context.registry_numbers.examples;
        let quoted = |mark: char, end: char| {
            let all: Vec<_> =
                examples.iter().take(MOST_SHOWN).map(|example| format!("{mark}{}{end}", brief(example))).collect();
            all.join(", ")
        };
        let hint = Words {
            sv: format!("Skriv det som i exemplen i kommun.yaml: {}", quoted('”', '”')),
            en: format!("Write it as the examples in kommun.yaml: {}", quoted('“', '”')),
        };
        let brief = brief(&number);
        let message = words!(
            "diarienumret ”{brief}” är skrivet på ett annat sätt än kommunens",
            "the registry number “{brief}” is not written as those of the city"
        );
        context.warn(Code::RegistryNumber, node.span, message, hint);
    }
    Ok(number)
}

/// The form of a number. Quotation marks around it are no part of it, and told where they are read.
fn form(number: &str) -> Vec<Part> {
    let parts = values::inside_curled(number).unwrap_or(number).chars().map(|character| match character {
        _ if character.is_alphabetic() => Part::Letters,
        _ if character.is_ascii_digit() => Part::Digits,
        _ => Part::Sign(character),
    });
    let mut form: Vec<Part> = parts.collect();
    form.dedup_by(|one, other| one == other && !matches!(one, Part::Sign(_)));
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_its_runs_and_signs() {
        let numbers = RegistryNumbers::like(vec!["STK-2019-15".to_owned(), "2021:15".to_owned()]);
        for right in ["ÖFN-2024-1586", "1999:2"] {
            assert!(numbers.admit(right), "{right}");
        }
        for wrong in ["STK 2019-15", "STK-2019/15", "2021-15", "STK--2019-15", "2021:15 ", ""] {
            assert!(!numbers.admit(wrong), "{wrong}");
        }
        assert!(RegistryNumbers::default().admit("vad som helst"));
    }
}

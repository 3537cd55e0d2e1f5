//! Parts a Markdown file into its front matter between two lines of `---` and what follows. Keeps byte offsets.

use std::ops::Range;

use crate::diagnostic::{Words, brief};
use crate::words;

/// Where the two parts lie in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the lines.
    pub front: Range<usize>,
    /// Everything after the second line.
    pub body: Range<usize>,
}

/// Why a text has no front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// The first line is not `---`.
    Beginning,
    /// No later line is `---`.
    End,
}

/// Finds the two parts.
///
/// # Errors
/// When the first line is not `---`, or no later line is.
pub fn split(text: &str) -> Result<Parts, Lacking> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(Lacking::Beginning);
    }
    let mut at = first.len();
    for line in lines {
        let next = at + line.len();
        if line.trim_end() == "---" {
            return Ok(Parts { front: first.len()..at, body: next..text.len() });
        }
        at = next;
    }
    Err(Lacking::End)
}

/// Where it lacks, what is wrong there, and what to write.
pub fn explain(text: &str, lacking: Lacking) -> (Range<usize>, Words, Words) {
    match lacking {
        Lacking::Beginning => beginning(text),
        Lacking::End => end(text),
    }
}

fn beginning(text: &str) -> (Range<usize>, Words, Words) {
    let first = text.split('\n').next().unwrap_or_default().trim_end();
    let said = text.len() - text.trim_start().len();
    if is_rule(first) {
        return (0..first.len(), rule_words(first), three_hyphens());
    }
    if said > 0 && text.trim_start().starts_with("---") {
        let message = words!(
            "före raden ”---” står tomma rader eller mellanslag",
            "there are empty lines or spaces before the line “---”"
        );
        let hint =
            words!("Ta bort dem, så att filen börjar med ”---”", "Remove them, so that the file begins with “---”");
        return (0..said, message, hint);
    }
    let message = words!("filen börjar inte med raden ”---”", "the file does not begin with the line “---”");
    let hint = words!(
        "Skriv ”---” på första raden, sedan uppgifterna, sedan ”---” igen",
        "Write “---” on the first line, then the values, then “---” again"
    );
    (0..first.len(), message, hint)
}

fn end(text: &str) -> (Range<usize>, Words, Words) {
    let message = words!(
        "uppgifterna överst avslutas inte med raden ”---”",
        "the values at the top do not end with the line “---”"
    );
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, shown) = (at, line.trim_end());
        at += line.len();
        if start > 0 && is_rule(shown) {
            return (start..start + shown.len(), rule_words(shown), three_hyphens());
        }
        if shown.starts_with("##") {
            let heading = brief(shown);
            let hint = words!(
                "Skriv ”---” på en egen rad före ”{heading}”",
                "Write “---” on a line of its own before “{heading}”"
            );
            return (start..start + shown.len(), message, hint);
        }
    }
    let hint =
        words!("Skriv ”---” på en egen rad efter uppgifterna", "Write “---” on a line of its own after the values");
    (0..3, message, hint)
}

/// A line of dashes other than three hyphens: word processors join them, and hands write too many.
fn is_rule(line: &str) -> bool {
    let dashes = line.trim();
    dashes != "---"
        && !matches!(dashes, "" | "-")
        && dashes.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '―' | '_' | ' '))
}

fn rule_words(line: &str) -> Words {
    let line = brief(line.trim());
    words!("raden är ”{line}” och inte ”---”", "the line is “{line}” and not “---”")
}

fn three_hyphens() -> Words {
    words!(
        "Skriv tre bindestreck. Ordbehandlare gör ofta om dem till ett långt streck",
        "Write three hyphens. Word processors often turn them into one long dash"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_in_the_text_is_no_second_end() {
        let parts = split("---\na: 1\n---\nText\n---\n").expect("there is front matter");
        assert_eq!(parts, Parts { front: 4..9, body: 13..22 });
    }

    #[test]
    fn what_lacks_is_told() {
        assert_eq!(split("# Rubrik\n"), Err(Lacking::Beginning));
        assert_eq!(split("---\na: 1\n"), Err(Lacking::End));
        assert_eq!(split(""), Err(Lacking::Beginning));
    }
}

//! Reads single values by the type the field wants, never by how the scalar looks.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::context::Context;
use super::nearest;
use super::shape::Shape;
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{Missing, Year};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// The text of a scalar, without space around it.
///
/// # Errors
/// When the node is no scalar or holds no text.
pub fn text(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    context.note(|| Shape::Text);
    scalar(node, &words!("en text", "a text"), context).map(str::to_owned)
}

/// A scalar's text; `wanted` says in the message what should have stood there.
///
/// # Errors
/// When the node is a list or a mapping, or holds no text.
pub fn scalar<'n>(node: &'n Node, wanted: &Words, context: &mut Context<'_>) -> Result<&'n str, Reported> {
    let one = words!("Skriv ett enda värde efter kolonet", "Write one value after the colon");
    let (found, hint) = match &node.value {
        Value::Scalar(text) if !text.trim().is_empty() => return Ok(text.trim()),
        Value::Scalar(_) | Value::Empty => (
            words!("ingenting", "nothing stands here"),
            words!(
                "Skriv värdet efter kolonet, eller ta bort raden",
                "Write the value after the colon, or remove the line"
            ),
        ),
        Value::List(_) => (words!("en lista", "here is a list"), one),
        Value::Mapping(_) => (
            words!("nycklar med värden", "here are keys with values"),
            words!(
                "{one}; sätt citattecken om texten innehåller kolon",
                "{one}; use quotation marks if the text has a colon",
                one
            ),
        ),
    };
    let message =
        words!("här ska {wanted} stå, men här står {found}", "{wanted} should stand here, but {found}", wanted, found);
    Err(context.error(Code::WrongKind, node.span, message, hint))
}

/// An id that becomes part of an address: letters a to z, digits and hyphens.
///
/// # Errors
/// When the text has other characters.
pub fn id(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    context.note(|| Shape::Id);
    let id = text(node, context)?;
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Ok(id);
    }
    let id = brief(&id);
    let message = words!("”{id}” kan inte vara ett id", "“{id}” cannot be an id");
    let hint = words!(
        "Använd bara bokstäverna a–z, siffror och bindestreck, till exempel KM1",
        "Use only the letters a–z, digits and hyphens, such as KM1"
    );
    Err(context.error(Code::IdForm, node.span, message, hint))
}

/// Items of a list, each read by the same function; a single value counts as a list of one.
///
/// # Errors
/// When an item cannot be read. All items are tried.
pub fn list<T>(
    node: &Node,
    mut read: impl FnMut(&Node, &mut Context<'_>) -> Result<T, Reported>,
    context: &mut Context<'_>,
) -> Result<Vec<T>, Reported> {
    if context.describes() {
        let item = context.shape_of(&mut read);
        context.note(|| Shape::List(Box::new(item)));
    }
    let Value::List(items) = &node.value else { return Ok(vec![read(node, context)?]) };
    let read: Vec<_> = items.iter().map(|item| read(item, context)).collect();
    read.into_iter().collect()
}

/// A whole number from 0.
///
/// # Errors
/// When the text is no such number.
pub fn count(node: &Node, context: &mut Context<'_>) -> Result<u32, Reported> {
    context.note(|| Shape::Count);
    let text = scalar(node, &words!("ett antal", "a count"), context)?;
    without_spaces(text).parse().map_err(|_| {
        let text = brief(text);
        let message = words!("”{text}” är inget antal", "“{text}” is no count");
        let hint = words!("Skriv antalet med siffror, till exempel 54", "Write the count in digits, such as 54");
        context.error(Code::InvalidNumber, node.span, message, hint)
    })
}

/// Larger than any figure of a city, and small enough to be reckoned with exactly.
const LARGEST: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// A number with decimal comma or point; thousands may be parted by spaces.
///
/// # Errors
/// When the text is no number.
pub fn number(node: &Node, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    context.note(|| Shape::Number);
    let text = scalar(node, &words!("ett tal", "a number"), context)?;
    let plain = without_spaces(text).replace(',', ".").replace('\u{2212}', "-");
    let number: Decimal = plain.parse().map_err(|_| {
        let text = brief(text);
        let message = words!("”{text}” är inget tal", "“{text}” is no number");
        let hint = words!(
            "Skriv talet med siffror, till exempel 1117 eller 12,5. Saknas uppgiften: {{ saknas: uppgift saknas }}",
            "Write the number in digits, such as 1117 or 12,5. If there is none: {{ saknas: uppgift saknas }}"
        );
        context.error(Code::InvalidNumber, node.span, message, hint)
    })?;
    if number.abs() > LARGEST {
        let text = brief(text);
        let message = words!("talet {text} är för stort", "the number {text} is too large");
        return Err(context.error(
            Code::TooLarge,
            node.span,
            message,
            words!("Kontrollera siffrorna", "Check the digits"),
        ));
    }
    Ok(number)
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|character| !matches!(character, ' ' | '\u{a0}' | '\u{202f}')).collect()
}

/// A share in per cent, from 0 to 100.
///
/// # Errors
/// When the text is no such number.
pub fn per_cent(node: &Node, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    context.note(|| Shape::PerCent);
    let share = number(node, context)?;
    if share < Decimal::ZERO || share > Decimal::ONE_HUNDRED {
        let message =
            words!("andelen {share} ligger inte mellan 0 och 100", "the share {share} is not between 0 and 100");
        let hint =
            words!("Skriv andelen i procent, utan procenttecken", "Write the share in per cent, without the sign");
        return Err(context.error(Code::ShareTooLarge, node.span, message, hint));
    }
    Ok(share)
}

/// A year with four digits.
///
/// # Errors
/// When the text is no year between 1900 and 2100.
pub fn year(node: &Node, context: &mut Context<'_>) -> Result<Year, Reported> {
    context.note(|| Shape::Year);
    let text = scalar(node, &words!("ett år", "a year"), context)?;
    parse_year(text).ok_or_else(|| {
        let text = brief(text);
        let message = words!("”{text}” är inget år", "“{text}” is no year");
        let hint =
            words!("Skriv året med fyra siffror, till exempel 2024", "Write the year with four digits, such as 2024");
        context.error(Code::InvalidYear, node.span, message, hint)
    })
}

/// The year that a text is, if it is one.
pub fn parse_year(text: &str) -> Option<Year> {
    let year = text.parse().ok().filter(|_| text.len() == 4)?;
    (1900..=2100).contains(&year).then_some(Year(year))
}

/// Tells a year that stands twice where each may stand once.
///
/// # Errors
/// When there is one.
pub fn each_once(years: impl Iterator<Item = (Year, Span)>, context: &mut Context<'_>) -> Result<(), Reported> {
    let mut seen = std::collections::BTreeMap::new();
    for (year, span) in years {
        if let Some(first) = seen.insert(year, span) {
            let message = words!("år {year} står två gånger", "the year {year} stands twice");
            let hint = words!("Ta bort det ena, eller slå ihop dem", "Remove one of them, or join them");
            let fault = crate::diagnostic::Diagnostic::new(Code::RepeatedId, span, message).hint(hint);
            return Err(context.diagnostics.error(fault.related(first, words!("det står först här", "first here"))));
        }
    }
    Ok(())
}

/// A date, `YYYY-MM-DD`.
///
/// # Errors
/// When the text is no date, or a date that does not exist.
pub fn date(node: &Node, context: &mut Context<'_>) -> Result<Date, Reported> {
    context.note(|| Shape::Date);
    let text = scalar(node, &words!("ett datum", "a date"), context)?;
    let well_formed = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if !well_formed {
        let text = brief(text);
        let message = words!("”{text}” är inget datum", "“{text}” is no date");
        let hint =
            words!("Skriv år, månad och dag, till exempel 2025-01-28", "Write year, month and day, such as 2025-01-28");
        return Err(context.error(Code::InvalidDate, node.span, message, hint));
    }
    text.parse().map_err(|_| {
        let message = words!("datumet {text} finns inte", "there is no date {text}");
        context.error(Code::InvalidDate, node.span, message, words!("Kontrollera månad och dag", "Check month and day"))
    })
}

/// One of a few words.
///
/// # Errors
/// When the text is none of them.
pub fn choice<T: Copy>(node: &Node, allowed: &[(&'static str, T)], context: &mut Context<'_>) -> Result<T, Reported> {
    context.note(|| Shape::Words(allowed.iter().map(|(word, _)| ((*word).to_owned(), None)).collect()));
    let words = scalar(node, &words!("ett av de tillåtna orden", "one of the allowed words"), context)?;
    if let Some((_, value)) = allowed.iter().find(|(word, _)| *word == words) {
        return Ok(*value);
    }
    let hint = nearest::hint(words, allowed.iter().map(|(word, _)| *word));
    let words = brief(words);
    let message =
        words!("”{words}” är inget av de ord som kan stå här", "“{words}” is none of the words that can stand here");
    Err(context.error(Code::NotAllowed, node.span, message, hint))
}

/// `ja` or `nej`.
///
/// # Errors
/// When the text is neither.
pub fn yes_or_no(node: &Node, context: &mut Context<'_>) -> Result<bool, Reported> {
    choice(node, &[("ja", true), ("nej", false)], context)
}

/// A reason for a missing value.
///
/// # Errors
/// When the text is none of the reasons.
pub fn missing(node: &Node, context: &mut Context<'_>) -> Result<Missing, Reported> {
    choice(node, &Missing::WRITTEN.map(|missing| (missing.words(), missing)), context)
}

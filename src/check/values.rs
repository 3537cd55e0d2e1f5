//! Reads single values by the type the field wants, never by how the scalar looks.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::context::Context;
use super::nearest;
use crate::diagnostic::{Code, Reported};
use crate::model::{Missing, Year};
use crate::source::Span;
use crate::syntax::{Node, Value};

/// The text of a scalar, without space around it.
///
/// # Errors
/// When the node is no scalar or holds no text.
pub fn text(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    scalar(node, "en text", context).map(str::to_owned)
}

/// A scalar's text; `wanted` says in the message what should have stood there.
///
/// # Errors
/// When the node is a list or a mapping, or holds no text.
pub fn scalar<'n>(node: &'n Node, wanted: &str, context: &mut Context<'_>) -> Result<&'n str, Reported> {
    let (found, hint) = match &node.value {
        Value::Scalar(text) if !text.trim().is_empty() => return Ok(text.trim()),
        Value::Scalar(_) | Value::Empty => ("ingenting", "Skriv värdet efter kolonet, eller ta bort raden"),
        Value::List(_) => ("en lista", "Skriv ett enda värde efter kolonet"),
        Value::Mapping(_) => {
            ("nycklar med värden", "Skriv ett enda värde efter kolonet; sätt citattecken om texten innehåller kolon")
        }
    };
    Err(context.error(Code::WrongKind, node.span, format!("här ska {wanted} stå, men här står {found}"), hint))
}

/// An id that becomes part of an address: letters a to z, digits and hyphens.
///
/// # Errors
/// When the text has other characters.
pub fn id(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    let id = text(node, context)?;
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Ok(id);
    }
    let hint = "Använd bara bokstäverna a–z, siffror och bindestreck, till exempel KM1";
    Err(context.error(Code::NotAllowed, node.span, format!("”{id}” kan inte vara ett id"), hint))
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
    let Value::List(items) = &node.value else { return Ok(vec![read(node, context)?]) };
    let read: Vec<_> = items.iter().map(|item| read(item, context)).collect();
    read.into_iter().collect()
}

/// A whole number from 0.
///
/// # Errors
/// When the text is no such number.
pub fn count(node: &Node, context: &mut Context<'_>) -> Result<u32, Reported> {
    let text = scalar(node, "ett antal", context)?;
    let digits: String = text.chars().filter(|character| !matches!(character, ' ' | '\u{a0}' | '\u{202f}')).collect();
    digits.parse().map_err(|_| {
        context.error(
            Code::InvalidNumber,
            node.span,
            format!("”{text}” är inget antal"),
            "Skriv antalet med siffror, till exempel 54",
        )
    })
}

/// Larger than any figure of a city, and small enough to be reckoned with exactly.
const LARGEST: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// A number with decimal comma or point; thousands may be parted by spaces.
///
/// # Errors
/// When the text is no number.
pub fn number(node: &Node, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    let text = scalar(node, "ett tal", context)?;
    let plain: String = text.chars().filter(|character| !matches!(character, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = plain.replace(',', ".").replace('\u{2212}', "-");
    let number: Decimal = plain.parse().map_err(|_| {
        let hint =
            "Skriv talet med siffror, till exempel 1117 eller 12,5. Saknas uppgiften: { saknas: uppgift saknas }";
        context.error(Code::InvalidNumber, node.span, format!("”{text}” är inget tal"), hint)
    })?;
    if number.abs() > LARGEST {
        return Err(context.error(
            Code::TooLarge,
            node.span,
            format!("talet {text} är för stort"),
            "Kontrollera siffrorna",
        ));
    }
    Ok(number)
}

/// A share in per cent, from 0 to 100.
///
/// # Errors
/// When the text is no such number.
pub fn per_cent(node: &Node, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    let share = number(node, context)?;
    if share < Decimal::ZERO || share > Decimal::ONE_HUNDRED {
        return Err(context.error(
            Code::TooLarge,
            node.span,
            format!("andelen {share} ligger inte mellan 0 och 100"),
            "Skriv andelen i procent",
        ));
    }
    Ok(share)
}

/// A year with four digits.
///
/// # Errors
/// When the text is no year between 1900 and 2100.
pub fn year(node: &Node, context: &mut Context<'_>) -> Result<Year, Reported> {
    let text = scalar(node, "ett år", context)?;
    parse_year(text).ok_or_else(|| {
        context.error(
            Code::InvalidNumber,
            node.span,
            format!("”{text}” är inget år"),
            "Skriv året med fyra siffror, till exempel 2024",
        )
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
pub fn each_once(years: impl Iterator<Item = Year>, span: Span, context: &mut Context<'_>) -> Result<(), Reported> {
    let mut seen = Vec::new();
    for year in years {
        if seen.contains(&year) {
            return Err(context.error(
                Code::RepeatedId,
                span,
                format!("år {year} står två gånger"),
                "Ta bort det ena, eller slå ihop dem",
            ));
        }
        seen.push(year);
    }
    Ok(())
}

/// A date, `YYYY-MM-DD`.
///
/// # Errors
/// When the text is no date, or a date that does not exist.
pub fn date(node: &Node, context: &mut Context<'_>) -> Result<Date, Reported> {
    let text = scalar(node, "ett datum", context)?;
    let well_formed = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if !well_formed {
        return Err(context.error(
            Code::InvalidDate,
            node.span,
            format!("”{text}” är inget datum"),
            "Skriv år, månad och dag, till exempel 2025-01-28",
        ));
    }
    text.parse().map_err(|_| {
        context.error(Code::InvalidDate, node.span, format!("datumet {text} finns inte"), "Kontrollera månad och dag")
    })
}

/// One of a few words.
///
/// # Errors
/// When the text is none of them.
pub fn choice<T: Copy>(node: &Node, allowed: &[(&'static str, T)], context: &mut Context<'_>) -> Result<T, Reported> {
    let words = scalar(node, "ett av de tillåtna orden", context)?;
    if let Some((_, value)) = allowed.iter().find(|(word, _)| *word == words) {
        return Ok(*value);
    }
    let hint = nearest::hint(words, allowed.iter().map(|(word, _)| *word));
    Err(context.error(Code::NotAllowed, node.span, format!("”{words}” är inget av de ord som kan stå här"), hint))
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

//! Reads `organ/<body>/matetal/<indicator>.yaml`: a body's figures.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::shape::Shape;
use super::{colophon, values, written_number};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{IndicatorId, Missing, Reading, Readings, Remarks, Year};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// Tells a year for which there can be no figure.
pub type Within<'a> = dyn Fn(Year, Span, &mut Context<'_>) -> Result<(), Reported> + 'a;

/// Reads the figures, year by year, each within the years of its body.
///
/// # Errors
/// When they have faults, or no definition of the indicator exists.
pub fn read(
    node: &Node,
    id: &IndicatorId,
    within: &Within<'_>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Readings, Reported> {
    let indicator = known.indicator(id, node.span.point(), context);
    let decimals = indicator.map_or(u32::MAX, |indicator| indicator.decimals);
    let what = words!("mätetalets värden", "the indicator's readings");
    let mut fields = Fields::of(node, &what, context)?;
    let by_year = fields.required("värden", |node, context| by_year(node, decimals, within, context), context);
    let publication = colophon::publication(&mut fields, context);
    let remarks = colophon::remarks_with_source(&mut fields, &what, context);
    let origin = fields.origin("värden", context);
    fields.finish(context)?;
    publication?;
    indicator?;
    Ok(Readings { by_year: by_year?, remarks: remarks?, origin })
}

fn by_year(
    node: &Node,
    decimals: u32,
    within: &Within<'_>,
    context: &mut Context<'_>,
) -> Result<BTreeMap<Year, Reading>, Reported> {
    if context.describes() {
        let values = context.shape_of(|nothing, context| reading(nothing, nothing, decimals, context));
        context.note(|| Shape::Table { keys: Box::new(Shape::Year), values: Box::new(values), beside: Vec::new() });
    }
    let Value::Mapping(entries) = &node.value else {
        let message = words!("värdena ska stå år för år", "the values go year by year");
        let hint = match &node.value {
            Value::List(_) => words!(
                "Ta bort bindestrecken, så att varje rad börjar med sitt år: ”2024: 1117”",
                "Remove the hyphens, so that each line begins with its year: “2024: 1117”"
            ),
            Value::Empty | Value::Scalar(_) | Value::Mapping(_) => {
                words!("Skriv en rad för varje år, som ”2024: 1117”", "Write a line for each year, as “2024: 1117”")
            }
        };
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut readings = BTreeMap::new();
    let mut failed = None;
    for (at, (key, value)) in entries.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &entries[before].1);
        let read = year(key, value, before, context).and_then(|year| {
            within(year, key.span, context)?;
            Ok((year, reading(key, value, decimals, context)?))
        });
        match read {
            Ok((year, reading)) => drop(readings.insert(year, reading)),
            Err(reported) => failed = Some(reported),
        }
    }
    failed.map_or(Ok(readings), Err)
}

/// The year that a key is. `before` is the value before it, in which a comma may have made the key of what was a decimal.
fn year(key: &Node, value: &Node, before: Option<&Node>, context: &mut Context<'_>) -> Result<Year, Reported> {
    let text = values::scalar(key, &words!("ett år", "a year"), context)?;
    if let Some(year) = values::parse_year(text) {
        return Ok(year);
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(whole) =
        before.and_then(Node::text).filter(|whole| value.value == Value::Empty && digits(whole) && digits(text))
    else {
        return Err(values::no_year(text, key.span, context));
    };
    let (whole, text) = (brief(whole), brief(text));
    let message = words!("”{text}” är inget år", "“{text}” is no year");
    let hint = words!(
        "Kommat skiljer värdena åt inom klamrar. Skriv {whole}.{text} med punkt, eller ett år på varje rad",
        "The comma parts the values inside braces. Write {whole}.{text} with a point, or a year on each line"
    );
    Err(context.error(Code::InvalidYear, key.span, message, hint))
}

/// A figure with no more decimals than the indicator shows: what is shown is what was written.
fn number(node: &Node, decimals: u32, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    if let Some(hint) = node.text().and_then(reason_hint) {
        context.note(|| Shape::Number);
        let text = brief(node.text().unwrap_or_default());
        let message = words!("”{text}” är inget tal", "“{text}” is no number");
        return Err(context.error(Code::InvalidNumber, node.span, message, hint));
    }
    let number = values::number(node, context)?.normalize();
    if number.scale() <= decimals {
        return Ok(number);
    }
    let text = node.text().unwrap_or_default();
    let written = match number.scale() {
        1 => words!("1 decimal", "1 decimal"),
        count => words!("{count} decimaler", "{count} decimals"),
    };
    let shown = match decimals {
        0 => words!("utan decimaler", "without decimals"),
        1 => words!("med 1 decimal", "with 1 decimal"),
        count => words!("med {count} decimaler", "with {count} decimals"),
    };
    let message = words!(
        "värdet har {written}, men mätetalet visas {shown}",
        "the value has {written}, but the indicator is shown {shown}",
        written,
        shown
    );
    let rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let rounded = rounded.to_string().replace('.', ",");
    let hint = match written_number::with_thousands(text) {
        Some(whole) => words!(
            "Menade du {whole}? Skriv det utan punkt och komma. Annars: avrunda till {rounded}",
            "Did you mean {whole}? Write it without point and comma. Otherwise: round it to {rounded}"
        ),
        None => words!(
            "Avrunda till {rounded}, eller ändra ”decimaler” i mätetalets fil",
            "Round it to {rounded}, or change “decimaler” in the indicator's file"
        ),
    };
    Err(context.error(Code::TooManyDecimals, node.span, message, hint))
}

/// What to write instead of a word or a sign for a figure that is missing.
fn reason_hint(text: &str) -> Option<Words> {
    let lower = text.to_lowercase();
    let lower = lower.strip_prefix("saknas:").map_or(lower.as_str(), str::trim);
    let reason = Missing::WRITTEN.iter().map(|missing| missing.words()).find(|words| *words == lower);
    let is_nothing = !lower.bytes().any(|byte| byte.is_ascii_digit());
    let reason = reason.or(is_nothing.then_some("uppgift saknas"))?;
    Some(words!(
        "Skriv talet med siffror, eller {{ saknas: {reason} }}",
        "Write the number in digits, or {{ saknas: {reason} }}"
    ))
}

fn reading(key: &Node, node: &Node, decimals: u32, context: &mut Context<'_>) -> Result<Reading, Reported> {
    if context.describes() {
        let short = context.shape_of(|nothing, context| number(nothing, decimals, context));
        let long = context.shape_of(|nothing, context| long_reading(nothing, Span::NOWHERE, decimals, context));
        context.note(|| Shape::Either(vec![short, long]));
    }
    if node.value == Value::Empty && !context.describes() {
        let year = brief(key.text().unwrap_or_default());
        let message = words!("år {year} har inget värde", "the year {year} has no value");
        let hint = words!(
            "Skriv talet, eller {{ saknas: uppgift saknas }}",
            "Write the number, or {{ saknas: uppgift saknas }}"
        );
        return Err(context.error(Code::EmptyValue, key.span, message, hint));
    }
    let Value::Mapping(_) = node.value else {
        let origin = context.origin(key.span);
        return Ok(Reading { value: Ok(number(node, decimals, context)?), remarks: Remarks::default(), origin });
    };
    long_reading(node, key.span, decimals, context)
}

fn long_reading(node: &Node, key: Span, decimals: u32, context: &mut Context<'_>) -> Result<Reading, Reported> {
    let mut fields = Fields::like(node, &words!("värdet", "the value"), "{ värde: 1117 }", context)?;
    let value = fields.either(
        &words!("året", "the year"),
        ("värde", |node: &Node, context: &mut Context<'_>| number(node, decimals, context)),
        ("saknas", values::missing),
        context,
    );
    let remarks = colophon::remarks(&mut fields, context);
    fields.finish(context)?;
    let value = match value? {
        Either::One(value) => Ok(value),
        Either::Other(missing) => Err(missing),
    };
    Ok(Reading { value, remarks: remarks?, origin: context.origin(key) })
}

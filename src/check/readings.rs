//! Reads `organ/<body>/matetal/<indicator>.yaml`: a body's figures.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::shape::Shape;
use super::{colophon, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{IndicatorId, Reading, Readings, Remarks, Year};
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
        let hint = words!("Skriv en rad för varje år, som ”2024: 1117”", "Write a line for each year, as “2024: 1117”");
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut readings = BTreeMap::new();
    let mut failed = None;
    for (key, value) in entries {
        let read = year(key, context).and_then(|year| {
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

fn year(key: &Node, context: &mut Context<'_>) -> Result<Year, Reported> {
    let text = values::scalar(key, &words!("ett år", "a year"), context)?;
    values::parse_year(text).ok_or_else(|| {
        let text = brief(text);
        let message = words!("”{text}” är inget år", "“{text}” is no year");
        let hint = words!(
            "Skriv året med fyra siffror. Inom {{ }} skiljer kommat värdena åt: skriv 73.4, eller ett år på varje rad",
            "Write the year with four digits. Inside {{ }} the comma parts the values: write 73.4, or a year on each line"
        );
        context.error(Code::InvalidYear, key.span, message, hint)
    })
}

/// A figure with no more decimals than the indicator shows: what is shown is what was written.
fn number(node: &Node, decimals: u32, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    let number = values::number(node, context)?.normalize();
    if number.scale() > decimals {
        let written = number.scale();
        let message = words!(
            "värdet har {written} decimaler, men mätetalet visas med {decimals}",
            "the value has {written} decimals, but the indicator is shown with {decimals}"
        );
        let hint = words!(
            "Avrunda värdet, eller ändra ”decimaler” i mätetalets fil. Skriv tusental utan punkt",
            "Round the value, or change “decimaler” in the indicator's file. Write thousands without a point"
        );
        return Err(context.error(Code::TooManyDecimals, node.span, message, hint));
    }
    Ok(number)
}

fn reading(key: &Node, node: &Node, decimals: u32, context: &mut Context<'_>) -> Result<Reading, Reported> {
    if context.describes() {
        let short = context.shape_of(|nothing, context| number(nothing, decimals, context));
        let long = context.shape_of(|nothing, context| long_reading(nothing, Span::NOWHERE, decimals, context));
        context.note(|| Shape::Either(vec![short, long]));
    }
    let Value::Mapping(_) = node.value else {
        let origin = context.origin(key.span);
        return Ok(Reading { value: Ok(number(node, decimals, context)?), remarks: Remarks::default(), origin });
    };
    long_reading(node, key.span, decimals, context)
}

fn long_reading(node: &Node, key: Span, decimals: u32, context: &mut Context<'_>) -> Result<Reading, Reported> {
    let mut fields = Fields::of(node, &words!("värdet", "the value"), context)?;
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

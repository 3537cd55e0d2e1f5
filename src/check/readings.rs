//! Reads `organ/<body>/matetal/<indicator>.yaml`: a body's figures.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::{colophon, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Body, IndicatorId, Reading, Readings, Remarks, Year};
use crate::syntax::{Node, Value};

/// Reads the figures, year by year.
///
/// # Errors
/// When they have faults, or no definition of the indicator exists.
pub fn read(
    node: &Node,
    id: &IndicatorId,
    body: &Body,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Readings, Reported> {
    let indicator = known.indicator(id, node.span.point(), context);
    let decimals = indicator.map_or(u32::MAX, |indicator| indicator.decimals);
    let mut fields = Fields::of(node, "mätetalets värden", context)?;
    let by_year = fields.required("värden", |node, context| by_year(node, decimals, body, known, context), context);
    fields.optional(
        "publicering",
        |node, context| values::choice(node, &[("öppen", ()), ("intern", ())], context),
        context,
    )?;
    let remarks = colophon::remarks_with_source(&mut fields, "mätetalets värden", context);
    let origin = fields.origin("värden", context);
    fields.finish(context)?;
    indicator?;
    Ok(Readings { by_year: by_year?, remarks: remarks?, origin })
}

fn by_year(
    node: &Node,
    decimals: u32,
    body: &Body,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<BTreeMap<Year, Reading>, Reported> {
    let Value::Mapping(entries) = &node.value else {
        return Err(context.error(
            Code::WrongKind,
            node.span,
            "värdena ska stå år för år",
            "Skriv { 2023: 996, 2024: 1117 }",
        ));
    };
    let mut readings = BTreeMap::new();
    let mut failed = None;
    for (key, value) in entries {
        let read = year(key, context).and_then(|year| {
            known.year_of(body, year, key.span, context)?;
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
    let text = values::scalar(key, "ett år", context)?;
    values::parse_year(text).ok_or_else(|| {
        let hint =
            "Skriv året med fyra siffror. Inom { } skiljer kommat värdena åt: skriv 73.4, eller ett år på varje rad";
        context.error(Code::InvalidNumber, key.span, format!("”{text}” är inget år"), hint)
    })
}

/// A figure with no more decimals than the indicator shows: what is shown is what was written.
fn number(node: &Node, decimals: u32, context: &mut Context<'_>) -> Result<Decimal, Reported> {
    let number = values::number(node, context)?.normalize();
    if number.scale() > decimals {
        let message = format!("värdet har {} decimaler, men mätetalet visas med {decimals}", number.scale());
        let hint = "Avrunda värdet, eller ändra ”decimaler” i mätetalets fil. Skriv tusental utan punkt";
        return Err(context.error(Code::NotAllowed, node.span, message, hint));
    }
    Ok(number)
}

fn reading(key: &Node, node: &Node, decimals: u32, context: &mut Context<'_>) -> Result<Reading, Reported> {
    let origin = context.origin(key.span);
    let Value::Mapping(_) = node.value else {
        return Ok(Reading { value: Ok(number(node, decimals, context)?), remarks: Remarks::default(), origin });
    };
    let mut fields = Fields::of(node, "värdet", context)?;
    let value = fields.optional("värde", |node, context| number(node, decimals, context), context);
    let missing = fields.optional("saknas", values::missing, context);
    let remarks = colophon::remarks(&mut fields, context);
    fields.finish(context)?;
    let value = match (value?, missing?) {
        (Some(value), None) => Ok(value),
        (None, Some(missing)) => Err(missing),
        (None, None) | (Some(_), Some(_)) => {
            let hint = "Skriv ”värde: …” eller ”saknas: uppgift saknas”";
            return Err(context.error(
                Code::MissingKey,
                node.span,
                "året ska ha antingen ett värde eller ett skäl till att det saknas",
                hint,
            ));
        }
    };
    Ok(Reading { value, remarks: remarks?, origin })
}

//! Reads `organ/<body>/matetal/<indicator>.yaml`: a body's figures.

use std::collections::BTreeMap;

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
    let indicator = known.indicator(id, node.span.point(), context).map(|_| ());
    let mut fields = Fields::of(node, "mätetalets värden", context)?;
    let by_year = fields.required("värden", |node, context| by_year(node, body, known, context), context);
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
            Ok((year, reading(key, value, context)?))
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

fn reading(key: &Node, node: &Node, context: &mut Context<'_>) -> Result<Reading, Reported> {
    let origin = context.origin(key.span);
    let Value::Mapping(_) = node.value else {
        return Ok(Reading { value: Ok(values::number(node, context)?), remarks: Remarks::default(), origin });
    };
    let mut fields = Fields::of(node, "värdet", context)?;
    let value = fields.optional("värde", values::number, context);
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

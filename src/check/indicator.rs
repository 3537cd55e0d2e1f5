//! Reads `matetal/<indicator>.yaml`: the definition.

use super::context::Context;
use super::fields::Fields;
use super::{colophon, once, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Break, Direction, Indicator, IndicatorId, Target};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// Reads the definition.
///
/// # Errors
/// When it has faults.
pub fn read(node: &Node, id: &IndicatorId, context: &mut Context<'_>) -> Result<Indicator, Reported> {
    let what = words!("mätetalet", "the indicator");
    let mut fields = Fields::of(node, &what, context)?;
    let name = fields.required("namn", values::text, context);
    let definition = fields.required("definition", values::text, context);
    let unit = fields.required("enhet", unit, context);
    let unit_of_one = fields.optional("enhet i ental", values::text, context);
    let directions = [
        ("högre är bättre", Direction::HigherIsBetter),
        ("lägre är bättre", Direction::LowerIsBetter),
        ("varken", Direction::Neither),
    ];
    let direction = fields.required("riktning", |node, context| values::choice(node, &directions, context), context);
    let decimals = fields.optional("decimaler", decimals, context);
    let breaks = fields.optional("brott", |node, context| values::list(node, break_, context), context);
    let targets = fields.optional("mål", |node, context| values::list(node, target, context), context);
    let remarks = colophon::remarks_with_source(&mut fields, &what, context);
    let origin = fields.origin("namn", context);
    fields.finish(context)?;
    let (breaks, targets) = (breaks?.unwrap_or_default(), targets?.unwrap_or_default());
    once::years(breaks.iter().map(|(one, place)| (one.year, *place)), context)?;
    once::years(targets.iter().map(|(target, place)| (target.year, *place)), context)?;
    let breaks = breaks.into_iter().map(|(one, _)| one).collect();
    let targets = targets.into_iter().map(|(target, _)| target).collect();
    Ok(Indicator {
        id: id.clone(),
        name: name?,
        definition: definition?,
        unit: unit?,
        unit_of_one: unit_of_one?,
        direction: direction?,
        decimals: decimals?.unwrap_or_default(),
        breaks,
        targets,
        remarks: remarks?,
        origin,
    })
}

/// The unit in words: its name stands in sentences.
fn unit(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    let unit = values::text(node, context)?;
    if unit == "%" {
        let message = words!("enheten är skriven som ett tecken", "the unit is written as a sign");
        return Err(context.error(Code::NotAllowed, node.span, message, words!("Skriv ”procent”", "Write “procent”")));
    }
    Ok(unit)
}

fn decimals(node: &Node, context: &mut Context<'_>) -> Result<u32, Reported> {
    let decimals = values::count(node, context)?;
    if decimals > 2 {
        let message =
            words!("{decimals} decimaler är fler än vad som visas", "{decimals} decimals are more than are shown");
        return Err(context.error(
            Code::NotAllowed,
            node.span,
            message,
            words!("Skriv 0, 1 eller 2", "Write 0, 1 or 2"),
        ));
    }
    Ok(decimals)
}

/// A break, and the place of its year.
fn break_(node: &Node, context: &mut Context<'_>) -> Result<(Break, Span), Reported> {
    let example = "{ år: 2024, skäl: Nytt system }";
    let mut fields = Fields::like(node, &words!("brottet", "the break"), example, context)?;
    let year = fields.required("år", values::year, context);
    let place = fields.value_place("år");
    let reason = fields.required("skäl", values::text, context);
    let origin = fields.origin("år", context);
    fields.finish(context)?;
    Ok((Break { year: year?, reason: reason?, origin }, place))
}

/// A target, and the place of its year.
fn target(node: &Node, context: &mut Context<'_>) -> Result<(Target, Span), Reported> {
    let mut fields = Fields::like(node, &words!("målet", "the target"), "{ år: 2024, värde: 5 }", context)?;
    let year = fields.required("år", values::year, context);
    let place = fields.value_place("år");
    let value = fields.required("värde", values::number, context);
    let origin = fields.origin("år", context);
    fields.finish(context)?;
    Ok((Target { year: year?, value: value?, origin }, place))
}

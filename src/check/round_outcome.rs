//! Reads what is published of a round's outcome: shares by statement, spans by level, or why there is neither.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::shape::Shape;
use super::statement_set::{level, published_shares};
use super::{colophon, nearest, statement, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{
    LevelSpan, RoundFigures, RoundOutcome, RoundStatement, Scale, ShareSpan, StatementId, StatementShares,
};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// The round's scale and statements, as far as they could be read.
type Against<'r> = (Result<Option<&'r Scale>, Reported>, Result<&'r [RoundStatement], Reported>);

/// Reads `utfall`.
///
/// # Errors
/// When it has faults.
pub fn read(
    node: &Node,
    (scale, statements): Against<'_>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<RoundOutcome, Reported> {
    let mut fields = Fields::of(node, &words!("utfallet", "the outcome"), context)?;
    let shares =
        fields.optional("andelar", |node, context| by_statement(node, (scale, statements), known, context), context);
    let spans = fields.optional("spann", |node, context| by_level(node, scale, known, context), context);
    let missing = fields.optional("saknas", values::missing, context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = ["andelar", "spann", "saknas"].into_iter().find(|key| node.at(key).is_some());
    let origin = fields.origin(origin.unwrap_or_default(), context);
    let place = fields.span;
    fields.finish(context)?;
    let figures = match (shares?, spans?, missing?) {
        (Some(shares), None, None) => RoundFigures::Statements(shares),
        (None, Some(spans), None) => RoundFigures::Spans(spans),
        (None, None, Some(missing)) => RoundFigures::Missing(missing),
        (None, None, None) | (Some(_), ..) | (None, Some(_), Some(_)) => {
            let message = words!(
                "utfallet ska ha en av ”andelar”, ”spann” och ”saknas”",
                "the outcome has to have one of “andelar”, “spann” and “saknas”"
            );
            let hint = words!(
                "Skriv ”andelar” om de är kända för varje påstående, ”spann” om bara lägst och högst är kända, annars ”saknas: ej publicerat”",
                "Write “andelar” where they are known for each statement, “spann” where only the lowest and highest are, otherwise “saknas: ej publicerat”"
            );
            return Err(context.error(Code::EitherOr, place, message, hint));
        }
    };
    Ok(RoundOutcome { figures, remarks: remarks?, origin })
}

fn scale_of<'s>(
    scale: Result<Option<&'s Scale>, Reported>,
    place: Span,
    context: &mut Context<'_>,
) -> Result<&'s Scale, Reported> {
    scale?.ok_or_else(|| {
        let message = words!(
            "utfallet har nivåer, men omgången har ingen skala",
            "the outcome has levels, but the round has no scale"
        );
        let hint =
            words!("Skriv ”skala: …” med en skala i skalor.yaml", "Write “skala: …” with a scale of skalor.yaml");
        context.error(Code::MissingKey, place, message, hint)
    })
}

fn by_statement(
    node: &Node,
    (scale, statements): Against<'_>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<BTreeMap<StatementId, StatementShares>, Reported> {
    if context.describes() {
        let levels =
            || Shape::Table { keys: Box::new(known.any_level()), values: Box::new(Shape::PerCent), beside: Vec::new() };
        let values = Shape::Either(vec![levels(), context.shape_of(statement::unknown)]);
        context.note(|| Shape::Table { keys: Box::new(Shape::Id), values: Box::new(values), beside: Vec::new() });
        return Ok(BTreeMap::new());
    }
    let Value::Mapping(entries) = &node.value else {
        let message = words!("andelarna ska stå påstående för påstående", "the shares go statement by statement");
        let hint = words!(
            "Skriv ett påstående på varje rad, som ”S1: {{ nivå: 65, … }}”",
            "Write a statement on each line, as “S1: {{ level: 65, … }}”"
        );
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let (scale, statements) = (scale_of(scale, node.span.point(), context)?, statements?);
    let mut shares = BTreeMap::new();
    let mut told = Ok(());
    for (key, value) in entries {
        match one_statement(key, value, (scale, statements), context) {
            Ok((id, read)) => drop(shares.insert(id, read)),
            Err(reported) => told = Err(reported),
        }
    }
    told?;
    let silent = statements.iter().filter(|statement| !shares.contains_key(&statement.id));
    let silent: Vec<_> = silent.map(|statement| statement.id.as_str()).collect();
    if !silent.is_empty() {
        let ids = silent.join(", ");
        let message = words!("andelar saknas för {ids}", "there are no shares for {ids}");
        let hint = words!(
            "Skriv andelarna, eller {{ saknas: ej publicerat }}",
            "Write the shares, or {{ saknas: ej publicerat }}"
        );
        context.warn(Code::StatementUnanswered, node.span.point(), message, hint);
    }
    Ok(shares)
}

fn one_statement(
    key: &Node,
    value: &Node,
    (scale, statements): (&Scale, &[RoundStatement]),
    context: &mut Context<'_>,
) -> Result<(StatementId, StatementShares), Reported> {
    let id = StatementId(values::text(key, context)?);
    if !statements.iter().any(|statement| statement.id == id) {
        let named = statements.iter().map(|statement| (statement.id.as_str(), Some(statement.short.as_str())));
        let hint = if statements.is_empty() {
            words!(
                "Skriv omgångens påståenden under ”påståenden”, eller ”spann” i stället för ”andelar”",
                "Write the round's statements at “påståenden”, or “spann” in place of “andelar”"
            )
        } else {
            nearest::hint_of_named(id.as_str(), named)
        };
        let id = brief(id.as_str());
        let message = words!("omgången har inget påstående ”{id}”", "the round has no statement “{id}”");
        return Err(context.error(Code::UnknownStatement, key.span, message, hint));
    }
    let origin = context.origin(key.span);
    let shares = if value.at("saknas").is_some() {
        Err(statement::unknown(value, context)?)
    } else {
        Ok(published_shares(value, scale, context)?)
    };
    Ok((id, StatementShares { shares, origin }))
}

fn by_level(
    node: &Node,
    scale: Result<Option<&Scale>, Reported>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Vec<Option<LevelSpan>>, Reported> {
    if context.describes() {
        let values = context.shape_of(span);
        let keys = known.any_level();
        context.note(|| Shape::Table { keys: Box::new(keys), values: Box::new(values), beside: Vec::new() });
        return Ok(Vec::new());
    }
    let scale = scale_of(scale, node.span.point(), context)?;
    let Value::Mapping(entries) = &node.value else {
        let message = words!("spannen ska stå nivå för nivå", "the spans go level by level");
        let best = scale.levels().first().map_or("", |level| level.id.as_str());
        let hint = words!("Skriv ”{best}: {{ lägst: 41, högst: 71 }}”", "Write “{best}: {{ lägst: 41, högst: 71 }}”");
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut spans = vec![None; scale.levels().len()];
    let mut told = Ok(());
    for (key, value) in entries {
        match level(key, scale, context).and_then(|number| Ok((number, span(value, context)?))) {
            Ok((number, read)) => spans[number.0] = Some(read),
            Err(reported) => told = Err(reported),
        }
    }
    told?;
    let lows = spans.iter().flatten().filter_map(|level| level.span.ok()).map(|span| span.low);
    let sum: Decimal = lows.sum();
    if sum > Decimal::ONE_HUNDRED + Decimal::from(spans.len()) {
        let sum = sum.normalize().to_string().replace('.', ",");
        let message =
            words!("de lägsta andelarna är tillsammans {sum} procent", "the lowest shares add up to {sum} per cent");
        let hint = words!("Kontrollera siffrorna mot källan", "Check the figures against the source");
        return Err(context.error(Code::ShareTooLarge, node.span, message, hint));
    }
    Ok(spans)
}

fn span(node: &Node, context: &mut Context<'_>) -> Result<LevelSpan, Reported> {
    let what = words!("spannet", "the span");
    if let Some((low, high)) = node.text().and_then(|text| text.split_once(['–', '-'])) {
        let (low, high) = (brief(low.trim()), brief(high.trim()));
        let message =
            words!("spannet ska ha sina två andelar var för sig", "the two shares of the span go by themselves");
        let hint = words!("Skriv {{ lägst: {low}, högst: {high} }}", "Write {{ lägst: {low}, högst: {high} }}");
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    }
    let mut fields = Fields::like(node, &what, "{ lägst: 41, högst: 71 }", context)?;
    let low = fields.either(&what, ("lägst", values::per_cent), ("saknas", values::missing), context);
    let is_missing = matches!(low, Ok(Either::Other(_)));
    let high = if is_missing || context.describes() {
        fields.optional("högst", values::per_cent, context)
    } else {
        fields.required("högst", values::per_cent, context).map(Some)
    };
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin(if is_missing { "saknas" } else { "lägst" }, context);
    let place = fields.value_place("högst");
    fields.finish(context)?;
    let span = match (low?, high?) {
        (Either::One(low), Some(high)) if low > high => {
            let (low, high) = (low.normalize(), high.normalize());
            let message = words!(
                "den lägsta andelen, {low}, är större än den högsta, {high}",
                "the lowest share, {low}, is larger than the highest, {high}"
            );
            let hint = words!(
                "Byt plats på dem, eller kontrollera dem mot källan",
                "Swap them, or check them against the source"
            );
            return Err(context.error(Code::SpanReversed, place, message, hint));
        }
        (Either::One(low), Some(high)) => Ok(ShareSpan { low, high }),
        (Either::One(low), None) => Ok(ShareSpan { low, high: low }),
        (Either::Other(_), Some(_)) => {
            let message = words!("spannet har både ”saknas” och ”högst”", "the span has both “saknas” and “högst”");
            let hint = words!("Ta bort det ena", "Remove one of them");
            return Err(context.error(Code::EitherOr, place, message, hint));
        }
        (Either::Other(missing), None) => Err(missing),
    };
    Ok(LevelSpan { span, remarks: remarks?, origin })
}

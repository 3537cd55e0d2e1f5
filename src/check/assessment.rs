//! Reads `organ/<body>/<year>/sjalvskattning.yaml`.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::statement_set::level;
use super::{colophon, dates, nearest, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Answer, Missing, Rating, Remarks, Scale, SelfAssessment, SetId, StatementId, StatementSet, Year};
use crate::syntax::{Node, Value};

/// Reads the answers of a year.
///
/// # Errors
/// When they have faults. A statement without an answer is a warning.
pub fn read(node: &Node, year: Year, known: &Known, context: &mut Context<'_>) -> Result<SelfAssessment, Reported> {
    known.followed_up(year, node.span.point(), context)?;
    let mut fields = Fields::of(node, "självskattningen", context)?;
    let set = fields.required(
        "påståenden",
        |node, context| {
            let id = SetId(values::text(node, context)?);
            known.set(&id, node.span, context)
        },
        context,
    );
    let submitted = fields.optional("inlämnad", dates::past, context);
    let colophon = colophon::read(&mut fields, context);
    let answers = fields.required(
        "svar",
        |node, context| {
            let set = set?;
            let scale = known.scale(&set.scale, node.span, context)?;
            answers(node, set, scale, year, context)
        },
        context,
    );
    let origin = fields.origin("svar", context);
    let place = fields.place("svar");
    fields.finish(context)?;
    let (set, answers) = (set?, answers?);
    let asked = set.statements().map(|(_, statement)| statement).filter(|statement| statement.span.contains(year));
    let silent: Vec<_> =
        asked.filter(|statement| !answers.contains_key(&statement.id)).map(|statement| statement.id.as_str()).collect();
    if !silent.is_empty() {
        let message = format!("svar saknas för {}", silent.join(", "));
        context.warn(Code::StatementUnanswered, place, message, "Skriv en bedömning, eller { saknas: ej besvarat }");
    }
    Ok(SelfAssessment { set: set.id.clone(), submitted: submitted?, answers, colophon: colophon?, origin })
}

fn answers(
    node: &Node,
    set: &StatementSet,
    scale: &Scale,
    year: Year,
    context: &mut Context<'_>,
) -> Result<BTreeMap<StatementId, Answer>, Reported> {
    let Value::Mapping(entries) = &node.value else {
        return Err(context.error(
            Code::WrongKind,
            node.span,
            "svaren ska stå påstående för påstående",
            "Skriv en rad för varje, som ”KM1: tillfredsställande”",
        ));
    };
    let mut answers = BTreeMap::new();
    let mut failed = None;
    for (key, value) in entries {
        match statement(key, set, year, context).and_then(|id| Ok((id, answer(key, value, scale, context)?))) {
            Ok((id, answer)) => drop(answers.insert(id, answer)),
            Err(reported) => failed = Some(reported),
        }
    }
    failed.map_or(Ok(answers), Err)
}

fn statement(key: &Node, set: &StatementSet, year: Year, context: &mut Context<'_>) -> Result<StatementId, Reported> {
    let id = StatementId(values::text(key, context)?);
    match set.statement(&id) {
        Some(statement) if statement.span.contains(year) => Ok(id),
        Some(statement) => {
            let message = format!("påståendet {id} ställs inte år {year}");
            let hint = format!("Ta bort raden; {id} ställs från {} till {}", statement.span.first, statement.span.last);
            Err(context.error(Code::OutsideYears, key.span, message, hint))
        }
        None => {
            let hint = nearest::hint(id.as_str(), set.statements().map(|(_, statement)| statement.id.as_str()));
            Err(context.error(
                Code::UnknownBody,
                key.span,
                format!("påståendet ”{id}” finns inte i {}", set.name),
                hint,
            ))
        }
    }
}

fn answer(key: &Node, node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<Answer, Reported> {
    let origin = context.origin(key.span);
    if node.value == Value::Empty {
        let hint = "Skriv en nivå, eller { saknas: ej besvarat }";
        let message = format!("{} har inget svar", values::text(key, context)?);
        return Err(context.error(Code::MissingKey, key.span, message, hint));
    }
    let Value::Mapping(_) = node.value else {
        let rating = Rating::Level(level(node, scale, context)?);
        return Ok(Answer { rating, reason: None, action: None, remarks: Remarks::default(), origin });
    };
    let mut fields = Fields::of(node, "svaret", context)?;
    let rating = fields.optional("bedömning", |node, context| level(node, scale, context), context);
    let missing = fields.optional("saknas", values::missing, context);
    let reason = fields.optional("motivering", values::text, context);
    let action = fields.optional("åtgärd", values::text, context);
    let remarks = colophon::remarks(&mut fields, context);
    fields.finish(context)?;
    let rating = match (rating?, missing?) {
        (Some(number), None) => Rating::Level(number),
        (None, Some(Missing::NotApplicable)) if scale.find_missing(Missing::NotApplicable).is_none() => {
            let message = format!("skalan {} har ingen nivå för ”ej tillämpligt”", scale.name);
            let hint = "Lägg till nivån under ”utanför” i skalor.yaml";
            return Err(context.error(Code::NotAllowed, node.span, message, hint));
        }
        // “Does not apply” as a reason is the same as the level outside the order, where the scale has one.
        (None, Some(missing)) => scale.find_missing(missing).map_or(Rating::Missing(missing), Rating::Level),
        (None, None) | (Some(_), Some(_)) => {
            let hint = "Skriv ”bedömning: …” eller ”saknas: ej besvarat”";
            return Err(context.error(
                Code::MissingKey,
                node.span,
                "svaret ska ha antingen en bedömning eller ett skäl till att den saknas",
                hint,
            ));
        }
    };
    Ok(Answer { rating, reason: reason?, action: action?, remarks: remarks?, origin })
}

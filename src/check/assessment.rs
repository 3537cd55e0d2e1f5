//! Reads `organ/<body>/<year>/sjalvskattning.yaml`.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::shape::{Key, Mapping, Meaning, Presence, Shape};
use super::statement_set::level;
use super::{colophon, dates, nearest, values};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{Answer, Missing, Rating, Remarks, Scale, SelfAssessment, StatementId, StatementSet, Year};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// Reads the answers of a year.
///
/// # Errors
/// When they have faults. A statement without an answer is a warning.
pub fn read(node: &Node, year: Year, known: &Known, context: &mut Context<'_>) -> Result<SelfAssessment, Reported> {
    known.followed_up(year, node.span.point(), context)?;
    let mut fields = Fields::of(node, &words!("självskattningen", "the self-assessment"), context)?;
    let set = fields.required("påståenden", |node, context| known.named_set(node, context), context);
    let submitted = fields.optional("inlämnad", dates::past, context);
    let colophon = colophon::read(&mut fields, context);
    let answers = fields.required(
        "svar",
        |node, context| {
            describe(known, context);
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
        let silent = brief(&silent.join(", "));
        let message = words!("svar saknas för {silent}", "there is no answer to {silent}");
        let hint = words!(
            "Skriv en bedömning, eller {{ saknas: ej besvarat }}",
            "Write a level, or {{ saknas: ej besvarat }}"
        );
        context.warn(Code::StatementUnanswered, place, message, hint);
    }
    Ok(SelfAssessment { set: set.id.clone(), submitted: submitted?, answers, colophon: colophon?, origin })
}

/// Notes the answers to the statements of every set.
fn describe(known: &Known, context: &mut Context<'_>) {
    if !context.describes() {
        return;
    }
    let mut keys: Vec<Key> = Vec::new();
    for set in known.sets.values().flatten() {
        let Ok(scale) = known.scale(&set.scale, Span::NOWHERE, context) else { continue };
        let shape = context.shape_of(|nothing, context| answer(nothing, nothing, scale, context));
        for (_, statement) in set.statements() {
            let name = statement.id.to_string();
            match keys.iter_mut().find(|key| key.name == name) {
                Some(key) if key.shape == shape => {}
                Some(key) => key.shape = Shape::Either(vec![key.shape.clone(), shape.clone()]),
                None => {
                    let text = statement.versions.last().map(|version| version.text.clone()).unwrap_or_default();
                    let meaning = Some(Meaning { title: statement.short.clone(), text });
                    keys.push(Key { name, presence: Presence::NotEmpty, shape: shape.clone(), meaning });
                }
            }
        }
    }
    context.note(|| Shape::Mapping(Mapping { keys, pairs: Vec::new() }));
}

fn answers(
    node: &Node,
    set: &StatementSet,
    scale: &Scale,
    year: Year,
    context: &mut Context<'_>,
) -> Result<BTreeMap<StatementId, Answer>, Reported> {
    let Value::Mapping(entries) = &node.value else {
        let message = words!("svaren ska stå påstående för påstående", "the answers go statement by statement");
        let id = set.statements().next().map_or("KM1", |(_, statement)| statement.id.as_str());
        let level = scale.levels().first().map_or("", |level| level.id.as_str());
        let hint = match &node.value {
            Value::List(_) => words!(
                "Ta bort bindestrecken, så att varje rad börjar med sitt påstående: ”{id}: {level}”",
                "Remove the hyphens, so that each line begins with its statement: “{id}: {level}”"
            ),
            Value::Empty | Value::Scalar(_) | Value::Mapping(_) => {
                words!("Skriv en rad för varje, som ”{id}: {level}”", "Write a line for each, as “{id}: {level}”")
            }
        };
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut answers = BTreeMap::new();
    let mut failed = None;
    for (key, value) in entries {
        let is_taken = |id: &str| entries.iter().any(|(other, _)| other.text() == Some(id));
        match statement(key, set, year, &is_taken, context).and_then(|id| Ok((id, answer(key, value, scale, context)?)))
        {
            Ok((id, answer)) => drop(answers.insert(id, answer)),
            Err(reported) => failed = Some(reported),
        }
    }
    failed.map_or(Ok(answers), Err)
}

/// The statement that a key names. Those that are taken have an answer already, and are not proposed.
fn statement(
    key: &Node,
    set: &StatementSet,
    year: Year,
    is_taken: &dyn Fn(&str) -> bool,
    context: &mut Context<'_>,
) -> Result<StatementId, Reported> {
    let id = StatementId(values::reference(key, context)?);
    match set.statement(&id) {
        Some(statement) if statement.span.contains(year) => Ok(id),
        Some(statement) => {
            let (first, last) = (statement.span.first, statement.span.last);
            let message = words!("påståendet {id} ställs inte år {year}", "the statement {id} is not asked in {year}");
            let hint = if year < first {
                words!(
                    "Ta bort raden. {id} ställs först från {first}",
                    "Remove the line. {id} is asked from {first} only"
                )
            } else {
                words!(
                    "Ta bort raden. {id} ställs bara till och med {last}",
                    "Remove the line. {id} is asked until {last} only"
                )
            };
            Err(context.error(Code::NotAskedThen, key.span, message, hint))
        }
        None => {
            let free = set.statements().filter(|(_, one)| !is_taken(one.id.as_str()));
            let named = free.map(|(_, one)| (one.id.as_str(), Some(one.short.as_str())));
            let hint = misplaced(id.as_str()).unwrap_or_else(|| nearest::hint_of_named(id.as_str(), named));
            let (id, set) = (brief(id.as_str()), &set.name);
            let message = words!("påståendet ”{id}” finns inte i {set}", "there is no statement “{id}” in {set}");
            Err(context.error(Code::UnknownStatement, key.span, message, hint))
        }
    }
}

/// Keys that belong under a statement, or to the whole file, and lost or got an indentation too many.
fn misplaced(key: &str) -> Option<Words> {
    match key {
        "bedömning" | "saknas" | "motivering" | "åtgärd" | "osäker" => Some(words!(
            "Hör raden till påståendet ovanför? Sätt två mellanslag till före den",
            "Does the line belong to the statement above? Put two spaces more before it"
        )),
        "påståenden" | "inlämnad" | "status" | "beslut" | "rättelser" | "ansvarig" | "publicering" | "not"
        | "källa" => Some(words!(
            "Gäller raden hela självskattningen? Ta bort mellanslagen före den",
            "Is the line of the whole self-assessment? Remove the spaces before it"
        )),
        _ => None,
    }
}

/// Reads a rating: the level alone, or a mapping with what is to be said of it.
///
/// # Errors
/// When it has faults.
pub fn answer(key: &Node, node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<Answer, Reported> {
    if context.describes() {
        let short = context.shape_of(|nothing, context| level(nothing, scale, context));
        let long = context.shape_of(|nothing, context| long_answer(nothing, Span::NOWHERE, scale, context));
        context.note(|| Shape::Either(vec![short, long]));
    }
    if node.value == Value::Empty {
        let key_words = brief(&values::reference(key, context)?);
        let message = words!("{key_words} har inget svar", "{key_words} has no answer");
        let hint =
            words!("Skriv en nivå, eller {{ saknas: ej besvarat }}", "Write a level, or {{ saknas: ej besvarat }}");
        return Err(context.error(Code::EmptyValue, key.span, message, hint));
    }
    let Value::Mapping(_) = node.value else {
        let rating = Rating::Level(level(node, scale, context)?);
        let origin = context.origin(key.span);
        return Ok(Answer { rating, reason: None, action: None, remarks: Remarks::default(), origin });
    };
    long_answer(node, key.span, scale, context)
}

fn long_answer(node: &Node, key: Span, scale: &Scale, context: &mut Context<'_>) -> Result<Answer, Reported> {
    let what = words!("svaret", "the answer");
    let mut fields = Fields::of(node, &what, context)?;
    let rating = fields.either(
        &what,
        ("bedömning", |node: &Node, context: &mut Context<'_>| level(node, scale, context)),
        ("saknas", |node: &Node, context: &mut Context<'_>| missing(node, scale, context)),
        context,
    );
    let reason = fields.optional("motivering", values::text, context);
    let action = fields.optional("åtgärd", values::text, context);
    let remarks = colophon::remarks(&mut fields, context);
    fields.finish(context)?;
    let rating = match rating? {
        Either::One(number) => Rating::Level(number),
        Either::Other(rating) => rating,
    };
    Ok(Answer { rating, reason: reason?, action: action?, remarks: remarks?, origin: context.origin(key) })
}

/// A reason for a missing answer. “Does not apply” is the same as the level outside the order, where the scale has one.
fn missing(node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<Rating, Reported> {
    if let Some(level) =
        node.text().filter(|text| *text != Missing::NotApplicable.words() && scale.find(text).is_some())
    {
        let message =
            words!("”{level}” är inget skäl till att svaret saknas", "“{level}” is no reason for a missing answer");
        let hint = words!("Det är en nivå. Skriv ”bedömning: {level}”", "That is a level. Write “bedömning: {level}”");
        return Err(context.error(Code::NotAllowed, node.span, message, hint));
    }
    let missing = values::missing(node, context)?;
    match scale.find_missing(missing) {
        Some(number) => Ok(Rating::Level(number)),
        None if missing == Missing::NotApplicable => {
            let scale = &scale.name;
            let message = words!(
                "skalan {scale} har ingen nivå för ”ej tillämpligt”",
                "the scale {scale} has no level for “ej tillämpligt”"
            );
            let hint =
                words!("Lägg till nivån under ”utanför” i skalor.yaml", "Add the level under “utanför” in skalor.yaml");
            Err(context.error(Code::UnknownLevel, node.span, message, hint))
        }
        None => Ok(Rating::Missing(missing)),
    }
}

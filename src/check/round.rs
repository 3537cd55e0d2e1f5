//! Reads `gemensamma/<review>/<year>.md`: a round of a joint review.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::place::Place;
use super::shape::Shape;
use super::{
    Placed, colophon, measure, once, participants, round_before, round_outcome, round_question, round_statement,
    sections, survey, values,
};
use crate::diagnostic::{Code, Reported, Words};
use crate::model::{JointReviewId, NextRound, Round, RoundStatements, ShareBase, Year};
use crate::source::Span;
use crate::syntax::{Markdown, Node, Value};
use crate::words;

/// The sections of the template, in order: the three questions that every joint review asks, and the city's own view.
const SECTIONS: [&str; 4] =
    ["Hur gick det?", "Varför blev det så?", "Hur påverkar resultatet det fortsatta arbetet?", "Bedömning"];

/// The rounds of every joint review, internal ones too; one with faults stands as an error of its own.
pub type Rounds = BTreeMap<JointReviewId, BTreeMap<Year, Result<Round, Reported>>>;

/// Reads every round.
pub fn all(placed: &[Placed<'_>], known: &Known, context: &mut Context<'_>) -> Rounds {
    let mut rounds = Rounds::new();
    for one in placed {
        let Place::Round(id, year) = &one.place else { continue };
        let round = match one.markdown() {
            Some(markdown) => read(markdown, (id, *year), known, context),
            None => Err(context.told()),
        };
        rounds.entry(id.clone()).or_default().insert(*year, round);
    }
    rounds
}

/// Reads a round, found at a review and a year.
///
/// # Errors
/// When it has faults.
pub fn read(
    markdown: &Markdown,
    (review, year): (&JointReviewId, Year),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Round, Reported> {
    let within = known.year(year, markdown.front.span.point(), context);
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.required("titel", values::text, context);
    let risk = fields.optional("risk", measure::risk, context);
    let purpose = fields.optional("syfte", values::text, context);
    let method = fields.optional("metod", values::text, context);
    let scope = fields.optional("omfattning", values::text, context);
    let left_out = fields.optional("undantagna", values::text, context);
    let scale = fields.optional("skala", |node, context| known.named_scale(node, context), context);
    let ladder = fields.optional("mognadstrappa", |node, context| known.named_scale(node, context), context);
    let bases = [("alla", ShareBase::All), ("bedömda", ShareBase::Rated)];
    let share_base = fields.optional("andel av", |node, context| values::choice(node, &bases, context), context);
    let statements = fields.optional("påståenden", round_statement::all, context);
    let announced = fields.optional("antal påståenden", values::count, context);
    let questions = fields.optional(
        "frågor",
        |node, context| {
            let scale = scale.as_ref().map(|named| named.as_ref().map(|(id, _)| id)).map_err(|told| *told);
            round_question::all(node, scale, known, context)
        },
        context,
    );
    let announced_questions = fields.optional("antal frågor", values::count, context);
    let participants = fields.optional("svarar", |node, context| participants::read(node, known, context), context);
    let unpublished = fields.optional(
        "svar per organ",
        |node, context| values::choice(node, &[("ej publicerat", ())], context),
        context,
    );
    let outcome = fields.optional(
        "utfall",
        |node, context| {
            let scale = scale.as_ref().map(|named| named.as_ref().map(|(_, scale)| *scale)).map_err(|told| *told);
            let statements = statements.as_ref().map_err(|told| *told).map(|known| known_of(known.as_ref()));
            round_outcome::read(node, (scale, statements), known, context)
        },
        context,
    );
    let surveys = survey::surveys(&mut fields, context);
    let samples = survey::samples(&mut fields, context);
    let previous = round_before::read(&mut fields, (review, year), known, context);
    let next = fields.optional("nästa", |node, context| next(node, year, context), context);
    let colophon = colophon::read(&mut fields, context);
    let origin = fields.origin("titel", context);
    let places = (fields.value_place("antal påståenden"), fields.value_place("antal frågor"));
    fields.finish(context)?;
    within?;
    let ids = ids_once(&markdown.front, context);
    let listed = match statements.as_ref().ok().and_then(Option::as_ref) {
        Some(RoundStatements::Known(statements)) => Some(statements.len()),
        Some(RoundStatements::Missing(_)) | None => None,
    };
    let of = (words!("påståenden", "statements"), places.0);
    let statement_count = count(listed, announced?, of, context);
    let listed = questions.as_ref().ok().and_then(Option::as_ref).map(Vec::len);
    let question_count = count(listed, announced_questions?, (words!("frågor", "questions"), places.1), context);
    ids?;
    Ok(Round {
        year,
        title: title?,
        risk: risk?,
        purpose: purpose?,
        method: method?,
        scope: scope?,
        left_out: left_out?,
        scale: scale?.map(|(id, _)| id),
        ladder: ladder?.map(|(id, _)| id),
        share_base: share_base?,
        statements: statements?,
        statement_count: statement_count?,
        questions: questions?.unwrap_or_default(),
        question_count: question_count?,
        participants: participants?,
        bodies_unpublished: unpublished?.is_some(),
        outcome: outcome?,
        surveys: surveys?,
        samples: samples?,
        previous: previous?,
        next: next?,
        text: sections::read(markdown, &SECTIONS, context),
        colophon: colophon?,
        origin,
    })
}

fn known_of(statements: Option<&RoundStatements>) -> &[crate::model::RoundStatement] {
    match statements {
        Some(RoundStatements::Known(statements)) => statements,
        Some(RoundStatements::Missing(_)) | None => &[],
    }
}

/// A year after the round's own.
/// A year, or one that is only proposed.
fn next(node: &Node, year: Year, context: &mut Context<'_>) -> Result<NextRound, Reported> {
    let proposed = |node: &Node, context: &mut Context<'_>| {
        let example = "{ år: 2027, föreslaget: ja }";
        let mut fields = Fields::like(node, &words!("nästa omgång", "the next round"), example, context)?;
        let next = fields.required("år", |node, context| later(node, year, context), context);
        let is_proposed = fields.required("föreslaget", values::yes_or_no, context);
        fields.finish(context)?;
        Ok(if is_proposed? { NextRound::Proposed(next?) } else { NextRound::Planned(next?) })
    };
    if context.describes() {
        let plain = context.shape_of(|node, context| later(node, year, context));
        let mapping = context.shape_of(proposed);
        context.note(|| Shape::Either(vec![plain, mapping]));
    }
    match &node.value {
        Value::Mapping(_) => proposed(node, context),
        Value::Scalar(_) | Value::List(_) | Value::Empty => later(node, year, context).map(NextRound::Planned),
    }
}

fn later(node: &Node, year: Year, context: &mut Context<'_>) -> Result<Year, Reported> {
    let next = values::year(node, context)?;
    if next > year {
        return Ok(next);
    }
    let message = words!(
        "nästa omgång, {next}, kommer inte efter omgångens år, {year}",
        "the next round, {next}, does not come after the year of the round, {year}"
    );
    let hint = words!("Skriv ett år efter {year}", "Write a year after {year}");
    Err(context.error(Code::WrongOrder, node.span, message, hint))
}

/// How many statements or questions there are, by their list or as announced.
fn count(
    listed: Option<usize>,
    announced: Option<u32>,
    (what, place): (Words, Span),
    context: &mut Context<'_>,
) -> Result<Option<u32>, Reported> {
    let Some(listed) = listed else { return Ok(announced) };
    let listed = u32::try_from(listed).unwrap_or(u32::MAX);
    let Some(announced) = announced.filter(|announced| *announced != listed) else { return Ok(Some(listed)) };
    let message = words!(
        "antalet {what} är {announced}, men {listed} står i listan",
        "the number of {what} is {announced}, but {listed} are listed",
        what
    );
    let hint = words!(
        "Rätta antalet eller listan. Står alla {what} i listan behövs inget antal",
        "Mend the number or the list. Where all {what} are listed, no number is needed",
        what
    );
    Err(context.error(Code::SumDiffers, place, message, hint))
}

fn ids_once(front: &Node, context: &mut Context<'_>) -> Result<(), Reported> {
    let both = ["påståenden", "frågor"].into_iter().filter_map(|key| front.at(key)).flat_map(Node::items);
    let what = words!("påståendet eller frågan", "the statement or question");
    let only = words!("påståendet", "the statement");
    let what = if front.at("frågor").is_some() { what } else { only };
    once::ids(both.filter_map(|one| one.at("id")), &what, context)
}

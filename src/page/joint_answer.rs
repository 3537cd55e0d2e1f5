//! A body's answer to a round of a joint review, as it stands in the body's report of the year.

use serde::Serialize;

use super::document::{Facts, facts};
use super::frame::Entry;
use super::measure::{SampleView, SurveyView, asked, drawn};
use super::text::{Text, text};
use super::{
    Cell, Column, Row, Table, address, heat, joint_reviews, review, round_figures, round_questions, trace, wording,
};
use crate::model::{Body, JointAnswer, JointReview, Missing, Model, Part, Round, Year};
use crate::report::joint_answers::participant;
use crate::report::rounds::scale;

/// An answer, or why there is none.
#[derive(Debug, Serialize)]
pub struct View {
    id: String,
    round: Entry,
    /// What the body was asked for, or why it has not answered.
    lead: Option<String>,
    /// The written answer.
    written: Option<Written>,
}

/// What was written.
#[derive(Debug, Serialize)]
struct Written {
    /// Which wordings are not known, so that what stands in the table is a name that was given here.
    unworded: Vec<String>,
    answers: Option<Table>,
    led_to: Vec<Entry>,
    surveys: Vec<SurveyView>,
    samples: Vec<SampleView>,
    text: Text,
    facts: Facts,
}

impl View {
    /// The tables of its answers and samples.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let written = self.written.iter();
        written.flat_map(|written| written.answers.iter().chain(written.samples.iter().map(SampleView::table)))
    }
}

/// Composes the body's answers to the rounds of a year, for the page at a path. Rounds of which nothing is to be said of the body
/// are not there.
pub fn of_year(model: &Model, body: &Body, year: Year, path: &str) -> Vec<View> {
    let rounds = joint_reviews::of_year(model, year).into_iter();
    rounds.filter_map(|(review, round)| compose(model, body, (review, round), path)).collect()
}

fn compose(model: &Model, body: &Body, (review, round): (&JointReview, &Round), path: &str) -> Option<View> {
    let participant = participant(body, &review.id, round)?;
    let answer = body.years.get(&round.year).and_then(|of_year| of_year.joint.get(&review.id));
    // A round that lists nothing to answer is told of by its own page.
    if answer.is_none() && round.known_statements().is_empty() && round.questions.is_empty() {
        return None;
    }
    let lead = match (participant.part, participant.answer) {
        (Some(Part::LeftOut(reason)), _) => {
            let reason = reason.map(|reason| format!(" {reason}")).unwrap_or_default();
            Some(format!("{} deltog inte i omgången.{reason}", body.name))
        }
        (_, Err(_)) if answer.is_some() => {
            Some("Svaret är ett utkast som inte är beslutat. Det visas här men räknas inte.".to_owned())
        }
        (_, Err(missing)) => Some(format!("Svaret från {} {}.", body.name, wording::answer_is(missing))),
        (Some(Part::QuestionsOnly), Ok(_)) => Some(format!("{} svarade bara på frågor.", body.name)),
        (None | Some(Part::All), Ok(_)) => None,
    };
    Some(View {
        id: format!("gemensam-{}", review.id),
        round: Entry::new(format!("{} {}", review.title(), round.year), address::round(&review.id, round.year)),
        lead,
        written: answer.map(|answer| written(model, body, (review, round), answer, path)),
    })
}

fn written(
    model: &Model,
    body: &Body,
    (joint, round): (&JointReview, &Round),
    answer: &JointAnswer,
    path: &str,
) -> Written {
    let id = format!("gemensam-{}", joint.id);
    Written {
        unworded: unworded(body, round),
        answers: answers(model, body, round, answer, (path, &id)),
        led_to: answer.led_to.iter().filter_map(|id| review::led_to(body, round.year, id)).collect(),
        surveys: answer.surveys.iter().map(|survey| asked(model, survey)).collect(),
        samples: drawn(model, &answer.samples, path, &id),
        text: text(model, &answer.text, 4, path),
        facts: facts(model, &answer.colophon, answer.origin),
    }
}

/// Statements and questions that the body was asked and whose wordings are not known: a sentence for each kind and reason.
fn unworded(body: &Body, round: &Round) -> Vec<String> {
    let rates = round.part(body) != Some(Part::QuestionsOnly);
    let statements = round.known_statements().iter().filter(|_| rates).map(|one| ("Påståendenas", &one.text));
    let questions = round.questions.iter().map(|one| ("Frågornas", &one.text));
    let mut told = Vec::new();
    for (whose, text) in statements.chain(questions) {
        let Err(missing) = text else { continue };
        let sentence =
            format!("{whose} lydelser: {}. Namnen i tabellen är satta i den här rapporten.", missing.words());
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    told
}

/// Statements and questions that the body was asked, each with its answer.
fn answers(model: &Model, body: &Body, round: &Round, answer: &JointAnswer, (path, id): (&str, &str)) -> Option<Table> {
    let said = |text: Option<&String>| {
        text.map_or_else(|| Cell { class: Some("missing"), ..Cell::text("ingen angiven") }, Cell::text)
    };
    let rates = round.part(body) != Some(Part::QuestionsOnly);
    let statements = round.known_statements().iter().filter(|_| rates).map(|statement| {
        let given = answer.answers.get(&statement.id);
        let note = given.and_then(|given| wording::remarks(&given.remarks));
        let rating = match scale(model, round) {
            Some(scale) => heat::cell(scale, answer.rating(&statement.id)),
            None => Cell::missing(Missing::Unknown),
        };
        let header = Cell::text(format!("{} {}", statement.id, round_figures::statement(statement)));
        let header = header.note(statement.text.clone().ok());
        let reason = said(given.and_then(|given| given.reason.as_ref()));
        let action = said(given.and_then(|given| given.action.as_ref()));
        Row { header, cells: vec![rating.note(note), reason, action] }
    });
    let questions = round.questions.iter().map(|question| {
        let given = answer.replies.get(&question.id);
        let note = given.and_then(|given| wording::remarks(&given.remarks));
        let header = Cell::text(round_questions::name(question)).note(question.text.clone().ok());
        let reply = round_questions::cell(model, &question.kind, answer.reply(&question.id)).note(note);
        let reason = said(given.and_then(|given| given.reason.as_ref()));
        Row { header, cells: vec![reply, reason, said(None)] }
    });
    let rows: Vec<_> = statements.chain(questions).collect();
    let columns = ["Påstående eller fråga", "Svar", "Motivering", "Åtgärd"].map(Column::words).to_vec();
    let caption = format!("Svaren i {} {}", round.title, round.year);
    let traces = vec![trace::to(model, answer.origin)];
    (!rows.is_empty()).then(|| Table::new(path, format!("{id}_svar"), caption, columns, rows, traces))
}

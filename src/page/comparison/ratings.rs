//! Rating by rating: what stood there and stands there now, what became of it, and on which lines that is written.

use super::super::{Cell, Column, Row, Table, trace, wording};
use super::{Compared, bodies, cells};
use crate::difference::wording::movement;
use crate::model::{SelfAssessment, Statement, Year};
use crate::report::comparison::{BodyComparison, Comparison, Movement, RatingChange, Ratings, SetComparison};

/// Whether a rating itself has changed: not because its statement is new, gone or reworded.
fn has_changed(change: &RatingChange<'_>) -> bool {
    match change.movement {
        Movement::Up | Movement::Down | Movement::Rated | Movement::Unrated | Movement::OtherReason => true,
        Movement::Same | Movement::StillUnrated | Movement::New | Movement::Gone | Movement::Incomparable => false,
    }
}

/// Every changed rating of every body; `None` where none has changed.
pub fn all(
    all: &Compared<'_>,
    compared: &Comparison<'_>,
    set: &SetComparison<'_>,
    path: &str,
    id: &str,
) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let mut rows = Vec::new();
    for one in bodies::ordered(compared) {
        let Some(ratings) = one.of_set(&set.sets.1.set.id) else { continue };
        let body = *one.body.latest();
        for change in ratings.statements.iter().filter(|change| has_changed(change)) {
            let mut cells = vec![cells::statement(compared.sides.after.report.model, ratings.set, change.statement)];
            cells.extend(sides(compared, ratings, change, &body.name));
            rows.push(Row { header: Cell::link(&body.name, all.address_of(from, to, body)), cells });
        }
    }
    let columns = ["Organ".to_owned(), "Påstående".to_owned()].into_iter().chain(headings(from, to));
    let caption = format!("Bedömningar som har ändrats från {from} till {to}");
    let traces = vec![trace::to(compared.sides.after.report.model, set.sets.1.set.origin)];
    (!rows.is_empty()).then(|| Table::new(path, id, caption, columns.map(Column::words).collect(), rows, traces))
}

/// Every rating of a body, with the reasons that it gave; `None` unless it has answers in both years.
pub fn of_body(
    compared: &Comparison<'_>,
    body: &BodyComparison<'_>,
    ratings: &Ratings<'_>,
    path: &str,
    id: &str,
) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let (Ok(before), Ok(after)) = (ratings.before, ratings.after) else { return None };
    let model = compared.sides.after.report.model;
    let rows = ratings.statements.iter().map(|change| {
        let mut cells = sides(compared, ratings, change, &body.body.latest().name);
        for (cell, assessment) in cells.iter_mut().zip([before, after]) {
            cell.note = said(assessment, change.statement);
        }
        Row { header: cells::statement(model, ratings.set, change.statement), cells: cells.into() }
    });
    let columns = std::iter::once("Påstående".to_owned()).chain(headings(from, to)).map(Column::words);
    let caption =
        format!("Bedömningarna {from} och {to}, påstående för påstående, med motivering och vad som ska göras");
    let traces = [before, after].map(|one| trace::to(model, one.origin)).to_vec();
    Some(Table::new(path, id, caption, columns.collect(), rows.collect(), traces))
}

fn headings(from: Year, to: Year) -> [String; 5] {
    let years = [from.to_string(), to.to_string()];
    let [one, other] = years;
    let sources = [format!("Underlag {one}"), format!("Underlag {other}")];
    let [source, other_source] = sources;
    [one, other, "Förändring".to_owned(), source, other_source]
}

/// Before, after, what became of it, and the lines of both.
fn sides(compared: &Comparison<'_>, ratings: &Ratings<'_>, change: &RatingChange<'_>, body: &str) -> [Cell; 5] {
    let (before, after) = (compared.sides.before, compared.sides.after);
    let about = |year: Year| format!("{body} {year} om {}", change.statement.id);
    [
        cells::rating(ratings.scales.0, change.before),
        cells::rating(ratings.scales.1, change.after),
        Cell { class: moved_class(change.movement), ..Cell::text(wording::capitalized(&movement(change.movement).sv)) },
        cells::line(before.report.model, change.before.map(|placed| placed.origin), &about(before.year)),
        cells::line(after.report.model, change.after.map(|placed| placed.origin), &about(after.year)),
    ]
}

fn moved_class(movement: Movement) -> Option<&'static str> {
    match movement {
        Movement::Up => Some("moved-up"),
        Movement::Down => Some("moved-down"),
        Movement::Same | Movement::StillUnrated => Some("missing"),
        Movement::Rated
        | Movement::Unrated
        | Movement::OtherReason
        | Movement::New
        | Movement::Gone
        | Movement::Incomparable => None,
    }
}

/// Why a rating is as it is and what is to be done, as the body wrote it.
fn said(assessment: &SelfAssessment, statement: &Statement) -> Option<String> {
    let answer = assessment.answers.get(&statement.id)?;
    let action = answer.action.as_ref().map(|action| format!("Åtgärd: {action}"));
    let said: Vec<_> =
        answer.reason.clone().into_iter().chain(action).chain(wording::remarks(&answer.remarks)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

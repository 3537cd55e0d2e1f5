//! All joint reviews, round by round; and the table of some rounds, which the years have as well.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Page, Parts, Row, Table, address, page, round_figures, trace};
use crate::language::collation;
use crate::model::{JointReview, JointReviewId, LevelNumber, Missing, Model, NextRound, Round};
use crate::report::Report;
use crate::report::joint_answers::of_round;
use crate::report::rounds::{levels, scale, span};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    table: Table,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), vec![&self.table])
    }
}

/// Composes the page; `None` when there are no joint reviews.
pub fn compose(report: &Report<'_>) -> Option<Page> {
    let model = report.model;
    let rounds =
        ordered(model).into_iter().flat_map(|review| review.rounds.values().rev().map(move |round| (review, round)));
    let table =
        table(model, rounds.collect(), RowName::Review, (address::JOINT_REVIEWS, "Granskningarna omgång för omgång"))?;
    Some(page(
        address::JOINT_REVIEWS.to_owned(),
        "Kommungemensamma granskningar",
        address::YEARS,
        vec![Entry::new("Överblick", address::START), Entry::new("År", address::YEARS)],
        super::View::JointReviews(View { table }),
    ))
}

/// The reviews by title.
pub fn ordered(model: &Model) -> Vec<&JointReview> {
    let mut reviews: Vec<_> = model.joint_reviews.values().collect();
    reviews.sort_by_cached_key(|review| collation::sort_key(review.title()));
    reviews
}

/// The rounds of a year.
pub fn of_year(model: &Model, year: crate::model::Year) -> Vec<(&JointReview, &Round)> {
    ordered(model).into_iter().filter_map(|review| Some((review, review.rounds.get(&year)?))).collect()
}

/// The way to the page of all joint reviews, where there is one.
pub fn entry(model: &Model) -> Option<Entry> {
    (!model.joint_reviews.is_empty()).then(|| Entry::new("Alla kommungemensamma granskningar", address::JOINT_REVIEWS))
}

/// What the rows of a table of rounds are told apart by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RowName {
    /// The review and then the year.
    Review,
    /// The year alone, of one review.
    Year,
}

/// Rounds with what was asked and how the best level fell; `None` of no rounds.
pub fn table(
    model: &Model,
    rounds: Vec<(&JointReview, &Round)>,
    name: RowName,
    (path, caption): (&str, &str),
) -> Option<Table> {
    if rounds.is_empty() {
        return None;
    }
    let traces = rounds.iter().map(|(_, round)| trace::to(model, round.origin)).collect();
    let rows = rounds.into_iter().map(|(review, round)| {
        let before = match &round.previous {
            Some(before) if review.rounds.contains_key(&before.year) => {
                Cell::link(before.year.to_string(), address::round(&review.id, before.year))
                    .hidden(format!(": {}", review.title()))
            }
            Some(before) => Cell::text(before.year.to_string()),
            None => quiet("ingen angiven"),
        };
        let year = Cell::link(round.year.to_string(), address::round(&review.id, round.year))
            .hidden(format!(": {}", review.title()));
        let next = match round.next {
            Some(NextRound::Planned(next)) => Cell::text(next.to_string()),
            Some(NextRound::Proposed(next)) => Cell::text(next.to_string()).note(Some("föreslagen".to_owned())),
            None => quiet("ingen angiven"),
        };
        let mut cells = vec![asked(round), best(model, &review.id, round), before, next];
        match name {
            RowName::Review => {
                cells.insert(0, year);
                let header = Cell::link(review.title(), address::joint_review(&review.id));
                Row { header: header.hidden(", alla omgångar".to_owned()), cells }
            }
            RowName::Year => Row { header: year, cells },
        }
    });
    let columns = ["Omgång", "Påståenden", "Bästa nivån, lägst–högst", "Förra omgången", "Nästa omgång"];
    let review = (name == RowName::Review).then_some("Granskning");
    let columns = review.into_iter().chain(columns).map(Column::words).collect();
    Some(Table::new(path, "gemensamma", caption, columns, rows.collect(), traces))
}

fn quiet(words: &str) -> Cell {
    Cell { class: Some("missing"), ..Cell::text(words) }
}

/// How many statements a round has.
fn asked(round: &Round) -> Cell {
    match (round.statement_count, &round.statements) {
        (Some(count), _) => Cell::text(count.to_string()),
        (None, Some(_)) => Cell::missing(Missing::Unknown),
        (None, None) => quiet("inga angivna"),
    }
}

/// The span of the best level, with its name below it.
fn best(model: &Model, review: &JointReviewId, round: &Round) -> Cell {
    match scale(model, round).filter(|_| levels(model, round).contains(&LevelNumber(0))) {
        Some(scale) => {
            let cell = round_figures::cell(span(round, LevelNumber(0)));
            Cell { numeric: false, ..cell.note(Some(scale.levels()[0].name.clone())) }
        }
        None => match round.outcome {
            Some(_) => Cell::missing(Missing::NotPublished),
            None if of_round(model, review, round).is_some_and(|answers| answers.is_enough()) => {
                quiet("räknas ur svaren")
            }
            None => quiet("inga andelar"),
        },
    }
}

//! The joint reviews of a year in full, each with what moved since its round before.

use serde::Serialize;

use super::super::frame::Entry;
use super::super::round::{self, Place};
use super::super::{Parts, Table, address, joint_reviews, rounds_compared};
use super::{Chapter, Heading};
use crate::model::{JointReview, Model, Round, Year};
use crate::report::Report;
use crate::report::comparison::rounds::{RoundsCompared, compare};
use crate::report::rounds::scale;

/// What the chapter is called, and a section of the city's text that belongs to it.
pub const TITLE: &str = "Kommungemensamma granskningar";

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    heading: Heading,
    /// What the city has written about them: markup.
    html: Option<String>,
    rounds: Vec<RoundView>,
}

/// A round.
#[derive(Debug, Serialize)]
struct RoundView {
    heading: Heading,
    page: Entry,
    round: round::View,
    /// The same figures in the round before.
    moved: Option<Moved>,
}

/// What moved since the round before.
#[derive(Debug, Serialize)]
struct Moved {
    title: String,
    sentences: Vec<String>,
    spans: Option<Table>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let (mut figures, mut tables) = (Vec::new(), Vec::new());
        for one in &self.rounds {
            let (some, others) = one.round.parts();
            figures.extend(some);
            tables.extend(others);
            tables.extend(one.moved.iter().filter_map(|moved| moved.spans.as_ref()));
        }
        (figures, tables)
    }

    /// As it stands in the contents.
    pub fn chapter(&self) -> Chapter {
        Chapter {
            heading: self.heading.clone(),
            below: self.rounds.iter().map(|round| round.heading.clone()).collect(),
        }
    }
}

/// Composes the chapter; `html` is what the city has written for it.
pub fn compose(report: &Report<'_>, year: Year, path: &str, html: Option<String>) -> View {
    let rounds = joint_reviews::of_year(report.model, year);
    View {
        heading: Heading::new("gemensamma-granskningar", TITLE),
        html,
        rounds: rounds.into_iter().map(|(review, round)| one(report.model, review, round, path)).collect(),
    }
}

fn one(model: &Model, review: &JointReview, round: &Round, path: &str) -> RoundView {
    let prefix = format!("{}_", review.id);
    RoundView {
        heading: Heading::new(format!("granskning-{}", review.id), round.title.clone()),
        page: Entry::new(
            format!("{} {}: granskningens egen sida", review.title(), round.year),
            address::round(&review.id, round.year),
        ),
        round: round::view(model, review, round, &Place { path, prefix: &prefix, level: 4 }),
        moved: since(model, review, round).map(|compared| moved(model, &compared, path, &prefix)),
    }
}

/// A round beside the one before it in the content; `None` where there is none.
pub fn since<'m>(model: &Model, review: &'m JointReview, round: &Round) -> Option<RoundsCompared<'m>> {
    let (before, _) = review.rounds.range(..round.year).next_back()?;
    compare(model, review, *before, round.year)
}

fn moved(model: &Model, compared: &RoundsCompared<'_>, path: &str, prefix: &str) -> Moved {
    let scale = scale(model, compared.after).filter(|_| compared.before.scale == compared.after.scale);
    let spans = scale.and_then(|scale| rounds_compared::spans(model, compared, scale, path));
    Moved {
        title: format!("Jämfört med förra omgången, {}", compared.before.year),
        sentences: rounds_compared::summary(compared, scale),
        spans: spans.map(|table| table.renamed(path, format!("{prefix}forra-omgangen"))),
    }
}

//! A joint review through its rounds.

use serde::Serialize;

use super::frame::Entry;
use super::joint_reviews::RowName;
use super::measure::{RiskView, sketch};
use super::{Cell, Column, Figure, Page, Parts, Row, Table, address, joint_reviews, page, round_figures};
use crate::language::{date, list};
use crate::model::{JointReview, LevelNumber, Missing, RoundStatement, StatementId};
use crate::report::Report;
use crate::report::comparison::rounds::{pairs, share};
use crate::report::rounds::{scale, span};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// When it was made, and when it is to come back.
    lead: String,
    /// The years between, which were not reviewed.
    between: Option<String>,
    purpose: Option<String>,
    risk: Option<RiskView>,
    figure: Option<Figure>,
    rounds: Option<Table>,
    /// The best level statement by statement.
    statements: Option<Table>,
    comparisons: Vec<Entry>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (self.figure.iter().collect(), self.rounds.iter().chain(&self.statements).collect())
    }
}

/// Composes the page of a review.
pub fn compose(report: &Report<'_>, review: &JointReview) -> Page {
    let (model, path) = (report.model, address::joint_review(&review.id));
    let latest = review.latest();
    let rounds = review.rounds.values().rev().map(|round| (review, round)).collect();
    let view = View {
        lead: lead(review),
        between: between(review),
        purpose: latest.purpose.clone(),
        risk: latest.risk.as_ref().map(sketch),
        figure: round_figures::figure(model, review, &path),
        rounds: joint_reviews::table(model, rounds, RowName::Year, (&path, "Omgångarna, den senaste först")),
        statements: statements(report, review, &path),
        comparisons: comparisons(review),
    };
    let crumbs = vec![
        Entry::new("Överblick", address::START),
        Entry::new("Kommungemensamma granskningar", address::JOINT_REVIEWS),
    ];
    page(path, review.title(), address::YEARS, crumbs, super::View::JointReview(Box::new(view)))
}

fn lead(review: &JointReview) -> String {
    let years: Vec<_> = review.rounds.keys().map(ToString::to_string).collect();
    let times = match years.as_slice() {
        [year] => format!("Granskningen gjordes {year}."),
        _ => format!("Granskningen har gjorts {}.", list::joined(&years)),
    };
    match round_figures::next(review, review.latest()) {
        Some(next) => format!("{times} {next}"),
        None => times,
    }
}

fn between(review: &JointReview) -> Option<String> {
    let years: Vec<_> =
        round_figures::unreviewed(review).iter().map(|(first, last)| date::years(*first, *last)).collect();
    (!years.is_empty()).then(|| format!("Åren mellan omgångarna, {}, granskades inte.", list::joined(&years)))
}

/// Every pair of rounds, the newest first.
pub fn comparisons(review: &JointReview) -> Vec<Entry> {
    let entry = |(from, to): (crate::model::Year, crate::model::Year)| {
        Entry::new(format!("Jämför {from} och {to}"), address::rounds_compared(&review.id, (from, to)))
    };
    pairs(review).into_iter().rev().map(entry).collect()
}

/// The best level of every statement, round by round; `None` when no statement has shares in two rounds.
fn statements(report: &Report<'_>, review: &JointReview, path: &str) -> Option<Table> {
    let latest = review.latest();
    let scale = scale(report.model, latest)?;
    let rounds: Vec<_> = review.rounds.values().filter(|round| round.scale == latest.scale).collect();
    let mut known: Vec<(&StatementId, &RoundStatement)> = Vec::new();
    for statement in rounds.iter().rev().flat_map(|round| round.known_statements()) {
        if !known.iter().any(|(id, _)| **id == statement.id) {
            known.push((&statement.id, statement));
        }
    }
    let cell = |id: &StatementId, round: &crate::model::Round| {
        if round.statement(id).is_none() {
            return match span(round, LevelNumber(0)).ends() {
                Ok(_) if !round.known_statements().is_empty() => Cell::missing(Missing::NotAsked),
                Ok(_) | Err(_) => Cell::missing(Missing::NotPublished),
            };
        }
        match share(round, id, LevelNumber(0)) {
            Ok(share) => Cell::figure(round_figures::per_cent(share)),
            Err(missing) => Cell::missing(missing),
        }
    };
    let shares = |id: &StatementId| rounds.iter().filter(|round| share(round, id, LevelNumber(0)).is_ok()).count();
    if rounds.len() < 2 || !known.iter().any(|(id, _)| shares(id) > 1) {
        return None;
    }
    let rows = known.iter().map(|(id, statement)| Row {
        header: Cell::text(round_figures::statement(statement)),
        cells: rounds.iter().map(|round| cell(id, round)).collect(),
    });
    let columns = rounds.iter().map(|round| Column::figures(round.year.to_string()));
    let columns = std::iter::once(Column::words("Påstående")).chain(columns).collect();
    let caption = format!("Andelen ”{}” för varje påstående, omgång för omgång", scale.levels()[0].name);
    let traces = rounds.iter().map(|round| round_figures::origin(report.model, round)).collect();
    Some(Table::new(path, "pastaenden", caption, columns, rows.collect(), traces))
}

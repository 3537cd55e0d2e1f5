//! Results through the years: one point for each year, with what parts them from the year before.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::distribution::Distribution;
use super::share::Share;
use super::{Outcome, YearResult};
use crate::model::{Body, Missing, PublishedOutcome, PublishedTotal, Statement, StatementSet, Year};

/// Why answers to a statement cannot be compared, where nobody has said more.
pub const REWORDED: &str = "Påståendet fick en ny lydelse.";

/// One point for every year of the span, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The points.
    pub points: Vec<Point>,
}

/// A year's value.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The year.
    pub year: Year,
    /// The share of the best level.
    pub value: PointValue,
    /// Why it cannot be compared with the years before.
    pub break_before: Option<String>,
}

/// A share, told apart by where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointValue {
    /// Counted.
    Computed {
        /// The share.
        share: Share,
        /// How many of those asked have answered: bodies, or for a body its statements.
        answered: Share,
    },
    /// Published, in per cent.
    Published(Decimal),
    /// Not there.
    Missing(Missing),
}

impl Series {
    /// The point of a year of the span.
    #[must_use]
    pub fn at(&self, year: Year) -> Option<&Point> {
        self.points.iter().find(|point| point.year == year)
    }

    /// The first point with a value.
    #[must_use]
    pub fn first(&self) -> Option<&Point> {
        self.points.iter().find(|point| point.value.is_there())
    }

    /// The first point with a value that the last one can be compared with: none lies before a break.
    #[must_use]
    pub fn first_comparable(&self) -> Option<&Point> {
        let last = self.points.iter().rposition(|point| point.value.is_there())?;
        let start = self.points[..=last].iter().rposition(|point| point.break_before.is_some()).unwrap_or(0);
        self.points[start..].iter().find(|point| point.value.is_there())
    }

    /// The last point with a value.
    #[must_use]
    pub fn last(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.value.is_there())
    }
}

impl PointValue {
    /// Why there is no value; `None` when there is one.
    #[must_use]
    pub fn missing(self) -> Option<Missing> {
        match self {
            Self::Computed { .. } | Self::Published(_) => None,
            Self::Missing(missing) => Some(missing),
        }
    }

    /// Whether there is a value at all.
    #[must_use]
    pub fn is_there(self) -> bool {
        match self {
            Self::Computed { .. } | Self::Published(_) => true,
            Self::Missing(_) => false,
        }
    }
}

/// All bodies together, parted where no statement can be compared with the year before.
#[must_use]
pub fn of_city(set: &StatementSet, years: &BTreeMap<Year, YearResult<'_>>) -> Series {
    let points = years.iter().map(|(year, result)| {
        let value = match &result.total {
            Outcome::Computed(distribution) => computed(distribution, result.coverage.share()),
            Outcome::Published(total) => published(total),
            Outcome::Missing(missing) => PointValue::Missing(*missing),
        };
        Point { year: *year, value, break_before: replaced(set, *year) }
    });
    Series { points: points.collect() }
}

/// One statement over all bodies, parted where a wording cannot be compared with the one before.
#[must_use]
pub fn of_statement(statement: &Statement, years: &BTreeMap<Year, YearResult<'_>>) -> Series {
    let points = years.iter().map(|(year, result)| {
        let value = match result.statements.get(&statement.id) {
            Some(_) if !result.coverage.is_enough() => PointValue::Missing(result.coverage.lack()),
            Some(distribution) => {
                let answered = Share { part: distribution.answered(), whole: result.coverage.share().whole };
                computed(distribution, answered)
            }
            None => PointValue::Missing(Missing::NotAsked),
        };
        Point { year: *year, value, break_before: reworded(statement, *year) }
    });
    Series { points: points.collect() }
}

/// All statements of one body, parted where none can be compared with the year before.
#[must_use]
pub fn of_body(body: &Body, set: &StatementSet, years: &BTreeMap<Year, YearResult<'_>>) -> Series {
    let points = years.iter().map(|(year, result)| {
        let value = match result.bodies.get(&body.id) {
            Some(Ok(distribution)) => {
                let answered = Share { part: distribution.answered(), whole: distribution.asked() };
                computed(distribution, answered)
            }
            Some(Err(missing)) => PointValue::Missing(*missing),
            None => PointValue::Missing(Missing::BodyAbsent),
        };
        Point { year: *year, value, break_before: replaced(set, *year) }
    });
    Series { points: points.collect() }
}

fn computed(distribution: &Distribution, answered: Share) -> PointValue {
    match distribution.whole() {
        0 => PointValue::Missing(distribution.reason()),
        _ => PointValue::Computed { share: distribution.best(), answered },
    }
}

/// Why no answer of a year can be compared with one of the year before: every statement is new or reworded.
fn replaced(set: &StatementSet, year: Year) -> Option<String> {
    let mut asked = set.asked(year).peekable();
    asked.peek()?;
    // The first year of a set breaks with nothing.
    set.statements().find(|(_, statement)| statement.span.first < year)?;
    let is_new = |statement: &Statement| statement.span.first == year || reworded(statement, year).is_some();
    asked
        .all(|(_, statement)| is_new(statement))
        .then(|| "Alla påståenden är nya eller har fått en ny lydelse".to_owned())
}

/// Why a statement's answers of this year cannot be compared with those before.
#[must_use]
pub fn reworded(statement: &Statement, year: Year) -> Option<String> {
    let version = statement.versions.iter().skip(1).find(|version| version.from == year && !version.comparable)?;
    Some(version.note.clone().unwrap_or_else(|| REWORDED.to_owned()))
}

fn published(total: &PublishedTotal) -> PointValue {
    match &total.outcome {
        PublishedOutcome::Shares(shares) => {
            shares[0].map_or(PointValue::Missing(Missing::NotPublished), PointValue::Published)
        }
        PublishedOutcome::Missing(missing) => PointValue::Missing(*missing),
    }
}

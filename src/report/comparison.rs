//! Where years meet: what changed, or why that cannot be said. Nothing else in the program compares two years.

pub mod rounds;

use rust_decimal::{Decimal, RoundingStrategy};

use super::SetReport;
use super::distribution::counted;
use super::series::{Point, PointValue, Series};
use crate::model::{
    Body, BodyId, Indicator, Missing, Model, Rating, Readings, StatementId, StatementSet, Version, Year,
};

/// What became of a share from one year to another.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// By so many percentage points, between the per cents that readers see: whole where they are computed.
    Points {
        /// The first share, as readers see it.
        from: Decimal,
        /// The last share, as readers see it.
        to: Decimal,
    },
    /// They cannot be compared: why.
    Broken(String),
    /// One of them is not there: which, and why.
    Missing(Year, Missing),
}

impl Change {
    /// The difference in percentage points, where there is one.
    #[must_use]
    pub fn points(&self) -> Option<Decimal> {
        match self {
            Self::Points { from, to } => Some(to - from),
            Self::Broken(_) | Self::Missing(..) => None,
        }
    }
}

/// Compares two years of a series.
#[must_use]
pub fn change(series: &Series, from: Year, to: Year) -> Change {
    let at = |year: Year| match series.at(year) {
        Some(point) => shown(point).map_err(|missing| Change::Missing(year, missing)),
        None => Err(Change::Missing(year, Missing::Unknown)),
    };
    let (first, last) = match (at(from), at(to)) {
        (Ok(first), Ok(last)) => (first, last),
        (Err(missing), _) | (_, Err(missing)) => return missing,
    };
    let mut between = series.points.iter().filter(|point| from < point.year && point.year <= to);
    match between.find_map(|point| point.break_before.clone()) {
        Some(reason) => Change::Broken(reason),
        None => Change::Points { from: first, to: last },
    }
}

/// The share as readers see it: whole per cent, half up, where it is computed, and as published where it is not.
fn shown(point: &Point) -> Result<Decimal, Missing> {
    match point.value {
        PointValue::Computed { share, .. } => {
            let exact = share.per_cent().ok_or(Missing::Unknown)?;
            Ok(exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
        }
        PointValue::Published(per_cent) => Ok(per_cent.normalize()),
        PointValue::Missing(missing) => Err(missing),
    }
}

/// Statements whose answers in a year cannot be compared with those of an earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// Asked then and now, but reworded on the way.
    pub reworded: Vec<StatementId>,
    /// Asked now only.
    pub added: Vec<StatementId>,
    /// Asked then only.
    pub dropped: Vec<StatementId>,
}

/// Finds the statements that keep two years of a set from being wholly the same.
#[must_use]
pub fn changed(set: &StatementSet, from: Year, to: Year) -> Changed {
    let mut changed = Changed::default();
    for (_, statement) in set.statements() {
        let id = statement.id.clone();
        match (statement.span.contains(from), statement.span.contains(to)) {
            (true, true) => {
                let broken = |version: &Version| from < version.from && version.from <= to && !version.comparable;
                if statement.versions.iter().skip(1).any(broken) {
                    changed.reworded.push(id);
                }
            }
            (false, true) => changed.added.push(id),
            (true, false) => changed.dropped.push(id),
            (false, false) => {}
        }
    }
    changed
}

/// What a body's ratings did from one year to another, statement by statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Movement {
    /// To a better level.
    pub up: Vec<StatementId>,
    /// To a worse level.
    pub down: Vec<StatementId>,
    /// The same level.
    pub same: u32,
    /// Not comparable: reworded, without level, or outside the order in one of the years.
    pub incomparable: u32,
}

/// Compares a body's ratings of two years; a reason when one year has none that count.
///
/// # Errors
/// The year without answers, and why it has none.
pub fn movement(
    model: &Model,
    report: &SetReport<'_>,
    body: &BodyId,
    from: Year,
    to: Year,
) -> Result<Movement, (Year, Missing)> {
    let answers = |year: Year| {
        counted(model, report.set, body, year).ok_or_else(|| {
            let result = report.years.get(&year).and_then(|result| result.bodies.get(body));
            (year, result.and_then(|result| result.as_ref().err().copied()).unwrap_or(Missing::BodyAbsent))
        })
    };
    let (before, after) = (answers(from)?, answers(to)?);
    let mut movement = Movement::default();
    for (_, statement) in report.set.asked(to) {
        let broken = report.statements.get(&statement.id).is_some_and(|series| {
            series.points.iter().any(|point| from < point.year && point.year <= to && point.break_before.is_some())
        });
        match (before.rating(&statement.id), after.rating(&statement.id)) {
            (Rating::Level(old), Rating::Level(new))
                if !broken && report.scale.is_ordered(old) && report.scale.is_ordered(new) =>
            {
                match new.cmp(&old) {
                    std::cmp::Ordering::Less => movement.up.push(statement.id.clone()),
                    std::cmp::Ordering::Greater => movement.down.push(statement.id.clone()),
                    std::cmp::Ordering::Equal => movement.same += 1,
                }
            }
            (Rating::Level(_) | Rating::Missing(_), Rating::Level(_) | Rating::Missing(_)) => {
                movement.incomparable += 1;
            }
        }
    }
    Ok(movement)
}

/// What became of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// From one figure to another.
    Between {
        /// The earlier figure.
        from: Decimal,
        /// The later figure.
        to: Decimal,
    },
    /// They cannot be compared: why.
    Broken(String),
    /// One of them is not there: which, and why.
    Missing(Year, Missing),
}

/// The first and the last year with figures that can be compared: none lies before the last break. `None` with fewer than two.
#[must_use]
pub fn comparable_ends(indicator: &Indicator, readings: &Readings) -> Option<(Year, Year)> {
    let known = readings.by_year.iter().filter(|(_, reading)| reading.value.is_ok()).map(|(year, _)| *year);
    let last = known.clone().next_back()?;
    let start = indicator.breaks.iter().map(|one| one.year).filter(|year| *year <= last).max();
    let mut known = known;
    let first = known.find(|year| start.is_none_or(|start| *year >= start))?;
    (first < last).then_some((first, last))
}

/// A body's figure of a year, or why there is none.
///
/// # Errors
/// The reason: as written, or because the body or its figures had not begun.
pub fn figure(body: &Body, readings: &Readings, year: Year) -> Result<Decimal, Missing> {
    match readings.by_year.get(&year) {
        Some(reading) => reading.value,
        None if !body.existed_in(year) => Err(Missing::BodyAbsent),
        None if readings.by_year.keys().next().is_some_and(|first| year < *first) => Err(Missing::NotAsked),
        None => Err(Missing::Unknown),
    }
}

/// Compares an indicator's figures of two years.
#[must_use]
pub fn difference(indicator: &Indicator, body: &Body, readings: &Readings, from: Year, to: Year) -> Difference {
    let at = |year: Year| figure(body, readings, year).map_err(|missing| Difference::Missing(year, missing));
    let (first, last) = match (at(from), at(to)) {
        (Ok(first), Ok(last)) => (first, last),
        (Err(missing), _) | (_, Err(missing)) => return missing,
    };
    match indicator.breaks.iter().find(|one| from < one.year && one.year <= to) {
        Some(one) => Difference::Broken(one.reason.clone()),
        None => Difference::Between { from: first, to: last },
    }
}

//! Indicators: figures per body and year with definition, unit, source and breaks.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{IndicatorId, Missing, Remarks, Year};
use crate::source::Origin;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
    /// Neither.
    Neither,
}

/// A definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The id.
    pub id: IndicatorId,
    /// Its name.
    pub name: String,
    /// What is counted, and how.
    pub definition: String,
    /// The unit, in the plural.
    pub unit: String,
    /// The unit of exactly one, where it differs.
    pub unit_of_one: Option<String>,
    /// Which way is better.
    pub direction: Direction,
    /// How many decimals are shown.
    pub decimals: u32,
    /// Years from which figures cannot be compared with those before.
    pub breaks: Vec<Break>,
    /// Targets, by year.
    pub targets: Vec<Target>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

impl Indicator {
    /// The break at this year, if there is one.
    #[must_use]
    pub fn break_at(&self, year: Year) -> Option<&Break> {
        self.breaks.iter().find(|one| one.year == year)
    }
}

/// From this year on, figures cannot be compared with those before.
#[derive(Debug, Clone, PartialEq)]
pub struct Break {
    /// The first year of the new order.
    pub year: Year,
    /// Why.
    pub reason: String,
    /// Where.
    pub origin: Origin,
}

/// What the city wants to reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The year.
    pub year: Year,
    /// The figure, in the indicator's unit.
    pub value: Decimal,
    /// Where.
    pub origin: Origin,
}

/// A body's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Readings {
    /// By year.
    pub by_year: BTreeMap<Year, Reading>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// A figure for a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// In the indicator's unit, or why there is none.
    pub value: Result<Decimal, Missing>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

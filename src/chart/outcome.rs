//! How answers fall on levels: counted here, taken from a published compilation, or missing.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::language::number;

/// A level of a scale as charts show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its name: *Tillfredsställande*.
    pub name: String,
    /// How it is coloured.
    pub tone: Tone,
    /// The sign that goes with the colour: ●, ◐, ▲, –.
    pub symbol: String,
}

/// How good a level is, for its colour and pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Can be better.
    Improve,
    /// A serious fault.
    Serious,
    /// Outside the order, as *ej tillämpligt*.
    Neutral,
}

/// How the answers of a year, a category or a body fall on the levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Counted from the answers.
    Computed {
        /// How many on each level, in the order of the levels.
        counts: Vec<u64>,
        /// How many all are; what the counts leave of it is the rest.
        whole: u64,
        /// How many bodies answered.
        answered: u64,
        /// How many should have.
        expected: u64,
    },
    /// From a published compilation, whose counts are not known.
    Published {
        /// Per cent on each level, in the order of the levels; `None` where the compilation gives none.
        percents: Vec<Option<Decimal>>,
        /// What the rest to 100 per cent is, if the compilation says so.
        remainder_note: Option<String>,
    },
    /// Neither counted nor published.
    Missing {
        /// Why, as a reader is told: *ej publicerat*.
        reason: String,
    },
}

/// The part of an outcome on one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Portion {
    /// Exact per cent.
    pub percent: Decimal,
    /// Per cent as written: whole when counted here, as published otherwise.
    pub shown: Decimal,
    /// How many, when counted.
    pub count: Option<u64>,
}

impl Portion {
    /// A share that was counted; `None` when there is nothing to share.
    pub fn computed(part: u64, whole: u64) -> Option<Portion> {
        let percent = (Decimal::from(part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(whole))?;
        Some(Portion { percent, shown: Decimal::from(number::rounded_percent(part, whole)), count: Some(part) })
    }

    /// A share that was published.
    pub fn published(percent: Decimal) -> Portion {
        Portion { percent, shown: percent.normalize(), count: None }
    }

    /// Hundredths of a per cent, for drawing.
    pub fn position(&self) -> i64 {
        (self.percent * Decimal::ONE_HUNDRED).round().to_i64().unwrap_or_default()
    }
}

impl Outcome {
    /// Why there is nothing to show; `None` when there is something.
    pub(super) fn missing(&self) -> Option<&str> {
        match self {
            Outcome::Missing { reason } => Some(reason),
            Outcome::Computed { whole: 0, .. } => Some("uppgift saknas"),
            Outcome::Computed { .. } | Outcome::Published { .. } => None,
        }
    }

    /// The portion on a level; `None` when it is not known.
    pub(super) fn portion(&self, level: usize) -> Option<Portion> {
        match self {
            Outcome::Computed { counts, whole, .. } => Portion::computed(*counts.get(level)?, *whole),
            Outcome::Published { percents, .. } => percents.get(level).copied().flatten().map(Portion::published),
            Outcome::Missing { .. } => None,
        }
    }

    /// What the levels leave of the whole; `None` when that is nothing or not known.
    pub(super) fn rest(&self) -> Option<Portion> {
        let rest = match self {
            Outcome::Computed { counts, whole, .. } => {
                Portion::computed(whole.saturating_sub(counts.iter().sum()), *whole)?
            }
            Outcome::Published { percents, .. } => {
                let given: Decimal = percents.iter().flatten().copied().sum();
                Portion::published(Decimal::ONE_HUNDRED - given)
            }
            Outcome::Missing { .. } => return None,
        };
        (rest.percent > Decimal::ZERO).then_some(rest)
    }

    /// What the rest is, in words.
    pub(super) fn rest_note(&self) -> Option<&str> {
        match self {
            Outcome::Published { remainder_note, .. } => remainder_note.as_deref(),
            Outcome::Computed { .. } | Outcome::Missing { .. } => None,
        }
    }
}

//! What the city has decided and promised in its follow-up of a year.

use jiff::civil::Date;

use super::{BodyId, CommitmentId, Decision, Missing, Remarks, Year};
use crate::source::Origin;

/// A day on which a follow-up comes before a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hearing {
    /// The body's name.
    pub body: String,
    /// The day.
    pub date: Date,
}

/// A point of a decision, as it was proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionPoint {
    /// What is to be decided.
    pub text: String,
    /// What was decided, or why that is not known; `None` when nothing has been decided yet.
    pub taken: Option<Result<DecisionTaken, Missing>>,
    /// Where.
    pub origin: Origin,
}

/// A decision about a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionTaken {
    /// Who decided, when, and where it stands.
    pub decision: Decision,
    /// What was decided, where it differs from what was proposed.
    pub text: Option<String>,
}

/// A promise that is made in the follow-up of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Commitment {
    /// The id, unique in the city for all years.
    pub id: CommitmentId,
    /// What is promised.
    pub text: String,
    /// Who promises.
    pub by: Promisor,
    /// By when.
    pub due: Deadline,
    /// How it is to be followed up.
    pub follow_up: Option<String>,
    /// How it stands.
    pub standing: Fulfilment,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// What a later year says of a promise.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitmentNews {
    /// The promise.
    pub id: CommitmentId,
    /// How it stands.
    pub standing: Fulfilment,
    /// A new deadline.
    pub due: Option<Deadline>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// Who promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Promisor {
    /// Bodies of the city.
    Bodies(Vec<BodyId>),
    /// Somebody else, by name.
    Named(String),
}

/// A day or a year by which something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// On that day at the latest.
    Day(Date),
    /// Some time in that year.
    Year(Year),
}

impl Deadline {
    /// The last day on which it is not late.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Year(year) => year.last_day(),
        }
    }
}

/// How a promise stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fulfilment {
    /// Only proposed; no decision is told. It is no promise yet.
    Proposed,
    /// Still to be kept.
    Open,
    /// Kept.
    Kept {
        /// On which day.
        on: Date,
        /// Where that can be seen.
        at: String,
    },
    /// Given up.
    Dropped {
        /// Why.
        reason: String,
    },
}

impl Fulfilment {
    /// The word, as written in content and shown on pages.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Proposed => "föreslaget",
            Self::Open => "öppet",
            Self::Kept { .. } => "klart",
            Self::Dropped { .. } => "utgått",
        }
    }
}

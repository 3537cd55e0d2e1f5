//! Self-assessments: a body's answers to a statement set for a year.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Colophon, LevelNumber, Missing, Remarks, SetId, StatementId};
use crate::source::Origin;

/// `sjalvskattning.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct SelfAssessment {
    /// The set that was answered.
    pub set: SetId,
    /// When it was handed in.
    pub submitted: Option<Date>,
    /// The answers; a statement without entry was passed over in silence.
    pub answers: BTreeMap<StatementId, Answer>,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

impl SelfAssessment {
    /// The rating of a statement that is asked; not answered where nothing is written.
    #[must_use]
    pub fn rating(&self, statement: &StatementId) -> Rating {
        self.answers.get(statement).map_or(Rating::Missing(Missing::NotAnswered), |answer| answer.rating)
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The level, or why there is none.
    pub rating: Rating,
    /// Why.
    pub reason: Option<String>,
    /// What is to be done.
    pub action: Option<String>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// A level of the set's scale, or a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// A level.
    Level(LevelNumber),
    /// No level.
    Missing(Missing),
}

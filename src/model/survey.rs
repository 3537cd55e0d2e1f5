//! Surveys and samples: counts with the whole they belong to.

use rust_decimal::Decimal;

use super::Remarks;
use crate::source::Origin;

/// A survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// Who was asked.
    pub to: String,
    /// How many answered.
    pub replies: Replies,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// How many answered a survey.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Replies {
    /// Both counts are known.
    Counted {
        /// How many were asked.
        sent: u32,
        /// How many answered; never more than were asked.
        answered: u32,
    },
    /// Only the response rate is known, in per cent, as it was published.
    Rate(Decimal),
}

/// A sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// What was looked for.
    pub name: String,
    /// What was drawn, in the plural.
    pub unit: String,
    /// How many were drawn.
    pub drawn: u32,
    /// What they turned out to be; the counts add up to `drawn`.
    pub parts: Vec<SamplePart>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

impl Sample {
    /// How many deviate, of those that were judged; `None` when none was.
    #[must_use]
    pub fn deviating(&self) -> Option<(u32, u32)> {
        let count = |wanted: &dyn Fn(Option<bool>) -> bool| {
            self.parts.iter().filter(|part| wanted(part.deviates)).map(|part| part.count).sum()
        };
        let (deviating, judged) = (count(&|deviates| deviates == Some(true)), count(&|deviates| deviates.is_some()));
        (judged > 0).then_some((deviating, judged))
    }
}

/// A part of a sample.
#[derive(Debug, Clone, PartialEq)]
pub struct SamplePart {
    /// What these have in common.
    pub name: String,
    /// How many.
    pub count: u32,
    /// Why they are so.
    pub reason: Option<String>,
    /// Whether they deviate; `None` when that is not judged.
    pub deviates: Option<bool>,
    /// Where.
    pub origin: Origin,
}

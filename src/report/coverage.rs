//! Who has answered for a year, who has not, and why.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::distribution;
use super::share::Share;
use crate::model::{Body, BodyId, Missing, Model, PublishedOutcome, StatementSet, Status, Year};

/// Where a body stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its answers are there and count.
    Submitted {
        /// When they were handed in; `None` when that is not known.
        on: Option<Date>,
        /// Whether that was after the day on which they were due.
        late: bool,
        /// Whether they have been corrected since.
        corrected: bool,
    },
    /// They are not there, or do not count.
    Missing(Missing),
}

/// All bodies that had to answer for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// By body; a body that had ended or not begun is not there.
    pub standings: BTreeMap<BodyId, Standing>,
    /// Why those without answers have none, if nobody has any.
    pub reason: Missing,
}

impl Coverage {
    /// How many have answered.
    #[must_use]
    pub fn answered(&self) -> u32 {
        let answered =
            self.standings.values().filter(|standing| matches!(standing, Standing::Submitted { .. })).count();
        u32::try_from(answered).expect("a city has fewer bodies than that")
    }

    /// How many have answered of those that had to.
    #[must_use]
    pub fn share(&self) -> Share {
        let whole = u32::try_from(self.standings.len()).expect("a city has fewer bodies than that");
        Share { part: self.answered(), whole }
    }
}

/// Finds out for each body that existed when the year ended, or has answered all the same.
#[must_use]
pub fn of_year(model: &Model, set: &StatementSet, year: Year) -> Coverage {
    let written = |body: &Body| {
        body.years.get(&year).and_then(|of_year| of_year.assessment.as_ref()).is_some_and(|one| one.set == set.id)
    };
    let reason = if model.bodies.values().any(written) { Missing::NotSubmitted } else { reason(set, year) };
    let due = model.city_reports.get(&year).and_then(|report| report.answers_due);
    let expected = model.bodies.values().filter(|body| body.answers_for(year) || written(body));
    let standings = expected.map(|body| (body.id.clone(), standing(model, set, body, year, (due, reason)))).collect();
    Coverage { standings, reason }
}

fn standing(
    model: &Model,
    set: &StatementSet,
    body: &Body,
    year: Year,
    (due, reason): (Option<Date>, Missing),
) -> Standing {
    if let Some(assessment) = distribution::counted(model, set, &body.id, year) {
        let late = assessment.submitted.zip(due).is_some_and(|(submitted, due)| submitted > due);
        let corrected = assessment.colophon.status == Some(Status::Corrected);
        return Standing::Submitted { on: assessment.submitted, late, corrected };
    }
    if body.years.get(&year).is_some_and(|of_year| of_year.withheld.assessment) {
        return Standing::Missing(Missing::Withheld);
    }
    let draft =
        body.years.get(&year).and_then(|of_year| of_year.assessment.as_ref()).is_some_and(|one| one.set == set.id);
    Standing::Missing(if draft { Missing::Draft } else { reason })
}

/// Why nobody's answers are there.
fn reason(set: &StatementSet, year: Year) -> Missing {
    match set.published(year) {
        Some(total) if total.bodies_unpublished => Missing::NotPublished,
        Some(total) => match total.outcome {
            PublishedOutcome::Missing(missing) => missing,
            PublishedOutcome::Shares(_) => Missing::Unknown,
        },
        None => Missing::Unknown,
    }
}

//! Who has answered for a year, who has not, and why.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::distribution;
use super::share::Share;
use crate::model::{Body, BodyId, Missing, Model, PublishedOutcome, PublishedTotal, StatementSet, Status, Year};

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

    /// Whether at least half have answered, so that something can be said of all together.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        let share = self.share();
        share.part > 0 && share.part * 2 >= share.whole
    }

    /// Why nothing is said of all together.
    #[must_use]
    pub fn lack(&self) -> Missing {
        if self.answered() == 0 { self.reason } else { Missing::TooFew }
    }

    /// How many have answered of those that had to.
    #[must_use]
    pub fn share(&self) -> Share {
        let whole = u32::try_from(self.standings.len()).expect("a city has fewer bodies than that");
        Share { part: self.answered(), whole }
    }
}

/// Finds out for each body that had to answer: it existed when the year ended, and did not answer another set instead.
#[must_use]
pub fn of_year(model: &Model, set: &StatementSet, year: Year) -> Coverage {
    let answer = |body: &Body| Some(body.years.get(&year)?.assessment.as_ref()?.set == set.id);
    let published = set.published(year);
    let unpublished = published.is_some_and(|total| total.bodies_unpublished);
    let any = model.bodies.values().any(|body| answer(body) == Some(true));
    let silent = if any && !unpublished { Missing::NotSubmitted } else { reason(published) };
    let due = model.city_reports.get(&year).and_then(|report| report.answers_due);
    let expected = model.bodies.values().filter(|body| answer(body).unwrap_or_else(|| body.answers_for(year)));
    let standings: BTreeMap<_, _> =
        expected.map(|body| (body.id.clone(), standing(model, set, body, year, (due, silent)))).collect();
    let reason = only_reason(&standings).unwrap_or(silent);
    Coverage { standings, reason }
}

/// The reason that all bodies without answers share, where nobody has answered.
fn only_reason(standings: &BTreeMap<BodyId, Standing>) -> Option<Missing> {
    let mut reasons = standings.values().map(|standing| match standing {
        Standing::Submitted { .. } => None,
        Standing::Missing(missing) => Some(*missing),
    });
    let first = reasons.next()??;
    reasons.all(|reason| reason == Some(first)).then_some(first)
}

fn standing(
    model: &Model,
    set: &StatementSet,
    body: &Body,
    year: Year,
    (due, silent): (Option<Date>, Missing),
) -> Standing {
    if let Some(assessment) = distribution::counted(model, set, &body.id, year) {
        let late = assessment.submitted.zip(due).is_some_and(|(submitted, due)| submitted > due);
        let corrected = assessment.colophon.status == Some(Status::Corrected);
        return Standing::Submitted { on: assessment.submitted, late, corrected };
    }
    Standing::Missing(match body.years.get(&year) {
        Some(of_year) if of_year.withheld.assessment => Missing::Withheld,
        Some(of_year) if of_year.assessment.is_some() => Missing::Draft,
        Some(_) | None => silent,
    })
}

/// Why those who have written nothing have not, as the publication tells.
fn reason(published: Option<&PublishedTotal>) -> Missing {
    match published {
        Some(total) if total.bodies_unpublished => Missing::NotPublished,
        Some(PublishedTotal { outcome: PublishedOutcome::Missing(missing), .. }) => *missing,
        Some(_) | None => Missing::Unknown,
    }
}

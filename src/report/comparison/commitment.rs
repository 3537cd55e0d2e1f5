//! Promises of the city through the years: what was promised, and what later years say of it.

use crate::model::{CityReport, Commitment, CommitmentNews, Deadline, Fulfilment, Model, Year};

/// A promise with all that later years say of it.
#[derive(Debug, Clone)]
pub struct CommitmentHistory<'m> {
    /// The year in whose follow-up it was made.
    pub year: Year,
    /// The promise.
    pub commitment: &'m Commitment,
    /// What later years say, oldest first.
    pub news: Vec<(Year, &'m CommitmentNews)>,
}

impl<'m> CommitmentHistory<'m> {
    /// What had been said of it up to and with a year; `None` when it was not yet made.
    #[must_use]
    pub fn until(&self, year: Year) -> Option<Self> {
        let news = self.news.iter().filter(|(other, _)| *other <= year).copied().collect();
        (self.year <= year).then_some(Self { news, ..*self })
    }

    /// How it stands by the latest word.
    #[must_use]
    pub fn standing(&self) -> &'m Fulfilment {
        self.news.last().map_or(&self.commitment.standing, |(_, news)| &news.standing)
    }

    /// The latest deadline that was said.
    #[must_use]
    pub fn due(&self) -> Deadline {
        self.news.iter().rev().find_map(|(_, news)| news.due).unwrap_or(self.commitment.due)
    }

    /// The year that last mentions it.
    #[must_use]
    pub fn last(&self) -> Year {
        self.news.last().map_or(self.year, |(year, _)| *year)
    }

    /// Whether it was still to be kept when last heard of, though a later follow-up, of the year in which it was due or one
    /// after, should have told of it.
    #[must_use]
    pub fn is_silent(&self, model: &Model) -> bool {
        reports(model).last().is_some_and(|(last, _)| self.is_silent_at(model, last))
    }

    fn is_silent_at(&self, model: &Model, at: Year) -> bool {
        let due = self.due().last_day();
        let mut later = reports(model).filter(|(year, _)| *year > self.last() && *year <= at);
        *self.standing() == Fulfilment::Open && later.any(|(year, _)| year.last_day() >= due)
    }
}

/// What became of a promise from one year to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommitmentFate {
    /// Only proposed, so that it is no promise.
    Proposed,
    /// Still to be kept, though nobody tells of it any more.
    Silent,
    /// Made or decided after the earlier year, and still to be kept.
    New,
    /// Made before, and still to be kept.
    Open,
    /// Kept.
    Kept,
    /// Given up.
    Dropped,
}

/// The promises that were still to be kept in the earlier of two years, or were made after it, as they stood in the later one.
#[must_use]
pub fn between(model: &Model, from: Year, to: Year) -> Vec<(CommitmentHistory<'_>, CommitmentFate)> {
    histories(model).iter().filter_map(|history| became(model, history, (from, to))).collect()
}

fn became<'m>(
    model: &'m Model,
    history: &CommitmentHistory<'m>,
    (from, to): (Year, Year),
) -> Option<(CommitmentHistory<'m>, CommitmentFate)> {
    let (before, after) = (history.until(from), history.until(to)?);
    let is_over = |before: &CommitmentHistory<'_>| match before.standing() {
        Fulfilment::Proposed => false,
        Fulfilment::Open => before.is_silent_at(model, from),
        Fulfilment::Kept { .. } | Fulfilment::Dropped { .. } => true,
    };
    let was_promised = before.as_ref().is_some_and(|before| *before.standing() != Fulfilment::Proposed);
    if before.as_ref().is_some_and(|before| is_over(before) && before.last() == after.last()) {
        return None;
    }
    let fate = match after.standing() {
        Fulfilment::Kept { .. } => CommitmentFate::Kept,
        Fulfilment::Dropped { .. } => CommitmentFate::Dropped,
        Fulfilment::Open if after.is_silent_at(model, to) => CommitmentFate::Silent,
        Fulfilment::Proposed => CommitmentFate::Proposed,
        Fulfilment::Open if !was_promised => CommitmentFate::New,
        Fulfilment::Open => CommitmentFate::Open,
    };
    Some((after, fate))
}

/// Every promise, in the order in which they were made. A draft promises nothing.
#[must_use]
pub fn histories(model: &Model) -> Vec<CommitmentHistory<'_>> {
    let mut histories: Vec<CommitmentHistory<'_>> = Vec::new();
    for (year, report) in reports(model) {
        for news in &report.news {
            if let Some(history) = histories.iter_mut().find(|history| history.commitment.id == news.id) {
                history.news.push((year, news));
            }
        }
        let made = report.commitments.iter();
        histories.extend(made.map(|commitment| CommitmentHistory { year, commitment, news: Vec::new() }));
    }
    histories
}

fn reports(model: &Model) -> impl Iterator<Item = (Year, &CityReport)> {
    let counting = model.city_reports.iter().filter(|(_, report)| report.colophon.counts());
    counting.map(|(year, report)| (*year, report))
}

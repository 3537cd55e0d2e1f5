//! Promises of the city through the years: what was promised, and what later years say of it.

use crate::model::{CityReport, Commitment, CommitmentNews, Deadline, Fulfilment, Model, Year};
use crate::source::Origin;

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

/// How a promise stood at the end of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommitmentState {
    /// It had not been made.
    NotMade,
    /// Only proposed, so that it was no promise.
    Proposed,
    /// Still to be kept.
    Open,
    /// Still to be kept, though nobody told of it any more.
    Silent,
    /// Kept.
    Kept,
    /// Given up.
    Dropped,
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

/// A promise at the end of two years.
#[derive(Debug, Clone)]
pub struct CommitmentChange<'m> {
    /// The promise, with what had been said of it by the end of the later year.
    pub history: CommitmentHistory<'m>,
    /// At the end of the earlier year.
    pub before: CommitmentState,
    /// At the end of the later year.
    pub after: CommitmentState,
    /// Where either was said last: in a follow-up, or where the promise was made.
    pub origins: (Origin, Origin),
}

impl CommitmentChange<'_> {
    /// What became of it; `None` when it had not been made by the end of the second year, as when years are named backwards.
    #[must_use]
    pub fn fate(&self) -> Option<CommitmentFate> {
        Some(match (self.before, self.after) {
            (_, CommitmentState::NotMade) => return None,
            (_, CommitmentState::Proposed) => CommitmentFate::Proposed,
            (_, CommitmentState::Silent) => CommitmentFate::Silent,
            (_, CommitmentState::Kept) => CommitmentFate::Kept,
            (_, CommitmentState::Dropped) => CommitmentFate::Dropped,
            (CommitmentState::NotMade | CommitmentState::Proposed, CommitmentState::Open) => CommitmentFate::New,
            (_, CommitmentState::Open) => CommitmentFate::Open,
        })
    }
}

/// The promises that had been made or proposed by the end of either year, but for those that were over at the end of both.
#[must_use]
pub fn between(model: &Model, from: Year, to: Year) -> Vec<CommitmentChange<'_>> {
    histories(model).iter().filter_map(|history| became(model, history, (from, to))).collect()
}

fn became<'m>(
    model: &'m Model,
    history: &CommitmentHistory<'m>,
    (from, to): (Year, Year),
) -> Option<CommitmentChange<'m>> {
    let ((before, was), (after, is)) = (standing_at(model, history, from), standing_at(model, history, to));
    let is_over = match after {
        CommitmentState::NotMade | CommitmentState::Silent | CommitmentState::Kept | CommitmentState::Dropped => true,
        CommitmentState::Proposed | CommitmentState::Open => false,
    };
    let history = history.until(from.max(to))?;
    (before != after || !is_over).then_some(CommitmentChange { history, before, after, origins: (was, is) })
}

fn standing_at(model: &Model, history: &CommitmentHistory<'_>, year: Year) -> (CommitmentState, Origin) {
    let made = history.commitment.origin;
    let Some(known) = history.until(year) else { return (CommitmentState::NotMade, made) };
    let state = match known.standing() {
        Fulfilment::Proposed => CommitmentState::Proposed,
        Fulfilment::Open if known.is_silent_at(model, year) => CommitmentState::Silent,
        Fulfilment::Open => CommitmentState::Open,
        Fulfilment::Kept { .. } => CommitmentState::Kept,
        Fulfilment::Dropped { .. } => CommitmentState::Dropped,
    };
    (state, known.news.last().map_or(made, |(_, news)| news.origin))
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

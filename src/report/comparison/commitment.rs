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
        let due = self.due().last_day();
        let mut later = reports(model).filter(|(year, _)| *year > self.last());
        *self.standing() == Fulfilment::Open && later.any(|(year, _)| year.last_day() >= due)
    }
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

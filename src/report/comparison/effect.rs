//! The effect that was wished for in one year beside the one that was reached in another.

use std::collections::BTreeSet;

use crate::model::{Body, Measure, MeasureId, Progress};

/// What earlier and later documents of the same measure say of its effect.
#[derive(Debug, Clone, Copy)]
pub struct Effects<'m> {
    /// The nearest earlier document that says what effect is wished for.
    pub wished: Option<&'m Measure>,
    /// The latest later document that says what effect was reached.
    pub reached: Option<&'m Measure>,
}

impl Effects<'_> {
    /// Whether a measure that is done was to have an effect of which nobody says whether it was reached.
    #[must_use]
    pub fn is_unknown(&self, measure: &Measure) -> bool {
        let is_wished = measure.wished_effect.is_some() || self.wished.is_some();
        let is_reached = measure.reached_effect.is_some() || self.reached.is_some();
        measure.progress == Progress::Done && is_wished && !is_reached
    }
}

/// The effects beside a measure's document: of documents with the same id, and of those that follow up one another.
#[must_use]
pub fn beside<'m>(body: &'m Body, measure: &'m Measure) -> Effects<'m> {
    let year = measure.period.year;
    let mut ids: BTreeSet<&MeasureId> = std::iter::once(&measure.id).chain(&measure.follows_up).collect();
    let mut wished = None;
    for (_, of_year) in body.years.range(..year).rev() {
        let earlier: Vec<_> =
            of_year.measures.iter().filter(|one| ids.contains(&one.id) && one.colophon.counts()).collect();
        ids.extend(earlier.iter().filter_map(|one| one.follows_up.as_ref()));
        wished = wished.or_else(|| earlier.into_iter().find(|one| one.wished_effect.is_some()));
    }
    let mut ids = BTreeSet::from([&measure.id]);
    let mut reached = None;
    for (_, of_year) in body.years.range(year..).skip_while(|(other, _)| **other == year) {
        let follows = |one: &&Measure| {
            let is_next = ids.contains(&one.id) || one.follows_up.as_ref().is_some_and(|id| ids.contains(id));
            is_next && one.colophon.counts()
        };
        let later: Vec<_> = of_year.measures.iter().filter(follows).collect();
        ids.extend(later.iter().map(|one| &one.id));
        reached = later.into_iter().find(|one| one.reached_effect.is_some()).or(reached);
    }
    Effects { wished, reached }
}

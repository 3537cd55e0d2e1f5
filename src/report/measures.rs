//! Measures through the years: the same file name is the same measure, and its latest document says how far it has come.

use jiff::civil::Date;

use crate::model::{Body, Measure, Model};

/// A measure with all its documents.
#[derive(Debug, Clone)]
pub struct MeasureHistory<'m> {
    /// Whose it is.
    pub body: &'m Body,
    /// The documents that count, oldest first; at least one.
    pub documents: Vec<&'m Measure>,
}

impl<'m> MeasureHistory<'m> {
    /// The document that says how far it has come.
    #[must_use]
    pub fn latest(&self) -> &'m Measure {
        self.documents.last().expect("a history begins with a document")
    }

    /// Whether it is late at the given date, as its latest document tells; nobody is late for a body that has ended.
    #[must_use]
    pub fn is_overdue(&self, at: Date) -> bool {
        self.body.until.is_none_or(|until| until >= at) && self.latest().is_overdue(at)
    }
}

/// Every measure of every body: by deadline, those without one last, then by body and id.
#[must_use]
pub fn histories(model: &Model) -> Vec<MeasureHistory<'_>> {
    let mut histories: Vec<_> = model.bodies.values().flat_map(of_body).collect();
    histories.sort_by_key(|history| {
        let latest = history.latest();
        (latest.due.is_none(), latest.due, history.body.id.clone(), latest.id.clone())
    });
    histories
}

/// A measure whose latest document is internal is left out: what its older ones say is no longer so.
fn of_body(body: &Body) -> Vec<MeasureHistory<'_>> {
    let mut histories: Vec<MeasureHistory<'_>> = Vec::new();
    let withheld = |measure: &Measure| {
        body.years.range(measure.period.year..).any(|(_, of_year)| of_year.withheld.measures.contains(&measure.id))
    };
    let mut all: Vec<_> =
        body.years.values().flat_map(|of_year| &of_year.measures).filter(|measure| measure.colophon.counts()).collect();
    all.sort_by_key(|measure| (measure.id.clone(), measure.period.year, measure.period.tertial));
    for measure in all {
        match histories.last_mut() {
            Some(history) if history.latest().id == measure.id => history.documents.push(measure),
            _ => histories.push(MeasureHistory { body, documents: vec![measure] }),
        }
    }
    histories.retain(|history| !withheld(history.latest()));
    histories
}

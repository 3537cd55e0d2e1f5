//! The appendices in their order. Where a figure is not published, an appendix says so.

use serde::Serialize;

use super::super::comparison::Compared;
use super::super::{Parts, Table};
use super::{Heading, ladder, ratings, repeated};
use crate::model::Year;
use crate::report::Report;

/// The view.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct View {
    appendices: Vec<Appendix>,
}

/// An appendix.
#[derive(Debug, Serialize)]
pub struct Appendix {
    pub heading: Heading,
    /// What must be known to read it.
    pub sentences: Vec<String>,
    /// Why it has no tables of its own.
    pub missing: Option<String>,
    pub tables: Vec<Table>,
    /// What is said below them.
    pub after: Vec<String>,
    pub parts: Vec<Part>,
}

/// A part of an appendix under a heading of its own.
#[derive(Debug, Serialize)]
pub struct Part {
    pub title: String,
    /// What is not published or cannot be compared.
    pub missing: Vec<String>,
    pub tables: Vec<Table>,
}

impl Appendix {
    /// An appendix that is still to be filled.
    pub fn new(heading: Heading) -> Self {
        let (sentences, after) = (Vec::new(), Vec::new());
        Self { heading, sentences, missing: None, tables: Vec::new(), after, parts: Vec::new() }
    }

    /// An appendix that says why there is nothing in it.
    pub fn empty(heading: Heading, missing: String) -> Self {
        Self { missing: Some(missing), ..Self::new(heading) }
    }
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let tables = self.appendices.iter().flat_map(|one| {
            let parts = one.parts.iter().flat_map(|part| &part.tables);
            one.tables.iter().chain(parts)
        });
        (Vec::new(), tables.collect())
    }

    /// The headings in order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.appendices.iter().map(|one| &one.heading)
    }
}

/// Composes the appendices of a year.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, year: Year, path: &str) -> View {
    let mut appendices = vec![
        ratings::of_year(report, 1, year, path),
        ratings::of_year(report, 2, year.before(), path),
        ratings::first_and_last(report, all, year, path),
        ladder::compose(report, year, path),
        repeated::compose(report, year, path),
    ];
    // The same table may stand in the text: its name says which it is.
    for (at, one) in appendices.iter_mut().enumerate() {
        let parts = one.parts.iter_mut().flat_map(|part| &mut part.tables);
        for table in one.tables.iter_mut().chain(parts) {
            table.caption = format!("Bilaga {}: {}", at + 1, table.caption);
        }
    }
    View { appendices }
}

//! What changed between two years: the choice of two, the city in two years, a body in two years.

mod bodies;
mod body;
mod cells;
mod choice;
mod commitments;
mod documents;
mod joint;
mod ratings;
mod readings;
mod recommendations;
mod reports;
mod statements;
pub mod summary;
mod text;
pub mod totals;
mod two_years;
mod wordings;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Page, address};
use crate::model::{Body, BodyId, Year, YearSpan};
use crate::report::Report;
use crate::report::comparison::{self, BodyComparison, Comparison};

pub use body::View as BodyView;
pub use choice::View as ChoiceView;
pub use two_years::View;

/// Every two years of the report, compared once for all pages.
pub struct Compared<'r> {
    span: YearSpan,
    pairs: BTreeMap<(Year, Year), Comparison<'r>>,
}

/// Compares every two years.
pub fn compare<'r>(report: &'r Report<'r>) -> Compared<'r> {
    let span = report.model.municipality.span;
    let pairs: Vec<_> =
        span.years().flat_map(|to| span.years().filter(move |from| *from < to).map(move |from| (from, to))).collect();
    let compared = pairs.into_par_iter().map(|(from, to)| ((from, to), comparison::between(report, from, to)));
    Compared { span, pairs: compared.collect() }
}

impl<'r> Compared<'r> {
    /// The comparison of two years, the earlier first.
    pub fn between(&self, from: Year, to: Year) -> Option<&Comparison<'r>> {
        self.pairs.get(&(from, to))
    }

    /// The bodies with something to show in pairs of years that have pages of their bodies: neighbours, and the first and the last.
    pub fn bodies(&self, from: Year, to: Year) -> impl Iterator<Item = &BodyComparison<'r>> {
        let has_pages = from == to.before() || (from, to) == (self.span.first, self.span.last);
        let compared = self.between(from, to).filter(|_| has_pages);
        compared.into_iter().flat_map(|compared| &compared.bodies).filter(|body| body.is_there())
    }

    /// The page of a body in two years, where there is one.
    pub fn page_of(&self, from: Year, to: Year, id: &BodyId) -> Option<String> {
        let is_there = self.bodies(from, to).any(|one| one.body.latest().id == *id);
        is_there.then(|| address::body_comparison(from, to, id))
    }

    /// Where a body is read in two years: on the page of both, or on its own.
    fn address_of(&self, from: Year, to: Year, body: &Body) -> String {
        self.page_of(from, to, &body.id).unwrap_or_else(|| address::body(&body.id))
    }
}

/// Composes the pages of every two years, and the one on which they are chosen.
pub fn compose(report: &Report<'_>, compared: &Compared<'_>) -> Vec<Page> {
    let pairs: Vec<_> = compared.pairs.values().collect();
    let pages = pairs.par_iter().flat_map(|pair| {
        let (from, to) = (pair.sides.before.year, pair.sides.after.year);
        let bodies: Vec<_> = compared.bodies(from, to).collect();
        let bodies = bodies.into_par_iter().map(move |body| body::compose(report, compared, pair, body));
        bodies.chain(rayon::iter::once(two_years::compose(report, compared, pair)))
    });
    let mut pages: Vec<_> = pages.collect();
    pages.push(choice::compose(report, compared));
    pages
}

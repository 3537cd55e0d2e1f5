//! Measures and reviews whose newest document says that something is still to be done, for the rules about these.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{Body, Model, Progress, Year};
use crate::source::Origin;

/// A measure or a review: the name of its folder, and its id.
pub type Errand<'m> = (&'static str, &'m str);

/// Something that is still to be done.
pub struct Unfinished<'m> {
    /// Whose it is.
    pub body: &'m Body,
    /// What it is.
    pub errand: Errand<'m>,
    /// The year of its newest document.
    pub year: Year,
    /// How far it had come.
    pub progress: Progress,
    /// The deadline.
    pub due: Option<Date>,
    /// Where the newest document is.
    pub origin: Origin,
}

/// All of every body. A draft promises nothing, and what an internal document says is nobody's to know.
pub fn all(model: &Model) -> Vec<Unfinished<'_>> {
    model.bodies.values().flat_map(of_body).collect()
}

/// The errands that a body has a document of in a year, internal ones included.
pub fn errands(body: &Body, year: Year) -> Vec<Errand<'_>> {
    let Some(of_year) = body.years.get(&year) else { return Vec::new() };
    let measures = of_year.measures.iter().map(|measure| &measure.id).chain(&of_year.withheld.measures);
    let reviews = of_year.reviews.iter().map(|review| &review.id).chain(&of_year.withheld.reviews);
    let measures = measures.map(|id| ("atgarder", id.as_str()));
    measures.chain(reviews.map(|id| ("granskningar", id.as_str()))).collect()
}

fn of_body(body: &Body) -> Vec<Unfinished<'_>> {
    let mut newest: BTreeMap<Errand<'_>, Year> = BTreeMap::new();
    for year in body.years.keys() {
        newest.extend(errands(body, *year).into_iter().map(|errand| (errand, *year)));
    }
    let mut unfinished = Vec::new();
    for (year, of_year) in &body.years {
        let measures = of_year
            .measures
            .iter()
            .map(|one| (("atgarder", one.id.as_str()), one.progress, one.due, one.origin, one.colophon.counts()));
        let reviews = of_year
            .reviews
            .iter()
            .map(|one| (("granskningar", one.id.as_str()), one.progress, one.due, one.origin, one.colophon.counts()));
        for (errand, progress, due, origin, counts) in measures.chain(reviews) {
            if counts && progress.is_open() && newest[&errand] == *year {
                unfinished.push(Unfinished { body, errand, year: *year, progress, due, origin });
            }
        }
    }
    unfinished
}

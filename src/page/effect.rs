//! The effect that a measure was to have, and the one that it had, shown from either end.

use serde::Serialize;

use super::address;
use super::frame::Entry;
use crate::model::{Body, Measure};
use crate::report::comparison::effect::beside;

/// The effects that other years tell of.
#[derive(Debug, Serialize)]
pub struct View {
    /// What was wished for in an earlier year.
    wished: Option<Told>,
    /// What was reached in a later year.
    reached: Option<Told>,
    /// Whether nobody says if the wished effect was reached, though the measure is done.
    unknown: bool,
}

/// An effect as another year tells of it.
#[derive(Debug, Serialize)]
struct Told {
    text: String,
    /// The year's document.
    entry: Entry,
}

/// Composes the effects beside a measure's document.
pub fn compose(body: &Body, measure: &Measure) -> View {
    let found = beside(body, measure);
    let told = |one: &Measure, text: &Option<String>| {
        let year = one.period.year;
        let address = format!("{}#atgard-{}", address::body_year(&body.id, year), one.id);
        let name = if one.id == measure.id { year.to_string() } else { format!("{} ({year})", one.title) };
        Some(Told { text: text.clone()?, entry: Entry::new(name, address) })
    };
    View {
        wished: found.wished.and_then(|one| told(one, &one.wished_effect)),
        reached: found.reached.and_then(|one| told(one, &one.reached_effect)),
        unknown: found.is_unknown(measure),
    }
}

//! Rule: an open document does not name an internal one, since its own lines are shown.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{MeasureId, Model};
use crate::source::Origin;
use crate::words;

/// Tells every open review, and every open answer to a joint one, that leads to a measure of which nothing is published.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        let measures = body.years.values().flat_map(|of_year| &of_year.measures).map(|measure| &measure.id);
        let open: BTreeSet<_> = measures.collect();
        for of_year in body.years.values() {
            for review in &of_year.reviews {
                led_to(&review.led_to, &open, review.origin, context);
            }
            for answer in of_year.joint.values() {
                led_to(&answer.led_to, &open, answer.origin, context);
            }
        }
    }
}

fn led_to(measures: &[MeasureId], open: &BTreeSet<&MeasureId>, origin: Origin, context: &mut Context<'_>) {
    for id in measures.iter().filter(|id| !open.contains(id)) {
        let quoted = brief(id.as_str());
        let message = words!(
            "granskningen är öppen men hänvisar till åtgärden ”{quoted}”, som är intern",
            "the review is open but refers to the measure “{quoted}”, which is internal"
        );
        let place = written::below(origin, &["ledde till"], id.as_str(), context);
        let fault = Diagnostic::new(Code::NamesInternal, place, message);
        context.diagnostics.error(fault.hint(words!(
            "Ta bort hänvisningen, eller gör granskningen intern",
            "Remove the reference, or make the review internal"
        )));
    }
}

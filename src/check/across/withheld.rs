//! Rule: an open document does not name an internal one, since its own lines are shown.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::Model;
use crate::words;

/// Tells every open review that leads to a measure of which nothing is published.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        let measures = body.years.values().flat_map(|of_year| &of_year.measures).map(|measure| &measure.id);
        let open: BTreeSet<_> = measures.collect();
        for review in body.years.values().flat_map(|of_year| &of_year.reviews) {
            for id in review.led_to.iter().filter(|id| !open.contains(id)) {
                let quoted = brief(id.as_str());
                let message = words!(
                    "granskningen är öppen men hänvisar till åtgärden ”{quoted}”, som är intern",
                    "the review is open but refers to the measure “{quoted}”, which is internal"
                );
                let place = written::below(review.origin, &["ledde till"], id.as_str(), context);
                let fault = Diagnostic::new(Code::NamesInternal, place, message);
                context.diagnostics.error(fault.hint(words!(
                    "Ta bort hänvisningen, eller gör granskningen intern",
                    "Remove the reference, or make the review internal"
                )));
            }
        }
    }
}

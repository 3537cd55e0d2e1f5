//! Rule: an open document does not name an internal one, since its own lines are shown.

use std::collections::BTreeSet;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;

/// Tells every open review that leads to a measure of which nothing is published.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        let measures = body.years.values().flat_map(|of_year| &of_year.measures).map(|measure| &measure.id);
        let open: BTreeSet<_> = measures.collect();
        for review in body.years.values().flat_map(|of_year| &of_year.reviews) {
            for id in review.led_to.iter().filter(|id| !open.contains(id)) {
                let message = format!("granskningen är öppen men hänvisar till åtgärden ”{id}”, som är intern");
                let fault = Diagnostic::new(Code::NamesInternal, context.sources.line(review.origin), message);
                context.diagnostics.error(fault.hint("Ta bort hänvisningen, eller gör granskningen intern"));
            }
        }
    }
}

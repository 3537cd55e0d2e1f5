//! Rule: an open document does not name an internal one, since its own lines are shown.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{BodyYear, MeasureId, Model, ReviewId};
use crate::words;

/// Tells every open document that names one of which nothing is published: reviews and plans.
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
        body.years.values().for_each(|of_year| plan(of_year, context));
    }
}

fn plan(of_year: &BodyYear, context: &mut Context<'_>) {
    for risk in of_year.plan.iter().flat_map(|plan| &plan.risks) {
        let measures = risk.measures.iter().filter(|id| of_year.withheld.measures.contains(id)).map(MeasureId::as_str);
        let reviews = risk.reviews.iter().filter(|id| of_year.withheld.reviews.contains(id)).map(ReviewId::as_str);
        for id in measures.chain(reviews) {
            let quoted = brief(id);
            let message = words!(
                "planen är öppen men hänvisar till ”{quoted}”, som är intern",
                "the plan is open but refers to “{quoted}”, which is internal"
            );
            let fault = Diagnostic::new(Code::NamesInternal, written::after(risk.origin, id, context), message);
            context.diagnostics.error(fault.hint(words!(
                "Ta bort hänvisningen, eller gör planen intern",
                "Remove the reference, or make the plan internal"
            )));
        }
    }
}

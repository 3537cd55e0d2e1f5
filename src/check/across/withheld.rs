//! Rule: an open document does not name an internal one, since its own lines are shown.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{Body, BodyYear, MeasureId, Model, ReviewId};
use crate::source::Origin;
use crate::words;

/// Tells every open document that names one of which nothing is published: reviews, answers, measures, responses and plans.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        let measures = body.years.values().flat_map(|of_year| &of_year.measures).map(|measure| &measure.id);
        let open: BTreeSet<_> = measures.collect();
        for (id, key, origin) in named(body) {
            if !open.contains(id) {
                tell(id, key, origin, context);
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

/// The measures that a body's documents name, with the key and the document.
fn named(body: &Body) -> Vec<(&MeasureId, &'static str, Origin)> {
    let mut named = Vec::new();
    for of_year in body.years.values() {
        for review in &of_year.reviews {
            named.extend(review.led_to.iter().map(|id| (id, "ledde till", review.origin)));
        }
        for answer in of_year.joint.values() {
            named.extend(answer.led_to.iter().map(|id| (id, "ledde till", answer.origin)));
        }
        for measure in &of_year.measures {
            named.extend(measure.follows_up.iter().map(|id| (id, "följer upp", measure.origin)));
        }
    }
    for response in body.responses.values() {
        let first = response.first.iter().flat_map(|reply| reply.answers.values()).flatten();
        named.extend(first.flat_map(|one| one.led_to.iter().map(|id| (id, "ledde till", one.origin))));
        let follow_up = response.follow_up.iter().flatten().flat_map(|reply| reply.answers.values()).flatten();
        named.extend(follow_up.flat_map(|one| one.led_to.iter().map(|id| (id, "ledde till", one.origin))));
    }
    named
}

fn tell(id: &MeasureId, key: &str, origin: Origin, context: &mut Context<'_>) {
    let id = id.as_str();
    let quoted = brief(id);
    let message = words!(
        "dokumentet är öppet men hänvisar till åtgärden ”{quoted}”, som är intern",
        "the document is open but refers to the measure “{quoted}”, which is internal"
    );
    let walked = written::below(origin, &[key], id, context);
    let place = if walked == context.sources.line(origin) { written::after(origin, id, context) } else { walked };
    let fault = Diagnostic::new(Code::NamesInternal, place, message);
    context.diagnostics.error(fault.hint(words!(
        "Ta bort hänvisningen, eller gör dokumentet internt",
        "Remove the reference, or make the document internal"
    )));
}

//! Rule: whoever names a predecessor is named by it as successor, and the other way.

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{Body, Model};
use crate::words;

/// Warns of every succession that only one side tells.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        for id in &body.predecessors {
            let other = &model.bodies[id];
            if !other.successors.contains(&body.id) {
                warn(body, other, ("föregångare", "efterföljare"), context);
            }
        }
        for id in &body.successors {
            let other = &model.bodies[id];
            if !other.predecessors.contains(&body.id) {
                warn(body, other, ("efterföljare", "föregångare"), context);
            }
        }
    }
}

fn warn(body: &Body, other: &Body, (role, reverse): (&str, &str), context: &mut Context<'_>) {
    let (name, other_name, id) = (brief(&body.name), brief(&other.name), &body.id);
    let place = written::below(body.origin, &[role], other.id.as_str(), context);
    let message = words!(
        "{name} har {other_name} som {role}, men {other_name} nämner inte {name}",
        "{name} has {other_name} as “{role}”, but {other_name} does not mention {name}"
    );
    let fault = Diagnostic::new(Code::OneSidedSuccession, place, message).hint(words!(
        "Lägg till ”{id}” under ”{reverse}” hos {other_name}",
        "Add “{id}” under “{reverse}” of {other_name}"
    ));
    let related = written::value(other.origin, &["namn"], context);
    context.diagnostics.warn(fault.related(related, words!("det andra organet", "the other body")));
}

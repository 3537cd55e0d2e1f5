//! Rule: whoever names a predecessor is named by it as successor, and the other way.

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, Model};

/// Warns of every succession that only one side tells.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        for id in &body.predecessors {
            let other = &model.bodies[id];
            if !other.successors.contains(&body.id) {
                warn(body, other, "föregångare", "efterföljare", context);
            }
        }
        for id in &body.successors {
            let other = &model.bodies[id];
            if !other.predecessors.contains(&body.id) {
                warn(body, other, "efterföljare", "föregångare", context);
            }
        }
    }
}

fn warn(body: &Body, other: &Body, role: &str, reverse: &str, context: &mut Context<'_>) {
    let message = format!("{} har {} som {role}, men {} nämner inte {}", body.name, other.name, other.name, body.name);
    let fault = Diagnostic::new(Code::OneSidedSuccession, context.sources.line(body.origin), message);
    context.diagnostics.warn(fault.hint(format!("Lägg till ”{}” under ”{reverse}” hos {}", body.id, other.name)));
}

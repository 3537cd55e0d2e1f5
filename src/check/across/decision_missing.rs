//! Rule: what is adopted names the decision by which it was.

use super::super::context::Context;
use super::super::written;
use super::colophons;
use crate::diagnostic::Code;
use crate::model::{Model, Status};
use crate::words;

/// Warns of every adopted document without a decision.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for held in colophons::all(model) {
        let is_adopted = matches!(held.colophon.status, Some(Status::Adopted | Status::Corrected));
        if !is_adopted || !held.colophon.decisions.is_empty() {
            continue;
        }
        let place = written::value(held.origin, &["status"], context);
        context.warn(
            Code::DecisionMissing,
            place,
            words!(
                "dokumentet är beslutat, men det står inte vem som beslutade och när",
                "the document is adopted, but it is not said by whom and when"
            ),
            words!(
                "Skriv ”beslut: {{ organ: …, datum: … }}”, eller ”status: utkast” om det inte är beslutat",
                "Write “beslut: {{ organ: …, datum: … }}”, or “status: utkast” if it is not adopted"
            ),
        );
    }
}

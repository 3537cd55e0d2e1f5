//! Rule: a new wording of a statement says whether its answers can be compared with those to the one before.

use super::context::Context;
use crate::diagnostic::{Code, Reported};
use crate::source::Span;
use crate::words;

/// Tells a wording, at its place, that does not say.
pub fn unsaid(place: Span, context: &mut Context<'_>) -> Reported {
    context.error(
        Code::ComparabilityUnsaid,
        place,
        words!(
            "det står inte om svaren på den nya lydelsen går att jämföra med de tidigare",
            "it is not said whether answers to the new wording can be compared with those before"
        ),
        words!(
            "Skriv ”jämförbar: ja” om påståendet betyder detsamma som förut, annars ”jämförbar: nej” och en ”not” om vad som ändrades",
            "Write “jämförbar: ja” if the statement means the same as before, otherwise “jämförbar: nej” and a “not” on what was changed"
        ),
    )
}

//! Rule: a review that is done says what it found, in words or in figures.

use super::context::Context;
use super::{sections, written};
use crate::diagnostic::Code;
use crate::model::TitledProse;
use crate::source::Origin;
use crate::syntax::Markdown;
use crate::words;

/// The section that says it.
const RESULT: &str = "Resultat";

/// Reads a review's sections. One that is not settled, being done without a figure, has to say its result in them.
pub fn sections(
    markdown: &Markdown,
    known: &[&str],
    (is_settled, origin): (bool, Origin),
    context: &mut Context<'_>,
) -> TitledProse {
    let is_written = sections::find(markdown, RESULT).is_some_and(|section| !section.prose.blocks.is_empty());
    if is_settled || is_written {
        return sections::read(markdown, known, context);
    }
    let place = written::value(origin, &["läge"], context);
    context.warn(
        Code::ReviewWithoutResult,
        place,
        words!(
            "granskningen är klar, men säger inte vad den kom fram till",
            "the review is done, but does not say what it found"
        ),
        words!(
            "Skriv resultatet under ”## {RESULT}”, eller ett annat ”läge” om granskningen inte är klar",
            "Write the result below “## {RESULT}”, or another “läge” if the review is not done"
        ),
    );
    sections::read_without(markdown, known, Some(RESULT), context)
}

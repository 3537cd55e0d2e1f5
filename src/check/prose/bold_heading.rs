//! Rule: a heading is written as a heading. A bold line looks like one, but no list of headings finds it (WCAG 2.2, 1.3.1).

use super::language;
use crate::check::context::Context;
use crate::diagnostic::{Code, brief};
use crate::syntax::{Passage, PassageKind};
use crate::words;

/// Bold paragraphs with more words are stressed text.
const MOST_WORDS: usize = 10;

/// Tells a short paragraph that is all in bold and no sentence.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    let text = passage.text.trim();
    let is_sentence = text.ends_with(['.', '!', '?']);
    if passage.kind != PassageKind::Paragraph || !passage.is_bold || is_sentence {
        return;
    }
    let count = language::words(text).count();
    if count == 0 || count > MOST_WORDS {
        return;
    }
    let written = brief(text.trim_end_matches(':'));
    let message =
        words!("”{written}” är fetstil men ser ut som en rubrik", "“{written}” is bold but looks like a heading");
    let hint = words!(
        "Skriv ”## {written}”, eller ### i stället för ## inom ett avsnitt",
        "Write “## {written}”, or ### instead of ## inside a section"
    );
    context.warn(Code::BoldHeading, passage.span, message, hint);
}

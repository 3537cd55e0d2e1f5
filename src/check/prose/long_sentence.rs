//! Rule: no sentence is very long. Clear language is the duty of public bodies by språklagen (2009:600) § 11.

use super::language;
use crate::check::context::Context;
use crate::diagnostic::Code;
use crate::syntax::{Passage, PassageKind};
use crate::words;

/// The longest sentence that is not told, in words; half as many again as most guides on clear language advise.
const MOST_WORDS: usize = 30;

/// Tells every sentence with more words. Headings and cells are no sentences, and quotations are somebody else's.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    match passage.kind {
        PassageKind::Paragraph | PassageKind::Item => {}
        PassageKind::Heading | PassageKind::Cell | PassageKind::Quote => return,
    }
    for sentence in language::sentences(&passage.text) {
        let count = language::words(&passage.text[sentence.clone()]).count();
        if count > MOST_WORDS {
            let message = words!("meningen har {count} ord", "the sentence has {count} words");
            let hint = words!(
                "Dela den i flera. Fler än {MOST_WORDS} ord i en mening är svårt att hålla i minnet",
                "Part it into several. More than {MOST_WORDS} words in a sentence are hard to keep in mind"
            );
            context.warn(Code::LongSentence, passage.place(sentence), message, hint);
        }
    }
}

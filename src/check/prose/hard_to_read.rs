//! Rule: no text is very hard to read by its readability index, LIX (C. H. Björnsson, Läsbarhet, 1968).
//!
//! LIX is words per sentence, plus the per cent of words with more than six letters. Björnsson calls 50 to 60 hard, as
//! official texts are, and above 60 very hard.

use super::language;
use crate::check::context::Context;
use crate::diagnostic::Code;
use crate::source::Span;
use crate::syntax::{Markdown, Passage, PassageKind};
use crate::words;

/// The highest index that is not told: above it Björnsson's scale has no harder class.
const HIGHEST: usize = 60;

/// Shorter texts, in words, give an index that says little.
const FEWEST_WORDS: usize = 100;

/// Tells every section whose text has a higher index, at its heading.
pub fn check(markdown: &Markdown, context: &mut Context<'_>) {
    let starts: Vec<_> = markdown.sections.iter().map(|section| section.span.start).collect();
    let mut passages = markdown.passages.as_slice();
    for at in 0..=starts.len() {
        let end = starts.get(at).copied().unwrap_or(u32::MAX);
        let (own, rest) = passages.split_at(passages.partition_point(|passage| passage.span.start < end));
        passages = rest;
        let place = at.checked_sub(1).map(|before| markdown.sections[before].span);
        if let Some(place) = place.or(own.first().map(|passage| passage.span)) {
            section(own, place, context);
        }
    }
}

fn section(passages: &[Passage], place: Span, context: &mut Context<'_>) {
    let (mut sentences, mut words, mut long) = (0, 0, 0);
    for passage in passages {
        match passage.kind {
            PassageKind::Paragraph | PassageKind::Item => {}
            PassageKind::Heading | PassageKind::Cell | PassageKind::Quote => continue,
        }
        sentences += language::sentences(&passage.text).len();
        for range in language::words(&passage.text) {
            words += 1;
            let letters = passage.text[range].chars().filter(|letter| letter.is_alphabetic()).count();
            long += usize::from(letters > 6);
        }
    }
    if words < FEWEST_WORDS {
        return;
    }
    let index = index(sentences, words, long);
    if index > HIGHEST {
        let message = words!(
            "texten har läsbarhetsindex {index}, och över {HIGHEST} är mycket svårt (LIX, Björnsson 1968)",
            "the text has readability index {index}, and above {HIGHEST} is very hard (LIX, Björnsson 1968)"
        );
        let hint = words!(
            "Dela långa meningar, och byt långa ord mot korta där det går",
            "Part long sentences, and use short words in place of long ones where that can be done"
        );
        context.warn(Code::HardToRead, place, message, hint);
    }
}

/// The index in whole numbers, each part rounded down.
fn index(sentences: usize, words: usize, long: usize) -> usize {
    words / sentences.max(1) + 100 * long / words.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_adds_length_of_sentences_and_share_of_long_words() {
        assert_eq!(index(10, 200, 60), 20 + 30);
        assert_eq!(index(0, 0, 0), 0);
    }
}

//! Rule: a sentence in another language is marked with it, so that it is not read aloud as if it were Swedish (WCAG 2.2, 3.1.2).

use std::ops::Range;

use super::function_words::{Tongue, tongue};
use super::language;
use crate::check::context::Context;
use crate::diagnostic::Code;
use crate::source::Span;
use crate::syntax::{Passage, PassageKind};
use crate::words;

/// Marks before and after a quotation.
const OPENING: [char; 5] = ['”', '"', '“', '„', '»'];
const CLOSING: [char; 5] = ['”', '"', '“', '»', '«'];

/// Tells every stretch of sentences that is in another language beyond doubt. Quoted words without a full stop are a title, and
/// the words of a link are one as well: neither can be marked on its own.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    let text = &passage.text;
    let quotations = quotations(text);
    let mut marked = passage.in_language.clone();
    marked.extend(passage.links.iter().map(|link| link.words.clone()));
    let outside = joined([marked.as_slice(), &quotations].concat());
    let marked = joined(marked);
    let mut found: Vec<(Range<usize>, &Tongue)> = Vec::new();
    for sentence in language::sentences(text) {
        let Some(tongue) = tongue(text, sentence.clone(), &outside) else { continue };
        match found.last_mut() {
            Some((last, same)) if *same == tongue && text[last.end..sentence.start].trim().is_empty() => {
                last.end = sentence.end;
            }
            Some(_) | None => found.push((sentence, tongue)),
        }
    }
    let spoken = quotations.into_iter().filter(|range| text[range.clone()].trim_end().ends_with(['.', '!', '?']));
    found.extend(spoken.filter_map(|range| Some((range.clone(), tongue(text, range, &marked)?))));
    for (range, tongue) in found {
        tell(passage, range, tongue, context);
    }
}

fn tell(passage: &Passage, range: Range<usize>, tongue: &Tongue, context: &mut Context<'_>) {
    let Tongue { mark, swedish, english, .. } = tongue;
    let message =
        words!("texten är på {swedish}, men inget säger det", "the text is in {english}, but nothing says so");
    let hint = if is_section(passage, context) {
        words!("Skriv rubriken på svenska", "Write the heading in Swedish")
    } else {
        words!(
            "Skriv [texten]({mark}), som en länk med språket i stället för adressen",
            "Write [the text]({mark}), as a link with the language in place of the address"
        )
    };
    context.warn(Code::UnmarkedLanguage, passage.place(range), message, hint);
}

/// Whether it is the heading of a section, which cannot be marked.
fn is_section(passage: &Passage, context: &Context<'_>) -> bool {
    let Span { file, start, .. } = passage.span;
    let line = &context.sources.file(file).text[start as usize..];
    passage.kind == PassageKind::Heading && !line.starts_with("###")
}

/// The stretches in order, those that overlap as one.
fn joined(mut stretches: Vec<Range<usize>>) -> Vec<Range<usize>> {
    stretches.sort_unstable_by_key(|stretch| stretch.start);
    stretches.dedup_by(|next, last| {
        let overlaps = next.start <= last.end;
        if overlaps {
            last.end = last.end.max(next.end);
        }
        overlaps
    });
    stretches
}

/// What stands between marks of quotation.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    let mut opened = None;
    for (at, mark) in text.char_indices() {
        match opened {
            Some(start) if CLOSING.contains(&mark) => {
                quotations.push(start..at);
                opened = None;
            }
            None if OPENING.contains(&mark) => opened = Some(at + mark.len_utf8()),
            Some(_) | None => {}
        }
    }
    quotations
}

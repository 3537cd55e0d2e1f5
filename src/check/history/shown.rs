//! Finds the place of a value in its file from the line that the model keeps of it.

use crate::source::{Origin, Sources, Span};

/// The words where they stand after a key on the line of an origin, or within a few lines below it; otherwise the line.
pub fn value(words: &str, key: &str, origin: Origin, sources: &Sources) -> Span {
    // Answers in the long form are a few lines long, and a text may be folded.
    const LINES: usize = 8;
    let line = line(origin, sources);
    let rest = &sources.file(origin.file).text[line.start as usize..];
    let near = rest.split_inclusive('\n').take(LINES).map(str::len).sum::<usize>();
    let first = words.lines().next().unwrap_or_default();
    let after = rest[..near].find(key).map_or(0, |at| at + key.len());
    match rest[after..near].find(first) {
        Some(at) if !first.is_empty() => {
            let start = line.start + u32::try_from(after + at).expect("disk refuses files far smaller than 4 GiB");
            Span { file: origin.file, start, end: start + u32::try_from(first.len()).expect("it lies in the file") }
        }
        Some(_) | None => line,
    }
}

/// The heading of a section; the line of the document where there is none.
pub fn heading(title: &str, origin: Origin, sources: &Sources) -> Span {
    let mut start = 0;
    for line in sources.file(origin.file).text.split_inclusive('\n') {
        let words = line.trim_end();
        if words.strip_prefix("##").is_some_and(|rest| !rest.starts_with('#') && rest.trim() == title) {
            let offset = |at: usize| u32::try_from(at).expect("disk refuses files far smaller than 4 GiB");
            return Span { file: origin.file, start: offset(start), end: offset(start + words.len()) };
        }
        start += line.len();
    }
    line(origin, sources)
}

/// A key at the left margin; the line of the document where there is none.
pub fn key(key: &str, origin: Origin, sources: &Sources) -> Span {
    let mut start = 0;
    for written in sources.file(origin.file).text.split_inclusive('\n') {
        if written.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')) {
            let offset = |at: usize| u32::try_from(at).expect("disk refuses files far smaller than 4 GiB");
            return Span { file: origin.file, start: offset(start), end: offset(start + written.trim_end().len()) };
        }
        start += written.len();
    }
    line(origin, sources)
}

/// The line of an origin, without its indentation.
pub fn line(origin: Origin, sources: &Sources) -> Span {
    let line = sources.line(origin);
    let words = &sources.file(origin.file).text[line.start as usize..line.end as usize];
    let indentation = words.len() - words.trim_start().len();
    Span { start: line.start + u32::try_from(indentation).expect("it lies in the line"), ..line }
}

/// A text with every stretch of space as one, since lines may be folded anew.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Running text with the place of each of its words: what rules on prose read. Knows no Markdown and no rule.

use std::ops::Range;

use crate::prose::Target;
use crate::source::{FileId, Span};

/// What kind of text a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// A heading.
    Heading,
    /// A paragraph of its own.
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A paragraph of a quotation.
    Quote,
}

/// A stretch of text without its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What kind.
    pub kind: PassageKind,
    /// The text; what is to be shown as it is stands as one [`Passage::AS_IT_IS`].
    pub text: String,
    /// Its first line.
    pub span: Span,
    /// Whether all of it is in bold.
    pub is_bold: bool,
    /// The links in it, in order.
    pub links: Vec<Link>,
    /// The stretches that are marked as being in another language, in bytes of the text.
    pub in_language: Vec<Range<usize>>,
    pieces: Vec<Piece>,
}

/// A link in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its words, in bytes of the passage's text.
    pub words: Range<usize>,
    /// Where it leads.
    pub target: Target,
    /// Its place, words and address.
    pub span: Span,
}

/// A piece of text that stands in one stretch in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    at: usize,
    place: Range<usize>,
}

impl Passage {
    /// Stands for what is to be shown as it is, such as an address between backticks.
    pub const AS_IT_IS: char = '\u{fffc}';

    /// A passage that has no text yet.
    #[must_use]
    pub fn new(kind: PassageKind, span: Span) -> Self {
        Self {
            kind,
            text: String::new(),
            span,
            is_bold: false,
            links: Vec::new(),
            in_language: Vec::new(),
            pieces: Vec::new(),
        }
    }

    /// Adds text that stands at a place of the file, in bytes.
    pub fn push(&mut self, text: &str, place: Range<usize>) {
        self.pieces.push(Piece { at: self.text.len(), place });
        self.text.push_str(text);
    }

    /// The place in the file of a stretch of the text, in bytes.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Span {
        let start = self.in_file(range.start);
        let end = if range.is_empty() { start } else { self.in_file(range.end - 1) + 1 };
        let offset = |at: usize| u32::try_from(at).expect("disk refuses files far smaller than 4 GiB");
        Span { file: self.file(), start: offset(start), end: offset(end.max(start)) }
    }

    fn file(&self) -> FileId {
        self.span.file
    }

    fn in_file(&self, at: usize) -> usize {
        let following = self.pieces.partition_point(|piece| piece.at <= at);
        let Some(piece) = following.checked_sub(1).map(|before| &self.pieces[before]) else {
            return self.span.start as usize;
        };
        // What Markdown writes shorter than it stands, such as `&amp;`, ends where it ends there.
        (piece.place.start + (at - piece.at)).min(piece.place.end.saturating_sub(1)).max(piece.place.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn a_stretch_over_several_pieces_begins_and_ends_where_they_do() {
        let sources = Sources::decode([("a.md".to_owned(), Vec::new())]);
        let (file, _) = sources.iter().next().expect("there is a file");
        let mut passage = Passage::new(PassageKind::Paragraph, Span { file, start: 10, end: 30 });
        passage.push("Vi ", 10..13);
        passage.push("läser", 15..21);
        passage.push("&", 23..28);
        assert_eq!(passage.place(0..2), Span { file, start: 10, end: 12 });
        assert_eq!(passage.place(3..9), Span { file, start: 15, end: 21 });
        assert_eq!(passage.place(1..10), Span { file, start: 11, end: 24 });
    }
}

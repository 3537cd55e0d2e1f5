//! Reads the text of a block of Markdown: stress, links, breaks; and notes where each piece of it stands.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::blocks::Reader;
use super::link;
use super::passage::{Link, Passage, PassageKind};
use crate::diagnostic::Code;
use crate::prose::{Inline, OtherLanguage, Target, plain};
use crate::source::{DEEPEST_PROSE, Span};
use crate::words;

impl Reader<'_, '_> {
    /// Reads up to the end of the block that was just opened.
    pub(super) fn passage(&mut self, kind: PassageKind, place: Span) -> Vec<Inline> {
        let mut passage = Passage::new(kind, place);
        let text = self.inlines(&mut passage, 0);
        passage.is_bold = matches!(text.as_slice(), [Inline::Strong(_)]);
        self.passages.push(passage);
        text
    }

    fn inlines(&mut self, passage: &mut Passage, depth: usize) -> Vec<Inline> {
        let mut text = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut text, passage, depth);
        }
        text
    }

    /// Reads one event.
    pub(super) fn inline(
        &mut self,
        event: Event<'_>,
        range: Range<usize>,
        text: &mut Vec<Inline>,
        passage: &mut Passage,
        depth: usize,
    ) {
        let place = self.shown(range.clone());
        match event {
            Event::Text(part) => {
                passage.push(&part, self.in_file(range));
                push_text(text, &part);
            }
            Event::Code(part) => {
                passage.push(Passage::AS_IT_IS.encode_utf8(&mut [0; 4]), self.in_file(range));
                text.push(Inline::Code(part.into_string()));
            }
            Event::SoftBreak => {
                passage.push(" ", self.in_file(range));
                push_text(text, " ");
            }
            Event::HardBreak => {
                passage.push(" ", self.in_file(range));
                text.push(Inline::Break);
            }
            Event::Start(tag) => self.stretch(&tag, place, text, passage, depth),
            Event::Html(_) | Event::InlineHtml(_) => self.raw_html(place),
            _ => {}
        }
    }

    /// Reads what is stressed, linked or pictured.
    fn stretch(&mut self, tag: &Tag<'_>, place: Span, text: &mut Vec<Inline>, passage: &mut Passage, depth: usize) {
        if depth >= DEEPEST_PROSE {
            self.refuse(
                Code::TooDeep,
                place,
                words!(
                    "texten har fler än {DEEPEST_PROSE} betoningar eller länkar i varandra",
                    "the text has more than {DEEPEST_PROSE} stresses or links in each other"
                ),
                words!(
                    "Ta bort stjärnor eller parenteser som inte behövs",
                    "Remove asterisks or brackets that are not needed"
                ),
            );
            self.pass_over();
            return;
        }
        let start = passage.text.len();
        let inner = self.inlines(passage, depth + 1);
        match tag {
            Tag::Emphasis => text.push(Inline::Emphasis(inner)),
            Tag::Strong => text.push(Inline::Strong(inner)),
            Tag::Link { .. } if self.written(place).starts_with("[^") => self.refuse(
                Code::MarkdownForm,
                place,
                words!("fotnoter kan inte vara med i rapporten", "footnotes cannot be in the report"),
                words!(
                    "Skriv förklaringen i texten, inom parentes eller som en egen mening",
                    "Write the explanation in the text, in parentheses or as a sentence of its own"
                ),
            ),
            Tag::Link { dest_url, .. } if OtherLanguage::named(dest_url).is_some() => {
                if let Some(language) = OtherLanguage::named(dest_url)
                    && self.has_words(&inner, place)
                {
                    passage.in_language.push(start..passage.text.len());
                    text.push(Inline::InLanguage { language, text: inner });
                }
            }
            Tag::Link { link_type, dest_url, .. } => {
                let written = if matches!(link_type, LinkType::Email) {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                if let Some(target) = self.target(&written, &inner, place) {
                    let words = start..passage.text.len();
                    passage.links.push(Link { words, target: target.clone(), span: place });
                    text.push(Inline::Link { target, text: inner });
                }
            }
            Tag::Image { .. } => self.refuse(
                Code::Picture,
                place,
                words!("bilder kan inte vara med i rapporten", "pictures cannot be in the report"),
                words!("Beskriv innehållet i text", "Describe the content in words"),
            ),
            _ => {}
        }
    }

    fn target(&mut self, written: &str, words: &[Inline], place: Span) -> Option<Target> {
        let target = link::target(written, place, self.sources, self.diagnostics).ok()?;
        self.has_words(words, place).then_some(target)
    }

    fn has_words(&mut self, words: &[Inline], place: Span) -> bool {
        if !plain(words).trim().is_empty() {
            return true;
        }
        self.refuse(
            Code::LinkTarget,
            place,
            words!("länken har ingen text", "the link has no words"),
            words!("Skriv inom [ ] vad länken leder till", "Write within [ ] what the link leads to"),
        );
        false
    }
}

fn push_text(text: &mut Vec<Inline>, part: &str) {
    match text.last_mut() {
        Some(Inline::Text(last)) => last.push_str(part),
        _ => text.push(Inline::Text(part.to_owned())),
    }
}

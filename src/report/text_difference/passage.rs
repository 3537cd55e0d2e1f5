//! A text as a row of passages, each a paragraph, an item, a row of a table: what is compared as a whole before its words are.

use std::ops::Range;

use super::word::{self, Word};
use super::{Form, Written};
use crate::prose::{Block, Inline, OtherLanguage, Target};

/// A passage.
#[derive(Debug)]
pub struct Passage {
    /// What it is.
    pub form: Form,
    /// Its words, never none.
    pub words: Vec<Word>,
}

/// The passages of a text in order.
pub fn passages(written: Written<'_>) -> Vec<Passage> {
    let mut passages = Vec::new();
    of_blocks(&written.prose.blocks, Form::Paragraph, written, &mut passages);
    passages
}

/// Adds the passages of blocks, of which a paragraph gets the given form.
fn of_blocks(blocks: &[Block], form: Form, written: Written<'_>, passages: &mut Vec<Passage>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => push(passages, form, of_inlines(text, written)),
            Block::Heading { depth, text } => {
                push(passages, Form::Heading { depth: *depth }, of_inlines(text, written));
            }
            Block::List { items, .. } => {
                let depth = match form {
                    Form::Item { depth } => depth.saturating_add(1),
                    Form::Paragraph | Form::Heading { .. } | Form::Row | Form::Quotation | Form::Code => 1,
                };
                for item in items {
                    of_blocks(item, Form::Item { depth }, written, passages);
                }
            }
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    let mut words = Vec::new();
                    for (at, cell) in row.iter().enumerate() {
                        if at > 0 {
                            words.push(Word::bar());
                        }
                        words.extend(of_inlines(cell, written));
                    }
                    push(passages, Form::Row, words);
                }
            }
            Block::Quote(blocks) => of_blocks(blocks, Form::Quotation, written, passages),
            Block::Code(text) => {
                for line in text.lines() {
                    push(passages, Form::Code, word::words(line, &[], &[]));
                }
            }
            Block::Rule => {}
        }
    }
}

fn push(passages: &mut Vec<Passage>, form: Form, words: Vec<Word>) {
    if !words.is_empty() {
        passages.push(Passage { form, words });
    }
}

fn of_inlines(text: &[Inline], written: Written<'_>) -> Vec<Word> {
    let mut spelt = Spelt::default();
    spell(text, written, &mut spelt);
    word::words(&spelt.text, &spelt.links, &spelt.languages)
}

/// What is read of a block, where its links end and lead, and which stretches are in another language.
#[derive(Default)]
struct Spelt {
    text: String,
    links: Vec<(usize, String)>,
    languages: Vec<(Range<usize>, OtherLanguage)>,
}

fn spell(text: &[Inline], written: Written<'_>, spelt: &mut Spelt) {
    for inline in text {
        match inline {
            Inline::Text(text) | Inline::Code(text) => spelt.text.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) => spell(inner, written, spelt),
            Inline::Link { target, text } => {
                spell(text, written, spelt);
                let target = match target {
                    Target::Web(address) => address.clone(),
                    Target::File(file) => (written.path)(*file),
                };
                spelt.links.push((spelt.text.len(), target));
            }
            Inline::InLanguage { language, text } => {
                let start = spelt.text.len();
                spell(text, written, spelt);
                spelt.languages.push((start..spelt.text.len(), *language));
            }
            Inline::Break => spelt.text.push(' '),
        }
    }
}

//! Written text as plain data: paragraphs, lists, tables, links. Knows neither Markdown nor where the text stands on a page.

mod html;
mod other_language;

pub use html::html;
pub use other_language::{Direction, OTHER_LANGUAGES, OtherLanguage};

use crate::source::FileId;

/// Text in blocks; empty when nothing was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The blocks in order.
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside the section, `depth` 1 for `###`.
    Heading {
        /// How far below the section's own heading, from 1.
        depth: u8,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number of a numbered list.
        first: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table with its head.
    Table {
        /// Columns with text to the right, as figures are set.
        right: Vec<bool>,
        /// The head's cells.
        head: Vec<Vec<Inline>>,
        /// The rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// Text to be shown as it is.
    Code(String),
    /// A parting line.
    Rule,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strongly stressed.
    Strong(Vec<Inline>),
    /// To be shown as it is.
    Code(String),
    /// A link to another place.
    Link {
        /// Where it leads.
        target: Target,
        /// Its words.
        text: Vec<Inline>,
    },
    /// In another language than the page.
    InLanguage {
        /// Which.
        language: OtherLanguage,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A line break that was asked for.
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address that has been found harmless.
    Web(String),
    /// Another file of the content, which is there.
    File(FileId),
}

/// The text alone, without its form.
#[must_use]
pub fn plain(text: &[Inline]) -> String {
    let mut plain = String::new();
    for inline in text {
        match inline {
            Inline::Text(text) | Inline::Code(text) => plain.push_str(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { text: inner, .. }
            | Inline::InLanguage { text: inner, .. } => {
                plain.push_str(&self::plain(inner));
            }
            Inline::Break => plain.push(' '),
        }
    }
    plain
}

/// Whether any link of the text leads to another file of the content.
#[must_use]
pub fn links_to_files(prose: &Prose) -> bool {
    prose.blocks.iter().any(block_links)
}

fn block_links(block: &Block) -> bool {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => text.iter().any(inline_links),
        Block::List { items, .. } => items.iter().flatten().any(block_links),
        Block::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).flatten().any(inline_links),
        Block::Quote(blocks) => blocks.iter().any(block_links),
        Block::Code(_) | Block::Rule => false,
    }
}

fn inline_links(inline: &Inline) -> bool {
    match inline {
        Inline::Link { target: Target::File(_), .. } => true,
        Inline::Link { target: Target::Web(_), text }
        | Inline::Emphasis(text)
        | Inline::Strong(text)
        | Inline::InLanguage { text, .. } => text.iter().any(inline_links),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => false,
    }
}

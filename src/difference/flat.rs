//! Written text on one line, without its form.

use crate::prose::{Block, Prose, plain};

/// All words of a text, with one space between them.
#[must_use]
pub fn flat(prose: &Prose) -> String {
    let mut words = String::new();
    prose.blocks.iter().for_each(|block| add(block, &mut words));
    on_one_line(&words)
}

/// Text with one space wherever it has spaces or line ends.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add(block: &Block, words: &mut String) {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => words.push_str(&plain(text)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| add(block, words)),
        Block::Table { head, rows, .. } => {
            for cell in head.iter().chain(rows.iter().flatten()) {
                words.push_str(&plain(cell));
                words.push(' ');
            }
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| add(block, words)),
        Block::Code(code) => words.push_str(code),
        Block::Rule => {}
    }
    words.push(' ');
}

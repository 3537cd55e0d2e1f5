//! What has changed between two texts, word by word, told so that it can be read as a text. Knows no page and no terminal.

mod alignment;
mod changes;
mod drawn_in;
mod passage;
mod run;
mod word;

use std::ops::Range;

pub use run::{Run, RunKind};

use crate::prose::Prose;
use crate::source::FileId;

use alignment::Aligned;
use changes::Exchange;
use word::Word;

/// A text, and where its links into the content lead: a file has another number in another reading of the content.
#[derive(Clone, Copy)]
pub struct Written<'t> {
    /// The text.
    pub prose: &'t Prose,
    /// The path of a file that the text links to.
    pub path: &'t dyn Fn(FileId) -> String,
}

/// Two texts as one, block by block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextDifference {
    /// The blocks of both texts in the order in which they are read.
    pub blocks: Vec<ComparedBlock>,
}

/// A paragraph, an item or a row of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedBlock {
    /// What it is; where that has changed, what it is now.
    pub form: Form,
    /// Its words in order; a space stands between two runs. A block that is wholly new or gone is one run.
    pub runs: Vec<Run>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A paragraph.
    Paragraph,
    /// A heading, `depth` 1 for the highest inside a section.
    Heading {
        /// How far below the section's own heading, from 1.
        depth: u8,
    },
    /// A paragraph of a list's item.
    Item {
        /// How many lists it lies in, from 1.
        depth: u8,
    },
    /// A row of a table, its cells parted by `|`.
    Row,
    /// A paragraph of a quotation.
    Quotation,
    /// A line that is shown as it is.
    Code,
}

impl TextDifference {
    /// Whether no word has changed.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.blocks.iter().all(ComparedBlock::is_same)
    }
}

impl ComparedBlock {
    /// Whether no word of it has changed.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.runs.iter().all(|run| run.kind == RunKind::Same)
    }
}

/// Compares two texts. Line breaks, bold and other marks are no words, so that they make no difference.
#[must_use]
pub fn of_prose(before: Written<'_>, after: Written<'_>) -> TextDifference {
    let (before, after) = (passage::passages(before), passage::passages(after));
    let mut blocks = Vec::new();
    for aligned in alignment::aligned(&before, &after) {
        match aligned {
            Aligned::Same(new) => {
                let run = Run::new(RunKind::Same, &after[new].words, &[]);
                blocks.push(ComparedBlock { form: after[new].form, runs: vec![run] });
            }
            Aligned::Alike(old, new) => {
                let (old, new) = (&before[old], &after[new]);
                match readable_changes(&old.words, &new.words) {
                    Some(changes) => {
                        blocks.push(ComparedBlock { form: new.form, runs: runs(&old.words, &new.words, &changes) });
                    }
                    None => {
                        blocks
                            .extend([whole(RunKind::Removed, old, &new.words), whole(RunKind::Added, new, &old.words)]);
                    }
                }
            }
            Aligned::Gone(old) => blocks.push(whole(RunKind::Removed, &before[old], &[])),
            Aligned::New(new) => blocks.push(whole(RunKind::Added, &after[new], &[])),
        }
    }
    TextDifference { blocks }
}

/// Compares two short texts without form: titles, reasons, wished effects. Empty when both are.
#[must_use]
pub fn of_words(before: &str, after: &str) -> Vec<Run> {
    let (before, after) = (word::words(before, &[], &[]), word::words(after, &[], &[]));
    let changes = readable_changes(&before, &after)
        .unwrap_or_else(|| vec![Exchange { before: 0..before.len(), after: 0..after.len() }]);
    runs(&before, &after, &changes)
}

/// The changes between two blocks; `None` when they have too little in common to be read as one.
fn readable_changes(before: &[Word], after: &[Word]) -> Option<Vec<Exchange>> {
    let changes = drawn_in::drawn_in(changes::changes(before, after), before, after);
    let removed: usize = changes.iter().map(|change| word::letters(&before[change.before.clone()])).sum();
    let (old, new) = (word::letters(before), word::letters(after));
    alignment::are_alike(old - removed, old, new).then_some(changes)
}

fn whole(kind: RunKind, passage: &passage::Passage, other: &[Word]) -> ComparedBlock {
    ComparedBlock { form: passage.form, runs: vec![Run::new(kind, &passage.words, other)] }
}

fn runs(before: &[Word], after: &[Word], changes: &[Exchange]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut push = |kind, words: &[Word], other: &[Word]| {
        if !words.is_empty() {
            runs.push(Run::new(kind, words, other));
        }
    };
    let mut read = 0;
    for change in changes {
        push(RunKind::Same, &after[read..change.after.start], &[]);
        push(RunKind::Removed, &before[change.before.clone()], after);
        push(RunKind::Added, &after[change.after.clone()], before);
        read = change.after.end;
    }
    push(RunKind::Same, &after[read..], &[]);
    runs
}

/// What lies between two changes, in the earlier text.
fn unchanged_between(earlier: &Exchange, later: &Exchange) -> Range<usize> {
    earlier.before.end..later.before.start
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;

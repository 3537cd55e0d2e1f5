//! The difference of two texts as templates get it: what is new, what is gone, and what is as it was, all of it plain text.

use serde::Serialize;

use crate::prose::{Direction, OtherLanguage};
use crate::report::text_difference::{self, ComparedBlock, Form, RunKind, TextDifference};

/// Two texts as one.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChangedText {
    /// The paragraphs, items and rows in order.
    pub blocks: Vec<ChangedBlock>,
}

/// A paragraph, an item, a row.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedBlock {
    /// What it is, as a class for the theme: `paragraph`, `heading`, `item`, `inner-item`, `row`, `quotation`, `code`.
    pub form: &'static str,
    /// Its words in order, with a space between two runs.
    pub runs: Vec<ChangedRun>,
}

/// Words that follow each other.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedRun {
    /// What has become of them: `same`, `added`, `removed`.
    pub kind: &'static str,
    /// The words part by part, each in one language.
    pub parts: Vec<ChangedPart>,
}

/// Words in one language, with the spaces between them and the next part.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedPart {
    /// The words, not yet escaped.
    pub text: String,
    /// Their language as a tag by BCP 47, where it is another than the page's.
    pub language: Option<&'static str>,
    /// `rtl` where the language is written so.
    pub direction: Option<&'static str>,
}

/// A text with its form.
#[must_use]
pub fn changed_text(difference: &TextDifference) -> ChangedText {
    ChangedText { blocks: difference.blocks.iter().map(block).collect() }
}

/// A title, a reason, a wished effect.
#[must_use]
pub fn changed_words(runs: &[text_difference::Run]) -> Vec<ChangedRun> {
    runs.iter().map(run).collect()
}

fn block(block: &ComparedBlock) -> ChangedBlock {
    let form = match block.form {
        Form::Paragraph => "paragraph",
        Form::Heading { .. } => "heading",
        Form::Item { depth: 1 } => "item",
        Form::Item { .. } => "inner-item",
        Form::Row => "row",
        Form::Quotation => "quotation",
        Form::Code => "code",
    };
    ChangedBlock { form, runs: changed_words(&block.runs) }
}

fn run(run: &text_difference::Run) -> ChangedRun {
    let kind = match run.kind {
        RunKind::Same => "same",
        RunKind::Added => "added",
        RunKind::Removed => "removed",
    };
    ChangedRun { kind, parts: run.parts().into_iter().map(part).collect() }
}

fn part((text, language): (&str, Option<OtherLanguage>)) -> ChangedPart {
    let direction = language.and_then(|language| match language.direction {
        Direction::FromLeft => None,
        Direction::FromRight => Some("rtl"),
    });
    ChangedPart { text: text.to_owned(), language: language.map(|language| language.tag), direction }
}

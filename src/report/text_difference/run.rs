//! Words that follow each other and share their fate, as text, with the languages that stretches of it are in.

use std::collections::BTreeSet;
use std::ops::Range;

use super::word::Word;
use crate::prose::OtherLanguage;

/// Words that follow each other and share their fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Their fate.
    pub kind: RunKind,
    /// The words, with single spaces between them. A link's target follows it in brackets where it is new or gone.
    pub text: String,
    /// The stretches of the text, in bytes, that are in another language, in order.
    pub in_language: Vec<(Range<usize>, OtherLanguage)>,
}

/// What has become of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// They stand in both texts.
    Same,
    /// They stand in the later text only.
    Added,
    /// They stand in the earlier text only.
    Removed,
}

impl Run {
    /// Words with that fate. Where they are new or gone, the targets of links that the other text has not are said.
    pub(super) fn new(kind: RunKind, words: &[Word], other: &[Word]) -> Self {
        let known: BTreeSet<_> = other.iter().filter_map(|word| word.target.as_deref()).collect();
        let mut run = Self { kind, text: String::new(), in_language: Vec::new() };
        for word in words {
            let before = run.text.len();
            if before > 0 {
                run.text.push(' ');
            }
            let start = run.text.len();
            match &word.target {
                Some(target) if kind != RunKind::Same && !known.contains(target.as_str()) => {
                    let bare = word.text.trim_end_matches(['.', ',', ';', ':', '!', '?']);
                    run.text.extend([bare, " (", target, ")", &word.text[bare.len()..]]);
                }
                Some(_) | None => run.text.push_str(&word.text),
            }
            let Some(language) = word.language else { continue };
            match run.in_language.last_mut() {
                Some((range, same)) if *same == language && range.end == before => range.end = run.text.len(),
                Some(_) | None => run.in_language.push((start..run.text.len(), language)),
            }
        }
        run
    }

    /// The text part by part, each with its language where that is another.
    #[must_use]
    pub fn parts(&self) -> Vec<(&str, Option<OtherLanguage>)> {
        let (mut parts, mut read) = (Vec::new(), 0);
        for (range, language) in &self.in_language {
            parts.push((&self.text[read..range.start], None));
            parts.push((&self.text[range.clone()], Some(*language)));
            read = range.end;
        }
        parts.push((&self.text[read..], None));
        parts.retain(|(text, _)| !text.is_empty());
        parts
    }
}

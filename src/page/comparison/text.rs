//! Texts of two years as one, word by word; two texts with little in common are shown one after the other.

use serde::Serialize;

use crate::page::{ChangedRun, ChangedText, changed_text, changed_words, linked};
use crate::prose::{self, Prose};
use crate::report::comparison::{Comparison, Side};
use crate::report::text_difference::{self, RunKind, TextDifference, Written};

/// A text of both years, or of one.
#[derive(Debug, Serialize)]
pub struct View {
    /// What has become of it, in a sentence.
    what: String,
    /// Both as one; nothing where they are the same, have little in common, or only one is there.
    changed: Option<ChangedText>,
    /// What is shown whole, with its year: markup.
    whole: Vec<(String, String)>,
}

impl View {
    /// Whether both are told as one, with signs that want a key.
    pub fn has_signs(&self) -> bool {
        self.changed.is_some()
    }

    /// Whether the text stands as it did.
    pub fn is_same(&self) -> bool {
        self.changed.is_none() && self.whole.is_empty()
    }
}

/// Two short texts as one.
pub fn words(before: &str, after: &str) -> Vec<ChangedRun> {
    changed_words(&text_difference::of_words(before, after))
}

/// Two texts, for the page at a path where headings in them get the given level.
pub fn compare(compared: &Comparison<'_>, texts: (&Prose, &Prose), path: &str, level: u8) -> View {
    let (before, after) = (compared.sides.before, compared.sides.after);
    let file = |side: Side<'_>, file| side.report.model.path(crate::source::Origin { file, line: 1 }).to_owned();
    let (was, is) = (|one| file(before, one), |one| file(after, one));
    let difference =
        text_difference::of_prose(Written { prose: texts.0, path: &was }, Written { prose: texts.1, path: &is });
    if difference.is_same() {
        return View { what: format!("Oförändrad sedan {}.", before.year), changed: None, whole: Vec::new() };
    }
    if is_rewritten(&difference) {
        let whole = [only(before, texts.0, path, level), only(after, texts.1, path, level)].to_vec();
        return View { what: "Skriven om från grunden.".to_owned(), changed: None, whole };
    }
    View { what: "Ändrad.".to_owned(), changed: Some(changed_text(&difference)), whole: Vec::new() }
}

/// A text that only one year has.
pub fn one_sided(side: Side<'_>, what: String, text: &Prose, path: &str, level: u8) -> View {
    View { what, changed: None, whole: vec![only(side, text, path, level)] }
}

fn only(side: Side<'_>, text: &Prose, path: &str, level: u8) -> (String, String) {
    let address = |file| linked::address(side.report.model, file, path);
    (side.year.to_string(), prose::html(text, level, "", &address))
}

/// Whether less than a third of what either text says stands in the other, so that both in one would be a patchwork.
fn is_rewritten(difference: &TextDifference) -> bool {
    let letters = |kind: RunKind| -> usize {
        let runs = difference.blocks.iter().flat_map(|block| &block.runs);
        runs.filter(|run| run.kind == kind).map(|run| run.text.len()).sum()
    };
    let changed = letters(RunKind::Added).max(letters(RunKind::Removed));
    letters(RunKind::Same) * 2 < changed
}

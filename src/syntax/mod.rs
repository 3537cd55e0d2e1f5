//! From text to trees in which every node knows its place: YAML and Markdown. Knows no committee and no key.

mod beside;
mod blocks;
mod front_matter;
mod inlines;
mod invisible;
mod link;
mod markdown;
mod passage;
mod refusals;
mod unreadable;
mod yaml;
mod yaml_fault;
mod yaml_lines;
mod yaml_slips;
mod yaml_words;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

pub use beside::parse_beside;
pub use markdown::{Markdown, Section};
pub use passage::{Link, Passage, PassageKind};
pub use yaml::{Node, Value};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Words};
use crate::source::{File, FileId, Sources, Span};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As YAML.
    Yaml,
    /// As Markdown with front matter.
    Markdown,
    /// In some other way; it is not parsed.
    Other,
}

/// One parsed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// Its tree; `None` when the file could not be parsed, which is then told.
    pub content: Option<Content>,
}

impl Document {
    /// The tree at the root of a YAML file, or the front matter of Markdown.
    #[must_use]
    pub fn front(&self) -> Option<&Node> {
        match self.content.as_ref()? {
            Content::Yaml(node) => Some(node),
            Content::Markdown(markdown) => Some(&markdown.front),
            Content::Other => None,
        }
    }
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A YAML file.
    Yaml(Node),
    /// A Markdown file with front matter.
    Markdown(Markdown),
    /// A file that is neither.
    Other,
}

/// All parsed files, by path.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// The files in the order of their numbers, which is that of their paths.
    pub all: Vec<Arc<Document>>,
}

impl Documents {
    /// The document of a file that these were parsed from.
    #[must_use]
    pub fn of(&self, file: FileId) -> &Document {
        let at = self.all.binary_search_by_key(&file, |document| document.file);
        &self.all[at.expect("every file that was parsed has a document")]
    }

    /// The same without those of some files.
    #[must_use]
    pub fn without(&self, left_out: &BTreeSet<FileId>) -> Self {
        Self { all: self.all.iter().filter(|document| !left_out.contains(&document.file)).cloned().collect() }
    }
}

/// Parses every file, each on its own, in the form that its path is said to have.
///
/// A file that cannot be parsed is told at its place and stands as `None`.
#[must_use]
pub fn parse(sources: &Sources, form: impl Fn(&str) -> Form + Sync, diagnostics: &mut Diagnostics) -> Documents {
    let files: Vec<_> = sources.iter().collect();
    let parsed: Vec<_> =
        files.into_par_iter().map(|(id, file)| parse_file(id, file, form(&file.path), sources)).collect();
    let mut documents = Documents::default();
    for (document, found) in parsed {
        documents.all.push(Arc::new(document));
        diagnostics.append(found);
    }
    documents
}

fn parse_file(id: FileId, file: &File, form: Form, sources: &Sources) -> (Document, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    if let Some(fault) = &file.fault {
        diagnostics.error(unreadable::unreadable(id, fault));
        return (Document { file: id, content: None }, diagnostics);
    }
    let visible = if form == Form::Other { Ok(()) } else { invisible::check(id, &file.text, &mut diagnostics) };
    let has_other_words = file.text.contains('\u{feff}') || invisible::twice_encoded(&file.text).is_some();
    if visible.is_err() && has_other_words {
        // The reader of YAML stops at the first with a fault of its own, which nobody would understand; and no word with the
        // second is known.
        return (Document { file: id, content: None }, diagnostics);
    }
    let content = match form {
        Form::Yaml => yaml::parse(id, 0, &file.text, &mut diagnostics).map(Content::Yaml),
        Form::Markdown => markdown::parse(id, sources, &mut diagnostics).map(Content::Markdown),
        Form::Other => Ok(Content::Other),
    };
    (Document { file: id, content: content.ok() }, diagnostics)
}

/// A span of a file from a stretch of its text that begins at `base`.
fn span(file: FileId, base: usize, range: std::ops::Range<usize>) -> Span {
    let offset = |at: usize| u32::try_from(base + at).expect("disk refuses files far smaller than 4 GiB");
    Span { file, start: offset(range.start), end: offset(range.end) }
}

/// An error with a hint, the form of nearly all faults of syntax.
fn fault(code: Code, span: Span, message: Words, hint: Words) -> Diagnostic {
    Diagnostic::new(code, span, message).hint(hint)
}

//! How faults are to be shown: which ones, in which language, with which paths. Every format takes one of these.

use super::{Diagnostic, Diagnostics, Language, Severity, Words};
use crate::personal::without_identity_numbers;
use crate::source::{FileId, Position, Sources, Span};
use crate::words;

/// What a format needs to show faults.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The faults.
    pub diagnostics: &'a Diagnostics,
    /// The files they lie in.
    pub sources: &'a Sources,
    /// The folder that paths begin with, such as `content/`; empty when they begin in the content folder.
    pub root: &'a str,
    /// The language of the messages.
    pub language: Language,
}

impl Shown<'_> {
    /// The words in the chosen language.
    pub(super) fn say<'w>(&self, words: &'w Words) -> &'w str {
        words.in_language(self.language)
    }

    /// The path of a file as people open it; an identity number in it is covered, though nobody can open it then.
    pub(super) fn path(&self, file: FileId) -> String {
        format!("{}{}", self.root, without_identity_numbers(&self.sources.file(file).path))
    }

    /// File, line and column as people cite them.
    pub(super) fn place(&self, span: Span) -> String {
        let position = self.start(span);
        format!("{}:{}:{}", self.path(span.file), position.line, position.column)
    }

    /// Line and column where a span begins.
    pub(super) fn start(&self, span: Span) -> Position {
        self.sources.file(span.file).position(span.start)
    }

    /// Line and column after the span's last character.
    pub(super) fn end(&self, span: Span) -> Position {
        self.sources.file(span.file).position(span.end)
    }

    /// Message and hint as one text, for formats that have room for one.
    pub(super) fn whole(&self, diagnostic: &Diagnostic) -> String {
        let message = self.say(&diagnostic.message);
        match &diagnostic.hint {
            Some(hint) => {
                let hint = self.say(hint);
                format!("{message}. {hint}{}", if hint.ends_with(['.', '?', '!']) { "" } else { "." })
            }
            None => message.to_owned(),
        }
    }

    /// What is said of the faults that a file has beside those that are shown.
    pub(super) fn left_out(&self) -> Vec<(FileId, String)> {
        let words = |count: usize| words!("{count} till i filen visas inte", "{count} more in this file are not shown");
        let left_out = self.diagnostics.left_out().into_iter();
        left_out.map(|(file, count)| (file, words(count).in_language(self.language).to_owned())).collect()
    }
}

/// The word for a severity.
pub(super) fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Error => words!("fel", "error"),
        Severity::Warning => words!("varning", "warning"),
        Severity::Note => words!("notis", "note"),
    }
}

/// What stands before a hint.
pub(super) fn instead() -> Words {
    words!("gör så här", "do this")
}

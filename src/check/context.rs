//! What every reading function has at hand: the text for places, somewhere to tell faults, and somewhere to note shapes.

use super::shape::Notes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported, Words};
use crate::source::{Origin, Sources, Span};

/// Lent to each reading function in turn.
pub struct Context<'a> {
    /// The files, for lines.
    pub sources: &'a Sources,
    /// Where faults are told.
    pub diagnostics: &'a mut Diagnostics,
    /// Where shapes are noted, when files are described instead of read.
    pub notes: Option<Notes>,
}

impl Context<'_> {
    /// Tells an error with a hint.
    pub fn error(&mut self, code: Code, span: Span, message: impl Into<Words>, hint: impl Into<Words>) -> Reported {
        self.diagnostics.error(Diagnostic::new(code, span, message).hint(hint))
    }

    /// Tells a warning with a hint.
    pub fn warn(&mut self, code: Code, span: Span, message: impl Into<Words>, hint: impl Into<Words>) {
        self.diagnostics.warn(Diagnostic::new(code, span, message).hint(hint));
    }

    /// File and line of a place.
    pub fn origin(&self, span: Span) -> Origin {
        self.sources.origin(span)
    }
}

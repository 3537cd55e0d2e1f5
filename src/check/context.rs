//! What every reading function has at hand: the text for places, somewhere to tell faults, and somewhere to note shapes.

use jiff::civil::Date;

use super::registry_number::RegistryNumbers;
use super::shape::Notes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported, Words};
use crate::source::{Origin, Sources, Span};
use crate::syntax::Documents;

/// Lent to each reading function in turn.
pub struct Context<'a> {
    /// The files, for lines.
    pub sources: &'a Sources,
    /// The files as trees, for rules that come after the reading.
    pub documents: &'a Documents,
    /// The date of the report; `None` before it is read, or when it cannot be.
    pub report_date: Option<Date>,
    /// How the city writes registry numbers; empty where it does not say.
    pub registry_numbers: RegistryNumbers,
    /// Where faults are told.
    pub diagnostics: &'a mut Diagnostics,
    /// Where shapes are noted, when files are described instead of read.
    pub notes: Option<Notes>,
}

impl<'a> Context<'a> {
    /// What is at hand before anything is read.
    pub fn new(sources: &'a Sources, documents: &'a Documents, diagnostics: &'a mut Diagnostics) -> Self {
        let registry_numbers = RegistryNumbers::default();
        Self { sources, documents, report_date: None, registry_numbers, diagnostics, notes: None }
    }

    /// Tells an error with a hint.
    pub fn error(&mut self, code: Code, span: Span, message: Words, hint: Words) -> Reported {
        self.diagnostics.error(Diagnostic::new(code, span, message).hint(hint))
    }

    /// Tells a warning with a hint.
    pub fn warn(&mut self, code: Code, span: Span, message: Words, hint: Words) {
        self.diagnostics.warn(Diagnostic::new(code, span, message).hint(hint));
    }

    /// Proof that a file that could not be parsed was told. What it would have defined is known all the same, so that those
    /// who point at it are not told as well.
    pub fn told(&self) -> Reported {
        self.diagnostics.reported().expect("a file that could not be parsed was told")
    }

    /// File and line of a place.
    pub fn origin(&self, span: Span) -> Origin {
        self.sources.origin(span)
    }
}

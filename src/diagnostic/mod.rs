//! Faults in the content as data: code, place, words, hint. Knows how to collect and show them, not what the rules are.

mod code;
mod plain;
mod text;

pub use code::Code;
pub use plain::plain;
pub use text::text;

use crate::source::Span;

/// How serious a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written while it is there.
    Error,
    /// The report is written; somebody should look.
    Warning,
}

/// One fault at one place, in the words of the person who is to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code.
    pub code: Code,
    /// One sentence without full stop that quotes what was written.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What to write instead.
    pub hint: Option<String>,
    /// Another place that matters, and why.
    pub related: Option<(Span, String)>,
}

impl Diagnostic {
    /// A fault without hint or related place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span, hint: None, related: None }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, why: impl Into<String>) -> Self {
        self.related = Some((span, why.into()));
        self
    }
}

/// Proof that an error was told to somebody: only [`Diagnostics::error`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

/// All faults found in one run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Tells an error; nothing is written after one.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        debug_assert_eq!(diagnostic.code.severity(), Severity::Error, "{:?} is no error", diagnostic.code);
        self.found.push(diagnostic);
        Reported(())
    }

    /// Tells a warning.
    pub fn warn(&mut self, diagnostic: Diagnostic) {
        debug_assert_eq!(diagnostic.code.severity(), Severity::Warning, "{:?} is no warning", diagnostic.code);
        self.found.push(diagnostic);
    }

    /// Takes over what another collector found, as one parallel step per file does.
    pub fn append(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// The faults by file and place.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.found.iter().collect();
        sorted.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code.id()));
        sorted
    }

    /// How many of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.code.severity() == severity).count()
    }

    /// Proof of the first error, if there is one.
    #[must_use]
    pub fn reported(&self) -> Option<Reported> {
        (self.count(Severity::Error) > 0).then_some(Reported(()))
    }
}

//! Faults in the content as data: code, place, words, hint. Knows how to collect and show them, not what the rules are.

mod code;
mod excerpt;
mod explanation;
mod fingerprint;
mod github;
mod gitlab;
mod json;
mod nearest;
mod plain;
mod sarif;
mod shown;
mod text;
mod unread;
mod words;

pub use code::Code;
pub use explanation::explanation;
pub use github::github;
pub use gitlab::gitlab;
pub use json::json;
pub use nearest::nearest;
pub use plain::plain;
pub use sarif::sarif;
pub use shown::Shown;
pub use text::text;
pub use unread::unread;
pub use words::{Language, Words, brief};

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{FileId, MOST_FAULTS, Span};

/// How serious a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written while it is there.
    Error,
    /// The report is written; somebody should look.
    Warning,
    /// Nothing is wrong; it could be better.
    Note,
}

/// One fault at one place, in the words of the person who is to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code.
    pub code: Code,
    /// One sentence without full stop that quotes what was written.
    pub message: Words,
    /// Where.
    pub span: Span,
    /// What to write instead.
    pub hint: Option<Words>,
    /// Another place that matters, and why.
    pub related: Option<(Span, Words)>,
}

impl Diagnostic {
    /// A fault without hint or related place.
    pub fn new(code: Code, span: Span, message: Words) -> Self {
        Self { code, message, span, hint: None, related: None }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn hint(mut self, hint: Words) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, why: Words) -> Self {
        self.related = Some((span, why));
        self
    }

    /// The same without personal data in its words.
    fn covered(self) -> Self {
        Self {
            message: self.message.covered(),
            hint: self.hint.map(Words::covered),
            related: self.related.map(|(span, why)| (span, why.covered())),
            ..self
        }
    }
}

/// Proof that an error was told to somebody: only [`Diagnostics::error`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

/// All faults found in one run. Of each file, no more than [`MOST_FAULTS`] of each severity are kept; the rest is counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    counts: BTreeMap<(FileId, Severity), usize>,
}

impl Diagnostics {
    /// Tells an error; nothing is written after one.
    pub fn error(&mut self, diagnostic: Diagnostic) -> Reported {
        debug_assert_eq!(diagnostic.code.severity(), Severity::Error, "{:?} is no error", diagnostic.code);
        self.take(diagnostic);
        Reported(())
    }

    /// Tells a warning or a note.
    pub fn warn(&mut self, diagnostic: Diagnostic) {
        debug_assert_ne!(diagnostic.code.severity(), Severity::Error, "{:?} is an error", diagnostic.code);
        self.take(diagnostic);
    }

    fn take(&mut self, diagnostic: Diagnostic) {
        let count = self.counts.entry((diagnostic.span.file, diagnostic.code.severity())).or_default();
        *count += 1;
        if *count <= MOST_FAULTS {
            // What cannot be read is quoted, and that may be a personal identity number.
            self.found.push(diagnostic.covered());
        }
    }

    /// Whether one more fault of this severity in the file is only counted, so that nobody will read its words.
    #[must_use]
    pub fn is_full(&self, file: FileId, severity: Severity) -> bool {
        self.counts.get(&(file, severity)).is_some_and(|count| *count >= MOST_FAULTS)
    }

    /// Takes over what another collector found, as parallel steps do.
    pub fn append(&mut self, other: Self) {
        for diagnostic in other.found {
            self.take(diagnostic);
        }
        for (key, count) in other.counts {
            *self.counts.entry(key).or_default() += count.saturating_sub(MOST_FAULTS);
        }
    }

    /// What was told of these files alone.
    #[must_use]
    pub fn only(&self, files: &BTreeSet<FileId>) -> Self {
        let found = self.found.iter().filter(|diagnostic| files.contains(&diagnostic.span.file)).cloned().collect();
        let counts = self.counts.iter().filter(|((file, _), _)| files.contains(file));
        Self { found, counts: counts.map(|(key, count)| (*key, *count)).collect() }
    }

    /// Some of the faults that were told, for themselves.
    pub fn of<'d>(told: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut diagnostics = Self::default();
        for diagnostic in told {
            diagnostics.take(diagnostic.clone());
        }
        diagnostics
    }

    /// The faults by file and place.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.found.iter().collect();
        sorted.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code.id()));
        sorted
    }

    /// The errors by file and place.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.sorted().into_iter().filter(|fault| fault.code.severity() == Severity::Error)
    }

    /// How many of this severity there are, those that are not kept included.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.counts.iter().filter(|((_, counted), _)| *counted == severity).map(|(_, count)| count).sum()
    }

    /// How many there are in all, those that are not kept included.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// How many more faults each file has than are kept.
    pub fn left_out(&self) -> BTreeMap<FileId, usize> {
        let mut left_out = BTreeMap::new();
        for ((file, _), count) in &self.counts {
            if *count > MOST_FAULTS {
                *left_out.entry(*file).or_default() += count - MOST_FAULTS;
            }
        }
        left_out
    }

    /// Proof of an error at a place, if there is one.
    #[must_use]
    pub fn reported_within(&self, place: Span) -> Option<Reported> {
        let is_within = |one: &Diagnostic| {
            one.code.severity() == Severity::Error
                && one.span.file == place.file
                && (place.start..=place.end).contains(&one.span.start)
        };
        self.found.iter().any(is_within).then_some(Reported(()))
    }

    /// Proof of the first error, if there is one.
    #[must_use]
    pub fn reported(&self) -> Option<Reported> {
        (self.count(Severity::Error) > 0).then_some(Reported(()))
    }
}

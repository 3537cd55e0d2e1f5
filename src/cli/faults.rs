//! Faults as the commands tell them to people: shown one by one, and counted in a sentence.

use crate::diagnostic::{self, Diagnostics, Language, Severity, Shown};
use crate::language::{NO_BREAK_SPACE, number, plural};

/// Where the faults are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A terminal that somebody looks at.
    Terminal,
    /// A file or another program.
    Other,
}

/// The faults as people read them there; empty when there are none.
pub fn shown(shown: &Shown<'_>, screen: Screen) -> String {
    match screen {
        Screen::Terminal => diagnostic::text(shown),
        Screen::Other => diagnostic::plain(shown),
    }
}

/// How many there are: `3 fel, 2 varningar, 1 notis`.
pub fn counted(diagnostics: &Diagnostics, language: Language) -> String {
    let count = |severity| diagnostics.count(severity);
    let words = match language {
        Language::Swedish => [("fel", "fel"), ("varning", "varningar"), ("notis", "notiser")],
        Language::English => [("error", "errors"), ("warning", "warnings"), ("note", "notes")],
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    let parts = counts.into_iter().zip(words).map(|(count, (one, many))| amount(count, one, many, language));
    parts.collect::<Vec<_>>().join(", ")
}

/// A number with its word, as the language writes it.
pub fn amount(count: usize, one: &str, many: &str, language: Language) -> String {
    let counted = plural::counted(count as u64, one, many);
    match language {
        Language::Swedish => counted,
        Language::English => {
            format!("{} {}", integer(count).replace(NO_BREAK_SPACE, ","), plural::form(count as u64, one, many))
        }
    }
}

fn integer(count: usize) -> String {
    number::integer(i64::try_from(count).unwrap_or(i64::MAX))
}

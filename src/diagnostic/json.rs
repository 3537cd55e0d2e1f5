//! Faults as JSON of our own form, which `docs/formats.md` describes.

use serde::Serialize;

use super::shown::Shown;
use super::{Diagnostic, Language, Severity};
use crate::source::Span;

/// Grows when a program that reads the form would have to change.
const FORM: u32 = 1;

#[derive(Serialize)]
struct Answer<'a> {
    form: u32,
    program: &'a str,
    version: &'a str,
    language: &'a str,
    summary: Summary,
    faults: Vec<Fault<'a>>,
    left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    severity: &'a str,
    title: String,
    message: &'a str,
    hint: Option<&'a str>,
    #[serde(flatten)]
    place: Place,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

#[derive(Serialize)]
struct Place {
    file: String,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct LeftOut {
    file: String,
    count: usize,
}

/// Shows the faults as one JSON object.
#[must_use]
pub fn json(shown: &Shown<'_>) -> String {
    let left_out = shown.diagnostics.left_out().into_iter();
    let answer = Answer {
        form: FORM,
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        language: match shown.language {
            Language::Swedish => "sv",
            Language::English => "en",
        },
        summary: Summary {
            files: shown.sources.count(),
            errors: shown.diagnostics.count(Severity::Error),
            warnings: shown.diagnostics.count(Severity::Warning),
            notes: shown.diagnostics.count(Severity::Note),
        },
        faults: shown.diagnostics.sorted().into_iter().map(|diagnostic| fault(diagnostic, shown)).collect(),
        left_out: left_out.map(|(file, count)| LeftOut { file: shown.path(file), count }).collect(),
    };
    serde_json::to_string_pretty(&answer).expect("texts and numbers can be written") + "\n"
}

fn fault<'a>(diagnostic: &'a Diagnostic, shown: &Shown<'_>) -> Fault<'a> {
    let related = diagnostic.related.iter();
    Fault {
        code: diagnostic.code.id(),
        severity: match diagnostic.code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        title: shown.say(&diagnostic.code.title()).to_owned(),
        message: shown.say(&diagnostic.message),
        hint: diagnostic.hint.as_ref().map(|hint| shown.say(hint)),
        place: place(diagnostic.span, shown),
        related: related.map(|(span, why)| Related { message: shown.say(why), place: place(*span, shown) }).collect(),
    }
}

fn place(span: Span, shown: &Shown<'_>) -> Place {
    let (start, end) = (shown.start(span), shown.end(span));
    Place {
        file: shown.path(span.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

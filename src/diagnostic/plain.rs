//! Faults as lines without boxes, for pipes and screen readers: `file:line:column: fel[IK0301]: words`.

use std::fmt::Write;

use super::{Diagnostic, Severity};
use crate::source::{Sources, Span};

/// Shows each fault on lines of its own, the place first.
#[must_use]
pub fn plain(diagnostics: &[&Diagnostic], sources: &Sources) -> String {
    let mut shown = String::new();
    for diagnostic in diagnostics {
        let severity = match diagnostic.code.severity() {
            Severity::Error => "fel",
            Severity::Warning => "varning",
        };
        let (place, code, message) = (place(diagnostic.span, sources), diagnostic.code.id(), &diagnostic.message);
        writeln!(shown, "{place}: {severity}[{code}]: {message}").expect("a string takes all");
        if let Some((span, why)) = &diagnostic.related {
            writeln!(shown, "  {}: {why}", self::place(*span, sources)).expect("a string takes all");
        }
        if let Some(hint) = &diagnostic.hint {
            writeln!(shown, "  gör så här: {hint}").expect("a string takes all");
        }
    }
    shown
}

fn place(span: Span, sources: &Sources) -> String {
    let file = sources.file(span.file);
    let position = file.position(span.start);
    format!("{}:{}:{}", file.path, position.line, position.column)
}

//! Faults as lines without boxes, for pipes and screen readers: `file:line:column: fel[IK0301]: words`.

use std::fmt::Write;

use super::Diagnostic;
use super::shown::{Shown, instead, severity};

/// Shows each fault on lines of its own, the place first.
#[must_use]
pub fn plain(shown: &Shown<'_>) -> String {
    let mut text = String::new();
    for diagnostic in shown.diagnostics.sorted() {
        lines(diagnostic, shown, &mut text).expect("a string takes all");
    }
    for (file, words) in shown.left_out() {
        writeln!(text, "{}: {words}", shown.path(file)).expect("a string takes all");
    }
    text
}

fn lines(diagnostic: &Diagnostic, shown: &Shown<'_>, text: &mut String) -> std::fmt::Result {
    let severity = severity(diagnostic.code.severity());
    let (place, code) = (shown.place(diagnostic.span), diagnostic.code.id());
    writeln!(text, "{place}: {}[{code}]: {}", shown.say(&severity), line(shown.say(&diagnostic.message)))?;
    if let Some((span, why)) = &diagnostic.related {
        writeln!(text, "  {}: {}", shown.place(*span), line(shown.say(why)))?;
    }
    if let Some(hint) = &diagnostic.hint {
        writeln!(text, "  {}: {}", shown.say(&instead()), line(shown.say(hint)))?;
    }
    Ok(())
}

/// Words that quote several lines, on one.
fn line(words: &str) -> String {
    words.replace('\n', " ")
}

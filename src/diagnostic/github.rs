//! Faults as workflow commands of GitHub Actions, which puts them beside the lines of a pull request.

use std::fmt::Write;

use super::shown::Shown;
use super::{Diagnostic, Severity};

/// Shows each fault as a workflow command on a line of its own.
#[must_use]
pub fn github(shown: &Shown<'_>) -> String {
    let mut text = String::new();
    for diagnostic in shown.diagnostics.sorted() {
        command(diagnostic, shown, &mut text).expect("a string takes all");
    }
    for (file, words) in shown.left_out() {
        let file = property(&shown.path(file));
        writeln!(text, "::notice file={file}::{}", message(&words)).expect("a string takes all");
    }
    text
}

fn command(diagnostic: &Diagnostic, shown: &Shown<'_>, text: &mut String) -> std::fmt::Result {
    let level = match diagnostic.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let file = property(&shown.path(diagnostic.span.file));
    let (start, end) = (shown.start(diagnostic.span), shown.end(diagnostic.span));
    write!(text, "::{level} file={file},line={},col={}", start.line, start.column)?;
    // GitHub takes columns only inside one line; of a longer place the beginning is told.
    if start.line == end.line {
        write!(text, ",endLine={},endColumn={}", end.line, end.column)?;
    }
    writeln!(text, ",title={}::{}", diagnostic.code.id(), message(&shown.whole(diagnostic)))
}

/// The escapes that a message needs: it ends with its line.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The escapes that a property needs: it ends with a comma or a colon, too.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_part_is_escaped_in_it() {
        assert_eq!(message("100 %: a, b\r\n"), "100 %25: a, b%0D%0A");
        assert_eq!(property("C:/a,b%.yaml"), "C%3A/a%2Cb%25.yaml");
    }
}

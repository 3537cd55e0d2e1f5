//! Faults as a code quality report of GitLab, which shows them in a merge request.

use serde::Serialize;

use super::Severity;
use super::fingerprint::fingerprints;
use super::shown::Shown;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// Shows the faults as one JSON array.
#[must_use]
pub fn gitlab(shown: &Shown<'_>) -> String {
    let faults = shown.diagnostics.sorted();
    let fingerprints = fingerprints(&faults, shown);
    let issues: Vec<_> = faults
        .into_iter()
        .zip(fingerprints)
        .map(|(diagnostic, fingerprint)| Issue {
            description: shown.whole(diagnostic),
            check_name: diagnostic.code.id(),
            fingerprint,
            severity: match diagnostic.code.severity() {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Note => "info",
            },
            location: Location {
                path: shown.path(diagnostic.span.file),
                lines: Lines { begin: shown.start(diagnostic.span).line, end: shown.end(diagnostic.span).line },
            },
        })
        .collect();
    serde_json::to_string_pretty(&issues).expect("texts and numbers can be written") + "\n"
}

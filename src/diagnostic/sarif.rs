//! Faults as SARIF 2.1.0, the form in which tools tell each other what they have found (OASIS, 2020).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::Serialize;

use super::explanation::{explanation, meaning};
use super::fingerprint::fingerprints;
use super::shown::Shown;
use super::{Code, Diagnostic, Language, Severity};
use crate::source::{FileId, Span};

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    invocations: [Invocation<'a>; 1],
    language: &'a str,
    column_kind: &'a str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    language: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    name: String,
    short_description: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Help<'a>>,
    default_configuration: Configuration<'a>,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help<'a> {
    text: &'a str,
    markdown: &'a str,
}

#[derive(Serialize)]
struct Configuration<'a> {
    level: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
struct Notification<'a> {
    level: &'a str,
    message: Text,
    locations: [Location; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'a str, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// Shows the faults as one SARIF log with one run.
#[must_use]
pub fn sarif(shown: &Shown<'_>) -> String {
    let faults = shown.diagnostics.sorted();
    let codes: BTreeSet<Code> = faults.iter().map(|diagnostic| diagnostic.code).collect();
    let codes: Vec<_> = codes.into_iter().collect();
    let fingerprints = fingerprints(&faults, shown);
    let language = match shown.language {
        Language::Swedish => "sv",
        Language::English => "en",
    };
    let notifications = shown.left_out().into_iter().map(|(file, words)| Notification {
        level: "note",
        message: Text { text: words },
        locations: [Location { id: None, physical: physical(file, None, shown), message: None }],
    });
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                language,
                rules: codes.iter().map(|code| rule(*code, shown)).collect(),
            },
        },
        invocations: [Invocation { execution_successful: true, tool_execution_notifications: notifications.collect() }],
        language,
        // Columns count characters, not the units of UTF-16 that SARIF takes for granted.
        column_kind: "unicodeCodePoints",
        results: faults.iter().zip(fingerprints).map(|(fault, print)| finding(fault, print, &codes, shown)).collect(),
    };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    let log = Log { schema, version: "2.1.0", runs: [run] };
    serde_json::to_string_pretty(&log).expect("texts and numbers can be written") + "\n"
}

fn rule<'a>(code: Code, shown: &Shown<'_>) -> Rule<'a> {
    Rule {
        id: code.id(),
        name: format!("{code:?}"),
        short_description: Text { text: shown.say(&code.title()).to_owned() },
        full_description: explanation(code).and_then(meaning).map(|text| Text { text: text.to_owned() }),
        help: explanation(code).map(|page| Help { text: page, markdown: page }),
        default_configuration: Configuration { level: level(code) },
    }
}

fn level(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn finding<'a>(diagnostic: &Diagnostic, fingerprint: String, codes: &[Code], shown: &Shown<'_>) -> Finding<'a> {
    let related = diagnostic.related.iter().map(|(span, why)| Location {
        id: Some(1),
        physical: physical(span.file, Some(*span), shown),
        message: Some(Text { text: shown.say(why).to_owned() }),
    });
    let physical = physical(diagnostic.span.file, Some(diagnostic.span), shown);
    Finding {
        rule_id: diagnostic.code.id(),
        rule_index: codes.binary_search(&diagnostic.code).expect("the codes were taken from the faults"),
        level: level(diagnostic.code),
        message: Text { text: shown.whole(diagnostic) },
        locations: [Location { id: None, physical, message: None }],
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([("fault/v1", fingerprint)]),
    }
}

fn physical(file: FileId, span: Option<Span>, shown: &Shown<'_>) -> Physical {
    let region = span.map(|span| {
        let (start, end) = (shown.start(span), shown.end(span));
        Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
    });
    Physical { artifact_location: ArtifactLocation { uri: uri(&shown.path(file)) }, region }
}

/// A path as a reference in the form of RFC 3986; a path from the root of a disk becomes a whole address.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if path.as_bytes().get(1) == Some(&b':') {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").expect("a string takes all");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("content/organ/å b.md"), "content/organ/%C3%A5%20b.md");
        assert_eq!(uri("/tmp/a:b%.md"), "file:///tmp/a%3Ab%25.md");
        assert_eq!(uri("C:/a.md"), "file:///C%3A/a.md");
    }
}

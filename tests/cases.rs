//! Literate cases: files laid over a small content, and what the program says of them. `UPDATE=1` writes the answers.
//!
//! A case is a `## Case:` heading, a sentence, files as blocks below their paths in bold, and the answer as a `text` block.
//! A file whose block is empty is taken away.

mod reading;

use std::collections::BTreeMap;

use internkontroll::diagnostic::{Code, Diagnostics};
use internkontroll::source::Sources;

/// What the program says of a content.
fn answer(files: BTreeMap<String, Vec<u8>>) -> String {
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let checked = internkontroll::check(&sources, &mut diagnostics);
    assert_eq!(checked.is_err(), diagnostics.reported().is_some(), "a failure is proof of a message");
    let told = reading::told(&diagnostics, &sources);
    if told.is_empty() { "inga fel\n".to_owned() } else { told }
}

/// Answers every case of a file; gives the file with the right answers, and how many were wrong.
fn answered(markdown: &str, base: &BTreeMap<String, Vec<u8>>) -> (String, Vec<String>) {
    let (mut right, mut wrong) = (String::new(), Vec::new());
    let mut cases = markdown.split("\n## Case: ");
    right.push_str(cases.next().expect("a split has a first part"));
    for case in cases {
        let name = case.lines().next().unwrap_or_default();
        let mut files = base.clone();
        let mut expected = None;
        for block in reading::blocks(case) {
            match block.path {
                Some(path) if block.text.is_empty() => drop(files.remove(&path)),
                Some(path) => drop(files.insert(path, block.text.into_bytes())),
                None if block.kind == "text" => expected = Some(block.text),
                None => panic!("{name}: a block without a path"),
            }
        }
        let expected = expected.unwrap_or_else(|| panic!("{name} has no answer"));
        let given = answer(files);
        if given != expected {
            wrong.push(format!("{name}\n  expected:\n{expected}\n  given:\n{given}"));
        }
        let start = case.rfind("```text\n").expect("the answer is a text block") + "```text\n".len();
        let end = start + case[start..].find("```").expect("the answer ends");
        right.push_str("\n## Case: ");
        right.push_str(&case[..start]);
        right.push_str(&given);
        right.push_str(&case[end..]);
    }
    (right, wrong)
}

#[test]
fn every_case_is_answered_as_written() {
    let folder = reading::package().join("tests/cases");
    let base = reading::files(&folder.join("base"));
    assert_eq!(answer(base.clone()), "inga fel\n", "the small content itself is right");
    let mut all_wrong = Vec::new();
    for (path, bytes) in reading::files(&folder).into_iter().filter(|(path, _)| !path.starts_with("base/")) {
        let markdown = String::from_utf8(bytes).expect("cases are text");
        let (right, wrong) = answered(&markdown, &base);
        if std::env::var_os("UPDATE").is_some() {
            #[expect(clippy::disallowed_methods, reason = "UPDATE rewrites the answers")]
            std::fs::write(folder.join(&path), right).expect("the case can be written");
        } else {
            all_wrong.extend(wrong.into_iter().map(|wrong| format!("{path}: {wrong}")));
        }
    }
    assert!(all_wrong.is_empty(), "{}", all_wrong.join("\n"));
}

#[test]
fn codes_are_in_order_and_none_twice() {
    assert!(Code::ALL.windows(2).all(|pair| pair[0].id() < pair[1].id()));
}

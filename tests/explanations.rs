//! Every code has a page in `docs/fel/` that cannot lie: its wrong example gives that code and no other, the mended one none.
//!
//! A file's path may be followed by how it is stored: `(sparad som Latin-1)`, `(sparad som UTF-16)`, `(symbolisk länk)`,
//! `(går inte att läsa)`, `(namnet med delade tecken)`, `(upprepad 1000 gånger)`; or by `(före ändringen)`, when it is what
//! stood there before.
//! A file whose block is empty is taken away.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use internkontroll::diagnostic::{Code, Diagnostics, Severity, explanation};
use internkontroll::source::{RawFile, Refusal, Sources, Unread};
use unicode_normalization::UnicodeNormalization;

/// The headings of every page, in order.
const HEADINGS: [&str; 4] = ["## Vad det betyder", "## Fel", "## Rättat", "## Varför det spelar roll"];

/// Content of a heading of a page.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let after = page.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{heading} is missing")).1;
    // Examples may have headings of their own, so only those of the page end a part of it.
    let end = HEADINGS.iter().filter_map(|next| after.find(&format!("\n{next}\n"))).min();
    &after[..end.unwrap_or(after.len())]
}

/// What is found at a path, as it is stored there.
fn stored(text: &str, how: &str) -> Result<Vec<u8>, Unread> {
    Ok(match how {
        "" | "före ändringen" | "namnet med delade tecken" => text.as_bytes().to_vec(),
        "symbolisk länk" => return Err(Unread::SymbolicLink),
        "går inte att läsa" => return Err(Unread::Refused(Refusal::Permission)),
        "sparad som Latin-1" => text.chars().map(|letter| u8::try_from(letter as u32).expect("Latin-1")).collect(),
        "sparad som UTF-16" => {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        }
        _ => {
            let times = how.strip_prefix("upprepad ").and_then(|rest| rest.strip_suffix(" gånger"));
            text.repeat(times.and_then(|times| times.parse().ok()).unwrap_or_else(|| panic!("”{how}” means nothing")))
                .into_bytes()
        }
    })
}

/// How the block of a file is marked that stood there before the change.
const BEFORE: &str = "före ändringen";

/// The small content with the files of a section laid over it: those marked as what stood there before, or the others.
fn overlaid(base: &BTreeMap<String, Vec<u8>>, section: &str, before: bool) -> Vec<RawFile> {
    let mut files: BTreeMap<String, RawFile> = base
        .iter()
        .map(|(path, bytes)| (path.clone(), RawFile { path: path.clone(), bytes: Ok(bytes.clone()) }))
        .collect();
    for block in reading::blocks(section).into_iter().filter(|block| (block.stored == BEFORE) == before) {
        let mut path = block.path.expect("each example stands below its path");
        if block.stored == "namnet med delade tecken" {
            path = path.nfd().collect();
        }
        if block.text.is_empty() {
            files.remove(&path);
        } else {
            files.insert(path.clone(), RawFile { path, bytes: stored(&block.text, &block.stored) });
        }
    }
    files.into_values().collect()
}

/// What is told of a section's content, and the codes of it. Where `wrong`, the wrong example of the page, holds what stood
/// there before, that is the content that both are compared with.
fn told(base: &BTreeMap<String, Vec<u8>>, section: &str, wrong: &str) -> (String, BTreeSet<Code>) {
    let sources = Sources::decode(overlaid(base, section, false));
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    if wrong.contains(&format!("({BEFORE})"))
        && let Ok(after) = model
    {
        let mut found = Diagnostics::default();
        let before = Sources::decode(overlaid(base, wrong, true));
        let before = internkontroll::check(&before, &mut found);
        let before = before.unwrap_or_else(|_| panic!("what stood there before has faults: {found:?}"));
        internkontroll::check::history::check(&before, &after, &sources, &mut diagnostics);
    }
    let codes = diagnostics.sorted().into_iter().map(|diagnostic| diagnostic.code).collect();
    (reading::told(&diagnostics, &sources), codes)
}

#[test]
fn every_page_holds_what_it_says() {
    let base = reading::files(&reading::package().join("tests/cases/base"));
    let mut pages = reading::files(&reading::package().join("docs/fel"));
    pages.remove("README.md");
    let mut wrong = Vec::new();
    for &code in Code::ALL {
        let Some(page) = pages.remove(&format!("{}.md", code.id())) else {
            wrong.push(format!("{} has no page", code.id()));
            continue;
        };
        let page = String::from_utf8(page).expect("pages are text");
        let title = format!("# {}: {}", code.id(), code.title().sv);
        if page.lines().next() != Some(&title) {
            wrong.push(format!("the page of {0} does not begin with ”{title}”", code.id()));
        }
        let prose: String = page.split("```").step_by(2).collect();
        let headings: Vec<_> = prose.lines().filter(|line| line.starts_with("## ")).collect();
        if headings[..4] != HEADINGS || headings.len() > 4 {
            wrong.push(format!("the headings of {} are {headings:?}", code.id()));
            continue;
        }
        let example = section(&page, "## Fel");
        let (said, codes) = told(&base, example, example);
        if codes != BTreeSet::from([code]) {
            wrong.push(format!("the wrong example of {} gives:\n{said}", code.id()));
        }
        let (said, _) = told(&base, section(&page, "## Rättat"), example);
        if !said.is_empty() {
            wrong.push(format!("the mended example of {} gives:\n{said}", code.id()));
        }
    }
    assert!(pages.is_empty(), "pages of no code: {:?}", pages.keys());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The list of all codes, as it stands in `docs/fel/README.md`.
fn index() -> String {
    let mut index = "# Koder\n\nVarje fel, varning och notis har en kod. Koden behåller sin betydelse för alltid. Samma sidor visas av\n\
                     `internkontroll explain IK0301`. Listan skrivs av `UPDATE=1 cargo test --test explanations`.\n"
        .to_owned();
    for (severity, heading, meaning) in [
        (Severity::Error, "Fel", "Ingen rapport skrivs förrän de är rättade."),
        (Severity::Warning, "Varningar", "Rapporten skrivs, men någon bör titta på dem."),
        (Severity::Note, "Notiser", "Inget är fel, men det kan bli bättre."),
    ] {
        let head = format!("\n## {heading}\n\n{meaning}\n\n| Kod | Vad det gäller |\n| --- | --- |\n");
        index.push_str(&head);
        let codes = Code::ALL.iter().filter(|code| code.severity() == severity);
        index.extend(codes.map(|code| format!("| [{0}]({0}.md) | {1} |\n", code.id(), code.title().sv)));
    }
    index
}

#[test]
fn the_program_has_the_pages_as_they_are_written() {
    for (path, bytes) in reading::files(&reading::package().join("docs/fel")) {
        let Some(code) = path.strip_suffix(".md").and_then(Code::of) else { continue };
        let page = explanation(code).unwrap_or_default();
        assert!(page.as_bytes() == bytes, "{path} is another in the program: touch src/diagnostic/explanation.rs");
    }
}

#[test]
fn the_list_of_codes_is_complete() {
    let path = reading::package().join("docs/fel/README.md");
    if std::env::var_os("UPDATE").is_some() {
        #[expect(clippy::disallowed_methods, reason = "UPDATE rewrites the list")]
        std::fs::write(&path, index()).expect("the list can be written");
    }
    assert!(
        reading::text("docs/fel/README.md") == index(),
        "UPDATE=1 cargo test --test explanations writes docs/fel/README.md"
    );
}

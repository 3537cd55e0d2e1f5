//! Every code has a page in `docs/fel/` that cannot lie: its wrong example gives that code and no other, the mended one none.
//!
//! A file's path may be followed by how it is stored: `(sparad som Latin-1)`, `(sparad som UTF-16)`, `(symbolisk länk)`,
//! `(går inte att läsa)`, `(upprepad 1000 gånger)`; or by `(före ändringen)`, when it is what stood there before.
//! A file whose block is empty is taken away.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use internkontroll::diagnostic::{Code, Diagnostics, Severity, explanation};
use internkontroll::source::Sources;

/// The headings of every page, in order.
const HEADINGS: [&str; 4] = ["## Vad det betyder", "## Fel", "## Rättat", "## Varför det spelar roll"];

/// Content of a heading of a page.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let after = page.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{heading} is missing")).1;
    after.split("\n## ").next().expect("a split has a first part")
}

/// The bytes of a file as they are stored.
fn stored(text: &str, how: &str) -> Vec<u8> {
    match how {
        "" | "före ändringen" => text.as_bytes().to_vec(),
        "sparad som Latin-1" => text.chars().map(|letter| u8::try_from(letter as u32).expect("Latin-1")).collect(),
        "sparad som UTF-16" => {
            "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        }
        _ => {
            let times = how.strip_prefix("upprepad ").and_then(|rest| rest.strip_suffix(" gånger"));
            text.repeat(times.and_then(|times| times.parse().ok()).unwrap_or_else(|| panic!("”{how}” means nothing")))
                .into_bytes()
        }
    }
}

/// The small content with the files of a section laid over it.
fn overlaid(base: &BTreeMap<String, Vec<u8>>, section: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = base.clone();
    for block in reading::blocks(section) {
        let path = block.path.expect("each example stands below its path");
        if block.text.is_empty() {
            files.remove(&path);
        } else {
            files.insert(path, stored(&block.text, &block.stored));
        }
    }
    files
}

/// What is told of a content, and the codes of it.
fn told(files: BTreeMap<String, Vec<u8>>) -> (String, BTreeSet<Code>) {
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let _ = internkontroll::check(&sources, &mut diagnostics);
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
        let headings: Vec<_> = page.lines().filter(|line| line.starts_with("## ")).collect();
        if headings[..4] != HEADINGS || headings.len() > 4 {
            wrong.push(format!("the headings of {} are {headings:?}", code.id()));
            continue;
        }
        let (said, codes) = told(overlaid(&base, section(&page, "## Fel")));
        if codes != BTreeSet::from([code]) {
            wrong.push(format!("the wrong example of {} gives:\n{said}", code.id()));
        }
        let (said, _) = told(overlaid(&base, section(&page, "## Rättat")));
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

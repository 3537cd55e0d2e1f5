//! Reads a content in which one file is whatever the fuzzer made: never a panic, and an error if and only if there is no model.

#![no_main]

mod places;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use internkontroll::diagnostic::{self, Diagnostics, Language, Shown};
use internkontroll::source::Sources;
use internkontroll::{disk, page, report};
use libfuzzer_sys::fuzz_target;
use places::PLACES;

static BASE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cases/base");
    let files = disk::read(&folder).expect("the small content can be read");
    files.into_iter().map(|file| (file.path, file.bytes)).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let Some((place, bytes)) = bytes.split_first() else { return };
    let mut files = BASE.clone();
    files.insert(PLACES[usize::from(*place) % PLACES.len()].to_owned(), bytes.to_vec());
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    assert_eq!(model.is_err(), diagnostics.reported().is_some(), "a failure is proof of a message");
    let shown = Shown { diagnostics: &diagnostics, sources: &sources, root: "", language: Language::Swedish };
    for format in [diagnostic::text, diagnostic::plain, diagnostic::sarif] {
        let _ = format(&shown);
    }
    if let Ok(model) = model {
        let _ = page::compose(&report::summarize(&model));
    }
});

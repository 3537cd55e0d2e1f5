//! The writers' handbook cannot lie: its examples together are a content that builds without a fault.

mod reading;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::prose::OTHER_LANGUAGES;
use internkontroll::source::Sources;

#[test]
fn every_language_that_can_be_marked_is_named() {
    let handbook = reading::text("docs/handbok.md");
    let (_, after) = handbook.split_once("### Språk som text kan märkas med").expect("the part is there");
    let listed = after.split("###").next().unwrap_or_default().replace(" och ", ", ").replace('\n', " ");
    let listed: Vec<_> = listed.split([',', '.']).map(str::trim).filter(|name| !name.is_empty()).collect();
    assert_eq!(listed, OTHER_LANGUAGES.map(|language| language.name));
}

#[test]
fn the_examples_build_without_faults() {
    let path = reading::package().join("docs/handbok.md");
    let handbook = reading::files(path.parent().expect("docs is a folder")).remove("handbok.md").expect("it is there");
    let handbook = String::from_utf8(handbook).expect("it is text");
    let blocks =
        reading::blocks(&handbook).into_iter().filter(|block| matches!(block.kind.as_str(), "yaml" | "markdown"));
    let files: Vec<_> = blocks.filter_map(|block| Some((block.path?, block.text.into_bytes()))).collect();
    assert!(files.len() >= 12, "the handbook shows every kind of file, but only {} were found", files.len());
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    assert_eq!(reading::told(&diagnostics, &sources), "");
    let site = reading::render(&model.expect("examples without faults give a model"));
    assert!(site.contains_key("index.html"));
}

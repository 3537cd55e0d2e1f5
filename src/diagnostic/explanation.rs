//! The page of each code, as part of the program. The pages are written in `docs/fel/`, where people read them too.

use include_dir::{Dir, include_dir};

use super::Code;

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/fel");

/// What a code means, with a wrong example and a mended one: Markdown in Swedish. `None` when nobody has written it yet.
#[must_use]
pub fn explanation(code: Code) -> Option<&'static str> {
    PAGES.get_file(format!("{}.md", code.id()))?.contents_utf8()
}

/// What a page says first: what the code means.
pub(super) fn meaning(page: &str) -> Option<&str> {
    let after = page.split_once("\n## Vad det betyder\n")?.1;
    after.split("\n## ").next().map(str::trim)
}

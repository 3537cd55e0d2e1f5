//! Reads content for the tests: from a folder, or from blocks of a Markdown file.

#![allow(dead_code, clippy::disallowed_methods, reason = "each test uses its part, and tests look at files")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use internkontroll::diagnostic::{self, Diagnostics, Language, Shown};
use internkontroll::model::Model;
use internkontroll::site::{Output, Settings, Theme};
use internkontroll::source::Sources;
use internkontroll::{disk, page, report};

/// Every format in which faults are shown.
pub const FORMATS: [fn(&Shown<'_>) -> String; 6] =
    [diagnostic::text, diagnostic::plain, diagnostic::json, diagnostic::github, diagnostic::gitlab, diagnostic::sarif];

/// The folder of the package.
pub fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder by path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    disk::read_whole(folder).expect("the folder can be read").into_iter().collect()
}

/// A text file of the package.
pub fn text(path: &str) -> String {
    std::fs::read_to_string(package().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a folder as sources.
pub fn sources(folder: &str) -> Sources {
    Sources::decode(files(&package().join(folder)))
}

/// What is told of a content, in plain Swedish lines.
pub fn told(diagnostics: &Diagnostics, sources: &Sources) -> String {
    diagnostic::plain(&Shown { diagnostics, sources, root: "", language: Language::Swedish })
}

/// The model of a folder without errors, and what is told of it.
pub fn checked(folder: &str) -> (Model, String) {
    let sources = sources(folder);
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    let told = told(&diagnostics, &sources);
    (model.unwrap_or_else(|_| panic!("{folder} has errors:\n{told}")), told)
}

/// The model of a folder that has no errors. What else is told of it is the matter of `tests/notes/`.
pub fn model(folder: &str) -> Model {
    checked(folder).0
}

/// The site of a shipped content, by the standard theme. It takes a while, so that each is built once in a test program.
pub fn site(folder: &str) -> &'static Output {
    static SHIPPED: OnceLock<Output> = OnceLock::new();
    static EXAMPLE: OnceLock<Output> = OnceLock::new();
    let site = match folder {
        "content" => &SHIPPED,
        "examples/exempelstaden" => &EXAMPLE,
        other => panic!("{other} is no shipped content"),
    };
    site.get_or_init(|| render(&model(folder)))
}

/// The site of a model, by the standard theme.
pub fn render(model: &Model) -> Output {
    let theme = Theme::overlaid(BTreeMap::new()).expect("the standard theme is whole");
    internkontroll::render(model, &theme, &Settings::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// The pages of a model, before they are rendered.
pub fn pages(model: &Model) -> page::Pages {
    page::compose(&report::summarize(model))
}

/// What a reader sees of a page's own part: without markup, drawings and what is only heard, every stretch of space as one.
pub fn seen(html: &str) -> String {
    let html = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let html = html.split_once("</main>").map_or(html, |(main, _)| main);
    let (mut text, mut rest) = (String::new(), html.split_once('>').map_or("", |(_, rest)| rest));
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let hidden = [("svg", "</svg>"), ("span class=\"visually-hidden\"", "</span>")];
        let end = hidden.into_iter().find(|(start, _)| tag.starts_with(start)).map_or(">", |(_, end)| end);
        rest = tag.split_once(end).map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let entities = [
        ("\u{ad}", ""),
        ("&shy;", ""),
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let text = entities.into_iter().fold(text, |text, (entity, letter)| text.replace(entity, letter));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of the page at an address.
pub fn words(site: &Output, path: &str) -> String {
    let page = site.get(path).unwrap_or_else(|| panic!("no {path}"));
    seen(std::str::from_utf8(page).expect("pages are text"))
}

/// A fenced block of a Markdown file with what stands before it.
pub struct Block {
    /// The path in a bold line just before the block, if there is one.
    pub path: Option<String>,
    /// What stands in brackets after the path: how the file is stored.
    pub stored: String,
    /// The word after the fence.
    pub kind: String,
    /// The lines inside.
    pub text: String,
}

/// The fenced blocks of a Markdown text, in order.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut path, mut stored) = (None, String::new());
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if let Some(named) = line.trim().strip_prefix("**`").and_then(|rest| rest.split("`**").next()) {
            path = Some(named.to_owned());
            let how = line.split_once("`** (").and_then(|(_, rest)| rest.strip_suffix(')'));
            how.unwrap_or_default().clone_into(&mut stored);
        }
        let fence = line.chars().take_while(|letter| *letter == '`').count();
        if fence < 3 {
            continue;
        }
        let kind = line[fence..].trim().to_owned();
        let inside: Vec<_> = lines.by_ref().take_while(|line| !line.starts_with(&"`".repeat(fence))).collect();
        let text = inside.iter().flat_map(|line| [line, "\n"]).collect();
        blocks.push(Block { path: path.take(), stored: std::mem::take(&mut stored), kind, text });
    }
    blocks
}

//! Damaged content: never a panic, a model if and only if nothing was reported, and a site from every model.

#![expect(clippy::disallowed_methods, reason = "ROUNDS sets the length of the run")]

mod reading;

use std::collections::BTreeMap;

use internkontroll::diagnostic::{self, Diagnostics, Language, Shown};
use internkontroll::site::{self, Settings, Theme};
use internkontroll::source::Sources;
use rayon::prelude::*;

/// A sequence of numbers that looks random and is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        // Constants of the linear congruential generator of Knuth's MMIX.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % below.max(1)
    }
}

/// Pieces that mean something to one of the readers.
const PIECES: [&str; 32] = [
    ":",
    ": ",
    "-",
    "- ",
    "\n",
    "\t",
    "  ",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "#",
    "|",
    ">",
    "&a",
    "*a",
    "!t",
    "---\n",
    "## ",
    "### ",
    "<b>",
    "](x)",
    "![",
    "| a |\n|---|\n",
    "ej tillämpligt",
    "2024",
    "9999999999999999999",
    "å\u{30a}",
    "\u{a0}",
    "**",
];

/// One to three damages to a text.
fn damaged(text: &str, numbers: &mut Numbers) -> String {
    let mut text = text.to_owned();
    for _ in 0..=numbers.next(3) {
        let at = text.floor_char_boundary(numbers.next(text.len() + 1));
        let end = text.floor_char_boundary((at + numbers.next(40)).min(text.len())).max(at);
        match numbers.next(5) {
            0 => text.replace_range(at..end, ""),
            1 => text.insert_str(at, PIECES[numbers.next(PIECES.len())]),
            2 => text.replace_range(at..end, PIECES[numbers.next(PIECES.len())]),
            3 => text.truncate(at),
            _ => {
                let piece = text[at..end].to_owned();
                let to = text.floor_char_boundary(numbers.next(text.len() + 1));
                text.insert_str(to, &piece);
            }
        }
    }
    text
}

fn check_damaged(base: &BTreeMap<String, Vec<u8>>, theme: Option<&Theme>, round: u64) {
    let mut numbers = Numbers(round.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
    let paths: Vec<_> = base.keys().collect();
    let path = paths[numbers.next(paths.len())];
    let text = String::from_utf8(base[path].clone()).expect("content is text");
    let mut files = base.clone();
    files.insert(path.clone(), damaged(&text, &mut numbers).into_bytes());
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    assert_eq!(model.is_err(), diagnostics.reported().is_some(), "round {round}: a failure is proof of a message");
    for language in [Language::Swedish, Language::English] {
        let shown = Shown { diagnostics: &diagnostics, sources: &sources, root: "", language };
        let _ = diagnostic::plain(&shown);
        let _ = diagnostic::text(&shown);
    }
    let Ok(model) = model else { return };
    let pages = reading::pages(&model);
    if let Some(theme) = theme {
        let rendered = site::render(&pages, theme, &Settings::default(), || ());
        rendered.unwrap_or_else(|error| panic!("round {round}, {path}: content without errors gives a site: {error}"));
    }
}

/// How many rounds; `ROUNDS=100000` for a long run.
fn rounds() -> u64 {
    std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(1_000)
}

#[test]
fn damage_is_told_and_never_a_panic() {
    let base = reading::files(&reading::package().join("tests/cases/base"));
    let theme = Theme::overlaid(BTreeMap::new()).expect("the standard theme is whole");
    (0..rounds()).into_par_iter().for_each(|round| check_damaged(&base, Some(&theme), round));
}

#[test]
fn damage_to_the_shipped_content_is_told() {
    let base = reading::files(&reading::package().join("content"));
    (0..rounds() / 5).into_par_iter().for_each(|round| check_damaged(&base, None, round));
}

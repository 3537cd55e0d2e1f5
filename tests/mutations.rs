//! Damaged content: never a panic, a model if and only if nothing was reported, a site from every model.
//!
//! `ROUNDS=100000 cargo test --release --test mutations -- --nocapture` is the long run; `ROUND=7` repeats one round.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "ROUNDS sets the length of the run; what came out and how long it took is told"
)]

mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

use internkontroll::diagnostic::{Code, Diagnostics, Language, Severity, Shown};
use internkontroll::site::{self, Settings, Theme};
use internkontroll::source::{LONGEST_MESSAGE, Sources, Span};
use rayon::prelude::*;

/// A round that takes longer hangs: the slowest take seconds, however busy the machine is.
const LONGEST_ROUND: Duration = Duration::from_mins(15);

type Files = BTreeMap<String, Vec<u8>>;

/// A sequence of numbers that looks random and is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        // Constants of the linear congruential generator of Knuth's MMIX.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % below.max(1)
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.next(all.len())].clone()
    }
}

/// Pieces that mean something to one of the readers.
const PIECES: &[&str] = &[
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
    " #",
    "|",
    ">",
    "|2-\n",
    "? ",
    "&a",
    "*a",
    "!t",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "<<: ",
    "## ",
    "### ",
    "# ",
    "<b>",
    "</b>",
    "<!--",
    "](x)",
    "](javascript:x)",
    "![",
    "[^1]",
    "&amp;",
    "&#0;",
    "```",
    "    ",
    "> ",
    "1. ",
    "***",
    "| a |\n|---|\n",
    "||",
    "**",
    "\\",
    "ej tillämpligt",
    "saknas: ",
    "2024",
    "2024-02-30",
    "2024-T4",
    "0",
    "-1",
    "1e999",
    "12,5",
    "9999999999999999999",
    "å\u{30a}",
    "\u{a0}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{ad}",
    "\u{2028}",
    "\u{85}",
    "\u{10ffff}",
    "漢字",
    "🙂",
    "”",
    "ï",
];

/// Openings that can be put into each other without end.
const OPENINGS: &[&str] =
    &["[", "{a: ", "- ", "? ", "> ", "* ", "1. ", "**", "_[", "![", "(", "<b>", "  ", "\t", "\n  - "];

/// One damage to the text of a file.
fn damage_text(text: &mut String, numbers: &mut Numbers) {
    let at = text.floor_char_boundary(numbers.next(text.len() + 1));
    let end = text.floor_char_boundary((at + numbers.next(40)).min(text.len())).max(at);
    match numbers.next(12) {
        0 => text.replace_range(at..end, ""),
        1 => text.insert_str(at, numbers.one_of(PIECES)),
        2 => text.replace_range(at..end, numbers.one_of(PIECES)),
        3 => text.truncate(at),
        4 => {
            let piece = text[at..end].to_owned();
            let to = text.floor_char_boundary(numbers.next(text.len() + 1));
            text.insert_str(to, &piece);
        }
        5 => {
            let count = 1 << numbers.next(12);
            text.insert_str(at, &numbers.one_of(OPENINGS).repeat(count));
        }
        6 => {
            let count = 1 << numbers.next(17);
            text.insert_str(at, &numbers.one_of(&["x", "9", "å", "x ", "x\n", "# ", "- a\n", "a: b\n"]).repeat(count));
        }
        _ => damage_lines(text, numbers),
    }
}

/// One damage to whole lines.
fn damage_lines(text: &mut String, numbers: &mut Numbers) {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let (one, other) = (numbers.next(lines.len()), numbers.next(lines.len()));
    match numbers.next(7) {
        0 => lines.insert(other, lines[one].clone()),
        1 => lines.swap(one, other),
        2 => drop(lines.remove(one)),
        3 => lines[one].insert_str(0, &" ".repeat(1 + numbers.next(4))),
        4 => {
            let indent = lines[one].len() - lines[one].trim_start().len();
            lines[one].drain(..indent);
        }
        5 => {
            let next = lines.get(one + 1).cloned().unwrap_or_default();
            lines[one].push_str(&next);
        }
        _ => lines[one] = lines[one].to_uppercase(),
    }
    *text = lines.join("\n");
}

/// One damage to how a file is stored.
fn damage_bytes(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    let at = numbers.next(bytes.len() + 1);
    let text = String::from_utf8_lossy(bytes).into_owned();
    match numbers.next(9) {
        0 => bytes.insert(at, 0),
        1 => bytes.insert(at, numbers.one_of(&[0x80, 0xc3, 0xe5, 0xed, 0xf8, 0xff])),
        2 => bytes.truncate(at),
        3 => *bytes = text.replace('\n', "\r\n").into_bytes(),
        4 => *bytes = text.replace('\n', "\r").into_bytes(),
        5 => *bytes = text.chars().map(|letter| u8::try_from(letter as u32).unwrap_or(b'?')).collect(),
        6 => *bytes = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        7 => bytes.splice(0..0, *b"\xef\xbb\xbf").for_each(drop),
        _ => bytes.clear(),
    }
}

/// One damage to where files lie.
fn damage_places(files: &mut Files, numbers: &mut Numbers) {
    let paths: Vec<_> = files.keys().cloned().collect();
    let (one, other) = (numbers.one_of(&paths), numbers.one_of(&paths));
    let bytes = files[&one].clone();
    let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let name = one.rsplit('/').next().expect("a split has a last part");
    match numbers.next(8) {
        0 => drop(files.remove(&one)),
        1 => drop(files.insert(format!("{}{name}", folder(&other)), bytes)),
        2 => drop(files.insert(other, bytes)),
        3 => drop(files.insert(one.replace("yaml", "yml").replace(".md", ".txt"), bytes)),
        4 => drop(files.insert(one.replace("20", "21"), bytes)),
        5 => drop(files.insert(format!("{}åäö {name}", folder(&one)), bytes)),
        6 => {
            let folder = folder(&one);
            files.retain(|path, _| folder.is_empty() || !path.starts_with(&folder));
        }
        _ => {
            let all: Vec<_> = files.iter().filter(|(path, _)| path.starts_with(&folder(&one))).collect();
            let moved: Files =
                all.into_iter().map(|(path, bytes)| (path.replacen("organ/", "organ/x-", 1), bytes.clone())).collect();
            files.extend(moved);
        }
    }
}

/// The content with one to three damages, most of them to one file.
fn damaged(base: &Files, numbers: &mut Numbers) -> Files {
    let mut files = base.clone();
    let paths: Vec<_> = base.keys().collect();
    let path = numbers.one_of(&paths);
    for _ in 0..=numbers.next(3) {
        let kind = numbers.next(12);
        if kind == 0 {
            damage_places(&mut files, numbers);
            continue;
        }
        let Some(bytes) = files.get_mut(path) else { continue };
        if kind == 1 {
            damage_bytes(bytes, numbers);
        } else {
            let mut text = String::from_utf8_lossy(bytes).into_owned();
            damage_text(&mut text, numbers);
            *bytes = text.into_bytes();
        }
    }
    files
}

/// What came out of one round, or of all.
#[derive(Default)]
struct Outcome {
    rounds: usize,
    errors: usize,
    others: usize,
    sites: usize,
    codes: BTreeSet<Code>,
    slowest: Duration,
}

impl Outcome {
    fn and(mut self, other: Self) -> Self {
        self.codes.extend(other.codes);
        Self {
            rounds: self.rounds + other.rounds,
            errors: self.errors + other.errors,
            others: self.others + other.others,
            sites: self.sites + other.sites,
            slowest: self.slowest.max(other.slowest),
            codes: self.codes,
        }
    }
}

fn round(base: &Files, theme: Option<&Theme>, number: u64) -> Outcome {
    let began = Instant::now();
    let mut numbers = Numbers(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
    let sources = Sources::decode(damaged(base, &mut numbers));
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    assert_eq!(model.is_err(), diagnostics.reported().is_some(), "a failure is proof of a message");
    for fault in diagnostics.sorted() {
        for span in [Some(fault.span), fault.related.as_ref().map(|(span, _)| *span)].into_iter().flatten() {
            assert!(lies_in_its_file(span, &sources), "{fault:?}");
        }
        for words in [Some(&fault.message), fault.hint.as_ref()].into_iter().flatten() {
            let longest = words.sv.chars().count().max(words.en.chars().count());
            assert!(longest <= LONGEST_MESSAGE, "{} says {longest} characters: {words:?}", fault.code.id());
        }
    }
    for language in [Language::Swedish, Language::English] {
        let shown = Shown { diagnostics: &diagnostics, sources: &sources, root: "", language };
        for format in reading::FORMATS {
            let _ = format(&shown);
        }
    }
    let mut outcome = Outcome { rounds: 1, ..Outcome::default() };
    outcome.codes = diagnostics.sorted().into_iter().map(|fault| fault.code).collect();
    outcome.errors = usize::from(model.is_err());
    let others = diagnostics.count(Severity::Warning) + diagnostics.count(Severity::Note);
    outcome.others = usize::from(model.is_ok() && others > 0);
    if let (Ok(model), Some(theme)) = (model, theme) {
        let rendered = site::render(&reading::pages(&model), theme, &Settings::default(), || ());
        rendered.unwrap_or_else(|error| panic!("content without errors gives a site: {error}"));
        outcome.sites = 1;
    }
    outcome.slowest = began.elapsed();
    assert!(outcome.slowest < LONGEST_ROUND, "it took {:?}", outcome.slowest);
    outcome
}

fn lies_in_its_file(span: Span, sources: &Sources) -> bool {
    let text = &sources.file(span.file).text;
    let (start, end) = (span.start as usize, span.end as usize);
    start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
}

/// Rounds over a folder; each that fails says its number.
fn run(folder: &str, theme: Option<&Theme>, rounds: u64) {
    let base = reading::files(&reading::package().join(folder));
    let number = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let rounds = match number("ROUND") {
        Some(round) => round..round + 1,
        None => 0..number("ROUNDS").unwrap_or(rounds),
    };
    let began = Instant::now();
    let one = |number: u64| {
        catch_unwind(AssertUnwindSafe(|| round(&base, theme, number))).unwrap_or_else(|panic| {
            println!("{folder}: round {number} failed; ROUND={number} repeats it");
            resume_unwind(panic)
        })
    };
    let all = rounds.into_par_iter().map(one).reduce(Outcome::default, Outcome::and);
    let sites = if theme.is_some() { format!("{} sites built, ", all.sites) } else { String::new() };
    println!(
        "{folder}: {} rounds in {} s: {} with errors, {} with warnings or notes only, {sites}{} kinds of fault, slowest {} ms",
        all.rounds,
        began.elapsed().as_secs(),
        all.errors,
        all.others,
        all.codes.len(),
        all.slowest.as_millis(),
    );
}

#[test]
fn damage_is_told_and_never_a_panic() {
    let theme = Theme::overlaid(BTreeMap::new()).expect("the standard theme is whole");
    run("tests/cases/base", Some(&theme), 1_000);
}

#[test]
fn damage_to_the_shipped_content_is_told() {
    run("content", None, 200);
}

#[test]
fn damage_to_the_example_is_told() {
    run("examples/exempelstaden", None, 40);
}

//! How long each stage of a build takes: `cargo bench`. Prints the median of many runs; judges nothing.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads files, looks at the clock and prints"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use internkontroll::diagnostic::Diagnostics;
use internkontroll::site::{self, Settings, Theme};
use internkontroll::source::Sources;
use internkontroll::{check, disk, page, report, syntax};

const RUNS: usize = 15;

/// The stages in order, as they are printed.
const STAGES: [&str; 7] = ["read", "parse", "check", "summarize", "compose", "render", "write"];

fn run(content: &Path, output: &Path) -> [Duration; STAGES.len()] {
    let theme = Theme::overlaid(BTreeMap::new()).expect("the standard theme is whole");
    let mut laps = Vec::new();
    let mut last = Instant::now();
    let mut lap = || {
        let now = Instant::now();
        laps.push(now - last);
        last = now;
    };
    let raw = disk::read(content).expect("the content can be read");
    let sources = Sources::decode(raw);
    lap();
    let mut diagnostics = Diagnostics::default();
    let documents = syntax::parse(&sources, check::form, &mut diagnostics);
    lap();
    let model = check::check(&documents, &sources, &mut diagnostics).expect("the content has no errors");
    lap();
    let report = report::summarize(&model);
    lap();
    let pages = page::compose(&report);
    lap();
    let site = site::render(&pages, &theme, &Settings::default(), || ()).expect("the theme is whole");
    lap();
    disk::write(output, &site).expect("the site can be written");
    lap();
    laps.try_into().expect("a lap for every stage")
}

fn main() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    for content in ["content", "examples/exempelstaden"] {
        let folder = tempfile::tempdir().expect("a folder");
        let runs: Vec<_> = (0..RUNS).map(|_| run(&package.join(content), &folder.path().join("output"))).collect();
        println!("{content}, median of {RUNS} runs, ms:");
        let mut whole = Duration::ZERO;
        for (at, stage) in STAGES.iter().enumerate() {
            let mut times: Vec<_> = runs.iter().map(|run| run[at]).collect();
            times.sort_unstable();
            whole += times[RUNS / 2];
            println!("  {stage:<10} {:>8.1}", times[RUNS / 2].as_secs_f64() * 1000.0);
        }
        println!("  {:<10} {:>8.1}", "sum", whole.as_secs_f64() * 1000.0);
    }
}

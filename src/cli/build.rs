//! `internkontroll build`: from content and theme to a site on disk, all or nothing.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{FAILED, WRITTEN, WRONG_USE};
use crate::diagnostic::{self, Diagnostics, Severity};
use crate::disk::{self, Written};
use crate::language::{number, plural};
use crate::page::{self, Pages};
use crate::site::{self, Settings, Theme};
use crate::source::Sources;
use crate::{check, report};

#[derive(clap::Args)]
pub struct Arguments {
    /// Mappen med innehållet
    #[arg(long, value_name = "MAPP", default_value = "content")]
    content: PathBuf,
    /// Mapp med ett eget tema, som läggs över det som följer med
    #[arg(long, value_name = "MAPP")]
    theme: Option<PathBuf>,
    /// Mappen som rapporten skrivs till
    #[arg(long, value_name = "MAPP", default_value = "output")]
    output: PathBuf,
    /// Adressen där rapporten ska ligga, till exempel https://intranet.exempel.se/internkontroll/
    #[arg(long, value_name = "ADRESS", value_parser = base_url)]
    base_url: Option<String>,
    /// Visar hur lång tid varje steg tog
    #[arg(long)]
    timings: bool,
}

/// Where the time went, stage by stage.
struct Stopwatch {
    began: Instant,
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Stopwatch {
    fn start() -> Self {
        let now = Instant::now();
        Self { began: now, last: now, laps: Vec::new() }
    }

    fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now - self.last));
        self.last = now;
    }
}

/// Builds the site, tells what happened, and says how it ended.
pub fn run(arguments: &Arguments) -> u8 {
    let mut stopwatch = Stopwatch::start();
    let inputs: Vec<&Path> = std::iter::once(arguments.content.as_path()).chain(arguments.theme.as_deref()).collect();
    if let Err(error) = disk::check_places(&arguments.output, &inputs) {
        return told(&error, WRONG_USE);
    }
    let theme = match theme(arguments.theme.as_deref()) {
        Ok(theme) => theme,
        Err(error) => return told(&error, FAILED),
    };
    let raw = match disk::read(&arguments.content) {
        Ok(raw) if raw.is_empty() => return told(&format!("mappen ”{}” är tom", arguments.content.display()), FAILED),
        Ok(raw) => raw,
        Err(error) => return told(&error, FAILED),
    };
    let sources = match Sources::decode(raw.into_iter().map(|file| (file.path, file.bytes))) {
        Ok(sources) => sources,
        Err(faults) => {
            let faults: Vec<_> = faults.iter().map(|(path, fault)| format!("{path}: {fault}")).collect();
            return told(&faults.join("\n"), FAILED);
        }
    };
    stopwatch.lap("läsa");
    let mut diagnostics = Diagnostics::default();
    let model = check(&sources, &mut diagnostics);
    stopwatch.lap("kontrollera");
    show(&diagnostics, &sources);
    let Ok(model) = model else {
        eprintln!("{}. Ingenting har skrivits.", faults(&diagnostics));
        return FAILED;
    };
    let report = report::summarize(&model);
    stopwatch.lap("räkna");
    let pages = page::compose(&report);
    stopwatch.lap("sätta samman");
    let progress = progress(pages.pages.len());
    let settings = Settings { base_url: arguments.base_url.clone() };
    let output = site::render(&pages, &theme, &settings, || progress.inc(1));
    progress.finish_and_clear();
    stopwatch.lap("skriva sidor");
    let output = match output {
        Ok(output) => output,
        Err(error) => return told(&error, FAILED),
    };
    match disk::write(&arguments.output, &output) {
        Ok(written) => {
            stopwatch.lap("spara");
            summarize(arguments, &pages, &diagnostics, &written, &stopwatch);
            WRITTEN
        }
        Err(error) => told(&error, FAILED),
    }
}

fn theme(folder: Option<&Path>) -> Result<Theme, Box<dyn std::error::Error>> {
    let overlay = match folder {
        Some(folder) => disk::read(folder)?.into_iter().map(|file| (file.path, file.bytes)).collect(),
        None => BTreeMap::new(),
    };
    Ok(Theme::overlaid(overlay)?)
}

fn show(diagnostics: &Diagnostics, sources: &Sources) {
    let found = diagnostics.sorted();
    if found.is_empty() {
        return;
    }
    if std::io::stderr().is_terminal() {
        anstream::eprintln!("{}\n", diagnostic::text(&found, sources));
    } else {
        eprintln!("{}", diagnostic::plain(&found, sources));
    }
}

fn told(fault: &dyn std::fmt::Display, code: u8) -> u8 {
    eprintln!("{fault}\nIngenting har skrivits.");
    code
}

fn progress(pages: usize) -> ProgressBar {
    let target =
        if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("Skriver sidor {bar:30} {pos} av {len}").expect("the template is our own");
    ProgressBar::with_draw_target(Some(pages as u64), target).with_style(style)
}

fn summarize(
    arguments: &Arguments,
    pages: &Pages,
    diagnostics: &Diagnostics,
    written: &Written,
    stopwatch: &Stopwatch,
) {
    let charts: usize = pages.pages.iter().map(|page| page.view.charts()).sum();
    println!(
        "Rapporten ligger i {}: {}, {}, {} filer. {}. Tid: {} s.",
        arguments.output.join("index.html").display(),
        plural::counted(pages.pages.len() as u64, "sida", "sidor"),
        plural::counted(charts as u64, "diagram", "diagram"),
        written.files,
        faults(diagnostics),
        seconds(stopwatch.last - stopwatch.began),
    );
    if arguments.timings {
        for (stage, time) in &stopwatch.laps {
            println!("  {stage}: {} ms", time.as_micros() / 1000);
        }
    }
}

fn faults(diagnostics: &Diagnostics) -> String {
    let errors = plural::counted(diagnostics.count(Severity::Error) as u64, "fel", "fel");
    let warnings = plural::counted(diagnostics.count(Severity::Warning) as u64, "varning", "varningar");
    format!("{errors}, {warnings}")
}

fn seconds(time: Duration) -> String {
    let hundredths = i64::try_from(time.as_millis() / 10).unwrap_or(i64::MAX);
    number::decimal(&rust_decimal::Decimal::new(hundredths, 2), 2)
}

fn base_url(text: &str) -> Result<String, String> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return Err("adressen ska börja med https:// eller http://".to_owned());
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

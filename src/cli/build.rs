//! `internkontroll build`: from content and theme to a site on disk, all or nothing.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::faults::{Screen, counted, shown};
use super::{FAILED, WELL, WRONG_USE, content, say, tell};
use crate::diagnostic::{Diagnostics, Language, Shown};
use crate::disk::{self, Written};
use crate::language::number;
use crate::page;
use crate::site::{self, Settings, Theme};
use crate::source::Sources;
use crate::{check, report};

#[derive(clap::Args)]
#[command(next_help_heading = "Val")]
pub struct Arguments {
    /// Mappen med innehållet; ”content” om inget annat sägs
    #[arg(long, value_name = "MAPP", default_value = "content", hide_default_value = true)]
    content: PathBuf,
    /// Mapp med ett eget tema, som läggs över det som följer med
    #[arg(long, value_name = "MAPP")]
    theme: Option<PathBuf>,
    /// Mappen som rapporten skrivs till; ”output” om inget annat sägs
    #[arg(long, value_name = "MAPP", default_value = "output", hide_default_value = true)]
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
    let sources = match content::read(&arguments.content) {
        Ok(sources) => sources,
        Err(error) => return told(&error, FAILED),
    };
    stopwatch.lap("läsa");
    let mut diagnostics = Diagnostics::default();
    let model = check(&sources, &mut diagnostics);
    stopwatch.lap("kontrollera");
    show(&diagnostics, &sources, &content::root(&arguments.content));
    let Ok(model) = model else {
        tell(&format!("{}. Ingenting har skrivits.\n", counted(&diagnostics, Language::Swedish)));
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
    let composed =
        Composed { pages: pages.pages.len(), charts: pages.pages.iter().map(|page| page.view.charts()).sum() };
    // Freeing the pages takes time as well; while files are written, there is some.
    let (written, ()) = rayon::join(|| disk::write(&arguments.output, &output), || drop(pages));
    match written {
        Ok(written) => {
            stopwatch.lap("spara");
            summarize(arguments, &composed, &diagnostics, &written, &stopwatch);
            WELL
        }
        Err(error) => told(&error, FAILED),
    }
}

fn theme(folder: Option<&Path>) -> Result<Theme, Box<dyn std::error::Error>> {
    let overlay = match folder {
        Some(folder) => disk::read_whole(folder)?.into_iter().collect(),
        None => BTreeMap::new(),
    };
    Ok(Theme::overlaid(overlay)?)
}

fn show(diagnostics: &Diagnostics, sources: &Sources, root: &str) {
    let screen = if std::io::stderr().is_terminal() { Screen::Terminal } else { Screen::Other };
    let faults = shown(&Shown { diagnostics, sources, root, language: Language::Swedish }, screen);
    if !faults.is_empty() {
        tell(&format!("{faults}\n"));
    }
}

fn told(fault: &dyn std::fmt::Display, code: u8) -> u8 {
    tell(&format!("{fault}\nIngenting har skrivits.\n"));
    code
}

fn progress(pages: usize) -> ProgressBar {
    let target =
        if std::io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("Skriver sidor {bar:30} {pos} av {len}").expect("the template is our own");
    ProgressBar::with_draw_target(Some(pages as u64), target).with_style(style)
}

/// How much was composed.
struct Composed {
    pages: usize,
    charts: usize,
}

fn summarize(
    arguments: &Arguments,
    composed: &Composed,
    diagnostics: &Diagnostics,
    written: &Written,
    stopwatch: &Stopwatch,
) {
    let count = |count: usize| number::integer(i64::try_from(count).unwrap_or(i64::MAX));
    say(&format!(
        "Rapporten ligger i {}: {} sidor, {} diagram, {} filer. {}. Tid: {} s.\n",
        arguments.output.join("index.html").display(),
        count(composed.pages),
        count(composed.charts),
        count(written.files),
        counted(diagnostics, Language::Swedish),
        seconds(stopwatch.last - stopwatch.began),
    ));
    if arguments.timings {
        for (stage, time) in &stopwatch.laps {
            say(&format!("  {stage}: {} ms\n", time.as_millis()));
        }
    }
}

fn seconds(time: Duration) -> String {
    let hundredths = i64::try_from(time.as_millis() / 10).unwrap_or(i64::MAX);
    number::decimal(&rust_decimal::Decimal::new(hundredths, 2), 2)
}

fn base_url(text: &str) -> Result<String, String> {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return Err("adressen ska börja med https:// eller http://".to_owned());
    };
    if rest.starts_with('/') || rest.is_empty() {
        return Err("adressen saknar namn efter //".to_owned());
    }
    if rest.contains(|letter: char| letter.is_whitespace() || letter.is_control() || "?#\"<>\\".contains(letter)) {
        return Err("adressen får inte innehålla mellanslag eller något av tecknen ? # \" < >".to_owned());
    }
    let folder = text.strip_suffix("index.html").unwrap_or(text);
    Ok(format!("{}/", folder.trim_end_matches('/')))
}

//! `internkontroll check`: all faults of the content, to people or to other programs. Writes nothing but what it says.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::PathBuf;

use super::against::{self, History};
use super::faults::{Screen, amount, counted, shown};
use super::{FAILED, WELL, WRONG_USE, content, say, tell};
use crate::check;
use crate::diagnostic::{self, Diagnostics, Language, Severity, Shown, Words};
use crate::source::Sources;
use crate::words;

#[derive(clap::Args)]
#[command(next_help_heading = "Val")]
pub struct Arguments {
    /// Filer och mappar som felen ska visas för; alla om inget anges. Hela innehållet kontrolleras ändå
    #[arg(value_name = "FIL", help_heading = "Filer")]
    files: Vec<PathBuf>,
    /// Mappen med innehållet; ”content” om inget annat sägs
    #[arg(long, value_name = "MAPP", default_value = "content", hide_default_value = true)]
    content: PathBuf,
    /// Hur felen visas: text, plain (rader utan ramar, för skärmläsare), json, github, gitlab eller sarif
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true, value_parser = format)]
    format: Format,
    /// Språket i det som visas: sv eller en
    #[arg(long, value_name = "SPRÅK", default_value = "sv", hide_default_value = true, value_parser = language)]
    language: Language,
    /// Jämför med en tidigare version i git, till exempel main: det som är beslutat ska inte ändras i tysthet
    #[arg(long, value_name = "VERSION")]
    against: Option<String>,
    /// Räknar varningar som fel när programmet avgör hur det gick
    #[arg(long)]
    deny_warnings: bool,
}

/// How the faults are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Plain,
    Json,
    Github,
    Gitlab,
    Sarif,
}

/// Checks the whole content, shows what was found in the files asked for, and says how it is with them.
pub fn run(arguments: &Arguments) -> u8 {
    let sources = match content::read(&arguments.content) {
        Ok(sources) => sources,
        Err(error) => {
            tell(&format!("{error}\n"));
            return FAILED;
        }
    };
    let selected = match content::select(&arguments.files, &arguments.content, &sources) {
        Ok(selected) => selected,
        Err(words) => {
            tell(&format!("{}\n", words.in_language(arguments.language)));
            return WRONG_USE;
        }
    };
    let mut all = Diagnostics::default();
    let model = check(&sources, &mut all).ok();
    if let Some(revision) = &arguments.against {
        match against::against(revision, &arguments.content, model.as_ref(), &sources, &mut all) {
            Ok(History::Checked) => {}
            Ok(History::Unknown(why)) => tell(&format!("{}\n", why.in_language(arguments.language))),
            Err(error) => {
                tell(&format!("{}\n", error.words().in_language(arguments.language)));
                return WRONG_USE;
            }
        }
    }
    let found = if arguments.files.is_empty() { all.clone() } else { all.only(&selected) };
    let count = (!arguments.files.is_empty()).then_some(selected.len());
    let root = content::root(&arguments.content);
    let shown = Shown { diagnostics: &found, sources: &sources, root: &root, language: arguments.language };
    say(&match arguments.format {
        Format::Text => {
            let screen = if std::io::stdout().is_terminal() { Screen::Terminal } else { Screen::Other };
            for_people(&shown, screen, count, &all)
        }
        Format::Plain => for_people(&shown, Screen::Other, count, &all),
        Format::Json => diagnostic::json(&shown),
        Format::Github => diagnostic::github(&shown),
        Format::Gitlab => diagnostic::gitlab(&shown),
        Format::Sarif => diagnostic::sarif(&shown),
    });
    let is_denied = arguments.deny_warnings && found.count(Severity::Warning) > 0;
    if found.count(Severity::Error) > 0 || is_denied { FAILED } else { WELL }
}

/// The faults, what was read, how many faults there are, and where more is said about them.
fn for_people(faults: &Shown<'_>, screen: Screen, selected: Option<usize>, all: &Diagnostics) -> String {
    let language = faults.language;
    let mut text = shown(faults, screen);
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&read(faults.sources, language));
    let (counted, first) =
        (counted(faults.diagnostics, language), faults.diagnostics.sorted().first().map(|one| one.code.id()));
    let found = match (selected, first) {
        (Some(selected), _) => restricted(selected, &counted, faults, all),
        (None, None) => words!("Allt är som det ska: {counted}.", "All is well: {counted}."),
        (None, Some(_)) => words!("{counted}.", "{counted}."),
    };
    text.push(' ');
    text.push_str(found.in_language(language));
    text.push('\n');
    if faults.diagnostics.count(Severity::Error) > 0 {
        let waits = words!(
            "Några varningar och notiser kan visas först när felen är rättade.\n",
            "Some warnings and notes may be shown only when the errors are mended.\n"
        );
        text.push_str(waits.in_language(language));
    }
    if let Some(first) = first {
        let more = words!(
            "Mer om ett fel: internkontroll explain {first}\n",
            "More about a fault, in Swedish: internkontroll explain {first}\n"
        );
        text.push_str(more.in_language(language));
    }
    text
}

/// How many faults the files that were asked for have, and how many errors the others.
fn restricted(selected: usize, counted: &str, faults: &Shown<'_>, all: &Diagnostics) -> Words {
    let elsewhere = all.count(Severity::Error) - faults.diagnostics.count(Severity::Error);
    let shown = words!("Visar {selected} av dem: {counted}.", "{selected} of them are shown: {counted}.");
    match elsewhere {
        0 => shown,
        1 => words!("{shown} De andra har 1 fel.", "{shown} The others have 1 error.", shown),
        _ => words!("{shown} De andra har {elsewhere} fel.", "{shown} The others have {elsewhere} errors.", shown),
    }
}

/// What was read: `Läste 1 234 filer om 27 organ, åren 2015–2024.`
pub fn read(sources: &Sources, language: Language) -> String {
    let (mut bodies, mut years) = (BTreeSet::new(), BTreeSet::new());
    for (_, file) in sources.iter() {
        let parts: Vec<_> = file.path.split('/').collect();
        let year = match parts.as_slice() {
            ["organ", body, rest @ ..] if !rest.is_empty() => {
                bodies.insert(*body);
                rest.first().copied().filter(|_| rest.len() > 1)
            }
            ["ar", file] => file.strip_suffix(".md"),
            _ => None,
        };
        years.extend(year.filter(|year| year.len() == 4).and_then(|year| year.parse::<u16>().ok()));
    }
    let (files, bodies) = (sources.count(), bodies.len());
    let years = match (years.first(), years.last(), language) {
        (None, _, _) | (_, None, _) => String::new(),
        (Some(first), Some(last), Language::Swedish) if first == last => format!(", år {first}"),
        (Some(first), Some(last), Language::Swedish) => format!(", åren {first}–{last}"),
        (Some(first), Some(last), Language::English) if first == last => format!(", {first}"),
        (Some(first), Some(last), Language::English) => format!(", {first}–{last}"),
    };
    match language {
        Language::Swedish => {
            let (files, bodies) = (amount(files, "fil", "filer", language), amount(bodies, "organ", "organ", language));
            format!("Läste {files} om {bodies}{years}.")
        }
        Language::English => {
            let (files, bodies) =
                (amount(files, "file", "files", language), amount(bodies, "body", "bodies", language));
            format!("Read {files} about {bodies}{years}.")
        }
    }
}

fn format(name: &str) -> Result<Format, String> {
    match name {
        "text" => Ok(Format::Text),
        "plain" => Ok(Format::Plain),
        "json" => Ok(Format::Json),
        "github" => Ok(Format::Github),
        "gitlab" => Ok(Format::Gitlab),
        "sarif" => Ok(Format::Sarif),
        _ => Err("välj text, plain, json, github, gitlab eller sarif".to_owned()),
    }
}

/// The language of a name.
pub fn language(name: &str) -> Result<Language, String> {
    match name {
        "sv" => Ok(Language::Swedish),
        "en" => Ok(Language::English),
        _ => Err("välj sv eller en".to_owned()),
    }
}

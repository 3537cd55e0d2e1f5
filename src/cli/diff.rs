//! `internkontroll diff`: what differs between two years of the content, or between two revisions of it. Writes nothing but what
//! it says.

use std::path::PathBuf;

use super::faults::{Screen, counted, shown};
use super::{FAILED, WELL, WRONG_USE, check, content, say, tell};
use crate::diagnostic::{Diagnostics, Language, Severity, Shown, Words, nearest};
use crate::difference::{self, Difference};
use crate::model::{BodyId, Model, Year, YearSpan};
use crate::report::{comparison, summarize};
use crate::source::Sources;
use crate::words;

#[derive(clap::Args)]
#[command(next_help_heading = "Val")]
pub struct Arguments {
    /// Två år att jämföra; utan år jämförs innehållet med en tidigare version i git
    #[arg(value_name = "ÅR", help_heading = "År")]
    years: Vec<String>,
    /// Organet som ska visas, med namnet på dess mapp; alla om inget anges
    #[arg(long, value_name = "ORGAN")]
    body: Option<String>,
    /// Versionen i git att jämföra med; där arbetet lämnade huvudgrenen om inget annat sägs
    #[arg(long, value_name = "VERSION")]
    from: Option<String>,
    /// Versionen i git som jämförs; mappen som den är nu om inget annat sägs
    #[arg(long, value_name = "VERSION")]
    to: Option<String>,
    /// Mappen med innehållet; ”content” om inget annat sägs
    #[arg(long, value_name = "MAPP", default_value = "content", hide_default_value = true)]
    content: PathBuf,
    /// Hur skillnaderna visas: text, markdown, html eller json
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true, value_parser = format)]
    format: Format,
    /// Språket i det som visas: sv eller en
    #[arg(long, value_name = "SPRÅK", default_value = "sv", hide_default_value = true, value_parser = check::language)]
    language: Language,
}

/// How the differences are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

/// Compares what the arguments name, and shows what differs. Whether anything does makes no difference to how it went.
pub fn run(arguments: &Arguments) -> u8 {
    let refuse = |words: &Words| {
        tell(&format!("{}\n", words.in_language(arguments.language)));
        WRONG_USE
    };
    let years = match years(arguments) {
        Ok(years) => years,
        Err(words) => return refuse(&words),
    };
    let sources = match content::read(&arguments.content) {
        Ok(sources) => sources,
        Err(error) => {
            tell(&format!("{error}\n"));
            return FAILED;
        }
    };
    let mut diagnostics = Diagnostics::default();
    let Ok(model) = crate::check(&sources, &mut diagnostics) else {
        return with_errors(&diagnostics, &sources, arguments);
    };
    match of_years(&model, years, arguments) {
        Ok(difference) => {
            if arguments.format == Format::Text {
                say(&format!("{}\n\n", check::read(&sources, arguments.language)));
            }
            show(&difference, arguments);
            WELL
        }
        Err(words) => refuse(&words),
    }
}

fn show(difference: &Difference, arguments: &Arguments) {
    say(&match arguments.format {
        Format::Text => difference::text(difference, arguments.language),
        Format::Markdown | Format::Html | Format::Json => String::new(),
    });
}

/// The errors, and why nothing was compared.
fn with_errors(diagnostics: &Diagnostics, sources: &Sources, arguments: &Arguments) -> u8 {
    let (root, language) = (content::root(&arguments.content), arguments.language);
    let mut told = shown(&Shown { diagnostics, sources, root: &root, language }, Screen::Other);
    let count = counted(diagnostics, language);
    let sentence = words!(
        "Innehållet har fel, så inget kan jämföras: {count}.",
        "The content has errors, so that nothing can be compared: {count}."
    );
    debug_assert!(diagnostics.count(Severity::Error) > 0, "a content without errors has a model");
    told.push_str(sentence.in_language(language));
    tell(&format!("{told}\n"));
    FAILED
}

/// The two years that are named.
fn years(arguments: &Arguments) -> Result<(Year, Year), Words> {
    let year = |written: &String| {
        written.parse().ok().filter(|_| written.len() == 4).map(Year).ok_or_else(|| {
            words!("”{written}” är inget år; skriv till exempel 2024", "“{written}” is no year; write for example 2024")
        })
    };
    match arguments.years.as_slice() {
        [from, to] if from == to => Err(words!(
            "Samma år står två gånger, {from}; skriv två olika år",
            "The same year stands twice, {from}; write two different years"
        )),
        [from, to] => Ok((year(from)?, year(to)?)),
        [one] => Err(words!(
            "Det behövs två år att jämföra, men bara {one} är skrivet",
            "Two years are needed, but only {one} is written"
        )),
        [] | [_, _, _, ..] => {
            Err(words!("Skriv två år att jämföra, till exempel 2023 2024", "Write two years, for example 2023 2024"))
        }
    }
}

fn of_years(model: &Model, (from, to): (Year, Year), arguments: &Arguments) -> Result<Difference, Words> {
    let YearSpan { first, last } = model.municipality.span;
    for year in [from, to] {
        if !model.municipality.span.contains(year) {
            return Err(words!(
                "{year} ingår inte i rapporten, som har åren {first} till {last}",
                "{year} is not in the report, which has the years {first} to {last}"
            ));
        }
    }
    let only = arguments.body.as_ref().map(|id| body(id, model)).transpose()?;
    let report = summarize(model);
    let comparison = comparison::between(&report, from, to);
    Ok(difference::of_years(&comparison, only.as_ref(), &content::root(&arguments.content)))
}

/// The body of that id.
fn body(written: &str, model: &Model) -> Result<BodyId, Words> {
    let id = BodyId(written.to_owned());
    if model.bodies.contains_key(&id) {
        return Ok(id);
    }
    let ids = model.bodies.keys().map(BodyId::as_str);
    Err(match nearest(written, ids, written.chars().count() / 3) {
        Some(near) => words!(
            "Organet ”{written}” finns inte. Menade du ”{near}”?",
            "There is no body “{written}”. Did you mean “{near}”?"
        ),
        None => words!(
            "Organet ”{written}” finns inte; skriv namnet på dess mapp under organ",
            "There is no body “{written}”; write the name of its folder below organ"
        ),
    })
}

fn format(name: &str) -> Result<Format, String> {
    match name {
        "text" => Ok(Format::Text),
        "markdown" => Ok(Format::Markdown),
        "html" => Ok(Format::Html),
        "json" => Ok(Format::Json),
        _ => Err("välj text, markdown, html eller json".to_owned()),
    }
}

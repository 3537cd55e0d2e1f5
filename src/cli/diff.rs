//! `internkontroll diff`: what differs between two years of the content, or between two revisions of it. Writes nothing but what
//! it says.

use std::path::{Path, PathBuf};

use super::faults::{Screen, counted, shown};
use super::{FAILED, WELL, WRONG_USE, check, content, say, stopped, tell};
use crate::diagnostic::{Diagnostics, Language, Shown, Words, nearest};
use crate::difference::{self, ChangedFile, Circumstances, Difference, FileState, Found, Internal};
use crate::model::{BodyId, Model, Year, YearSpan};
use crate::report::{comparison, summarize};
use crate::revisions::{Cause, Faults, FileChange, LeftOut, Revisions, Unavailable};
use crate::source::{FileId, Sources};
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
    let shown = match years(arguments) {
        Ok(Some(years)) => of_years(years, arguments),
        Ok(None) => of_revisions(arguments),
        Err(words) => Err(Refusal::Misused(words)),
    };
    match shown {
        Ok(()) => WELL,
        Err(Refusal::Misused(words)) => {
            tell(&format!("{}\n", words.in_language(arguments.language)));
            WRONG_USE
        }
        Err(Refusal::Failed(words)) => {
            tell(&format!("{}\n", words.trim_end()));
            FAILED
        }
    }
}

/// Why nothing is shown.
enum Refusal {
    /// The command was used wrongly.
    Misused(Words),
    /// The content cannot be read, or has errors.
    Failed(String),
}

fn of_years((from, to): (Year, Year), arguments: &Arguments) -> Result<(), Refusal> {
    let sources = content::read(&arguments.content).map_err(|error| Refusal::Failed(error.to_string()))?;
    let mut diagnostics = Diagnostics::default();
    let model = crate::check(&sources, &mut diagnostics)
        .map_err(|_| Refusal::Failed(errors(&diagnostics, &sources, arguments)))?;
    let YearSpan { first, last } = model.municipality.span;
    for year in [from, to] {
        if !model.municipality.span.contains(year) {
            return Err(Refusal::Misused(words!(
                "{year} ingår inte i rapporten, som har åren {first} till {last}",
                "{year} is not in the report, which has the years {first} to {last}"
            )));
        }
    }
    let only = body(arguments, &[&model])?;
    let report = summarize(&model);
    let comparison = comparison::between(&report, from, to);
    let difference = difference::of_years(&comparison, only.as_ref(), &content::root(&arguments.content));
    show(&difference, &check::read(&sources, arguments.language), arguments);
    Ok(())
}

fn of_revisions(arguments: &Arguments) -> Result<(), Refusal> {
    let language = arguments.language;
    let revisions = crate::revisions(&arguments.content, arguments.from.as_deref(), arguments.to.as_deref());
    let revisions = revisions.map_err(|error| unavailable(&error, language))?;
    let Some(models) = &revisions.models else {
        return Err(Refusal::Failed(stopped::told(&revisions, &arguments.content, language)));
    };
    let only = body(arguments, &[&models.after, &models.before])?;
    // A body is told of under its later name, whichever was asked for.
    let only = only.map(|id| revisions.renamed.get(&id).cloned().unwrap_or(id));
    let (before, after) = rayon::join(|| summarize(&models.before), || summarize(&models.after));
    let revised = comparison::revised(&before, &after, &revisions.renamed);
    let root = content::root(&arguments.content);
    let faults = revisions.faults.only(&revisions.open());
    let circumstances = circumstances(&revisions, &faults);
    let difference = difference::of_revisions(&revised, &circumstances, only.as_ref(), &root);
    show(&difference, &check::read(&revisions.after.sources, language), arguments);
    Ok(())
}

/// What stands in the way: a revision that is not there was named wrongly, a folder that cannot be read was not.
fn unavailable(error: &Unavailable, language: Language) -> Refusal {
    match error {
        Unavailable::Revision(_) => Refusal::Misused(error.words()),
        Unavailable::Folder(_) | Unavailable::Empty { .. } => {
            Refusal::Failed(error.words().in_language(language).to_owned())
        }
    }
}

/// What is known of the files; `faults` are those of files that are not internal.
fn circumstances<'r>(revisions: &'r Revisions, faults: &'r Faults) -> Circumstances<'r> {
    let (before, after) = (&revisions.before, &revisions.after);
    let path = |old: Option<FileId>, new: Option<FileId>| {
        let new = new.map(|id| after.sources.file(id).path.clone());
        new.or_else(|| old.map(|id| before.sources.file(id).path.clone())).unwrap_or_default()
    };
    let is_internal = |id: Option<FileId>| id.is_some_and(|id| revisions.internal.contains(&id));
    let (hidden, left_out): (Vec<&LeftOut>, Vec<&LeftOut>) =
        revisions.left_out.iter().partition(|file| is_internal(file.after.or(file.before)));
    let left_out = left_out.into_iter().map(|file| {
        let why = match file.cause {
            Cause::Errors => words!("har fel", "has errors"),
            Cause::Others => words!("beror på en fil som har fel", "depends on a file that has errors"),
        };
        (path(file.before, file.after), why)
    });
    let (changed, files): (Vec<&FileChange>, Vec<&FileChange>) =
        revisions.files.iter().partition(|change| is_internal(Some(change.latest())));
    let files = files.into_iter().filter_map(|change| {
        let (path, state) = match *change {
            FileChange::Added(id) => (path(None, Some(id)), FileState::New),
            FileChange::Removed(id) => (path(Some(id), None), FileState::Gone),
            FileChange::Changed { before, after } => (path(Some(before), Some(after)), FileState::Changed),
            // That its folder has a new name is told once.
            FileChange::Moved { .. } => return None,
        };
        Some(ChangedFile { path, state })
    });
    let body_of = |file: &LeftOut| Some(BodyId::of_path(&path(file.before, file.after))?.0);
    let internal = Internal {
        changed: changed.into_iter().filter(|change| !matches!(change, FileChange::Moved { .. })).count(),
        faults: revisions.faults.brought_in.total() - faults.brought_in.total(),
        left_out: hidden.into_iter().map(body_of).collect(),
    };
    Circumstances {
        from: before.name.words(),
        to: after.name.words(),
        commits: (before.name.commit(), after.name.commit()),
        brought_in: Found { diagnostics: &faults.brought_in, sources: &after.sources },
        mended: Found { diagnostics: &faults.mended, sources: &before.sources },
        silent: Found { diagnostics: &faults.history, sources: &after.sources },
        vanished: Found { diagnostics: &faults.vanished, sources: &before.sources },
        renamed: &revisions.renamed,
        left_out: left_out.collect(),
        has_figures: revisions.is_whole(),
        files: files.collect(),
        internal,
    }
}

fn show(difference: &Difference, read: &str, arguments: &Arguments) {
    let language = arguments.language;
    say(&match arguments.format {
        Format::Text => format!("{read}\n\n{}", difference::text(difference, language)),
        Format::Markdown => difference::markdown(difference, &command(arguments), language),
        Format::Html => difference::html(difference, language),
        Format::Json => difference::json(difference, language),
    });
}

/// The command that shows all of the same.
fn command(arguments: &Arguments) -> String {
    let mut words = vec!["internkontroll diff".to_owned()];
    words.extend(arguments.years.iter().cloned());
    let options = [("--from", &arguments.from), ("--to", &arguments.to), ("--body", &arguments.body)];
    if arguments.content != Path::new("content") {
        words.push(format!("--content {}", arguments.content.display()));
    }
    words.extend(options.into_iter().filter_map(|(name, value)| Some(format!("{name} {}", value.as_ref()?))));
    words.join(" ")
}

/// The errors, and why nothing was compared.
fn errors(diagnostics: &Diagnostics, sources: &Sources, arguments: &Arguments) -> String {
    let (root, language) = (content::root(&arguments.content), arguments.language);
    let told = shown(&Shown { diagnostics, sources, root: &root, language }, Screen::Other);
    let count = counted(diagnostics, language);
    let sentence = words!(
        "Innehållet har fel, så inget kan jämföras: {count}.",
        "The content has errors, so that nothing can be compared: {count}."
    );
    format!("{told}{}", sentence.in_language(language))
}

/// The two years that are named; `None` when revisions are to be compared.
fn years(arguments: &Arguments) -> Result<Option<(Year, Year)>, Words> {
    let year = |written: &String| {
        written.parse().ok().filter(|_| written.len() == 4).map(Year).ok_or_else(|| {
            words!("”{written}” är inget år; skriv till exempel 2024", "“{written}” is no year; write for example 2024")
        })
    };
    let has_revision = arguments.from.is_some() || arguments.to.is_some();
    match arguments.years.as_slice() {
        [] => Ok(None),
        _ if has_revision => Err(words!(
            "Skriv antingen två år eller --from och --to, inte båda delarna",
            "Write either two years or --from and --to, not both"
        )),
        [from, to] if from == to => Err(words!(
            "Samma år står två gånger, {from}; skriv två olika år",
            "The same year stands twice, {from}; write two different years"
        )),
        [from, to] => Ok(Some((year(from)?, year(to)?))),
        [one] => Err(words!(
            "Det behövs två år att jämföra, men bara {one} är skrivet",
            "Two years are needed, but only {one} is written"
        )),
        [_, _, _, ..] => Err(words!(
            "Skriv bara två år att jämföra, till exempel 2023 2024",
            "Write only two years, for example 2023 2024"
        )),
    }
}

/// The body that is asked for, where one is.
fn body(arguments: &Arguments, models: &[&Model]) -> Result<Option<BodyId>, Refusal> {
    let Some(written) = &arguments.body else { return Ok(None) };
    let id = BodyId(written.to_owned());
    if models.iter().any(|model| model.bodies.contains_key(&id)) {
        return Ok(Some(id));
    }
    let ids = models.iter().flat_map(|model| model.bodies.keys()).map(BodyId::as_str);
    Err(Refusal::Misused(match nearest(written, ids, written.chars().count() / 3) {
        Some(near) => words!(
            "Organet ”{written}” finns inte. Menade du ”{near}”?",
            "There is no body “{written}”. Did you mean “{near}”?"
        ),
        None => words!(
            "Organet ”{written}” finns inte; skriv namnet på dess mapp under organ",
            "There is no body “{written}”; write the name of its folder below organ"
        ),
    }))
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

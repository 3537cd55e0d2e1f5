//! A difference as JSON of our own form, which `docs/formats.md` describes.

use serde::Serialize;

use super::{Difference, Entry, Exact, FieldEntry, Notice, Section, Stand, Subject, Trace, name};
use crate::diagnostic::{Language, Words};
use crate::report::text_difference::{Run, RunKind};

/// Grows when a program that reads the form would have to change.
const FORM: u32 = 1;

#[derive(Serialize)]
struct Answer<'a> {
    form: u32,
    program: &'a str,
    version: &'a str,
    language: &'a str,
    kind: &'a str,
    from: String,
    to: String,
    body: Option<&'a str>,
    title: &'a str,
    notices: Vec<Noticed<'a>>,
    summary: Vec<&'a str>,
    sections: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Noticed<'a> {
    message: &'a str,
    file: Option<&'a str>,
    line: Option<u32>,
}

#[derive(Serialize)]
struct Part<'a> {
    kind: &'a str,
    title: &'a str,
    body: Option<&'a str>,
    year: Option<i16>,
    notes: Vec<&'a str>,
    changes: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    kind: &'a str,
    id: Option<&'a str>,
    name: &'a str,
    change: &'a str,
    message: String,
    before: Option<At<'a>>,
    after: Option<At<'a>>,
    fields: Vec<Otherwise<'a>>,
}

#[derive(Serialize)]
struct At<'a> {
    text: Option<&'a str>,
    #[serde(flatten)]
    exact: Keys<'a>,
    file: Option<&'a str>,
    line: Option<u32>,
    address: Option<&'a str>,
}

/// The keys of an exact value, none of them where there is none.
#[derive(Serialize, Default)]
struct Keys<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_cent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<&'a str>,
}

#[derive(Serialize)]
struct Otherwise<'a> {
    field: &'a str,
    name: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    blocks: Vec<Vec<Piece<'a>>>,
}

#[derive(Serialize)]
struct Piece<'a> {
    kind: &'a str,
    text: &'a str,
}

/// Shows all changes as one JSON object.
#[must_use]
pub fn json(difference: &Difference, language: Language) -> String {
    let say = |words| say(words, language);
    let (kind, from, to, body) = match &difference.subject {
        Subject::Years { from, to, body } => ("years", from.to_string(), to.to_string(), body.as_ref()),
        Subject::Revisions { from, to, body } => ("revisions", say(from).to_owned(), say(to).to_owned(), body.as_ref()),
    };
    let answer = Answer {
        form: FORM,
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        language: match language {
            Language::Swedish => "sv",
            Language::English => "en",
        },
        kind,
        from,
        to,
        body: body.map(crate::model::BodyId::as_str),
        title: say(&difference.title),
        notices: difference.notices.iter().map(|notice| noticed(notice, language)).collect(),
        summary: difference.summary.iter().map(say).collect(),
        sections: difference.sections.iter().map(|section| part(section, language)).collect(),
    };
    serde_json::to_string_pretty(&answer).expect("texts and numbers can be written") + "\n"
}

fn say(words: &Words, language: Language) -> &str {
    words.in_language(language)
}

fn noticed(notice: &Notice, language: Language) -> Noticed<'_> {
    let Notice { words, trace } = notice;
    let file = trace.as_ref().map(|trace| trace.file.as_str());
    Noticed { message: say(words, language), file, line: trace.as_ref().map(|trace| trace.line) }
}

fn part(section: &Section, language: Language) -> Part<'_> {
    Part {
        kind: name::section(section.kind),
        title: say(&section.title, language),
        body: section.body.as_ref().map(crate::model::BodyId::as_str),
        year: section.year.map(|year| year.0),
        notes: section.notes.iter().map(|note| say(note, language)).collect(),
        changes: section.entries.iter().map(|entry| change(entry, language)).collect(),
    }
}

fn change(entry: &Entry, language: Language) -> Told<'_> {
    Told {
        kind: name::entry(entry.kind),
        id: entry.id.as_deref(),
        name: say(&entry.name, language),
        change: entry.change,
        message: say(&entry.sentence(), language).to_owned(),
        before: entry.before.as_ref().map(|stand| at(stand, language)),
        after: entry.after.as_ref().map(|stand| at(stand, language)),
        fields: entry.fields.iter().map(|one| field(one, language)).collect(),
    }
}

fn at(stand: &Stand, language: Language) -> At<'_> {
    let trace = stand.trace.as_ref();
    At {
        text: stand.words.as_ref().map(|words| say(words, language)),
        exact: keys(&stand.exact),
        file: trace.map(|trace| trace.file.as_str()),
        line: trace.map(|trace| trace.line),
        address: trace.and_then(|trace: &Trace| trace.href.as_deref()),
    }
}

fn keys(exact: &Exact) -> Keys<'_> {
    let nothing = Keys::default();
    match exact {
        Exact::Nothing => nothing,
        Exact::Level { level } => Keys { level: Some(level), ..nothing },
        Exact::Missing { missing } => Keys { missing: Some(missing), ..nothing },
        Exact::Share { part, whole } => Keys { part: Some(*part), whole: Some(*whole), ..nothing },
        Exact::PerCent { per_cent } => Keys { per_cent: Some(per_cent), ..nothing },
        Exact::Count { count } => Keys { count: Some(*count), ..nothing },
        Exact::Figure { figure } => Keys { figure: Some(figure), ..nothing },
    }
}

fn field(field: &FieldEntry, language: Language) -> Otherwise<'_> {
    Otherwise {
        field: &field.key,
        name: say(&field.name, language),
        before: field.before.as_ref().map(|words| say(words, language)),
        after: field.after.as_ref().map(|words| say(words, language)),
        blocks: field.blocks.iter().map(|block| block.iter().map(piece).collect()).collect(),
    }
}

fn piece(run: &Run) -> Piece<'_> {
    let kind = match run.kind {
        RunKind::Same => "same",
        RunKind::Added => "added",
        RunKind::Removed => "removed",
    };
    Piece { kind, text: &run.text }
}

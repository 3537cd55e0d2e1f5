//! Two revisions told to the reviewer of a change: per body and year, then definitions, figures, faults, and the files of which
//! nothing else is told.

use std::collections::{BTreeMap, BTreeSet};

use super::amount::{self, counted};
use super::trace::{self, Commits, Forge, Forges, Traces};
use super::{
    Difference, Entry, EntryKind, Section, SectionKind, Stand, Subject, Trace, body, definition, document, figure,
    name, notice, wording,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Words};
use crate::model::{BodyId, Model};
use crate::personal::without_identity_numbers;
use crate::report::comparison::{BodyComparison, Comparison, Definition, DefinitionChange, Pair, Revised};
use crate::source::{Origin, Sources};
use crate::words;

/// Where the scales are written, which carry no places of their own.
const SCALES: &str = "skalor.yaml";

/// Faults and the files in which they lie.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The faults.
    pub diagnostics: &'a Diagnostics,
    /// The files.
    pub sources: &'a Sources,
}

/// What is known of two revisions beside what their models say.
#[derive(Debug, Clone)]
pub struct Circumstances<'a> {
    /// The name of the earlier.
    pub from: Words,
    /// The name of the later.
    pub to: Words,
    /// The whole ids of their commits; `None` for the folder as it is now.
    pub commits: Commits<'a>,
    /// Faults that only the later has.
    pub brought_in: Found<'a>,
    /// Faults that only the earlier has.
    pub mended: Found<'a>,
    /// What was adopted or asked and has changed in silence.
    pub silent: Found<'a>,
    /// What was adopted and has vanished; it lies in files of the earlier.
    pub vanished: Found<'a>,
    /// Bodies whose folder has a new name.
    pub renamed: &'a BTreeMap<BodyId, BodyId>,
    /// Files that are not compared, and why.
    pub left_out: Vec<(String, Words)>,
    /// Whether every file of which figures are made is compared.
    pub has_figures: bool,
    /// Every file that is not the same, by its later path.
    pub files: Vec<ChangedFile>,
    /// The files that are in none of the above.
    pub internal: Internal,
}

/// What is told of files that are not published: how many.
#[derive(Debug, Clone)]
pub struct Internal {
    /// Those that are not the same.
    pub changed: usize,
    /// Faults that only the later revision has in them.
    pub faults: usize,
    /// For each that is not compared, the body in whose folder it lies.
    pub left_out: Vec<Option<BodyId>>,
}

/// A file that is not the same.
#[derive(Debug, Clone)]
pub struct ChangedFile {
    /// Its path, the later where there are two.
    pub path: String,
    /// What became of it.
    pub state: FileState,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// It says something else.
    Changed,
}

/// Tells what differs between two revisions, of all bodies or of one; `root` stands before every path.
#[must_use]
pub fn of_revisions(
    revised: &Revised<'_>,
    circumstances: &Circumstances<'_>,
    only: Option<&BodyId>,
    root: &str,
) -> Difference {
    let (mut summary, mut sections) = (Vec::new(), Vec::new());
    let sides = revised.years.first().expect("a report follows up a year at least").sides;
    let models = (sides.before.report.model, sides.after.report.model);
    let forges = Forges::of_commits(&models.1.municipality, circumstances.commits);
    let is_wanted = |id: &BodyId| only.is_none_or(|only| only == id);
    for (comparison, one) in by_body(revised).into_iter().filter(|(_, one)| is_wanted(&one.body.latest().id)) {
        let traces = Traces { root, sides: comparison.sides, forges };
        let Some(section) = body::section(one, traces) else { continue };
        let title = &section.title;
        let line = wording::summary(one, comparison.sides).unwrap_or_else(|| words!("ändrat", "changed"));
        summary.push(words!("{title}: {line}", "{title}: {line}", title, line));
        sections.push(section);
    }
    let notices = notice::notices(circumstances, only, (root, forges), models);
    if only.is_none() {
        for comparison in &revised.years {
            sections.extend(city(comparison, Traces { root, sides: comparison.sides, forges }, &mut summary));
        }
    }
    sections.extend(definitions(revised, only, Traces { root, sides, forges }, &mut summary));
    if only.is_none() {
        sections.extend(figures(revised, circumstances, models.1, &mut summary));
        sections.extend(faults(circumstances, root, forges, &mut summary));
        sections.extend(files(revised, circumstances, root, &sections, &mut summary));
    }
    let (from, to) = (circumstances.from.clone(), circumstances.to.clone());
    let title = words!("skillnader mellan {from} och {to}", "differences between {from} and {to}", from, to);
    let named = |id: &BodyId| models.1.bodies.get(id).or_else(|| models.0.bodies.get(id)).map(|body| &body.name);
    let title = match only.and_then(named) {
        Some(body) => words!("{body}: {title}", "{body}: {title}", title),
        None => title,
    };
    let subject = Subject::Revisions { from, to, body: only.cloned() };
    Difference { subject, title: amount::capitalized(&title), notices, summary, sections }
}

/// Every body of every year, body by body, the latest year first.
fn by_body<'c, 'm>(revised: &'c Revised<'m>) -> Vec<(&'c Comparison<'m>, &'c BodyComparison<'m>)> {
    let years = revised.years.iter();
    let mut all: Vec<_> = years.flat_map(|year| year.bodies.iter().map(move |body| (year, body))).collect();
    all.sort_by_key(|(_, body)| &body.body.latest().id);
    all
}

fn traced(root: &str, sources: &Sources, origin: Origin, forge: Forge<'_>) -> Trace {
    let path = &sources.file(origin.file).path;
    trace::to(root, path, origin.line, forge)
}

fn section(kind: SectionKind, title: Words, entries: Vec<Entry>) -> Section {
    Section { kind, title, body: None, year: None, notes: Vec::new(), entries }
}

/// What the city office writes of the year: its follow-up and the rounds of joint reviews.
fn city(comparison: &Comparison<'_>, traces: Traces<'_>, summary: &mut Vec<Words>) -> Option<Section> {
    let follow_up = comparison.follow_up.as_ref().and_then(|change| document::entry(change, traces));
    let rounds = comparison.rounds.values().filter_map(|change| document::entry(change, traces));
    let entries: Vec<_> = follow_up.into_iter().chain(rounds).collect();
    let year = comparison.sides.after.year;
    for Entry { name, what, .. } in &entries {
        summary.push(words!("{name} {year}: {what}", "{name} {year}: {what}", name, what));
    }
    let title = words!("Gemensamt för alla organ {year}", "Common to all bodies {year}");
    (!entries.is_empty()).then(|| Section { year: Some(year), ..section(SectionKind::City, title, entries) })
}

/// All definitions, or that of one body.
fn definitions(
    revised: &Revised<'_>,
    only: Option<&BodyId>,
    traces: Traces<'_>,
    summary: &mut Vec<Words>,
) -> Option<Section> {
    let is_of = |definition: Definition<'_>, only: &BodyId| match definition {
        Definition::Body(id) | Definition::Readings(id, _) | Definition::Response(id, _) => id == only,
        Definition::Municipality
        | Definition::Scale(_)
        | Definition::RiskMatrix
        | Definition::Set(_)
        | Definition::Indicator(_)
        | Definition::Audit(_)
        | Definition::Page(_) => false,
    };
    let is_wanted = |change: &&DefinitionChange<'_>| only.is_none_or(|only| is_of(change.definition, only));
    let wanted = revised.definitions.iter().filter(is_wanted);
    let entries: Vec<_> = wanted.map(|change| definition::entry(change, traces)).collect();
    if entries.is_empty() {
        return None;
    }
    let line = |entry: &Entry| {
        let (name, what) = (&entry.name, &entry.what);
        words!("{name}: {what}", "{name}: {what}", name, what)
    };
    summary.extend(entries.iter().map(line));
    let title = words!("Det som gäller hela rapporten", "What holds for the whole report");
    Some(section(SectionKind::Definitions, title, entries))
}

fn figures(
    revised: &Revised<'_>,
    circumstances: &Circumstances<'_>,
    model: &Model,
    summary: &mut Vec<Words>,
) -> Option<Section> {
    if !circumstances.has_figures {
        return None;
    }
    let entries: Vec<_> = revised.figures.iter().map(|change| figure::entry(change, model)).collect();
    if entries.is_empty() {
        return None;
    }
    let count = counted(entries.len(), ["siffra", "siffror"], ["figure", "figures"]);
    let title = words!("{count} för hela kommunen ändras", "{count} of the whole city will change", count);
    summary.push(title.clone());
    Some(section(SectionKind::Figures, title, entries))
}

fn faults(circumstances: &Circumstances<'_>, root: &str, forges: Forges<'_>, summary: &mut Vec<Words>) -> Vec<Section> {
    let of = |found: Found<'_>, change: &'static str, title: Words| {
        let Found { diagnostics, sources } = found;
        let entry = |fault: &Diagnostic| {
            let is_new = change == "new";
            let trace =
                traced(root, sources, sources.origin(fault.span), if is_new { forges.after } else { forges.before });
            let stand = Stand { trace: Some(trace), ..Stand::default() };
            let (code, severity) = (fault.code.id(), severity(fault.code.severity()));
            Entry {
                kind: EntryKind::Fault,
                id: Some(code.to_owned()),
                name: words!("{severity} {code}", "{severity} {code}", severity),
                what: fault.message.clone(),
                change,
                before: (!is_new).then(|| stand.clone()),
                after: is_new.then_some(stand),
                fields: Vec::new(),
            }
        };
        let entries: Vec<_> = diagnostics.sorted().into_iter().map(entry).collect();
        let rest: usize = diagnostics.left_out().values().sum();
        let mut section = section(SectionKind::Faults, title, entries);
        if rest > 0 {
            section.notes.push(words!("{rest} till visas inte.", "{rest} more are not shown."));
        }
        (!section.entries.is_empty()).then_some(section)
    };
    let new = of(circumstances.brought_in, "new", words!("Nya fel, varningar och notiser", "New faults"));
    let mended = of(circumstances.mended, "gone", words!("Rättade fel, varningar och notiser", "Mended faults"));
    let sections: Vec<_> = new.into_iter().chain(mended).collect();
    summary.extend(sections.iter().map(|section| {
        let (title, count) = (&section.title, section.entries.len());
        words!("{title}: {count}", "{title}: {count}", title)
    }));
    if circumstances.internal.faults > 0 {
        let count = amount::integer(circumstances.internal.faults);
        summary.push(words!(
            "Nya fel, varningar och notiser i filer som inte publiceras: {count} (kör internkontroll check för att se dem)",
            "New faults in files that are not published: {count} (run internkontroll check to see them)",
            count
        ));
    }
    sections
}

fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Error => words!("fel", "error"),
        Severity::Warning => words!("varning", "warning"),
        Severity::Note => words!("notis", "note"),
    }
}

/// The files that are not compared, and those that have changed though no part of the comparison speaks of them.
fn files(
    revised: &Revised<'_>,
    circumstances: &Circumstances<'_>,
    root: &str,
    sections: &[Section],
    summary: &mut Vec<Words>,
) -> Vec<Section> {
    let spoken = spoken(revised, sections, root);
    let left_out: BTreeSet<_> = circumstances.left_out.iter().map(|(path, _)| path.as_str()).collect();
    let is_silent = |file: &&ChangedFile| {
        !spoken.contains(&format!("{root}{}", file.path)) && !left_out.contains(file.path.as_str())
    };
    let entry = |path: &str, what: Words, change| {
        let path = without_identity_numbers(path);
        Entry {
            kind: EntryKind::File,
            name: words!("{root}{path}", "{root}{path}"),
            id: Some(path),
            what,
            change,
            before: None,
            after: None,
            fields: Vec::new(),
        }
    };
    let silent = circumstances.files.iter().filter(is_silent).map(|file| match file.state {
        FileState::New => entry(&file.path, words!("ny", "new"), name::pair(&Pair::New(()))),
        FileState::Gone => entry(&file.path, words!("borttagen", "removed"), name::pair(&Pair::Gone(()))),
        FileState::Changed => entry(&file.path, words!("ändrad", "changed"), name::pair(&Pair::Both((), ()))),
    });
    let silent: Vec<_> = silent.collect();
    let out: Vec<_> =
        circumstances.left_out.iter().map(|(path, why)| entry(path, why.clone(), "not_compared")).collect();
    let mut told = Vec::new();
    if !silent.is_empty() {
        let title = counted(
            silent.len(),
            ["ändrad fil nämns inte ovan", "ändrade filer nämns inte ovan"],
            ["changed file is not mentioned above", "changed files are not mentioned above"],
        );
        summary.push(title.clone());
        let mut section = section(SectionKind::Files, title, silent);
        section.notes.push(words!(
            "Det som är ändrat är till exempel kommentarer, ordning eller sådant som jämförelsen inte beskriver. Läs dem rad för rad.",
            "What has changed is for example comments, order, or something that the comparison does not describe. Read them line by line."
        ));
        told.push(section);
    }
    if circumstances.internal.changed > 0 {
        summary.push(counted(
            circumstances.internal.changed,
            ["fil som inte publiceras är ändrad", "filer som inte publiceras är ändrade"],
            ["file that is not published has changed", "files that are not published have changed"],
        ));
    }
    if !out.is_empty() {
        let title = words!("Filer som inte kan jämföras", "Files that cannot be compared");
        told.push(section(SectionKind::Files, title, out));
    }
    told
}

/// The paths of all files of which something is told.
fn spoken(revised: &Revised<'_>, sections: &[Section], root: &str) -> BTreeSet<String> {
    let told = sections.iter().filter(|section| section.kind != SectionKind::Faults);
    let entries = told.flat_map(|section| &section.entries);
    let traces = entries.flat_map(|entry| [entry.trace_before(), entry.trace_after()]).flatten();
    let mut spoken: BTreeSet<_> = traces.map(|trace| trace.file.clone()).collect();
    let is_scale = |change: &DefinitionChange<'_>| matches!(change.definition, Definition::Scale(_));
    if revised.definitions.iter().any(is_scale) {
        spoken.insert(format!("{root}{SCALES}"));
    }
    spoken
}

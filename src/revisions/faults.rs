//! Finds the faults that a change brings in, and those that it mends. A fault is the same wherever its line has moved.

use std::collections::{BTreeMap, BTreeSet};

use super::left_out::Rest;
use super::side::Parsed;
use crate::check::history;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::model::{BodyId, renamed_path};
use crate::source::FileId;

/// The faults that came and went.
#[derive(Debug)]
pub struct Faults {
    /// Those that only the later end has, or says in other words; they lie in its files.
    pub brought_in: Diagnostics,
    /// Those that only the earlier end has; they lie in its files. Those of a file that is gone went with it. An error may be hidden
    /// by another: nothing is known to be mended in a file that can no longer be parsed, nor, when errors were brought in, on a line
    /// that still stands in a file that was left out.
    pub mended: Diagnostics,
    /// What was adopted or asked and has changed in silence; it lies in files of the later end.
    pub history: Diagnostics,
    /// What was adopted and has vanished; it lies in files of the earlier end.
    pub vanished: Diagnostics,
    /// Which faults were compared.
    pub scope: Scope,
}

/// Which faults were compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All.
    All,
    /// All errors, and the warnings and notes of files that were not left out, without those that tell what is not there.
    Remaining,
    /// Errors alone, since no model can be made.
    Errors,
}

impl Faults {
    /// Those of some files alone.
    #[must_use]
    pub fn only(&self, files: &BTreeSet<FileId>) -> Self {
        let only = |faults: &Diagnostics| faults.only(files);
        Self {
            brought_in: only(&self.brought_in),
            mended: only(&self.mended),
            history: only(&self.history),
            vanished: only(&self.vanished),
            scope: self.scope,
        }
    }
}

/// Compares the faults of both ends.
pub fn compare(ends: (&Parsed, &Parsed), renamed: &BTreeMap<BodyId, BodyId>, rest: &Rest) -> Faults {
    let mut before: Vec<&Diagnostic> = rest.whole.0.errors().collect();
    let mut after: Vec<&Diagnostic> = rest.whole.1.errors().collect();
    let mut silent = history::Silent::default();
    if let Some((old, new)) = &rest.last {
        before.extend(others(&old.faults));
        after.extend(others(&new.faults));
        if let (Some(old), Some(new)) = (&old.model, &new.model) {
            let later = (&ends.1.sources, &ends.1.documents);
            silent = history::with_renamed((old, new), renamed, later, &ends.0.sources);
        }
    }
    let old = told(before, ends.0, renamed);
    let new = told(after, ends.1, &BTreeMap::new());
    let only_new = beyond(&new, &old);
    let brought_in = Diagnostics::of(only_new.iter().map(|told| told.fault));
    let has_errors = brought_in.count(Severity::Error) > 0;
    let left_out: BTreeSet<_> = rest.left_out.iter().filter_map(|one| one.after).collect();
    let is_known = |told: &&Told<'_>| is_known(told, ends.1, |now| has_errors && left_out.contains(&now));
    let mended = without_reworded(beyond(&old, &new), &only_new).into_iter().filter(is_known);
    let scope = match &rest.last {
        None => Scope::Errors,
        Some(_) if rest.left_out.is_empty() => Scope::All,
        Some(_) => Scope::Remaining,
    };
    let mended = Diagnostics::of(mended.map(|told| told.fault));
    Faults { brought_in, mended, history: silent.changed, vanished: silent.vanished, scope }
}

fn others(faults: &Diagnostics) -> impl Iterator<Item = &Diagnostic> {
    faults.sorted().into_iter().filter(|fault| fault.code.severity() != Severity::Error)
}

/// Whether a fault that is gone was mended, rather than hidden by an error.
fn is_known(told: &Told<'_>, after: &Parsed, may_be_hidden: impl Fn(FileId) -> bool) -> bool {
    let Some(now) = after.sources.find(&told.key.1) else { return false };
    let is_parsed = after.documents.of(now).content.is_some();
    let still_stands = || after.sources.file(now).text.lines().any(|line| line.trim() == told.line);
    is_parsed && !(may_be_hidden(now) && still_stands())
}

/// A fault, and by what it is known again: code, path and message, with the later names of folders; then its line.
struct Told<'d> {
    fault: &'d Diagnostic,
    key: (&'static str, String, String),
    line: &'d str,
}

fn told<'d>(faults: Vec<&'d Diagnostic>, end: &'d Parsed, renamed: &BTreeMap<BodyId, BodyId>) -> Vec<Told<'d>> {
    let told = |fault: &'d Diagnostic| {
        let file = end.sources.file(fault.span.file);
        let path = renamed_path(&file.path, renamed);
        let line = file.text[file.line_range(file.line(fault.span.start))].trim();
        Told { fault, key: (fault.code.id(), path, renamed_words(&fault.message.sv, renamed)), line }
    };
    faults.into_iter().map(told).collect()
}

/// A message with the later names of the folders that it names.
fn renamed_words(message: &str, renamed: &BTreeMap<BodyId, BodyId>) -> String {
    let mut words = String::new();
    let mut parts = message.split("organ/");
    words.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(part.len());
        let body = BodyId(part[..end].to_owned());
        words.push_str("organ/");
        words.push_str(renamed.get(&body).unwrap_or(&body).as_str());
        words.push_str(&part[end..]);
    }
    words
}

/// The faults of one end that the other has not, each as often as the other has it less. Where a fault stands several times, those
/// on lines that the other end has not are the ones that it lacks.
fn beyond<'a, 'd>(one: &'a [Told<'d>], other: &[Told<'_>]) -> Vec<&'a Told<'d>> {
    let mut left: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for told in other {
        left.entry(&told.key).or_default().push(told.line);
    }
    let mut lacks = Vec::new();
    for told in one {
        let lines = left.get_mut(&told.key);
        match lines.and_then(|lines| Some((lines.iter().position(|line| *line == told.line)?, lines))) {
            Some((at, lines)) => drop(lines.swap_remove(at)),
            None => lacks.push(told),
        }
    }
    lacks.retain(|told| left.get_mut(&told.key).and_then(Vec::pop).is_none());
    lacks
}

/// The faults that are gone, but for those that stand on the same line in other words: such a fault is told as new alone.
fn without_reworded<'a, 'd>(gone: Vec<&'a Told<'d>>, new: &[&'a Told<'d>]) -> Vec<&'a Told<'d>> {
    let place = |told: &'a Told<'d>| (told.key.0, told.key.1.as_str(), told.line);
    let mut left: BTreeMap<_, usize> = BTreeMap::new();
    for told in new {
        *left.entry(place(told)).or_default() += 1;
    }
    let mut really = Vec::new();
    for told in gone {
        match left.get_mut(&place(told)) {
            Some(count) if *count > 0 => *count -= 1,
            Some(_) | None => really.push(told),
        }
    }
    really
}

//! Why two revisions cannot be compared at all: the errors of each, and which of them has them.

use std::collections::BTreeSet;
use std::path::Path;

use super::content;
use super::faults::{Screen, amount, shown};
use crate::diagnostic::{Diagnostic, Diagnostics, Language, Severity, Shown, Words};
use crate::revisions::{Name, Revisions, Side};
use crate::source::Sources;
use crate::words;

/// The errors of both revisions, the later first, each with a sentence; those that stand in both are told once.
pub fn told(revisions: &Revisions, folder: &Path, language: Language) -> String {
    let (before, after) = (&revisions.before, &revisions.after);
    let [old, new] = [before, after].map(|side| side.faults.errors().collect::<Vec<_>>());
    let tell = |side: &Side, errors: &[&Diagnostic]| {
        let (diagnostics, root) = (Diagnostics::of(errors.iter().copied()), root(side, errors, folder));
        shown(&Shown { diagnostics: &diagnostics, sources: &side.sources, root: &root, language }, Screen::Other)
    };
    let name = |side: &Side| side.name.words();
    let count = |side: &Side| {
        let count = side.faults.count(Severity::Error);
        Words {
            sv: amount(count, "fel", "fel", Language::Swedish),
            en: amount(count, "error", "errors", Language::English),
        }
    };
    let stopped = |side: &Side| {
        let (name, count) = (name(side), count(side));
        words!(
            "Innehållet i {name} har fel, så inget kan jämföras: {count}.",
            "The content of {name} has errors, so that nothing can be compared: {count}.",
            name,
            count
        )
    };
    let say = |words: Words| words.in_language(language).to_owned();
    if new.is_empty() {
        let mended = name(after);
        let mended = words!("Felen är rättade i {mended}.", "The errors are mended in {mended}.", mended);
        return format!("{}{} {}", tell(before, &old), say(stopped(before)), say(mended));
    }
    let told = format!("{}{}", tell(after, &new), say(stopped(after)));
    if old.is_empty() {
        return told;
    }
    let known: BTreeSet<_> = new.iter().map(|fault| key(fault, after)).collect();
    let others: Vec<_> = old.iter().copied().filter(|fault| !known.contains(&key(fault, before))).collect();
    let (name, count) = (name(before), count(before));
    let too = words!(
        "Innehållet i {name} har också fel: {count}.",
        "The content of {name} has errors, too: {count}.",
        name,
        count
    );
    format!("{told}\n\n{}{}", tell(before, &others), say(too))
}

/// By what an error is known again.
fn key<'f>(fault: &'f Diagnostic, side: &'f Side) -> (&'static str, &'f str, &'f str) {
    (fault.code.id(), &side.sources.file(fault.span.file).path, &fault.message.sv)
}

/// What stands before each path: the folder, and before that the revision where what lies in the folder is something else.
fn root(side: &Side, errors: &[&Diagnostic], folder: &Path) -> String {
    let root = content::root(folder);
    let Some(version) = version(&side.name) else { return root };
    let is_there = |here: &Sources| {
        errors.iter().all(|fault| {
            let file = side.sources.file(fault.span.file);
            here.find(&file.path).is_some_and(|id| here.file(id).text == file.text)
        })
    };
    match content::read(folder) {
        Ok(here) if is_there(&here) => root,
        Ok(_) | Err(_) => format!("{version}:{root}"),
    }
}

/// The revision as git takes it; `None` of the folder.
fn version(name: &Name) -> Option<&str> {
    match name {
        Name::WorkingTree => None,
        Name::Base { id, .. } => id.get(..7),
        Name::Commit { written, .. } => Some(written),
    }
}

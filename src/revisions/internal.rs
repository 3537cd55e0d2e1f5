//! Finds the files of which only a number may be told: those that are internal at one of the ends, or may be meant to be.

use std::collections::BTreeSet;

use super::file_change::Pair;
use super::side::Parsed;
use crate::check;
use crate::diagnostic::{Diagnostics, nearest};
use crate::source::{File, FileId};

/// The key that says whether a document is published, as [`check::is_internal`] reads it.
const KEY: &str = "publicering";
/// What it says of one that is.
const OPEN: &str = "öppen";
/// What it says of one that is not.
const INTERNAL: &str = "intern";
/// How many letters of a misspelt word may be others.
const MISSPELT: usize = 2;

/// What is known of a file at one end.
#[derive(PartialEq, Eq)]
enum Publication {
    Open,
    Internal,
    /// It has no text that could say so.
    Unknown,
}

/// The numbers of the files at either end. A file that was internal, or has become so, is not told of at the other end either, and
/// one that has no text only if it was published before.
pub fn find(ends: (&Parsed, &Parsed), pairs: &[Pair], faults: (&Diagnostics, &Diagnostics)) -> BTreeSet<FileId> {
    let wrong = (wrong(faults.0), wrong(faults.1));
    let mut internal = BTreeSet::new();
    for pair in pairs {
        let old = pair.before.map(|id| publication(ends.0, id, &wrong.0));
        let new = pair.after.map(|id| publication(ends.1, id, &wrong.1));
        let at_either = [old, new];
        let is = |wanted: &Publication| at_either.iter().flatten().any(|found| found == wanted);
        if is(&Publication::Internal) || !is(&Publication::Open) {
            internal.extend(pair.before.into_iter().chain(pair.after));
        }
    }
    internal
}

fn wrong(faults: &Diagnostics) -> BTreeSet<FileId> {
    faults.errors().map(|fault| fault.span.file).collect()
}

fn publication(end: &Parsed, id: FileId, wrong: &BTreeSet<FileId>) -> Publication {
    let file = end.sources.file(id);
    if end.documents.of(id).front().is_some_and(check::is_internal) || (wrong.contains(&id) && is_meant_internal(file))
    {
        return Publication::Internal;
    }
    if file.fault.is_some() { Publication::Unknown } else { Publication::Open }
}

/// Whether a line of a file with errors was meant to keep it from being published, however it is written.
fn is_meant_internal(file: &File) -> bool {
    file.text.lines().any(|line| {
        let line = line.to_lowercase();
        let written: Vec<_> =
            line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let is = |word: &str, meant: &str| nearest(word, [meant], MISSPELT).is_some();
        let says = |pair: &[&str]| is(pair[0], KEY) && is(pair[1], INTERNAL);
        let begins_with_key = line.contains(':') && written.first().is_some_and(|word| is(word, KEY));
        let is_whole = |pair: &[&str]| pair.len() == 2 && line.contains(':') && pair[1] == INTERNAL;
        written.windows(2).any(says)
            || begins_with_key && written.get(1).is_none_or(|word| *word != OPEN)
            || is_whole(&written)
    })
}

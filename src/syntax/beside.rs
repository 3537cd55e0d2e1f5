//! Parses a content beside another one of the same numbers, and takes over from it what reads the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Documents, Form, parse_file};
use crate::diagnostic::Diagnostics;
use crate::source::{File, FileId, Sources};

/// Parses the files of `sources` that differ from those of the other content, which was parsed with the given faults, and takes
/// over the rest with their faults. The numbers of what was taken over are given back: everything that follows from such a file
/// alone is the same in both.
pub fn parse_beside(
    sources: &Sources,
    form: impl Fn(&str) -> Form + Sync,
    (other, documents, found): (&Sources, &Documents, &Diagnostics),
    diagnostics: &mut Diagnostics,
) -> (Documents, BTreeSet<FileId>) {
    let differing = sources.differing(other);
    let same_paths = differing.iter().all(|id| sources.has(*id) && other.has(*id));
    // Where a link leads depends on which files there are.
    let is_same = |id: FileId, file: &File| !differing.contains(&id) && (same_paths || !may_link(&file.text));
    let (same, changed): (Vec<_>, Vec<_>) = sources.iter().partition(|(id, file)| is_same(*id, file));
    let same: BTreeSet<_> = same.into_iter().map(|(id, _)| id).collect();
    let mut all: Vec<_> = documents.all.iter().filter(|document| same.contains(&document.file)).cloned().collect();
    diagnostics.append(found.only(&same));
    let parsed: Vec<_> =
        changed.into_par_iter().map(|(id, file)| parse_file(id, file, form(&file.path), sources)).collect();
    for (document, found) in parsed {
        all.push(Arc::new(document));
        diagnostics.append(found);
    }
    all.sort_by_key(|document| document.file);
    (Documents { all }, same)
}

/// Whether the text can hold a link to a file: all of them are written with one of these.
fn may_link(text: &str) -> bool {
    text.contains("](") || text.contains("]:")
}

//! One end of a comparison: its name, its files, its faults. Both are parsed and checked here, once where they are the same.

use std::collections::BTreeSet;

use super::read::End;
use crate::check::{self, Alone, Extent, alone};
use crate::diagnostic::{Diagnostics, Words};
use crate::model::Model;
use crate::source::{FileId, Sources};
use crate::syntax::{self, Documents};
use crate::words;

/// One end.
#[derive(Debug)]
pub struct Side {
    /// What it is called.
    pub name: Name,
    /// Its files, those that were left out too.
    pub sources: Sources,
    /// All its faults.
    pub faults: Diagnostics,
}

/// What an end is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// The folder as it is now.
    WorkingTree,
    /// Where the work parted from the main branch.
    Base {
        /// The main branch, such as `origin/main`.
        branch: String,
        /// The commit's whole id.
        id: String,
        /// Whether the main branch still stands there.
        is_latest: bool,
    },
    /// A revision that was asked for.
    Commit {
        /// What it was asked for as, such as `main`.
        written: String,
        /// The commit's whole id.
        id: String,
    },
}

impl Name {
    /// The commit's whole id; `None` where it is the folder as it is now.
    #[must_use]
    pub fn commit(&self) -> Option<&str> {
        match self {
            Self::WorkingTree => None,
            Self::Base { id, .. } | Self::Commit { id, .. } => Some(id),
        }
    }

    /// The name as people write it: `main (1a2b3c4)`.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::WorkingTree => words!("mappen som den är nu", "the folder as it is now"),
            Self::Base { branch, id, is_latest: false } => {
                let short = short(id);
                words!("{branch} när arbetet lämnade den ({short})", "{branch} when the work left it ({short})")
            }
            Self::Base { branch: written, id, is_latest: true } | Self::Commit { written, id } => {
                let short = short(id);
                if id.starts_with(written) {
                    return words!("{short}", "{short}");
                }
                words!("{written} ({short})", "{written} ({short})")
            }
        }
    }
}

/// As much of an id as people read.
fn short(id: &str) -> &str {
    &id[..id.len().min(7)]
}

/// An end with its documents.
pub struct Parsed {
    pub name: Name,
    pub sources: Sources,
    pub documents: Documents,
    /// The faults of form.
    pub form: Diagnostics,
    /// What was found in each document alone.
    pub alone: Alone,
}

/// Parses both ends; what is the same in both is parsed once.
pub fn parse(before: End, after: End) -> (Parsed, Parsed) {
    let (old, new) = Sources::decode_both(before.files, after.files);
    let mut form = Diagnostics::default();
    let documents = syntax::parse(&new, check::form, &mut form);
    let alone_new = alone(&documents.all, &new);
    let after = Parsed { name: after.name, sources: new, documents, form, alone: alone_new };
    let mut form = Diagnostics::default();
    let (documents, same) =
        syntax::parse_beside(&old, check::form, (&after.sources, &after.documents, &after.form), &mut form);
    let mut alone_old = after.alone.only(&same);
    let changed: Vec<_> = documents.all.iter().filter(|document| !same.contains(&document.file)).cloned().collect();
    alone_old.append(alone(&changed, &old));
    (Parsed { name: before.name, sources: old, documents, form, alone: alone_old }, after)
}

/// What a check of an end gave.
pub struct Checked {
    /// The model; `None` when there is an error.
    pub model: Option<Model>,
    /// The faults.
    pub faults: Diagnostics,
}

/// Checks both ends without the files of the numbers. Where one of them is not checked whole, neither is: what only a check of the
/// whole tells would else seem to have come or gone.
pub fn check(ends: (&Parsed, &Parsed), left_out: (&BTreeSet<FileId>, &BTreeSet<FileId>)) -> (Checked, Checked) {
    let is_whole = left_out.0.is_empty() && left_out.1.is_empty();
    let extent = if is_whole { Extent::Whole } else { Extent::Part };
    rayon::join(|| check_one(ends.0, left_out.0, extent), || check_one(ends.1, left_out.1, extent))
}

fn check_one(end: &Parsed, left_out: &BTreeSet<FileId>, extent: Extent) -> Checked {
    if left_out.is_empty() {
        let mut faults = end.form.clone();
        let model = check::together((&end.documents, extent), &end.sources, &end.alone, &mut faults);
        return Checked { model: model.ok(), faults };
    }
    let sources = end.sources.without(left_out);
    let kept = sources.iter().map(|(id, _)| id).collect();
    let mut faults = end.form.only(&kept);
    let documents = end.documents.without(left_out);
    let model = check::together((&documents, extent), &sources, &end.alone.only(&kept), &mut faults);
    Checked { model: model.ok(), faults }
}

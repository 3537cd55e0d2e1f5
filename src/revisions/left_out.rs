//! Leaves out files with errors, at both ends, until a model can be made of the rest of each.

use std::collections::{BTreeMap, BTreeSet};

use super::file_change::Pair;
use super::side::{self, Checked, Parsed};
use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::BodyId;
use crate::source::{FileId, Sources};

/// What falls may be what others point at, and so on; no content needs this many rounds.
const MOST_ROUNDS: usize = 16;

/// Without these no model can be made.
const NEEDED: [&str; 2] = ["kommun.yaml", "skalor.yaml"];

/// A file that is not compared.
#[derive(Debug)]
pub struct LeftOut {
    /// Its number at the earlier end.
    pub before: Option<FileId>,
    /// Its number at the later end.
    pub after: Option<FileId>,
    /// Why.
    pub cause: Cause,
    /// Its errors at the earlier end.
    pub errors_before: Diagnostics,
    /// Its errors at the later end.
    pub errors_after: Diagnostics,
}

/// Why a file is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// It has errors of its own at one of the ends.
    Errors,
    /// It cannot be read without others that have errors; its errors, if any, came when those were left out.
    Others,
}

/// What the ends were found to be.
pub struct Rest {
    /// All faults of both ends.
    pub whole: (Diagnostics, Diagnostics),
    /// The check of what was not left out; `None` when no model can be made.
    pub last: Option<(Checked, Checked)>,
    /// What was left out. When no model can be made, all files with errors.
    pub left_out: Vec<LeftOut>,
}

/// The numbers of files at both ends.
type Numbers = (BTreeSet<FileId>, BTreeSet<FileId>);

/// Checks both ends, and again without what cannot be compared while there is something new of that.
pub fn rest(ends: (&Parsed, &Parsed), pairs: &[Pair]) -> Rest {
    let mut out = Numbers::default();
    let mut checked = side::check(ends, (&out.0, &out.1));
    let whole = (checked.0.faults.clone(), checked.1.faults.clone());
    let mut left_out: Vec<LeftOut> = Vec::new();
    for round in 0..MOST_ROUNDS {
        if checked.0.model.is_some() && checked.1.model.is_some() {
            return Rest { whole, last: Some(checked), left_out };
        }
        let cause = if round == 0 { Cause::Errors } else { Cause::Others };
        let fallen = fallen(ends, pairs, &mut out, (&checked.0.faults, &checked.1.faults), cause);
        if fallen.is_empty() || !is_enough(&ends.0.sources, &out.0) || !is_enough(&ends.1.sources, &out.1) {
            break;
        }
        left_out.extend(fallen);
        checked = side::check(ends, (&out.0, &out.1));
    }
    let mut nothing = Numbers::default();
    let mut left_out = fallen(ends, pairs, &mut nothing, (&whole.0, &whole.1), Cause::Errors);
    left_out.retain(|one| one.cause == Cause::Errors);
    Rest { whole, last: None, left_out }
}

fn is_enough(sources: &Sources, out: &BTreeSet<FileId>) -> bool {
    NEEDED.iter().all(|path| sources.find(path).is_some_and(|id| !out.contains(&id)))
}

/// The files that fall in a round, which are added to those that are out: those with errors, those whose path means nothing, and
/// those of a body whose own file is not there any more. The latter two are told only once for a folder.
fn fallen(
    ends: (&Parsed, &Parsed),
    pairs: &[Pair],
    out: &mut Numbers,
    faults: (&Diagnostics, &Diagnostics),
    cause: Cause,
) -> Vec<LeftOut> {
    let (old, new) = (errors(faults.0), errors(faults.1));
    let mut fallen = Vec::new();
    let mut add = |pair: &Pair, cause: Cause, out: &mut Numbers| {
        let is_out = |id: Option<FileId>, out: &mut BTreeSet<FileId>| id.is_some_and(|id| !out.insert(id));
        if is_out(pair.before, &mut out.0) | is_out(pair.after, &mut out.1) {
            return;
        }
        let of = |id: Option<FileId>, errors: &Errors<'_>| {
            Diagnostics::of(id.and_then(|id| errors.get(&id)).into_iter().flatten().copied())
        };
        let (errors_before, errors_after) = (of(pair.before, &old), of(pair.after, &new));
        fallen.push(LeftOut { before: pair.before, after: pair.after, cause, errors_before, errors_after });
    };
    let is_wrong = |id: Option<FileId>, sources: &Sources, errors: &Errors<'_>| {
        id.is_some_and(|id| errors.contains_key(&id) || !check::is_place(&sources.file(id).path))
    };
    for pair in pairs {
        if is_wrong(pair.before, &ends.0.sources, &old) || is_wrong(pair.after, &ends.1.sources, &new) {
            add(pair, cause, out);
        }
    }
    let has_no_body = |id: Option<FileId>, sources: &Sources, out: &BTreeSet<FileId>| {
        let body = id.and_then(|id| BodyId::of_path(&sources.file(id).path));
        body.is_some_and(|(body, _)| {
            sources.find(&format!("organ/{body}/organ.yaml")).is_none_or(|id| out.contains(&id))
        })
    };
    for pair in pairs {
        if has_no_body(pair.before, &ends.0.sources, &out.0) || has_no_body(pair.after, &ends.1.sources, &out.1) {
            add(pair, Cause::Others, out);
        }
    }
    fallen
}

/// Errors by file.
type Errors<'d> = BTreeMap<FileId, Vec<&'d Diagnostic>>;

fn errors(faults: &Diagnostics) -> Errors<'_> {
    let mut errors = Errors::new();
    for fault in faults.errors() {
        errors.entry(fault.span.file).or_default().push(fault);
    }
    errors
}

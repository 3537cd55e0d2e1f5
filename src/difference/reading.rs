//! Figures of indicators as changes.

use super::fields::fields;
use super::trace::Traces;
use super::{Entry, EntryKind, Stand, Trace, name, wording};
use crate::diagnostic::Words;
use crate::model::{Indicator, Reading};
use crate::report::comparison::{Difference, Pair, ReadingChange};
use crate::words;

/// The figures that are not the same before and after, and those that cannot be compared.
pub fn entries(changes: &[ReadingChange<'_>], traces: Traces<'_>) -> Vec<Entry> {
    changes.iter().filter(|change| is_told(change)).map(|change| entry(change, traces)).collect()
}

/// Whether anything about it is to be told: a figure that is missing for the same reason as before is none.
pub fn is_told(change: &ReadingChange<'_>) -> bool {
    is_changed(change) || !change.fields.is_empty()
}

fn is_changed(change: &ReadingChange<'_>) -> bool {
    match &change.difference {
        Difference::Between { from, to } => from != to,
        Difference::Broken(_) => true,
        Difference::Missing(..) => change.before.map(|one| one.value) != change.after.map(|one| one.value),
    }
}

fn entry(change: &ReadingChange<'_>, traces: Traces<'_>) -> Entry {
    let name = &change.indicator.name;
    let (what, told) = what(change, traces);
    let mut entry = Entry {
        kind: EntryKind::Reading,
        id: Some(change.indicator.id.to_string()),
        name: words!("{name}", "{name}"),
        what,
        change: told,
        before: change.before.map(|one| stand(one, change.indicator, traces.before(one.origin))),
        after: change.after.map(|one| stand(one, change.indicator, traces.after(one.origin))),
        fields: fields(&change.fields, traces.sides),
    };
    if !is_changed(change) {
        if let Some(figure) = entry.after.as_ref().and_then(|stand| stand.words.clone()) {
            entry.what = words!("oförändrat: {figure}", "unchanged: {figure}", figure);
        }
        for stand in [&mut entry.before, &mut entry.after].into_iter().flatten() {
            stand.words = None;
        }
    }
    entry
}

/// What became of the figure, in words and for programs.
fn what(change: &ReadingChange<'_>, traces: Traces<'_>) -> (Words, &'static str) {
    if !is_changed(change) {
        return (words!("oförändrat", "unchanged"), "same");
    }
    if let Some(side) = change.only_at(traces.sides.basis) {
        let words = match side {
            Pair::Gone(()) => words!("borttaget", "removed"),
            Pair::New(()) | Pair::Both((), ()) => words!("nytt", "new"),
        };
        return (words, name::pair(&side));
    }
    let told = match &change.difference {
        Difference::Between { from, to } if to > from => "more",
        Difference::Between { .. } => "less",
        Difference::Broken(_) => "incomparable",
        Difference::Missing(..) => "missing",
    };
    (wording::difference(&change.difference, change.indicator), told)
}

fn stand(reading: &Reading, indicator: &Indicator, trace: Trace) -> Stand {
    let words = match reading.value {
        Ok(value) => wording::reading(value, indicator),
        Err(why) => wording::missing(why),
    };
    Stand { words: Some(words), exact: reading.value.into(), trace: Some(trace) }
}

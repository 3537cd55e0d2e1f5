//! Figures of indicators as changes.

use super::trace::Traces;
use super::{Entry, EntryKind, Stand, Trace, wording};
use crate::model::{Indicator, Reading};
use crate::report::comparison::{Difference, ReadingChange};
use crate::words;

/// The figures that are not the same before and after, and those that cannot be compared.
pub fn entries(changes: &[ReadingChange<'_>], traces: Traces<'_>) -> Vec<Entry> {
    changes.iter().filter(|change| is_told(change)).map(|change| entry(change, traces)).collect()
}

/// Whether anything about it is to be told: a figure that is missing for the same reason as before is none.
pub fn is_told(change: &ReadingChange<'_>) -> bool {
    match &change.difference {
        Difference::Between { from, to } => from != to,
        Difference::Broken(_) => true,
        Difference::Missing(..) => change.before.map(|one| one.value) != change.after.map(|one| one.value),
    }
}

fn entry(change: &ReadingChange<'_>, traces: Traces<'_>) -> Entry {
    let name = &change.indicator.name;
    Entry {
        kind: EntryKind::Reading,
        id: Some(change.indicator.id.to_string()),
        name: words!("{name}", "{name}"),
        what: wording::difference(&change.difference, change.indicator),
        change: match &change.difference {
            Difference::Between { from, to } if to > from => "more",
            Difference::Between { .. } => "less",
            Difference::Broken(_) => "incomparable",
            Difference::Missing(..) => "missing",
        },
        before: change.before.map(|one| stand(one, change.indicator, traces.before(one.origin))),
        after: change.after.map(|one| stand(one, change.indicator, traces.after(one.origin))),
        fields: Vec::new(),
    }
}

fn stand(reading: &Reading, indicator: &Indicator, trace: Trace) -> Stand {
    let words = match reading.value {
        Ok(value) => wording::reading(value, indicator),
        Err(why) => wording::missing(why),
    };
    Stand { words: Some(words), exact: reading.value.into(), trace: Some(trace) }
}

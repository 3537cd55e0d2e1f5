//! A body's changes as a section.

use super::trace::Traces;
use super::wording::{self, MEASURES, REPORTS, REVIEWS};
use super::{Entry, EntryKind, Section, SectionKind, Stand, amount, document, rating, reading};
use crate::report::comparison::{Basis, BodyComparison, Pair};
use crate::words;

/// What has changed for a body; `None` when nothing has.
pub fn section(comparison: &BodyComparison<'_>, traces: Traces<'_>) -> Option<Section> {
    let sides = traces.sides;
    let mut entries: Vec<_> = existence(comparison, traces).into_iter().collect();
    let mut notes = Vec::new();
    // Of revisions it stands among the first lines.
    let line = wording::summary(comparison, sides).filter(|_| sides.basis == Basis::Counted);
    notes.extend(line.map(|line| amount::sentence(&line)));
    let is_there = entries.is_empty();
    for ratings in comparison.ratings.iter().filter(|_| is_there) {
        entries.extend(rating::entries(comparison, ratings, traces));
        notes.extend(rating::notes(ratings, sides));
    }
    // Two years always have two plans; their risks are what is told.
    if sides.basis == Basis::Written {
        entries.extend(document::entries(comparison.plan.as_slice(), traces));
    }
    entries.extend(document::entries(&comparison.risks, traces));
    entries.extend(document::entries(&comparison.measures, traces));
    entries.extend(document::entries(&comparison.reviews, traces));
    entries.extend(comparison.joint.iter().filter_map(|joint| document::entry(&joint.change, traces)));
    entries.extend(document::entries(&comparison.reports, traces));
    if sides.basis == Basis::Counted {
        let new_texts = [
            document::new_texts(document::with_new_text_only(&comparison.measures), MEASURES),
            document::new_texts(document::with_new_text_only(&comparison.reviews), REVIEWS),
            document::new_texts(document::with_new_text_only(&comparison.reports), REPORTS),
        ];
        notes.extend(new_texts.into_iter().flatten());
    }
    entries.extend(reading::entries(&comparison.readings, traces));
    let id = comparison.body.latest().id.clone();
    (!entries.is_empty()).then(|| Section {
        kind: SectionKind::Body,
        title: wording::called(comparison, sides),
        body: Some(id),
        year: (sides.basis == Basis::Written).then_some(sides.after.year),
        notes,
        entries,
    })
}

/// A body that is there in one of two years only. Of two revisions the definitions tell it.
fn existence(comparison: &BodyComparison<'_>, traces: Traces<'_>) -> Option<Entry> {
    let (from, to) = (traces.sides.before.year, traces.sides.after.year);
    let (what, change) = match (comparison.body, traces.sides.basis) {
        (Pair::New(_), Basis::Counted) => (words!("finns bara {to}", "exists only in {to}"), "new"),
        (Pair::Gone(_), Basis::Counted) => (words!("finns bara {from}", "exists only in {from}"), "gone"),
        (Pair::Both(..), _) | (Pair::New(_) | Pair::Gone(_), Basis::Written) => return None,
    };
    let body = comparison.body.latest();
    let stand = |trace| Stand { trace: Some(trace), ..Stand::default() };
    Some(Entry {
        kind: EntryKind::Body,
        id: Some(body.id.to_string()),
        name: amount::same(&body.name),
        what,
        change,
        before: comparison.body.before().map(|body| stand(traces.before(body.origin))),
        after: comparison.body.after().map(|body| stand(traces.after(body.origin))),
        fields: Vec::new(),
    })
}

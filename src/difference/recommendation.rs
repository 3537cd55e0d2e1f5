//! How auditors' recommendations stood at the end of two years, as changes.

use super::trace::Traces;
use super::{Entry, EntryKind, Exact, Section, SectionKind, Stand, Trace, amount, wording};
use crate::diagnostic::{Words, brief};
use crate::model::BodyId;
use crate::report::comparison::{Comparison, RecommendationChange, RecommendationState};
use crate::words;

/// The recommendations to all bodies or to one: each that does not stand as it stood, then how the others stand.
pub fn section(comparison: &Comparison<'_>, only: Option<&BodyId>, traces: Traces<'_>) -> Option<Section> {
    let all: Vec<_> = of(comparison, only).collect();
    (!all.is_empty()).then(|| Section {
        kind: SectionKind::Recommendations,
        title: words!("Revisorernas rekommendationer", "The auditors' recommendations"),
        body: only.cloned(),
        year: None,
        notes: stayed(&all, traces).into_iter().collect(),
        entries: all.iter().filter(|one| one.before != one.after).map(|one| entry(one, traces)).collect(),
    })
}

/// How many there are, and how many of them do not stand as they stood.
pub fn sentence(comparison: &Comparison<'_>, only: Option<&BodyId>) -> Option<Words> {
    let (all, moved) =
        (of(comparison, only).count(), of(comparison, only).filter(|one| one.before != one.after).count());
    let (sv, en) = (["rekommendation", "rekommendationer"], ["recommendation", "recommendations"]);
    let (all_words, moved) = (amount::counted(all, sv, en), amount::integer(moved));
    (all > 0).then(|| {
        words!(
            "{all_words} från revisorerna: {moved} har ändrat läge.",
            "{all_words} of the auditors: {moved} changed in progress.",
            all_words,
            moved
        )
    })
}

fn of<'c, 'm>(
    comparison: &'c Comparison<'m>,
    only: Option<&BodyId>,
) -> impl Iterator<Item = &'c RecommendationChange<'m>> {
    comparison.recommendations.iter().filter(move |one| only.is_none_or(|id| one.body.id == *id))
}

/// The recommendations that stand as they stood, counted by how.
fn stayed(all: &[&RecommendationChange<'_>], traces: Traces<'_>) -> Option<Words> {
    let (from, to) = (traces.sides.before.year, traces.sides.after.year);
    let mut counts: Vec<(RecommendationState, usize)> = Vec::new();
    for one in all.iter().filter(|one| one.before == one.after) {
        match counts.iter_mut().find(|(state, _)| *state == one.after) {
            Some((_, count)) => *count += 1,
            None => counts.push((one.after, 1)),
        }
    }
    let phrase = |(state, count): &(RecommendationState, usize)| {
        let (count, state) = (amount::integer(*count), wording::recommendation(*state));
        words!("{count} {state}", "{count} {state}", count, state)
    };
    let phrases = amount::list(&counts.iter().map(phrase).collect::<Vec<_>>());
    (!counts.is_empty()).then(|| {
        words!(
            "Samma läge i slutet av {from} och {to}: {phrases}.",
            "The same at the end of {from} and of {to}: {phrases}.",
            phrases
        )
    })
}

fn entry(one: &RecommendationChange<'_>, traces: Traces<'_>) -> Entry {
    let (id, body, audit) = (&one.recommendation.id, &one.body.name, &one.audit.title);
    let text = one.recommendation.text.as_deref().map(|text| format!(" ”{}”", brief(text))).unwrap_or_default();
    let stand = |state: RecommendationState, trace: Trace| Stand {
        words: Some(wording::recommendation(state)),
        exact: match state {
            RecommendationState::Unknown(missing) => Exact::Missing { missing: missing.words() },
            RecommendationState::NotMade
            | RecommendationState::Awaited
            | RecommendationState::Unanswered
            | RecommendationState::Planned
            | RecommendationState::Silent
            | RecommendationState::Remains
            | RecommendationState::Done => Exact::Nothing,
        },
        trace: (state != RecommendationState::NotMade).then_some(trace),
    };
    Entry {
        kind: EntryKind::Recommendation,
        id: Some(id.to_string()),
        name: words!(
            "{id}{text} i granskningen ”{audit}”, till {body}",
            "{id}{text} of the audit “{audit}”, to {body}"
        ),
        what: amount::same(""),
        change: match (one.before, one.after) {
            (RecommendationState::NotMade, _) => "new",
            (_, RecommendationState::NotMade) => "gone",
            _ => "changed",
        },
        before: Some(stand(one.before, traces.before(one.origins.0))),
        after: Some(stand(one.after, traces.after(one.origins.1))),
        fields: Vec::new(),
    }
}

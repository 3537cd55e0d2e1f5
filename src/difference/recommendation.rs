//! How auditors' recommendations stood at the end of two years.

use std::collections::BTreeSet;

use super::trace::Traces;
use super::{Entry, EntryKind, Exact, amount, states, wording};
use crate::diagnostic::{Words, brief};
use crate::model::BodyId;
use crate::report::comparison::{Comparison, RecommendationChange, RecommendationState};
use crate::words;

/// The recommendations to all bodies or to one.
pub fn entries(comparison: &Comparison<'_>, only: Option<&BodyId>, traces: Traces<'_>) -> Vec<Entry> {
    let all = comparison.recommendations.iter().filter(|one| only.is_none_or(|id| one.body.id == *id));
    all.map(|one| entry(one, traces)).collect()
}

/// How many there are, and to how many bodies in all where some are made to several.
pub fn counted(comparison: &Comparison<'_>, only: Option<&BodyId>) -> Words {
    let all = comparison.recommendations.iter().filter(|one| only.is_none_or(|id| one.body.id == *id));
    let each: Vec<_> = all.map(|one| (&one.audit.id, &one.recommendation.id)).collect();
    let apart = each.iter().collect::<BTreeSet<_>>().len();
    let count = amount::counted(
        apart,
        ["rekommendation från revisorerna", "rekommendationer från revisorerna"],
        ["recommendation of the auditors", "recommendations of the auditors"],
    );
    if apart == each.len() {
        return count;
    }
    let recipients = amount::integer(each.len());
    words!(
        "{count}, till sammanlagt {recipients} mottagare",
        "{count}, to {recipients} recipients in all",
        count,
        recipients
    )
}

fn entry(one: &RecommendationChange<'_>, traces: Traces<'_>) -> Entry {
    let (id, body, audit) = (&one.recommendation.id, &one.body.name, &one.audit.title);
    let text = one.recommendation.text.as_deref().map(|text| format!(" ”{}”", brief(text))).unwrap_or_default();
    let exact = |state: RecommendationState| match state {
        RecommendationState::Unknown(missing) => Exact::Missing { missing: missing.words() },
        RecommendationState::NotMade
        | RecommendationState::Awaited
        | RecommendationState::Unanswered
        | RecommendationState::Planned
        | RecommendationState::Silent
        | RecommendationState::Remains
        | RecommendationState::Done => Exact::Nothing,
    };
    let stand = |state, trace| {
        let trace = (state != RecommendationState::NotMade).then_some(trace);
        states::stand(wording::recommendation(state), exact(state), trace)
    };
    let name =
        words!("{id}{text} i granskningen ”{audit}”, till {body}", "{id}{text} of the audit “{audit}”, to {body}");
    let (before, after) = (traces.before(one.origins.0), traces.after(one.origins.1));
    states::entry((EntryKind::Recommendation, id.to_string(), name), stand(one.before, before), stand(one.after, after))
}

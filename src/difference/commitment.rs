//! How the city's commitments stood at the end of two years.

use super::trace::Traces;
use super::{Entry, EntryKind, Exact, states, wording};
use crate::diagnostic::brief;
use crate::model::{BodyId, Promisor};
use crate::report::comparison::{CommitmentChange, CommitmentState, Comparison};
use crate::words;

/// The commitments of all, or those that one body is to keep; then those that were no more than proposed in either year.
pub fn entries(comparison: &Comparison<'_>, only: Option<&BodyId>, traces: Traces<'_>) -> (Vec<Entry>, Vec<Entry>) {
    let is_wanted = |one: &&CommitmentChange<'_>| match (only, &one.history.commitment.by) {
        (None, _) => true,
        (Some(id), Promisor::Bodies(by)) => by.contains(id),
        (Some(_), Promisor::Named(_)) => false,
    };
    let is_promised = |one: &&CommitmentChange<'_>| {
        let mut states = [one.before, one.after].into_iter();
        states.any(|state| !matches!(state, CommitmentState::NotMade | CommitmentState::Proposed))
    };
    let (promised, proposed): (Vec<_>, Vec<_>) = comparison.commitments.iter().filter(is_wanted).partition(is_promised);
    let told = |all: Vec<&CommitmentChange<'_>>| all.into_iter().map(|one| entry(one, traces)).collect();
    (told(promised), told(proposed))
}

fn entry(one: &CommitmentChange<'_>, traces: Traces<'_>) -> Entry {
    let commitment = one.history.commitment;
    let text = brief(&commitment.text);
    let stand = |state, trace| {
        let trace = (state != CommitmentState::NotMade).then_some(trace);
        states::stand(wording::commitment(state), Exact::Nothing, trace)
    };
    let name = words!("Åtagandet ”{text}”", "The commitment “{text}”");
    let (before, after) = (traces.before(one.origins.0), traces.after(one.origins.1));
    states::entry(
        (EntryKind::Commitment, commitment.id.to_string(), name),
        stand(one.before, before),
        stand(one.after, after),
    )
}

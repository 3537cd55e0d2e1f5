//! What differs between two states of the city's follow-up, as far as a decision holds it fast: what is promised may be ended there.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::document::{Changes, folded, text};
use crate::diagnostic::brief;
use crate::model::{BodyId, CityReport, Commitment, CommitmentNews, DecisionPoint, Fulfilment, Promisor};
use crate::words;

/// Text, points of the decision, promises, and what is said of earlier ones.
pub fn report(
    old: &CityReport,
    new: &CityReport,
    renamed: &BTreeMap<BodyId, BodyId>,
    context: &Context<'_>,
) -> Changes {
    let mut changes = text(&old.text, &new.text, new.origin, context);
    points(old, new, &mut changes, context);
    promises(old, new, renamed, (&mut changes, context));
    for was in &old.news {
        let now = new.news.iter().find(|now| now.id == was.id);
        if now.is_none_or(|now| !says_the_same(was, now)) {
            let id = &was.id;
            let message = words!(
                "det som sägs om åtagandet ”{id}” är ändrat efter beslutet",
                "what is said of the commitment “{id}” was changed after adoption"
            );
            changes.push((context.sources.line(now.map_or(new.origin, |now| now.origin)), message));
        }
    }
    changes
}

/// A decision that was not known may be added; a point and its decision stay.
fn points(old: &CityReport, new: &CityReport, changes: &mut Changes, context: &Context<'_>) {
    let is_same = |was: &DecisionPoint, now: &DecisionPoint| folded(&was.text) == folded(&now.text);
    for (at, was) in old.points.iter().enumerate() {
        let number = at + 1;
        let now = new.points.get(at).filter(|now| is_same(was, now));
        let Some(now) = now.or_else(|| new.points.iter().find(|now| is_same(was, now))) else {
            let message = words!(
                "beslutspunkt {number} är ändrad efter beslutet",
                "point {number} of the decision was changed after adoption"
            );
            changes.push((context.sources.line(new.points.get(at).map_or(new.origin, |now| now.origin)), message));
            continue;
        };
        if matches!(&was.taken, Some(Ok(_))) && was.taken != now.taken {
            let message = words!(
                "vad som beslutades i punkt {number} är ändrat efter beslutet",
                "what was decided at point {number} was changed after adoption"
            );
            changes.push((context.sources.line(now.origin), message));
        }
    }
    // One in the place of another is told already.
    if new.points.len() <= old.points.len() {
        return;
    }
    for added in new.points.iter().filter(|added| !old.points.iter().any(|was| is_same(was, added))) {
        let point = brief(&added.text);
        let message = words!(
            "beslutspunkten ”{point}” är tillagd efter beslutet",
            "the point “{point}” was added after adoption"
        );
        changes.push((context.sources.line(added.origin), message));
    }
}

fn promises(
    old: &CityReport,
    new: &CityReport,
    renamed: &BTreeMap<BodyId, BodyId>,
    (changes, context): (&mut Changes, &Context<'_>),
) {
    for was in &old.commitments {
        let id = &was.id;
        match new.commitments.iter().find(|now| now.id == was.id) {
            Some(now) if promises_the_same(was, now, renamed) => {}
            Some(now) => {
                let message = words!(
                    "åtagandet ”{id}” är ändrat efter beslutet",
                    "the commitment “{id}” was changed after adoption"
                );
                changes.push((context.sources.line(now.origin), message));
            }
            None => {
                let message =
                    words!("åtagandet ”{id}” är borta efter beslutet", "the commitment “{id}” is gone after adoption");
                changes.push((context.sources.line(new.origin), message));
            }
        }
    }
    for added in new.commitments.iter().filter(|added| !old.commitments.iter().any(|was| was.id == added.id)) {
        let id = &added.id;
        let message =
            words!("åtagandet ”{id}” är tillagt efter beslutet", "the commitment “{id}” was added after adoption");
        changes.push((context.sources.line(added.origin), message));
    }
}

fn promises_the_same(was: &Commitment, now: &Commitment, renamed: &BTreeMap<BodyId, BodyId>) -> bool {
    let has_same_promisor = match (&was.by, &now.by) {
        (Promisor::Bodies(was), Promisor::Bodies(now)) => was.iter().map(|id| renamed.get(id).unwrap_or(id)).eq(now),
        (was, now) => was == now,
    };
    let follow_up = |one: &Commitment| one.follow_up.as_deref().map(folded);
    folded(&was.text) == folded(&now.text)
        && has_same_promisor
        && was.due == now.due
        && follow_up(was) == follow_up(now)
        && may_become(&was.standing, &now.standing)
}

fn says_the_same(was: &CommitmentNews, now: &CommitmentNews) -> bool {
    was.due == now.due && may_become(&was.standing, &now.standing)
}

/// What is proposed may be decided, and what is open may be ended.
fn may_become(was: &Fulfilment, now: &Fulfilment) -> bool {
    match was {
        Fulfilment::Proposed => true,
        Fulfilment::Open => *now != Fulfilment::Proposed,
        Fulfilment::Kept { .. } | Fulfilment::Dropped { .. } => was == now,
    }
}

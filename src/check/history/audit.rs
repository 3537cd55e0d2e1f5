//! What differs between two states of an audit or of a response, as far as a decision holds it fast.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::written;
use super::document::{Changes, folded, text};
use crate::model::{Audit, BodyId, Missing, PlannedAction, Reply, Response, Status, TakenAction};
use crate::words;

/// Recommendations and text of an audit. Its days may be moved by agreement.
pub fn audit(old: &Audit, new: &Audit, renamed: &BTreeMap<BodyId, BodyId>, context: &Context<'_>) -> Changes {
    let has_same_recipients = |was: &[BodyId], is: &[BodyId]| was.iter().map(|id| renamed.get(id).unwrap_or(id)).eq(is);
    let mut changes = text(&old.text, &new.text, new.origin, context);
    if old.verdict != new.verdict {
        let message = words!(
            "revisorernas samlade bedömning är ändrad efter beslutet",
            "the auditors' verdict was changed after adoption"
        );
        changes.push((written::heading(new.origin, "Revisorernas samlade bedömning", context), message));
    }
    for one in old.known_recommendations() {
        let id = &one.id;
        let now = new.recommendation(id);
        let is_same = now.is_some_and(|now| {
            has_same_recipients(&one.to, &now.to) && said(now.text.as_ref().ok()) == said(one.text.as_ref().ok())
        });
        // A wording that was not known may be added.
        if is_same || one.text.is_err() && now.is_some() {
            continue;
        }
        let message = words!(
            "rekommendationen {id} är ändrad efter beslutet",
            "the recommendation {id} was changed after adoption"
        );
        let place = context.sources.line(now.map_or(new.origin, |now| now.origin));
        changes.push((place, message));
    }
    changes
}

/// What was planned.
pub fn first(old: &Reply<PlannedAction>, new: &Reply<PlannedAction>, context: &Context<'_>) -> Changes {
    let parts = |one: &PlannedAction| {
        let due = one.due.map(|due| due.to_string());
        [said(one.action.as_ref()), said(one.effect.as_ref()), said(due.as_ref())]
    };
    reply(old, new, &parts, context)
}

/// What became of it.
pub fn follow_up(old: &Reply<TakenAction>, new: &Reply<TakenAction>, context: &Context<'_>) -> Changes {
    let parts = |one: &TakenAction| [said(one.action.as_ref()), said(one.effect.as_ref()), said(one.remains.as_ref())];
    reply(old, new, &parts, context)
}

/// Whether a round of it is adopted.
pub fn is_adopted(response: &Response) -> bool {
    let is = |status: Option<Status>| matches!(status, Some(Status::Adopted | Status::Corrected));
    let follow_up = response.follow_up.as_ref().and_then(|one| one.as_ref().ok());
    response.first.as_ref().is_ok_and(|one| is(one.colophon.status))
        || follow_up.is_some_and(|one| is(one.colophon.status))
}

fn reply<Answer>(
    old: &Reply<Answer>,
    new: &Reply<Answer>,
    parts: &dyn Fn(&Answer) -> [String; 3],
    context: &Context<'_>,
) -> Changes {
    let mut changes = Changes::new();
    let place = || context.sources.line(new.origin);
    if said(old.summary.as_ref()) != said(new.summary.as_ref()) {
        let message = words!(
            "det sammanfattande svaret är ändrat efter beslutet",
            "the answer in short was changed after adoption"
        );
        changes.push((place(), message));
    }
    for (id, was) in &old.answers {
        let told = |answer: Option<&Result<Answer, Missing>>| answer.and_then(|one| one.as_ref().ok()).map(parts);
        if was.is_ok() && told(Some(was)) != told(new.answers.get(id)) {
            let message =
                words!("svaret på {id} är ändrat efter beslutet", "the answer to {id} was changed after adoption");
            changes.push((place(), message));
        }
    }
    changes
}

fn said(text: Option<&String>) -> String {
    folded(text.map_or("", String::as_str))
}

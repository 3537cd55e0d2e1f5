//! What differs between two states of a body's answer to a joint review, as far as a decision holds it fast.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::written;
use super::document::{self, Changes};
use crate::model::{JointAnswer, Missing, Model, QuestionId, ReplyValue, Scale, Year};
use crate::words;

/// Ratings, answers to questions, text and evidence.
pub fn changes(
    (old, new): (&JointAnswer, &JointAnswer),
    year: Year,
    (before, after): (&Model, &Model),
    context: &Context<'_>,
) -> Changes {
    let scales = (scale(before, old, year), scale(after, new, year));
    let mut changes = document::ratings((&old.answers, scales.0), (&new.answers, scales.1), new.origin, context);
    let ids: BTreeSet<&QuestionId> = old.replies.keys().chain(new.replies.keys()).collect();
    for id in ids {
        if value(old, id) == value(new, id) && reason(old, id) == reason(new, id) {
            continue;
        }
        let message =
            words!("svaret på {id} är ändrat efter beslutet", "the answer to {id} was changed after adoption");
        let place = match new.replies.get(id) {
            Some(reply) => context.sources.line(reply.origin),
            None => written::value(new.origin, &["svar"], context),
        };
        changes.push((place, message));
    }
    changes.extend(document::text(&old.text, &new.text, new.origin, context));
    changes.extend(document::counts((&old.samples, &old.surveys), (&new.samples, &new.surveys), new.origin, context));
    changes
}

fn scale<'m>(model: &'m Model, answer: &JointAnswer, year: Year) -> Option<&'m Scale> {
    let round = model.joint_reviews.get(&answer.review)?.rounds.get(&year)?;
    model.scales.get(round.scale.as_ref()?)
}

fn value<'a>(answer: &'a JointAnswer, id: &QuestionId) -> Result<&'a ReplyValue, Missing> {
    answer.reply(id)
}

fn reason(answer: &JointAnswer, id: &QuestionId) -> String {
    let reason = answer.replies.get(id).and_then(|reply| reply.reason.as_deref());
    document::folded(reason.unwrap_or_default())
}

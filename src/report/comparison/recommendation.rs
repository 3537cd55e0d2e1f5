//! Auditors' recommendations at the end of two years: what had been answered by then, and by whom.

use jiff::civil::Date;

use crate::model::{Audit, Body, Colophon, Missing, Model, Recommendation, Reply, TakenAction, Year};
use crate::report::responses::{Turn, answer, counting};
use crate::source::Origin;

/// How a body had answered a recommendation at the end of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecommendationState {
    /// The auditors had not yet made it.
    NotMade,
    /// Nothing was answered, and the day for it was still to come.
    Awaited,
    /// Nothing was answered.
    Unanswered,
    /// Something was planned.
    Planned,
    /// Something was planned, and the follow-up did not say a word of it.
    Silent,
    /// Something was done, and something remained.
    Remains,
    /// It was done.
    Done,
    /// Whether or what was answered is not known.
    Unknown(Missing),
}

/// A recommendation to a body at the end of two years.
#[derive(Debug, Clone, Copy)]
pub struct RecommendationChange<'m> {
    /// The audit.
    pub audit: &'m Audit,
    /// The recommendation.
    pub recommendation: &'m Recommendation,
    /// To whom it was put.
    pub body: &'m Body,
    /// At the end of the earlier year.
    pub before: RecommendationState,
    /// At the end of the later year, or on the day of the report where that comes first.
    pub after: RecommendationState,
    /// Where either is written: the answer, the response that lacks it, or the recommendation where there is none.
    pub origins: (Origin, Origin),
}

/// The recommendations that had been made by the end of either year, but for those that were done at the end of both.
#[must_use]
pub fn between(model: &Model, from: Year, to: Year) -> Vec<RecommendationChange<'_>> {
    let day = |year: Year| year.last_day().min(model.municipality.report_date);
    let mut changes = Vec::new();
    for audit in counting(model) {
        for recommendation in audit.known_recommendations() {
            for body in recommendation.to.iter().filter_map(|id| model.bodies.get(id)) {
                let at = |year: Year| standing(audit, recommendation, body, day(year));
                let ((before, was), (after, is)) = (at(from), at(to));
                let is_over = matches!(after, RecommendationState::NotMade | RecommendationState::Done);
                if before == after && is_over {
                    continue;
                }
                changes.push(RecommendationChange { audit, recommendation, body, before, after, origins: (was, is) });
            }
        }
    }
    changes
}

/// How a body had answered a recommendation on a day.
#[must_use]
pub fn state(audit: &Audit, recommendation: &Recommendation, body: &Body, day: Date) -> RecommendationState {
    standing(audit, recommendation, body, day).0
}

/// The same, with where it is written.
fn standing(audit: &Audit, recommendation: &Recommendation, body: &Body, day: Date) -> (RecommendationState, Origin) {
    let by_itself = |state: RecommendationState| (state, recommendation.origin);
    match decided(&audit.colophon) {
        Some(made) if made > day => return by_itself(RecommendationState::NotMade),
        Some(_) => {}
        // Whether it was made by then cannot be said.
        None => return by_itself(RecommendationState::Unknown(Missing::Unknown)),
    }
    if body.withheld_responses.contains(&audit.id) {
        return by_itself(RecommendationState::Unknown(Missing::Withheld));
    }
    let recipient = audit.recipient(&body.id);
    let due = |turn: Turn| recipient.and_then(|recipient| turn.due(recipient));
    let unanswered = by_itself(match due(Turn::First) {
        Some(due) if due > day => RecommendationState::Awaited,
        Some(_) | None => RecommendationState::Unanswered,
    });
    let Some(response) = body.responses.get(&audit.id) else { return unanswered };
    let planned = match given(Some(&response.first), recommendation, (due(Turn::First), day)) {
        Some(Ok(action)) => Some((RecommendationState::Planned, action.origin)),
        Some(Err(missing)) => Some((RecommendationState::Unknown(missing), response.origin)),
        None => None,
    };
    let follow_up = response.follow_up.as_ref();
    match (given(follow_up, recommendation, (due(Turn::FollowUp), day)), planned) {
        (Some(Ok(taken)), _) if taken.remains.is_some() || taken.action.is_none() => {
            (RecommendationState::Remains, taken.origin)
        }
        (Some(Ok(taken)), _) => (RecommendationState::Done, taken.origin),
        (Some(Err(missing)), _) => (RecommendationState::Unknown(missing), response.origin),
        (None, Some((RecommendationState::Planned, planned))) if passes_over(follow_up, recommendation, day) => {
            (RecommendationState::Silent, planned)
        }
        (None, planned) => planned.unwrap_or(unanswered),
    }
}

/// What a round says of a recommendation, or why that is not known; nothing where it had not been handed in by the day, or when
/// nobody has answered.
fn given<'m, Answer>(
    written: Option<&'m Result<Reply<Answer>, Missing>>,
    recommendation: &Recommendation,
    (due, day): (Option<Date>, Date),
) -> Option<Result<&'m Answer, Missing>> {
    let handed_in = match written? {
        Ok(reply) => is_there(reply, day),
        // Of a round of which nothing is known, the day on which it was due is the only one there is.
        Err(_) => Some(due.is_none_or(|due| due <= day)),
    };
    match (answer(written, recommendation)?, handed_in) {
        (_, Some(false)) | (Err(Missing::NotAnswered), _) => None,
        (Err(missing), Some(true) | None) => Some(Err(missing)),
        (Ok(_), None) => Some(Err(Missing::Unknown)),
        (Ok(answer), Some(true)) => Some(Ok(answer)),
    }
}

/// Whether a follow-up that had been handed in by the day does not speak of a recommendation at all.
fn passes_over(
    written: Option<&Result<Reply<TakenAction>, Missing>>,
    recommendation: &Recommendation,
    day: Date,
) -> bool {
    let Some(Ok(reply)) = written else { return false };
    reply.colophon.counts() && is_there(reply, day) == Some(true) && !reply.answers.contains_key(&recommendation.id)
}

/// Whether a round had been handed in by a day; `None` when that is not known.
fn is_there<Answer>(reply: &Reply<Answer>, day: Date) -> Option<bool> {
    reply.handed_in.or_else(|| decided(&reply.colophon)).map(|handed_in| handed_in <= day)
}

/// The first day on which something was decided.
fn decided(colophon: &Colophon) -> Option<Date> {
    colophon.decisions.iter().filter_map(|decision| decision.date).min()
}

//! Auditors' recommendations at the end of two years: what had been answered by then, and by whom.

use jiff::civil::Date;

use crate::model::{Audit, Body, Colophon, Missing, Model, Recommendation, Reply, Response, Year};
use crate::report::responses::{answer, counting};
use crate::source::Origin;

/// How a body had answered a recommendation at the end of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecommendationState {
    /// The auditors had not yet made it.
    NotMade,
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
    /// The body's response, or the recommendation where there is none.
    pub origin: Origin,
}

/// The recommendations that were made by the end of the later year, but for those that were done by the end of the earlier one.
#[must_use]
pub fn between(model: &Model, from: Year, to: Year) -> Vec<RecommendationChange<'_>> {
    let day = |year: Year| year.last_day().min(model.municipality.report_date);
    let mut changes = Vec::new();
    for audit in counting(model) {
        for recommendation in audit.known_recommendations() {
            for body in recommendation.to.iter().filter_map(|id| model.bodies.get(id)) {
                let at = |year: Year| state(audit, recommendation, body, day(year));
                let (before, after) = (at(from), at(to));
                if after == RecommendationState::NotMade || before == RecommendationState::Done {
                    continue;
                }
                let origin = body.responses.get(&audit.id).map_or(recommendation.origin, |response| response.origin);
                changes.push(RecommendationChange { audit, recommendation, body, before, after, origin });
            }
        }
    }
    changes
}

/// How a body had answered a recommendation on a day.
#[must_use]
pub fn state(audit: &Audit, recommendation: &Recommendation, body: &Body, day: Date) -> RecommendationState {
    match decided(&audit.colophon) {
        Some(made) if made > day => return RecommendationState::NotMade,
        Some(_) => {}
        // Whether it was made by then cannot be said.
        None => return RecommendationState::Unknown(Missing::Unknown),
    }
    if body.withheld_responses.contains(&audit.id) {
        return RecommendationState::Unknown(Missing::Withheld);
    }
    let Some(response) = body.responses.get(&audit.id) else { return RecommendationState::Unanswered };
    let planned = first(response, recommendation, day);
    let is_followed_up = response.follow_up.as_ref().is_some_and(|one| is_there(one, day) == Some(true));
    match (follow_up(response, recommendation, day), planned) {
        (Some(state), _) => state,
        (None, Some(RecommendationState::Planned)) if is_followed_up => RecommendationState::Silent,
        (None, planned) => planned.unwrap_or(RecommendationState::Unanswered),
    }
}

/// By the follow-up response, where it had been handed in and speaks of the recommendation.
fn follow_up(response: &Response, recommendation: &Recommendation, day: Date) -> Option<RecommendationState> {
    let written = response.follow_up.as_ref()?;
    match (answer(Some(written), recommendation)?, is_there(written, day)) {
        (_, Some(false)) | (Err(Missing::NotAnswered), _) => None,
        (Err(missing), _) => Some(RecommendationState::Unknown(missing)),
        (Ok(_), None) => Some(RecommendationState::Unknown(Missing::Unknown)),
        (Ok(taken), Some(true)) if taken.remains.is_some() || taken.action.is_none() => {
            Some(RecommendationState::Remains)
        }
        (Ok(_), Some(true)) => Some(RecommendationState::Done),
    }
}

fn first(response: &Response, recommendation: &Recommendation, day: Date) -> Option<RecommendationState> {
    match (answer(Some(&response.first), recommendation)?, is_there(&response.first, day)) {
        (_, Some(false)) | (Err(Missing::NotAnswered), _) => None,
        (Err(missing), _) => Some(RecommendationState::Unknown(missing)),
        (Ok(_), None) => Some(RecommendationState::Unknown(Missing::Unknown)),
        (Ok(_), Some(true)) => Some(RecommendationState::Planned),
    }
}

/// Whether a round had been handed in by a day; `None` when that is not known.
fn is_there<Answer>(written: &Result<Reply<Answer>, Missing>, day: Date) -> Option<bool> {
    let reply = written.as_ref().ok().filter(|reply| reply.colophon.counts())?;
    reply.handed_in.or_else(|| decided(&reply.colophon)).map(|handed_in| handed_in <= day)
}

/// The first day on which something was decided.
fn decided(colophon: &Colophon) -> Option<Date> {
    colophon.decisions.iter().filter_map(|decision| decision.date).min()
}

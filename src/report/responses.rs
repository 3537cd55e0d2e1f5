//! How the responses to audits stand, round by round, at the date of the report.

use jiff::civil::Date;

use crate::model::{
    Audit, BodyId, Missing, Model, PlannedAction, Recipient, Recommendation, Reply, Response, TakenAction,
};

/// One of the two rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// What is planned.
    First,
    /// What became of it.
    FollowUp,
}

impl Turn {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::First, Self::FollowUp];

    /// When it is due from a recipient.
    #[must_use]
    pub fn due(self, recipient: &Recipient) -> Option<Date> {
        match self {
            Self::First => recipient.first_due,
            Self::FollowUp => recipient.follow_up_due,
        }
    }
}

/// How a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnState {
    /// Handed in.
    HandedIn {
        /// When; `None` when that is not known.
        on: Option<Date>,
        /// Whether that was after the due date; `None` when one of the two days is not known.
        late: Option<bool>,
    },
    /// Whether and what was answered is not known.
    Unknown(Missing),
    /// Not handed in, and the day has passed.
    Overdue,
    /// Not handed in, and the day is still to come.
    Coming,
    /// Not handed in, and no day is said.
    NotAsked,
}

/// How a round of a recipient stands.
#[must_use]
pub fn state(model: &Model, audit: &Audit, recipient: &Recipient, turn: Turn) -> TurnState {
    let due = turn.due(recipient);
    let handed_in = |on: Option<Date>| {
        let late = on.zip(due).map(|(on, due)| on > due);
        TurnState::HandedIn { on, late }
    };
    let body = &model.bodies[&recipient.body];
    if body.withheld_responses.contains(&audit.id) {
        return TurnState::Unknown(Missing::Withheld);
    }
    let response = response(model, audit, &recipient.body);
    let written = match turn {
        Turn::First => response.map(|one| said(Some(&one.first))),
        Turn::FollowUp => response.map(|one| said(one.follow_up.as_ref())),
    };
    match written.flatten() {
        Some(Ok(on)) => handed_in(on),
        Some(Err(missing)) if missing != Missing::NotAnswered => TurnState::Unknown(missing),
        Some(Err(_)) | None => match due {
            Some(due) if due < model.municipality.report_date => TurnState::Overdue,
            Some(_) => TurnState::Coming,
            None => TurnState::NotAsked,
        },
    }
}

/// The groups in which responses that are asked for are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResponseGroup {
    /// Late.
    Overdue,
    /// Awaited.
    Coming,
    /// Handed in.
    HandedIn,
    /// Not known.
    Unknown,
}

impl ResponseGroup {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Coming, Self::HandedIn, Self::Unknown];
}

impl TurnState {
    /// The group in which it is counted; `None` of what nobody asks for.
    #[must_use]
    pub fn group(self) -> Option<ResponseGroup> {
        match self {
            Self::Overdue => Some(ResponseGroup::Overdue),
            Self::Coming => Some(ResponseGroup::Coming),
            Self::HandedIn { .. } => Some(ResponseGroup::HandedIn),
            Self::Unknown(_) => Some(ResponseGroup::Unknown),
            Self::NotAsked => None,
        }
    }
}

/// A response that an audit asks a recipient for.
pub type Asked<'m> = (&'m Audit, &'m Recipient, Turn);

/// Every response that all audits ask for, and in which group it is counted; by day, those without one last.
#[must_use]
pub fn asked(model: &Model) -> Vec<(Asked<'_>, ResponseGroup)> {
    let recipients = model.audits.values().flat_map(|audit| audit.recipients.iter().map(move |one| (audit, one)));
    let turns = recipients.flat_map(|(audit, one)| Turn::BOTH.into_iter().map(move |turn| (audit, one, turn)));
    let grouped = turns.filter_map(|one| Some((one, state(model, one.0, one.1, one.2).group()?)));
    let mut asked: Vec<_> = grouped.collect();
    asked.sort_by_key(|((_, recipient, turn), _)| (turn.due(recipient).is_none(), turn.due(recipient)));
    asked
}

/// When a round was handed in, or why that is not known; nothing of what nobody has written or adopted.
fn said<Answer>(written: Option<&Result<Reply<Answer>, Missing>>) -> Option<Result<Option<Date>, Missing>> {
    match written? {
        Ok(reply) if reply.colophon.counts() => Some(Ok(reply.handed_in)),
        Ok(_) => None,
        Err(missing) => Some(Err(*missing)),
    }
}

/// What a body has answered an audit.
#[must_use]
pub fn response<'m>(model: &'m Model, audit: &Audit, body: &BodyId) -> Option<&'m Response> {
    model.bodies.get(body)?.responses.get(&audit.id)
}

/// What is known of how a body has answered a recommendation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answered<'m> {
    /// Nothing is answered.
    Not,
    /// Whether or what was answered is not known; with what was planned, where that is.
    Unknown(Missing, Option<&'m PlannedAction>),
    /// Something is planned, and the follow-up is still to come.
    Planned(&'m PlannedAction),
    /// Something was planned, and the follow-up does not say a word of it.
    Silent(&'m PlannedAction),
    /// Something was done, and something remains; with what was planned, where that is known.
    Remains(&'m TakenAction, Option<&'m PlannedAction>),
    /// It is done.
    Done(&'m TakenAction, Option<&'m PlannedAction>),
}

impl<'m> Answered<'m> {
    /// What was planned, where that is known.
    #[must_use]
    pub fn planned(self) -> Option<&'m PlannedAction> {
        match self {
            Self::Not => None,
            Self::Planned(planned) | Self::Silent(planned) => Some(planned),
            Self::Unknown(_, planned) | Self::Remains(_, planned) | Self::Done(_, planned) => planned,
        }
    }

    /// Whether something may still be to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done(..))
    }
}

/// How a recommendation has been answered by a body to which it was put.
#[must_use]
pub fn answered<'m>(model: &'m Model, audit: &Audit, recommendation: &Recommendation, body: &BodyId) -> Answered<'m> {
    if model.bodies[body].withheld_responses.contains(&audit.id) {
        return Answered::Unknown(Missing::Withheld, None);
    }
    let Some(response) = response(model, audit, body) else { return Answered::Not };
    let first = answer(Some(&response.first), recommendation);
    let planned = first.and_then(Result::ok);
    match (answer(response.follow_up.as_ref(), recommendation), first) {
        (Some(Ok(taken)), _) if taken.remains.is_some() || taken.action.is_none() => Answered::Remains(taken, planned),
        (Some(Ok(taken)), _) => Answered::Done(taken, planned),
        (Some(Err(missing)), _) if missing != Missing::NotAnswered => Answered::Unknown(missing, planned),
        (None, Some(Ok(planned))) if is_handed_in(response.follow_up.as_ref()) => Answered::Silent(planned),
        (_, Some(Ok(planned))) => Answered::Planned(planned),
        (_, Some(Err(missing))) if missing != Missing::NotAnswered => Answered::Unknown(missing, None),
        (_, Some(Err(_)) | None) => Answered::Not,
    }
}

fn is_handed_in<Answer>(written: Option<&Result<Reply<Answer>, Missing>>) -> bool {
    matches!(said(written), Some(Ok(_)))
}

/// What a round says of a recommendation, or why that is not known; nothing of what nobody has written or adopted.
pub fn answer<'m, Answer>(
    written: Option<&'m Result<Reply<Answer>, Missing>>,
    recommendation: &Recommendation,
) -> Option<Result<&'m Answer, Missing>> {
    match written? {
        Ok(reply) if reply.colophon.counts() => {
            reply.answers.get(&recommendation.id).map(|answer| answer.as_ref().map_err(|missing| *missing))
        }
        Ok(_) => None,
        Err(missing) => Some(Err(*missing)),
    }
}

/// The audits that count.
pub fn counting(model: &Model) -> impl Iterator<Item = &Audit> {
    model.audits.values().filter(|audit| audit.colophon.counts())
}

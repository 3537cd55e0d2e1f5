//! How the responses to audits stand, round by round, at the date of the report.

use jiff::civil::Date;

use crate::model::{Audit, BodyId, Missing, Model, Recipient, Reply, Response};

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

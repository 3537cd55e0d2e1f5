//! Everything that was promised by a day, across bodies and years, and how it stands at the date of the report.

use jiff::civil::Date;

use super::Report;
use super::comparison::body::of_measure;
use super::comparison::commitment::{CommitmentHistory, histories};
use super::comparison::document::{Fate, Mention, fate_of_gone};
use super::measures::MeasureHistory;
use super::responses::{Answered, Turn, TurnState, answered, counting, state};
use crate::model::{
    Audit, Body, BodyYear, Deadline, Fulfilment, Missing, Model, PlannedAction, Progress, Recipient, Recommendation,
    Year,
};

/// What was promised.
#[derive(Debug, Clone)]
pub enum Promise<'r> {
    /// By the city, in the follow-up of a year.
    Commitment(CommitmentHistory<'r>),
    /// A measure, by a body.
    Measure(&'r MeasureHistory<'r>),
    /// A response to auditors, who have said when it is due.
    Response(&'r Audit, &'r Recipient, Turn),
    /// What a body answered a recommendation that it would do.
    Answer(&'r Audit, &'r Body, &'r Recommendation, &'r PlannedAction),
}

/// A promise with its day and how it stands.
#[derive(Debug, Clone)]
pub struct Promised<'r> {
    /// What was promised.
    pub promise: Promise<'r>,
    /// By when; `None` when no day was said.
    pub due: Option<Deadline>,
    /// How it stands.
    pub state: PromiseState,
}

/// How a promise stands at the date of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    /// Only proposed, so that it is no promise.
    Proposed,
    /// Still to be done, though its day has passed or it says itself that it is late.
    Overdue,
    /// Still to be done, and there is time left.
    Coming,
    /// Done.
    Kept {
        /// When; `None` when that is not known.
        on: Option<Date>,
        /// Whether that was after its day; `None` when that cannot be said.
        late: Option<bool>,
    },
    /// Given up.
    Dropped,
    /// Still to be done when last heard of; those who should have told more have said nothing.
    Silent,
    /// How it stands is not known.
    Unknown(Missing),
    /// Still to be done when its body ended.
    Ended,
}

/// The groups in which what was promised is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromiseGroup {
    /// Late.
    Overdue,
    /// Still to be done in time.
    Coming,
    /// Done.
    Kept,
    /// Given up.
    Dropped,
    /// Not mentioned where it should have been.
    Silent,
    /// Not known.
    Unknown,
    /// Not done when its body ended.
    Ended,
    /// Only proposed, and promised by nobody.
    Proposed,
}

impl PromiseGroup {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Overdue,
        Self::Coming,
        Self::Kept,
        Self::Dropped,
        Self::Silent,
        Self::Unknown,
        Self::Ended,
        Self::Proposed,
    ];
}

impl PromiseState {
    /// The group in which it is counted.
    #[must_use]
    pub fn group(self) -> PromiseGroup {
        match self {
            Self::Overdue => PromiseGroup::Overdue,
            Self::Coming => PromiseGroup::Coming,
            Self::Kept { .. } => PromiseGroup::Kept,
            Self::Dropped => PromiseGroup::Dropped,
            Self::Silent => PromiseGroup::Silent,
            Self::Unknown(_) => PromiseGroup::Unknown,
            Self::Ended => PromiseGroup::Ended,
            Self::Proposed => PromiseGroup::Proposed,
        }
    }
}

/// Every promise that has a day, and those without one that are late, given up or silent; by day, those without one last.
#[must_use]
pub fn all<'r>(report: &'r Report<'r>) -> Vec<Promised<'r>> {
    let (model, at) = (report.model, report.model.municipality.report_date);
    let mut all: Vec<Promised<'r>> =
        histories(model).into_iter().map(|history| commitment(model, history, at)).collect();
    all.extend(report.measures.iter().map(|history| measure(model, history, at)).filter(is_told));
    for audit in counting(model) {
        for recipient in &audit.recipients {
            all.extend(Turn::BOTH.into_iter().filter_map(|turn| response(model, audit, recipient, turn)));
            let body = &model.bodies[&recipient.body];
            let answers = audit.put_to(&body.id).filter_map(|one| answer(model, audit, body, one, at));
            all.extend(answers.filter(is_told));
        }
    }
    all.sort_by_key(|one| (one.due.is_none(), one.due.map(Deadline::last_day)));
    all
}

/// What has no day is told when it is late, given up or silent all the same.
fn is_told(one: &Promised<'_>) -> bool {
    match one.state {
        PromiseState::Overdue | PromiseState::Dropped | PromiseState::Silent => true,
        PromiseState::Proposed
        | PromiseState::Coming
        | PromiseState::Kept { .. }
        | PromiseState::Unknown(_)
        | PromiseState::Ended => one.due.is_some(),
    }
}

fn by_day(due: Option<Date>, at: Date) -> PromiseState {
    if due.is_some_and(|due| due < at) { PromiseState::Overdue } else { PromiseState::Coming }
}

fn commitment<'r>(model: &Model, history: CommitmentHistory<'r>, at: Date) -> Promised<'r> {
    let due = history.due();
    let state = match history.standing() {
        Fulfilment::Kept { on, .. } => PromiseState::Kept { on: Some(*on), late: Some(*on > due.last_day()) },
        Fulfilment::Dropped { .. } => PromiseState::Dropped,
        Fulfilment::Proposed => PromiseState::Proposed,
        Fulfilment::Open if history.is_silent(model) => PromiseState::Silent,
        Fulfilment::Open => by_day(Some(due.last_day()), at),
    };
    Promised { promise: Promise::Commitment(history), due: Some(due), state }
}

fn measure<'r>(model: &Model, history: &'r MeasureHistory<'r>, at: Date) -> Promised<'r> {
    let latest = history.latest();
    let state = match latest.progress {
        Progress::Done => {
            PromiseState::Kept { on: latest.finished, late: latest.finished.zip(latest.due).map(|(on, due)| on > due) }
        }
        Progress::Dropped => PromiseState::Dropped,
        Progress::NotStarted | Progress::UnderWay | Progress::Late => {
            if is_silent(model, history) {
                PromiseState::Silent
            } else if history.body.until.is_some_and(|until| until < at) {
                PromiseState::Ended
            } else if history.is_overdue(at) {
                PromiseState::Overdue
            } else {
                PromiseState::Coming
            }
        }
    };
    Promised { promise: Promise::Measure(history), due: latest.due.map(Deadline::Day), state }
}

/// Whether the body has written of a later year that is followed up, and neither it nor a successor mentions the measure.
fn is_silent(model: &Model, history: &MeasureHistory<'_>) -> bool {
    let (body, latest) = (history.body, history.latest());
    let last = latest.period.year;
    let of_year = |of_year: &BodyYear| of_year.measures.iter().any(|one| one.id == latest.id);
    let carried_on = |heir: &Body| heir.years.range(last..).any(|(_, written)| of_year(written));
    if body.successors.iter().any(|id| carried_on(&model.bodies[id])) {
        return false;
    }
    let at = |year: Year| body.years.get(&year).map_or(Mention::Nothing, |of_year| of_measure(of_year, &latest.id));
    let later = body.years.keys().filter(|year| **year > last && model.municipality.span.contains(**year));
    later.into_iter().any(|year: &Year| matches!(fate_of_gone(body, (last, *year), &at), Fate::Silent(_)))
}

fn response<'r>(model: &Model, audit: &'r Audit, recipient: &'r Recipient, turn: Turn) -> Option<Promised<'r>> {
    let state = match state(model, audit, recipient, turn) {
        TurnState::HandedIn { on, late } => PromiseState::Kept { on, late },
        TurnState::Unknown(missing) => PromiseState::Unknown(missing),
        TurnState::Overdue => PromiseState::Overdue,
        TurnState::Coming => PromiseState::Coming,
        TurnState::NotAsked => return None,
    };
    let due = Some(Deadline::Day(turn.due(recipient)?));
    Some(Promised { promise: Promise::Response(audit, recipient, turn), due, state })
}

fn answer<'r>(
    model: &'r Model,
    audit: &'r Audit,
    body: &'r Body,
    recommendation: &'r Recommendation,
    at: Date,
) -> Option<Promised<'r>> {
    let answered = answered(model, audit, recommendation, &body.id);
    let planned = answered.planned()?;
    let state = match answered {
        Answered::Done(..) => PromiseState::Kept { on: None, late: None },
        Answered::Silent(_) => PromiseState::Silent,
        Answered::Unknown(missing, _) => PromiseState::Unknown(missing),
        Answered::Planned(_) | Answered::Remains(..) | Answered::Not => by_day(planned.due, at),
    };
    let due = planned.due.map(Deadline::Day);
    Some(Promised { promise: Promise::Answer(audit, body, recommendation, planned), due, state })
}

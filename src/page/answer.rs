//! How responses to auditors stand, in words and in cells; and the ways to what they name.

use super::frame::Entry;
use super::{Cell, address};
use crate::language::date;
use crate::model::{Audit, Body, MeasureId, Model, Recipient, Recommendation};
use crate::report::responses::{Answered, Turn, TurnState, state};

/// A round in a word.
pub fn turn(turn: Turn) -> &'static str {
    match turn {
        Turn::First => "Första yttrandet",
        Turn::FollowUp => "Uppföljande yttrandet",
    }
}

/// How a round stands.
pub fn turn_state(model: &Model, audit: &Audit, recipient: &Recipient, turn: Turn) -> Cell {
    match state(model, audit, recipient, turn) {
        TurnState::HandedIn { on, late } => {
            let words = match late {
                Some(true) => "lämnat för sent",
                Some(false) => "lämnat i tid",
                None => "lämnat",
            };
            let day = on.map_or_else(|| "dagen är inte känd".to_owned(), date::long);
            let class = if late == Some(true) { "progress-late" } else { "progress-done" };
            Cell { class: Some(class), ..Cell::text(words) }.note(Some(day))
        }
        TurnState::Unknown(missing) => Cell::missing(missing),
        TurnState::Overdue => Cell { class: Some("progress-late"), ..Cell::text("inte lämnat, dagen har passerat") },
        TurnState::Coming => Cell { class: Some("progress-not-started"), ..Cell::text("väntas") },
        TurnState::NotAsked => Cell { class: Some("missing"), ..Cell::text("ingen dag angiven") },
    }
}

/// The due date of a round.
pub fn due(recipient: &Recipient, turn: Turn) -> Cell {
    turn.due(recipient).map_or_else(
        || Cell { class: Some("missing"), ..Cell::text("ingen dag angiven") },
        |day| Cell::text(date::long(day)),
    )
}

/// How far an answer to a recommendation has come.
pub fn progress(answered: Answered<'_>) -> Cell {
    let (class, words) = match answered {
        Answered::Not => ("missing", "ej besvarat"),
        Answered::Unknown(missing, _) => ("missing", missing.words()),
        Answered::Planned(_) => ("progress-under-way", "planerat"),
        Answered::Silent(_) => ("progress-late", "planerat, men nämns inte i det uppföljande yttrandet"),
        Answered::Remains(..) => ("progress-under-way", "något återstår"),
        Answered::Done(taken, _) if taken.effect.is_none() => ("progress-done", "genomfört, effekten är inte angiven"),
        Answered::Done(..) => ("progress-done", "genomfört"),
    };
    Cell { class: Some(class), ..Cell::text(words) }
}

/// A recommendation with its wording, as it stands in a table.
pub fn recommendation(audit: &Audit, recommendation: &Recommendation) -> Cell {
    let text = recommendation.text.clone().unwrap_or_else(|missing| missing.words().to_owned());
    Cell::link(format!("{} {text}", recommendation.id), anchor(audit, recommendation))
}

/// Where a recommendation stands.
pub fn anchor(audit: &Audit, recommendation: &Recommendation) -> String {
    format!("{}#{}", address::audit(&audit.id), anchor_id(recommendation))
}

/// The name of its place on the page.
pub fn anchor_id(recommendation: &Recommendation) -> String {
    format!("rekommendation-{}", recommendation.id.as_str().to_ascii_lowercase())
}

/// The latest document of each measure; those of which nothing is published have none.
pub fn measures(body: &Body, ids: &[MeasureId]) -> Vec<Entry> {
    let latest = |id: &MeasureId| {
        let (year, measure) =
            body.years.iter().rev().find_map(|(year, of_year)| {
                Some((*year, of_year.measures.iter().find(|measure| measure.id == *id)?))
            })?;
        let address = address::body_year(&body.id, year);
        Some(Entry::new(format!("{} ({year})", measure.title), format!("{address}#atgard-{id}")))
    };
    ids.iter().filter_map(latest).collect()
}

/// Where a round was written, or where it was asked for.
pub fn origin(model: &Model, audit: &Audit, recipient: &Recipient, turn: Turn) -> crate::source::Origin {
    let Some(response) = crate::report::responses::response(model, audit, &recipient.body) else {
        return recipient.origin;
    };
    let written = match turn {
        Turn::First => response.first.as_ref().ok().map(|reply| reply.origin),
        Turn::FollowUp => response.follow_up.as_ref().and_then(|reply| Some(reply.as_ref().ok()?.origin)),
    };
    written.unwrap_or(recipient.origin)
}

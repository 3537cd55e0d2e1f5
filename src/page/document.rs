//! The facts about a document as a reader gets them: status, decisions, corrections, source.

use serde::Serialize;

use super::{Trace, trace};
use crate::language::date;
use crate::model::{Colophon, Decision, Model, Status};
use crate::source::Origin;

/// The facts about a document.
#[derive(Debug, Serialize)]
pub struct Facts {
    /// How far it has come, in words; `None` when that is not known.
    status: Option<&'static str>,
    /// Whether it is a draft.
    draft: bool,
    /// The decisions in words.
    decisions: Vec<String>,
    /// The corrections in words.
    corrections: Vec<String>,
    responsible: Option<String>,
    note: Option<String>,
    source: Option<String>,
    trace: Trace,
}

/// Puts a document's facts into words.
pub fn facts(model: &Model, colophon: &Colophon, origin: Origin) -> Facts {
    let correction =
        |correction: &crate::model::Correction| format!("{}: {}", date::long(correction.date), correction.text);
    Facts {
        status: colophon.status.map(|status| match status {
            Status::Draft => "Utkast, inte beslutat",
            Status::Adopted => "Beslutat",
            Status::Corrected => "Beslutat och därefter rättat",
        }),
        draft: colophon.status == Some(Status::Draft),
        decisions: decisions(colophon),
        corrections: colophon.corrections.iter().map(correction).collect(),
        responsible: colophon.responsible.clone(),
        note: colophon.note.clone(),
        source: colophon.source.clone(),
        trace: trace::to(model, origin),
    }
}

/// The decisions about a document in words, in order.
pub fn decisions(colophon: &Colophon) -> Vec<String> {
    colophon.decisions.iter().map(decision).collect()
}

/// A decision in words.
pub fn decision(decision: &Decision) -> String {
    let section =
        decision.section.as_ref().map(|section| format!("§\u{a0}{}", section.trim_start_matches(['§', ' ', '\u{a0}'])));
    let parts = [decision.body.clone(), decision.date.map(date::long), section, decision.registry_number.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

//! The form for responses to an audit, in the order that the auditors ask for, with empty lines to write on.

use serde::Serialize;

use super::frame::Entry;
use super::{Page, address, answer, page};
use crate::model::{Audit, Recommendation};
use crate::report::Report;
use crate::report::responses::Turn;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    audit: Entry,
    registry_number: Option<String>,
    /// What is said of the wording of findings and recommendations, and where it is from.
    note: Option<String>,
    source: Option<String>,
    forms: Vec<Form>,
}

/// A round of a recipient.
#[derive(Debug, Serialize)]
struct Form {
    body: String,
    title: &'static str,
    due: String,
    /// What is answered point by point: what it is, its words, and what is to be said of it.
    points: Vec<Point>,
}

#[derive(Debug, Serialize)]
struct Point {
    kind: &'static str,
    text: String,
    parts: &'static [&'static str],
}

/// What the auditors ask for in each round, of each of their assessments and recommendations.
fn parts(turn: Turn) -> &'static [&'static str] {
    match turn {
        Turn::First => &["Planerade åtgärder", "Förväntad effekt", "Klart senast"],
        Turn::FollowUp => &["Vidtagna åtgärder under perioden", "Effekt", "Vad som återstår"],
    }
}

/// Composes the form of an audit.
pub fn compose(report: &Report<'_>, audit: &Audit) -> Page {
    let forms = audit.recipients.iter().flat_map(|recipient| {
        Turn::BOTH.into_iter().map(move |turn| {
            let found = recipient.findings.iter().map(|one| ("Iakttagelse", one.clone()));
            let text = |one: &Recommendation| {
                let text = one.text.clone().unwrap_or_else(|missing| format!("({})", missing.words()));
                ("Rekommendation", format!("{} {text}", one.id))
            };
            let mut points: Vec<_> = found.chain(audit.put_to(&recipient.body).map(text)).collect();
            if audit.known_recommendations().is_empty() {
                points.push(("Rekommendation", "Skriv av rekommendationen här".to_owned()));
            }
            let point = |(kind, text)| Point { kind, text, parts: parts(turn) };
            Form {
                body: report.model.bodies[&recipient.body].name.clone(),
                title: answer::turn(turn),
                due: answer::due(recipient, turn).text,
                points: points.into_iter().map(point).collect(),
            }
        })
    });
    let view = View {
        audit: Entry::new(&audit.title, address::audit(&audit.id)),
        registry_number: audit.registry_number.clone(),
        note: audit.colophon.note.clone(),
        source: audit.colophon.source.clone(),
        forms: forms.collect(),
    };
    let crumbs = vec![
        Entry::new("Överblick", address::START),
        Entry::new("Revision", address::AUDITS),
        Entry::new(&audit.title, address::audit(&audit.id)),
    ];
    let (path, title) = (address::response_form(&audit.id), audit.response_form_title());
    page(path, title, address::MEASURES, crumbs, super::View::ResponseForm(view))
}

//! A body's own texts of two years, section by section.

use serde::Serialize;

use super::text;
use crate::language::list;
use crate::model::{BodyReport, TitledProse};
use crate::page::{Trace, trace};
use crate::report::comparison::pair::pairs;
use crate::report::comparison::{BodyComparison, Comparison, Pair};

/// The text for a year or a tertial.
#[derive(Debug, Serialize)]
pub struct View {
    title: String,
    /// Why there is nothing to lay beside each other, or which sections stand as they did.
    what: Option<String>,
    sections: Vec<Section>,
    traces: Vec<Trace>,
}

impl View {
    /// Whether some section is told as one text of both years.
    pub fn has_signs(&self) -> bool {
        self.sections.iter().any(|section| section.text.has_signs())
    }
}

#[derive(Debug, Serialize)]
struct Section {
    title: String,
    text: text::View,
}

/// The texts of a body, that for the whole year first.
pub fn compose(compared: &Comparison<'_>, body: &BodyComparison<'_>, path: &str) -> Vec<View> {
    body.reports.iter().map(|change| view(compared, change.documents, path)).collect()
}

fn view(compared: &Comparison<'_>, reports: Pair<&BodyReport>, path: &str) -> View {
    let (before, after) = (compared.sides.before, compared.sides.after);
    let title = match reports.latest().period.tertial {
        Some(tertial) => format!("Rapporten för tertial {tertial}"),
        None => "Rapporten för hela året".to_owned(),
    };
    let there = [reports.before().map(|one| (before, one)), reports.after().map(|one| (after, one))];
    let traces = there.into_iter().flatten().map(|(side, one)| trace::to(side.report.model, one.origin)).collect();
    let (what, sections) = match reports {
        Pair::Gone(_) => (Some(format!("Finns bara för {}.", before.year)), Vec::new()),
        Pair::New(_) => (Some(format!("Finns bara för {}.", after.year)), Vec::new()),
        Pair::Both(old, new) => sections(compared, (&old.text, &new.text), path),
    };
    View { title, what, sections, traces }
}

/// The sections that are not the same, and in a sentence those that are.
fn sections(
    compared: &Comparison<'_>,
    texts: (&TitledProse, &TitledProse),
    path: &str,
) -> (Option<String>, Vec<Section>) {
    let (before, after) = (compared.sides.before, compared.sides.after);
    let parts = |text: &'_ TitledProse| -> Vec<(String, crate::prose::Prose)> {
        let lead = (!text.lead.blocks.is_empty()).then(|| ("Inledning".to_owned(), text.lead.clone()));
        let written = text.sections.iter().filter_map(|(title, section)| Some((title.clone(), section.clone()?)));
        lead.into_iter().chain(written).collect()
    };
    let (old, new) = (parts(texts.0), parts(texts.1));
    let mut same = Vec::new();
    let mut sections = Vec::new();
    for pair in pairs(&old, &new, |part| part.0.clone()) {
        let title = pair.latest().0.clone();
        let text = match pair {
            Pair::Both((_, old), (_, new)) => text::compare(compared, (old, new), path, 4),
            Pair::New((_, new)) => {
                text::one_sided(after, format!("Nytt avsnitt. Det fanns inte {}.", before.year), new, path, 4)
            }
            Pair::Gone((_, old)) => {
                text::one_sided(before, format!("Avsnittet finns inte {}.", after.year), old, path, 4)
            }
        };
        if text.is_same() { same.push(title) } else { sections.push(Section { title, text }) }
    }
    let what = match (same.is_empty(), sections.is_empty()) {
        (true, _) => None,
        (false, true) => Some(format!("Oförändrad sedan {}.", before.year)),
        (false, false) => Some(format!("Oförändrat sedan {}: {}.", before.year, list::joined(&same))),
    };
    (what, sections)
}

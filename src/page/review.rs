//! A review in full, as it stands in a body's report.

use serde::Serialize;

use super::document::{Facts, facts};
use super::frame::Entry;
use super::measure::{RiskView, SampleView, SurveyView, asked, drawn, progress_class, sketch};
use super::text::{Text, text};
use super::{Cell, Table, heat, plan};
use crate::language::date;
use crate::model::{Body, BodyYear, Model, Rating, Review, Year};
use crate::report::plans::Item;

/// A review.
#[derive(Debug, Serialize)]
pub struct View {
    id: String,
    title: String,
    risk: Option<RiskView>,
    /// The risks of the plan that led to it.
    planned: Vec<Entry>,
    period: String,
    progress: &'static str,
    progress_class: &'static str,
    progress_note: Option<String>,
    due: Option<String>,
    /// Rows of purpose, scope and method, where they are written.
    frame: Vec<(&'static str, String)>,
    verdict: Option<Cell>,
    previous: Option<String>,
    /// Measures that came of it.
    led_to: Vec<Entry>,
    surveys: Vec<SurveyView>,
    samples: Vec<SampleView>,
    text: Text,
    facts: Facts,
}

impl View {
    /// The tables of its samples.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.samples.iter().map(SampleView::table)
    }
}

/// Composes a review for the page at a path.
pub fn compose(model: &Model, (body, of_year): (&Body, &BodyYear), review: &Review, path: &str) -> View {
    let is_it = |item: Item<'_>| matches!(item, Item::Review(one) if one.id == review.id);
    let planned = plan::risks_of(of_year, is_it, path);
    // The plan says it better where it has the risk itself.
    let told = review.risk.as_ref().filter(|_| review.planned_risk.is_none() || planned.is_empty());
    let frame = [
        ("Syfte", &review.purpose),
        ("Områden och rutiner", &review.areas),
        ("Omfattning", &review.scope),
        ("Metod", &review.method),
    ];
    let frame = frame.into_iter().filter_map(|(name, text)| Some((name, text.clone()?)));
    let verdict =
        review.verdict.as_ref().map(|verdict| heat::cell(&model.scales[&verdict.scale], Rating::Level(verdict.level)));
    View {
        id: format!("granskning-{}", review.id),
        title: review.title.clone(),
        risk: told.map(sketch),
        planned,
        period: review.period.to_string(),
        progress: review.progress.words(),
        progress_class: progress_class(review.progress),
        progress_note: review.progress_note.clone(),
        due: review.due.map(date::long),
        frame: frame.collect(),
        verdict,
        previous: review.previous.as_ref().map(|previous| {
            let comparable = match previous.comparable {
                Some(true) => " Resultatet kan jämföras med årets.",
                Some(false) => " Resultatet kan inte jämföras med årets.",
                None => "",
            };
            let note = previous.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
            format!("Förra omgången gjordes {}.{comparable}{note}", previous.year)
        }),
        led_to: review.led_to.iter().filter_map(|id| led_to(body, review.period.year, id)).collect(),
        surveys: review.surveys.iter().map(|survey| asked(model, survey)).collect(),
        samples: drawn(model, &review.samples, path, &format!("granskning-{}", review.id)),
        text: text(model, &review.text, 4, path),
        facts: facts(model, &review.colophon, review.origin),
    }
}

/// The first document of a measure from a year on; `None` when that is not published.
pub fn led_to(body: &Body, from: Year, id: &crate::model::MeasureId) -> Option<Entry> {
    let (year, of_year) =
        body.years.range(from..).find(|(_, of_year)| of_year.measures.iter().any(|measure| measure.id == *id))?;
    let measure = of_year.measures.iter().find(|measure| measure.id == *id)?;
    let address = super::address::body_year(&body.id, *year);
    Some(Entry::new(format!("{} ({year})", measure.title), format!("{address}#atgard-{id}")))
}

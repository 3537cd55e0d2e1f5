//! A measure in full, as it stands in a body's report; and risks, surveys and samples, which reviews have as well.

use serde::Serialize;

use super::document::{Facts, facts};
use super::frame::Entry;
use super::text::{Text, text};
use super::{Cell, Column, Row, Table, effect, plan, trace, wording};
use crate::language::{date, number};
use crate::model::{Body, BodyYear, Measure, Model, Progress, Replies, Risk, Sample, Survey};
use crate::report::plans::Item;

/// A measure.
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
    overdue: bool,
    finished: Option<String>,
    wished_effect: Option<String>,
    reached_effect: Option<String>,
    /// What other years tell of its effect.
    effects: effect::View,
    surveys: Vec<SurveyView>,
    samples: Vec<SampleView>,
    text: Text,
    facts: Facts,
}

/// A risk.
#[derive(Debug, Serialize)]
pub struct RiskView {
    name: String,
    cause: Option<String>,
    consequence: Option<String>,
}

/// A survey.
#[derive(Debug, Serialize)]
pub struct SurveyView {
    /// `Enkäten gick till 98 … 54 svarade, 55 procent.`
    sentence: String,
    note: Option<String>,
    source: Option<String>,
    trace: super::Trace,
}

/// A sample.
#[derive(Debug, Serialize)]
pub struct SampleView {
    /// How many deviate, where that is judged.
    deviation: Option<String>,
    note: Option<String>,
    source: Option<String>,
    table: Table,
}

impl View {
    /// The tables of its samples.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.samples.iter().map(|sample| &sample.table)
    }
}

impl SampleView {
    /// The sample's table.
    pub fn table(&self) -> &Table {
        &self.table
    }
}

/// Composes a measure for the page at a path.
pub fn compose(model: &Model, (body, of_year): (&Body, &BodyYear), measure: &Measure, path: &str) -> View {
    let is_it = |item: Item<'_>| matches!(item, Item::Measure(one) if one.id == measure.id);
    let planned = plan::risks_of(of_year, is_it, path);
    // The plan says it better where it has the risk itself.
    let told = measure.risk.as_ref().filter(|_| measure.planned_risk.is_none() || planned.is_empty());
    View {
        id: format!("atgard-{}", measure.id),
        title: measure.title.clone(),
        risk: told.map(sketch),
        planned,
        period: measure.period.to_string(),
        progress: measure.progress.words(),
        progress_class: progress_class(measure.progress),
        progress_note: measure.progress_note.clone(),
        due: measure.due.map(date::long),
        overdue: measure.is_past_due(model.municipality.report_date),
        finished: measure.finished.map(date::long),
        wished_effect: measure.wished_effect.clone(),
        reached_effect: measure.reached_effect.clone(),
        effects: effect::compose(body, measure),
        surveys: measure.surveys.iter().map(|survey| asked(model, survey)).collect(),
        samples: drawn(model, &measure.samples, path, &format!("atgard-{}", measure.id)),
        text: text(model, &measure.text, 4, path),
        facts: facts(model, &measure.colophon, measure.origin),
    }
}

/// How far something has come, with whose word that is where it is said.
pub fn progress_cell(progress: Progress, note: Option<&String>) -> Cell {
    let note = note.map(|note| wording::uncapitalized(note.trim_end_matches('.')));
    Cell { class: Some(progress_class(progress)), ..Cell::text(progress.words()) }.note(note)
}

/// The class of a progress, which gives it its mark.
pub fn progress_class(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "progress-not-started",
        Progress::UnderWay => "progress-under-way",
        Progress::Done => "progress-done",
        Progress::Late => "progress-late",
        Progress::Dropped => "progress-dropped",
    }
}

/// A risk in words.
pub fn sketch(risk: &Risk) -> RiskView {
    RiskView { name: risk.name.clone(), cause: risk.cause.clone(), consequence: risk.consequence.clone() }
}

/// A survey in words.
pub fn asked(model: &Model, survey: &Survey) -> SurveyView {
    let told = match survey.replies {
        Replies::Counted { sent: 0, answered } => format!("skickad till 0, besvarad av {answered}"),
        Replies::Counted { sent, answered } => format!(
            "skickad till {}, besvarad av {}, en svarsfrekvens på {}",
            number::integer(i64::from(sent)),
            number::integer(i64::from(answered)),
            number::percent(u64::from(answered), u64::from(sent)),
        ),
        Replies::Rate(rate) => {
            let rate = wording::plain(rate);
            format!(
                "svarsfrekvensen anges till {rate} procent. Hur många som fick enkäten och hur många som svarade är inte angivet"
            )
        }
    };
    SurveyView {
        sentence: format!("Enkät till {}: {told}.", wording::uncapitalized(&survey.to)),
        note: survey.remarks.note.clone(),
        source: survey.remarks.source.clone(),
        trace: trace::to(model, survey.origin),
    }
}

/// Samples as tables: part, count, share of the whole.
pub fn drawn(model: &Model, samples: &[Sample], path: &str, id: &str) -> Vec<SampleView> {
    samples
        .iter()
        .enumerate()
        .map(|(at, sample)| one_drawn(model, sample, path, &format!("{id}_stickprov_{}", at + 1)))
        .collect()
}

fn one_drawn(model: &Model, sample: &Sample, path: &str, id: &str) -> SampleView {
    let whole = u64::from(sample.drawn);
    let judged = sample.deviating().is_some();
    let rows = sample.parts.iter().map(|part| {
        let header = Cell::text(wording::capitalized(&part.name)).note(part.reason.clone());
        let mut cells = vec![
            Cell::figure(number::integer(i64::from(part.count))),
            Cell::figure(number::percent_sign(u64::from(part.count), whole)),
        ];
        if judged {
            cells.push(Cell::text(match part.deviates {
                Some(true) => "avvikelse",
                Some(false) => "ingen avvikelse",
                None => "inte bedömt",
            }));
        }
        Row { header, cells }
    });
    let mut rows: Vec<_> = rows.collect();
    let mut sum =
        vec![Cell::figure(number::integer(i64::from(sample.drawn))), Cell::figure(number::percent_sign(whole, whole))];
    if judged {
        sum.push(Cell::text("hela stickprovet"));
    }
    rows.push(Row { header: Cell::text("Summa"), cells: sum });
    let mut columns =
        vec![Column::words("Utfall"), Column::figures(format!("Antal {}", sample.unit)), Column::figures("Andel")];
    if judged {
        columns.push(Column::words("Bedömning"));
    }
    let caption =
        format!("{}: {} {}", wording::capitalized(&sample.name), number::integer(i64::from(sample.drawn)), sample.unit);
    let deviation = sample.deviating().map(|(deviating, judged)| {
        let rest = sample.drawn - judged;
        let unjudged =
            if rest == 0 { String::new() } else { format!(" {} bedömdes inte.", number::integer(i64::from(rest))) };
        format!(
            "{} av {} bedömda {} avvek, {}.{unjudged}",
            number::integer(i64::from(deviating)),
            number::integer(i64::from(judged)),
            sample.unit,
            number::percent(u64::from(deviating), u64::from(judged)),
        )
    });
    SampleView {
        deviation,
        note: sample.remarks.note.clone(),
        source: sample.remarks.source.clone(),
        table: Table::new(path, id, caption, columns, rows, vec![trace::to(model, sample.origin)]),
    }
}

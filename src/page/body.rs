//! A body through the years: its trend, its years, its figures, its measures and reviews.

use std::collections::BTreeSet;

use serde::Serialize;

use super::comparison::Compared;
use super::frame::Entry;
use super::{
    Cell, Column, Figure, Page, Parts, Row, Table, Trace, address, body_audits, charting, heat, page, plan, trace,
    wording,
};
use crate::chart;
use crate::model::{Body, Missing, Rating, Year};
use crate::report::{Report, distribution};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    kind: String,
    description: Option<String>,
    departments: Vec<String>,
    lifetime: Option<String>,
    predecessors: Vec<Entry>,
    successors: Vec<Entry>,
    note: Option<String>,
    source: Option<String>,
    trace: Trace,
    /// This year against last, in a sentence.
    summary: String,
    /// What is not there, and where it would come from.
    empty: Option<String>,
    trend: Option<Figure>,
    levels: Option<Figure>,
    years: Option<Table>,
    /// The comparison of the first and the last year.
    whole: Option<Entry>,
    indicators: Vec<Figure>,
    risks: Option<Table>,
    measures: Option<Table>,
    reviews: Option<Table>,
    /// What auditors have asked it.
    responses: Option<Table>,
    recommendations: Option<Table>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (
            self.trend.iter().chain(&self.levels).chain(&self.indicators).collect(),
            self.years
                .iter()
                .chain(&self.risks)
                .chain(&self.measures)
                .chain(&self.reviews)
                .chain(&self.responses)
                .chain(&self.recommendations)
                .collect(),
        )
    }
}

/// Composes the page of a body.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, body: &Body) -> Page {
    let path = address::body(&body.id);
    let set = report.main_set();
    let series = &set.bodies[&body.id];
    let has_results = series.last().is_some();
    let entry = |id: &crate::model::BodyId| Entry::new(&report.model.bodies[id].name, address::body(id));
    let view = View {
        kind: wording::capitalized(body.kind.words()),
        description: body.description.clone(),
        departments: body.departments.clone(),
        lifetime: wording::lifetime(body),
        predecessors: body.predecessors.iter().map(entry).collect(),
        successors: body.successors.iter().map(entry).collect(),
        note: body.remarks.note.clone(),
        source: body.remarks.source.clone(),
        trace: trace::to(report.model, body.origin),
        summary: summary(report, body),
        empty: (!has_results).then(|| empty(report, body)),
        trend: has_results.then(|| trend(report, body, &path)),
        levels: has_results.then(|| levels(report, body, &path)),
        years: years(report, all, body, &path),
        whole: whole(report, all, body),
        indicators: indicators(report, body, &path),
        risks: plan::through_years(report, body, &path),
        measures: measures(report, body, &path),
        reviews: reviews(report, body, &path),
        responses: body_audits::responses(report, body, &path),
        recommendations: body_audits::open_recommendations(report, body, &path),
    };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Nämnder och bolag", address::BODIES)];
    page(path, &body.name, address::BODIES, crumbs, super::View::Body(Box::new(view)))
}

fn summary(report: &Report<'_>, body: &Body) -> String {
    let set = report.main_set();
    let series = &set.bodies[&body.id];
    let best = set.scale.best_name();
    series.last().map(|last| wording::share_since(series, last.year, &best)).unwrap_or_default()
}

fn empty(report: &Report<'_>, body: &Body) -> String {
    let span = report.model.municipality.span;
    let points = &report.main_set().bodies[&body.id].points;
    let reasons: BTreeSet<_> = points.iter().filter_map(|point| point.value.missing()).collect();
    let reasons: Vec<_> = reasons.into_iter().filter(|reason| *reason != Missing::BodyAbsent).collect();
    let why = match reasons.as_slice() {
        [Missing::NotPublished] => format!("Inga svar på självskattningen är publicerade för {}", body.name),
        [reason] => format!("Inga bedömningar visas för {}: svaren {}", body.name, wording::answers_are(*reason)),
        [] | [_, ..] => format!("Inga bedömningar finns för {}", body.name),
    };
    format!(
        "{why}, {}. Här skulle organets egna svar visas, år för år.",
        crate::language::date::years(span.first.0, span.last.0),
    )
}

fn trend(report: &Report<'_>, body: &Body, path: &str) -> Figure {
    let set = report.main_set();
    let points = charting::points(&set.bodies[&body.id]);
    let value = chart::Trend {
        id: "trend".into(),
        subject: body.name.clone(),
        what: charting::what(set.scale),
        answering: chart::Answering::Statements,
        points,
    };
    Figure::new(path, &chart::trend(&value), assessment_traces(report, body)).noted(wording::changed(
        set.set,
        &set.bodies[&body.id],
        report.model.municipality.span.last,
    ))
}

fn levels(report: &Report<'_>, body: &Body, path: &str) -> Figure {
    let set = report.main_set();
    let outcome = |year: &Year| match set.years[year].bodies.get(&body.id) {
        Some(Ok(found)) => charting::computed(found, (found.answered(), found.asked())),
        Some(Err(missing)) => chart::Outcome::Missing { reason: missing.words().to_owned() },
        None => chart::Outcome::Missing { reason: Missing::BodyAbsent.words().to_owned() },
    };
    let years = set
        .years
        .keys()
        .map(|year| chart::LevelsYear { year: year.0, outcome: outcome(year), break_before: None })
        .collect();
    let value = chart::LevelsByYear {
        id: "nivaer".into(),
        subject: body.name.clone(),
        unit: charting::UNIT.into(),
        answering: chart::Answering::Statements,
        levels: charting::levels(set),
        in_focus: 1,
        years,
    };
    Figure::new(path, &chart::levels_by_year(&value), assessment_traces(report, body))
}

/// The answers that stand behind the body's shares.
fn assessment_traces(report: &Report<'_>, body: &Body) -> Vec<Trace> {
    let set = report.main_set();
    let counted = set.years.keys().filter_map(|year| distribution::counted(report.model, set.set, &body.id, *year));
    counted.map(|assessment| trace::to(report.model, assessment.origin)).collect()
}

/// The body in the first and the last year of the report, where they are not neighbours.
fn whole(report: &Report<'_>, all: &Compared<'_>, body: &Body) -> Option<Entry> {
    let span = report.model.municipality.span;
    let address = all.page_of(span.first, span.last, &body.id).filter(|_| span.first < span.last.before())?;
    Some(Entry::new(format!("Jämför {} och {}", span.first, span.last), address))
}

/// Every year, followed up or under way, in which the body existed.
fn years(report: &Report<'_>, all: &Compared<'_>, body: &Body, path: &str) -> Option<Table> {
    let set = report.main_set();
    let mut years: Vec<_> = set.years.keys().copied().filter(|year| body.existed_in(*year)).collect();
    years.extend(body.years.keys().filter(|year| !set.years.contains_key(year)));
    let rows: Vec<_> = years.iter().rev().map(|year| year_row(report, all, body, *year)).collect();
    let best = set.scale.best_name();
    let columns = vec![
        Column::words("År"),
        Column::words("Självskattning"),
        Column::figures(format!("Andel {best}")),
        Column::figures("Åtgärder"),
        Column::figures("Granskningar"),
        Column::words("Mot året före"),
    ];
    let traces = vec![trace::to(report.model, body.origin)];
    (!rows.is_empty())
        .then(|| Table::new(path, "ar", format!("Vad {} har redovisat, år för år", body.name), columns, rows, traces))
}

fn year_row(report: &Report<'_>, all: &Compared<'_>, body: &Body, year: Year) -> Row {
    let set = report.main_set();
    let header = if body.years.contains_key(&year) {
        Cell::link(year.to_string(), address::body_year(&body.id, year)).hidden(format!(", {}", body.name))
    } else {
        Cell::text(year.to_string())
    };
    let (standing, share) = match set.years.get(&year) {
        Some(result) => {
            let standing = result
                .coverage
                .standings
                .get(&body.id)
                .map_or_else(|| Cell::missing(Missing::BodyAbsent), |one| Cell::text(wording::standing(*one)));
            let share = match result.bodies.get(&body.id) {
                Some(Ok(found)) => Cell::figure(wording::share(found.best())),
                Some(Err(missing)) => Cell::missing(*missing),
                None => Cell::missing(Missing::BodyAbsent),
            };
            (standing, share)
        }
        None => (Cell::text("året pågår"), Cell { class: Some("missing"), ..Cell::text("året pågår") }),
    };
    let count = |count: usize| match count {
        0 => Cell { class: Some("missing"), ..Cell::text("inga redovisade här") },
        count => Cell::figure(count.to_string()),
    };
    let of_year = body.years.get(&year);
    let (measures, reviews) = (of_year.map_or(0, |one| one.measures.len()), of_year.map_or(0, |one| one.reviews.len()));
    let compared = match all.page_of(year.before(), year, &body.id) {
        Some(address) => {
            Cell::link(format!("jämför {} och {year}", year.before()), address).hidden(format!(", {}", body.name))
        }
        None => Cell { class: Some("missing"), ..Cell::text("inget att jämföra") },
    };
    Row { header, cells: vec![standing, share, count(measures), count(reviews), compared] }
}

fn indicators(report: &Report<'_>, body: &Body, path: &str) -> Vec<Figure> {
    let figure = |(id, readings): (&crate::model::IndicatorId, &crate::model::Readings)| {
        let indicator = &report.model.indicators[id];
        charting::indicator(report.model, path, format!("matetal_{id}"), indicator, body, readings)
    };
    body.readings.iter().map(figure).collect()
}

fn measures(report: &Report<'_>, body: &Body, path: &str) -> Option<Table> {
    let own: Vec<_> = report.measures.iter().filter(|history| history.body.id == body.id).collect();
    (!own.is_empty())
        .then(|| super::measures::table(report, path, "atgarder", &format!("Direktåtgärder hos {}", body.name), &own))
}

fn reviews(report: &Report<'_>, body: &Body, path: &str) -> Option<Table> {
    let reviews: Vec<_> = body
        .years
        .iter()
        .rev()
        .flat_map(|(year, of_year)| of_year.reviews.iter().map(move |review| (*year, review)))
        .collect();
    let rows = reviews.iter().map(|(year, review)| {
        let address = format!("{}#granskning-{}", address::body_year(&body.id, *year), review.id);
        let verdict = match &review.verdict {
            Some(verdict) => heat::cell(&report.model.scales[&verdict.scale], Rating::Level(verdict.level)),
            None => Cell { class: Some("missing"), ..Cell::text("inget samlat omdöme") },
        };
        let progress = super::measure::progress_cell(review.progress, review.progress_note.as_ref());
        Row { header: Cell::link(format!("{} ({year})", review.title), address), cells: vec![progress, verdict] }
    });
    let columns = vec![Column::words("Granskning"), Column::words("Läge"), Column::words("Omdöme")];
    let traces = reviews.iter().map(|(_, review)| trace::to(report.model, review.origin)).collect();
    (!reviews.is_empty()).then(|| {
        Table::new(
            path,
            "granskningar",
            format!("Egna granskningar hos {}, de senaste först", body.name),
            columns,
            rows.collect(),
            traces,
        )
    })
}

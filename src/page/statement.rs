//! A statement: its wordings through the years, and its trend over all bodies.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Figure, Page, Parts, Row, Table, Trace, address, charting, page, trace, wording};
use crate::chart;
use crate::language::collation;
use crate::model::{Category, Statement};
use crate::report::{Report, SetReport, comparison, distribution};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    category: String,
    short: String,
    /// The wording in force.
    text: String,
    guiding_questions: Vec<String>,
    versions: Vec<Wording>,
    trend: Figure,
    levels: Figure,
    /// The answers of the latest year.
    answers: Option<Table>,
}

#[derive(Debug, Serialize)]
struct Wording {
    years: String,
    text: String,
    /// Whether answers can be compared with those before; `None` for the first.
    comparable: Option<bool>,
    note: Option<String>,
    trace: Trace,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (vec![&self.trend, &self.levels], self.answers.iter().collect())
    }
}

/// Composes the page of a statement.
pub fn compose(report: &Report<'_>, set: &SetReport<'_>, category: &Category, statement: &Statement) -> Page {
    let path = address::statement(&set.set.id, &statement.id);
    let series = &set.statements[&statement.id];
    let subject = format!("påståendet {}, alla nämnder och bolag", statement.id);
    let trend = chart::Trend {
        id: "trend".into(),
        subject: subject.clone(),
        what: charting::what(set.scale),
        answering: chart::Answering::Bodies,
        points: charting::points(series),
    };
    let years = set.years.iter().map(|(year, result)| chart::LevelsYear {
        year: year.0,
        break_before: series.at(*year).and_then(|point| point.break_before.clone()),
        outcome: match result.statements.get(&statement.id) {
            Some(found) if result.coverage.is_enough() => {
                charting::computed(found, (found.answered(), result.coverage.share().whole))
            }
            Some(_) => chart::Outcome::Missing { reason: result.coverage.lack().words().to_owned() },
            None => chart::Outcome::Missing { reason: crate::model::Missing::NotAsked.words().to_owned() },
        },
    });
    let levels = chart::LevelsByYear {
        id: "nivaer".into(),
        subject,
        unit: charting::UNIT.into(),
        answering: chart::Answering::Bodies,
        levels: charting::levels(set),
        in_focus: 1,
        years: years.collect(),
    };
    let traces = || vec![trace::to(report.model, statement.origin)];
    let view = View {
        category: category.name.clone(),
        short: statement.short.clone(),
        text: statement.version(report.model.municipality.span.last).text.clone(),
        guiding_questions: statement.guiding_questions.clone(),
        versions: wordings(report, statement),
        trend: Figure::new(&path, &chart::trend(&trend), traces()),
        levels: Figure::new(&path, &chart::levels_by_year(&levels), traces()),
        answers: answers(report, set, statement, &path),
    };
    let title = report.model.statement_title(set.set, statement);
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Påståenden", address::STATEMENTS)];
    page(path, title, address::STATEMENTS, crumbs, super::View::Statement(Box::new(view)))
}

fn wordings(report: &Report<'_>, statement: &Statement) -> Vec<Wording> {
    let of = |(at, version): (usize, &crate::model::Version)| {
        let years = match statement.versions.get(at + 1) {
            Some(next) if next.from.before() > version.from => format!("{}–{}", version.from, next.from.before()),
            Some(_) => version.from.to_string(),
            None if statement.span.last < report.model.municipality.span.last => {
                crate::language::date::years(version.from.0, statement.span.last.0)
            }
            None => format!("från och med {}", version.from),
        };
        let comparable = (at > 0).then_some(version.comparable);
        Wording {
            years,
            text: version.text.clone(),
            comparable,
            note: version.note.clone(),
            trace: trace::to(report.model, version.origin),
        }
    };
    statement.versions.iter().enumerate().map(of).collect()
}

/// Every body's answer in the latest year beside the year before.
fn answers(report: &Report<'_>, set: &SetReport<'_>, statement: &Statement, path: &str) -> Option<Table> {
    let year = set.statements[&statement.id].last()?.year;
    let mut bodies: Vec<_> = set.years[&year].coverage.standings.keys().map(|id| &report.model.bodies[id]).collect();
    bodies.sort_by_cached_key(|body| collation::sort_key(&body.name));
    let rating = |body: &crate::model::Body, year| {
        distribution::counted(report.model, set.set, &body.id, year).map(|one| one.rating(&statement.id))
    };
    let cell = |body: &crate::model::Body, year| match rating(body, year) {
        Some(rating) => super::heat::cell(set.scale, rating),
        None => {
            Cell::missing(set.years.get(&year).map_or(crate::model::Missing::Unknown, |result| missing(result, body)))
        }
    };
    let rows = bodies.into_iter().map(|body| Row {
        header: super::heat::link(body, year),
        cells: vec![cell(body, year.before()), cell(body, year)],
    });
    let columns =
        vec![Column::words("Organ"), Column::words(year.before().to_string()), Column::words(year.to_string())];
    let change = comparison::change(&set.statements[&statement.id], year.before(), year);
    let caption =
        format!("Svaren på {} {} och {year}. Andelen: {}", statement.id, year.before(), wording::change(&change));
    Some(Table::new(path, "svar", caption, columns, rows.collect(), vec![trace::to(report.model, statement.origin)]))
}

fn missing(result: &crate::report::YearResult<'_>, body: &crate::model::Body) -> crate::model::Missing {
    match result.bodies.get(&body.id) {
        Some(Err(missing)) => *missing,
        Some(Ok(_)) => crate::model::Missing::NotAnswered,
        None => crate::model::Missing::BodyAbsent,
    }
}

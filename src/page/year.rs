//! The city-wide follow-up of a year: the city's text, results by category and level, every rating, and what changed.

use rust_decimal::Decimal;
use serde::Serialize;

use super::comparison::Compared;
use super::document::{Facts, facts};
use super::frame::Entry;
use super::start::{KeyFigure, key_figures};
use super::text::{Text, text};
use super::{
    Cell, Column, Figure, Page, Parts, Row, Table, address, charting, decided, heat, joint_reviews, page, trace,
    wording, year_document,
};
use crate::chart;
use crate::language::{collation, date, list};
use crate::model::{PublishedOutcome, PublishedTotal, Year};
use crate::report::comparison::{self, Movement};
use crate::report::{Outcome, Report, SetReport};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    year: i16,
    /// The years before and after, where they have pages, and the comparisons with the year before and with the first.
    neighbours: Vec<Entry>,
    /// The city's own title and text; nothing where none is written.
    title: Option<String>,
    text: Option<Text>,
    facts: Option<Facts>,
    /// The same as one document, where there is anything to put together.
    document: Option<Entry>,
    answers_due: Option<String>,
    key_figures: Vec<KeyFigure>,
    /// Why there are no figures at all, with what is known instead.
    missing: Option<String>,
    /// The published shares, where the ones shown are computed.
    published_shares: Option<String>,
    /// What the publication says.
    published_source: Option<String>,
    published_note: Option<String>,
    levels: Option<Figure>,
    /// What was proposed, decided and promised.
    decided: Option<decided::View>,
    /// The joint reviews of the year.
    joint: Option<Table>,
    all_joint: Option<Entry>,
    categories: Option<Figure>,
    ratings: Option<Table>,
    changes: Option<Changes>,
    coverage: Table,
}

/// What changed since the year before.
#[derive(Debug, Serialize)]
struct Changes {
    before: i16,
    statements: Table,
    bodies: Table,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let changes = self.changes.iter().flat_map(|changes| [&changes.statements, &changes.bodies]);
        let decided = self.decided.iter().flat_map(decided::View::tables);
        (
            self.levels.iter().chain(&self.categories).collect(),
            decided.chain(&self.joint).chain(&self.ratings).chain(changes).chain([&self.coverage]).collect(),
        )
    }
}

/// Composes the page of a year that is followed up.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, year: Year) -> Page {
    let path = address::year(year);
    let set = report.main_set();
    let result = &set.years[&year];
    let written = report.model.city_reports.get(&year);
    let neighbours = [(year.before(), "Året före"), (Year(year.0 + 1), "Året efter")];
    let neighbours = neighbours.into_iter().filter(|(year, _)| set.years.contains_key(year));
    let compared = |from: Year| {
        let is_there = all.between(from, year).is_some();
        is_there.then(|| Entry::new(format!("Jämför {from} och {year}"), address::comparison(from, year)))
    };
    let first = report.model.municipality.span.first;
    let comparisons = [Some(year.before()), Some(first).filter(|first| *first < year.before())];
    let comparisons = comparisons.into_iter().flatten().filter_map(compared);
    let published = result.published;
    let is_computed = matches!(result.total, Outcome::Computed(_));
    let has_figures = !matches!(result.total, Outcome::Missing(_));
    let view = View {
        year: year.0,
        neighbours: neighbours
            .map(|(year, which)| Entry::new(format!("{which}: {year}"), address::year(year)))
            .chain(comparisons)
            .collect(),
        title: written.map(|report| report.title.clone()),
        text: written.map(|one| text(report.model, &one.text, 2, &path)),
        facts: written.map(|one| facts(report.model, &one.colophon, one.origin)),
        document: year_document::entry(report, year),
        answers_due: written.and_then(|report| report.answers_due).map(date::long),
        key_figures: key_figures(set, year),
        missing: match result.total {
            Outcome::Missing(missing) => Some(format!("Svaren för {year} {}.", wording::answers_are(missing))),
            Outcome::Computed(_) | Outcome::Published(_) => None,
        },
        published_shares: published.filter(|_| is_computed).and_then(|total| published_shares(set, total)),
        published_source: published.and_then(|total| total.remarks.source.clone()),
        published_note: published.and_then(|total| total.remarks.note.clone()),
        levels: has_figures.then(|| charting::city_levels(report.model, set, &path, year, 0)),
        decided: written.and_then(|written| decided::compose(report, written, year, &path)),
        joint: joint_reviews::table(
            report.model,
            joint_reviews::of_year(report.model, year),
            joint_reviews::RowName::Review,
            (&path, &format!("Granskningar som gjordes gemensamt {year}")),
        ),
        all_joint: joint_reviews::entry(report.model),
        categories: categories(report, set, year, &path),
        ratings: heat::table(report, set, year, (&path, "bedomningar")),
        changes: changes(report, all, year, &path),
        coverage: coverage(report, set, year, &path),
    };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("År", address::YEARS)];
    page(path, format!("Intern kontroll {year}"), address::YEARS, crumbs, super::View::Year(Box::new(view)))
}

/// The shares of a publication in a sentence; `None` where it has none.
pub fn published_shares(set: &SetReport<'_>, total: &PublishedTotal) -> Option<String> {
    let PublishedOutcome::Shares(shares) = &total.outcome else { return None };
    let levels = set.scale.levels().iter().zip(shares);
    let shares: Vec<_> = levels
        .filter_map(|(level, share)| {
            Some(format!("{} {} procent", level.name.to_lowercase(), wording::plain((*share)?)))
        })
        .collect();
    Some(format!("Publicerade andelar: {}.", list::joined(&shares)))
}

/// The chart of the categories; `None` where too few have answered.
pub fn categories(report: &Report<'_>, set: &SetReport<'_>, year: Year, path: &str) -> Option<Figure> {
    let result = &set.years[&year];
    let answered = result.coverage.share();
    if !result.coverage.is_enough() {
        return None;
    }
    let rows = set.set.categories.iter().map(|category| chart::DistributionRow {
        name: category.name.clone(),
        outcome: charting::computed(&result.categories[&category.id], (answered.part, answered.whole)),
    });
    let value = chart::DistributionRows {
        id: "kategorier".into(),
        subject: format!("{} {year}", charting::EVERYONE),
        unit: charting::UNIT.into(),
        row_name: "Kategori".into(),
        answering: chart::Answering::Bodies,
        levels: charting::levels(set),
        rows: rows.collect(),
    };
    Some(Figure::new(path, &chart::distribution_rows(&value), vec![trace::to(report.model, set.set.origin)]))
}

fn changes(report: &Report<'_>, all: &Compared<'_>, year: Year, path: &str) -> Option<Changes> {
    let set = report.main_set();
    let before = year.before();
    let answered = |year: Year| set.years.get(&year).is_some_and(|result| result.coverage.is_enough());
    if !answered(year) || !answered(before) {
        return None;
    }
    Some(Changes {
        before: before.0,
        statements: statement_changes(report, set, before, year, path),
        bodies: body_changes(report, all, before, year, path),
    })
}

/// Every statement in two years in which enough have answered.
pub fn statement_changes(report: &Report<'_>, set: &SetReport<'_>, before: Year, year: Year, path: &str) -> Table {
    let asked = set.set.asked(year).map(|(_, statement)| statement);
    let mut changes: Vec<_> =
        asked.map(|statement| (statement, comparison::change(&set.statements[&statement.id], before, year))).collect();
    changes.sort_by_key(|(_, change)| change.points().map_or((1, Decimal::ZERO), |points| (0, -points)));
    let rows = changes.into_iter().map(|(statement, change)| {
        let series = &set.statements[&statement.id];
        let share = |year: Year| match series.at(year).map(wording::point) {
            Some(Ok(share)) => Cell::figure(share),
            Some(Err(missing)) => Cell::missing(missing),
            None => Cell::missing(crate::model::Missing::Unknown),
        };
        let note = wording::incomparable(before, year, &change);
        let header =
            Cell::link(format!("{} {}", statement.id, statement.short), address::statement(&set.set.id, &statement.id));
        Row { header, cells: vec![share(before), share(year), Cell::text(wording::change(&change)).note(note)] }
    });
    let columns = vec![
        Column::words("Påstående"),
        Column::figures(before.to_string()),
        Column::figures(year.to_string()),
        Column::words("Förändring"),
    ];
    let caption = format!(
        "{} för varje påstående {before} och {year}, den största ökningen först",
        wording::capitalized(&charting::what(set.scale))
    );
    Table::new(
        path,
        "forandring-pastaenden",
        caption,
        columns,
        rows.collect(),
        vec![trace::to(report.model, set.set.origin)],
    )
}

fn body_changes(report: &Report<'_>, all: &Compared<'_>, before: Year, year: Year, path: &str) -> Table {
    let set = report.main_set();
    let mut bodies: Vec<_> = set.years[&year].coverage.standings.keys().map(|id| &report.model.bodies[id]).collect();
    bodies.sort_by_cached_key(|body| (!body.kind.is_committee(), collation::sort_key(&body.name)));
    let compared = all.between(before, year);
    let rows = bodies.into_iter().map(|body| {
        let ratings = compared.and_then(|pair| pair.body(&body.id)).and_then(|body| body.of_set(&set.set.id));
        let lacking = |missing: crate::model::Missing, year: Year| {
            let cell = || Cell { text: format!("{} {year}", missing.words()), ..Cell::missing(missing) };
            vec![cell(), cell(), cell(), cell()]
        };
        let cells = match ratings.map(|ratings| (ratings, ratings.before, ratings.after)) {
            Some((ratings, Ok(_), Ok(_))) => {
                let listed = |movement: Movement| {
                    let moved = ratings.statements.iter().filter(|one| one.movement == movement);
                    let names: Vec<_> = moved.map(|one| one.statement.id.as_str()).collect();
                    Cell::figure(names.len().to_string()).note((!names.is_empty()).then(|| names.join(", ")))
                };
                let tally = ratings.tally();
                let others = tally.all() - tally.compared();
                vec![
                    listed(Movement::Up),
                    listed(Movement::Down),
                    Cell::figure(tally.of(Movement::Same).to_string()),
                    Cell::figure(others.to_string()),
                ]
            }
            Some((_, Err(missing), _)) => lacking(missing, before),
            Some((_, Ok(_), Err(missing))) => lacking(missing, year),
            None => lacking(crate::model::Missing::BodyAbsent, year),
        };
        Row { header: Cell::link(&body.name, address::body(&body.id)), cells }
    });
    let columns = vec![
        Column::words("Organ"),
        Column::figures("Bättre"),
        Column::figures("Sämre"),
        Column::figures("Lika"),
        Column::figures("Kan inte jämföras"),
    ];
    let caption = format!("Antal bedömningar som ändrats mellan {before} och {year}, organ för organ");
    Table::new(
        path,
        "forandring-organ",
        caption,
        columns,
        rows.collect(),
        vec![trace::to(report.model, set.set.origin)],
    )
}

/// Who has answered, body by body.
pub fn coverage(report: &Report<'_>, set: &SetReport<'_>, year: Year, path: &str) -> Table {
    let result = &set.years[&year];
    let mut bodies: Vec<_> =
        result.coverage.standings.iter().map(|(id, standing)| (&report.model.bodies[id], standing)).collect();
    bodies.sort_by_cached_key(|(body, _)| (!body.kind.is_committee(), collation::sort_key(&body.name)));
    let rows = bodies.into_iter().map(|(body, standing)| {
        let share = match &result.bodies[&body.id] {
            Ok(distribution) => Cell::figure(wording::share(distribution.best())),
            Err(missing) => Cell::missing(*missing),
        };
        let text = match body.years.get(&year).map(|of_year| of_year.reports.len()) {
            Some(1..) => {
                Cell::link("Rapport", address::body_year(&body.id, year)).hidden(format!(" {year} från {}", body.name))
            }
            Some(0) | None => Cell { class: Some("missing"), ..Cell::text("ingen rapport finns här") },
        };
        Row {
            header: Cell::link(&body.name, address::body(&body.id)),
            cells: vec![Cell::text(wording::standing(*standing)), share, text],
        }
    });
    let best = set.scale.best_name();
    let columns = vec![
        Column::words("Organ"),
        Column::words("Självskattning"),
        Column::figures(format!("Andel {best}")),
        Column::words("Organets rapport"),
    ];
    let caption = format!("Självskattningen {year}, organ för organ. {}", wording::coverage(&result.coverage, year));
    let traces = report.model.city_reports.get(&year).map_or(set.set.origin, |report| report.origin);
    Table::new(path, "svarande", caption, columns, rows.collect(), vec![trace::to(report.model, traces)])
}

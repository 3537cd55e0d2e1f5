//! Ratings as cells with symbol and word, and the tables of bodies by statements.

use super::table::tone_class;
use super::{Cell, Column, Row, Table, address, trace};
use crate::language::collation;
use crate::model::{Body, Category, Missing, Rating, Scale, Statement, Year};
use crate::report::coverage::Standing;
use crate::report::{Report, SetReport, distribution};

/// A rating: symbol and word, or why there is none.
pub fn cell(scale: &Scale, rating: Rating) -> Cell {
    match rating {
        Rating::Level(number) => {
            let level = scale.level(number);
            Cell {
                symbol: Some(level.symbol.clone()),
                class: Some(tone_class(level.tone)),
                ..Cell::text(&level.hyphenated)
            }
        }
        Rating::Missing(missing) => Cell::missing(missing),
    }
}

/// A body, with the way to its own page of the year where it has one.
pub fn link(body: &Body, year: Year) -> Cell {
    if !body.years.contains_key(&year) {
        return Cell::link(&body.name, address::body(&body.id));
    }
    Cell::link(&body.name, address::body_year(&body.id, year)).hidden(format!(" {year}"))
}

/// Every body's rating of every statement in a year, for the page at a path; `None` when nobody's answers are at hand.
pub fn table(report: &Report<'_>, set: &SetReport<'_>, year: Year, place: (&str, &str)) -> Option<Table> {
    let asked: Vec<_> = set.set.asked(year).map(|(_, statement)| statement).collect();
    let heading = |statement: &Statement| column(set, statement.id.to_string(), statement);
    let caption = format!("Varje organs bedömning av varje påstående {year}");
    is_answered(set, year).then(|| rated(report, (set, year), (&asked, heading), caption, place))
}

/// The same category by category, so that each table has room on paper; empty when nobody's answers are at hand.
pub fn by_category(report: &Report<'_>, set: &SetReport<'_>, year: Year, (path, id): (&str, &str)) -> Vec<Table> {
    if !is_answered(set, year) {
        return Vec::new();
    }
    let heading = |statement: &Statement| {
        let name = format!("{} {}", statement.id, statement.short);
        Column { meaning: None, ..column(set, name, statement) }
    };
    let table = |category: &Category| {
        let asked: Vec<_> =
            set.set.asked(year).filter(|(of, _)| of.id == category.id).map(|(_, statement)| statement).collect();
        let caption = format!("{} {year}, varje organs bedömning", category.name);
        let id = format!("{id}-{}", category.id.as_str().to_ascii_lowercase());
        (!asked.is_empty()).then(|| rated(report, (set, year), (&asked, heading), caption, (path, &id)))
    };
    set.set.categories.iter().filter_map(table).collect()
}

fn is_answered(set: &SetReport<'_>, year: Year) -> bool {
    set.years[&year].coverage.answered() > 0
}

fn column(set: &SetReport<'_>, name: String, statement: &Statement) -> Column {
    let href = Some(address::statement(&set.set.id, &statement.id));
    Column { name, href, meaning: Some(statement.short.clone()), numeric: false }
}

/// Every body's ratings of some statements.
fn rated(
    report: &Report<'_>,
    (set, year): (&SetReport<'_>, Year),
    (asked, heading): (&[&Statement], impl Fn(&Statement) -> Column),
    caption: String,
    (path, id): (&str, &str),
) -> Table {
    let result = &set.years[&year];
    let columns = std::iter::once(Column::words("Organ"))
        .chain(asked.iter().map(|statement| heading(statement)))
        .chain([Column::words("Underlag")])
        .collect();
    let mut bodies: Vec<_> =
        result.coverage.standings.iter().map(|(id, standing)| (&report.model.bodies[id], standing)).collect();
    bodies.sort_by_cached_key(|(body, _)| (!body.kind.is_committee(), collation::sort_key(&body.name)));
    let rows = bodies.into_iter().map(|(body, standing)| {
        let written =
            body.years.get(&year).and_then(|of_year| of_year.assessment.as_ref()).filter(|one| one.set == set.set.id);
        let missing = match standing {
            Standing::Missing(missing) => *missing,
            Standing::Submitted { .. } => Missing::NotAnswered,
        };
        let counted = distribution::counted(report.model, set.set, &body.id, year);
        let cells = asked.iter().map(|statement| match counted {
            Some(assessment) => cell(set.scale, assessment.rating(&statement.id)),
            None => Cell::missing(missing),
        });
        let source = written.map_or_else(
            || Cell::missing(missing),
            |assessment| {
                let trace = trace::to(report.model, assessment.origin);
                Cell::trace(format!("rad {}", assessment.origin.line), trace)
                    .hidden(format!(" i svaren från {} {year}", body.name))
            },
        );
        Row { header: link(body, year), cells: cells.chain([source]).collect() }
    });
    Table::new(path, id, caption, columns, rows.collect(), vec![trace::to(report.model, set.set.origin)])
}

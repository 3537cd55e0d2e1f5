//! Ratings as cells with symbol and word, and the table of bodies by statements.

use super::table::tone_class;
use super::{Cell, Column, Row, Table, address, trace};
use crate::language::collation;
use crate::model::{Missing, Rating, Scale, Year};
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

/// Every body's rating of every statement in a year, for the page at a path; `None` when nobody's answers are at hand.
pub fn table(report: &Report<'_>, set: &SetReport<'_>, year: Year, (path, id): (&str, &str)) -> Option<Table> {
    let result = &set.years[&year];
    if result.coverage.answered() == 0 {
        return None;
    }
    let asked: Vec<_> = set.set.asked(year).map(|(_, statement)| statement).collect();
    let heading = |statement: &&crate::model::Statement| Column {
        name: statement.id.to_string(),
        href: Some(address::statement(&set.set.id, &statement.id)),
        meaning: Some(statement.short.clone()),
        numeric: false,
    };
    let columns = std::iter::once(Column::words("Organ"))
        .chain(asked.iter().map(heading))
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
                    .hidden(format!(" i svaren {year} från {}", body.name))
            },
        );
        let address =
            if body.years.contains_key(&year) { address::body_year(&body.id, year) } else { address::body(&body.id) };
        Row { header: Cell::link(&body.name, address), cells: cells.chain([source]).collect() }
    });
    let caption = format!("Varje organs bedömning av varje påstående {year}");
    Some(Table::new(path, id, caption, columns, rows.collect(), vec![trace::to(report.model, set.set.origin)]))
}

//! All statements by category, with their latest result and change.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Page, Parts, Row, Table, Trace, address, charting, page, trace, wording};
use crate::language::plural;
use crate::model::{Category, Missing, Statement, Statements};
use crate::report::{Report, SetReport, comparison};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    sets: Vec<Set>,
}

#[derive(Debug, Serialize)]
struct Set {
    name: String,
    description: Option<String>,
    /// How many statements there are where they are not published.
    announced: Option<String>,
    /// What is to be known about the set, and its source.
    remarks: Option<String>,
    trace: Trace,
    categories: Vec<Listed>,
}

#[derive(Debug, Serialize)]
struct Listed {
    name: String,
    /// Why the statements are not there.
    missing: Option<&'static str>,
    table: Option<Table>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (
            Vec::new(),
            self.sets.iter().flat_map(|set| &set.categories).filter_map(|category| category.table.as_ref()).collect(),
        )
    }
}

/// Composes the page.
pub fn compose(report: &Report<'_>) -> Page {
    let sets = report.sets.values().map(|set| Set {
        name: set.set.name.clone(),
        description: set.set.description.clone(),
        announced: set.set.announced_count.map(|count| plural::counted(u64::from(count), "påstående", "påståenden")),
        remarks: wording::remarks(&set.set.remarks),
        trace: trace::to(report.model, set.set.origin),
        categories: set.set.categories.iter().map(|category| listed(report, set, category)).collect(),
    });
    let view = View { sets: sets.collect() };
    page(
        address::STATEMENTS.to_owned(),
        "Påståenden",
        address::STATEMENTS,
        vec![Entry::new("Överblick", address::START)],
        super::View::Statements(view),
    )
}

fn listed(report: &Report<'_>, set: &SetReport<'_>, category: &Category) -> Listed {
    let statements = match &category.statements {
        Statements::Known(statements) => statements,
        Statements::Missing(missing) => {
            return Listed { name: category.name.clone(), missing: Some(missing.words()), table: None };
        }
    };
    let rows = statements.iter().map(|statement| row(set, statement)).collect();
    let latest = set.latest().map_or_else(|| "Senaste andel".to_owned(), |year| format!("Andel {year}"));
    let columns = vec![
        Column::words("Påstående"),
        Column::figures(latest),
        Column::words("Förändring från året före"),
        Column::words("Utveckling"),
    ];
    let caption = format!("{}: andel {} för varje påstående", category.name, set.scale.best_name());
    let id = format!("{}_{}", set.set.id, category.id.as_str().to_ascii_lowercase());
    let table =
        Table::new(address::STATEMENTS, id, caption, columns, rows, vec![trace::to(report.model, set.set.origin)]);
    Listed { name: category.name.clone(), missing: None, table: Some(table) }
}

fn row(set: &SetReport<'_>, statement: &Statement) -> Row {
    let series = &set.statements[&statement.id];
    let header =
        Cell::link(format!("{} {}", statement.id, statement.short), address::statement(&set.set.id, &statement.id));
    let (Some(first), Some(last)) = (series.first_comparable(), series.last()) else {
        let latest = series.points.last().map(|point| point.value.missing().unwrap_or(Missing::Unknown));
        let missing = || Cell::missing(latest.unwrap_or(Missing::Unknown));
        return Row { header, cells: vec![missing(), missing(), missing()] };
    };
    let change = comparison::change(series, last.year.before(), last.year);
    let (from, to) = (wording::point(first).unwrap_or_default(), wording::point(last).unwrap_or_default());
    let development = if first.year == last.year {
        Cell { class: Some("missing"), ..Cell::text("färre än två år") }
    } else {
        let text = format!("{from} {} till {to} {}", first.year, last.year);
        Cell { svg: charting::sparkline(series), ..Cell::text(text) }
    };
    Row {
        header,
        cells: vec![
            Cell::figure(to).note((Some(last.year) != set.latest()).then(|| last.year.to_string())),
            Cell::text(wording::change(&change)),
            development,
        ],
    }
}

//! All indicators, with what they count and who reports them.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Page, Parts, Row, Table, address, page, trace, wording};
use crate::language::plural;
use crate::report::Report;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// Nothing where no indicator is defined.
    table: Option<Table>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.table.iter().collect())
    }
}

/// Composes the page.
pub fn compose(report: &Report<'_>) -> Page {
    let rows: Vec<_> = report
        .model
        .indicators
        .values()
        .map(|indicator| {
            let readings: Vec<_> =
                report.model.bodies.values().filter_map(|body| body.readings.get(&indicator.id)).collect();
            let bodies = plural::counted(readings.len() as u64, "organ", "organ");
            let years = readings.iter().flat_map(|readings| readings.by_year.keys());
            let years = match (years.clone().min(), years.max()) {
                (Some(first), Some(last)) => Cell::text(crate::language::date::years(first.0, last.0)),
                (None, _) | (_, None) => Cell::missing(crate::model::Missing::Unknown),
            };
            let cells = vec![Cell::text(&indicator.definition), Cell::text(&indicator.unit), Cell::text(bodies), years];
            Row { header: Cell::link(wording::capitalized(&indicator.name), address::indicator(&indicator.id)), cells }
        })
        .collect();
    let columns = vec![
        Column::words("Mätetal"),
        Column::words("Vad som räknas"),
        Column::words("Enhet"),
        Column::words("Redovisas av"),
        Column::words("År"),
    ];
    let traces = report.model.indicators.values().map(|indicator| trace::to(report.model, indicator.origin)).collect();
    let table = (!rows.is_empty())
        .then(|| Table::new(address::INDICATORS, "matetal", "Mätetalen i rapporten", columns, rows, traces));
    page(
        address::INDICATORS.to_owned(),
        "Mätetal",
        address::INDICATORS,
        vec![Entry::new("Överblick", address::START)],
        super::View::Indicators(View { table }),
    )
}

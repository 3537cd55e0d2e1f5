//! The risks of all bodies, year by year, and the matrix of the latest year.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Page, Parts, Row, Table, address, page, risk_matrix, risks_year, trace};
use crate::report::Report;
use crate::report::plans;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    summary: String,
    matrix: Option<Table>,
    years: Table,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.matrix.iter().chain([&self.years]).collect())
    }
}

/// Composes the page; `None` where no body has a plan.
pub fn compose(report: &Report<'_>) -> Option<Page> {
    let model = report.model;
    let years = plans::years(model);
    let found: Vec<_> = years.iter().map(|year| (*year, plans::of_year(model, *year))).collect();
    // A year that has hardly begun says less than the one that is followed up.
    let shown = found.iter().find(|(year, _)| *year <= model.municipality.span.last).or(found.first())?;
    let rows = found.iter().map(|(year, found)| {
        let none = || Cell { class: Some("missing"), ..Cell::text("ingen beslutad plan") };
        let cells = if found.plans.is_empty() {
            vec![none(), none(), none()]
        } else {
            vec![
                Cell::figure(found.plans.len().to_string()),
                Cell::figure(found.count().to_string()),
                Cell::text(risk_matrix::tally(model, found.risks())),
            ]
        };
        Row { header: Cell::link(format!("Risker {year}"), address::risks_year(*year)), cells }
    });
    let columns =
        vec![Column::words("År"), Column::figures("Planer"), Column::figures("Risker"), Column::words("Omdömen")];
    let plans = found.iter().flat_map(|(_, found)| &found.plans);
    let traces = plans.map(|planned| trace::to(model, planned.plan.origin)).collect();
    let view = View {
        summary: risks_year::summary(report, &shown.1, shown.0),
        matrix: risks_year::matrix(report, &shown.1, shown.0, address::RISKS),
        years: Table::new(address::RISKS, "ar", "Risker i planerna, år för år", columns, rows.collect(), traces),
    };
    let crumbs = vec![Entry::new("Överblick", address::START)];
    Some(page(address::RISKS.to_owned(), "Risker", address::RISKS, crumbs, super::View::Risks(view)))
}

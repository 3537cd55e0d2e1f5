//! All years that are followed up, with their result or why there is none.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Page, Parts, Row, Table, address, joint_reviews, page, trace, wording};
use crate::report::Report;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    table: Table,
    all_joint: Option<Entry>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), vec![&self.table])
    }
}

/// Composes the page, the newest year first.
pub fn compose(report: &Report<'_>) -> Page {
    let set = report.main_set();
    let rows = set.years.iter().rev().map(|(year, result)| {
        let point = set.trend.at(*year).expect("the trend has a point for every year");
        let share = wording::point(point).map_or_else(Cell::missing, Cell::figure);
        let coverage = result.coverage.share();
        let answered = match coverage.part {
            0 => Cell::missing(result.coverage.reason),
            part => Cell::text(format!("{part} av {}", coverage.whole)),
        };
        let followed_up = report.model.city_reports.get(year);
        let text = followed_up
            .map_or_else(|| Cell::missing(crate::model::Missing::Unknown), |report| Cell::text(&report.title));
        Row { header: Cell::link(year.to_string(), address::year(*year)), cells: vec![share, answered, text] }
    });
    let best = set.scale.best_name();
    let columns = vec![
        Column::words("År"),
        Column::figures(format!("Andel {best}")),
        Column::words("Har svarat"),
        Column::words("Stadens uppföljning"),
    ];
    let caption = format!("Självskattningen år för år, {}", set.set.name.to_lowercase());
    let traces = vec![trace::to(report.model, set.set.origin)];
    let table = Table::new(address::YEARS, "ar", caption, columns, rows.collect(), traces);
    page(
        address::YEARS.to_owned(),
        "År",
        address::YEARS,
        vec![Entry::new("Överblick", address::START)],
        super::View::Years(View { table, all_joint: joint_reviews::entry(report.model) }),
    )
}

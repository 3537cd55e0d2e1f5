//! All measures of all bodies: overdue first, then those under way, then those that are done or given up.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Page, Parts, Row, Table, address, page, trace, wording};
use crate::language::date;
use crate::report::Report;
use crate::report::measures::MeasureHistory;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// How many there are in each group.
    summary: String,
    groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
struct Group {
    title: &'static str,
    table: Table,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.groups.iter().map(|group| &group.table).collect())
    }
}

/// Composes the page.
pub fn compose(report: &Report<'_>) -> Page {
    let at = report.model.municipality.report_date;
    let overdue: Vec<_> = report.measures.iter().filter(|history| history.is_overdue(at)).collect();
    let open: Vec<_> = report
        .measures
        .iter()
        .filter(|history| history.latest().progress.is_open() && !history.is_overdue(at))
        .collect();
    let closed: Vec<_> = report.measures.iter().filter(|history| !history.latest().progress.is_open()).collect();
    let summary = format!(
        "Läget {}. Försenade: {}. Pågår eller väntar: {}. Klara eller utgångna: {}.",
        date::long(at),
        overdue.len(),
        open.len(),
        closed.len(),
    );
    let groups = [
        ("forsenade", "Försenade", overdue),
        ("oppna", "Pågår eller väntar", open),
        ("avslutade", "Klara eller utgångna", closed),
    ];
    let groups = groups
        .into_iter()
        .filter(|(_, _, histories)| !histories.is_empty())
        .map(|(id, title, histories)| Group { title, table: table(report, address::MEASURES, id, title, &histories) });
    let view = View { summary, groups: groups.collect() };
    page(
        address::MEASURES.to_owned(),
        "Åtgärder",
        address::MEASURES,
        vec![Entry::new("Överblick", address::START)],
        super::View::Measures(view),
    )
}

/// A table of measures with body, deadline and progress.
pub fn table(report: &Report<'_>, path: &str, id: &str, title: &str, histories: &[&MeasureHistory<'_>]) -> Table {
    let rows = histories.iter().map(|history| {
        let latest = history.latest();
        let address = format!("{}#atgard-{}", address::body_year(&history.body.id, latest.period.year), latest.id);
        let due = latest.due.map_or_else(
            || Cell { class: Some("missing"), ..Cell::text("ingen sista dag angiven") },
            |due| Cell::text(date::long(due)),
        );
        let progress = Cell {
            class: Some(super::measure::progress_class(latest.progress)),
            ..Cell::text(latest.progress.words())
        };
        let first = history.documents[0].period.year;
        let since = Cell::text(first.to_string());
        Row {
            header: Cell::link(&latest.title, address),
            cells: vec![Cell::link(&history.body.name, address::body(&history.body.id)), progress, due, since],
        }
    });
    let columns = vec![
        Column::words("Åtgärd"),
        Column::words("Organ"),
        Column::words("Läge"),
        Column::words("Klar senast"),
        Column::words("Började"),
    ];
    let traces = histories.iter().map(|history| trace::to(report.model, history.latest().origin)).collect();
    Table::new(path, id, format!("{title}: {}", wording::measures(histories.len())), columns, rows.collect(), traces)
}

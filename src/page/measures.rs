//! All measures of all bodies: overdue first, then those under way, then those that are done or given up.

use serde::Serialize;

use super::frame::Entry;
use super::table::Group;
use super::{Cell, Column, Page, Parts, Row, Table, address, page, trace};
use crate::language::date;
use crate::report::Report;
use crate::report::measures::MeasureHistory;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// How many there are in each group.
    summary: String,
    /// The ways to what was promised, and to the audits.
    more: Vec<Entry>,
    groups: Vec<Group>,
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
    let mut closed = closed;
    closed.sort_by_key(|history| std::cmp::Reverse(history.latest().period.year));
    let groups = [
        ("forsenade", "Försenade", "Försenade åtgärder, den som skulle ha varit klar först överst", overdue),
        ("oppna", "Pågår eller väntar", "Åtgärder som pågår eller väntar, efter sista dag", open),
        ("avslutade", "Klara eller utgångna", "Åtgärder som är klara eller har utgått, de senaste först", closed),
    ];
    let groups =
        groups.into_iter().filter(|(.., histories)| !histories.is_empty()).map(|(id, title, caption, histories)| {
            Group { title, table: table(report, address::MEASURES, id, caption, &histories) }
        });
    let more = super::promises::entries(report.model);
    let view = View { summary, more, groups: groups.collect() };
    page(
        address::MEASURES.to_owned(),
        "Åtgärder",
        address::MEASURES,
        vec![Entry::new("Överblick", address::START)],
        super::View::Measures(view),
    )
}

/// A table of measures with body, deadline and progress; on a body's own page without the body.
pub fn table(report: &Report<'_>, path: &str, id: &str, caption: &str, histories: &[&MeasureHistory<'_>]) -> Table {
    let own_page = histories.iter().all(|history| path == address::body(&history.body.id));
    let rows = histories.iter().map(|history| {
        let body = (!own_page).then(|| Cell::link(&history.body.name, address::body(&history.body.id)));
        row(report, history, body)
    });
    let mut columns = vec![Column::words("Åtgärd")];
    if !own_page {
        columns.push(Column::words("Organ"));
    }
    columns.extend(["Läge", "Klar senast", "Började"].map(Column::words));
    let traces = histories.iter().map(|history| trace::to(report.model, history.latest().origin)).collect();
    Table::new(path, id, caption, columns, rows.collect(), traces)
}

fn row(report: &Report<'_>, history: &MeasureHistory<'_>, body: Option<Cell>) -> Row {
    let latest = history.latest();
    let address = format!("{}#atgard-{}", address::body_year(&history.body.id, latest.period.year), latest.id);
    let passed = latest.is_past_due(report.model.municipality.report_date).then(|| "dagen har passerat".to_owned());
    let due = latest.due.map_or_else(
        || Cell { class: Some("missing"), ..Cell::text("ingen sista dag angiven") },
        |due| Cell::text(date::long(due)).note(passed),
    );
    let progress = super::measure::progress_cell(latest.progress, latest.progress_note.as_ref());
    let since = Cell::text(history.documents[0].period.year.to_string());
    let cells = body.into_iter().chain([progress, due, since]).collect();
    Row { header: Cell::link(&latest.title, address), cells }
}

//! What auditors have asked of a body: its responses, and the recommendations that are still open.

use super::{Cell, Column, Row, Table, address, answer, audits, trace};
use crate::language::date;
use crate::model::{Audit, Body, Recipient, Recommendations};
use crate::report::Report;
use crate::report::responses::{Turn, answered, counting};

/// The audits that ask the body to answer.
fn asking<'m>(report: &Report<'m>, body: &Body) -> Vec<(&'m Audit, &'m Recipient)> {
    counting(report.model).filter_map(|audit| Some((audit, audit.recipient(&body.id)?))).collect()
}

/// Its responses, by day; `None` when none is asked for.
pub fn responses(report: &Report<'_>, body: &Body, path: &str) -> Option<Table> {
    let asked = asking(report, body).into_iter();
    let mut asked: Vec<_> =
        asked.flat_map(|(audit, one)| Turn::BOTH.into_iter().map(move |turn| (audit, one, turn))).collect();
    asked.sort_by_key(|(_, recipient, turn)| (turn.due(recipient).is_none(), turn.due(recipient)));
    let caption = format!("Yttranden till revisorerna från {}", body.name);
    (!asked.is_empty()).then(|| audits::responses(report.model, path, "yttranden", &caption, &asked))
}

/// The recommendations that are not done; `None` when there are none.
pub fn open_recommendations(report: &Report<'_>, body: &Body, path: &str) -> Option<Table> {
    let model = report.model;
    let (mut rows, mut traces) = (Vec::new(), Vec::new());
    for (audit, recipient) in asking(report, body) {
        if let Recommendations::Missing(missing) = &audit.recommendations {
            let header = Cell::link(format!("Rekommendationerna i {}", audit.title), address::audit(&audit.id));
            rows.push(Row { header, cells: vec![Cell::missing(*missing), Cell::missing(*missing)] });
            traces.push(trace::to(model, recipient.origin));
        }
        for one in audit.put_to(&body.id) {
            let state = answered(model, audit, one, &body.id);
            if !state.is_open() {
                continue;
            }
            let due = state.planned().and_then(|planned| planned.due).map_or_else(
                || Cell { class: Some("missing"), ..Cell::text("ingen sista dag angiven") },
                |due| {
                    let passed = due < model.municipality.report_date;
                    Cell::text(date::long(due)).note(passed.then(|| "dagen har passerat".to_owned()))
                },
            );
            let header = answer::recommendation(audit, one).note(Some(audit.title.clone()));
            rows.push(Row { header, cells: vec![answer::progress(state), due] });
            traces.push(trace::to(model, one.origin));
        }
    }
    let columns = ["Rekommendation", "Senaste besked", "Klar senast"].map(Column::words).into();
    let caption = format!("Rekommendationer till {} som inte är kända som genomförda", body.name);
    (!rows.is_empty()).then(|| Table::new(path, "rekommendationer", caption, columns, rows, traces))
}

//! All audits, and every response that is late, awaited, handed in or not known.

use serde::Serialize;

use super::frame::Entry;
use super::table::Group;
use super::{Cell, Column, Page, Parts, Row, Table, address, answer, page, trace};
use crate::language::{date, list, plural};
use crate::model::{Audit, Model, Recommendations};
use crate::report::Report;
use crate::report::responses::{Asked, ResponseGroup, asked};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// How many responses there are in each group.
    summary: String,
    audits: Table,
    groups: Vec<Group>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let groups = self.groups.iter().map(|group| &group.table);
        (Vec::new(), std::iter::once(&self.audits).chain(groups).collect())
    }
}

/// The id, the heading and the caption of a group.
fn named(group: ResponseGroup) -> [&'static str; 3] {
    match group {
        ResponseGroup::Overdue => ["forsenade", "Försenade", "Yttranden som skulle ha lämnats, det äldsta först"],
        ResponseGroup::Coming => ["vantas", "Väntas", "Yttranden som väntas, efter sista dag"],
        ResponseGroup::HandedIn => ["lamnade", "Lämnade", "Yttranden som är lämnade, efter sista dag"],
        ResponseGroup::Unknown => ["okanda", "Inte kända", "Yttranden som inte är kända här, efter sista dag"],
    }
}

/// Composes the page; `None` when there are no audits.
pub fn compose(report: &Report<'_>) -> Option<Page> {
    let model = report.model;
    if model.audits.is_empty() {
        return None;
    }
    let asked = asked(model);
    let of = |group: ResponseGroup| -> Vec<Asked<'_>> {
        asked.iter().filter(|(_, found)| *found == group).map(|(one, _)| *one).collect()
    };
    let [overdue, coming, handed_in, unknown] = ResponseGroup::ALL.map(|group| of(group).len());
    let summary = format!(
        "{}. Läget {}: {overdue} försenade yttranden, {coming} väntas, {handed_in} är lämnade och {unknown} är inte kända här.",
        plural::counted(model.audits.len() as u64, "granskning", "granskningar"),
        date::long(model.municipality.report_date),
    );
    let groups = ResponseGroup::ALL.into_iter().filter(|group| !of(*group).is_empty()).map(|group| {
        let [id, title, caption] = named(group);
        Group { title, table: responses(model, address::AUDITS, id, caption, &of(group)) }
    });
    let view = View { summary, groups: groups.collect(), audits: audits(model) };
    Some(page(
        address::AUDITS.to_owned(),
        "Revision",
        address::MEASURES,
        vec![Entry::new("Överblick", address::START)],
        super::View::Audits(view),
    ))
}

/// The way to the page of all audits, where there is one.
pub fn entry(model: &Model) -> Option<Entry> {
    (!model.audits.is_empty()).then(|| Entry::new("Revisorernas granskningar och vad som har svarats", address::AUDITS))
}

/// The audits, the latest first.
fn audits(model: &Model) -> Table {
    let mut audits: Vec<_> = model.audits.values().collect();
    audits.sort_by_key(|audit| std::cmp::Reverse(decided(audit)));
    let rows = audits.iter().map(|audit| {
        let names: Vec<_> = audit.recipients.iter().map(|one| model.bodies[&one.body].name.as_str()).collect();
        let recommended = match &audit.recommendations {
            Recommendations::Known(all) if all.is_empty() => Cell::text("inga"),
            Recommendations::Known(all) => Cell::figure(all.len().to_string()),
            Recommendations::Missing(missing) => Cell::missing(*missing),
        };
        let decided = decided(audit).map_or_else(
            || Cell { class: Some("missing"), ..Cell::text("dagen är inte känd") },
            |day| Cell::text(date::long(day)),
        );
        Row {
            header: Cell::link(&audit.title, address::audit(&audit.id)),
            cells: vec![decided, Cell::text(list::joined(&names)), recommended],
        }
    });
    let columns = vec![
        Column::words("Granskning"),
        Column::words("Beslutad av revisorerna"),
        Column::words("Mottagare"),
        Column::figures("Rekommendationer"),
    ];
    let traces = audits.iter().map(|audit| trace::to(model, audit.origin)).collect();
    let caption = "Revisorernas granskningar, den senaste först";
    Table::new(address::AUDITS, "granskningar", caption, columns, rows.collect(), traces)
}

/// When the auditors decided.
fn decided(audit: &Audit) -> Option<jiff::civil::Date> {
    audit.colophon.decisions.iter().find_map(|decision| decision.date)
}

/// Responses with their days and how they stand; on a body's own page without the body.
pub fn responses(model: &Model, path: &str, id: &str, caption: &str, asked: &[Asked<'_>]) -> Table {
    let own_page = asked.iter().all(|(_, recipient, _)| path == address::body(&recipient.body));
    let rows = asked.iter().map(|(audit, recipient, turn)| {
        let name = &model.bodies[&recipient.body].name;
        let body = (!own_page).then(|| Cell::link(name, address::body(&recipient.body)));
        let cells = [
            Cell::text(answer::turn(*turn)),
            answer::due(recipient, *turn),
            answer::turn_state(model, audit, recipient, *turn),
        ];
        let hidden = format!(", {}, {name}", answer::turn(*turn).to_lowercase());
        let header = Cell::link(&audit.title, address::audit(&audit.id)).hidden(hidden);
        Row { header, cells: body.into_iter().chain(cells).collect() }
    });
    let mut columns = vec![Column::words("Granskning")];
    if !own_page {
        columns.push(Column::words("Organ"));
    }
    columns.extend(["Yttrande", "Senast", "Läge"].map(Column::words));
    let traces =
        asked.iter().map(|(audit, recipient, turn)| trace::to(model, answer::origin(model, audit, recipient, *turn)));
    let mut traces: Vec<_> = traces.collect();
    traces.dedup();
    Table::new(path, id, caption, columns, rows.collect(), traces)
}

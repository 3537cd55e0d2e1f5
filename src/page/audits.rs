//! All audits, and every response that is late, awaited, handed in or not known.

use serde::Serialize;

use super::frame::Entry;
use super::table::Group;
use super::{Cell, Column, Page, Parts, Row, Table, address, answer, page, trace};
use crate::language::{date, list, plural};
use crate::model::{Audit, Model, Recipient, Recommendations};
use crate::report::Report;
use crate::report::responses::{Turn, TurnState, state};

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

/// A response that is asked for.
type Asked<'m> = (&'m Audit, &'m Recipient, Turn);

/// Composes the page; `None` when there are no audits.
pub fn compose(report: &Report<'_>) -> Option<Page> {
    let model = report.model;
    if model.audits.is_empty() {
        return None;
    }
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for audit in model.audits.values() {
        let of_audit = audit.recipients.iter();
        asked.extend(of_audit.flat_map(|one| Turn::BOTH.into_iter().map(move |turn| (audit, one, turn))));
    }
    asked.sort_by_key(|(_, recipient, turn)| (turn.due(recipient).is_none(), turn.due(recipient)));
    let mut groups = [
        ("forsenade", "Försenade", "Yttranden som skulle ha lämnats, det äldsta först", Vec::new()),
        ("vantas", "Väntas", "Yttranden som väntas, efter sista dag", Vec::new()),
        ("lamnade", "Lämnade", "Yttranden som är lämnade, efter sista dag", Vec::new()),
        ("okanda", "Inte kända", "Yttranden som inte är kända här, efter sista dag", Vec::new()),
    ];
    for one in asked {
        let at = match state(model, one.0, one.1, one.2) {
            TurnState::Overdue => 0,
            TurnState::Coming => 1,
            TurnState::HandedIn { .. } => 2,
            TurnState::Unknown(_) => 3,
            TurnState::NotAsked => continue,
        };
        groups[at].3.push(one);
    }
    let summary = format!(
        "{}. Läget {}: {} försenade yttranden, {} väntas, {} är lämnade och {} är inte kända här.",
        plural::counted(model.audits.len() as u64, "granskning", "granskningar"),
        date::long(model.municipality.report_date),
        groups[0].3.len(),
        groups[1].3.len(),
        groups[2].3.len(),
        groups[3].3.len(),
    );
    let groups = groups.into_iter().filter(|(.., asked)| !asked.is_empty()).map(|(id, title, caption, asked)| Group {
        title,
        table: responses(model, address::AUDITS, id, caption, &asked),
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

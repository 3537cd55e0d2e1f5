//! What a year's follow-up proposes, decides and promises, and what became of what was promised before.

use serde::Serialize;

use super::document::decision;
use super::promises::{deadline, promisor, standing};
use super::{Cell, Column, Row, Table, address, trace};
use crate::language::date;
use crate::model::{CityReport, Fulfilment, Year};
use crate::report::Report;
use crate::report::comparison::commitment::{CommitmentHistory, histories};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// When the follow-up comes before which body.
    hearings: Vec<(String, String)>,
    points: Option<Table>,
    commitments: Option<Table>,
    news: Option<Table>,
}

impl View {
    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.points.iter().chain(&self.commitments).chain(&self.news)
    }
}

/// Composes it for the page at a path; `None` where nothing is written.
pub fn compose(report: &Report<'_>, written: &CityReport, year: Year, path: &str) -> Option<View> {
    let hearings = written.hearings.iter().map(|one| (one.body.clone(), date::long(one.date)));
    let all = histories(report.model);
    let made: Vec<_> = all.iter().filter(|history| history.year == year).collect();
    let followed: Vec<_> = all.iter().filter(|history| history.news.iter().any(|(other, _)| *other == year)).collect();
    let view = View {
        hearings: hearings.collect(),
        points: points(report, written, path),
        commitments: commitments(report, &made, path),
        news: news(report, &followed, year, path),
    };
    let is_empty = view.hearings.is_empty() && view.tables().next().is_none();
    (!is_empty).then_some(view)
}

fn points(report: &Report<'_>, written: &CityReport, path: &str) -> Option<Table> {
    let rows = written.points.iter().enumerate().map(|(at, point)| {
        let taken = match &point.taken {
            None => Cell { class: Some("missing"), ..Cell::text("inget beslut är redovisat här") },
            Some(Err(missing)) => Cell::missing(*missing),
            Some(Ok(taken)) => {
                let text = taken.text.clone().unwrap_or_else(|| "enligt förslaget".to_owned());
                Cell::text(text).note(Some(decision(&taken.decision)))
            }
        };
        Row { header: Cell::text(format!("{}. {}", at + 1, point.text)), cells: vec![taken] }
    });
    let columns = ["Förslag", "Beslut"].map(Column::words).into();
    let traces = written.points.iter().map(|point| trace::to(report.model, point.origin)).collect();
    let caption = "Vad som föreslogs, och vad som beslutades";
    (!written.points.is_empty()).then(|| Table::new(path, "beslutspunkter", caption, columns, rows.collect(), traces))
}

fn commitments(report: &Report<'_>, made: &[&CommitmentHistory<'_>], path: &str) -> Option<Table> {
    let model = report.model;
    let rows = made.iter().map(|history| {
        let one = history.commitment;
        let now = if history.is_silent(model) {
            Cell { class: Some("progress-late"), ..Cell::text("nämns inte mer") }
        } else {
            word(history.standing()).note(standing(history))
        };
        let followed = one
            .follow_up
            .clone()
            .map_or_else(|| Cell { class: Some("missing"), ..Cell::text("inte angivet") }, Cell::text);
        let due = deadline(history.due());
        Row {
            header: Cell::text(&one.text).note(super::wording::remarks(&one.remarks)),
            cells: vec![promisor(model, &one.by), due, followed, now],
        }
    });
    let columns = ["Åtagande", "Vem", "Senast", "Följs upp", "Läge nu"].map(Column::words).into();
    let traces = made.iter().map(|history| trace::to(model, history.commitment.origin)).collect();
    let caption = "Vad som utlovades i uppföljningen, och hur det står till nu";
    (!made.is_empty()).then(|| Table::new(path, "ataganden", caption, columns, rows.collect(), traces))
}

fn news(report: &Report<'_>, followed: &[&CommitmentHistory<'_>], year: Year, path: &str) -> Option<Table> {
    let model = report.model;
    let said = |history: &CommitmentHistory<'_>| {
        let found = history.news.iter().find(|(other, _)| *other == year);
        found.map(|(_, news)| (*news).clone())
    };
    let rows = followed.iter().filter_map(|history| {
        let news = said(history)?;
        let detail = match &news.standing {
            Fulfilment::Kept { on, at } => Some(format!("{}: {at}", date::long(*on))),
            Fulfilment::Dropped { reason } => Some(reason.clone()),
            Fulfilment::Open => super::wording::remarks(&news.remarks),
        };
        let due = deadline(news.due.unwrap_or(history.commitment.due));
        let made = format!("{}#ataganden", address::year(history.year));
        let promised = Cell::link(history.year.to_string(), made).hidden(format!(": {}", history.commitment.text));
        let header = Cell::text(&history.commitment.text);
        Some(Row { header, cells: vec![promised, due, word(&news.standing).note(detail)] })
    });
    let columns = ["Åtagande", "Utlovat", "Senast", "Läge"].map(Column::words).into();
    let rows: Vec<_> = rows.collect();
    let traces = followed.iter().filter_map(|history| said(history)).map(|news| trace::to(model, news.origin));
    let caption = format!("Vad uppföljningen {year} säger om tidigare åtaganden");
    (!rows.is_empty()).then(|| Table::new(path, "uppfoljda-ataganden", caption, columns, rows, traces.collect()))
}

/// How a promise stands, in a word.
fn word(standing: &Fulfilment) -> Cell {
    let class = match standing {
        Fulfilment::Open => "progress-under-way",
        Fulfilment::Kept { .. } => "progress-done",
        Fulfilment::Dropped { .. } => "progress-dropped",
    };
    Cell { class: Some(class), ..Cell::text(standing.words()) }
}

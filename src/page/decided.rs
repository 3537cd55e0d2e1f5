//! What a year's follow-up proposes, decides and promises, and what became of what was promised before.

use serde::Serialize;

use super::document::decision;
use super::promises::{deadline, promisor, standing};
use super::{Cell, Column, Row, Table, address, trace};
use crate::language::date;
use crate::model::{CityReport, Commitment, Fulfilment, Model, Year};
use crate::report::Report;
use crate::report::comparison::commitment::{CommitmentHistory, histories};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// When the follow-up comes before which body.
    hearings: Vec<(String, String)>,
    points: Option<Table>,
    commitments: Option<Table>,
    proposed: Option<Table>,
    news: Option<Table>,
}

impl View {
    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.points.iter().chain(&self.commitments).chain(&self.proposed).chain(&self.news)
    }
}

/// Composes it for the page at a path; `None` where nothing is written.
pub fn compose(report: &Report<'_>, written: &CityReport, year: Year, path: &str) -> Option<View> {
    let hearings = written.hearings.iter().map(|one| (one.body.clone(), date::long(one.date)));
    let all = histories(report.model);
    let made = all.iter().filter(|history| history.year == year);
    let (proposed, made): (Vec<_>, Vec<_>) = made.partition(|history| *history.standing() == Fulfilment::Proposed);
    let followed: Vec<_> = all.iter().filter(|history| history.news.iter().any(|(other, _)| *other == year)).collect();
    let view = View {
        hearings: hearings.collect(),
        points: points(report, written, path),
        commitments: commitments(report, &made, path),
        proposed: self::proposed(report, &proposed, path),
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
        let due = deadline(history.due());
        Row {
            header: Cell::text(&one.text).note(super::wording::remarks(&one.remarks)),
            cells: vec![promisor(model, &one.by), due, followed(one), now],
        }
    });
    let columns = ["Åtagande", "Vem", "Senast", "Följs upp", "Läge nu"].map(Column::words).into();
    let traces = made.iter().map(|history| trace::to(model, history.commitment.origin)).collect();
    let caption = "Vad som utlovades i uppföljningen, och hur det står till nu";
    (!made.is_empty()).then(|| Table::new(path, COMMITMENTS, caption, columns, rows.collect(), traces))
}

/// Where the promises of a year stand on its page.
const COMMITMENTS: &str = "ataganden";

/// Where what is only proposed stands.
const PROPOSED: &str = "foreslagna-ataganden";

/// The address of the table in which a promise stands on the page of its year, by what is known of it last.
pub fn address_of(model: &Model, history: &CommitmentHistory<'_>) -> String {
    let is_proposed = histories(model)
        .iter()
        .any(|one| one.commitment.id == history.commitment.id && *one.standing() == Fulfilment::Proposed);
    format!("{}#{}", address::year(history.year), if is_proposed { PROPOSED } else { COMMITMENTS })
}

/// What nobody has promised as far as is told here.
fn proposed(report: &Report<'_>, proposed: &[&CommitmentHistory<'_>], path: &str) -> Option<Table> {
    let model = report.model;
    let rows = proposed.iter().map(|history| {
        let one = history.commitment;
        let cells = vec![promisor(model, &one.by), deadline(history.due()), followed(one)];
        Row { header: Cell::text(&one.text).note(super::wording::remarks(&one.remarks)), cells }
    });
    let columns = ["Föreslaget åtagande", "Vem", "Senast", "Följs upp"].map(Column::words).into();
    let traces = proposed.iter().map(|history| trace::to(model, history.commitment.origin)).collect();
    let caption = "Åtaganden som är föreslagna utan att något beslut är redovisat här";
    (!proposed.is_empty()).then(|| Table::new(path, PROPOSED, caption, columns, rows.collect(), traces))
}

/// How a promise is to be followed up.
fn followed(commitment: &Commitment) -> Cell {
    let missing = || Cell { class: Some("missing"), ..Cell::text("inte angivet") };
    commitment.follow_up.clone().map_or_else(missing, Cell::text)
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
            Fulfilment::Proposed | Fulfilment::Open => super::wording::remarks(&news.remarks),
        };
        let due = deadline(news.due.unwrap_or(history.commitment.due));
        let made = address_of(model, history);
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
        Fulfilment::Proposed => "progress-not-started",
        Fulfilment::Open => "progress-under-way",
        Fulfilment::Kept { .. } => "progress-done",
        Fulfilment::Dropped { .. } => "progress-dropped",
    };
    Cell { class: Some(class), ..Cell::text(standing.words()) }
}

//! Everything that was promised by a day, across bodies and years: what is late first.

use serde::Serialize;

use super::frame::Entry;
use super::table::Group;
use super::{Cell, Column, Page, Parts, Row, Table, Trace, address, answer, decided, page, trace};
use crate::language::{date, list};
use crate::model::{Body, Deadline, Fulfilment, Model, Promisor};
use crate::report::Report;
use crate::report::comparison::commitment::CommitmentHistory;
use crate::report::promises::{Promise, PromiseGroup, PromiseState, Promised, all};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// How many there are in each group.
    summary: String,
    groups: Vec<Group>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.groups.iter().map(|group| &group.table).collect())
    }
}

/// The ways to this page, and to the audits where there are any.
pub fn entries(model: &Model) -> Vec<Entry> {
    let promises = Entry::new("Allt som är utlovat, det försenade först", address::PROMISES);
    std::iter::once(promises).chain(super::audits::entry(model)).collect()
}

/// The id, the heading and the caption of a group.
fn named(group: PromiseGroup) -> [&'static str; 3] {
    match group {
        PromiseGroup::Overdue => ["forsenat", "Försenat", "Det som skulle ha varit klart, det äldsta först"],
        PromiseGroup::Coming => ["kommande", "Kommande", "Det som ska bli klart, efter sista dag"],
        PromiseGroup::Kept => ["klart", "Klart", "Det som är klart, efter sista dag"],
        PromiseGroup::Dropped => ["utgatt", "Utgått", "Det som har utgått, efter sista dag"],
        PromiseGroup::Silent => {
            ["forsvunnet", "Försvunnet utan besked", "Det som skulle göras men inte nämns senare, efter sista dag"]
        }
        PromiseGroup::Unknown => ["okant", "Inte känt", "Det som inte är känt här, efter sista dag"],
        PromiseGroup::Ended => {
            ["upphort", "Organet har upphört", "Det som inte var klart när organet upphörde, efter sista dag"]
        }
        PromiseGroup::Proposed => [
            "foreslaget",
            "Föreslagna åtaganden",
            "Åtaganden som är föreslagna utan att något beslut är redovisat här, efter sista dag",
        ],
    }
}

/// Whether a group is told also where there is nothing in it.
fn is_always_told(group: PromiseGroup) -> bool {
    match group {
        PromiseGroup::Overdue
        | PromiseGroup::Coming
        | PromiseGroup::Kept
        | PromiseGroup::Dropped
        | PromiseGroup::Silent => true,
        PromiseGroup::Unknown | PromiseGroup::Ended | PromiseGroup::Proposed => false,
    }
}

/// Composes the page.
pub fn compose(report: &Report<'_>) -> Page {
    let model = report.model;
    let promised = all(report);
    let of = |group: PromiseGroup| promised.iter().filter(move |one| one.state.group() == group);
    let count = |group: PromiseGroup| of(group).count();
    let groups = PromiseGroup::ALL.into_iter().filter(|group| count(*group) > 0).map(|group| {
        let [id, title, caption] = named(group);
        let rows: Vec<_> = of(group).collect();
        Group { title, table: table(report, id, caption, &rows) }
    });
    let view = View { summary: summary(model, &count), groups: groups.collect() };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Åtgärder", address::MEASURES)];
    page(address::PROMISES.to_owned(), "Utlovat", address::MEASURES, crumbs, super::View::Promises(view))
}

fn summary(model: &Model, count: &dyn Fn(PromiseGroup) -> usize) -> String {
    let at = date::long(model.municipality.report_date);
    let proposed = match count(PromiseGroup::Proposed) {
        0 => String::new(),
        1 => " Dessutom är 1 åtagande föreslaget. Något beslut om det är inte redovisat här.".to_owned(),
        more => format!(" Dessutom är {more} åtaganden föreslagna. Något beslut om dem är inte redovisat här."),
    };
    let promised = PromiseGroup::ALL.into_iter().filter(|group| *group != PromiseGroup::Proposed);
    if promised.clone().all(|group| count(group) == 0) {
        return format!("Inget utlovat med sista dag är redovisat här den {at}.{proposed}");
    }
    let told = promised.filter(|group| is_always_told(*group) || count(*group) > 0);
    let counted: Vec<_> = told.map(|group| format!("{}: {}.", named(group)[1], count(group))).collect();
    format!("Läget {at}. {}{proposed}", counted.join(" "))
}

fn table(report: &Report<'_>, id: &str, caption: &str, promised: &[&Promised<'_>]) -> Table {
    let model = report.model;
    let rows = promised.iter().map(|one| {
        let (header, kind) = what(model, one);
        let at = model.municipality.report_date;
        let passed = one.state == PromiseState::Silent && one.due.is_some_and(|due| due.last_day() < at);
        let due = one
            .due
            .map_or_else(|| Cell { class: Some("missing"), ..Cell::text("ingen sista dag angiven") }, deadline)
            .note(passed.then(|| "dagen har passerat".to_owned()));
        Row { header, cells: vec![Cell::text(kind), who(model, one), due, outcome(one)] }
    });
    let columns = ["Vad", "Slag", "Vem", "Senast", "Läge"].map(Column::words).into();
    let mut traces: Vec<Trace> = promised.iter().map(|one| trace_of(model, one)).collect();
    traces.dedup();
    Table::new(address::PROMISES, id, caption, columns, rows.collect(), traces)
}

/// A deadline in words.
pub fn deadline(deadline: Deadline) -> Cell {
    match deadline {
        Deadline::Day(day) => Cell::text(date::long(day)),
        Deadline::Year(year) => Cell::text(format!("år {year}")),
    }
}

/// What was promised, and what kind of promise it is.
fn what(model: &Model, one: &Promised<'_>) -> (Cell, &'static str) {
    match &one.promise {
        Promise::Commitment(history) => {
            let address = decided::address_of(model, history);
            let note = super::wording::remarks(&history.commitment.remarks);
            let kind = if one.state == PromiseState::Proposed { "föreslaget åtagande" } else { "åtagande" };
            (Cell::link(&history.commitment.text, address).note(note), kind)
        }
        Promise::Measure(history) => {
            let latest = history.latest();
            let page = address::body_year(&history.body.id, latest.period.year);
            (Cell::link(&latest.title, format!("{page}#atgard-{}", latest.id)), "direktåtgärd")
        }
        Promise::Response(audit, _, turn) => {
            let words = format!("{}: {}", audit.title, answer::turn(*turn).to_lowercase());
            (Cell::link(words, address::audit(&audit.id)), "yttrande till revisorerna")
        }
        Promise::Answer(audit, _, recommendation, planned) => {
            let text = planned.action.clone().unwrap_or_else(|| format!("Svar på {}", recommendation.id));
            let words = format!("{text} ({}, {})", audit.title, recommendation.id);
            (Cell::link(words, answer::anchor(audit, recommendation)), "svar på en rekommendation")
        }
    }
}

fn who(model: &Model, one: &Promised<'_>) -> Cell {
    let link = |body: &Body| Cell::link(&body.name, address::body(&body.id));
    match &one.promise {
        Promise::Commitment(history) => promisor(model, &history.commitment.by),
        Promise::Measure(history) => link(history.body),
        Promise::Response(_, recipient, _) => link(&model.bodies[&recipient.body]),
        Promise::Answer(_, body, ..) => link(body),
    }
}

/// Who promises.
pub fn promisor(model: &Model, promisor: &Promisor) -> Cell {
    match promisor {
        Promisor::Named(name) => Cell::text(name),
        Promisor::Bodies(ids) => match ids.as_slice() {
            [id] => Cell::link(&model.bodies[id].name, address::body(id)),
            ids => {
                let names: Vec<_> = ids.iter().map(|id| model.bodies[id].name.as_str()).collect();
                Cell::text(list::joined(&names))
            }
        },
    }
}

/// How it stands, with what is known of how it went.
fn outcome(one: &Promised<'_>) -> Cell {
    let (class, words) = match one.state {
        PromiseState::Proposed => ("progress-not-started", "föreslaget"),
        PromiseState::Overdue => ("progress-late", "försenat"),
        PromiseState::Coming => ("progress-under-way", "ska göras"),
        PromiseState::Kept { late: Some(true), .. } => ("progress-done", "klart för sent"),
        PromiseState::Kept { late: Some(false), .. } => ("progress-done", "klart i tid"),
        PromiseState::Kept { late: None, .. } => ("progress-done", "klart"),
        PromiseState::Dropped => ("progress-dropped", "utgått"),
        PromiseState::Silent => ("progress-late", "nämns inte mer"),
        PromiseState::Unknown(missing) => ("missing", missing.words()),
        PromiseState::Ended => ("progress-dropped", "inte klart"),
    };
    Cell { class: Some(class), ..Cell::text(words) }.note(detail(one))
}

fn detail(one: &Promised<'_>) -> Option<String> {
    match (&one.promise, one.state) {
        (Promise::Commitment(history), _) => standing(history),
        (Promise::Measure(history), PromiseState::Silent) => {
            Some(format!("nämndes senast {}", history.latest().period.year))
        }
        (Promise::Measure(_), PromiseState::Dropped) => Some("skälet står i dokumentet".to_owned()),
        (Promise::Measure(history), PromiseState::Overdue | PromiseState::Coming) => {
            super::measure::progress_cell(history.latest().progress, history.latest().progress_note.as_ref()).note
        }
        (Promise::Answer(..), PromiseState::Silent) => Some("det uppföljande yttrandet nämner det inte".to_owned()),
        (_, PromiseState::Kept { on, .. }) => on.map(date::long),
        (Promise::Measure(_) | Promise::Response(..) | Promise::Answer(..), _) => None,
    }
}

/// What the latest word about a promise of the city is.
pub fn standing(history: &CommitmentHistory<'_>) -> Option<String> {
    match history.standing() {
        Fulfilment::Kept { on, at } => Some(format!("{}: {at}", date::long(*on))),
        Fulfilment::Dropped { reason } => Some(reason.clone()),
        Fulfilment::Proposed | Fulfilment::Open => {
            (history.last() > history.year).then(|| format!("nämndes senast {}", history.last()))
        }
    }
}

fn trace_of(model: &Model, one: &Promised<'_>) -> Trace {
    let origin = match &one.promise {
        Promise::Commitment(history) => history.news.last().map_or(history.commitment.origin, |(_, news)| news.origin),
        Promise::Measure(history) => history.latest().origin,
        Promise::Response(audit, recipient, turn) => answer::origin(model, audit, recipient, *turn),
        Promise::Answer(.., planned) => planned.origin,
    };
    trace::to(model, origin)
}

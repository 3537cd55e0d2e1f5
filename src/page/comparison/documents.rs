//! What became of measures and reviews: as a table over all bodies, and one by one with all that they say otherwise.

use serde::Serialize;

use super::super::{Cell, Column, Row, Table, Trace, risk_matrix, trace, wording};
use super::text;
use super::{Compared, bodies, cells, summary};
use crate::difference::wording::{Doers, JOINT, MEASURES, REVIEWS, RISKS, fate, field, value};
use crate::language::list;
use crate::model::{Body, JointAnswer, Measure, Model, PlannedRisk, Review, Year};
use crate::page::frame::Entry;
use crate::page::measure::progress_cell;
use crate::page::{ChangedRun, address};
use crate::report::comparison::field::Document;
use crate::report::comparison::{
    BodyComparison, Comparison, DocumentChange, Fate, Field, FieldChange, Pair, Side, Value,
};

/// A document that has a place on the page of a body's year.
pub trait Titled: Document {
    /// The words for its kind.
    const WORDS: Doers;
    /// Its title.
    fn title(&self) -> &str;
    /// Where it lies on the page of a body's year.
    fn anchor(&self) -> String;
}

/// A document that a body carries on from year to year.
pub trait Carried: Titled {
    /// The id of its tables.
    const ID: &'static str;
    /// What is said of it at a glance, such as how far it has come.
    const STATE: &'static str = "Läge";
    /// That itself.
    fn state(&self, model: &Model) -> Cell;
    /// Those of a body.
    fn of<'c, 'm>(body: &'c BodyComparison<'m>) -> &'c [DocumentChange<'m, Self>]
    where
        Self: Sized;
}

impl Titled for Measure {
    const WORDS: Doers = MEASURES;

    fn title(&self) -> &str {
        &self.title
    }

    fn anchor(&self) -> String {
        format!("atgard-{}", self.id)
    }
}

impl Carried for Measure {
    const ID: &'static str = "atgarder";

    fn state(&self, _: &Model) -> Cell {
        progress_cell(self.progress, self.progress_note.as_ref())
    }

    fn of<'c, 'm>(body: &'c BodyComparison<'m>) -> &'c [DocumentChange<'m, Self>] {
        &body.measures
    }
}

impl Titled for PlannedRisk {
    const WORDS: Doers = RISKS;

    fn title(&self) -> &str {
        &self.risk.name
    }

    fn anchor(&self) -> String {
        format!("risk-{}", self.id)
    }
}

impl Carried for PlannedRisk {
    const ID: &'static str = "risker";
    const STATE: &'static str = "Riskvärde";

    fn state(&self, model: &Model) -> Cell {
        risk_matrix::value(model, self)
    }

    fn of<'c, 'm>(body: &'c BodyComparison<'m>) -> &'c [DocumentChange<'m, Self>] {
        &body.risks
    }
}

impl Titled for Review {
    const WORDS: Doers = REVIEWS;

    fn title(&self) -> &str {
        &self.title
    }

    fn anchor(&self) -> String {
        format!("granskning-{}", self.id)
    }
}

impl Carried for Review {
    const ID: &'static str = "granskningar";

    fn state(&self, _: &Model) -> Cell {
        progress_cell(self.progress, self.progress_note.as_ref())
    }

    fn of<'c, 'm>(body: &'c BodyComparison<'m>) -> &'c [DocumentChange<'m, Self>] {
        &body.reviews
    }
}

impl Titled for JointAnswer {
    const WORDS: Doers = JOINT;

    fn title(&self) -> &str {
        &self.title
    }

    fn anchor(&self) -> String {
        format!("gemensam-{}", self.review)
    }
}

/// What became of those of all bodies, the silently gone first; `None` where nothing is to be told.
pub fn table<T: Carried>(all: &Compared<'_>, compared: &Comparison<'_>, path: &str) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let ordered = bodies::ordered(compared);
    let changes = ordered.iter().flat_map(|one| T::of(one).iter().map(move |change| (*one.body.latest(), change)));
    let mut changes: Vec<_> = changes.filter(|(_, change)| change.is_change()).collect();
    changes.sort_by_key(|(_, change)| summary::place(change.fate));
    let rows = changes.into_iter().map(|(body, change)| row(all, compared, body, change));
    let rows: Vec<_> = rows.collect();
    let columns = [
        kind::<T>(0),
        "Organ".to_owned(),
        "Vad som hänt".to_owned(),
        format!("{} {from}", T::STATE),
        format!("{} {to}", T::STATE),
        "Ändrade uppgifter".to_owned(),
        format!("Underlag {from}"),
        format!("Underlag {to}"),
    ];
    let caption = format!("{}: vad som hänt från {from} till {to}", kind::<T>(1));
    let columns = columns.map(Column::words).to_vec();
    (!rows.is_empty()).then(|| Table::new(path, T::ID, caption, columns, rows, Vec::new()))
}

/// The word for one (0) or many (1) at the beginning of a sentence.
fn kind<T: Titled>(number: usize) -> String {
    wording::capitalized(T::WORDS.sv[number])
}

fn row<T: Carried>(all: &Compared<'_>, compared: &Comparison<'_>, body: &Body, change: &DocumentChange<'_, T>) -> Row {
    let (before, after) = (compared.sides.before, compared.sides.after);
    let state = |document: Option<&&T>, side: Side<'_>| match document {
        Some(document) => document.state(side.report.model),
        None => Cell { class: Some("missing"), ..Cell::text(format!("finns inte {}", side.year)) },
    };
    let (old, new) = (change.documents.before(), change.documents.after());
    let latest = *change.documents.latest();
    let year = if new.is_some() { after.year } else { before.year };
    let about = |year: Year| format!("{}, {} {year}", latest.title(), body.name);
    Row {
        header: Cell::link(latest.title(), format!("{}#{}", address::body_year(&body.id, year), latest.anchor()))
            .hidden(format!(", {} {year}", body.name)),
        cells: vec![
            Cell::link(&body.name, all.address_of(before.year, after.year, body)),
            Cell::text(wording::capitalized(&fate(change.fate, compared.sides, 1).sv)),
            state(old, before),
            state(new, after),
            told(change),
            cells::line(before.report.model, old.map(|one| one.origin()), &about(before.year)),
            cells::line(after.report.model, new.map(|one| one.origin()), &about(after.year)),
        ],
    }
}

/// What a document says otherwise, in a few words: short values whole, texts by name only.
fn told<T>(change: &DocumentChange<'_, T>) -> Cell {
    let is_short = |one: &&FieldChange<'_>| match one.values.latest() {
        Value::Day(_) | Value::Level(_) | Value::Count(_) | Value::PartOf(..) => true,
        Value::Text(_)
        | Value::Written(_)
        | Value::Prose(_)
        | Value::Progress(_)
        | Value::Status(_)
        | Value::Figure(_)
        | Value::Range(..)
        | Value::Shares(_)
        | Value::Decision(_)
        | Value::Decisions(_)
        | Value::Point(_)
        | Value::Standing(_)
        | Value::Correction(_) => false,
    };
    let short = change.fields.iter().filter(is_short).map(|one| {
        let side = |one: Option<&Value<'_>>| one.map_or_else(|| "inget angivet".to_owned(), |one| value(one).sv);
        let name = wording::capitalized(&field(one.field).sv);
        format!("{name}: {}, ändrat till {}", side(one.values.before()), side(one.values.after()))
    });
    let mut phrases: Vec<_> = short.collect();
    let is_long = |one: &&FieldChange<'_>| one.field != Field::Progress && !is_short(one);
    let long: Vec<_> = change.fields.iter().filter(is_long).map(|one| field(one.field).sv).collect();
    if !long.is_empty() {
        phrases.push(wording::capitalized(&list::joined(&long)));
    }
    if change.documents.both().is_none() {
        return Cell { class: Some("missing"), ..Cell::text("finns bara ena året") };
    }
    if phrases.is_empty() {
        return Cell { class: Some("missing"), ..Cell::text("inga") };
    }
    Cell::text(phrases.join(". "))
}

/// A document of a body, with all that it says otherwise.
#[derive(Debug, Serialize)]
pub struct View {
    title: String,
    fate: String,
    /// Where it is read in either year.
    read: Vec<Entry>,
    fields: Vec<FieldView>,
    traces: Vec<Trace>,
}

impl View {
    /// Whether some field is told as one text of both years.
    pub fn has_signs(&self) -> bool {
        let has_signs =
            |field: &FieldView| field.difference.is_some() || field.blocks.as_ref().is_some_and(text::View::has_signs);
        self.fields.iter().any(has_signs)
    }
}

/// A field that has changed.
#[derive(Debug, Serialize)]
struct FieldView {
    name: String,
    /// The years and what stood there; nothing for texts that are told as one.
    values: Vec<(String, String)>,
    /// Texts as one.
    difference: Option<Vec<ChangedRun>>,
    /// Long texts as one, block by block.
    blocks: Option<text::View>,
}

/// Those of a body that have changed, the silently gone first.
pub fn of_body<T: Carried>(compared: &Comparison<'_>, body: &BodyComparison<'_>, path: &str) -> Vec<View> {
    let mut changes: Vec<_> = T::of(body).iter().filter(|change| change.is_change()).collect();
    changes.sort_by_key(|change| summary::place(change.fate));
    changes.into_iter().map(|change| view(compared, body.body.latest(), change, path)).collect()
}

/// One of them.
pub fn view<T: Titled>(compared: &Comparison<'_>, body: &Body, change: &DocumentChange<'_, T>, path: &str) -> View {
    let sides = [compared.sides.before, compared.sides.after];
    let documents = [change.documents.before(), change.documents.after()];
    let there = || sides.into_iter().zip(documents).filter_map(|(side, document)| Some((side, *document?)));
    let read = there().map(|(side, document)| {
        let address = format!("{}#{}", address::body_year(&body.id, side.year), document.anchor());
        Entry::new(format!("{} {}", kind::<T>(0), side.year), address)
    });
    View {
        title: change.documents.latest().title().to_owned(),
        fate: match change.fate {
            Fate::CarriedOn => "Finns kvar med ändrade uppgifter.".to_owned(),
            other => format!("{}.", wording::capitalized(&fate(other, compared.sides, 1).sv)),
        },
        read: read.collect(),
        fields: change.fields.iter().map(|one| field_view(compared, one, path)).collect(),
        traces: there().map(|(side, document)| trace::to(side.report.model, document.origin())).collect(),
    }
}

fn field_view(compared: &Comparison<'_>, change: &FieldChange<'_>, path: &str) -> FieldView {
    let name = wording::capitalized(&field(change.field).sv);
    let plain = FieldView { name, values: Vec::new(), difference: None, blocks: None };
    match &change.values {
        Pair::Both(Value::Text(old), Value::Text(new)) => {
            FieldView { difference: Some(text::words(old, new)), ..plain }
        }
        Pair::Both(Value::Prose(old), Value::Prose(new)) => {
            FieldView { blocks: Some(text::compare(compared, (old, new), path, 5)), ..plain }
        }
        values => {
            let years = [compared.sides.before.year, compared.sides.after.year];
            let side = |one: Option<&Value<'_>>| one.map_or_else(|| "inget angivet".to_owned(), |one| value(one).sv);
            let sides = [side(values.before()), side(values.after())];
            FieldView { values: years.map(|year| year.to_string()).into_iter().zip(sides).collect(), ..plain }
        }
    }
}

//! Figures of indicators in two years: in number and in per cent, or why they cannot be compared.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{Cell, Column, Row, Table, trace, wording};
use super::{Compared, bodies, cells};
use crate::language::{list, number, plural};
use crate::model::{IndicatorId, Missing, Reading, Year};
use crate::page::address;
use crate::page::frame::Entry;
use crate::report::comparison::{BodyComparison, Comparison, Difference, ReadingChange};

/// The figures of all bodies that have changed, indicator by indicator; `None` where there are none.
pub fn all(all: &Compared<'_>, compared: &Comparison<'_>, path: &str) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let is_shown = |(_, one): &(&BodyComparison<'_>, &ReadingChange<'_>)| match &one.difference {
        Difference::Between { from, to } => from != to,
        Difference::Broken(_) | Difference::Missing(..) => false,
    };
    let readings: Vec<_> = ordered(compared).into_iter().filter(is_shown).collect();
    let rows = readings.iter().map(|(one, reading)| {
        let body = *one.body.latest();
        let who = Cell::link(&body.name, all.address_of(from, to, body));
        let cells = std::iter::once(who).chain(figures(compared, one, reading));
        Row { header: indicator(reading), cells: cells.collect() }
    });
    let columns = [Column::words("Mätetal"), Column::words("Organ")].into_iter().chain(headings(from, to)).collect();
    table(
        compared,
        path,
        format!("Mätetal som har ändrats från {from} till {to}, organ för organ"),
        columns,
        rows.collect(),
        &readings,
    )
}

fn ordered<'c, 'm>(compared: &'c Comparison<'m>) -> Vec<(&'c BodyComparison<'m>, &'c ReadingChange<'m>)> {
    let bodies = bodies::ordered(compared).into_iter();
    let mut readings: Vec<_> =
        bodies.flat_map(|body| body.readings.iter().map(move |reading| (body, reading))).collect();
    readings.sort_by_key(|(_, reading)| &reading.indicator.id);
    readings
}

/// How many figures have not changed, in a sentence; `None` where all have.
pub fn unchanged(compared: &Comparison<'_>) -> Option<String> {
    let is_same = |one: &&ReadingChange<'_>| matches!(&one.difference, Difference::Between { from, to } if from == to);
    let count = compared.bodies.iter().flat_map(|body| &body.readings).filter(is_same).count();
    (count > 0).then(|| format!("{} oförändrade.", plural::counted(count as u64, "mätetal är", "mätetal är")))
}

/// Indicators whose figures cannot be compared, for the same reason.
#[derive(Debug, Serialize)]
pub struct Lacking {
    reason: String,
    /// The indicators, and whose figures.
    indicators: Vec<(Entry, String)>,
}

/// How many bodies are named one by one.
const NAMED: usize = 3;

/// The figures that cannot be compared, by reason: parted by a break, or not there in one of the years.
pub fn lacking(compared: &Comparison<'_>) -> Vec<Lacking> {
    let mut groups: BTreeMap<String, BTreeMap<&IndicatorId, (&ReadingChange<'_>, Vec<&str>)>> = BTreeMap::new();
    for (body, one) in ordered(compared) {
        let reason = match &one.difference {
            Difference::Between { .. } => continue,
            Difference::Broken(reason) => reason.clone(),
            Difference::Missing(year, missing) => wording::capitalized(&format!("{} {year}", missing.words())),
        };
        let of_reason = groups.entry(reason).or_default();
        let (_, names) = of_reason.entry(&one.indicator.id).or_insert_with(|| (one, Vec::new()));
        names.push(&body.body.latest().name);
    }
    let indicator = |(one, names): (&ReadingChange<'_>, Vec<&str>)| {
        let name = wording::capitalized(&one.indicator.name);
        let who = if names.len() > NAMED { format!("{} organ", names.len()) } else { list::joined(&names) };
        (Entry::new(name, address::indicator(&one.indicator.id)), who)
    };
    let lacking = |(reason, of_reason): (String, BTreeMap<_, (&ReadingChange<'_>, Vec<&str>)>)| Lacking {
        reason,
        indicators: of_reason.into_values().map(indicator).collect(),
    };
    groups.into_iter().map(lacking).collect()
}

/// The figures of one body; `None` where it has none.
pub fn of_body(compared: &Comparison<'_>, body: &BodyComparison<'_>, path: &str) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let readings: Vec<_> = body.readings.iter().map(|reading| (body, reading)).collect();
    let rows = readings
        .iter()
        .map(|(one, reading)| Row { header: indicator(reading), cells: figures(compared, one, reading).into() });
    let columns = std::iter::once(Column::words("Mätetal")).chain(headings(from, to)).collect();
    let caption = format!("Mätetalen {from} och {to}, {}", body.body.latest().name);
    table(compared, path, caption, columns, rows.collect(), &readings)
}

fn table(
    compared: &Comparison<'_>,
    path: &str,
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Row>,
    readings: &[(&BodyComparison<'_>, &ReadingChange<'_>)],
) -> Option<Table> {
    let model = compared.sides.after.report.model;
    let mut traces: Vec<_> = readings.iter().map(|(_, one)| trace::to(model, one.indicator.origin)).collect();
    traces.dedup();
    (!rows.is_empty()).then(|| Table::new(path, "matetal", caption, columns, rows, traces))
}

fn headings(from: Year, to: Year) -> [Column; 6] {
    [
        Column::figures(from.to_string()),
        Column::figures(to.to_string()),
        Column::figures("Förändring"),
        Column::figures("Förändring i procent"),
        Column::words(format!("Underlag {from}")),
        Column::words(format!("Underlag {to}")),
    ]
}

fn indicator(reading: &ReadingChange<'_>) -> Cell {
    let one = reading.indicator;
    Cell::link(wording::capitalized(&one.name), address::indicator(&one.id)).note(Some(one.unit.clone()))
}

fn figures(compared: &Comparison<'_>, body: &BodyComparison<'_>, change: &ReadingChange<'_>) -> [Cell; 6] {
    let (before, after) = (compared.sides.before, compared.sides.after);
    let name = &body.body.latest().name;
    let figure = |reading: Option<&Reading>, exists: bool, year: Year| {
        let value = reading.map_or(Err(why_none(change, exists, year)), |reading| reading.value);
        let note = reading.and_then(|reading| wording::remarks(&reading.remarks));
        match value {
            Ok(value) => Cell::figure(number::decimal(&value, change.indicator.decimals)).note(note),
            Err(missing) => Cell::missing(missing).note(note),
        }
    };
    let (number, per_cent) = wording::difference(&change.difference, change.indicator);
    let reason = match &change.difference {
        Difference::Between { .. } | Difference::Missing(..) => None,
        Difference::Broken(reason) => Some(reason.clone()),
    };
    let line = |side: crate::report::comparison::Side<'_>, reading: Option<&Reading>| {
        let about = format!("{} {}, {name}", change.indicator.name, side.year);
        cells::line(side.report.model, reading.map(|reading| reading.origin), &about)
    };
    [
        figure(change.before, body.body.before().is_some(), before.year),
        figure(change.after, body.body.after().is_some(), after.year),
        Cell::figure(number).note(reason),
        Cell::figure(per_cent),
        line(before, change.before),
        line(after, change.after),
    ]
}

/// Why no figure is written for a year.
fn why_none(change: &ReadingChange<'_>, exists: bool, year: Year) -> Missing {
    match &change.difference {
        Difference::Missing(of, missing) if *of == year => *missing,
        Difference::Missing(..) | Difference::Between { .. } | Difference::Broken(_) if exists => Missing::Unknown,
        Difference::Missing(..) | Difference::Between { .. } | Difference::Broken(_) => Missing::BodyAbsent,
    }
}

//! Figures of indicators in two years: in number and in per cent, or why they cannot be compared.

use super::super::{Cell, Column, Row, Table, trace, wording};
use super::{Compared, bodies, cells};
use crate::language::number;
use crate::model::{Missing, Reading, Year};
use crate::page::address;
use crate::report::comparison::{BodyComparison, Comparison, Difference, ReadingChange};

/// The figures of all bodies, indicator by indicator; `None` where there are none.
pub fn all(all: &Compared<'_>, compared: &Comparison<'_>, path: &str) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let ordered = bodies::ordered(compared);
    let mut readings: Vec<_> =
        ordered.iter().flat_map(|body| body.readings.iter().map(move |reading| (*body, reading))).collect();
    readings.sort_by_key(|(_, reading)| &reading.indicator.id);
    let rows = readings.iter().map(|(one, reading)| {
        let body = *one.body.latest();
        let who = Cell::link(&body.name, all.address_of(from, to, body));
        let cells = std::iter::once(who).chain(figures(compared, one, reading));
        Row { header: indicator(reading), cells: cells.collect() }
    });
    let columns = [Column::words("Mätetal"), Column::words("Organ")].into_iter().chain(headings(from, to)).collect();
    table(compared, path, format!("Mätetalen {from} och {to}, organ för organ"), columns, rows.collect(), &readings)
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
        let value = reading.map_or(Err(lacking(change, exists, year)), |reading| reading.value);
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
fn lacking(change: &ReadingChange<'_>, exists: bool, year: Year) -> Missing {
    match &change.difference {
        Difference::Missing(of, missing) if *of == year => *missing,
        Difference::Missing(..) | Difference::Between { .. } | Difference::Broken(_) if exists => Missing::Unknown,
        Difference::Missing(..) | Difference::Between { .. } | Difference::Broken(_) => Missing::BodyAbsent,
    }
}

//! An indicator: what it counts, every body's figures, changes and breaks.

use serde::Serialize;

use super::frame::Entry;
use super::{Cell, Column, Figure, Page, Parts, Row, Table, Trace, address, charting, page, trace, wording};
use crate::chart;
use crate::language::{collation, number};
use crate::model::{Body, Direction, Indicator, Readings, Year, YearSpan};
use crate::report::{Report, comparison};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    definition: String,
    unit: String,
    direction: &'static str,
    source: Option<String>,
    note: Option<String>,
    breaks: Vec<String>,
    targets: Vec<String>,
    trace: Trace,
    /// All bodies beside each other; `None` when nobody reports it.
    table: Option<Table>,
    bodies: Vec<OfBody>,
}

#[derive(Debug, Serialize)]
struct OfBody {
    name: String,
    href: String,
    source: Option<String>,
    note: Option<String>,
    notes: Vec<String>,
    figure: Figure,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (self.bodies.iter().map(|body| &body.figure).collect(), self.table.iter().collect())
    }
}

/// Composes the page of an indicator.
pub fn compose(report: &Report<'_>, indicator: &Indicator) -> Page {
    let path = address::indicator(&indicator.id);
    let reporting = report.model.bodies.values().filter_map(|body| Some((body, body.readings.get(&indicator.id)?)));
    let mut reporting: Vec<_> = reporting.collect();
    reporting.sort_by_cached_key(|(body, _)| collation::sort_key(&body.name));
    let target = |target: &crate::model::Target| {
        format!("{}: {} {}", target.year, number::decimal(&target.value, indicator.decimals), indicator.unit)
    };
    let view = View {
        definition: indicator.definition.clone(),
        unit: indicator.unit.clone(),
        direction: match indicator.direction {
            Direction::HigherIsBetter => "Ett högre värde är bättre.",
            Direction::LowerIsBetter => "Ett lägre värde är bättre.",
            Direction::Neither => "Ett högre eller lägre värde är i sig varken bättre eller sämre.",
        },
        source: indicator.remarks.source.clone(),
        note: indicator.remarks.note.clone(),
        breaks: indicator.breaks.iter().map(|one| format!("{}: {}", one.year, one.reason)).collect(),
        targets: indicator.targets.iter().map(target).collect(),
        trace: trace::to(report.model, indicator.origin),
        table: table(report, indicator, &reporting, &path),
        bodies: reporting.iter().map(|(body, readings)| of_body(report, indicator, body, readings, &path)).collect(),
    };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Mätetal", address::INDICATORS)];
    page(path, wording::capitalized(&indicator.name), address::INDICATORS, crumbs, super::View::Indicator(view))
}

fn of_body(report: &Report<'_>, indicator: &Indicator, body: &Body, readings: &Readings, path: &str) -> OfBody {
    let notes = readings
        .by_year
        .iter()
        .filter_map(|(year, reading)| Some(format!("{year}: {}", reading.remarks.note.as_ref()?)));
    OfBody {
        name: body.name.clone(),
        href: address::body(&body.id),
        source: readings.remarks.source.clone(),
        note: readings.remarks.note.clone(),
        notes: notes.collect(),
        figure: charting::indicator(report.model, path, format!("organ_{}", body.id), indicator, body, readings),
    }
}

/// All bodies by year, with the change from the first to the last year where they can be compared.
fn table(report: &Report<'_>, indicator: &Indicator, reporting: &[(&Body, &Readings)], path: &str) -> Option<Table> {
    let written = reporting.iter().flat_map(|(_, readings)| readings.by_year.keys().copied());
    let (first, last) = (written.clone().min()?, written.max()?);
    let years: Vec<_> = (first.0..=last.0).map(Year).collect();
    let rows = reporting.iter().map(|(body, readings)| {
        let mut cells: Vec<_> = years.iter().map(|year| cell(indicator, body, readings, *year)).collect();
        match comparison::comparable_ends(indicator, readings) {
            Some((first, last)) => {
                let difference = comparison::difference(indicator, body, readings, first, last);
                let (number, per_cent) = wording::difference(&difference, indicator);
                let years = crate::language::date::years(first.0, last.0);
                let development = Cell { svg: Some(sparkline(indicator, readings)), ..Cell::figure(per_cent) };
                cells.extend([Cell::figure(number).note(Some(years)), development]);
            }
            None => {
                let missing = || Cell { class: Some("missing"), ..Cell::text("färre än två jämförbara år") };
                cells.extend([missing(), missing()]);
            }
        }
        Row { header: Cell::link(&body.name, address::body(&body.id)), cells }
    });
    let mut columns = vec![Column::words("Organ")];
    columns.extend(years.iter().map(|year| Column::figures(year.to_string())));
    columns.extend([Column::figures("Förändring, jämförbara år"), Column::figures("Förändring i procent")]);
    let traces = std::iter::once(indicator.origin).chain(reporting.iter().map(|(_, readings)| readings.origin));
    let caption = format!("{} för varje organ och år, {}", wording::capitalized(&indicator.name), indicator.unit);
    Some(Table::new(
        path,
        "alla",
        caption,
        columns,
        rows.collect(),
        traces.map(|origin| trace::to(report.model, origin)).collect(),
    ))
}

/// The little drawing of a body's figures, beside the change that it shows.
fn sparkline(indicator: &Indicator, readings: &Readings) -> String {
    let span = readings.by_year.keys().next().zip(readings.by_year.keys().next_back());
    let years: Vec<_> =
        span.map(|(first, last)| YearSpan { first: *first, last: *last }.years()).into_iter().flatten().collect();
    let value = |year: &Year| readings.by_year.get(year).and_then(|reading| reading.value.ok());
    let values: Vec<_> = years.iter().map(value).collect();
    let breaks: Vec<_> =
        years.iter().enumerate().filter(|(_, year)| indicator.break_at(**year).is_some()).map(|(at, _)| at).collect();
    chart::sparkline_of_values(&values, &breaks)
}

fn cell(indicator: &Indicator, body: &Body, readings: &Readings, year: Year) -> Cell {
    let note = readings.by_year.get(&year).and_then(|reading| wording::remarks(&reading.remarks));
    let cell = match comparison::figure(body, readings, year) {
        Ok(value) => Cell::figure(number::decimal(&value, indicator.decimals)),
        Err(missing) => Cell::missing(missing),
    };
    cell.note(note)
}

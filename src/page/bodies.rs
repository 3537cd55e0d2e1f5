//! All committees and companies, those of today first, with their latest result and trend.

use serde::Serialize;

use super::frame::Entry;
use super::table::Group;
use super::{Cell, Column, Page, Parts, Row, Table, address, charting, page, trace, wording};
use crate::language::collation;
use crate::model::{Body, Missing, Year};
use crate::report::{Report, comparison};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    groups: Vec<Group>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.groups.iter().map(|group| &group.table).collect())
    }
}

/// Composes the page.
pub fn compose(report: &Report<'_>) -> Page {
    let lasts = |body: &Body| body.until.is_none_or(|until| until >= report.model.municipality.report_date);
    let groups = [
        group(report, "namnder", "Nämnder och styrelser", |body| lasts(body) && body.kind.is_committee()),
        group(report, "bolag", "Bolag och förbund", |body| lasts(body) && !body.kind.is_committee()),
        group(report, "tidigare", "Tidigare nämnder och bolag", |body| !lasts(body)),
    ];
    let view = View { groups: groups.into_iter().flatten().collect() };
    page(
        address::BODIES.to_owned(),
        "Nämnder och bolag",
        address::BODIES,
        vec![Entry::new("Överblick", address::START)],
        super::View::Bodies(view),
    )
}

fn group(report: &Report<'_>, id: &str, title: &'static str, belongs: impl Fn(&Body) -> bool) -> Option<Group> {
    let mut bodies: Vec<_> = report.model.bodies.values().filter(|body| belongs(body)).collect();
    bodies.sort_by_cached_key(|body| collation::sort_key(&body.name));
    let year = report.main_set().latest().unwrap_or(report.model.municipality.span.last);
    let rows: Vec<_> = bodies.into_iter().map(|body| row(report, body, year)).collect();
    let columns = vec![
        Column::words("Organ"),
        Column::words("Slag"),
        Column::figures(format!("Andel {year}")),
        Column::words("Förändring från året före"),
        Column::words("Utveckling"),
        Column::words(format!("Självskattning {year}")),
    ];
    let best = report.main_set().scale.best_name();
    let caption = format!("{title}: andel {best} och läget för självskattningen {year}");
    let traces = vec![trace::to(report.model, report.main_set().set.origin)];
    (!rows.is_empty()).then(|| Group { title, table: Table::new(address::BODIES, id, caption, columns, rows, traces) })
}

fn row(report: &Report<'_>, body: &Body, year: Year) -> Row {
    let set = report.main_set();
    let series = &set.bodies[&body.id];
    let latest = series.last();
    let missing = series.at(year).and_then(|point| point.value.missing()).unwrap_or(Missing::Unknown);
    // An older year than the column's says so wherever its figures stand.
    let older =
        latest.filter(|point| point.year != year).map_or_else(String::new, |point| format!(" ({})", point.year));
    let share = match latest {
        Some(point) => Cell::figure(format!("{}{older}", wording::point(point).unwrap_or_default())),
        None => Cell::missing(missing),
    };
    let change = latest.map(|point| comparison::change(series, point.year.before(), point.year));
    let change = change
        .map_or_else(|| Cell::missing(missing), |change| Cell::text(format!("{}{older}", wording::change(&change))));
    let development = match (charting::sparkline(series), series.first_comparable().zip(latest)) {
        (Some(svg), Some((first, last))) if first.year < last.year => {
            let text = format!(
                "{} {} till {} {}",
                wording::point(first).unwrap_or_default(),
                first.year,
                wording::point(last).unwrap_or_default(),
                last.year
            );
            Cell { svg: Some(svg), ..Cell::text(text) }
        }
        (Some(_) | None, _) if latest.is_none() => Cell::missing(missing),
        (Some(_) | None, _) => Cell { class: Some("missing"), ..Cell::text("färre än två år") },
    };
    let standing = match set.years[&year].coverage.standings.get(&body.id) {
        Some(standing) => Cell::text(wording::standing(*standing)),
        None => Cell::missing(Missing::BodyAbsent),
    };
    Row {
        header: Cell::link(&body.name, address::body(&body.id)),
        cells: vec![Cell::text(body.kind.words()), share, change, development, standing],
    }
}

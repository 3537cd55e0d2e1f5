//! The risks of all bodies in a year, on the municipality's matrix: how many in each cell, and whose they are.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::frame::Entry;
use super::plan::{address_of, joint_result};
use super::{Cell, Column, Page, Parts, Row, Table, address, page, risk_matrix, trace, wording};
use crate::language::{collation, list, plural};
use crate::model::{Body, PlannedRisk, Year};
use crate::report::Report;
use crate::report::plans::{self, Lack, Owned, YearRisks};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// How many risks there are in how many plans, and how serious they are.
    summary: String,
    neighbours: Vec<Entry>,
    /// What the verdicts of the matrix mean, where they say so.
    verdicts: Vec<(String, String, String)>,
    /// What the levels mean, where they say so.
    levels: Vec<(String, String)>,
    matrix: Option<Table>,
    /// Why there is no matrix.
    no_matrix: Option<String>,
    risks: Option<Table>,
    /// Plans that say that there are no direct measures.
    no_measures: Vec<(Entry, String)>,
    bodies: Table,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.matrix.iter().chain(&self.risks).chain([&self.bodies]).collect())
    }
}

/// Composes the page of a year with plans.
pub fn compose(report: &Report<'_>, year: Year) -> Page {
    let model = report.model;
    let path = address::risks_year(year);
    let found = plans::of_year(model, year);
    let years = plans::years(model);
    let neighbour = |other: Option<&Year>, which: &str| {
        other.map(|year| Entry::new(format!("{which}: {year}"), address::risks_year(*year)))
    };
    let at = years.iter().position(|other| *other == year);
    let before = neighbour(at.and_then(|at| years.get(at + 1)), "Året före");
    let after = neighbour(at.and_then(|at| years.get(at.checked_sub(1)?)), "Året efter");
    let no_measures = found.plans.iter().filter_map(|planned| {
        let entry = Entry::new(&planned.body.name, plan_address(planned.body, year));
        Some((entry, planned.plan.no_measures.clone()?))
    });
    let matrix = matrix(report, &found, year, &path);
    let steps = model.risk_matrix.iter().flat_map(|matrix| {
        let scale = |what: &'static str, steps: &'_ [crate::model::RiskStep]| {
            let steps = steps
                .iter()
                .filter_map(|step| Some((format!("{what} {} {}", step.level, step.name), step.description.clone()?)));
            steps.collect::<Vec<_>>()
        };
        scale("Sannolikhet", &matrix.likelihood).into_iter().chain(scale("Konsekvens", &matrix.consequence))
    });
    let verdicts = model.risk_matrix.iter().flat_map(|matrix| &matrix.verdicts);
    let view = View {
        summary: summary(report, &found, year),
        neighbours: before.into_iter().chain(after).collect(),
        verdicts: verdicts
            .filter_map(|one| Some((one.symbol.clone(), one.name.clone(), one.description.clone()?)))
            .collect(),
        levels: steps.collect(),
        no_matrix: matrix.is_none().then(|| no_matrix(report, &found)),
        matrix,
        risks: risks(report, &found, year, &path),
        no_measures: no_measures.collect(),
        bodies: bodies(report, &found, year, &path),
    };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Risker", address::RISKS)];
    page(path, format!("Risker {year}"), address::RISKS, crumbs, super::View::RisksYear(Box::new(view)))
}

/// Where a body's plan stands.
pub fn plan_address(body: &Body, year: Year) -> String {
    format!("{}#plan", address::body_year(&body.id, year))
}

/// How many risks there are in how many plans.
pub fn summary(report: &Report<'_>, found: &YearRisks<'_>, year: Year) -> String {
    let (count, plans) = (found.count(), found.plans.len());
    if plans == 0 {
        return format!("Ingen beslutad plan för {year} är inlagd här.");
    }
    let tally = wording::capitalized(&risk_matrix::tally(report.model, found.risks()));
    let plans = plural::counted(plans as u64, "plan", "planer");
    format!("Här finns {} ur {plans} för {year}. {tally}.", risk_matrix::risks(count))
}

fn no_matrix(report: &Report<'_>, found: &YearRisks<'_>) -> String {
    if report.model.risk_matrix.is_none() {
        return "Kommunens riskmatris finns inte inlagd. Här skulle antalet risker i varje ruta stå.".to_owned();
    }
    if found.plans.is_empty() {
        return "Ingen beslutad plan finns inlagd. Här skulle antalet risker i varje ruta stå.".to_owned();
    }
    "Ingen risk har både sannolikhet och konsekvens. Här skulle antalet risker i varje ruta stå.".to_owned()
}

/// How many risks each cell has, and whose they are.
pub fn matrix(report: &Report<'_>, found: &YearRisks<'_>, year: Year, path: &str) -> Option<Table> {
    let matrix = report.model.risk_matrix.as_ref()?;
    let notes = found.cells.iter().map(|(cell, risks)| (*cell, (risks.len(), whose(risks))));
    let caption = format!("Antal risker {year} efter sannolikhet och konsekvens, och vilka som har dem");
    (!found.cells.is_empty()).then(|| risk_matrix::table(report.model, matrix, path, caption, &notes.collect()))
}

/// The bodies of some risks: `Miljönämnden (2) och Valnämnden`.
fn whose(risks: &[Owned<'_>]) -> String {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for (body, _) in risks {
        *counts.entry((collation::sort_key(&body.name), body.name.as_str())).or_default() += 1;
    }
    let names: Vec<_> = counts
        .into_iter()
        .map(|((_, name), count)| if count == 1 { name.to_owned() } else { format!("{name}\u{a0}({count})") })
        .collect();
    list::joined(&names)
}

fn risks(report: &Report<'_>, found: &YearRisks<'_>, year: Year, path: &str) -> Option<Table> {
    let model = report.model;
    let mut all: Vec<_> =
        found.plans.iter().flat_map(|planned| planned.plan.risks.iter().map(move |risk| (planned, risk))).collect();
    // The highest first; those without a value last.
    let value = |risk: &PlannedRisk| std::cmp::Reverse(risk.value().ok());
    all.sort_by_cached_key(|(planned, risk)| (value(risk), collation::sort_key(&planned.body.name)));
    let at = model.municipality.report_date;
    let rows = all.iter().map(|(planned, risk)| {
        let header = Cell::link(&risk.risk.name, address_of(planned.body, year, risk))
            .hidden(format!(", {}", planned.body.name))
            .note(risk.category.clone());
        let responses: Vec<_> = risk.responses.iter().map(|response| response.words().to_owned()).collect();
        let cells = vec![
            Cell::link(&planned.body.name, plan_address(planned.body, year)),
            risk_matrix::likelihood(model, risk),
            risk_matrix::consequence(model, risk),
            risk_matrix::value(model, risk),
            Cell::text(list::joined(&responses)),
            results(report, planned, (risk, year), plans::is_over(year, at)),
        ];
        Row { header, cells }
    });
    let columns = ["Risk", "Organ", "Sannolikhet", "Konsekvens", "Riskvärde", "Hantering", "Resultat"];
    let columns = columns.map(Column::words).to_vec();
    let caption = if all.iter().any(|(_, risk)| risk.value().is_ok()) {
        format!("Riskerna i planerna för {year}, de med högst riskvärde först")
    } else {
        format!("De risker som är kända ur planerna för {year}")
    };
    let traces = found.plans.iter().map(|planned| trace::to(model, planned.plan.origin)).collect();
    (!all.is_empty()).then(|| Table::new(path, "risker", caption, columns, rows.collect(), traces))
}

/// How many of a risk's measures and reviews have a result.
fn results(
    report: &Report<'_>,
    planned: &plans::Planned<'_>,
    (risk, year): (&PlannedRisk, Year),
    is_over: bool,
) -> Cell {
    let items = plans::items(planned.of_year, risk);
    let missing = |text: String| Cell { class: Some("missing"), ..Cell::text(text) };
    let joint = plans::joint_items(report.model, planned, year, risk);
    if items.is_empty() && !joint.is_empty() {
        let told: BTreeSet<_> = joint.into_iter().map(|(_, _, result)| joint_result(result).text).collect();
        let told: Vec<_> = told.into_iter().collect();
        return Cell::text(told.join("; ")).note(Some("kommungemensam granskning".to_owned()));
    }
    if items.is_empty() {
        if plans::without_item(planned.of_year, risk).is_empty() {
            return Cell::text("ingen åtgärd eller granskning planerad");
        }
        return missing("ingen åtgärd eller granskning redovisad här".to_owned());
    }
    let (all, told) = (items.len(), items.iter().filter(|item| item.has_result()).count());
    match (&risk.no_result, is_over) {
        _ if told == all => Cell::text("redovisat"),
        (Some(reason), _) => missing(format!("resultat saknas: {reason}")),
        (None, true) => missing(format!("resultat saknas för {} av {all}", all - told)),
        (None, false) => missing("året pågår".to_owned()),
    }
}

fn bodies(report: &Report<'_>, found: &YearRisks<'_>, year: Year, path: &str) -> Table {
    let model = report.model;
    let at = model.municipality.report_date;
    let mut rows: Vec<(&Body, Row)> = Vec::new();
    for planned in &found.plans {
        let lacking = planned
            .plan
            .risks
            .iter()
            .flat_map(|risk| plans::items(planned.of_year, risk))
            .filter(|item| !item.has_result())
            .count();
        let results = match (plans::is_over(year, at), lacking) {
            (false, _) => Cell { class: Some("missing"), ..Cell::text("året pågår") },
            (true, 0) => Cell::text("inga saknas"),
            (true, _) => Cell { class: Some("missing"), ..Cell::text(format!("{lacking} saknas")) },
        };
        let cells = vec![
            Cell::figure(planned.plan.risks.len().to_string()),
            Cell::text(risk_matrix::tally(model, planned.plan.risks.iter())),
            results,
        ];
        let header = Cell::link(&planned.body.name, plan_address(planned.body, year));
        rows.push((planned.body, Row { header, cells }));
    }
    for (body, lack) in &found.without_plan {
        let words = match lack {
            Lack::Draft => "utkast, inte beslutat",
            Lack::Withheld => "publiceras inte",
            Lack::Nothing => "ingen plan inlagd",
        };
        let missing = || Cell { class: Some("missing"), ..Cell::text(words) };
        rows.push((body, Row { header: super::heat::link(body, year), cells: vec![missing(), missing(), missing()] }));
    }
    rows.sort_by_cached_key(|(body, _)| (!body.kind.is_committee(), collation::sort_key(&body.name)));
    let columns =
        vec![Column::words("Organ"), Column::figures("Risker"), Column::words("Omdömen"), Column::words("Resultat")];
    let caption = format!("Vilka som har en plan för {year}");
    let traces = found.plans.iter().map(|planned| trace::to(model, planned.plan.origin)).collect();
    Table::new(path, "planer", caption, columns, rows.into_iter().map(|(_, row)| row).collect(), traces)
}

//! Risks on the municipality's matrix: tables with the verdict in words and symbol in every cell.

use std::collections::BTreeMap;

use super::table::tone_class;
use super::{Cell, Column, Row, Table, trace};
use crate::language::plural;
use crate::model::{Missing, Model, PlannedRisk, RiskMatrix, RiskStep};
use crate::report::plans::{VerdictCounts, verdicts};

/// Numbers of risks: `3 risker`.
pub fn risks(count: usize) -> String {
    plural::counted(count as u64, "risk", "risker")
}

/// The risks of each cell: how many, and their names or whose they are.
pub type Notes = BTreeMap<(u32, u32), (usize, String)>;

/// The matrix, the most likely on top and the gravest to the right; cells without a note have no risks.
pub fn table(model: &Model, matrix: &RiskMatrix, path: &str, caption: String, notes: &Notes) -> Table {
    let columns = std::iter::once(Column::words("Sannolikhet"))
        .chain(matrix.consequence.iter().map(|step| Column::words(format!("Konsekvens {}", named(step)))));
    let rows = matrix.likelihood.iter().rev().map(|likelihood| {
        let cells = matrix.consequence.iter().map(|consequence| {
            let note = notes.get(&(likelihood.level, consequence.level));
            let count = note.map_or_else(|| "inga risker".to_owned(), |(count, _)| risks(*count));
            let verdict = verdict(matrix, likelihood.level, consequence.level);
            Cell { text: format!("{}: {count}", verdict.text), ..verdict }.note(note.map(|(_, names)| names.clone()))
        });
        Row { header: Cell::text(named(likelihood)), cells: cells.collect() }
    });
    Table::new(path, "riskmatris", caption, columns.collect(), rows.collect(), vec![trace::to(model, matrix.origin)])
}

/// The verdict of a cell, with its symbol.
fn verdict(matrix: &RiskMatrix, likelihood: u32, consequence: u32) -> Cell {
    match matrix.verdict(likelihood, consequence) {
        Some(verdict) => Cell {
            symbol: Some(verdict.symbol.clone()),
            class: Some(tone_class(verdict.tone)),
            ..Cell::text(&verdict.name)
        },
        None => Cell::text("inget omdöme"),
    }
}

/// A step: `3 Sannolik`.
fn named(step: &RiskStep) -> String {
    format!("{} {}", step.level, step.name)
}

/// How likely a risk is, in number and word.
pub fn likelihood(model: &Model, risk: &PlannedRisk) -> Cell {
    grade(risk.likelihood, model.risk_matrix.as_ref().map(|matrix| matrix.likelihood.as_slice()))
}

/// How grave a risk is, in number and word.
pub fn consequence(model: &Model, risk: &PlannedRisk) -> Cell {
    grade(risk.consequence, model.risk_matrix.as_ref().map(|matrix| matrix.consequence.as_slice()))
}

fn grade(grade: Result<u32, Missing>, steps: Option<&[RiskStep]>) -> Cell {
    match grade {
        Ok(level) => match steps.into_iter().flatten().find(|step| step.level == level) {
            Some(step) => Cell::text(named(step)),
            None => Cell::text(level.to_string()),
        },
        Err(missing) => Cell::missing(missing),
    }
}

/// The risk value with its verdict: `9, hög risk`; or why there is none.
pub fn value(model: &Model, risk: &PlannedRisk) -> Cell {
    let (Some(matrix), Ok(likelihood), Ok(consequence)) =
        (model.risk_matrix.as_ref(), risk.likelihood, risk.consequence)
    else {
        return risk.value().map_or_else(Cell::missing, |value| Cell::text(value.to_string()));
    };
    let verdict = verdict(matrix, likelihood, consequence);
    let words = super::wording::uncapitalized(&verdict.text);
    Cell { text: format!("{}, {words}", likelihood * consequence), ..verdict }
}

/// How many risks have each verdict, the last one first: `hög risk: 2, låg risk: 1`; those that lack a grade come last.
pub fn tally<'r>(model: &Model, risks: impl Iterator<Item = &'r PlannedRisk>) -> String {
    let Some(matrix) = &model.risk_matrix else { return "kommunens riskmatris finns inte inlagd".to_owned() };
    let VerdictCounts { by_verdict, ungraded } = verdicts(matrix, risks);
    let named = matrix.verdicts.iter().zip(by_verdict).rev().filter(|(_, count)| *count > 0);
    let mut parts: Vec<_> =
        named.map(|(verdict, count)| format!("{}: {count}", super::wording::uncapitalized(&verdict.name))).collect();
    if ungraded > 0 {
        parts.push(format!("utan riskvärde: {ungraded}"));
    }
    parts.join(", ")
}

//! What the pages of the whole city count beside the answers: risks of the plans, measures, all that was promised, responses to audits.

use super::{Figure, FigureValue, One};
use crate::model::{Missing, Model, Year};
use crate::report::Report;
use crate::report::measures::MeasureHistory;
use crate::report::plans::{self, VerdictCounts};
use crate::report::promises::{self, PromiseGroup};
use crate::report::responses::{self, ResponseGroup};

fn push<'m>(all: &mut Vec<One<'m>>, key: String, figure: Figure<'m>, year: Option<Year>, value: FigureValue) {
    all.push(One { key: vec![key], figure, year, value });
}

fn number(count: usize) -> FigureValue {
    FigureValue::Count(count as u64)
}

/// The risks of the plans of each year, by verdict.
pub fn risks<'m>(model: &'m Model, all: &mut Vec<One<'m>>) {
    for year in plans::years(model) {
        let found = plans::of_year(model, year);
        // The pages say that there is no plan, and not that there are no risks.
        let count = |count: u64| match found.plans.len() {
            0 => FigureValue::Missing(Missing::Draft),
            _ => FigureValue::Count(count),
        };
        let year = Some(year);
        push(all, "plans".to_owned(), Figure::Plans, year, count(found.plans.len() as u64));
        push(all, "risks".to_owned(), Figure::Risks, year, count(found.count() as u64));
        let Some(matrix) = &model.risk_matrix else { continue };
        let VerdictCounts { by_verdict, ungraded } = plans::verdicts(matrix, found.risks());
        for (verdict, many) in matrix.verdicts.iter().zip(by_verdict).rev() {
            push(all, format!("risks:{}", verdict.name), Figure::Verdict(verdict), year, count(u64::from(many)));
        }
        push(all, "ungraded_risks".to_owned(), Figure::UngradedRisks, year, count(u64::from(ungraded)));
    }
}

/// What is judged at the date of the report.
pub fn at_date<'m>(report: &'m Report<'m>, all: &mut Vec<One<'m>>) {
    let date = report.model.municipality.report_date;
    let count = |wanted: &dyn Fn(&MeasureHistory<'m>) -> bool| {
        number(report.measures.iter().filter(|history| wanted(history)).count())
    };
    for (key, figure, value) in [
        ("measures", Figure::Measures, count(&|_| true)),
        ("open", Figure::OpenMeasures, count(&|history| history.latest().progress.is_open())),
        ("overdue", Figure::OverdueMeasures, count(&|history| history.is_overdue(date))),
    ] {
        push(all, key.to_owned(), figure, None, value);
    }
    let promised = promises::all(report);
    for (at, group) in PromiseGroup::ALL.into_iter().enumerate() {
        let count = promised.iter().filter(|one| one.state.group() == group).count();
        push(all, format!("promised:{at}"), Figure::Promised(group), None, number(count));
    }
    if report.model.audits.is_empty() {
        return;
    }
    let asked = responses::asked(report.model);
    for (at, group) in ResponseGroup::ALL.into_iter().enumerate() {
        let count = asked.iter().filter(|(_, found)| *found == group).count();
        push(all, format!("responses:{at}"), Figure::Responses(group), None, number(count));
    }
}

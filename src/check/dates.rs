//! Rules of time: nothing has happened after the report's own date, and what has a day on which it was done is done.

use jiff::civil::Date;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Colophon, Model, Progress};
use crate::source::Origin;

/// Tells every decision, submission and completion that lies after the date of the report, and measures that contradict themselves.
pub fn check(model: &Model, context: &mut Context<'_>) {
    let last = model.municipality.report_date;
    for report in model.city_reports.values() {
        colophon(&report.colophon, report.origin, last, context);
    }
    for of_year in model.bodies.values().flat_map(|body| body.years.values()) {
        for report in &of_year.reports {
            colophon(&report.colophon, report.origin, last, context);
        }
        if let Some(assessment) = &of_year.assessment {
            colophon(&assessment.colophon, assessment.origin, last, context);
            past("inlämnad", assessment.submitted, assessment.origin, last, context);
        }
        for review in &of_year.reviews {
            colophon(&review.colophon, review.origin, last, context);
        }
        for measure in &of_year.measures {
            colophon(&measure.colophon, measure.origin, last, context);
            past("klar", measure.finished, measure.origin, last, context);
            if measure.finished.is_some() && measure.progress != Progress::Done {
                let message =
                    format!("åtgärden har en dag då den blev klar, men läget är ”{}”", measure.progress.words());
                tell(measure.origin, message, "Skriv ”läge: klar”, eller ta bort raden ”klar:”", context);
            }
        }
    }
}

fn colophon(colophon: &Colophon, origin: Origin, last: Date, context: &mut Context<'_>) {
    for decision in &colophon.decisions {
        past("beslut", decision.date, origin, last, context);
    }
    for correction in &colophon.corrections {
        past("rättelser", Some(correction.date), origin, last, context);
    }
}

fn past(key: &str, date: Option<Date>, origin: Origin, last: Date, context: &mut Context<'_>) {
    if let Some(date) = date.filter(|date| *date > last) {
        let message = format!("datumet {date} under ”{key}” ligger efter rapportens datum, {last}");
        tell(origin, message, "Rätta datumet, eller ändra ”rapportdatum” i kommun.yaml", context);
    }
}

fn tell(origin: Origin, message: String, hint: &str, context: &mut Context<'_>) {
    let place = context.sources.line(origin);
    context.diagnostics.error(Diagnostic::new(Code::WrongOrder, place, message).hint(hint));
}

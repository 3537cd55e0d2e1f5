//! Rules of control plans: what is planned is there and gets its result, and no risk vanishes or is copied in silence.

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{Body, ControlPlan, Model, PlannedRisk, RiskResponse, Year};
use crate::report::comparison::risk::vanished;
use crate::report::plans::{self, Planned};
use crate::source::Span;
use crate::words;

/// Tells what the plans of every body leave open. Drafts are judged when they are adopted.
pub fn check(model: &Model, context: &mut Context<'_>) {
    let today = model.municipality.report_date;
    for body in model.bodies.values() {
        for (year, of_year) in &body.years {
            let Some(plan) = of_year.plan.as_ref().filter(|plan| plan.colophon.counts()) else { continue };
            let planned = Planned { body, of_year, plan };
            for risk in &plan.risks {
                without_item(&planned, *year, risk, context);
                if plans::is_over(*year, today) {
                    without_result(&planned, *year, risk, context);
                }
            }
            let before = body.years.get(&year.before()).and_then(|before| before.plan.as_ref());
            if let Some(before) = before.filter(|before| before.colophon.counts()) {
                gone(body, *year, (before, plan), context);
                copied(*year, (before, plan), context);
            }
        }
    }
}

/// Warns of a risk that is to have a measure or a review, and has none, and does not say why.
fn without_item(planned: &Planned<'_>, year: Year, risk: &PlannedRisk, context: &mut Context<'_>) {
    if risk.no_result.is_some() {
        return;
    }
    for response in plans::without_item(planned.of_year, risk) {
        // What is internal may be what was planned.
        let withheld = &planned.of_year.withheld;
        let (what, key, folder, is_withheld) = match response {
            RiskResponse::Measure => {
                (words!("åtgärd", "measure"), "åtgärder", "atgarder", !withheld.measures.is_empty())
            }
            RiskResponse::Review => {
                (words!("granskning", "review"), "granskningar", "granskningar", !withheld.reviews.is_empty())
            }
            RiskResponse::Accept | RiskResponse::Watch => continue,
        };
        if is_withheld {
            continue;
        }
        let (body, id, word) = (&planned.body.id, &risk.id, response.words());
        let message = words!(
            "risken ska hanteras med ”{word}”, men ingen {what} hör till den",
            "the risk is to be handled by “{word}”, but no {what} belongs to it",
            what
        );
        let hint = words!(
            "Skriv ”{key}: …” vid risken, eller ”risk: {id}” i filen i organ/{body}/{year}/{folder}",
            "Write “{key}: …” at the risk, or “risk: {id}” in the file in organ/{body}/{year}/{folder}"
        );
        context.warn(Code::ResponseWithoutItem, at(risk, context), message, hint);
    }
}

/// Notes a risk whose measure or review says nothing of what came of it, though the year is over.
fn without_result(planned: &Planned<'_>, year: Year, risk: &PlannedRisk, context: &mut Context<'_>) {
    if risk.no_result.is_some() {
        return;
    }
    for item in plans::items(planned.of_year, risk).into_iter().filter(|item| !item.has_result()) {
        let (what, title) = match item {
            plans::Item::Measure(measure) => (words!("åtgärden", "the measure"), brief(&measure.title)),
            plans::Item::Review(review) => (words!("granskningen", "the review"), brief(&review.title)),
        };
        let message = words!(
            "{year} är slut, men {what} ”{title}” har inget resultat",
            "{year} is over, but {what} “{title}” has no result",
            what
        );
        let hint = words!(
            "Skriv resultatet i filen, eller ”resultat saknas: …” med skälet vid risken",
            "Write the result in the file, or “resultat saknas: …” with the reason at the risk"
        );
        context.warn(Code::ResultMissing, at(risk, context), message, hint);
    }
}

/// Notes every risk of the plan before that the plan says nothing of.
fn gone(body: &Body, year: Year, (before, plan): (&ControlPlan, &ControlPlan), context: &mut Context<'_>) {
    for risk in vanished(before, plan) {
        let (id, name, last) = (&risk.id, brief(&risk.risk.name), year.before());
        let message = words!(
            "risken ”{name}” i planen för {last} nämns inte i planen för {year}",
            "the risk “{name}” of the plan of {last} is not mentioned in the plan of {year}"
        );
        let body = &body.id;
        let hint = words!(
            "Ta med den i organ/{body}/{year}/plan.yaml, skriv ”bygger på: {id}” vid den som ersätter den, eller avsluta den under ”avslutade risker”",
            "Keep it in organ/{body}/{year}/plan.yaml, write “bygger på: {id}” at the one in its place, or finish it at “avslutade risker”"
        );
        let place = written::value(plan.origin, &["risker"], context).point();
        let fault = Diagnostic::new(Code::RiskGone, place, message).hint(hint);
        let related = at(risk, context);
        context.diagnostics.warn(fault.related(related, words!("risken stod här", "the risk stood here")));
    }
}

/// Warns of a plan in which every risk says what it said the year before.
fn copied(year: Year, (before, plan): (&ControlPlan, &ControlPlan), context: &mut Context<'_>) {
    let told = |plan: &ControlPlan| {
        let risks = plan.risks.iter().map(|risk| {
            let texts =
                [Some(&risk.risk.name), risk.risk.cause.as_ref(), risk.risk.consequence.as_ref(), risk.reason.as_ref()];
            let texts = texts.map(|text| text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")));
            (risk.id.clone(), texts, risk.likelihood, risk.consequence, risk.responses.clone())
        });
        risks.collect::<Vec<_>>()
    };
    if plan.risks.len() < FEWEST_RISKS || told(before) != told(plan) {
        return;
    }
    let last = year.before();
    let message = words!(
        "planen säger ordagrant detsamma som planen för {last}",
        "the plan says word for word what the plan of {last} says"
    );
    let hint = words!(
        "Gå igenom riskerna på nytt, och skriv vad som gäller {year}",
        "Go through the risks anew, and write how it is in {year}"
    );
    let place = |plan: &ControlPlan| written::value(plan.origin, &["risker"], context).point();
    let fault = Diagnostic::new(Code::CopiedUnchanged, place(plan), message).hint(hint);
    let related = place(before);
    context.diagnostics.warn(fault.related(related, words!("samma plan", "the same plan")));
}

/// How many risks have to be the same, at the least.
const FEWEST_RISKS: usize = 2;

/// The risk's id, where it is written.
fn at(risk: &PlannedRisk, context: &Context<'_>) -> Span {
    written::after(risk.origin, risk.id.as_str(), context)
}

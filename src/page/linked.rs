//! The page on which a file of the content is read, for those who follow a link to the file.

use super::address;
use super::trace;
use crate::model::{Body, BodyYear, Model, Year};
use crate::report::plans;
use crate::source::{FileId, Origin};

/// The address of the page from the page at a path.
pub fn address(model: &Model, file: FileId, path: &str) -> String {
    let up = "../".repeat(path.matches('/').count());
    match page(model, file) {
        Some(address) => format!("{up}{address}"),
        // What has no page of its own is shown line by line.
        None => {
            let trace = trace::to(model, Origin { file, line: 1 });
            if trace.outside { trace.href } else { format!("{up}{}", trace.href) }
        }
    }
}

/// The page that shows what stands in the file.
fn page(model: &Model, file: FileId) -> Option<String> {
    let is_here = |origin: Origin| origin.file == file;
    if is_here(model.municipality.origin) {
        return Some(address::START.to_owned());
    }
    let mut pages = model.pages.values().filter(|page| is_here(page.origin)).map(|page| address::page(&page.id));
    let mut years = model.city_reports.iter().filter(|(_, report)| is_here(report.origin)).map(|(year, _)| *year);
    let mut audits = model.audits.values().filter(|audit| is_here(audit.origin)).map(|audit| address::audit(&audit.id));
    let mut indicators = model.indicators.values().filter(|indicator| is_here(indicator.origin));
    if model.risk_matrix.as_ref().is_some_and(|matrix| is_here(matrix.origin)) && !plans::years(model).is_empty() {
        return Some(address::RISKS.to_owned());
    }
    let year = years.next().filter(|year| model.municipality.span.contains(*year)).map(address::year);
    let indicator = indicators.next().map(|indicator| address::indicator(&indicator.id));
    let mut reviews = model.joint_reviews.values();
    let round = reviews.find_map(|review| {
        let round = review.rounds.values().find(|round| is_here(round.origin))?;
        Some(address::round(&review.id, round.year))
    });
    pages
        .next()
        .or(year)
        .or_else(|| audits.next())
        .or(indicator)
        .or(round)
        .or_else(|| set(model, file))
        .or_else(|| model.bodies.values().find_map(|body| of_body(body, file)))
}

fn set(model: &Model, file: FileId) -> Option<String> {
    let mut statements = model.sets.values().flat_map(crate::model::StatementSet::statements);
    statements.any(|(_, statement)| statement.origin.file == file).then(|| address::STATEMENTS.to_owned())
}

fn of_body(body: &Body, file: FileId) -> Option<String> {
    if let Some(response) = body.responses.values().find(|response| response.origin.file == file) {
        return Some(format!("{}#yttrande-{}", address::audit(&response.audit), body.id));
    }
    if body.origin.file == file || body.readings.values().any(|readings| readings.origin.file == file) {
        return Some(address::body(&body.id));
    }
    body.years.iter().find_map(|(year, of_year)| in_year(body, *year, of_year, file))
}

fn in_year(body: &Body, year: Year, of_year: &BodyYear, file: FileId) -> Option<String> {
    let page = || address::body_year(&body.id, year);
    if of_year.assessment.as_ref().is_some_and(|assessment| assessment.origin.file == file) {
        return Some(format!("{}#sjalvskattning", page()));
    }
    if of_year.plan.as_ref().is_some_and(|plan| plan.origin.file == file) {
        return Some(format!("{}#plan", page()));
    }
    if let Some(measure) = of_year.measures.iter().find(|measure| measure.origin.file == file) {
        return Some(format!("{}#atgard-{}", page(), measure.id));
    }
    if let Some(review) = of_year.reviews.iter().find(|review| review.origin.file == file) {
        return Some(format!("{}#granskning-{}", page(), review.id));
    }
    if let Some(answer) = of_year.joint.values().find(|answer| answer.origin.file == file) {
        return Some(format!("{}#gemensam-{}", page(), answer.review));
    }
    let at = of_year.reports.iter().position(|report| report.origin.file == file)?;
    Some(format!("{}#rapport-{}", page(), at + 1))
}

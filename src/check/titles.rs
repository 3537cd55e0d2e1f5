//! Rule: no two pages get the same title, since readers find their way by it.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;
use crate::source::{Origin, Span};

/// Titles that the report itself gives.
const TAKEN: [&str; 7] =
    ["År", "Nämnder och bolag", "Påståenden", "Mätetal", "Åtgärder", "Så räknas siffrorna", "Intern kontroll"];

/// Tells every name that is already another page's title.
pub fn check(model: &Model, context: &mut Context<'_>) {
    let mut first: BTreeMap<String, Option<Origin>> = TAKEN.map(|title| (title.to_lowercase(), None)).into();
    first.extend(model.municipality.span.years().map(|year| (format!("intern kontroll {year}"), None)));
    first.insert(model.municipality.title.to_lowercase(), Some(model.municipality.origin));
    let bodies = model.bodies.values().map(|body| (body.name.clone(), body.origin));
    let indicators = model.indicators.values().map(|indicator| (indicator.name.clone(), indicator.origin));
    let pages = model.pages.values().map(|page| (page.title.clone(), page.origin));
    let body_years = model.bodies.values().flat_map(|body| {
        body.years.keys().map(move |year| (format!("{} {year}: intern kontroll", body.name), body.origin))
    });
    let statements = model.sets.values().flat_map(|set| {
        set.statements().map(move |(_, statement)| (model.statement_title(set, statement), statement.origin))
    });
    let named: Vec<_> = bodies.chain(indicators).chain(body_years).chain(statements).chain(pages).collect();
    for (title, origin) in named {
        match first.get(&title.to_lowercase()) {
            Some(other) => repeated(&title, origin, *other, context),
            None => drop(first.insert(title.to_lowercase(), Some(origin))),
        }
    }
}

fn repeated(title: &str, origin: Origin, other: Option<Origin>, context: &mut Context<'_>) {
    let message = format!("”{title}” är redan rubrik på en annan sida");
    let mut fault = Diagnostic::new(Code::RepeatedTitle, line(origin, context), message)
        .hint("Välj ett annat namn, så att sidorna går att skilja åt");
    if let Some(other) = other {
        fault = fault.related(line(other, context), "den andra sidan får sin rubrik här");
    }
    context.diagnostics.error(fault);
}

/// The line of an origin.
fn line(origin: Origin, context: &Context<'_>) -> Span {
    context.sources.line(origin)
}

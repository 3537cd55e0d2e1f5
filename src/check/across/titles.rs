//! Rule: no two pages get the same title, since readers find their way by it.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::Model;
use crate::source::Origin;
use crate::words;

/// Titles that the report itself gives.
const TAKEN: [&str; 10] = [
    "År",
    "Nämnder och bolag",
    "Påståenden",
    "Mätetal",
    "Åtgärder",
    "Kommungemensamma granskningar",
    "Revision",
    "Utlovat",
    "Så räknas siffrorna",
    "Intern kontroll",
];

/// Tells every name that is already another page's title.
pub fn check(model: &Model, context: &mut Context<'_>) {
    let mut first: BTreeMap<String, Option<(String, Origin)>> = TAKEN.map(|title| (title.to_lowercase(), None)).into();
    first.extend(model.municipality.span.years().map(|year| (format!("intern kontroll {year}"), None)));
    let own = &model.municipality.title;
    first.insert(own.to_lowercase(), Some((own.clone(), model.municipality.origin)));
    let bodies = model.bodies.values().map(|body| (body.name.clone(), body.origin));
    let indicators = model.indicators.values().map(|indicator| (indicator.name.clone(), indicator.origin));
    let pages = model.pages.values().map(|page| (page.title.clone(), page.origin));
    let body_years = model.bodies.values().flat_map(|body| {
        body.years.keys().map(move |year| (format!("{} {year}: intern kontroll", body.name), body.origin))
    });
    let statements = model.sets.values().flat_map(|set| {
        set.statements().map(move |(_, statement)| (model.statement_title(set, statement), statement.origin))
    });
    let reviews = model.joint_reviews.values().flat_map(|review| {
        let title = review.title();
        let of_rounds = review.rounds.values().map(move |round| (format!("{title} {}", round.year), round.origin));
        std::iter::once((title.to_owned(), review.latest().origin)).chain(of_rounds)
    });
    let audits = model
        .audits
        .values()
        .flat_map(|audit| [audit.title.clone(), audit.response_form_title()].map(|title| (title, audit.origin)));
    let named = bodies.chain(indicators).chain(reviews).chain(audits).chain(body_years).chain(statements).chain(pages);
    let named: Vec<_> = named.collect();
    for (title, origin) in named {
        match first.get(&title.to_lowercase()) {
            Some(other) => repeated(&title, origin, other.as_ref(), context),
            None => drop(first.insert(title.to_lowercase(), Some((title, origin)))),
        }
    }
}

fn repeated(title: &str, origin: Origin, other: Option<&(String, Origin)>, context: &mut Context<'_>) {
    let quoted = brief(title);
    let message =
        words!("”{quoted}” är redan rubrik på en annan sida", "“{quoted}” is already the title of another page");
    let fault = Diagnostic::new(Code::RepeatedTitle, written::after(origin, title, context), message).hint(words!(
        "Välj ett annat namn, så att sidorna går att skilja åt",
        "Choose another name, so that the pages can be told apart"
    ));
    let fault = match other {
        Some((other_title, other)) => {
            let why = words!("den andra sidan får sin rubrik här", "the other page gets its title here");
            fault.related(written::after(*other, other_title, context), why)
        }
        None => fault,
    };
    context.diagnostics.error(fault);
}

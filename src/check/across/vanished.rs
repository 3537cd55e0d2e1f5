//! Rule: what was not done one year is heard of in a later one. Measures that vanish are what auditors look for.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::written;
use super::unfinished::{self, Unfinished, errands};
use crate::diagnostic::Code;
use crate::model::{Body, BodyId, Model, Year};
use crate::words;

/// Warns of everything unfinished that has no document after it, though the next year has been written about.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for one in unfinished::all(model) {
        let next = Year(one.year.0 + 1);
        let heirs = heirs(model, one.body);
        let Some(writer) = heirs.iter().find(|heir| heir.years.contains_key(&next)) else { continue };
        if model.municipality.span.contains(next) && !is_carried_on(&one, &heirs) {
            tell(&one, (&writer.id, next), context);
        }
    }
}

/// The body itself, whoever took over its work, and whoever took over theirs.
fn heirs<'m>(model: &'m Model, body: &'m Body) -> Vec<&'m Body> {
    let mut heirs = vec![body];
    let mut known: BTreeSet<&BodyId> = BTreeSet::from([&body.id]);
    let mut at = 0;
    while let Some(heir) = heirs.get(at) {
        let next = heir.successors.iter().filter(|id| known.insert(id)).map(|id| &model.bodies[id]);
        let next: Vec<_> = next.collect();
        heirs.extend(next);
        at += 1;
    }
    heirs
}

/// Whether a successor has a document of it, from the same year on: bodies may change in the middle of one.
fn is_carried_on(one: &Unfinished<'_>, heirs: &[&Body]) -> bool {
    let successors = heirs.iter().filter(|heir| heir.id != one.body.id);
    let mut years = successors.flat_map(|heir| heir.years.range(one.year..).map(|(year, _)| (*heir, *year)));
    years.any(|(heir, year)| errands(heir, year).contains(&one.errand))
}

fn tell(one: &Unfinished<'_>, (body, next): (&BodyId, Year), context: &mut Context<'_>) {
    let (progress, year) = (one.progress.words(), one.year);
    let (folder, id) = one.errand;
    let place = written::value(one.origin, &["läge"], context);
    let message = words!(
        "läget {year} var ”{progress}”, men ingen senare fil säger hur det gick",
        "the progress in {year} was “{progress}”, but no later file says how it went"
    );
    let hint = words!(
        "Skriv hur det gick i organ/{body}/{next}/{folder}/{id}.md, till exempel med ”läge: klar” eller ”läge: utgått”",
        "Write how it went in organ/{body}/{next}/{folder}/{id}.md, with “läge: klar” or “läge: utgått”, say"
    );
    context.warn(Code::Vanished, place, message, hint);
}

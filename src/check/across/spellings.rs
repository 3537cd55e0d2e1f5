//! Rule: a name is spelt in one way. Readers look for it, and lists are sorted by it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::written;
use super::colophons;
use crate::diagnostic::{Code, Diagnostic, brief, nearest};
use crate::model::{Body, BodyId, Model};
use crate::source::{Origin, Span};
use crate::words;

/// A name where it was written.
struct Name<'m> {
    spelling: &'m str,
    origin: Origin,
    key: &'static str,
}

/// Names that are to be spelt alike, by what they are names of.
type Names<'m> = Vec<Name<'m>>;

/// Warns of every name that differs from another only in capitals, hyphens, spaces, accents, and of bodies misspelt.
pub fn check(model: &Model, context: &mut Context<'_>) {
    bodies(model, context);
    let departments = model.bodies.values().flat_map(|body| {
        body.departments.iter().map(|name| Name { spelling: name, origin: body.origin, key: "förvaltning" })
    });
    alike(&departments.collect(), context);
    alike(&categories(model), context);
    for names in responsible(model).into_values().chain(titles(model)) {
        alike(&names, context);
    }
}

/// The categories of risks, which are counted together over all bodies.
fn categories(model: &Model) -> Names<'_> {
    let plans = model.bodies.values().flat_map(|body| body.years.values()).filter_map(|of_year| of_year.plan.as_ref());
    let named = plans.flat_map(|plan| &plan.risks).filter_map(|risk| {
        risk.category.as_ref().map(|name| Name { spelling: name, origin: risk.origin, key: "risker" })
    });
    named.collect()
}

/// Roles, within each body: nobody has to know what another committee calls its own.
fn responsible(model: &Model) -> BTreeMap<Option<&BodyId>, Names<'_>> {
    let mut names: BTreeMap<_, Names<'_>> = BTreeMap::new();
    for held in colophons::all(model) {
        let Some(spelling) = &held.colophon.responsible else { continue };
        let name = Name { spelling, origin: held.origin, key: "ansvarig" };
        names.entry(held.body.map(|body| &body.id)).or_default().push(name);
    }
    names
}

/// The titles of measures, within each body and year.
fn titles(model: &Model) -> impl Iterator<Item = Names<'_>> {
    let years = model.bodies.values().flat_map(|body| body.years.values());
    years.map(|of_year| {
        let names = of_year.measures.iter();
        names.map(|measure| Name { spelling: &measure.title, origin: measure.origin, key: "titel" }).collect()
    })
}

fn alike(names: &Names<'_>, context: &mut Context<'_>) {
    let mut same: BTreeMap<String, BTreeMap<&str, Vec<&Name<'_>>>> = BTreeMap::new();
    for name in names {
        same.entry(folded(name.spelling)).or_default().entry(name.spelling).or_default().push(name);
    }
    for spellings in same.into_values().filter(|spellings| spellings.len() > 1) {
        let common = spellings.iter().min_by_key(|(spelling, names)| Reverse((names.len(), accents(spelling))));
        let (common, first) = common.map(|(spelling, names)| (*spelling, names[0])).expect("there are two or more");
        let related = place(first, context);
        for name in spellings.into_values().flatten().filter(|name| name.spelling != common) {
            tell(name, common, related, context);
        }
    }
}

/// Bodies that decided, spelt as the bodies themselves; those that have no folder, spelt alike.
fn bodies(model: &Model, context: &mut Context<'_>) {
    let own: BTreeMap<_, _> = model.bodies.values().map(|body| (folded(&body.name), body)).collect();
    let lower: Vec<_> = model.bodies.values().map(|body| (body.name.to_lowercase(), body)).collect();
    let misspelt = |spelling: &str| {
        let spelling = spelling.to_lowercase();
        lower.iter().find(|(name, _)| is_misspelt(&spelling, name)).map(|(_, body)| *body)
    };
    // A name is often the same wrong one all through the content.
    let mut meant: BTreeMap<&str, Option<&Body>> = BTreeMap::new();
    let mut strangers = Vec::new();
    for held in colophons::all(model) {
        for spelling in held.colophon.decisions.iter().filter_map(|decision| decision.body.as_deref()) {
            let name = Name { spelling, origin: held.origin, key: "beslut" };
            let find = || own.get(&folded(spelling)).copied().or_else(|| misspelt(spelling));
            match *meant.entry(spelling).or_insert_with(find) {
                Some(body) if body.name == spelling => {}
                Some(body) => {
                    let related = written::value(body.origin, &["namn"], context);
                    tell(&name, &body.name, related, context);
                }
                None => strangers.push(name),
            }
        }
    }
    alike(&strangers, context);
}

/// The shortest word in which one wrong letter is taken for a misspelling.
const SHORTEST_WORD: usize = 6;

/// Whether one word differs by one letter, and is no number: bodies may be numbered. Both in lower case.
fn is_misspelt(spelling: &str, name: &str) -> bool {
    if spelling.split(' ').count() != name.split(' ').count() {
        return false;
    }
    let mut different = spelling.split(' ').zip(name.split(' ')).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (different.next(), different.next()) else { return false };
    let is_word = one.chars().count() >= SHORTEST_WORD && one.chars().all(|letter| !letter.is_numeric());
    is_word && nearest(one, [other], 1).is_some()
}

/// A spelling without what people write differently: capitals, hyphens, spaces, dots and rings. Between figures a sign parts two
/// numbers: `1–2` is not 12.
fn folded(spelling: &str) -> String {
    let mut folded = String::new();
    let mut is_parted = false;
    for letter in spelling.chars().flat_map(char::to_lowercase) {
        if !letter.is_alphanumeric() {
            is_parted = true;
            continue;
        }
        if is_parted && letter.is_numeric() && folded.ends_with(char::is_numeric) {
            folded.push('-');
        }
        is_parted = false;
        folded.push(match letter {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other => other,
        });
    }
    folded
}

/// How many letters carry dots, rings or accents: of two that are as common, the one that leaves them out is wrong.
fn accents(spelling: &str) -> usize {
    spelling.chars().filter(|letter| letter.is_alphabetic() && !letter.is_ascii()).count()
}

fn place(name: &Name<'_>, context: &Context<'_>) -> Span {
    written::below(name.origin, &[name.key], name.spelling, context)
}

fn tell(name: &Name<'_>, common: &str, related: Span, context: &mut Context<'_>) {
    let (spelling, common) = (brief(name.spelling), brief(common));
    let message =
        words!("”{spelling}” skrivs ”{common}” på andra ställen", "“{spelling}” is spelt “{common}” in other places");
    let hint = words!("Skriv ”{common}” om det är samma", "Write “{common}” if it is the same");
    let fault = Diagnostic::new(Code::SeveralSpellings, place(name, context), message).hint(hint);
    context.diagnostics.warn(fault.related(related, words!("här står det så", "it is spelt so here")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_but_for_form() {
        assert_eq!(folded("Vård- och omsorgsnämnden"), folded("vard och Omsorgs nämnden"));
        assert_ne!(folded("Område 1–2"), folded("Område 12"));
        assert!(is_misspelt("miljönämdnen", "miljönämnden") && !is_misspelt("norra nämnden", "södra nämnden"));
    }
}

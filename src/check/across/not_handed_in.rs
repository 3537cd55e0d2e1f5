//! Rule: a body hands in its self-assessment for every year that is followed up, before the day on which it is due.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Words, brief};
use crate::model::{Body, BodyId, Missing, Model, StatementSet, Year};
use crate::report::coverage::{self, Standing};
use crate::words;

/// What a body has not handed in.
#[derive(Default)]
struct Owed {
    nothing: Vec<Year>,
    draft: Vec<Year>,
}

/// Notes every body that owes answers, once, with all its years.
pub fn check(model: &Model, context: &mut Context<'_>) {
    let set = model.main_set();
    let mut owed: BTreeMap<BodyId, Owed> = BTreeMap::new();
    let today = model.municipality.report_date;
    for year in model.municipality.span.years() {
        let due = model.city_reports.get(&year).and_then(|report| report.answers_due);
        let is_unpublished = set.published(year).is_some_and(|total| total.bodies_unpublished);
        if is_unpublished || due.is_some_and(|due| due >= today) {
            continue;
        }
        for (id, standing) in coverage::of_year(model, set, year).standings {
            let Standing::Missing(missing) = standing else { continue };
            match kind(missing, set, year) {
                Some(Kind::Nothing) => owed.entry(id).or_default().nothing.push(year),
                Some(Kind::Draft) => owed.entry(id).or_default().draft.push(year),
                None => {}
            }
        }
    }
    for (id, owed) in owed {
        tell(&model.bodies[&id], &owed, context);
    }
}

/// What there is in place of the answers.
enum Kind {
    Nothing,
    Draft,
}

/// What the body still owes, if it is the body that owes it: of a year without any answers, nothing may have been published.
fn kind(missing: Missing, set: &StatementSet, year: Year) -> Option<Kind> {
    match missing {
        Missing::Draft => Some(Kind::Draft),
        Missing::NotSubmitted => Some(Kind::Nothing),
        Missing::Unknown => set.published(year).is_none().then_some(Kind::Nothing),
        Missing::NotAnswered
        | Missing::NotApplicable
        | Missing::Confidential
        | Missing::BodyAbsent
        | Missing::BodyEnded
        | Missing::NotPublished
        | Missing::Withheld
        | Missing::TooFew
        | Missing::Several
        | Missing::NotAsked => None,
    }
}

fn tell(body: &Body, owed: &Owed, context: &mut Context<'_>) {
    let (name, id) = (brief(&body.name), &body.id);
    let (nothing, draft) = (listed(&owed.nothing), listed(&owed.draft));
    let message = match (owed.nothing.is_empty(), owed.draft.is_empty()) {
        (false, true) => words!(
            "{name} har inte lämnat in självskattningen för {nothing}",
            "{name} has not handed in its self-assessment for {nothing}",
            nothing,
        ),
        (true, _) => words!(
            "{name} har bara ett utkast till självskattning för {draft}",
            "{name} has only a draft of its self-assessment for {draft}",
            draft,
        ),
        (false, false) => words!(
            "{name} har inte lämnat in självskattningen för {nothing}, och har bara ett utkast för {draft}",
            "{name} has not handed in its self-assessment for {nothing}, and has only a draft for {draft}",
            nothing,
            draft,
        ),
    };
    let hint = match owed.nothing.last() {
        Some(year) => words!(
            "Skriv organ/{id}/{year}/sjalvskattning.yaml; fanns organet inte då, skriv ”från” eller ”till” i organ.yaml",
            "Write organ/{id}/{year}/sjalvskattning.yaml; if the body did not exist then, write “från” or “till” in organ.yaml"
        ),
        None => words!(
            "Skriv ”status: beslutad” och beslutet när svaren är beslutade",
            "Write “status: beslutad” and the decision when the answers are adopted"
        ),
    };
    context.warn(Code::NotHandedIn, written::value(body.origin, &["namn"], context), message, hint);
}

/// Years in a sentence: `2016, 2019 och 2020`.
fn listed(years: &[Year]) -> Words {
    let Some((last, others)) = years.split_last() else { return words!("", "") };
    if others.is_empty() {
        return words!("{last}", "{last}");
    }
    let others: Vec<_> = others.iter().map(Year::to_string).collect();
    let others = others.join(", ");
    words!("{others} och {last}", "{others} and {last}")
}

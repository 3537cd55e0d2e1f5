//! Two years of one content, told: totals in sentences, the largest changes, each body, then each statement over all bodies.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::amount::{self, counted, joined};
use super::trace::{Forges, Traces};
use super::{
    Difference, Entry, Section, SectionKind, Subject, body, city, commitment, document, rating, recommendation, states,
    wording,
};
use crate::diagnostic::Words;
use crate::model::{Body, BodyId, Missing, Model, Year};
use crate::report::comparison::body::events;
use crate::report::comparison::{BodyComparison, Comparison, Fate, Movement, Pair, Ratings, Tally};
use crate::words;

/// How many of the largest changes of each kind stand first.
const LARGEST: usize = 5;

/// Tells what differs between two years, of all bodies or of one; `root` stands before every path.
#[must_use]
pub fn of_years(comparison: &Comparison<'_>, only: Option<&BodyId>, root: &str) -> Difference {
    let forges = Forges::of_years(&comparison.sides.after.report.model.municipality);
    let traces = Traces { root, sides: comparison.sides, forges };
    let (from, to) = (comparison.sides.before.year, comparison.sides.after.year);
    let subject = Subject::Years { from, to, body: only.cloned() };
    if let Some(id) = only {
        return of_body(comparison, id, traces, subject);
    }
    let mut summary: Vec<_> = comparison.sets.iter().flat_map(|set| city::sentences(set, comparison.sides)).collect();
    summary.extend(tallies(comparison));
    let (told, promised) = promises(comparison, None, traces);
    summary.extend(told);
    let mut sections: Vec<_> = largest(comparison, traces).into_iter().collect();
    sections.extend(city(comparison, traces));
    sections.extend(promised);
    sections.extend(comparison.bodies.iter().filter_map(|one| body::section(one, traces)));
    sections.extend(comparison.sets.iter().filter_map(|set| {
        let name = &set.sets.1.set.name;
        let (entries, notes) = (city::entries(set, traces), city::notes(set));
        (!entries.is_empty() || !notes.is_empty()).then(|| Section {
            kind: SectionKind::Figures,
            title: words!("{name}, alla organ tillsammans", "{name}, all bodies together"),
            body: None,
            year: None,
            notes,
            entries,
        })
    }));
    Difference {
        subject,
        title: words!("Skillnader mellan {from} och {to}", "Differences between {from} and {to}"),
        notices: Vec::new(),
        summary,
        sections,
    }
}

fn of_body(comparison: &Comparison<'_>, id: &BodyId, traces: Traces<'_>, subject: Subject) -> Difference {
    let (from, to) = (comparison.sides.before.year, comparison.sides.after.year);
    let one = comparison.body(id);
    let body = comparison.sides.after.report.model.bodies.get(id);
    let name = body.map_or(id.as_str(), |body| &body.name);
    let summary = match one {
        Some(one) => wording::summary(one, comparison.sides).map(|line| amount::sentence(&line)),
        None => {
            Some(words!("Organet fanns varken {from} eller {to}.", "The body existed neither in {from} nor in {to}."))
        }
    };
    let mut sections: Vec<_> = one.and_then(|one| body::section(one, traces)).into_iter().collect();
    // What its first note says stands above already, if it has one.
    for section in &mut sections {
        section.notes.retain(|note| Some(note) != summary.as_ref());
    }
    let (told, promised) = promises(comparison, Some(id), traces);
    sections.extend(promised);
    Difference {
        subject,
        title: words!("{name}: skillnader mellan {from} och {to}", "{name}: differences between {from} and {to}"),
        notices: Vec::new(),
        summary: summary.into_iter().chain(told).collect(),
        sections,
    }
}

/// What auditors have asked for, and what the city has promised; of one body, what is asked of it and what it is to do.
fn promises(comparison: &Comparison<'_>, only: Option<&BodyId>, traces: Traces<'_>) -> (Vec<Words>, Vec<Section>) {
    let recommendations = recommendation::entries(comparison, only, traces);
    let (promised, proposed) = commitment::entries(comparison, only, traces);
    let kept = counted(promised.len(), ["åtagande", "åtaganden"], ["commitment", "commitments"]);
    let only_proposed = counted(
        proposed.len(),
        ["föreslaget åtagande", "föreslagna åtaganden"],
        ["proposed commitment", "proposed commitments"],
    );
    let sides = traces.sides;
    let told = [
        states::sentence(&recommendation::counted(comparison, only), &recommendations, sides),
        states::sentence(&kept, &promised, sides),
        states::sentence(&only_proposed, &proposed, sides),
    ];
    let heads = [
        (SectionKind::Recommendations, words!("Revisorernas rekommendationer", "The auditors' recommendations")),
        (SectionKind::Commitments, words!("Stadens åtaganden", "The city's commitments")),
        (SectionKind::Commitments, words!("Föreslagna åtaganden", "Proposed commitments")),
    ];
    let all = heads.into_iter().zip([recommendations, promised, proposed]);
    let sections = all.filter_map(|(head, entries)| states::section(head, only, entries, traces.sides));
    (told.into_iter().flatten().collect(), sections.collect())
}

/// All ratings and documents of all bodies, counted.
fn tallies(comparison: &Comparison<'_>) -> Vec<Words> {
    let ratings = || comparison.bodies.iter().flat_map(|body| &body.ratings);
    let tally = ratings().map(Ratings::tally).fold(Tally::default(), Tally::and);
    let mut sentences = Vec::new();
    if tally.compared() > 0 {
        let all = counted(
            tally.compared() as usize,
            ["bedömning kan jämföras", "bedömningar kan jämföras"],
            ["rating can be compared", "ratings can be compared"],
        );
        let moves = [Movement::Up, Movement::Down, Movement::Same].map(|one| wording::moved(one, tally.of(one)));
        let moves = joined(&moves, ", ");
        sentences.push(words!("{all}: {moves}.", "{all}: {moves}.", all, moves));
    }
    let rest: Vec<_> = Movement::ALL
        .into_iter()
        .filter(|one| !matches!(one, Movement::Up | Movement::Down | Movement::Same) && tally.of(*one) > 0)
        .map(|one| wording::moved_between(one, comparison.sides, tally.of(one)))
        .collect();
    if !rest.is_empty() {
        let rest = joined(&rest, ", ");
        sentences.push(words!("Övriga: {rest}.", "The others: {rest}.", rest));
    }
    sentences.extend(lacking(comparison));
    sentences.extend(fates(comparison));
    sentences.extend(bodies(comparison));
    sentences
}

/// The bodies whose answers cannot be laid beside each other, counted by reason.
fn lacking(comparison: &Comparison<'_>) -> Vec<Words> {
    let (from, to) = (comparison.sides.before.year, comparison.sides.after.year);
    let mut reasons: BTreeMap<Pair<Missing>, BTreeSet<&BodyId>> = BTreeMap::new();
    for body in comparison.bodies.iter().filter(|body| body.body.both().is_some()) {
        for lacking in body.ratings.iter().filter_map(Ratings::lacking) {
            reasons.entry(lacking).or_default().insert(&body.body.latest().id);
        }
    }
    let sentence = |(lacking, bodies): (Pair<Missing>, BTreeSet<&BodyId>)| {
        let count = counted(bodies.len(), ["organ"; 2], ["body", "bodies"]);
        let lacking = wording::lacking(lacking, from, to);
        words!(
            "För {count} kan bedömningarna inte jämföras: {lacking}.",
            "Of {count} the ratings cannot be compared: {lacking}.",
            count,
            lacking
        )
    };
    reasons.into_iter().map(sentence).collect()
}

/// What became of all measures and reviews together.
fn fates(comparison: &Comparison<'_>) -> Vec<Words> {
    let measures = comparison.bodies.iter().flat_map(|body| body.measures.iter().map(|one| one.fate));
    let reviews = comparison.bodies.iter().flat_map(|body| body.reviews.iter().map(|one| one.fate));
    let of = |doers: wording::Doers, all: Vec<Fate>| {
        let mut counts: Vec<(Fate, usize)> = Vec::new();
        for fate in all {
            match counts.iter_mut().find(|(one, _)| *one == fate) {
                Some((_, count)) => *count += 1,
                None => counts.push((fate, 1)),
            }
        }
        let total: usize = counts.iter().map(|(_, count)| count).sum();
        counts.sort_by_key(|(_, count)| Reverse(*count));
        let phrase = |(fate, count): (Fate, usize)| {
            let (count_words, fate) = (amount::integer(count), wording::fate(fate, comparison.sides, count));
            words!("{count_words} {fate}", "{count_words} {fate}", count_words, fate)
        };
        let total_words = counted(total, doers.sv, doers.en);
        let phrases = joined(&counts.into_iter().map(phrase).collect::<Vec<_>>(), "; ");
        (total > 0).then(|| words!("{total_words}: {phrases}.", "{total_words}: {phrases}.", total_words, phrases))
    };
    let risks = comparison.bodies.iter().flat_map(|body| body.risks.iter().map(|one| one.fate));
    let (risks, measures, reviews) = (risks.collect(), measures.collect(), reviews.collect());
    let told = [of(wording::RISKS, risks), of(wording::MEASURES, measures), of(wording::REVIEWS, reviews)];
    told.into_iter().flatten().collect()
}

/// Bodies that are there in one of the years only.
fn bodies(comparison: &Comparison<'_>) -> Vec<Words> {
    let (from, to) = (comparison.sides.before.year, comparison.sides.after.year);
    let names = |wanted: fn(&Pair<&Body>) -> bool| {
        let bodies = comparison.bodies.iter().map(|one| &one.body).filter(|body| wanted(body));
        amount::list(&bodies.map(|body| amount::same(&body.latest().name)).collect::<Vec<_>>())
    };
    let (new, gone) = (names(|body| body.before().is_none()), names(|body| body.after().is_none()));
    let only = |names: Words, year: Year| {
        let told =
            || words!("Organ som bara finns {year}: {names}.", "Bodies that exist only in {year}: {names}.", names);
        (!names.sv.is_empty()).then(told)
    };
    let model = comparison.sides.after.report.model;
    let all = comparison.bodies.iter().map(|one| *one.body.latest());
    let organisation = all.flat_map(|body| organisation(model, body, (from.min(to), from.max(to))));
    only(gone, from).into_iter().chain(only(new, to)).chain(organisation).collect()
}

/// When a body was formed and out of what, when it ended and what came of it; whichever of the years was named first.
fn organisation(model: &Model, body: &Body, years: (Year, Year)) -> Vec<Words> {
    let (began, ended) = events(body, years);
    let name = &body.name;
    let named = |id: &BodyId| amount::same(&model.bodies[id].name);
    let names = |ids: &[BodyId]| amount::list(&ids.iter().map(named).collect::<Vec<_>>());
    let began = began.map(|day| {
        let (day, from) = (amount::day(day), names(&body.predecessors));
        match body.predecessors.as_slice() {
            [] => words!("{name} bildades {day}.", "{name} was formed on {day}.", day),
            _ => words!(
                "{name} bildades {day} och tog över från {from}.",
                "{name} was formed on {day} and took over from {from}.",
                day,
                from
            ),
        }
    });
    let ended = ended.map(|day| {
        let (day, to) = (amount::day(day), names(&body.successors));
        match body.successors.as_slice() {
            [] => words!("{name} upphörde {day}.", "{name} ended on {day}.", day),
            [_] => words!(
                "{name} upphörde {day} och gick upp i {to}.",
                "{name} ended on {day} and became part of {to}.",
                day,
                to
            ),
            _ => words!(
                "{name} upphörde {day} och delades på {to}.",
                "{name} ended on {day} and was divided between {to}.",
                day,
                to
            ),
        }
    });
    began.into_iter().chain(ended).collect()
}

/// The statements and the bodies whose share moved most, each by points that were compared.
fn largest(comparison: &Comparison<'_>, traces: Traces<'_>) -> Option<Section> {
    let mut statements: Vec<(Decimal, Entry)> = Vec::new();
    for set in &comparison.sets {
        for change in &set.statements {
            let Some(points) = change.share.points().filter(|points| !points.is_zero()) else { continue };
            statements.push((points.abs(), city::over_all(set, change, traces)));
        }
    }
    let mut bodies: Vec<(Decimal, Entry)> = Vec::new();
    for body in &comparison.bodies {
        bodies.extend(shares(body, traces));
    }
    let first = |mut entries: Vec<(Decimal, Entry)>| {
        entries.sort_by_key(|(points, _)| Reverse(*points));
        entries.into_iter().take(LARGEST).map(|(_, entry)| entry)
    };
    let entries: Vec<_> = first(statements).chain(first(bodies)).collect();
    (!entries.is_empty()).then(|| Section {
        kind: SectionKind::Largest,
        title: words!("Största förändringarna", "The largest changes"),
        body: None,
        year: None,
        notes: Vec::new(),
        entries,
    })
}

fn shares(body: &BodyComparison<'_>, traces: Traces<'_>) -> Vec<(Decimal, Entry)> {
    let name = &body.body.latest().name;
    let share = |ratings| {
        let mut entry = rating::share(body, ratings, traces.sides)?;
        let what = amount::uncapitalized(&entry.name);
        entry.name = words!("{name}, {what}", "{name}, {what}", what);
        Some((ratings.share.points()?.abs(), entry))
    };
    body.ratings.iter().filter_map(share).collect()
}

/// What the city office writes of the year: its follow-up and the rounds of joint reviews.
fn city(comparison: &Comparison<'_>, traces: Traces<'_>) -> Option<Section> {
    let follow_up = comparison.follow_up.as_ref().and_then(|change| document::entry(change, traces));
    let rounds = comparison.rounds.values().filter_map(|change| document::entry(change, traces));
    let entries: Vec<_> = follow_up.into_iter().chain(rounds).collect();
    (!entries.is_empty()).then(|| Section {
        kind: SectionKind::City,
        title: words!("Gemensamt för alla organ", "Common to all bodies"),
        body: None,
        year: None,
        notes: Vec::new(),
        entries,
    })
}

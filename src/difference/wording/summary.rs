//! All that happened with a body, in one line: `Miljönämnden 2024: 2 bedömningar ändrade (1 upp, 1 ned), 1 granskning ny`.

use crate::diagnostic::Words;
use crate::difference::amount::{counted, joined};
use crate::difference::told::tally;
use crate::report::comparison::field::Document;
use crate::report::comparison::{
    Basis, BodyComparison, Counting, Difference, DocumentChange, Fate, Field, Movement, Pair, Ratings, ReadingChange,
    Sides,
};
use crate::words;

use super::movement::{Doers, JOINT, MEASURES, PLANS, REPORTS, REVIEWS, RISKS, fate, moved_between};

/// The body's name, with the year where the sides are one year at two revisions.
#[must_use]
pub fn called(comparison: &BodyComparison<'_>, sides: Sides<'_>) -> Words {
    let (name, year) = (&comparison.body.latest().name, sides.after.year);
    match sides.basis {
        Basis::Counted => words!("{name}", "{name}"),
        Basis::Written => words!("{name} {year}", "{name} {year}"),
    }
}

/// What happened with the body; `None` when nothing did. The name of the body is not in it.
#[must_use]
pub fn summary(comparison: &BodyComparison<'_>, sides: Sides<'_>) -> Option<Words> {
    let mut parts = Vec::new();
    parts.extend(existence(comparison, sides));
    let count = comparison.ratings.len();
    for ratings in &comparison.ratings {
        let of_set = of_ratings(ratings, sides, parts.is_empty() && comparison.body.both().is_some());
        if of_set.is_empty() {
            continue;
        }
        let (name, of_set) = (&ratings.set.name, joined(&of_set, ", "));
        parts.push(if count > 1 { words!("i {name}: {of_set}", "in {name}: {of_set}", of_set) } else { of_set });
    }
    // Two years always have two plans; their risks are what is told.
    let plan = comparison.plan.as_slice();
    parts.extend(documents(if sides.basis == Basis::Written { plan } else { &[] }, PLANS, sides));
    parts.extend(documents(&comparison.risks, RISKS, sides));
    parts.extend(documents(&comparison.measures, MEASURES, sides));
    parts.extend(documents(&comparison.reviews, REVIEWS, sides));
    let joint: Vec<_> = comparison.joint.iter().map(|one| one.change.clone()).collect();
    parts.extend(documents(&joint, JOINT, sides));
    parts.extend(documents(&comparison.reports, REPORTS, sides));
    parts.extend(readings(&comparison.readings, sides));
    (!parts.is_empty()).then(|| joined(&parts, if count > 1 { "; " } else { ", " }))
}

fn existence(comparison: &BodyComparison<'_>, sides: Sides<'_>) -> Option<Words> {
    let (from, to) = (sides.before.year, sides.after.year);
    match (comparison.body, sides.basis) {
        (Pair::New(_), Basis::Counted) => Some(words!("finns bara {to}", "exists only in {to}")),
        (Pair::Gone(_), Basis::Counted) => Some(words!("finns bara {from}", "exists only in {from}")),
        // Of revisions the definitions say so, once and not for each year.
        (Pair::Both(..), _) | (Pair::New(_) | Pair::Gone(_), Basis::Written) => None,
    }
}

fn of_ratings(ratings: &Ratings<'_>, sides: Sides<'_>, is_there: bool) -> Vec<Words> {
    let (from, to) = (sides.before.year, sides.after.year);
    let mut parts = Vec::new();
    match (ratings.lacking(), sides.basis) {
        (Some(Pair::Gone(_)), Basis::Written) => parts.push(words!("självskattning ny", "self-assessment new")),
        (Some(Pair::New(_)), Basis::Written) => {
            parts.push(words!("självskattning borttagen", "self-assessment removed"));
        }
        (Some(lacking), Basis::Counted) if is_there => parts.push(super::lacking(lacking, from, to)),
        (None | Some(_), Basis::Counted | Basis::Written) => {}
    }
    parts.extend(moves(ratings, sides));
    // What moved is told as moved, once.
    let stays = |movement: Movement| matches!(movement, Movement::Same | Movement::StillUnrated);
    let with_texts = ratings.statements.iter().filter(|one| stays(one.movement) && !one.fields.is_empty());
    let (reasons, others): (Vec<_>, Vec<_>) =
        with_texts.partition(|one| one.fields.iter().all(|change| change.field == Field::Reason));
    // A new year has new reasons: they are told with the ratings that moved, and are no news by themselves.
    if sides.basis == Basis::Written {
        let sv = ["motivering ändrad", "motiveringar ändrade"];
        parts.extend(some(reasons.len(), sv, ["reason changed", "reasons changed"]));
        let sv = ["svars text ändrad", "svars texter ändrade"];
        parts.extend(some(others.len(), sv, ["answer's text changed", "answers' texts changed"]));
    }
    match ratings.counting() {
        Counting::Begins => parts.push(words!("självskattningen räknas nu", "the self-assessment is counted now")),
        Counting::Ends => {
            parts.push(words!("självskattningen räknas inte längre", "the self-assessment is no longer counted"));
        }
        Counting::AsBefore if ratings.fields.is_empty() => {}
        Counting::AsBefore => {
            parts.push(words!(
                "uppgifterna om självskattningen ändrade",
                "what is said about the self-assessment changed"
            ));
        }
    }
    parts
}

/// The ratings that moved, then those that cannot be laid beside each other.
fn moves(ratings: &Ratings<'_>, sides: Sides<'_>) -> Vec<Words> {
    let tally = tally(ratings, sides.basis);
    let of = |movement: Movement| {
        Some(moved_between(movement, sides, tally.of(movement))).filter(|_| tally.of(movement) > 0)
    };
    let moves = [Movement::Up, Movement::Down, Movement::Rated, Movement::Unrated, Movement::OtherReason];
    let count = moves.into_iter().map(|movement| tally.of(movement) as usize).sum();
    let mut parts = Vec::new();
    let sv = ["bedömning ändrad", "bedömningar ändrade"];
    if let Some(changed) = some(count, sv, ["rating changed", "ratings changed"]) {
        let how = joined(&moves.into_iter().filter_map(of).collect::<Vec<_>>(), ", ");
        parts.push(words!("{changed} ({how})", "{changed} ({how})", changed, how));
    }
    parts.extend([Movement::New, Movement::Gone, Movement::Incomparable].into_iter().filter_map(of));
    parts
}

/// What became of the documents of a kind.
fn documents<T: Document>(changes: &[DocumentChange<'_, T>], doers: Doers, sides: Sides<'_>) -> Vec<Words> {
    let mut fates: Vec<(Fate, usize)> = Vec::new();
    for change in changes.iter().filter(|change| change.fate != Fate::CarriedOn) {
        match fates.iter_mut().find(|(fate, _)| *fate == change.fate) {
            Some((_, count)) => *count += 1,
            None => fates.push((change.fate, 1)),
        }
    }
    let phrase = |(fate, count): (Fate, usize)| {
        let (number, fate) = (counted(count, doers.sv, doers.en), self::fate(fate, sides, count));
        words!("{number} {fate}", "{number} {fate}", number, fate)
    };
    let mut parts: Vec<_> = fates.into_iter().map(phrase).collect();
    // A year's text is another one each year, which is no news.
    if sides.basis == Basis::Written || !doers.is_yearly {
        parts.extend(carried_on(changes, doers, sides.basis));
    }
    parts
}

fn carried_on<T: Document>(changes: &[DocumentChange<'_, T>], doers: Doers, basis: Basis) -> Vec<Words> {
    let changed = || changes.iter().filter(|change| change.fate == Fate::CarriedOn && !change.fields.is_empty());
    let has = |change: &DocumentChange<'_, T>, field: Field<'_>| change.fields.iter().any(|one| one.field == field);
    let is_text = |change: &&DocumentChange<'_, T>| {
        change.fields.iter().all(|one| matches!(one.field, Field::Lead | Field::Section(_)))
    };
    let progress = changed().filter(|change| has(change, Field::Progress)).count();
    let verdict = changed().filter(|change| has(change, Field::Verdict)).count();
    let told = |change: &&DocumentChange<'_, T>| has(change, Field::Progress) || has(change, Field::Verdict);
    let texts = changed().filter(is_text).count();
    let others = changed().filter(|change| !told(change) && !is_text(change)).count();
    let of = |count: usize| {
        let [(sv_one, sv_many), (en_one, en_many)] = [doers.sv, doers.en].map(|[one, many]| (one, many));
        let many = counted(count, [sv_one, sv_many], [en_one, en_many]);
        if count == 1 { words!("en {sv_one}", "a {en_one}") } else { many }
    };
    let mut parts = Vec::new();
    if progress > 0 {
        let of = of(progress);
        parts.push(words!("läget ändrat för {of}", "the progress of {of} changed", of));
    }
    if verdict > 0 {
        let of = of(verdict);
        parts.push(words!("omdömet ändrat för {of}", "the verdict of {of} changed", of));
    }
    if others > 0 {
        let number = counted(others, doers.sv, doers.en);
        let form = if others == 1 { "ändrad" } else { "ändrade" };
        parts.push(words!("{number} {form}", "{number} changed", number));
    }
    // A new year has new texts, which is no news.
    if texts > 0 && basis == Basis::Written {
        let of = of(texts);
        parts.push(words!("texten till {of} ändrad", "the text of {of} changed", of));
    }
    parts
}

fn readings(changes: &[ReadingChange<'_>], sides: Sides<'_>) -> Vec<Words> {
    let only_at = |change: &ReadingChange<'_>| change.only_at(sides.basis);
    let count = |is_counted: &dyn Fn(&ReadingChange<'_>) -> bool| changes.iter().filter(|one| is_counted(one)).count();
    let moved = count(&|change| match &change.difference {
        Difference::Between { from, to } => from != to,
        Difference::Broken(_) | Difference::Missing(..) => false,
    });
    let lost = count(&|change| match &change.difference {
        Difference::Between { .. } => false,
        Difference::Broken(_) => only_at(change).is_none(),
        // The same reason at both sides is no change.
        Difference::Missing(..) => change.before.map(|one| one.value) != change.after.map(|one| one.value),
    });
    let new = count(&|change| only_at(change) == Some(Pair::New(())));
    let gone = count(&|change| only_at(change) == Some(Pair::Gone(())));
    let remarks = count(&|change| {
        change.before.map(|one| one.value) == change.after.map(|one| one.value) && !change.fields.is_empty()
    });
    let parts = [
        some(moved, ["mätetal ändrat", "mätetal ändrade"], ["indicator changed", "indicators changed"]),
        some(new, ["mätetal nytt", "mätetal nya"], ["indicator new", "indicators new"]),
        some(gone, ["mätetal borttaget", "mätetal borttagna"], ["indicator removed", "indicators removed"]),
        some(lost, ["mätetal kan inte jämföras"; 2], ["indicator cannot be compared", "indicators cannot be compared"]),
        (remarks > 0).then(|| {
            let many = counted(remarks, ["mätetal"; 2], ["indicators"; 2]);
            let of = if remarks == 1 { words!("ett mätetal", "an indicator") } else { many };
            words!("noten eller källan till {of} ändrad", "the note or source of {of} changed", of)
        }),
    ];
    parts.into_iter().flatten().collect()
}

fn some(count: usize, sv: [&str; 2], en: [&str; 2]) -> Option<Words> {
    (count > 0).then(|| counted(count, sv, en))
}

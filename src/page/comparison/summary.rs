//! What moved between two years, in sentences: the first thing that a reader of a comparison sees.

use super::super::{charting, wording};
use crate::difference::amount::{counted, integer};
use crate::difference::wording::{Doers, difference, fate, moved};
use crate::language::{list, number};
use crate::model::{Scale, Year};
use crate::report::comparison::{
    BodyComparison, Change, Comparison, Difference, DocumentChange, Fate, Movement, ReadingChange, SetComparison,
    Sides, Tally,
};
use crate::report::series::PointValue;

/// What happened to the share over all bodies, in a sentence.
pub fn share(compared: &Comparison<'_>, set: &SetComparison<'_>) -> String {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let is_published = |year| match set.sets.1.trend.at(year).map(|point| point.value) {
        Some(PointValue::Published(_)) => true,
        Some(PointValue::Computed { .. } | PointValue::Missing(_)) | None => false,
    };
    let source = match (is_published(from), is_published(to)) {
        (false, false) => "",
        // What cannot be compared needs no word on how it was counted.
        _ if set.total.points().is_none() => "",
        (true, true) => " Båda årens andelar är publicerade, inte räknade ur organens svar.",
        (true, false) | (false, true) => " Det ena årets andel är publicerad, inte räknad ur organens svar.",
    };
    format!("{}{source}", share_of(&set.total, set.sets.1.scale, from, to))
}

/// What happened to a share of the best level, in a sentence.
pub fn share_of(change: &Change, scale: &Scale, from: Year, to: Year) -> String {
    let what = wording::capitalized(&charting::what(scale));
    match change {
        Change::Points { from: one, to: other } if one == other => {
            format!("{what} var oförändrad: {} procent både {from} och {to}.", wording::plain(*other))
        }
        Change::Points { from: one, to: other } => {
            let way = if other > one { "ökade" } else { "minskade" };
            let (one, other) = (wording::plain(*one), wording::plain(*other));
            format!("{what} {way} från {one} procent {from} till {other} procent {to}.")
        }
        Change::Broken(_) | Change::Missing(..) => wording::incomparable(from, to, change).unwrap_or_default(),
    }
}

/// How many ratings moved, in a sentence; `None` where none can be laid beside another.
pub fn ratings(tally: &Tally) -> Option<String> {
    let compared = counted(tally.compared() as usize, ["bedömning", "bedömningar"], [""; 2]).sv;
    let moves = [Movement::Up, Movement::Down, Movement::Same];
    let moves = moves.map(|movement| moved(movement, tally.of(movement)).sv);
    (tally.compared() > 0).then(|| format!("{compared} kan jämföras: {}.", list::joined(&moves)))
}

/// The ratings that could not be laid beside each other, by reason; `None` where there are none.
pub fn not_compared(tally: &Tally) -> Option<String> {
    let others = Movement::ALL.into_iter().filter(|one| !is_compared(*one) && tally.of(*one) > 0);
    let phrases: Vec<_> = others.map(|movement| moved(movement, tally.of(movement)).sv).collect();
    (!phrases.is_empty()).then(|| format!("Dessutom: {}.", list::joined(&phrases)))
}

/// How many figures are told one by one.
const FEW: usize = 3;

/// What became of the figures of indicators, in sentences; nothing where none can be compared.
pub fn readings(compared: &Comparison<'_>) -> Vec<String> {
    let all = compared.bodies.iter().flat_map(|body| body.readings.iter().map(move |reading| (body, reading)));
    let all: Vec<_> = all.filter(|(_, one)| matches!(one.difference, Difference::Between { .. })).collect();
    let told = |(body, one): &(&BodyComparison<'_>, &ReadingChange<'_>)| match &one.difference {
        Difference::Between { from, to } => {
            let figure = |value| number::decimal(value, one.indicator.decimals);
            let (name, body) = (wording::capitalized(&one.indicator.name), &body.body.latest().name);
            let change = difference(&one.difference, one.indicator).sv;
            Some(format!("{name}, {body}: från {} till {}, {change}.", figure(from), figure(to)))
        }
        Difference::Broken(_) | Difference::Missing(..) => None,
    };
    if all.len() <= FEW {
        return all.iter().filter_map(told).collect();
    }
    let same = |difference: &Difference| matches!(difference, Difference::Between { from, to } if from == to);
    let same = all.iter().filter(|(_, one)| same(&one.difference)).count();
    let count = counted(all.len(), ["mätetal", "mätetal"], [""; 2]).sv;
    vec![format!("{count} kan jämföras: {} ändrade och {} oförändrade.", all.len() - same, same)]
}

/// Whether a rating had a level in the order both times, so that it could be laid beside the other.
pub fn is_compared(movement: Movement) -> bool {
    match movement {
        Movement::Up | Movement::Down | Movement::Same => true,
        Movement::Rated
        | Movement::Unrated
        | Movement::StillUnrated
        | Movement::OtherReason
        | Movement::New
        | Movement::Gone
        | Movement::Incomparable => false,
    }
}

/// What became of measures or reviews, in a sentence; `None` where there are none.
pub fn fates<T>(changes: &[&DocumentChange<'_, T>], doers: Doers, sides: Sides<'_>) -> Option<String> {
    let mut fates: Vec<(Fate, usize)> = Vec::new();
    let mut carried_on = [0, 0];
    for change in changes {
        if change.fate == Fate::CarriedOn {
            carried_on[usize::from(change.is_change())] += 1;
            continue;
        }
        match fates.iter_mut().find(|(fate, _)| *fate == change.fate) {
            Some((_, count)) => *count += 1,
            None => fates.push((change.fate, 1)),
        }
    }
    fates.sort_by_key(|(fate, _)| place(*fate));
    let phrase = |(one, count): (Fate, usize)| format!("{} {}", integer(count).sv, fate(one, sides, count).sv);
    let mut phrases: Vec<_> = fates.into_iter().map(phrase).collect();
    let [same, changed] = carried_on;
    if changed > 0 {
        phrases.push(format!("{} finns kvar med ändrade uppgifter", integer(changed).sv));
    }
    if same > 0 {
        phrases.push(format!("{} finns kvar oförändrade", integer(same).sv));
    }
    let name = wording::capitalized(doers.sv[1]);
    (!phrases.is_empty()).then(|| format!("{name}: {}.", list::joined(&phrases)))
}

/// In which order fates are told, and by which year within one.
pub fn place(fate: Fate) -> (u8, i16) {
    match fate {
        Fate::Silent(year) | Fate::Unmentioned(year) => (0, year.0),
        Fate::New => (1, 0),
        Fate::CarriedOn => (2, 0),
        Fate::Finished(year) | Fate::Closed(year) => (3, year.0),
        Fate::Dropped(year) => (4, year.0),
        Fate::Gone => (5, 0),
        Fate::NotReported => (6, 0),
        Fate::Withheld => (7, 0),
        Fate::BodyEnded => (8, 0),
    }
}

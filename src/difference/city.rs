//! All bodies together in two years: sentences with both totals, and the share of each statement that moved.

use std::collections::BTreeMap;

use super::amount::{self, counted, list};
use super::fields::between;
use super::trace::Traces;
use super::wording::{self, answers_are};
use super::{Entry, EntryKind, FieldEntry, Stand};
use crate::diagnostic::Words;
use crate::model::{Missing, StatementId, Year};
use crate::report::comparison::{Change, Movement, Pair, SetComparison, Side, Sides, StatementChange, Wording};
use crate::report::series::{PointValue, Series};
use crate::words;

/// What became of the share of the best level: over all bodies, then over those that answered both years.
pub fn sentences<'m>(set: &SetComparison<'m>, sides: Sides<'m>) -> Vec<Words> {
    let (from, to) = (sides.before.year, sides.after.year);
    let (old, new) = set.sets;
    let (name, best) = (&new.set.name, new.scale.best_name());
    let value = |series: &Series, year: Year| {
        series.at(year).map_or_else(|| wording::missing(Missing::Unknown), |point| wording::point_value(point.value))
    };
    let (was, is) = (value(&old.trend, from), value(&new.trend, to));
    let mut sentences = Vec::new();
    sentences.push(match &set.total {
        Change::Points { .. } => {
            let change = wording::change(&set.total);
            words!(
                "{name}, alla organ: andelen ”{best}” var {was} {from} och {is} {to}: {change}.",
                "{name}, all bodies: the share of “{best}” was {was} in {from} and {is} in {to}: {change}.",
                was,
                is,
                change
            )
        }
        Change::Broken(reason) => {
            let reason = reason.trim_end_matches('.');
            words!(
                "{name}, alla organ: andelen ”{best}” var {was} {from} och {is} {to}, men åren kan inte jämföras: {reason}.",
                "{name}, all bodies: the share of “{best}” was {was} in {from} and {is} in {to}, but the years cannot be \
                 compared: “{reason}”.",
                was,
                is
            )
        }
        Change::Missing(year, why) => {
            let are = answers_are(*why);
            words!(
                "{name}, alla organ: åren kan inte jämföras, för siffrorna {year} {are}.",
                "{name}, all bodies: the years cannot be compared, for the figures of {year} {are}.",
                are
            )
        }
    });
    sentences.extend(only(set, (&was, &is), sides));
    sentences.extend(answered(set, sides));
    sentences.extend(same_bodies(set, sides));
    sentences
}

/// The share of the only year that has one.
fn only(set: &SetComparison<'_>, (was, is): (&Words, &Words), sides: Sides<'_>) -> Option<Words> {
    let is_there = |series: &Series, year: Year| series.at(year).is_some_and(|point| point.value.is_there());
    let (old, new) = set.sets;
    let best = new.scale.best_name();
    let there = (is_there(&old.trend, sides.before.year), is_there(&new.trend, sides.after.year));
    let (year, share) = match there {
        (true, false) => (sides.before.year, was),
        (false, true) => (sides.after.year, is),
        (true, true) | (false, false) => return None,
    };
    Some(words!("Andelen ”{best}” var {share} {year}.", "The share of “{best}” was {share} in {year}.", share))
}

/// How many have answered of those that had to.
fn answered(set: &SetComparison<'_>, sides: Sides<'_>) -> Option<Words> {
    let (old, new) = set.sets;
    let of = |set: &crate::report::SetReport<'_>, year: Year| {
        let share = set.years.get(&year)?.coverage.share();
        (share.part > 0).then(|| {
            let part_of = amount::part_of(share.part, share.whole);
            words!("{part_of} organ {year}", "{part_of} bodies in {year}", part_of)
        })
    };
    let answered: Vec<_> = [of(old, sides.before.year), of(new, sides.after.year)].into_iter().flatten().collect();
    let answered = list(&answered);
    (!answered.sv.is_empty())
        .then(|| words!("Svar finns från {answered}.", "There are answers from {answered}.", answered))
}

fn same_bodies<'m>(set: &SetComparison<'m>, sides: Sides<'m>) -> Option<Words> {
    let (from, to) = (sides.before.year, sides.after.year);
    let (before, after) = (&set.same.total.0, &set.same.total.1);
    if set.same.bodies.is_empty() || before.whole() == 0 || after.whole() == 0 {
        return None;
    }
    let count = amount::integer(set.same.bodies.len());
    let who = match set.same.bodies.len() {
        1 => words!("Det enda organ som har svarat båda åren", "The only body with answers for both years"),
        _ => {
            words!("De {count} organ som har svarat båda åren", "The {count} bodies with answers for both years", count)
        }
    };
    let (was, is) = (amount::share(before.best()), amount::share(after.best()));
    let best = set.levels_of_same(sides).into_iter().next()?;
    let change = wording::change(&best.change);
    Some(words!(
        "{who}: {was} {from} och {is} {to}, {change}.",
        "{who}: {was} in {from} and {is} in {to}, {change}.",
        who,
        was,
        is,
        change
    ))
}

/// The statements whose share moved, that were reworded, or that are asked in one of the years only.
pub fn entries<'m>(set: &SetComparison<'m>, traces: Traces<'m>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for change in set.statements.iter().filter(|change| is_told(set, change)) {
        entries.push(over_all(set, change, traces));
        entries.extend(over_same(set, change, traces.sides));
    }
    entries
}

/// How many statements stayed, and how many cannot be compared since there is nothing to compare.
pub fn notes(set: &SetComparison<'_>) -> Vec<Words> {
    let rest = || set.statements.iter().filter(|change| !is_told(set, change));
    let stayed = rest().filter(|change| change.share.points().is_some()).count();
    let mut notes = Vec::new();
    if !set.same.bodies.is_empty() && rest().count() < set.statements.len() {
        notes.push(words!(
            "Samma organ: de som har svarat på påståendet båda åren.",
            "The same bodies: those that have answered the statement in both years."
        ));
    }
    if stayed > 0 {
        let count = counted(stayed, ["påstående", "påståenden"], ["statement", "statements"]);
        notes.push(words!("{count} har samma andel båda gångerna.", "{count}: the same share both times.", count));
    }
    let mut lacking: BTreeMap<(Year, Missing), usize> = BTreeMap::new();
    for change in rest() {
        if let Change::Missing(year, why) = change.share {
            *lacking.entry((year, why)).or_default() += 1;
        }
    }
    notes.extend(lacking.into_iter().map(|((year, why), count)| {
        let count = counted(count, ["påstående", "påståenden"], ["statement", "statements"]);
        let are = answers_are(why);
        words!(
            "{count} kan inte jämföras: svaren {year} {are}.",
            "{count} cannot be compared: the answers of {year} {are}.",
            count,
            are
        )
    }));
    notes
}

fn is_told(set: &SetComparison<'_>, change: &StatementChange<'_>) -> bool {
    let moves = match &change.share {
        Change::Points { from, to } => from != to,
        Change::Broken(_) => true,
        Change::Missing(..) => false,
    };
    let same = set.same.statements.get(&change.statement.latest().id);
    let moves = moves || same.is_some_and(|(before, after)| before.best() != after.best());
    moves || change.wording != Wording::Same || change.statement.both().is_none()
}

/// A statement's share over all bodies.
pub fn over_all(set: &SetComparison<'_>, change: &StatementChange<'_>, traces: Traces<'_>) -> Entry {
    let sides = traces.sides;
    let statement = *change.statement.latest();
    let (id, short) = (&statement.id, &statement.short);
    let value = |side: Side<'_>| {
        let report = side.report.sets.get(&set.sets.1.set.id)?;
        Some(report.statements.get(id)?.at(side.year)?.value)
    };
    let stand = |value: Option<PointValue>, trace| {
        let value = value.unwrap_or(PointValue::Missing(Missing::NotAsked));
        Stand { words: Some(wording::point_value(value)), exact: value.into(), trace: Some(trace) }
    };
    let (before, after) = (value(sides.before), value(sides.after));
    let mut what = match change.statement {
        Pair::Both(..) => wording::change(&change.share),
        Pair::New(_) => wording::movement_between(Movement::New, sides),
        Pair::Gone(_) if wording::is_backwards(sides) => wording::movement_between(Movement::Gone, sides),
        Pair::Gone(_) => words!("ställs inte längre", "no longer asked"),
    };
    if change.wording == (Wording::Reworded { comparable: true }) {
        what = words!("{what}; ny lydelse, som går att jämföra", "{what}; reworded, but comparable", what);
    }
    Entry {
        kind: EntryKind::StatementShare,
        id: Some(id.to_string()),
        name: words!("{id} {short}", "{id} {short}"),
        what,
        change: share_change(&change.share, &change.statement),
        before: change
            .statement
            .before()
            .map(|one| stand(before, traces.before(one.version(sides.before.year).origin))),
        after: change.statement.after().map(|one| stand(after, traces.after(one.version(sides.after.year).origin))),
        fields: reworded(change, sides),
    }
}

/// The two wordings, where they are not the same.
fn reworded(change: &StatementChange<'_>, sides: Sides<'_>) -> Vec<FieldEntry> {
    match (change.wording, change.statement.both()) {
        (Wording::Reworded { .. }, Some((old, new))) => {
            let (was, is) = (&old.version(sides.before.year).text, &new.version(sides.after.year).text);
            vec![between("wording", words!("lydelse", "wording"), was, is)]
        }
        (Wording::Same | Wording::Reworded { .. }, _) => Vec::new(),
    }
}

fn over_same<'m>(set: &SetComparison<'m>, change: &StatementChange<'m>, sides: Sides<'m>) -> Option<Entry> {
    let moved = set.share_of_same(sides, change)?;
    moved.points()?;
    let by = wording::change(&moved);
    let id: &StatementId = &change.statement.latest().id;
    let (before, after) = set.same.statements.get(id)?;
    if before.whole() == 0 || after.whole() == 0 {
        return None;
    }
    let stand = |share: crate::report::share::Share| Stand {
        words: Some(amount::share(share)),
        exact: share.into(),
        trace: None,
    };
    Some(Entry {
        kind: EntryKind::SameBodies,
        id: Some(id.to_string()),
        name: words!("{id}", "{id}"),
        what: words!("samma organ: {by}", "the same bodies: {by}", by),
        change: share_change(&moved, &change.statement),
        before: Some(stand(before.best())),
        after: Some(stand(after.best())),
        fields: Vec::new(),
    })
}

fn share_change<T>(share: &Change, pair: &Pair<T>) -> &'static str {
    match (pair, share) {
        (Pair::New(_), _) => "new",
        (Pair::Gone(_), _) => "gone",
        (Pair::Both(..), Change::Points { from, to }) if to > from => "more",
        (Pair::Both(..), Change::Points { from, to }) if to < from => "less",
        (Pair::Both(..), Change::Points { .. }) => "same",
        (Pair::Both(..), Change::Broken(_)) => "incomparable",
        (Pair::Both(..), Change::Missing(..)) => "missing",
    }
}

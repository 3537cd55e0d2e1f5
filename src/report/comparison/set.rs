//! A statement set at two sides: the result of all together, of those who answered both times, and statement by statement.

use std::collections::{BTreeMap, BTreeSet};

use super::pair::pairs;
use super::share::{self, Change};
use super::{Pair, Side, Sides};
use crate::model::{BodyId, Category, LevelNumber, Statement, StatementId, StatementSet, Version, Year};
use crate::report::SetReport;
use crate::report::distribution::{self, Distribution};
use crate::report::series::REWORDED;

/// A set at two sides.
#[derive(Debug, Clone)]
pub struct SetComparison<'m> {
    /// The set and its results before and after.
    pub sets: (&'m SetReport<'m>, &'m SetReport<'m>),
    /// The share of the best level over all bodies.
    pub total: Change,
    /// The results of those who have answered at both sides.
    pub same: SameBodies,
    /// Every statement that is asked at either side, those of the later in its order first.
    pub statements: Vec<StatementChange<'m>>,
}

/// The results of the bodies that have answers at both sides, so that nobody's coming or going moves them.
#[derive(Debug, Clone)]
pub struct SameBodies {
    /// Who they are, by their ids after.
    pub bodies: BTreeSet<BodyId>,
    /// All their answers, before and after.
    pub total: (Distribution, Distribution),
    /// By statement, where it was asked both times: before and after, the answers of those among them who have answered it at
    /// both sides, so that nobody's single answer moves the share by coming or going either.
    pub statements: BTreeMap<StatementId, (Distribution, Distribution)>,
}

/// A statement at two sides.
#[derive(Debug, Clone)]
pub struct StatementChange<'m> {
    /// Its category, as it stands last.
    pub category: &'m Category,
    /// The statement where it is asked.
    pub statement: Pair<&'m Statement>,
    /// Whether it says the same.
    pub wording: Wording,
    /// The share of the best level over all bodies.
    pub share: Change,
}

/// Whether a statement says the same at both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// It does, or stands at one side only.
    Same,
    /// It does not.
    Reworded {
        /// Whether the ratings can be compared all the same.
        comparable: bool,
    },
}

/// Compares a set that is there at both sides.
pub fn compare<'m>(
    sides: Sides<'m>,
    sets: (&'m SetReport<'m>, &'m SetReport<'m>),
    renamed: &BTreeMap<BodyId, BodyId>,
) -> SetComparison<'m> {
    let (old, new) = sets;
    SetComparison {
        sets,
        total: share::across(sides, barrier(sets).as_deref(), Some(&old.trend), Some(&new.trend)),
        same: same_bodies(sides, sets, renamed),
        statements: statements(sides, sets),
    }
}

/// Why no share of one form of a set can be laid beside one of the other; nothing within one report.
pub fn barrier((old, new): (&SetReport<'_>, &SetReport<'_>)) -> Option<String> {
    let count = old.scale.ordered().len();
    let is_same = |number| old.scale.counterpart(number, new.scale) == Some(number);
    if count != new.scale.ordered().len() || !(0..count).map(LevelNumber).all(is_same) {
        return Some("Skalans nivåer är inte desamma.".to_owned());
    }
    (old.set.share_base != new.set.share_base).then(|| "Andelarna räknas inte av samma helhet.".to_owned())
}

fn same_bodies(
    Sides { before, after, .. }: Sides<'_>,
    (old, new): (&SetReport<'_>, &SetReport<'_>),
    renamed: &BTreeMap<BodyId, BodyId>,
) -> SameBodies {
    let has_answers = |side: Side<'_>, set: &SetReport<'_>, body: &BodyId| {
        distribution::counted(side.report.model, set.set, body, side.year).is_some()
    };
    let ids = |id: &BodyId| (id.clone(), renamed.get(id).unwrap_or(id).clone());
    let known = before.report.model.bodies.keys().map(ids);
    let known = known.filter(|(_, now)| after.report.model.bodies.contains_key(now));
    let both = known.filter(|(was, now)| has_answers(before, old, was) && has_answers(after, new, now));
    let both: Vec<(BodyId, BodyId)> = both.collect();
    let count = |bodies: &[&(BodyId, BodyId)], statement: Option<&StatementId>| {
        let (were, are) = (bodies.iter().map(|(was, _)| was), bodies.iter().map(|(_, now)| now));
        (
            distribution::among(before.report.model, old.set, were, before.year, statement),
            distribution::among(after.report.model, new.set, are, after.year, statement),
        )
    };
    let of_statement = |id: &StatementId| {
        let has_answered = |body: &&(BodyId, BodyId)| {
            let (was, is) = count(&[*body], Some(id));
            was.whole() > 0 && is.whole() > 0
        };
        count(&both.iter().filter(has_answered).collect::<Vec<_>>(), Some(id))
    };
    let was_asked = |id: &StatementId| old.set.asked(before.year).any(|(_, statement)| statement.id == *id);
    let asked = new.set.asked(after.year).map(|(_, statement)| &statement.id).filter(|id| was_asked(id));
    SameBodies {
        total: count(&both.iter().collect::<Vec<_>>(), None),
        statements: asked.map(|id| (id.clone(), of_statement(id))).collect(),
        bodies: both.iter().map(|(_, now)| now.clone()).collect(),
    }
}

/// Pairs the statements of two sides, and says whether they say the same.
pub fn statements<'m>(
    sides: Sides<'m>,
    (old, new): (&'m SetReport<'m>, &'m SetReport<'m>),
) -> Vec<StatementChange<'m>> {
    let asked = |set: &'m SetReport<'m>, year: Year| set.set.asked(year).collect::<Vec<_>>();
    let pairs = pairs(asked(old, sides.before.year), asked(new, sides.after.year), |(_, statement)| &statement.id);
    let change = |pair: Pair<(&'m Category, &'m Statement)>| {
        let (category, latest) = *pair.latest();
        let series = |set: &'m SetReport<'m>| set.statements.get(&latest.id);
        let wording = match pair {
            Pair::Both((_, old), (_, new)) => wording((old, sides.before.year), (new, sides.after.year)),
            Pair::Gone(_) | Pair::New(_) => Wording::Same,
        };
        let is_broken = wording == Wording::Reworded { comparable: false };
        let barrier = barrier((old, new)).or_else(|| is_broken.then(|| REWORDED.to_owned()));
        StatementChange {
            category,
            statement: match pair {
                Pair::Both((_, old), (_, new)) => Pair::Both(old, new),
                Pair::Gone((_, old)) => Pair::Gone(old),
                Pair::New((_, new)) => Pair::New(new),
            },
            wording,
            share: share::across(sides, barrier.as_deref(), series(old), series(new)),
        }
    };
    pairs.into_iter().map(change).collect()
}

/// Whether a statement says in a year what it says in another: as its versions tell, in which both wordings must stand.
fn wording<'m>((old, before): (&'m Statement, Year), (new, after): (&'m Statement, Year)) -> Wording {
    let (was, is) = (old.version(before), new.version(after));
    let place = |statement: &Statement, version: &Version| {
        let (text, year) = (&version.text, version.from);
        let same = |one: &Version| one.text.split_whitespace().eq(text.split_whitespace());
        // The same words may come back after a time in which others applied.
        let exact = statement.versions.iter().position(|one| one.from == year && same(one));
        exact.or_else(|| statement.versions.iter().position(same))
    };
    let between = |statement: &'m Statement| {
        let (one, other) = (place(statement, was)?, place(statement, is)?);
        Some(statement.versions[one.min(other)..=one.max(other)].split_first()?.1)
    };
    match between(new).or_else(|| between(old)) {
        Some([]) => Wording::Same,
        Some(versions) => Wording::Reworded { comparable: versions.iter().all(|version| version.comparable) },
        // Written over: nobody has said whether it can be compared.
        None => Wording::Reworded { comparable: false },
    }
}

/// Statements whose answers in a year cannot be compared with those of an earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// Asked then and now, but reworded on the way.
    pub reworded: Vec<StatementId>,
    /// Asked now only.
    pub added: Vec<StatementId>,
    /// Asked then only.
    pub dropped: Vec<StatementId>,
}

/// Finds the statements that keep two years of a set from being wholly the same.
#[must_use]
pub fn changed(set: &StatementSet, from: Year, to: Year) -> Changed {
    let mut changed = Changed::default();
    for (_, statement) in set.statements() {
        let id = statement.id.clone();
        match (statement.span.contains(from), statement.span.contains(to)) {
            (true, true) => {
                if wording((statement, from), (statement, to)) == (Wording::Reworded { comparable: false }) {
                    changed.reworded.push(id);
                }
            }
            (false, true) => changed.added.push(id),
            (true, false) => changed.dropped.push(id),
            (false, false) => {}
        }
    }
    changed
}

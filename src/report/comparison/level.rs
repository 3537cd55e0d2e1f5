//! How much of the answers fell on each level at two sides: of all that was answered, and of those who answered both times.

use super::figure::{FigureValue, of_level};
use super::set::{SetComparison, StatementChange, Wording};
use super::share::{self, Change};
use super::{Side, Sides};
use crate::model::{Level, LevelNumber, Missing};
use crate::report::Outcome;
use crate::report::distribution::Distribution;

/// A level's part of the answers at two sides.
#[derive(Debug, Clone)]
pub struct LevelChange<'m> {
    /// The level, as it stands after.
    pub level: &'m Level,
    /// Its part before.
    pub before: FigureValue,
    /// Its part after.
    pub after: FigureValue,
    /// By how much they differ, or why that cannot be said.
    pub change: Change,
}

impl<'m> SetComparison<'m> {
    /// Every level among all the answers, whoever gave them.
    #[must_use]
    pub fn levels(&self, sides: Sides<'m>) -> Vec<LevelChange<'m>> {
        let (old, new) = self.sets;
        let at = |side: Side<'m>, set: &crate::report::SetReport<'m>, number: LevelNumber| {
            set.years
                .get(&side.year)
                .map_or(FigureValue::Missing(Missing::Unknown), |result| of_level(&result.total, number.0))
        };
        self.by_level(sides, |number| (at(sides.before, old, number), at(sides.after, new, number)))
    }

    /// Every level among the answers of those who have answered at both sides.
    #[must_use]
    pub fn levels_of_same(&self, sides: Sides<'m>) -> Vec<LevelChange<'m>> {
        let (before, after) = &self.same.total;
        let of = |distribution: &Distribution, number: LevelNumber| {
            of_level(&Outcome::Computed(distribution.clone()), number.0)
        };
        self.by_level(sides, |number| (of(before, number), of(after, number)))
    }

    /// The share of the best level for a statement among those who have answered at both sides; `None` when it was not asked both
    /// times.
    #[must_use]
    pub fn share_of_same(&self, sides: Sides<'m>, statement: &StatementChange<'m>) -> Option<Change> {
        let (before, after) = self.same.statements.get(&statement.statement.latest().id)?;
        if let (Wording::Reworded { comparable: false }, Change::Broken(reason)) = (statement.wording, &statement.share)
        {
            return Some(Change::Broken(reason.clone()));
        }
        let share = |distribution: &Distribution| match distribution.whole() {
            0 => FigureValue::Missing(distribution.reason()),
            _ => FigureValue::Share(distribution.best()),
        };
        Some(change(sides, share(before), share(after)))
    }

    fn by_level(
        &self,
        sides: Sides<'m>,
        values: impl Fn(LevelNumber) -> (FigureValue, FigureValue),
    ) -> Vec<LevelChange<'m>> {
        let scale = self.sets.1.scale;
        let of_level = |(at, level)| {
            let (before, after) = values(LevelNumber(at));
            let change = match &self.total {
                Change::Broken(reason) => Change::Broken(reason.clone()),
                Change::Points { .. } | Change::Missing(..) => change(sides, before, after),
            };
            LevelChange { level, before, after, change }
        };
        scale.levels().iter().enumerate().map(of_level).collect()
    }
}

/// By how many percentage points two shares differ, between the per cents that readers see.
fn change(sides: Sides<'_>, before: FigureValue, after: FigureValue) -> Change {
    let per_cent = |value: FigureValue| match value {
        FigureValue::Share(share) => share::rounded(share).ok_or(Missing::Unknown),
        FigureValue::Published(per_cent) => Ok(per_cent.normalize()),
        FigureValue::Count(_) => Err(Missing::NotApplicable),
        FigureValue::Missing(missing) => Err(missing),
    };
    match (per_cent(before), per_cent(after)) {
        (Ok(from), Ok(to)) => Change::Points { from, to },
        (Err(missing), _) => Change::Missing(sides.before.year, missing),
        (_, Err(missing)) => Change::Missing(sides.after.year, missing),
    }
}

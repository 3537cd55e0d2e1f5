//! Shares of two years: by how many percentage points they differ, or why that cannot be said.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Basis, Sides};
use crate::model::{Missing, Year};
use crate::report::series::{Point, PointValue, Series};
use crate::report::share::Share;

/// What became of a share from one year to another.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// By so many percentage points, between the per cents that readers see: whole where they are computed.
    Points {
        /// The first share, as readers see it.
        from: Decimal,
        /// The last share, as readers see it.
        to: Decimal,
    },
    /// They cannot be compared: why.
    Broken(String),
    /// One of them is not there: which, and why.
    Missing(Year, Missing),
}

impl Change {
    /// The difference in percentage points, where there is one.
    #[must_use]
    pub fn points(&self) -> Option<Decimal> {
        match self {
            Self::Points { from, to } => Some(to - from),
            Self::Broken(_) | Self::Missing(..) => None,
        }
    }
}

/// Compares two years of a series, whichever is the earlier.
#[must_use]
pub fn change(series: &Series, from: Year, to: Year) -> Change {
    let at = |year: Year| match series.at(year) {
        Some(point) => shown(point).map_err(|missing| Change::Missing(year, missing)),
        None => Err(Change::Missing(year, Missing::Unknown)),
    };
    let (first, last) = match (at(from), at(to)) {
        (Ok(first), Ok(last)) => (first, last),
        (Err(missing), _) | (_, Err(missing)) => return missing,
    };
    match broken(series, from, to) {
        Some(reason) => Change::Broken(reason),
        None => Change::Points { from: first, to: last },
    }
}

/// Why the years of a series cannot be compared, whether there are figures in them or not; `None` when they can.
pub fn broken(series: &Series, from: Year, to: Year) -> Option<String> {
    let (earlier, later) = (from.min(to), from.max(to));
    let mut between = series.points.iter().filter(|point| earlier < point.year && point.year <= later);
    between.find_map(|point| point.break_before.clone())
}

/// How many are named of what moved most, in each direction.
const NAMED: usize = 5;

/// Those with the largest change in each direction, and all that moved as much as the last of them: up, then down. Those that
/// moved as much stand in the order in which they came.
pub fn most<'m, T>(moved: &'m [(Decimal, T)]) -> [Vec<&'m (Decimal, T)>; 2] {
    let pick = |wanted: &dyn Fn(Decimal) -> bool| -> Vec<&'m (Decimal, T)> {
        let mut some: Vec<_> = moved.iter().filter(|(points, _)| wanted(*points)).collect();
        some.sort_by_key(|(points, _)| -points.abs());
        let least = some.get(NAMED - 1).map_or(Decimal::ZERO, |(points, _)| points.abs());
        some.retain(|(points, _)| points.abs() >= least);
        some
    };
    [pick(&|points| points > Decimal::ZERO), pick(&|points| points < Decimal::ZERO)]
}

/// The share as readers see it: whole per cent, half up, where it is computed, and as published where it is not.
fn shown(point: &Point) -> Result<Decimal, Missing> {
    match point.value {
        PointValue::Computed { share, .. } => rounded(share).ok_or(Missing::Unknown),
        PointValue::Published(per_cent) => Ok(per_cent.normalize()),
        PointValue::Missing(missing) => Err(missing),
    }
}

/// A counted share in whole per cent, half up; `None` of nothing.
pub fn rounded(share: Share) -> Option<Decimal> {
    Some(share.per_cent()?.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
}

/// Compares a series at two sides: two years of one series, or one year of two, unless there is a barrier between these.
pub fn across(sides: Sides<'_>, barrier: Option<&str>, before: Option<&Series>, after: Option<&Series>) -> Change {
    if let (Basis::Counted, Some(series)) = (sides.basis, after) {
        return change(series, sides.before.year, sides.after.year);
    }
    let at = |series: Option<&Series>, year: Year| match series.and_then(|series| series.at(year)) {
        Some(point) => shown(point).map_err(|missing| Change::Missing(year, missing)),
        None => Err(Change::Missing(year, Missing::BodyAbsent)),
    };
    match (at(before, sides.before.year), at(after, sides.after.year)) {
        (Ok(from), Ok(to)) => match barrier {
            Some(reason) => Change::Broken(reason.to_owned()),
            None => Change::Points { from, to },
        },
        (Err(missing), _) | (_, Err(missing)) => missing,
    }
}

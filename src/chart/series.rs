//! A share by year with its gaps and breaks: what may be joined by a line, and what may be compared.

use rust_decimal::Decimal;

use crate::chart::outcome::Portion;
use crate::chart::share_series::ShareOfYear;
use crate::chart::wording::{Gap, UNKNOWN, gaps};

/// A year of a trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendPoint {
    /// The year.
    pub year: i16,
    /// The share, or why it is missing.
    pub value: TrendValue,
    /// Why the years before cannot be compared with this one and those after; `None` when they can.
    pub break_before: Option<String>,
}

/// The share of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrendValue {
    /// Counted from the answers.
    Computed {
        /// How many.
        part: u64,
        /// Of how many.
        whole: u64,
        /// How many bodies answered.
        answered: u64,
        /// How many should have.
        expected: u64,
    },
    /// From a published compilation.
    Published {
        /// Per cent.
        percent: Decimal,
    },
    /// Neither counted nor published.
    Missing {
        /// Why, as a reader is told: *ej publicerat*.
        reason: String,
    },
}

impl TrendPoint {
    /// Why there is no share; `None` when there is one.
    pub(super) fn missing(&self) -> Option<&str> {
        match &self.value {
            TrendValue::Missing { reason } => Some(reason),
            TrendValue::Computed { whole: 0, .. } => Some(UNKNOWN),
            TrendValue::Computed { .. } | TrendValue::Published { .. } => None,
        }
    }

    /// The share; `None` when it is missing.
    pub(super) fn portion(&self) -> Option<Portion> {
        match &self.value {
            TrendValue::Computed { part, whole, .. } => Portion::computed(*part, *whole),
            TrendValue::Published { percent } => Some(Portion::published(*percent)),
            TrendValue::Missing { .. } => None,
        }
    }

    /// The share with its year; `None` when it is missing.
    pub(super) fn share(&self) -> Option<ShareOfYear> {
        let portion = self.portion()?;
        Some(ShareOfYear { year: self.year, percent: portion.percent, shown: portion.shown })
    }

    /// Whether the share was published and not counted here.
    pub(super) fn is_published(&self) -> bool {
        matches!(self.value, TrendValue::Published { .. })
    }
}

/// All shares that there are.
pub(super) fn shares(points: &[TrendPoint]) -> Vec<ShareOfYear> {
    points.iter().filter_map(TrendPoint::share).collect()
}

/// The missing years.
pub(super) fn missing_years(points: &[TrendPoint]) -> Vec<Gap> {
    gaps(points.iter().map(|point| (point.year, point.missing())))
}

/// The years before which the series breaks, with the reasons.
pub(super) fn breaks(points: &[TrendPoint]) -> Vec<(i16, &str)> {
    points.iter().filter_map(|point| Some((point.year, point.break_before.as_deref()?))).collect()
}

/// Shares that may be compared with each other: those between two breaks. The latest group comes last.
pub(super) fn comparable(points: &[TrendPoint]) -> Vec<Vec<ShareOfYear>> {
    let mut groups: Vec<Vec<ShareOfYear>> = vec![Vec::new()];
    for point in points {
        if point.break_before.is_some() {
            groups.push(Vec::new());
        }
        let group = groups.last_mut().expect("there is a group from the start");
        group.extend(point.share());
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Points that a line may join: neighbouring years with a share and no break between.
pub(super) fn lines(points: &[TrendPoint]) -> Vec<Vec<(i16, i64)>> {
    let mut lines: Vec<Vec<(i16, i64)>> = Vec::new();
    for point in points {
        let Some(portion) = point.portion() else { continue };
        let place = (point.year, portion.position());
        match lines.last_mut() {
            Some(line)
                if point.break_before.is_none() && line.last().is_some_and(|(year, _)| year + 1 == point.year) =>
            {
                line.push(place);
            }
            Some(_) | None => lines.push(vec![place]),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(year: i16, percent: Option<i64>, break_before: Option<&str>) -> TrendPoint {
        let value = match percent {
            Some(percent) => TrendValue::Published { percent: Decimal::from(percent) },
            None => TrendValue::Missing { reason: "ej besvarat".to_owned() },
        };
        TrendPoint { year, value, break_before: break_before.map(str::to_owned) }
    }

    #[test]
    fn no_line_and_no_comparison_crosses_a_break() {
        let points = [
            point(2019, Some(60), None),
            point(2020, Some(61), None),
            point(2021, Some(70), Some("ny skala")),
            point(2022, None, None),
            point(2023, Some(72), None),
        ];
        assert_eq!(lines(&points).iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 1]);
        assert_eq!(comparable(&points).iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
    }

    #[test]
    fn a_break_at_a_missing_year_parts_all_the_same() {
        let points = [point(2019, Some(60), None), point(2020, None, Some("ny skala")), point(2021, Some(70), None)];
        assert_eq!(comparable(&points).len(), 2);
    }
}

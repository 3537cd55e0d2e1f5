//! From the report's results to the values that charts are drawn from, and the traces that go with them.

use super::{Figure, Trace, trace, wording};
use crate::chart;
use crate::model::{
    Body, Direction, Indicator, Model, PublishedOutcome, PublishedTotal, Readings, Scale, ShareBase, Tone, Year,
    YearSpan,
};
use crate::report::distribution::Distribution;
use crate::report::series::{PointValue, Series};
use crate::report::{Outcome, SetReport};

/// What the shares of levels are of.
pub const UNIT: &str = "andel av svaren";

/// Whose answers the city-wide figures are.
pub const EVERYONE: &str = "alla nämnder och bolag";

/// What trends show the share of, in a form that a sentence can go on with: `andelen tillfredsställande`.
pub fn what(scale: &Scale) -> String {
    format!("andelen {}", scale.best_name())
}

/// The levels that are drawn: those that the shares of the set are shares of.
pub fn levels(report: &SetReport<'_>) -> Vec<chart::Level> {
    let levels = match report.set.share_base {
        ShareBase::All => report.scale.levels(),
        ShareBase::Rated => report.scale.ordered(),
    };
    levels.iter().map(level).collect()
}

/// A level as charts draw it.
pub fn level(level: &crate::model::Level) -> chart::Level {
    chart::Level { name: level.name.clone(), tone: tone(level.tone), symbol: level.symbol.clone() }
}

/// A counted result; `answered` of `expected` say who stands behind it.
pub fn computed(distribution: &Distribution, (answered, expected): (u32, u32)) -> chart::Outcome {
    if distribution.whole() == 0 {
        return chart::Outcome::Missing { reason: distribution.reason().words().to_owned() };
    }
    chart::Outcome::Computed {
        counts: distribution.based().iter().map(|count| u64::from(*count)).collect(),
        whole: u64::from(distribution.whole()),
        answered: u64::from(answered),
        expected: u64::from(expected),
    }
}

/// The result of all bodies in a year.
pub fn total(report: &SetReport<'_>, year: Year) -> chart::Outcome {
    let result = &report.years[&year];
    match &result.total {
        Outcome::Computed(distribution) => {
            let answered = result.coverage.share();
            computed(distribution, (answered.part, answered.whole))
        }
        Outcome::Published(total) => published(total),
        Outcome::Missing(missing) => chart::Outcome::Missing { reason: missing.words().to_owned() },
    }
}

fn published(total: &PublishedTotal) -> chart::Outcome {
    match &total.outcome {
        PublishedOutcome::Shares(shares) => {
            chart::Outcome::Published { percents: shares.clone(), remainder_note: total.remainder.clone() }
        }
        PublishedOutcome::Missing(missing) => chart::Outcome::Missing { reason: missing.words().to_owned() },
    }
}

/// A series as points of a trend.
pub fn points(series: &Series) -> Vec<chart::TrendPoint> {
    let point = |point: &crate::report::series::Point| chart::TrendPoint {
        year: point.year.0,
        value: match point.value {
            PointValue::Computed { share, answered } => chart::TrendValue::Computed {
                part: u64::from(share.part),
                whole: u64::from(share.whole),
                answered: u64::from(answered.part),
                expected: u64::from(answered.whole),
            },
            PointValue::Published(percent) => chart::TrendValue::Published { percent },
            PointValue::Missing(missing) => chart::TrendValue::Missing { reason: missing.words().to_owned() },
        },
        break_before: point.break_before.clone(),
    };
    series.points.iter().map(point).collect()
}

/// The chart of the levels over all bodies up to a year; the headline speaks of the level in focus.
pub fn city_levels(model: &Model, report: &SetReport<'_>, page: &str, last: Year, in_focus: usize) -> Figure {
    let years = report.years.keys().filter(|year| **year <= last);
    let years = years.map(|year| chart::LevelsYear { year: year.0, outcome: total(report, *year), break_before: None });
    let value = chart::LevelsByYear {
        id: "nivaer".into(),
        subject: EVERYONE.into(),
        unit: UNIT.into(),
        answering: chart::Answering::Bodies,
        levels: levels(report),
        in_focus,
        years: years.collect(),
    };
    Figure::new(page, &chart::levels_by_year(&value), traces(model, report)).noted(wording::changed(
        report.set,
        &report.trend,
        last,
    ))
}

/// The little drawing of a series.
pub fn sparkline(series: &Series) -> Option<String> {
    let share = |value: PointValue| match value {
        PointValue::Computed { share, .. } => Some((u64::from(share.part), u64::from(share.whole))),
        PointValue::Published(_) | PointValue::Missing(_) => None,
    };
    let shares: Vec<_> = series.points.iter().map(|point| share(point.value)).collect();
    let breaks: Vec<_> =
        series.points.iter().enumerate().filter(|(_, point)| point.break_before.is_some()).map(|(at, _)| at).collect();
    (shares.iter().flatten().count() > 1).then(|| chart::sparkline_of_shares(&shares, &breaks))
}

/// The chart of one body's figures.
pub fn indicator(
    model: &Model,
    page: &str,
    id: String,
    indicator: &Indicator,
    body: &Body,
    readings: &Readings,
) -> Figure {
    let span = readings.by_year.keys().next().copied().zip(readings.by_year.keys().next_back().copied());
    let years = span.map(|(first, last)| YearSpan { first, last }.years()).into_iter().flatten();
    let value = chart::IndicatorByYear {
        id,
        subject: body.name.clone(),
        indicator: indicator.name.clone(),
        unit: indicator.unit.clone(),
        unit_of_one: indicator.unit_of_one.clone(),
        decimals: indicator.decimals,
        direction: direction(indicator.direction),
        points: years.map(|year| indicator_point(indicator, readings, year)).collect(),
    };
    let traces = vec![trace::to(model, readings.origin), trace::to(model, indicator.origin)];
    Figure::new(page, &chart::indicator_by_year(&value), traces)
}

fn indicator_point(indicator: &Indicator, readings: &Readings, year: Year) -> chart::IndicatorPoint {
    let reading = readings.by_year.get(&year);
    let value = match reading.map(|reading| reading.value) {
        Some(Ok(value)) => chart::Reading::Value(value),
        Some(Err(missing)) => chart::Reading::Missing { reason: missing.words().to_owned() },
        None => chart::Reading::Missing { reason: crate::model::Missing::Unknown.words().to_owned() },
    };
    chart::IndicatorPoint {
        year: year.0,
        value,
        break_before: indicator.break_at(year).map(|one| one.reason.clone()),
        uncertain: reading.is_some_and(|reading| reading.remarks.uncertain),
        note: reading.and_then(|reading| reading.remarks.note.clone()),
        target: indicator.targets.iter().find(|target| target.year == year).map(|target| target.value),
    }
}

/// Where the results of a set through the years were written: the set and its published totals.
pub fn traces(model: &Model, report: &SetReport<'_>) -> Vec<Trace> {
    let published = report.set.published.iter().map(|total| trace::to(model, total.origin));
    std::iter::once(trace::to(model, report.set.origin)).chain(published).collect()
}

fn tone(tone: Tone) -> chart::Tone {
    match tone {
        Tone::Good => chart::Tone::Good,
        Tone::Improve => chart::Tone::Improve,
        Tone::Serious => chart::Tone::Serious,
        Tone::Neutral => chart::Tone::Neutral,
    }
}

fn direction(direction: Direction) -> chart::Direction {
    match direction {
        Direction::HigherIsBetter => chart::Direction::HigherIsBetter,
        Direction::LowerIsBetter => chart::Direction::LowerIsBetter,
        Direction::Neither => chart::Direction::Neither,
    }
}

//! The figures of the city-wide report at two revisions: those that are not the same, before and after.

mod city;
mod round;

use rust_decimal::Decimal;

pub use round::ReplyCount;

use super::Pair;
use super::pair::pairs;
use crate::model::{
    Category, JointReview, JointReviewId, Level, Missing, PublishedOutcome, Question, RiskVerdict, RoundStatement,
    SetId, Statement, StatementSet, Year,
};
use crate::report::distribution::Distribution;
use crate::report::promises::PromiseGroup;
use crate::report::responses::ResponseGroup;
use crate::report::series::PointValue;
use crate::report::share::Share;
use crate::report::{Outcome, Report, SetReport, YearResult};

/// A figure that is not the same before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureChange<'m> {
    /// What it counts.
    pub figure: Figure<'m>,
    /// The year; `None` for what is judged at the report's date.
    pub year: Option<Year>,
    /// What it was and is.
    pub values: Pair<FigureValue>,
}

/// What a figure of the city-wide report counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure<'m> {
    /// How many bodies have answered, of those that had to.
    Answered(&'m StatementSet),
    /// The share of a level among all answers.
    Level(&'m StatementSet, &'m Level),
    /// The share of the best level in a category.
    Category(&'m StatementSet, &'m Category),
    /// The share of the best level for a statement.
    Statement(&'m StatementSet, &'m Statement),
    /// How many measures there are.
    Measures,
    /// How many of them are still to be done.
    OpenMeasures,
    /// How many of them are late.
    OverdueMeasures,
    /// How many control plans count.
    Plans,
    /// How many risks they have.
    Risks,
    /// How many of the risks have a verdict.
    Verdict(&'m RiskVerdict),
    /// How many have none, since they lack likelihood or consequence.
    UngradedRisks,
    /// How much of what was promised stands so.
    Promised(PromiseGroup),
    /// How many responses to auditors stand so.
    Responses(ResponseGroup),
    /// How many bodies have answered in a round of a joint review.
    RoundAnswered(&'m JointReview),
    /// The share of a level among the answers to a statement in a round.
    RoundLevel(&'m JointReview, &'m RoundStatement, &'m Level),
    /// How the answers to a question in a round fell.
    Reply(&'m JointReview, &'m Question, ReplyCount<'m>),
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureValue {
    /// A share that is counted.
    Share(Share),
    /// A share that was published, in per cent.
    Published(Decimal),
    /// A number of something.
    Count(u64),
    /// There is none.
    Missing(Missing),
}

/// Every figure that differs, year by year from the latest, then what has no year.
pub fn changes<'m>(before: &'m Report<'m>, after: &'m Report<'m>) -> Vec<FigureChange<'m>> {
    // What shares are of, or the levels they are shares of, is told as such: the figures are not the same any more.
    let is_same = |id: &SetId| {
        let sets = before.sets.get(id).zip(after.sets.get(id));
        sets.is_none_or(|sets| super::set::barrier(sets).is_none())
    };
    let is_same_round = |review: &JointReviewId, year| round::is_same((before.model, after.model), review, year);
    let (old, new) = (all(before, &is_same, &is_same_round), all(after, &is_same, &is_same_round));
    let key = |one: &One<'m>| (one.year.map(|year| -year.0).unwrap_or_default(), one.key.clone());
    let mut changes: Vec<_> = pairs(&old, &new, key)
        .into_iter()
        .filter(|pair| match pair {
            Pair::Both(old, new) => old.value != new.value,
            // What nobody has counted is neither new nor gone.
            Pair::Gone(one) | Pair::New(one) => !matches!(one.value, FigureValue::Missing(_)),
        })
        .map(|pair| FigureChange {
            figure: pair.latest().figure,
            year: pair.latest().year,
            values: match pair {
                Pair::Both(old, new) => Pair::Both(old.value, new.value),
                Pair::Gone(old) => Pair::Gone(old.value),
                Pair::New(new) => Pair::New(new.value),
            },
        })
        .collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.year));
    changes
}

struct One<'m> {
    key: Vec<String>,
    figure: Figure<'m>,
    year: Option<Year>,
    value: FigureValue,
}

fn all<'m>(
    report: &'m Report<'m>,
    is_wanted: &dyn Fn(&SetId) -> bool,
    is_wanted_round: &dyn Fn(&JointReviewId, Year) -> bool,
) -> Vec<One<'m>> {
    let mut all = Vec::new();
    for set in report.sets.values().filter(|set| is_wanted(&set.set.id)) {
        for (year, result) in &set.years {
            of_year(set, *year, result, &mut all);
        }
    }
    city::risks(report.model, &mut all);
    round::all(report.model, is_wanted_round, &mut all);
    city::at_date(report, &mut all);
    all
}

fn of_year<'m>(set: &'m SetReport<'m>, year: Year, result: &'m YearResult<'m>, all: &mut Vec<One<'m>>) {
    let mut push = |kind: &str, id: &str, figure: Figure<'m>, value: FigureValue| {
        let key = vec![set.set.id.to_string(), kind.to_owned(), id.to_owned()];
        all.push(One { key, figure, year: Some(year), value });
    };
    let answered = match result.coverage.share() {
        share if share.part == 0 => FigureValue::Missing(result.coverage.reason),
        share => FigureValue::Share(share),
    };
    push("answered", "", Figure::Answered(set.set), answered);
    for (number, level) in set.scale.levels().iter().enumerate() {
        // The levels in the order are the same at both sides, whatever words they have.
        let place = number.to_string();
        let id = if number < set.scale.ordered().len() { place.as_str() } else { level.id.as_str() };
        push("level", id, Figure::Level(set.set, level), of_level(&result.total, number));
    }
    let best = |distribution: &Distribution| match (result.coverage.is_enough(), distribution.whole()) {
        (false, _) => FigureValue::Missing(result.coverage.lack()),
        (true, 0) => FigureValue::Missing(distribution.reason()),
        (true, _) => FigureValue::Share(distribution.best()),
    };
    for category in &set.set.categories {
        let value = result.categories.get(&category.id).map(best);
        let figure = Figure::Category(set.set, category);
        push("category", category.id.as_str(), figure, value.unwrap_or(FigureValue::Missing(Missing::NotAsked)));
    }
    for (_, statement) in set.set.asked(year) {
        let value =
            set.statements.get(&statement.id).and_then(|series| series.at(year)).map(|point| match point.value {
                PointValue::Computed { share, .. } => FigureValue::Share(share),
                PointValue::Published(per_cent) => FigureValue::Published(per_cent),
                PointValue::Missing(missing) => FigureValue::Missing(missing),
            });
        let value = value.unwrap_or(FigureValue::Missing(Missing::NotAsked));
        push("statement", statement.id.as_str(), Figure::Statement(set.set, statement), value);
    }
}

/// A level's part of a result.
pub fn of_level(total: &Outcome<'_>, number: usize) -> FigureValue {
    match total {
        Outcome::Computed(distribution) if distribution.whole() == 0 => FigureValue::Missing(distribution.reason()),
        Outcome::Computed(distribution) => match distribution.based().get(number) {
            Some(part) => FigureValue::Share(Share { part: *part, whole: distribution.whole() }),
            // A level outside the order, where the shares are of those in it.
            None => FigureValue::Count(u64::from(distribution.counts[number])),
        },
        Outcome::Published(total) => match &total.outcome {
            PublishedOutcome::Shares(shares) => shares
                .get(number)
                .copied()
                .flatten()
                .map_or(FigureValue::Missing(Missing::NotPublished), FigureValue::Published),
            PublishedOutcome::Missing(missing) => FigureValue::Missing(*missing),
        },
        Outcome::Missing(missing) => FigureValue::Missing(*missing),
    }
}

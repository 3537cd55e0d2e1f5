//! From the model to exact counts, series, coverage and comparisons. Cannot fail, rounds nothing, writes no words.

pub mod comparison;
pub mod coverage;
pub mod distribution;
pub mod joint_answers;
pub mod measures;
pub mod plans;
pub mod promises;
pub mod responses;
pub mod rounds;
pub mod series;
pub mod share;
pub mod text_difference;

use std::collections::BTreeMap;

use coverage::{Coverage, Standing};
use distribution::Distribution;
use measures::MeasureHistory;
use series::Series;

use crate::model::{
    BodyId, CategoryId, Missing, Model, PublishedOutcome, PublishedTotal, Scale, SetId, StatementId, StatementSet, Year,
};

/// Everything that the pages show, beside the model itself.
#[derive(Debug)]
pub struct Report<'m> {
    /// What was written.
    pub model: &'m Model,
    /// The results of each statement set.
    pub sets: BTreeMap<SetId, SetReport<'m>>,
    /// Every measure through its years.
    pub measures: Vec<MeasureHistory<'m>>,
}

/// The results of a statement set.
#[derive(Debug)]
pub struct SetReport<'m> {
    /// The set.
    pub set: &'m StatementSet,
    /// Its scale.
    pub scale: &'m Scale,
    /// The result of each year that is followed up.
    pub years: BTreeMap<Year, YearResult<'m>>,
    /// The share of the best level over all bodies.
    pub trend: Series,
    /// The same for each statement.
    pub statements: BTreeMap<StatementId, Series>,
    /// The same for each body.
    pub bodies: BTreeMap<BodyId, Series>,
}

/// The result of a year.
#[derive(Debug)]
pub struct YearResult<'m> {
    /// All bodies and statements together.
    pub total: Outcome<'m>,
    /// What was published for the year, beside what may have been computed.
    pub published: Option<&'m PublishedTotal>,
    /// By category.
    pub categories: BTreeMap<CategoryId, Distribution>,
    /// By statement, those asked that year.
    pub statements: BTreeMap<StatementId, Distribution>,
    /// By body, those that existed.
    pub bodies: BTreeMap<BodyId, Result<Distribution, Missing>>,
    /// Who has answered.
    pub coverage: Coverage,
}

/// A result, told apart by where it comes from.
#[derive(Debug, Clone)]
pub enum Outcome<'m> {
    /// Counted from the bodies' answers.
    Computed(Distribution),
    /// Published by somebody, without the answers.
    Published(&'m PublishedTotal),
    /// Not there.
    Missing(Missing),
}

/// Counts, compares and orders everything that the pages show.
#[must_use]
pub fn summarize(model: &Model) -> Report<'_> {
    let sets = model.sets.values().map(|set| (set.id.clone(), of_set(model, set))).collect();
    Report { model, sets, measures: measures::histories(model) }
}

fn of_set<'m>(model: &'m Model, set: &'m StatementSet) -> SetReport<'m> {
    let span = model.municipality.span;
    let years: BTreeMap<_, _> = span.years().map(|year| (year, of_year(model, set, year))).collect();
    let statements =
        set.statements().map(|(_, statement)| (statement.id.clone(), series::of_statement(statement, &years)));
    let bodies = model.bodies.values().map(|body| (body.id.clone(), series::of_body(body, set, &years)));
    let (trend, statements, bodies) = (series::of_city(set, &years), statements.collect(), bodies.collect());
    SetReport { set, scale: model.scale(set), years, trend, statements, bodies }
}

fn of_year<'m>(model: &'m Model, set: &'m StatementSet, year: Year) -> YearResult<'m> {
    let coverage = coverage::of_year(model, set, year);
    let published = set.published(year);
    let computed = distribution::of_year(model, set, year);
    let total = match published.map(|total| (&total.outcome, total)) {
        Some((PublishedOutcome::Shares(_), total)) if total.bodies_unpublished || coverage.answered() == 0 => {
            Outcome::Published(total)
        }
        _ if coverage.is_enough() => Outcome::Computed(computed),
        _ if coverage.answered() > 0 => Outcome::Missing(Missing::TooFew),
        Some((PublishedOutcome::Shares(_), total)) => Outcome::Published(total),
        Some((PublishedOutcome::Missing(missing), _)) => Outcome::Missing(*missing),
        None => Outcome::Missing(coverage.reason),
    };
    let bodies = coverage.standings.iter().map(|(id, standing)| {
        let result = match standing {
            Standing::Submitted { .. } => Ok(distribution::of_body(model, set, id, year)),
            Standing::Missing(missing) => Err(*missing),
        };
        (id.clone(), result)
    });
    let categories = set
        .categories
        .iter()
        .map(|category| (category.id.clone(), distribution::of_category(model, set, category, year)));
    let asked = set.asked(year).map(|(_, statement)| statement);
    let statements =
        asked.map(|statement| (statement.id.clone(), distribution::of_statement(model, set, statement, year)));
    let (bodies, categories, statements) = (bodies.collect(), categories.collect(), statements.collect());
    YearResult { total, published, categories, statements, bodies, coverage }
}

impl<'m> Report<'m> {
    /// The set that the start page shows.
    #[must_use]
    pub fn main_set(&self) -> &SetReport<'m> {
        &self.sets[&self.model.municipality.statement_set]
    }
}

impl SetReport<'_> {
    /// The latest year with a result, computed or published; `None` when there is none at all.
    #[must_use]
    pub fn latest(&self) -> Option<Year> {
        self.trend.last().map(|point| point.year)
    }
}

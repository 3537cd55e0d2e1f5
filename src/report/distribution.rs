//! How many answers fell on each level. Counts only; drafts are not counted.

use std::collections::BTreeMap;

use super::share::Share;
use crate::model::{
    BodyId, Category, LevelNumber, Missing, Model, Rating, Scale, SelfAssessment, ShareBase, Statement, StatementId,
    StatementSet, Year,
};

/// Counts by level, and by reason where there is no level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// How many on each level, by level number.
    pub counts: Vec<u32>,
    /// How many have no level, by reason.
    pub missing: BTreeMap<Missing, u32>,
    ordered: usize,
    base: ShareBase,
}

impl Distribution {
    /// Counts nothing yet.
    #[must_use]
    pub fn new(scale: &Scale, base: ShareBase) -> Self {
        Self { counts: vec![0; scale.levels().len()], missing: BTreeMap::new(), ordered: scale.ordered().len(), base }
    }

    /// Counts a rating.
    pub fn add(&mut self, rating: Rating) {
        match rating {
            Rating::Level(number) => self.counts[number.0] += 1,
            Rating::Missing(missing) => *self.missing.entry(missing).or_default() += 1,
        }
    }

    /// The denominator of every share: with or without the levels outside the order, as the set says.
    #[must_use]
    pub fn whole(&self) -> u32 {
        self.based().iter().sum()
    }

    /// The counts that add up to the denominator, by level number.
    #[must_use]
    pub fn based(&self) -> &[u32] {
        match self.base {
            ShareBase::All => &self.counts,
            ShareBase::Rated => &self.counts[..self.ordered],
        }
    }

    /// The share of a level.
    #[must_use]
    pub fn share(&self, number: LevelNumber) -> Share {
        Share { part: self.counts[number.0], whole: self.whole() }
    }

    /// The share of the best level, by which trends are drawn.
    #[must_use]
    pub fn best(&self) -> Share {
        self.share(LevelNumber(0))
    }

    /// Why there is no share when nothing is in the denominator.
    #[must_use]
    pub fn reason(&self) -> Missing {
        let outside = self.counts[self.ordered..].iter().any(|count| *count > 0);
        let mut reasons = self.missing.keys().copied().chain(outside.then_some(Missing::NotApplicable));
        match (reasons.next(), reasons.next()) {
            (Some(reason), None) => reason,
            (Some(_), Some(_)) => Missing::Several,
            (None, _) => Missing::Unknown,
        }
    }

    /// How many answers there are, those outside the order included.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How many were asked for.
    #[must_use]
    pub fn asked(&self) -> u32 {
        self.answered() + self.missing.values().sum::<u32>()
    }
}

/// All bodies and statements of a year.
#[must_use]
pub fn of_year(model: &Model, set: &StatementSet, year: Year) -> Distribution {
    count(model, set, model.bodies.keys(), year, |_, _| true)
}

/// One category over all bodies.
#[must_use]
pub fn of_category(model: &Model, set: &StatementSet, category: &Category, year: Year) -> Distribution {
    count(model, set, model.bodies.keys(), year, |of, _| of.id == category.id)
}

/// One statement over all bodies.
#[must_use]
pub fn of_statement(model: &Model, set: &StatementSet, statement: &Statement, year: Year) -> Distribution {
    count(model, set, model.bodies.keys(), year, |_, asked| asked.id == statement.id)
}

/// All statements of one body; nothing when it has not answered.
#[must_use]
pub fn of_body(model: &Model, set: &StatementSet, body: &BodyId, year: Year) -> Distribution {
    count(model, set, [body], year, |_, _| true)
}

/// One category of one body.
#[must_use]
pub fn of_body_category(
    model: &Model,
    set: &StatementSet,
    category: &Category,
    body: &BodyId,
    year: Year,
) -> Distribution {
    count(model, set, [body], year, |of, _| of.id == category.id)
}

/// Some bodies, one statement or all of them.
#[must_use]
pub fn among<'b>(
    model: &Model,
    set: &StatementSet,
    bodies: impl IntoIterator<Item = &'b BodyId>,
    year: Year,
    statement: Option<&StatementId>,
) -> Distribution {
    count(model, set, bodies, year, |_, asked| statement.is_none_or(|id| asked.id == *id))
}

/// The body's answers to the set for the year, if they are there and count.
#[must_use]
pub fn counted<'m>(model: &'m Model, set: &StatementSet, body: &BodyId, year: Year) -> Option<&'m SelfAssessment> {
    let assessment = model.bodies[body].years.get(&year)?.assessment.as_ref()?;
    (assessment.set == set.id && assessment.colophon.counts()).then_some(assessment)
}

/// Counts the answers of bodies to those statements of a year that are wanted.
fn count<'b>(
    model: &Model,
    set: &StatementSet,
    bodies: impl IntoIterator<Item = &'b BodyId>,
    year: Year,
    is_wanted: impl Fn(&Category, &Statement) -> bool,
) -> Distribution {
    let mut distribution = Distribution::new(model.scale(set), set.share_base);
    let asked: Vec<_> = set.asked(year).filter(|(category, statement)| is_wanted(category, statement)).collect();
    for assessment in bodies.into_iter().filter_map(|body| counted(model, set, body, year)) {
        for (_, statement) in &asked {
            distribution.add(assessment.rating(&statement.id));
        }
    }
    distribution
}

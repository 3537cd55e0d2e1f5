//! Statement sets: what is rated, in which wording, in which years, and the totals that others have published.

use rust_decimal::Decimal;

use super::{CategoryId, Missing, Remarks, ScaleId, SetId, StatementId, Year, YearSpan};
use crate::source::Origin;

/// What a share is a share of. The city's published shares count *ej tillämpligt* (`All`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareBase {
    /// All answers, those outside the order included.
    All,
    /// Only answers on the ordered levels.
    Rated,
}

impl ShareBase {
    /// The word for it, as written in content.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::All => "alla",
            Self::Rated => "bedömda",
        }
    }
}

/// A set.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementSet {
    /// The id.
    pub id: SetId,
    /// Its name.
    pub name: String,
    /// The scale of the answers.
    pub scale: ScaleId,
    /// The denominator of every share.
    pub share_base: ShareBase,
    /// What it is for.
    pub description: Option<String>,
    /// How many statements it has where their wordings are not published.
    pub announced_count: Option<u32>,
    /// The categories in order.
    pub categories: Vec<Category>,
    /// Totals that others have published, by year.
    pub published: Vec<PublishedTotal>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

impl StatementSet {
    /// The statements of all categories in order.
    pub fn statements(&self) -> impl Iterator<Item = (&Category, &Statement)> + Clone {
        self.categories.iter().flat_map(|category| category.known().iter().map(move |statement| (category, statement)))
    }

    /// The statements that are asked in a year.
    pub fn asked(&self, year: Year) -> impl Iterator<Item = (&Category, &Statement)> + Clone {
        self.statements().filter(move |(_, statement)| statement.span.contains(year))
    }

    /// The statement of an id.
    #[must_use]
    pub fn statement(&self, id: &StatementId) -> Option<&Statement> {
        self.statements().map(|(_, statement)| statement).find(|statement| statement.id == *id)
    }

    /// What was published for the year.
    #[must_use]
    pub fn published(&self, year: Year) -> Option<&PublishedTotal> {
        self.published.iter().find(|total| total.years.contains(year))
    }
}

/// A category.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// The id.
    pub id: CategoryId,
    /// Its name.
    pub name: String,
    /// Its statements.
    pub statements: Statements,
}

impl Category {
    /// Its statements; none where they are not known.
    #[must_use]
    pub fn known(&self) -> &[Statement] {
        match &self.statements {
            Statements::Known(statements) => statements,
            Statements::Missing(_) => &[],
        }
    }
}

/// Statements, or why they are not known.
#[derive(Debug, Clone, PartialEq)]
pub enum Statements {
    /// In order.
    Known(Vec<Statement>),
    /// Not known.
    Missing(Missing),
}

/// A sentence that is rated.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The id, such as `KM1`.
    pub id: StatementId,
    /// A few words for tables.
    pub short: String,
    /// The wordings, oldest first; at least one.
    pub versions: Vec<Version>,
    /// Unrated help.
    pub guiding_questions: Vec<String>,
    /// The years in which it is asked.
    pub span: YearSpan,
    /// Where.
    pub origin: Origin,
}

impl Statement {
    /// The wording in force; the first one for years before it.
    #[must_use]
    pub fn version(&self, year: Year) -> &Version {
        self.versions.iter().rev().find(|version| version.from <= year).unwrap_or(&self.versions[0])
    }
}

/// A wording.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The first year.
    pub from: Year,
    /// The sentence.
    pub text: String,
    /// Whether answers to it can be compared with those to the wording before; the first is.
    pub comparable: bool,
    /// What was changed, and why.
    pub note: Option<String>,
    /// Where.
    pub origin: Origin,
}

/// A total that somebody has published.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedTotal {
    /// The years it speaks of: one, unless nothing is published.
    pub years: YearSpan,
    /// The shares, or why there are none.
    pub outcome: PublishedOutcome,
    /// What the shares leave of the whole, in words.
    pub remainder: Option<String>,
    /// Whether the bodies' own answers are not published.
    pub bodies_unpublished: bool,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// What a publication gives.
#[derive(Debug, Clone, PartialEq)]
pub enum PublishedOutcome {
    /// Per cent by level number; `None` for a level that is not mentioned.
    Shares(Vec<Option<Decimal>>),
    /// No figures.
    Missing(Missing),
}

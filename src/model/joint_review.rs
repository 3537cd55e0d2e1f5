//! Joint reviews: what all bodies look at together, in rounds that may lie years apart.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Body, Colophon, JointReviewId, LevelNumber, Missing, Part, Participants, Question, QuestionId, Remarks, Risk,
    Sample, ScaleId, ShareBase, StatementId, Survey, TitledProse, Year,
};
use crate::source::Origin;

/// A joint review through its rounds.
#[derive(Debug, Clone, PartialEq)]
pub struct JointReview {
    /// The id: the name of its folder.
    pub id: JointReviewId,
    /// Its rounds; at least one.
    pub rounds: BTreeMap<Year, Round>,
}

impl JointReview {
    /// The latest round.
    #[must_use]
    pub fn latest(&self) -> &Round {
        self.rounds.values().next_back().expect("a joint review has a round")
    }

    /// What it is called, in the words of its latest round.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.latest().title
    }
}

/// `gemensamma/<review>/<year>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// The year in which it was made.
    pub year: Year,
    /// The title of the review.
    pub title: String,
    /// The risk that made it needed.
    pub risk: Option<Risk>,
    /// What it is to find out.
    pub purpose: Option<String>,
    /// How.
    pub method: Option<String>,
    /// Whom and what it covers.
    pub scope: Option<String>,
    /// Who is left out or takes part in another way, in words.
    pub left_out: Option<String>,
    /// The scale of the answers; `None` when nothing is rated, or the scale is not known.
    pub scale: Option<ScaleId>,
    /// The maturity ladder by which the outcome is told in words.
    pub ladder: Option<ScaleId>,
    /// The denominator of the shares; there where shares are.
    pub share_base: Option<ShareBase>,
    /// The statements; `None` when it has none.
    pub statements: Option<RoundStatements>,
    /// How many statements it has; there where they are known or announced.
    pub statement_count: Option<u32>,
    /// The questions beside them; none where they are not known.
    pub questions: Vec<Question>,
    /// How many questions are asked beside them.
    pub question_count: Option<u32>,
    /// Who answers what; `None` when that is not written.
    pub participants: Option<Participants>,
    /// Whether the answers of those bodies that have none here are not published.
    pub bodies_unpublished: bool,
    /// What is published of the outcome; `None` when there are no figures to publish.
    pub outcome: Option<RoundOutcome>,
    /// Surveys.
    pub surveys: Vec<Survey>,
    /// Samples.
    pub samples: Vec<Sample>,
    /// The round before.
    pub previous: Option<RoundBefore>,
    /// When it is to come back.
    pub next: Option<NextRound>,
    /// The text.
    pub text: TitledProse,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

/// The year in which a joint review is to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextRound {
    /// As is planned.
    Planned(Year),
    /// As is proposed; no decision is told.
    Proposed(Year),
}

impl NextRound {
    /// The year.
    #[must_use]
    pub fn year(self) -> Year {
        match self {
            Self::Planned(year) | Self::Proposed(year) => year,
        }
    }
}

impl Round {
    /// The statements in order; none where they are not known.
    #[must_use]
    pub fn known_statements(&self) -> &[RoundStatement] {
        match &self.statements {
            Some(RoundStatements::Known(statements)) => statements,
            Some(RoundStatements::Missing(_)) | None => &[],
        }
    }

    /// The statement of an id.
    #[must_use]
    pub fn statement(&self, id: &StatementId) -> Option<&RoundStatement> {
        self.known_statements().iter().find(|statement| statement.id == *id)
    }

    /// The question of an id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// Whether it says what it found: published figures, a survey, a sample, or a text about it. A draft says nothing yet.
    #[must_use]
    pub fn has_result(&self) -> bool {
        let figures = self.outcome.as_ref().map(|outcome| &outcome.figures);
        let has_figures = matches!(figures, Some(RoundFigures::Statements(_) | RoundFigures::Spans(_)));
        let is_told = has_figures || !self.surveys.is_empty() || !self.samples.is_empty();
        self.colophon.counts() && (is_told || self.text.has("Hur gick det?"))
    }

    /// What a body is asked for; `None` when it is not written who is asked for what.
    #[must_use]
    pub fn part(&self, body: &Body) -> Option<Part<'_>> {
        self.participants.as_ref().map(|participants| participants.part(body))
    }
}

/// The statements of a round, or why they are not known.
#[derive(Debug, Clone, PartialEq)]
pub enum RoundStatements {
    /// In order.
    Known(Vec<RoundStatement>),
    /// Not known.
    Missing(Missing),
}

/// A statement of a round. The same id in the round before is the same statement carried on.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundStatement {
    /// The id, unique in its round.
    pub id: StatementId,
    /// The name of its group, such as `System`.
    pub group: Option<String>,
    /// A few words for tables.
    pub short: String,
    /// The wording, or why it is not known.
    pub text: Result<String, Missing>,
    /// Whether answers can be compared with those to the same id in the round before; `None` when it does not say.
    pub comparable: Option<bool>,
    /// What was changed, or what must be known to read it.
    pub note: Option<String>,
    /// Where.
    pub origin: Origin,
}

/// What is published of a round's outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundOutcome {
    /// The figures.
    pub figures: RoundFigures,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// The form in which figures are published.
#[derive(Debug, Clone, PartialEq)]
pub enum RoundFigures {
    /// The shares of each statement.
    Statements(BTreeMap<StatementId, StatementShares>),
    /// For each level the lowest and the highest share among the statements; `None` for a level that is not mentioned.
    Spans(Vec<Option<LevelSpan>>),
    /// No figures.
    Missing(Missing),
}

/// How the answers to a statement fell.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementShares {
    /// Per cent by level number, `None` for a level that is not mentioned; or why there are no shares.
    pub shares: Result<Vec<Option<Decimal>>, Missing>,
    /// Where.
    pub origin: Origin,
}

impl StatementShares {
    /// The share of a level.
    ///
    /// # Errors
    /// Why there is none.
    pub fn of(&self, level: LevelNumber) -> Result<Decimal, Missing> {
        let shares = self.shares.as_ref().map_err(|missing| *missing)?;
        shares.get(level.0).copied().flatten().ok_or(Missing::Unknown)
    }
}

/// From the lowest to the highest share of a level among the statements.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelSpan {
    /// Both shares, or why they are not there.
    pub span: Result<ShareSpan, Missing>,
    /// Note, source, uncertainty.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// Two shares in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShareSpan {
    /// The lowest.
    pub low: Decimal,
    /// The highest; never below the lowest.
    pub high: Decimal,
}

/// The round before, as a round tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundBefore {
    /// Its year.
    pub year: Year,
    /// Whether its result can be compared; `None` when that is not known.
    pub comparable: Option<bool>,
    /// Why it is not in the content; `None` when it is.
    pub missing: Option<Missing>,
    /// Why the results cannot be compared, or what must be known to do it.
    pub note: Option<String>,
}

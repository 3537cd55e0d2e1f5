//! A body's answer to a round of a joint review.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Answer, Colophon, JointReviewId, LevelNumber, MeasureId, Missing, QuestionId, Rating, Remarks, Sample, StatementId,
    Survey, TitledProse, Year,
};
use crate::source::Origin;

/// `organ/<body>/<year>/gemensamma/<review>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct JointAnswer {
    /// The review.
    pub review: JointReviewId,
    /// The year of its round.
    pub year: Year,
    /// The title of the review, as its round has it.
    pub title: String,
    /// The ratings; a statement without entry was passed over in silence.
    pub answers: BTreeMap<StatementId, Answer>,
    /// The answers to questions; one without entry was passed over in silence.
    pub replies: BTreeMap<QuestionId, QuestionReply>,
    /// Measures that came of it.
    pub led_to: Vec<MeasureId>,
    /// Surveys of the body's own.
    pub surveys: Vec<Survey>,
    /// Samples of the body's own.
    pub samples: Vec<Sample>,
    /// The text: the questions that every joint review asks.
    pub text: TitledProse,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

impl JointAnswer {
    /// The rating of a statement that the body is asked for; not answered where nothing is written.
    #[must_use]
    pub fn rating(&self, statement: &StatementId) -> Rating {
        self.answers.get(statement).map_or(Rating::Missing(Missing::NotAnswered), |answer| answer.rating)
    }

    /// The answer to a question.
    ///
    /// # Errors
    /// Why there is none.
    pub fn reply(&self, question: &QuestionId) -> Result<&ReplyValue, Missing> {
        self.replies.get(question).map_or(Err(Missing::NotAnswered), |reply| reply.value.as_ref().map_err(|why| *why))
    }
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionReply {
    /// What was answered, or why nothing was.
    pub value: Result<ReplyValue, Missing>,
    /// Why.
    pub reason: Option<String>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// What was answered, of the question's own kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplyValue {
    /// A level of the question's scale.
    Level(LevelNumber),
    /// Yes, or no.
    YesNo(bool),
    /// How many.
    Count(u32),
    /// A number.
    Number(Decimal),
    /// One of the question's alternatives.
    Choice(String),
    /// A text.
    Text(String),
}

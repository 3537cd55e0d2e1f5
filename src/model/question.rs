//! Questions of a joint review's round, asked beside its statements.

use super::{Missing, QuestionId, ScaleId};
use crate::source::Origin;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The id, unique among the statements and questions of its round.
    pub id: QuestionId,
    /// A few words for tables.
    pub short: String,
    /// The wording, or why it is not known.
    pub text: Result<String, Missing>,
    /// What an answer is.
    pub kind: QuestionKind,
    /// What must be known to read it.
    pub note: Option<String>,
    /// Where.
    pub origin: Origin,
}

/// What an answer to a question is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKind {
    /// A level of a scale, such as a step of a maturity ladder.
    Rating(ScaleId),
    /// Yes or no.
    YesNo,
    /// How many; counts of several bodies may be added up.
    Count {
        /// What is counted, in the plural.
        unit: String,
    },
    /// A number that cannot be added up over bodies.
    Number {
        /// Its unit in words.
        unit: String,
    },
    /// One of these.
    Choice(Vec<String>),
    /// A text.
    Text,
}

impl QuestionKind {
    /// The word for it, as written in content and shown on pages.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Rating(_) => "bedömning",
            Self::YesNo => "ja eller nej",
            Self::Count { .. } => "antal",
            Self::Number { .. } => "tal",
            Self::Choice(_) => "val",
            Self::Text => "text",
        }
    }

    /// The scale of its answers; `None` when they are no levels.
    #[must_use]
    pub fn scale(&self) -> Option<&ScaleId> {
        match self {
            Self::Rating(scale) => Some(scale),
            Self::YesNo | Self::Count { .. } | Self::Number { .. } | Self::Choice(_) | Self::Text => None,
        }
    }
}

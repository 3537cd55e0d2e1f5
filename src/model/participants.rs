//! Who takes part in a round of a joint review, and with what.

use super::{Body, BodyId, BodyKind};
use crate::source::Origin;

/// Who answers what. A body that is named itself goes before its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participants {
    /// Who answers statements and questions.
    pub all: Vec<Group>,
    /// Who answers questions only.
    pub questions_only: Vec<Group>,
    /// Who does not take part.
    pub left_out: Vec<LeftOut>,
}

/// A body, or all of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// All of a kind.
    Kind(BodyKind),
    /// One.
    Body(BodyId),
}

impl Group {
    fn names(&self, body: &Body) -> bool {
        match self {
            Self::Body(id) => *id == body.id,
            Self::Kind(_) => false,
        }
    }

    fn covers(&self, body: &Body) -> bool {
        match self {
            Self::Kind(kind) => *kind == body.kind,
            Self::Body(_) => false,
        }
    }
}

/// Somebody who does not take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Who.
    pub group: Group,
    /// Why.
    pub reason: String,
    /// Where.
    pub origin: Origin,
}

/// What a body is asked for in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'p> {
    /// Statements and questions.
    All,
    /// Questions only.
    QuestionsOnly,
    /// Nothing, and perhaps why.
    LeftOut(Option<&'p str>),
}

impl Participants {
    /// What a body is asked for.
    #[must_use]
    pub fn part(&self, body: &Body) -> Part<'_> {
        self.find(body, Group::names).or_else(|| self.find(body, Group::covers)).unwrap_or(Part::LeftOut(None))
    }

    fn find(&self, body: &Body, is_meant: fn(&Group, &Body) -> bool) -> Option<Part<'_>> {
        if let Some(left_out) = self.left_out.iter().find(|one| is_meant(&one.group, body)) {
            return Some(Part::LeftOut(Some(&left_out.reason)));
        }
        if self.questions_only.iter().any(|group| is_meant(group, body)) {
            return Some(Part::QuestionsOnly);
        }
        self.all.iter().any(|group| is_meant(group, body)).then_some(Part::All)
    }
}

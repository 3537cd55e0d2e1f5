//! What the bodies answered in a round of a joint review: who stands where, and how the answers fell. Drafts are not counted.

use std::collections::BTreeMap;

use super::distribution::Distribution;
use super::rounds::scale;
use super::share::Share;
use crate::model::{
    Body, BodyId, JointAnswer, JointReviewId, LevelNumber, Missing, Model, Part, Question, QuestionKind, ReplyValue,
    Round, ShareBase, StatementId,
};

/// Where a body stands in a round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Participant<'m> {
    /// The body.
    pub body: &'m Body,
    /// What it is asked for; `None` when that is not written.
    pub part: Option<Part<'m>>,
    /// Its answer, where it counts.
    ///
    /// # Errors
    /// Why there is none that counts.
    pub answer: Result<&'m JointAnswer, Missing>,
}

impl Participant<'_> {
    /// Whether it rates statements.
    #[must_use]
    pub fn rates(&self) -> bool {
        match self.part {
            None | Some(Part::All) => true,
            Some(Part::QuestionsOnly | Part::LeftOut(_)) => false,
        }
    }

    /// Whether it answers anything.
    #[must_use]
    pub fn takes_part(&self) -> bool {
        match self.part {
            None | Some(Part::All | Part::QuestionsOnly) => true,
            Some(Part::LeftOut(_)) => false,
        }
    }
}

/// The answers of a round.
#[derive(Debug)]
pub struct RoundAnswers<'m> {
    /// The round.
    pub round: &'m Round,
    /// Whose answers are asked for or there, and who is said not to take part; by body.
    pub participants: BTreeMap<&'m BodyId, Participant<'m>>,
    /// Whether it is written who was asked, so that shares have a whole.
    pub knows_asked: bool,
}

/// How the answers to a question fell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTally {
    /// What can be said of all together.
    pub counts: Counts,
    /// How many answered.
    pub answered: u32,
    /// How many have no answer, by reason; those who have handed in nothing too.
    pub missing: BTreeMap<Missing, u32>,
}

/// Answers counted, as far as answers of their kind can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counts {
    /// How many on each level, by level number.
    Levels(Vec<u32>),
    /// How many said yes, and no.
    YesNo(u32, u32),
    /// How many chose each alternative, in the order of the question.
    Choices(Vec<u32>),
    /// All counts added up.
    Sum(u64),
    /// Nothing: numbers that cannot be added up, and texts.
    Nothing,
}

impl QuestionTally {
    /// How many were asked.
    #[must_use]
    pub fn asked(&self) -> u32 {
        self.answered + self.missing.values().sum::<u32>()
    }

    /// Why there is no answer at all, where that is so.
    #[must_use]
    pub fn reason(&self) -> Missing {
        let mut reasons = self.missing.keys();
        match (reasons.next(), reasons.next()) {
            (Some(reason), None) => *reason,
            (Some(_), Some(_)) => Missing::Several,
            (None, _) => Missing::Unknown,
        }
    }
}

/// What the bodies answered in a round; `None` where nothing is written of whom it asked, and nobody has answered.
#[must_use]
pub fn of_round<'m>(model: &'m Model, review: &JointReviewId, round: &'m Round) -> Option<RoundAnswers<'m>> {
    let participants = model.bodies.values().filter_map(|body| Some((&body.id, participant(body, review, round)?)));
    let participants: BTreeMap<_, _> = participants.collect();
    let knows_asked = round.participants.is_some();
    let asks = !round.known_statements().is_empty() || !round.questions.is_empty();
    let is_answered = participants.values().any(|participant| participant.answer.is_ok());
    (is_answered || knows_asked && asks).then_some(RoundAnswers { round, participants, knows_asked })
}

/// Where a body stands; `None` where nothing is to be said of it.
#[must_use]
pub fn participant<'m>(body: &'m Body, review: &JointReviewId, round: &'m Round) -> Option<Participant<'m>> {
    let of_year = body.years.get(&round.year);
    let written = of_year.and_then(|of_year| of_year.joint.get(review));
    let is_withheld = of_year.is_some_and(|of_year| of_year.withheld.joint.contains(review));
    let part = round.part(body);
    let is_asked = body.answers_for(round.year) && part.is_some_and(|part| part != Part::LeftOut(None));
    if written.is_none() && !is_withheld && !is_asked {
        return None;
    }
    let answer = match written {
        Some(answer) if answer.colophon.counts() => Ok(answer),
        Some(_) => Err(Missing::Draft),
        None if is_withheld => Err(Missing::Withheld),
        None if matches!(part, Some(Part::LeftOut(_))) => Err(Missing::NotAsked),
        None if round.bodies_unpublished => Err(Missing::NotPublished),
        None => Err(Missing::NotSubmitted),
    };
    Some(Participant { body, part, answer })
}

impl<'m> RoundAnswers<'m> {
    /// How many answered, of those who rate statements.
    #[must_use]
    pub fn rating(&self) -> Share {
        self.share(Participant::rates)
    }

    /// How many answered, of all who take part.
    #[must_use]
    pub fn answering(&self) -> Share {
        self.share(Participant::takes_part)
    }

    /// Whether at least half of those who rate statements have, so that something can be said of all together.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        is_enough(self.rating()) && self.knows_asked && self.round.colophon.counts()
    }

    /// The same of all who take part, for questions.
    #[must_use]
    pub fn is_enough_for_questions(&self) -> bool {
        is_enough(self.answering()) && self.knows_asked && self.round.colophon.counts()
    }

    /// Why nothing is said of all together, where that is so.
    #[must_use]
    pub fn lack(&self) -> Missing {
        match () {
            () if !self.round.colophon.counts() => Missing::Draft,
            // Nobody knows of how many the answers are.
            () if !self.knows_asked => Missing::Unknown,
            () if self.answering().part > 0 => Missing::TooFew,
            () if self.round.bodies_unpublished => Missing::NotPublished,
            () => Missing::NotSubmitted,
        }
    }

    /// How the ratings of a statement fell; `None` when the round has no scale.
    #[must_use]
    pub fn distribution(&self, model: &Model, statement: &StatementId) -> Option<Distribution> {
        let base = self.round.share_base.unwrap_or(ShareBase::All);
        let mut distribution = Distribution::new(scale(model, self.round)?, base);
        for participant in self.participants.values().filter(|participant| participant.rates()) {
            if let Ok(answer) = participant.answer {
                distribution.add(answer.rating(statement));
            }
        }
        Some(distribution)
    }

    /// How the answers to a question fell.
    #[must_use]
    pub fn tally(&self, model: &'m Model, question: &Question) -> QuestionTally {
        let mut replies = Vec::new();
        let mut missing: BTreeMap<Missing, u32> = BTreeMap::new();
        for participant in self.participants.values().filter(|participant| participant.takes_part()) {
            match participant.answer.and_then(|answer| answer.reply(&question.id)) {
                Ok(reply) => replies.push(reply),
                Err(reason) => *missing.entry(reason).or_default() += 1,
            }
        }
        let answered = number(replies.len());
        QuestionTally { counts: counts(model, &question.kind, &replies), answered, missing }
    }
}

fn counts(model: &Model, kind: &QuestionKind, replies: &[&ReplyValue]) -> Counts {
    let how_many = |wanted: &ReplyValue| number(replies.iter().filter(|reply| **reply == wanted).count());
    match kind {
        QuestionKind::Rating(scale) => {
            let levels = (0..model.scales[scale].levels().len()).map(LevelNumber);
            Counts::Levels(levels.map(|level| how_many(&ReplyValue::Level(level))).collect())
        }
        QuestionKind::YesNo => Counts::YesNo(how_many(&ReplyValue::YesNo(true)), how_many(&ReplyValue::YesNo(false))),
        QuestionKind::Choice(all) => {
            Counts::Choices(all.iter().map(|one| how_many(&ReplyValue::Choice(one.clone()))).collect())
        }
        QuestionKind::Count { .. } => {
            let count = |reply: &&ReplyValue| match reply {
                ReplyValue::Count(count) => u64::from(*count),
                ReplyValue::Level(_)
                | ReplyValue::YesNo(_)
                | ReplyValue::Number(_)
                | ReplyValue::Choice(_)
                | ReplyValue::Text(_) => 0,
            };
            Counts::Sum(replies.iter().map(count).sum())
        }
        QuestionKind::Number { .. } | QuestionKind::Text => Counts::Nothing,
    }
}

impl<'m> RoundAnswers<'m> {
    fn share(&self, is_meant: impl Fn(&Participant<'m>) -> bool) -> Share {
        let meant: Vec<_> = self.participants.values().filter(|participant| is_meant(participant)).collect();
        let part = meant.iter().filter(|participant| participant.answer.is_ok()).count();
        Share { part: number(part), whole: number(meant.len()) }
    }
}

fn is_enough(share: Share) -> bool {
    share.part > 0 && share.part * 2 >= share.whole
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a city has fewer bodies than that")
}

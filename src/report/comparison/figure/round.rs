//! What all bodies together answered in each round of a joint review, counted as on the page of the round.

use super::{Figure, FigureValue, One, of_level};
use crate::model::{JointReview, JointReviewId, Level, LevelId, Model, Question, QuestionKind, Round, Year};
use crate::report::Outcome;
use crate::report::joint_answers::{Counts, RoundAnswers, of_round};
use crate::report::rounds::scale;

/// What is counted of the answers to a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReplyCount<'m> {
    /// How many have answered, of those who were asked.
    Answered,
    /// How many said yes.
    Yes,
    /// How many said no.
    No,
    /// How many are at a level.
    Level(&'m Level),
    /// How many chose an alternative.
    Choice(&'m str),
    /// All counts added up; with what is counted.
    Sum(&'m str),
}

/// Whether the shares of a round are of the same at both sides: the levels, and what they are shares of. So they are where the
/// round is at one side only.
pub fn is_same((before, after): (&Model, &Model), review: &JointReviewId, year: Year) -> bool {
    let round = |model: &Model| {
        let round = model.joint_reviews.get(review)?.rounds.get(&year)?;
        let levels: Option<Vec<LevelId>> =
            scale(model, round).map(|scale| scale.ordered().iter().map(|level| level.id.clone()).collect());
        Some((levels, round.share_base))
    };
    round(before).zip(round(after)).is_none_or(|(before, after)| before == after)
}

/// Every figure of every round. Of statements only those of rounds that are wanted.
pub fn all<'m>(model: &'m Model, is_wanted: &dyn Fn(&JointReviewId, Year) -> bool, all: &mut Vec<One<'m>>) {
    for review in model.joint_reviews.values() {
        for (year, round) in &review.rounds {
            let Some(answers) = of_round(model, &review.id, round) else { continue };
            let mut push = |kind: &[&str], figure: Figure<'m>, value: FigureValue| {
                let key = std::iter::once(review.id.as_str()).chain(kind.iter().copied()).map(str::to_owned).collect();
                all.push(One { key, figure, year: Some(*year), value });
            };
            push(&["joint_answered"], Figure::RoundAnswered(review), answered(&answers));
            if is_wanted(&review.id, *year) {
                of_statements(model, (review, round), &answers, &mut push);
            }
            for question in &round.questions {
                of_question(model, (review, question), &answers, &mut push);
            }
        }
    }
}

fn answered(answers: &RoundAnswers<'_>) -> FigureValue {
    match answers.answering() {
        share if share.part == 0 => FigureValue::Missing(answers.lack()),
        share if answers.knows_asked => FigureValue::Share(share),
        share => FigureValue::Count(u64::from(share.part)),
    }
}

type Push<'p, 'm> = &'p mut dyn FnMut(&[&str], Figure<'m>, FigureValue);

fn of_statements<'m>(
    model: &'m Model,
    (review, round): (&'m JointReview, &'m Round),
    answers: &RoundAnswers<'m>,
    push: Push<'_, 'm>,
) {
    let Some(scale) = scale(model, round) else { return };
    for statement in round.known_statements() {
        let outcome = match answers.distribution(model, &statement.id) {
            Some(distribution) if answers.is_enough() => Outcome::Computed(distribution),
            Some(_) | None => Outcome::Missing(answers.lack()),
        };
        for (number, level) in scale.levels().iter().enumerate() {
            let figure = Figure::RoundLevel(review, statement, level);
            push(&["joint_level", statement.id.as_str(), level.id.as_str()], figure, of_level(&outcome, number));
        }
    }
}

fn of_question<'m>(
    model: &'m Model,
    (review, question): (&'m JointReview, &'m Question),
    answers: &RoundAnswers<'m>,
    push: Push<'_, 'm>,
) {
    let tally = answers.tally(model, question);
    let is_enough = answers.is_enough_for_questions();
    let mut one = |kind: &str, id: &str, count: ReplyCount<'m>, value: FigureValue| {
        let value = if is_enough { value } else { FigureValue::Missing(answers.lack()) };
        push(&[kind, question.id.as_str(), id], Figure::Reply(review, question, count), value);
    };
    let whole = crate::report::share::Share { part: tally.answered, whole: tally.asked() };
    let count = |count: u64| match tally.answered {
        0 => FigureValue::Missing(tally.reason()),
        _ => FigureValue::Count(count),
    };
    let replied = if whole.part == 0 { count(0) } else { FigureValue::Share(whole) };
    one("joint_replied", "", ReplyCount::Answered, replied);
    match (&tally.counts, &question.kind) {
        (Counts::YesNo(yes, no), _) => {
            one("joint_yes", "", ReplyCount::Yes, count(u64::from(*yes)));
            one("joint_no", "", ReplyCount::No, count(u64::from(*no)));
        }
        (Counts::Levels(counts), QuestionKind::Rating(scale)) => {
            for (level, many) in model.scales[scale].levels().iter().zip(counts) {
                one("joint_reply", level.id.as_str(), ReplyCount::Level(level), count(u64::from(*many)));
            }
        }
        (Counts::Choices(counts), QuestionKind::Choice(alternatives)) => {
            for (alternative, many) in alternatives.iter().zip(counts) {
                one("joint_reply", alternative, ReplyCount::Choice(alternative), count(u64::from(*many)));
            }
        }
        (Counts::Sum(sum), QuestionKind::Count { unit }) => {
            one("joint_sum", "", ReplyCount::Sum(unit), count(*sum));
        }
        // Numbers that cannot be added up, and texts.
        (Counts::Nothing | Counts::Levels(_) | Counts::Choices(_) | Counts::Sum(_), _) => {}
    }
}

//! What bodies answered in a round beside what they answered in the round before, both counted from their own answers.

use super::rounds::{Barrier, compare};
use crate::model::{JointReview, LevelNumber, Missing, Model, Round, RoundStatement, Year};
use crate::report::joint_answers::{RoundAnswers, of_round};
use crate::report::share::Share;
use crate::source::Origin;

/// The best level of each statement in two rounds.
#[derive(Debug)]
pub struct SinceBefore<'m> {
    /// The year of the round before.
    pub year: Year,
    /// Where that is.
    pub origin: Origin,
    /// The statements of the later round.
    pub statements: Vec<StatementSince<'m>>,
}

/// A statement in both rounds.
#[derive(Debug)]
pub struct StatementSince<'m> {
    /// As it stands in the later round.
    pub statement: &'m RoundStatement,
    /// Whether the two shares can be compared.
    pub is_comparable: bool,
    /// The share before.
    pub before: Result<Share, Missing>,
    /// The share after.
    pub after: Result<Share, Missing>,
}

/// Lays a round beside the one before it; `None` when one of them cannot be counted, and what keeps them apart where they cannot be
/// compared.
#[must_use]
pub fn since_before<'m>(
    model: &'m Model,
    review: &'m JointReview,
    round: &'m Round,
) -> Option<Result<SinceBefore<'m>, Barrier>> {
    let year = round.previous.as_ref()?.year;
    let compared = compare(model, review, year, round.year)?;
    let before = of_round(model, &review.id, compared.before).filter(RoundAnswers::is_enough)?;
    let after = of_round(model, &review.id, round).filter(RoundAnswers::is_enough)?;
    if let Some(barrier) = compared.barrier {
        return Some(Err(barrier));
    }
    let best = LevelNumber(0);
    let statements = compared.statements.ok()?.into_iter().filter_map(|one| {
        let statement = one.after?;
        let share = |answers: &RoundAnswers<'_>| {
            answers.distribution(model, one.id).map_or(Err(Missing::Unknown), |counted| Ok(counted.share(best)))
        };
        let was = one.before.map_or(Err(Missing::NotAsked), |_| share(&before));
        Some(StatementSince { statement, is_comparable: one.fate.is_comparable(), before: was, after: share(&after) })
    });
    let (origin, statements) = (compared.before.origin, statements.collect());
    Some(Ok(SinceBefore { year, origin, statements }))
}

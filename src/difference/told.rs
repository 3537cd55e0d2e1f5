//! Which ratings are told one by one.

use crate::model::{Missing, Rating, Scale};
use crate::report::comparison::{Basis, Movement, RatingChange, Ratings, Tally};

/// Whether the rating is told by itself. Of two revisions only what somebody has changed in the answer is: not what a statement that
/// is new, gone or reworded does to every answer.
pub fn is_told(change: &RatingChange<'_>, ratings: &Ratings<'_>, basis: Basis) -> bool {
    match (change.movement, basis) {
        // A new year has new reasons; they are told only with what moved.
        (Movement::Same | Movement::StillUnrated, Basis::Counted) => false,
        (Movement::Same | Movement::StillUnrated, Basis::Written) => !change.fields.is_empty(),
        (Movement::New, Basis::Written) => change.after.is_some_and(|placed| is_written(placed.rating)),
        (Movement::Gone, Basis::Written) => change.before.is_some_and(|placed| is_written(placed.rating)),
        (Movement::Incomparable, Basis::Written) => !change.fields.is_empty() || is_another(change, ratings),
        (
            Movement::Up
            | Movement::Down
            | Movement::Rated
            | Movement::Unrated
            | Movement::OtherReason
            | Movement::New
            | Movement::Gone
            | Movement::Incomparable,
            _,
        ) => true,
    }
}

/// How many ratings did what, of those that are told or that stayed.
pub fn tally(ratings: &Ratings<'_>, basis: Basis) -> Tally {
    let mut tally = Tally::default();
    ratings.statements.iter().filter(|one| is_told(one, ratings, basis)).for_each(|one| tally.add(one.movement));
    tally
}

fn is_written(rating: Rating) -> bool {
    rating != Rating::Missing(Missing::NotAnswered)
}

fn is_another(change: &RatingChange<'_>, ratings: &Ratings<'_>) -> bool {
    let (old, new) = ratings.scales;
    let words = |rating: Rating, scale: &Scale| match rating {
        Rating::Level(number) => scale.level(number).id.to_string(),
        Rating::Missing(missing) => missing.words().to_owned(),
    };
    let before = change.before.map(|placed| words(placed.rating, old));
    before != change.after.map(|placed| words(placed.rating, new))
}

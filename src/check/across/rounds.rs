//! Rules: the rounds of a joint review bear one title, and a statement that is worded anew says if it can be compared.

use super::super::context::Context;
use super::super::{comparability, written};
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{JointReview, Model, Round};
use crate::words;

/// Holds the rounds of every joint review against each other.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for review in model.joint_reviews.values() {
        let latest = review.latest();
        for round in review.rounds.values() {
            // A note may say that the review has got another name.
            if round.title != latest.title && round.colophon.note.is_none() {
                other_title(round, latest, context);
            }
            wordings(review, round, context);
        }
    }
}

fn other_title(round: &Round, latest: &Round, context: &mut Context<'_>) {
    let (title, other, year) = (brief(&round.title), brief(&latest.title), latest.year);
    let message = words!(
        "granskningen heter ”{title}” här, men ”{other}” i omgången {year}",
        "the review is called “{title}” here, but “{other}” in the round {year}"
    );
    let fault = Diagnostic::new(Code::SeveralSpellings, written::value(round.origin, &["titel"], context), message);
    let place = written::value(latest.origin, &["titel"], context);
    let fault = fault.related(place, words!("den senaste omgången heter så här", "the latest round is called this"));
    context.diagnostics.warn(fault.hint(words!(
        "Skriv samma titel i alla omgångar. Har granskningen bytt namn: skriv det i ”not”",
        "Write the same title in all rounds. If the review has got another name, say so in “not”"
    )));
}

fn wordings(review: &JointReview, round: &Round, context: &mut Context<'_>) {
    let Some(before) = round.previous.as_ref().filter(|before| before.comparable != Some(false)) else { return };
    let Some(before) = review.rounds.get(&before.year) else { return };
    for statement in round.known_statements().iter().filter(|statement| statement.comparable.is_none()) {
        let old = before.statement(&statement.id).map(|old| &old.text);
        if let (Some(Ok(old)), Ok(new)) = (old, &statement.text)
            && old != new
        {
            comparability::unsaid(written::after(statement.origin, new, context), context);
        }
    }
}

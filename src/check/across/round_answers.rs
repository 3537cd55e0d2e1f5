//! Rules: where a round's published shares and the answers themselves are both at hand, they agree; and who was asked answers.

use rust_decimal::{Decimal, RoundingStrategy};

use super::super::context::Context;
use super::super::written;
use super::figure::figure;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::model::{JointReview, LevelNumber, Missing, Model, RoundFigures, Scale};
use crate::report::joint_answers::{self, RoundAnswers};
use crate::report::rounds::{levels, scale, span};
use crate::report::share::Share;
use crate::words;

/// Holds the answers of every round against what is published of it, and tells who has not answered.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for review in model.joint_reviews.values() {
        for round in review.rounds.values() {
            let Some(answers) = joint_answers::of_round(model, &review.id, round) else { continue };
            not_answered(model, review, &answers, context);
            let Some(scale) = scale(model, round).filter(|_| answers.is_enough()) else { continue };
            match round.outcome.as_ref().map(|outcome| &outcome.figures) {
                Some(RoundFigures::Statements(_)) => by_statement(model, &answers, scale, context),
                Some(RoundFigures::Spans(_)) => by_level(model, &answers, scale, context),
                Some(RoundFigures::Missing(_)) | None => {}
            }
        }
    }
}

fn by_statement(model: &Model, answers: &RoundAnswers<'_>, scale: &Scale, context: &mut Context<'_>) {
    let Some(RoundFigures::Statements(published)) = answers.round.outcome.as_ref().map(|outcome| &outcome.figures)
    else {
        return;
    };
    for (id, shares) in published {
        let Some(counted) = answers.distribution(model, id) else { continue };
        for (number, level) in scale.levels().iter().enumerate().map(|(at, level)| (LevelNumber(at), level)) {
            let (Ok(published), share) = (shares.of(number), counted.share(number)) else { continue };
            if agree(published, share) {
                continue;
            }
            let (name, published, part, whole) = (brief(&level.name), figure(published), share.part, share.whole);
            let message = words!(
                "{id}, {name}: publicerat {published} procent, men svaren ger {part} av {whole}",
                "{id}, {name}: {published} per cent was published, but the answers give {part} of {whole}",
                published,
            );
            let place = written::after(shares.origin, level.id.as_str(), context);
            tell(place, message, context);
        }
    }
}

fn by_level(model: &Model, answers: &RoundAnswers<'_>, scale: &Scale, context: &mut Context<'_>) {
    let round = answers.round;
    // Spans of statements that are not listed cannot be counted.
    if round.known_statements().is_empty() {
        return;
    }
    for level in levels(model, round) {
        let Ok(published) = span(round, level).ends() else { continue };
        let statements = round.known_statements().iter();
        let shares: Vec<_> = statements
            .filter_map(|statement| answers.distribution(model, &statement.id))
            .map(|counted| counted.share(level))
            .filter(|share| share.whole > 0)
            .collect();
        let exact = |share: &&Share| share.per_cent().unwrap_or_default();
        let ends =
            [(published.low, shares.iter().min_by_key(exact)), (published.high, shares.iter().max_by_key(exact))];
        for (published, counted) in ends {
            let Some(share) = counted.filter(|share| !agree(published, **share)) else { continue };
            let (name, published, part, whole) =
                (brief(&scale.level(level).name), figure(published), share.part, share.whole);
            let message = words!(
                "{name}: publicerat {published} procent i spannet, men svaren ger {part} av {whole}",
                "{name}: {published} per cent was published in the span, but the answers give {part} of {whole}",
                published,
            );
            let origin = round.outcome.as_ref().map_or(round.origin, |outcome| outcome.origin);
            let place = written::after(origin, scale.level(level).id.as_str(), context);
            tell(place, message, context);
        }
    }
}

fn agree(published: Decimal, share: Share) -> bool {
    let Some(exact) = share.per_cent() else { return true };
    let whole = |per_cent: Decimal| per_cent.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    whole(exact) == whole(published)
}

fn tell(place: crate::source::Span, message: crate::diagnostic::Words, context: &mut Context<'_>) {
    let fault = Diagnostic::new(Code::TotalDiffers, place, message);
    context.diagnostics.warn(fault.hint(words!(
        "Kontrollera siffran mot källan; båda visas i rapporten",
        "Compare the figure with its source; the report shows both"
    )));
}

/// Notes those that were asked and have not answered, once for each round, when its year is over.
fn not_answered(model: &Model, review: &JointReview, answers: &RoundAnswers<'_>, context: &mut Context<'_>) {
    let round = answers.round;
    if !answers.knows_asked || !model.municipality.span.contains(round.year) {
        return;
    }
    let asked = answers.participants.values().filter(|participant| participant.takes_part());
    let owing = asked.filter(|participant| matches!(participant.answer, Err(Missing::NotSubmitted | Missing::Draft)));
    let names: Vec<_> = owing.map(|participant| participant.body.name.as_str()).collect();
    if names.is_empty() {
        return;
    }
    let (count, names, id, year) = (names.len(), brief(&names.join(", ")), &review.id, round.year);
    let message = words!(
        "svar till omgången {year} är inte inlämnade, eller bara utkast, från {count}: {names}",
        "answers to the round {year} are not handed in, or only drafts, from {count}: {names}"
    );
    let hint = words!(
        "Skriv organ/…/{year}/gemensamma/{id}.md, eller ”svar per organ: ej publicerat” i omgången om svaren inte är publicerade",
        "Write organ/…/{year}/gemensamma/{id}.md, or “svar per organ: ej publicerat” in the round if the answers are not published"
    );
    context.warn(Code::NotHandedIn, written::value(round.origin, &["svarar"], context), message, hint);
}

//! A body's answers as changes: each rating that moved, the answers as a whole where only one side has any, the share.

use super::amount::{counted, joined};
use super::fields::fields;
use super::told::is_told;
use super::trace::Traces;
use super::wording;
use super::{Entry, EntryKind, Exact, Stand, name};
use crate::diagnostic::Words;
use crate::model::{Rating, Scale, SelfAssessment};
use crate::report::comparison::rating::Placed;
use crate::report::comparison::{
    Basis, BodyComparison, Change, Counting, Movement, Pair, RatingChange, Ratings, Sides,
};
use crate::words;

/// What has changed in the answers to a set.
pub fn entries(comparison: &BodyComparison<'_>, ratings: &Ratings<'_>, traces: Traces<'_>) -> Vec<Entry> {
    let mut entries: Vec<_> = assessment(ratings, traces).into_iter().collect();
    let mut told: Vec<_> = ratings.statements.iter().filter(|one| is_told(one, ratings, traces.sides.basis)).collect();
    // What moved stands before what was asked anew; each in the order of the set.
    told.sort_by_key(|one| matches!(one.movement, Movement::New | Movement::Gone | Movement::Incomparable));
    entries.extend(told.into_iter().map(|one| rating(one, ratings, traces)));
    entries.extend(share(comparison, ratings, traces.sides));
    entries
}

/// What stayed, counted; and what kept the answers from being compared.
pub fn notes(ratings: &Ratings<'_>, sides: Sides<'_>) -> Vec<Words> {
    let tally = ratings.tally();
    let stayed = [Movement::Same, Movement::StillUnrated].into_iter().filter(|movement| tally.of(*movement) > 0);
    let stayed: Vec<_> = stayed.map(|movement| wording::moved_between(movement, sides, tally.of(movement))).collect();
    let mut notes = Vec::new();
    if !stayed.is_empty() && sides.basis == Basis::Counted {
        let (all, stayed) = (tally.all() as usize, joined(&stayed, ", "));
        let all = counted(all, ["bedömning", "bedömningar"], ["rating", "ratings"]);
        notes.push(words!("Av {all}: {stayed}.", "Of {all}: {stayed}.", all, stayed));
    }
    let is_same = |one: &&RatingChange<'_>| matches!(one.movement, Movement::Same | Movement::StillUnrated);
    let rewritten = ratings.statements.iter().filter(is_same).filter(|one| !one.fields.is_empty()).count();
    if rewritten > 0 && sides.basis == Basis::Counted {
        let count = counted(
            rewritten,
            ["oförändrad bedömning", "oförändrade bedömningar"],
            ["unchanged rating", "unchanged ratings"],
        );
        notes.push(words!(
            "Texten till {count} är ny; den visas inte här.",
            "The text of {count} is new; it is not shown here.",
            count
        ));
    }
    notes
}

fn rating(change: &RatingChange<'_>, ratings: &Ratings<'_>, traces: Traces<'_>) -> Entry {
    let (old, new) = ratings.scales;
    let stand = |placed: Placed, scale: &Scale, trace| Stand {
        words: Some(words_of(placed.rating, scale)),
        exact: Exact::rating(placed.rating, scale),
        trace: Some(trace),
    };
    let (id, short) = (&change.statement.id, &change.statement.short);
    let is_text_only = matches!(change.movement, Movement::Same | Movement::StillUnrated);
    let (before, after) = (change.before, change.after);
    let mut entry = Entry {
        kind: EntryKind::Rating,
        id: Some(id.to_string()),
        name: words!("{id} {short}", "{id} {short}"),
        what: wording::movement_between(change.movement, traces.sides),
        change: name::movement(change.movement),
        before: before.map(|placed| stand(placed, old, traces.before(placed.origin))),
        after: after.map(|placed| stand(placed, new, traces.after(placed.origin))),
        fields: fields(&change.fields, traces.sides),
    };
    if let Some(barrier) = &change.barrier {
        let (what, barrier) = (entry.what, barrier.trim_end_matches('.'));
        entry.what = words!("{what}: {barrier}", "{what}: {barrier}", what);
    }
    if is_text_only {
        let level = words_of_stand(entry.after.as_ref());
        entry.what = words!("oförändrad: {level}", "unchanged: {level}", level);
        for stand in [&mut entry.before, &mut entry.after].into_iter().flatten() {
            stand.words = None;
        }
    }
    entry
}

fn words_of_stand(stand: Option<&Stand>) -> Words {
    stand.and_then(|stand| stand.words.clone()).unwrap_or_else(|| words!("", ""))
}

fn words_of(rating: Rating, scale: &Scale) -> Words {
    match rating {
        Rating::Level(number) => wording::content_word(&scale.level(number).name),
        Rating::Missing(missing) => wording::missing(missing),
    }
}

/// The answers as a whole: there at one side only, or with another status, decision or day.
fn assessment(ratings: &Ratings<'_>, traces: Traces<'_>) -> Option<Entry> {
    let set = &ratings.set.name;
    let (from, to) = (traces.sides.before.year, traces.sides.after.year);
    let count = |answers: usize| counted(answers, ["svar", "svar"], ["answer", "answers"]);
    let what = match (ratings.lacking(), traces.sides.basis) {
        (None, _) if ratings.fields.is_empty() => return None,
        (None, _) => match ratings.counting() {
            Counting::Begins => {
                let answers = count(ratings.after.map_or(0, given));
                words!("{answers} räknas nu i rapporten", "{answers} now counted in the report", answers)
            }
            Counting::Ends => {
                let answers = count(ratings.before.map_or(0, given));
                words!("{answers} räknas inte längre i rapporten", "{answers} no longer counted in the report", answers)
            }
            Counting::AsBefore => words!("uppgifterna om den är ändrade", "what is said about it has changed"),
        },
        // Nobody's answers are no change; how many bodies have none is told of all together.
        (Some(Pair::Both(..)), _) => return None,
        (Some(Pair::Gone(_)), Basis::Written) => words!("ny", "new"),
        (Some(Pair::New(_)), Basis::Written) => words!("borttagen", "removed"),
        (Some(lacking @ (Pair::Gone(_) | Pair::New(_))), Basis::Counted) => {
            let lacking = wording::lacking(lacking, from, to);
            words!("kan inte jämföras, {lacking}", "cannot be compared, {lacking}", lacking)
        }
    };
    let stand = |answers: usize, trace| Stand {
        words: ratings.lacking().is_some().then(|| count(answers)),
        exact: Exact::Nothing,
        trace: Some(trace),
    };
    Some(Entry {
        kind: EntryKind::Assessment,
        id: Some(ratings.set.id.to_string()),
        name: words!("Självskattningen ({set})", "Self-assessment ({set})"),
        what,
        change: match ratings.lacking() {
            None => "changed",
            Some(Pair::Gone(_)) => "new",
            Some(Pair::New(_)) => "gone",
            Some(Pair::Both(..)) => "missing",
        },
        before: ratings.before.ok().map(|one| stand(given(one), traces.before(one.origin))),
        after: ratings.after.ok().map(|one| stand(given(one), traces.after(one.origin))),
        fields: fields(&ratings.fields, traces.sides),
    })
}

/// How many answers give a level: what is written as not answered is none.
fn given(assessment: &SelfAssessment) -> usize {
    assessment.answers.values().filter(|answer| matches!(answer.rating, Rating::Level(_))).count()
}

/// The share of the best level, where it has moved.
pub fn share(comparison: &BodyComparison<'_>, ratings: &Ratings<'_>, sides: Sides<'_>) -> Option<Entry> {
    let Change::Points { from, to } = &ratings.share else { return None };
    if from == to {
        return None;
    }
    let value = |side: crate::report::comparison::Side<'_>, id: Option<&crate::model::BodyId>| {
        let point = side.report.sets.get(&ratings.set.id)?.bodies.get(id?)?.at(side.year)?.value;
        Some(Stand { words: Some(wording::point_value(point)), exact: point.into(), trace: None })
    };
    let best = ratings.scales.1.best_name();
    let has_several = comparison.ratings.len() > 1;
    let of_set = if has_several { format!(" ({})", ratings.set.name) } else { String::new() };
    Some(Entry {
        kind: EntryKind::BodyShare,
        id: Some(comparison.body.latest().id.to_string()),
        name: words!("Andelen ”{best}”{of_set}", "Share of “{best}”{of_set}"),
        what: wording::change(&ratings.share),
        change: if to > from { "more" } else { "less" },
        before: value(sides.before, comparison.body.before().map(|body| &body.id)),
        after: value(sides.after, comparison.body.after().map(|body| &body.id)),
        fields: Vec::new(),
    })
}

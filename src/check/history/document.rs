//! What differs between two states of a document, as far as a decision holds it fast.

use std::collections::{BTreeMap, BTreeSet};

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Words, brief};
use crate::model::{
    Answer, LevelNumber, Measure, Missing, Model, Question, Rating, Review, Round, RoundFigures, RoundStatement,
    Sample, Scale, SelfAssessment, StatementId, Survey, TitledProse, Verdict,
};
use crate::prose::{self, Prose};
use crate::source::{Origin, Span};
use crate::words;

/// Places in the later state, and what has changed there.
pub type Changes = Vec<(Span, Words)>;

/// Ratings, reasons and actions of a self-assessment. Ratings are compared by their levels, whatever their words are where a
/// scale was written anew.
pub fn assessment(
    old: &SelfAssessment,
    new: &SelfAssessment,
    (before, after): (&Model, &Model),
    context: &Context<'_>,
) -> Changes {
    let (Some(old_set), Some(new_set)) = (before.sets.get(&old.set), after.sets.get(&new.set)) else {
        return Changes::new();
    };
    let (old_scale, new_scale) = (before.scale(old_set), after.scale(new_set));
    ratings((&old.answers, Some(old_scale)), (&new.answers, Some(new_scale)), new.origin, context)
}

/// Ratings with their reasons and actions, and the scale that they are on.
type Rated<'a> = (&'a BTreeMap<StatementId, Answer>, Option<&'a Scale>);

/// From which words to which a rating moved: of one statement, or of all that stood on a level that is no more.
type Move<'a> = (Option<&'a StatementId>, String, String);

/// A statement's answer, where there is one, and the scale that it is on.
type OnScale<'a> = (Option<&'a Answer>, Option<&'a Scale>);

/// Ratings, reasons and actions of two states.
pub fn ratings(
    (old, old_scale): Rated<'_>,
    (new, new_scale): Rated<'_>,
    origin: Origin,
    context: &Context<'_>,
) -> Changes {
    let mut changes = Changes::new();
    // Where a level is no more on the scale, all that stood on it has moved: that is told once.
    let mut moved: BTreeMap<Move<'_>, Vec<(&StatementId, Span)>> = BTreeMap::new();
    let ids: BTreeSet<&StatementId> = old.keys().chain(new.keys()).collect();
    for id in ids {
        let (was, is) = (old.get(id), new.get(id));
        let place = |words: &str| match is {
            Some(_) => written::below(origin, &["svar", id.as_str()], words, context),
            None => context.sources.line(origin),
        };
        let (from, to) = (rating(was, old_scale), rating(is, new_scale));
        if !is_same((was, old_scale), (is, new_scale)) {
            let at = place(&to);
            let is_gone =
                level((was, old_scale)).is_some() && new_scale.is_some_and(|scale| scale.find(&from).is_none());
            let key = ((!is_gone).then_some(id), from, to);
            moved.entry(key).or_default().push((id, at));
        }
        let reason = |answer: Option<&Answer>| text_of(answer.and_then(|answer| answer.reason.as_ref()));
        if folded(&reason(was)) != folded(&reason(is)) {
            let message = words!(
                "motiveringen till {id} är ändrad efter beslutet",
                "the “motivering” of {id} was changed after adoption"
            );
            changes.push((place(&reason(is)), message));
        }
        let action = |answer: Option<&Answer>| text_of(answer.and_then(|answer| answer.action.as_ref()));
        if folded(&action(was)) != folded(&action(is)) {
            let message =
                words!("åtgärden för {id} är ändrad efter beslutet", "the “åtgärd” of {id} was changed after adoption");
            changes.push((place(&action(is)), message));
        }
    }
    for ((_, from, to), all) in moved {
        let (id, at) = all[0];
        let others = all.len() - 1;
        let message = if others == 0 {
            words!(
                "{id} är ändrat från ”{from}” till ”{to}” efter beslutet",
                "{id} was changed from “{from}” to “{to}” after adoption"
            )
        } else {
            words!(
                "{id} och {others} svar till är ändrade från ”{from}” till ”{to}” efter beslutet; nivån ”{from}” finns inte kvar i skalan",
                "{id} and {others} more were changed from “{from}” to “{to}” after adoption; the level “{from}” is no more on the scale"
            )
        };
        changes.push((at, message));
    }
    changes
}

/// Whether two answers give the same rating.
fn is_same(old: OnScale<'_>, new: OnScale<'_>) -> bool {
    if let (Some((was, old)), Some((is, new))) = (level(old), level(new)) {
        return old.counterpart(was, new) == Some(is);
    }
    rating(old.0, old.1) == rating(new.0, new.1)
}

fn level((answer, scale): OnScale<'_>) -> Option<(LevelNumber, &Scale)> {
    match answer?.rating {
        Rating::Level(number) => Some((number, scale?)),
        Rating::Missing(_) => None,
    }
}

fn text_of(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn rating(answer: Option<&Answer>, scale: Option<&Scale>) -> String {
    match answer.map_or(Rating::Missing(Missing::NotAnswered), |answer| answer.rating) {
        Rating::Level(number) => scale.map_or_else(String::new, |scale| scale.level(number).id.to_string()),
        Rating::Missing(missing) => missing.words().to_owned(),
    }
}

/// What a measure is to do. What was done moves on, until it is finished.
pub fn measure(old: &Measure, new: &Measure, context: &Context<'_>) -> Changes {
    let risk = |measure: &Measure| {
        let risk = measure.risk.as_ref()?;
        Some(
            [Some(&risk.name), risk.cause.as_ref(), risk.consequence.as_ref()]
                .map(Option::<&String>::cloned)
                .map(Option::unwrap_or_default)
                .join("\n"),
        )
    };
    let held = [
        ("titel", Some(old.title.clone()), Some(new.title.clone())),
        ("risk", risk(old), risk(new)),
        ("önskad effekt", old.wished_effect.clone(), new.wished_effect.clone()),
    ];
    let mut changes = keys(&held, new.origin, context);
    if old.progress.is_open() {
        changes.extend(section("Vad ska göras", &old.text, &new.text, new.origin, context));
        return changes;
    }
    // An effect is often seen first when the measure has long been done.
    if old.reached_effect.is_some() {
        let effect = [("uppnådd effekt", old.reached_effect.clone(), new.reached_effect.clone())];
        changes.extend(keys(&effect, new.origin, context));
    }
    changes.extend(text(&old.text, &new.text, new.origin, context));
    changes.extend(counts((&old.samples, &old.surveys), (&new.samples, &new.surveys), new.origin, context));
    changes
}

/// What a review is to find out, and once it is done, what it found.
pub fn review(old: &Review, new: &Review, models: (&Model, &Model), context: &Context<'_>) -> Changes {
    let held = [
        ("titel", Some(old.title.clone()), Some(new.title.clone())),
        ("syfte", old.purpose.clone(), new.purpose.clone()),
        ("områden och rutiner", old.areas.clone(), new.areas.clone()),
        ("omfattning", old.scope.clone(), new.scope.clone()),
        ("metod", old.method.clone(), new.method.clone()),
    ];
    let mut changes = keys(&held, new.origin, context);
    if old.progress.is_open() {
        return changes;
    }
    let (from, to) = (verdict(old.verdict.as_ref(), models.0), verdict(new.verdict.as_ref(), models.1));
    if from != to && !is_same_verdict(old.verdict.as_ref(), new.verdict.as_ref(), models) {
        let message = words!(
            "omdömet är ändrat från ”{from}” till ”{to}” efter beslutet",
            "the “omdöme” was changed from “{from}” to “{to}” after adoption",
            from,
            to
        );
        changes.push((written::value(new.origin, &["omdöme"], context), message));
    }
    changes.extend(text(&old.text, &new.text, new.origin, context));
    changes.extend(counts((&old.samples, &old.surveys), (&new.samples, &new.surveys), new.origin, context));
    changes
}

/// What a round of a joint review asked, and what came of it.
pub fn round(old: &Round, new: &Round, context: &Context<'_>) -> Changes {
    let held = [
        ("titel", Some(old.title.clone()), Some(new.title.clone())),
        ("syfte", old.purpose.clone(), new.purpose.clone()),
        ("omfattning", old.scope.clone(), new.scope.clone()),
        ("undantagna", old.left_out.clone(), new.left_out.clone()),
        ("metod", old.method.clone(), new.method.clone()),
        ("påståenden", statements(old), statements(new)),
        ("frågor", questions(old), questions(new)),
        ("utfall", figures(old), figures(new)),
    ];
    let mut changes = keys(&held, new.origin, context);
    changes.extend(text(&old.text, &new.text, new.origin, context));
    changes.extend(counts((&old.samples, &old.surveys), (&new.samples, &new.surveys), new.origin, context));
    changes
}

/// The statements of a round, in a form that differs where they do.
fn statements(round: &Round) -> Option<String> {
    let words = |one: &RoundStatement| format!("{} {}: {:?}", one.id, one.short, one.text.as_deref());
    let words: Vec<_> = round.known_statements().iter().map(words).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// The questions of a round, in a form that differs where they do.
fn questions(round: &Round) -> Option<String> {
    let words = |one: &Question| format!("{} {}: {:?} {:?}", one.id, one.short, one.text.as_deref(), one.kind);
    let words: Vec<_> = round.questions.iter().map(words).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// The figures of a round, in a form that differs where they do.
fn figures(round: &Round) -> Option<String> {
    Some(match &round.outcome.as_ref()?.figures {
        RoundFigures::Statements(statements) => {
            let shares: Vec<_> = statements.iter().map(|(id, one)| (id, &one.shares)).collect();
            format!("{shares:?}")
        }
        RoundFigures::Spans(levels) => {
            let spans: Vec<_> = levels.iter().map(|level| level.as_ref().map(|level| level.span)).collect();
            format!("{spans:?}")
        }
        RoundFigures::Missing(missing) => missing.words().to_owned(),
    })
}

fn verdict(verdict: Option<&Verdict>, model: &Model) -> Words {
    let level = verdict.and_then(|verdict| Some(model.scales.get(&verdict.scale)?.level(verdict.level).id.to_string()));
    level.map_or_else(|| words!("inget omdöme", "no verdict"), |level| words!("{level}", "{level}"))
}

/// Whether two verdicts are the same level, though its words may be others.
fn is_same_verdict(old: Option<&Verdict>, new: Option<&Verdict>, (before, after): (&Model, &Model)) -> bool {
    let (Some(old), Some(new)) = (old, new) else { return false };
    let (Some(was), Some(is)) = (before.scales.get(&old.scale), after.scales.get(&new.scale)) else { return false };
    old.scale == new.scale && was.counterpart(old.level, is) == Some(new.level)
}

/// Keys of the front matter whose texts differ.
fn keys(held: &[(&str, Option<String>, Option<String>)], origin: Origin, context: &Context<'_>) -> Changes {
    let mut changes = Changes::new();
    for (name, old, new) in held {
        let text = |text: &Option<String>| folded(text.as_deref().unwrap_or_default());
        if text(old) != text(new) {
            let message = words!("”{name}” är ändrat efter beslutet", "“{name}” was changed after adoption");
            changes.push((written::value(origin, &[name], context), message));
        }
    }
    changes
}

/// Samples and surveys whose figures differ.
pub fn counts(
    (old_samples, old_surveys): (&[Sample], &[Survey]),
    (new_samples, new_surveys): (&[Sample], &[Survey]),
    origin: Origin,
    context: &Context<'_>,
) -> Changes {
    let mut changes = Changes::new();
    for old in old_samples {
        let new = new_samples.iter().find(|new| new.name == old.name);
        if new.is_some_and(|new| same_sample(old, new)) {
            continue;
        }
        let name = brief(&old.name);
        let message =
            words!("stickprovet ”{name}” är ändrat efter beslutet", "the sample “{name}” was changed after adoption");
        changes
            .push((new.map_or_else(|| context.sources.line(origin), |new| context.sources.line(new.origin)), message));
    }
    for old in old_surveys {
        let new = new_surveys.iter().find(|new| new.to == old.to);
        if new.is_some_and(|new| new.replies == old.replies) {
            continue;
        }
        let to = brief(&old.to);
        let message =
            words!("enkäten till ”{to}” är ändrad efter beslutet", "the survey to “{to}” was changed after adoption");
        changes
            .push((new.map_or_else(|| context.sources.line(origin), |new| context.sources.line(new.origin)), message));
    }
    changes
}

fn same_sample(old: &Sample, new: &Sample) -> bool {
    let parts = |sample: &Sample| {
        let parts = sample.parts.iter().map(|part| (part.name.clone(), part.count, part.deviates));
        parts.collect::<Vec<_>>()
    };
    old.drawn == new.drawn && parts(old) == parts(new)
}

/// Sections whose text differs, those that were added or taken away too.
pub fn text(old: &TitledProse, new: &TitledProse, origin: Origin, context: &Context<'_>) -> Changes {
    let mut changes = Changes::new();
    if old == new {
        return changes;
    }
    if words_of(Some(&old.lead)) != words_of(Some(&new.lead)) {
        let message = words!(
            "texten före första rubriken är ändrad efter beslutet",
            "the text before the first heading was changed after adoption"
        );
        changes.push((context.sources.line(origin), message));
    }
    let titles: Vec<&String> = old.sections.iter().map(|(title, _)| title).collect();
    let added = new.sections.iter().map(|(title, _)| title).filter(|title| !titles.contains(title));
    for title in titles.iter().copied().chain(added) {
        changes.extend(section(title, old, new, origin, context));
    }
    changes
}

fn section(
    title: &str,
    old: &TitledProse,
    new: &TitledProse,
    origin: Origin,
    context: &Context<'_>,
) -> Option<(Span, Words)> {
    let of = |text: &TitledProse| {
        words_of(text.sections.iter().find(|(other, _)| other == title).and_then(|(_, prose)| prose.as_ref()))
    };
    let quoted = brief(title);
    (of(old) != of(new)).then(|| {
        let message = words!(
            "avsnittet ”{quoted}” är ändrat efter beslutet",
            "the section “{quoted}” was changed after adoption"
        );
        (written::heading(origin, title, context), message)
    })
}

/// A text's words and form, without how its lines were folded.
fn words_of(prose: Option<&Prose>) -> String {
    prose.map(|prose| folded(&prose::html(prose, 2, "", &|_| String::new()))).unwrap_or_default()
}

/// A text with every stretch of space as one, since lines may be folded anew.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

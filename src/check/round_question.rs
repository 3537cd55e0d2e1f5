//! Reads the questions of a round: what an answer is, and what that needs.

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::{statement, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Question, QuestionId, QuestionKind, ScaleId};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// The word of a kind, before what it needs is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Rating,
    YesNo,
    Count,
    Number,
    Choice,
    Text,
}

/// Every kind by its word.
const KINDS: [(&str, Kind); 6] = [
    ("bedömning", Kind::Rating),
    ("ja eller nej", Kind::YesNo),
    ("antal", Kind::Count),
    ("tal", Kind::Number),
    ("val", Kind::Choice),
    ("text", Kind::Text),
];

/// Reads the list; ratings without a scale of their own are given on that of the round.
///
/// # Errors
/// When one has faults.
pub fn all(
    node: &Node,
    scale: Result<Option<&ScaleId>, Reported>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Vec<Question>, Reported> {
    values::items(node, ("id", "F1"), |node, context| one(node, scale, known, context), context)
}

fn one(
    node: &Node,
    of_round: Result<Option<&ScaleId>, Reported>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Question, Reported> {
    let what = words!("frågan", "the question");
    let mut fields = Fields::like(node, &what, "{ id: F1, kort: …, text: …, slag: ja eller nej }", context)?;
    let id = fields.required("id", values::id, context);
    let short = fields.required("kort", statement::short, context);
    let text = fields.either(&what, ("text", values::text), ("saknas", values::missing), context);
    let kind = fields.required("slag", |node, context| values::choice(node, &KINDS, context), context);
    let scale = fields.optional("skala", |node, context| known.named_scale(node, context).map(|(id, _)| id), context);
    let unit = fields.optional("enhet", values::text, context);
    let alternatives =
        fields.optional("alternativ", |node, context| values::list(node, values::text, context), context);
    let note = fields.optional("not", values::text, context);
    let origin = fields.origin("id", context);
    let needs = ["skala", "enhet", "alternativ"].map(|key| (key, fields.place(key)));
    let place = fields.value_place("slag");
    fields.finish(context)?;
    let text = match text? {
        Either::One(text) => Ok(text),
        Either::Other(missing) => Err(missing),
    };
    let (kind, scale, unit, alternatives) = (kind?, scale?, unit?, alternatives?);
    let given = [scale.is_some(), unit.is_some(), alternatives.is_some()];
    let strange = needs.into_iter().zip(given).find(|((key, _), is_given)| *is_given && !takes(kind, key));
    if let Some(((key, place), _)) = strange {
        return Err(stranger(key, kind, place, context));
    }
    let kind = match kind {
        Kind::Rating => match scale.or(of_round?.cloned()) {
            Some(scale) => QuestionKind::Rating(scale),
            None => return Err(lacking("skala", place, context)),
        },
        Kind::YesNo => QuestionKind::YesNo,
        Kind::Count => QuestionKind::Count { unit: unit.ok_or_else(|| lacking("enhet", place, context))? },
        Kind::Number => QuestionKind::Number { unit: unit.ok_or_else(|| lacking("enhet", place, context))? },
        Kind::Choice => QuestionKind::Choice(alternatives.ok_or_else(|| lacking("alternativ", place, context))?),
        Kind::Text => QuestionKind::Text,
    };
    Ok(Question { id: QuestionId(id?), short: short?, text, kind, note: note?, origin })
}

/// Whether a key says something of questions of the kind.
fn takes(kind: Kind, key: &str) -> bool {
    match kind {
        Kind::Rating => key == "skala",
        Kind::Count | Kind::Number => key == "enhet",
        Kind::Choice => key == "alternativ",
        Kind::YesNo | Kind::Text => false,
    }
}

fn word(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, other)| *other == kind).map_or("", |(word, _)| word)
}

fn stranger(key: &str, kind: Kind, place: Span, context: &mut Context<'_>) -> Reported {
    let kind = word(kind);
    let message =
        words!("en fråga av slaget ”{kind}” har ingen ”{key}”", "a question of the kind “{kind}” has no “{key}”");
    let hint = words!("Ta bort ”{key}”, eller ändra ”slag”", "Remove “{key}”, or change “slag”");
    context.error(Code::NotAllowed, place, message, hint)
}

fn lacking(key: &str, place: Span, context: &mut Context<'_>) -> Reported {
    let message = words!("frågan saknar ”{key}”", "the question has no “{key}”");
    let hint = match key {
        "skala" => {
            words!("Skriv ”skala: …” med en skala i skalor.yaml", "Write “skala: …” with a scale of skalor.yaml")
        }
        "enhet" => words!("Skriv ”enhet: …” i ord, till exempel ”tjänster”", "Write “enhet: …” in words"),
        _ => words!("Skriv ”alternativ: [ …, … ]”", "Write “alternativ: [ …, … ]”"),
    };
    context.error(Code::MissingKey, place, message, hint)
}

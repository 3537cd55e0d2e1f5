//! Reads a body's answer to a question of a round, by the kind of the question.

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::shape::{Key, Mapping, Meaning, Presence, Shape};
use super::statement_set::level;
use super::{assessment, colophon, nearest, values};
use crate::diagnostic::{Code, Reported, brief};
pub use crate::model::QuestionReply;
use crate::model::{Question, QuestionKind, ReplyValue};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// Reads an answer: the value alone, or a mapping with what is to be said of it.
///
/// # Errors
/// When it has faults.
pub fn read(
    key: &Node,
    node: &Node,
    question: &Question,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<QuestionReply, Reported> {
    if context.describes() {
        let short = context.shape_of(|nothing, context| value(nothing, question, known, context));
        let long = context.shape_of(|nothing, context| long_reply(nothing, Span::NOWHERE, question, known, context));
        context.note(|| Shape::Either(vec![short, long]));
    }
    if node.value == Value::Empty {
        let words = brief(&values::reference(key, context)?);
        let message = words!("{words} har inget svar", "{words} has no answer");
        let hint =
            words!("Skriv ett svar, eller {{ saknas: ej besvarat }}", "Write an answer, or {{ saknas: ej besvarat }}");
        return Err(context.error(Code::EmptyValue, key.span, message, hint));
    }
    let Value::Mapping(_) = node.value else {
        let value = Ok(value(node, question, known, context)?);
        let origin = context.origin(key.span);
        return Ok(QuestionReply { value, reason: None, remarks: crate::model::Remarks::default(), origin });
    };
    long_reply(node, key.span, question, known, context)
}

fn long_reply(
    node: &Node,
    key: Span,
    question: &Question,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<QuestionReply, Reported> {
    let what = words!("svaret", "the answer");
    let mut fields = Fields::of(node, &what, context)?;
    let value = fields.either(
        &what,
        ("svar", |node: &Node, context: &mut Context<'_>| value(node, question, known, context)),
        ("saknas", values::missing),
        context,
    );
    let reason = fields.optional("motivering", values::text, context);
    let remarks = colophon::remarks(&mut fields, context);
    fields.finish(context)?;
    let value = match value? {
        Either::One(value) => Ok(value),
        Either::Other(missing) => Err(missing),
    };
    Ok(QuestionReply { value, reason: reason?, remarks: remarks?, origin: context.origin(key) })
}

fn value(node: &Node, question: &Question, known: &Known, context: &mut Context<'_>) -> Result<ReplyValue, Reported> {
    match &question.kind {
        QuestionKind::Rating(scale) => {
            let scale = known.scale(scale, node.span, context)?;
            level(node, scale, context).map(ReplyValue::Level)
        }
        QuestionKind::YesNo => values::yes_or_no(node, context).map(ReplyValue::YesNo),
        QuestionKind::Count { .. } => values::count(node, context).map(ReplyValue::Count),
        QuestionKind::Number { .. } => values::number(node, context).map(ReplyValue::Number),
        QuestionKind::Choice(alternatives) => alternative(node, alternatives, context).map(ReplyValue::Choice),
        QuestionKind::Text => values::text(node, context).map(ReplyValue::Text),
    }
}

fn alternative(node: &Node, alternatives: &[String], context: &mut Context<'_>) -> Result<String, Reported> {
    context.note(|| Shape::Words(alternatives.iter().map(|one| (one.clone(), None)).collect()));
    let answer = values::scalar(node, &words!("ett av alternativen", "one of the alternatives"), context)?;
    if alternatives.iter().any(|one| one == answer) {
        return Ok(answer.to_owned());
    }
    let hint = nearest::hint(answer, alternatives.iter().map(String::as_str));
    let answer = brief(answer);
    let message =
        words!("”{answer}” är inget av frågans alternativ", "“{answer}” is none of the question's alternatives");
    Err(context.error(Code::NotAllowed, node.span, message, hint))
}

/// Notes the answers to the statements and questions of every round.
pub fn describe(known: &Known, context: &mut Context<'_>) {
    let mut keys: Vec<Key> = Vec::new();
    for round in known.joint_rounds.values().flat_map(|rounds| rounds.values().flatten()) {
        let scale = round.scale.as_ref().and_then(|id| known.scale(id, Span::NOWHERE, context).ok());
        for statement in round.known_statements() {
            let Some(scale) = scale else { continue };
            let shape = context.shape_of(|nothing, context| assessment::answer(nothing, nothing, scale, context));
            let text = statement.text.clone().unwrap_or_default();
            add(&mut keys, statement.id.to_string(), shape, Meaning { title: statement.short.clone(), text });
        }
        for question in &round.questions {
            let shape = context.shape_of(|nothing, context| read(nothing, nothing, question, known, context));
            let text = question.text.clone().unwrap_or_default();
            add(&mut keys, question.id.to_string(), shape, Meaning { title: question.short.clone(), text });
        }
    }
    context.note(|| Shape::Mapping(Mapping { keys, pairs: Vec::new() }));
}

/// Adds a key; one that rounds use for different things may hold either.
fn add(keys: &mut Vec<Key>, name: String, shape: Shape, meaning: Meaning) {
    match keys.iter_mut().find(|key| key.name == name) {
        Some(key) if key.shape == shape => {}
        Some(key) => {
            key.shape = Shape::Either(vec![key.shape.clone(), shape]);
            key.meaning = Some(meaning);
        }
        None => keys.push(Key { name, presence: Presence::NotEmpty, shape, meaning: Some(meaning) }),
    }
}

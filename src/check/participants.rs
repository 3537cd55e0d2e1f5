//! Reads `svarar`: who answers what in a round, by body and by kind of body.

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::shape::Shape;
use super::{nearest, values};
use crate::diagnostic::{Code, Diagnostic, Reported, brief};
use crate::model::{BodyKind, Group, LeftOut, Participants};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// Somebody, and where.
type Named = (Group, Span);

/// Reads who answers statements and questions, who answers questions only, and who does not take part.
///
/// # Errors
/// When it has faults, or somebody is named twice.
pub fn read(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<Participants, Reported> {
    let example = "{ allt: [ styrelse, nämnd ], bara frågor: [ helägt bolag ] }";
    let what = words!("uppgiften om vilka som svarar", "what is said of who answers");
    let mut fields = Fields::like(node, &what, example, context)?;
    let groups =
        |node: &Node, context: &mut Context<'_>| values::list(node, |one, context| group(one, known, context), context);
    let all = fields.optional("allt", groups, context);
    let questions_only = fields.optional("bara frågor", groups, context);
    let none = fields.optional(
        "inte",
        |node, context| {
            values::items(node, ("vem", "valnamnden"), |one, context| left_out(one, known, context), context)
        },
        context,
    );
    fields.finish(context)?;
    let (all, questions_only, none) = (all?.unwrap_or_default(), questions_only?.unwrap_or_default(), none?);
    let none = none.unwrap_or_default();
    let mut named: Vec<Named> = all.iter().chain(&questions_only).cloned().collect();
    named.extend(none.iter().map(|(one, place)| (one.group.clone(), *place)));
    for (at, (group, place)) in named.iter().enumerate() {
        if let Some((_, first)) = named[..at].iter().find(|(other, _)| other == group) {
            return Err(twice(group, *place, *first, context));
        }
    }
    let groups = |named: Vec<Named>| named.into_iter().map(|(group, _)| group).collect();
    let left_out = none.into_iter().map(|(one, _)| one).collect();
    Ok(Participants { all: groups(all), questions_only: groups(questions_only), left_out })
}

/// A kind of body by its word, or a body by its id.
fn group(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<Named, Reported> {
    if context.describes() {
        let kinds = BodyKind::ALL.map(|kind| (kind.words().to_owned(), None));
        let bodies = known.bodies.iter().map(|id| (id.to_string(), None));
        context.note(|| Shape::Words(kinds.into_iter().chain(bodies).collect()));
        return Ok((Group::Kind(BodyKind::Board), node.span));
    }
    let kind = BodyKind::ALL.into_iter().find(|kind| node.text() == Some(kind.words()));
    if let Some(kind) = kind {
        return Ok((Group::Kind(kind), node.span));
    }
    let words = node.text().unwrap_or_default();
    let is_body = known.bodies.iter().any(|id| id.as_str() == words);
    let meant = nearest::meant(words, BodyKind::ALL.map(BodyKind::words));
    if let Some(hint) = meant.filter(|_| !is_body) {
        let words = brief(words);
        let message = words!("”{words}” är inget slag av organ", "“{words}” is no kind of body");
        return Err(context.error(Code::UnknownBody, node.span, message, hint));
    }
    Ok((Group::Body(known.named_body(node, context)?), node.span))
}

fn left_out(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<(LeftOut, Span), Reported> {
    let example = "{ vem: valnamnden, skäl: Har inga egna lokaler. }";
    let what = words!("den som inte deltar", "who does not take part");
    let mut fields = Fields::like(node, &what, example, context)?;
    let who = fields.required("vem", |node, context| group(node, known, context), context);
    let reason = fields.required("skäl", values::text, context);
    let origin = fields.origin("vem", context);
    fields.finish(context)?;
    let (group, place) = who?;
    Ok((LeftOut { group, reason: reason?, origin }, place))
}

fn twice(group: &Group, place: Span, first: Span, context: &mut Context<'_>) -> Reported {
    let name = match group {
        Group::Kind(kind) => kind.words().to_owned(),
        Group::Body(id) => brief(id.as_str()).clone(),
    };
    let message = words!("”{name}” står två gånger", "“{name}” stands twice");
    let fault = Diagnostic::new(Code::RepeatedId, place, message).hint(words!("Ta bort det ena", "Remove one of them"));
    context.diagnostics.error(fault.related(first, words!("det står först här", "first here")))
}

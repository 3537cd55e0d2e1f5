//! Reads the statements of a round, or why they are not known.

use super::context::Context;
use super::fields::{Either, Fields};
use super::shape::Shape;
use super::{statement, values};
use crate::diagnostic::Reported;
use crate::model::{RoundStatement, RoundStatements, StatementId};
use crate::syntax::Node;
use crate::words;

/// Reads the list, or `{ saknas: … }`.
///
/// # Errors
/// When one has faults.
pub fn all(node: &Node, context: &mut Context<'_>) -> Result<RoundStatements, Reported> {
    if context.describes() {
        let (listed, unknown) = (context.shape_of(one), context.shape_of(statement::unknown));
        context.note(|| Shape::Either(vec![Shape::List(Box::new(listed)), unknown]));
    }
    if node.at("saknas").is_some() && node.at("id").is_none() {
        return statement::unknown(node, context).map(RoundStatements::Missing);
    }
    if let Some(reported) = statement::reason_alone(node, context) {
        return Err(reported);
    }
    values::items(node, ("id", "S1"), one, context).map(RoundStatements::Known)
}

fn one(node: &Node, context: &mut Context<'_>) -> Result<RoundStatement, Reported> {
    let what = words!("påståendet", "the statement");
    let mut fields = Fields::like(node, &what, "{ id: S1, kort: …, text: … }", context)?;
    let id = fields.required("id", values::id, context);
    let group = fields.optional("grupp", values::text, context);
    let short = fields.required("kort", statement::short, context);
    let text = fields.either(&what, ("text", values::text), ("saknas", values::missing), context);
    let comparable = fields.optional("jämförbar", values::yes_or_no, context);
    let note = fields.optional("not", values::text, context);
    let origin = fields.origin("id", context);
    fields.finish(context)?;
    let text = match text? {
        Either::One(text) => Ok(text),
        Either::Other(missing) => Err(missing),
    };
    Ok(RoundStatement {
        id: StatementId(id?),
        group: group?,
        short: short?,
        text,
        comparable: comparable?,
        note: note?,
        origin,
    })
}

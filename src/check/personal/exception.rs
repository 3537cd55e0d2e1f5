//! Reads `undantag` at the top of a file: texts that look like personal data and are none, each with its reason.

use super::super::context::Context;
use super::super::fields::Fields;
use super::super::shape::Shape;
use super::super::values;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// The key that may stand at the top of every file.
pub const KEY: &str = "undantag";

/// A text that is not told.
pub struct Exception {
    /// The text as it stands in the file.
    text: String,
    /// Where the exception itself gives it.
    place: Span,
}

impl Exception {
    /// Whether a stretch of the file lies within the text, wherever that stands.
    pub fn covers(&self, found: Span, text: &str) -> bool {
        let mut places = text.match_indices(&self.text).map(|(at, words)| (at, at + words.len()));
        places.any(|(start, end)| start <= found.start as usize && found.end as usize <= end)
    }
}

/// The exceptions of a file, read from its tree or front matter.
pub fn read(root: &Node, context: &mut Context<'_>) -> Vec<Exception> {
    let Value::Mapping(entries) = &root.value else { return Vec::new() };
    let is_key = |node: &Node| matches!(&node.value, Value::Scalar(key) if key == KEY);
    let Some((_, list)) = entries.iter().find(|(key, _)| is_key(key)) else { return Vec::new() };
    if list.value == Value::Empty {
        return Vec::new();
    }
    let mut exceptions = Vec::new();
    // Each is kept for itself, so that one with a fault does not make the others' texts be told.
    let _ = values::list(list, |node, context| exception(node, &mut exceptions, context), context);
    exceptions
}

/// What may stand at the key.
pub fn shape(context: &mut Context<'_>) -> Shape {
    let read = |node: &Node, context: &mut Context<'_>| exception(node, &mut Vec::new(), context);
    context.shape_of(|nothing, context| values::list(nothing, read, context))
}

fn exception(
    node: &Node,
    exceptions: &mut Vec<Exception>,
    context: &mut Context<'_>,
) -> Result<(), crate::diagnostic::Reported> {
    let mut fields = Fields::of(node, &words!("undantaget", "the exception"), context)?;
    let text = fields.required("text", |node, context| Ok((values::text(node, context)?, node.span)), context);
    if let Ok((text, place)) = &text {
        exceptions.push(Exception { text: text.clone(), place: *place });
    }
    let reason = fields.required("skäl", values::text, context);
    fields.finish(context)?;
    text.and(reason).map(drop)
}

/// Tells every exception whose text stands nowhere else in the file, or is nothing that would have been told.
pub fn unused(exceptions: &[Exception], found: &[Span], text: &str, context: &mut Context<'_>) {
    // What stands in the list itself needs no exception.
    let elsewhere =
        |place: &&Span| exceptions.iter().all(|own| place.end <= own.place.start || own.place.end <= place.start);
    for exception in exceptions {
        if found.iter().filter(elsewhere).any(|place| exception.covers(*place, text)) {
            continue;
        }
        let stands = text.matches(&exception.text).count() > 1;
        let message = if stands {
            words!(
                "undantaget behövs inte: texten är inget som stoppas",
                "the exception is not needed: the text is nothing that is stopped"
            )
        } else {
            words!(
                "undantaget behövs inte: texten står inte på något annat ställe i filen",
                "the exception is not needed: the text stands nowhere else in the file"
            )
        };
        let hint = words!(
            "Ta bort undantaget, eller skriv texten precis som den står i filen",
            "Remove the exception, or write the text exactly as it stands in the file"
        );
        context.diagnostics.warn(Diagnostic::new(Code::UnusedException, exception.place, message).hint(hint));
    }
}

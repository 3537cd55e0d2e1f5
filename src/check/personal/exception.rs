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
    /// Where it begins, wherever it stands in the file, in order.
    starts: Vec<usize>,
}

impl Exception {
    /// Whether a stretch of the file lies within the text, wherever that stands.
    pub fn covers(&self, found: Span) -> bool {
        let before = self.starts.partition_point(|start| *start <= found.start as usize);
        before > 0 && found.end as usize <= self.starts[before - 1] + self.text.len()
    }

    /// Whether one of these stretches, in their order, lies within the text.
    fn is_used(&self, found: &[Span]) -> bool {
        self.starts.iter().any(|start| {
            let next = found.partition_point(|place| (place.start as usize) < *start);
            found.get(next).is_some_and(|place| self.covers(*place))
        })
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
        let starts = context.sources.file(place.file).text.match_indices(text).map(|(at, _)| at).collect();
        exceptions.push(Exception { text: text.clone(), place: *place, starts });
    }
    let reason = fields.required("skäl", values::text, context);
    fields.finish(context)?;
    text.and(reason).map(drop)
}

/// Tells every exception whose text stands nowhere else in the file, or is nothing that would have been told.
pub fn unused(exceptions: &[Exception], found: &[Span], context: &mut Context<'_>) {
    // What stands in the list itself needs no exception. The list is read in the order of the file.
    let is_own = |found: &Span| {
        let before = exceptions.partition_point(|exception| exception.place.start <= found.start);
        before > 0 && found.start < exceptions[before - 1].place.end
    };
    let elsewhere: Vec<Span> = found.iter().copied().filter(|found| !is_own(found)).collect();
    for exception in exceptions.iter().filter(|exception| !exception.is_used(&elsewhere)) {
        let message = if exception.starts.len() > 1 {
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

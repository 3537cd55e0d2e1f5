//! Reads `undantag` at the top of a file: texts that look like personal data and are none, each with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::context::Context;
use super::super::fields::Fields;
use super::super::shape::Shape;
use super::super::values;
use crate::diagnostic::{Code, Reported};
use crate::personal::{Kind, find};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// The key that may stand at the top of every file.
pub const KEY: &str = "undantag";

/// A text that is not told.
struct Exception {
    /// The text as it stands in the file.
    text: String,
    /// Where the exception itself gives it.
    place: Span,
}

/// The exceptions of a file, in its order.
#[derive(Default)]
pub struct Exceptions {
    all: Vec<Exception>,
}

impl Exceptions {
    /// Whether something stands in the text of an exception itself, where it needs none.
    pub fn hold(&self, range: &Range<usize>) -> bool {
        let before = self.all.partition_point(|exception| exception.place.start as usize <= range.start);
        before > 0 && range.start < self.all[before - 1].place.end as usize
    }

    /// The exception under which each thing found in the text of the file falls, as its number.
    pub fn of(&self, found: &[(Kind, Range<usize>)], text: &str) -> Vec<Option<usize>> {
        // By what is found in them, since a file may have thousands of exceptions and of things found.
        let mut by_words: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for (number, exception) in self.all.iter().enumerate() {
            for (_, range) in find(&exception.text) {
                by_words.entry(&exception.text[range.clone()]).or_default().push((number, range.start));
            }
        }
        let stands =
            |number: usize, start: usize| text.as_bytes()[start..].starts_with(self.all[number].text.as_bytes());
        let exception_of = |range: &Range<usize>| {
            let candidates = by_words.get(&text[range.clone()])?.iter();
            let starts = candidates.filter_map(|(number, before)| Some((*number, range.start.checked_sub(*before)?)));
            starts.into_iter().find(|(number, start)| stands(*number, *start)).map(|(number, _)| number)
        };
        found.iter().map(|(_, range)| exception_of(range)).collect()
    }

    /// Tells every exception under which nothing falls.
    pub fn tell_unused(&self, used: &BTreeSet<usize>, context: &mut Context<'_>) {
        for (_, exception) in self.all.iter().enumerate().filter(|(number, _)| !used.contains(number)) {
            let message = if find(&exception.text).is_empty() {
                words!(
                    "undantaget behövs inte: texten är inget som stoppas",
                    "the exception is not needed: the text is nothing that is stopped"
                )
            } else {
                words!(
                    "undantaget behövs inte: texten stoppas inte på något annat ställe i filen",
                    "the exception is not needed: the text is stopped nowhere else in the file"
                )
            };
            let hint = words!(
                "Ta bort undantaget, eller skriv texten precis som den står i filen",
                "Remove the exception, or write the text exactly as it stands in the file"
            );
            context.warn(Code::UnusedException, exception.place, message, hint);
        }
    }
}

/// The exceptions of a file, read from its tree or front matter.
pub fn read(root: &Node, context: &mut Context<'_>) -> Exceptions {
    let mut exceptions = Exceptions::default();
    if let Some(list) = root.at(KEY).filter(|list| list.value != Value::Empty) {
        // Each is kept for itself, so that one with a fault does not make the others' texts be told.
        let _ = values::list(list, |node, context| exception(node, &mut exceptions, context), context);
    }
    exceptions
}

/// What may stand at the key.
pub fn shape(context: &mut Context<'_>) -> Shape {
    let read = |node: &Node, context: &mut Context<'_>| exception(node, &mut Exceptions::default(), context);
    context.shape_of(|nothing, context| values::list(nothing, read, context))
}

fn exception(node: &Node, exceptions: &mut Exceptions, context: &mut Context<'_>) -> Result<(), Reported> {
    let mut fields = Fields::of(node, &words!("undantaget", "the exception"), context)?;
    let text = fields.required("text", |node, context| Ok((values::text(node, context)?, node.span)), context);
    if let Ok((text, place)) = &text {
        exceptions.all.push(Exception { text: text.clone(), place: *place });
    }
    let reason = fields.required("skäl", values::text, context);
    fields.finish(context)?;
    text.and(reason).map(drop)
}

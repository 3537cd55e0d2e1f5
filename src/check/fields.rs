//! Reads a mapping key by key, each key once, and tells the keys that nothing asked for.

use super::context::Context;
use super::shape::{Key, Mapping, Presence, Shape};
use super::{nearest, personal};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::source::{Origin, Span};
use crate::syntax::{Node, Value};
use crate::words;

/// A mapping that is being read.
pub struct Fields<'n> {
    /// Where the mapping begins.
    pub span: Span,
    entries: &'n [(Node, Node)],
    asked: Vec<&'static str>,
    shape: Mapping,
}

/// The value of one of two keys.
pub enum Either<One, Other> {
    /// The first key is there.
    One(One),
    /// The second is.
    Other(Other),
}

impl<'n> Fields<'n> {
    /// Begins to read a mapping; `what` names it in the message if it is none.
    ///
    /// # Errors
    /// When the node is no mapping.
    pub fn of(node: &'n Node, what: &Words, context: &mut Context<'_>) -> Result<Self, Reported> {
        let entries: &[_] = match &node.value {
            Value::Mapping(entries) => entries,
            Value::Empty => &[],
            Value::Scalar(_) | Value::List(_) => {
                let message =
                    words!("{what} ska bestå av nycklar med värden", "{what} has to consist of keys with values", what);
                let hint = words!(
                    "Skriv en rad för varje uppgift, som ”nyckel: värde”",
                    "Write a line for each of them, as “key: value”"
                );
                return Err(context.error(Code::WrongKind, node.span, message, hint));
            }
        };
        Ok(Self { span: node.span.point(), entries, asked: Vec::new(), shape: Mapping::default() })
    }

    /// The value of a key that must be there.
    ///
    /// # Errors
    /// When the key or its value is missing, or the value cannot be read.
    pub fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &mut Context<'_>) -> Result<T, Reported>,
        context: &mut Context<'_>,
    ) -> Result<T, Reported> {
        self.required_or(key, read, Self::lacking, context)
    }

    /// The same with words of its own for a key that is not there.
    ///
    /// # Errors
    /// When the key or its value is missing, or the value cannot be read.
    pub fn required_or<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &mut Context<'_>) -> Result<T, Reported>,
        lacking: impl FnOnce(&Self, &str, &mut Context<'_>) -> Reported,
        context: &mut Context<'_>,
    ) -> Result<T, Reported> {
        let value = self.read(key, Presence::Required, read, context)?;
        value.ok_or_else(|| lacking(self, key, context))
    }

    /// The value of a key that may be left out or left empty.
    ///
    /// # Errors
    /// When the value cannot be read.
    pub fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &mut Context<'_>) -> Result<T, Reported>,
        context: &mut Context<'_>,
    ) -> Result<Option<T>, Reported> {
        self.read(key, Presence::Optional, read, context)
    }

    /// The value of the one of two keys that is there; `what` names in the message what should have one of them.
    ///
    /// # Errors
    /// When both are there, or none, or the value cannot be read.
    pub fn either<One, Other>(
        &mut self,
        what: &Words,
        (one, read_one): (&'static str, impl FnOnce(&'n Node, &mut Context<'_>) -> Result<One, Reported>),
        (other, read_other): (&'static str, impl FnOnce(&'n Node, &mut Context<'_>) -> Result<Other, Reported>),
        context: &mut Context<'_>,
    ) -> Result<Either<One, Other>, Reported> {
        let first = self.read(one, Presence::Optional, read_one, context);
        let second = self.read(other, Presence::Optional, read_other, context);
        self.shape.pairs.push((one.to_owned(), other.to_owned()));
        let (span, message) = match (first?, second?) {
            (Some(value), None) => return Ok(Either::One(value)),
            (None, Some(value)) => return Ok(Either::Other(value)),
            (None, None) => (
                self.span,
                words!("{what} har varken ”{one}” eller ”{other}”", "{what} has neither “{one}” nor “{other}”", what),
            ),
            (Some(_), Some(_)) => (
                self.place(other),
                words!("{what} har både ”{one}” och ”{other}”", "{what} has both “{one}” and “{other}”", what),
            ),
        };
        let hint = words!("Skriv antingen ”{one}: …” eller ”{other}: …”", "Write either “{one}: …” or “{other}: …”");
        Err(context.error(Code::EitherOr, span, message, hint))
    }

    fn read<T>(
        &mut self,
        key: &'static str,
        presence: Presence,
        read: impl FnOnce(&'n Node, &mut Context<'_>) -> Result<T, Reported>,
        context: &mut Context<'_>,
    ) -> Result<Option<T>, Reported> {
        self.asked.push(key);
        let entry = self.entry(key);
        if context.describes() && entry.is_none() {
            let mut failed = None;
            let shape = context.shape_of(|nothing, context| {
                let value = read(nothing, context);
                failed = value.as_ref().err().copied();
                value
            });
            self.shape.keys.push(Key { name: key.to_owned(), presence, shape, meaning: None });
            return failed.map_or(Ok(None), Err);
        }
        match entry {
            Some((_, value)) if value.value != Value::Empty => read(value, context).map(Some),
            Some(_) | None => Ok(None),
        }
    }

    fn lacking(&self, key: &str, context: &mut Context<'_>) -> Reported {
        let hint = words!("Skriv ”{key}: …”", "Write “{key}: …”");
        if let Some((name, _)) = self.entry(key) {
            let message = words!("nyckeln ”{key}” har inget värde", "the key “{key}” has no value");
            return context.error(Code::EmptyValue, name.span, message, hint);
        }
        context.error(Code::MissingKey, self.span, words!("nyckeln ”{key}” saknas", "the key “{key}” is missing"), hint)
    }

    /// The place of a key, or of the mapping when the key is not there.
    pub fn place(&self, key: &str) -> Span {
        self.entry(key).map_or(self.span, |(key, _)| key.span)
    }

    /// File and line of a key, or of the mapping when the key is not there.
    pub fn origin(&self, key: &str, context: &Context<'_>) -> Origin {
        context.origin(self.place(key))
    }

    /// Tells every key that nothing asked for, with the nearest known one.
    ///
    /// # Errors
    /// When there is one.
    pub fn finish(self, context: &mut Context<'_>) -> Result<(), Reported> {
        let mut unknown = Ok(());
        let free: Vec<_> = self.asked.iter().copied().filter(|asked| self.entry(asked).is_none()).collect();
        for (key, value) in self.entries {
            let Value::Scalar(name) = &key.value else { continue };
            // At the left margin the key belongs to the file, whatever the file is.
            let is_of_the_file =
                name == personal::KEY && context.sources.file(key.span.file).position(key.span.start).column == 1;
            if self.asked.contains(&name.as_str()) || is_of_the_file {
                continue;
            }
            let hint = match value.value {
                Value::Empty if nearest::nearest(name, free.iter().copied()).is_none() => words!(
                    "Kommat skiljer uppgifterna åt. Hör orden till texten före: sätt hela texten inom citattecken",
                    "The comma parts the values. If these words belong to the text before: put all of it in quotation marks"
                ),
                _ => nearest::hint(name, free.iter().copied()),
            };
            let name = brief(name);
            let message = words!("nyckeln ”{name}” finns inte här", "there is no key “{name}” here");
            unknown = Err(context.error(Code::UnknownKey, key.span, message, hint));
        }
        context.note(|| Shape::Mapping(self.shape));
        unknown
    }

    fn entry(&self, key: &str) -> Option<&'n (Node, Node)> {
        self.entries.iter().find(|(name, _)| matches!(&name.value, Value::Scalar(name) if name == key))
    }
}

//! Reads a mapping key by key, each key once, and tells the keys that nothing asked for.

use super::context::Context;
use super::{nearest, personal};
use crate::diagnostic::{Code, Reported};
use crate::source::{Origin, Span};
use crate::syntax::{Node, Value};

/// A mapping that is being read.
pub struct Fields<'n> {
    /// Where the mapping begins.
    pub span: Span,
    entries: &'n [(Node, Node)],
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// Begins to read a mapping; `what` names it in the message if it is none.
    ///
    /// # Errors
    /// When the node is no mapping.
    pub fn of(node: &'n Node, what: &str, context: &mut Context<'_>) -> Result<Self, Reported> {
        match &node.value {
            Value::Mapping(entries) => Ok(Self { span: node.span.point(), entries, asked: Vec::new() }),
            Value::Empty => Ok(Self { span: node.span.point(), entries: &[], asked: Vec::new() }),
            Value::Scalar(_) | Value::List(_) => {
                let hint = "Skriv en rad för varje uppgift, som ”nyckel: värde”";
                Err(context.error(Code::WrongKind, node.span, format!("{what} ska bestå av nycklar med värden"), hint))
            }
        }
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
        let span = self.entry(key).map_or(self.span, |(key, _)| key.span);
        match self.optional(key, read, context)? {
            Some(value) => Ok(value),
            None => {
                let message = if span == self.span {
                    format!("nyckeln ”{key}” saknas")
                } else {
                    format!("nyckeln ”{key}” har inget värde")
                };
                Err(context.error(Code::MissingKey, span, message, format!("Skriv ”{key}: …”")))
            }
        }
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
        self.asked.push(key);
        match self.entry(key) {
            Some((_, value)) if value.value != Value::Empty => read(value, context).map(Some),
            Some(_) | None => Ok(None),
        }
    }

    /// The place of a key, or of the mapping when the key is not there.
    pub fn place(&self, key: &str) -> Span {
        self.entry(key).map_or(self.span, |(key, _)| key.span)
    }

    /// File and line of a key, or of the mapping when the key is not there.
    pub fn origin(&self, key: &str, context: &Context<'_>) -> Origin {
        context.origin(self.entry(key).map_or(self.span, |(key, _)| key.span))
    }

    /// Tells every key that nothing asked for, with the nearest known one.
    ///
    /// # Errors
    /// When there is one.
    pub fn finish(self, context: &mut Context<'_>) -> Result<(), Reported> {
        let mut unknown = Ok(());
        for (key, value) in self.entries {
            let Value::Scalar(name) = &key.value else { continue };
            // At the left margin the key belongs to the file, whatever the file is.
            let is_of_the_file =
                name == personal::KEY && context.sources.file(key.span.file).position(key.span.start).column == 1;
            if self.asked.contains(&name.as_str()) || is_of_the_file {
                continue;
            }
            let free = self.asked.iter().copied().filter(|asked| self.entry(asked).is_none());
            let hint = match value.value {
                Value::Empty if nearest::nearest(name, free.clone()).is_none() => {
                    "Kommat skiljer uppgifterna åt. Hör orden till texten före: sätt hela texten inom citattecken"
                        .to_owned()
                }
                _ => nearest::hint(name, free),
            };
            unknown = Err(context.error(Code::UnknownKey, key.span, format!("nyckeln ”{name}” finns inte här"), hint));
        }
        unknown
    }

    fn entry(&self, key: &str) -> Option<&'n (Node, Node)> {
        self.entries.iter().find(|(name, _)| matches!(&name.value, Value::Scalar(name) if name == key))
    }
}

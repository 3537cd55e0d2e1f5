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
    /// Keys that were told as the misspelling of one that was asked for.
    misspelt: Vec<&'n str>,
    /// Keys that must be there and were told to have no value.
    empty: Vec<&'static str>,
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
        let each = words!(
            "Skriv en rad för varje uppgift, som ”nyckel: värde”",
            "Write a line for each of them, as “key: value”"
        );
        Self::begin(node, what, each, context)
    }

    /// The same for a short mapping, with an example of how it is written.
    ///
    /// # Errors
    /// When the node is no mapping.
    pub fn like(node: &'n Node, what: &Words, example: &str, context: &mut Context<'_>) -> Result<Self, Reported> {
        Self::begin(node, what, words!("Skriv så här: {example}", "Write it like this: {example}"), context)
    }

    fn begin(node: &'n Node, what: &Words, each: Words, context: &mut Context<'_>) -> Result<Self, Reported> {
        let (found, hint) = match &node.value {
            Value::Mapping(entries) => return Ok(Self::with(node, entries)),
            Value::Empty => return Ok(Self::with(node, &[])),
            Value::Scalar(_) => (words!("en text", "here is a text"), each),
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Mapping(_))) => (
                words!("en lista", "here is a list"),
                words!(
                    "Ta bort bindestrecken, så att varje rad börjar med sin nyckel",
                    "Remove the hyphens, so that each line begins with its key"
                ),
            ),
            Value::List(_) => (words!("en lista", "here is a list"), each),
        };
        let message = words!(
            "{what} ska bestå av nycklar med värden, men här står {found}",
            "{what} has to consist of keys with values, but {found}",
            what,
            found
        );
        Err(context.error(Code::WrongKind, node.span, message, hint))
    }

    fn with(node: &Node, entries: &'n [(Node, Node)]) -> Self {
        Self {
            span: node.span.point(),
            entries,
            asked: Vec::new(),
            misspelt: Vec::new(),
            empty: Vec::new(),
            shape: Mapping::default(),
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
        if let Some(value) = value {
            return Ok(value);
        }
        if self.position(key).is_some() {
            self.empty.push(key);
        }
        Err(self.misspelling(key, context).unwrap_or_else(|| lacking(self, key, context)))
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
                match self.misspelling(one, context).or_else(|| self.misspelling(other, context)) {
                    Some(reported) => return Err(reported),
                    None => self.span,
                },
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
        let Some(at) = self.position(key) else {
            let message = words!("nyckeln ”{key}” saknas", "the key “{key}” is missing");
            return context.error(Code::MissingKey, self.span, message, words!("Skriv ”{key}: …”", "Write “{key}: …”"));
        };
        let message = words!("nyckeln ”{key}” har inget värde", "the key “{key}” has no value");
        let hint = if self.is_followed_by_ids(at) {
            words!(
                "Sätt två mellanslag före varje rad som hör till ”{key}”",
                "Put two spaces before each line that belongs to “{key}”"
            )
        } else {
            words!("Skriv ”{key}: …”", "Write “{key}: …”")
        };
        context.error(Code::EmptyValue, self.entries[at].0.span, message, hint)
    }

    /// Whether the next key is a year or the like, which no mapping of known keys has: it lost its indentation.
    fn is_followed_by_ids(&self, at: usize) -> bool {
        let next = self.entries.get(at + 1).and_then(|(key, _)| key.text());
        next.is_some_and(|name| name.chars().any(|letter| letter.is_uppercase() || letter.is_ascii_digit()))
    }

    /// Tells a key that stands for one that is missing, so that one fault is not told twice.
    fn misspelling(&mut self, key: &'static str, context: &mut Context<'_>) -> Option<Reported> {
        if self.position(key).is_some() {
            return None;
        }
        let names = self.entries.iter().filter_map(|(name, _)| Some((name, name.text()?)));
        let mut free = names.filter(|(_, name)| !self.asked.contains(name) && !self.misspelt.contains(name));
        let (node, name) = free.find(|(_, name)| nearest::nearest(name, [key]).is_some())?;
        self.misspelt.push(name);
        Some(unknown(node, name, nearest::hint(name, [key]), context))
    }

    /// The place of a key, or of the mapping when the key is not there.
    pub fn place(&self, key: &str) -> Span {
        self.entry(key).map_or(self.span, |(key, _)| key.span)
    }

    /// The place of a key's value, or of the mapping when the key is not there.
    pub fn value_place(&self, key: &str) -> Span {
        self.entry(key).map_or(self.span, |(_, value)| value.span)
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
        let mut told = Ok(());
        let free: Vec<_> = self.asked.iter().copied().filter(|asked| self.entry(asked).is_none()).collect();
        // Lines that lost their indentation are told once, at the first of them or at the key above.
        let mut outdented = false;
        let strangers = self.strangers(&free);
        for (at, (key, value)) in self.entries.iter().enumerate() {
            let Some(name) = key.text() else { continue };
            // At the left margin the key belongs to the file, whatever the file is.
            let is_of_the_file =
                name == personal::KEY && context.sources.file(key.span.file).position(key.span.start).column == 1;
            let is_stranger = strangers.iter().any(|(_, stranger)| *stranger == name);
            if self.asked.contains(&name) || self.misspelt.contains(&name) || is_of_the_file || is_stranger {
                outdented = false;
                continue;
            }
            let before = at.checked_sub(1).map(|before| &self.entries[before]);
            let same_line = before.is_some_and(|(before, _)| context.origin(before.span) == context.origin(key.span));
            let hint = match (nearest::meant(name, free.iter().copied()), before) {
                (Some(hint), _) => hint,
                (None, _) if outdented => continue,
                (None, _) if same_line && value.value == Value::Empty => comma(name),
                (None, Some((Node { value: Value::Scalar(above), .. }, Node { value: Value::Empty, .. })))
                    if !same_line && self.asked.contains(&above.as_str()) =>
                {
                    outdented = true;
                    if self.empty.contains(&above.as_str()) && self.is_followed_by_ids(at - 1) {
                        continue;
                    }
                    words!(
                        "Hör raden till ”{above}”? Sätt i så fall två mellanslag före den, och före dem under som hör dit",
                        "Does the line belong to “{above}”? Then put two spaces before it, and before those below that do"
                    )
                }
                (None, _) => nearest::hint(name, free.iter().copied()),
            };
            told = Err(unknown(key, name, hint, context));
        }
        if let [(first, name), others @ ..] = strangers.as_slice() {
            told = Err(many_unknown(first, name, others.len(), context));
        }
        context.note(|| Shape::Mapping(self.shape));
        told
    }

    /// The keys that no one asked for, when they are so many that they must belong to something else.
    fn strangers(&self, free: &[&str]) -> Vec<(&'n Node, &'n str)> {
        let named = self.entries.iter().filter(|(_, value)| value.value != Value::Empty);
        let named = named.filter_map(|(key, _)| Some((key, key.text()?)));
        let unknown = named.filter(|(_, name)| !self.asked.contains(name) && !self.misspelt.contains(name));
        let strangers: Vec<_> = unknown
            .filter(|(_, name)| *name != personal::KEY && nearest::meant(name, free.iter().copied()).is_none())
            .collect();
        if strangers.len() < FEWEST_STRANGERS { Vec::new() } else { strangers }
    }

    fn entry(&self, key: &str) -> Option<&'n (Node, Node)> {
        self.position(key).map(|at| &self.entries[at])
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.entries.iter().position(|(name, _)| matches!(&name.value, Value::Scalar(name) if name == key))
    }
}

/// So many keys that nothing asked for have one cause.
const FEWEST_STRANGERS: usize = 4;

/// Tells keys that belong to something else, once for all of them.
fn many_unknown(key: &Node, name: &str, others: usize, context: &mut Context<'_>) -> Reported {
    let name = brief(name);
    let message = words!(
        "nyckeln ”{name}” och {others} till finns inte här",
        "there is no key “{name}” here, nor {others} of the others"
    );
    let hint = words!(
        "De hör till något annat. Är raden ovanför dem borttagen, har de fel indrag, eller ligger filen i fel mapp?",
        "They belong to something else. Is the line above them gone, is their indentation wrong, or is the file in the wrong folder?"
    );
    context.error(Code::UnknownKey, key.span, message, hint)
}

/// Tells a key that nothing asked for.
fn unknown(key: &Node, name: &str, hint: Words, context: &mut Context<'_>) -> Reported {
    let name = brief(name);
    let message = words!("nyckeln ”{name}” finns inte här", "there is no key “{name}” here");
    context.error(Code::UnknownKey, key.span, message, hint)
}

/// What to write instead of a comma inside braces, which made a key of what comes after it.
fn comma(after: &str) -> Words {
    if after.bytes().all(|byte| byte.is_ascii_digit()) {
        return words!(
            "Kommat skiljer uppgifterna åt. Skriv talet före med punkt i stället för komma, till exempel 12.5",
            "The comma parts the values. Write the number before it with a point instead of a comma, such as 12.5"
        );
    }
    words!(
        "Kommat skiljer uppgifterna åt. Hör orden till texten före: sätt hela texten inom citattecken",
        "The comma parts the values. If these words belong to the text before: put all of it in quotation marks"
    )
}

//! The shape of a file, noted down by the very functions that read it: they are run once on nothing, and each says what it
//! would have read. So what is described can never be another thing than what is checked.

use super::context::Context;
use crate::diagnostic::Reported;
use crate::syntax::Node;

/// What may stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Any text, numbers included.
    Text,
    /// An id: letters a to z, digits and hyphens.
    Id,
    /// A whole number from 0.
    Count,
    /// A number with decimal comma or point.
    Number,
    /// A number from 0 to 100.
    PerCent,
    /// A year with four digits.
    Year,
    /// A date, `YYYY-MM-DD`.
    Date,
    /// A year, or a tertial of one.
    Period,
    /// One of a few words, each with what it stands for.
    Words(Vec<(String, Option<String>)>),
    /// One of these, or a list of them.
    List(Box<Shape>),
    /// Either form.
    Either(Vec<Shape>),
    /// Keys that each have their own meaning.
    Mapping(Mapping),
    /// Keys that the writer chooses, all with the same kind of value.
    Table {
        /// The keys.
        keys: Box<Shape>,
        /// What stands at each.
        values: Box<Shape>,
        /// Keys beside them that have a meaning of their own.
        beside: Vec<Key>,
    },
}

/// A mapping of known keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The keys, in the order in which they are read.
    pub keys: Vec<Key>,
    /// Pairs of keys of which exactly one is there.
    pub pairs: Vec<(String, String)>,
}

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Whether it must be there.
    pub presence: Presence,
    /// What may stand at it.
    pub shape: Shape,
    /// What the content itself says of it, where the content makes the keys.
    pub meaning: Option<Meaning>,
}

/// What a key means, in words of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// Its name.
    pub title: String,
    /// The whole of it.
    pub text: String,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It must, with a value.
    Required,
    /// It may be left out, or have no value.
    Optional,
    /// It may be left out, but not stand without a value.
    NotEmpty,
}

/// A value that is not there, for the functions that are run on nothing.
static NOTHING: Node = Node::NOTHING;

/// Where a reading function leaves what it would have read.
#[derive(Debug, Default)]
pub struct Notes {
    noted: Option<Shape>,
}

impl Context<'_> {
    /// Whether shapes are noted, and nothing is read.
    pub fn describes(&self) -> bool {
        self.notes.is_some()
    }

    /// Notes what is read here. The outermost function knows best: what it noted stays.
    pub fn note(&mut self, shape: impl FnOnce() -> Shape) {
        if let Some(notes) = &mut self.notes
            && notes.noted.is_none()
        {
            notes.noted = Some(shape());
        }
    }

    /// The shape that a reading function notes; text if it notes nothing.
    pub fn shape_of<T>(&mut self, read: impl FnOnce(&'static Node, &mut Self) -> Result<T, Reported>) -> Shape {
        let outer = self.notes.replace(Notes::default());
        let _ = read(&NOTHING, self);
        let inner = std::mem::replace(&mut self.notes, outer);
        inner.and_then(|notes| notes.noted).unwrap_or(Shape::Text)
    }
}

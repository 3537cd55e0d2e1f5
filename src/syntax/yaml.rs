//! A YAML file as a tree of nodes with spans, built from the parser's events. Knows no key and no type: a scalar is its text.

use granit_parser::{Event, Parser, ScalarStyle, Span as Marks};

use super::{fault, span, yaml_words};
use crate::diagnostic::{Code, Diagnostics, Reported};
use crate::source::{FileId, Span};

/// Deeper than any content needs, shallow enough for any stack.
const DEEPEST: usize = 24;

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// From its first byte to its last; a mapping that is not in braces begins at its first key.
    pub span: Span,
    /// What stands there.
    pub value: Value,
}

impl Node {
    /// A value that is not there.
    pub const NOTHING: Self = Self { span: Span::NOWHERE, value: Value::Empty };

    /// What stands at a key of a mapping, before anything is read of it.
    pub fn at(&self, key: &str) -> Option<&Self> {
        let Value::Mapping(entries) = &self.value else { return None };
        entries.iter().find(|(name, _)| name.text() == Some(key)).map(|(_, value)| value)
    }

    /// The items of a list; anything else is the only item.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Empty => &[],
            Value::Scalar(_) | Value::Mapping(_) => std::slice::from_ref(self),
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) => Some(text.trim()),
            Value::Empty | Value::List(_) | Value::Mapping(_) => None,
        }
    }
}

impl Default for Node {
    fn default() -> Self {
        Self::NOTHING
    }
}

/// What stands at a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing was written.
    Empty,
    /// The text as written, quotes and line folding undone.
    Scalar(String),
    /// Items in order.
    List(Vec<Node>),
    /// Keys and values in order; no key stands twice.
    Mapping(Vec<(Node, Node)>),
}

/// Parses the text, which begins at byte `base` of the file.
///
/// # Errors
/// When the text is not YAML, or uses what content may not use.
pub fn parse(file: FileId, base: usize, text: &str, diagnostics: &mut Diagnostics) -> Result<Node, Reported> {
    let mut builder = Builder { parser: Parser::new_from_str(text), text, file, base, diagnostics };
    builder.document()
}

struct Builder<'t, 'd> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    text: &'t str,
    file: FileId,
    base: usize,
    diagnostics: &'d mut Diagnostics,
}

impl<'t> Builder<'t, '_> {
    fn document(&mut self) -> Result<Node, Reported> {
        let mut root = Node { span: self.range(0..0), value: Value::Empty };
        let mut documents = 0;
        loop {
            let (event, marks) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if documents == 0 => documents = 1,
                Event::DocumentStart(..) => {
                    let place = self.place(marks);
                    return Err(self.refuse(
                        place,
                        "filen innehåller två dokument, delade av ”---”",
                        "Ta bort raden ”---”",
                    ));
                }
                event => root = self.node(event, marks, 0)?,
            }
        }
    }

    fn node(&mut self, event: Event<'t>, marks: Marks, depth: usize) -> Result<Node, Reported> {
        let place = self.place(marks);
        if depth > DEEPEST {
            let message = format!("värdet ligger djupare än {DEEPEST} nivåer");
            return Err(self.diagnostics.error(fault(Code::TooDeep, place, message, "Dela upp innehållet")));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(place, anchor, tag.is_some())?;
                // The parser gives `~` where nothing was written, and YAML means the same by it.
                let empty = matches!(style, ScalarStyle::Plain) && matches!(text.as_ref(), "" | "~");
                let value = if empty { Value::Empty } else { Value::Scalar(text.into_owned()) };
                Ok(Node { span: place, value })
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_properties(place, anchor, tag.is_some())?;
                self.list(place, depth)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_properties(place, anchor, tag.is_some())?;
                self.mapping(place, depth)
            }
            _ => Err(self.refuse(
                place,
                "hänvisningar med ”*” används inte här",
                "Skriv ut värdet, eller sätt citattecken om stjärnan är text",
            )),
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node, Reported> {
        let mut items = Vec::new();
        loop {
            let (event, marks) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let span = self.closed(start, marks);
                return Ok(Node { span, value: Value::List(items) });
            }
            items.push(self.node(event, marks, depth + 1)?);
        }
    }

    fn mapping(&mut self, start: Span, depth: usize) -> Result<Node, Reported> {
        let mut entries: Vec<(Node, Node)> = Vec::new();
        loop {
            let (event, marks) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let span = self.closed(start, marks);
                return Ok(Node { span, value: Value::Mapping(entries) });
            }
            let key = self.node(event, marks, depth + 1)?;
            let (event, marks) = self.next()?;
            let value = self.node(event, marks, depth + 1)?;
            match &key.value {
                Value::Scalar(name) => {
                    if let Some((first, _)) = entries.iter().find(|(other, _)| other.value == key.value) {
                        let message = format!("nyckeln ”{name}” står två gånger");
                        let repeated =
                            fault(Code::RepeatedKey, key.span, message, "Ta bort den ena, eller slå ihop dem");
                        self.diagnostics.error(repeated.related(first.span, "den står först här"));
                    } else {
                        entries.push((key, value));
                    }
                }
                Value::Empty | Value::List(_) | Value::Mapping(_) => {
                    let hint = "Skriv ett ord före kolonet; sätt citattecken om texten börjar med [ eller {";
                    self.diagnostics.error(fault(Code::InvalidYaml, key.span, "nyckeln är ingen text", hint));
                }
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'t>, Marks), Reported> {
        // The parser repeats its error for ever, so the first one ends the file.
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
                let at = self.text.floor_char_boundary(at);
                let (message, hint) = yaml_words::words(error.kind());
                let (at, message, hint) = yaml_words::likelier(self.text, at).unwrap_or((at, message, hint));
                let place = self.range(at..at);
                Err(self.diagnostics.error(fault(Code::InvalidYaml, place, message, hint)))
            }
            None => unreachable!("the stream's end is an event, after which nothing is asked for"),
        }
    }

    fn refuse_properties(&mut self, place: Span, anchor: usize, tagged: bool) -> Result<(), Reported> {
        if anchor != 0 {
            return Err(self.refuse(
                place,
                "ankare med ”&” används inte här",
                "Ta bort ”&” och ordet efter, eller sätt citattecken om texten börjar så",
            ));
        }
        if tagged {
            return Err(self.refuse(
                place,
                "typangivelser med ”!” används inte här",
                "Ta bort ”!” och ordet efter, eller sätt citattecken om texten börjar så",
            ));
        }
        Ok(())
    }

    fn refuse(&mut self, place: Span, message: &str, hint: &str) -> Reported {
        self.diagnostics.error(fault(Code::YamlFeature, place, message, hint))
    }

    fn place(&self, marks: Marks) -> Span {
        let start = marks.start.byte_offset().unwrap_or(0).min(self.text.len());
        let end = marks.end.byte_offset().unwrap_or(start).clamp(start, self.text.len());
        let shown = self.text[start..end].trim_end().len();
        self.range(start..start + shown)
    }

    fn closed(&self, start: Span, marks: Marks) -> Span {
        let end = self.place(marks).end.max(start.start);
        let first = start.start as usize - self.base;
        let shown = self.text[first..end as usize - self.base].trim_end().len();
        self.range(first..first + shown)
    }

    fn range(&self, range: std::ops::Range<usize>) -> Span {
        span(self.file, self.base, range)
    }
}

//! A YAML file as a tree of nodes with spans, built from the parser's events. Knows no key and no type: a scalar is its text.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScalarStyle, Span as Marks};

use super::yaml_words::Fault;
use super::{fault, span, yaml_fault, yaml_lines, yaml_words};
use crate::diagnostic::{Code, Diagnostics, Reported, brief};
use crate::source::{DEEPEST_YAML, FileId, LONGEST_TEXT, MOST_NODES, Span};
use crate::words;

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
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut builder =
        Builder { parser: Parser::new_from_str(text), text, line_starts, file, base, nodes: 0, diagnostics };
    builder.document()
}

struct Builder<'t, 'd> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    text: &'t str,
    line_starts: Vec<usize>,
    file: FileId,
    base: usize,
    nodes: usize,
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
                Event::DocumentStart(..) => return Err(self.second_document(marks)),
                Event::Scalar(ref text, ScalarStyle::Plain, ..)
                    if !matches!(text.as_ref(), "" | "~") && text.len() <= LONGEST_TEXT =>
                {
                    let first = self.bytes(marks).start;
                    let line = self.line_at(first);
                    let apart = line.unparted();
                    return Err(self.tell(match apart {
                        Some(at) => yaml_words::missing_space(self.text, at),
                        None => yaml_words::no_key(line),
                    }));
                }
                event => root = self.node(event, marks, 0)?,
            }
        }
    }

    fn second_document(&mut self, marks: Marks) -> Reported {
        let first = self.bytes(marks).start;
        let parting = |line: &yaml_lines::Line<'_>| matches!(line.text.trim_end(), "---" | "...");
        let here = self.line_at(first);
        let line = Some(here).filter(parting).or_else(|| yaml_lines::above(self.text, here)).unwrap_or(here);
        let place = self.range(line.start..line.end());
        let written = brief(line.content());
        let message = words!("raden ”{written}” delar filen i två", "the line “{written}” parts the file in two");
        let ends_here = yaml_lines::below(self.text, line).is_none();
        let hint = if ends_here {
            words!("Ta bort raden ”{written}”", "Remove the line “{written}”")
        } else {
            words!(
                "Ta bort raden ”{written}”, och det som står under den om det kommer från en annan fil",
                "Remove the line “{written}”, and what stands below it if it comes from another file"
            )
        };
        self.diagnostics.error(fault(Code::SecondDocument, place, message, hint))
    }

    fn node(&mut self, event: Event<'t>, marks: Marks, depth: usize) -> Result<Node, Reported> {
        let place = self.place(marks);
        if depth > DEEPEST_YAML {
            return Err(self.tell(yaml_words::too_deep(self.bytes(marks))));
        }
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            let message =
                words!("filen har fler än {MOST_NODES} uppgifter", "the file has more than {MOST_NODES} values");
            let hint = words!("Dela upp innehållet på flera filer", "Part the content into several files");
            return Err(self.diagnostics.error(fault(Code::TooManyNodes, place, message, hint)));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(place, anchor, tag.is_some())?;
                let plain = matches!(style, ScalarStyle::Plain);
                if plain {
                    self.warn_of_comment(self.bytes(marks));
                    self.refuse_swallowed(self.bytes(marks))?;
                }
                // The parser gives `~` where nothing was written, and YAML means the same by it.
                let empty = plain && matches!(text.as_ref(), "" | "~");
                if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
                    return Err(self.too_long(place, &text));
                }
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
            _ => Err(self.tell(yaml_words::alias(self.bytes(marks)))),
        }
    }

    fn too_long(&mut self, place: Span, text: &str) -> Reported {
        let length = text.chars().count();
        let message = words!(
            "texten har {length} tecken, och får ha högst {LONGEST_TEXT}",
            "the text has {length} characters, and may have {LONGEST_TEXT} at the most"
        );
        let hint = words!(
            "Korta texten, eller skriv den i en .md-fil. Saknas ett citattecken där den skulle ha slutat?",
            "Shorten the text, or write it in an .md file. Is a quotation mark missing where it should have ended?"
        );
        self.diagnostics.error(fault(Code::TextTooLong, place, message, hint))
    }

    /// Tells keys and items that became part of a plain text because a space or an indent is wrong.
    fn refuse_swallowed(&mut self, place: std::ops::Range<usize>) -> Result<(), Reported> {
        let first = self.line_at(place.start);
        if first.first() == place.start
            && let Some(at) = first.unparted().filter(|at| self.text[*at..].starts_with('-') || first.colon().is_none())
        {
            return Err(self.tell(yaml_words::missing_space(self.text, at)));
        }
        let mut lines = self.text[place.clone()].match_indices('\n').map(|(at, _)| at);
        let item = lines.find_map(|at| {
            let line = self.line_at(place.start + at + 1);
            (line.is_item() && line.first() < place.end).then_some(line.first())
        });
        item.map_or(Ok(()), |at| Err(self.tell(yaml_words::swallowed_item(at))))
    }

    /// Warns of a comment that was hardly meant as one: `#4`, `#DIV/0!`. Everybody who means one writes a space after `#`.
    fn warn_of_comment(&mut self, place: std::ops::Range<usize>) {
        let line = yaml_lines::line_at(self.text, place.end);
        let rest = self.text.get(place.end..line.end()).unwrap_or_default();
        let at = place.end + (rest.len() - rest.trim_start().len());
        let Some(lost) = self.text.get(at..line.end()).filter(|lost| lost.starts_with('#')) else { return };
        if !lost[1..].starts_with(char::is_alphanumeric) {
            return;
        }
        let shown = brief(lost);
        let message = words!(
            "”{shown}” kommer inte med, eftersom allt efter ”#” är en kommentar",
            "“{shown}” is left out, since everything after “#” is a comment"
        );
        let hint = words!(
            "Hör det till texten: sätt hela texten inom citattecken. Annars: skriv ett mellanslag efter ”#”",
            "If it belongs to the text: put the whole text in quotation marks. Otherwise write a space after “#”"
        );
        let place = self.range(at..line.end());
        self.diagnostics.warn(fault(Code::LostComment, place, message, hint));
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
        let mut first_places = BTreeMap::new();
        let mut repeated: Vec<(String, Span, Span)> = Vec::new();
        loop {
            let (event, marks) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                self.tell_repeated(&repeated);
                let span = self.closed(start, marks);
                return Ok(Node { span, value: Value::Mapping(entries) });
            }
            let is_plain = matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..));
            let key = self.node(event, marks, depth + 1)?;
            let (event, value_marks) = self.next()?;
            let value = self.node(event, value_marks, depth + 1)?;
            match &key.value {
                Value::Scalar(name) => {
                    let apart = yaml_lines::unparted(name).filter(|_| is_plain && value.value == Value::Empty);
                    if let Some(at) = apart {
                        return Err(self.tell(yaml_words::missing_space(self.text, self.bytes(marks).start + at)));
                    }
                    match first_places.get(name) {
                        Some(first) => repeated.push((name.clone(), key.span, *first)),
                        None => {
                            self.tell_repeated(&repeated);
                            repeated.clear();
                            first_places.insert(name.clone(), key.span);
                            entries.push((key, value));
                        }
                    }
                }
                Value::Empty => {
                    let line = self.line_at(self.bytes(marks).start);
                    self.tell(yaml_words::no_key(line));
                }
                Value::List(_) | Value::Mapping(_) => {
                    let message = words!("en nyckel kan inte stå inom klamrar", "a key cannot stand in brackets");
                    let hint = words!(
                        "Skriv ett ord före kolonet. Hör klamrarna till nyckeln: sätt den inom citattecken",
                        "Write a word before the colon. If the brackets belong to the key: put it in quotation marks"
                    );
                    self.diagnostics.error(fault(Code::NoKey, key.span, message, hint));
                }
            }
        }
    }

    /// Tells keys in a row that stand twice, once for all of them: they came together.
    fn tell_repeated(&mut self, repeated: &[(String, Span, Span)]) {
        let [(name, place, first), others @ ..] = repeated else { return };
        let name = brief(name);
        let message = match others.len() {
            0 => words!("nyckeln ”{name}” står två gånger", "the key “{name}” stands twice"),
            more => words!(
                "nyckeln ”{name}” och {more} till efter den står två gånger",
                "the key “{name}” and {more} more after it stand twice"
            ),
        };
        let line = |place: &Span| yaml_lines::line_at(self.text, place.start as usize - self.base);
        let hint = if line(first).is_item() && !line(place).is_item() {
            words!(
                "Ska en ny punkt i listan börja här: skriv bindestreck och mellanslag före ”{name}”. Annars: ta bort det ena",
                "If a new item of the list is to begin here: write a hyphen and a space before “{name}”. Otherwise remove one of them"
            )
        } else {
            words!("Ta bort den ena, eller slå ihop dem", "Remove one of them, or merge them")
        };
        let why = words!("den står först här", "it stands first here");
        self.diagnostics.error(fault(Code::RepeatedKey, *place, message, hint).related(*first, why));
    }

    fn next(&mut self) -> Result<(Event<'t>, Marks), Reported> {
        // The parser repeats its error for ever, so the first one ends the file.
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
                let at = self.text.floor_char_boundary(at);
                Err(self.tell(yaml_fault::explain(self.text, at, error.kind())))
            }
            None => unreachable!("the stream's end is an event, after which nothing is asked for"),
        }
    }

    fn refuse_properties(&mut self, place: Span, anchor: usize, tagged: bool) -> Result<(), Reported> {
        if anchor == 0 && !tagged {
            return Ok(());
        }
        let sign = if tagged { '!' } else { '&' };
        let value = place.start as usize - self.base;
        let line = self.line_at(value);
        let at = self.text[line.start..value].find(sign).map_or(value, |at| line.start + at);
        let message = words!("ett värde kan inte börja med ”{sign}”", "a value cannot begin with “{sign}”");
        let hint = words!(
            "Ta bort tecknet och ordet efter, eller sätt hela texten inom citattecken om de hör till den",
            "Remove the sign and the word after it, or put the whole text in quotation marks if they belong to it"
        );
        let place = self.range(at..value.max(at + usize::from(at < value)));
        Err(self.diagnostics.error(fault(Code::YamlFeature, place, message, hint)))
    }

    fn tell(&mut self, found: Fault) -> Reported {
        let told = fault(found.code, self.range(found.place), found.message, found.hint);
        let told = match found.related {
            Some((place, why)) => told.related(self.range(place), why),
            None => told,
        };
        self.diagnostics.error(told)
    }

    /// The line that holds a byte. One line may hold all values of a file, so that it is not looked through for each.
    fn line_at(&self, at: usize) -> yaml_lines::Line<'t> {
        let next = self.line_starts.partition_point(|start| *start <= at);
        let start = self.line_starts[next - 1];
        let end = self.line_starts.get(next).map_or(self.text.len(), |next| next - 1);
        yaml_lines::Line { start, text: &self.text[start..end] }
    }

    /// Where an event lies in the text, without the white space after it.
    fn bytes(&self, marks: Marks) -> std::ops::Range<usize> {
        let start = marks.start.byte_offset().unwrap_or(0).min(self.text.len());
        let end = marks.end.byte_offset().unwrap_or(start).clamp(start, self.text.len());
        start..start + self.text[start..end].trim_end().len()
    }

    fn place(&self, marks: Marks) -> Span {
        self.range(self.bytes(marks))
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

//! A Markdown file as front matter and sections of prose. Refuses what the report cannot show safely, at its place.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::{Node, fault, front_matter, span, yaml};
use crate::diagnostic::{Code, Diagnostics, Reported, Words};
use crate::prose::{Block, Inline, Prose, plain};
use crate::source::{FileId, Span};

/// Deeper lists and quotations than any text needs.
const DEEPEST: usize = 12;

/// A Markdown file; the default has nothing in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markdown {
    /// The front matter.
    pub front: Node,
    /// What stands before the first `##`.
    pub lead: Prose,
    /// The sections in the order of the file.
    pub sections: Vec<Section>,
}

/// A `##` heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading's text.
    pub title: String,
    /// The heading's place.
    pub span: Span,
    /// The text.
    pub prose: Prose,
}

/// Parses the whole file.
///
/// # Errors
/// When the front matter is missing or no YAML. What is wrong in the text is told and left out.
pub fn parse(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Result<Markdown, Reported> {
    let parts = front_matter::split(text).map_err(|lacking| {
        let (message, hint) = match lacking {
            front_matter::Lacking::Beginning => (
                "filen börjar inte med raden ”---”",
                "Skriv ”---” på första raden, sedan uppgifterna, sedan ”---” igen",
            ),
            front_matter::Lacking::End => {
                ("uppgifterna överst avslutas inte med raden ”---”", "Skriv ”---” på en egen rad efter uppgifterna")
            }
        };
        diagnostics.error(fault(
            Code::FrontMatter,
            span(file, 0, 0..text.find('\n').unwrap_or(text.len())),
            message,
            hint,
        ))
    })?;
    let front = yaml::parse(file, parts.front.start, &text[parts.front], diagnostics);
    let mut reader = Reader {
        text,
        events: Parser::new_ext(&text[parts.body.clone()], Options::ENABLE_TABLES).into_offset_iter(),
        file,
        base: parts.body.start,
        diagnostics,
    };
    let (lead, sections) = reader.sections();
    Ok(Markdown { front: front?, lead, sections })
}

struct Reader<'t, 'd> {
    text: &'t str,
    events: pulldown_cmark::OffsetIter<'t>,
    file: FileId,
    base: usize,
    diagnostics: &'d mut Diagnostics,
}

impl Reader<'_, '_> {
    fn sections(&mut self) -> (Prose, Vec<Section>) {
        let (mut lead, mut sections) = (Prose::default(), Vec::<Section>::new());
        let mut deepest = 0;
        while let Some((event, range)) = self.events.next() {
            if let Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) = event {
                deepest = 0;
                let place = self.shown(range.clone());
                let title = plain(&self.inlines(0)).trim().to_owned();
                if title.is_empty() || !self.text[place.start as usize..].starts_with('#') {
                    let hint =
                        "Skriv ”## ” och rubriken på en egen rad. Ska det vara en linje: lämna en tom rad före ---";
                    self.refuse(Code::MarkdownForm, place, "rubriken är inte skriven med ##", hint);
                }
                sections.push(Section { title, span: self.shown(range), prose: Prose::default() });
                continue;
            }
            let place = self.shown(range.clone());
            let Some(block) = self.block(event, range, 0) else { continue };
            if let Block::Heading { depth, .. } = block {
                if sections.is_empty() {
                    let hint = "Skriv en rubrik med ## före den, eller gör den till ##";
                    self.refuse(Code::MarkdownForm, place, "underrubriken står före första avsnittet", hint);
                } else if depth > deepest + 1 {
                    self.refuse(
                        Code::MarkdownForm,
                        place,
                        "rubriken hoppar över en nivå",
                        "Använd ### under ##, och #### under ###",
                    );
                }
                deepest = depth;
            }
            sections.last_mut().map_or(&mut lead, |section| &mut section.prose).blocks.push(block);
        }
        (lead, sections)
    }

    fn block(&mut self, event: Event<'_>, range: Range<usize>, depth: usize) -> Option<Block> {
        let place = self.shown(range);
        if depth > DEEPEST {
            self.refuse(Code::TooDeep, place, "listor eller citat ligger för djupt i varandra", "Dela upp texten");
            return None;
        }
        match event {
            Event::Start(Tag::Paragraph) => {
                if self.text[place.start as usize..].starts_with("##") {
                    let hint = "Skriv ett mellanslag mellan ## och rubriken";
                    self.refuse(Code::MarkdownForm, place, "rubriken saknar mellanslag efter ##", hint);
                }
                Some(Block::Paragraph(self.inlines(0)))
            }
            Event::Start(Tag::Heading { level, .. }) => self.heading(level, place, depth),
            Event::Start(Tag::List(first)) => Some(Block::List { first, items: self.items(depth) }),
            Event::Start(Tag::BlockQuote(_)) => Some(Block::Quote(self.blocks(depth))),
            Event::Start(Tag::CodeBlock(_)) => Some(self.code_block()),
            Event::Start(Tag::Table(alignments)) => self.table(&alignments, place),
            Event::Rule => Some(Block::Rule),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(
                    Code::RawHtml,
                    place,
                    "texten innehåller HTML-kod",
                    "Skriv med Markdown. Ska tecknet < synas: skriv \\<",
                );
                None
            }
            _ => None,
        }
    }

    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut tight = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(TagEnd::Item | TagEnd::BlockQuote(_))) {
                break;
            }
            // An item without blank lines holds its text directly, without a paragraph around it.
            if is_inline(&event) {
                self.inline(event, range, &mut tight, 0);
                continue;
            }
            flush(&mut tight, &mut blocks);
            blocks.extend(self.block(event, range, depth + 1));
        }
        flush(&mut tight, &mut blocks);
        blocks
    }

    fn items(&mut self, depth: usize) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(depth)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn heading(&mut self, level: HeadingLevel, place: Span, nesting: usize) -> Option<Block> {
        let text = self.inlines(0);
        if nesting > 0 || plain(&text).trim().is_empty() {
            let hint = "Skriv rubriken på en egen rad utanför listan eller citatet, med text";
            self.refuse(Code::MarkdownForm, place, "rubriken är tom, eller står i en lista eller ett citat", hint);
            return None;
        }
        let depth = match level {
            HeadingLevel::H3 => 1,
            HeadingLevel::H4 => 2,
            HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H5 | HeadingLevel::H6 => {
                self.refuse(
                    Code::MarkdownForm,
                    place,
                    "rubriken har en nivå som inte används här",
                    "Använd ## för avsnitt, ### och #### inom dem",
                );
                return None;
            }
        };
        Some(Block::Heading { depth, text })
    }

    fn code_block(&mut self) -> Block {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        Block::Code(text)
    }

    fn table(&mut self, alignments: &[Alignment], place: Span) -> Option<Block> {
        let right = alignments.iter().map(|alignment| matches!(alignment, Alignment::Right)).collect();
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines(0)),
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let head = rows.remove(0);
        if head.iter().chain(rows.iter().flatten()).any(|cell| plain(cell).trim().is_empty()) {
            self.refuse(
                Code::MarkdownForm,
                place,
                "en cell i tabellen är tom",
                "Skriv varför uppgiften saknas, till exempel ”uppgift saknas”",
            );
            return None;
        }
        Some(Block::Table { right, head, rows })
    }

    /// Reads up to the end of the tag that was just opened.
    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut text = Vec::new();
        if depth > DEEPEST {
            self.skip();
            return text;
        }
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut text, depth);
        }
        text
    }

    /// Passes over what was just opened, told as too deep.
    fn skip(&mut self) {
        let mut open = 1;
        for (event, range) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                let place = span(self.file, self.base, range.start..range.start);
                let message = "texten har för många betoningar eller länkar i varandra";
                self.diagnostics.error(fault(
                    Code::TooDeep,
                    place,
                    message,
                    "Ta bort stjärnor eller parenteser som inte behövs",
                ));
                return;
            }
        }
    }

    fn inline(&mut self, event: Event<'_>, range: Range<usize>, text: &mut Vec<Inline>, depth: usize) {
        let place = self.shown(range);
        match event {
            Event::Text(part) => push_text(text, &part),
            Event::Code(part) => text.push(Inline::Code(part.into_string())),
            Event::SoftBreak => push_text(text, " "),
            Event::HardBreak => text.push(Inline::Break),
            Event::Start(tag) => {
                let inner = self.inlines(depth + 1);
                match tag {
                    Tag::Emphasis => text.push(Inline::Emphasis(inner)),
                    Tag::Strong => text.push(Inline::Strong(inner)),
                    Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                        self.link(&format!("mailto:{dest_url}"), inner, place, text);
                    }
                    Tag::Link { dest_url, .. } => self.link(&dest_url, inner, place, text),
                    Tag::Image { .. } => self.refuse(
                        Code::MarkdownForm,
                        place,
                        "bilder kan inte vara med i rapporten",
                        "Beskriv innehållet i text",
                    ),
                    _ => {}
                }
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(
                    Code::RawHtml,
                    place,
                    "texten innehåller HTML-kod",
                    "Skriv med Markdown. Ska tecknet < synas: skriv \\<",
                );
            }
            _ => {}
        }
    }

    fn link(&mut self, target: &str, words: Vec<Inline>, place: Span, text: &mut Vec<Inline>) {
        let lower = target.to_ascii_lowercase();
        if !["https://", "http://", "mailto:"].iter().any(|start| lower.starts_with(start)) {
            let message = format!("länken leder till ”{target}”, som inte är en webbadress");
            self.refuse(Code::LinkTarget, place, message, "Skriv hela adressen, med https:// först");
            return;
        }
        if plain(&words).trim().is_empty() {
            self.refuse(Code::LinkTarget, place, "länken har ingen text", "Skriv inom [ ] vad länken leder till");
            return;
        }
        text.push(Inline::Link { target: target.to_owned(), text: words });
    }

    fn refuse(&mut self, code: Code, place: Span, message: impl Into<Words>, hint: &str) {
        self.diagnostics.error(fault(code, place, message, hint));
    }

    /// The span of a block's first line: a whole table or list underlined helps nobody.
    fn shown(&self, range: Range<usize>) -> Span {
        let whole = &self.text[self.base + range.start..self.base + range.end];
        let first_line = whole.find('\n').unwrap_or(whole.len());
        span(self.file, self.base, range.start..range.start + first_line)
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Code(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::InlineHtml(_)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
    )
}

fn push_text(text: &mut Vec<Inline>, part: &str) {
    match text.last_mut() {
        Some(Inline::Text(last)) => last.push_str(part),
        _ => text.push(Inline::Text(part.to_owned())),
    }
}

fn flush(tight: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !tight.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(tight)));
    }
}

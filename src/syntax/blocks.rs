//! Reads sections and blocks of Markdown: headings, paragraphs, lists, quotations, tables.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::yaml_slips::conflict_words;
use super::{Passage, PassageKind, Section, fault, span};
use crate::diagnostic::{Code, Diagnostics, Words};
use crate::prose::{Block, Inline, Prose, plain};
use crate::source::{DEEPEST_PROSE, FileId, Sources, Span};
use crate::words;

/// What is read of a text.
#[derive(Default)]
pub struct Read {
    /// What stands before the first section.
    pub lead: Prose,
    /// The sections.
    pub sections: Vec<Section>,
    /// The running text.
    pub passages: Vec<Passage>,
}

/// Reads the events of the parser in their order.
pub struct Reader<'t, 'd> {
    pub(super) events: pulldown_cmark::OffsetIter<'t>,
    pub(super) sources: &'t Sources,
    file: FileId,
    pub(super) passages: Vec<Passage>,
    pub(super) diagnostics: &'d mut Diagnostics,
    text: &'t str,
    base: usize,
}

impl<'t, 'd> Reader<'t, 'd> {
    /// A reader of the part of a file.
    pub fn new(file: FileId, sources: &'t Sources, body: Range<usize>, diagnostics: &'d mut Diagnostics) -> Self {
        let text = &sources.file(file).text;
        let base = body.start;
        let events = Parser::new_ext(&text[body], Options::ENABLE_TABLES).into_offset_iter();
        Self { events, sources, file, passages: Vec::new(), text, base, diagnostics }
    }

    /// Reads everything.
    pub fn sections(mut self) -> Read {
        let mut read = Read::default();
        let mut deepest = 0;
        while let Some((event, range)) = self.events.next() {
            if let Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) = event {
                deepest = 0;
                read.sections.push(self.section(range));
                continue;
            }
            let place = self.shown(range.clone());
            let Some(block) = self.block(event, range, 0, PassageKind::Paragraph) else { continue };
            if let Block::Heading { depth, .. } = block {
                if read.sections.is_empty() {
                    self.heading_before_sections(place);
                } else if depth > deepest + 1 {
                    self.heading_skips(place);
                }
                deepest = depth;
            }
            read.sections.last_mut().map_or(&mut read.lead, |section| &mut section.prose).blocks.push(block);
        }
        Read { passages: self.passages, ..read }
    }

    fn section(&mut self, range: Range<usize>) -> Section {
        let place = self.shown(range);
        let title = plain(&self.passage(PassageKind::Heading, place)).trim().to_owned();
        if title.is_empty() && self.written(place).starts_with('#') {
            self.refuse(
                Code::MarkdownForm,
                place,
                words!("rubriken är tom", "the heading is empty"),
                words!(
                    "Skriv rubriken efter ##, eller ta bort raden",
                    "Write the heading after ##, or remove the line"
                ),
            );
        } else if title.is_empty() || !self.written(place).starts_with('#') {
            self.refuse(
                Code::MarkdownForm,
                place,
                words!("rubriken är inte skriven med ##", "the heading is not written with ##"),
                words!(
                    "Skriv ”## ” och rubriken på en egen rad. Ska det vara en linje: lämna en tom rad före ---",
                    "Write “## ” and the heading on a line of its own. If it is to be a rule: leave a line empty before ---"
                ),
            );
        } else if self.passages.last().is_some_and(|heading| !heading.in_language.is_empty()) {
            self.section_in_language(place);
        }
        Section { title, span: place, prose: Prose::default() }
    }

    fn block(&mut self, event: Event<'_>, range: Range<usize>, depth: usize, kind: PassageKind) -> Option<Block> {
        let whole = range.clone();
        let place = self.shown(range);
        if depth > DEEPEST_PROSE {
            self.too_deep(place);
            if matches!(event, Event::Start(_)) {
                self.pass_over();
            }
            return None;
        }
        match event {
            Event::Start(Tag::Paragraph) => {
                self.check_beginning(place);
                Some(Block::Paragraph(self.passage(kind, place)))
            }
            Event::Start(Tag::Heading { level, .. }) => self.heading(level, place, depth),
            Event::Start(Tag::List(first)) => Some(Block::List { first, items: self.items(depth) }),
            Event::Start(Tag::BlockQuote(_)) => Some(Block::Quote(self.blocks(depth, PassageKind::Quote))),
            Event::Start(Tag::CodeBlock(kind)) => {
                let written = &self.text[self.in_file(whole)];
                self.check_code(&kind, written, place);
                Some(self.code_block())
            }
            Event::Start(Tag::Table(alignments)) => self.table(&alignments),
            Event::Rule => Some(Block::Rule),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.raw_html(place);
                None
            }
            _ => None,
        }
    }

    /// Tells a paragraph that was meant as a heading or as a table.
    fn check_beginning(&mut self, place: Span) {
        let line = self.written(place);
        if line.starts_with("<<<<<<<") {
            let (message, hint) = conflict_words();
            self.refuse(Code::MarkdownForm, place, message, hint);
        } else if line.starts_with("publicering:") {
            self.publication_in_text(place);
        } else if line.starts_with("##") {
            self.refuse(
                Code::MarkdownForm,
                place,
                words!("rubriken saknar mellanslag efter ##", "the heading has no space after ##"),
                words!("Skriv ett mellanslag mellan ## och rubriken", "Write a space between ## and the heading"),
            );
        } else if line.starts_with('|') && line[1..].contains('|') {
            self.refuse(
                Code::TableHead,
                place,
                words!("tabellen saknar rubrikrad", "the table has no header row"),
                words!(
                    "Skriv en rad med kolumnernas rubriker, och under den | --- | med lika många kolumner",
                    "Write a row with the headings of the columns, and below it | --- | with as many columns"
                ),
            );
        }
    }

    fn blocks(&mut self, depth: usize, kind: PassageKind) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut tight: Option<(Vec<Inline>, Passage)> = None;
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(TagEnd::Item | TagEnd::BlockQuote(_))) {
                break;
            }
            // An item without blank lines holds its text directly, without a paragraph around it.
            if is_inline(&event) {
                let place = self.shown(range.clone());
                let (text, passage) = tight.get_or_insert_with(|| (Vec::new(), Passage::new(kind, place)));
                self.inline(event, range, text, passage, 0);
                continue;
            }
            self.flush(&mut tight, &mut blocks);
            blocks.extend(self.block(event, range, depth + 1, kind));
        }
        self.flush(&mut tight, &mut blocks);
        blocks
    }

    fn flush(&mut self, tight: &mut Option<(Vec<Inline>, Passage)>, blocks: &mut Vec<Block>) {
        if let Some((text, passage)) = tight.take() {
            self.passages.push(passage);
            blocks.push(Block::Paragraph(text));
        }
    }

    fn items(&mut self, depth: usize) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(depth, PassageKind::Item)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn heading(&mut self, level: HeadingLevel, place: Span, nesting: usize) -> Option<Block> {
        let text = self.passage(PassageKind::Heading, place);
        if self.written(place).starts_with("<<<<<<<") {
            let (message, hint) = conflict_words();
            self.refuse(Code::MarkdownForm, place, message, hint);
            return None;
        }
        if nesting > 0 || plain(&text).trim().is_empty() {
            self.refuse(
                Code::MarkdownForm,
                place,
                words!(
                    "rubriken är tom, eller står i en lista eller ett citat",
                    "the heading is empty, or stands in a list or a quotation"
                ),
                words!(
                    "Skriv rubriken på en egen rad utanför listan eller citatet, med text",
                    "Write the heading on a line of its own outside the list or quotation, with text"
                ),
            );
            return None;
        }
        let depth = match level {
            HeadingLevel::H3 => 1,
            HeadingLevel::H4 => 2,
            HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H5 | HeadingLevel::H6 => {
                self.heading_of_other_level(place);
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

    fn table(&mut self, alignments: &[Alignment]) -> Option<Block> {
        let right = alignments.iter().map(|alignment| matches!(alignment, Alignment::Right)).collect();
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        let mut is_whole = true;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let cell = self.shown(range);
                    row.push(self.passage(PassageKind::Cell, cell));
                    if row.last().is_some_and(|text| plain(text).trim().is_empty()) {
                        is_whole = false;
                        self.empty_cell(cell, rows.is_empty());
                    }
                }
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                    let line = self.shown(range);
                    if cells_written(self.written(line)) > alignments.len() {
                        is_whole = false;
                        self.too_many_cells(line);
                    }
                    rows.push(std::mem::take(&mut row));
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        if !is_whole || rows.is_empty() {
            return None;
        }
        let head = rows.remove(0);
        Some(Block::Table { right, head, rows })
    }

    /// Passes over what was just opened.
    pub(super) fn pass_over(&mut self) {
        let mut open = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }

    pub(super) fn refuse(&mut self, code: Code, place: Span, message: Words, hint: Words) {
        self.diagnostics.error(fault(code, place, message, hint));
    }

    /// The span of a block's first line: a whole table or list underlined helps nobody.
    pub(super) fn shown(&self, range: Range<usize>) -> Span {
        let whole = &self.text[self.base + range.start..self.base + range.end];
        let first_line = whole.split('\n').next().unwrap_or_default();
        span(self.file, self.base, range.start..range.start + first_line.trim_end().len())
    }

    /// Bytes of the file from bytes of the text below the front matter.
    pub(super) fn in_file(&self, range: Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }

    pub(super) fn written(&self, place: Span) -> &'t str {
        &self.text[place.start as usize..place.end as usize]
    }
}

/// How many cells a row of a table is written with.
fn cells_written(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let bars = row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\')).count();
    if row.ends_with('|') && !row.ends_with("\\|") { bars } else { bars + 1 }
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

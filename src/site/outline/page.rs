//! Owns what one page says about itself: its elements in their order and nesting. Does not know the other pages.

use std::borrow::Cow;

use super::Fault;
use super::element::{self, Element};
use super::link::Link;
use super::rule::Rule;
use super::tags::{Piece, Pieces, Tag, resolved};

/// Elements without content and end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// What one page is to the others, and its faults by itself.
pub(super) struct PageOutline<'page> {
    /// Without space around it; empty when the page has none.
    pub title: String,
    /// Every address once, in order of address.
    pub links: Vec<Link<'page>>,
    /// Links apart.
    pub faults: Vec<Fault>,
    page: &'page str,
    /// Sorted.
    ids: Vec<Cow<'page, str>>,
}

impl PageOutline<'_> {
    /// Whether an element has the id.
    pub fn has_id(&self, id: &str) -> bool {
        self.ids.binary_search_by(|found| found.as_ref().cmp(id)).is_ok()
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        line(self.page, at)
    }
}

/// What has been seen of a page so far.
pub(super) struct Scan<'page> {
    pub ids: Vec<(Cow<'page, str>, usize)>,
    /// Attribute, id and place of every mention of an id.
    pub references: Vec<(&'page str, String, usize)>,
    pub links: Vec<Link<'page>>,
    pub faults: Vec<Fault>,
    /// How many texts and images with text have been seen; an element that ends at the number it began with is empty.
    pub words: usize,
    /// The level of the last heading, 0 before the first.
    pub level: usize,
    pub headings: usize,
    pub mains: usize,
    pub has_language: bool,
    title: String,
    open: Vec<Open<'page>>,
    /// How many `svg` and `math` elements are open.
    drawings: usize,
}

/// An element whose end tag has not come yet.
struct Open<'page> {
    name: Cow<'page, str>,
    at: usize,
    /// The words seen before it.
    words: usize,
    has_caption: bool,
    has_header: bool,
}

/// Reads one page from beginning to end.
pub(super) fn read(page: &str) -> PageOutline<'_> {
    let mut scan = Scan {
        ids: Vec::new(),
        references: Vec::new(),
        links: Vec::new(),
        faults: Vec::new(),
        words: 0,
        level: 0,
        headings: 0,
        mains: 0,
        has_language: false,
        title: String::new(),
        open: Vec::new(),
        drawings: 0,
    };
    let mut pieces = Pieces::of(page);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(tag) => scan.start(tag, pieces.start()),
            Piece::End(name) => scan.end(page, name, pieces.start()),
            Piece::Text(text) => scan.text(text),
            Piece::Unended => scan.fault(pieces.start(), Rule::Balanced, "taggen eller kommentaren tar aldrig slut"),
        }
    }
    scan.finish(page)
}

impl<'page> Scan<'page> {
    /// Notes a fault at a byte of the page.
    pub fn fault(&mut self, at: usize, rule: Rule, detail: impl Into<String>) {
        self.faults.push(Fault { at: Some(at), rule, detail: detail.into() });
    }

    fn start(&mut self, tag: Tag<'page>, at: usize) {
        let name = lower_case(tag.name);
        let is_drawn = self.drawings > 0;
        element::start(self, &Element { tag, name: &name, at, is_drawn });
        if name == "th"
            && let Some(table) = self.nearest("table")
        {
            table.has_header = true;
        }
        let is_drawing = matches!(name.as_ref(), "svg" | "math");
        if VOID.contains(&name.as_ref()) && !is_drawn {
            return;
        }
        if tag.closes_itself {
            // Outside drawings a browser takes `<div/>` for `<div>`.
            if !is_drawn && !is_drawing {
                self.fault(at, Rule::Balanced, format!("<{name}/> stänger inte sig själv, skriv <{name}></{name}>"));
            }
            return;
        }
        self.drawings += usize::from(is_drawing);
        self.open.push(Open { name, at, words: self.words, has_caption: false, has_header: false });
    }

    fn end(&mut self, page: &str, name: &'page str, at: usize) {
        let name = lower_case(name);
        let Some(index) = self.open.iter().rposition(|open| open.name == name) else {
            self.fault(at, Rule::Balanced, format!("</{name}> stänger inget"));
            return;
        };
        // What was left open inside is told of once, and taken to end here.
        while self.open.len() > index {
            let Some(open) = self.open.pop() else { return };
            if self.open.len() > index {
                let detail = format!("<{}> stängs inte före </{name}> på rad {}", open.name, line(page, at));
                self.fault(open.at, Rule::Balanced, detail);
            }
            self.close(&open);
        }
    }

    /// The rules on what an element holds.
    fn close(&mut self, open: &Open<'page>) {
        let has_words = self.words > open.words;
        match open.name.as_ref() {
            "svg" | "math" => self.drawings -= 1,
            "caption" | "figcaption" if has_words => {
                let captioned = if open.name == "caption" { "table" } else { "figure" };
                if let Some(captioned) = self.nearest(captioned) {
                    captioned.has_caption = true;
                }
            }
            "figure" if !open.has_caption => self.fault(open.at, Rule::FigureCaption, "<figure>"),
            "table" => {
                if !open.has_caption {
                    self.fault(open.at, Rule::TableCaption, "<table>");
                }
                if !open.has_header {
                    self.fault(open.at, Rule::TableHeader, "<table>");
                }
            }
            "th" | "td" if !has_words => self.fault(open.at, Rule::EmptyCell, format!("<{}>", open.name)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        // The words in a drawing stand beside it as well; they fill no cell.
        if self.drawings > 0 || text.trim().is_empty() {
            return;
        }
        let text = resolved(text);
        self.words += usize::from(!text.trim().is_empty());
        if self.open.last().is_some_and(|open| open.name == "title") {
            self.title.push_str(&text);
        }
    }

    fn nearest(&mut self, name: &str) -> Option<&mut Open<'page>> {
        self.open.iter_mut().rev().find(|open| open.name == name)
    }

    /// The rules on the page as a whole.
    fn finish(mut self, page: &'page str) -> PageOutline<'page> {
        for open in std::mem::take(&mut self.open) {
            self.fault(open.at, Rule::Balanced, format!("<{}> stängs aldrig", open.name));
        }
        self.sort_ids();
        for (attribute, id, at) in std::mem::take(&mut self.references) {
            if self.ids.binary_search_by(|(found, _)| found.as_ref().cmp(&id)).is_err() {
                self.fault(at, Rule::Reference, format!("{attribute} hänvisar till ”{id}”"));
            }
        }
        let mut missing = |is_wrong: bool, rule: Rule, detail: String| {
            if is_wrong {
                self.faults.push(Fault { at: None, rule, detail });
            }
        };
        let title = self.title.trim().to_owned();
        missing(!self.has_language, Rule::Language, "lang saknas".to_owned());
        missing(title.is_empty(), Rule::Title, "titeln saknas eller är tom".to_owned());
        missing(self.mains != 1, Rule::OneMain, format!("sidan har {}", self.mains));
        missing(self.headings != 1, Rule::OneHeading, format!("sidan har {}", self.headings));
        // The first place of every address stands for all of them.
        self.links.sort_by(|left, right| {
            (&left.address, left.purpose, left.at).cmp(&(&right.address, right.purpose, right.at))
        });
        self.links.dedup_by(|next, first| next.address == first.address && next.purpose == first.purpose);
        let ids = self.ids.into_iter().map(|(id, _)| id).collect();
        PageOutline { title, links: self.links, faults: self.faults, page, ids }
    }

    fn sort_ids(&mut self) {
        self.ids.sort();
        let mut ids: Vec<(Cow<'page, str>, usize)> = Vec::with_capacity(self.ids.len());
        for (id, at) in std::mem::take(&mut self.ids) {
            match ids.last() {
                Some((last, _)) if *last == id => self.fault(at, Rule::UniqueId, format!("”{id}” finns redan")),
                Some(_) | None => ids.push((id, at)),
            }
        }
        self.ids = ids;
    }
}

fn lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) { name.to_ascii_lowercase().into() } else { name.into() }
}

fn line(page: &str, at: usize) -> usize {
    1 + page[..at].matches('\n').count()
}

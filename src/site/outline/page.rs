//! Owns what one page says about itself: its elements in their order and nesting. Does not know the other pages.

use std::borrow::Cow;

use super::Fault;
use super::content;
use super::element::{self, Element};
use super::field;
use super::focus::{self, FirstStop};
use super::link::Link;
use super::navigation::{self, Entry};
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
    /// The links of the navigation, in order.
    pub entries: Vec<Entry<'page>>,
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
    /// The id of the last `main`.
    pub main_id: Option<String>,
    /// Name and place of every `nav`.
    pub navigations: Vec<(String, usize)>,
    pub entries: Vec<Entry<'page>>,
    pub first_stop: Option<FirstStop>,
    /// Id, tag and place of every field that a `label` must name.
    pub fields: Vec<(String, String, usize)>,
    /// How many elements that screen readers pass over are open.
    pub hidden: usize,
    title: String,
    /// What readers get of the page, without drawings and what is hidden.
    text: String,
    open: Vec<Open<'page>>,
    /// How many `svg` and `math` elements are open.
    drawings: usize,
}

/// An element whose end tag has not come yet.
#[expect(clippy::struct_excessive_bools, reason = "each is seen by itself, at another piece of the page")]
pub(super) struct Open<'page> {
    pub name: Cow<'page, str>,
    pub at: usize,
    /// The words seen before it.
    pub words: usize,
    /// Has `aria-label` or `aria-labelledby`.
    pub has_name: bool,
    /// Has `href`.
    pub is_link: bool,
    /// The words of a figure's caption.
    pub caption: String,
    /// Text and place of every picture in a figure.
    pub pictures: Vec<(String, usize)>,
    /// Screen readers pass over it.
    is_hidden: bool,
    /// Where its text begins in that of the page.
    text: usize,
    has_caption: bool,
    has_header: bool,
    /// Something has begun in it.
    has_child: bool,
    /// A mark of the drawing was told of.
    is_told: bool,
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
        main_id: None,
        navigations: Vec::new(),
        entries: Vec::new(),
        first_stop: None,
        fields: Vec::new(),
        hidden: 0,
        title: String::new(),
        text: String::new(),
        open: Vec::new(),
        drawings: 0,
    };
    let mut pieces = Pieces::of(page);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(tag) => scan.start(&tag, pieces.start()),
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

    fn start(&mut self, tag: &Tag<'page>, at: usize) {
        let name = lower_case(tag.name);
        let is_drawn = self.drawings > 0;
        self.begins_with_summary(&name, at);
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
        let is_hidden = tag.attribute("aria-hidden").is_some_and(|value| value == "true");
        self.hidden += usize::from(is_hidden);
        self.open.push(Open {
            at,
            words: self.words,
            has_name: tag.says("aria-label") || tag.says("aria-labelledby"),
            is_link: name == "a" && tag.attribute("href").is_some(),
            caption: String::new(),
            pictures: Vec::new(),
            is_hidden,
            text: self.text.len(),
            has_caption: false,
            has_header: false,
            has_child: false,
            is_told: false,
            name,
        });
    }

    /// What a `details` begins with is what opens it.
    fn begins_with_summary(&mut self, name: &str, at: usize) {
        let Some(parent) = self.open.last_mut() else { return };
        let is_first = !std::mem::replace(&mut parent.has_child, true);
        if is_first && parent.name == "details" && name != "summary" {
            self.fault(at, Rule::Summary, format!("den börjar med <{name}>"));
        }
    }

    /// Notes the text of a picture for the figure that it stands in.
    pub fn pictured(&mut self, text: &str, at: usize) {
        if let Some(figure) = self.nearest("figure") {
            figure.pictures.push((text.to_owned(), at));
        }
    }

    /// Tells a mark that is read out, once for each drawing that is.
    pub fn told_drawing(&mut self, at: usize, name: &str) {
        let Some(drawing) = self.nearest("svg") else { return };
        // A drawing without a label was told of as such.
        if drawing.has_name && !std::mem::replace(&mut drawing.is_told, true) {
            self.fault(at, Rule::DrawingParts, format!("<{name}>"));
        }
    }

    /// Whether an element of the name is open.
    pub fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.name == name)
    }

    /// Whether an element of one of the names is open.
    pub fn is_in_any(&self, names: &[&str]) -> bool {
        self.open.iter().any(|open| names.contains(&open.name.as_ref()))
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
        self.hidden -= usize::from(open.is_hidden);
        let is_short = open.name == "figcaption";
        let text = if is_short { self.text[open.text..].to_owned() } else { String::new() };
        content::check(self, open, &text);
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
            "details" if !open.has_child => self.fault(open.at, Rule::Summary, "den är tom"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        // The words in a drawing stand beside it as well; they fill no cell.
        if self.drawings > 0 || text.trim().is_empty() {
            return;
        }
        let text = resolved(text);
        if self.hidden == 0 {
            self.words += usize::from(!text.trim().is_empty());
            self.text.push_str(&text);
        }
        if self.open.last().is_some_and(|open| open.name == "title") {
            self.title.push_str(&text);
        }
    }

    /// The innermost open element of a name.
    pub fn nearest(&mut self, name: &str) -> Option<&mut Open<'page>> {
        self.open.iter_mut().rev().find(|open| open.name == name)
    }

    /// The rules on the page as a whole.
    fn finish(mut self, page: &'page str) -> PageOutline<'page> {
        for open in std::mem::take(&mut self.open) {
            self.fault(open.at, Rule::Balanced, format!("<{}> stängs aldrig", open.name));
        }
        self.sort_ids();
        navigation::twins(&mut self);
        focus::skip_link(&mut self);
        field::unnamed(&mut self);
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
        PageOutline { title, links: self.links, faults: self.faults, entries: self.entries, page, ids }
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

//! Owns the rules on a single start tag and its attributes. Does not know what the element holds.

use std::borrow::Cow;

use super::link::{Link, Purpose};
use super::page::Scan;
use super::rule::Rule;
use super::tags::{Tag, resolved};
use super::{drawing, field, focus, media, navigation};

/// A start tag in its place.
pub(super) struct Element<'tag, 'page> {
    pub tag: &'tag Tag<'page>,
    /// In lower case.
    pub name: &'tag str,
    /// The byte in the page where the tag begins.
    pub at: usize,
    /// Lies in an `svg` or `math`.
    pub is_drawn: bool,
}

/// Checks a start tag, and notes its ids, links and mentions of ids.
pub(super) fn start<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    for &(name, value) in &element.tag.attributes {
        attribute(scan, element, name, value);
    }
    let (tag, at) = (element.tag, element.at);
    if element.is_drawn {
        drawing::mark(scan, element);
    } else {
        focus::check(scan, element);
        media::moving(scan, element);
    }
    match element.name {
        "html" => scan.has_language = tag.says("lang"),
        "main" => {
            scan.mains += 1;
            scan.main_id = tag.attribute("id").map(Cow::into_owned);
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(scan, element.name, at),
        "img" => media::image(scan, element),
        "input" | "select" | "textarea" => {
            scan.words += 1;
            field::check(scan, element);
        }
        "meter" | "progress" => scan.words += 1,
        // What lies in a drawing is told by the drawing.
        "svg" if !element.is_drawn => drawing::svg(scan, element),
        "th" => header(scan, tag, at),
        "nav" => navigation::named(scan, element),
        "abbr" if !tag.says("title") => scan.fault(at, Rule::Abbreviation, shown(tag)),
        "script" if tag.attribute("src").is_none() => scan.fault(at, Rule::Embedded, "<script> utan src"),
        "style" => scan.fault(at, Rule::Embedded, "<style>"),
        "base" => scan.fault(at, Rule::RelativeLink, "<base> ändrar vart alla länkar leder"),
        "meta" => media::meta(scan, element),
        _ => {}
    }
}

fn attribute<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>, name: &'page str, value: &'page str) {
    let at = element.at;
    let mut link = |address, purpose| scan.links.push(Link { address, purpose, at });
    match name {
        "id" => scan.ids.push((resolved(value), at)),
        "href" | "xlink:href" => {
            link(resolved(value), purpose(element));
            if element.name == "a" && !element.is_drawn {
                navigation::link(scan, element, resolved(value));
            }
        }
        "lang" | "xml:lang" if !value.trim().is_empty() && !is_language(value) => {
            scan.fault(at, Rule::LanguageTag, format!("lang=\"{value}\""));
        }
        "src" | "poster" | "action" | "formaction" | "data" => link(resolved(value), Purpose::Load),
        "srcset" => {
            for candidate in value.split(',') {
                link(resolved(candidate.split_ascii_whitespace().next().unwrap_or_default()), Purpose::Load);
            }
        }
        "aria-labelledby"
        | "aria-describedby"
        | "aria-controls"
        | "aria-details"
        | "aria-owns"
        | "for"
        | "headers"
        | "list"
        | "form"
        | "aria-activedescendant"
        | "aria-errormessage"
        | "aria-flowto" => {
            for id in resolved(value).split_ascii_whitespace() {
                scan.references.push((name, id.to_owned(), at));
            }
        }
        _ if name.eq_ignore_ascii_case("style") => scan.fault(at, Rule::StyleAttribute, shown(element.tag)),
        _ if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) => {
            scan.fault(at, Rule::ScriptAttribute, format!("{name} i {}", shown(element.tag)));
        }
        _ => {}
    }
}

/// Whether the reader follows an element's `href` or the browser does.
fn purpose(element: &Element<'_, '_>) -> Purpose {
    let is_canonical = || element.tag.attribute("rel").is_some_and(|kind| kind == "canonical");
    match element.name {
        "a" | "area" => Purpose::Visit,
        "link" if is_canonical() => Purpose::Visit,
        _ => Purpose::Load,
    }
}

/// A language as browsers know it: two or three letters, and after hyphens what says more about it.
fn is_language(value: &str) -> bool {
    let mut parts = value.split('-');
    let is_letters = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_letters) && parts.all(is_part)
}

fn heading(scan: &mut Scan<'_>, name: &str, at: usize) {
    let level = usize::from(name.as_bytes()[1] - b'0');
    scan.headings += usize::from(level == 1);
    if level > scan.level + 1 {
        let before = scan.level;
        let detail = if before == 0 { format!("sidan börjar med {name}") } else { format!("{name} efter h{before}") };
        scan.fault(at, Rule::HeadingLevel, detail);
    }
    scan.level = level;
}

/// A header says what it is the header of, and of one row or column alone: merged ones are read out wrong.
fn header(scan: &mut Scan<'_>, tag: &Tag<'_>, at: usize) {
    let scope = tag.attribute("scope").unwrap_or_default();
    if !["col", "row", "colgroup", "rowgroup"].contains(&scope.as_ref()) {
        scan.fault(at, Rule::HeaderScope, shown(tag));
    }
    let is_merged = |name| tag.attribute(name).is_some_and(|count| count.trim() != "1");
    if is_merged("colspan") || is_merged("rowspan") {
        scan.fault(at, Rule::MergedHeader, shown(tag));
    }
}

/// A tag as it stands, as far as is needed to find it.
pub(super) fn shown(tag: &Tag<'_>) -> String {
    let mut shown = format!("<{}", tag.name);
    for (name, value) in tag.attributes.iter().take(3) {
        shown.extend([" ", name, "=\"", value, "\""]);
    }
    let shown: String = shown.chars().take(80).collect();
    shown + ">"
}

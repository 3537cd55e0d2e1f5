//! Owns the rules on a single start tag and its attributes. Does not know what the element holds.

use super::link::{Link, Purpose};
use super::page::Scan;
use super::rule::Rule;
use super::tags::{Tag, resolved};

/// A start tag in its place.
pub(super) struct Element<'tag, 'page> {
    pub tag: Tag<'page>,
    /// In lower case.
    pub name: &'tag str,
    /// The byte in the page where the tag begins.
    pub at: usize,
    /// Lies in an `svg` or `math`.
    pub is_drawn: bool,
}

/// Checks a start tag, and notes its ids, links and mentions of ids.
pub(super) fn start<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    for (name, value) in element.tag.attributes() {
        attribute(scan, element, name, value);
    }
    let (tag, at) = (&element.tag, element.at);
    match element.name {
        "html" => scan.has_language = tag.says("lang"),
        "main" => scan.mains += 1,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(scan, element.name, at),
        "img" => match tag.attribute("alt") {
            None => scan.fault(at, Rule::ImageText, shown(tag)),
            Some(text) => scan.words += usize::from(!text.trim().is_empty()),
        },
        "input" | "select" | "textarea" | "meter" | "progress" => scan.words += 1,
        // What lies in a drawing is told by the drawing.
        "svg" if !element.is_drawn => drawing(scan, tag, at),
        "th" => scope(scan, tag, at),
        "nav" if !tag.says("aria-label") && !tag.says("aria-labelledby") => {
            scan.fault(at, Rule::NavigationName, shown(tag));
        }
        "script" if tag.attribute("src").is_none() => scan.fault(at, Rule::Embedded, "<script> utan src"),
        "style" => scan.fault(at, Rule::Embedded, "<style>"),
        "base" => scan.fault(at, Rule::RelativeLink, "<base> ändrar vart alla länkar leder"),
        "meta" => forwarding(scan, tag, at),
        _ => {}
    }
}

fn attribute<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>, name: &'page str, value: &'page str) {
    let at = element.at;
    let mut link = |address, purpose| scan.links.push(Link { address, purpose, at });
    match name {
        "id" => scan.ids.push((resolved(value), at)),
        "href" | "xlink:href" => link(resolved(value), purpose(element)),
        "src" | "poster" | "action" | "formaction" | "data" => link(resolved(value), Purpose::Load),
        "srcset" => {
            for candidate in value.split(',') {
                link(resolved(candidate.split_ascii_whitespace().next().unwrap_or_default()), Purpose::Load);
            }
        }
        "aria-labelledby" | "aria-describedby" | "aria-controls" | "aria-details" | "aria-owns" | "for" | "headers"
        | "list" => {
            for id in resolved(value).split_ascii_whitespace() {
                scan.references.push((name, id.to_owned(), at));
            }
        }
        _ if name.eq_ignore_ascii_case("style") => scan.fault(at, Rule::StyleAttribute, shown(&element.tag)),
        _ if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) => {
            scan.fault(at, Rule::ScriptAttribute, format!("{name} i {}", shown(&element.tag)));
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

fn drawing(scan: &mut Scan<'_>, tag: &Tag<'_>, at: usize) {
    if tag.attribute("aria-hidden").is_some_and(|value| value == "true") {
        return;
    }
    if tag.attribute("role").is_some_and(|role| role == "img") && tag.says("aria-label") {
        scan.words += 1;
        return;
    }
    scan.fault(at, Rule::DrawingText, "<svg>");
}

fn scope(scan: &mut Scan<'_>, tag: &Tag<'_>, at: usize) {
    let scope = tag.attribute("scope").unwrap_or_default();
    if !["col", "row", "colgroup", "rowgroup"].contains(&scope.as_ref()) {
        scan.fault(at, Rule::HeaderScope, shown(tag));
    }
}

/// The address in `<meta http-equiv="refresh" content="0; url=…">`, which is a link too.
fn forwarding(scan: &mut Scan<'_>, tag: &Tag<'_>, at: usize) {
    if !tag.attribute("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("refresh")) {
        return;
    }
    let content = tag.attribute("content").unwrap_or_default();
    if let Some((_, address)) = content.split_once("url=") {
        scan.links.push(Link { address: address.trim().to_owned().into(), purpose: Purpose::Visit, at });
    }
}

/// A tag as it stands, as far as is needed to find it.
fn shown(tag: &Tag<'_>) -> String {
    let mut shown = format!("<{}", tag.name);
    for (name, value) in tag.attributes().take(3) {
        shown.extend([" ", name, "=\"", value, "\""]);
    }
    let shown: String = shown.chars().take(80).collect();
    shown + ">"
}

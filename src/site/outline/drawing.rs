//! Rules on drawings: a label of their own, marks that no screen reader tells one by one, looks that the theme decides.

use super::element::Element;
use super::page::Scan;
use super::rule::Rule;

/// What draws nothing by itself.
const DEFINITIONS: [&str; 13] = [
    "pattern",
    "defs",
    "clippath",
    "mask",
    "marker",
    "symbol",
    "lineargradient",
    "radialgradient",
    "filter",
    "title",
    "desc",
    "metadata",
    "g",
];

/// Attributes that set the looks of a mark.
const LOOKS: [&str; 10] = [
    "fill",
    "stroke",
    "color",
    "font-family",
    "font-size",
    "font-weight",
    "font",
    "stop-color",
    "flood-color",
    "background",
];

/// What such an attribute may say: nothing, a pattern or the like of the drawing itself, the colour of the text around.
fn is_the_themes(value: &str) -> bool {
    let value = value.trim();
    matches!(value, "none" | "currentColor" | "inherit" | "transparent") || value.starts_with("url(#")
}

/// Checks an `svg`; notes its label for the figure that it stands in.
pub(super) fn svg<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    let tag = element.tag;
    if tag.attribute("aria-hidden").is_some_and(|value| value == "true") {
        return;
    }
    if tag.attribute("role").is_some_and(|role| role == "img") && tag.says("aria-label") {
        scan.words += 1;
        let label = tag.attribute("aria-label").unwrap_or_default();
        scan.pictured(&label, element.at);
        return;
    }
    scan.fault(element.at, Rule::DrawingText, "<svg>");
}

/// Checks an element inside a drawing.
pub(super) fn mark<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    for &(name, value) in &element.tag.attributes {
        if LOOKS.contains(&name) && !is_the_themes(value) {
            scan.fault(element.at, Rule::DrawingLook, format!("{name}=\"{value}\" i <{}>", element.name));
        }
    }
    let defines = |name: &str| DEFINITIONS.contains(&name.to_ascii_lowercase().as_str());
    // Each drawing is told once, at the first mark that is read out.
    if scan.hidden == 0 && !defines(element.name) && !scan.is_in_any(&DEFINITIONS[..DEFINITIONS.len() - 1]) {
        scan.told_drawing(element.at, element.name);
    }
}

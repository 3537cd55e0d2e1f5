//! Rule: a field to fill in has words that say what goes there.

use std::borrow::Cow;

use super::element::{Element, shown};
use super::page::Scan;
use super::rule::Rule;

/// Kinds of `input` that have their words in themselves, or that nobody sees.
const OTHERS: [&str; 5] = ["hidden", "submit", "reset", "button", "image"];

/// Notes a field that must be named by a `label`.
pub(super) fn check<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    let tag = element.tag;
    let kind = tag.attribute("type").unwrap_or_default().to_ascii_lowercase();
    let has_name = ["aria-label", "aria-labelledby", "title"].iter().any(|name| tag.says(name));
    if has_name || element.name == "input" && OTHERS.contains(&kind.as_str()) || scan.is_in("label") {
        return;
    }
    let id = tag.attribute("id").map(Cow::into_owned).unwrap_or_default();
    scan.fields.push((id, shown(tag), element.at));
}

/// Tells the fields that no `label` is for.
pub(super) fn unnamed(scan: &mut Scan<'_>) {
    for (id, shown, at) in std::mem::take(&mut scan.fields) {
        let is_named = scan.references.iter().any(|(attribute, named, _)| *attribute == "for" && *named == id);
        if !is_named {
            scan.fault(at, Rule::FieldName, shown);
        }
    }
}

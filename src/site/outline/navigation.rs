//! Rules on navigation: every `nav` has a name of its own, and the entry of the page itself says that it is.

use std::borrow::Cow;

use super::Fault;
use super::element::{Element, shown};
use super::page::Scan;
use super::rule::Rule;

/// A link in a `nav`, or one that says that it leads to where the reader is.
pub(super) struct Entry<'page> {
    pub address: Cow<'page, str>,
    /// The value of `aria-current`; empty without it.
    pub current: Cow<'page, str>,
    pub at: usize,
}

/// What `aria-current` may say.
const CURRENT: [&str; 6] = ["page", "step", "location", "date", "time", "true"];

/// Notes the name of a `nav`.
pub(super) fn named<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    let tag = element.tag;
    let said = |name| tag.attribute(name).filter(|value| !value.trim().is_empty());
    match said("aria-label").or_else(|| said("aria-labelledby")) {
        Some(name) => scan.navigations.push((name.trim().to_owned(), element.at)),
        None => scan.fault(element.at, Rule::NavigationName, shown(tag)),
    }
}

/// Notes a link that must say, or says, that it leads to where the reader is.
pub(super) fn link<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>, address: Cow<'page, str>) {
    let current = element.tag.attribute("aria-current").unwrap_or_default();
    if !current.is_empty() && !CURRENT.contains(&current.as_ref()) {
        scan.fault(element.at, Rule::Current, format!("aria-current=\"{current}\" betyder inget"));
    }
    if scan.is_in("nav") || current == "page" {
        scan.entries.push(Entry { address, current, at: element.at });
    }
}

/// Tells names that two `nav` share.
pub(super) fn twins(scan: &mut Scan<'_>) {
    let mut names = std::mem::take(&mut scan.navigations);
    names.sort();
    for pair in names.windows(2) {
        if let [(first, _), (second, at)] = pair
            && first == second
        {
            scan.fault(*at, Rule::NavigationTwin, format!("”{second}”"));
        }
    }
}

/// The faults of a page's entries; `leads_here` tells whether an address is that of the page.
pub(super) fn faults(entries: &[Entry<'_>], leads_here: impl Fn(&str) -> bool) -> Vec<Fault> {
    let fault = |entry: &Entry<'_>| {
        let address = entry.address.as_ref();
        // A link to a place on the page is no entry for the page.
        let detail = match (leads_here(address) && !address.contains('#'), entry.current.as_ref()) {
            (true, "") => format!("”{address}” leder till sidan själv, men saknar aria-current=\"page\""),
            (false, "page") => format!("”{address}” har aria-current=\"page\", men leder till en annan sida"),
            _ => return None,
        };
        Some(Fault { at: Some(entry.at), rule: Rule::Current, detail })
    };
    entries.iter().filter_map(fault).collect()
}

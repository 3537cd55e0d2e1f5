//! Rules on what the keyboard reaches: the way past the navigation first, no order of one's own, regions with a name.

use super::element::{Element, shown};
use super::page::Scan;
use super::rule::Rule;

/// Elements that the keyboard reaches by themselves.
const INTERACTIVE: [&str; 7] = ["a", "button", "input", "select", "textarea", "summary", "area"];

/// The first thing on a page that the keyboard reaches.
pub(super) struct FirstStop {
    /// The id that it leads to; `None` when it leads elsewhere.
    pub target: Option<String>,
    /// Lies in `main`, so that there is nothing to pass by.
    pub is_in_main: bool,
    pub at: usize,
}

/// Checks an element that the keyboard may reach.
pub(super) fn check<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    let tag = element.tag;
    let order = tag.attribute("tabindex");
    let order: Option<i32> = match order.as_deref().map(|text| (text, text.trim().parse())) {
        None => None,
        Some((_, Ok(order))) if order <= 0 => Some(order),
        Some((text, _)) => {
            scan.fault(element.at, Rule::TabOrder, format!("tabindex=\"{text}\" i {}", shown(tag)));
            None
        }
    };
    let is_link = matches!(element.name, "a" | "area");
    let is_interactive = INTERACTIVE.contains(&element.name) && (!is_link || tag.attribute("href").is_some());
    let is_reached = match order {
        Some(order) => order == 0,
        None => is_interactive,
    };
    if !is_reached {
        return;
    }
    if scan.hidden > 0 || tag.attribute("aria-hidden").is_some_and(|value| value == "true") {
        scan.fault(element.at, Rule::HiddenFocus, shown(tag));
    }
    if scan.first_stop.is_none() {
        let target = tag.attribute("href").and_then(|address| address.strip_prefix('#').map(str::to_owned));
        scan.first_stop = Some(FirstStop { target, is_in_main: scan.is_in("main"), at: element.at });
    }
    let has_name = tag.says("aria-label") || tag.says("aria-labelledby");
    let has_role = tag.says("role") || element.name == "section";
    if !(is_interactive || has_name && has_role) {
        scan.fault(element.at, Rule::Region, shown(tag));
    }
}

/// Checks that the first stop leads to `main`.
pub(super) fn skip_link(scan: &mut Scan<'_>) {
    let Some(first) = scan.first_stop.take().filter(|first| !first.is_in_main) else { return };
    match (first.target, &scan.main_id) {
        (Some(target), Some(main)) if target == *main => {}
        (Some(target), _) => scan.fault(first.at, Rule::SkipLink, format!("den leder till ”#{target}”")),
        (None, _) => scan.fault(first.at, Rule::SkipLink, "något annat kommer före den".to_owned()),
    }
}

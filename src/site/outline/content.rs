//! Rules on what an element says once it has ended: nothing is empty, pictures say more than captions.

use super::page::{Open, Scan};
use super::rule::Rule;

/// Elements that mean nothing without words.
const SPEAKING: [&str; 13] =
    ["h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "summary", "label", "legend", "dt", "option"];

/// Checks an element that has ended; `text` is what readers get of it, for captions.
pub(super) fn check(scan: &mut Scan<'_>, open: &Open<'_>, text: &str) {
    let has_words = scan.words > open.words;
    let name = open.name.as_ref();
    if !has_words && scan.hidden == 0 && !open.has_name && SPEAKING.contains(&name) && (name != "a" || open.is_link) {
        scan.fault(open.at, Rule::Empty, format!("<{name}>"));
    }
    match name {
        "td" | "th" if !has_words => scan.fault(open.at, Rule::EmptyCell, format!("<{name}>")),
        "figcaption" => {
            let caption = text.trim().to_owned();
            if let Some(figure) = scan.nearest("figure") {
                figure.caption = caption;
            }
        }
        "figure" => {
            for (label, at) in &open.pictures {
                if label.trim() == open.caption && !open.caption.is_empty() {
                    scan.fault(*at, Rule::PictureCaption, format!("”{}”", label.trim()));
                }
            }
        }
        _ => {}
    }
}

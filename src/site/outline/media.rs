//! Rules on pictures, and on what moves, plays or forwards by itself.

use super::element::{Element, shown};
use super::page::Scan;
use super::rule::Rule;

/// How the names of picture files end.
const ENDINGS: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"];

/// Checks an `img`; notes its text for the figure that it stands in.
pub(super) fn image<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    let Some(text) = element.tag.attribute("alt") else {
        return scan.fault(element.at, Rule::ImageText, shown(element.tag));
    };
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    scan.words += 1;
    let lower = text.to_lowercase();
    let source = element.tag.attribute("src").unwrap_or_default().to_lowercase();
    let file = source.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if ENDINGS.iter().any(|ending| lower.ends_with(ending)) || lower == stem && lower.contains(['-', '_', '0', '1']) {
        scan.fault(element.at, Rule::ImageFileName, format!("alt=\"{text}\""));
    }
    scan.pictured(text, element.at);
}

/// Checks elements that move by themselves, and those that show another page.
pub(super) fn moving<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    match element.name {
        "marquee" | "blink" => scan.fault(element.at, Rule::Moving, format!("<{}>", element.name)),
        "audio" | "video" if element.tag.attribute("autoplay").is_some() => {
            scan.fault(element.at, Rule::Moving, format!("<{} autoplay>", element.name));
        }
        "iframe" | "frame" | "object" | "embed" if !element.tag.says("title") => {
            scan.fault(element.at, Rule::FrameTitle, shown(element.tag));
        }
        _ => {}
    }
}

/// Checks a `meta`: a page that forwards or reloads by itself, and one that cannot be enlarged.
pub(super) fn meta<'page>(scan: &mut Scan<'page>, element: &Element<'_, 'page>) {
    let content = element.tag.attribute("content").unwrap_or_default().to_ascii_lowercase();
    let says = |name: &str, wanted: &str| {
        element.tag.attribute(name).is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
    };
    if says("http-equiv", "refresh") {
        scan.fault(element.at, Rule::Moving, shown(element.tag));
    }
    if says("name", "viewport") {
        let compact: String = content.chars().filter(|letter| !letter.is_whitespace()).collect();
        let is_stiff = |part: &str| {
            matches!(part, "user-scalable=no" | "user-scalable=0")
                || part
                    .strip_prefix("maximum-scale=")
                    .and_then(|scale| scale.parse::<f32>().ok())
                    .is_some_and(|scale| scale < 5.0)
        };
        if compact.split([',', ';']).any(is_stiff) {
            scan.fault(element.at, Rule::Enlarged, format!("content=\"{content}\""));
        }
    }
}

//! Rule on style sheets: they load what is in the site, and nothing from outside. Knows nothing else of CSS.

use super::link::{self, Link, Purpose, Targets};
use super::{Fault, OutlineFault};
use crate::site::contrast::without_comments;

/// The faults of the style sheet at a path.
pub(super) fn check(path: &str, text: &str, targets: &Targets<'_>) -> Vec<OutlineFault> {
    let text = without_comments(text);
    let line = |at: usize| 1 + text[..at].matches('\n').count();
    let found = addresses(&text).into_iter().filter(|(address, _)| !address.starts_with("data:"));
    let faults = found.filter_map(|(address, at)| {
        let link = Link { address: address.into(), purpose: Purpose::Load, at };
        let Fault { rule, detail, .. } = link::fault(&link, path, targets)?;
        Some(OutlineFault { page: path.to_owned(), rule, detail: format!("rad {}: {detail}", line(at)) })
    });
    faults.collect()
}

/// Every address that a sheet loads, with its place.
fn addresses(text: &str) -> Vec<(&str, usize)> {
    let unquoted = |text: &'_ str| -> (usize, usize) {
        let start = text.len() - text.trim_start_matches([' ', '\t', '\n', '"', '\'']).len();
        let end = text[start..].find([')', '"', '\'', ';', '\n']).map_or(text.len(), |end| start + end);
        (start, end)
    };
    let lower = text.to_ascii_lowercase();
    let imports = lower.match_indices("@import").map(|(at, word)| at + word.len());
    let direct = imports.filter(|at| !lower[*at..].trim_start().starts_with("url("));
    let urls = lower.match_indices("url(").map(|(at, word)| at + word.len());
    let mut found: Vec<_> = direct
        .chain(urls)
        .map(|at| {
            let (start, end) = unquoted(&text[at..]);
            (text[at + start..at + end].trim(), at)
        })
        // A fragment is something in the page that the sheet is for.
        .filter(|(address, _)| !address.starts_with('#'))
        .collect();
    found.sort_by_key(|(_, at)| *at);
    found
}

//! Owns the last look at a finished site: the rules that a theme can break. Does not know templates or what pages say.

mod content;
mod drawing;
mod element;
mod field;
mod focus;
mod link;
mod media;
mod navigation;
mod page;
mod rule;
mod sheet;
mod tags;
#[cfg(test)]
mod tests;

pub use rule::Rule;

use std::collections::BTreeMap;
use std::fmt;

use rayon::prelude::*;

use link::Targets;
use page::PageOutline;

/// One place where a page breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineFault {
    /// The page's path in the site.
    pub page: String,
    /// The rule.
    pub rule: Rule,
    /// What breaks it, with its line in the page where it has one; Swedish, no full stop.
    pub detail: String,
}

impl fmt::Display for OutlineFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "sida {}: {}: {}", self.page, self.rule.description(), self.detail)
    }
}

/// A fault whose page is known from where it stands.
struct Fault {
    /// The byte in the page where it begins; `None` when something is missing from the page as a whole.
    at: Option<usize>,
    rule: Rule,
    detail: String,
}

/// Checks every `.html` file of a site; `pages` holds all of its files, since links may lead to any. The faults come in
/// order of page and of place in it.
#[must_use]
pub fn check(pages: &BTreeMap<String, Vec<u8>>) -> Vec<OutlineFault> {
    let read: Vec<_> = pages
        .par_iter()
        .filter(|(path, _)| is_page(path))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).map(page::read)))
        .collect();
    let outlines = read.iter().filter_map(|(path, outline)| Some((*path, outline.as_ref().ok()?))).collect();
    let targets = Targets { files: pages, outlines };
    let first_pages = first_pages(&targets.outlines);

    let of_pages = read.par_iter().flat_map_iter(|(path, outline)| match outline {
        Ok(outline) => faults_of(path, outline, &targets, &first_pages),
        Err(error) => {
            let detail = format!("byte {} är inte UTF-8", error.valid_up_to());
            vec![OutlineFault { page: (*path).to_owned(), rule: Rule::Utf8, detail }]
        }
    });
    let mut faults: Vec<_> = of_pages.collect();
    for (path, bytes) in pages.iter().filter(|(path, _)| path.strip_suffix(".css").is_some()) {
        // What is no text is no sheet either; the theme was asked for text already.
        faults.extend(std::str::from_utf8(bytes).map(|text| sheet::check(path, text, &targets)).unwrap_or_default());
    }
    faults
}

/// Where the accessibility statement lies, if the content has one.
const STATEMENT: &str = "sidor/tillganglighet/index.html";

fn is_page(path: &str) -> bool {
    path.strip_suffix(".html").is_some()
}

/// The first page of every title.
fn first_pages<'site>(outlines: &BTreeMap<&'site str, &'site PageOutline<'_>>) -> BTreeMap<&'site str, &'site str> {
    let mut first_pages = BTreeMap::new();
    for (path, outline) in outlines {
        first_pages.entry(outline.title.as_str()).or_insert(*path);
    }
    first_pages
}

fn faults_of(
    path: &str,
    outline: &PageOutline<'_>,
    targets: &Targets<'_>,
    first_pages: &BTreeMap<&str, &str>,
) -> Vec<OutlineFault> {
    let broken = outline.links.iter().filter_map(|link| link::fault(link, path, targets));
    let title = outline.title.as_str();
    // A page without title is told of as such.
    let twin = first_pages.get(title).filter(|first| **first != path && !title.is_empty()).map(|first| Fault {
        at: None,
        rule: Rule::UniqueTitle,
        detail: format!("”{title}” är också titeln på {first}"),
    });
    let leads_to = |address: &str, target: &str| link::target(address, path).is_some_and(|found| found == target);
    let has_statement = targets.files.contains_key(STATEMENT);
    let lacks_statement = has_statement && !outline.links.iter().any(|link| leads_to(&link.address, STATEMENT));
    let silent =
        lacks_statement.then(|| Fault { at: None, rule: Rule::StatementLink, detail: "länken saknas".to_owned() });
    let current = navigation::faults(&outline.entries, |address| leads_to(address, path));
    let mut faults: Vec<&Fault> = outline.faults.iter().collect();
    let others: Vec<Fault> = broken.chain(twin).chain(silent).chain(current).collect();
    faults.extend(&others);
    faults.sort_by_key(|fault| fault.at);
    faults
        .into_iter()
        .map(|fault| {
            let detail = match fault.at {
                Some(at) => format!("rad {}: {}", outline.line(at), fault.detail),
                None => fault.detail.clone(),
            };
            OutlineFault { page: path.to_owned(), rule: fault.rule, detail }
        })
        .collect()
}

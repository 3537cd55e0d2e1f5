//! Owns where a link leads and whether it may. Does not find the links.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Fault;
use super::page::PageOutline;
use super::rule::Rule;

/// An address in a page.
pub(super) struct Link<'page> {
    /// As it was written, references resolved.
    pub address: Cow<'page, str>,
    /// What following it does.
    pub purpose: Purpose,
    /// The byte in the page where its tag begins.
    pub at: usize,
}

/// Who follows a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Purpose {
    /// The reader, who may go anywhere.
    Visit,
    /// The browser by itself, or a form.
    Load,
}

/// What links can lead to.
pub(super) struct Targets<'site> {
    /// Every file of the site.
    pub files: &'site BTreeMap<String, Vec<u8>>,
    /// Every page that could be read, by path.
    pub outlines: BTreeMap<&'site str, &'site PageOutline<'site>>,
}

/// The fault of a link in the page at `path`; `None` when it leads where it should.
pub(super) fn fault(link: &Link<'_>, path: &str, targets: &Targets<'_>) -> Option<Fault> {
    let address = link.address.trim();
    let (rule, why) = broken(address, link.purpose, path, targets)?;
    let detail = if why.is_empty() { format!("”{address}”") } else { format!("”{address}” {why}") };
    Some(Fault { at: Some(link.at), rule, detail })
}

fn broken(address: &str, purpose: Purpose, path: &str, targets: &Targets<'_>) -> Option<(Rule, String)> {
    if let Some(scheme) = scheme(address) {
        let goes_outside = ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        return match (goes_outside, purpose) {
            (true, Purpose::Visit) => None,
            (true, Purpose::Load) => Some((Rule::Outside, String::new())),
            (false, Purpose::Visit | Purpose::Load) => Some((Rule::LinkKind, String::new())),
        };
    }
    if address.starts_with("//") && purpose == Purpose::Load {
        return Some((Rule::Outside, String::new()));
    }
    if address.starts_with(['/', '\\']) {
        return Some((Rule::RelativeLink, "börjar med ett snedstreck".to_owned()));
    }
    let (file, fragment) = match address.split_once('#') {
        Some((file, fragment)) => (file, Some(fragment)),
        None => (address, None),
    };
    let target = match file.split_once('?').map_or(file, |(file, _)| file) {
        "" if address.is_empty() => return Some((Rule::Link, "är tom".to_owned())),
        "" => path.to_owned(),
        file => match resolve(file, path) {
            Ok(target) => target,
            Err(fault) => return Some(fault),
        },
    };
    if !targets.files.contains_key(&target) {
        return Some(missing(&target, targets));
    }
    let outline = targets.outlines.get(target.as_str())?;
    let id = decoded(fragment?);
    let is_there = id.as_ref().is_some_and(|id| outline.has_id(id));
    (!is_there).then(|| (Rule::Fragment, format!("har inget motsvarande id i {target}")))
}

/// The file of the site that an address on the page at `path` leads to; `None` when it leads elsewhere.
pub(super) fn target(address: &str, path: &str) -> Option<String> {
    let address = address.trim();
    if scheme(address).is_some() || address.starts_with(['/', '\\']) {
        return None;
    }
    let file = address.split(['#', '?']).next().unwrap_or_default();
    if file.is_empty() { Some(path.to_owned()) } else { resolve(file, path).ok() }
}

/// What stands before the colon of an address such as `https://…`.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    (scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(is_letter)).then_some(scheme)
}

/// The path in the site that a relative address means on the page at `path`.
fn resolve(file: &str, path: &str) -> Result<String, (Rule, String)> {
    let Some(file) = decoded(file) else {
        return Err((Rule::Link, "har procenttecken som inte kan tolkas".to_owned()));
    };
    let mut names: Vec<&str> = path.split('/').collect();
    names.pop();
    let mut ends_in_folder = false;
    for name in file.split('/') {
        ends_in_folder = matches!(name, "" | "." | "..");
        if name == ".." {
            if names.pop().is_none() {
                return Err((Rule::Link, "leder ut ur webbplatsen".to_owned()));
            }
        } else if !ends_in_folder {
            names.push(name);
        }
    }
    if ends_in_folder {
        return Err((Rule::FileLink, String::new()));
    }
    Ok(names.join("/"))
}

/// An address with its percent signs resolved; `None` when they mean no character.
fn decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

/// Why a path leads to no file, with the nearest thing there is.
fn missing(target: &str, targets: &Targets<'_>) -> (Rule, String) {
    let folder = format!("{target}/");
    if targets.files.range(folder.clone()..).next().is_some_and(|(path, _)| path.starts_with(&folder)) {
        return (Rule::FileLink, String::new());
    }
    let lower_case = target.to_lowercase();
    match targets.files.keys().find(|path| path.to_lowercase() == lower_case) {
        Some(path) => (Rule::Link, format!("skiljer sig i stora och små bokstäver från {path}")),
        None => (Rule::Link, format!("leder till {target}, som inte finns")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_are_resolved_from_the_folder_of_the_page() {
        for (file, path, expected) in [
            ("b.html", "a.html", "b.html"),
            ("b.html", "x/a.html", "x/b.html"),
            ("../y/./b.html", "x/a.html", "y/b.html"),
            ("%C3%A5r.html", "x/a.html", "x/år.html"),
        ] {
            assert_eq!(resolve(file, path), Ok(expected.to_owned()), "{file} on {path}");
        }
        for (file, rule) in
            [("../b.html", Rule::Link), ("%E5r.html", Rule::Link), ("x/", Rule::FileLink), ("..x/.", Rule::FileLink)]
        {
            assert_eq!(resolve(file, "a.html").map_err(|(rule, _)| rule), Err(rule), "{file}");
        }
    }

    #[test]
    fn only_what_stands_before_a_colon_is_a_scheme() {
        assert_eq!(scheme("https://x"), Some("https"));
        assert_eq!(scheme("a/b:c.html"), None);
        assert_eq!(scheme("#a:b"), None);
    }
}

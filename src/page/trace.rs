//! From a figure to the line on which it was written.

use serde::Serialize;

use super::address;
use crate::model::Model;
use crate::source::Origin;

/// A link to a file and a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// File and line in words.
    pub text: String,
    /// The line at the forge, or on the report's own page of the file.
    pub href: String,
    /// Whether the link leads out of the site.
    pub outside: bool,
}

/// The link to a line.
pub fn to(model: &Model, origin: Origin) -> Trace {
    let path = model.path(origin);
    let text = format!("{path}, rad {}", origin.line);
    match &model.municipality.link_pattern {
        Some(pattern) => {
            let href = pattern.replace("{fil}", path).replace("{rad}", &origin.line.to_string());
            Trace { text, href, outside: true }
        }
        None => Trace { text, href: format!("{}#rad-{}", address::source(path), origin.line), outside: false },
    }
}

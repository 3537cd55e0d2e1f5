//! From a change to the lines on which it was written, before and after.

use crate::model::Model;
use crate::personal::without_identity_numbers;
use crate::report::comparison::{Basis, Sides};
use crate::source::Origin;

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The file's path, from where the command was given.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The line at the forge.
    pub href: Option<String>,
}

/// How lines are cited.
#[derive(Debug, Clone, Copy)]
pub struct Traces<'a> {
    /// What stands before each path.
    pub root: &'a str,
    /// What is compared with what.
    pub sides: Sides<'a>,
}

impl Traces<'_> {
    /// A line before. The addresses of a municipality lead to what stands now, so that a line of an earlier revision has none.
    pub fn before(&self, origin: Origin) -> Trace {
        let model = self.sides.before.report.model;
        match self.sides.basis {
            Basis::Counted => trace(model, self.root, origin, Linked::Yes),
            Basis::Written => trace(model, self.root, origin, Linked::No),
        }
    }

    /// A line after.
    pub fn after(&self, origin: Origin) -> Trace {
        trace(self.sides.after.report.model, self.root, origin, Linked::Yes)
    }
}

/// Whether a line has an address.
#[derive(Debug, Clone, Copy)]
enum Linked {
    Yes,
    No,
}

fn trace(model: &Model, root: &str, origin: Origin, linked: Linked) -> Trace {
    let path = model.path(origin);
    let pattern = match linked {
        Linked::Yes => model.municipality.link_pattern.as_ref(),
        Linked::No => None,
    };
    to(root, path, origin.line, pattern.map(String::as_str))
}

/// A line of a path, with its address where there is a pattern for it.
pub fn to(root: &str, path: &str, line: u32, pattern: Option<&str>) -> Trace {
    let path = without_identity_numbers(path);
    let href = pattern.map(|pattern| pattern.replace("{fil}", &path).replace("{rad}", &line.to_string()));
    Trace { file: format!("{root}{path}"), line, href }
}

//! From a change to the lines on which it was written, before and after.

use crate::model::{Model, Municipality};
use crate::personal::without_identity_numbers;
use crate::report::comparison::Sides;
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
    /// Where the lines of either side lie.
    pub forges: Forges<'a>,
}

impl Traces<'_> {
    /// A line before.
    pub fn before(&self, origin: Origin) -> Trace {
        self.trace(self.sides.before.report.model, origin, self.forges.before)
    }

    /// A line after.
    pub fn after(&self, origin: Origin) -> Trace {
        self.trace(self.sides.after.report.model, origin, self.forges.after)
    }

    fn trace(&self, model: &Model, origin: Origin, forge: Forge<'_>) -> Trace {
        to(self.root, model.path(origin), origin.line, forge)
    }
}

/// The whole ids of two commits, where they are some.
pub type Commits<'a> = (Option<&'a str>, Option<&'a str>);

/// Where the lines of both sides lie at the forge.
#[derive(Debug, Clone, Copy)]
pub struct Forges<'a> {
    /// Those before.
    pub before: Forge<'a>,
    /// Those after.
    pub after: Forge<'a>,
}

impl<'a> Forges<'a> {
    /// Of two years, which stand in the same files.
    pub fn of_years(city: &'a Municipality) -> Self {
        Self { before: Forge::now(city), after: Forge::now(city) }
    }

    /// Of two commits, each `None` where it is the folder as it is now; `city` is that of the later.
    pub fn of_commits(city: &'a Municipality, (before, after): Commits<'a>) -> Self {
        let at =
            |commit: Option<&'a str>| Some(Forge::Commit { pattern: city.version_pattern.as_ref()?, commit: commit? });
        Self { before: at(before).unwrap_or(Forge::Unknown), after: at(after).unwrap_or(Forge::now(city)) }
    }
}

/// Where lines lie at the forge.
#[derive(Debug, Clone, Copy)]
pub enum Forge<'a> {
    /// Nobody has said.
    Unknown,
    /// As they stand now.
    Now {
        /// The address, with `{fil}` and `{rad}`.
        pattern: &'a str,
    },
    /// As they stood in a commit.
    Commit {
        /// The address, with `{version}`, `{fil}` and `{rad}`.
        pattern: &'a str,
        /// The commit's whole id.
        commit: &'a str,
    },
}

impl<'a> Forge<'a> {
    fn now(city: &'a Municipality) -> Self {
        city.link_pattern.as_ref().map_or(Self::Unknown, |pattern| Self::Now { pattern })
    }

    fn address(self, path: &str, line: u32) -> Option<String> {
        let pattern = match self {
            Self::Unknown => return None,
            Self::Now { pattern } => pattern.to_owned(),
            Self::Commit { pattern, commit } => pattern.replace("{version}", commit),
        };
        Some(pattern.replace("{fil}", path).replace("{rad}", &line.to_string()))
    }
}

/// A line of a path, with its address where it has one.
pub fn to(root: &str, path: &str, line: u32, forge: Forge<'_>) -> Trace {
    let path = without_identity_numbers(path);
    let href = forge.address(&path, line);
    Trace { file: format!("{root}{path}"), line, href }
}

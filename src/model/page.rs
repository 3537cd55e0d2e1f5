//! Text in titled sections, and the free pages that hold nothing else.

use super::{AccessibilityStatement, PageId, Remarks};
use crate::prose::Prose;
use crate::source::Origin;

/// Text in sections. A known section that nobody wrote stands as `None`, so that pages can say so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TitledProse {
    /// What stands before the first section.
    pub lead: Prose,
    /// Title and text in order.
    pub sections: Vec<(String, Option<Prose>)>,
}

impl TitledProse {
    /// Whether somebody has written a section of the title.
    #[must_use]
    pub fn has(&self, title: &str) -> bool {
        self.sections.iter().any(|(other, text)| other == title && text.is_some())
    }
}

/// `sidor/<page>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The id.
    pub id: PageId,
    /// Its title.
    pub title: String,
    /// Its place among the pages, lowest first.
    pub order: i64,
    /// What the page states when it is the accessibility statement.
    pub accessibility: Option<AccessibilityStatement>,
    /// The text.
    pub text: TitledProse,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

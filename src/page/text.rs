//! Titled text as templates get it: sections with markup, and those that nobody has written.

use serde::Serialize;

use super::linked;
use crate::model::{Model, TitledProse};
use crate::prose;

/// Text in sections.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Text {
    /// What stands before the first section: markup, or nothing.
    pub lead: String,
    /// The sections.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its text: markup; `None` when nobody has written it.
    pub html: Option<String>,
}

/// Writes the text for the page at a path, where its sections get headings of the given level.
pub fn text(model: &Model, written: &TitledProse, level: u8, path: &str) -> Text {
    let address = |file| linked::address(model, file, path);
    let section = |(title, text): &(String, Option<prose::Prose>)| Section {
        title: title.clone(),
        html: text.as_ref().map(|text| prose::html(text, level, title, &address)),
    };
    Text {
        lead: prose::html(&written.lead, level, "", &address),
        sections: written.sections.iter().map(section).collect(),
    }
}

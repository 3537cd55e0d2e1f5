//! A Markdown file as front matter and sections of prose. Refuses what the report cannot show safely, at its place.

use super::blocks::Reader;
use super::{Node, Passage, fault, front_matter, span, yaml};
use crate::diagnostic::{Code, Diagnostics, Reported};
use crate::prose::Prose;
use crate::source::{FileId, Sources, Span};

/// A Markdown file; the default has nothing in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Markdown {
    /// The front matter.
    pub front: Node,
    /// What stands before the first `##`.
    pub lead: Prose,
    /// The sections in the order of the file.
    pub sections: Vec<Section>,
    /// All running text in the order of the file, for rules on prose.
    pub passages: Vec<Passage>,
}

/// A `##` heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading's text.
    pub title: String,
    /// The heading's place.
    pub span: Span,
    /// The text.
    pub prose: Prose,
}

/// Parses the whole file.
///
/// # Errors
/// When the front matter is missing or no YAML. What is wrong in the text is told and left out.
pub fn parse(file: FileId, sources: &Sources, diagnostics: &mut Diagnostics) -> Result<Markdown, Reported> {
    let text = &sources.file(file).text;
    let parts = front_matter::split(text).map_err(|lacking| {
        let (place, message, hint) = front_matter::explain(text, lacking);
        diagnostics.error(fault(Code::FrontMatter, span(file, 0, place), message, hint))
    })?;
    let front = yaml::parse(file, parts.front.start, &text[parts.front], diagnostics);
    let read = Reader::new(file, sources, parts.body, diagnostics).sections();
    Ok(Markdown { front: front?, lead: read.lead, sections: read.sections, passages: read.passages })
}

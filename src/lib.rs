//! Static report generator for the internal control of Swedish municipalities.
//!
//! The program is one pipeline: each arrow is a function, each noun is plain data, and this file is the whole of it.

pub mod chart;
pub mod check;
#[expect(clippy::disallowed_methods, reason = "the only code that knows the terminal and the clock")]
pub mod cli;
pub mod diagnostic;
pub mod difference;
#[expect(clippy::disallowed_methods, reason = "the only code that touches files")]
pub mod disk;
#[expect(clippy::disallowed_methods, reason = "the only code that runs git")]
pub mod git;
pub mod language;
pub mod model;
pub mod page;
pub mod personal;
pub mod prose;
pub mod report;
pub mod revisions;
pub mod schema;
pub mod site;
pub mod source;
pub mod syntax;

use std::path::Path;

use diagnostic::{Diagnostics, Reported};
use model::Model;
use revisions::{Revisions, Unavailable};
use site::{Output, RenderError, Settings, Theme};
use source::Sources;

/// Checks the content and builds the model. Every fault is told in the same run.
///
/// # Errors
/// When anything in the content is an error.
pub fn check(sources: &Sources, diagnostics: &mut Diagnostics) -> Result<Model, Reported> {
    let documents = syntax::parse(sources, check::form, diagnostics);
    check::check(&documents, sources, diagnostics)
}

/// Compares what the content folder holds at two revisions: from where the work parted from the main branch, unless a revision is
/// named, to the folder as it is now, unless one is named.
///
/// # Errors
/// When one of the two cannot be had. Errors in the content are part of the answer.
pub fn revisions(folder: &Path, from: Option<&str>, to: Option<&str>) -> Result<Revisions, Unavailable> {
    let (before, after) = revisions::read(folder, from, to)?;
    Ok(revisions::compare(before, after))
}

/// The JSON Schemas of every kind of file, with the ids of this content; both folders as seen from where an editor is opened.
#[must_use]
pub fn schema(sources: &Sources, folder: &str, content: &str) -> schema::Files {
    // Faults are told by a check; what can be read is enough here.
    let documents = syntax::parse(sources, check::form, &mut Diagnostics::default());
    schema::write(&check::describe(&documents, sources), folder, content)
}

/// Makes the whole site from a model.
///
/// # Errors
/// When the theme fails, or makes pages that break what every page promises.
pub fn render(model: &Model, theme: &Theme, settings: &Settings) -> Result<Output, RenderError> {
    let report = report::summarize(model);
    let pages = page::compose(&report);
    site::render(&pages, theme, settings, || ())
}

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
pub mod schema;
pub mod site;
pub mod source;
pub mod syntax;

use diagnostic::{Diagnostics, Reported};
use model::Model;
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

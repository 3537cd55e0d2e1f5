//! A file of the content, line by line, so that a figure can be followed to where it was written.

use serde::Serialize;

use super::frame::Entry;
use super::{Page, address, page};
use crate::source::File;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// The lines in order; a line without text is told as such by the template.
    lines: Vec<String>,
}

/// Composes the page of a file.
pub fn compose(file: &File) -> Page {
    let view = View { lines: file.text.lines().map(str::to_owned).collect() };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Så räknas siffrorna", address::METHOD)];
    page(address::source(&file.path), format!("Underlag: {}", file.path), "", crumbs, super::View::Source(view))
}

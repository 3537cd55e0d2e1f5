//! A page of text, and the accessibility statement.

use serde::Serialize;

use super::accessibility::{self, Part};
use super::frame::Entry;
use super::text::{Text, text};
use super::{Page, Trace, address, page, trace};
use crate::report::Report;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    text: Text,
    /// What the accessibility statement says; nothing on other pages.
    statement: Vec<Part>,
    /// Sections that come after the statement.
    after: Text,
    source: Option<String>,
    note: Option<String>,
    trace: Trace,
}

/// Composes a free page.
pub fn compose(report: &Report<'_>, written: &crate::model::Page) -> Page {
    let mut text = text(report.model, &written.text, 2, &address::page(&written.id));
    let statement = written.accessibility.as_ref().map(accessibility::parts).unwrap_or_default();
    let mut after = Text::default();
    if !statement.is_empty() {
        after.sections = std::mem::take(&mut text.sections);
    }
    let view = View {
        text,
        statement,
        after,
        source: written.remarks.source.clone(),
        note: written.remarks.note.clone(),
        trace: trace::to(report.model, written.origin),
    };
    let crumbs = vec![Entry::new("Överblick", address::START)];
    page(address::page(&written.id), &written.title, "", crumbs, super::View::Free(view))
}

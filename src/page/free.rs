//! A page of text.

use serde::Serialize;

use super::frame::Entry;
use super::text::{Text, text};
use super::{Page, Trace, address, page, trace};
use crate::report::Report;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    text: Text,
    source: Option<String>,
    note: Option<String>,
    trace: Trace,
}

/// Composes a free page.
pub fn compose(report: &Report<'_>, written: &crate::model::Page) -> Page {
    let view = View {
        text: text(report.model, &written.text, 2, &address::page(&written.id)),
        source: written.remarks.source.clone(),
        note: written.remarks.note.clone(),
        trace: trace::to(report.model, written.origin),
    };
    let crumbs = vec![Entry::new("Överblick", address::START)];
    page(address::page(&written.id), &written.title, "", crumbs, super::View::Free(view))
}

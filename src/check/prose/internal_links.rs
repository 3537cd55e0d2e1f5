//! Rule: an open text does not link to a document that is not shown.

use std::collections::BTreeMap;

use crate::check::context::Context;
use crate::check::{Placed, colophon};
use crate::diagnostic::Code;
use crate::prose::Target;
use crate::source::FileId;
use crate::syntax::Link;
use crate::words;

/// Tells every link from an open document to an internal one, or to a file that the report does not show.
pub fn check(placed: &[Placed<'_>], context: &mut Context<'_>) {
    let shown: BTreeMap<FileId, bool> = placed.iter().map(|one| (one.document.file, !is_internal(one))).collect();
    for one in placed.iter().filter(|one| shown[&one.document.file]) {
        let links =
            one.markdown().into_iter().flat_map(|markdown| &markdown.passages).flat_map(|passage| &passage.links);
        for link in links {
            let Target::File(file) = &link.target else { continue };
            match shown.get(file) {
                Some(true) => {}
                Some(false) => internal(link, *file, context),
                // Two contents are compared without the files that have errors, which is no fault of those that lead to them.
                None if !context.sources.has(*file) => {}
                None => not_shown(link, *file, context),
            }
        }
    }
}

/// Whether a document is not to be published.
pub fn is_internal(one: &Placed<'_>) -> bool {
    let front = one.document.front();
    front.is_some_and(colophon::is_internal)
}

fn internal(link: &Link, file: FileId, context: &mut Context<'_>) {
    let path = &context.sources.file(file).path;
    let message = words!(
        "länken leder till ”{path}”, som är intern och inte visas",
        "the link leads to “{path}”, which is internal and not shown"
    );
    let hint = words!(
        "Ta bort länken, eller gör även det här dokumentet internt",
        "Remove the link, or make this document internal as well"
    );
    context.error(Code::NamesInternal, link.span, message, hint);
}

fn not_shown(link: &Link, file: FileId, context: &mut Context<'_>) {
    let path = &context.sources.file(file).path;
    let message = words!(
        "länken leder till ”{path}”, som inte visas i rapporten",
        "the link leads to “{path}”, which the report does not show"
    );
    let hint = words!("Länka till en fil med innehåll", "Link to a file with content");
    context.error(Code::BrokenLink, link.span, message, hint);
}

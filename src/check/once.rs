//! Tells what stands twice where each may stand once.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic, Reported, Words, brief};
use crate::model::Year;
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// Tells the ids that stand twice among nodes; those that differ only in capitals are the same, since addresses are
/// in lower case.
///
/// # Errors
/// When there is one. `what` names in the message what has the id.
pub fn ids<'n>(ids: impl Iterator<Item = &'n Node>, what: &Words, context: &mut Context<'_>) -> Result<(), Reported> {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    let mut told = Ok(());
    for node in ids {
        let Some(id) = node.text() else { continue };
        let lower = id.to_lowercase();
        let Some(other) = first.get(&lower) else {
            first.insert(lower, node.span);
            continue;
        };
        let id = brief(id);
        let message = words!("{what} ”{id}” står två gånger", "{what} “{id}” stands twice", what);
        let hint =
            words!("Skriv ett annat id här, eller ta bort det ena", "Write another id here, or remove one of them");
        let fault = Diagnostic::new(Code::RepeatedId, node.span, message).hint(hint);
        told = Err(context.diagnostics.error(fault.related(*other, words!("det står först här", "first here"))));
    }
    told
}

/// Tells a year that stands twice where each may stand once.
///
/// # Errors
/// When there is one.
pub fn years(years: impl Iterator<Item = (Year, Span)>, context: &mut Context<'_>) -> Result<(), Reported> {
    let mut seen = BTreeMap::new();
    for (year, span) in years {
        if let Some(first) = seen.insert(year, span) {
            let message = words!("år {year} står två gånger", "the year {year} stands twice");
            let hint = words!("Ta bort det ena, eller slå ihop dem", "Remove one of them, or join them");
            let fault = Diagnostic::new(Code::RepeatedId, span, message).hint(hint);
            return Err(context.diagnostics.error(fault.related(first, words!("det står först här", "first here"))));
        }
    }
    Ok(())
}

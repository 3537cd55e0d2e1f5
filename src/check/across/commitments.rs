//! Rule: what a year tells of a promise was promised in an earlier one, and every promise has an id of its own.

use std::collections::BTreeMap;

use super::super::context::Context;
use super::super::{nearest, written};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{CommitmentId, Model, Year};
use crate::source::Origin;
use crate::words;

/// Tells promises with the id of another, and news of promises that nobody made.
pub fn check(model: &Model, context: &mut Context<'_>) {
    let mut known: BTreeMap<&CommitmentId, (Year, &str, Origin)> = BTreeMap::new();
    for (year, report) in &model.city_reports {
        for one in &report.news {
            if known.contains_key(&one.id) {
                continue;
            }
            let id = &one.id;
            let message = words!(
                "åtagandet ”{id}” finns inte i uppföljningen av något år före {year}",
                "there is no commitment “{id}” in the follow-up of a year before {year}"
            );
            let named = known.iter().map(|(id, (_, text, _))| (id.as_str(), Some(*text)));
            let hint = if known.is_empty() {
                words!(
                    "Nya åtaganden skrivs under ”åtaganden”, med text och sista dag",
                    "New commitments go to “åtaganden”, with text and deadline"
                )
            } else {
                nearest::hint_of_named(id.as_str(), named)
            };
            let place = written::after(one.origin, id.as_str(), context);
            context.error(Code::UnknownCommitment, place, message, hint);
        }
        for one in &report.commitments {
            let id = &one.id;
            let Some((first, _, origin)) = known.get(id) else {
                known.insert(id, (*year, &one.text, one.origin));
                continue;
            };
            let message = words!(
                "åtagandet ”{id}” finns redan i uppföljningen {first}",
                "the commitment “{id}” is already in the follow-up of {first}"
            );
            let hint = words!(
                "Skriv under ”uppföljda åtaganden” hur det gick, eller välj ett annat id",
                "Write at “uppföljda åtaganden” what became of it, or choose another id"
            );
            let place = written::after(one.origin, id.as_str(), context);
            let other = written::after(*origin, id.as_str(), context);
            let fault = Diagnostic::new(Code::RepeatedId, place, message).hint(hint);
            context.diagnostics.error(fault.related(other, words!("det står först här", "it stands here first")));
        }
    }
}

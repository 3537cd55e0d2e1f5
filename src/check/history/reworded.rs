//! Rule: a statement that has been asked keeps its wording; a new wording is a new version, with the old one beside it.

use super::super::context::Context;
use super::super::written;
use super::document::folded;
use crate::diagnostic::{Code, brief};
use crate::model::{Model, Statement, Version};
use crate::words;

/// Tells every wording that stood before and stands no more.
pub fn check(before: &Model, after: &Model, context: &mut Context<'_>) {
    for (id, old) in &before.sets {
        let Some(new) = after.sets.get(id) else { continue };
        for (_, statement) in old.statements() {
            if let Some(now) = new.statement(&statement.id) {
                compare(statement, now, context);
            }
        }
    }
}

fn compare(before: &Statement, after: &Statement, context: &mut Context<'_>) {
    for version in &before.versions {
        if after.versions.iter().any(|now| folded(&now.text) == folded(&version.text)) {
            continue;
        }
        let now = same(version, before, after);
        let id = &after.id;
        let (old, from) = (brief(&version.text), version.from);
        let message = words!(
            "lydelsen av {id} är ändrad, fast den har gällt sedan {from}: ”{old}” finns inte kvar",
            "the wording of {id} is changed, although it has applied since {from}: “{old}” is gone"
        );
        let hint = words!(
            "Låt den gamla lydelsen stå först under ”versioner”, och skriv den nya efter den med ”från” och ”jämförbar”",
            "Let the old wording stand first under “versioner”, and write the new one after it with “från” and “jämförbar”"
        );
        context.error(Code::RewordedInPlace, written::after(now.origin, &now.text, context), message, hint);
    }
}

/// The version that stands where the old one stood: of the same year, or the first.
fn same<'s>(version: &Version, before: &Statement, after: &'s Statement) -> &'s Version {
    let of_year = after.versions.iter().find(|now| now.from == version.from);
    let place = before.versions.iter().position(|other| other == version).unwrap_or(0);
    of_year.or(after.versions.get(place)).unwrap_or(&after.versions[0])
}

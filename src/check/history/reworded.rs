//! Rule: a statement that has been asked keeps its wording; a new wording is a new version, with the old one beside it.

use super::shown::{folded, value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, brief};
use crate::model::{Model, Statement, Version};
use crate::source::Sources;
use crate::words;

/// Tells every wording that stood before and stands no more.
pub fn check(before: &Model, after: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    for (id, old) in &before.sets {
        let Some(new) = after.sets.get(id) else { continue };
        for (_, statement) in old.statements() {
            if let Some(now) = new.statement(&statement.id) {
                compare(statement, now, sources, diagnostics);
            }
        }
    }
}

fn compare(before: &Statement, after: &Statement, sources: &Sources, diagnostics: &mut Diagnostics) {
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
        let place = value(&now.text, "text", now.origin, sources);
        diagnostics.error(Diagnostic::new(Code::RewordedInPlace, place, message).hint(hint));
    }
}

/// The version that stands where the old one stood: of the same year, or the first.
fn same<'s>(version: &Version, before: &Statement, after: &'s Statement) -> &'s Version {
    let of_year = after.versions.iter().find(|now| now.from == version.from);
    let place = before.versions.iter().position(|other| other == version).unwrap_or(0);
    of_year.or(after.versions.get(place)).unwrap_or(&after.versions[0])
}

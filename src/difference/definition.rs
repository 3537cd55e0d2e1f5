//! Definitions as changes.

use super::fields::fields;
use super::trace::Traces;
use super::{Entry, EntryKind, Stand, amount, name, wording};
use crate::report::comparison::{Definition, DefinitionChange, Pair};
use crate::words;

/// A definition that is new, gone or says something else.
pub fn entry(change: &DefinitionChange<'_>, traces: Traces<'_>) -> Entry {
    let (before, after) = (traces.sides.before.report.model, traces.sides.after.report.model);
    let stand = |trace| Stand { trace, ..Stand::default() };
    Entry {
        kind: EntryKind::Definition,
        id: Some(id(change.definition)),
        name: amount::capitalized(&wording::definition(change.definition, before, after)),
        what: match change.origins {
            Pair::Both(..) => words!("ändrat", "changed"),
            Pair::Gone(_) => words!("borttaget", "removed"),
            Pair::New(_) => words!("nytt", "new"),
        },
        change: name::pair(&change.origins),
        before: change.origins.before().map(|origin| stand(origin.map(|origin| traces.before(origin)))),
        after: change.origins.after().map(|origin| stand(origin.map(|origin| traces.after(origin)))),
        fields: fields(&change.fields, traces.sides),
    }
}

/// The kind and the id of what is defined.
fn id(definition: Definition<'_>) -> String {
    match definition {
        Definition::Municipality => "municipality".to_owned(),
        Definition::Scale(id) => format!("scale:{id}"),
        Definition::Set(id) => format!("set:{id}"),
        Definition::Indicator(id) => format!("indicator:{id}"),
        Definition::Body(id) => format!("body:{id}"),
        Definition::Page(id) => format!("page:{id}"),
    }
}

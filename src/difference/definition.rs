//! Definitions as changes.

use super::fields::fields;
use super::trace::Traces;
use super::{Entry, EntryKind, Stand, amount, name, wording};
use crate::diagnostic::Words;
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
            Pair::Both(..) => form(change.definition, ["ändrad", "ändrat", "ändrade"], "changed"),
            Pair::Gone(_) => form(change.definition, ["borttagen", "borttaget", "borttagna"], "removed"),
            Pair::New(_) => form(change.definition, ["ny", "nytt", "nya"], "new"),
        },
        change: name::pair(&change.origins),
        before: change.origins.before().map(|origin| stand(origin.map(|origin| traces.before(origin)))),
        after: change.origins.after().map(|origin| stand(origin.map(|origin| traces.after(origin)))),
        fields: fields(&change.fields, traces.sides),
    }
}

/// The form that the word for the definition takes: with `en`, with `ett`, in the plural.
fn form(definition: Definition<'_>, [common, neuter, plural]: [&str; 3], en: &str) -> Words {
    let sv = match definition {
        Definition::Municipality
        | Definition::Scale(_)
        | Definition::RiskMatrix
        | Definition::Audit(_)
        | Definition::Page(_) => common,
        Definition::Indicator(_) | Definition::Body(_) | Definition::Response(..) => neuter,
        Definition::Set(_) => plural,
    };
    words!("{sv}", "{en}")
}

/// The kind and the id of what is defined.
fn id(definition: Definition<'_>) -> String {
    match definition {
        Definition::Municipality => "municipality".to_owned(),
        Definition::Scale(id) => format!("scale:{id}"),
        Definition::RiskMatrix => "risk_matrix".to_owned(),
        Definition::Set(id) => format!("set:{id}"),
        Definition::Indicator(id) => format!("indicator:{id}"),
        Definition::Body(id) => format!("body:{id}"),
        Definition::Audit(id) => format!("audit:{id}"),
        Definition::Response(body, audit) => format!("response:{body}:{audit}"),
        Definition::Page(id) => format!("page:{id}"),
    }
}

//! Definitions as changes.

use super::fields::fields;
use super::trace::Traces;
use super::{Entry, EntryKind, Stand, amount, name, wording};
use crate::diagnostic::Words;
use crate::model::BodyId;
use crate::report::comparison::{Definition, DefinitionChange, Pair, Sides};
use crate::words;

/// A definition that is new, gone or says something else.
pub fn entry(change: &DefinitionChange<'_>, traces: Traces<'_>) -> Entry {
    let (before, after) = (traces.sides.before.report.model, traces.sides.after.report.model);
    let stand = |trace| Stand { trace, ..Stand::default() };
    Entry {
        kind: EntryKind::Definition,
        id: Some(id(change.definition)),
        name: amount::capitalized(&wording::definition(change.definition, before, after)),
        what: match (change.origins, years(change, traces.sides)) {
            (Pair::Both(..), _) => form(change.definition, ["ändrad", "ändrat", "ändrade"], "changed"),
            (Pair::Gone(_), years) => {
                of_years(form(change.definition, ["borttagen", "borttaget", "borttagna"], "removed"), years)
            }
            (Pair::New(_), years) => of_years(form(change.definition, ["ny", "nytt", "nya"], "new"), years),
        },
        change: name::pair(&change.origins),
        before: change.origins.before().map(|origin| stand(origin.map(|origin| traces.before(origin)))),
        after: change.origins.after().map(|origin| stand(origin.map(|origin| traces.after(origin)))),
        fields: fields(&change.fields, traces.sides),
    }
}

/// For how many years a body had, or has, a figure of an indicator; of anything else `None`.
fn years(change: &DefinitionChange<'_>, sides: Sides<'_>) -> Option<usize> {
    let Definition::Readings(body, indicator) = change.definition else { return None };
    let side = if change.origins.after().is_some() { sides.after } else { sides.before };
    // A body of the earlier side may have had another id.
    let is_body = |id: &BodyId| id == body || sides.renamed.get(id) == Some(body);
    let mut bodies = side.report.model.bodies.iter().filter(|(id, _)| is_body(id));
    bodies.find_map(|(_, body)| Some(body.readings.get(indicator)?.by_year.len()))
}

fn of_years(what: Words, years: Option<usize>) -> Words {
    let Some(years) = years else { return what };
    let years = amount::counted(years, ["år", "år"], ["year", "years"]);
    words!("{what} ({years})", "{what} ({years})", what, years)
}

/// The form that the word for the definition takes: with `en`, with `ett`, in the plural.
fn form(definition: Definition<'_>, [common, neuter, plural]: [&str; 3], en: &str) -> Words {
    let sv = match definition {
        Definition::Municipality
        | Definition::Scale(_)
        | Definition::RiskMatrix
        | Definition::Audit(_)
        | Definition::Page(_) => common,
        Definition::Indicator(_) | Definition::Body(_) | Definition::Readings(..) | Definition::Response(..) => neuter,
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
        Definition::Readings(body, indicator) => format!("readings:{body}:{indicator}"),
        Definition::Audit(id) => format!("audit:{id}"),
        Definition::Response(body, audit) => format!("response:{body}:{audit}"),
        Definition::Page(id) => format!("page:{id}"),
    }
}

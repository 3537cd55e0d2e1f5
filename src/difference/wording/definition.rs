//! What is defined for the whole report: the city, a scale, statements, an indicator, a body, an audit, a page.

use crate::diagnostic::Words;
use crate::model::Model;
use crate::report::comparison::Definition;
use crate::words;

/// The name of what is defined, with the word for its kind; ids where neither model knows a name.
#[must_use]
pub fn definition(definition: Definition<'_>, before: &Model, after: &Model) -> Words {
    let models = [after, before];
    let name = |find: &dyn Fn(&Model) -> Option<String>, id: &str| {
        models.into_iter().find_map(find).unwrap_or_else(|| id.to_owned())
    };
    match definition {
        Definition::Municipality => words!("kommunen", "the municipality"),
        Definition::Scale(id) => {
            let name = name(&|model| Some(model.scales.get(id)?.name.clone()), id.as_str());
            words!("skalan ”{name}”", "the scale “{name}”")
        }
        Definition::RiskMatrix => words!("riskmatrisen", "the matrix of risks"),
        Definition::Set(id) => {
            let name = name(&|model| Some(model.sets.get(id)?.name.clone()), id.as_str());
            words!("påståendena ”{name}”", "the statements “{name}”")
        }
        Definition::Indicator(id) => {
            let name = name(&|model| Some(model.indicators.get(id)?.name.clone()), id.as_str());
            words!("mätetalet ”{name}”", "the indicator “{name}”")
        }
        Definition::Body(id) => {
            let name = name(&|model| Some(model.bodies.get(id)?.name.clone()), id.as_str());
            words!("organet {name}", "the body {name}")
        }
        Definition::Readings(body, indicator) => {
            let body = name(&|model| Some(model.bodies.get(body)?.name.clone()), body.as_str());
            let indicator = name(&|model| Some(model.indicators.get(indicator)?.name.clone()), indicator.as_str());
            words!("mätetalet ”{indicator}” för {body}", "the indicator “{indicator}” of {body}")
        }
        Definition::Audit(id) => {
            let name = name(&|model| Some(model.audits.get(id)?.title.clone()), id.as_str());
            words!("revisionen ”{name}”", "the audit “{name}”")
        }
        Definition::Response(body, audit) => {
            let body = name(&|model| Some(model.bodies.get(body)?.name.clone()), body.as_str());
            let audit = name(&|model| Some(model.audits.get(audit)?.title.clone()), audit.as_str());
            words!("yttrandet över ”{audit}” från {body}", "the response of {body} to “{audit}”")
        }
        Definition::Page(id) => {
            let name = name(&|model| Some(model.pages.get(id)?.title.clone()), id.as_str());
            words!("sidan ”{name}”", "the page “{name}”")
        }
    }
}

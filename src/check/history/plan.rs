//! What differs between two states of a control plan, as far as a decision holds it fast: why there is no result may be said later.

use super::super::context::Context;
use super::super::written;
use super::document::{Changes, folded};
use crate::diagnostic::brief;
use crate::model::{ControlPlan, Missing, PlannedRisk};
use crate::words;

/// Risks that are new, gone, or said to be otherwise; and whether there are direct measures at all.
pub fn plan(old: &ControlPlan, new: &ControlPlan, context: &Context<'_>) -> Changes {
    let mut changes = Changes::new();
    for risk in &old.risks {
        let name = brief(&risk.risk.name);
        match new.risk(&risk.id) {
            Some(now) if held(risk) == held(now) => {}
            Some(now) => {
                let message =
                    words!("risken ”{name}” är ändrad efter beslutet", "the risk “{name}” was changed after adoption");
                changes.push((written::after(now.origin, now.id.as_str(), context), message));
            }
            None => {
                let message =
                    words!("risken ”{name}” är borta efter beslutet", "the risk “{name}” is gone after adoption");
                changes.push((written::value(new.origin, &["risker"], context).point(), message));
            }
        }
    }
    for risk in new.risks.iter().filter(|risk| old.risk(&risk.id).is_none()) {
        let name = brief(&risk.risk.name);
        let message = words!("risken ”{name}” är tillagd efter beslutet", "the risk “{name}” was added after adoption");
        changes.push((written::after(risk.origin, risk.id.as_str(), context), message));
    }
    let said = |plan: &ControlPlan| plan.no_measures.as_deref().map(folded);
    if said(old) != said(new) {
        let message = words!(
            "”inga direktåtgärder” är ändrat efter beslutet",
            "“inga direktåtgärder” was changed after adoption"
        );
        changes.push((written::value(new.origin, &["inga direktåtgärder"], context), message));
    }
    let finished = |plan: &ControlPlan| {
        let risks = plan.finished.iter().map(|risk| (risk.id.clone(), folded(&risk.reason)));
        risks.collect::<Vec<_>>()
    };
    if finished(old) != finished(new) {
        let message =
            words!("”avslutade risker” är ändrat efter beslutet", "“avslutade risker” was changed after adoption");
        changes.push((written::value(new.origin, &["avslutade risker"], context).point(), message));
    }
    changes
}

/// What a decision holds fast of a risk.
type Held = (Vec<String>, [Result<u32, Missing>; 2], Vec<&'static str>, Vec<String>);

fn held(risk: &PlannedRisk) -> Held {
    let texts =
        [Some(&risk.risk.name), risk.risk.cause.as_ref(), risk.risk.consequence.as_ref(), risk.category.as_ref()];
    let texts = texts.into_iter().chain([risk.reason.as_ref()]).map(|text| text.map(|text| folded(text)));
    let responses = risk.responses.iter().map(|response| response.words());
    let ids = risk.measures.iter().map(ToString::to_string).chain(risk.reviews.iter().map(ToString::to_string));
    let ids = ids.chain(risk.joint_reviews.iter().map(ToString::to_string));
    (
        texts.map(Option::unwrap_or_default).collect(),
        [risk.likelihood, risk.consequence],
        responses.collect(),
        ids.collect(),
    )
}

//! Risks of two control plans: what is new, graded or handled otherwise, finished, or gone without a word.

use std::collections::BTreeMap;

use super::field::{Document, Field, Fields, Value, changes, text};
use super::pair::{Pair, pairs};
use super::{Basis, DocumentChange, Fate, Side, Sides};
use crate::model::{
    Body, Colophon, ControlPlan, JointReviewId, MeasureId, Missing, Model, PlannedRisk, ReviewId, RiskId, RiskResponse,
    RiskStep, Year,
};
use crate::source::Origin;

/// A risk has no decision of its own; that of its plan is told with the plan.
static NO_COLOPHON: Colophon = Colophon {
    status: None,
    decisions: Vec::new(),
    corrections: Vec::new(),
    responsible: None,
    note: None,
    source: None,
};

/// The plans of a body at two sides.
pub fn plans<'m>(sides: Sides<'m>, body: Pair<&'m Body>) -> Option<DocumentChange<'m, ControlPlan>> {
    let before = body.before().and_then(|body| plan(body, sides.before.year, sides.basis));
    let after = body.after().and_then(|body| plan(body, sides.after.year, sides.basis));
    super::document::documents(
        sides,
        before,
        after,
        |_| (),
        |pair| if pair.before().is_some() { Fate::Gone } else { Fate::New },
    )
    .pop()
}

/// The risks of a body at two sides, each paired with what it was called before.
pub fn risks<'m>(sides: Sides<'m>, body: Pair<&'m Body>) -> Vec<DocumentChange<'m, PlannedRisk>> {
    let of = |body: Option<&&'m Body>, side: Side<'m>, other: Side<'m>| {
        let Some(body) = body else { return Vec::new() };
        let plan = plan(body, side.year, sides.basis);
        let mut seen: BTreeMap<RiskId, usize> = BTreeMap::new();
        let keyed = plan.into_iter().flat_map(|plan| &plan.risks).map(|risk| {
            let id = match sides.basis {
                Basis::Counted => id_in(body, &risk.id, side.year, other.year),
                Basis::Written => risk.id.clone(),
            };
            // Two that were one before are not both the same as that one.
            let times = seen.entry(id.clone()).or_default();
            *times += 1;
            ((id, *times), risk)
        });
        keyed.collect()
    };
    let before = of(body.before(), sides.before, sides.after);
    let after = of(body.after(), sides.after, sides.before);
    let model = |side: Side<'m>| side.report.model;
    let compared = |pair: Pair<&((RiskId, usize), &'m PlannedRisk)>| match pair {
        Pair::Both((_, old), (_, new)) => {
            let fields = changes(sides, &old.fields(model(sides.before)), &new.fields(model(sides.after)));
            DocumentChange { documents: Pair::Both(*old, *new), fate: Fate::CarriedOn, fields }
        }
        Pair::Gone((_, old)) => {
            let fate = fate(body.latest(), &old.id, sides);
            DocumentChange { documents: Pair::Gone(*old), fate, fields: Vec::new() }
        }
        Pair::New((_, new)) => {
            let fate = fate_of_new(body.latest(), sides);
            DocumentChange { documents: Pair::New(*new), fate, fields: Vec::new() }
        }
    };
    pairs(&before, &after, |(key, _)| key.clone()).into_iter().map(compared).collect()
}

fn plan(body: &Body, year: Year, basis: Basis) -> Option<&ControlPlan> {
    let plan = body.years.get(&year)?.plan.as_ref()?;
    (basis == Basis::Written || plan.colophon.counts()).then_some(plan)
}

/// What a risk of a year was called in an earlier one; in a later one it is what it is.
fn id_in(body: &Body, id: &RiskId, year: Year, earlier: Year) -> RiskId {
    let mut id = id.clone();
    if earlier >= year {
        return id;
    }
    for (_, of_year) in body.years.range(Year(earlier.0 + 1)..=year).rev() {
        if let Some(risk) = of_year.plan.as_ref().and_then(|plan| plan.risk(&id)) {
            id = risk.predecessor().clone();
        }
    }
    id
}

/// What is to be said of a risk that the earlier plan does not have: without an earlier plan, nobody knows that it is new.
fn fate_of_new(body: &Body, sides: Sides<'_>) -> Fate {
    let (from, to) = (sides.before.year, sides.after.year);
    if sides.basis == Basis::Written || to <= from || !body.existed_in(from) {
        return Fate::New;
    }
    let of_year = body.years.get(&from);
    match of_year.and_then(|of_year| of_year.plan.as_ref()) {
        Some(plan) if plan.colophon.counts() => Fate::New,
        Some(_) => Fate::DraftBefore,
        None if of_year.is_some_and(|of_year| of_year.withheld.plan) => Fate::WithheldBefore,
        None => Fate::FirstReported,
    }
}

/// What became of a risk that the later plan does not have.
fn fate(body: &Body, id: &RiskId, sides: Sides<'_>) -> Fate {
    let (from, to) = (sides.before.year, sides.after.year);
    if to <= from {
        return Fate::Gone;
    }
    let (mut id, mut last) = (id.clone(), from);
    for (year, of_year) in body.years.range(Year(from.0 + 1)..=to) {
        let Some(plan) = of_year.plan.as_ref().filter(|plan| plan.colophon.counts()) else { continue };
        if plan.finished.iter().any(|finished| finished.id == id) {
            return Fate::Closed(*year);
        }
        if let Some(heir) = plan.heir(&id) {
            (id, last) = (heir.id.clone(), *year);
        }
    }
    match body.years.get(&to) {
        Some(of_year) if of_year.withheld.plan => Fate::Withheld,
        _ if !body.answers_for(to) => Fate::BodyEnded,
        Some(of_year) if of_year.plan.as_ref().is_some_and(|plan| plan.colophon.counts()) => Fate::Unmentioned(last),
        Some(_) | None => Fate::NotReported,
    }
}

/// The risks of a plan that the next one neither carries over nor finishes.
pub fn vanished<'m>(before: &'m ControlPlan, after: &ControlPlan) -> Vec<&'m PlannedRisk> {
    let is_finished = |id: &RiskId| after.finished.iter().any(|finished| finished.id == *id);
    before.risks.iter().filter(|risk| after.heir(&risk.id).is_none() && !is_finished(&risk.id)).collect()
}

impl Document for ControlPlan {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &self.colophon
    }

    fn fields<'m>(&'m self, _: &'m Model) -> Fields<'m> {
        let mut fields = Fields::new();
        text(&mut fields, Field::Key("inga direktåtgärder"), self.no_measures.as_ref());
        let finished = self.finished.iter();
        fields.extend(
            finished
                .map(|risk| (Field::Keyed("avslutade risker", risk.id.as_str()), Value::Text(risk.reason.as_str()))),
        );
        fields
    }
}

impl Document for PlannedRisk {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &NO_COLOPHON
    }

    fn fields<'m>(&'m self, model: &'m Model) -> Fields<'m> {
        let matrix = model.risk_matrix.as_ref();
        let mut fields = vec![(Field::Name, Value::Text(&self.risk.name))];
        text(&mut fields, Field::Cause, self.risk.cause.as_ref());
        text(&mut fields, Field::Consequence, self.risk.consequence.as_ref());
        text(&mut fields, Field::Key("kategori"), self.category.as_ref());
        let grades = [
            ("sannolikhet", self.likelihood, matrix.map(|matrix| matrix.likelihood.as_slice())),
            ("konsekvensens nivå", self.consequence, matrix.map(|matrix| matrix.consequence.as_slice())),
        ];
        for (key, grade, steps) in grades {
            fields.push((Field::Key(key), Value::Written(graded(grade, steps.unwrap_or_default()))));
        }
        fields.push((
            Field::Key("riskvärde"),
            match self.value() {
                Ok(value) => Value::Count(value),
                Err(missing) => Value::Text(missing.words()),
            },
        ));
        let joined = |key, ids: Vec<&str>| (!ids.is_empty()).then(|| (Field::Key(key), Value::Written(ids.join(", "))));
        fields.extend(joined(
            "hantering",
            self.responses.iter().map(|response| RiskResponse::words(*response)).collect(),
        ));
        text(&mut fields, Field::Key("skäl"), self.reason.as_ref());
        fields.extend(joined("åtgärder", self.measures.iter().map(MeasureId::as_str).collect()));
        fields.extend(joined("granskningar", self.reviews.iter().map(ReviewId::as_str).collect()));
        fields
            .extend(joined("gemensamma granskningar", self.joint_reviews.iter().map(JointReviewId::as_str).collect()));
        text(&mut fields, Field::Key("resultat saknas"), self.no_result.as_ref());
        text(&mut fields, Field::Note, self.remarks.note.as_ref());
        text(&mut fields, Field::Source, self.remarks.source.as_ref());
        fields
    }
}

/// A level with its name: `3 (Sannolik)`, or why there is none.
fn graded(grade: Result<u32, Missing>, steps: &[RiskStep]) -> String {
    match grade {
        Ok(level) => match steps.iter().find(|step| step.level == level) {
            Some(step) => format!("{level} ({})", step.name),
            None => level.to_string(),
        },
        Err(missing) => missing.words().to_owned(),
    }
}

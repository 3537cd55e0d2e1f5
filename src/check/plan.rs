//! Reads `organ/<body>/<year>/plan.yaml`, and gives those who name a risk of it the risk itself.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::known_plans::{At, KnownPlans};
use super::risk_matrix::listed;
use super::shape::Shape;
use super::{colophon, once, values};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{
    Body, BodyId, ControlPlan, FinishedRisk, Missing, PlannedRisk, Risk, RiskId, RiskMatrix, RiskResponse, RiskStep,
};
use crate::syntax::{Node, Value};
use crate::words;

/// How a risk begins.
const RISK: (&str, &str) = ("id", "fel-avgift");

/// Reads a plan, found at a body and year.
///
/// # Errors
/// When it has faults.
pub fn read(node: &Node, at: At<'_>, known: &KnownPlans, context: &mut Context<'_>) -> Result<ControlPlan, Reported> {
    let mut fields = Fields::of(node, &words!("planen", "the plan"), context)?;
    let risks = fields.required(
        "risker",
        |node, context| values::items(node, RISK, |node, context| risk(node, at, known, context), context),
        context,
    );
    let no_measures = fields.optional("inga direktåtgärder", values::text, context);
    let finished = fields.optional(
        "avslutade risker",
        |node, context| values::items(node, RISK, |node, context| finished(node, at, known, context), context),
        context,
    );
    let colophon = colophon::read(&mut fields, context);
    let (place, origin) = (fields.value_place("risker"), context.origin(fields.span));
    let no_measures_place = fields.place("inga direktåtgärder");
    fields.finish(context)?;
    let (risks, no_measures, finished) = (risks?, no_measures?, finished?.unwrap_or_default());
    if risks.is_empty() {
        let message = words!("planen har inga risker", "the plan has no risks");
        let hint = words!("Skriv minst en risk och hur den hanteras", "Write at least one risk and how it is handled");
        return Err(context.error(Code::EmptyValue, place, message, hint));
    }
    let written = ["risker", "avslutade risker"].into_iter().filter_map(|key| node.at(key)).flat_map(Node::items);
    once::ids(written.clone().filter_map(|risk| risk.at("id")), &words!("risken", "the risk"), context)?;
    let before = written.filter_map(|risk| risk.at("bygger på").or_else(|| risk.at("id")));
    once::ids(before, &words!("den tidigare risken", "the earlier risk"), context)?;
    let direct = risks.iter().find(|risk| risk.responses.contains(&RiskResponse::Measure));
    if let (Some(_), Some(direct)) = (&no_measures, direct) {
        let name = brief(&direct.risk.name);
        let message = words!(
            "planen säger att det inte finns några direktåtgärder, men ”{name}” hanteras med en",
            "the plan says that there are no direct measures, but “{name}” is handled by one"
        );
        let hint = words!(
            "Ta bort ”inga direktåtgärder”, eller ändra riskens ”hantering”",
            "Remove “inga direktåtgärder”, or change the risk's “hantering”"
        );
        return Err(context.error(Code::EitherOr, no_measures_place, message, hint));
    }
    Ok(ControlPlan { risks, no_measures, finished, colophon: colophon?, origin })
}

fn risk(node: &Node, at: At<'_>, known: &KnownPlans, context: &mut Context<'_>) -> Result<PlannedRisk, Reported> {
    let example = "{ id: fel-avgift, namn: Avgiften blir fel, bedömning: …, hantering: granskning }";
    let mut fields = Fields::like(node, &words!("risken", "the risk"), example, context)?;
    let id = fields.required("id", values::id, context);
    let name = fields.required("namn", values::text, context);
    let cause = fields.optional("orsak", values::text, context);
    let consequence = fields.optional("konsekvens", values::text, context);
    let category = fields.optional("kategori", values::text, context);
    let grades = fields.required("bedömning", |node, context| grades(node, known, context), context);
    let responses = fields.required("hantering", responses, context);
    let reason = fields.optional("skäl", values::text, context);
    let measures = fields.optional(
        "åtgärder",
        |node, context| values::list(node, |node, context| known.measure(node, at, context), context),
        context,
    );
    let reviews = fields.optional(
        "granskningar",
        |node, context| values::list(node, |node, context| known.review(node, at, context), context),
        context,
    );
    let joint_reviews = fields.optional(
        "gemensamma granskningar",
        |node, context| values::list(node, |node, context| known.joint_review(node, at.1, context), context),
        context,
    );
    let builds_on = fields.optional("bygger på", |node, context| known.earlier_risk(node, at, context), context);
    let no_result = fields.optional("resultat saknas", values::text, context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("id", context);
    let (handled, led_to) = (
        fields.value_place("hantering"),
        ["åtgärder", "granskningar", "gemensamma granskningar"].map(|key| fields.place(key)),
    );
    fields.finish(context)?;
    let ((likelihood, grade), responses, reason) = (grades?, responses?, reason?);
    let (measures, reviews) = (measures?.unwrap_or_default(), reviews?.unwrap_or_default());
    let joint_reviews = joint_reviews?.unwrap_or_default();
    if let Some(response) = responses.iter().find(|response| response.needs_reason() && reason.is_none()) {
        let response = response.words();
        let message = words!("hanteringen ”{response}” saknar skäl", "the response “{response}” has no reason");
        let hint = words!("Skriv ”skäl: …”, varför det räcker", "Write “skäl: …”, why that is enough");
        return Err(context.error(Code::MissingKey, handled, message, hint));
    }
    let unsaid = [
        (RiskResponse::Measure, measures.is_empty(), led_to[0], "åtgärder"),
        (RiskResponse::Review, reviews.is_empty(), led_to[1], "granskningar"),
        (RiskResponse::Review, joint_reviews.is_empty(), led_to[2], "gemensamma granskningar"),
    ];
    for (response, is_empty, place, key) in unsaid {
        if is_empty || responses.contains(&response) {
            continue;
        }
        let response = response.words();
        let message = words!(
            "risken har ”{key}”, men hanteringen är inte ”{response}”",
            "the risk has “{key}”, but is not handled by “{response}”"
        );
        let hint = words!(
            "Lägg till ”{response}” i ”hantering”, eller ta bort raden",
            "Add “{response}” to “hantering”, or remove the line"
        );
        return Err(context.error(Code::EitherOr, place, message, hint));
    }
    Ok(PlannedRisk {
        id: RiskId(id?),
        risk: Risk { name: name?, cause: cause?, consequence: consequence? },
        category: category?,
        likelihood,
        consequence: grade,
        responses,
        reason,
        measures,
        reviews,
        joint_reviews,
        builds_on: builds_on?,
        no_result: no_result?,
        remarks: remarks?,
        origin,
    })
}

/// A scale of the matrix: what it is called, and its steps.
type Scale = (Words, fn(&RiskMatrix) -> Vec<RiskStep>);

/// A level of the matrix, or why there is none.
type Grade = Result<u32, Missing>;

/// Reads `bedömning: { sannolikhet, konsekvens }`.
fn grades(node: &Node, known: &KnownPlans, context: &mut Context<'_>) -> Result<(Grade, Grade), Reported> {
    let example = "{ sannolikhet: 2, konsekvens: 3 }";
    let mut fields = Fields::like(node, &words!("bedömningen", "the grading"), example, context)?;
    let scale: Scale = (words!("sannolikhet", "likelihood"), |matrix: &RiskMatrix| matrix.likelihood.clone());
    let likelihood = fields.required("sannolikhet", |node, context| grade(node, known, &scale, context), context);
    let scale: Scale = (words!("konsekvens", "consequence"), |matrix: &RiskMatrix| matrix.consequence.clone());
    let consequence = fields.required("konsekvens", |node, context| grade(node, known, &scale, context), context);
    fields.finish(context)?;
    Ok((likelihood?, consequence?))
}

fn grade(
    node: &Node,
    known: &KnownPlans,
    (scale, steps_of): &Scale,
    context: &mut Context<'_>,
) -> Result<Grade, Reported> {
    let steps = known.matrix.as_ref().map(|matrix| matrix.as_ref().map(steps_of).map_err(|reported| *reported));
    if context.describes() {
        let levels = steps.clone().and_then(Result::ok).map_or(Shape::Count, |steps| {
            Shape::Words(steps.into_iter().map(|step| (step.level.to_string(), Some(step.name))).collect())
        });
        let missing = context.shape_of(missing);
        context.note(|| Shape::Either(vec![levels, missing]));
    }
    if let Value::Mapping(_) = &node.value {
        return missing(node, context).map(Err);
    }
    let text = values::scalar(node, &words!("en nivå", "a level"), context)?;
    let Some(steps) = steps.transpose()? else {
        let message = words!("kommunen har ingen riskmatris", "the city has no matrix of risks");
        let hint = words!(
            "Skriv {{ saknas: uppgift saknas }}, eller skapa riskmatris.yaml med nivåerna",
            "Write {{ saknas: uppgift saknas }}, or create riskmatris.yaml with the levels"
        );
        return Err(context.error(Code::UnknownScale, node.span, message, hint));
    };
    if let Some(step) = steps.iter().find(|step| step.level.to_string() == text) {
        return Ok(Ok(step.level));
    }
    let lower = text.to_lowercase();
    let hint = match steps.iter().find(|step| step.name.to_lowercase() == lower) {
        Some(step) => {
            let level = step.level;
            words!("Skriv {level} i stället för namnet", "Write {level} instead of the name")
        }
        None => {
            let levels = listed(&steps);
            words!("Välj bland {levels}", "Choose among {levels}")
        }
    };
    let text = brief(text);
    let message = words!("”{text}” är ingen nivå av {scale}", "“{text}” is no level of {scale}", scale);
    Err(context.error(Code::UnknownLevel, node.span, message, hint))
}

/// Reads `{ saknas: <reason> }`.
fn missing(node: &Node, context: &mut Context<'_>) -> Result<Missing, Reported> {
    let mut fields = Fields::like(node, &words!("nivån", "the level"), "{ saknas: uppgift saknas }", context)?;
    let missing = fields.required("saknas", values::missing, context);
    fields.finish(context)?;
    missing
}

fn responses(node: &Node, context: &mut Context<'_>) -> Result<Vec<RiskResponse>, Reported> {
    let allowed = RiskResponse::ALL.map(|response| (response.words(), response));
    let responses = values::list(node, |node, context| values::choice(node, &allowed, context), context)?;
    if responses.is_empty() {
        let message = words!("risken har ingen hantering", "the risk is not handled");
        let hint = words!(
            "Välj bland ”acceptera”, ”direktåtgärd”, ”granskning” och ”bevaka”",
            "Choose among “acceptera”, “direktåtgärd”, “granskning” and “bevaka”"
        );
        return Err(context.error(Code::EmptyValue, node.span, message, hint));
    }
    once::ids(node.items().iter(), &words!("hanteringen", "the response"), context)?;
    Ok(responses)
}

fn finished(node: &Node, at: At<'_>, known: &KnownPlans, context: &mut Context<'_>) -> Result<FinishedRisk, Reported> {
    let example = "{ id: fel-avgift, skäl: Systemet räknar nu avgiften. }";
    let mut fields = Fields::like(node, &words!("den avslutade risken", "the finished risk"), example, context)?;
    let id = fields.required("id", |node, context| known.earlier_risk(node, at, context), context);
    let reason = fields.required("skäl", values::text, context);
    let origin = fields.origin("id", context);
    fields.finish(context)?;
    Ok(FinishedRisk { id: id?, reason: reason?, origin })
}

/// A risk of a measure or review: told there, or named by its id in the plan.
pub type Named = (Option<Risk>, Option<RiskId>);

/// Reads `risk: { namn, orsak, konsekvens }` or `risk: <id>`.
///
/// # Errors
/// When it has faults, or the plan has no such risk.
pub fn named(
    node: &Node,
    sketch: fn(&Node, &mut Context<'_>) -> Result<Risk, Reported>,
    (at, known): (At<'_>, &KnownPlans),
    context: &mut Context<'_>,
) -> Result<Named, Reported> {
    if context.describes() {
        let shapes = vec![Shape::Id, context.shape_of(sketch)];
        context.note(|| Shape::Either(shapes));
    }
    match &node.value {
        Value::Scalar(text) if known.may_name(text, at) => known.risk(node, at, context).map(|id| (None, Some(id))),
        Value::Scalar(_) | Value::Empty | Value::List(_) | Value::Mapping(_) => {
            sketch(node, context).map(|risk| (Some(risk), None))
        }
    }
}

/// Puts the risks that measures and reviews name by their ids in place, from the newest plan up to their year.
pub fn resolve(bodies: &mut BTreeMap<BodyId, Body>) {
    for body in bodies.values_mut() {
        let mut risks: BTreeMap<RiskId, Risk> = BTreeMap::new();
        for of_year in body.years.values_mut() {
            let planned = of_year.plan.iter().flat_map(|plan| &plan.risks);
            risks.extend(planned.map(|planned| (planned.id.clone(), planned.risk.clone())));
            let named = |id: &Option<RiskId>| id.as_ref().and_then(|id| risks.get(id)).cloned();
            for measure in of_year.measures.iter_mut().filter(|measure| measure.risk.is_none()) {
                measure.risk = named(&measure.planned_risk);
            }
            for review in of_year.reviews.iter_mut().filter(|review| review.risk.is_none()) {
                review.risk = named(&review.planned_risk);
            }
        }
    }
}

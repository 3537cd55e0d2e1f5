//! What control plans and those who point at them are read against: the matrix, and each year's risks, measures and reviews.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::place::Place;
use super::{Placed, colophon, nearest, risk_matrix, values};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{BodyId, JointReviewId, MeasureId, ReviewId, RiskId, RiskMatrix, Year};
use crate::syntax::Node;
use crate::words;

/// Ids with the names that people write in place of them.
type Named = BTreeMap<String, Option<String>>;

/// A body's year.
pub type At<'a> = (&'a BodyId, Year);

/// What is known before a plan is read.
pub struct KnownPlans {
    /// The matrix; `None` where there is no file of it.
    pub matrix: Option<Result<RiskMatrix, Reported>>,
    measures: BTreeMap<(BodyId, Year), Named>,
    reviews: BTreeMap<(BodyId, Year), Named>,
    /// The joint reviews of each year, and those of them that are internal.
    joint: BTreeMap<Year, Named>,
    internal: BTreeSet<(Year, String)>,
    /// The risks of each plan; `None` where the file could not be read.
    risks: BTreeMap<BodyId, BTreeMap<Year, Option<Named>>>,
}

/// Collects it from the places.
pub fn know(placed: &[Placed<'_>], context: &mut Context<'_>) -> KnownPlans {
    let mut known = KnownPlans {
        matrix: None,
        measures: BTreeMap::new(),
        reviews: BTreeMap::new(),
        joint: BTreeMap::new(),
        internal: BTreeSet::new(),
        risks: BTreeMap::new(),
    };
    for one in placed {
        let titled = || one.markdown().and_then(|markdown| text(&markdown.front, "titel"));
        match &one.place {
            Place::RiskMatrix => {
                let matrix = match one.yaml() {
                    Some(node) => risk_matrix::read(node, context),
                    None => Err(context.told()),
                };
                known.matrix = Some(matrix);
            }
            Place::Plan(body, year) => {
                let risks = one.yaml().map(risks);
                known.risks.entry(body.clone()).or_default().insert(*year, risks);
            }
            Place::Measure(body, year, id) => {
                known.measures.entry((body.clone(), *year)).or_default().insert(id.to_string(), titled());
            }
            Place::Review(body, year, id) => {
                known.reviews.entry((body.clone(), *year)).or_default().insert(id.to_string(), titled());
            }
            Place::Round(review, year) => {
                known.joint.entry(*year).or_default().insert(review.to_string(), titled());
                if one.markdown().is_some_and(|markdown| colophon::is_internal(&markdown.front)) {
                    known.internal.insert((*year, review.to_string()));
                }
            }
            _ => {}
        }
    }
    known
}

fn text(node: &Node, key: &str) -> Option<String> {
    node.at(key).and_then(Node::text).map(str::to_owned)
}

fn risks(plan: &Node) -> Named {
    let risks = plan.at("risker").map(Node::items).into_iter().flatten();
    risks.filter_map(|risk| Some((text(risk, "id")?.trim().to_owned(), text(risk, "namn")))).collect()
}

impl KnownPlans {
    /// The measure of the same year that a node names.
    ///
    /// # Errors
    /// When there is none.
    pub fn measure(&self, node: &Node, at: At<'_>, context: &mut Context<'_>) -> Result<MeasureId, Reported> {
        let what = words!("åtgärden", "the measure");
        document(node, at, (&self.measures, "atgarder", &what, Code::UnknownMeasure), context).map(MeasureId)
    }

    /// The review of the same year that a node names.
    ///
    /// # Errors
    /// When there is none.
    pub fn review(&self, node: &Node, at: At<'_>, context: &mut Context<'_>) -> Result<ReviewId, Reported> {
        let what = words!("granskningen", "the review");
        document(node, at, (&self.reviews, "granskningar", &what, Code::UnknownReview), context).map(ReviewId)
    }

    /// The joint review that a node names, which has a round in the year.
    ///
    /// # Errors
    /// When there is none, or it is internal.
    pub fn joint_review(&self, node: &Node, year: Year, context: &mut Context<'_>) -> Result<JointReviewId, Reported> {
        let id = values::reference(node, context)?;
        let nothing = Named::new();
        let there = self.joint.get(&year).unwrap_or(&nothing);
        let quoted = brief(&id);
        if self.internal.contains(&(year, id.clone())) {
            let message = words!(
                "planen hänvisar till ”{quoted}”, som är intern",
                "the plan refers to “{quoted}”, which is internal"
            );
            let hint = words!("Ta bort hänvisningen", "Remove the reference");
            return Err(context.error(Code::NamesInternal, node.span, message, hint));
        }
        if there.contains_key(&id) {
            return Ok(JointReviewId(id));
        }
        let is_open = |(id, _): &(&String, _)| !self.internal.contains(&(year, (*id).clone()));
        let named = there.iter().filter(is_open).map(|(id, name)| (id.as_str(), name.as_deref()));
        let hint = if named.clone().next().is_none() {
            words!(
                "Ingen kommungemensam granskning är publicerad för {year}. Ta bort raden",
                "No joint review is published for {year}. Remove the line"
            )
        } else {
            nearest::hint_of_named(&id, named)
        };
        let message = words!(
            "den kommungemensamma granskningen ”{quoted}” har ingen omgång {year}",
            "the joint review “{quoted}” has no round in {year}"
        );
        Err(context.error(Code::UnknownReview, node.span, message, hint))
    }

    /// Whether a text is to name a risk of a plan: it has the form of an id, or is the name of such a risk.
    pub fn may_name(&self, text: &str, (body, year): At<'_>) -> bool {
        let lower = text.trim().to_lowercase();
        let plans = self.risks.get(body).into_iter().flat_map(|plans| plans.range(..=year));
        let mut names = plans.filter_map(|(_, risks)| risks.as_ref()).flat_map(Named::values).flatten();
        lower.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            || names.any(|name| name.to_lowercase() == lower)
    }

    /// The risk that a node names, of the body's plan for the year or an earlier one: what was begun goes on.
    ///
    /// # Errors
    /// When there is none.
    pub fn risk(&self, node: &Node, (body, year): At<'_>, context: &mut Context<'_>) -> Result<RiskId, Reported> {
        let plans = self.risks.get(body).into_iter().flat_map(|plans| plans.range(..=year));
        let message = |id: &str| {
            words!(
                "risken ”{id}” finns inte i organets plan för {year}",
                "the body's plan of {year} has no risk “{id}”"
            )
        };
        let none = words!(
            "Organet har ingen plan. Skriv ”risk: {{ namn: … }}”, eller skapa organ/{body}/{year}/plan.yaml",
            "The body has no plan. Write “risk: {{ namn: … }}”, or create organ/{body}/{year}/plan.yaml"
        );
        named(node, plans.map(|(_, risks)| risks), (&message, none), context)
    }

    /// The risk that a node names, of the body's plan for the year before.
    ///
    /// # Errors
    /// When there is none.
    pub fn earlier_risk(
        &self,
        node: &Node,
        (body, year): At<'_>,
        context: &mut Context<'_>,
    ) -> Result<RiskId, Reported> {
        let before = year.before();
        let plan = self.risks.get(body).and_then(|plans| plans.get(&before));
        let message = |id: &str| {
            words!(
                "risken ”{id}” finns inte i organets plan för {before}",
                "the body's plan of {before} has no risk “{id}”"
            )
        };
        let none = words!(
            "Organet har ingen plan för {before}. Ta bort raden",
            "The body has no plan of {before}. Remove the line"
        );
        named(node, plan, (&message, none), context)
    }
}

fn named<'k>(
    node: &Node,
    plans: impl IntoIterator<Item = &'k Option<Named>>,
    (message, none): (&dyn Fn(&str) -> Words, Words),
    context: &mut Context<'_>,
) -> Result<RiskId, Reported> {
    let id = values::reference(node, context)?;
    let plans: Vec<_> = plans.into_iter().collect();
    // What could not be read may have had it.
    if plans.iter().any(|risks| risks.as_ref().is_none_or(|risks| risks.contains_key(&id))) {
        return Ok(RiskId(id));
    }
    let known = plans.iter().copied().flatten().flatten();
    let hint = if plans.is_empty() {
        none
    } else {
        nearest::hint_of_named(&id, known.map(|(id, name)| (id.as_str(), name.as_deref())))
    };
    Err(context.error(Code::UnknownRisk, node.span, message(&brief(&id)), hint))
}

/// The documents of every body and year, their folder, what one is called, and the code for one that is not there.
type Documents<'k> = (&'k BTreeMap<(BodyId, Year), Named>, &'static str, &'k Words, Code);

fn document(
    node: &Node,
    (body, year): At<'_>,
    (all, folder, what, code): Documents<'_>,
    context: &mut Context<'_>,
) -> Result<String, Reported> {
    let id = values::reference(node, context)?;
    let nothing = Named::new();
    let there = all.get(&(body.clone(), year)).unwrap_or(&nothing);
    if there.contains_key(&id) {
        return Ok(id);
    }
    let elsewhere = all.iter().any(|((other, _), ids)| other == body && ids.contains_key(&id));
    let named = there.iter().map(|(id, name)| (id.as_str(), name.as_deref()));
    let hint = if id.contains(',') {
        words!("Flera skrivs som en lista: [ {id} ]", "Several are written as a list: [ {id} ]")
    } else if elsewhere || there.is_empty() {
        words!(
            "Skapa organ/{body}/{year}/{folder}/{id}.md, eller ta bort den ur planen",
            "Create organ/{body}/{year}/{folder}/{id}.md, or remove it from the plan"
        )
    } else {
        nearest::hint_of_named(&id, named)
    };
    let id = brief(&id);
    let message = words!("{what} ”{id}” har ingen fil för {year}", "{what} “{id}” has no file for {year}", what);
    Err(context.error(code, node.span, message, hint))
}

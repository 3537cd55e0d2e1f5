//! Control plans: what each risk has led to, and how the risks of all bodies fall on the matrix of a year.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::joint_answers::participant;
use crate::model::{
    Body, BodyYear, ControlPlan, FinishedRisk, JointAnswer, JointReview, JointReviewId, Measure, Missing, Model,
    PlannedRisk, Review, RiskId, RiskMatrix, RiskResponse, Round, Year,
};

/// What a risk has led to.
#[derive(Debug, Clone, Copy)]
pub enum Item<'m> {
    /// A direct measure.
    Measure(&'m Measure),
    /// A review of the body's own.
    Review(&'m Review),
}

impl Item<'_> {
    /// Whether it says what came of it.
    #[must_use]
    pub fn has_result(self) -> bool {
        match self {
            Self::Measure(measure) => measure.has_result(),
            Self::Review(review) => review.has_result(),
        }
    }

    /// Its id, one of its kind in a year.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Measure(measure) => measure.id.to_string(),
            Self::Review(review) => review.id.to_string(),
        }
    }

    /// The response that it is.
    #[must_use]
    pub fn response(self) -> RiskResponse {
        match self {
            Self::Measure(_) => RiskResponse::Measure,
            Self::Review(_) => RiskResponse::Review,
        }
    }
}

/// The open documents that a risk has led to: those that its plan names, and those that name the risk.
#[must_use]
pub fn items<'m>(of_year: &'m BodyYear, risk: &PlannedRisk) -> Vec<Item<'m>> {
    let measures = of_year
        .measures
        .iter()
        .filter(|measure| risk.measures.contains(&measure.id) || measure.planned_risk.as_ref() == Some(&risk.id));
    let reviews = of_year
        .reviews
        .iter()
        .filter(|review| risk.reviews.contains(&review.id) || review.planned_risk.as_ref() == Some(&risk.id));
    measures.map(Item::Measure).chain(reviews.map(Item::Review)).collect()
}

/// What a joint review says of a risk that it was to look into.
#[derive(Debug, Clone, Copy)]
pub enum JointResult<'m> {
    /// The body's own answer.
    Answer(&'m JointAnswer),
    /// What is told for all bodies together, where the body has no answer of its own; with why.
    Together(Missing),
    /// Nothing, and why.
    Missing(Missing),
}

/// The rounds of the year that a risk is handled by, and what came of each.
#[must_use]
pub fn joint_items<'m>(
    model: &'m Model,
    planned: &Planned<'m>,
    year: Year,
    risk: &PlannedRisk,
) -> Vec<(&'m JointReview, &'m Round, JointResult<'m>)> {
    let rounds = risk.joint_reviews.iter().filter_map(|id| {
        let review = model.joint_reviews.get(id)?;
        Some((review, review.rounds.get(&year)?))
    });
    let told = rounds.map(|(review, round)| {
        let participant = participant(planned.body, &review.id, round);
        let result = match participant.map_or(Err(Missing::NotAsked), |participant| participant.answer) {
            Ok(answer) => JointResult::Answer(answer),
            Err(missing) if round.has_result() => JointResult::Together(missing),
            Err(missing) => JointResult::Missing(missing),
        };
        (review, round, result)
    });
    told.collect()
}

/// The risks of plans that count that are handled by a round, with whose they are.
#[must_use]
pub fn handled_by<'m>(model: &'m Model, review: &JointReviewId, year: Year) -> Vec<Owned<'m>> {
    let plans = of_year(model, year).plans.into_iter();
    let owned = plans.flat_map(|planned| planned.plan.risks.iter().map(move |risk| (planned.body, risk)));
    owned.filter(|(_, risk)| risk.joint_reviews.contains(review)).collect()
}

/// The responses of a risk that nothing came of: no measure, or no review.
#[must_use]
pub fn without_item(of_year: &BodyYear, risk: &PlannedRisk) -> Vec<RiskResponse> {
    let items = items(of_year, risk);
    let lacks = |response: &RiskResponse| match response {
        RiskResponse::Accept | RiskResponse::Watch => false,
        RiskResponse::Review if !risk.joint_reviews.is_empty() => false,
        RiskResponse::Measure | RiskResponse::Review => !items.iter().any(|item| item.response() == *response),
    };
    risk.responses.iter().copied().filter(lacks).collect()
}

/// Whether a year is over at a date, so that everything that was planned should have its result.
#[must_use]
pub fn is_over(year: Year, at: Date) -> bool {
    year.last_day() < at
}

/// A body's plan.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'m> {
    /// Whose it is.
    pub body: &'m Body,
    /// What it has written for the year.
    pub of_year: &'m BodyYear,
    /// The plan.
    pub plan: &'m ControlPlan,
}

/// A risk with whose it is.
pub type Owned<'m> = (&'m Body, &'m PlannedRisk);

/// The risks of all bodies in a year.
#[derive(Debug, Clone)]
pub struct YearRisks<'m> {
    /// The plans that count, by body.
    pub plans: Vec<Planned<'m>>,
    /// The risks of each cell of the matrix; a cell without risks is not there.
    pub cells: BTreeMap<(u32, u32), Vec<Owned<'m>>>,
    /// The risks that lack likelihood or consequence.
    pub ungraded: Vec<Owned<'m>>,
    /// Bodies that had to have a plan, and have none that counts; with whether there is a draft.
    pub without_plan: Vec<(&'m Body, Lack)>,
}

/// Why a body's plan is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It is a draft.
    Draft,
    /// It is internal.
    Withheld,
    /// There is none.
    Nothing,
}

impl YearRisks<'_> {
    /// How many risks there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.plans.iter().map(|planned| planned.plan.risks.len()).sum()
    }

    /// Every risk, plan by plan.
    pub fn risks(&self) -> impl Iterator<Item = &PlannedRisk> {
        self.plans.iter().flat_map(|planned| &planned.plan.risks)
    }
}

/// How risks fall on the verdicts of a matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictCounts {
    /// How many have each verdict, in the order of the matrix.
    pub by_verdict: Vec<u32>,
    /// How many have none, since they lack likelihood or consequence.
    pub ungraded: u32,
}

/// Counts how many risks have each verdict.
#[must_use]
pub fn verdicts<'r>(matrix: &RiskMatrix, risks: impl Iterator<Item = &'r PlannedRisk>) -> VerdictCounts {
    let mut counts = VerdictCounts { by_verdict: vec![0; matrix.verdicts.len()], ungraded: 0 };
    for risk in risks {
        let cell = risk.likelihood.ok().zip(risk.consequence.ok());
        match cell.and_then(|cell| matrix.cells.get(&cell)) {
            Some(at) => counts.by_verdict[*at] += 1,
            None => counts.ungraded += 1,
        }
    }
    counts
}

/// Lays every risk of a year's plans on its cell. Drafts are not counted.
#[must_use]
pub fn of_year(model: &Model, year: Year) -> YearRisks<'_> {
    let mut risks =
        YearRisks { plans: Vec::new(), cells: BTreeMap::new(), ungraded: Vec::new(), without_plan: Vec::new() };
    for body in model.bodies.values() {
        let of_year = body.years.get(&year);
        let plan = of_year.and_then(|of_year| of_year.plan.as_ref());
        let (Some(of_year), Some(plan)) = (of_year, plan.filter(|plan| plan.colophon.counts())) else {
            let is_withheld = of_year.is_some_and(|of_year| of_year.withheld.plan);
            let lack = if plan.is_some() {
                Lack::Draft
            } else if is_withheld {
                Lack::Withheld
            } else {
                Lack::Nothing
            };
            if plan.is_some() || body.answers_for(year) {
                risks.without_plan.push((body, lack));
            }
            continue;
        };
        risks.plans.push(Planned { body, of_year, plan });
        for risk in &plan.risks {
            match (risk.likelihood, risk.consequence) {
                (Ok(likelihood), Ok(consequence)) => {
                    risks.cells.entry((likelihood, consequence)).or_default().push((body, risk));
                }
                (Err(_), _) | (_, Err(_)) => risks.ungraded.push((body, risk)),
            }
        }
    }
    risks
}

/// The years for which there is a plan, drafts included, the latest first.
#[must_use]
pub fn years(model: &Model) -> Vec<Year> {
    let years = model.bodies.values().flat_map(|body| &body.years);
    let planned = years.filter(|(_, of_year)| of_year.plan.is_some()).map(|(year, _)| *year);
    let years: std::collections::BTreeSet<_> = planned.collect();
    years.into_iter().rev().collect()
}

/// A risk through the plans of its body that count.
#[derive(Debug, Clone)]
pub struct RiskHistory<'m> {
    /// The risk of each plan; at least one.
    pub risks: BTreeMap<Year, &'m PlannedRisk>,
    /// The plan that finished it, by its year.
    pub finished: Option<(Year, &'m FinishedRisk)>,
}

impl<'m> RiskHistory<'m> {
    /// The newest plan that has it, and how it stands there.
    ///
    /// # Panics
    /// Never: a history begins with a risk.
    #[must_use]
    pub fn latest(&self) -> (Year, &'m PlannedRisk) {
        self.risks.iter().next_back().map(|(year, risk)| (*year, *risk)).expect("a history begins with a risk")
    }
}

/// The years in which a body has a plan that counts, in order.
#[must_use]
pub fn planned_years(body: &Body) -> Vec<Year> {
    counted(body).map(|(year, _)| year).collect()
}

fn counted(body: &Body) -> impl Iterator<Item = (Year, &ControlPlan)> {
    let plans = body.years.iter().filter_map(|(year, of_year)| Some((*year, of_year.plan.as_ref()?)));
    plans.filter(|(_, plan)| plan.colophon.counts())
}

/// Every risk of a body through its plans, those of the newest plan first, in its order.
#[must_use]
pub fn histories(body: &Body) -> Vec<RiskHistory<'_>> {
    let mut histories: Vec<RiskHistory<'_>> = Vec::new();
    for (year, plan) in counted(body) {
        let mut waiting: BTreeMap<&RiskId, usize> = BTreeMap::new();
        for (at, history) in histories.iter().enumerate().filter(|(_, history)| history.finished.is_none()) {
            waiting.insert(&history.latest().1.id, at);
        }
        for finished in &plan.finished {
            if let Some(at) = waiting.remove(&finished.id) {
                histories[at].finished = Some((year, finished));
            }
        }
        for risk in &plan.risks {
            match waiting.remove(risk.predecessor()) {
                Some(at) => drop(histories[at].risks.insert(year, risk)),
                None => histories.push(RiskHistory { risks: BTreeMap::from([(year, risk)]), finished: None }),
            }
        }
    }
    let place = |history: &RiskHistory<'_>| {
        let (year, latest) = history.latest();
        let risks = body.years[&year].plan.iter().flat_map(|plan| &plan.risks);
        (std::cmp::Reverse(year), risks.take_while(|risk| risk.id != latest.id).count())
    };
    histories.sort_by_key(place);
    histories
}

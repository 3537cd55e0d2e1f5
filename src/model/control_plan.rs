//! The control plan: the risks that a body has seen for a year, how likely and how grave they are, and what it does about each.

use super::{Colophon, JointReviewId, MeasureId, Missing, Remarks, ReviewId, Risk, RiskId};
use crate::source::Origin;

/// `organ/<body>/<year>/plan.yaml`
#[derive(Debug, Clone, PartialEq)]
pub struct ControlPlan {
    /// The risks, as they are ordered.
    pub risks: Vec<PlannedRisk>,
    /// Why there are no direct measures this year, where the plan says that there are none.
    pub no_measures: Option<String>,
    /// Risks of the year before that are no more.
    pub finished: Vec<FinishedRisk>,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

impl ControlPlan {
    /// The risk of an id.
    #[must_use]
    pub fn risk(&self, id: &RiskId) -> Option<&PlannedRisk> {
        self.risks.iter().find(|risk| risk.id == *id)
    }

    /// The risk that is the one of an id in the plan before: the one that builds on it, or has the same id.
    #[must_use]
    pub fn heir(&self, id: &RiskId) -> Option<&PlannedRisk> {
        self.risks.iter().find(|risk| risk.predecessor() == id)
    }
}

/// A risk of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRisk {
    /// Its id, the same from year to year.
    pub id: RiskId,
    /// Name, cause, what would follow.
    pub risk: Risk,
    /// What kind of risk it is.
    pub category: Option<String>,
    /// How likely, as a level of the matrix.
    pub likelihood: Result<u32, Missing>,
    /// How grave, as a level of the matrix.
    pub consequence: Result<u32, Missing>,
    /// What is done about it; at least one.
    pub responses: Vec<RiskResponse>,
    /// Why it is accepted or watched, or handled as it is.
    pub reason: Option<String>,
    /// The measures that it leads to.
    pub measures: Vec<MeasureId>,
    /// The body's own reviews that it leads to.
    pub reviews: Vec<ReviewId>,
    /// The joint reviews of the year that look at it.
    pub joint_reviews: Vec<JointReviewId>,
    /// The id that the risk had in the plan of the year before, where that was another.
    pub builds_on: Option<RiskId>,
    /// Why what was planned has no result.
    pub no_result: Option<String>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

impl PlannedRisk {
    /// The risk value: likelihood × consequence. Where one of them is missing, its reason.
    ///
    /// # Errors
    /// When likelihood or consequence is not there.
    pub fn value(&self) -> Result<u32, Missing> {
        match (self.likelihood, self.consequence) {
            (Ok(likelihood), Ok(consequence)) => Ok(likelihood * consequence),
            (Err(one), Err(other)) if one != other => Err(Missing::Several),
            (Err(missing), _) | (_, Err(missing)) => Err(missing),
        }
    }

    /// Its id in the plan of the year before.
    #[must_use]
    pub fn predecessor(&self) -> &RiskId {
        self.builds_on.as_ref().unwrap_or(&self.id)
    }
}

/// What is done about a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskResponse {
    /// Nothing: it is borne.
    Accept,
    /// A direct measure.
    Measure,
    /// A closer look.
    Review,
    /// It is kept in sight.
    Watch,
}

impl RiskResponse {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Accept, Self::Measure, Self::Review, Self::Watch];

    /// The word, as written in content and shown on pages.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Accept => "acceptera",
            Self::Measure => "direktåtgärd",
            Self::Review => "granskning",
            Self::Watch => "bevaka",
        }
    }

    /// Whether nothing is done, so that the plan has to say why.
    #[must_use]
    pub fn needs_reason(self) -> bool {
        match self {
            Self::Accept | Self::Watch => true,
            Self::Measure | Self::Review => false,
        }
    }
}

/// A risk of the plan before that is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishedRisk {
    /// Its id there.
    pub id: RiskId,
    /// Why it is no more.
    pub reason: String,
    /// Where.
    pub origin: Origin,
}

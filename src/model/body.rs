//! Bodies: committees, boards and companies, and what they have written year by year.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    AuditId, BodyId, Colophon, ControlPlan, IndicatorId, JointAnswer, JointReviewId, Measure, MeasureId, Period,
    Readings, Remarks, Response, Review, ReviewId, SelfAssessment, TitledProse, Year,
};
use crate::source::Origin;

/// What kind of body it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BodyKind {
    /// A board, such as the city executive.
    Board,
    /// A committee.
    Committee,
    /// A company that the city owns whole.
    OwnedCompany,
    /// A company that the city owns in part.
    PartOwnedCompany,
    /// A company whose ownership the sources do not say.
    Company,
    /// A federation of municipalities.
    Federation,
}

impl BodyKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 6] =
        [Self::Board, Self::Committee, Self::OwnedCompany, Self::PartOwnedCompany, Self::Company, Self::Federation];

    /// The word, as written in content and shown on pages.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Board => "styrelse",
            Self::Committee => "nämnd",
            Self::OwnedCompany => "helägt bolag",
            Self::PartOwnedCompany => "delägt bolag",
            Self::Company => "bolag",
            Self::Federation => "förbund",
        }
    }

    /// Whether it is listed among the committees rather than the companies.
    #[must_use]
    pub fn is_committee(self) -> bool {
        match self {
            Self::Board | Self::Committee => true,
            Self::OwnedCompany | Self::PartOwnedCompany | Self::Company | Self::Federation => false,
        }
    }
}

/// A body, with all it has written.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// The id.
    pub id: BodyId,
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: BodyKind,
    /// The administrations that work for it.
    pub departments: Vec<String>,
    /// Its first day; `None` when not known.
    pub from: Option<Date>,
    /// Its last day; `None` while it lasts.
    pub until: Option<Date>,
    /// Whose work it took over.
    pub predecessors: Vec<BodyId>,
    /// Who took over its work.
    pub successors: Vec<BodyId>,
    /// What it does.
    pub description: Option<String>,
    /// Note and source.
    pub remarks: Remarks,
    /// Its figures.
    pub readings: BTreeMap<IndicatorId, Readings>,
    /// What it has answered the auditors.
    pub responses: BTreeMap<AuditId, Response>,
    /// The audits to which its answers are not to be published.
    pub withheld_responses: BTreeSet<AuditId>,
    /// What it has written, by year.
    pub years: BTreeMap<Year, BodyYear>,
    /// Where.
    pub origin: Origin,
}

impl Body {
    /// Whether it existed on a day of the year.
    #[must_use]
    pub fn existed_in(&self, year: Year) -> bool {
        self.from.is_none_or(|from| from <= year.last_day()) && self.until.is_none_or(|until| until >= year.first_day())
    }

    /// Whether it existed when the year ended, and so has to answer for it.
    #[must_use]
    pub fn answers_for(&self, year: Year) -> bool {
        self.existed_in(year) && self.until.is_none_or(|until| until >= year.last_day())
    }
}

/// What a body has written for one year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BodyYear {
    /// Its control plan.
    pub plan: Option<ControlPlan>,
    /// Its answers.
    pub assessment: Option<SelfAssessment>,
    /// Its direct measures, by file name.
    pub measures: Vec<Measure>,
    /// Its own reviews, by file name.
    pub reviews: Vec<Review>,
    /// Its answers to the year's rounds of joint reviews.
    pub joint: BTreeMap<JointReviewId, JointAnswer>,
    /// Its texts, that for the whole year first.
    pub reports: Vec<BodyReport>,
    /// What it has written that is not to be published; only that it is there, nothing of what it says.
    pub withheld: Withheld,
}

impl BodyYear {
    /// Whether it holds a document that counts.
    #[must_use]
    pub fn has_counted(&self) -> bool {
        let colophons = self.plan.iter().map(|one| &one.colophon);
        let colophons = colophons.chain(self.assessment.iter().map(|one| &one.colophon));
        let colophons = colophons.chain(self.measures.iter().map(|one| &one.colophon));
        let colophons = colophons.chain(self.reviews.iter().map(|one| &one.colophon));
        let colophons = colophons.chain(self.joint.values().map(|one| &one.colophon));
        colophons.chain(self.reports.iter().map(|one| &one.colophon)).any(Colophon::counts)
    }
}

/// Internal documents of a year, by what they are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Withheld {
    /// Whether the control plan is internal.
    pub plan: bool,
    /// Whether the answers are internal.
    pub assessment: bool,
    /// The measures whose document of the year is internal.
    pub measures: BTreeSet<MeasureId>,
    /// The reviews whose document of the year is internal.
    pub reviews: BTreeSet<ReviewId>,
    /// The joint reviews to which the answer of the year is internal.
    pub joint: BTreeSet<JointReviewId>,
    /// How many reviews, reports and answers to joint reviews are internal.
    pub others: usize,
}

/// The body's own text for a year or a tertial.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyReport {
    /// What it covers.
    pub period: Period,
    /// A title of its own.
    pub title: Option<String>,
    /// The text.
    pub text: TitledProse,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

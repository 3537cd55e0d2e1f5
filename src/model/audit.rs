//! Audits by the city's auditors, and what bodies answer to them in two rounds. What auditors write is kept as they mean it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{AuditId, BodyId, Colophon, MeasureId, Missing, RecommendationId, Remarks, TitledProse};
use crate::prose::Prose;
use crate::source::Origin;

/// `revision/<audit>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// The id: the name of its file.
    pub id: AuditId,
    /// Its title.
    pub title: String,
    /// The auditors' own registry number.
    pub registry_number: Option<String>,
    /// The auditors' overall verdict, never put on a scale; `None` when nobody has written it.
    pub verdict: Option<Prose>,
    /// Whom the auditors ask to answer.
    pub recipients: Vec<Recipient>,
    /// Who gets it for information only, by name.
    pub informed: Vec<String>,
    /// What the auditors recommend.
    pub recommendations: Recommendations,
    /// The rest of the text.
    pub text: TitledProse,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

impl Audit {
    /// The recommendations in order; none where they are not known.
    #[must_use]
    pub fn known_recommendations(&self) -> &[Recommendation] {
        match &self.recommendations {
            Recommendations::Known(all) => all,
            Recommendations::Missing(_) => &[],
        }
    }

    /// What the form for responses to it is called.
    #[must_use]
    pub fn response_form_title(&self) -> String {
        format!("Svarsmall: {}", self.title)
    }

    /// The recommendation of an id.
    #[must_use]
    pub fn recommendation(&self, id: &RecommendationId) -> Option<&Recommendation> {
        self.known_recommendations().iter().find(|one| one.id == *id)
    }

    /// What is asked of a body.
    #[must_use]
    pub fn recipient(&self, body: &BodyId) -> Option<&Recipient> {
        self.recipients.iter().find(|one| one.body == *body)
    }

    /// The recommendations that were put to a body.
    pub fn put_to<'a>(&'a self, body: &'a BodyId) -> impl Iterator<Item = &'a Recommendation> {
        self.known_recommendations().iter().filter(|one| one.to.contains(body))
    }
}

/// A body that is asked to answer an audit.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    /// The body.
    pub body: BodyId,
    /// When the first response is due; `None` when none is asked for, or the day is not known.
    pub first_due: Option<Date>,
    /// When the follow-up response is due.
    pub follow_up_due: Option<Date>,
    /// What the auditors found there.
    pub findings: Vec<String>,
    /// Where.
    pub origin: Origin,
}

/// What auditors recommend, or why it is not known.
#[derive(Debug, Clone, PartialEq)]
pub enum Recommendations {
    /// In order; none when the auditors made none.
    Known(Vec<Recommendation>),
    /// Not known.
    Missing(Missing),
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// The id, unique in its audit.
    pub id: RecommendationId,
    /// The recipients to whom it was put.
    pub to: Vec<BodyId>,
    /// The wording, or why it is not known.
    pub text: Result<String, Missing>,
    /// Where.
    pub origin: Origin,
}

/// `organ/<body>/yttranden/<audit>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// What it answers.
    pub audit: AuditId,
    /// What is planned, or why that is not known.
    pub first: Result<Reply<PlannedAction>, Missing>,
    /// What became of it, or why that is not known; `None` when nothing is written.
    pub follow_up: Option<Result<Reply<TakenAction>, Missing>>,
    /// Further text.
    pub text: TitledProse,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// One of the two rounds of a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply<Answer> {
    /// When it was handed in; `None` when that is not known.
    pub handed_in: Option<Date>,
    /// The answer in short.
    pub summary: Option<String>,
    /// What is said of each recommendation, or why that is not known.
    pub answers: BTreeMap<RecommendationId, Result<Answer, Missing>>,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

/// What a body plans to do about a recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedAction {
    /// What is to be done.
    pub action: Option<String>,
    /// The effect that is expected.
    pub effect: Option<String>,
    /// The latest day.
    pub due: Option<Date>,
    /// Measures of its own that came of it.
    pub led_to: Vec<MeasureId>,
    /// Where.
    pub origin: Origin,
}

/// What a body has done about a recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenAction {
    /// What was done.
    pub action: Option<String>,
    /// The effect that it had.
    pub effect: Option<String>,
    /// What remains; `None` when nothing does.
    pub remains: Option<String>,
    /// Measures of its own that came of it.
    pub led_to: Vec<MeasureId>,
    /// Where.
    pub origin: Origin,
}

//! A body's own reviews: a closer look at whether a routine is followed.

use jiff::civil::Date;

use super::{
    Colophon, LevelNumber, MeasureId, Period, ReviewId, Risk, RiskId, Sample, ScaleId, Survey, TitledProse, Year,
};
use crate::source::Origin;

/// How good it turned out, on a scale of the city's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The scale.
    pub scale: ScaleId,
    /// The level.
    pub level: LevelNumber,
}

/// The round before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviousRound {
    /// Its year.
    pub year: Year,
    /// Whether its result can be compared; `None` when the source does not say.
    pub comparable: Option<bool>,
    /// Why not, or what it showed.
    pub note: Option<String>,
}

/// `granskningar/<review>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The id.
    pub id: ReviewId,
    /// Its title.
    pub title: String,
    /// The risk that made it needed.
    pub risk: Option<Risk>,
    /// The same risk in the control plan, where it is named by its id there.
    pub planned_risk: Option<RiskId>,
    /// What the document covers.
    pub period: Period,
    /// How far it has come.
    pub progress: super::Progress,
    /// Whose word that is, or what it rests on, where it is not plainly the body's own.
    pub progress_note: Option<String>,
    /// The deadline.
    pub due: Option<Date>,
    /// What it is to find out.
    pub purpose: Option<String>,
    /// What it looks at.
    pub areas: Option<String>,
    /// How much of it.
    pub scope: Option<String>,
    /// How.
    pub method: Option<String>,
    /// How good it turned out.
    pub verdict: Option<Verdict>,
    /// The round before.
    pub previous: Option<PreviousRound>,
    /// Measures that came of it.
    pub led_to: Vec<MeasureId>,
    /// Surveys.
    pub surveys: Vec<Survey>,
    /// Samples.
    pub samples: Vec<Sample>,
    /// The text.
    pub text: TitledProse,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

impl Review {
    /// Whether it says what it found: a verdict, figures, or a text about it; or that it was given up.
    #[must_use]
    pub fn has_result(&self) -> bool {
        let has_figures = self.verdict.is_some() || !self.surveys.is_empty() || !self.samples.is_empty();
        let is_told = has_figures || self.text.has("Resultat");
        self.progress == super::Progress::Dropped || (self.progress != super::Progress::NotStarted && is_told)
    }
}

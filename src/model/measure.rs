//! Direct measures: what a body does at once about a risk.

use jiff::civil::Date;

use super::{Colophon, MeasureId, Period, RiskId, Sample, Survey, TitledProse};
use crate::source::Origin;

/// How far it has come; how good it turned out is another matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Not begun.
    NotStarted,
    /// Under way.
    UnderWay,
    /// Done.
    Done,
    /// Late.
    Late,
    /// Given up.
    Dropped,
}

impl Progress {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::NotStarted, Self::UnderWay, Self::Done, Self::Late, Self::Dropped];

    /// The words, as written in content and shown on pages.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotStarted => "ej påbörjad",
            Self::UnderWay => "pågår",
            Self::Done => "klar",
            Self::Late => "försenad",
            Self::Dropped => "utgått",
        }
    }

    /// Whether something is still to be done.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::NotStarted | Self::UnderWay | Self::Late => true,
            Self::Done | Self::Dropped => false,
        }
    }
}

/// What might happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// In a few words.
    pub name: String,
    /// Why it might.
    pub cause: Option<String>,
    /// What would follow.
    pub consequence: Option<String>,
}

impl Measure {
    /// Whether it says what came of it: what was done, what was reached, or that it was given up.
    #[must_use]
    pub fn has_result(&self) -> bool {
        let is_told = self.reached_effect.is_some() || self.text.has("Genomfört");
        self.progress == Progress::Dropped || (self.progress != Progress::NotStarted && is_told)
    }

    /// Whether it is late: by its own word, or because its deadline has passed at the given date and it is not done.
    #[must_use]
    pub fn is_overdue(&self, at: Date) -> bool {
        self.progress == Progress::Late || self.is_past_due(at)
    }

    /// Whether its deadline has passed at the given date while something is still to be done.
    #[must_use]
    pub fn is_past_due(&self, at: Date) -> bool {
        self.progress.is_open() && self.due.is_some_and(|due| due < at)
    }
}

/// `atgarder/<measure>.md`. The same id in a later year is the same measure carried on.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// The id.
    pub id: MeasureId,
    /// Its title.
    pub title: String,
    /// The risk it meets.
    pub risk: Option<Risk>,
    /// The same risk in the control plan, where it is named by its id there.
    pub planned_risk: Option<RiskId>,
    /// What the document covers.
    pub period: Period,
    /// How far it has come.
    pub progress: Progress,
    /// Whose word that is, or what it rests on, where it is not plainly the body's own.
    pub progress_note: Option<String>,
    /// The deadline.
    pub due: Option<Date>,
    /// When it was done.
    pub finished: Option<Date>,
    /// The effect that is wished for.
    pub wished_effect: Option<String>,
    /// The effect that was reached.
    pub reached_effect: Option<String>,
    /// Surveys made for it.
    pub surveys: Vec<Survey>,
    /// Samples drawn for it.
    pub samples: Vec<Sample>,
    /// The body's measure of an earlier year whose effect it follows up.
    pub follows_up: Option<MeasureId>,
    /// The text.
    pub text: TitledProse,
    /// Status, decision, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

//! Why a value is not there. A missing value is never 0, and its reasons are never merged.

use serde::Serialize;

/// A reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Missing {
    /// Asked, but not answered.
    NotAnswered,
    /// Does not apply to the body.
    NotApplicable,
    /// Nobody knows.
    Unknown,
    /// Secret by law.
    Confidential,
    /// The body did not exist then.
    BodyAbsent,
    /// The body ended during the year, and had nothing to answer for at its end.
    BodyEnded,
    /// Exists, but is not published in the sources at hand.
    NotPublished,
    /// The body has not handed in its answers.
    NotSubmitted,
    /// The answers are a draft that nobody has adopted, and are not counted.
    Draft,
    /// The answers are there, but are not to be published.
    Withheld,
    /// Fewer than half of those asked have answered, so that nothing is said of all together.
    TooFew,
    /// Several of these reasons at once.
    Several,
    /// The statement or figure was not followed up then.
    NotAsked,
}

impl Missing {
    /// The reasons that may be written in content; the others follow from what is there.
    pub const WRITTEN: [Self; 6] = [
        Self::NotAnswered,
        Self::NotApplicable,
        Self::Unknown,
        Self::Confidential,
        Self::BodyAbsent,
        Self::NotPublished,
    ];

    /// The words for it, as written in content and shown on pages.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotAnswered => "ej besvarat",
            Self::NotApplicable => "ej tillämpligt",
            Self::Unknown => "uppgift saknas",
            Self::Confidential => "sekretess",
            Self::BodyAbsent => "organet fanns inte",
            Self::BodyEnded => "organet upphörde under året",
            Self::NotPublished => "ej publicerat",
            Self::NotSubmitted => "ej inlämnat",
            Self::Draft => "utkast",
            Self::Withheld => "publiceras inte",
            Self::TooFew => "för få svar",
            Self::Several => "flera skäl",
            Self::NotAsked => "ingick inte",
        }
    }
}

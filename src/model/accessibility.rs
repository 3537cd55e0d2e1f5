//! The accessibility statement: what a report says of itself, as the law on accessibility to digital public service asks.

use jiff::civil::Date;

use super::Missing;

/// What the statement must say (2018:1937, § 13; the authority's list of what it holds).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessibilityStatement {
    /// Who answers for the service.
    pub provider: Result<String, Missing>,
    /// The name of the service.
    pub service: String,
    /// How far the service meets the law, as its provider judges. The program claims nothing of its own.
    pub conformance: Conformance,
    /// The known faults in order; none when the statement says that none is known.
    pub faults: Vec<AccessibilityFault>,
    /// Content that the law does not cover; none when the statement says so.
    pub exempt: Vec<String>,
    /// When the service was last assessed.
    pub assessed: Result<Date, Missing>,
    /// How it was assessed.
    pub method: Result<String, Missing>,
    /// When the statement was last revised.
    pub revised: Result<Date, Missing>,
    /// When the service is to be assessed again.
    pub next: Option<Date>,
    /// How to tell of faults.
    pub contact: Result<String, Missing>,
    /// The address of the supervisory authority's form for complaints.
    pub complaints: String,
}

/// How far a service meets the law, in the three words that the law's model statement has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conformance {
    /// All of it.
    Full,
    /// With the faults that are told.
    Partial,
    /// It does not.
    Not,
}

impl Conformance {
    /// Every state, with the word by which it is written.
    pub const WRITTEN: [(&str, Self); 3] = [("helt", Self::Full), ("delvis", Self::Partial), ("inte", Self::Not)];

    /// The word by which it is written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Full => "helt",
            Self::Partial => "delvis",
            Self::Not => "inte",
        }
    }
}

/// Something that not everybody can use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessibilityFault {
    /// What it is.
    pub text: String,
    /// Why it is still there.
    pub reason: FaultReason,
}

/// Why a fault is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultReason {
    /// It has not been mended yet.
    NotMended {
        /// The day by which it is to be; `None` when none is set.
        by: Option<Date>,
    },
    /// To mend it would be an unreasonable burden (§ 12).
    Burden {
        /// Why.
        why: String,
    },
}

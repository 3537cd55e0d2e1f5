//! What every document and every value can carry beside what it says: status, decisions, corrections, note, source.

use jiff::civil::Date;

/// How far a document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Not adopted; not counted.
    Draft,
    /// Adopted.
    Adopted,
    /// Adopted, and changed since.
    Corrected,
}

/// A decision about a document. Section and registry number are text, never numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// Who decided.
    pub body: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// The section (§) of the minutes.
    pub section: Option<String>,
    /// The registry number (diarienummer).
    pub registry_number: Option<String>,
}

/// A change after adoption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// When.
    pub date: Date,
    /// What was changed.
    pub text: String,
}

/// The facts about a document, as distinct from what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colophon {
    /// How far it has come; `None` when that is not known.
    pub status: Option<Status>,
    /// The decisions, in order.
    pub decisions: Vec<Decision>,
    /// The corrections, in order.
    pub corrections: Vec<Correction>,
    /// The role that answers for it.
    pub responsible: Option<String>,
    /// A footnote.
    pub note: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
}

impl Colophon {
    /// Whether the document counts: drafts do not.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.status != Some(Status::Draft)
    }
}

/// What a single value can carry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remarks {
    /// A footnote.
    pub note: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Whether the source itself is uncertain.
    pub uncertain: bool,
}

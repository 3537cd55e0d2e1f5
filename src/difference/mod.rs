//! What a comparison says to people and to other programs: plain data in words, and formats. Compares nothing itself.

pub mod amount;
mod body;
mod city;
mod commitment;
mod definition;
mod document;
mod exact;
mod fields;
mod figure;
mod flat;
mod html;
mod json;
mod markdown;
mod name;
mod notice;
mod rating;
mod reading;
mod recommendation;
mod revised;
mod shortened;
mod states;
mod text;
mod told;
mod trace;
pub mod wording;
mod years;

pub use exact::Exact;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use revised::{ChangedFile, Circumstances, FileState, Found, Internal, of_revisions};
pub use text::text;
pub use trace::{Commits, Trace};
pub use years::of_years;

use crate::diagnostic::Words;
use crate::model::{BodyId, Year};
use crate::report::text_difference::Run;

/// Everything that is to be told about two years or two revisions.
#[derive(Debug, Clone)]
pub struct Difference {
    /// What is compared with what.
    pub subject: Subject,
    /// A heading.
    pub title: Words,
    /// What must be seen before anything else.
    pub notices: Vec<Notice>,
    /// What happened, in a few sentences or lines.
    pub summary: Vec<Words>,
    /// All changes; each stands once, but for the largest, which come first too.
    pub sections: Vec<Section>,
}

impl Difference {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let is_empty = |section: &Section| section.entries.is_empty();
        self.notices.is_empty() && self.summary.is_empty() && self.sections.iter().all(is_empty)
    }
}

/// What must be seen first.
#[derive(Debug, Clone)]
pub struct Notice {
    /// One or more sentences.
    pub words: Words,
    /// Where it shows.
    pub trace: Option<Trace>,
}

/// What is compared with what.
#[derive(Debug, Clone)]
pub enum Subject {
    /// Two years of one content.
    Years {
        /// The first that was named.
        from: Year,
        /// The second.
        to: Year,
        /// The only body that is asked for.
        body: Option<BodyId>,
    },
    /// Two revisions.
    Revisions {
        /// The name of the earlier.
        from: Words,
        /// The name of the later.
        to: Words,
        /// The only body that is asked for.
        body: Option<BodyId>,
    },
}

/// Changes that belong together.
#[derive(Debug, Clone)]
pub struct Section {
    /// What they are about.
    pub kind: SectionKind,
    /// A heading.
    pub title: Words,
    /// The body whose changes they are.
    pub body: Option<BodyId>,
    /// The year, where the sides are one year at two revisions.
    pub year: Option<Year>,
    /// What is to be said of them together, such as how many ratings are unchanged.
    pub notes: Vec<Words>,
    /// The changes.
    pub entries: Vec<Entry>,
}

/// What the changes of a section are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// The largest of all.
    Largest,
    /// A body.
    Body,
    /// The city-wide follow-up.
    City,
    /// What became of auditors' recommendations.
    Recommendations,
    /// What became of the city's commitments.
    Commitments,
    /// What is written about no single year.
    Definitions,
    /// Figures of the city-wide report.
    Figures,
    /// Faults.
    Faults,
    /// Files of which nothing else is told.
    Files,
}

/// One change.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What has changed.
    pub kind: EntryKind,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// What is called so.
    pub name: Words,
    /// What became of it, in words.
    pub what: Words,
    /// The same as a stable name for programs.
    pub change: &'static str,
    /// What stood there.
    pub before: Option<Stand>,
    /// What stands there.
    pub after: Option<Stand>,
    /// What it says otherwise.
    pub fields: Vec<FieldEntry>,
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A rating.
    Rating,
    /// The answers as a whole.
    Assessment,
    /// A control plan, but for its risks.
    Plan,
    /// A risk of a control plan.
    Risk,
    /// A direct measure.
    Measure,
    /// A review.
    Review,
    /// A body's answer to a joint review.
    JointAnswer,
    /// A body's text.
    Report,
    /// The city-wide follow-up.
    FollowUp,
    /// A round of a joint review.
    Round,
    /// How a recommendation of the auditors stands.
    Recommendation,
    /// How a commitment of the city stands.
    Commitment,
    /// A figure of an indicator.
    Reading,
    /// The share of the best level among a body's answers.
    BodyShare,
    /// The share of the best level for a statement over all bodies.
    StatementShare,
    /// The same over the bodies that have answered at both sides.
    SameBodies,
    /// A body that begins or ends.
    Body,
    /// A definition.
    Definition,
    /// A figure of the city-wide report.
    Figure,
    /// A fault.
    Fault,
    /// A file.
    File,
}

/// What stands at one side.
#[derive(Debug, Clone, Default)]
pub struct Stand {
    /// In words; nothing where only the place is to be told.
    pub words: Option<Words>,
    /// The same exactly.
    pub exact: Exact,
    /// Where it is written.
    pub trace: Option<Trace>,
}

/// What a field says otherwise.
#[derive(Debug, Clone)]
pub struct FieldEntry {
    /// A stable name for programs, such as `reason`.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// The whole change in one sentence without full stop: `läge: från pågår till klar`.
    pub sentence: Words,
    /// What stood there.
    pub before: Option<Words>,
    /// What stands there.
    pub after: Option<Words>,
    /// The two texts as one, block by block; empty when they are no texts, or when one of them is not there.
    pub blocks: Vec<Vec<Run>>,
}

/// What is said where nothing differs.
fn nothing(subject: &Subject) -> Words {
    match subject {
        Subject::Years { from, to, body: None } => {
            crate::words!("Inget skiljer {from} och {to} åt.", "Nothing differs between {from} and {to}.")
        }
        Subject::Years { from, to, body: Some(_) } => crate::words!(
            "Inget skiljer {from} och {to} åt för organet.",
            "Nothing differs between {from} and {to} for the body."
        ),
        Subject::Revisions { from, to, body: Some(_) } => crate::words!(
            "Inget skiljer {from} och {to} åt för organet.",
            "Nothing differs between {from} and {to} for the body.",
            from,
            to
        ),
        Subject::Revisions { from, to, body: None } => crate::words!(
            "Inget i innehållet skiljer {from} och {to} åt.",
            "Nothing in the content differs between {from} and {to}.",
            from,
            to
        ),
    }
}

impl Section {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.notes.is_empty()
    }
}

impl Entry {
    /// Where it was written.
    #[must_use]
    pub fn trace_before(&self) -> Option<&Trace> {
        self.before.as_ref()?.trace.as_ref()
    }

    /// Where it is written.
    #[must_use]
    pub fn trace_after(&self) -> Option<&Trace> {
        self.after.as_ref()?.trace.as_ref()
    }

    /// The change in one sentence without full stop: `KM1 Förfrågningar: från Bra till Inte bra (ned)`.
    #[must_use]
    pub fn sentence(&self) -> Words {
        let words = |stand: &Option<Stand>| stand.as_ref().and_then(|stand| stand.words.clone());
        let (name, what) = (&self.name, &self.what);
        match (words(&self.before), words(&self.after)) {
            (Some(before), Some(after)) if what.sv.is_empty() => {
                crate::words!(
                    "{name}: från {before} till {after}",
                    "{name}: from {before} to {after}",
                    name,
                    before,
                    after
                )
            }
            (Some(before), Some(after)) => crate::words!(
                "{name}: från {before} till {after} ({what})",
                "{name}: from {before} to {after} ({what})",
                name,
                before,
                after,
                what
            ),
            (Some(before), None) => {
                crate::words!("{name}: {what} (var {before})", "{name}: {what} (was {before})", name, what, before)
            }
            (None, Some(after)) => {
                crate::words!("{name}: {what} ({after})", "{name}: {what} ({after})", name, what, after)
            }
            (None, None) => crate::words!("{name}: {what}", "{name}: {what}", name, what),
        }
    }
}

//! The city-wide follow-up of a year.

use jiff::civil::Date;

use super::{Colophon, Commitment, CommitmentNews, DecisionPoint, Hearing, TitledProse};
use crate::source::Origin;

/// `ar/<year>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct CityReport {
    /// Its title.
    pub title: String,
    /// When the self-assessments were due.
    pub answers_due: Option<Date>,
    /// When it comes before which body.
    pub hearings: Vec<Hearing>,
    /// What is to be decided, point by point.
    pub points: Vec<DecisionPoint>,
    /// What is promised.
    pub commitments: Vec<Commitment>,
    /// What became of what was promised in earlier years.
    pub news: Vec<CommitmentNews>,
    /// The text.
    pub text: TitledProse,
    /// Status, decisions, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

impl CityReport {
    /// The section that sums up.
    pub const SUMMARY: &str = "Sammanfattning";
    /// The section about the self-assessments.
    pub const ASSESSMENTS: &str = "Självskattningen";
    /// The section that says how it is.
    pub const VERDICT: &str = "Bedömning";
    /// The section with what the council is asked to decide.
    pub const PROPOSAL: &str = "Förslag till beslut";
}

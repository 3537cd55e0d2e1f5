//! The city-wide follow-up of a year.

use jiff::civil::Date;

use super::{Colophon, TitledProse};
use crate::source::Origin;

/// `ar/<year>.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct CityReport {
    /// Its title.
    pub title: String,
    /// When the self-assessments were due.
    pub answers_due: Option<Date>,
    /// The text.
    pub text: TitledProse,
    /// Status, decisions, corrections.
    pub colophon: Colophon,
    /// Where.
    pub origin: Origin,
}

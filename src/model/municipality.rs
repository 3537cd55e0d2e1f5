//! The city whose report this is.

use jiff::civil::Date;

use super::{Remarks, SetId, YearSpan};
use crate::source::Origin;

/// `kommun.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Municipality {
    /// The city's name.
    pub name: String,
    /// The report's title.
    pub title: String,
    /// The years that are followed up.
    pub span: YearSpan,
    /// The date of the content; what is overdue is judged at this date, never at the clock's.
    pub report_date: Date,
    /// The statement set that the start page shows.
    pub statement_set: SetId,
    /// What the report is, for the start page.
    pub description: Option<String>,
    /// A made-up city, which every page must say.
    pub fictional: bool,
    /// Whom to ask: an office, no person.
    pub contact: Option<String>,
    /// Address of a line at the forge, with `{fil}` and `{rad}`.
    pub link_pattern: Option<String>,
    /// Address of a line at the forge as it stood in a commit, with `{version}`, `{fil}` and `{rad}`.
    pub version_pattern: Option<String>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

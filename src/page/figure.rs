//! A chart as a template gets it: headline, text, drawing and table, and where they come from.

use serde::Serialize;

use super::{Table, Trace};
use crate::chart::Chart;

/// A chart on a page.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// Unique on its page, ASCII.
    pub id: String,
    /// The finding.
    pub headline: String,
    /// What is shown, unit, years.
    pub caption: String,
    /// The same in sentences.
    pub text: String,
    /// The drawing: markup.
    pub svg: String,
    /// The drawing for narrow screens: markup.
    pub narrow_svg: Option<String>,
    /// What else must be known to read it: statements that have changed on the way.
    pub notes: Vec<String>,
    /// The same as a table.
    pub table: Table,
}

impl Figure {
    /// The same with sentences that must be known to read it.
    #[must_use]
    pub fn noted(self, notes: impl IntoIterator<Item = String>) -> Self {
        Self { notes: notes.into_iter().collect(), ..self }
    }

    /// A chart on the page at the given path.
    pub fn new(page: &str, chart: &Chart, traces: Vec<Trace>) -> Self {
        Self {
            id: chart.id().to_owned(),
            headline: chart.headline().to_owned(),
            caption: chart.caption().to_owned(),
            text: chart.text().to_owned(),
            svg: chart.svg().to_owned(),
            narrow_svg: chart.narrow_svg().map(str::to_owned),
            notes: Vec::new(),
            table: Table::of_chart(page, chart, traces),
        }
    }
}

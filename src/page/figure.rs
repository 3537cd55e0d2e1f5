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
    /// The same as a table.
    pub table: Table,
}

impl Figure {
    /// A chart on the page at the given path.
    pub fn new(page: &str, chart: &Chart, traces: Vec<Trace>) -> Self {
        Self {
            id: chart.id().to_owned(),
            headline: chart.headline().to_owned(),
            caption: chart.caption().to_owned(),
            text: chart.text().to_owned(),
            svg: chart.svg().to_owned(),
            narrow_svg: chart.narrow_svg().map(str::to_owned),
            table: Table::of_chart(page, chart, traces),
        }
    }
}

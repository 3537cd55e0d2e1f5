//! Charts: one file per kind, each from one value to headline, text, drawing and table. It knows no model and no files.

use serde::Serialize;

mod canvas;
mod distribution_rows;
mod indicator_by_year;
mod indicator_drawing;
mod ink;
mod levels_by_year;
mod movement_of_ratings;
mod movement_of_shares;
mod movement_rows;
mod outcome;
#[cfg(test)]
mod proof;
mod series;
mod share_series;
mod small_multiples;
mod spans_by_round;
mod sparkline;
mod stacked_bars;
mod svg;
mod table;
mod text_width;
mod trend;
mod wording;
mod year_plot;

pub use distribution_rows::{DistributionRow, DistributionRows, distribution_rows};
pub use indicator_by_year::{Direction, IndicatorByYear, IndicatorPoint, Reading, indicator_by_year};
pub use levels_by_year::{LevelsByYear, LevelsYear, levels_by_year};
pub use movement_of_ratings::{MovedRatings, MovementOfRatings, RatingMovement, movement_of_ratings};
pub use movement_of_shares::{MovedShare, MovementOfShares, ShareMovement, movement_of_shares};
pub use outcome::{Level, Outcome, Tone};
pub use series::{TrendPoint, TrendValue};
pub use small_multiples::{BodySeries, SmallMultiples, small_multiples};
pub use spans_by_round::{SpanLevel, SpanSource, SpanValue, SpansByRound, spans_by_round};
pub use sparkline::{sparkline_of_shares, sparkline_of_values};
pub use table::{Cell, Column, Row, Table};
pub use trend::{Trend, trend};
pub use wording::Answering;

/// A chart with everything that stands around it.
///
/// Only the functions of this module make one, so that none lacks its headline, text, label or table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    id: String,
    headline: String,
    caption: String,
    text: String,
    label: String,
    svg: String,
    narrow_svg: Option<String>,
    table: Table,
}

impl Chart {
    /// Unique on its page, ASCII; every id inside the drawings begins with it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The finding, as a sentence without a full stop.
    pub fn headline(&self) -> &str {
        &self.headline
    }

    /// What is shown, its unit and years, and how many answered.
    pub fn caption(&self) -> &str {
        &self.caption
    }

    /// Sentences that say what the drawing shows: level, change, extremes, gaps, breaks, where the figures come from.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The short name that a screen reader says for the drawing.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The drawing, 720 px wide: markup, safe to put into a page.
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// The drawing for narrow screens, 340 px wide: markup; `None` when the wide one serves there too.
    pub fn narrow_svg(&self) -> Option<&str> {
        self.narrow_svg.as_deref()
    }

    /// The figures of the drawing and the text.
    pub fn table(&self) -> &Table {
        &self.table
    }
}

/// Which drawing of a chart: the widths that pages have room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Variant {
    Wide,
    Narrow,
}

impl Variant {
    /// The natural width in px.
    fn width(self) -> i32 {
        match self {
            Variant::Wide => 720,
            Variant::Narrow => 340,
        }
    }

    /// What the ids inside the drawing begin with.
    fn id(self, chart: &str) -> String {
        match self {
            Variant::Wide => chart.to_owned(),
            Variant::Narrow => format!("{chart}_narrow"),
        }
    }
}

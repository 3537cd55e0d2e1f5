//! Tables as templates and files get them: every cell is text, and says why where there is no figure.

use serde::Serialize;

use super::{Trace, address};
use crate::chart;
use crate::model::{Missing, Tone};

/// A table with its caption.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Unique on its page, ASCII.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Its columns, that of the row headers first.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The same table as a file.
    pub download: String,
    /// Where its figures were written.
    pub traces: Vec<Trace>,
    /// Whether it belongs to a chart.
    pub of_chart: bool,
    /// Whether it is so wide that its first column stays in sight.
    pub wide: bool,
}

/// A column.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Whether its cells are figures.
    pub numeric: bool,
    /// Where the heading leads.
    pub href: Option<String>,
    /// What a heading of a few letters stands for.
    pub meaning: Option<String>,
}

/// A row.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Its heading.
    pub header: Cell,
    /// Its cells, one for each further column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cell {
    /// What stands there; never empty.
    pub text: String,
    /// More words for those who hear the link alone.
    pub hidden: Option<String>,
    /// Where it leads.
    pub href: Option<String>,
    /// Whether that lies outside the site.
    pub outside: bool,
    /// The symbol that goes with a level.
    pub symbol: Option<String>,
    /// The class of a level, or of a value that is not there.
    pub class: Option<&'static str>,
    /// More about it, below it.
    pub note: Option<String>,
    /// A little drawing beside it.
    pub svg: Option<String>,
    /// Whether it is a figure.
    pub numeric: bool,
}

/// A table under a heading of its own.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The heading.
    pub title: &'static str,
    /// The table.
    pub table: Table,
}

impl Table {
    /// A table of a page at the given path.
    pub fn new(
        page: &str,
        id: impl Into<String>,
        caption: impl Into<String>,
        columns: Vec<Column>,
        rows: Vec<Row>,
        traces: Vec<Trace>,
    ) -> Self {
        let id = id.into();
        let download = address::download(page, &id);
        let wide = columns.len() > 8;
        Self { id, caption: caption.into(), columns, rows, download, traces, of_chart: false, wide }
    }

    /// The same beside others of its kind on a page.
    #[must_use]
    pub fn renamed(self, page: &str, id: String) -> Self {
        Self { download: address::download(page, &id), id, ..self }
    }

    /// The table of a chart.
    pub fn of_chart(page: &str, chart: &chart::Chart, traces: Vec<Trace>) -> Self {
        let table = chart.table();
        let columns = table.columns.iter().map(|column| Column {
            name: column.name.clone(),
            numeric: column.numeric,
            ..Column::default()
        });
        let cell = |cell: &chart::Cell| Cell {
            text: cell.text.clone(),
            numeric: cell.numeric,
            class: cell.class,
            ..Cell::default()
        };
        let rows = table
            .rows
            .iter()
            .map(|row| Row { header: Cell::text(&row.header), cells: row.cells.iter().map(cell).collect() });
        let id = format!("{}_tabell", chart.id());
        Self { of_chart: true, ..Self::new(page, id, &table.caption, columns.collect(), rows.collect(), traces) }
    }
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A column of figures.
    pub fn figures(name: impl Into<String>) -> Self {
        Self { name: name.into(), numeric: true, ..Self::default() }
    }
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A figure.
    pub fn figure(text: impl Into<String>) -> Self {
        Self { text: text.into(), numeric: true, ..Self::default() }
    }

    /// Words that lead somewhere.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// The way to the line where it was written.
    pub fn trace(text: impl Into<String>, trace: Trace) -> Self {
        Self { href: Some(trace.href), outside: trace.outside, ..Self::text(text) }
    }

    /// Why there is no value.
    pub fn missing(missing: Missing) -> Self {
        Self { text: missing.words().to_owned(), class: Some("missing"), ..Self::default() }
    }

    /// Adds words for those who hear the link alone.
    #[must_use]
    pub fn hidden(mut self, words: String) -> Self {
        self.hidden = Some(words);
        self
    }

    /// Puts more below it.
    #[must_use]
    pub fn note(mut self, note: Option<String>) -> Self {
        self.note = note;
        self
    }
}

/// The class of a tone, which gives it its colour.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "tone-god",
        Tone::Improve => "tone-forbattra",
        Tone::Serious => "tone-allvarlig",
        Tone::Neutral => "tone-neutral",
    }
}

//! The table beside a chart: the same figures as text, ready for a template or a file.

use serde::Serialize;

/// A table with a caption, named columns and a header for every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// All columns, that of the row headers first.
    pub columns: Vec<Column>,
    /// The rows, each with one cell fewer than there are columns.
    pub rows: Vec<Row>,
}

/// A column by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The header, never empty.
    pub name: String,
    /// Whether its cells are figures, which stand to the right.
    pub numeric: bool,
}

/// A row with its header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What the row is about: a year, some years, a body, a statement.
    pub header: String,
    /// The cells after the header.
    pub cells: Vec<Cell>,
}

/// One cell, never empty: a missing value is its reason in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What stands in the cell.
    pub text: String,
    /// Whether its column is of figures, so that it stands to the right.
    pub numeric: bool,
    /// A class for the theme: `missing`, `published` or `uncertain`.
    pub class: Option<&'static str>,
}

impl Table {
    /// A table whose cells stand as their columns do.
    pub(super) fn new(caption: String, columns: Vec<Column>, mut rows: Vec<Row>) -> Table {
        for row in &mut rows {
            for (cell, column) in row.cells.iter_mut().zip(columns.iter().skip(1)) {
                cell.numeric = column.numeric;
            }
        }
        Table { caption, columns, rows }
    }
}

impl Column {
    /// A column of words.
    pub(super) fn words(name: impl Into<String>) -> Column {
        Column { name: name.into(), numeric: false }
    }

    /// A column of figures.
    pub(super) fn figures(name: impl Into<String>) -> Column {
        Column { name: name.into(), numeric: true }
    }
}

impl Cell {
    /// A cell with a figure or a word.
    pub(super) fn new(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), numeric: false, class: None }
    }

    /// A cell with a figure that is uncertain.
    pub(super) fn uncertain(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), numeric: false, class: Some("uncertain") }
    }

    /// A cell with a figure from a published compilation.
    pub(super) fn published(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), numeric: false, class: Some("published") }
    }

    /// A cell that says why there is no figure.
    pub(super) fn missing(reason: impl Into<String>) -> Cell {
        Cell { text: reason.into(), numeric: false, class: Some("missing") }
    }
}

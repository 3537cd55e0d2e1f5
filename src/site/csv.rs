//! Tables as files for Excel in Swedish: mark, semicolons, CRLF, decimal comma, and no cell that acts as a formula.

use csv::{Terminator, WriterBuilder};

use crate::page::{Cell, Table};

/// The bytes of a table's file.
#[must_use]
pub fn csv(table: &Table) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(&mut bytes);
    let names = table.columns.iter().map(|column| match &column.meaning {
        Some(meaning) => harmless(&format!("{} {meaning}", column.name)),
        None => harmless(&column.name),
    });
    writer.write_record(names).expect("memory takes all");
    for row in &table.rows {
        writer.write_record(std::iter::once(&row.header).chain(&row.cells).map(cell)).expect("memory takes all");
    }
    writer.flush().expect("memory takes all");
    drop(writer);
    bytes
}

fn cell(cell: &Cell) -> String {
    let plain = plain_number(&cell.text);
    if cell.numeric && is_number(&plain) { plain } else { harmless(&cell.text.replace('\u{ad}', "")) }
}

/// A figure without the spaces and signs that are there for the eye.
fn plain_number(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], "").replace('\u{2212}', "-")
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = digits.strip_suffix('%').unwrap_or(digits);
    digits.chars().all(|character| character.is_ascii_digit() || character == ',')
        && digits.starts_with(|first: char| first.is_ascii_digit())
}

/// Text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Column, Row};

    fn of(cells: Vec<Cell>) -> String {
        let columns = vec![Column::words("Organ"), Column::figures("Antal")];
        let row = Row { header: Cell::text("=HYPERLINK(1)"), cells };
        let table = Table::new("index.html", "t", "Tabell", columns, vec![row], Vec::new());
        String::from_utf8(csv(&table)).expect("it is text")
    }

    #[test]
    fn figures_lose_what_is_for_the_eye() {
        assert_eq!(of(vec![Cell::figure("1\u{a0}117")]), "\u{feff}Organ;Antal\r\n'=HYPERLINK(1);1117\r\n");
        assert_eq!(of(vec![Cell::figure("\u{2212}12,5\u{a0}%")]), "\u{feff}Organ;Antal\r\n'=HYPERLINK(1);-12,5%\r\n");
    }

    #[test]
    fn words_in_a_figure_column_stay_words() {
        assert_eq!(of(vec![Cell::figure("+nytt; ord")]), "\u{feff}Organ;Antal\r\n'=HYPERLINK(1);\"'+nytt; ord\"\r\n");
    }
}

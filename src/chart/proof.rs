//! The proof that a chart tells one thing: every number in its drawings and its text stands in its table.

use crate::chart::Chart;

/// Fails when a number of the drawings or the text is not in the table; axis figures are no content.
pub fn assert_numbers_stand_in_table(chart: &Chart) {
    let table = numbers(&table_text(chart));
    let narrow = chart.narrow_svg().unwrap_or_default();
    for (place, text) in
        [("svg", drawn_text(chart.svg())), ("narrow svg", drawn_text(narrow)), ("text", chart.text().to_owned())]
    {
        for number in numbers(&text) {
            assert!(table.contains(&number), "{number} stands in the {place} and not in the table\n{text}\n{table:?}");
        }
    }
    assert_ne!(chart.label(), chart.caption());
    assert_ne!(chart.label(), chart.headline());
    for row in &chart.table().rows {
        assert_eq!(row.cells.len() + 1, chart.table().columns.len(), "{row:?}");
        assert!(row.cells.iter().all(|cell| !cell.text.is_empty()), "{row:?}");
    }
    for svg in [chart.svg(), narrow] {
        assert!(svg.starts_with("<svg role=\"img\" aria-label=\"Diagram: "), "{svg}");
        for foreign in ["style=", "rotate", "font-", "stroke=", "background"] {
            assert!(!svg.contains(foreign), "{foreign} stands in the drawing");
        }
        assert_eq!(svg.matches("fill=").count(), svg.matches("fill=\"url(#").count());
    }
}

fn table_text(chart: &Chart) -> String {
    let table = chart.table();
    let mut text = vec![table.caption.clone()];
    text.extend(table.columns.iter().map(|column| column.name.clone()));
    for row in &table.rows {
        text.push(row.header.clone());
        text.extend(row.cells.iter().map(|cell| cell.text.clone()));
    }
    text.join("\n")
}

/// The words of a drawing, without those of its axes.
fn drawn_text(svg: &str) -> String {
    let mut text = String::new();
    for line in svg.lines().filter(|line| line.starts_with("<text") && !line.contains("c-axis-text")) {
        let content = line.split_once('>').map_or("", |(_, rest)| rest).trim_end_matches("</text>");
        text.push_str(content);
        text.push('\n');
    }
    text
}

/// Numbers with their thousands and decimals: `1 117,5` is one.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    for character in text.chars().chain(['\n']) {
        let goes_on = character.is_ascii_digit() || (!number.is_empty() && (character == '\u{a0}' || character == ','));
        if goes_on {
            number.push(character);
        } else if !number.is_empty() {
            found.push(number.trim_end_matches(['\u{a0}', ',']).to_owned());
            number.clear();
        }
    }
    found
}

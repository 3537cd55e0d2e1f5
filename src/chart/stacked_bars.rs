//! Stacked horizontal bars, a row for each outcome: their drawing and their table. It does not know what rows are.

use crate::chart::Variant;
use crate::chart::canvas::{Align, Canvas, FILL_GAP, Place};
use crate::chart::ink::Ink;
use crate::chart::outcome::{Level, Outcome, Portion};
use crate::chart::svg::{Frame, drawing};
use crate::chart::table::{Cell, Column};
use crate::chart::text_width::{shortened, text_width, wrapped};
use crate::chart::wording::{Answering, count, out_of, percent_sign};

const BAR_HEIGHT: i32 = 26;
const LINE_HEIGHT: i32 = 18;
const ROW_GAP: i32 = 12;
const LEGEND_LINE: i32 = 24;
const SWATCH: i32 = 14;

/// A bar with its name.
pub struct BarRow<'outcome> {
    /// A year, some missing years, a category, a body.
    pub name: String,
    /// What the bar shows.
    pub outcome: &'outcome Outcome,
    /// What stands beside the bar: how many answered, or nothing.
    pub status: String,
    /// Whether a break parts it from the row above.
    pub after_break: bool,
}

/// Both drawings of bars.
pub fn drawings(id: &str, label: &str, levels: &[Level], rows: &[BarRow<'_>]) -> (String, Option<String>) {
    let narrow = one_drawing(id, label, levels, rows, Variant::Narrow);
    (one_drawing(id, label, levels, rows, Variant::Wide), Some(narrow))
}

fn one_drawing(id: &str, label: &str, levels: &[Level], rows: &[BarRow<'_>], variant: Variant) -> String {
    let keys = legend(levels, rows);
    let (keys, legend_height) = placed_legend(keys, variant.width());
    let layouts = layout(rows, legend_height, variant);
    let height = layouts.last().map_or(legend_height, |layout| layout.bottom) + 2;
    drawing(&Frame { id, label, variant, height }, |canvas| {
        for (place, key) in &keys {
            draw_key(canvas, *place, key);
        }
        for (row, layout) in rows.iter().zip(&layouts) {
            if row.after_break {
                let y = layout.name_top.min(layout.bar_top) - ROW_GAP / 2;
                canvas.line(Ink::Break, vec![(0, y), (variant.width(), y)]);
            }
            draw_row(canvas, levels, row, layout, variant);
        }
    })
}

/// An entry of the legend: what the swatch is drawn with, and its word.
struct Key {
    inks: Vec<Ink>,
    word: String,
}

fn legend(levels: &[Level], rows: &[BarRow<'_>]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for level in levels {
        let inks = vec![Ink::tone(level.tone), Ink::tone_pattern(level.tone)];
        keys.push(Key { inks, word: format!("{} {}", level.symbol, level.name) });
    }
    if rows.iter().any(|row| row.outcome.rest().is_some()) {
        keys.push(Key { inks: vec![Ink::Rest], word: "Övrigt".to_owned() });
    }
    if rows.iter().any(|row| is_published(row.outcome)) {
        keys.push(Key { inks: vec![Ink::ToneGood, Ink::Published], word: "Streckat: publicerat".to_owned() });
    }
    keys
}

/// Keys in as many lines as they need, and the height of those.
fn placed_legend(keys: Vec<Key>, width: i32) -> (Vec<(Place, Key)>, i32) {
    let (mut x, mut y) = (0, SWATCH / 2 + 2);
    let mut placed = Vec::new();
    for key in keys {
        let needed = SWATCH + 6 + text_width(&key.word);
        if x > 0 && x + needed > width {
            (x, y) = (0, y + LEGEND_LINE);
        }
        placed.push(((x, y), key));
        x += needed + 18;
    }
    (placed, y + LEGEND_LINE)
}

fn draw_key(canvas: &Canvas<'_>, (x, y): Place, key: &Key) {
    for &ink in &key.inks {
        canvas.rectangle(ink, (x, y - SWATCH / 2), (x + SWATCH, y + SWATCH / 2));
    }
    canvas.text(Ink::Text, (x + SWATCH + 6, y), Align::Start, &key.word);
}

/// Where the parts of a row lie.
struct RowLayout {
    name: Vec<String>,
    name_top: i32,
    bar_top: i32,
    across: (i32, i32),
    status: (Place, Align),
    bottom: i32,
}

fn layout(rows: &[BarRow<'_>], top: i32, variant: Variant) -> Vec<RowLayout> {
    let width = variant.width();
    let status_width = rows.iter().map(|row| text_width(&row.status)).max().unwrap_or(0);
    let name_width = rows.iter().map(|row| text_width(&row.name)).max().unwrap_or(0).min(210);
    let status_space = if status_width == 0 { 0 } else { status_width + 12 };
    let mut y = top;
    let mut layouts = Vec::new();
    for row in rows {
        let layout = match variant {
            Variant::Wide => {
                let name = wrapped(&row.name, name_width, 3);
                let text_height = LINE_HEIGHT * to_px(name.len());
                let height = text_height.max(BAR_HEIGHT);
                let middle = y + height / 2;
                RowLayout {
                    name,
                    name_top: middle - text_height / 2,
                    bar_top: middle - BAR_HEIGHT / 2,
                    across: (name_width + 14, width - status_space),
                    status: ((width - status_width, middle), Align::Start),
                    bottom: y + height,
                }
            }
            Variant::Narrow => {
                let name = wrapped(&row.name, width - status_space, 3);
                let bar_top = y + LINE_HEIGHT * to_px(name.len()) + 3;
                RowLayout {
                    name,
                    name_top: y,
                    bar_top,
                    across: (0, width),
                    status: ((width, y + LINE_HEIGHT / 2), Align::End),
                    bottom: bar_top + BAR_HEIGHT,
                }
            }
        };
        y = layout.bottom + ROW_GAP;
        layouts.push(layout);
    }
    layouts
}

fn draw_row(canvas: &Canvas<'_>, levels: &[Level], row: &BarRow<'_>, layout: &RowLayout, variant: Variant) {
    for (line, name) in layout.name.iter().enumerate() {
        let y = layout.name_top + LINE_HEIGHT * to_px(line) + LINE_HEIGHT / 2;
        match variant {
            Variant::Wide => canvas.text(Ink::Text, (layout.across.0 - 14, y), Align::End, name),
            Variant::Narrow => canvas.text(Ink::Text, (0, y), Align::Start, name),
        }
    }
    let (left, right) = layout.across;
    if let Some(reason) = row.outcome.missing() {
        canvas.rectangle(Ink::Gap, (left, layout.bar_top), (right, layout.bar_top + BAR_HEIGHT));
        let reason = shortened(reason, right - left - 20);
        canvas.text(Ink::GapText, (left + 10, layout.bar_top + BAR_HEIGHT / 2), Align::Start, &reason);
        return;
    }
    let (place, align) = layout.status;
    if !row.status.is_empty() {
        canvas.text(Ink::Quiet, place, align, &row.status);
    }
    draw_segments(canvas, levels, row.outcome, layout);
}

/// The width of the smallest share that is not nothing, in px.
const THINNEST: i32 = 2;

fn draw_segments(canvas: &Canvas<'_>, levels: &[Level], outcome: &Outcome, layout: &RowLayout) {
    let mut segments: Vec<(Option<&Level>, Portion)> = Vec::new();
    for (place, level) in levels.iter().enumerate() {
        segments.extend(outcome.portion(place).map(|portion| (Some(level), portion)));
    }
    segments.extend(outcome.rest().map(|portion| (None, portion)));
    let shown: Vec<i64> = segments.iter().map(|(_, portion)| portion.position()).filter(|size| *size > 0).collect();
    let whole = shown.iter().sum::<i64>().max(10_000);
    let (left, right) = layout.across;
    let share =
        |room: i32, size: i64| i32::try_from(i64::from(room) * size / whole).expect("a part of the width is no wider");
    // What is too thin for its gap is drawn all the same: a serious fault must be seen. The others then give way a little.
    let thin = shown.iter().any(|size| share(right - left, *size) < THINNEST + FILL_GAP);
    let least = if thin { THINNEST + FILL_GAP } else { 0 };
    let room = right - left - least * to_px(shown.len());
    let (mut position, mut before) = (0, 0);
    for (level, portion) in segments {
        if portion.position() == 0 {
            continue;
        }
        let start = left + before * least + share(room, position);
        position += portion.position();
        before += 1;
        let gap = if position < whole { FILL_GAP } else { 0 };
        let end = left + before * least + share(room, position) - gap;
        let (top, bottom) = (layout.bar_top, layout.bar_top + BAR_HEIGHT);
        match level {
            Some(level) => {
                canvas.rectangle(Ink::tone(level.tone), (start, top), (end, bottom));
                canvas.rectangle(Ink::tone_pattern(level.tone), (start, top), (end, bottom));
                if is_published(outcome) {
                    canvas.rectangle(Ink::Published, (start, top), (end, bottom));
                }
                draw_chip(canvas, &level.symbol, &portion, (start, end), top);
            }
            None => canvas.rectangle(Ink::Rest, (start, top), (end, bottom)),
        }
    }
}

/// The value of a segment on a ground of its own, with the level's sign where both fit.
fn draw_chip(canvas: &Canvas<'_>, symbol: &str, portion: &Portion, (start, end): (i32, i32), top: i32) {
    let value = percent_sign(&portion.shown);
    let with_symbol = format!("{symbol} {value}");
    let Some(text) = [with_symbol, value].into_iter().find(|text| text_width(text) + 16 <= end - start) else { return };
    let chip_end = start + 4 + text_width(&text) + 8;
    canvas.rectangle(Ink::Chip, (start + 4, top + 4), (chip_end, top + BAR_HEIGHT - 4));
    canvas.text(Ink::Value, ((start + 4 + chip_end) / 2, top + BAR_HEIGHT / 2), Align::Middle, &text);
}

fn is_published(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Published { .. })
}

/// How many answered, or that it was published; empty when it is missing.
pub fn status(outcome: &Outcome, answering: Answering) -> String {
    match outcome {
        Outcome::Computed { whole: 0, .. } | Outcome::Missing { .. } => String::new(),
        Outcome::Computed { answered, expected, .. } => answering.short(*answered, *expected),
        Outcome::Published { .. } => "publicerat".to_owned(),
    }
}

fn to_px(lines: usize) -> i32 {
    i32::try_from(lines).expect("a name has three lines at most")
}

/// The columns that rows of outcomes need, after the one of their headers.
pub fn columns(levels: &[Level], rows: &[BarRow<'_>], answering: Answering) -> Vec<Column> {
    let mut columns: Vec<Column> = levels.iter().map(|level| Column::figures(&level.name)).collect();
    if has_rest(rows) {
        columns.push(Column::figures("Övrigt"));
    }
    if has_counts(rows) {
        columns.push(Column::figures("Totalt antal"));
        columns.push(Column::figures(answering.column()));
    }
    columns.push(Column::words("Källa"));
    columns
}

/// The cells of one row, as many as there are columns.
pub fn cells(levels: &[Level], rows: &[BarRow<'_>], outcome: &Outcome) -> Vec<Cell> {
    let columns = levels.len() + usize::from(has_rest(rows)) + if has_counts(rows) { 2 } else { 0 } + 1;
    if let Some(reason) = outcome.missing() {
        return vec![Cell::missing(reason); columns];
    }
    let missing = || {
        Cell::missing(match outcome {
            Outcome::Published { .. } => "ej publicerat",
            Outcome::Computed { .. } | Outcome::Missing { .. } => "uppgift saknas",
        })
    };
    let mut cells: Vec<Cell> = Vec::with_capacity(columns);
    for level in 0..levels.len() {
        cells.push(outcome.portion(level).map_or_else(missing, |portion| portion_cell(&portion)));
    }
    if has_rest(rows) {
        cells.push(outcome.rest().map_or_else(|| Cell::new("0\u{a0}%"), |portion| portion_cell(&portion)));
    }
    match outcome {
        Outcome::Computed { whole, answered, expected, .. } => {
            cells.push(Cell::new(count(*whole)));
            cells.push(Cell::new(out_of(*answered, *expected)));
            cells.push(Cell::new("beräknad"));
        }
        Outcome::Published { .. } => {
            if has_counts(rows) {
                cells.extend([missing(), missing()]);
            }
            let note = outcome.rest_note().map(|note| format!("; övrigt: {note}")).unwrap_or_default();
            cells.push(Cell::new(format!("publicerad sammanställning{note}")));
        }
        Outcome::Missing { .. } => {}
    }
    cells
}

fn portion_cell(portion: &Portion) -> Cell {
    let percent = percent_sign(&portion.shown);
    match portion.count {
        Some(number) => Cell::new(format!("{percent} ({})", count(number))),
        None => Cell::published(percent),
    }
}

fn has_rest(rows: &[BarRow<'_>]) -> bool {
    rows.iter().any(|row| row.outcome.rest().is_some())
}

fn has_counts(rows: &[BarRow<'_>]) -> bool {
    rows.iter().any(|row| matches!(row.outcome, Outcome::Computed { .. }) && row.outcome.missing().is_none())
}

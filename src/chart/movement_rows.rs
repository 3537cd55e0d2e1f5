//! Where the rows of a movement lie: a name, a strip for the marks, and what stands beside it. It does not know the marks.

use crate::chart::Variant;
use crate::chart::canvas::{Align, Canvas, Place};
use crate::chart::ink::Ink;
use crate::chart::text_width::{shortened, text_width, wrapped};

/// The height of a strip.
pub const STRIP: i32 = 24;
const LINE_HEIGHT: i32 = 18;
const ROW_GAP: i32 = 8;
const WIDEST_NAME: i32 = 250;
const MOST_LINES: usize = 3;

/// What is written in a row.
pub struct MovementRow<'value> {
    /// Its name.
    pub name: &'value str,
    /// What stands beside the strip; may be empty.
    pub status: String,
    /// What is to be known besides, under the strip; may be empty.
    pub note: String,
    /// Why there is nothing to draw.
    pub reason: Option<&'value str>,
}

/// Where a row lies.
pub struct RowPlace {
    name: Vec<String>,
    name_top: i32,
    /// The left and right ends of its strip.
    pub across: (i32, i32),
    /// The middle of its strip.
    pub middle: i32,
    status: Place,
    /// Where the row ends.
    pub bottom: i32,
}

/// The places of all rows below a height.
pub fn places(rows: &[MovementRow<'_>], top: i32, variant: Variant) -> Vec<RowPlace> {
    let width = variant.width();
    let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(text_width).max().unwrap_or(0);
    let status_width = widest(&mut rows.iter().map(|row| row.status.as_str()));
    let status_space = if status_width == 0 { 0 } else { status_width + 16 };
    let name_width = widest(&mut rows.iter().map(|row| row.name)).min(WIDEST_NAME);
    let mut y = top;
    let mut places = Vec::new();
    for row in rows {
        let note_height = if row.note.is_empty() { 0 } else { LINE_HEIGHT };
        let place = match variant {
            Variant::Wide => {
                let name = wrapped(row.name, name_width, MOST_LINES);
                let text_height = LINE_HEIGHT * lines(&name);
                let height = text_height.max(STRIP + note_height);
                let middle = y + (height - note_height) / 2;
                RowPlace {
                    name,
                    name_top: y + (height - text_height) / 2,
                    across: (name_width + 22, width - status_space),
                    middle,
                    status: (width, middle),
                    bottom: y + height,
                }
            }
            Variant::Narrow => {
                let name = wrapped(row.name, width - status_space, MOST_LINES);
                let strip_top = y + LINE_HEIGHT * lines(&name);
                RowPlace {
                    name,
                    name_top: y,
                    across: (8, width - 8),
                    middle: strip_top + STRIP / 2,
                    status: (width, y + LINE_HEIGHT / 2),
                    bottom: strip_top + STRIP + note_height,
                }
            }
        };
        y = place.bottom + ROW_GAP;
        places.push(place);
    }
    places
}

/// Draws what is written in a row, and its reason in the place of marks.
pub fn draw_words(canvas: &Canvas<'_>, row: &MovementRow<'_>, place: &RowPlace, variant: Variant) {
    let (left, right) = place.across;
    for (line, name) in (0..).zip(&place.name) {
        let y = place.name_top + LINE_HEIGHT * line + LINE_HEIGHT / 2;
        match variant {
            Variant::Wide => canvas.text(Ink::Text, (left - 22, y), Align::End, name),
            Variant::Narrow => canvas.text(Ink::Text, (0, y), Align::Start, name),
        }
    }
    if let Some(reason) = row.reason {
        let (top, bottom) = (place.middle - STRIP / 2, place.middle + STRIP / 2);
        canvas.rectangle(Ink::Gap, (left, top), (right, bottom));
        canvas.text(Ink::GapText, (left + 10, place.middle), Align::Start, &shortened(reason, right - left - 20));
        return;
    }
    if !row.status.is_empty() {
        canvas.text(Ink::Value, place.status, Align::End, &row.status);
    }
    if !row.note.is_empty() {
        let note = shortened(&row.note, right - left);
        canvas.text(Ink::Quiet, (left, place.middle + STRIP / 2 + LINE_HEIGHT / 2), Align::Start, &note);
    }
}

fn lines(name: &[String]) -> i32 {
    i32::try_from(name.len()).expect("a name has three lines at most")
}

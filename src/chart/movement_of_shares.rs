//! The chart of shares that moved, row by row: a ring where a share was, a dot where it is, a line between them.

use rust_decimal::Decimal;

use crate::chart::canvas::{Align, Canvas};
use crate::chart::ink::Ink;
use crate::chart::movement_rows::{MovementRow, RowPlace, STRIP, draw_words, places};
use crate::chart::outcome::Portion;
use crate::chart::share_series::{Movement, change_of_portions, movement_of_portions};
use crate::chart::svg::{Frame, drawing};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::text_width::text_width;
use crate::chart::wording::{
    UNKNOWN, capitalized, out_of, paragraph, percent_sign, percent_word, plain, uncapitalized,
};
use crate::chart::{Chart, Variant};
use crate::language::list;

/// How shares moved between two years, or two states of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovementOfShares {
    /// Unique on the page, ASCII.
    pub id: String,
    /// Whose answers: `alla nämnder och bolag`.
    pub subject: String,
    /// What the share is of: `andelen tillfredsställande`.
    pub what: String,
    /// What a row is, as a column's name: `Påstående`.
    pub row_name: String,
    /// What rows are in a sentence: `påståenden`.
    pub rows_name: String,
    /// What is compared from: a year, a revision.
    pub from_label: String,
    /// What is compared to.
    pub to_label: String,
    /// The rows in the order in which they are to stand.
    pub rows: Vec<ShareMovement>,
}

/// The share of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareMovement {
    /// Its name.
    pub name: String,
    /// Its share before; `None` where there is none.
    pub from: Option<MovedShare>,
    /// Its share after; `None` where there is none.
    pub to: Option<MovedShare>,
    /// Why they are not compared: *ny lydelse, kan inte jämföras*, *tillkom 2023*. `None` where they are.
    pub reason: Option<String>,
}

/// A share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovedShare {
    /// Counted from the answers.
    Computed {
        /// How many.
        part: u64,
        /// Of how many.
        whole: u64,
    },
    /// Published, in per cent.
    Published(Decimal),
}

const HEAD: i32 = 58;

impl MovedShare {
    fn portion(self) -> Option<Portion> {
        match self {
            MovedShare::Computed { part, whole } => Portion::computed(part, whole),
            MovedShare::Published(percent) => Some(Portion::published(percent)),
        }
    }

    fn is_published(self) -> bool {
        match self {
            MovedShare::Published(_) => true,
            MovedShare::Computed { .. } => false,
        }
    }

    fn cell(self) -> Cell {
        match (self, self.portion()) {
            (_, None) => Cell::missing(UNKNOWN),
            (MovedShare::Computed { part, whole }, Some(portion)) => {
                Cell::new(format!("{} ({})", percent_sign(&portion.shown), out_of(part, whole)))
            }
            (MovedShare::Published(_), Some(portion)) => {
                Cell::published(format!("{} (publicerat)", percent_sign(&portion.shown)))
            }
        }
    }
}

impl ShareMovement {
    /// Both shares where they are compared, or why they are not.
    fn ends(&self) -> Result<(Portion, Portion), &str> {
        let portion = |share: Option<MovedShare>| share.and_then(MovedShare::portion);
        match (&self.reason, portion(self.from), portion(self.to)) {
            (Some(reason), ..) => Err(reason),
            (None, Some(from), Some(to)) => Ok((from, to)),
            (None, ..) => Err(UNKNOWN),
        }
    }
}

/// The chart of shares that moved.
pub fn movement_of_shares(value: &MovementOfShares) -> Chart {
    let label = format!("Diagram: {} före och efter per {}", value.what, uncapitalized(&value.row_name));
    Chart {
        id: value.id.clone(),
        headline: headline(value),
        caption: format!(
            "{}: {} i procent, {} jämfört med {}.",
            capitalized(&value.subject),
            value.what,
            value.to_label,
            value.from_label
        ),
        text: text(value),
        svg: one_drawing(value, &label, Variant::Wide),
        narrow_svg: Some(one_drawing(value, &label, Variant::Narrow)),
        label,
        table: table(value),
    }
}

fn compared(value: &MovementOfShares) -> Vec<(&str, Portion, Portion)> {
    value.rows.iter().filter_map(|row| row.ends().ok().map(|(from, to)| (row.name.as_str(), from, to))).collect()
}

fn headline(value: &MovementOfShares) -> String {
    let rows = compared(value);
    let what = capitalized(&value.what);
    let moved = |kind: Movement| rows.iter().filter(|(_, from, to)| movement_of_portions(from, to) == kind).count();
    let (up, down, almost) = (moved(Movement::Up), moved(Movement::Down), moved(Movement::AlmostSame));
    let still = if almost > 0 { "i stort sett oförändrad" } else { "oförändrad" };
    let comparable = if rows.len() < value.rows.len() { "jämförbara " } else { "" };
    let all = format!("{} {comparable}{}", rows.len(), value.rows_name);
    match rows.as_slice() {
        [] => format!("{what} kan inte jämföras mellan {} och {}", value.from_label, value.to_label),
        [(name, from, to)] => match movement_of_portions(from, to) {
            Movement::Up => {
                format!("{name}: {} ökade från {} till {}", value.what, plain(&from.shown), percent_word(&to.shown))
            }
            Movement::Down => {
                format!("{name}: {} minskade från {} till {}", value.what, plain(&from.shown), percent_word(&to.shown))
            }
            Movement::Same | Movement::AlmostSame => {
                format!("{name}: {} var {still}, {}", value.what, percent_word(&to.shown))
            }
        },
        several => match (up, down) {
            (0, 0) => format!("{what} var {still} för alla {all}"),
            (up, _) if up == several.len() => format!("{what} ökade för alla {all}"),
            (_, down) if down == several.len() => format!("{what} minskade för alla {all}"),
            (up, 0) => format!("{what} ökade för {up} av {all} och var {still} för de övriga"),
            (0, down) => format!("{what} minskade för {down} av {all} och var {still} för de övriga"),
            (up, down) => format!("{what} ökade för {up} och minskade för {down} av {all}"),
        },
    }
}

fn text(value: &MovementOfShares) -> String {
    let rows = compared(value);
    let farthest = |verb: &str, by: fn(&(&str, Portion, Portion)) -> Decimal| {
        let most = rows.iter().map(by).max().filter(|most| *most > Decimal::ZERO)?;
        let moved = rows.iter().filter(|row| by(row) == most);
        let names: Vec<_> = moved
            .map(|(name, from, to)| format!("{name} (från {} till {})", plain(&from.shown), percent_word(&to.shown)))
            .collect();
        Some(format!("Mest {verb} {}.", list::joined(&names)))
    };
    let apart: Vec<_> = value
        .rows
        .iter()
        .filter_map(|row| row.ends().err().map(|reason| format!("{} ({})", row.name, uncapitalized(reason))))
        .collect();
    let apart = (!apart.is_empty()).then(|| format!("Jämförs inte: {}.", list::joined(&apart)));
    let up = farthest("ökade", |(_, from, to)| to.shown - from.shown);
    let down = farthest("minskade", |(_, from, to)| from.shown - to.shown);
    paragraph([up, down, apart])
}

/// `48 % → 65 %`.
fn status(row: &ShareMovement) -> String {
    row.ends()
        .map(|(from, to)| format!("{} → {}", percent_sign(&from.shown), percent_sign(&to.shown)))
        .unwrap_or_default()
}

/// Which of both was published, where that is so.
fn note(value: &MovementOfShares, row: &ShareMovement) -> String {
    let is_published = |share: Option<MovedShare>| share.is_some_and(MovedShare::is_published);
    match (row.ends(), is_published(row.from), is_published(row.to)) {
        (Err(_), ..) | (Ok(_), false, false) => String::new(),
        (Ok(_), true, true) => "båda är publicerade".to_owned(),
        (Ok(_), true, false) => format!("{} är publicerat", value.from_label),
        (Ok(_), false, true) => format!("{} är publicerat", value.to_label),
    }
}

fn one_drawing(value: &MovementOfShares, label: &str, variant: Variant) -> String {
    let words = |row| {
        let row: &ShareMovement = row;
        MovementRow { name: &row.name, status: status(row), note: note(value, row), reason: row.ends().err() }
    };
    let rows: Vec<_> = value.rows.iter().map(words).collect();
    let places = places(&rows, HEAD, variant);
    let height = places.last().map_or(HEAD, |place| place.bottom) + 4;
    let across = places.first().map_or((8, variant.width() - 8), |place| place.across);
    drawing(&Frame { id: &value.id, label, variant, height }, |canvas| {
        draw_key(canvas, value);
        for percent in [0, 25, 50, 75, 100] {
            let x = across.0 + (across.1 - across.0) * percent / 100;
            let (mark, align) = match percent {
                100 => ("100\u{a0}%".to_owned(), Align::End),
                0 => ("0".to_owned(), Align::Start),
                _ => (percent.to_string(), Align::Middle),
            };
            canvas.text(Ink::AxisText, (x, HEAD - 14), align, &mark);
            for place in &places {
                canvas.line(Ink::Grid, vec![(x, place.middle - STRIP / 2), (x, place.middle + STRIP / 2)]);
            }
        }
        for ((row, words), place) in value.rows.iter().zip(&rows).zip(&places) {
            draw_words(canvas, words, place, variant);
            if let Ok((from, to)) = row.ends() {
                draw_movement(canvas, place, &from, &to);
            }
        }
    })
}

const RING: i32 = 6;
const DOT: i32 = 5;

fn draw_key(canvas: &Canvas<'_>, value: &MovementOfShares) {
    let middle = 10;
    canvas.dot(Ink::EarlierDot, (8, middle), RING);
    canvas.text(Ink::Text, (20, middle), Align::Start, &value.from_label);
    let second = 20 + text_width(&value.from_label) + 28;
    canvas.dot(Ink::Dot, (second, middle), DOT);
    canvas.text(Ink::Text, (second + 12, middle), Align::Start, &value.to_label);
}

fn draw_movement(canvas: &Canvas<'_>, place: &RowPlace, from: &Portion, to: &Portion) {
    let (left, right) = place.across;
    let at = |portion: &Portion| {
        let share = i64::from(right - left) * portion.position().clamp(0, 10_000) / 10_000;
        left + i32::try_from(share).expect("a part of the width is no wider")
    };
    let (start, end) = (at(from), at(to));
    canvas.line(Ink::Axis, vec![(left, place.middle), (right, place.middle)]);
    if (start - end).abs() > RING {
        canvas.line(Ink::Line, vec![(start, place.middle), (end, place.middle)]);
    }
    canvas.dot(Ink::EarlierDot, (start, place.middle), RING);
    canvas.dot(Ink::Dot, (end, place.middle), DOT);
}

fn table(value: &MovementOfShares) -> Table {
    let columns = vec![
        Column::words(&value.row_name),
        Column::figures(&value.from_label),
        Column::figures(&value.to_label),
        Column::figures("Förändring"),
    ];
    let rows = value.rows.iter().map(|row| {
        let cell = |share: Option<MovedShare>| {
            share.map_or_else(|| Cell::missing(row.reason.as_deref().unwrap_or(UNKNOWN)), MovedShare::cell)
        };
        let change = match row.ends() {
            Ok((from, to)) => Cell::new(change_of_portions(&from, &to)),
            Err(reason) => Cell::missing(reason),
        };
        Row { header: row.name.clone(), cells: vec![cell(row.from), cell(row.to), change] }
    });
    let caption = format!(
        "{} per {}, {} och {}, {}",
        capitalized(&value.what),
        uncapitalized(&value.row_name),
        value.from_label,
        value.to_label,
        value.subject
    );
    Table::new(caption, columns, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::proof::assert_numbers_stand_in_table;

    fn row(name: &str, from: u64, to: u64) -> ShareMovement {
        let computed = |part| Some(MovedShare::Computed { part, whole: 20 });
        ShareMovement { name: name.to_owned(), from: computed(from), to: computed(to), reason: None }
    }

    fn chart(rows: Vec<ShareMovement>) -> Chart {
        let chart = movement_of_shares(&MovementOfShares {
            id: "andelar".to_owned(),
            subject: "alla nämnder och bolag".to_owned(),
            what: "andelen god".to_owned(),
            row_name: "Påstående".to_owned(),
            rows_name: "påståenden".to_owned(),
            from_label: "2023".to_owned(),
            to_label: "2024".to_owned(),
            rows,
        });
        assert_numbers_stand_in_table(&chart);
        chart
    }

    fn headline(rows: &[(u64, u64)]) -> String {
        chart(rows.iter().map(|(from, to)| row("Delegation", *from, *to)).collect()).headline().to_owned()
    }

    #[test]
    fn what_moved_farthest_and_what_is_not_compared_are_said() {
        let published = Some(MovedShare::Published("47.5".parse().expect("a number")));
        let reworded = "ny lydelse, kan inte jämföras".to_owned();
        let chart = chart(vec![
            row("Delegation", 10, 13),
            ShareMovement { name: "Attest".to_owned(), from: published, ..row("", 0, 8) },
            ShareMovement { reason: Some(reworded), ..row("Jäv", 3, 19) },
            ShareMovement {
                name: "Arkiv".to_owned(),
                from: None,
                reason: Some("tillkom 2024".to_owned()),
                ..row("", 0, 7)
            },
        ]);
        assert_eq!(chart.headline(), "Andelen god ökade för 1 och minskade för 1 av 2 jämförbara påståenden");
        assert_eq!(
            chart.text(),
            "Mest ökade Delegation (från 50 till 65 procent). Mest minskade Attest (från 47,5 till 40 procent). Jämförs inte: Jäv (ny lydelse, kan inte jämföras) och Arkiv (tillkom 2024)."
        );
        assert_eq!(chart.table().rows[1].cells[2].text, "−7,5 procentenheter");
        assert!(chart.svg().contains("2023 är publicerat") && chart.svg().contains("tillkom 2024"));
    }

    #[test]
    fn the_headline_is_right_where_nothing_or_everything_moved() {
        assert_eq!(headline(&[]), "Andelen god kan inte jämföras mellan 2023 och 2024");
        assert_eq!(headline(&[(10, 13)]), "Delegation: andelen god ökade från 50 till 65 procent");
        assert_eq!(headline(&[(10, 10)]), "Delegation: andelen god var oförändrad, 50 procent");
        assert_eq!(headline(&[(10, 10), (7, 7)]), "Andelen god var oförändrad för alla 2 påståenden");
        assert_eq!(headline(&[(10, 9), (7, 6)]), "Andelen god minskade för alla 2 påståenden");
        assert_eq!(
            headline(&[(10, 11), (7, 7), (7, 7)]),
            "Andelen god ökade för 1 av 3 påståenden och var oförändrad för de övriga"
        );
        let tie = chart(vec![row("Delegation", 10, 12), row("Attest", 8, 10)]);
        let text = "Mest ökade Delegation (från 50 till 60 procent) och Attest (från 40 till 50 procent).";
        assert_eq!(tie.text(), text);
        let missing = ShareMovement { from: None, reason: None, ..row("Arkiv", 0, 7) };
        assert_eq!(chart(vec![missing]).text(), "Jämförs inte: Arkiv (uppgift saknas).");
    }
}

//! The chart of ratings that went up and down, body by body: bars to both sides of a common line.

use crate::chart::canvas::{Align, Canvas, FILL_GAP};
use crate::chart::ink::Ink;
use crate::chart::movement_rows::{MovementRow, RowPlace, STRIP, draw_words, places};
use crate::chart::svg::{Frame, drawing};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::text_width::text_width;
use crate::chart::wording::{capitalized, count, paragraph, uncapitalized};
use crate::chart::{Chart, Variant};
use crate::language::{list, plural};

/// How the ratings of bodies moved between two years, or two states of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovementOfRatings {
    /// Unique on the page, ASCII.
    pub id: String,
    /// Whose ratings: `alla nämnder och bolag`.
    pub subject: String,
    /// What a row is, as a column's name: `Nämnd eller bolag`.
    pub row_name: String,
    /// What rows are in a sentence: `nämnder och bolag`.
    pub rows_name: String,
    /// What is compared from: a year, a revision.
    pub from_label: String,
    /// What is compared to.
    pub to_label: String,
    /// The rows in the order in which they are to stand.
    pub rows: Vec<RatingMovement>,
}

/// The ratings of one body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingMovement {
    /// Its name.
    pub name: String,
    /// How they moved.
    pub moved: MovedRatings,
}

/// How ratings moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MovedRatings {
    /// They were compared one by one.
    Compared {
        /// How many went to a better level.
        up: u64,
        /// How many went to a worse level.
        down: u64,
        /// How many stayed.
        same: u64,
        /// How many could not be compared.
        incomparable: u64,
    },
    /// Nothing can be compared.
    Missing {
        /// Why: *ej besvarat 2023*.
        reason: String,
    },
}

const NOTHING_COMPARABLE: &str = "inga jämförbara bedömningar";
const HEAD: i32 = 26;

impl RatingMovement {
    /// How many went up and down.
    fn known(&self) -> Result<(u64, u64), &str> {
        match &self.moved {
            MovedRatings::Compared { up: 0, down: 0, same: 0, .. } => Err(NOTHING_COMPARABLE),
            MovedRatings::Compared { up, down, .. } => Ok((*up, *down)),
            MovedRatings::Missing { reason } => Err(reason),
        }
    }
}

/// The chart of ratings that went up and down.
pub fn movement_of_ratings(value: &MovementOfRatings) -> Chart {
    let label = format!("Diagram: staplar åt två håll per {}, {}", uncapitalized(&value.row_name), value.subject);
    Chart {
        id: value.id.clone(),
        headline: headline(value),
        caption: format!(
            "{}: antal bedömningar som höjdes och sänktes från {} till {}.",
            capitalized(&value.subject),
            value.from_label,
            value.to_label
        ),
        text: text(value),
        svg: one_drawing(value, &label, Variant::Wide),
        narrow_svg: Some(one_drawing(value, &label, Variant::Narrow)),
        label,
        table: table(value),
    }
}

fn known(value: &MovementOfRatings) -> Vec<(&str, u64, u64)> {
    value.rows.iter().filter_map(|row| row.known().ok().map(|(up, down)| (row.name.as_str(), up, down))).collect()
}

fn headline(value: &MovementOfRatings) -> String {
    let rows = known(value);
    let (from, to) = (&value.from_label, &value.to_label);
    let risers: Vec<_> = rows.iter().filter(|(_, up, down)| up > down).map(|(name, ..)| *name).collect();
    let fallers: Vec<_> = rows.iter().filter(|(_, up, down)| down > up).map(|(name, ..)| *name).collect();
    if rows.is_empty() {
        return format!("Bedömningarna kan inte jämföras från {from} till {to}");
    }
    if rows.iter().all(|(_, up, down)| (*up, *down) == (0, 0)) {
        return format!("Ingen bedömning höjdes eller sänktes från {from} till {to}");
    }
    if let [(name, up, down)] = rows.as_slice() {
        return match (up, down) {
            (up, 0) => format!("{name} höjde {}", ratings(*up)),
            (0, down) => format!("{name} sänkte {}", ratings(*down)),
            (up, down) => format!("{name} höjde {} och sänkte {}", ratings(*up), count(*down)),
        };
    }
    let of_all = |names: &[&str]| format!("{} av {} {}", names.len(), rows.len(), value.rows_name);
    match (risers.as_slice(), fallers.as_slice()) {
        ([], []) => format!("{} höjde och sänkte lika många bedömningar", capitalized(&value.rows_name)),
        ([name], []) => format!("Bara {name} fick fler höjda bedömningar än sänkta"),
        ([], [name]) => format!("Bara {name} fick fler sänkta bedömningar än höjda"),
        ([riser], [faller]) => {
            format!("{riser} fick fler höjda bedömningar än sänkta, {faller} fler sänkta än höjda")
        }
        (risers, fallers) if risers.len() == fallers.len() => {
            format!("{} höjde fler bedömningar än de sänkte, och lika många sänkte fler", of_all(risers))
        }
        (risers, fallers) if risers.len() > fallers.len() => {
            format!("{} höjde fler bedömningar än de sänkte", of_all(risers))
        }
        (_, fallers) => format!("{} sänkte fler bedömningar än de höjde", of_all(fallers)),
    }
}

fn ratings(number: u64) -> String {
    plural::counted(number, "bedömning", "bedömningar")
}

fn text(value: &MovementOfRatings) -> String {
    let rows = known(value);
    let most = |verb: &str, of: fn(&(&str, u64, u64)) -> u64| {
        let most = rows.iter().map(of).max().filter(|most| *most > 0)?;
        let names: Vec<_> = rows.iter().filter(|row| of(row) == most).map(|(name, ..)| *name).collect();
        let each = if names.len() > 1 { " var" } else { "" };
        Some(format!("Flest bedömningar {verb} {}: {}{each}.", list::joined(&names), count(most)))
    };
    let still: Vec<_> = rows.iter().filter(|(_, up, down)| up + down == 0).map(|(name, ..)| *name).collect();
    let still = (!still.is_empty()).then(|| format!("Inget ändrades för {}.", list::joined(&still)));
    let missing: Vec<_> = value
        .rows
        .iter()
        .filter_map(|row| row.known().err().map(|reason| format!("{} ({})", row.name, uncapitalized(reason))))
        .collect();
    let missing = (!missing.is_empty()).then(|| format!("Kan inte jämföras: {}.", list::joined(&missing)));
    paragraph([most("höjde", |row| row.1), most("sänkte", |row| row.2), still, missing])
}

fn one_drawing(value: &MovementOfRatings, label: &str, variant: Variant) -> String {
    let rows: Vec<_> = value
        .rows
        .iter()
        .map(|row| MovementRow {
            name: &row.name,
            status: String::new(),
            note: String::new(),
            reason: row.known().err(),
        })
        .collect();
    let places = places(&rows, HEAD, variant);
    let height = places.last().map_or(HEAD, |place| place.bottom) + 4;
    let scale = Scale::of(&known(value), places.first().map_or((0, variant.width()), |place| place.across));
    drawing(&Frame { id: &value.id, label, variant, height }, |canvas| {
        canvas.text(Ink::AxisText, (scale.zero - 10, HEAD / 2), Align::End, "◀ sänkta");
        canvas.text(Ink::AxisText, (scale.zero + 10, HEAD / 2), Align::Start, "höjda ▶");
        for ((row, words), place) in value.rows.iter().zip(&rows).zip(&places) {
            draw_words(canvas, words, place, variant);
            if let Ok((up, down)) = row.known() {
                draw_bars(canvas, &scale, place, up, down);
            }
        }
    })
}

/// Where zero lies, and how many px a rating gets, in tenths.
struct Scale {
    zero: i32,
    tenths: i32,
}

/// Room for a bar's number, and for the words over it.
const NUMBER_ROOM: i32 = 76;
const WIDEST_RATING: i32 = 240;

impl Scale {
    fn of(rows: &[(&str, u64, u64)], (left, right): (i32, i32)) -> Scale {
        let most = |of: fn(&(&str, u64, u64)) -> u64| {
            i32::try_from(rows.iter().map(of).max().unwrap_or(0)).unwrap_or(i32::MAX / 20).min(i32::MAX / 20)
        };
        let (up, down) = (most(|row| row.1), most(|row| row.2));
        let tenths = ((right - left - 2 * NUMBER_ROOM) * 10 / (up + down).max(1)).min(WIDEST_RATING);
        Scale { zero: left + NUMBER_ROOM + down * tenths / 10, tenths }
    }

    /// The length of a bar; what is there is seen.
    fn length(&self, number: u64) -> i32 {
        let number = i32::try_from(number).unwrap_or(i32::MAX / 300).min(i32::MAX / 300);
        (number * self.tenths / 10).max(2)
    }
}

fn draw_bars(canvas: &Canvas<'_>, scale: &Scale, place: &RowPlace, up: u64, down: u64) {
    let (top, bottom) = (place.middle - STRIP / 2 + 2, place.middle + STRIP / 2 - 2);
    let zero = scale.zero;
    canvas.line(Ink::Axis, vec![(zero, place.middle - STRIP / 2 - 2), (zero, place.middle + STRIP / 2 + 2)]);
    if up + down == 0 {
        let words = "inga ändrade";
        let fits = zero + 8 + text_width(words) <= place.across.1;
        let (at, align) = if fits { (zero + 8, Align::Start) } else { (zero - 8, Align::End) };
        canvas.text(Ink::Quiet, (at, place.middle), align, words);
    }
    if up > 0 {
        let end = zero + FILL_GAP + scale.length(up);
        canvas.rectangle(Ink::ToneGood, (zero + FILL_GAP, top), (end, bottom));
        canvas.text(Ink::Value, (end + 6, place.middle), Align::Start, &count(up));
    }
    if down > 0 {
        let end = zero - FILL_GAP - scale.length(down);
        canvas.rectangle(Ink::ToneImprove, (end, top), (zero - FILL_GAP, bottom));
        canvas.rectangle(Ink::PatternImprove, (end, top), (zero - FILL_GAP, bottom));
        canvas.text(Ink::Value, (end - 6, place.middle), Align::End, &count(down));
    }
}

fn table(value: &MovementOfRatings) -> Table {
    let mut columns = vec![Column::words(&value.row_name)];
    columns.extend(["Höjda", "Sänkta", "Oförändrade", "Kan inte jämföras"].map(Column::figures));
    let rows = value.rows.iter().map(|row| {
        let cells = match (&row.moved, row.known()) {
            (MovedRatings::Compared { up, down, same, incomparable }, Ok(_)) => {
                [up, down, same, incomparable].map(|number| Cell::new(count(*number))).to_vec()
            }
            (MovedRatings::Compared { incomparable, .. }, Err(reason)) => {
                let mut cells = vec![Cell::missing(reason); 3];
                cells.push(Cell::new(count(*incomparable)));
                cells
            }
            (MovedRatings::Missing { reason }, _) => vec![Cell::missing(reason); 4],
        };
        Row { header: row.name.clone(), cells }
    });
    let caption =
        format!("Höjda och sänkta bedömningar från {} till {}, {}", value.from_label, value.to_label, value.subject);
    Table::new(caption, columns, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::proof::assert_numbers_stand_in_table;

    fn chart(rows: &[(&str, u64, u64, u64)]) -> Chart {
        let row = |(name, up, down, same): &(&str, u64, u64, u64)| RatingMovement {
            name: (*name).to_owned(),
            moved: MovedRatings::Compared { up: *up, down: *down, same: *same, incomparable: 2 },
        };
        let mut rows: Vec<_> = rows.iter().map(row).collect();
        let moved = MovedRatings::Missing { reason: "Ej besvarat 2023".to_owned() };
        rows.push(RatingMovement { name: "Fritidsnämnden".to_owned(), moved });
        let chart = movement_of_ratings(&MovementOfRatings {
            id: "rorelser".to_owned(),
            subject: "alla nämnder och bolag".to_owned(),
            row_name: "Nämnd eller bolag".to_owned(),
            rows_name: "nämnder och bolag".to_owned(),
            from_label: "2023".to_owned(),
            to_label: "2024".to_owned(),
            rows,
        });
        assert_numbers_stand_in_table(&chart);
        chart
    }

    fn headline(rows: &[(&str, u64, u64, u64)]) -> String {
        chart(rows).headline().to_owned()
    }

    #[test]
    fn the_headline_counts_bodies_that_raised_more_than_they_lowered() {
        let rows = [("Miljönämnden", 5, 1, 18), ("Tekniska nämnden", 2, 0, 20), ("Kulturnämnden", 0, 3, 21)];
        let chart = chart(&rows);
        assert_eq!(chart.headline(), "2 av 3 nämnder och bolag höjde fler bedömningar än de sänkte");
        assert_eq!(
            chart.text(),
            "Flest bedömningar höjde Miljönämnden: 5. Flest bedömningar sänkte Kulturnämnden: 3. Kan inte jämföras: Fritidsnämnden (ej besvarat 2023)."
        );
    }

    #[test]
    fn the_headline_is_right_where_nobody_or_only_one_moved_and_where_as_many_rose_as_fell() {
        assert_eq!(headline(&[]), "Bedömningarna kan inte jämföras från 2023 till 2024");
        assert_eq!(headline(&[("A", 0, 0, 0)]), "Bedömningarna kan inte jämföras från 2023 till 2024");
        let still = [("A", 0, 0, 4), ("B", 0, 0, 4)];
        assert_eq!(headline(&still), "Ingen bedömning höjdes eller sänktes från 2023 till 2024");
        assert_eq!(headline(&[("A", 1, 0, 4)]), "A höjde 1 bedömning");
        assert_eq!(headline(&[("A", 3, 1, 4)]), "A höjde 3 bedömningar och sänkte 1");
        let one = [("A", 2, 1, 4), ("B", 1, 1, 4)];
        assert_eq!(headline(&one), "Bara A fick fler höjda bedömningar än sänkta");
        let even = [("A", 2, 2, 4), ("B", 1, 1, 4)];
        assert_eq!(headline(&even), "Nämnder och bolag höjde och sänkte lika många bedömningar");
        let tie = [("A", 2, 1, 4), ("B", 1, 2, 4)];
        assert_eq!(headline(&tie), "A fick fler höjda bedömningar än sänkta, B fler sänkta än höjda");
        let ties = [("A", 2, 1, 4), ("B", 2, 1, 4), ("C", 0, 2, 4), ("D", 0, 2, 4)];
        let expected = "2 av 4 nämnder och bolag höjde fler bedömningar än de sänkte, och lika många sänkte fler";
        assert_eq!(headline(&ties), expected);
        assert!(chart(&ties).text().starts_with("Flest bedömningar höjde A och B: 2 var."), "{}", chart(&ties).text());
    }
}

//! What stands around values by year: years below, grey bands for gaps, dashed lines for breaks, notes for the rest.

use crate::chart::Variant;
use crate::chart::canvas::{Align, Canvas, Plane};
use crate::chart::ink::Ink;
use crate::chart::series::TrendPoint;
use crate::chart::text_width::{text_width, wrapped};
use crate::chart::wording::{Gap, capitalized};

const LINE_HEIGHT: i32 = 18;

/// A plot of years across.
pub struct YearPlot<'chart> {
    /// Places years and values.
    pub plane: Plane,
    /// The first and the last year.
    pub years: (i16, i16),
    /// The upper edge of the plot; break labels stand above it.
    pub top: i32,
    /// The lower edge; years stand below it.
    pub bottom: i32,
    /// The width of the whole drawing.
    pub variant: Variant,
    /// The missing years.
    pub gaps: &'chart [Gap],
    /// The years before which the series breaks, with the reasons.
    pub breaks: &'chart [(i16, &'chart str)],
}

impl YearPlot<'_> {
    /// The px of one year.
    pub fn band(&self) -> i32 {
        self.plane.right(self.years.0) - self.plane.left(self.years.0)
    }

    /// Notes for the gaps and breaks that have no room for their words, in lines.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for gap in self.gaps {
            if self.gap_lines(gap).is_none() {
                notes.push(format!("{}: {}.", gap.years(), gap.reason));
            }
        }
        for (place, (year, reason)) in self.breaks.iter().enumerate() {
            if self.break_label(place).is_none() {
                notes.push(format!("Brott {year}: {}.", reason.trim_end_matches('.')));
            }
        }
        notes.iter().flat_map(|note| wrapped(note, self.variant.width(), 3)).collect()
    }

    /// The height of so many lines of notes.
    pub fn notes_height(notes: &[String]) -> i32 {
        if notes.is_empty() {
            0
        } else {
            8 + LINE_HEIGHT * i32::try_from(notes.len()).unwrap_or(i32::MAX / LINE_HEIGHT)
        }
    }

    /// Draws notes from a height downwards.
    pub fn draw_notes(canvas: &Canvas<'_>, notes: &[String], top: i32) {
        let mut y = top + 8 + LINE_HEIGHT / 2;
        for note in notes {
            canvas.text(Ink::Quiet, (0, y), Align::Start, note);
            y += LINE_HEIGHT;
        }
    }

    /// Draws the bands of the missing years, with their reasons.
    pub fn draw_gaps(&self, canvas: &Canvas<'_>) {
        for gap in self.gaps {
            let (left, right) = (self.plane.left(gap.first), self.plane.right(gap.last));
            canvas.rectangle(Ink::Gap, (left + 2, self.top), (right - 2, self.bottom));
            let lines = self.gap_lines(gap).unwrap_or_else(|| self.short_gap_lines(gap));
            let height = LINE_HEIGHT * i32::try_from(lines.len()).unwrap_or_default();
            let mut y = i32::midpoint(self.top, self.bottom) - height / 2 + LINE_HEIGHT / 2;
            for line in lines {
                canvas.text(Ink::GapText, (i32::midpoint(left, right), y), Align::Middle, &line);
                y += LINE_HEIGHT;
            }
        }
    }

    /// Draws the dashed lines of the breaks, with their reasons.
    pub fn draw_breaks(&self, canvas: &Canvas<'_>) {
        for (place, (year, _)) in self.breaks.iter().enumerate() {
            let x = self.plane.left(*year);
            let label = self.break_label(place);
            let top = if label.is_some() { self.top - 40 } else { self.top - 18 };
            canvas.line(Ink::Break, vec![(x, top), (x, self.bottom)]);
            if let Some((x, align, text)) = label {
                canvas.text(Ink::Quiet, (x, self.top - 32), align, &text);
            }
        }
    }

    /// Draws the base line and as many years as there is room for, the first and the last among them.
    pub fn draw_years(&self, canvas: &Canvas<'_>) {
        let (first, last) = self.years;
        canvas.line(Ink::Axis, vec![(self.plane.left(first), self.bottom), (self.plane.right(last), self.bottom)]);
        let needed = text_width("2024") + 10;
        let step =
            [1, 2, 5, 10, 20, 50].into_iter().find(|step| i32::from(*step) * self.band() >= needed).unwrap_or(100);
        let mut year = last;
        while year >= first {
            let is_close_to_first = year != first && i32::from(year - first) * self.band() < needed;
            let (x, _) = self.plane.place(year, 0);
            if !is_close_to_first {
                canvas.text(Ink::AxisText, (x, self.bottom + 14), Align::Middle, &year.to_string());
            }
            if year != first && year - step < first {
                year = first;
            } else {
                year -= step;
            }
        }
    }

    /// A gap's reason as it fits into its band; `None` when it does not.
    fn gap_lines(&self, gap: &Gap) -> Option<Vec<String>> {
        let width = self.plane.right(gap.last) - self.plane.left(gap.first) - 8;
        let lines = wrapped(&gap.reason, width, 4);
        if lines.iter().any(|line| line.ends_with('…')) { None } else { Some(lines) }
    }

    /// The word for a gap whose reason stands in a note; nothing where not even that fits.
    fn short_gap_lines(&self, gap: &Gap) -> Vec<String> {
        let width = self.plane.right(gap.last) - self.plane.left(gap.first) - 4;
        if text_width("saknas") <= width { vec!["saknas".to_owned()] } else { Vec::new() }
    }

    /// A break's reason beside its line where it fits whole, else its year, which the text explains; `None` without room.
    fn break_label(&self, place: usize) -> Option<(i32, Align, String)> {
        let (year, reason) = self.breaks.get(place)?;
        let x = self.plane.left(*year);
        let next = self.breaks.get(place + 1).map_or(self.variant.width(), |(year, _)| self.plane.left(*year));
        let (room_right, room_left) = (next - x - 12, if place == 0 { x - 12 } else { 0 });
        let labels = [capitalized(reason.trim_end_matches('.')), format!("Brott {year}, se texten")];
        labels.into_iter().find_map(|label| {
            let width = text_width(&label);
            if width <= room_right {
                Some((x + 6, Align::Start, label))
            } else if width <= room_left {
                Some((x - 6, Align::End, label))
            } else {
                None
            }
        })
    }
}

/// What hollow and filled dots mean, as far as the points have them.
pub fn draw_dot_legend(canvas: &Canvas<'_>, points: &[TrendPoint]) {
    let has_published = points.iter().any(TrendPoint::is_published);
    let has_computed = points.iter().any(|point| point.portion().is_some() && !point.is_published());
    let mut x = 0;
    for (ink, word, is_there) in
        [(Ink::PublishedDot, "Publicerat", has_published), (Ink::Dot, "Beräknat ur svaren", has_computed)]
    {
        if is_there {
            canvas.dot(ink, (x + 6, 9), 4);
            canvas.text(Ink::Text, (x + 18, 9), Align::Start, word);
            x += 18 + text_width(word) + 18;
        }
    }
}

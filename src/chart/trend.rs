//! The chart of a trend: a share by year as a line with dots, from 0 to 100 per cent, open at gaps and breaks.

use crate::chart::canvas::{Align, Canvas, Plane};
use crate::chart::ink::Ink;
use crate::chart::series::{TrendPoint, TrendValue, breaks, comparable, lines, missing_years};
use crate::chart::share_series::{ShareOfYear, change_cell, change_sentence, extremes_sentence, headline};
use crate::chart::svg::{Frame, drawing};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::wording::{
    Answering, Gap, answered_sentence, breaks_sentence, capitalized, count, gaps_sentence, out_of, paragraph,
    percent_sign, percent_word, sources_sentence,
};
use crate::chart::year_plot::{YearPlot, draw_dot_legend};
use crate::chart::{Chart, Variant};
use crate::language::date;

const PLOT_HEIGHT: i32 = 210;
const AXIS_WIDTH: i32 = 54;

/// A share by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// Unique on the page, ASCII.
    pub id: String,
    /// Whose share: `alla nämnder och bolag`.
    pub subject: String,
    /// What the share is, in a form that a sentence can begin with: `andelen tillfredsställande`.
    pub what: String,
    /// What is counted as having answered.
    pub answering: Answering,
    /// The years in rising order, missing ones too.
    pub points: Vec<TrendPoint>,
}

/// The chart of a trend.
pub fn trend(value: &Trend) -> Chart {
    let label = format!("Diagram: linje över {} per år, {}", value.what, value.subject);
    let latest = comparable(&value.points).pop().unwrap_or_default();
    Chart {
        id: value.id.clone(),
        headline: headline(&value.what, &latest),
        caption: caption(value),
        text: text(value, &latest),
        svg: one_drawing(value, &label, Variant::Wide),
        narrow_svg: Some(one_drawing(value, &label, Variant::Narrow)),
        label,
        table: table(value),
    }
}

fn one_drawing(value: &Trend, label: &str, variant: Variant) -> String {
    let (gaps, breaks) = (missing_years(&value.points), breaks(&value.points));
    let years = match (value.points.first(), value.points.last()) {
        (Some(first), Some(last)) => (first.year, last.year),
        (None, _) | (_, None) => (0, 0),
    };
    let has_published = value.points.iter().any(TrendPoint::is_published);
    let legend = if has_published { 26 } else { 0 };
    let top = legend + if breaks.is_empty() { 22 } else { 44 };
    let bottom = top + PLOT_HEIGHT;
    let plane = Plane::new(years, (0, 10_000), (AXIS_WIDTH, variant.width() - 2), (bottom, top));
    let plot = YearPlot { plane, years, top, bottom, variant, gaps: &gaps, breaks: &breaks };
    let notes = plot.notes();
    let height = bottom + 26 + YearPlot::notes_height(&notes);
    drawing(&Frame { id: &value.id, label, variant, height }, |canvas| {
        if has_published {
            draw_dot_legend(canvas, &value.points);
        }
        if value.points.is_empty() {
            canvas.text(Ink::GapText, (variant.width() / 2, top), Align::Middle, "Det saknas uppgifter");
            return;
        }
        draw_grid(canvas, &plot);
        plot.draw_gaps(canvas);
        plot.draw_breaks(canvas);
        plot.draw_years(canvas);
        draw_values(canvas, &plot, value);
        YearPlot::draw_notes(canvas, &notes, bottom + 24);
    })
}

fn draw_grid(canvas: &Canvas<'_>, plot: &YearPlot<'_>) {
    let (first, last) = plot.years;
    for percent in [0, 25, 50, 75, 100] {
        let (_, y) = plot.plane.place(first, percent * 100);
        let text = format!("{percent}\u{a0}%");
        canvas.text(Ink::AxisText, (AXIS_WIDTH - 8, y), Align::End, &text);
        if percent > 0 {
            canvas.line(Ink::Grid, vec![(plot.plane.left(first), y), (plot.plane.right(last), y)]);
        }
    }
}

fn draw_values(canvas: &Canvas<'_>, plot: &YearPlot<'_>, value: &Trend) {
    for line in lines(&value.points) {
        if line.len() > 1 {
            canvas.line(Ink::Line, line.iter().map(|(year, share)| plot.plane.place(*year, *share)).collect());
        }
    }
    for point in &value.points {
        let Some(portion) = point.portion() else { continue };
        let ink = if point.is_published() { Ink::PublishedDot } else { Ink::Dot };
        canvas.dot(ink, plot.plane.place(point.year, portion.position()), 4);
    }
    draw_labels(canvas, plot, &value.points);
}

/// Values at their dots: all where there is room, else the first, last, highest and lowest.
fn draw_labels(canvas: &Canvas<'_>, plot: &YearPlot<'_>, points: &[TrendPoint]) {
    let known: Vec<(i16, i64, String)> = points
        .iter()
        .filter_map(|point| {
            point.portion().map(|portion| (point.year, portion.position(), percent_sign(&portion.shown)))
        })
        .collect();
    let highest = known.iter().enumerate().max_by_key(|(_, (_, share, _))| *share).map(|(place, _)| place);
    let lowest = known.iter().enumerate().min_by_key(|(_, (_, share, _))| *share).map(|(place, _)| place);
    for (place, (year, share, text)) in known.iter().enumerate() {
        let is_end = place == 0 || place + 1 == known.len();
        let is_chosen = is_end || highest == Some(place) || lowest == Some(place);
        if !is_chosen && plot.band() < 50 {
            continue;
        }
        let before = place.checked_sub(1).and_then(|before| known.get(before)).map_or(*share, |(_, share, _)| *share);
        let after = known.get(place + 1).map_or(*share, |(_, share, _)| *share);
        let (x, y) = plot.plane.place(*year, *share);
        // A label below the dot of a valley, else above, keeps clear of the line.
        let is_valley = share * 2 < before + after && y + 26 < plot.bottom;
        // In narrow bands the first value would stand among the figures of the axis.
        let (x, align) = if place == 0 && plot.band() < 50 { (x - 6, Align::Start) } else { (x, Align::Middle) };
        canvas.text(Ink::Value, (x, if is_valley { y + 16 } else { y - 15 }), align, text);
    }
}

fn caption(value: &Trend) -> String {
    let years = match (value.points.first(), value.points.last()) {
        (Some(first), Some(last)) => format!(", {}", date::years(first.year, last.year)),
        (None, _) | (_, None) => String::new(),
    };
    let latest = value.points.iter().rev().find(|point| point.missing().is_none());
    let answered = latest.map(|point| match point.value {
        TrendValue::Computed { answered, expected, .. } => {
            value.answering.in_year(&point.year.to_string(), answered, expected)
        }
        TrendValue::Published { .. } => format!("{} enligt publicerad sammanställning.", point.year),
        TrendValue::Missing { .. } => String::new(),
    });
    let what = format!("{}: {} i procent{years}.", capitalized(&value.subject), value.what);
    paragraph([Some(what), answered])
}

fn text(value: &Trend, latest: &[ShareOfYear]) -> String {
    let (mut published, mut computed, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for point in value.points.iter().filter(|point| point.missing().is_none()) {
        match point.value {
            TrendValue::Published { .. } => published.push(point.year),
            TrendValue::Computed { answered, expected, .. } => {
                computed.push(point.year);
                answers.push((point.year, answered, expected));
            }
            TrendValue::Missing { .. } => {}
        }
    }
    let gaps: Vec<Gap> = missing_years(&value.points);
    paragraph([
        level_sentence(value),
        change_sentence(&value.what, latest),
        extremes_sentence(latest),
        gaps_sentence(&gaps),
        breaks_sentence(breaks(&value.points)),
        sources_sentence(&published, &computed),
        answered_sentence(value.answering, &answers),
    ])
}

fn level_sentence(value: &Trend) -> Option<String> {
    let point = value.points.iter().rev().find(|point| point.missing().is_none())?;
    let share = percent_word(&point.portion()?.shown);
    let counted = match point.value {
        TrendValue::Computed { part, whole, .. } => format!(" ({})", out_of(part, whole)),
        TrendValue::Published { .. } | TrendValue::Missing { .. } => String::new(),
    };
    Some(format!("{} var {} {share}{counted}.", point.year, value.what))
}

fn table(value: &Trend) -> Table {
    let gaps = missing_years(&value.points);
    let has_breaks = value.points.iter().any(|point| point.break_before.is_some());
    let has_counts = value.points.iter().any(|point| point.missing().is_none() && !point.is_published());
    let mut columns = vec![Column::words("År"), Column::figures("Andel")];
    if has_counts {
        columns.extend([Column::figures("Antal"), Column::figures(value.answering.column())]);
    }
    columns.push(Column::figures("Förändring sedan första jämförbara år"));
    columns.push(Column::words("Källa"));
    if has_breaks {
        columns.push(Column::words("Jämförbarhet"));
    }
    let mut rows = Vec::new();
    let groups = comparable(&value.points);
    for point in &value.points {
        let gap = gaps.iter().find(|gap| (gap.first..=gap.last).contains(&point.year));
        let mut cells = match gap {
            Some(gap) if gap.first != point.year && point.break_before.is_none() => continue,
            Some(gap) => vec![Cell::missing(&gap.reason); columns.len() - 1 - usize::from(has_breaks)],
            None => value_cells(point, &groups, has_counts),
        };
        if has_breaks {
            let comparability =
                point.break_before.as_ref().map(|reason| format!("Brott före {}: {reason}", point.year));
            cells.push(Cell::new(comparability.unwrap_or_else(|| "jämförbar".to_owned())));
        }
        let header = gap.filter(|gap| gap.first == point.year).map_or_else(|| point.year.to_string(), Gap::years);
        rows.push(Row { header, cells });
    }
    let caption = format!("{} per år, {}", capitalized(&value.what), value.subject);
    Table::new(caption, columns, rows)
}

fn value_cells(point: &TrendPoint, groups: &[Vec<ShareOfYear>], has_counts: bool) -> Vec<Cell> {
    let Some((portion, share)) = point.portion().zip(point.share()) else { return Vec::new() };
    let percent = percent_sign(&portion.shown);
    let group = groups.iter().find(|group| group.contains(&share)).and_then(|group| group.first());
    let change = match group {
        Some(first) if first.year != share.year => Cell::new(change_cell(first, &share)),
        Some(_) | None => Cell::new("utgångsår"),
    };
    match point.value {
        TrendValue::Computed { part, whole, answered, expected } => vec![
            Cell::new(percent),
            Cell::new(format!("{} av {}", count(part), count(whole))),
            Cell::new(out_of(answered, expected)),
            change,
            Cell::new("beräknad"),
        ],
        TrendValue::Published { .. } | TrendValue::Missing { .. } => {
            let mut cells = vec![Cell::published(percent)];
            if has_counts {
                cells.extend([Cell::missing("uppgift saknas"), Cell::missing("uppgift saknas")]);
            }
            cells.extend([change, Cell::new("publicerad sammanställning")]);
            cells
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::chart::proof::assert_numbers_stand_in_table;

    fn chart(points: Vec<TrendPoint>) -> Chart {
        let (id, subject) = ("trend".to_owned(), "alla nämnder".to_owned());
        trend(&Trend { id, subject, what: "andelen god".to_owned(), answering: Answering::Bodies, points })
    }

    fn published(year: i16, percent: i64) -> TrendPoint {
        TrendPoint { year, value: TrendValue::Published { percent: Decimal::from(percent) }, break_before: None }
    }

    fn computed(year: i16, part: u64) -> TrendPoint {
        let value = TrendValue::Computed { part, whole: 240, answered: 23, expected: 24 };
        TrendPoint { year, value, break_before: None }
    }

    fn missing(year: i16) -> TrendPoint {
        let value = TrendValue::Missing { reason: "ej publicerat".to_owned() };
        TrendPoint { year, value, break_before: None }
    }

    #[test]
    fn no_change_is_claimed_across_a_break() {
        let mut broken = computed(2021, 200);
        broken.break_before = Some("ny skala".to_owned());
        let chart = chart(vec![published(2018, 60), computed(2019, 150), missing(2020), broken, computed(2022, 210)]);
        assert_eq!(chart.headline(), "Andelen god ökade från 83 till 88 procent");
        assert!(
            chart.text().contains("Serien bryts 2021: åren före och efter jämförs inte. Ny skala."),
            "{}",
            chart.text()
        );
        assert!(!chart.text().contains("Sedan 2018"), "{}", chart.text());
        assert_eq!(chart.svg().matches("polyline class=\"c-line\"").count(), 2);
        assert_numbers_stand_in_table(&chart);
    }

    #[test]
    fn two_published_years_far_apart_are_dots_without_a_line() {
        let chart =
            chart([vec![published(2015, 65)], (2016..2024).map(missing).collect(), vec![published(2024, 89)]].concat());
        assert!(!chart.svg().contains("c-line"));
        assert_eq!(chart.table().rows.len(), 3);
        assert_numbers_stand_in_table(&chart);
    }

    #[test]
    fn nothing_to_show_is_said() {
        assert_eq!(chart(Vec::new()).headline(), "Det saknas uppgifter om andelen god");
        assert!(chart(Vec::new()).svg().contains("Det saknas uppgifter"));
        assert_numbers_stand_in_table(&chart(vec![missing(2024)]));
    }
}

//! How an indicator by year is drawn: standing bars where they have room, else a lying bar for every year.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::chart::Variant;
use crate::chart::canvas::{Align, Canvas, Plane};
use crate::chart::indicator_by_year::{IndicatorByYear, IndicatorPoint};
use crate::chart::ink::Ink;
use crate::chart::svg::{Frame, drawing};
use crate::chart::text_width::{shortened, text_width, wrapped};
use crate::chart::wording::capitalized;
use crate::chart::year_plot::YearPlot;

const PLOT_HEIGHT: i32 = 190;
const LEGEND_HEIGHT: i32 = 26;
const ROW_HEIGHT: i32 = 34;
const BAR_HEIGHT: i32 = 22;
const LEAST_BAND: i32 = 56;

/// The wide drawing.
pub fn drawing_of_bars(value: &IndicatorByYear, label: &str) -> String {
    let variant = Variant::Wide;
    let (Some(first), Some(last)) = (value.points.first(), value.points.last()) else {
        return rows(value, label, variant);
    };
    let (gaps, breaks) = (value.missing_years(), value.breaks());
    let years = (first.year, last.year);
    let legend = legend(value);
    let top = 24 + draw_legend(None, &legend, variant) + if breaks.is_empty() { 0 } else { 22 };
    let bottom = top + PLOT_HEIGHT;
    let scale = Scale::of(value);
    // Few years become no wall of ink: a band is at most 120 px.
    let width = (120 * (i32::from(last.year - first.year) + 1)).min(variant.width());
    let plane = Plane::new(years, (scale.position(scale.low), scale.position(scale.high)), (0, width), (bottom, top));
    let plot = YearPlot { plane, years, top, bottom, variant, gaps: &gaps, breaks: &breaks };
    if plot.band() < LEAST_BAND {
        return rows(value, label, variant);
    }
    let notes = plot.notes();
    let height = bottom + 44 + YearPlot::notes_height(&notes);
    drawing(&Frame { id: &value.id, label, variant, height }, |canvas| {
        draw_legend(Some(canvas), &legend, variant);
        plot.draw_gaps(canvas);
        for (place, point) in value.points.iter().enumerate() {
            draw_bar(canvas, &plot, &scale, value, point);
            if let Some(change) = value.short_change(place) {
                let (x, _) = plot.plane.place(point.year, 0);
                canvas.text(Ink::Quiet, (x, plot.bottom + 33), Align::Middle, &change);
            }
        }
        plot.draw_breaks(canvas);
        plot.draw_years(canvas);
        YearPlot::draw_notes(canvas, &notes, bottom + 44);
    })
}

/// The narrow drawing.
pub fn drawing_of_rows(value: &IndicatorByYear, label: &str) -> String {
    rows(value, label, Variant::Narrow)
}

/// From the lowest value or zero to the highest value or target.
struct Scale {
    low: Decimal,
    high: Decimal,
}

impl Scale {
    fn of(value: &IndicatorByYear) -> Scale {
        let values = value.points.iter().flat_map(|point| [point.reading(), point.target]).flatten();
        let (mut low, mut high) = (Decimal::ZERO, Decimal::ZERO);
        for value in values {
            (low, high) = (low.min(value), high.max(value));
        }
        if low == high { Scale { low, high: Decimal::ONE } } else { Scale { low, high } }
    }

    /// Ten thousandths of the scale's length, from zero.
    fn position(&self, value: Decimal) -> i64 {
        let part = value.checked_div(self.high - self.low).unwrap_or_default();
        (part * Decimal::from(10_000)).round().to_i64().unwrap_or_default()
    }
}

fn draw_bar(canvas: &Canvas<'_>, plot: &YearPlot<'_>, scale: &Scale, value: &IndicatorByYear, point: &IndicatorPoint) {
    let (_, zero) = plot.plane.place(point.year, 0);
    let half = (plot.band() * 3 / 10).min(32);
    if let Some(reading) = point.reading() {
        let (x, y) = plot.plane.place(point.year, scale.position(reading));
        canvas.rectangle(Ink::Bar, (x - half, y.min(zero)), (x + half, y.max(zero)));
        if point.uncertain {
            canvas.rectangle(Ink::Uncertain, (x - half, y.min(zero)), (x + half, y.max(zero)));
        }
        let target = point.target.map(|target| plot.plane.place(point.year, scale.position(target)).1);
        // A value keeps clear of the target's line.
        let near = target.filter(|target| (y - 24..y + 2).contains(target)).unwrap_or(y);
        let label = if y <= zero { y.min(near) - 11 } else { y + 12 };
        canvas.text(Ink::Value, (x, label), Align::Middle, &value.written(&reading));
    }
    if let Some(target) = point.target {
        let (x, y) = plot.plane.place(point.year, scale.position(target));
        let line = vec![(x - half - 6, y), (x + half + 6, y)];
        canvas.line(Ink::TargetGround, line.clone());
        canvas.line(Ink::Target, line);
    }
}

/// What needs to be explained above the plot.
fn legend(value: &IndicatorByYear) -> Vec<(Vec<Ink>, &'static str)> {
    let mut legend = Vec::new();
    if value.points.iter().any(|point| point.target.is_some()) {
        legend.push((vec![Ink::Target], "Mål"));
    }
    if value.points.iter().any(|point| point.uncertain) {
        legend.push((vec![Ink::Bar, Ink::Uncertain], "Osäker uppgift"));
    }
    if (0..value.points.len()).any(|place| value.short_change(place).is_some()) {
        let unit =
            if value.is_share() { "± procentenheter från året före" } else { "± förändring från året före" };
        legend.push((Vec::new(), unit));
    }
    legend
}

/// Draws the legend where it has room and answers how high it is.
fn draw_legend(canvas: Option<&Canvas<'_>>, legend: &[(Vec<Ink>, &'static str)], variant: Variant) -> i32 {
    let (mut x, mut y) = (0, 9);
    for (inks, word) in legend {
        let swatch = if inks.is_empty() { 0 } else { 20 };
        let needed = swatch + text_width(word);
        if x > 0 && x + needed > variant.width() {
            (x, y) = (0, y + LEGEND_HEIGHT - 4);
        }
        if let Some(canvas) = canvas {
            for &ink in inks {
                if ink == Ink::Target {
                    canvas.line(ink, vec![(x, y), (x + 14, y)]);
                } else {
                    canvas.rectangle(ink, (x, y - 7), (x + 14, y + 7));
                }
            }
            canvas.text(Ink::Quiet, (x + swatch, y), Align::Start, word);
        }
        x += needed + 18;
    }
    if legend.is_empty() { 0 } else { y + LEGEND_HEIGHT - 9 }
}

/// A lying bar for every year, with its value at its end and its change to the right.
fn rows(value: &IndicatorByYear, label: &str, variant: Variant) -> String {
    let legend = legend(value);
    let top = draw_legend(None, &legend, variant);
    let rows = placed_rows(value, top, variant);
    let height = rows.last().map_or(top + ROW_HEIGHT, |row| row.top + ROW_HEIGHT);
    drawing(&Frame { id: &value.id, label, variant, height }, |canvas| {
        draw_legend(Some(canvas), &legend, variant);
        if rows.is_empty() {
            canvas.text(Ink::GapText, (0, top + ROW_HEIGHT / 2), Align::Start, "Det saknas uppgifter");
        }
        let scale = Scale::of(value);
        for row in &rows {
            draw_row(canvas, value, &scale, row, variant);
        }
    })
}

/// Where a year's row lies, and the lines that say why the series breaks before it.
struct PlacedRow {
    place: usize,
    top: i32,
    break_lines: Vec<String>,
}

fn placed_rows(value: &IndicatorByYear, top: i32, variant: Variant) -> Vec<PlacedRow> {
    let mut rows = Vec::new();
    let mut y = top;
    for (place, point) in value.points.iter().enumerate() {
        let reason = point.break_before.as_deref().map(capitalized);
        let break_lines = reason.map(|reason| wrapped(&reason, variant.width(), 2)).unwrap_or_default();
        if !break_lines.is_empty() {
            y += 8 + 18 * i32::try_from(break_lines.len()).unwrap_or_default();
        }
        rows.push(PlacedRow { place, top: y, break_lines });
        y += ROW_HEIGHT;
    }
    rows
}

fn draw_row(canvas: &Canvas<'_>, value: &IndicatorByYear, scale: &Scale, row: &PlacedRow, variant: Variant) {
    let Some(point) = value.points.get(row.place) else { return };
    let middle = row.top + ROW_HEIGHT / 2;
    let lines = i32::try_from(row.break_lines.len()).unwrap_or_default();
    if lines > 0 {
        let y = row.top - 18 * lines;
        canvas.line(Ink::Break, vec![(0, y - 2), (variant.width(), y - 2)]);
        for (line, text) in (0..).zip(&row.break_lines) {
            canvas.text(Ink::Quiet, (0, y + 18 * line + 10), Align::Start, text);
        }
    }
    let left = text_width("2024") + 12;
    let changes = (0..value.points.len()).filter_map(|place| value.short_change(place));
    let change_width = changes.map(|change| text_width(&change)).max().map_or(0, |width| width + 12);
    let values = value.points.iter().filter_map(IndicatorPoint::reading);
    let value_width = values.map(|reading| text_width(&value.written(&reading))).max().unwrap_or(0) + 8;
    let right = variant.width() - change_width - value_width;
    canvas.text(Ink::AxisText, (0, middle), Align::Start, &point.year.to_string());
    let along = |value: Decimal| {
        let position = scale.position(value) - scale.position(scale.low);
        left + i32::try_from(i64::from(right - left) * position / 10_000).unwrap_or_default()
    };
    let (top, bottom) = (middle - BAR_HEIGHT / 2, middle + BAR_HEIGHT / 2);
    if let Some(reason) = point.missing() {
        canvas.rectangle(Ink::Gap, (left, top), (variant.width(), bottom));
        let reason = shortened(reason, variant.width() - left - 20);
        canvas.text(Ink::GapText, (left + 10, middle), Align::Start, &reason);
    }
    if let Some(reading) = point.reading() {
        let (start, end) = (along(reading.min(Decimal::ZERO)), along(reading.max(Decimal::ZERO)));
        canvas.rectangle(Ink::Bar, (start, top), (end, bottom));
        if point.uncertain {
            canvas.rectangle(Ink::Uncertain, (start, top), (end, bottom));
        }
        let text = value.written(&reading);
        let after = point.target.map(along).filter(|target| (end - 4..end + 12 + text_width(&text)).contains(target));
        canvas.text(Ink::Value, (after.unwrap_or(end) + 6, middle), Align::Start, &text);
    }
    if let Some(target) = point.target {
        let x = along(target);
        let line = vec![(x, top - 4), (x, bottom + 4)];
        canvas.line(Ink::TargetGround, line.clone());
        canvas.line(Ink::Target, line);
    }
    if let Some(change) = value.short_change(row.place) {
        canvas.text(Ink::Quiet, (variant.width(), middle), Align::End, &change);
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::indicator_by_year::{Direction, IndicatorByYear, IndicatorPoint, Reading, indicator_by_year};
    use crate::chart::proof::assert_numbers_stand_in_table;

    fn value(readings: &[Option<i64>]) -> IndicatorByYear {
        let mut points = Vec::new();
        for (year, reading) in (2020..).zip(readings) {
            let value = match reading {
                Some(reading) => Reading::Value((*reading).into()),
                None => Reading::Missing { reason: "ej redovisat".to_owned() },
            };
            points.push(IndicatorPoint { year, value, break_before: None, uncertain: false, note: None, target: None });
        }
        IndicatorByYear {
            unit_of_one: None,
            id: "loggar".to_owned(),
            subject: "Servicenämnden".to_owned(),
            indicator: "Diarieförda loggkontroller".to_owned(),
            unit: "antal".to_owned(),
            decimals: 0,
            direction: Direction::HigherIsBetter,
            points,
        }
    }

    #[test]
    fn a_rising_series_says_its_change() {
        let chart = indicator_by_year(&value(&[Some(370), Some(453), Some(802), Some(996), Some(1117)]));
        let headline = "Diarieförda loggkontroller ökade från 370 till 1\u{a0}117 (+202\u{a0}%) 2020–2024";
        assert_eq!(chart.headline(), headline);
        assert!(chart.text().contains("Det är 121 (12\u{a0}%) mer än 2023."), "{}", chart.text());
        assert_numbers_stand_in_table(&chart);
    }

    #[test]
    fn breaks_gaps_and_targets_are_told_and_nothing_is_computed_across() {
        let mut broken = value(&[Some(370), None, Some(802), Some(802), Some(0)]);
        broken.points[2].break_before = Some("nytt diariesystem".to_owned());
        broken.points[3].uncertain = true;
        broken.points[4].target = Some(900.into());
        let chart = indicator_by_year(&broken);
        assert!(!chart.text().contains("Sedan 2020"), "{}", chart.text());
        assert!(chart.text().contains("Målet för 2024 var 900 och nåddes inte."), "{}", chart.text());
        assert!(chart.text().contains("Uppgiften för 2023 är osäker."), "{}", chart.text());
        assert_numbers_stand_in_table(&chart);
    }

    #[test]
    fn negative_values_a_year_alone_and_no_year_are_drawn() {
        assert_numbers_stand_in_table(&indicator_by_year(&value(&[Some(-5), Some(10)])));
        let alone = indicator_by_year(&value(&[Some(12)]));
        assert_eq!(alone.headline(), "Diarieförda loggkontroller: 12 år 2020");
        assert_numbers_stand_in_table(&alone);
        assert_numbers_stand_in_table(&indicator_by_year(&value(&[None])));
        assert_numbers_stand_in_table(&indicator_by_year(&value(&[])));
    }
}

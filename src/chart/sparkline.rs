//! A sparkline: a tiny line without words, which stands only between its first and its last value in a table.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::chart::canvas::Canvas;
use crate::chart::ink::Ink;
use crate::chart::outcome::Portion;
use crate::chart::svg::marks;

const SIZE: (i32, i32) = (96, 24);
/// So that the dots at the ends stay inside.
const MARGIN: i32 = 4;

/// A sparkline of shares, 0 to 100 per cent: part and whole by year, `None` where missing.
///
/// A break lies before each point whose place is given. The result is markup, hidden from screen readers.
pub fn sparkline_of_shares(shares: &[Option<(u64, u64)>], breaks: &[usize]) -> String {
    let mut heights = Vec::new();
    for share in shares {
        let portion = share.and_then(|(part, whole)| Portion::computed(part, whole));
        heights.push(portion.map(|portion| portion.position()));
    }
    sparkline(&heights, breaks)
}

/// A sparkline of values, from zero to the highest (or from the lowest, below zero): `None` where missing.
///
/// A break lies before each point whose place is given. The result is markup, hidden from screen readers.
pub fn sparkline_of_values(values: &[Option<Decimal>], breaks: &[usize]) -> String {
    let highest = values.iter().flatten().copied().max().unwrap_or_default().max(Decimal::ZERO);
    let lowest = values.iter().flatten().copied().min().unwrap_or_default().min(Decimal::ZERO);
    let mut heights = Vec::new();
    for value in values {
        let height = value.and_then(|value| {
            let part = (value - lowest).checked_div(highest - lowest).unwrap_or_default();
            (part * Decimal::from(10_000)).round().to_i64()
        });
        heights.push(height);
    }
    sparkline(&heights, breaks)
}

/// Heights from 0 to 10 000 from left to right.
fn sparkline(heights: &[Option<i64>], breaks: &[usize]) -> String {
    let (width, height) = SIZE;
    let body = marks("sparkline", SIZE, |canvas| draw(canvas, heights, breaks));
    format!(
        r#"<svg class="sparkline" aria-hidden="true" focusable="false" viewBox="0 0 {width} {height}" width="{width}" height="{height}">{body}</svg>"#
    )
}

fn draw(canvas: &Canvas<'_>, heights: &[Option<i64>], breaks: &[usize]) {
    let mut lines: Vec<Vec<(i32, i32)>> = Vec::new();
    let mut is_open = false;
    for (place, height) in heights.iter().enumerate() {
        let Some(height) = height else {
            is_open = false;
            continue;
        };
        let point = at(place, heights.len(), *height);
        match lines.last_mut() {
            Some(line) if is_open && !breaks.contains(&place) => line.push(point),
            Some(_) | None => lines.push(vec![point]),
        }
        is_open = true;
    }
    for &place in breaks {
        let (x, _) = at(place, heights.len(), 0);
        let (earlier, _) = at(place.saturating_sub(1), heights.len(), 0);
        let between = i32::midpoint(x, earlier);
        canvas.line(Ink::Break, vec![(between, 0), (between, SIZE.1)]);
    }
    let last = lines.last().and_then(|line| line.last()).copied();
    for line in lines {
        match line.as_slice() {
            [alone] => canvas.dot(Ink::Dot, *alone, 2),
            _ => canvas.line(Ink::Line, line),
        }
    }
    if let Some(last) = last {
        canvas.dot(Ink::Dot, last, 3);
    }
}

fn at(place: usize, places: usize, height: i64) -> (i32, i32) {
    let (width, total) = (i64::from(SIZE.0 - 2 * MARGIN), i64::from(SIZE.1 - 2 * MARGIN));
    let place = i64::try_from(place).unwrap_or_default();
    let steps = i64::try_from(places.saturating_sub(1).max(1)).unwrap_or(1);
    let x = i32::try_from(width * place / steps).unwrap_or_default();
    let y = i32::try_from(total - total * height / 10_000).unwrap_or_default();
    (MARGIN + x, MARGIN + y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_breaks_part_the_line() {
        let shares = [Some((1, 2)), Some((1, 2)), None, Some((1, 2)), Some((2, 2)), Some((2, 2)), Some((2, 2))];
        let svg = sparkline_of_shares(&shares, &[5]);
        assert_eq!(svg.matches("<polyline class=\"c-line\"").count(), 3, "{svg}");
        assert_eq!(svg.matches("c-break").count(), 1, "{svg}");
    }

    #[test]
    fn nothing_but_zeroes_is_a_line_at_the_bottom() {
        let svg = sparkline_of_values(&[Some(Decimal::ZERO), Some(Decimal::ZERO)], &[]);
        assert!(svg.contains(r#"points="4,20 92,20""#), "{svg}");
        assert!(!sparkline_of_values(&[], &[]).contains("polyline"));
    }
}

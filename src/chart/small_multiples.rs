//! The chart of small multiples: one little trend for every body, all on one scale from 0 to 100 per cent.

use rust_decimal::Decimal;

use crate::chart::canvas::{Align, Canvas, Place, Plane};
use crate::chart::ink::Ink;
use crate::chart::series::{TrendPoint, breaks, comparable, lines, missing_years, shares};
use crate::chart::share_series::{Movement, ShareOfYear, change_cell, movement};
use crate::chart::svg::{Frame, drawing};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::text_width::{shortened, wrapped};
use crate::chart::wording::{
    Gap, capitalized, count, gaps_sentence, paragraph, percent_sign, uncapitalized, years as years_in_words,
};
use crate::chart::year_plot::draw_dot_legend;
use crate::chart::{Chart, Variant};
use crate::language::{date, list};

const CELL_GAP: i32 = 20;
const LINE_HEIGHT: i32 = 17;
const PLOT_HEIGHT: i32 = 56;
/// Two lines of name, the plot, two lines of values and years, and room below.
const CELL_HEIGHT: i32 = 2 * LINE_HEIGHT + 8 + PLOT_HEIGHT + 4 + 2 * LINE_HEIGHT + 22;

/// The same share for several bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallMultiples {
    /// Unique on the page, ASCII.
    pub id: String,
    /// Which bodies: `nämnder och bolag`.
    pub subject: String,
    /// What the share is, in a form that a sentence can begin with: `andelen tillfredsställande`.
    pub what: String,
    /// The bodies in the order they are to stand.
    pub bodies: Vec<BodySeries>,
}

/// The share of one body by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodySeries {
    /// The body's name.
    pub name: String,
    /// The years in rising order, missing ones too.
    pub points: Vec<TrendPoint>,
}

/// The chart of small multiples.
pub fn small_multiples(value: &SmallMultiples) -> Chart {
    let label = format!("Diagram: en liten linje över {} för var och en av {}", value.what, value.subject);
    let moves = Moves::of(value);
    Chart {
        id: value.id.clone(),
        headline: headline(value, &moves),
        caption: caption(value),
        text: text(value, &moves),
        svg: one_drawing(value, &label, Variant::Wide),
        narrow_svg: Some(one_drawing(value, &label, Variant::Narrow)),
        label,
        table: table(value, &moves),
    }
}

/// How many bodies rose, fell and stayed, each within its comparable years.
#[derive(Default)]
struct Moves {
    up: u64,
    down: u64,
    same: u64,
    unknown: u64,
}

impl Moves {
    fn of(value: &SmallMultiples) -> Moves {
        let mut moves = Moves::default();
        for body in &value.bodies {
            let group = latest_group(body);
            let counter = match group.as_slice() {
                [from, .., to] => match movement(from, to) {
                    Movement::Up => &mut moves.up,
                    Movement::Down => &mut moves.down,
                    Movement::Same | Movement::AlmostSame => &mut moves.same,
                },
                [_] | [] => &mut moves.unknown,
            };
            *counter += 1;
        }
        moves
    }

    /// `ökade för 12, minskade för 5 och var oförändrad för 3`; `None` when nothing can be compared.
    fn sentence(&self) -> Option<String> {
        let kinds = [("ökade för", self.up), ("minskade för", self.down), ("var oförändrad för", self.same)];
        let said: Vec<String> = kinds
            .into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(verb, number)| format!("{verb} {}", count(number)))
            .collect();
        if said.is_empty() { None } else { Some(list::joined(&said)) }
    }
}

fn latest_group(body: &BodySeries) -> Vec<ShareOfYear> {
    comparable(&body.points).pop().unwrap_or_default()
}

fn all_years(value: &SmallMultiples) -> Option<(i16, i16)> {
    let years = || value.bodies.iter().flat_map(|body| body.points.iter().map(|point| point.year));
    Some((years().min()?, years().max()?))
}

fn one_drawing(value: &SmallMultiples, label: &str, variant: Variant) -> String {
    let columns = match variant {
        Variant::Wide => 4,
        Variant::Narrow => 2,
    };
    let width = (variant.width() + CELL_GAP) / columns - CELL_GAP;
    let rows = i32::try_from(value.bodies.len()).unwrap_or_default().max(1);
    let has_words = value.bodies.iter().any(|body| !gap_words(body).is_empty());
    let cell_height = CELL_HEIGHT + if has_words { LINE_HEIGHT } else { 0 };
    let points: Vec<TrendPoint> = value.bodies.iter().flat_map(|body| body.points.clone()).collect();
    let has_published = points.iter().any(TrendPoint::is_published);
    let top = if has_published { 28 } else { 0 };
    let height = top + (rows + columns - 1) / columns * cell_height - 16;
    drawing(&Frame { id: &value.id, label, variant, height }, |canvas| {
        let Some(years) = all_years(value) else {
            canvas.text(Ink::GapText, (0, 10), Align::Start, "Det saknas uppgifter");
            return;
        };
        if has_published {
            draw_dot_legend(canvas, &points);
        }
        for (place, body) in (0..).zip(&value.bodies) {
            let origin = (place % columns * (width + CELL_GAP), top + place / columns * cell_height);
            draw_cell(canvas, body, years, origin, width);
        }
    })
}

fn draw_cell(canvas: &Canvas<'_>, body: &BodySeries, years: (i16, i16), (left, top): Place, width: i32) {
    let name = wrapped(&body.name, width, 2);
    // A name of one line stands next to its plot.
    let mut y = top + LINE_HEIGHT / 2 + if name.len() == 1 { LINE_HEIGHT } else { 0 };
    for line in &name {
        canvas.text(Ink::Text, (left, y), Align::Start, line);
        y += LINE_HEIGHT;
    }
    let plot_top = top + 2 * LINE_HEIGHT + 8;
    let bottom = plot_top + PLOT_HEIGHT;
    let plane = Plane::new(years, (0, 10_000), (left, left + width), (bottom, plot_top));
    let shares = shares(&body.points);
    let gaps = missing_years(&body.points);
    for gap in &gaps {
        canvas.rectangle(Ink::Gap, (plane.left(gap.first), plot_top), (plane.right(gap.last), bottom));
    }
    canvas.line(Ink::Grid, vec![(left, plot_top), (left + width, plot_top)]);
    canvas.line(Ink::Axis, vec![(left, bottom), (left + width, bottom)]);
    for (year, _) in breaks(&body.points) {
        canvas.line(Ink::Break, vec![(plane.left(year), plot_top), (plane.left(year), bottom)]);
    }
    draw_line(canvas, &plane, body);
    if shares.is_empty() {
        let words = shortened(&gap_reason(&gaps), width - 8);
        canvas.text(Ink::GapText, (left + width / 2, bottom - PLOT_HEIGHT / 2), Align::Middle, &words);
    }
    draw_words(canvas, body, &shares, (left, bottom), width);
}

fn draw_line(canvas: &Canvas<'_>, plane: &Plane, body: &BodySeries) {
    for line in lines(&body.points) {
        if line.len() > 1 {
            canvas.line(Ink::Line, line.iter().map(|(year, share)| plane.place(*year, *share)).collect());
        }
    }
    let known: Vec<&TrendPoint> = body.points.iter().filter(|point| point.portion().is_some()).collect();
    for (place, point) in known.iter().enumerate() {
        let Some(portion) = point.portion() else { continue };
        let is_end = place == 0 || place + 1 == known.len();
        let at = plane.place(point.year, portion.position());
        if point.is_published() {
            canvas.dot(Ink::PublishedDot, at, 3);
        } else if is_end || is_alone(body, point.year) {
            canvas.dot(Ink::Dot, at, 3);
        }
    }
}

/// Whether no line reaches a year.
fn is_alone(body: &BodySeries, year: i16) -> bool {
    lines(&body.points).iter().any(|line| line.len() == 1 && line[0].0 == year)
}

/// First and last value below the plot, and below them what is missing.
fn draw_words(canvas: &Canvas<'_>, body: &BodySeries, shares: &[ShareOfYear], (left, bottom): Place, width: i32) {
    let y = bottom + 4 + LINE_HEIGHT / 2 + 2;
    let value = |share: &ShareOfYear| (percent_sign(&share.shown), share.year.to_string());
    if let [first, .., last] = shares {
        let ((first, first_year), (last, last_year)) = (value(first), value(last));
        canvas.text(Ink::Value, (left, y), Align::Start, &first);
        canvas.text(Ink::Value, (left + width, y), Align::End, &last);
        canvas.text(Ink::Quiet, (left, y + LINE_HEIGHT), Align::Start, &first_year);
        canvas.text(Ink::Quiet, (left + width, y + LINE_HEIGHT), Align::End, &last_year);
    } else if let [only] = shares {
        let (only, year) = value(only);
        canvas.text(Ink::Value, (left + width, y), Align::End, &only);
        canvas.text(Ink::Quiet, (left + width, y + LINE_HEIGHT), Align::End, &year);
    }
    let words = shortened(&gap_words(body), width);
    if !words.is_empty() {
        canvas.text(Ink::GapText, (left, y + 2 * LINE_HEIGHT), Align::Start, &words);
    }
}

/// What a cell says of years that are missing among others; empty when none or all are.
fn gap_words(body: &BodySeries) -> String {
    let gaps = missing_years(&body.points);
    if gaps.is_empty() || shares(&body.points).is_empty() {
        String::new()
    } else {
        format!("Lucka: {}", gap_reason(&gaps))
    }
}

/// Why years are missing, in the few words that a cell has room for.
fn gap_reason(gaps: &[Gap]) -> String {
    match gaps {
        [first, rest @ ..] if rest.iter().all(|gap| gap.reason == first.reason) => uncapitalized(&first.reason),
        _ => "flera orsaker".to_owned(),
    }
}

fn headline(value: &SmallMultiples, moves: &Moves) -> String {
    match moves.sentence() {
        // What the numbers count is said, since the headline is read alone in a list of headings.
        Some(sentence) => {
            format!("{} {sentence} av {} {}", capitalized(&value.what), count(value.bodies.len() as u64), value.subject)
        }
        None => format!("{}: ingen förändring kan anges", capitalized(&value.what)),
    }
}

fn caption(value: &SmallMultiples) -> String {
    let years = all_years(value).map(|(first, last)| format!(", {}", date::years(first, last))).unwrap_or_default();
    format!(
        "{}: {} i procent{years}. Alla rutor har samma skala, från noll till hundra procent.",
        capitalized(&value.subject),
        value.what
    )
}

fn text(value: &SmallMultiples, moves: &Moves) -> String {
    let found = moves.sentence().map(|sentence| format!("{} {sentence}.", capitalized(&value.what)));
    let mut changes: Vec<(Decimal, String)> = Vec::new();
    let mut gaps_said = Vec::new();
    let (mut broken, mut incomparable) = (Vec::new(), Vec::new());
    for body in &value.bodies {
        if let [from, .., to] = latest_group(body).as_slice() {
            changes.push((to.shown - from.shown, format!("{} ({})", body.name, change_cell(from, to))));
        } else {
            incomparable.push(body.name.as_str());
        }
        if let Some(sentence) = gaps_sentence(&missing_years(&body.points)) {
            gaps_said.push(Some(format!("{}: {}", body.name, uncapitalized(&sentence))));
        }
        if !breaks(&body.points).is_empty() {
            broken.push(body.name.as_str());
        }
    }
    let most = |verb: &str, extreme: Option<Decimal>| {
        let extreme = extreme?;
        let names: Vec<&str> =
            changes.iter().filter(|(change, _)| *change == extreme).map(|(_, name)| name.as_str()).collect();
        Some(format!("Mest {verb} den för {}.", list::joined(&names)))
    };
    let differences = || changes.iter().map(|(change, _)| *change);
    let highest = differences().max().filter(|change| *change > Decimal::ZERO);
    let lowest = differences().min().filter(|change| *change < Decimal::ZERO);
    let breaks = (!broken.is_empty())
        .then(|| format!("Serien bryts för {}; där jämförs bara åren efter brottet.", list::joined(&broken)));
    let incomparable =
        (!incomparable.is_empty()).then(|| format!("Ingen förändring kan anges för {}.", list::joined(&incomparable)));
    let mut sentences = vec![found, most("ökade", highest), most("minskade", lowest), breaks, incomparable];
    sentences.extend(gaps_said);
    paragraph(sentences)
}

fn table(value: &SmallMultiples, moves: &Moves) -> Table {
    let columns = vec![
        Column::words("Organ"),
        Column::figures("Första året"),
        Column::figures("Sista året"),
        Column::figures("Förändring"),
        Column::figures("Lägst"),
        Column::figures("Högst"),
        Column::words("Anmärkning"),
    ];
    let rows = value.bodies.iter().map(|body| Row { header: body.name.clone(), cells: cells(body) }).collect();
    let summary = moves.sentence().map(|sentence| format!(": {sentence}")).unwrap_or_default();
    Table::new(format!("{} per organ{summary}", capitalized(&value.what)), columns, rows)
}

fn cells(body: &BodySeries) -> Vec<Cell> {
    let shares = shares(&body.points);
    let of_year = |share: Option<&ShareOfYear>| match share {
        Some(share) => Cell::new(format!("{} ({})", percent_sign(&share.shown), share.year)),
        None => Cell::missing("uppgift saknas"),
    };
    let comparable = latest_group(body);
    let change = match comparable.as_slice() {
        [from, .., to] if shares.first() == Some(from) => Cell::new(change_cell(from, to)),
        [from, .., to] => Cell::new(format!("{} sedan {}", change_cell(from, to), from.year)),
        [_] | [] => Cell::missing("kan inte jämföras"),
    };
    let mut remarks: Vec<String> = Vec::new();
    remarks.extend(missing_years(&body.points).iter().map(|gap| format!("{}: {}", gap.years(), gap.reason)));
    remarks.extend(breaks(&body.points).iter().map(|(year, reason)| format!("brott {year}: {reason}")));
    let published: Vec<i16> = body.points.iter().filter(|point| point.is_published()).map(|point| point.year).collect();
    if !published.is_empty() {
        remarks.push(format!("publicerat: {}", years_in_words(&published)));
    }
    let remark = if remarks.is_empty() { "ingen".to_owned() } else { capitalized(&remarks.join("; ")) };
    vec![
        of_year(shares.first()),
        of_year(shares.last()),
        change,
        of_year(comparable.iter().min_by_key(|share| share.shown)),
        of_year(comparable.iter().rev().max_by_key(|share| share.shown)),
        Cell::new(remark),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::proof::assert_numbers_stand_in_table;
    use crate::chart::series::TrendValue;

    #[test]
    fn every_body_has_its_cell_and_its_row() {
        let body = |name: &str, parts: [Option<u64>; 3]| BodySeries {
            name: name.to_owned(),
            points: (2022..)
                .zip(parts)
                .map(|(year, part)| {
                    let value = match part {
                        Some(part) => TrendValue::Computed { part, whole: 12, answered: 1, expected: 1 },
                        None => TrendValue::Missing { reason: "ej besvarat".to_owned() },
                    };
                    TrendPoint { year, value, break_before: None }
                })
                .collect(),
        };
        let chart = small_multiples(&SmallMultiples {
            id: "organ".to_owned(),
            subject: "nämnder och bolag".to_owned(),
            what: "andelen god".to_owned(),
            bodies: vec![
                body("Servicenämnden", [Some(6), None, Some(9)]),
                body("Fritidsnämnden", [None, None, None]),
                body("Kommunstyrelsen", [Some(9), Some(8), Some(8)]),
            ],
        });
        assert_eq!(chart.headline(), "Andelen god ökade för 1 och minskade för 1 av 3 nämnder och bolag");
        assert!(chart.text().contains("Ingen förändring kan anges för Fritidsnämnden."), "{}", chart.text());
        assert!(chart.svg().contains(">ej besvarat</text>") && chart.svg().contains(">Lucka: ej besvarat</text>"));
        assert_numbers_stand_in_table(&chart);
    }
}

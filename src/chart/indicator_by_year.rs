//! The chart of an indicator by year: its value types, its words and its table. How it is drawn is `indicator_drawing`'s.

use rust_decimal::Decimal;

use crate::chart::Chart;
use crate::chart::indicator_drawing::{drawing_of_bars, drawing_of_rows};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::wording::{
    Gap, breaks_sentence, capitalized, gaps, gaps_sentence, paragraph, uncapitalized, years as years_in_words,
};
use crate::language::{MINUS, date, number};

/// A figure of one body by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorByYear {
    /// Unique on the page, ASCII.
    pub id: String,
    /// Whose figure: the body's name.
    pub subject: String,
    /// The figure's name: `Diarieförda loggkontroller`.
    pub indicator: String,
    /// What it is counted in: `antal`, `kronor`, `procent`.
    pub unit: String,
    /// The same for exactly one, where it differs: `kontroll`.
    pub unit_of_one: Option<String>,
    /// How many decimals are written.
    pub decimals: u32,
    /// Which way is better.
    pub direction: Direction,
    /// The years in rising order, missing ones too.
    pub points: Vec<IndicatorPoint>,
}

/// A year of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorPoint {
    /// The year.
    pub year: i16,
    /// The figure, or why it is missing.
    pub value: Reading,
    /// Why the years before cannot be compared with this one and those after; `None` when they can.
    pub break_before: Option<String>,
    /// Whether whoever gave the figure says that it is uncertain.
    pub uncertain: bool,
    /// What else is said of the figure.
    pub note: Option<String>,
    /// What the figure should have become, if that was decided.
    pub target: Option<Decimal>,
}

/// The figure of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// It was given.
    Value(Decimal),
    /// It was not.
    Missing {
        /// Why, as a reader is told: *ej publicerat*.
        reason: String,
    },
}

/// Which way an indicator should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
    /// Nobody has said.
    Neither,
}

impl IndicatorPoint {
    /// The figure; `None` when it is missing.
    pub(super) fn reading(&self) -> Option<Decimal> {
        match self.value {
            Reading::Value(value) => Some(value),
            Reading::Missing { .. } => None,
        }
    }

    /// Why there is no figure; `None` when there is one.
    pub(super) fn missing(&self) -> Option<&str> {
        match &self.value {
            Reading::Missing { reason } => Some(reason),
            Reading::Value(_) => None,
        }
    }
}

impl IndicatorByYear {
    /// A figure as it is written: `1 117`.
    pub(super) fn written(&self, value: &Decimal) -> String {
        number::decimal(value, self.decimals)
    }

    /// The missing years.
    pub(super) fn missing_years(&self) -> Vec<Gap> {
        gaps(self.points.iter().map(|point| (point.year, point.missing())))
    }

    /// The years before which the series breaks, with the reasons.
    pub(super) fn breaks(&self) -> Vec<(i16, &str)> {
        self.points.iter().filter_map(|point| Some((point.year, point.break_before.as_deref()?))).collect()
    }

    /// The change to a year from the year before: `+22 %`; `None` where it must not or cannot be computed.
    pub(super) fn short_change(&self, place: usize) -> Option<String> {
        let (from, to) = self.before(place)?;
        if from == to {
            return Some("lika".to_owned());
        }
        if self.is_share() {
            return Some(number::signed_decimal(&(to - from), self.decimals));
        }
        Some(
            number::signed_percent_change(&from, &to)
                .unwrap_or_else(|| number::signed_decimal(&(to - from), self.decimals)),
        )
    }

    /// Whether the figure is itself in per cent, so that its changes are in percentage points.
    pub(super) fn is_share(&self) -> bool {
        self.unit == "procent"
    }

    /// The figure of the year before and of the year, if both are known and no break lies between.
    fn before(&self, place: usize) -> Option<(Decimal, Decimal)> {
        let point = self.points.get(place)?;
        let before = self.points.get(place.checked_sub(1)?)?;
        if point.break_before.is_some() || before.year + 1 != point.year {
            return None;
        }
        before.reading().zip(point.reading())
    }

    /// The figures that may be compared with that of a place: from the last break before it up to it.
    fn comparable_to(&self, place: usize) -> Vec<(i16, Decimal)> {
        let start = self.points[..=place].iter().rposition(|point| point.break_before.is_some()).unwrap_or(0);
        let group = &self.points[start..=place];
        group.iter().filter_map(|point| Some((point.year, point.reading()?))).collect()
    }

    /// A difference with its unit where that is percentage points.
    fn difference(&self, from: &Decimal, to: &Decimal) -> String {
        if from == to {
            return "oförändrat".to_owned();
        }
        if self.is_share() {
            return number::signed_decimal_points(&(to - from), self.decimals);
        }
        number::signed_decimal(&(to - from), self.decimals)
    }

    /// A difference with its share of where it started: `+747 (+202 %)`.
    fn full_difference(&self, from: &Decimal, to: &Decimal) -> String {
        let difference = self.difference(from, to);
        match number::signed_percent_change(from, to).filter(|_| !self.is_share() && from != to) {
            Some(share) => format!("{difference} ({share})"),
            None => difference,
        }
    }

    /// A difference without its sign: `747 (202 %)`.
    fn amount(&self, from: &Decimal, to: &Decimal) -> String {
        self.full_difference(from, to).replace(['+', MINUS], "")
    }

    /// A figure with its unit, as a sentence has it: `1 117`, `12 procent`.
    fn in_words(&self, value: &Decimal) -> String {
        let unit = self.unit_of_one.as_ref().filter(|_| *value == Decimal::ONE).unwrap_or(&self.unit);
        if unit == "antal" { self.written(value) } else { format!("{} {unit}", self.written(value)) }
    }
}

/// The chart of an indicator by year.
pub fn indicator_by_year(value: &IndicatorByYear) -> Chart {
    let label = format!("Diagram: staplar med {} per år, {}", uncapitalized(&value.indicator), value.subject);
    let latest = value.points.iter().rposition(|point| point.missing().is_none());
    let group = latest.map(|place| value.comparable_to(place)).unwrap_or_default();
    Chart {
        id: value.id.clone(),
        headline: headline(value, &group),
        caption: caption(value),
        text: text(value, &group),
        svg: drawing_of_bars(value, &label),
        narrow_svg: Some(drawing_of_rows(value, &label)),
        label,
        table: table(value),
    }
}

fn headline(value: &IndicatorByYear, group: &[(i16, Decimal)]) -> String {
    let name = capitalized(&value.indicator);
    match group {
        [] => format!("{name}: uppgift saknas"),
        [(year, only)] => format!("{name}: {} år {year}", value.in_words(only)),
        [(first_year, from), .., (last_year, to)] => {
            let years = date::years(*first_year, *last_year);
            let (start, end) = (value.written(from), value.in_words(to));
            let change = if value.is_share() {
                Some(value.difference(from, to))
            } else {
                number::signed_percent_change(from, to)
            };
            let change = change.map(|change| format!(" ({change})")).unwrap_or_default();
            match to.cmp(from) {
                std::cmp::Ordering::Greater => format!("{name} ökade från {start} till {end}{change} {years}"),
                std::cmp::Ordering::Less => format!("{name} minskade från {start} till {end}{change} {years}"),
                std::cmp::Ordering::Equal => format!("{name} var {end} både {first_year} och {last_year}"),
            }
        }
    }
}

fn caption(value: &IndicatorByYear) -> String {
    let years = match (value.points.first(), value.points.last()) {
        (Some(first), Some(last)) => format!(", {}", date::years(first.year, last.year)),
        (None, _) | (_, None) => String::new(),
    };
    format!("{}: {}, {} per år{years}.", value.subject, uncapitalized(&value.indicator), value.unit)
}

fn text(value: &IndicatorByYear, group: &[(i16, Decimal)]) -> String {
    let uncertain: Vec<i16> = value
        .points
        .iter()
        .filter(|point| point.uncertain && point.missing().is_none())
        .map(|point| point.year)
        .collect();
    let uncertain = match uncertain.as_slice() {
        [] => None,
        [year] => Some(format!("Uppgiften för {year} är osäker.")),
        several => Some(format!("Uppgifterna för {} är osäkra.", years_in_words(several))),
    };
    let notes = value
        .points
        .iter()
        .filter_map(|point| Some(format!("{}: {}.", point.year, point.note.as_deref()?.trim_end_matches('.'))));
    let mut sentences = vec![
        level_sentence(value, group),
        year_sentence(value),
        since_sentence(value, group),
        extremes_sentence(value, group),
        target_sentence(value),
        gaps_sentence(&value.missing_years()),
        breaks_sentence(value.breaks()),
        uncertain,
    ];
    sentences.extend(notes.map(Some));
    paragraph(sentences)
}

fn level_sentence(value: &IndicatorByYear, group: &[(i16, Decimal)]) -> Option<String> {
    let (year, latest) = group.last()?;
    Some(format!("{} {year}: {}.", capitalized(&value.indicator), value.in_words(latest)))
}

/// The change from the year before; `None` where there is none to compare with.
fn year_sentence(value: &IndicatorByYear) -> Option<String> {
    let place = value.points.iter().rposition(|point| point.missing().is_none())?;
    let (from, to) = value.before(place)?;
    let before = value.points[place - 1].year;
    if from == to {
        return Some(format!("Det är oförändrat från {before}."));
    }
    let (amount, way) = (value.amount(&from, &to), if to > from { "mer" } else { "mindre" });
    Some(format!("Det är {amount} {way} än {before}."))
}

/// The change since the first comparable year, and whether it is for the better.
fn since_sentence(value: &IndicatorByYear, group: &[(i16, Decimal)]) -> Option<String> {
    let [(first_year, from), .., (_, to)] = group else { return None };
    let change = if from == to {
        format!("Värdet är detsamma som {first_year}")
    } else {
        let verb = if to > from { "ökat" } else { "minskat" };
        format!("Sedan {first_year} har värdet {verb} med {}", value.amount(from, to))
    };
    let is_higher = to > from;
    let verdict = match value.direction {
        Direction::Neither => "",
        Direction::HigherIsBetter | Direction::LowerIsBetter if from == to => "",
        Direction::HigherIsBetter if is_higher => "; ett högre värde är bättre, så det är en förbättring",
        Direction::HigherIsBetter => "; ett högre värde är bättre, så det är en försämring",
        Direction::LowerIsBetter if is_higher => "; ett lägre värde är bättre, så det är en försämring",
        Direction::LowerIsBetter => "; ett lägre värde är bättre, så det är en förbättring",
    };
    Some(format!("{change}{verdict}."))
}

/// The highest and the lowest of the comparable years; `None` with fewer than three or when all are the same.
fn extremes_sentence(value: &IndicatorByYear, known: &[(i16, Decimal)]) -> Option<String> {
    let highest = known.iter().map(|(_, reading)| *reading).max()?;
    let lowest = known.iter().map(|(_, reading)| *reading).min()?;
    if known.len() < 3 || highest == lowest {
        return None;
    }
    let when = |extreme: Decimal| {
        let found: Vec<i16> = known.iter().filter(|(_, reading)| *reading == extreme).map(|(year, _)| *year).collect();
        years_in_words(&found)
    };
    let (high, low) = (value.written(&highest), value.written(&lowest));
    Some(format!("Högst var värdet {} ({high}) och lägst {} ({low}).", when(highest), when(lowest)))
}

/// The latest year's target, and whether it was reached; `None` without one.
fn target_sentence(value: &IndicatorByYear) -> Option<String> {
    let point = value.points.iter().rev().find(|point| point.missing().is_none() && point.target.is_some())?;
    let (target, reading) = (point.target?, point.reading()?);
    let reached = match value.direction {
        Direction::HigherIsBetter if reading >= target => " och nåddes",
        Direction::LowerIsBetter if reading <= target => " och nåddes",
        Direction::HigherIsBetter | Direction::LowerIsBetter => " och nåddes inte",
        Direction::Neither => "",
    };
    Some(format!("Målet för {} var {}{reached}.", point.year, value.in_words(&target)))
}

fn table(value: &IndicatorByYear) -> Table {
    let has_targets = value.points.iter().any(|point| point.target.is_some());
    let mut columns = vec![
        Column::words("År"),
        Column::figures(format!("{}, {}", capitalized(&value.indicator), value.unit)),
        Column::figures(if value.is_share() {
            "Förändring från året före".to_owned()
        } else {
            format!("Förändring i {}", value.unit)
        }),
    ];
    if !value.is_share() {
        columns.push(Column::figures("Förändring i procent"));
    }
    columns.push(Column::figures("Förändring sedan första jämförbara år"));
    if has_targets {
        columns.push(Column::figures("Mål"));
    }
    columns.push(Column::words("Anmärkning"));
    let mut rows = Vec::new();
    for (place, point) in value.points.iter().enumerate() {
        rows.push(Row { header: point.year.to_string(), cells: cells(value, place, point, has_targets) });
    }
    Table::new(format!("{} per år, {}", capitalized(&value.indicator), value.subject), columns, rows)
}

fn cells(value: &IndicatorByYear, place: usize, point: &IndicatorPoint, has_targets: bool) -> Vec<Cell> {
    let change_columns = if value.is_share() { 2 } else { 3 };
    let mut cells = Vec::new();
    match &point.value {
        Reading::Missing { reason } => cells.extend(vec![Cell::missing(reason); 1 + change_columns]),
        Reading::Value(reading) => {
            let written = value.written(reading);
            cells.push(if point.uncertain { Cell::uncertain(written) } else { Cell::new(written) });
            match value.before(place) {
                Some((from, to)) => {
                    cells.push(Cell::new(value.difference(&from, &to)));
                    if !value.is_share() {
                        let share = number::signed_percent_change(&from, &to);
                        cells.push(share.map_or_else(|| Cell::new("året före var noll"), Cell::new));
                    }
                }
                None => cells.extend(vec![Cell::new(why_no_change(value, place)); change_columns - 1]),
            }
            let group = value.comparable_to(place);
            cells.push(match group.as_slice() {
                [(_, from), .., (_, to)] => Cell::new(value.full_difference(from, to)),
                [_] | [] => Cell::new("utgångsår"),
            });
        }
    }
    if has_targets {
        cells.push(point.target.map_or_else(|| Cell::new("inget mål"), |target| Cell::new(value.written(&target))));
    }
    cells.push(Cell::new(remark(point)));
    cells
}

/// Why a year is not compared with the year before.
fn why_no_change(value: &IndicatorByYear, place: usize) -> &'static str {
    if place == 0 {
        "första året"
    } else if value.points[place].break_before.is_some() {
        "inte jämförbart"
    } else {
        "ingen siffra året före"
    }
}

fn remark(point: &IndicatorPoint) -> String {
    let mut remarks = Vec::new();
    if let Some(reason) = &point.break_before {
        remarks.push(format!("brott i serien: {reason}"));
    }
    if point.uncertain {
        remarks.push("osäker uppgift".to_owned());
    }
    remarks.extend(point.note.clone());
    if remarks.is_empty() { "ingen".to_owned() } else { capitalized(&remarks.join("; ")) }
}

//! The chart of spans by round: for each level a line from the lowest to the highest share, one for each round. Nothing is
//! drawn between rounds: the years there were not reviewed.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::chart::canvas::{Align, Canvas, FILL_GAP};
use crate::chart::ink::Ink;
use crate::chart::outcome::Level;
use crate::chart::svg::{Frame, drawing};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::text_width::{shortened, text_width};
use crate::chart::wording::{breaks_sentence, capitalized, paragraph, percent_sign, plain, uncapitalized};
use crate::chart::{Chart, Variant};
use crate::language::{date, list};

/// Spans of levels, round by round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpansByRound {
    /// Unique on the page, ASCII.
    pub id: String,
    /// What was reviewed: `nycklar och passerkort`.
    pub subject: String,
    /// The levels that are drawn, the best first, each with all rounds.
    pub levels: Vec<SpanLevel>,
    /// Years between rounds in which nothing was reviewed, from first to last.
    pub unreviewed: Vec<(i16, i16)>,
    /// Rounds that cannot be compared with the one before, and why.
    pub breaks: Vec<(i16, String)>,
}

/// A level through the rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanLevel {
    /// The level.
    pub level: Level,
    /// Year and span of each round, in order.
    pub rounds: Vec<(i16, SpanValue)>,
}

/// The span of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpanValue {
    /// From the lowest to the highest share, in per cent.
    Span {
        /// The lowest.
        low: Decimal,
        /// The highest.
        high: Decimal,
        /// How it is known.
        from: SpanSource,
    },
    /// Not there.
    Missing {
        /// Why.
        reason: String,
    },
}

/// How a span is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanSource {
    /// Found among the shares of the statements.
    Counted,
    /// Published as a span.
    Published,
    /// Published, and uncertain.
    Uncertain,
}

/// The chart of spans by round.
#[must_use]
pub fn spans_by_round(value: &SpansByRound) -> Chart {
    let label = format!("Diagram: lägsta och högsta andel per nivå och omgång, {}", uncapitalized(&value.subject));
    let draw = |variant| one_drawing(value, &label, variant);
    let (svg, narrow_svg) = (draw(Variant::Wide), Some(draw(Variant::Narrow)));
    Chart {
        id: value.id.clone(),
        headline: headline(value),
        caption: format!(
            "{}: lägsta och högsta andel bland påståendena, i procent av svaren.",
            capitalized(&value.subject)
        ),
        text: text(value),
        label,
        svg,
        narrow_svg,
        table: table(value),
    }
}

/// A span in words: `41–71`, or one share alone.
fn ends(low: &Decimal, high: &Decimal) -> String {
    if low == high { plain(low) } else { format!("{}–{}", plain(low), plain(high)) }
}

/// The rounds of a level that have a span, in words.
fn known(level: &SpanLevel) -> Vec<(i16, String)> {
    let words = |(year, value): &(i16, SpanValue)| match value {
        SpanValue::Span { low, high, .. } => Some((*year, ends(low, high))),
        SpanValue::Missing { .. } => None,
    };
    level.rounds.iter().filter_map(words).collect()
}

fn headline(value: &SpansByRound) -> String {
    let Some((level, rounds)) =
        value.levels.iter().map(|level| (level, known(level))).find(|(_, rounds)| !rounds.is_empty())
    else {
        return format!("Det saknas siffror om {}", uncapitalized(&value.subject));
    };
    let name = &level.level.name;
    let (last, span) = rounds.last().expect("there is one");
    let since = value.breaks.iter().map(|(year, _)| *year).filter(|year| year <= last).max();
    let first = rounds.iter().find(|(year, _)| since.is_none_or(|since| *year >= since)).expect("the last is one");
    if first.0 == *last {
        return format!("Andelen ”{name}” var {span} procent {last}");
    }
    format!("Andelen ”{name}” var {span} procent {last}, mot {} procent {}", first.1, first.0)
}

fn text(value: &SpansByRound) -> String {
    let mut sentences: Vec<Option<String>> = Vec::new();
    for level in &value.levels {
        let name = &level.level.name;
        let known: Vec<_> = known(level).into_iter().map(|(year, span)| format!("{span} procent {year}")).collect();
        sentences.push((!known.is_empty()).then(|| format!("{name}: {}.", list::joined(&known))));
        let mut missing: Vec<(&str, Vec<String>)> = Vec::new();
        for (year, value) in &level.rounds {
            let SpanValue::Missing { reason } = value else { continue };
            match missing.iter_mut().find(|(other, _)| other == reason) {
                Some((_, years)) => years.push(year.to_string()),
                None => missing.push((reason, vec![year.to_string()])),
            }
        }
        for (reason, years) in missing {
            sentences.push(Some(format!("{name}, {}: {reason}.", list::joined(&years))));
        }
    }
    let years: Vec<_> = value.unreviewed.iter().map(|(first, last)| date::years(*first, *last)).collect();
    let unreviewed = format!("Mellan omgångarna, {}, gjordes ingen granskning.", list::joined(&years));
    sentences.push((!years.is_empty()).then_some(unreviewed));
    let breaks = value.breaks.iter().map(|(year, reason)| (*year, reason.as_str()));
    sentences.push(
        breaks_sentence(breaks).map(|sentence| {
            sentence.replace("Serien bryts", "Jämförelsen bryts").replace("åren före", "omgångarna före")
        }),
    );
    paragraph(sentences)
}

fn table(value: &SpansByRound) -> Table {
    let mut rows = Vec::new();
    for level in &value.levels {
        for (year, span) in &level.rounds {
            let cells = match span {
                SpanValue::Span { low, high, from } => {
                    let cell = |share: &Decimal| match from {
                        SpanSource::Counted => Cell::new(percent_sign(share)),
                        SpanSource::Published => Cell::published(percent_sign(share)),
                        SpanSource::Uncertain => Cell::uncertain(percent_sign(share)),
                    };
                    let source = match from {
                        SpanSource::Counted => "ur andelarna för varje påstående",
                        SpanSource::Published => "publicerat spann",
                        SpanSource::Uncertain => "publicerat spann, osäkert",
                    };
                    vec![Cell::new(year.to_string()), cell(low), cell(high), Cell::new(source)]
                }
                SpanValue::Missing { reason } => {
                    let missing = || Cell::missing(reason.as_str());
                    vec![Cell::new(year.to_string()), missing(), missing(), missing()]
                }
            };
            rows.push(Row { header: level.level.name.clone(), cells });
        }
    }
    for (first, last) in &value.unreviewed {
        let missing = || Cell::missing("ingen granskning");
        let cells = vec![Cell::new(date::years(*first, *last)), missing(), missing(), missing()];
        rows.push(Row { header: "Mellan omgångarna".to_owned(), cells });
    }
    let columns = vec![
        Column::words("Nivå"),
        Column::words("År"),
        Column::figures("Lägst"),
        Column::figures("Högst"),
        Column::words("Källa"),
    ];
    let caption = format!("{}: lägsta och högsta andel per nivå och omgång", capitalized(&value.subject));
    Table::new(caption, columns, rows)
}

const HEADING: i32 = 30;
const ROW: i32 = 30;
const GROUP_GAP: i32 = 10;
const AXIS: i32 = 24;
const YEAR_WIDTH: i32 = 46;
const BAR_HEIGHT: i32 = 8;
const END_RADIUS: i32 = 6;
const LABEL_GAP: i32 = 6;

/// Per cents at which a line is drawn.
const GRID: [i64; 5] = [0, 25, 50, 75, 100];

fn one_drawing(value: &SpansByRound, label: &str, variant: Variant) -> String {
    let spans = value.levels.iter().flat_map(|level| level.rounds.iter().map(|(_, span)| span));
    let widths = spans.flat_map(|span| match span {
        SpanValue::Span { low, high, .. } => vec![text_width(&percent_sign(low)), text_width(&percent_sign(high))],
        SpanValue::Missing { .. } => Vec::new(),
    });
    let room = widths.max().unwrap_or(0) + END_RADIUS + LABEL_GAP;
    let across = (YEAR_WIDTH + room, variant.width() - room);
    let rows: usize = value.levels.iter().map(|level| level.rounds.len()).sum();
    let groups = px(value.levels.len());
    let height = groups * (HEADING + GROUP_GAP) + px(rows) * ROW + AXIS;
    drawing(&Frame { id: &value.id, label, variant, height }, |canvas| {
        let mut top = 0;
        for level in &value.levels {
            let heading = format!("{} {}", level.level.symbol, level.level.name);
            canvas.text(Ink::Value, (0, top + HEADING / 2), Align::Start, &shortened(&heading, variant.width()));
            top += HEADING;
            let bottom = top + px(level.rounds.len()) * ROW;
            for share in GRID {
                let x = position(&Decimal::from(share), across);
                canvas.line(Ink::Grid, vec![(x, top), (x, bottom)]);
            }
            for (at, (year, span)) in level.rounds.iter().enumerate() {
                if at > 0 && value.breaks.iter().any(|(broken, _)| broken == year) {
                    canvas.line(Ink::Break, vec![(0, top), (variant.width(), top)]);
                }
                row(canvas, &level.level, (*year, span), (across, variant.width()), top + ROW / 2);
                top += ROW;
            }
            top += GROUP_GAP;
        }
        for share in GRID {
            let x = position(&Decimal::from(share), across);
            canvas.text(Ink::AxisText, (x, top + AXIS / 2 - GROUP_GAP / 2), Align::Middle, &format!("{share}\u{a0}%"));
        }
    })
}

fn row(
    canvas: &Canvas<'_>,
    level: &Level,
    (year, span): (i16, &SpanValue),
    (across, width): ((i32, i32), i32),
    middle: i32,
) {
    canvas.text(Ink::Text, (0, middle), Align::Start, &year.to_string());
    match span {
        SpanValue::Span { low, high, from } => {
            let (start, end) = (position(low, across), position(high, across));
            let (top, bottom) = (middle - BAR_HEIGHT / 2, middle + BAR_HEIGHT / 2);
            if end - start > FILL_GAP {
                canvas.rectangle(Ink::tone(level.tone), (start, top), (end, bottom));
                canvas.rectangle(Ink::tone_pattern(level.tone), (start, top), (end, bottom));
                match from {
                    SpanSource::Counted => {}
                    SpanSource::Published => canvas.rectangle(Ink::Published, (start, top), (end, bottom)),
                    SpanSource::Uncertain => canvas.rectangle(Ink::Uncertain, (start, top), (end, bottom)),
                }
            }
            for place in [start, end] {
                canvas.dot(Ink::tone(level.tone), (place, middle), END_RADIUS);
                canvas.dot(Ink::tone_pattern(level.tone), (place, middle), END_RADIUS);
            }
            let away = END_RADIUS + LABEL_GAP;
            canvas.text(Ink::Value, (end + away, middle), Align::Start, &percent_sign(high));
            if low != high {
                canvas.text(Ink::Value, (start - away, middle), Align::End, &percent_sign(low));
            }
        }
        SpanValue::Missing { reason } => {
            let (start, end) = (YEAR_WIDTH, width);
            canvas.rectangle(Ink::Gap, (start, middle - ROW / 2 + 4), (end, middle + ROW / 2 - 4));
            canvas.text(Ink::GapText, (start + 10, middle), Align::Start, &shortened(reason, end - start - 20));
        }
    }
}

/// Where a share lies.
fn position(share: &Decimal, (left, right): (i32, i32)) -> i32 {
    let part = (share * Decimal::from(right - left) / Decimal::ONE_HUNDRED).round();
    left + part.to_i32().expect("a share is at most the whole width")
}

fn px(count: usize) -> i32 {
    i32::try_from(count).expect("a review has few levels and rounds")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::outcome::Tone;
    use crate::chart::proof::assert_numbers_stand_in_table;

    fn level(name: &str, tone: Tone, rounds: Vec<(i16, SpanValue)>) -> SpanLevel {
        SpanLevel { level: Level { name: name.to_owned(), tone, symbol: "●".to_owned() }, rounds }
    }

    fn span(low: i64, high: i64) -> SpanValue {
        SpanValue::Span { low: low.into(), high: high.into(), from: SpanSource::Published }
    }

    fn access() -> SpansByRound {
        let missing = || SpanValue::Missing { reason: "ej publicerat".to_owned() };
        SpansByRound {
            id: "spann".to_owned(),
            subject: "Felaktig tillgång".to_owned(),
            levels: vec![
                level("Ja, tillfredsställande", Tone::Good, vec![(2021, span(41, 71)), (2024, span(65, 78))]),
                level("Delvis", Tone::Improve, vec![(2021, missing()), (2024, missing())]),
            ],
            unreviewed: vec![(2022, 2023)],
            breaks: Vec::new(),
        }
    }

    #[test]
    fn spans_stand_side_by_side_with_nothing_between() {
        let chart = spans_by_round(&access());
        assert_numbers_stand_in_table(&chart);
        assert_eq!(chart.headline(), "Andelen ”Ja, tillfredsställande” var 65–78 procent 2024, mot 41–71 procent 2021");
        assert_eq!(
            chart.text(),
            "Ja, tillfredsställande: 41–71 procent 2021 och 65–78 procent 2024. Delvis, 2021 och 2024: ej publicerat. \
             Mellan omgångarna, 2022–2023, gjordes ingen granskning."
        );
        assert!(!chart.svg().contains("c-line") && !chart.svg().contains("2022"), "{}", chart.svg());
    }

    #[test]
    fn rounds_that_cannot_be_compared_are_not_set_against_each_other() {
        let mut value = access();
        value.breaks.push((2024, "Påståendena är nya.".to_owned()));
        let chart = spans_by_round(&value);
        assert_numbers_stand_in_table(&chart);
        assert_eq!(chart.headline(), "Andelen ”Ja, tillfredsställande” var 65–78 procent 2024");
        assert!(chart.text().ends_with("Påståendena är nya."), "{}", chart.text());
        assert!(chart.svg().contains("c-break"));
    }
}

//! The chart of levels by year: one stacked bar for every year, missing years joined to one row with their reason.

use crate::chart::Chart;
use crate::chart::outcome::{Level, Outcome};
use crate::chart::share_series::{ShareOfYear, change_cell, change_sentence, extremes_sentence, headline};
use crate::chart::stacked_bars::{BarRow, cells, columns, drawings, status};
use crate::chart::table::{Cell, Column, Row, Table};
use crate::chart::wording::{
    Answering, Gap, answered_sentence, breaks_sentence, capitalized, gaps, gaps_sentence, out_of, paragraph,
    percent_word, sources_sentence, uncapitalized,
};
use crate::language::{date, list};

/// How answers fell on the levels, year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelsByYear {
    /// Unique on the page, ASCII.
    pub id: String,
    /// Whose answers: `alla nämnder och bolag`.
    pub subject: String,
    /// What the shares are of: `andel av bedömningarna`.
    pub unit: String,
    /// What is counted as having answered.
    pub answering: Answering,
    /// The levels, the best first.
    pub levels: Vec<Level>,
    /// The place of the level that the headline speaks of.
    pub in_focus: usize,
    /// The years in rising order, missing ones too.
    pub years: Vec<LevelsYear>,
}

/// The answers of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelsYear {
    /// The year.
    pub year: i16,
    /// How they fell, or why that is missing.
    pub outcome: Outcome,
    /// Why the years before cannot be compared with this one and those after; `None` when they can.
    pub break_before: Option<String>,
}

/// The chart of levels by year.
pub fn levels_by_year(value: &LevelsByYear) -> Chart {
    let gaps = gaps(value.years.iter().map(|year| (year.year, year.outcome.missing())));
    let rows = rows(&value.years, &gaps, value.answering);
    let (shares, what) = (shares(&value.years, 0), share_name(&value.levels, 0));
    // A level that nothing is known of makes no headline.
    let focus = if self::shares(&value.years, value.in_focus).is_empty() { 0 } else { value.in_focus };
    let (in_focus, focus) = (self::shares(&value.years, focus), share_name(&value.levels, focus));
    let label = format!("Diagram: liggande staplar med nivåer per år, {}", value.subject);
    let (svg, narrow_svg) = drawings(&value.id, &label, &value.levels, &rows);
    Chart {
        id: value.id.clone(),
        headline: headline(&focus, &in_focus),
        caption: caption(value),
        text: text(value, &what, &shares, &gaps),
        label,
        svg,
        narrow_svg,
        table: table(value, &what, &shares, &rows),
    }
}

/// A row for every year with an outcome, and one for neighbouring years that are missing for one reason.
fn rows<'year>(years: &'year [LevelsYear], gaps: &[Gap], answering: Answering) -> Vec<BarRow<'year>> {
    let mut rows = Vec::new();
    for year in years {
        match gaps.iter().find(|gap| (gap.first..=gap.last).contains(&year.year)) {
            Some(gap) if gap.first == year.year => {
                rows.push(BarRow {
                    name: gap.years(),
                    outcome: &year.outcome,
                    status: String::new(),
                    after_break: false,
                });
            }
            Some(_) => {}
            None => {
                let status = status(&year.outcome, answering);
                rows.push(BarRow {
                    name: year.year.to_string(),
                    outcome: &year.outcome,
                    status,
                    after_break: year.break_before.is_some(),
                });
            }
        }
    }
    rows
}

/// The shares of a level in the years that have one and can be compared with the latest.
fn shares(years: &[LevelsYear], level: usize) -> Vec<ShareOfYear> {
    let mut shares = Vec::new();
    let Some(last) = years.iter().rposition(|year| year.outcome.missing().is_none()) else { return shares };
    let start = years[..=last].iter().rposition(|year| year.break_before.is_some()).unwrap_or(0);
    for year in &years[start..] {
        if let Some(portion) = year.outcome.portion(level) {
            shares.push(ShareOfYear { year: year.year, percent: portion.percent, shown: portion.shown });
        }
    }
    shares
}

fn share_name(levels: &[Level], level: usize) -> String {
    let name = levels.get(level).map(|level| uncapitalized(&level.name)).unwrap_or_default();
    format!("andelen {name}")
}

fn caption(value: &LevelsByYear) -> String {
    let years = match (value.years.first(), value.years.last()) {
        (Some(first), Some(last)) => format!(", {}", date::years(first.year, last.year)),
        (None, _) | (_, None) => String::new(),
    };
    let latest = value.years.iter().rev().find(|year| year.outcome.missing().is_none());
    let answered = latest.map(|year| match year.outcome {
        Outcome::Computed { answered, expected, .. } => {
            value.answering.in_year(&year.year.to_string(), answered, expected)
        }
        Outcome::Published { .. } => format!("{} enligt publicerad sammanställning.", year.year),
        Outcome::Missing { .. } => String::new(),
    });
    let what = format!("{}: {} i procent{years}.", capitalized(&value.subject), uncapitalized(&value.unit));
    paragraph([Some(what), answered])
}

fn text(value: &LevelsByYear, what: &str, shares: &[ShareOfYear], gaps: &[Gap]) -> String {
    let (mut published, mut computed, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for year in value.years.iter().filter(|year| year.outcome.missing().is_none()) {
        match year.outcome {
            Outcome::Published { .. } => published.push(year.year),
            Outcome::Computed { answered, expected, .. } => {
                computed.push(year.year);
                answers.push((year.year, answered, expected));
            }
            Outcome::Missing { .. } => {}
        }
    }
    let latest = value.years.iter().rev().find(|year| year.outcome.missing().is_none());
    paragraph([
        latest.map(|year| spread_sentence(&year.year.to_string(), &value.levels, &year.outcome)),
        change_sentence(what, shares),
        extremes_sentence(shares),
        gaps_sentence(gaps),
        breaks_sentence(value.years.iter().filter_map(|year| Some((year.year, year.break_before.as_deref()?)))),
        sources_sentence(&published, &computed),
        answered_sentence(value.answering, &answers),
    ])
}

/// How one outcome fell: `2024 var fördelningen: tillfredsställande 89 procent (214 av 240), …`.
pub(super) fn spread_sentence(name: &str, levels: &[Level], outcome: &Outcome) -> String {
    let mut parts = Vec::new();
    for (place, level) in levels.iter().enumerate() {
        let Some(portion) = outcome.portion(place) else { continue };
        let counted = match (outcome, portion.count) {
            (Outcome::Computed { whole, .. }, Some(count)) => format!(" ({})", out_of(count, *whole)),
            (Outcome::Computed { .. } | Outcome::Published { .. } | Outcome::Missing { .. }, _) => String::new(),
        };
        parts.push(format!("{} {}{counted}", uncapitalized(&level.name), percent_word(&portion.shown)));
    }
    if let Some(rest) = outcome.rest() {
        let note = outcome.rest_note().map(|note| format!(" ({note})")).unwrap_or_default();
        parts.push(format!("övrigt {}{note}", percent_word(&rest.shown)));
    }
    format!("{name} var fördelningen: {}.", list::joined(&parts))
}

fn table(value: &LevelsByYear, what: &str, shares: &[ShareOfYear], rows: &[BarRow<'_>]) -> Table {
    let mut all_columns = vec![Column::words("År")];
    all_columns.extend(columns(&value.levels, rows, value.answering));
    if let Some(first) = shares.first() {
        let name = format!("Förändring av {what} sedan {}", first.year);
        all_columns.insert(all_columns.len() - 1, Column::figures(name));
    }
    let has_break = value.years.iter().any(|year| year.break_before.is_some());
    let mut table_rows = Vec::new();
    for row in rows {
        let mut cells = cells(&value.levels, rows, row.outcome);
        if let Some(first) = shares.first() {
            let share = shares.iter().find(|share| share.year.to_string() == row.name);
            let change = match (share, row.outcome.missing()) {
                (Some(share), _) if share.year == first.year => Cell::new("utgångsår"),
                (Some(share), _) => Cell::new(change_cell(first, share)),
                (None, Some(reason)) => Cell::missing(reason),
                (None, None) if has_break => Cell::new("kan inte jämföras"),
                (None, None) => Cell::missing("uppgift saknas"),
            };
            cells.insert(cells.len() - 1, change);
        }
        table_rows.push(Row { header: row.name.clone(), cells });
    }
    let caption = format!("{} per nivå och år, {}", capitalized(&value.unit), value.subject);
    Table::new(caption, all_columns, table_rows)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::chart::outcome::Tone;
    use crate::chart::proof::assert_numbers_stand_in_table;

    fn levels() -> Vec<Level> {
        [
            ("Tillfredsställande", Tone::Good, "●"),
            ("Kan förbättras", Tone::Improve, "◐"),
            ("Allvarlig brist", Tone::Serious, "▲"),
        ]
        .map(|(name, tone, symbol)| Level { name: name.to_owned(), tone, symbol: symbol.to_owned() })
        .to_vec()
    }

    fn chart(years: Vec<LevelsYear>) -> Chart {
        let subject = "alla nämnder och bolag".to_owned();
        let unit = "andel av bedömningarna".to_owned();
        levels_by_year(&LevelsByYear {
            id: "niva".to_owned(),
            subject,
            unit,
            answering: Answering::Bodies,
            in_focus: 0,
            levels: levels(),
            years,
        })
    }

    fn published(year: i16, percents: [i64; 3]) -> LevelsYear {
        let percents = percents.map(|percent| Some(Decimal::from(percent))).to_vec();
        LevelsYear { year, outcome: Outcome::Published { percents, remainder_note: None }, break_before: None }
    }

    fn missing(year: i16) -> LevelsYear {
        LevelsYear { year, outcome: Outcome::Missing { reason: "ej publicerat".to_owned() }, break_before: None }
    }

    #[test]
    fn published_years_with_a_gap_become_three_rows() {
        let mut years = vec![published(2015, [65, 31, 3])];
        years.extend((2016..2024).map(missing));
        years.push(published(2024, [89, 9, 0]));
        let chart = chart(years);
        assert_eq!(chart.headline(), "Andelen tillfredsställande ökade från 65 till 89 procent");
        assert_eq!(
            chart.table().rows.iter().map(|row| row.header.as_str()).collect::<Vec<_>>(),
            ["2015", "2016–2023", "2024"]
        );
        assert!(chart.text().contains("Uppgifter för 2016–2023 saknas: ej publicerat."), "{}", chart.text());
        assert!(chart.svg().contains("url(#niva_published)"));
        assert!(chart.narrow_svg().is_some_and(|svg| svg.contains("url(#niva_narrow_published)")));
        assert_numbers_stand_in_table(&chart);
    }

    #[test]
    fn counted_years_say_how_many_answered() {
        let counted = |year, counts: [u64; 3], answered| LevelsYear {
            year,
            outcome: Outcome::Computed { counts: counts.to_vec(), whole: 1_240, answered, expected: 24 },
            break_before: None,
        };
        let chart = chart(vec![
            counted(2022, [800, 300, 20], 21),
            counted(2023, [805, 300, 20], 24),
            counted(2024, [803, 299, 1], 24),
        ]);
        assert!(chart.text().contains("Antal svarande: 21 av 24 (2022) och 24 av 24 (2023–2024)."), "{}", chart.text());
        assert_numbers_stand_in_table(&chart);
    }

    #[test]
    fn one_year_or_none_is_no_change_and_no_panic() {
        let one = chart(vec![published(2024, [89, 9, 0])]);
        assert_eq!(one.headline(), "Andelen tillfredsställande var 89 procent 2024");
        assert!(!one.text().contains("Sedan"));
        assert_eq!(chart(vec![missing(2023)]).headline(), "Det saknas uppgifter om andelen tillfredsställande");
        assert_eq!(chart(Vec::new()).table().rows, []);
    }
}

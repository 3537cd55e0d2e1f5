//! The chart of distributions by row: one stacked bar for every category, statement or body.

use std::collections::BTreeSet;

use crate::chart::Chart;
use crate::chart::outcome::{Level, Outcome, Tone};
use crate::chart::stacked_bars::{BarRow, cells, columns, drawings, status};
use crate::chart::table::{Column, Row, Table};
use crate::chart::wording::{Answering, capitalized, out_of, paragraph, percent_word, uncapitalized};
use crate::language::{list, plural};

/// How answers fell on the levels, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistributionRows {
    /// Unique on the page, ASCII.
    pub id: String,
    /// Whose answers and when: `alla nämnder och bolag 2024`.
    pub subject: String,
    /// What the shares are of: `andel av bedömningarna`.
    pub unit: String,
    /// What a row is, as a column's name: `Kategori`.
    pub row_name: String,
    /// What is counted as having answered.
    pub answering: Answering,
    /// The levels, the best first.
    pub levels: Vec<Level>,
    /// The rows in the order they are to stand.
    pub rows: Vec<DistributionRow>,
}

/// The answers of one category, statement or body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistributionRow {
    /// Its name.
    pub name: String,
    /// How they fell, or why that is missing.
    pub outcome: Outcome,
}

/// The chart of distributions by row.
pub fn distribution_rows(value: &DistributionRows) -> Chart {
    let rows = rows(value);
    let label =
        format!("Diagram: liggande staplar med nivåer per {}, {}", uncapitalized(&value.row_name), value.subject);
    let (svg, narrow_svg) = drawings(&value.id, &label, &value.levels, &rows);
    Chart {
        id: value.id.clone(),
        headline: headline(value),
        caption: caption(value),
        text: text(value),
        label,
        svg,
        narrow_svg,
        table: table(value, &rows),
    }
}

/// The rows with how many answered, unless that is the same for all and stands in the caption.
fn rows(value: &DistributionRows) -> Vec<BarRow<'_>> {
    let is_in_caption = answers(value).len() == 1;
    let mut rows = Vec::new();
    for row in &value.rows {
        let status = match row.outcome {
            Outcome::Computed { .. } if is_in_caption => String::new(),
            Outcome::Computed { .. } | Outcome::Published { .. } | Outcome::Missing { .. } => {
                status(&row.outcome, value.answering)
            }
        };
        rows.push(BarRow { name: row.name.clone(), outcome: &row.outcome, status, after_break: false });
    }
    rows
}

/// How many answered of how many, each pair once.
fn answers(value: &DistributionRows) -> BTreeSet<(u64, u64)> {
    let mut answers = BTreeSet::new();
    for row in &value.rows {
        match row.outcome {
            Outcome::Computed { answered, expected, .. } => {
                answers.insert((answered, expected));
            }
            Outcome::Published { .. } | Outcome::Missing { .. } => {}
        }
    }
    answers
}

/// The rows by their share of the best level, highest and lowest; `None` when no row has one.
fn extremes(value: &DistributionRows) -> Option<[(Vec<String>, String); 2]> {
    let mut shares = Vec::new();
    for row in &value.rows {
        shares.extend(row.outcome.portion(0).map(|portion| (row.name.clone(), portion.shown)));
    }
    let highest = shares.iter().map(|(_, shown)| *shown).max()?;
    let lowest = shares.iter().map(|(_, shown)| *shown).min()?;
    Some([highest, lowest].map(|extreme| {
        let names = shares.iter().filter(|(_, shown)| *shown == extreme).map(|(name, _)| name.clone()).collect();
        (names, percent_word(&extreme))
    }))
}

fn best_name(value: &DistributionRows) -> String {
    value.levels.first().map(|level| uncapitalized(&level.name)).unwrap_or_default()
}

fn headline(value: &DistributionRows) -> String {
    let best = best_name(value);
    let Some([(high_names, high), (low_names, low)]) = extremes(value) else {
        return format!("Det saknas uppgifter om andelen {best}");
    };
    if high == low {
        return match high_names.as_slice() {
            [name] => format!("{name}: andelen {best} var {high}"),
            _ => format!("Andelen {best} var {high} överallt"),
        };
    }
    format!("Andelen {best} var lägst för {} ({low}) och högst för {} ({high})", few(&low_names), few(&high_names))
}

/// Names as a headline has room for.
fn few(names: &[String]) -> String {
    match names {
        [first, second, _, ..] => format!("{first}, {second} med flera"),
        _ => list::joined(names),
    }
}

fn caption(value: &DistributionRows) -> String {
    let answers = answers(value);
    let same = answers.first().filter(|_| answers.len() == 1);
    let answered = same.map(|(answered, expected)| format!("{}.", value.answering.short(*answered, *expected)));
    let what = format!("{}: {} i procent.", capitalized(&value.subject), uncapitalized(&value.unit));
    paragraph([Some(what), answered])
}

fn text(value: &DistributionRows) -> String {
    let best = best_name(value);
    let found = extremes(value).map(|[(high_names, high), (low_names, low)]| {
        if high == low {
            format!("Andelen {best} var {high} för {}.", list::joined(&high_names))
        } else {
            let (high_names, low_names) = (list::joined(&high_names), list::joined(&low_names));
            format!("Andelen {best} var högst för {high_names}, {high}, och lägst för {low_names}, {low}.")
        }
    });
    paragraph([found, worst_sentence(value), missing_sentence(value), published_sentence(value)])
}

/// Says where the most serious level was given at all.
fn worst_sentence(value: &DistributionRows) -> Option<String> {
    let place = value.levels.iter().rposition(|level| level.tone == Tone::Serious)?;
    let name = uncapitalized(&value.levels[place].name);
    let mut found = Vec::new();
    for row in &value.rows {
        let Some(portion) = row.outcome.portion(place) else { continue };
        if portion.position() > 0 {
            // A single serious fault may be written 0 per cent, so counts come first where there are any.
            let share = match (&row.outcome, portion.count) {
                (Outcome::Computed { whole, .. }, Some(count)) => out_of(count, *whole),
                (Outcome::Computed { .. } | Outcome::Published { .. } | Outcome::Missing { .. }, _) => {
                    percent_word(&portion.shown)
                }
            };
            found.push(format!("{} ({share})", row.name));
        }
    }
    if found.is_empty() {
        return None;
    }
    Some(format!("{} förekommer för {}.", capitalized(&name), list::joined(&found)))
}

fn missing_sentence(value: &DistributionRows) -> Option<String> {
    let mut missing = Vec::new();
    for row in &value.rows {
        missing.extend(row.outcome.missing().map(|reason| format!("{} ({})", row.name, uncapitalized(reason))));
    }
    if missing.is_empty() { None } else { Some(format!("Uppgifter saknas för {}.", list::joined(&missing))) }
}

fn published_sentence(value: &DistributionRows) -> Option<String> {
    let mut published = Vec::new();
    for row in &value.rows {
        match row.outcome {
            Outcome::Published { .. } => published.push(row.name.as_str()),
            Outcome::Computed { .. } | Outcome::Missing { .. } => {}
        }
    }
    let number = u64::try_from(published.len()).ok().filter(|&number| number > 0)?;
    let value_word = plural::form(number, "Värdet", "Värdena");
    let taken = plural::form(number, "hämtat", "hämtade");
    Some(format!("{value_word} för {} är {taken} ur publicerad sammanställning.", list::joined(&published)))
}

fn table(value: &DistributionRows, rows: &[BarRow<'_>]) -> Table {
    let mut all_columns = vec![Column::words(&value.row_name)];
    all_columns.extend(columns(&value.levels, rows, value.answering));
    let mut table_rows = Vec::new();
    for row in rows {
        table_rows.push(Row { header: row.name.clone(), cells: cells(&value.levels, rows, row.outcome) });
    }
    let caption =
        format!("{} per nivå och {}, {}", capitalized(&value.unit), uncapitalized(&value.row_name), value.subject);
    Table::new(caption, all_columns, table_rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::proof::assert_numbers_stand_in_table;

    #[test]
    fn the_highest_the_lowest_and_the_serious_are_said() {
        let row = |name: &str, counts: [u64; 3]| DistributionRow {
            name: name.to_owned(),
            outcome: Outcome::Computed { counts: counts.to_vec(), whole: 240, answered: 23, expected: 24 },
        };
        let levels = [("God", Tone::Good), ("Kan förbättras", Tone::Improve), ("Allvarlig", Tone::Serious)];
        let missing = Outcome::Missing { reason: "ej besvarat".to_owned() };
        let chart = distribution_rows(&DistributionRows {
            answering: Answering::Bodies,
            id: "rader".to_owned(),
            subject: "alla nämnder 2024".to_owned(),
            unit: "andel av bedömningarna".to_owned(),
            row_name: "Kategori".to_owned(),
            levels: levels.map(|(name, tone)| Level { name: name.to_owned(), tone, symbol: "●".to_owned() }).to_vec(),
            rows: vec![
                row("Kontrollmiljö", [200, 40, 0]),
                row("Riskbedömning", [100, 139, 1]),
                DistributionRow { name: "Upphandling".to_owned(), outcome: missing },
            ],
        });
        let headline = "Andelen god var lägst för Riskbedömning (42 procent) och högst för Kontrollmiljö (83 procent)";
        assert_eq!(chart.headline(), headline);
        assert!(chart.text().contains("Allvarlig förekommer för Riskbedömning (1 av 240)."), "{}", chart.text());
        assert!(chart.text().contains("Uppgifter saknas för Upphandling (ej besvarat)."), "{}", chart.text());
        assert!(chart.caption().contains("23 av 24 svarade."));
        assert_numbers_stand_in_table(&chart);
    }
}

//! Words and sentences that several charts share. Rounding and figures are `language`'s.

use rust_decimal::Decimal;

use crate::language::{NO_BREAK_SPACE, date, list, number};

/// What stands where a figure was to be counted and there was nothing to count.
pub const UNKNOWN: &str = "uppgift saknas";

/// Text with a capital first.
pub fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// Text as it stands inside a sentence: a small letter first, unless it begins with an abbreviation.
pub fn uncapitalized(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(_), Some(second)) if second.is_uppercase() => text.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(characters).collect(),
        (None, _) => String::new(),
    }
}

/// Per cent for drawings and tables: `89 %`, `65,5 %`.
pub fn percent_sign(percent: &Decimal) -> String {
    format!("{}{NO_BREAK_SPACE}%", plain(percent))
}

/// Per cent for running text: `89 procent`.
pub fn percent_word(percent: &Decimal) -> String {
    format!("{} procent", plain(percent))
}

/// A number with the decimals it was given.
pub fn plain(value: &Decimal) -> String {
    let value = value.normalize();
    number::decimal(&value, value.scale())
}

/// A count.
pub fn count(count: u64) -> String {
    number::integer(i64::try_from(count).unwrap_or(i64::MAX))
}

/// `21 av 24`.
pub fn out_of(part: u64, whole: u64) -> String {
    format!("{} av {}", count(part), count(whole))
}

/// Years in rising order, neighbours joined: `2015, 2017–2019 och 2024`.
pub fn years(years: &[i16]) -> String {
    let runs = years.chunk_by(|earlier, later| earlier + 1 == *later);
    let runs: Vec<String> = runs.map(|run| date::years(run[0], run[run.len() - 1])).collect();
    list::joined(&runs)
}

/// Neighbouring years that are missing for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The first year without a value.
    pub first: i16,
    /// The last.
    pub last: i16,
    /// Why.
    pub reason: String,
}

impl Gap {
    /// Its years: `2016–2023`.
    pub fn years(&self) -> String {
        date::years(self.first, self.last)
    }
}

/// The gaps among years, each given with why it is missing or `None` when it is not.
pub fn gaps<'reason>(years: impl IntoIterator<Item = (i16, Option<&'reason str>)>) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for (year, reason) in years {
        let Some(reason) = reason else { continue };
        match gaps.last_mut() {
            Some(gap) if gap.last + 1 == year && gap.reason == reason => gap.last = year,
            Some(_) | None => gaps.push(Gap { first: year, last: year, reason: reason.to_owned() }),
        }
    }
    gaps
}

/// Says what is missing and why; `None` without gaps.
pub fn gaps_sentence(gaps: &[Gap]) -> Option<String> {
    let (first, rest) = gaps.split_first()?;
    if rest.iter().all(|gap| gap.reason == first.reason) {
        let years: Vec<String> = gaps.iter().map(Gap::years).collect();
        if uncapitalized(&first.reason) == UNKNOWN {
            return Some(format!("Uppgifter för {} saknas.", list::joined(&years)));
        }
        return Some(format!("Uppgifter för {} saknas: {}.", list::joined(&years), uncapitalized(&first.reason)));
    }
    let gaps: Vec<String> =
        gaps.iter().map(|gap| format!("{} ({})", gap.years(), uncapitalized(&gap.reason))).collect();
    Some(format!("Uppgifter saknas för {}.", list::joined(&gaps)))
}

/// Says where a series breaks and why; `None` when it does not.
pub fn breaks_sentence<'reason>(breaks: impl IntoIterator<Item = (i16, &'reason str)>) -> Option<String> {
    let breaks: Vec<_> = breaks.into_iter().collect();
    let years: Vec<_> = breaks.iter().map(|(year, _)| year.to_string()).collect();
    if breaks.is_empty() {
        return None;
    }
    let reasons: Vec<_> = match breaks.as_slice() {
        [(_, reason)] => vec![format!("{}.", capitalized(reason.trim_end_matches('.')))],
        several => several.iter().map(|(year, reason)| format!("{year}: {}.", reason.trim_end_matches('.'))).collect(),
    };
    let years = list::joined(&years);
    Some(format!("Serien bryts {years}: åren före och efter jämförs inte. {}", reasons.join(" ")))
}

/// Says which values were published and which were counted here; `None` without values.
pub fn sources_sentence(published: &[i16], computed: &[i16]) -> Option<String> {
    match (published, computed) {
        ([], []) => None,
        ([], _) => Some("Alla värden är beräknade ur svaren.".to_owned()),
        ([year], []) => Some(format!("Värdet för {year} är hämtat ur en publicerad sammanställning.")),
        (_, []) => Some("Alla värden är hämtade ur publicerade sammanställningar.".to_owned()),
        ([year], _) => Some(format!(
            "Värdet för {year} är hämtat ur en publicerad sammanställning, övriga är beräknade ur svaren."
        )),
        (several, _) => Some(format!(
            "Värdena för {} är hämtade ur publicerade sammanställningar, övriga är beräknade ur svaren.",
            years(several)
        )),
    }
}

/// Says how many answered, by year where it differs; `None` when no year tells.
pub fn answered_sentence(answering: Answering, answers: &[(i16, u64, u64)]) -> Option<String> {
    let (first, rest) = answers.split_first()?;
    if rest.is_empty() {
        return Some(answering.in_year(&first.0.to_string(), first.1, first.2));
    }
    if rest.iter().all(|answer| (answer.1, answer.2) == (first.1, first.2)) {
        return Some(answering.in_year("Varje år med svar", first.1, first.2));
    }
    let runs = answers.chunk_by(|earlier, later| (earlier.1, earlier.2) == (later.1, later.2));
    let runs: Vec<String> = runs
        .map(|run| {
            let when: Vec<i16> = run.iter().map(|(year, _, _)| *year).collect();
            format!("{} ({})", out_of(run[0].1, run[0].2), years(&when))
        })
        .collect();
    Some(format!("{}: {}.", answering.counted(), list::joined(&runs)))
}

/// What is counted as having answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// Bodies, of those that should have.
    Bodies,
    /// Statements, of those that were put to one body.
    Statements,
}

impl Answering {
    /// `2024 svarade 21 av 24 nämnder och bolag.`
    pub(super) fn in_year(self, year: &str, answered: u64, expected: u64) -> String {
        match self {
            Answering::Bodies => format!("{year} svarade {} nämnder och bolag.", out_of(answered, expected)),
            Answering::Statements => format!("{year} besvarades {} påståenden.", out_of(answered, expected)),
        }
    }

    /// `21 av 24 svarade`, where it stands beside a bar.
    pub(super) fn short(self, answered: u64, expected: u64) -> String {
        match self {
            Answering::Bodies => format!("{} svarade", out_of(answered, expected)),
            Answering::Statements => format!("{} besvarade", out_of(answered, expected)),
        }
    }

    /// The heading of a column with such counts.
    pub(super) fn column(self) -> &'static str {
        match self {
            Answering::Bodies => "Svarande",
            Answering::Statements => "Besvarade påståenden",
        }
    }

    fn counted(self) -> &'static str {
        match self {
            Answering::Bodies => "Antal svarande",
            Answering::Statements => "Antal besvarade påståenden",
        }
    }
}

/// Sentences that there are, one after the other.
pub fn paragraph(sentences: impl IntoIterator<Item = Option<String>>) -> String {
    sentences.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_years_become_one_run() {
        assert_eq!(years(&[2015, 2017, 2018, 2019, 2024]), "2015, 2017–2019 och 2024");
        let missing = Some("ej publicerat");
        let found = gaps([(2015, None), (2016, missing), (2017, missing), (2018, None), (2019, Some("sekretess"))]);
        assert_eq!(
            gaps_sentence(&found).as_deref(),
            Some("Uppgifter saknas för 2016–2017 (ej publicerat) och 2019 (sekretess).")
        );
        assert_eq!(gaps_sentence(&found[..1]).as_deref(), Some("Uppgifter för 2016–2017 saknas: ej publicerat."));
    }

    #[test]
    fn names_keep_their_abbreviations_inside_a_sentence() {
        assert_eq!(uncapitalized("Kan förbättras"), "kan förbättras");
        assert_eq!(uncapitalized("IT-säkerhet"), "IT-säkerhet");
        assert_eq!(capitalized("övrigt"), "Övrigt");
    }
}

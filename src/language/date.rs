//! Dates and periods in Swedish.

use jiff::civil::Date;

use crate::language::NO_BREAK_SPACE;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date in words: `22 maj 2025`, the day kept together with its month.
pub fn long(date: Date) -> String {
    format!("{}{NO_BREAK_SPACE}{} {}", date.day(), month_name(date.month()), date.year())
}

/// A date as figures for tables and files: `2025-05-22`.
pub fn short(date: Date) -> String {
    date.to_string()
}

/// The name of a month, 1 to 12; empty for any other number.
pub fn month_name(month: i8) -> &'static str {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

/// A month of a year: `maj 2025`.
pub fn month(month: i8, year: i16) -> String {
    format!("{} {year}", month_name(month))
}

/// A third of a year: `tertial 2 2025`.
pub fn tertial(number: u8, year: i16) -> String {
    format!("tertial {number} {year}")
}

/// A half of a year: `första halvåret 2025`, `andra halvåret 2025`.
pub fn half_year(half: Half, year: i16) -> String {
    match half {
        Half::First => format!("första halvåret {year}"),
        Half::Second => format!("andra halvåret {year}"),
    }
}

/// Which half of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// January to June.
    First,
    /// July to December.
    Second,
}

/// Years from first to last: `2015–2024`, or one year alone.
pub fn years(first: i16, last: i16) -> String {
    if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_name_their_month() {
        assert_eq!(long(date(2025, 5, 22)), "22\u{a0}maj 2025");
        assert_eq!(short(date(2025, 5, 2)), "2025-05-02");
        assert_eq!(month(12, 2024), "december 2024");
        assert_eq!(month_name(0), "");
        assert_eq!(month_name(13), "");
    }

    #[test]
    fn periods_are_words() {
        assert_eq!(tertial(2, 2025), "tertial 2 2025");
        assert_eq!(half_year(Half::First, 2025), "första halvåret 2025");
        assert_eq!(years(2015, 2024), "2015–2024");
        assert_eq!(years(2024, 2024), "2024");
    }
}

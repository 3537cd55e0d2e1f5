//! Dates and periods in Swedish.

use jiff::civil::Date;

use crate::language::{NO_BREAK_SPACE, list};

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

/// The name of a month, 1 to 12; empty for any other number.
fn month_name(month: i8) -> &'static str {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

/// Years from first to last: `2015–2024`, or one year alone.
pub fn years(first: i16, last: i16) -> String {
    if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") }
}

/// Years in order, those that follow one another as one period: `2015, 2018–2020 och 2024`.
pub fn runs(years: impl IntoIterator<Item = i16>) -> String {
    let mut runs: Vec<(i16, i16)> = Vec::new();
    for year in years {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            Some(_) | None => runs.push((year, year)),
        }
    }
    let runs: Vec<_> = runs.into_iter().map(|(first, last)| self::years(first, last)).collect();
    list::joined(&runs)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_name_their_month() {
        assert_eq!(long(date(2025, 5, 22)), "22\u{a0}maj 2025");
        assert_eq!(month_name(0), "");
        assert_eq!(month_name(13), "");
    }

    #[test]
    fn years_that_follow_one_another_are_one_period() {
        assert_eq!(runs([2015, 2018, 2019, 2020, 2024]), "2015, 2018\u{2013}2020 och 2024");
        assert_eq!(runs([2015, 2024]), "2015 och 2024");
    }

    #[test]
    fn years_are_a_span() {
        assert_eq!(years(2015, 2024), "2015–2024");
        assert_eq!(years(2024, 2024), "2024");
    }
}

//! Understands dates in the many ways in which people write them, to say how they are written here.

use jiff::civil::Date;

use crate::diagnostic::Words;
use crate::words;

/// The first three letters of each month, Swedish and short.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// The months in Swedish and English.
const NAMES: [(&str, &str); 12] = [
    ("Januari", "January"),
    ("Februari", "February"),
    ("Mars", "March"),
    ("April", "April"),
    ("Maj", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Augusti", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("December", "December"),
];

/// The date that a text means, if it can hardly mean another.
pub fn meant(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let (numbers, others): (Vec<&str>, Vec<&str>) =
        parts.into_iter().partition(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let mut months =
        others.iter().filter_map(|word| MONTHS.iter().position(|month| word.starts_with(month))).map(|at| at + 1);
    if let Some(month) = months.next() {
        let month = month.to_string();
        return match numbers.as_slice() {
            [day, year] if year.len() == 4 => date(year, &month, day),
            _ => None,
        };
    }
    match numbers.as_slice() {
        [year, month, day, ..] if year.len() == 4 => date(year, month, day).or_else(|| date(year, day, month)),
        [day, month, year] if year.len() == 4 => date(year, month, day),
        [year, month, day] if year.len() == 2 && month.len() == 2 && day.len() == 2 => {
            date(&format!("20{year}"), month, day)
        }
        [all] if all.len() == 8 => date(&all[..4], &all[4..6], &all[6..]),
        _ => None,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// What is wrong with a date that is well written and does not exist.
pub fn why_not(text: &str) -> Words {
    if let Some(date) = meant(text) {
        return words!("Menade du {date}?", "Did you mean {date}?");
    }
    let month: usize = text[5..7].parse().unwrap_or(0);
    let first = month.checked_sub(1).and_then(|at| NAMES.get(at)).zip(date(&text[..4], &text[5..7], "1"));
    let Some(((sv, en), first)) = first else {
        return words!("Månaden ska vara mellan 01 och 12", "The month has to be between 01 and 12");
    };
    let (year, days) = (first.year(), first.days_in_month());
    words!("{sv} {year} har {days} dagar", "{en} {year} has {days} days")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_forms_are_understood() {
        for text in [
            "28/1 2025",
            "28.1.2025",
            "28-01-2025",
            "2025-1-28",
            "2025/01/28",
            "2025–01–28",
            "20250128",
            "25-01-28",
            "28 januari 2025",
            "den 28 jan. 2025",
            "2025-01-28 kl. 10",
            "2025-28-01",
        ] {
            assert_eq!(meant(text).map(|date| date.to_string()).as_deref(), Some("2025-01-28"), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_date_is_not() {
        for text in ["2025", "2025-01", "januari 2025", "31 januari", "våren 2025", "ja", "2025-02-30", "1/28 2025"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}

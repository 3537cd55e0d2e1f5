//! Numbers, days and lists in both languages: Swedish as `language` writes them, English made from that.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::Words;
use crate::language::{NO_BREAK_SPACE, date, number, plural};
use crate::report::share::Share;
use crate::words;

/// The same in both languages.
#[must_use]
pub fn same(text: &str) -> Words {
    words!("{text}", "{text}")
}

/// Somebody's words, between the marks of each language.
#[must_use]
pub fn quoted(text: &str) -> Words {
    words!("”{text}”", "“{text}”")
}

/// A whole number: `1 117`, in English `1,117`.
#[must_use]
pub fn integer(count: usize) -> Words {
    translated(number::integer(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// A number with the form of the words that it takes, Swedish first.
#[must_use]
pub fn counted(count: usize, sv: [&str; 2], en: [&str; 2]) -> Words {
    let integer = integer(count);
    let form = |[one, many]: [&str; 2]| plural::form(count as u64, one, many).to_owned();
    Words { sv: format!("{} {}", integer.sv, form(sv)), en: format!("{} {}", integer.en, form(en)) }
}

/// A number with so many decimals.
#[must_use]
pub fn decimal(value: Decimal, decimals: u32) -> Words {
    translated(number::decimal(&value, decimals))
}

/// A number with its sign and so many decimals.
#[must_use]
pub fn signed(value: Decimal, decimals: u32) -> Words {
    translated(number::signed_decimal(&value, decimals))
}

/// A number with no more decimals than it has.
#[must_use]
pub fn plain(value: Decimal) -> Words {
    let value = value.normalize();
    decimal(value, value.scale())
}

/// A difference of shares: `+5 procentenheter`.
#[must_use]
pub fn points(difference: Decimal) -> Words {
    let difference = difference.normalize();
    let sv = number::signed_decimal_points(&difference, difference.scale());
    let number = signed(difference, difference.scale()).en;
    let unit = if difference.abs() == Decimal::ONE { "percentage point" } else { "percentage points" };
    Words { sv, en: format!("{number} {unit}") }
}

/// Per cent in a sentence: `89 procent`.
#[must_use]
pub fn per_cent(value: Decimal) -> Words {
    let value = plain(value);
    words!("{value} procent", "{value} per cent", value)
}

/// A share with its part and its whole: `89 procent (123 av 138)`.
#[must_use]
pub fn share(share: Share) -> Words {
    let rounded = number::rounded_percent(u64::from(share.part), u64::from(share.whole));
    let (rounded, part_of) = (per_cent(Decimal::from(rounded)), part_of(share.part, share.whole));
    words!("{rounded} ({part_of})", "{rounded} ({part_of})", rounded, part_of)
}

/// A part of a whole: `123 av 138`.
#[must_use]
pub fn part_of(part: u32, whole: u32) -> Words {
    let (part, whole) = (integer(part as usize), integer(whole as usize));
    words!("{part} av {whole}", "{part} of {whole}", part, whole)
}

/// A day in words: `22 maj 2025`, in English `22 May 2025`.
#[must_use]
pub fn day(day: Date) -> Words {
    Words { sv: date::long(day), en: day.strftime("%-d %B %Y").to_string() }
}

/// Things with commas, and *och* before the last.
#[must_use]
pub fn list(things: &[Words]) -> Words {
    match things {
        [] => words!("", ""),
        [one] => one.clone(),
        [earlier @ .., last] => {
            let earlier = joined(earlier, ", ");
            words!("{earlier} och {last}", "{earlier} and {last}", earlier, last)
        }
    }
}

/// Things with something between them.
#[must_use]
pub fn joined(things: &[Words], between: &str) -> Words {
    let of = |words: fn(&Words) -> &str| things.iter().map(words).collect::<Vec<_>>().join(between);
    Words { sv: of(|one| &one.sv), en: of(|one| &one.en) }
}

/// The same with a great first letter.
#[must_use]
pub fn capitalized(words: &Words) -> Words {
    let capitalized = |text: &str| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    Words { sv: capitalized(&words.sv), en: capitalized(&words.en) }
}

/// The same as a sentence of its own.
#[must_use]
pub fn sentence(words: &Words) -> Words {
    let words = capitalized(words);
    words!("{words}.", "{words}.", words)
}

/// The same with a small first letter.
#[must_use]
pub fn uncapitalized(words: &Words) -> Words {
    let uncapitalized = |text: &str| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    };
    Words { sv: uncapitalized(&words.sv), en: uncapitalized(&words.en) }
}

/// A Swedish number as English writes it.
fn translated(sv: String) -> Words {
    let swap = |letter: char| match letter {
        ',' => '.',
        NO_BREAK_SPACE => ',',
        other => other,
    };
    let en = sv.chars().map(swap).collect();
    Words { sv, en }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        assert_eq!(integer(1_117), Words { sv: "1\u{a0}117".to_owned(), en: "1,117".to_owned() });
        assert_eq!(points(Decimal::new(-15, 1)).en, "\u{2212}1.5 percentage points");
        assert_eq!(share(Share { part: 1, whole: 3 }).sv, "33 procent (1 av 3)");
        assert_eq!(day(date(2025, 5, 2)), Words { sv: "2\u{a0}maj 2025".to_owned(), en: "2 May 2025".to_owned() });
        assert_eq!(list(&[same("a"), same("b"), same("c")]).en, "a, b and c");
    }
}

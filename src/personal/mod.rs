//! Finds by its form what looks like personal data in a text, and covers it. Knows no files and no rules.

mod address_words;
mod email;
mod identity;
mod phone;

use std::collections::BTreeMap;
use std::ops::Range;

/// What a stretch of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A personal identity number or coordination number.
    IdentityNumber,
    /// An e-mail address of a person.
    EmailAddress,
    /// A phone number.
    PhoneNumber,
}

/// How far around what is shown something may begin or end of which a part is shown, in bytes.
const AROUND: usize = 200;

/// Everything in a text in its order; a stretch that is two things is told as the first.
#[must_use]
pub fn find(text: &str) -> Vec<(Kind, Range<usize>)> {
    let kinds = [
        (Kind::IdentityNumber, identity::find(text)),
        (Kind::EmailAddress, email::find(text)),
        (Kind::PhoneNumber, phone::find(text)),
    ];
    let mut found: BTreeMap<usize, (Kind, Range<usize>)> = BTreeMap::new();
    for (kind, ranges) in kinds {
        for range in ranges {
            let before = found.range(..range.end).next_back();
            if before.is_none_or(|(_, (_, other))| other.end <= range.start) {
                found.insert(range.start, (kind, range));
            }
        }
    }
    found.into_values().collect()
}

/// The text with a star for each byte of a letter or digit of personal data, so that what is told never repeats it.
#[must_use]
pub fn covered(text: &str) -> String {
    covered_part(text, 0..text.len())
}

/// The same for a part of a text, as long as the part; what goes beyond the part is covered in it as well.
#[must_use]
pub fn covered_part(text: &str, part: Range<usize>) -> String {
    let start = text.floor_char_boundary(part.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary((part.end + AROUND).min(text.len()));
    let found = find(&text[start..end]);
    let ranges = found.into_iter().map(|(_, range)| start + range.start..start + range.end);
    let mut covered = String::with_capacity(part.len());
    let mut shown = part.start;
    for range in ranges.filter(|range| range.end > part.start && range.start < part.end) {
        let range = range.start.max(part.start)..range.end.min(part.end);
        covered.push_str(&text[shown..range.start]);
        for letter in text[range.clone()].chars() {
            if letter.is_alphanumeric() {
                covered.push_str(&"*".repeat(letter.len_utf8()));
            } else {
                covered.push(letter);
            }
        }
        shown = range.end;
    }
    covered.push_str(&text[shown..part.end]);
    covered
}

/// The text with identity numbers alone covered: in a path, where other figures are part of a name.
#[must_use]
pub fn without_identity_numbers(path: &str) -> String {
    let mut covered = path.to_owned();
    for range in identity::find(path) {
        covered.replace_range(range.clone(), &path[range].replace(|letter: char| letter.is_ascii_digit(), "*"));
    }
    covered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_personal_is_covered_to_the_byte() {
        assert_eq!(covered("nr 191212-1212, nr 121212-1212!"), "nr 191212-1212, nr ******-****!");
        assert_eq!(covered("åsa.exempelsson@provstad.se, 040-34 10 00"), "****.***********@********.**, ***-** ** **");
        assert_eq!(covered("registrator@provstad.se 2021:15"), "registrator@provstad.se 2021:15");
        assert_eq!(without_identity_numbers("sidor/19121212-1212.md"), "sidor/********-****.md");
    }

    #[test]
    fn what_is_cut_off_is_covered() {
        let text = "ring 121212-1212 å";
        assert_eq!(covered_part(text, 0..12), "ring ******-");
        assert_eq!(covered_part(text, 12..text.len()), "**** å");
        assert_eq!(covered_part(text, 0..0), "");
    }
}

//! Finds personal identity numbers and coordination numbers.
//!
//! The form is that of folkbokföringslagen (1991:481) § 18 and § 18 a: date of birth, birth number, check digit by the Luhn
//! method; a coordination number has 60 added to the day.

use std::ops::Range;

/// Every number in the text, in all the ways in which people write them.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = run_end(bytes, at);
        if is_number(&bytes[at..end]) {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// The end of a run of digits: a date of birth, and four digits more, parted as people and word processors part them.
fn run_end(bytes: &[u8], start: usize) -> usize {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = start + digits(start);
    // A date with its parts parted, which then only a dash parts from the number: a time of day can follow a date.
    let parts_dates = |mark: u8, end: usize| bytes.get(end) == Some(&mark) && digits(end + 1) == 2;
    let marks = |end: usize| {
        [b'-', b'.', b'/', b' '].into_iter().find(|mark| parts_dates(*mark, end) && parts_dates(*mark, end + 3))
    };
    let parted = matches!(end - start, 2 | 4) && marks(end).is_some();
    if parted {
        end += 6;
    } else if !matches!(end - start, 6 | 8) {
        return end;
    }
    let parting = parting(&bytes[end..], if parted { Dash::Needed } else { Dash::Free });
    if parting == 0 || digits(end + parting) != 4 {
        return end;
    }
    // ”2024-01-28 – 2024-02-11” is two dates.
    let after = end + parting + 4;
    let goes_on = matches!(bytes.get(after), Some(b'-' | b'.' | b'/' | b':')) && digits(after + 1) > 0;
    if goes_on { end } else { after }
}

/// Whether a dash must stand before the last four digits.
#[derive(Clone, Copy, PartialEq)]
enum Dash {
    Needed,
    Free,
}

/// The length of a hyphen, a dash or a plus, in bytes; 0 where there is none.
fn dash(bytes: &[u8]) -> usize {
    let dashes = ["-", "+", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}"];
    dashes.iter().find(|dash| bytes.starts_with(dash.as_bytes())).map_or(0, |dash| dash.len())
}

/// The length of what may part a date from a number: a dash, a space, or a dash with spaces around it.
fn parting(bytes: &[u8], needed: Dash) -> usize {
    let space = |bytes: &[u8]| {
        [" ", "\u{a0}", "\u{202f}"]
            .iter()
            .find(|space| bytes.starts_with(space.as_bytes()))
            .map_or(0, |space| space.len())
    };
    let before = space(bytes);
    let middle = dash(&bytes[before..]);
    if middle == 0 && needed == Dash::Needed {
        return 0;
    }
    before + middle + if middle > 0 { space(&bytes[before + middle..]) } else { 0 }
}

fn is_number(run: &[u8]) -> bool {
    let digits: Vec<u8> = run.iter().filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0').collect();
    let short = match digits.len() {
        10 => &digits[..],
        12 if matches!(digits[..2], [1, 8 | 9] | [2, 0]) => &digits[2..],
        _ => return false,
    };
    let two = |at: usize| short[at] * 10 + short[at + 1];
    let day = if two(4) > 60 { two(4) - 60 } else { two(4) };
    (1..=12).contains(&two(2)) && (1..=31).contains(&day) && has_check_digit(short)
}

/// The Luhn method: every other digit doubled from the first, digits of the products added, ends in 0.
fn has_check_digit(digits: &[u8]) -> bool {
    let weighed = digits.iter().enumerate().map(|(at, digit)| {
        let product = if at % 2 == 0 { digit * 2 } else { *digit };
        u32::from(product / 10 + product % 10)
    });
    weighed.sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_form_is_known() {
        for text in [
            "19121212-1212",
            "191212121212",
            "121212-1212",
            "121212+1212",
            "121212–1212",
            "121212 - 1212",
            "1212121212",
            "121272-1219",
            "19121272-1219",
            "19121212 1212",
            "121212\u{a0}1212",
            "1912-12-12-1212",
            "1912.12.12-1212",
            "12.12.12-1212",
            "12/12/12-1212",
            "1912 12 12 - 1212",
            "12-12-12-1212",
        ] {
            assert_eq!(find(&format!("nr {text}.")).first(), Some(&(3..3 + text.len())), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "121212-1213",
            "2021:15",
            "STK-2021-1738",
            "0401234567",
            "1117",
            "556677-8899",
            "350000",
            "1912-12-12 1212",
            "12.12.12",
            "2024-01-28",
            "131312-1212",
            "1912-12-12 - 1212-12-12",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}

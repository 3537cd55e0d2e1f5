//! Rule: no personal identity number, nor coordination number, stands anywhere in the content, comments included.
//!
//! The form is that of folkbokföringslagen (1991:481) § 18 and § 18 a: date of birth, birth number, check digit by the Luhn
//! method; a coordination number has 60 added to the day.

use super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// Tells every number that is one, in every file. The number itself is not repeated in the message.
pub fn check(context: &mut Context<'_>) {
    let found: Vec<_> = context.sources.iter().flat_map(|(id, file)| numbers(id, &file.text)).collect();
    for place in found {
        let fault = Diagnostic::new(Code::IdentityNumber, place, "här står ett personnummer eller samordningsnummer");
        context.diagnostics.error(fault.hint("Ta bort numret ur filen; personuppgifter får inte finnas i innehållet"));
    }
}

fn numbers(file: FileId, text: &str) -> Vec<Span> {
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
            let offset = |at: usize| u32::try_from(at).expect("disk refuses files far smaller than 4 GiB");
            found.push(Span { file, start: offset(at), end: offset(end) });
        }
        at = end;
    }
    found
}

/// The end of a run of digits: a date of birth, and four digits more, parted as people and word processors part them.
fn run_end(bytes: &[u8], start: usize) -> usize {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = start + digits(start);
    // A date with hyphens inside, which then only a hyphen parts from the number.
    let parts_dates = |end: usize| bytes.get(end) == Some(&b'-') && digits(end + 1) == 2;
    let hyphenated = end - start == 4 && parts_dates(end) && parts_dates(end + 3);
    if hyphenated {
        end += 6;
    } else if !matches!(end - start, 6 | 8) {
        return end;
    }
    let parting = if hyphenated { dash(&bytes[end..]) } else { parting(&bytes[end..]) };
    if parting > 0 && digits(end + parting) == 4 { end + parting + 4 } else { end }
}

/// The length of a hyphen, a dash or a plus, in bytes; 0 where there is none.
fn dash(bytes: &[u8]) -> usize {
    let dashes = ["-", "+", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}"];
    dashes.iter().find(|dash| bytes.starts_with(dash.as_bytes())).map_or(0, |dash| dash.len())
}

/// The length of what may part a date from a number: a dash, a space, or a dash with spaces around it.
fn parting(bytes: &[u8]) -> usize {
    let space = |bytes: &[u8]| {
        [" ", "\u{a0}", "\u{202f}"]
            .iter()
            .find(|space| bytes.starts_with(space.as_bytes()))
            .map_or(0, |space| space.len())
    };
    let before = space(bytes);
    let middle = dash(&bytes[before..]);
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
            "1212121212",
            "121272-1219",
            "19121212 1212",
        ] {
            assert!(is_number(&text.as_bytes()[..run_end(text.as_bytes(), 0)]), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for text in ["121212-1213", "2021:15", "STK-2021-1738", "0401234567", "1117", "556677-8899", "350000"] {
            let digits = text.find(|first: char| first.is_ascii_digit()).expect("it has digits");
            assert!(!is_number(&text.as_bytes()[digits..run_end(text.as_bytes(), digits)]), "{text}");
        }
    }
}

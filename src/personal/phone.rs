//! Finds phone numbers, Swedish and international, in the forms in which people write them.

use std::ops::Range;

/// Swedish area codes of three digits, mobile and service numbers included. Of two there is 08 alone; all others have four.
const THREE: &[&str] = &[
    "010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035", "036", "040", "042",
    "044", "046", "054", "060", "063", "070", "072", "073", "076", "077", "079", "090",
];
/// Mobile numbers are the ones that people write in one run.
const MOBILE: &[&str] = &["070", "072", "073", "076", "079"];
/// Countries whose numbers Swedes write with the code first; a plus also stands before amounts that grow.
const COUNTRIES: &[&str] = &["45", "47", "48", "49", "44", "358", "354", "370", "371", "372", "31", "33"];

/// Every phone number in the text.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, first) in text.char_indices().filter(|(_, letter)| matches!(letter, '0' | '+' | '(')) {
        if found.last().is_some_and(|last| at < last.end) || !may_begin(&text[..at]) {
            continue;
        }
        let run = Run::of(&text[at..]);
        let number = &text[at..at + run.length];
        // A bracket before the whole number is not its own.
        let is_bracketed = number.starts_with('(') && !(number.starts_with("(0") && number.contains(')'));
        if is_bracketed || !may_end(&text[at + run.length..]) {
            continue;
        }
        let is_number = match first {
            '+' => run.is_international(),
            _ => run.is_swedish() || run.is_zeros_and_country(),
        };
        if is_number {
            found.push(at..at + run.length);
        }
    }
    found
}

/// Whether a number can begin after this text: not in a word, a date, a registry number, or a larger number.
fn may_begin(before: &str) -> bool {
    let mut letters = before.chars().rev();
    let (Some(last), next) = (letters.next(), letters.next()) else { return true };
    if last.is_alphanumeric() || matches!(last, '+' | '_' | '§' | '#') {
        return false;
    }
    match last {
        '-' | '/' | '–' => !next.is_some_and(char::is_alphanumeric),
        '.' | ':' | ',' | ' ' | '\u{a0}' | '\u{202f}' => !next.is_some_and(|next| next.is_ascii_digit()),
        _ => true,
    }
}

fn may_end(after: &str) -> bool {
    let mut letters = after.chars();
    let (Some(first), next) = (letters.next(), letters.next()) else { return true };
    if matches!(first, '-' | ':' | '/' | ',' | '.' | '–') {
        return !next.is_some_and(|next| next.is_ascii_digit());
    }
    !first.is_alphanumeric()
}

/// Digits in groups, as far as they can be one number.
struct Run {
    /// The digits between other signs.
    groups: Vec<String>,
    /// Whether each group after the first has a dash or slash before it.
    dashes: Vec<bool>,
    /// Length in bytes.
    length: usize,
}

impl Run {
    fn of(text: &str) -> Self {
        let mut run = Self { groups: Vec::new(), dashes: Vec::new(), length: 0 };
        let (mut at, mut count, mut dash) = (0, 0, false);
        loop {
            let rest = &text[at..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 {
                if !run.groups.is_empty() {
                    run.dashes.push(dash);
                }
                run.groups.push(rest[..digits].to_owned());
                dash = false;
                at += digits;
                run.length = at;
                count += digits;
                // More than any number has; whatever follows, it is none.
                if count > 16 {
                    return run;
                }
                continue;
            }
            // At most two signs part the groups: ” (”, ”) ”, ” - ”.
            let between = rest
                .char_indices()
                .take(3)
                .take_while(|(_, letter)| is_between(*letter) || (at == 0 && *letter == '+'));
            let between: Vec<_> = between.map(|(_, letter)| letter).collect();
            let length: usize = between.iter().map(|letter| letter.len_utf8()).sum();
            if length == 0 || !rest[length..].starts_with(|letter: char| letter.is_ascii_digit()) {
                return run;
            }
            dash = between.iter().any(|letter| "-/\u{2010}\u{2011}\u{2013}\u{2212}".contains(*letter));
            at += length;
        }
    }

    fn digits(&self) -> String {
        self.groups.concat()
    }

    /// `070-123 45 67`, `0701234567`, `08-12 34 56`, `0411-57 70 00`, `(040) 34 10 00`.
    fn is_swedish(&self) -> bool {
        let digits = self.digits();
        let (Some(first), rest) = (self.groups.first(), self.groups.get(1..).unwrap_or_default()) else { return false };
        if !first.starts_with('0') || digits.len() > 11 {
            return false;
        }
        if rest.is_empty() {
            return digits.len() == 10 && MOBILE.iter().any(|code| digits.starts_with(code));
        }
        // One dash, after the area code.
        let parted = self.dashes[0];
        if self.dashes[1..].contains(&true) || rest.iter().any(|group| group.len() == 1) {
            return false;
        }
        let own: usize = rest.iter().map(String::len).sum();
        let groups_of_phones = rest.iter().all(|group| matches!(group.len(), 2 | 3)) || (parted && rest.len() == 1);
        if !groups_of_phones {
            return false;
        }
        match first.len() {
            2 => first == "08" && (5..=9).contains(&own),
            3 if MOBILE.contains(&first.as_str()) => own == 7,
            3 => THREE.contains(&first.as_str()) && (5..=8).contains(&own),
            4 if MOBILE.iter().any(|code| first.starts_with(code)) => own == 6,
            4 => {
                let is_shorter = first.starts_with("08") || THREE.iter().any(|code| first.starts_with(code));
                !first.starts_with("00") && !is_shorter && (5..=6).contains(&own)
            }
            _ => false,
        }
    }

    /// `+46 40 34 10 00`, `+46 (0)40-34 10 00`, `+4670…`, `+45 12 34 56 78`.
    fn is_international(&self) -> bool {
        self.is_foreign(&self.digits())
    }

    /// The same with `00` for the plus.
    fn is_zeros_and_country(&self) -> bool {
        self.digits().strip_prefix("00").is_some_and(|digits| self.is_foreign(digits))
    }

    fn is_foreign(&self, digits: &str) -> bool {
        if let Some(own) = digits.strip_prefix("46") {
            let own = own.strip_prefix('0').unwrap_or(own);
            return (7..=10).contains(&own.len()) && !own.starts_with('0');
        }
        // Thousands are grouped by three; so are few numbers of phones.
        let is_amount = self.groups.len() > 1 && self.groups[1..].iter().all(|group| group.len() == 3);
        !is_amount && (9..=14).contains(&digits.len()) && COUNTRIES.iter().any(|code| digits.starts_with(code))
    }
}

fn is_between(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\u{a0}' | '\u{202f}' | '-' | '/' | '(' | ')' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_in_every_usual_form() {
        for number in [
            "070-123 45 67",
            "070-1234567",
            "0701-23 45 67",
            "070 123 45 67",
            "0701234567",
            "040-34 10 00",
            "040-341000",
            "040 34 10 00",
            "(040) 34 10 00",
            "040/34 10 00",
            "040–34 10 00",
            "08-12 34 56",
            "08-508 280 00",
            "0411-57 70 00",
            "020-12 34 56",
            "+46 40 34 10 00",
            "+46 (0)40-34 10 00",
            "+46701234567",
            "0046 40 34 10 00",
            "0046701234567",
            "+45 12 34 56 78",
            "+358 40 123 4567",
        ] {
            assert_eq!(find(&format!("ring {number}.")).first(), Some(&(5..5 + number.len())), "{number}");
            assert_eq!(find(&format!("tel:{number}")).first(), Some(&(4..4 + number.len())), "{number}");
            let bracketed = format!("({number})");
            assert_eq!(find(&bracketed).first(), Some(&(1..bracketed.len() - 1)), "{number}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "STK-2021-1738",
            "FSN-2019-0205",
            "ASN-2023-019569",
            "2021:15",
            "2025-01-28",
            "01-02-2024",
            "09.00-12.30",
            "08:00-16:30",
            "556677-8899",
            "5050-1055",
            "123-4567",
            "1 040 123 456 kronor",
            "+10 000 000 kronor",
            "+45 000 000 kronor",
            "0,070 123",
            "0701234567890",
            "https://www.exempel.se/0701234567",
            "2019–2024",
            "0401234567",
            "0 040 000",
            "007-2024",
            "§ 08-12",
            "040-2",
            "SFS 2009:400",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}

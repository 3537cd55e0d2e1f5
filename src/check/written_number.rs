//! Understands numbers in the many ways in which people write them, to say how they are written here.

/// Spaces that part thousands.
const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// Words before a number that is not exact.
const ABOUT: [&str; 7] = ["ca", "ca.", "c:a", "cirka", "ungefär", "omkring", "~"];

/// The text without the spaces that part its thousands; none when it has spaces elsewhere.
pub fn without_spaces(text: &str) -> Option<String> {
    if !text.contains(SPACES) {
        return Some(text.to_owned());
    }
    let whole = text.split([',', '.']).next().unwrap_or_default();
    let mut groups = whole.trim_start_matches(['-', '\u{2212}']).split(SPACES);
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && digits(group));
    let rest = groups.all(|group| group.len() == 3 && digits(group));
    let fraction = !text[whole.len()..].contains(SPACES);
    (first && rest && fraction).then(|| text.replace(SPACES, ""))
}

/// The longest number that is somebody's figure, in characters.
const LONGEST_NUMBER: usize = 20;

/// The number alone, of a text that says more than it: `ca 10`, `12 %`, `1,117.5`.
pub fn alone(text: &str) -> Option<String> {
    let is_part =
        |letter: char| letter.is_ascii_digit() || SPACES.contains(&letter) || matches!(letter, ',' | '.' | '-');
    let start = text.find(|letter: char| letter.is_ascii_digit() || letter == '-')?;
    let length = text[start..].find(|letter| !is_part(letter)).unwrap_or(text.len() - start);
    let (before, after) = (text[..start].trim(), &text[start + length..]);
    // In ”2OO” the letters were meant as zeros.
    if after.starts_with(['o', 'O', 'l', 'I']) {
        return None;
    }
    let about = before.is_empty() || ABOUT.contains(&before.to_lowercase().as_str());
    if !about || after.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = text[start..start + length].trim().trim_end_matches([',', '.']);
    let number = without_spaces(number).filter(|number| number.len() <= LONGEST_NUMBER)?;
    let is_sign = |at: usize, letter: char| letter == '-' && at > 0;
    if number.char_indices().any(|(at, letter)| is_sign(at, letter))
        || !number.ends_with(|last: char| last.is_ascii_digit())
    {
        return None;
    }
    match number.rsplit_once([',', '.']) {
        // Thousands are parted by the one, decimals by the other.
        Some((whole, decimals)) if whole.contains([',', '.']) => {
            let last = number.as_bytes()[whole.len()];
            let thousands = whole.replace([',', '.'], "");
            let same = whole.bytes().any(|byte| byte == last);
            Some(if same { format!("{thousands}{decimals}") } else { format!("{thousands},{decimals}") })
        }
        Some(_) | None => Some(number),
    }
}

/// The whole number that a decimal one is when its point or comma parts thousands: `1.117`.
pub fn with_thousands(text: &str) -> Option<String> {
    let (thousands, rest) = text.split_once(['.', ','])?;
    let sign_and_digits = thousands.trim_start_matches('-');
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parted = (1..=3).contains(&sign_and_digits.len()) && sign_and_digits != "0" && rest.len() == 3;
    (parted && digits(sign_and_digits) && digits(rest)).then(|| format!("{thousands}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_part_thousands_only() {
        assert_eq!(without_spaces("1 117,5").as_deref(), Some("1117,5"));
        assert_eq!(without_spaces("12 345 678").as_deref(), Some("12345678"));
        for text in ["12 5", "1 2", "10 12", "1234 567", "1,5 5", "- 5"] {
            assert_eq!(without_spaces(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_found_among_what_surrounds_it() {
        let cases = [
            ("12 %", "12"),
            ("12,5%", "12,5"),
            ("ca 10", "10"),
            ("1 117 kr", "1117"),
            ("1,117.5", "1117,5"),
            ("1.117.000", "1117000"),
            ("12 st.", "12"),
        ];
        for (text, expected) in cases {
            assert_eq!(alone(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["2OO", "många", "färre än 5", "<5", "10-12", "3 av 10", "2024-T2", "-"] {
            assert_eq!(alone(text), None, "{text}");
        }
    }

    #[test]
    fn thousands_are_told_from_decimals() {
        assert_eq!(with_thousands("1.117").as_deref(), Some("1117"));
        for text in ["0.117", "1.17", "1117.117", "12"] {
            assert_eq!(with_thousands(text), None, "{text}");
        }
    }
}

//! Words and sentences of Swedish running text, as the rules on prose count them.

use std::ops::Range;

use crate::syntax::Passage;

/// Abbreviations that end with a full stop and are written without one inside.
const ABBREVIATIONS: [&str; 36] = [
    "art", "avd", "bil", "ca", "dnr", "dr", "dvs", "ev", "exkl", "forts", "fr", "ggr", "inkl", "jfr", "kap", "kl",
    "kr", "lag", "max", "milj", "min", "mdkr", "mkr", "nr", "obs", "prop", "ref", "resp", "sek", "sid", "st", "tel",
    "tim", "tkr", "tr", "urspr",
];

/// Abbreviations that often end a sentence as well.
const ENDING: [&str; 8] = ["etc", "m.fl", "m.m", "mfl", "mm", "o.d", "o.s.v", "osv"];

/// The words of a text: what stands between spaces and holds a letter or a figure, without the marks around it.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == Passage::AS_IT_IS;
    pieces(text).filter_map(move |piece| {
        let written = &text[piece.clone()];
        let start = written.find(is_word)?;
        let end = written.rfind(is_word)?;
        let last = written[end..].chars().next().map_or(0, char::len_utf8);
        Some(piece.start + start..piece.start + end + last)
    })
}

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = None;
    let mut pieces = pieces(text).peekable();
    while let Some(piece) = pieces.next() {
        let first = *start.get_or_insert(piece.start);
        let next = pieces.peek().map(|next| &text[next.clone()]);
        if ends(&text[piece.clone()], piece.start == first, next) {
            sentences.push(first..piece.end);
            start = None;
        }
    }
    sentences.extend(start.map(|start| start..text.trim_end().len()));
    sentences
}

/// Whether a sentence ends with the piece before the next one.
fn ends(piece: &str, is_first: bool, next: Option<&str>) -> bool {
    let Some(next) = next else { return true };
    let opening = |letter: char| !letter.is_alphanumeric();
    let begins_anew = next.trim_start_matches(opening).chars().next().is_none_or(|letter| !letter.is_lowercase());
    let piece = piece.trim_end_matches(['"', '”', '’', '»', ')', ']']);
    if piece.ends_with(['!', '?', '…']) {
        return begins_anew;
    }
    let Some(word) = piece.strip_suffix('.') else { return false };
    let word = word.trim_start_matches(opening).to_lowercase();
    if ENDING.contains(&word.as_str()) {
        return begins_anew;
    }
    // `1.` first in a sentence is the number of a point.
    let is_number_of_point = is_first && word.chars().all(|letter| letter.is_ascii_digit());
    let is_abbreviation = word.contains('.') && word.chars().any(char::is_alphabetic)
        || word.chars().count() == 1 && !word.chars().all(|letter| letter.is_ascii_digit())
        || ABBREVIATIONS.contains(&word.as_str());
    begins_anew && !is_number_of_point && !is_abbreviation
}

/// What stands between white space.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|letter: char| !letter.is_whitespace())?;
        at = text[start..].find(char::is_whitespace).map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn abbreviations_numbers_and_dates_do_not_end_a_sentence() {
        for text in [
            "Vi såg t.ex. Malmö i listan.",
            "Nämnden, bl.a. Miljönämnden, beslutade kl. 13.00 enligt § 12, punkt 3.10 och kap. 4.",
            "1. Nämnden beslutar.",
            "Enligt s.k. God sed (prop. 2023/24:1) gäller det.",
        ] {
            assert!(parted(text).len() <= 1, "{:?}", parted(text));
        }
    }

    #[test]
    fn sentences_end_at_marks_before_a_capital() {
        assert_eq!(
            parted("Rutinen är ny. Den följs! Eller? ”Ja.” Så är det"),
            ["Rutinen är ny.", "Den följs!", "Eller?", "”Ja.”", "Så är det"]
        );
        assert_eq!(parted("Vi granskade inköp, resor m.m. Resultatet är gott.").len(), 2);
        assert_eq!(parted("Det skedde 2024. Nämnden såg § 12. Det var bra.").len(), 3);
    }

    #[test]
    fn words_are_without_the_marks_around_them() {
        let text = "”Hej”, sa § 12 – (STK-2021-1738).";
        let found: Vec<_> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["Hej", "sa", "12", "STK-2021-1738"]);
    }
}

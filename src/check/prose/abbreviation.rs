//! Abbreviations in capitals, and the ways in which a text says what they stand for. Knows no file and no fault.

use std::ops::Range;

use super::capitals::{STRESSED, is_capitals};
use super::language;

/// Abbreviations that need no explanation, in the order of the alphabet.
const KNOWN: [&str; 46] = [
    "AB", "AI", "BB", "BNP", "CD", "CSV", "CV", "DNA", "DVD", "EU", "FAQ", "FM", "FN", "GDPR", "GPS", "HIV", "HR",
    "ID", "IP", "IQ", "IT", "LED", "MC", "NATO", "OBS", "OK", "OS", "PC", "PDF", "PIN", "PM", "PS", "QR", "SEK", "SMS",
    "SOS", "TV", "URL", "USA", "USB", "VAB", "VD", "VM", "VVS", "WC", "WHO",
];

/// Words that people write in capitals beside those they stress.
const WORDS: [&str; 16] = [
    "ANTAL", "ATT", "DELVIS", "ELLER", "FÖR", "JA", "KLAR", "KLART", "MED", "NEJ", "NY", "OM", "SUMMA", "TILL",
    "TOTALT", "VI",
];

/// What follows an abbreviation that is explained after it.
const STANDS_FOR: [&str; 5] = ["står för", "betyder", "uttyds", "är en förkortning", "är kort för"];

/// What goes before an abbreviation that is explained before it.
const SHORTENED: [&str; 7] = ["förkortas", "förkortat", "förkortad", "förkortade", "kallas", "kallat", "kallad"];

/// How many letters one word of an explanation has at least; fewer are a format, or a year with a word.
const FEWEST_LETTERS: usize = 5;

/// How many words before a comma may hold what the abbreviation after it stands for.
const WORDS_BEFORE: usize = 8;

/// An abbreviation in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Abbreviation<'t> {
    /// The abbreviation.
    pub written: &'t str,
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// What the text does with it.
    pub usage: Usage,
}

/// What a text does with an abbreviation at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usage {
    /// Says what it stands for.
    Explained,
    /// Begins a line with it as a list of words does: `DSO: dataskyddsombud`.
    Entry,
    /// Takes for granted that it is understood.
    Used,
    /// It is part of a name, or of the number of a document: `ISO 27001`.
    InName,
}

/// The abbreviations of a text: two to six capitals, alone or before a hyphen or colon: `PBL`, `DSO:s`, `LSS-insats`.
///
/// What everybody knows and what only looks like one is left out.
pub fn all(text: &str) -> Vec<Abbreviation<'_>> {
    if !has_capitals(text) {
        return Vec::new();
    }
    let words: Vec<_> = language::words(text).collect();
    let mut all = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let written = &text[word.clone()];
        // An id, a model or a registry number: `KM1`, `STK-2021-1738`.
        if written.contains(|letter: char| letter.is_ascii_digit()) {
            continue;
        }
        let mut start = word.start;
        for part in written.split_inclusive(['-', ':', '/']) {
            let bare = part.trim_end_matches(['-', ':', '/']);
            let range = start..start + bare.len();
            start += part.len();
            if is_abbreviation(bare) {
                let usage = usage(text, &range, at, &words);
                all.push(Abbreviation { written: bare, range, usage });
            }
        }
    }
    all
}

fn is_abbreviation(part: &str) -> bool {
    let is_roman = || part.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    let is_known = || KNOWN.binary_search(&part).is_ok() || WORDS.contains(&part) || STRESSED.contains(&part);
    is_capitals(part) && part.chars().nth(6).is_none() && !is_roman() && !is_known()
}

fn usage(text: &str, range: &Range<usize>, at: usize, words: &[Range<usize>]) -> Usage {
    let written = &text[range.clone()];
    let (before, after) = (text[..range.start].trim_end(), text[words[at].end..].trim_start());
    let earlier: Vec<_> = words[at.saturating_sub(WORDS_BEFORE)..at].iter().map(|word| &text[word.clone()]).collect();
    let previous = earlier.last().copied().unwrap_or_default();
    let next = words.get(at + 1).map_or("", |word| &text[word.clone()]);
    let in_brackets = before.ends_with('(') && after.starts_with([')', ',', ';']) && !earlier.is_empty();
    // `dataskyddsombudet, DSO, svarar`: one of the words begins as the abbreviation does.
    let between_commas = before.ends_with(',') && (after.is_empty() || after.starts_with([',', '.']));
    let is_after_words = between_commas && earlier.iter().any(|word| begins_alike(word, written));
    let says = STANDS_FOR.iter().any(|words| after.starts_with(words)) || SHORTENED.contains(&previous);
    let is_entry = at == 0 && after.starts_with([':', '-', '–', '—', '=']);
    if in_brackets || is_after_words || says || brackets_explain(after) || is_entry && begins_alike(next, written) {
        return Usage::Explained;
    }
    if is_entry {
        return Usage::Entry;
    }
    // Names: `VA SYD`. Words in capitals for emphasis look the same, and `<<<<<<< HEAD` is told as what git left behind.
    let follows_capitals = before.ends_with(char::is_alphabetic) && is_capitals(previous) || before.ends_with('<');
    let precedes_capitals = after.starts_with(char::is_alphabetic) && is_capitals(next);
    let has_figures = after.starts_with(|letter: char| letter.is_ascii_digit());
    if follows_capitals || precedes_capitals || has_figures { Usage::InName } else { Usage::Used }
}

/// Whether what follows are brackets with words.
fn brackets_explain(after: &str) -> bool {
    let explains = |word: &str| word.chars().filter(|letter| letter.is_lowercase()).count() >= FEWEST_LETTERS;
    let inside = after.strip_prefix('(').and_then(|rest| rest.split(['(', ')']).next());
    inside.is_some_and(|inside| inside.split_whitespace().any(explains))
}

fn begins_alike(word: &str, abbreviation: &str) -> bool {
    !is_capitals(word) && word.chars().flat_map(char::to_uppercase).next() == abbreviation.chars().next()
}

/// Whether two capitals stand beside each other, without which a text has no abbreviation.
fn has_capitals(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|letter| std::mem::replace(&mut before, letter).is_uppercase() && letter.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Usage)> {
        all(text).into_iter().map(|one| (one.written, one.usage)).collect()
    }

    #[test]
    fn known_abbreviations_are_in_order() {
        assert!(KNOWN.is_sorted());
    }

    #[test]
    fn an_abbreviation_is_explained_in_many_ways() {
        for text in [
            "Vårt dataskyddsombud (DSO) svarar.",
            "Rollen DSO (dataskyddsombud) är ny.",
            "DSO står för dataskyddsombud.",
            "Ombudet förkortas DSO här.",
            "Stadens dataskyddsombud, DSO, svarar.",
        ] {
            assert_eq!(found(text), [("DSO", Usage::Explained)], "{text}");
        }
        assert_eq!(found("DSO: dataskyddsombud"), [("DSO", Usage::Explained)]);
        assert_eq!(found("GYN: utbildningsnämnden"), [("GYN", Usage::Entry)]);
    }

    #[test]
    fn an_abbreviation_is_used_with_endings_and_in_compounds() {
        for text in ["Vi frågade DSO om det.", "DSO:s svar kom.", "Vår DSO-roll är ny.", "Enligt DSO (2024)."] {
            assert_eq!(found(text), [("DSO", Usage::Used)], "{text}");
        }
        assert_eq!(found("PBL, SKR, DSO."), [("PBL", Usage::Used), ("SKR", Usage::Used), ("DSO", Usage::Used)]);
    }

    #[test]
    fn ids_names_and_numbers_are_no_abbreviations() {
        assert_eq!(found("KM1, F4, STK-2021-1738, AB, it, kapitel IV, INTE, X, e-post"), []);
        assert_eq!(found("VA SYD följer ISO 27001.").iter().filter(|(_, usage)| *usage == Usage::Used).count(), 0);
    }
}

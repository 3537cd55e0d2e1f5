//! The word that somebody probably meant, and the hint that names it.

use super::synonyms;
use crate::diagnostic::{self, Words, brief};
use crate::words;

/// How many candidates a hint lists.
const MOST_LISTED: usize = 30;

/// Quotation marks that belong to the text, which word processors write in place of the straight ones.
const QUOTES: [char; 6] = ['”', '“', '’', '‘', '»', '«'];

/// The candidate nearest to the word, if one is near enough to be worth proposing: a third of the letters may be wrong.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    diagnostic::nearest(word, candidates, (word.chars().count() / 3).max(1))
}

/// A hint that names the candidate that was meant, or all of them when none is near.
pub fn hint<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str> + Clone) -> Words {
    meant(word, candidates.clone()).unwrap_or_else(|| choose(candidates))
}

/// The same for candidates that also have a name of their own, which people write in place of the id.
pub fn hint_of_named<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = (&'c str, Option<&'c str>)> + Clone,
) -> Words {
    let ids = candidates.clone().into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    if let Some(words) = same_but_form(word, &ids.iter().copied()) {
        return words;
    }
    let lower = word.to_lowercase();
    let mut named = candidates.into_iter();
    match named.find(|(_, name)| name.is_some_and(|name| name.to_lowercase() == lower)) {
        Some((id, _)) => words!("Skriv ”{id}” i stället för namnet", "Write “{id}” instead of the name"),
        None => hint(word, ids),
    }
}

/// A hint that names one candidate, if it is clear enough which one was meant.
pub fn meant<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str> + Clone) -> Option<Words> {
    if let Some(words) = same_but_form(word, &candidates) {
        return Some(words);
    }
    let candidate = synonyms::synonym(word, candidates.clone()).or_else(|| nearest(word, candidates))?;
    Some(words!("Menade du ”{candidate}”?", "Did you mean “{candidate}”?"))
}

/// A word that is a candidate but for capitals, or but for the folder and the ending of its file.
fn same_but_form<'c>(word: &str, candidates: &(impl IntoIterator<Item = &'c str> + Clone)) -> Option<Words> {
    let find = |word: &str| {
        let lower = word.to_lowercase();
        let mut candidates = candidates.clone().into_iter();
        candidates.find(|candidate| candidate.to_lowercase() == lower)
    };
    if let Some(candidate) = find(word) {
        let capital = candidate.chars().any(char::is_uppercase);
        let small = candidate.chars().any(char::is_lowercase);
        return Some(match (capital, small) {
            (false, _) => words!("Skriv ”{candidate}”, med små bokstäver", "Write “{candidate}”, in small letters"),
            (true, false) => words!("Skriv ”{candidate}”, med stora bokstäver", "Write “{candidate}”, in capitals"),
            (true, true) => words!(
                "Skriv ”{candidate}”, med stora och små bokstäver precis så",
                "Write “{candidate}”, with capitals just so"
            ),
        });
    }
    if let Some(candidate) = find(word.trim_matches(QUOTES)) {
        return Some(words!(
            "Skriv ”{candidate}”, utan citattecken i ordet",
            "Write “{candidate}”, without quotation marks in the word"
        ));
    }
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    if let Some(candidate) = find(bare).filter(|_| bare != word) {
        return Some(words!(
            "Skriv ”{candidate}”, utan andra tecken omkring",
            "Write “{candidate}”, without other signs around it"
        ));
    }
    let (folder, name) = word.rsplit_once('/').map_or((None, word), |(folder, name)| (Some(folder), name));
    let ending = [".md", ".yaml", ".yml"].into_iter().find(|ending| name.ends_with(ending));
    let candidate = find(name.strip_suffix(ending.unwrap_or_default())?)?;
    match (folder, ending) {
        (None, None) => None,
        (None, Some(ending)) => {
            Some(words!("Skriv ”{candidate}”, utan ”{ending}”", "Write “{candidate}”, without “{ending}”"))
        }
        // Two words with a slash between them are a choice that was not made.
        (Some(folder), None) if find(folder).is_some() => None,
        (Some(_), None) => {
            Some(words!("Skriv ”{candidate}”, utan mappens namn", "Write “{candidate}”, without the folder's name"))
        }
        (Some(_), Some(ending)) => Some(words!(
            "Skriv ”{candidate}”, utan mappens namn och utan ”{ending}”",
            "Write “{candidate}”, without the folder's name and without “{ending}”"
        )),
    }
}

/// A hint that lists all candidates.
pub fn choose<'c>(candidates: impl IntoIterator<Item = &'c str>) -> Words {
    let all: Vec<_> = candidates.into_iter().collect();
    match all.as_slice() {
        [] => {
            return words!(
                "Ta bort raden. Allt som kan stå här står redan",
                "Remove the line. Everything that can stand here is there already"
            );
        }
        [only] => return words!("Här kan bara ”{only}” stå", "Only “{only}” can stand here"),
        _ => {}
    }
    let listed = all.iter().take(MOST_LISTED);
    let sv = listed.clone().map(|candidate| format!("”{}”", brief(candidate))).collect::<Vec<_>>().join(", ");
    let en = listed.map(|candidate| format!("“{}”", brief(candidate))).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(MOST_LISTED) {
        0 => words!("Välj bland {sv}", "Choose among {en}"),
        more => words!("Välj bland {sv} och {more} till", "Choose among {en} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_letter_is_understood() {
        assert_eq!(nearest("påstående", ["påståenden", "status"]), Some("påståenden"));
        assert_eq!(nearest("Status", ["påståenden", "status"]), Some("status"));
    }

    #[test]
    fn a_wholly_other_word_is_not() {
        assert_eq!(nearest("kategori", ["påståenden", "status"]), None);
    }

    #[test]
    fn what_differs_only_in_form_is_said_exactly() {
        let hints = [
            ("Bra", "Skriv ”bra”, med små bokstäver"),
            ("km1", "Skriv ”KM1”, med stora bokstäver"),
            ("bra.yaml", "Skriv ”bra”, utan ”.yaml”"),
            ("”bra”", "Skriv ”bra”, utan citattecken i ordet"),
            ("mapp/bra", "Skriv ”bra”, utan mappens namn"),
            ("../mapp/bra.md", "Skriv ”bra”, utan mappens namn och utan ”.md”"),
            ("sämre", "Välj bland ”bra”, ”KM1”"),
        ];
        for (word, expected) in hints {
            assert_eq!(hint(word, ["bra", "KM1"]).sv, expected);
        }
    }
}

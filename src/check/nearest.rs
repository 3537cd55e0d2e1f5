//! The word that somebody probably meant.

use crate::diagnostic::Words;
use crate::words;

/// Longer words are nobody's misspelling of an id or a key.
const LONGEST_WORD: usize = 100;

/// How many candidates a hint lists.
const MOST_LISTED: usize = 30;

/// The candidate nearest to the word, if one is near enough to be worth proposing.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let lower = word.to_lowercase();
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A hint that names the nearest candidate, or all of them when none is near.
pub fn hint<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str> + Clone) -> Words {
    if let Some(candidate) = nearest(word, candidates.clone()) {
        return words!("Menade du ”{candidate}”?", "Did you mean “{candidate}”?");
    }
    let all: Vec<_> = candidates.into_iter().collect();
    if all.is_empty() {
        return words!("Ta bort det; här finns inget mer att skriva", "Remove it; there is nothing more to write here");
    }
    let listed = all.iter().take(MOST_LISTED);
    let sv = listed.clone().map(|candidate| format!("”{candidate}”")).collect::<Vec<_>>().join(", ");
    let en = listed.map(|candidate| format!("“{candidate}”")).collect::<Vec<_>>().join(", ");
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
}

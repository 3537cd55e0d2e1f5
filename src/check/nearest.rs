//! The word that somebody probably meant.

/// The candidate nearest to the word, if one is near enough to be worth proposing.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let lower = word.to_lowercase();
    let allowed = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A hint that names the nearest candidate, or all of them when none is near.
pub fn hint<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str> + Clone) -> String {
    if let Some(candidate) = nearest(word, candidates.clone()) {
        return format!("Menade du ”{candidate}”?");
    }
    let all: Vec<_> = candidates.into_iter().collect();
    if all.is_empty() {
        return "Ta bort raden; här finns inget mer att skriva".to_owned();
    }
    let shown: Vec<_> = all.iter().take(30).map(|candidate| format!("”{candidate}”")).collect();
    let rest = if all.len() > shown.len() { format!(" och {} till", all.len() - shown.len()) } else { String::new() };
    format!("Välj bland {}{rest}", shown.join(", "))
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

//! The word that somebody probably meant, by how few letters it differs in.

/// Longer words are nobody's misspelling.
const LONGEST_WORD: usize = 200;

/// The first of those candidates that differ from the word in the fewest letters, if they are no more than allowed. Capitals and
/// small letters are the same.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>, allowed: usize) -> Option<&'c str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let lower = word.to_lowercase();
    let letters = Letters::of(&lower);
    candidates
        .into_iter()
        // The real distance takes long, and there may be as many candidates as files.
        .filter(|candidate| letters.fewest_changes(&Letters::of(candidate)) <= allowed)
        .map(|candidate| (distance(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters are added, taken away, changed, or swapped with their neighbour to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    // Paths often begin and end alike, and the time grows with the square of the length.
    let (one, other) = unlike(one, other);
    strsim::damerau_levenshtein(one, other)
}

/// The words without what both begin and end with.
fn unlike<'w>(one: &'w str, other: &'w str) -> (&'w str, &'w str) {
    let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum()
    };
    let start = alike(&mut one.chars().zip(other.chars()));
    let (one, other) = (&one[start..], &other[start..]);
    let end = alike(&mut one.chars().rev().zip(other.chars().rev()));
    (&one[..one.len() - end], &other[..other.len() - end])
}

/// How often each letter occurs in a word, some letters counted together.
struct Letters([u32; 64]);

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0; 64];
        for letter in word.chars().flat_map(char::to_lowercase) {
            counts[letter as usize % 64] += 1;
        }
        Self(counts)
    }

    /// How many letters have to be added, taken away or changed at the least to make one word of the other.
    fn fewest_changes(&self, other: &Self) -> usize {
        let (mut more, mut less) = (0, 0);
        for (one, other) in self.0.iter().zip(other.0) {
            more += one.saturating_sub(other) as usize;
            less += other.saturating_sub(*one) as usize;
        }
        more.max(less)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_of_those_near_enough_is_found() {
        let words = ["Miljönämnden", "Valnämnden", "Miljönämnd"];
        assert_eq!(nearest("miljönamnden", words, 2), Some("Miljönämnden"));
        assert_eq!(nearest("Vallnämnden", words, 2), Some("Valnämnden"));
        assert_eq!(nearest("Kulturnämnden", words, 2), None);
        assert_eq!(nearest(&"a".repeat(LONGEST_WORD + 1), words, 1_000), None);
    }

    #[test]
    fn letters_never_differ_more_than_words() {
        let words = ["", "a", "kaj", "jak", "organ/a/2024", "organ/å/2023", "Ärende", "ärenden"];
        for (one, other) in words.iter().flat_map(|one| words.map(|other| (*one, other))) {
            let (lower, other_lower) = (one.to_lowercase(), other.to_lowercase());
            let distance = strsim::damerau_levenshtein(&lower, &other_lower);
            assert_eq!(super::distance(&lower, &other_lower), distance, "{one} {other}");
            assert!(Letters::of(one).fewest_changes(&Letters::of(other)) <= distance, "{one} {other}");
        }
    }
}

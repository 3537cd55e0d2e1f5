//! The little words by which a language is known without a dictionary. Knows no passage and no fault.

use std::ops::Range;

use super::language;

/// A language that texts are looked at for.
#[derive(Debug, PartialEq, Eq)]
pub struct Tongue {
    /// The name that it is marked with.
    pub mark: &'static str,
    /// Its name in Swedish.
    pub swedish: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// Words that are frequent in it and rare in Swedish.
    words: &'static [&'static str],
    /// Letters that it does not have, and Swedish has.
    foreign: &'static [char],
    /// Whether it shares most of its little words with Swedish.
    is_nordic: bool,
}

/// The languages, and what they are told by.
const TONGUES: [Tongue; 5] = [
    Tongue {
        mark: "engelska",
        swedish: "engelska",
        english: "English",
        words: &[
            "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "is", "it", "its",
            "must", "not", "of", "on", "or", "our", "shall", "should", "that", "the", "their", "they", "this", "to",
            "was", "we", "were", "which", "will", "with", "would",
        ],
        foreign: &['å', 'ä', 'ö'],
        is_nordic: false,
    },
    Tongue {
        mark: "tyska",
        swedish: "tyska",
        english: "German",
        words: &[
            "als", "auch", "auf", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einer", "für", "im",
            "ist", "mit", "nach", "nicht", "oder", "sich", "sind", "und", "von", "werden", "wird", "zu", "zur",
        ],
        foreign: &['å'],
        is_nordic: false,
    },
    Tongue {
        mark: "franska",
        swedish: "franska",
        english: "French",
        words: &[
            "au", "aux", "avec", "ce", "cette", "dans", "de", "des", "du", "en", "est", "et", "la", "le", "les", "ne",
            "ou", "par", "pas", "pour", "que", "qui", "sont", "sur", "un", "une",
        ],
        foreign: &['å', 'ä', 'ö'],
        is_nordic: false,
    },
    Tongue {
        mark: "finska",
        swedish: "finska",
        english: "Finnish",
        words: &[
            "ei", "että", "hän", "ja", "joka", "jotka", "kuin", "kun", "mutta", "myös", "ne", "oli", "on", "ovat",
            "se", "sekä", "tai", "tämä", "voi",
        ],
        foreign: &['å'],
        is_nordic: false,
    },
    Tongue {
        mark: "danska",
        swedish: "danska eller norska",
        english: "Danish or Norwegian",
        words: &[
            "af", "at", "bliver", "dette", "er", "et", "fra", "hva", "hvad", "hvor", "ikke", "jeg", "mellem", "mellom",
            "og", "også", "skal", "til",
        ],
        foreign: &['ä', 'ö'],
        is_nordic: true,
    },
];

/// Words of Swedish that none of the others has.
const SWEDISH: [&str; 15] =
    ["att", "ett", "från", "för", "genom", "hur", "inte", "mycket", "många", "när", "och", "sedan", "vad", "vid", "är"];

/// Words that Swedish shares with Danish and Norwegian.
const NORDIC: [&str; 22] = [
    "av", "blev", "de", "den", "det", "dig", "en", "har", "hos", "i", "kan", "med", "om", "på", "sig", "sin", "ska",
    "som", "till", "under", "var", "vi",
];

/// A text with fewer words may be a name.
const FEWEST_WORDS: usize = 6;

/// How many of the words are little ones at least, and one in how many.
const FEWEST_LITTLE: usize = 3;
const ONE_IN: usize = 4;

/// How many other words begin with a small letter at least; in names of works and organisations few do.
const FEWEST_SMALL: usize = 2;

/// The language that a stretch of a text is in, if that is none but Swedish beyond doubt. What is passed over stands in order and
/// does not overlap.
pub fn tongue(text: &str, stretch: Range<usize>, passed_over: &[Range<usize>]) -> Option<&'static Tongue> {
    let start = stretch.start;
    let mut words = Vec::new();
    let mut left = &passed_over[passed_over.partition_point(|range| range.end <= start)..];
    for word in language::words(&text[stretch]) {
        let word = start + word.start..start + word.end;
        while let [first, rest @ ..] = left
            && first.end <= word.start
        {
            left = rest;
        }
        if left.first().is_some_and(|first| first.contains(&word.start)) {
            continue;
        }
        let word = &text[word];
        if SWEDISH.contains(&word) {
            return None;
        }
        words.push(word);
    }
    if words.len() < FEWEST_WORDS {
        return None;
    }
    TONGUES.iter().find(|tongue| speaks(tongue, &words))
}

fn speaks(tongue: &Tongue, words: &[&str]) -> bool {
    let (mut little, mut small) = (0, 0);
    for word in words {
        if tongue.words.contains(word) {
            little += 1;
        } else if word.contains(tongue.foreign) || !tongue.is_nordic && NORDIC.contains(word) {
            return false;
        } else if word.starts_with(char::is_lowercase) {
            small += 1;
        }
    }
    little >= FEWEST_LITTLE && little * ONE_IN >= words.len() && small >= FEWEST_SMALL
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<&'static str> {
        tongue(text, 0..text.len(), &[]).map(|tongue| tongue.mark)
    }

    #[test]
    fn sentences_are_told_by_their_little_words() {
        for (text, name) in [
            ("Access rights are reviewed by the manager every year.", "engelska"),
            ("Die Stadt ist für die Prüfung der Rechnungen verantwortlich und meldet das.", "tyska"),
            ("Le comité est responsable de la vérification des factures de la ville.", "franska"),
            ("Lautakunta on tarkastanut, että kaikki laskut on maksettu ja kirjattu.", "finska"),
            ("Kommunen er ansvarlig for at den interne kontrol er god og bliver fulgt op.", "danska"),
        ] {
            assert_eq!(told(text), Some(name), "{text}");
        }
    }

    #[test]
    fn swedish_names_and_titles_are_not_told() {
        for text in [
            "Access to the archive.",
            "The Committee of Sponsoring Organizations of the Treadway Commission",
            "Kursen Leading the Way to the Future of the City gavs i maj",
            "Vi har haft stor nytta av den nya rutinen i vardagen.",
            "Arkivet Data in the Cloud and the Rights of the Citizen är nytt.",
            "Nya regler om inköp, attest, resor, jäv, gåvor, representation",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}

//! The theme's own words are plain Swedish: short sentences, and easy by the readability index (LIX; C. H. Björnsson, 1968).

mod reading;

use std::collections::BTreeMap;

/// The longest sentence, in words.
const LONGEST: usize = 25;
/// Björnsson calls texts under 40 easy to read.
const EASY: usize = 40;

/// The words of the theme that are sentences, by their names.
fn sentences() -> BTreeMap<String, String> {
    let words: BTreeMap<String, serde_yaml::Value> =
        serde_yaml::from_str(&reading::text("themes/standard/words.yaml")).expect("the words are YAML");
    let texts = words.into_iter().filter_map(|(name, text)| Some((name, text.as_str()?.to_owned())));
    texts.filter(|(_, text)| text.ends_with(['.', ':', '?'])).collect()
}

fn split(text: &str) -> Vec<Vec<&str>> {
    let sentences =
        text.split_inclusive(['.', ':', '?']).map(|sentence| sentence.split_whitespace().collect::<Vec<_>>());
    sentences.filter(|words| words.iter().any(|word| word.chars().any(char::is_alphanumeric))).collect()
}

/// Words in a sentence, and the per cent of words with more than six letters.
fn readability(sentences: &[Vec<&str>]) -> usize {
    let words: Vec<_> = sentences.iter().flatten().collect();
    let long = words.iter().filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 6).count();
    words.len() / sentences.len() + 100 * long / words.len()
}

#[test]
fn no_sentence_of_the_theme_is_long() {
    let texts = sentences();
    assert!(texts.len() > 50);
    for (name, text) in &texts {
        for sentence in split(text) {
            assert!(sentence.len() <= LONGEST, "{name} has a sentence of {} words: {text}", sentence.len());
        }
    }
}

#[test]
fn the_words_of_the_theme_are_easy_to_read() {
    let texts = sentences();
    let all = texts.values().map(|text| text.trim_end_matches([':', '?'])).collect::<Vec<_>>().join(". ");
    let index = readability(&split(&all));
    assert!(index < EASY, "the readability index is {index}");
}

#[test]
fn what_is_hard_to_read_is_noticed() {
    let hard = "Kommunstyrelsens förvaltningsövergripande uppföljningsansvar tydliggörs kontinuerligt genom internkontrollplaner.";
    assert!(readability(&split(hard)) >= EASY);
}

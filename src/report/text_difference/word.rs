//! Words, each with the punctuation that belongs to it and the target of the link that ends in it.

use std::collections::BTreeSet;

/// A word, a number with its groups, or the bar between two cells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// What is read.
    pub text: String,
    /// Where the link leads that ends here.
    pub target: Option<String>,
}

/// What stands between two cells.
const BAR: &str = "|";

impl Word {
    /// The bar between two cells.
    pub fn bar() -> Self {
        Self { text: BAR.to_owned(), target: None }
    }

    /// Whether it parts two cells.
    pub fn is_bar(&self) -> bool {
        self.text == BAR
    }
}

/// The words of a text; `links` are the bytes before which links end, and where those lead.
pub fn words(text: &str, links: &[(usize, String)]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut links = links.iter().peekable();
    let mut at = 0;
    for piece in text.split(char::is_whitespace) {
        let start = at;
        at += piece.len() + text[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
        if piece.is_empty() {
            continue;
        }
        // A link that ends in the space before this word ends in the word before that.
        while let Some((_, target)) = links.next_if(|(end, _)| *end <= start) {
            lead(words.last_mut(), target);
        }
        match words.last_mut() {
            Some(last) if belongs_to(piece, &last.text) => {
                last.text.push('\u{a0}');
                last.text.push_str(piece);
            }
            Some(_) | None => words.push(Word { text: piece.to_owned(), target: None }),
        }
    }
    for (_, target) in links {
        lead(words.last_mut(), target);
    }
    words
}

fn lead(word: Option<&mut Word>, target: &str) {
    let Some(word) = word else { return };
    match &mut word.target {
        Some(known) => {
            known.push_str(", ");
            known.push_str(target);
        }
        None => word.target = Some(target.to_owned()),
    }
}

/// Whether a piece is no word of its own: a dash, a per cent sign, the next three digits of a number.
fn belongs_to(piece: &str, before: &str) -> bool {
    if before == BAR || piece == BAR {
        return false;
    }
    if !piece.contains(char::is_alphanumeric) {
        return true;
    }
    let digits = piece.trim_end_matches(|character: char| character.is_ascii_punctuation());
    let group = before.rsplit('\u{a0}').next().unwrap_or(before).trim_start_matches(['(', '-', '+', '−']);
    digits.len() == 3 && are_digits(digits) && matches!(group.len(), 1..=3) && are_digits(group)
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// How much there is to read.
pub fn letters(words: &[Word]) -> usize {
    words.iter().map(|word| letters_of(&word.text)).sum()
}

/// The letters of one word.
pub fn letters_of(word: &str) -> usize {
    word.chars().count()
}

/// Words as they are read.
pub fn plain(words: &[Word]) -> String {
    let words: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
    words.join(" ")
}

/// Words as they are read, with the targets of the links that the other text has not.
pub fn with_targets(words: &[Word], other: &[Word]) -> String {
    if words.iter().all(|word| word.target.is_none()) {
        return plain(words);
    }
    let known: BTreeSet<_> = other.iter().filter_map(|word| word.target.as_deref()).collect();
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        match &word.target {
            Some(target) if !known.contains(target.as_str()) => {
                let bare = word.text.trim_end_matches(['.', ',', ';', ':', '!', '?']);
                text.push_str(bare);
                text.push_str(" (");
                text.push_str(target);
                text.push(')');
                text.push_str(&word.text[bare.len()..]);
            }
            Some(_) | None => text.push_str(&word.text),
        }
    }
    text
}

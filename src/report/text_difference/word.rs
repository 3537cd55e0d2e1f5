//! Words, each with the punctuation that belongs to it and the target of the link that ends in it.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use crate::prose::OtherLanguage;

/// A word, a number with its groups, or the bar between two cells. Words that differ only in their language are the same: a mark
/// is no change of a text.
#[derive(Debug, Clone)]
pub struct Word {
    /// What is read.
    pub text: String,
    /// Where the link leads that ends here.
    pub target: Option<String>,
    /// The language that it is in, where that is another.
    pub language: Option<OtherLanguage>,
}

/// What stands between two cells.
const BAR: &str = "|";

impl Word {
    /// The bar between two cells.
    pub fn bar() -> Self {
        Self { text: BAR.to_owned(), target: None, language: None }
    }

    /// Whether it parts two cells.
    pub fn is_bar(&self) -> bool {
        self.text == BAR
    }

    fn compared(&self) -> (&str, Option<&str>) {
        (&self.text, self.target.as_deref())
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.compared() == other.compared()
    }
}

impl Eq for Word {}

impl PartialOrd for Word {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Word {
    fn cmp(&self, other: &Self) -> Ordering {
        self.compared().cmp(&other.compared())
    }
}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.compared().hash(state);
    }
}

/// The words of a text; `links` are the bytes before which links end, and where those lead; `languages` are the stretches in another
/// language, in order.
pub fn words(text: &str, links: &[(usize, String)], languages: &[(Range<usize>, OtherLanguage)]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut links = links.iter().peekable();
    let mut languages = languages.iter().peekable();
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
            Some(_) | None => {
                // Marks before the first letter may stand outside of what is in the language.
                let letter = start + piece.find(char::is_alphanumeric).unwrap_or(0);
                while languages.next_if(|(range, _)| range.end <= letter).is_some() {}
                let language =
                    languages.peek().filter(|(range, _)| range.contains(&letter)).map(|(_, language)| *language);
                words.push(Word { text: piece.to_owned(), target: None, language });
            }
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

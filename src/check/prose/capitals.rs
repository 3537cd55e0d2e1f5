//! Rule: no word is written in capitals for emphasis. Capitals are slow to read, and some speech reads them letter by letter.

use super::language;
use crate::check::context::Context;
use crate::diagnostic::{Code, brief};
use crate::syntax::Passage;
use crate::words;

/// Words that people stress and that are no abbreviations.
pub const STRESSED: [&str; 22] = [
    "ALDRIG", "ALLA", "ALLTID", "BARA", "BÅDE", "DETTA", "EJ", "ENDAST", "FÅR", "HELA", "INGA", "INGEN", "INTE", "KAN",
    "MYCKET", "MÅSTE", "NYTT", "OCH", "SKA", "SKALL", "UTAN", "VIKTIGT",
];

/// The fewest letters of a word that, beside another such word, is no abbreviation.
const FEWEST_LETTERS: usize = 4;

/// Tells stressed words, and two or more longer words in capitals in a row.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    let mut run: Option<(std::ops::Range<usize>, bool, usize)> = None;
    for range in language::words(&passage.text) {
        let word = &passage.text[range.clone()];
        if !is_capitals(word) {
            tell(run.take(), passage, context);
            continue;
        }
        let is_long = word.chars().count() >= FEWEST_LETTERS;
        let (so_far, stressed, long) = run.get_or_insert((range.clone(), false, 0));
        so_far.end = range.end;
        *stressed |= STRESSED.contains(&word);
        *long += usize::from(is_long);
    }
    tell(run, passage, context);
}

/// Whether a word is two or more letters, all of them large.
pub fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|letter| letter.is_alphabetic() && letter.is_uppercase())
}

fn tell(run: Option<(std::ops::Range<usize>, bool, usize)>, passage: &Passage, context: &mut Context<'_>) {
    let Some((range, stressed, long)) = run else { return };
    if !stressed && long < 2 {
        return;
    }
    let written = brief(&passage.text[range.clone()]);
    let message = words!("”{written}” är skrivet i versaler", "“{written}” is written in capitals");
    let small = brief(&passage.text[range.clone()].to_lowercase());
    let hint = words!("Skriv **{small}** om ordet ska betonas", "Write **{small}** if the word is to be stressed");
    context.warn(Code::Capitals, passage.place(range), message, hint);
}

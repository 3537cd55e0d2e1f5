//! Changes as people read them: what little is unchanged between two changes is drawn into them.

use super::changes::Exchange;
use super::unchanged_between;
use super::word::{Word, letters_of};

/// Words that say nothing alone.
const SMALL_WORDS: [&str; 48] = [
    "alla", "att", "av", "avseende", "bland", "de", "dem", "den", "denna", "det", "detta", "dock", "där", "efter",
    "eller", "en", "ett", "från", "för", "ha", "han", "har", "hos", "hur", "här", "i", "inom", "kan", "med", "men",
    "mot", "när", "och", "om", "på", "samt", "sig", "sin", "sina", "sitt", "som", "så", "till", "under", "ur", "vid",
    "är", "även",
];

/// As many words as may be drawn in although each says something.
const MOST_WORDS: usize = 2;

/// As many words as may stand between two changes of one patchwork.
const MOST_PATCHED: usize = 4;

/// The changes with what is drawn into them, in one walk.
pub fn drawn_in(changes: Vec<Exchange>, before: &[Word], after: &[Word]) -> Vec<Exchange> {
    let letters = Letters { before: sums(before), after: sums(after) };
    let mut drawn: Vec<Exchange> = Vec::new();
    for change in changes {
        match drawn.last_mut() {
            Some(last)
                if is_drawn_in(&before[unchanged_between(last, &change)], letters.of(last), letters.of(&change)) =>
            {
                *last = joined(last, &change);
            }
            Some(_) | None => drawn.push(change),
        }
    }
    without_patchwork(&drawn, before, &letters)
}

/// Whether unchanged words between two changes, each with so many letters, are drawn in.
fn is_drawn_in(island: &[Word], left: usize, right: usize) -> bool {
    if island.iter().any(Word::is_bar) {
        return false;
    }
    if island.len() <= MOST_PATCHED && island.iter().all(is_small) {
        return true;
    }
    island.len() <= MOST_WORDS && super::word::letters(island) <= left.min(right)
}

fn is_small(word: &Word) -> bool {
    let bare = word.text.trim_matches(|character: char| character.is_ascii_punctuation()).to_lowercase();
    SMALL_WORDS.contains(&bare.as_str())
}

/// Joins three changes or more that stand close to each other where more is changed than not.
fn without_patchwork(changes: &[Exchange], before: &[Word], letters: &Letters) -> Vec<Exchange> {
    let close = |earlier: &Exchange, later: &Exchange| {
        let island = &before[unchanged_between(earlier, later)];
        island.len() <= MOST_PATCHED && !island.iter().any(Word::is_bar)
    };
    let mut joined_up = Vec::new();
    for patches in changes.chunk_by(close) {
        let whole = joined(&patches[0], &patches[patches.len() - 1]);
        let changed: usize = patches.iter().map(|change| letters.of(change)).sum();
        if patches.len() >= 3 && letters.of(&whole) <= changed * 2 {
            joined_up.push(whole);
        } else {
            joined_up.extend_from_slice(patches);
        }
    }
    joined_up
}

fn joined(first: &Exchange, last: &Exchange) -> Exchange {
    Exchange { before: first.before.start..last.before.end, after: first.after.start..last.after.end }
}

/// How many letters stand before each word.
struct Letters {
    before: Vec<usize>,
    after: Vec<usize>,
}

impl Letters {
    /// The letters that a reader of a change has to take in on the longer side.
    fn of(&self, change: &Exchange) -> usize {
        let removed = self.before[change.before.end] - self.before[change.before.start];
        let added = self.after[change.after.end] - self.after[change.after.start];
        removed.max(added)
    }
}

fn sums(words: &[Word]) -> Vec<usize> {
    let mut sums = vec![0];
    let mut sum = 0;
    for word in words {
        sum += letters_of(&word.text);
        sums.push(sum);
    }
    sums
}

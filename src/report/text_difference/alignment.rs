//! Which passage of one text is which of the other: first the equal ones, then those that are alike.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Form;
use super::changes::{Exchange, changes};
use super::passage::Passage;
use super::word::{Word, letters, letters_of};

/// A passage of one or both texts, by its place.
#[derive(Debug, PartialEq, Eq)]
pub enum Aligned {
    /// Of the later text; its words stand in the earlier one too.
    Same(usize),
    /// Of both texts; most of it stands in both.
    Alike(usize, usize),
    /// Of the earlier text alone.
    Gone(usize),
    /// Of the later text alone.
    New(usize),
}

/// All passages of both texts, in the order in which they are to be read.
pub fn aligned(before: &[Passage], after: &[Passage]) -> Vec<Aligned> {
    let mut aligned = Vec::new();
    let mut read = 0;
    for change in changes(&wholes(before), &wholes(after)) {
        aligned.extend((read..change.after.start).map(Aligned::Same));
        read = change.after.end;
        align_changed(before, after, &change, &mut aligned);
    }
    aligned.extend((read..after.len()).map(Aligned::Same));
    aligned
}

/// Aligns passages of which none is equal to another.
fn align_changed(before: &[Passage], after: &[Passage], change: &Exchange, aligned: &mut Vec<Aligned>) {
    let (old, new) = (placed(before, change.before.clone()), placed(after, change.after.clone()));
    let changes = changes(&alone(&old), &alone(&new));
    if changes.is_empty() {
        // The same words in other paragraphs.
        aligned.extend(change.after.clone().map(Aligned::Same));
        return;
    }
    let (mut read_old, mut read_new) = (change.before.start, change.after.start);
    for (old, new) in pairs(before, after, &shared_letters(&old, &new, &changes)) {
        aligned.extend((read_old..old).map(Aligned::Gone));
        aligned.extend((read_new..new).map(Aligned::New));
        aligned.push(Aligned::Alike(old, new));
        (read_old, read_new) = (old + 1, new + 1);
    }
    aligned.extend((read_old..change.before.end).map(Aligned::Gone));
    aligned.extend((read_new..change.after.end).map(Aligned::New));
}

fn wholes(passages: &[Passage]) -> Vec<&[Word]> {
    passages.iter().map(|passage| passage.words.as_slice()).collect()
}

/// The words of passages, each with the place of its passage.
fn placed(passages: &[Passage], range: Range<usize>) -> Vec<(usize, &Word)> {
    range.flat_map(|place| passages[place].words.iter().map(move |word| (place, word))).collect()
}

fn alone<'w>(placed: &[(usize, &'w Word)]) -> Vec<&'w Word> {
    placed.iter().map(|(_, word)| *word).collect()
}

/// How many letters two passages share; as many pairs as words at the most, so that large texts take no longer than they are.
fn shared_letters(
    old: &[(usize, &Word)],
    new: &[(usize, &Word)],
    changes: &[Exchange],
) -> BTreeMap<(usize, usize), usize> {
    let mut shared = BTreeMap::new();
    let mut count = |old: &[(usize, &Word)], new: &[(usize, &Word)]| {
        for ((old, word), (new, _)) in old.iter().zip(new) {
            *shared.entry((*old, *new)).or_default() += letters_of(&word.text);
        }
    };
    let (mut read_old, mut read_new) = (0, 0);
    for change in changes {
        count(&old[read_old..change.before.start], &new[read_new..change.after.start]);
        (read_old, read_new) = (change.before.end, change.after.end);
    }
    count(&old[read_old..], &new[read_new..]);
    shared
}

/// The passages that are most alike, each in one pair at the most, in order.
fn pairs(before: &[Passage], after: &[Passage], shared: &BTreeMap<(usize, usize), usize>) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (&(old, new), &shared) in shared {
        let (first, second) = (letters(&before[old].words), letters(&after[new].words));
        if kind(before[old].form) == kind(after[new].form) && are_alike(shared, first, second) {
            let likeness = shared * 2_000 / (first + second);
            candidates.push((Reverse(likeness), old, new));
        }
    }
    candidates.sort_unstable();
    let mut pairs: BTreeMap<usize, usize> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (_, old, new) in candidates {
        if !pairs.contains_key(&old) && taken.insert(new) {
            pairs.insert(old, new);
        }
    }
    pairs.into_iter().collect()
}

/// Whether two passages with so many letters share enough of them to be read as one.
pub fn are_alike(shared: usize, old: usize, new: usize) -> bool {
    shared * 2 >= old.min(new) && shared * 8 >= old + new
}

/// What can become something else by small changes of its words only within its kind.
#[derive(PartialEq, Eq)]
enum Kind {
    Text,
    Heading,
    Row,
    Code,
}

fn kind(form: Form) -> Kind {
    match form {
        Form::Paragraph | Form::Item { .. } | Form::Quotation => Kind::Text,
        Form::Heading { .. } => Kind::Heading,
        Form::Row => Kind::Row,
        Form::Code => Kind::Code,
    }
}

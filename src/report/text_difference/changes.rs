//! The changes between two rows of anything, told the same in both directions.

use std::hash::Hash;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput, Interner, Token};

/// What stands in the place of what; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Where it stood.
    pub before: Range<usize>,
    /// Where that stands which took its place.
    pub after: Range<usize>,
}

/// Rows whose lengths have no larger product are compared by all their members: so long may the search take.
const MOST_COMPARED: usize = 25_000_000;

/// How often something may stand in two long rows to be a hold for their comparison.
const RARE: u32 = 32;

/// The changes in order; between them both are equal.
pub fn changes<T: Eq + Hash + Ord>(before: &[T], after: &[T]) -> Vec<Exchange> {
    // The search is not the same from either end: it goes from the lesser one, whichever that is.
    let swapped = after < before;
    let (first, second) = if swapped { (after, before) } else { (before, after) };
    let mut changes = if first.len().saturating_mul(second.len()) > MOST_COMPARED {
        of_long(first, second)
    } else {
        of_short(first, second)
    };
    if swapped {
        for change in &mut changes {
            std::mem::swap(&mut change.before, &mut change.after);
        }
    }
    changes
}

fn interned<'t, T: Eq + Hash>(before: &'t [T], after: &'t [T]) -> InternedInput<&'t T> {
    let interner = Interner::new(before.len() + after.len());
    let mut input = InternedInput { before: Vec::new(), after: Vec::new(), interner };
    input.update_before(before.iter());
    input.update_after(after.iter());
    input
}

fn of_short<T: Eq + Hash>(before: &[T], after: &[T]) -> Vec<Exchange> {
    let input = interned(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let places = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| Exchange { before: places(hunk.before), after: places(hunk.after) }).collect()
}

/// Compares what is rare first, then what lies between. What is still too long there is told whole.
fn of_long<T: Eq + Hash>(before: &[T], after: &[T]) -> Vec<Exchange> {
    let input = interned(before, after);
    let mut changes = Vec::new();
    let (mut old, mut new) = (0, 0);
    for (old_hold, new_hold) in holds(&input) {
        between(&input, old..old_hold, new..new_hold, &mut changes);
        (old, new) = (old_hold + 1, new_hold + 1);
    }
    between(&input, old..before.len(), new..after.len(), &mut changes);
    changes
}

/// Places of both rows where one and the same rare member stands, and those at either end that are equal.
fn holds<T>(input: &InternedInput<T>) -> Vec<(usize, usize)> {
    let (before, after) = (&input.before, &input.after);
    let start = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let rest = before.len().min(after.len()) - start;
    let end = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let mut counts = vec![0_u32; input.interner.num_tokens() as usize];
    for token in before.iter().chain(after) {
        counts[token.0 as usize] += 1;
    }
    let rare = |tokens: &[Token]| -> Vec<(usize, Token)> {
        let middle = tokens.iter().copied().enumerate().take(tokens.len() - end).skip(start);
        middle.filter(|(_, token)| counts[token.0 as usize] <= RARE).collect()
    };
    let (old_rare, new_rare) = (rare(before), rare(after));
    let tokens = |rare: &[(usize, Token)]| rare.iter().map(|(_, token)| *token).collect::<Vec<_>>();
    let mut holds: Vec<_> = (0..start).map(|place| (place, place)).collect();
    let (mut old, mut new) = (0, 0);
    let after_all = Exchange { before: old_rare.len()..old_rare.len(), after: new_rare.len()..new_rare.len() };
    for change in of_short(&tokens(&old_rare), &tokens(&new_rare)).into_iter().chain([after_all]) {
        let same = old_rare[old..change.before.start].iter().zip(&new_rare[new..change.after.start]);
        holds.extend(same.map(|((old, _), (new, _))| (*old, *new)));
        (old, new) = (change.before.end, change.after.end);
    }
    holds.extend((0..end).rev().map(|from_end| (before.len() - 1 - from_end, after.len() - 1 - from_end)));
    holds
}

/// Adds the changes between two holds.
fn between<T>(input: &InternedInput<T>, old: Range<usize>, new: Range<usize>, changes: &mut Vec<Exchange>) {
    let found = match (old.len(), new.len()) {
        (0, 0) => return,
        (first, second) if first.saturating_mul(second) > MOST_COMPARED => {
            vec![Exchange { before: 0..first, after: 0..second }]
        }
        (_, _) => of_short(&input.before[old.clone()], &input.after[new.clone()]),
    };
    for Exchange { before, after } in found {
        let before = old.start + before.start..old.start + before.end;
        let after = new.start + after.start..new.start + after.end;
        match changes.last_mut() {
            Some(last) if last.before.end == before.start && last.after.end == after.start => {
                (last.before.end, last.after.end) = (before.end, after.end);
            }
            Some(_) | None => changes.push(Exchange { before, after }),
        }
    }
}

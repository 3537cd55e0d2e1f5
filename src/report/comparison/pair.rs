//! Something before and after: in both, or only in one of them.

use std::collections::{BTreeMap, VecDeque};

/// What stands at one side or at both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pair<T> {
    /// There before and after.
    Both(T, T),
    /// There before only.
    Gone(T),
    /// There after only.
    New(T),
}

impl<T> Pair<T> {
    /// The pair of what may be there; `None` when it is at neither side.
    pub fn of(before: Option<T>, after: Option<T>) -> Option<Self> {
        match (before, after) {
            (Some(before), Some(after)) => Some(Self::Both(before, after)),
            (Some(before), None) => Some(Self::Gone(before)),
            (None, Some(after)) => Some(Self::New(after)),
            (None, None) => None,
        }
    }

    /// What was there before.
    pub fn before(&self) -> Option<&T> {
        match self {
            Self::Both(before, _) | Self::Gone(before) => Some(before),
            Self::New(_) => None,
        }
    }

    /// What is there after.
    pub fn after(&self) -> Option<&T> {
        match self {
            Self::Both(_, after) | Self::New(after) => Some(after),
            Self::Gone(_) => None,
        }
    }

    /// The later of those that are there, which names the pair.
    pub fn latest(&self) -> &T {
        match self {
            Self::Both(_, after) | Self::New(after) => after,
            Self::Gone(before) => before,
        }
    }

    /// Both, where they are there.
    pub fn both(&self) -> Option<(&T, &T)> {
        match self {
            Self::Both(before, after) => Some((before, after)),
            Self::Gone(_) | Self::New(_) => None,
        }
    }
}

/// Pairs what has the same key, one by one where several have it: in the order of what is there after, then what is gone in its
/// own order.
pub fn pairs<T: Copy, Key: Ord>(
    before: impl IntoIterator<Item = T>,
    after: impl IntoIterator<Item = T>,
    key: impl Fn(T) -> Key,
) -> Vec<Pair<T>> {
    let mut waiting: BTreeMap<Key, VecDeque<(usize, T)>> = BTreeMap::new();
    for (at, old) in before.into_iter().enumerate() {
        waiting.entry(key(old)).or_default().push_back((at, old));
    }
    let mut pair = |new: T| match waiting.get_mut(&key(new)).and_then(VecDeque::pop_front) {
        Some((_, old)) => Pair::Both(old, new),
        None => Pair::New(new),
    };
    let mut pairs: Vec<Pair<T>> = after.into_iter().map(&mut pair).collect();
    let mut gone: Vec<_> = waiting.into_values().flatten().collect();
    gone.sort_by_key(|(at, _)| *at);
    pairs.extend(gone.into_iter().map(|(_, old)| Pair::Gone(old)));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_are_paired_in_their_order() {
        let pairs = pairs([("a", 1), ("a", 2), ("b", 3)], [("a", 4), ("c", 5)], |one| one.0);
        let expected =
            [Pair::Both(("a", 1), ("a", 4)), Pair::New(("c", 5)), Pair::Gone(("a", 2)), Pair::Gone(("b", 3))];
        assert_eq!(pairs, expected);
    }
}

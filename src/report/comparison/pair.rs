//! Something before and after: in both, or only in one of them.

use std::collections::BTreeMap;

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

/// Pairs what has the same key: in the order of what is there after, then what is gone in its own order.
pub fn pairs<T: Copy, Key: Ord>(
    before: impl IntoIterator<Item = T>,
    after: impl IntoIterator<Item = T>,
    key: impl Fn(T) -> Key,
) -> Vec<Pair<T>> {
    let before: Vec<T> = before.into_iter().collect();
    let mut waiting: BTreeMap<Key, T> = before.iter().map(|one| (key(*one), *one)).collect();
    let mut pairs: Vec<Pair<T>> = after
        .into_iter()
        .map(|new| waiting.remove(&key(new)).map_or(Pair::New(new), |old| Pair::Both(old, new)))
        .collect();
    pairs.extend(before.into_iter().filter(|old| waiting.contains_key(&key(*old))).map(Pair::Gone));
    pairs
}

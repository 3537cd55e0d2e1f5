//! Which file of one end is which of the other, and whether it has changed.

use std::collections::BTreeMap;

use crate::model::{BodyId, renamed_path};
use crate::source::{FileFault, FileId, Sources};

/// A file that is not the same at both ends. Ends of lines do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileChange {
    /// It is new; its number at the later end.
    Added(FileId),
    /// It is gone; its number at the earlier end.
    Removed(FileId),
    /// Its text is another, and its path too when its body's folder has a new name.
    Changed {
        /// Its number at the earlier end.
        before: FileId,
        /// Its number at the later end.
        after: FileId,
    },
    /// Its body's folder has a new name, and it has the same text.
    Moved {
        /// Its number at the earlier end.
        before: FileId,
        /// Its number at the later end.
        after: FileId,
    },
}

impl FileChange {
    /// Its number at the later end, or at the earlier where it is only there.
    #[must_use]
    pub fn latest(&self) -> FileId {
        match *self {
            Self::Added(id) | Self::Removed(id) => id,
            Self::Changed { after, .. } | Self::Moved { after, .. } => after,
        }
    }
}

/// A file of either end, or of both; never of none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Its number at the earlier end.
    pub before: Option<FileId>,
    /// Its number at the later end.
    pub after: Option<FileId>,
}

/// The files of both ends by path, which for one that is at both is the later.
pub fn pairs(before: &Sources, after: &Sources, renamed: &BTreeMap<BodyId, BodyId>) -> Vec<Pair> {
    let mut pairs = BTreeMap::new();
    for (id, file) in before.iter() {
        pairs.insert(renamed_path(&file.path, renamed), Pair { before: Some(id), after: None });
    }
    for (id, file) in after.iter() {
        pairs.entry(file.path.clone()).or_insert(Pair { before: None, after: None }).after = Some(id);
    }
    pairs.into_values().collect()
}

/// How the file has changed, if it has.
pub fn change(pair: Pair, before: &Sources, after: &Sources) -> Option<FileChange> {
    let (old, new) = match (pair.before, pair.after) {
        (Some(old), Some(new)) => (old, new),
        (Some(old), None) => return Some(FileChange::Removed(old)),
        (None, new) => return new.map(FileChange::Added),
    };
    if !is_same(before, old, after, new) {
        return Some(FileChange::Changed { before: old, after: new });
    }
    (old != new).then_some(FileChange::Moved { before: old, after: new })
}

/// Whether a file of one end has the text of one of the other, and the same fault if any.
pub fn is_same(before: &Sources, old: FileId, after: &Sources, new: FileId) -> bool {
    let (old, new) = (before.file(old), after.file(new));
    let has_same_fault = match (&old.fault, &new.fault) {
        (None, None) => true,
        (Some(FileFault::Unread(old)), Some(FileFault::Unread(new))) => old == new,
        // The place says which file it is in.
        (Some(FileFault::Garbled(old, _)), Some(FileFault::Garbled(new, _))) => old == new,
        (None | Some(_), None | Some(_)) => false,
    };
    old.text == new.text && has_same_fault
}

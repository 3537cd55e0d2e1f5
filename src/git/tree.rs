//! Reads git's list of the files of a tree. Does not read the files.

use std::path::Path;

use super::git_error::GitError;
use crate::source::{MOST_FILES, Unread, is_passed_over};

/// A file of a tree: its path, and the id of its blob or why it is not to be read.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Below the folder, with `/`; what is not UTF-8 in it stands as U+FFFD.
    pub path: String,
    /// The blob's id.
    pub blob: Result<String, Unread>,
}

/// The entries of a list as `ls-tree -r -z` gives it: `mode type id<tab>path<zero>`.
pub fn entries(listing: &[u8], folder: &Path) -> Result<Vec<Entry>, GitError> {
    let mut entries = Vec::new();
    for record in listing.split(|byte| *byte == 0).filter(|record| !record.is_empty()) {
        let record = String::from_utf8_lossy(record);
        let Some((facts, path)) = record.split_once('\t') else { return Err(GitError::strange(&record)) };
        if path.split('/').any(is_passed_over) {
            continue;
        }
        let facts: Vec<_> = facts.split_whitespace().collect();
        let [mode, kind, id] = facts.as_slice() else { return Err(GitError::strange(&record)) };
        let blob = match (*mode, *kind) {
            ("120000", _) => Err(Unread::SymbolicLink),
            (_, "commit") => Err(Unread::Submodule),
            _ => Ok((*id).to_owned()),
        };
        entries.push(Entry { path: path.to_owned(), blob });
        if entries.len() > MOST_FILES {
            return Err(GitError::TooMany { folder: folder.display().to_string() });
        }
    }
    Ok(entries)
}

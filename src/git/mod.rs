//! Owns all contact with git: reads the files of a folder as they stood in a revision. Writes nothing, checks nothing out.

mod base;
mod blob_id;
mod blobs;
mod command;
mod git_error;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

pub use base::{Base, base};
pub use git_error::GitError;

use crate::source::RawFile;
use blobs::Blobs;
use command::{Git, Refused, line};
use tree::Entry;

/// What a folder held in a revision, before any file is read.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The commit's whole id.
    pub commit: String,
    entries: Vec<Entry>,
}

/// Reads every file that a folder held in a revision, in the same form as `disk::read` gives those that it holds
/// now.
///
/// # Errors
/// When there is no git, no repository, no such revision, or the folder was not in it.
pub fn read(folder: &Path, revision: &str) -> Result<Vec<RawFile>, GitError> {
    let listing = list(folder, revision)?;
    let found = blobs::read(&Git { folder }, &ids(&[&listing]))?;
    Ok(files_of(&listing, &found, &BTreeMap::new()))
}

/// Lists the files that a folder held in a revision.
///
/// # Errors
/// When there is no git, no repository, no such revision, or the folder was not in it.
pub fn list(folder: &Path, revision: &str) -> Result<Listing, GitError> {
    // A name that git could take for an option is refused, whatever the version of git does with it.
    if revision.is_empty() || revision.starts_with('-') || revision.contains(char::is_control) {
        return Err(GitError::RevisionName { revision: revision.to_owned() });
    }
    let git = Git { folder };
    let named = format!("{revision}^{{commit}}");
    let commit = git.answer(&["rev-parse", "--verify", "--quiet", "--end-of-options", &named]);
    let unknown = || GitError::UnknownRevision { revision: revision.to_owned() };
    let commit = line(&commit.map_err(|refused| refused.unless_missing_in(folder, unknown()))?);
    // Called in a folder, git lists what lies below it, with paths from there.
    let listing = git.answer(&["ls-tree", "-r", "-z", &commit]).map_err(Refused::other)?;
    if listing.is_empty() {
        return Err(GitError::NotThen { folder: folder.display().to_string(), revision: revision.to_owned() });
    }
    Ok(Listing { commit, entries: tree::entries(&listing, folder)? })
}

/// Reads the files of listings, for each in the same form as [`read`]. What has the same bytes as a file at hand is not asked for;
/// the rest is, once.
///
/// Git's own record of which files have changed is not used: it can be told not to look.
///
/// # Errors
/// When git does not give the files.
pub fn files(folder: &Path, listings: &[&Listing], at_hand: &[RawFile]) -> Result<Vec<Vec<RawFile>>, GitError> {
    let bytes: Vec<&Vec<u8>> = at_hand.iter().filter_map(|file| file.bytes.as_ref().ok()).collect();
    let at_hand: BTreeMap<String, &[u8]> =
        bytes.into_par_iter().map(|bytes| (blob_id::of(bytes), bytes.as_slice())).collect();
    let wanted: BTreeSet<&str> = ids(listings).into_iter().filter(|id| !at_hand.contains_key(*id)).collect();
    let found = blobs::read(&Git { folder }, &wanted)?;
    Ok(listings.iter().map(|listing| files_of(listing, &found, &at_hand)).collect())
}

fn ids<'l>(listings: &[&'l Listing]) -> BTreeSet<&'l str> {
    let entries = listings.iter().flat_map(|listing| &listing.entries);
    entries.filter_map(|entry| entry.blob.as_deref().ok()).collect()
}

fn files_of(listing: &Listing, found: &Blobs, at_hand: &BTreeMap<String, &[u8]>) -> Vec<RawFile> {
    let bytes = |id: &String| match at_hand.get(id) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => found[id].clone(),
    };
    let file = |entry: &Entry| RawFile {
        path: entry.path.clone(),
        bytes: entry.blob.as_ref().map_err(Clone::clone).and_then(bytes),
    };
    listing.entries.iter().map(file).collect()
}

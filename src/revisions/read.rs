//! Gets the files of both ends, from the folder and from git. Changes neither.

use std::path::Path;

use super::side::Name;
use super::unavailable::Unavailable;
use crate::disk;
use crate::git::{self, GitError, Listing};
use crate::source::RawFile;

/// The files of one end.
#[derive(Debug)]
pub struct End {
    /// What it is called.
    pub name: Name,
    /// Its files.
    pub files: Vec<RawFile>,
}

/// Reads both ends: the revision `from`, or where the work parted from the main branch; and the revision `to`, or the folder as
/// it is now.
///
/// # Errors
/// When the folder or git cannot be read, there is no such revision, or there is nothing in one of them.
pub fn read(folder: &Path, from: Option<&str>, to: Option<&str>) -> Result<(End, End), Unavailable> {
    let (here, listed) = rayon::join(|| disk::read(folder), || list(folder, from, to));
    let here = here.map_err(Unavailable::Folder)?;
    let (before, after) = listed.map_err(Unavailable::Revision)?;
    let listings: Vec<&Listing> =
        std::iter::once(&before.1).chain(after.as_ref().map(|(_, listing)| listing)).collect();
    // What lies in the folder is mostly what lay there then, and is much sooner had than from git.
    let files = git::files(folder, &listings, &here).map_err(Unavailable::Revision)?;
    let mut files = files.into_iter();
    let mut end = |name: Name| End { name, files: files.next().unwrap_or_default() };
    let before = end(before.0);
    let after = match after {
        Some((name, _)) => end(name),
        None => End { name: Name::WorkingTree, files: here },
    };
    for end in [&before, &after] {
        if end.files.is_empty() {
            return Err(Unavailable::Empty { folder: folder.display().to_string(), end: end.name.clone() });
        }
    }
    Ok((before, after))
}

/// A revision's name and what the folder held in it.
type Listed = (Name, Listing);

fn list(folder: &Path, from: Option<&str>, to: Option<&str>) -> Result<(Listed, Option<Listed>), GitError> {
    let named = |revision: &str| {
        let listing = git::list(folder, revision)?;
        Ok((Name::Commit { written: revision.to_owned(), id: listing.commit.clone() }, listing))
    };
    let before = || match from {
        Some(revision) => named(revision),
        None => {
            let git::Base { commit: id, branch, is_latest } = git::base(folder)?;
            let listing = git::list(folder, &id).map_err(|error| called(error, &branch))?;
            Ok((Name::Base { branch, id, is_latest }, listing))
        }
    };
    let (before, after) = rayon::join(before, || to.map(named).transpose());
    Ok((before?, after?))
}

/// The error with the name of the branch, since nobody has written the commit's id.
fn called(error: GitError, branch: &str) -> GitError {
    if let GitError::NotThen { folder, .. } = error {
        return GitError::NotThen { folder, revision: branch.to_owned() };
    }
    error
}

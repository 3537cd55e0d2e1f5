//! Owns all contact with git: reads the files of a folder as they stood in a revision. Writes nothing, checks nothing out.

mod blobs;
mod command;
mod git_error;
mod tree;

use std::path::Path;

pub use git_error::GitError;

use crate::source::RawFile;
use command::{Git, line};

/// Reads every file that a folder held in a revision, in the same form as `disk::read` gives those that it holds
/// now.
///
/// # Errors
/// When there is no git, no repository, no such revision, or the folder was not in it.
pub fn read(folder: &Path, revision: &str) -> Result<Vec<RawFile>, GitError> {
    // A name that git could take for an option is refused, whatever the version of git does with it.
    if revision.is_empty() || revision.starts_with('-') || revision.contains(char::is_control) {
        return Err(GitError::RevisionName { revision: revision.to_owned() });
    }
    let git = Git { folder };
    let prefix = line(&git.answer(&["rev-parse", "--show-prefix"]).map_err(|refused| refused.outside(folder))?);
    let commit = git
        .answer(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
        .map_err(|refused| refused.unless_missing(GitError::UnknownRevision { revision: revision.to_owned() }))?;
    let tree = format!("{}:{}", line(&commit), prefix.trim_end_matches('/'));
    let missing = || GitError::NotThen { folder: folder.display().to_string(), revision: revision.to_owned() };
    let tree = git
        .answer(&["rev-parse", "--verify", "--quiet", "--end-of-options", &tree])
        .map_err(|refused| refused.unless_missing(missing()))?;
    let kind = git.answer(&["cat-file", "-t", &line(&tree)]).map_err(command::Refused::other)?;
    if line(&kind) != "tree" {
        return Err(missing());
    }
    let listing =
        git.answer(&["ls-tree", "-r", "-z", "--long", "--full-tree", &line(&tree)]).map_err(command::Refused::other)?;
    let entries = tree::entries(&listing, folder)?;
    blobs::read(&git, entries)
}

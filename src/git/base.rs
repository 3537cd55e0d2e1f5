//! Finds what a change is compared with when nobody says: where it parted from the main branch. Reads no file.

use std::path::Path;

use super::command::{Git, line};
use super::git_error::GitError;

/// Where the work parted from the main branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The commit's whole id.
    pub commit: String,
    /// The main branch as people write it, such as `origin/main`.
    pub branch: String,
    /// Whether the main branch still stands there.
    pub is_latest: bool,
}

/// Which branch the server has as its main one.
const OF_SERVER: &str = "refs/remotes/origin/HEAD";

/// Main branches where the server has not said, the likeliest first.
const LIKELY: [&str; 4] =
    ["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];

/// The last commit that HEAD and the main branch have in common. The main branch is the server's (`origin/HEAD`), or else the
/// first that there is of `origin/main`, `origin/master`, `main` and `master`.
///
/// # Errors
/// When there is no git, no repository, no commit, no main branch, or the two have no commit in common.
pub fn base(folder: &Path) -> Result<Base, GitError> {
    let git = Git { folder };
    let mut asked = vec!["for-each-ref", "--format=%(refname) %(symref)", OF_SERVER];
    asked.extend(LIKELY);
    let answer = git.answer(&asked).map_err(|refused| refused.outside(folder))?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let there: Vec<(&str, &str)> = answer.lines().filter_map(|line| line.split_once(' ')).collect();
    let of_server = there.iter().find(|(name, _)| *name == OF_SERVER);
    let of_server = of_server.map(|(name, target)| if target.is_empty() { *name } else { *target });
    let likely = || LIKELY.into_iter().find(|likely| there.iter().any(|(name, _)| name == likely));
    let found = of_server.or_else(likely);
    let Some(reference) = found else {
        let folder = folder.display().to_string();
        return Err(if has_commit(&git) { GitError::NoMainBranch } else { GitError::NoCommit { folder } });
    };
    let branch = reference.trim_start_matches("refs/remotes/").trim_start_matches("refs/heads/").to_owned();
    match git.answer(&["merge-base", "HEAD", reference]) {
        Ok(commit) => {
            let latest = git.answer(&["rev-parse", "--verify", "--quiet", &format!("{reference}^{{commit}}")]);
            let is_latest = latest.is_ok_and(|latest| line(&latest) == line(&commit));
            Ok(Base { commit: line(&commit), branch, is_latest })
        }
        Err(_) if !has_commit(&git) => Err(GitError::NoCommit { folder: folder.display().to_string() }),
        Err(refused) => Err(refused.unless_missing(GitError::NoBase { branch })),
    }
}

fn has_commit(git: &Git<'_>) -> bool {
    git.answer(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).is_ok()
}

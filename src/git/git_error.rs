//! Owns what can hinder the reading of a revision, and how it is told. Does not find it.

use std::fmt;
use std::io;

use crate::diagnostic::{Words, brief};
use crate::source::MOST_FILES;
use crate::words;

/// Why a revision was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitError {
    /// There is no program called git.
    NoGit,
    /// The folder lies in no repository.
    NoRepository {
        /// The folder as it was given.
        folder: String,
    },
    /// The repository belongs to somebody else than the one who runs the program, as it often does in containers.
    Distrusted {
        /// The folder as it was given.
        folder: String,
    },
    /// No revision can be called so.
    RevisionName {
        /// The name as it was given.
        revision: String,
    },
    /// The repository has no such revision.
    UnknownRevision {
        /// The name as it was given.
        revision: String,
    },
    /// The folder was not in that revision.
    NotThen {
        /// The folder as it was given.
        folder: String,
        /// The revision as it was given.
        revision: String,
    },
    /// The repository has no commit yet, or the branch that is worked on has none.
    NoCommit {
        /// The folder as it was given.
        folder: String,
    },
    /// The repository has no branch that could be the main one.
    NoMainBranch,
    /// The work and the main branch have no commit in common.
    NoBase {
        /// The main branch.
        branch: String,
    },
    /// The folder held more than [`MOST_FILES`] files.
    TooMany {
        /// The folder as it was given.
        folder: String,
    },
    /// Git did not do it; its own words.
    Refused {
        /// What git said.
        words: String,
    },
}

impl GitError {
    /// Git could not be started.
    pub(super) fn not_started(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NoGit,
            _ => Self::Refused { words: error.to_string() },
        }
    }

    /// Git answered what it never should.
    pub(super) fn strange(answer: &str) -> Self {
        Self::Refused { words: answer.trim().to_owned() }
    }

    /// What is wrong and what to do, as a whole sentence.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::NoGit => words!(
                "Programmet git finns inte på datorn; installera det från git-scm.com.",
                "The program git is not on this computer; install it from git-scm.com."
            ),
            Self::NoRepository { folder } => words!(
                "Mappen ”{folder}” ligger inte i något git-arkiv; välj mappen som du arbetar med ändringar i.",
                "The folder “{folder}” lies in no git repository; choose the one that you work with changes in."
            ),
            Self::Distrusted { folder } => words!(
                "Git litar inte på arkivet med mappen ”{folder}”, eftersom någon annan äger det; lägg till det med ”git config --global --add safe.directory”.",
                "Git does not trust the repository of the folder “{folder}”, since somebody else owns it; add it with “git config --global --add safe.directory”."
            ),
            Self::RevisionName { revision } => {
                let revision = brief(&revision.escape_debug().to_string());
                words!(
                    "”{revision}” kan inte vara namnet på en version; skriv en gren, en tagg eller ett nummer, till exempel main.",
                    "“{revision}” cannot be the name of a revision; write a branch, a tag or a number, such as main."
                )
            }
            Self::UnknownRevision { revision } => {
                let revision = brief(revision);
                words!(
                    "Versionen ”{revision}” finns inte i git-arkivet; kontrollera namnet, eller hämta den med ”git fetch”.",
                    "The revision “{revision}” is not in the git repository; check the name, or fetch it with “git fetch”."
                )
            }
            Self::NotThen { folder, revision } => {
                let revision = brief(revision);
                words!(
                    "Mappen ”{folder}” fanns inte i versionen ”{revision}”; välj en senare version att jämföra med.",
                    "The folder “{folder}” was not in the revision “{revision}”; choose a later one to compare with."
                )
            }
            Self::NoCommit { folder } => words!(
                "Git-arkivet med mappen ”{folder}” har ingen sparad version än, så det finns inget att jämföra med; spara en med ”git commit”.",
                "The git repository of the folder “{folder}” has no commit yet, so there is nothing to compare with; make one with “git commit”."
            ),
            Self::NoMainBranch => words!(
                "Git-arkivet har ingen gren som heter main eller master; skriv vilken version som det ska jämföras med.",
                "The git repository has no branch called main or master; write which revision to compare with."
            ),
            Self::NoBase { branch } => {
                let branch = brief(branch);
                words!(
                    "Det går inte att se var ändringarna skildes från ”{branch}”, för de har ingen version gemensam; hämta hela historiken med ”git fetch --unshallow”, eller skriv vilken version som det ska jämföras med.",
                    "Where the changes parted from “{branch}” cannot be seen, since they have no commit in common; fetch the whole history with “git fetch --unshallow”, or write which revision to compare with."
                )
            }
            Self::TooMany { folder } => words!(
                "Mappen ”{folder}” hade fler än {MOST_FILES} filer; välj en mapp som bara har innehållet.",
                "The folder “{folder}” held more than {MOST_FILES} files; choose one that only has the content."
            ),
            Self::Refused { words } => {
                let words = brief(words.lines().next().unwrap_or_default());
                words!("Git gick inte att använda: ”{words}”.", "Git could not be used: “{words}”.")
            }
        }
    }
}

impl fmt::Display for GitError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words().sv)
    }
}

impl std::error::Error for GitError {}

//! Why two ends cannot be compared at all, and how it is told.

use std::fmt;

use super::side::Name;
use crate::diagnostic::Words;
use crate::disk::ReadError;
use crate::git::GitError;
use crate::words;

/// Why an end is not to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unavailable {
    /// The folder cannot be read.
    Folder(ReadError),
    /// The revision cannot be read.
    Revision(GitError),
    /// The folder holds nothing at this end.
    Empty {
        /// The folder as it was given.
        folder: String,
        /// The end.
        end: Name,
    },
}

impl Unavailable {
    /// What is wrong and what to do, as whole sentences.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Folder(error) => error.words(),
            Self::Revision(error) => error.words(),
            Self::Empty { folder, end: Name::WorkingTree } => words!(
                "Mappen ”{folder}” är tom; ange mappen med innehållet.",
                "The folder “{folder}” is empty; name the folder with the content."
            ),
            Self::Empty { folder, end } => {
                let end = end.words();
                words!(
                    "Mappen ”{folder}” var tom i versionen {end}; välj en annan att jämföra med.",
                    "The folder “{folder}” was empty in the revision {end}; choose another one to compare with.",
                    end
                )
            }
        }
    }
}

impl fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words().sv)
    }
}

impl std::error::Error for Unavailable {}

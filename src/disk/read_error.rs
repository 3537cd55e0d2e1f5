//! Owns what can hinder the reading of a whole folder, and how it is told. Does not find it.

use std::fmt;

use crate::diagnostic::{Words, unread};
use crate::source::{MOST_FILES, Unread};
use crate::words;

/// Why a folder was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It is not there.
    Missing {
        /// The folder as it was given.
        folder: String,
    },
    /// It is something else than a folder.
    NotFolder {
        /// The path as it was given.
        folder: String,
    },
    /// The system did not let it be read.
    Refused {
        /// The folder as it was given.
        folder: String,
        /// Why.
        reason: Words,
    },
    /// It holds more than [`MOST_FILES`] files.
    TooMany {
        /// The folder as it was given.
        folder: String,
    },
    /// Files of a folder that is read whole or not at all, by path; never empty.
    Files(Vec<(String, Unread)>),
}

impl ReadError {
    /// What is wrong and what to do, as whole sentences.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Missing { folder } if std::path::Path::new("kommun.yaml").is_file() => words!(
                "Mappen ”{folder}” finns inte här, för du står redan i mappen med innehållet. Skriv ”--content .” efter kommandot.",
                "There is no folder “{folder}” here, for you are in the content folder already. Write “--content .” after the command."
            ),
            Self::Missing { folder } => words!(
                "Mappen ”{folder}” finns inte; skapa den eller ange en annan.",
                "The folder “{folder}” does not exist; create it or name another."
            ),
            Self::NotFolder { folder } => words!(
                "”{folder}” är ingen mapp; ange mappen som filen ligger i.",
                "“{folder}” is not a folder; name the folder that holds the file."
            ),
            Self::Refused { folder, reason } => words!(
                "Mappen ”{folder}” kan inte läsas: {reason}.",
                "The folder “{folder}” cannot be read: {reason}.",
                reason
            ),
            Self::TooMany { folder } => words!(
                "Mappen ”{folder}” har fler än {MOST_FILES} filer; ange en mapp som bara har det som ska läsas.",
                "The folder “{folder}” has more than {MOST_FILES} files; name one that only has what is to be read."
            ),
            Self::Files(files) => {
                let lines: Vec<_> = files.iter().map(|(path, why)| line(path, why)).collect();
                let joined = |language: fn(&Words) -> &String| {
                    lines.iter().map(|words| language(words).as_str()).collect::<Vec<_>>().join("\n")
                };
                Words { sv: joined(|words| &words.sv), en: joined(|words| &words.en) }
            }
        }
    }
}

fn line(path: &str, why: &Unread) -> Words {
    let (_, message, hint) = unread(why);
    words!("{path}: {message}. {hint}.", "{path}: {message}. {hint}.", message, hint)
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words().sv)
    }
}

impl std::error::Error for ReadError {}

//! Owns what can hinder the writing of a site, and how it is told in Swedish. Does not find it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::reason::reason;

/// How many foreign files are named before the rest are counted.
const NAMED: usize = 5;

/// Why no site was written; what lay in the output folder before lies there still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteError {
    /// Files that this program did not write lie in the output folder.
    Foreign {
        /// The output folder.
        output: PathBuf,
        /// Relative to the output folder, in order, fit to be shown; never empty.
        names: Vec<String>,
    },
    /// The list of written files is damaged, or of another version of this program.
    Marker {
        /// The file with the list.
        path: PathBuf,
    },
    /// A file that is to be kept was changed while the site was being built.
    Changed {
        /// The output folder.
        output: PathBuf,
    },
    /// Another run is writing to the same folder.
    Busy {
        /// The output folder.
        output: PathBuf,
    },
    /// The file system has no locks, so that two runs could harm each other.
    NoLock {
        /// The output folder.
        output: PathBuf,
    },
    /// The output path is a file.
    NotFolder {
        /// The output path.
        output: PathBuf,
    },
    /// The output path has no name to write beside, such as `/`.
    NoName {
        /// The output path as it was given.
        output: PathBuf,
    },
    /// The output folder is, holds or lies in a folder that is read.
    Overlap {
        /// The output folder.
        output: PathBuf,
        /// The folder that is read.
        input: PathBuf,
    },
    /// What a killed run left beside the output folder cannot be removed.
    Leftover {
        /// The folder that it left.
        path: PathBuf,
        /// Why, in Swedish, with what to do about it.
        reason: String,
    },
    /// The system refused.
    Refused {
        /// What was asked for.
        path: PathBuf,
        /// Why, in Swedish, with what to do about it.
        reason: String,
    },
}

impl WriteError {
    /// The system's refusal to do something with `path`.
    pub(super) fn refused(path: &Path, error: &io::Error) -> Self {
        Self::Refused { path: path.to_owned(), reason: reason(error).sv }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign { output, names } => write!(
                formatter,
                "Mappen ”{}” har filer som programmet inte har skrivit: {}; flytta dem eller välj en annan mapp.",
                output.display(),
                listed(names)
            ),
            Self::Marker { path } => write!(
                formatter,
                "”{}” är skadad eller skriven av en annan version av programmet; kontrollera att inget i mappen behövs, ta \
                 bort mappen och bygg igen.",
                path.display()
            ),
            Self::Changed { output } => {
                write!(formatter, "Mappen ”{}” ändrades av någon annan under bygget; bygg igen.", output.display())
            }
            Self::Busy { output } => write!(
                formatter,
                "Ett annat bygge skriver just nu till ”{}”; vänta tills det är klart och bygg igen.",
                output.display()
            ),
            Self::NoLock { output } => write!(
                formatter,
                "Disken där ”{}” ligger kan inte låsa filer; bygg till en lokal disk och kopiera mappen därifrån.",
                output.display()
            ),
            Self::NotFolder { output } => {
                write!(formatter, "”{}” är ingen mapp; välj en mapp att skriva webbplatsen till.", output.display())
            }
            Self::NoName { output } => write!(
                formatter,
                "Det går inte att skriva en webbplats till ”{}”; välj en mapp inuti den.",
                output.display()
            ),
            Self::Overlap { output, input } => write!(
                formatter,
                "Webbplatsen kan inte skrivas till ”{}” eftersom ”{}” läses av bygget; välj en mapp vid sidan av den.",
                output.display(),
                input.display()
            ),
            Self::Leftover { path, reason } => {
                write!(formatter, "Resterna av ett tidigare bygge i ”{}” kan inte tas bort: {reason}.", path.display())
            }
            Self::Refused { path, reason } => {
                write!(formatter, "Det går inte att skriva ”{}”: {reason}.", path.display())
            }
        }
    }
}

impl std::error::Error for WriteError {}

fn listed(names: &[String]) -> String {
    let first: Vec<_> = names.iter().take(NAMED).map(|name| format!("”{name}”")).collect();
    let rest = names.len() - first.len();
    if rest == 0 { first.join(", ") } else { format!("{} och {rest} till", first.join(", ")) }
}

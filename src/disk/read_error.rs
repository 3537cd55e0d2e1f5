//! Owns what can hinder a reading, and how it is told in Swedish. Does not find it.

use std::fmt;

/// Everything that hindered the reading of one folder, in order of path; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// One for each file, folder or link at fault.
    pub problems: Vec<ReadProblem>,
}

/// One thing that hindered the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadProblem {
    /// Relative to the folder that was read, fit to be shown; the folder's own path when the fault is the folder's.
    pub path: String,
    /// What is wrong.
    pub kind: ReadProblemKind,
}

/// What can be wrong with a file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadProblemKind {
    /// The folder to read is not there.
    RootMissing,
    /// What should be the folder to read is something else.
    RootNotFolder,
    /// A symbolic link; its target may lie outside the folder, or differ between machines.
    SymbolicLink,
    /// A pipe, socket or device.
    Special,
    /// The system refused; its reason in Swedish.
    Unreadable(String),
    /// The name is not UTF-8.
    NameNotUnicode,
    /// The name has a line break, tab or other control character.
    NameControlCharacter,
    /// Another name beside it differs only in how its letters are put together (å as one character or two).
    SameName,
    /// Larger than 4 MiB.
    TooLarge,
    /// The folder holds more than 100 000 files; the reading stopped there.
    TooMany,
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let line_break = if index == 0 { "" } else { "\n" };
            write!(formatter, "{line_break}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for ReadProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.kind {
            ReadProblemKind::RootMissing => {
                write!(formatter, "Mappen ”{path}” finns inte; skapa den eller ange en annan.")
            }
            ReadProblemKind::RootNotFolder => {
                write!(formatter, "”{path}” är ingen mapp; ange mappen som filen ligger i.")
            }
            ReadProblemKind::SymbolicLink => {
                write!(formatter, "”{path}” är en symbolisk länk; ersätt den med filen eller mappen som den pekar på.")
            }
            ReadProblemKind::Special => {
                write!(formatter, "”{path}” är ingen vanlig fil; flytta den till en annan mapp.")
            }
            ReadProblemKind::Unreadable(reason) => write!(formatter, "”{path}” kan inte läsas: {reason}."),
            ReadProblemKind::NameNotUnicode => {
                write!(formatter, "Namnet ”{path}” är inte skrivet i UTF-8; byt namn på filen eller mappen.")
            }
            ReadProblemKind::NameControlCharacter => {
                write!(formatter, "Namnet ”{path}” har ett osynligt styrtecken; byt namn på filen eller mappen.")
            }
            ReadProblemKind::SameName => write!(
                formatter,
                "Det finns två ”{path}” vars namn ser lika ut men är lagrade olika; byt namn på den ena eller ta bort den."
            ),
            ReadProblemKind::TooLarge => {
                write!(
                    formatter,
                    "”{path}” är större än 4 MiB; dela upp den eller lägg den någon annanstans och länka dit."
                )
            }
            ReadProblemKind::TooMany => {
                write!(
                    formatter,
                    "Mappen ”{path}” har fler än 100 000 filer; ange en mapp som bara har det som ska läsas."
                )
            }
        }
    }
}

//! Files as they were found, before anything is read out of them, and which names a file can have.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::LARGEST_FILE;

/// One file as it was found, on disk or in a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFile {
    /// Relative to the folder that was read, separated by `/`. What is not UTF-8 in it stands as U+FFFD.
    pub path: String,
    /// The whole file, or why there is nothing of it.
    pub bytes: Result<Vec<u8>, Unread>,
}

impl From<(String, Vec<u8>)> for RawFile {
    fn from((path, bytes): (String, Vec<u8>)) -> Self {
        Self { path, bytes: Ok(bytes) }
    }
}

/// Why nothing of a file, or of a whole folder, was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// A symbolic link; its target may lie outside the folder, or differ between machines.
    SymbolicLink,
    /// A pipe, socket or device.
    Special,
    /// A repository inside the repository, whose files are not in it.
    Submodule,
    /// The system did not let it be read.
    Refused(Refusal),
    /// The name is not UTF-8.
    NameNotUtf8,
    /// The name has a line break, tab or other control character.
    NameControl,
    /// Another name beside it differs only in how its letters are put together (å as one character or two).
    SameName,
    /// Larger than [`LARGEST_FILE`].
    TooLarge,
}

/// Why the system did not let a file or folder be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No right to read it.
    Permission,
    /// It was taken away while the folder was being read.
    Vanished,
    /// Something unusual, in the system's own words.
    Other(String),
}

/// Whether an entry is passed over: hidden by its name, or left behind by an editor or a system.
#[must_use]
pub fn is_passed_over(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || Path::new(name).extension().is_some_and(|extension| extension == "swp")
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
}

/// The files by path, each path in NFC and fit to be shown. A file or folder whose name cannot be used stands alone, without
/// what lies in it; a file that is too large stands without its bytes.
#[must_use]
pub fn named(files: impl IntoIterator<Item = impl Into<RawFile>>) -> Vec<RawFile> {
    let mut files: Vec<RawFile> = files.into_iter().map(Into::into).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let mut first = BTreeMap::new();
    let (mut named, mut told, mut last) = (Vec::new(), BTreeSet::new(), String::new());
    for RawFile { path, bytes } in files {
        match fault(&path, &last, &mut first) {
            None => {
                let bytes =
                    bytes.and_then(
                        |bytes| {
                            if bytes.len() as u64 > LARGEST_FILE { Err(Unread::TooLarge) } else { Ok(bytes) }
                        },
                    );
                named.push(RawFile { path: shown(&path), bytes });
                last = path;
            }
            Some((end, unread)) => {
                if told.insert(path[..end].to_owned()) {
                    named.push(RawFile { path: shown(&path[..end]), bytes: Err(unread) });
                }
            }
        }
    }
    named.sort_by(|one, other| one.path.cmp(&other.path));
    named
}

/// The first part of a path whose name cannot be used: where it ends, and why. The folders that it shares with the `last` path are
/// known to be right; `first` holds who had each name first.
fn fault(path: &str, last: &str, first: &mut BTreeMap<String, String>) -> Option<(usize, Unread)> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let mut start = 0;
    for end in ends {
        let name = &path[start..end];
        start = end + 1;
        if path.get(..start).is_some_and(|folder| last.starts_with(folder)) {
            continue;
        }
        if name.contains('\u{fffd}') {
            return Some((end, Unread::NameNotUtf8));
        }
        if name.contains(char::is_control) {
            return Some((end, Unread::NameControl));
        }
        let owner = first.entry(path[..end].nfc().collect()).or_insert_with(|| path[..end].to_owned());
        if owner != &path[..end] {
            return Some((end, Unread::SameName));
        }
    }
    None
}

/// In NFC, with control characters written out, so that a message stays on its line.
fn shown(path: &str) -> String {
    if path.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return path.to_owned();
    }
    let mut shown = String::with_capacity(path.len());
    for character in path.nfc() {
        if character.is_control() { shown.extend(character.escape_default()) } else { shown.push(character) }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(files: &[&str]) -> Vec<(String, Option<Unread>)> {
        let raw = files.iter().map(|path| ((*path).to_owned(), Vec::new()));
        named(raw).into_iter().map(|file| (file.path, file.bytes.err())).collect()
    }

    #[test]
    fn a_folder_is_told_once_by_its_name() {
        let found = paths(&["a\nb/en.md", "a\nb/två.md", "mapp a\u{30a}/1.md", "mapp å/2.md", "mapp å/3.md"]);
        let expected =
            [("a\\nb", Some(Unread::NameControl)), ("mapp å", Some(Unread::SameName)), ("mapp å/1.md", None)];
        assert_eq!(found, expected.map(|(path, unread)| (path.to_owned(), unread)));
    }
}

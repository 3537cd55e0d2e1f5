//! Owns the reading of a folder of content or theme files, whole or not at all. Does not know what the files mean.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use walkdir::{DirEntry, WalkDir};

use super::read_error::{ReadError, ReadProblem, ReadProblemKind};
use super::reason::reason;

/// The largest file that is read, in bytes: 4 MiB.
const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// The most files that one folder may hold.
const MOST_FILES: usize = 100_000;

/// One file as it lay on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFile {
    /// Relative to the folder that was read, separated by `/` and in Unicode form NFC.
    pub path: String,
    /// The whole file, unchanged.
    pub bytes: Vec<u8>,
}

/// Reads every file under `root`, in order of path. Hidden entries and what editors and systems leave behind are passed
/// over; `root` itself may be hidden or a link.
///
/// # Errors
/// Every file, folder and link that could not be read as it should, all in one run; then nothing is returned.
pub fn read(root: &Path) -> Result<Vec<RawFile>, ReadError> {
    check_root(root).map_err(|kind| {
        let path = root.display().to_string();
        ReadError { problems: vec![ReadProblem { path, kind }] }
    })?;
    let mut problems = Vec::new();
    let found = find(root, &mut problems);
    let results: Vec<Result<Vec<u8>, ReadProblemKind>> =
        found.par_iter().map(|(_, entry)| read_file(entry.path())).collect();

    let mut files = Vec::with_capacity(results.len());
    for ((path, _), result) in found.into_iter().zip(results) {
        match result {
            Ok(bytes) => files.push(RawFile { path, bytes }),
            Err(kind) => problems.push(ReadProblem { path, kind }),
        }
    }
    if problems.is_empty() {
        return Ok(files);
    }
    problems.sort_by(|left, right| left.path.cmp(&right.path));
    Err(ReadError { problems })
}

fn check_root(root: &Path) -> Result<(), ReadProblemKind> {
    match root.metadata() {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Ok(_) => Err(ReadProblemKind::RootNotFolder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ReadProblemKind::RootMissing),
        Err(error) => Err(ReadProblemKind::Unreadable(reason(&error))),
    }
}

/// Every file to read by its path, which keeps them sorted and shows two names that are the same.
fn find(root: &Path, problems: &mut Vec<ReadProblem>) -> BTreeMap<String, DirEntry> {
    let mut found = BTreeMap::new();
    let mut folders = BTreeSet::new();
    let mut entries = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    while let Some(result) = entries.next() {
        let entry = match result {
            Ok(entry) => entry,
            Err(error) => {
                problems.push(unreadable(root, &error));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        if is_ignored(&entry.file_name().to_string_lossy()) {
            if is_folder {
                entries.skip_current_dir();
            }
            continue;
        }
        let path = relative(root, entry.path());
        let taken = found.contains_key(&path) || folders.contains(&path);
        if let Some(kind) = fault(&entry, taken) {
            problems.push(ReadProblem { path: shown(&path), kind });
            if is_folder {
                entries.skip_current_dir();
            }
        } else if is_folder {
            folders.insert(path);
        } else if found.len() == MOST_FILES {
            problems.push(ReadProblem { path: root.display().to_string(), kind: ReadProblemKind::TooMany });
            return found;
        } else {
            found.insert(path, entry);
        }
    }
    found
}

/// Hidden by its name, or left behind by an editor or a system.
fn is_ignored(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || Path::new(name).extension().is_some_and(|extension| extension == "swp")
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
}

/// The path below `root` with `/` and in NFC; what is not UTF-8 in it becomes the replacement character.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).expect("walkdir stays below the folder it was given");
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    let path = names.join("/");
    if is_nfc_quick(path.chars()) == IsNormalized::Yes { path } else { path.nfc().collect() }
}

fn fault(entry: &DirEntry, taken: bool) -> Option<ReadProblemKind> {
    let kind = entry.file_type();
    let Some(name) = entry.file_name().to_str() else {
        return Some(ReadProblemKind::NameNotUnicode);
    };
    if name.chars().any(char::is_control) {
        Some(ReadProblemKind::NameControlCharacter)
    } else if taken {
        Some(ReadProblemKind::SameName)
    } else if kind.is_symlink() {
        Some(ReadProblemKind::SymbolicLink)
    } else if kind.is_dir() || kind.is_file() {
        None
    } else {
        Some(ReadProblemKind::Special)
    }
}

/// Control characters written out, so that a message stays on its line.
fn shown(path: &str) -> String {
    let mut shown = String::with_capacity(path.len());
    for character in path.chars() {
        if character.is_control() { shown.extend(character.escape_default()) } else { shown.push(character) }
    }
    shown
}

fn unreadable(root: &Path, error: &walkdir::Error) -> ReadProblem {
    let path = error.path().filter(|path| *path != root).map(|path| relative(root, path));
    let reason = error.io_error().map_or_else(|| error.to_string(), reason);
    ReadProblem {
        path: path.map_or_else(|| root.display().to_string(), |path| shown(&path)),
        kind: ReadProblemKind::Unreadable(reason),
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, ReadProblemKind> {
    let mut bytes = Vec::new();
    // The length is not asked for beforehand: a file can grow between the question and the reading.
    let result = File::open(path).and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes));
    match result {
        Err(error) => Err(ReadProblemKind::Unreadable(reason(&error))),
        Ok(_) if bytes.len() as u64 > LARGEST_FILE => Err(ReadProblemKind::TooLarge),
        Ok(_) => Ok(bytes),
    }
}

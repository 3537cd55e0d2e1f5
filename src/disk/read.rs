//! Owns the reading of a folder of content or theme files. Does not know what the files mean.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::read_error::ReadError;
use super::reason::reason;
use crate::source::{LARGEST_FILE, MOST_FILES, RawFile, Refusal, Unread, is_passed_over, named};

/// Reads every file under `root`, each with its bytes or why there are none. Hidden entries and what editors and systems
/// leave behind are passed over; `root` itself may be hidden or a link.
///
/// # Errors
/// When the folder itself cannot be read, or holds too many files.
pub fn read(root: &Path) -> Result<Vec<RawFile>, ReadError> {
    check_root(root)?;
    let found = find(root)?;
    Ok(found
        .into_par_iter()
        .map(|(path, place)| RawFile { path, bytes: place.and_then(|place| bytes(&place)) })
        .collect())
}

/// Reads every file under `root` by path, whole or not at all, as a theme is read.
///
/// # Errors
/// Also when one of the files cannot be read; then all those that cannot are named.
pub fn read_whole(root: &Path) -> Result<Vec<(String, Vec<u8>)>, ReadError> {
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for RawFile { path, bytes } in named(read(root)?) {
        match bytes {
            Ok(bytes) => files.push((path, bytes)),
            Err(why) => unread.push((path, why)),
        }
    }
    if unread.is_empty() { Ok(files) } else { Err(ReadError::Files(unread)) }
}

fn check_root(root: &Path) -> Result<(), ReadError> {
    let folder = root.display().to_string();
    match root.metadata() {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Ok(_) => Err(ReadError::NotFolder { folder }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ReadError::Missing { folder }),
        Err(error) => Err(ReadError::Refused { folder, reason: reason(&error) }),
    }
}

/// A file's path below the folder, and where it lies on disk or why it is not to be read.
type Found = (String, Result<PathBuf, Unread>);

fn find(root: &Path) -> Result<Vec<Found>, ReadError> {
    let mut found = Vec::new();
    let is_wanted = |entry: &DirEntry| entry.depth() == 0 || !is_passed_over(&entry.file_name().to_string_lossy());
    for result in WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(is_wanted) {
        if found.len() > MOST_FILES {
            return Err(ReadError::TooMany { folder: root.display().to_string() });
        }
        let entry = match result {
            Ok(entry) => entry,
            Err(error) => {
                found.push(refused(root, error)?);
                continue;
            }
        };
        let kind = entry.file_type();
        if entry.depth() == 0 || kind.is_dir() {
            continue;
        }
        let place = if kind.is_symlink() {
            Err(Unread::SymbolicLink)
        } else if kind.is_file() {
            Ok(entry.path().to_owned())
        } else {
            Err(Unread::Special)
        };
        found.push((relative(root, entry.path()), place));
    }
    Ok(found)
}

/// The path below `root` with `/`.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).expect("walkdir stays below the folder it was given");
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

/// A folder or file that the system did not let be looked at; the folder itself is an error of its own.
fn refused(root: &Path, error: walkdir::Error) -> Result<Found, ReadError> {
    let path = error.path().filter(|path| *path != root).map(|path| relative(root, path));
    let error = io::Error::from(error);
    match path {
        Some(path) => Ok((path, Err(Unread::Refused(refusal(&error))))),
        None => Err(ReadError::Refused { folder: root.display().to_string(), reason: reason(&error) }),
    }
}

fn refusal(error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::PermissionDenied => Refusal::Permission,
        io::ErrorKind::NotFound => Refusal::Vanished,
        _ => Refusal::Other(error.to_string()),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    // The length is not asked for beforehand: a file can grow between the question and the reading.
    let result = File::open(path).and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes));
    match result {
        Err(error) => Err(Unread::Refused(refusal(&error))),
        Ok(_) if bytes.len() as u64 > LARGEST_FILE => Err(Unread::TooLarge),
        Ok(_) => Ok(bytes),
    }
}

//! Owns the question of what lies in an output folder, and whether all of it may be replaced. Changes nothing.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::marker::{MARKER, read_marker};
use super::staging::folders_of;
use super::write_error::WriteError;

/// People's files at the top of an output folder; carried over from site to site.
pub(super) const KEPT: [&str; 3] = [".gitignore", ".gitkeep", "README.md"];

/// Written by Windows and macOS into folders that are looked at, without content of anybody's.
const THROWN_AWAY: [&str; 2] = ["Thumbs.db", ".DS_Store"];

/// What an output folder holds besides the site's own files.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// Name and content of the files to carry over, in order.
    pub kept: Vec<(String, Vec<u8>)>,
}

/// Looks through the output folder; one that is not there is empty.
///
/// # Errors
/// When something lies in it that this program did not write, or it cannot be looked through.
pub(super) fn survey(site: &Path) -> Result<Survey, WriteError> {
    if !site.exists() {
        return Ok(Survey::default());
    }
    let files = own_files(site)?;
    let folders: BTreeSet<&str> = files.iter().flat_map(|path| folders_of(path)).collect();
    let mut kept = Vec::new();
    let mut foreign = Vec::new();
    let mut entries = WalkDir::new(site).min_depth(1).sort_by_file_name().into_iter();
    while let Some(result) = entries.next() {
        let entry = result.map_err(|error| walk_refused(site, error))?;
        let path = relative(site, &entry);
        let is_folder = entry.file_type().is_dir();
        if entry.file_type().is_file() && KEPT.contains(&path.as_str()) {
            let bytes = fs::read(entry.path()).map_err(|error| WriteError::refused(entry.path(), &error))?;
            kept.push((path, bytes));
        } else if !is_ours(&entry, &path, &files, &folders) {
            // A foreign folder is named once, not by all that lies in it.
            foreign.push(if is_folder { format!("{path}/") } else { path });
            if is_folder {
                entries.skip_current_dir();
            }
        }
    }
    if foreign.is_empty() {
        return Ok(Survey { kept });
    }
    Err(WriteError::Foreign { output: site.to_owned(), names: foreign })
}

/// The paths that the site says are its own; none when it does not say.
fn own_files(site: &Path) -> Result<BTreeSet<String>, WriteError> {
    let path = site.join(MARKER);
    match fs::read(&path) {
        Ok(bytes) => read_marker(&bytes).ok_or(WriteError::Marker { path }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(WriteError::refused(&path, &error)),
    }
}

fn is_ours(entry: &DirEntry, path: &str, files: &BTreeSet<String>, folders: &BTreeSet<&str>) -> bool {
    let kind = entry.file_type();
    if kind.is_dir() {
        return folders.contains(path);
    }
    let name = entry.file_name().to_str().unwrap_or_default();
    kind.is_file() && (files.contains(path) || path == MARKER || THROWN_AWAY.contains(&name))
}

/// Fit to be shown; a name that is not UTF-8 can only be foreign, so what is lost in it decides nothing.
fn relative(site: &Path, entry: &DirEntry) -> String {
    let below = entry.path().strip_prefix(site).expect("walkdir stays below the folder it was given");
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

fn walk_refused(site: &Path, error: walkdir::Error) -> WriteError {
    let path = error.path().unwrap_or(site).to_owned();
    WriteError::refused(&path, &io::Error::from(error))
}

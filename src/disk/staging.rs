//! Owns the making of a whole site beside the old one, safe on disk. Does not put it in the old one's place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::marker::{MARKER, write_marker};
use super::place::Place;
use super::survey::Survey;
use super::write_error::WriteError;

/// Makes the new site with its marker and the files that are carried over, and answers how many of its files the old site
/// has with the same bytes. When it returns, a loss of power harms none of it.
///
/// # Errors
/// Names the first file or folder that the system refused.
pub(super) fn stage(place: &Place, files: &BTreeMap<String, Vec<u8>>, survey: &Survey) -> Result<usize, WriteError> {
    fs::create_dir(&place.new).map_err(|error| WriteError::refused(&place.new, &error))?;
    inherit_owner(place)?;
    // In order, so that a folder comes before those in it.
    let folders: BTreeSet<&str> = files.keys().flat_map(|path| folders_of(path)).collect();
    for folder in folders {
        let path = place.new.join(folder);
        fs::create_dir(&path).map_err(|error| WriteError::refused(&path, &error))?;
    }
    let unchanged = files.par_iter().map(|(path, bytes)| stage_file(place, path, bytes)).sum::<Result<usize, _>>()?;
    for (name, bytes) in &survey.kept {
        write_file(&place.new.join(name), bytes)?;
    }
    write_file(&place.new.join(MARKER), &write_marker(files))?;
    // Who may enter is the old folder's to say, where there is one.
    if let Ok(metadata) = place.site.metadata() {
        fs::set_permissions(&place.new, metadata.permissions())
            .map_err(|error| WriteError::refused(&place.new, &error))?;
    }
    flush(&place.new).map_err(|error| WriteError::refused(&place.new, &error))?;
    Ok(unchanged)
}

/// Gives the new folder to whom the old one belongs, before anything lies in it, so that a group is handed down to what comes.
#[cfg(unix)]
fn inherit_owner(place: &Place) -> Result<(), WriteError> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let Ok(metadata) = place.site.metadata() else { return Ok(()) };
    // Only an administrator may give a folder away; for all others owner and group are their own already.
    let _ = std::os::unix::fs::chown(&place.new, Some(metadata.uid()), Some(metadata.gid()));
    let open_to_us = fs::Permissions::from_mode(metadata.permissions().mode() | 0o700);
    fs::set_permissions(&place.new, open_to_us).map_err(|error| WriteError::refused(&place.new, &error))
}

#[cfg(not(unix))]
fn inherit_owner(_: &Place) -> Result<(), WriteError> {
    Ok(())
}

/// Every folder on the way to a file: `a/b/c.html` gives `a` and `a/b`.
pub(super) fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Writes one file; 1 when it is unchanged.
fn stage_file(place: &Place, path: &str, bytes: &[u8]) -> Result<usize, WriteError> {
    let old = place.site.join(path);
    let new = place.new.join(path);
    let is_unchanged = holds(&old, bytes);
    // An unchanged file stays the same file, with its date, so that copying the site elsewhere copies the changed ones
    // only. Safe since no file of a site is ever written to again.
    if !(is_unchanged && fs::hard_link(&old, &new).is_ok()) {
        write_file(&new, bytes)?;
    }
    Ok(usize::from(is_unchanged))
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    let is_as_long = path.metadata().is_ok_and(|metadata| metadata.len() == bytes.len() as u64);
    is_as_long && fs::read(path).is_ok_and(|old| old == bytes)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    fs::write(path, bytes).map_err(|error| WriteError::refused(path, &error))
}

/// Waits until all that lies in the folder is on disk.
#[cfg(target_os = "linux")]
fn flush(folder: &Path) -> io::Result<()> {
    // One call for the whole file system costs a fraction of one for each file.
    Ok(rustix::fs::syncfs(fs::File::open(folder)?)?)
}

/// Waits until all that lies in the folder is on disk.
#[cfg(not(target_os = "linux"))]
fn flush(folder: &Path) -> io::Result<()> {
    flush_each(folder)
}

/// Waits for each file and folder by itself.
#[cfg(any(test, not(target_os = "linux")))]
fn flush_each(folder: &Path) -> io::Result<()> {
    let entries = walkdir::WalkDir::new(folder).into_iter().collect::<Result<Vec<_>, _>>()?;
    entries.par_iter().try_for_each(|entry| {
        if entry.file_type().is_dir() {
            flush_folder(entry.path());
            return Ok(());
        }
        // Windows flushes only what is open for writing.
        fs::File::options().append(true).open(entry.path())?.sync_all()
    })
}

/// Waits until the names in a folder are on disk, where the system can: some cannot open a folder or flush it.
pub(super) fn flush_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_and_folder_can_be_flushed_by_itself() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join("a")).expect("the folder can be made");
        fs::write(folder.path().join("a/b"), "b").expect("the file can be written");
        flush_each(folder.path()).expect("the folder can be flushed");
    }
}

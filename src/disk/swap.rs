//! Owns the moment when the new site takes the old one's place, and what a killed run left. Does not make a site.

use std::fs;
use std::io;
use std::path::Path;

use super::place::Place;
use super::reason::reason;
use super::staging::flush_folder;
use super::write_error::WriteError;

/// How the new site takes the old one's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swap {
    /// In one step, where the system can; otherwise as [`Swap::Aside`].
    Exchange,
    /// In two: the old one aside, the new one in. A run killed between them leaves the old one aside, whole, and the
    /// next run puts it back before it does anything else.
    Aside,
}

/// Puts the new site in the old one's place, and the old one where [`clean`] removes it.
///
/// # Errors
/// When the system refuses; then the old site is in its place.
pub(super) fn swap(swap: Swap, place: &Place) -> Result<(), WriteError> {
    let result = if is_there(&place.site) {
        match swap {
            Swap::Exchange => exchange(place),
            Swap::Aside => move_aside(place),
        }
    } else {
        fs::rename(&place.new, &place.site)
    };
    result.map_err(|error| WriteError::refused(&place.site, &error))?;
    // Only when this is on disk may the old site go: otherwise a loss of power could bring half of it back.
    flush_folder(&place.parent);
    Ok(())
}

/// Puts the old site back when a run was killed after it had moved it aside.
///
/// # Errors
/// When the system refuses.
pub(super) fn recover(place: &Place) -> Result<(), WriteError> {
    if is_there(&place.site) || !is_there(&place.old) {
        return Ok(());
    }
    fs::rename(&place.old, &place.site).map_err(|error| WriteError::refused(&place.site, &error))
}

/// Removes what this run, or one that was killed, left beside the site.
///
/// # Errors
/// Names what the system did not let go.
pub(super) fn clean(place: &Place) -> Result<(), WriteError> {
    remove(&place.new)?;
    // With no site in its place the one aside is the only one.
    if is_there(&place.site) {
        remove(&place.old)?;
    }
    Ok(())
}

fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(place: &Place) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, &place.new, CWD, &place.site, RenameFlags::EXCHANGE) {
        // The file system, or an old kernel, cannot.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => move_aside(place),
        result => Ok(result?),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(place: &Place) -> io::Result<()> {
    move_aside(place)
}

fn move_aside(place: &Place) -> io::Result<()> {
    fs::rename(&place.site, &place.old)?;
    let result = fs::rename(&place.new, &place.site);
    if result.is_err() {
        // Should this fail too, the next run does it.
        let _ = fs::rename(&place.old, &place.site);
    }
    result
}

fn remove(folder: &Path) -> Result<(), WriteError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(WriteError::Leftover { path: folder.to_owned(), reason: reason(&error).sv })
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

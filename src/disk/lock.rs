//! Owns that one run at a time writes to a place. Does not know what it writes.

use std::fs::{self, File, TryLockError};
use std::io;

use super::place::Place;
use super::write_error::WriteError;

/// The right to write to a place; given back when dropped, and by the system when the run is killed.
#[derive(Debug)]
pub(super) struct Lock<'place> {
    place: &'place Place,
    // Held for its lock alone.
    _file: File,
}

/// Takes the lock of a place, or tells that another run has it.
///
/// # Errors
/// When another run has it, the lock file cannot be made, or the file system has no locks.
pub(super) fn lock(place: &Place) -> Result<Lock<'_>, WriteError> {
    loop {
        let file = open(place).map_err(|error| WriteError::refused(&place.lock, &error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(WriteError::Busy { output: place.site.clone() }),
            Err(TryLockError::Error(_)) => return Err(WriteError::NoLock { output: place.site.clone() }),
        }
        // A run that ends removes its file: a lock on a file without name keeps nobody out.
        if is_still_named(&file, place) {
            return Ok(Lock { place, _file: file });
        }
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // Removed while it is still locked, so that nobody else's file is. One that stays does no harm, and does stay
        // where it cannot be told whether an open file still has its name.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.place.lock);
        }
    }
}

fn open(place: &Place) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(&place.lock)
}

#[cfg(unix)]
fn is_still_named(file: &File, place: &Place) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(named)) = (file.metadata(), fs::metadata(&place.lock)) else {
        return false;
    };
    (held.dev(), held.ino()) == (named.dev(), named.ino())
}

/// Elsewhere nobody removes the file.
#[cfg(not(unix))]
fn is_still_named(_: &File, _: &Place) -> bool {
    true
}

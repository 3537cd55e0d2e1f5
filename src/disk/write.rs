//! Owns the promise that a site is written whole or not at all. Does not know what its files say.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::lock::lock;
use super::marker::MARKER;
use super::place::place;
use super::staging::stage;
use super::survey::{KEPT, survey};
use super::swap::{Swap, clean, recover, swap};
use super::write_error::WriteError;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files in the site.
    pub files: usize,
    /// Their sizes together.
    pub bytes: u64,
    /// How many of the files the site had before, byte for byte; they keep their dates.
    pub unchanged: usize,
}

/// Writes a site: `files` by path, relative to `output` and separated by `/`. The folder `output` is made where it is
/// missing; when it is a link, its target is written. `.gitignore`, `.gitkeep` and `README.md` in it are carried over.
///
/// A run that fails or is killed, at any moment, leaves the old site or the new one, whole; the next run removes what a
/// killed one left beside it.
///
/// # Errors
/// When `output` has files that this program did not write, another run is writing to it, or the system refuses; the old
/// site is then as it was.
///
/// # Panics
/// When a path in `files` is absolute, leads upwards, or is one of the names that the folder keeps for itself.
pub fn write(output: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<Written, WriteError> {
    write_by(Swap::Exchange, output, files)
}

/// Writes a site as [`write()`] does, with the swap named; the tests try each on every system.
///
/// # Errors
/// As for [`write()`].
///
/// # Panics
/// As for [`write()`].
pub fn write_by(way: Swap, output: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<Written, WriteError> {
    for path in files.keys() {
        assert!(is_inside(path), "the pages give every file a relative path of its own, not {path:?}");
    }
    let place = place(output)?;
    let _lock = lock(&place)?;
    recover(&place)?;
    let before = survey(&place.site)?;
    clean(&place)?;
    let result = stage(&place, files, &before).and_then(|unchanged| {
        // Asked again as late as can be: the staging takes its time, and people do not wait for it.
        if survey(&place.site)? != before {
            return Err(WriteError::Changed { output: place.site.clone() });
        }
        swap(way, &place)?;
        Ok(unchanged)
    });
    // What cannot be removed now, the next run tries again and tells of.
    let _ = clean(&place);
    let bytes = files.values().map(|bytes| bytes.len() as u64).sum();
    Ok(Written { files: files.len(), bytes, unchanged: result? })
}

fn is_inside(path: &str) -> bool {
    let is_plain = |component| matches!(component, Component::Normal(_));
    !path.is_empty()
        && Path::new(path).components().all(is_plain)
        && path.split('/').all(|name| !name.is_empty() && name != ".")
        && !path.contains(|character: char| character == '\\' || character.is_control())
        && path != MARKER
        && !KEPT.contains(&path)
}

//! Owns where the output lies once links are followed, and what may not lie there. Does not look inside it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::write_error::WriteError;

/// The output folder and what stands beside it while a site is being written.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder that holds the output; links followed.
    pub parent: PathBuf,
    /// The output folder, there or not; links followed.
    pub site: PathBuf,
    /// Where the new site is made; after the swap, where the old one is removed.
    pub new: PathBuf,
    /// Where the old site waits where folders cannot be exchanged in one step.
    pub old: PathBuf,
    /// The file that a run locks.
    pub lock: PathBuf,
}

/// Follows links and makes the parent folder where it is missing. A link to a folder is written at its target, and the
/// link stays.
///
/// # Errors
/// When the path is a file or has no name, or the parent cannot be made.
pub(super) fn place(output: &Path) -> Result<Place, WriteError> {
    let site = resolve(output).map_err(|error| WriteError::refused(output, &error))?;
    let (Some(parent), Some(name)) = (site.parent(), site.file_name()) else {
        return Err(WriteError::NoName { output: output.to_owned() });
    };
    if site.exists() && !site.is_dir() {
        return Err(WriteError::NotFolder { output: output.to_owned() });
    }
    fs::create_dir_all(parent).map_err(|error| WriteError::refused(parent, &error))?;
    let beside = |role: &str| {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(".internkontroll-");
        hidden.push(role);
        parent.join(hidden)
    };
    let (new, old, lock) = (beside("new"), beside("old"), beside("lock"));
    Ok(Place { parent: parent.to_owned(), new, old, lock, site })
}

/// Makes sure that writing `output` cannot touch what the build reads: none of `inputs` is `output`, holds it or lies in
/// it, with links followed. An input that is not there is the reading's matter.
///
/// # Errors
/// Names the first input that is too near, or the path that the system cannot follow.
pub fn check_places(output: &Path, inputs: &[&Path]) -> Result<(), WriteError> {
    let site = resolve(output).map_err(|error| WriteError::refused(output, &error))?;
    for &input in inputs {
        let folder = resolve(input).map_err(|error| WriteError::refused(input, &error))?;
        if site.starts_with(&folder) || folder.starts_with(&site) {
            return Err(WriteError::Overlap { output: output.to_owned(), input: input.to_owned() });
        }
    }
    Ok(())
}

/// The absolute path with every link followed, also where its last parts are not there yet.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let error = match path.canonicalize() {
        Ok(path) => return Ok(path),
        Err(error) => error,
    };
    if error.kind() != io::ErrorKind::NotFound {
        return Err(error);
    }
    if path.as_os_str().is_empty() {
        return Path::new(".").canonicalize();
    }
    // A link whose target is not there yet: the target is what shall be made.
    if let Ok(target) = path.read_link() {
        return resolve(&path.parent().map_or_else(|| target.clone(), |parent| parent.join(&target)));
    }
    let parent = resolve(path.parent().ok_or(error)?)?;
    match path.components().next_back() {
        Some(Component::Normal(name)) => Ok(parent.join(name)),
        Some(Component::ParentDir) => Ok(parent.parent().unwrap_or(&parent).to_owned()),
        Some(Component::CurDir | Component::RootDir | Component::Prefix(_)) | None => Ok(parent),
    }
}

//! The content folder as the commands take it: read whole, its name in front of every path, and the files that somebody names.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Words, nearest};
use crate::disk;
use crate::source::{FileId, Sources};
use crate::words;

/// Reads the whole folder.
///
/// # Errors
/// When the folder cannot be read, or holds nothing.
pub fn read(folder: &Path) -> Result<Sources, Box<dyn Error>> {
    let raw = disk::read(folder)?;
    if raw.is_empty() {
        return Err(format!("mappen ”{}” är tom", folder.display()).into());
    }
    Ok(Sources::decode(raw))
}

/// What stands before a path of the content, so that it can be opened from the folder in which the command was given.
pub fn root(folder: &Path) -> String {
    let root = plain(folder);
    if root.is_empty() || root.ends_with('/') { root } else { format!("{root}/") }
}

/// The files that the given paths name, each from the working folder or else from the content folder; a folder names all in it.
///
/// # Errors
/// The first path that names nothing, in a sentence.
pub fn select(given: &[PathBuf], folder: &Path, sources: &Sources) -> Result<BTreeSet<FileId>, Words> {
    let mut selected = BTreeSet::new();
    for path in given {
        let from_here = below(path, folder).map(|path| named(&path, sources)).unwrap_or_default();
        let found = if from_here.is_empty() { named(&plain(path), sources) } else { from_here };
        if found.is_empty() {
            return Err(unknown(path, folder, sources));
        }
        selected.extend(found);
    }
    Ok(selected)
}

/// The path below the folder, when it lies there; both as they are typed from the working folder.
fn below(path: &Path, folder: &Path) -> Option<String> {
    let (path, folder) = (std::path::absolute(path).ok()?, std::path::absolute(folder).ok()?);
    let (path, folder) = (plain(&path), plain(&folder));
    let rest = path.strip_prefix(&folder)?;
    if rest.is_empty() || folder.ends_with('/') {
        Some(rest.to_owned())
    } else {
        rest.strip_prefix('/').map(str::to_owned)
    }
}

/// The path with `/`, without `.` and what `..` takes back, in the form in which the content's paths are kept.
fn plain(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut start = String::new();
    for component in path.components() {
        match component {
            Component::Prefix(prefix) => start = prefix.as_os_str().to_string_lossy().replace('\\', "/"),
            Component::RootDir => start.push('/'),
            Component::CurDir => {}
            Component::ParentDir if parts.last().is_some_and(|part| part != "..") => drop(parts.pop()),
            Component::ParentDir => parts.push("..".to_owned()),
            Component::Normal(part) => parts.push(part.to_string_lossy().nfc().collect()),
        }
    }
    start + &parts.join("/")
}

/// The file of that path, or the files of that folder.
fn named(path: &str, sources: &Sources) -> Vec<FileId> {
    let is_named = |file: &str| {
        path.is_empty() || file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    sources.iter().filter(|(_, file)| is_named(&file.path)).map(|(id, _)| id).collect()
}

fn unknown(path: &Path, folder: &Path, sources: &Sources) -> Words {
    let written = below(path, folder).unwrap_or_else(|| plain(path));
    let paths = sources.iter().map(|(_, file)| file.path.as_str());
    let near = nearest(&written, paths, written.chars().count() / 3);
    let (path, folder) = (path.display(), folder.display());
    match near {
        Some(near) => words!(
            "”{path}” finns inte i mappen ”{folder}”. Menade du ”{near}”?",
            "“{path}” is not in the folder “{folder}”. Did you mean “{near}”?"
        ),
        None => words!("”{path}” finns inte i mappen ”{folder}”", "“{path}” is not in the folder “{folder}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> Sources {
        let paths = ["kommun.yaml", "organ/a/organ.yaml", "organ/ab/organ.yaml", "sidor/å.md"];
        Sources::decode(paths.map(|path| (path.to_owned(), Vec::new())))
    }

    fn selected(given: &[&str], folder: &str) -> Result<Vec<usize>, String> {
        let given: Vec<_> = given.iter().map(PathBuf::from).collect();
        let found = select(&given, Path::new(folder), &sources()).map_err(|words| words.sv)?;
        Ok(found.into_iter().map(FileId::index).collect())
    }

    #[test]
    fn paths_are_taken_from_here_and_from_the_content() {
        assert_eq!(selected(&["content/kommun.yaml"], "content"), Ok(vec![0]));
        assert_eq!(selected(&["kommun.yaml", "./content/../content/kommun.yaml"], "./content/"), Ok(vec![0]));
        assert_eq!(selected(&["organ/a"], "content"), Ok(vec![1]));
        assert_eq!(selected(&["organ/"], "../content"), Ok(vec![1, 2]));
        assert_eq!(selected(&["../content/organ"], "../content"), Ok(vec![1, 2]));
        assert_eq!(selected(&["sidor/a\u{30a}.md"], "."), Ok(vec![3]));
        assert_eq!(selected(&["content"], "content"), Ok(vec![0, 1, 2, 3]));
    }

    #[test]
    fn what_is_not_there_is_told_with_the_nearest() {
        let told = selected(&["content/kommun.yml"], "content").expect_err("it is not there");
        assert_eq!(told, "”content/kommun.yml” finns inte i mappen ”content”. Menade du ”kommun.yaml”?");
        let told = selected(&["x"], "content").expect_err("it is not there");
        assert_eq!(told, "”x” finns inte i mappen ”content”");
    }

    #[test]
    fn roots_can_be_opened() {
        for (folder, expected) in [
            ("content", "content/"),
            ("./content/", "content/"),
            (".", ""),
            ("../a b", "../a b/"),
            ("/", "/"),
            ("/å", "/å/"),
        ] {
            assert_eq!(root(Path::new(folder)), expected);
        }
    }
}

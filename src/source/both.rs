//! Reads two contents of one folder, such as two revisions, so that what is the same in both is read once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{File, FileId, RawFile, Sources, named, offset, read};

impl Sources {
    /// Reads two contents. A path has the same number in both, so that what was found out about a file that is the same in both,
    /// with every place in it, holds in both.
    pub fn decode_both(
        one: impl IntoIterator<Item = impl Into<RawFile>> + Send,
        other: impl IntoIterator<Item = impl Into<RawFile>> + Send,
    ) -> (Self, Self) {
        let (one, other) = rayon::join(|| named(one), || named(other));
        let mut paths: BTreeMap<String, (Option<RawFile>, Option<RawFile>)> = BTreeMap::new();
        for raw in one {
            let path = raw.path.clone();
            paths.entry(path).or_default().0 = Some(raw);
        }
        for raw in other {
            let path = raw.path.clone();
            paths.entry(path).or_default().1 = Some(raw);
        }
        let numbered: Vec<_> = paths.into_iter().enumerate().collect();
        let read: Vec<_> =
            numbered.into_par_iter().map(|(at, (path, raw))| read_both(FileId(offset(at)), &path, raw)).collect();
        let (mut first, mut second) = (Self::default(), Self::default());
        for (one, other) in read {
            first.add(one);
            second.add(other);
        }
        (first, second)
    }

    /// Adds the next file, or the path of one that only the other content has.
    fn add(&mut self, file: Result<Arc<File>, String>) {
        let id = FileId(offset(self.files.len()));
        self.files.push(file.unwrap_or_else(|path| {
            self.absent.insert(id);
            Arc::new(File::new(path, String::new()))
        }));
    }

    /// The numbers of the files of which one content has other than the other; both were read by [`Self::decode_both`].
    #[must_use]
    pub fn differing(&self, other: &Self) -> BTreeSet<FileId> {
        let numbers = (0..self.files.len()).map(|at| FileId(offset(at)));
        numbers.filter(|id| (self.has(*id), self.file(*id)) != (other.has(*id), other.file(*id))).collect()
    }
}

/// The file in each content; where it is not, its path.
fn read_both(
    id: FileId,
    path: &str,
    raw: (Option<RawFile>, Option<RawFile>),
) -> (Result<Arc<File>, String>, Result<Arc<File>, String>) {
    match raw {
        (Some(one), Some(other)) if one == other => {
            let file = Arc::new(read(id, one));
            (Ok(Arc::clone(&file)), Ok(file))
        }
        (one, other) => {
            let read = |raw: Option<RawFile>| raw.map(|raw| Arc::new(read(id, raw))).ok_or_else(|| path.to_owned());
            (read(one), read(other))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(one: &[(&str, &str)], other: &[(&str, &str)]) -> (Sources, Sources) {
        let raw = |files: &[(&str, &str)]| {
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect::<Vec<_>>()
        };
        Sources::decode_both(raw(one), raw(other))
    }

    fn paths(sources: &Sources) -> Vec<(usize, &str)> {
        sources.iter().map(|(id, file)| (id.index(), file.path.as_str())).collect()
    }

    #[test]
    fn a_path_has_one_number() {
        let (one, other) = sources(&[("b.md", "x"), ("d.md", "x")], &[("a.md", "x"), ("b.md", "x"), ("c.md", "x")]);
        assert_eq!(paths(&one), [(1, "b.md"), (3, "d.md")]);
        assert_eq!(paths(&other), [(0, "a.md"), (1, "b.md"), (2, "c.md")]);
        assert_eq!((one.find("a.md"), one.count(), one.numbers()), (None, 2, 4));
        assert_eq!(one.find("d.md").map(FileId::index), Some(3));
        let differing: Vec<_> = one.differing(&other).into_iter().map(FileId::index).collect();
        assert_eq!(differing, [0, 2, 3]);
    }

    #[test]
    fn line_ends_are_no_difference_and_garbled_files_are_the_same() {
        let (one, other) = sources(&[("a.md", "x\r\ny")], &[("a.md", "x\ny")]);
        assert!(one.differing(&other).is_empty());
        let garbled = |before: &str| [(before.to_owned(), Vec::new()), ("b.md".to_owned(), b"\xff\xff".to_vec())];
        let (one, other) = Sources::decode_both(garbled("a.md"), garbled("c.md"));
        let differing: Vec<_> = one.differing(&other).into_iter().map(FileId::index).collect();
        assert_eq!(differing, [0, 2]);
    }
}

//! Reads two contents of one folder, such as two revisions, so that what is the same in both is read once.

use std::collections::BTreeSet;

use super::{File, FileId, RawFile, Sources, named, offset, read};

impl Sources {
    /// Reads two contents. A path has the same number in both, so that what was found out about a file that is the same in both,
    /// with every place in it, holds in both.
    pub fn decode_both(
        one: impl IntoIterator<Item = impl Into<RawFile>>,
        other: impl IntoIterator<Item = impl Into<RawFile>>,
    ) -> (Self, Self) {
        let (mut one, mut other) = (named(one).into_iter().peekable(), named(other).into_iter().peekable());
        let (mut first, mut second) = (Self::default(), Self::default());
        loop {
            let path = match (one.peek(), other.peek()) {
                (None, None) => return (first, second),
                (Some(file), None) | (None, Some(file)) => file.path.clone(),
                (Some(file), Some(beside)) => file.path.clone().min(beside.path.clone()),
            };
            let id = FileId(offset(first.files.len()));
            let next = |files: &mut std::iter::Peekable<_>| files.next_if(|file: &RawFile| file.path == path);
            let (raw, beside) = (next(&mut one), next(&mut other));
            let is_same = raw == beside;
            first.add(id, &path, raw.map(|raw| read(id, raw)));
            let same = is_same.then(|| first.files[id.index()].clone());
            second.add(id, &path, beside.map(|beside| same.unwrap_or_else(|| read(id, beside))));
        }
    }

    /// Adds the next file, or the number of one that only the other content has.
    fn add(&mut self, id: FileId, path: &str, file: Option<File>) {
        if file.is_none() {
            self.absent.insert(id);
        }
        self.files.push(file.unwrap_or_else(|| File::new(path.to_owned(), String::new())));
    }

    /// The numbers of the files of which one content has other than the other; both were read by [`Self::decode_both`].
    #[must_use]
    pub fn differing(&self, other: &Self) -> BTreeSet<FileId> {
        let numbers = (0..self.files.len()).map(|at| FileId(offset(at)));
        numbers.filter(|id| (self.has(*id), self.file(*id)) != (other.has(*id), other.file(*id))).collect()
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

//! Owns the list of files that a site carries about itself, by which it is known as ours. Touches no files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Where the list lies in a site.
pub(super) const MARKER: &str = ".internkontroll";

/// The first line: what the file is and the version of its form.
const HEADING: &str = "internkontroll: filer i webbplatsen, version 1";

/// Writes the list: after the heading a line for each file, in order, with its size in bytes and its path.
pub(super) fn write_marker(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut marker = format!("{HEADING}\n");
    for (path, bytes) in files {
        writeln!(marker, "{} {path}", bytes.len()).expect("writing to a string cannot fail");
    }
    marker.into_bytes()
}

/// Reads the paths from a list; `None` when it is damaged or of another version.
pub(super) fn read_marker(bytes: &[u8]) -> Option<BTreeSet<String>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.strip_suffix('\n')?.lines();
    if lines.next() != Some(HEADING) {
        return None;
    }
    let mut paths = BTreeSet::new();
    for line in lines {
        let (size, path) = line.split_once(' ')?;
        size.parse::<u64>().ok()?;
        paths.insert(path.to_owned());
    }
    Some(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let files = BTreeMap::from([("a b/å.html".to_owned(), vec![0; 3]), ("index.html".to_owned(), Vec::new())]);
        let marker = write_marker(&files);
        assert_eq!(marker, format!("{HEADING}\n3 a b/å.html\n0 index.html\n").into_bytes());
        assert_eq!(read_marker(&marker), Some(files.into_keys().collect()));
    }

    #[test]
    fn a_damaged_list_is_no_list() {
        let version_two = HEADING.replace('1', "2");
        for damaged in [String::new(), HEADING.to_owned(), version_two + "\n", format!("{HEADING}\nindex.html\n")] {
            assert_eq!(read_marker(damaged.as_bytes()), None, "{damaged}");
        }
    }
}

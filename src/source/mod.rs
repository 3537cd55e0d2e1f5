//! The text that people wrote: files, and places in them. Knows neither YAML nor Markdown nor where the files lie on disk.

mod both;
mod decode;
mod limits;
mod raw;

pub use decode::{Garbled, Undecodable, decode};
pub use limits::{
    DEEPEST_PROSE, DEEPEST_YAML, LARGEST_FILE, LONGEST_MESSAGE, LONGEST_TEXT, MOST_FAULTS, MOST_FILES, MOST_NODES,
};
pub use raw::{RawFile, Refusal, Unread, is_passed_over, named};

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

/// Number of a file in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// The file's place among the files, by path.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of bytes in one file; `start == end` is a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The beginning of the first file, for what has no place of its own.
    pub const NOWHERE: Self = Self { file: FileId(0), start: 0, end: 0 };

    /// The point where this span begins.
    #[must_use]
    pub fn point(self) -> Self {
        Self { end: self.start, ..self }
    }
}

/// Line and column, both from 1; the column counts characters, as editors show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Where a value was written; every value of the model carries one, so that each figure can be traced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The line, from 1.
    pub line: u32,
}

/// Why a file has no text to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// Nothing of it was read.
    Unread(Unread),
    /// Its bytes are no text, from here on.
    Garbled(Garbled, Span),
}

/// One file of the content: its path from the content folder, with `/`, and its text with `\n` line ends in NFC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct File {
    /// Path from the content folder, parts separated by `/`.
    pub path: String,
    /// The whole text. With a fault, only what can be shown of it.
    pub text: String,
    /// Why the text is not to be read.
    #[serde(skip)]
    pub fault: Option<FileFault>,
    #[serde(skip)]
    line_starts: Vec<u32>,
}

impl File {
    /// A file whose lines are found at once. Texts over 4 GiB cannot occur: `disk` refuses files far smaller than that.
    #[must_use]
    pub fn new(path: String, text: String) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| offset(at + 1));
        let line_starts = std::iter::once(0).chain(starts).collect();
        Self { path, text, fault: None, line_starts }
    }

    fn faulty(path: String, text: String, fault: FileFault) -> Self {
        Self { fault: Some(fault), ..Self::new(path, text) }
    }

    /// The line (from 1) that holds the byte.
    #[must_use]
    pub fn line(&self, byte: u32) -> u32 {
        offset(self.line_starts.partition_point(|start| *start <= byte))
    }

    /// The bytes of a line (from 1) without its line end; a line past the last is empty.
    #[must_use]
    pub fn line_range(&self, line: u32) -> Range<usize> {
        let start = |line: u32| self.line_starts.get(line as usize - 1).map(|start| *start as usize);
        let (from, next) = (start(line).unwrap_or(self.text.len()), start(line + 1));
        from..next.map_or(self.text.len(), |next| next - 1)
    }

    /// Line and column of a byte; a byte past the end counts as the end.
    #[must_use]
    pub fn position(&self, byte: u32) -> Position {
        let line = self.line(byte);
        let start = self.line_starts[line as usize - 1] as usize;
        let end = self.text.floor_char_boundary(byte as usize).max(start);
        let column = offset(self.text[start..end].chars().count() + 1);
        Position { line, column }
    }
}

/// All files of the content, sorted by path.
///
/// Two contents may share their numbers ([`Sources::decode_both`]); then a number can belong to a file that only the other one has.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Arc<File>>,
    /// The numbers of files that are not in this content; what stands there has its path and no text.
    absent: BTreeSet<FileId>,
}

impl Sources {
    /// Reads every file's bytes as text; a file that is none stands with its fault.
    ///
    /// They are sorted by path, so that the order in which they were found can never reach the output.
    /// Files that are neither YAML nor Markdown are not read: where they lie is all that is told of them.
    pub fn decode(files: impl IntoIterator<Item = impl Into<RawFile>>) -> Self {
        // The files keep the order in which they are named, by path: their numbers stand in the places of their faults.
        let numbered = named(files).into_par_iter().enumerate();
        Self {
            files: numbered.map(|(at, raw)| Arc::new(read(FileId(offset(at)), raw))).collect(),
            absent: BTreeSet::new(),
        }
    }

    /// The files with their numbers, by path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Arc<File>)> {
        let all = self.files.iter().enumerate().map(|(at, file)| (FileId(offset(at)), file));
        all.filter(|(id, _)| self.has(*id))
    }

    /// How many files there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.files.len() - self.absent.len()
    }

    /// How many numbers there are, those of the other content's files included.
    #[must_use]
    pub fn numbers(&self) -> usize {
        self.files.len()
    }

    /// Whether the file of a number is in this content.
    #[must_use]
    pub fn has(&self, id: FileId) -> bool {
        !self.absent.contains(&id)
    }

    /// The same content without some of its files; the others keep their numbers.
    #[must_use]
    pub fn without(&self, left_out: &BTreeSet<FileId>) -> Self {
        Self { files: self.files.clone(), absent: self.absent.union(left_out).copied().collect() }
    }

    /// The file of a number that these sources gave.
    #[must_use]
    pub fn file(&self, id: FileId) -> &Arc<File> {
        &self.files[id.0 as usize]
    }

    /// The file at a path, if there is one.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(FileId(offset(at))).filter(|id| self.has(*id))
    }

    /// The line that an origin names, without its indentation: where the writing begins.
    #[must_use]
    pub fn line(&self, origin: Origin) -> Span {
        let file = self.file(origin.file);
        let start = file.line_starts[origin.line as usize - 1];
        let line = file.text[start as usize..].lines().next().unwrap_or_default();
        let indentation = line.len() - line.trim_start().len();
        Span {
            file: origin.file,
            start: start + offset(indentation),
            end: start + offset(line.trim_end().len().max(indentation)),
        }
    }

    /// The line of a span's start.
    #[must_use]
    pub fn origin(&self, span: Span) -> Origin {
        Origin { file: span.file, line: self.file(span.file).line(span.start) }
    }
}

/// A file's text, or what is wrong with it.
fn read(id: FileId, RawFile { path, bytes }: RawFile) -> File {
    let is_text = matches!(path.rsplit_once('.'), Some((_, "yaml" | "md")));
    let bytes = match bytes {
        Ok(bytes) if is_text => bytes,
        Ok(_) => return File::new(path, String::new()),
        Err(unread) => return File::faulty(path, String::new(), FileFault::Unread(unread)),
    };
    match decode(&bytes) {
        Ok(text) => File::new(path, text),
        Err(Undecodable { text, place, what }) => {
            let place = Span { file: id, start: offset(place.start), end: offset(place.end) };
            File::faulty(path, text, FileFault::Garbled(what, place))
        }
    }
}

/// Bytes are counted in 32 bits.
fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("disk refuses files far smaller than 4 GiB")
}

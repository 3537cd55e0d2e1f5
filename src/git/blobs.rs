//! Reads the bytes of blobs, all in one call of git.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, Stdio};

use super::command::Git;
use super::git_error::GitError;
use super::tree::Entry;
use crate::source::RawFile;

/// The files of the entries, each with its bytes or why there are none.
pub fn read(git: &Git<'_>, entries: Vec<Entry>) -> Result<Vec<RawFile>, GitError> {
    let ids: Vec<String> = entries.iter().filter_map(|entry| entry.blob.clone().ok()).collect();
    if ids.is_empty() {
        return Ok(entries.into_iter().map(|entry| file(entry, None)).collect());
    }
    let mut command = git.command(&["cat-file", "--batch"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| GitError::not_started(&error))?;
    let asking = child.stdin.take().expect("it was piped");
    let mut answers = BufReader::new(child.stdout.take().expect("it was piped"));
    let read = std::thread::scope(|scope| {
        // Git answers while it is still being asked, so that neither may wait for the other.
        scope.spawn(move || ask(asking, &ids));
        let mut files = Vec::with_capacity(entries.len());
        for entry in entries {
            let bytes = if entry.blob.is_ok() { Some(blob(&mut answers)?) } else { None };
            files.push(file(entry, bytes));
        }
        Ok(files)
    });
    if read.is_err() {
        let _ = child.kill();
    }
    let _ = child.wait();
    read
}

fn file(entry: Entry, bytes: Option<Vec<u8>>) -> RawFile {
    RawFile { path: entry.path, bytes: entry.blob.map(|_| bytes.unwrap_or_default()) }
}

/// Asks for every blob. Git that has gone away is found out where its answers are read.
fn ask(mut asking: ChildStdin, ids: &[String]) {
    for id in ids {
        if writeln!(asking, "{id}").is_err() {
            return;
        }
    }
}

/// One answer: `id blob size`, the bytes, and a line end.
fn blob(answers: &mut impl BufRead) -> Result<Vec<u8>, GitError> {
    let broken = |error: std::io::Error| GitError::Refused { words: error.to_string() };
    let mut head = String::new();
    answers.read_line(&mut head).map_err(broken)?;
    let facts: Vec<_> = head.split_whitespace().collect();
    let size = match facts.as_slice() {
        [_, "blob", size] => size.parse::<u64>().map_err(|_| GitError::strange(&head))?,
        _ => return Err(GitError::strange(&head)),
    };
    let mut bytes = Vec::new();
    answers.take(size).read_to_end(&mut bytes).map_err(broken)?;
    let mut end = [0];
    answers.read_exact(&mut end).map_err(broken)?;
    if bytes.len() as u64 == size { Ok(bytes) } else { Err(GitError::strange(&head)) }
}

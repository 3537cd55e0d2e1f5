//! Reads the bytes of blobs, all in one call of git.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, Stdio};

use super::command::Git;
use super::git_error::GitError;
use crate::source::{LARGEST_FILE, Unread};

/// Blobs by id, each with its bytes or why there are none.
pub type Blobs = BTreeMap<String, Result<Vec<u8>, Unread>>;

/// The blobs of the ids.
pub fn read(git: &Git<'_>, ids: &BTreeSet<&str>) -> Result<Blobs, GitError> {
    if ids.is_empty() {
        return Ok(Blobs::new());
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
    let read: Result<Blobs, GitError> = std::thread::scope(|scope| {
        // Git answers while it is still being asked, so that neither may wait for the other.
        scope.spawn(move || ask(asking, ids));
        ids.iter().map(|id| Ok(((*id).to_owned(), blob(&mut answers)?))).collect()
    });
    if read.is_err() {
        let _ = child.kill();
    }
    let _ = child.wait();
    read
}

/// Asks for every blob. Git that has gone away is found out where its answers are read.
fn ask(mut asking: ChildStdin, ids: &BTreeSet<&str>) {
    for id in ids {
        if writeln!(asking, "{id}").is_err() {
            return;
        }
    }
}

/// One answer: `id blob size`, the bytes, and a line end.
fn blob(answers: &mut impl BufRead) -> Result<Result<Vec<u8>, Unread>, GitError> {
    let broken = |error: std::io::Error| GitError::Refused { words: error.to_string() };
    let mut head = String::new();
    answers.read_line(&mut head).map_err(broken)?;
    let facts: Vec<_> = head.split_whitespace().collect();
    let size = match facts.as_slice() {
        [_, "blob", size] => size.parse::<u64>().map_err(|_| GitError::strange(&head))?,
        _ => return Err(GitError::strange(&head)),
    };
    let mut bytes = Vec::new();
    let mut answer = answers.take(size);
    let read = if size > LARGEST_FILE {
        std::io::copy(&mut answer, &mut std::io::sink()).map_err(broken)?
    } else {
        answer.read_to_end(&mut bytes).map_err(broken)? as u64
    };
    let mut end = [0];
    answers.read_exact(&mut end).map_err(broken)?;
    if read != size {
        return Err(GitError::strange(&head));
    }
    Ok(if size > LARGEST_FILE { Err(Unread::TooLarge) } else { Ok(bytes) })
}

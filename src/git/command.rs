//! Owns how git is called: in which folder, with which surroundings, and what its refusals mean.

use std::path::Path;
use std::process::{Command, Stdio};

use super::git_error::GitError;

/// Git, called in a folder.
pub struct Git<'f> {
    /// The folder.
    pub folder: &'f Path,
}

/// Why git gave no answer.
pub enum Refused {
    /// It could not be started.
    NotStarted(GitError),
    /// It ended with an error; its own words, which may be none.
    Said(String),
}

impl Refused {
    /// The refusal, where nothing in particular was asked for.
    pub fn other(self) -> GitError {
        match self {
            Self::NotStarted(error) => error,
            Self::Said(words) => GitError::Refused { words },
        }
    }

    /// The same, where silence means that something is missing.
    pub fn unless_missing(self, missing: GitError) -> GitError {
        match self {
            Self::Said(words) if words.is_empty() => missing,
            Self::NotStarted(_) | Self::Said(_) => self.other(),
        }
    }

    /// The same, where the folder may lie in no repository and silence means that something is missing.
    pub fn unless_missing_in(self, folder: &Path, missing: GitError) -> GitError {
        match self {
            Self::Said(words) if words.is_empty() => missing,
            Self::NotStarted(_) | Self::Said(_) => self.outside(folder),
        }
    }

    /// The same, where the folder may lie in no repository.
    pub fn outside(self, folder: &Path) -> GitError {
        match self {
            Self::Said(words) if words.contains("not a git repository") => {
                GitError::NoRepository { folder: folder.display().to_string() }
            }
            Self::Said(words) if words.contains("dubious ownership") => {
                GitError::Distrusted { folder: folder.display().to_string() }
            }
            Self::NotStarted(_) | Self::Said(_) => self.other(),
        }
    }
}

/// What a hook is told of the repository that it runs for.
const TOLD: [&str; 6] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"];
/// Where that repository keeps its objects.
const OBJECTS: [&str; 2] = ["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"];

impl Git<'_> {
    /// A call of git that writes nothing, not even what it has found out on the way, and fetches nothing.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("--no-pager").arg("-C").arg(self.folder).args(arguments);
        command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
        command.env("GIT_TERMINAL_PROMPT", "0").stdin(Stdio::null());
        // A hook is told of the repository it runs for; here it is found from the folder.
        for told in TOLD {
            command.env_remove(told);
        }
        // What is being pushed lies in a quarantine until the hook has answered, and is seen only through these.
        if std::env::var_os("GIT_QUARANTINE_PATH").is_none() {
            for told in OBJECTS {
                command.env_remove(told);
            }
        }
        command
    }

    /// What git answers.
    pub fn answer(&self, arguments: &[&str]) -> Result<Vec<u8>, Refused> {
        let output = self.command(arguments).output();
        let output = output.map_err(|error| Refused::NotStarted(GitError::not_started(&error)))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let words = String::from_utf8_lossy(&output.stderr);
        Err(Refused::Said(words.trim().trim_start_matches("fatal: ").to_owned()))
    }
}

/// An answer of one line.
pub fn line(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).trim_end_matches(['\n', '\r']).to_owned()
}

//! Repositories for the tests, in folders that vanish.

#![allow(dead_code, clippy::disallowed_methods, reason = "each test uses its part, and tests prepare repositories")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Runs git as nobody in particular.
pub fn run(root: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(root)
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    for (role, name) in [("AUTHOR", "Provstad"), ("COMMITTER", "Provstad")] {
        command.env(format!("GIT_{role}_NAME"), name).env(format!("GIT_{role}_EMAIL"), "prov@provstad.example");
        command.env(format!("GIT_{role}_DATE"), "2025-01-01T12:00:00Z");
    }
    let output = command.output().expect("git is there");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Writes a file, and makes the folders that it lies in.
pub fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("below the root")).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

/// Commits everything.
pub fn commit(root: &Path) {
    run(root, &["add", "--all"]);
    run(root, &["commit", "--quiet", "--allow-empty", "--message", "x"]);
}

/// A new repository with the branch `main`.
pub fn repository() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    run(folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    folder
}

/// Everything below a folder with its bytes, git's own files too.
pub fn everything(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("it can be read"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).expect("it can be read"))).collect()
}

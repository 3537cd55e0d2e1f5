//! What `disk::read` takes, passes over and refuses, on real folders.

#![expect(clippy::disallowed_methods, reason = "tests prepare files and look at them")]
#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use internkontroll::disk::{ReadProblemKind, read};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("below the root")).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

/// Path and kind of every problem, in the order told.
fn problems(root: &Path) -> Vec<(String, ReadProblemKind)> {
    let error = read(root).expect_err("the folder has faults");
    error.problems.into_iter().map(|problem| (problem.path, problem.kind)).collect()
}

#[test]
fn files_come_sorted_by_path_in_nfc_without_leftovers() {
    let folder = folder();
    let root = folder.path();
    put(root, "b.md", "b");
    put(root, "a/å ä.md", "1");
    put(root, "a-b.md", "2");
    put(root, "o\u{308}.md", "decomposed");
    put(root, "tom.md", "");
    for leftover in [".git/config", ".dold", "b.md~", "#b.md#", ".b.md.swp", "b.swp", "Thumbs.db", "a/desktop.ini"] {
        put(root, leftover, "x");
    }
    symlink("nowhere", root.join(".#b.md")).expect("a link can be made");
    let files = read(root).expect("the folder is without faults");
    let found: Vec<_> =
        files.iter().map(|file| (file.path.as_str(), String::from_utf8_lossy(&file.bytes).into_owned())).collect();
    let expected = [("a-b.md", "2"), ("a/å ä.md", "1"), ("b.md", "b"), ("tom.md", ""), ("ö.md", "decomposed")];
    assert_eq!(found, expected.map(|(path, text)| (path, text.to_owned())));
}

#[test]
fn every_fault_is_told_in_one_run() {
    let folder = folder();
    let root = folder.path();
    put(root, "bra.md", "x");
    put(root, "exakt.md", vec![b'x'; 4 * 1024 * 1024]);
    put(root, "stor.md", vec![b'x'; 4 * 1024 * 1024 + 1]);
    put(root, "rad\nbrytning.md", "x");
    put(root, "é.md", "composed");
    put(root, "e\u{301}.md", "decomposed");
    put(root, "mapp å/en.md", "x");
    put(root, "mapp a\u{30a}/två.md", "x");
    symlink("bra.md", root.join("länk.md")).expect("a link can be made");
    symlink(root, root.join("rundgång")).expect("a link can be made");
    fs::write(root.join(OsStr::from_bytes(b"latin\xe5.md")), "x").expect("the file can be written");
    let made = Command::new("mkfifo").arg(root.join("rör")).status().expect("mkfifo is there");
    assert!(made.success());
    let expected = [
        ("latin\u{fffd}.md", ReadProblemKind::NameNotUnicode),
        ("länk.md", ReadProblemKind::SymbolicLink),
        ("mapp å", ReadProblemKind::SameName),
        ("rad\\nbrytning.md", ReadProblemKind::NameControlCharacter),
        ("rundgång", ReadProblemKind::SymbolicLink),
        ("rör", ReadProblemKind::Special),
        ("stor.md", ReadProblemKind::TooLarge),
        ("é.md", ReadProblemKind::SameName),
    ];
    assert_eq!(problems(root), expected.map(|(path, kind)| (path.to_owned(), kind)));
}

#[test]
fn a_root_that_is_missing_or_a_file_is_told() {
    let folder = folder();
    put(folder.path(), "fil", "x");
    let missing = folder.path().join("saknas");
    assert_eq!(problems(&missing), [(missing.display().to_string(), ReadProblemKind::RootMissing)]);
    let file = folder.path().join("fil");
    assert_eq!(problems(&file), [(file.display().to_string(), ReadProblemKind::RootNotFolder)]);
    let message = read(&missing).expect_err("missing").to_string();
    assert_eq!(message, format!("Mappen ”{}” finns inte; skapa den eller ange en annan.", missing.display()));
}

#[test]
fn a_root_may_be_hidden_or_a_link() {
    let folder = folder();
    put(folder.path(), ".dolt/a.md", "x");
    symlink(".dolt", folder.path().join("länk")).expect("a link can be made");
    for root in [".dolt", "länk", "./.dolt/", "länk/../.dolt"] {
        let files = read(&folder.path().join(root)).expect("the folder is without faults");
        assert_eq!(files.len(), 1, "{root}");
        assert_eq!(files[0].path, "a.md");
    }
}

//! What `git::read` gives of a revision, in real repositories: the same as `disk::read` gives of a folder, and nothing is touched.

#![expect(clippy::disallowed_methods, reason = "tests prepare repositories and look at them")]
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use internkontroll::disk;
use internkontroll::git::{self, GitError};
use internkontroll::source::{LARGEST_FILE, RawFile, Unread, named};
use tempfile::TempDir;

/// Runs git as nobody in particular.
fn run(root: &Path, arguments: &[&str]) -> String {
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

fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("below the root")).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

fn commit(root: &Path) {
    run(root, &["add", "--all"]);
    run(root, &["commit", "--quiet", "--allow-empty", "--message", "x"]);
}

fn repository() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    run(folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    folder
}

/// Everything below a folder with its bytes, git's own files too.
fn everything(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("it can be read"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).expect("it can be read"))).collect()
}

fn sorted(mut files: Vec<RawFile>) -> Vec<RawFile> {
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

#[test]
fn a_revision_is_read_as_the_folder_was() {
    let repository = repository();
    let (root, content) = (repository.path(), repository.path().join("mitt innehåll"));
    put(&content, "kommun.yaml", "namn: Provstad\n");
    put(&content, "organ/å ä/organ.yaml", b"\xe5\xe4\xf6");
    put(&content, "sidor/o\u{308}.md", "decomposed");
    put(&content, "tom.md", "");
    put(&content, ".dold/a.md", "x");
    put(&content, "a.md~", "x");
    put(root, "utanför.md", "x");
    symlink("kommun.yaml", content.join("länk.yaml")).expect("a link can be made");
    put(&content, "stor.md", vec![b'x'; usize::try_from(LARGEST_FILE).expect("it fits") + 1]);
    commit(root);
    let before = disk::read(&content).expect("the folder can be read");
    put(&content, "kommun.yaml", "namn: En annan\n");
    put(&content, "ny.md", "x");
    fs::remove_file(content.join("tom.md")).expect("it is there");
    run(root, &["add", "--all"]);
    let all = everything(root);
    let then = git::read(&content, "main").expect("the revision can be read");
    assert_eq!(sorted(then), sorted(before));
    assert!(everything(root) == all, "neither the index nor the work tree is touched");
    let faults: Vec<_> = named(git::read(&content, "HEAD").expect("it can be read")).into_iter().collect();
    let fault = |path: &str| faults.iter().find(|file| file.path == path).and_then(|file| file.bytes.clone().err());
    assert_eq!(fault("länk.yaml"), Some(Unread::SymbolicLink));
    assert_eq!(fault("stor.md"), Some(Unread::TooLarge));
    assert!(faults.iter().any(|file| file.path == "sidor/ö.md"));
}

#[test]
fn many_files_are_read_in_one_go() {
    let repository = repository();
    for number in 0..1_500 {
        put(repository.path(), &format!("sidor/{number}.md"), format!("{number}\n").repeat(200));
    }
    commit(repository.path());
    let files = git::read(repository.path(), "main").expect("the revision can be read");
    assert_eq!(sorted(files), sorted(disk::read(repository.path()).expect("the folder can be read")));
}

#[test]
fn a_submodule_is_a_fault() {
    let repository = repository();
    let inner = repository.path().join("organ/eget");
    put(&inner, "a.md", "x");
    run(&inner, &["init", "--quiet"]);
    commit(&inner);
    commit(repository.path());
    let files = git::read(repository.path(), "main").expect("the revision can be read");
    assert_eq!(files, [RawFile { path: "organ/eget".to_owned(), bytes: Err(Unread::Submodule) }]);
}

#[test]
fn what_cannot_be_read_is_told_in_a_sentence() {
    let repository = repository();
    let root = repository.path();
    put(root, "först.md", "x");
    commit(root);
    run(root, &["tag", "v1"]);
    put(root, "content/kommun.yaml", "x");
    commit(root);
    let content = root.join("content");
    let folder = content.display().to_string();
    for revision in ["finns-inte", "HEAD:content/kommun.yaml", "main^9"] {
        let error = git::read(&content, revision).expect_err("there is no such revision");
        assert_eq!(error, GitError::UnknownRevision { revision: revision.to_owned() });
    }
    for revision in ["--output=/tmp/x", "-n", "", "main\n--all"] {
        let error = git::read(&content, revision).expect_err("it can be no revision");
        assert_eq!(error, GitError::RevisionName { revision: revision.to_owned() });
    }
    let then = GitError::NotThen { folder: folder.clone(), revision: "v1".to_owned() };
    assert_eq!(git::read(&content, "v1"), Err(then.clone()));
    assert_eq!(
        then.to_string(),
        format!("Mappen ”{folder}” fanns inte i versionen ”v1”; välj en senare version att jämföra med.")
    );
    let outside = TempDir::new().expect("a folder");
    let error = git::read(outside.path(), "main").expect_err("it is no repository");
    assert_eq!(error, GitError::NoRepository { folder: outside.path().display().to_string() });
}

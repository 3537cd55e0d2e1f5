//! What `git::read` gives of a revision, in real repositories: the same as `disk::read` gives of a folder, and nothing is touched.

#![expect(clippy::disallowed_methods, reason = "tests prepare repositories and look at them")]
#![cfg(target_os = "linux")]

mod repository;

use std::fs;
use std::os::unix::fs::symlink;

use internkontroll::disk;
use internkontroll::git::{self, GitError};
use internkontroll::source::{LARGEST_FILE, RawFile, Unread, named};
use repository::{commit, everything, put, repository, run};
use tempfile::TempDir;

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

#[test]
fn the_base_is_where_the_work_parted_from_the_main_branch() {
    let repository = repository();
    let root = repository.path();
    let folder = root.display().to_string();
    assert_eq!(git::base(root), Err(GitError::NoCommit { folder }));
    put(root, "a.md", "x");
    commit(root);
    let first = run(root, &["rev-parse", "HEAD"]).trim().to_owned();
    let base = |branch: &str| Ok(git::Base { commit: first.clone(), branch: branch.to_owned(), is_latest: true });
    assert_eq!(git::base(root), base("main"));
    run(root, &["switch", "--quiet", "--create", "eget"]);
    put(root, "b.md", "x");
    commit(root);
    assert_eq!(git::base(root), base("main"));
    run(root, &["update-ref", "refs/remotes/origin/master", &first]);
    assert_eq!(git::base(root), base("origin/master"));
    run(root, &["branch", "--quiet", "vidare", "main"]);
    run(root, &["switch", "--quiet", "vidare"]);
    put(root, "vidare.md", "x");
    commit(root);
    run(root, &["update-ref", "refs/remotes/origin/master", "vidare"]);
    run(root, &["switch", "--quiet", "eget"]);
    let moved = git::Base { commit: first.clone(), branch: "origin/master".to_owned(), is_latest: false };
    assert_eq!(git::base(root), Ok(moved), "the main branch has moved on");
    run(root, &["branch", "--quiet", "-D", "vidare"]);
    run(root, &["update-ref", "refs/remotes/origin/master", &first]);
    run(root, &["update-ref", "refs/remotes/origin/huvud", &first]);
    run(root, &["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/huvud"]);
    assert_eq!(git::base(root), base("origin/huvud"));
    run(root, &["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/borta"]);
    assert_eq!(git::base(root), base("origin/master"), "a branch that is gone is none");
    run(root, &["switch", "--quiet", "--detach", "HEAD"]);
    assert_eq!(git::base(root), base("origin/master"));
    run(root, &["switch", "--quiet", "--orphan", "utan"]);
    let folder = root.display().to_string();
    assert_eq!(git::base(root), Err(GitError::NoCommit { folder }), "the branch that is worked on has none");
    put(root, "c.md", "x");
    commit(root);
    assert_eq!(git::base(root), Err(GitError::NoBase { branch: "origin/master".to_owned() }));
    run(root, &["branch", "--quiet", "-D", "main", "eget"]);
    run(root, &["update-ref", "-d", "refs/remotes/origin/master"]);
    run(root, &["symbolic-ref", "--delete", "refs/remotes/origin/HEAD"]);
    assert_eq!(git::base(root), Err(GitError::NoMainBranch));
    let outside = TempDir::new().expect("a folder");
    let folder = outside.path().display().to_string();
    assert_eq!(git::base(outside.path()), Err(GitError::NoRepository { folder }));
}

#[test]
fn a_shallow_clone_has_no_base() {
    let (origin, clone) = (repository(), TempDir::new().expect("a folder"));
    put(origin.path(), "a.md", "x");
    commit(origin.path());
    run(origin.path(), &["switch", "--quiet", "--create", "eget"]);
    put(origin.path(), "b.md", "x");
    commit(origin.path());
    run(origin.path(), &["switch", "--quiet", "main"]);
    put(origin.path(), "c.md", "x");
    commit(origin.path());
    let from = format!("file://{}", origin.path().display());
    let to = clone.path().join("kopia");
    run(clone.path(), &["clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "eget", &from, "kopia"]);
    let error = git::base(&to).expect_err("the commit in common was not fetched");
    assert_eq!(error, GitError::NoBase { branch: "origin/main".to_owned() });
    assert!(error.to_string().contains("git fetch --unshallow"), "{error}");
}

#[test]
fn only_what_is_not_at_hand_is_asked_for() {
    let repository = repository();
    let root = repository.path();
    put(root, "a.md", "samma");
    put(root, "b.md", "före");
    commit(root);
    let listing = git::list(root, "main").expect("the revision can be listed");
    let blob = run(root, &["rev-parse", "main:a.md"]).trim().to_owned();
    fs::remove_file(root.join(".git/objects").join(&blob[..2]).join(&blob[2..])).expect("it is there");
    let at_hand = [RawFile { path: "flyttad.md".to_owned(), bytes: Ok(b"samma".to_vec()) }];
    let files = git::files(root, &[&listing, &listing], &at_hand).expect("the other blob is there");
    let expected = [("a.md", "samma"), ("b.md", "före")]
        .map(|(path, text)| RawFile { path: path.to_owned(), bytes: Ok(text.as_bytes().to_vec()) });
    assert_eq!(files, [expected.to_vec(), expected.to_vec()]);
    assert!(git::files(root, &[&listing], &[]).is_err(), "it cannot be had");
}

#[test]
fn longer_ids_are_read_too() {
    let folder = TempDir::new().expect("a folder");
    let root = folder.path();
    run(root, &["init", "--quiet", "--initial-branch", "main", "--object-format", "sha256"]);
    put(root, "a.md", "x");
    commit(root);
    let listing = git::list(root, "main").expect("the revision can be listed");
    let here = disk::read(root).expect("the folder can be read");
    assert_eq!(git::files(root, &[&listing], &here), Ok(vec![here.clone()]));
}

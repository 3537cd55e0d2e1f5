//! What `disk::read` takes, passes over and refuses, on real folders.

#![expect(clippy::disallowed_methods, reason = "tests prepare files and look at them")]
#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use internkontroll::diagnostic::{Code, Diagnostics};
use internkontroll::disk::{ReadError, read, read_whole};
use internkontroll::source::{LARGEST_FILE, Refusal, Sources, Unread, named};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("below the root")).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

/// Path and fault of every file that has one, by path.
fn faults(root: &Path) -> Vec<(String, Unread)> {
    let files = named(read(root).expect("the folder can be read"));
    files.into_iter().filter_map(|file| Some((file.path, file.bytes.err()?))).collect()
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
    let files = read_whole(root).expect("the folder is without faults");
    let found: Vec<_> =
        files.iter().map(|(path, bytes)| (path.as_str(), String::from_utf8_lossy(bytes).into_owned())).collect();
    let expected = [("a-b.md", "2"), ("a/å ä.md", "1"), ("b.md", "b"), ("tom.md", ""), ("ö.md", "decomposed")];
    assert_eq!(found, expected.map(|(path, text)| (path, text.to_owned())));
}

#[test]
fn every_fault_is_told_in_one_run() {
    let folder = folder();
    let root = folder.path();
    put(root, "bra.md", "x");
    let largest = usize::try_from(LARGEST_FILE).expect("it fits");
    put(root, "exakt.md", vec![b'x'; largest]);
    put(root, "stor.md", vec![b'x'; largest + 1]);
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
        ("latin\u{fffd}.md", Unread::NameNotUtf8),
        ("länk.md", Unread::SymbolicLink),
        ("mapp å", Unread::SameName),
        ("rad\\nbrytning.md", Unread::NameControl),
        ("rundgång", Unread::SymbolicLink),
        ("rör", Unread::Special),
        ("stor.md", Unread::TooLarge),
        ("é.md", Unread::SameName),
    ];
    assert_eq!(faults(root), expected.clone().map(|(path, fault)| (path.to_owned(), fault)));
    let whole = read_whole(root).expect_err("a theme is read whole or not at all");
    assert_eq!(whole, ReadError::Files(expected.map(|(path, fault)| (path.to_owned(), fault)).to_vec()));
    assert!(whole.to_string().contains("länk.md: här ligger en symbolisk länk"), "{whole}");
}

#[test]
fn what_cannot_be_read_is_a_fault_at_its_path_among_the_others() {
    let folder = folder();
    let root = folder.path();
    put(root, "kommun.yaml", "namn: 1\n");
    put(root, "skalor.yaml", b"namn: 1\nord: f\xf6rb\xe4ttring\n");
    put(root, "organ/a/organ.yaml", "x");
    symlink("nowhere", root.join("sidor")).expect("a link can be made");
    let locked = root.join("organ/a");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0)).expect("they can be set");
    let files = read(root).expect("the folder itself can be read");
    // Root reads what it likes.
    let is_locked = fs::read_dir(&locked).is_err();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).expect("they can be set");
    if is_locked {
        let fault = files.iter().find(|file| file.path == "organ/a").expect("the folder is told");
        assert_eq!(fault.bytes, Err(Unread::Refused(Refusal::Permission)));
    }
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    assert!(internkontroll::check(&sources, &mut diagnostics).is_err());
    let told: Vec<_> = diagnostics.sorted().into_iter().map(|told| (told.code, told.span)).collect();
    let (latin, _) = sources.iter().find(|(_, file)| file.path == "skalor.yaml").expect("it is there");
    let place = told.iter().find(|(code, _)| *code == Code::NotUtf8).expect("it is told").1;
    assert_eq!((place.file, sources.file(latin).position(place.start).line), (latin, 2));
    assert_eq!(sources.file(latin).position(place.start).column, 7);
    assert!(told.iter().any(|(code, _)| *code == Code::SymbolicLink));
    assert!(told.iter().any(|(code, span)| *code == Code::MissingKey && sources.file(span.file).path == "kommun.yaml"));
}

#[test]
fn a_root_that_is_missing_or_a_file_is_told() {
    let folder = folder();
    put(folder.path(), "fil", "x");
    let missing = folder.path().join("saknas");
    assert_eq!(read(&missing), Err(ReadError::Missing { folder: missing.display().to_string() }));
    let file = folder.path().join("fil");
    assert_eq!(read(&file), Err(ReadError::NotFolder { folder: file.display().to_string() }));
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

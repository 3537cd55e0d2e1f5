//! `disk::write` keeps its promise: the old site or the new one, whole, and nothing foreign removed.

#![expect(clippy::disallowed_methods, reason = "tests prepare files and look at them")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use internkontroll::disk::{Swap, WriteError, check_places, write, write_by};

type Site = BTreeMap<String, Vec<u8>>;

/// Tells the kill test's child which folder to write to, and how.
const CHILD: &str = "INTERNKONTROLL_TEST_CHILD";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// A site whose every file says the same word, some of them under names that only this word has.
fn site_of(word: &str) -> Site {
    let mut site = Site::new();
    for number in 0..40 {
        site.insert(format!("nämnd {}/sida {number}.html", number % 7), word.repeat(200 * number).into_bytes());
        site.insert(format!("{word}/djupt/ner/{number}.csv"), word.as_bytes().to_vec());
    }
    site.insert("alltid.css".to_owned(), b"lika".to_vec());
    site
}

/// Every file below a folder but the list of files, by path.
fn files_in(folder: &Path) -> Site {
    let mut files = Site::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let entry = entry.expect("the folder can be read");
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().expect("the kind is known").is_dir() {
                waiting.push((entry.path(), path + "/"));
            } else if path != ".internkontroll" {
                files.insert(path, fs::read(entry.path()).expect("the file can be read"));
            }
        }
    }
    files
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn beside(output: &Path, role: &str) -> PathBuf {
    let name = output.file_name().expect("the output has a name").to_string_lossy();
    output.with_file_name(format!(".{name}.internkontroll-{role}"))
}

#[test]
fn a_site_is_written_and_replaced_with_nothing_left_beside_it() {
    for way in [Swap::Exchange, Swap::Aside] {
        let folder = folder();
        let output = folder.path().join("under/på väg/webb plats");
        let first = site(&[("index.html", "1"), ("år/2024.html", "2"), ("stil.css", "3")]);
        let written = write_by(way, &output, &first).expect("a new folder can be written");
        assert_eq!((written.files, written.bytes, written.unchanged), (3, 3, 0));
        assert_eq!(files_in(&output), first);
        let second = site(&[("index.html", "ny"), ("år/2025.html", "2"), ("stil.css", "3")]);
        let written = write_by(way, &output, &second).expect("our own folder can be written");
        assert_eq!((written.files, written.bytes, written.unchanged), (3, 4, 1));
        assert_eq!(files_in(&output), second);
        assert_eq!(names_in(&folder.path().join("under/på väg")), ["webb plats"]);
    }
}

#[test]
fn the_list_of_files_is_the_same_in_every_build() {
    let folder = folder();
    let files = site_of("a");
    write(&folder.path().join("x"), &files).expect("writable");
    write(&folder.path().join("y"), &files).expect("writable");
    let list = |name: &str| fs::read(folder.path().join(name).join(".internkontroll")).expect("the list is there");
    assert_eq!(list("x"), list("y"));
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let folder = folder();
    let output = folder.path().join("viktigt");
    fs::create_dir_all(output.join("mapp")).expect("the folder can be made");
    for name in ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "mapp/f.txt", "README.md"] {
        fs::write(output.join(name), name).expect("the file can be written");
    }
    let before = files_in(&output);
    let error = write(&output, &site_of("a")).expect_err("not ours");
    let shown = error.to_string();
    assert!(shown.contains("”a.txt”, ”b.txt”, ”c.txt”, ”d.txt”, ”e.txt” och 1 till;"), "{shown}");
    assert_eq!(files_in(&output), before);
    assert_eq!(names_in(folder.path()), ["viktigt"]);
}

#[test]
fn what_someone_put_into_our_folder_is_not_removed() {
    let folder = folder();
    let output = folder.path().join("output");
    write(&output, &site_of("a")).expect("writable");
    for foreign in ["anteckning.txt", "a/djupt/egen.csv", "tom mapp/"] {
        let path = output.join(foreign);
        if foreign.ends_with('/') {
            fs::create_dir(&path).expect("the folder can be made");
        } else {
            fs::write(&path, "mitt").expect("the file can be written");
        }
        let before = files_in(&output);
        let error = write(&output, &site_of("b")).expect_err("a foreign file");
        let output = output.canonicalize().expect("it is there");
        assert_eq!(error, WriteError::Foreign { output: output.clone(), names: vec![foreign.to_owned()] });
        assert_eq!(files_in(&output), before);
        if foreign.ends_with('/') { fs::remove_dir(path) } else { fs::remove_file(path) }.expect("it can be removed");
    }
    write(&output, &site_of("b")).expect("ours again");
}

#[test]
fn keep_files_are_carried_over_byte_for_byte() {
    let folder = folder();
    let output = folder.path().join("output");
    fs::create_dir(&output).expect("the folder can be made");
    let kept = site(&[(".gitignore", "*\n!README.md\r\n"), (".gitkeep", ""), ("README.md", "Skrivs av bygget.")]);
    for (name, bytes) in &kept {
        fs::write(output.join(name), bytes).expect("the file can be written");
    }
    for word in ["a", "b", "b"] {
        write(&output, &site_of(word)).expect("only keep files and our own");
        let mut expected = site_of(word);
        expected.extend(kept.clone());
        assert_eq!(files_in(&output), expected);
    }
    fs::write(output.join("nämnd 0/README.md"), "x").expect("the file can be written");
    write(&output, &site_of("a")).expect_err("keep files lie at the top");
}

#[test]
fn a_damaged_list_is_refused() {
    let folder = folder();
    let output = folder.path().join("output");
    write(&output, &site_of("a")).expect("writable");
    fs::write(output.join(".internkontroll"), "internkontroll: filer i webbplatsen, version 2\n").expect("writable");
    let error = write(&output, &site_of("b")).expect_err("another version");
    assert!(matches!(error, WriteError::Marker { .. }), "{error}");
    assert_eq!(files_in(&output), site_of("a"));
}

#[test]
fn a_failed_write_leaves_the_old_site() {
    for way in [Swap::Exchange, Swap::Aside] {
        let folder = folder();
        let output = folder.path().join("output");
        write_by(way, &output, &site_of("a")).expect("writable");
        let mut bad = site_of("b");
        bad.insert("n".repeat(300), b"x".to_vec());
        let error = write_by(way, &output, &bad).expect_err("the name is too long");
        assert!(error.to_string().contains("namnet är för långt"), "{error}");
        assert_eq!(files_in(&output), site_of("a"));
        assert_eq!(names_in(folder.path()), ["output"]);
    }
}

#[test]
fn what_killed_runs_left_is_cleaned_up() {
    let folder = folder();
    let output = folder.path().join("output");
    write(&output, &site_of("a")).expect("writable");
    for role in ["new", "old"] {
        fs::create_dir_all(beside(&output, role).join("halv/mapp")).expect("the folder can be made");
        fs::write(beside(&output, role).join("halv/mapp/sida.html"), "<h").expect("the file can be written");
    }
    fs::write(beside(&output, "lock"), "").expect("the file can be written");
    write(&output, &site_of("b")).expect("writable");
    assert_eq!(files_in(&output), site_of("b"));
    assert_eq!(names_in(folder.path()), ["output"]);
}

#[test]
fn a_run_killed_between_the_two_steps_is_undone_even_when_the_next_one_fails() {
    let folder = folder();
    let output = folder.path().join("output");
    write(&output, &site_of("a")).expect("writable");
    fs::rename(&output, beside(&output, "old")).expect("it can be moved");
    fs::create_dir(beside(&output, "new")).expect("the folder can be made");
    write(&output, &site(&[(&"n".repeat(300), "x")])).expect_err("the name is too long");
    assert_eq!(files_in(&output), site_of("a"));
    assert_eq!(names_in(folder.path()), ["output"]);
}

#[test]
fn two_writers_at_once_leave_one_whole_site() {
    let folder = folder();
    let output = folder.path().join("output");
    thread::scope(|scope| {
        let writers = ["a", "b", "c"].map(|word| {
            let output = &output;
            scope.spawn(move || {
                let files = site_of(word);
                for _ in 0..15 {
                    // Without a pause, so that a lock is often asked for at the moment when it is given back.
                    while let Err(error) = write(output, &files) {
                        assert!(matches!(error, WriteError::Busy { .. }), "{error}");
                        thread::yield_now();
                    }
                }
            })
        });
        for writer in writers {
            writer.join().expect("no writer fails");
        }
    });
    let found = files_in(&output);
    assert!(["a", "b", "c"].iter().any(|word| found == site_of(word)));
    assert_eq!(names_in(folder.path()), ["output"]);
}

#[test]
fn a_file_is_no_output_folder() {
    let folder = folder();
    let output = folder.path().join("fil");
    fs::write(&output, "x").expect("the file can be written");
    assert_eq!(write(&output, &site_of("a")), Err(WriteError::NotFolder { output: output.clone() }));
    assert_eq!(fs::read(&output).expect("it is there"), b"x");
    let below = output.join("under");
    let error = write(&below, &site_of("a")).expect_err("below a file");
    assert!(error.to_string().contains("är en fil"), "{error}");
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_its_target_is_written() {
    let folder = folder();
    let link = folder.path().join("länk");
    std::os::unix::fs::symlink("mål/webb", &link).expect("a link can be made");
    for word in ["a", "b"] {
        write(&link, &site_of(word)).expect("writable");
        assert_eq!(files_in(&folder.path().join("mål/webb")), site_of(word));
        assert_eq!(link.read_link().expect("still a link"), Path::new("mål/webb"));
    }
    assert_eq!(names_in(folder.path()), ["länk", "mål"]);
    assert_eq!(names_in(&folder.path().join("mål")), ["webb"]);
}

#[cfg(unix)]
#[test]
fn who_may_enter_the_folder_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let output = folder.path().join("output");
    write(&output, &site_of("a")).expect("writable");
    fs::set_permissions(&output, fs::Permissions::from_mode(0o2771)).expect("ours");
    write(&output, &site_of("b")).expect("writable");
    assert_eq!(output.metadata().expect("it is there").permissions().mode() & 0o7777, 0o2771);
}

#[test]
fn the_output_is_apart_from_what_is_read() {
    let folder = folder();
    let root = folder.path();
    fs::create_dir_all(root.join("content/djup")).expect("the folder can be made");
    let content = root.join("content");
    for near in ["content", "content/ut", "content/ny/ut", ".", "x/../content", "content/djup/.."] {
        let error = check_places(&root.join(near), &[&content, &root.join("themes")]).expect_err(near);
        assert!(matches!(error, WriteError::Overlap { ref input, .. } if *input == content), "{near}: {error}");
    }
    for apart in ["output", "content-2", "contentx/ut"] {
        check_places(&root.join(apart), &[&content, &root.join("themes")]).expect(apart);
    }
}

#[test]
fn a_path_that_leads_out_is_our_own_mistake() {
    let folder = folder();
    for path in ["/etc/x", "../x", "a/../x", "a//x", "./x", "", "a\\x", "a\nx", "README.md", ".internkontroll"] {
        let output = folder.path().join("output");
        let result = std::panic::catch_unwind(|| write(&output, &site(&[(path, "x")])));
        assert!(result.is_err(), "{path}");
        assert!(!output.exists(), "{path}");
    }
}

/// No test of its own: what the kill test runs and kills.
#[test]
fn child_writes_until_it_is_killed() {
    let Ok(order) = std::env::var(CHILD) else { return };
    let (way, output) = order.split_once(':').expect("the parent says how and where");
    let way = if way == "aside" { Swap::Aside } else { Swap::Exchange };
    for word in ["a", "b"].iter().cycle() {
        if let Err(error) = write_by(way, Path::new(output), &site_of(word)) {
            fs::write(format!("{output}.fel"), error.to_string()).expect("writable");
            return;
        }
    }
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_site_or_the_new_one() {
    for way in ["exchange", "aside"] {
        let folder = folder();
        let output = folder.path().join("output");
        write(&output, &site_of("a")).expect("writable");
        fs::write(output.join(".gitignore"), "*").expect("writable");
        let [old, new] = ["a", "b"].map(|word| {
            let mut files = site_of(word);
            files.insert(".gitignore".to_owned(), b"*".to_vec());
            files
        });
        let kills: u64 = std::env::var("KILLS").map_or(25, |kills| kills.parse().expect("KILLS is a number"));
        for turn in 0..kills {
            let mut child = Command::new(std::env::current_exe().expect("the test knows itself"))
                .args(["--exact", "child_writes_until_it_is_killed", "--test-threads=1"])
                .env(CHILD, format!("{way}:{}", output.display()))
                .stdout(Stdio::null())
                .spawn()
                .expect("the test can run itself");
            // Steps of a prime number of microseconds strike every part of the writing in time.
            thread::sleep(Duration::from_micros(2_000 + turn * 7_919 % 60_000));
            child.kill().expect("the child can be killed");
            child.wait().expect("the child has ended");
            assert!(!output.with_file_name("output.fel").exists(), "a run failed beside {}", output.display());
            // Only the two steps have a moment without a site, and the old one is then beside.
            let place = if way == "aside" && !output.exists() { beside(&output, "old") } else { output.clone() };
            let found = files_in(&place);
            assert!(found == old || found == new, "{way}, kill {turn}: {:?}", found.keys());
        }
        write(&output, &site_of("b")).expect("the next run recovers");
        assert_eq!(files_in(&output), new);
        assert_eq!(names_in(folder.path()), ["output"]);
    }
}

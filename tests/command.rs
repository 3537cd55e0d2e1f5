//! The command as a person runs it: exit codes, messages, targets that cannot be written, builds that are killed.

#![expect(clippy::disallowed_methods, reason = "tests prepare files, run the program and look at what it did")]

mod reading;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use tempfile::TempDir;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_internkontroll"));
    command.current_dir(reading::package()).stdin(Stdio::null());
    command
}

fn build(content: &Path, output: &Path) -> Output {
    program().arg("build").arg("--content").arg(content).arg("--output").arg(output).output().expect("the program runs")
}

/// A copy of the small content of the cases, to be broken.
fn small(folder: &Path) {
    for (path, bytes) in reading::files(&reading::package().join("tests/cases/base")) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, bytes).expect("it can be written");
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Everything in a folder, hidden files too.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        let path = entry.path().strip_prefix(folder).expect("below it").to_string_lossy().into_owned();
        found.insert(path, fs::read(entry.path()).expect("it can be read"));
    }
    found
}

#[test]
fn a_right_content_is_written_and_told() {
    let folder = TempDir::new().expect("a folder");
    let (content, output) = (folder.path().join("innehåll med mellanslag"), folder.path().join("färdig rapport"));
    small(&content);
    let built = build(&content, &output);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    assert!(said(&built).contains("Rapporten ligger i"), "{}", said(&built));
    assert!(!said(&built).contains('\u{1b}'), "no colours where there is no terminal");
    assert!(output.join("index.html").is_file());
}

#[test]
fn a_fault_leaves_the_old_report_to_the_byte() {
    let folder = TempDir::new().expect("a folder");
    let (content, output) = (folder.path().join("content"), folder.path().join("output"));
    small(&content);
    assert_eq!(build(&content, &output).status.code(), Some(0));
    let before = contents(&output);
    let answers = content.join("organ/miljonamnden/2024/sjalvskattning.yaml");
    fs::write(&answers, "påståenden: god\nsvar:\n  KM1: braa\n  KM2: utmärkt\n").expect("it can be written");
    let built = build(&content, &output);
    assert_eq!(built.status.code(), Some(1));
    let told = said(&built);
    assert!(told.contains("sjalvskattning.yaml:3:8: fel[IK0307]: ”braa” är ingen nivå"), "{told}");
    assert!(told.contains("sjalvskattning.yaml:4:8"), "all faults in one run: {told}");
    assert!(told.contains("2 fel, 0 varningar, 0 notiser. Ingenting har skrivits."), "{told}");
    assert!(contents(&output) == before);
}

#[test]
fn wrong_use_is_told_in_swedish() {
    for (arguments, word) in [
        (vec!["bygg"], "kommandot ”bygg” finns inte"),
        (vec!["build", "--utmapp", "x"], "valet ”--utmapp” finns inte"),
        (vec![], "det saknas ett kommando"),
        (vec!["build", "--base-url", "intranet"], "adressen ska börja med https://"),
    ] {
        let ran = program().args(&arguments).output().expect("the program runs");
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(said(&ran).contains(word), "{arguments:?}: {}", said(&ran));
    }
    let help = program().args(["build", "--help"]).output().expect("the program runs");
    assert_eq!(help.status.code(), Some(0));
    for word in ["Användning", "Val:", "--content", "--output", "Visar den här hjälpen"] {
        assert!(said(&help).contains(word), "{word}: {}", said(&help));
    }
}

#[test]
fn a_foreign_folder_is_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let (content, output) = (folder.path().join("content"), folder.path().join("bilder"));
    small(&content);
    fs::create_dir(&output).expect("it can be made");
    fs::write(output.join("semester.jpg"), "bild").expect("it can be written");
    let built = build(&content, &output);
    assert_eq!(built.status.code(), Some(1), "{}", said(&built));
    assert!(said(&built).contains("semester.jpg"), "{}", said(&built));
    assert_eq!(contents(&output).len(), 1);
}

#[test]
fn output_inside_the_content_is_wrong_use() {
    let folder = TempDir::new().expect("a folder");
    small(folder.path());
    let built = build(folder.path(), &folder.path().join("organ"));
    assert_eq!(built.status.code(), Some(2), "{}", said(&built));
}

#[test]
fn missing_and_unreadable_content_is_told() {
    let folder = TempDir::new().expect("a folder");
    let built = build(&folder.path().join("finns-inte"), &folder.path().join("output"));
    assert_eq!(built.status.code(), Some(1));
    assert!(said(&built).contains("finns-inte"), "{}", said(&built));
    small(folder.path());
    fs::write(folder.path().join("sidor/latin.md"), b"---\ntitel: M\xf6te\n---\n").expect("it can be written");
    let built = build(folder.path(), &folder.path().with_extension("ut"));
    assert_eq!(built.status.code(), Some(1));
    let told = "sidor/latin.md:2:9: fel[IK0101]: ”Möte” ser ut att vara sparat som Windows-1252";
    assert!(said(&built).contains(told), "{}", said(&built));
}

#[test]
fn a_theme_of_ones_own_lies_over_the_standard_one() {
    let folder = TempDir::new().expect("a folder");
    let (content, theme, output) =
        (folder.path().join("content"), folder.path().join("tema"), folder.path().join("output"));
    small(&content);
    fs::create_dir_all(theme.join("templates")).expect("it can be made");
    fs::write(theme.join("words.yaml"), "who_answered: Svarande i Provstad\n").expect("it can be written");
    let themed = || {
        program()
            .arg("build")
            .args([
                "--content".as_ref(),
                content.as_os_str(),
                "--theme".as_ref(),
                theme.as_os_str(),
                "--output".as_ref(),
                output.as_os_str(),
            ])
            .output()
            .expect("the program runs")
    };
    let built = themed();
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    assert!(fs::read_to_string(output.join("index.html")).expect("it is there").contains("Svarande i Provstad"));
    // A template that breaks what every page promises is told by page and rule, and nothing is written.
    let before = contents(&output);
    fs::write(
        theme.join("templates/years.html"),
        "{% extends \"base.html\" %}{% block main %}<h2>År</h2>{% endblock main %}",
    )
    .expect("it can be written");
    let built = themed();
    assert_eq!(built.status.code(), Some(1));
    assert!(said(&built).contains("ar/index.html"), "{}", said(&built));
    assert!(contents(&output) == before);
    fs::write(theme.join("templates/years.html"), "{{ finns_inte }}").expect("it can be written");
    let built = themed();
    assert_eq!(built.status.code(), Some(1));
    assert!(said(&built).contains("years.html"), "{}", said(&built));
}

/// Kills builds at many moments; after each the folder holds the one site or the other, whole.
#[cfg(unix)]
#[test]
fn a_killed_build_leaves_a_whole_report() {
    let folder = TempDir::new().expect("a folder");
    let (one, other, output) = (folder.path().join("ett"), folder.path().join("annat"), folder.path().join("output"));
    small(&one);
    small(&other);
    fs::write(other.join("sidor/ny.md"), "---\ntitel: En ny sida\n---\n\nNy.\n").expect("it can be written");
    assert_eq!(build(&other, &output).status.code(), Some(0));
    let new = contents(&output);
    assert_eq!(build(&one, &output).status.code(), Some(0));
    let old = contents(&output);
    assert_ne!(old, new);
    for step in 0..60 {
        let content = if step % 2 == 0 { &other } else { &one };
        let mut child = program()
            .arg("build")
            .arg("--content")
            .arg(content)
            .arg("--output")
            .arg(&output)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(step * 3));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let now = contents(&output);
        assert!(
            now == old || now == new,
            "after a kill at {} ms the folder is neither the old site nor the new",
            step * 3
        );
    }
    assert_eq!(build(&one, &output).status.code(), Some(0));
    assert!(contents(&output) == old);
    let left: Vec<_> = fs::read_dir(folder.path())
        .expect("it can be read")
        .filter_map(Result::ok)
        .map(|entry| entry.file_name())
        .collect();
    assert_eq!(left.len(), 3, "what killed builds left behind is cleaned: {left:?}");
}

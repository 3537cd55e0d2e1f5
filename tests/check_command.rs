//! `check` and `explain` as a person runs them: places, languages, formats, given files, exit codes.

#![expect(clippy::disallowed_methods, reason = "tests prepare files, run the program and look at what it says")]

mod reading;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use internkontroll::language::number;
use serde_json::Value;
use tempfile::TempDir;

/// A damage to a file of the example: what is replaced by what, and the part of it that is at fault.
struct Damage {
    path: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
}

const fn damage(path: &'static str, from: &'static str, to: &'static str, at: &'static str) -> Damage {
    Damage { path, from, to, at }
}

/// Ten faults of different kinds in ten files, by path.
const TEN: [Damage; 10] = [
    damage("ar/2020.md", "titel:", "titel: Året\ntitel:", "titel:"),
    damage("matetal/avtalstrohet.yaml", "not: Målet", "nott: Målet", "nott"),
    damage("organ/byggnadsnamnden/2024/sjalvskattning.yaml", "inlämnad: 2025-", "inlämnad: 2025-13-", "2025-13-"),
    damage("organ/kulturnamnden/organ.yaml", "slag: nämnd", "slag: nämd", "nämd"),
    damage("organ/miljonamnden/2024/rapport.md", "Övergången till avgift", "Övergången <b>till avgift", "<b>"),
    damage("organ/miljonamnden/matetal/avtalstrohet.yaml", "2015: 73.4", "2015: 73.x", "73.x"),
    damage(
        "organ/servicenamnden/organ.yaml",
        "slag: nämnd",
        "slag: nämnd\nföregångare: servicekontoret",
        "servicekontoret",
    ),
    damage(
        "organ/socialnamnden/2024/rapport.md",
        "## Sammanfattning\n\n",
        "## Sammanfattning\n\nÄrendet 19121212-1212. ",
        "19121212",
    ),
    damage("organ/valnamnden/matetal/personuppgiftsincidenter.yaml", "  2018:", "  1018:", "1018"),
    damage("sidor/om.md", "är en påhittad kommun", "är en [påhittad](javascript:x) kommun", "[påhittad]"),
];

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_internkontroll"));
    command.current_dir(folder).stdin(Stdio::null()).env("NO_COLOR", "").env_remove("NO_COLOR");
    command
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    program(folder).arg("check").args(arguments).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    let arguments = [arguments, &["--format", "json"]].concat();
    serde_json::from_str(&said(&check(folder, &arguments))).expect("it is JSON")
}

fn copy(from: &str, to: &Path) {
    for (path, bytes) in reading::files(&reading::package().join(from)) {
        put(to, &path, &bytes);
    }
}

fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
    fs::write(path, bytes).expect("it can be written");
}

/// The small content of the cases, in a folder of its own.
fn small() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    copy("tests/cases/base", &folder.path().join("content"));
    folder
}

/// Damages the copy of the example; the place of each fault, as it is to be told.
fn damaged(folder: &Path) -> Vec<String> {
    let mut places = Vec::new();
    for damage in &TEN {
        let path = folder.join(damage.path);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", damage.path));
        let start = text.find(damage.from).unwrap_or_else(|| panic!("{} has no ”{}”", damage.path, damage.from));
        let broken = text.replacen(damage.from, damage.to, 1);
        // Of a key that stands twice, the second is at fault.
        let at = start + damage.to.rfind(damage.at).expect("it is part of it");
        let (line, column) =
            (broken[..at].matches('\n').count() + 1, broken[..at].rsplit('\n').next().expect("a line"));
        places.push(format!("{}:{line}:{}", damage.path, column.chars().count() + 1));
        fs::write(path, broken).expect("it can be written");
    }
    places
}

#[test]
fn ten_faults_in_ten_files_are_told_in_one_run() {
    let folder = TempDir::new().expect("a folder");
    let content = folder.path().join("Årets innehåll");
    copy("examples/exempelstaden", &content);
    let places = damaged(&content);
    for (language, severity, summary) in
        [("sv", "fel", "10 fel, 0 varningar, 0 notiser."), ("en", "error", "10 errors, 0 warnings, 0 notes.")]
    {
        let arguments = ["--content", "Årets innehåll", "--language", language];
        let checked = check(folder.path(), &arguments);
        assert_eq!(checked.status.code(), Some(1));
        let told = said(&checked);
        let told_places: Vec<_> = told
            .lines()
            .filter_map(|line| line.split_once(&format!(": {severity}[IK")))
            .map(|(place, _)| place)
            .collect();
        let expected: Vec<_> = places.iter().map(|place| format!("Årets innehåll/{place}")).collect();
        assert_eq!(told_places, expected, "{told}");
        assert!(told.contains(summary) && told.contains("internkontroll explain IK"), "{told}");
        assert!(!told.contains('\u{1b}'), "no colours where there is no terminal");
        let faults = json(folder.path(), &arguments);
        let of_json =
            faults["faults"].as_array().expect("a list").iter().map(|fault| {
                format!("{}:{}:{}", fault["file"].as_str().expect("a path"), fault["line"], fault["column"])
            });
        assert_eq!(of_json.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn all_is_well_is_said_too() {
    let small = small();
    let checked = check(small.path(), &[]);
    assert_eq!(checked.status.code(), Some(0));
    let expected = "Läste 12 filer om 1 organ, åren 2023–2024. Allt är som det ska: 0 fel, 0 varningar, 0 notiser.\n";
    assert_eq!(said(&checked), expected);
    let expected = "Read 12 files about 1 body, 2023–2024. All is well: 0 errors, 0 warnings, 0 notes.\n";
    assert_eq!(said(&check(small.path(), &["--language", "en"])), expected);
    let example = said(&check(&reading::package().join("examples"), &["--content", "exempelstaden"]));
    let files = reading::files(&reading::package().join("examples/exempelstaden")).len();
    let files = number::integer(i64::try_from(files).expect("a city has fewer files"));
    assert!(example.contains(&format!("Läste {files} filer om 27 organ, åren 2015–2024. 0 fel, ")), "{example}");
    let none = json(small.path(), &[]);
    assert_eq!(none["faults"], serde_json::json!([]));
}

#[test]
fn only_the_files_that_are_given_are_shown_and_counted() {
    let folder = small();
    let content = folder.path().join("content");
    put(
        &content,
        "organ/miljonamnden/2024/sjalvskattning.yaml",
        b"p\xc3\xa5st\xc3\xa5enden: god\nsvar:\n  KM1: braa\n  KM2: bra\n",
    );
    put(&content, "sidor/ny.md", b"---\ntitel: Ny\nx: 1\ny: 2\n---\n\nText.\n");
    let count = |arguments: &[&str]| {
        let checked = check(folder.path(), arguments);
        (checked.status.code(), said(&checked).matches(": fel[").count())
    };
    assert_eq!(count(&[]), (Some(1), 3));
    for given in ["content/sidor/ny.md", "sidor/ny.md", "content/sidor", "sidor/", "./content/sidor/../sidor/ny.md"] {
        assert_eq!(count(&[given]), (Some(1), 2), "{given}");
    }
    assert_eq!(count(&["sidor", "organ", "content/sidor/ny.md"]), (Some(1), 3));
    assert_eq!(count(&["kommun.yaml"]), (Some(0), 0));
    let told = said(&check(folder.path(), &["kommun.yaml"]));
    assert!(told.ends_with("Visar 1 av dem: 0 fel, 0 varningar, 0 notiser. De andra har 3 fel.\n"), "{told}");
    assert_eq!(json(folder.path(), &["sidor"])["summary"]["errors"], 2);
    let absolute = content.join("sidor");
    assert_eq!(count(&[absolute.to_str().expect("text")]), (Some(1), 2));
}

#[test]
fn wrong_use_is_told_and_nothing_is_checked() {
    let folder = small();
    for (arguments, words) in [
        (vec!["content/sidor/finns-inte.md"], "”content/sidor/finns-inte.md” finns inte i mappen ”content”"),
        (vec!["komun.yaml"], "Menade du ”kommun.yaml”?"),
        (vec!["komun.yaml", "--language", "en"], "“komun.yaml” is not in the folder “content”"),
        (vec!["--format", "xml"], "välj text, plain, json, github, gitlab eller sarif"),
        (vec!["--language", "de"], "välj sv eller en"),
    ] {
        let checked = check(folder.path(), &arguments);
        assert_eq!(checked.status.code(), Some(2), "{arguments:?}");
        assert!(checked.stdout.is_empty());
        let told = String::from_utf8_lossy(&checked.stderr).into_owned();
        assert!(told.contains(words), "{arguments:?}: {told}");
    }
    let missing = check(folder.path(), &["--content", "finns-inte"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("finns-inte"));
}

#[test]
fn warnings_fail_only_when_they_are_denied() {
    let folder = small();
    let answers = "påståenden: god\nsvar:\n  KM1: bra\n";
    put(&folder.path().join("content"), "organ/miljonamnden/2024/sjalvskattning.yaml", answers.as_bytes());
    let checked = check(folder.path(), &[]);
    assert_eq!(checked.status.code(), Some(0));
    assert!(said(&checked).contains("0 fel, 1 varning, "), "{}", said(&checked));
    assert_eq!(check(folder.path(), &["--deny-warnings"]).status.code(), Some(1));
    assert_eq!(check(folder.path(), &["--deny-warnings", "--format", "sarif"]).status.code(), Some(1));
    assert_eq!(check(folder.path(), &["--deny-warnings", "kommun.yaml"]).status.code(), Some(0));
}

#[test]
fn of_ten_thousand_faults_in_a_file_a_hundred_are_shown_and_the_rest_counted() {
    let folder = small();
    let page = format!("---\ntitel: Ny\n---\n\n{}", "Ö <b>fet\n\n".repeat(10_000));
    put(&folder.path().join("content"), "sidor/ny.md", page.as_bytes());
    let told = said(&check(folder.path(), &[]));
    assert_eq!(told.matches(": fel[").count(), 100);
    assert!(told.contains("9900 till i filen visas inte") && told.contains("10\u{a0}000 fel, 0 varningar"), "{told}");
    let told = json(folder.path(), &[]);
    assert_eq!(told["faults"].as_array().map(Vec::len), Some(100));
    assert_eq!(told["faults"][99]["line"], 203);
    assert_eq!(told["left_out"][0]["count"], 9_900);
}

#[test]
fn windows_line_ends_change_no_place() {
    let folder = small();
    let content = folder.path().join("content");
    put(&content, "sidor/ny.md", "---\ntitel: Ny\nåäö: 1\n---\n\nÅr <b>fet</b>.\n".as_bytes());
    let before = said(&check(folder.path(), &[]));
    assert!(before.contains("content/sidor/ny.md:6:4: fel["), "{before}");
    for (path, bytes) in reading::files(&content) {
        let text = String::from_utf8(bytes).expect("content is text");
        put(&content, &path, text.replace('\n', "\r\n").as_bytes());
    }
    assert_eq!(said(&check(folder.path(), &[])), before);
}

#[cfg(target_os = "linux")]
#[test]
fn half_an_answer_is_a_failure_and_nobody_who_listens_is_none() {
    let example = reading::package().join("examples");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let mut child = program(&example);
    child.args(["check", "--content", "exempelstaden"]).stdout(full).stderr(Stdio::piped());
    let output = child.output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("Det som skulle visas gick inte att skriva ut: "));
    let mut child = program(&example);
    child.args(["check", "--content", "exempelstaden"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn codes_are_explained() {
    let folder = TempDir::new().expect("a folder");
    let explain = |code: &[&str]| program(folder.path()).arg("explain").args(code).output().expect("the program runs");
    let page = said(&explain(&["IK0301"]));
    assert_eq!(page, reading::text("docs/fel/IK0301.md"));
    for written in ["ik0301", "0301", "301"] {
        assert_eq!(said(&explain(&[written])), page, "{written}");
    }
    let list = said(&explain(&[]));
    for line in ["Fel: ", "Varningar: ", "Notiser: ", "  IK0301  Nyckeln finns inte\n"] {
        assert!(list.contains(line), "{list}");
    }
    let unknown = explain(&["IK0391"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("Menade du IK0301"));
}

/// A repository with the small content in it.
fn repository() -> TempDir {
    let folder = small();
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--message", "x"]);
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    for role in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{role}_NAME"), "Provstad").env(format!("GIT_{role}_EMAIL"), "prov@provstad.example");
    }
    assert!(command.status().expect("git is there").success(), "{arguments:?}");
}

#[test]
fn what_was_adopted_is_told_against_a_revision() {
    let folder = repository();
    assert!(said(&check(folder.path(), &["--against", "main"])).contains("Allt är som det ska"));
    let path = "content/organ/miljonamnden/2024/sjalvskattning.yaml";
    let text = fs::read_to_string(folder.path().join(path)).expect("it is there");
    put(folder.path(), path, text.replace("KM1: bra", "KM1: dåligt").as_bytes());
    let alone = check(folder.path(), &[]);
    assert_eq!(alone.status.code(), Some(0), "by itself the content is right");
    let against = check(folder.path(), &["--against", "main"]);
    assert_eq!(against.status.code(), Some(1));
    assert!(said(&against).contains("sjalvskattning.yaml:5:8: fel[IK0605]"), "{}", said(&against));

    put(folder.path(), path, text.replace("KM1: bra", "KM1: braa").as_bytes());
    let broken = check(folder.path(), &["--against", "main"]);
    let told = String::from_utf8_lossy(&broken.stderr).into_owned();
    assert!(told.starts_with("Rätta felen; först då går det att se"), "{told}");
    let unknown = check(folder.path(), &["--against", "nowhere", "--language", "en"]);
    assert_eq!(unknown.status.code(), Some(2));
    let told = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(told.contains("The revision “nowhere” is not in the git repository"), "{told}");
}

#[test]
fn schemas_are_written_and_the_content_is_read_as_before() {
    let folder = small();
    let mut command = Command::new(env!("CARGO_BIN_EXE_internkontroll"));
    let written = command.current_dir(folder.path()).arg("schema").output().expect("the program runs");
    assert_eq!(written.status.code(), Some(0), "{}", String::from_utf8_lossy(&written.stderr));
    let schemas = folder.path().join("content/.scheman");
    let settings: Value =
        serde_json::from_slice(&fs::read(schemas.join("vscode-settings.json")).expect("it is there")).expect("JSON");
    for (schema, glob) in settings["yaml.schemas"].as_object().expect("a mapping") {
        assert!(folder.path().join(schema).is_file(), "{schema}");
        assert!(glob.as_str().is_some_and(|glob| glob.starts_with("content/")), "{glob}");
    }
    assert!(said(&check(folder.path(), &[])).contains("Allt är som det ska"));
}

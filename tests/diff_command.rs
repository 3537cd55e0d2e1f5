//! `diff` as a person runs it: two years and two revisions, in four formats and two languages.

#![expect(clippy::disallowed_methods, reason = "tests prepare files, run the program and look at what it says")]

mod reading;
mod repository;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use internkontroll::site::outline;
use serde_json::Value;
use tempfile::TempDir;

fn diff(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_internkontroll"));
    command.current_dir(folder).stdin(Stdio::null()).arg("diff").args(arguments).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout.clone()).expect("it is text").replace('\u{a0}', " ")
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).expect("it is text")
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    let arguments = [arguments, &["--format", "json"]].concat();
    serde_json::from_str(&said(&diff(folder, &arguments))).expect("it is JSON")
}

/// All changes of an answer.
fn changes(answer: &Value) -> Vec<&Value> {
    let sections = answer["sections"].as_array().expect("a list").iter();
    sections.flat_map(|section| section["changes"].as_array().expect("a list")).collect()
}

fn copy(from: &str, to: &Path) {
    for (path, bytes) in reading::files(&reading::package().join(from)) {
        repository::put(to, &path, bytes);
    }
}

/// The small content of the cases on the branch `main`, and another branch to work on.
fn small() -> TempDir {
    let folder = repository::repository();
    copy("tests/cases/base", &folder.path().join("content"));
    repository::commit(folder.path());
    repository::run(folder.path(), &["checkout", "--quiet", "-b", "arbete"]);
    folder
}

/// The same with the example.
fn example() -> TempDir {
    let folder = repository::repository();
    copy("examples/exempelstaden", &folder.path().join("content"));
    repository::commit(folder.path());
    repository::run(folder.path(), &["checkout", "--quiet", "-b", "arbete"]);
    folder
}

fn change(folder: &Path, path: &str, from: &str, to: &str) {
    let path = folder.join("content").join(path);
    let text = fs::read_to_string(&path).expect("it is there");
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replacen(from, to, 1)).expect("it can be written");
}

const ANSWERS: &str = "organ/miljonamnden/2024/sjalvskattning.yaml";

#[test]
fn two_years_of_the_small_content() {
    let folder = small();
    let told = said(&diff(folder.path(), &["2023", "2024"]));
    let expected = "\
Läste 12 filer om 1 organ, åren 2023–2024.

Skillnader mellan 2023 och 2024

God kontroll, alla organ: andelen ”bra” var 100 procent (2 av 2) 2023 och 100 procent (2 av 2) 2024: oförändrat.
Svar finns från 1 av 1 organ 2023 och 1 av 1 organ 2024.
Det enda organ som har svarat båda åren: 100 procent (2 av 2) 2023 och 100 procent (2 av 2) 2024, oförändrat.
2 bedömningar kan jämföras: 0 upp, 0 ned, 2 oförändrade.
1 åtgärd: 1 ny.
1 granskning: 1 ny.

Gemensamt för alla organ
  - Den kommungemensamma uppföljningen: inget redovisat 2023
      content/ar/2024.md:2

Miljönämnden
  1 åtgärd ny, 1 granskning ny, 1 mätetal ändrat.
  Av 2 bedömningar: 2 oförändrade.
  - Åtgärden ”Ny rutin”: ny, läge: pågår
      content/organ/miljonamnden/2024/atgarder/rutin.md:2
  - Granskningen ”Avgifter”: ny, läge: klar
      content/organ/miljonamnden/2024/granskningar/avgifter.md:2
  - loggkontroller: från 10 kontroller till 12 kontroller (+2, +20 %)
      content/organ/miljonamnden/matetal/loggar.yaml:1

God kontroll, alla organ tillsammans
  2 påståenden har samma andel båda gångerna.
";
    assert_eq!(told, expected);
    let backwards = said(&diff(folder.path(), &["2024", "2023"]));
    assert!(backwards.contains("1 åtgärd: 1 finns bara 2024."), "{backwards}");
    let english = said(&diff(folder.path(), &["2023", "2024", "--language", "en"]));
    assert!(english.contains("2 ratings can be compared: 0 up, 0 down, 2 unchanged."), "{english}");
    assert!(english.contains("The measure “Ny rutin”: new, progress: “pågår”"), "{english}");
}

#[test]
fn the_example_in_every_format() {
    let root = reading::package();
    for years in [["2015", "2024"], ["2023", "2024"], ["2024", "2015"]] {
        let arguments = [&years[..], &["--content", "examples/exempelstaden"]].concat();
        let answer = json(&root, &arguments);
        assert_eq!((&answer["form"], &answer["kind"]), (&1.into(), &"years".into()));
        assert!(
            changes(&answer).iter().any(|change| change["kind"] == "rating" && change["before"]["level"].is_string())
        );
        for change in changes(&answer) {
            for side in ["before", "after"] {
                let (part, whole) = (change[side]["part"].as_u64(), change[side]["whole"].as_u64());
                assert!(part.is_none() == whole.is_none() && part <= whole, "{change}");
            }
        }
        for language in ["sv", "en"] {
            let of = |format: &str| {
                said(&diff(&root, &[&arguments[..], &["--language", language, "--format", format]].concat()))
            };
            assert_well_formed(&of("html"));
            assert_whole(&of("markdown"));
            assert!(!of("text").contains('\u{1b}'), "no colours where there is no terminal");
        }
    }
}

#[test]
fn one_body_alone() {
    let root = reading::package();
    let arguments = ["2023", "2024", "--content", "examples/exempelstaden", "--body", "miljonamnden"];
    let answer = json(&root, &arguments);
    assert_eq!(answer["body"], "miljonamnden");
    let sections = answer["sections"].as_array().expect("a list");
    assert_eq!(sections.len(), 1);
    let up = changes(&answer).into_iter().filter(|change| change["change"] == "up").count();
    assert!(
        answer["summary"][0].as_str().expect("a line").starts_with(&format!("{up} bedömningar ändrade ({up} upp)"))
    );
}

#[test]
fn a_body_that_was_there_in_neither_year() {
    let root = reading::package();
    let body = "kultur-och-fritidsnamnden";
    let told = said(&diff(&root, &["2015", "2016", "--content", "examples/exempelstaden", "--body", body]));
    assert!(told.contains("Kultur- och fritidsnämnden: skillnader mellan 2015 och 2016\n"), "{told}");
    assert!(told.contains("Organet fanns varken 2015 eller 2016.") && !told.contains("Inget skiljer"), "{told}");
}

#[test]
fn backwards_in_time_nothing_is_new_or_gone() {
    let root = reading::package();
    let of = |years: [&str; 2]| said(&diff(&root, &[&years[..], &["--content", "examples/exempelstaden"]].concat()));
    let (onwards, backwards) = (of(["2015", "2024"]), of(["2024", "2015"]));
    let answers = ["17 svar på nya påståenden", "1 svar på ett nytt påstående"];
    assert!(answers.iter().all(|words| onwards.contains(words)), "{onwards}");
    assert!(
        onwards.contains("101 risker: 82 utan något redovisat 2015; 19 nya."),
        "without a plan nothing is known: {onwards}"
    );
    for word in ["längre", "nytt påstående", "nya påståenden", "har fått en nivå", "fortfarande utan nivå"] {
        assert!(!backwards.contains(word), "{word}: {backwards}");
    }
    assert!(backwards.contains("17 svar på påståenden som ställs bara 2024"), "{backwards}");
    assert!(backwards.contains("101 risker: 101 finns bara 2024."), "{backwards}");
}

#[test]
fn bodies_that_merged_are_told_with_what_they_became() {
    let root = reading::package();
    for years in [["2018", "2019"], ["2019", "2018"]] {
        let told = said(&diff(&root, &[&years[..], &["--content", "examples/exempelstaden"]].concat()));
        for sentence in [
            "Organ som bara finns 2018: Fritidsnämnden och Kulturnämnden.",
            "Organ som bara finns 2019: Kultur- och fritidsnämnden.",
            "Kulturnämnden upphörde 31 december 2018 och gick upp i Kultur- och fritidsnämnden.",
            "Kultur- och fritidsnämnden bildades 1 januari 2019 och tog över från Kulturnämnden och Fritidsnämnden.",
        ] {
            assert!(told.contains(sentence), "{sentence}: {told}");
        }
    }
}

#[test]
fn answers_that_begin_to_count_are_told() {
    let folder = small();
    change(folder.path(), ANSWERS, "status: beslutad", "status: utkast");
    repository::commit(folder.path());
    change(folder.path(), ANSWERS, "status: utkast", "status: beslutad");
    let told = said(&diff(folder.path(), &["--from", "HEAD"]));
    assert!(told.contains("Miljönämnden 2024: självskattningen räknas nu"), "{told}");
    assert!(told.contains("2 svar räknas nu i rapporten"), "{told}");
}

#[test]
fn two_years_of_one_file_are_on_two_lines() {
    let folder = small();
    change(
        folder.path(),
        "organ/miljonamnden/matetal/loggar.yaml",
        "{ 2023: 10, 2024: 12 }",
        "\n  2023: 10\n  2024: 12",
    );
    let told = said(&diff(folder.path(), &["2023", "2024"]));
    assert!(told.contains("content/organ/miljonamnden/matetal/loggar.yaml, rad 2 och rad 3\n"), "{told}");
    let comment = said(&diff(folder.path(), &["2023", "2024", "--format", "markdown"]));
    assert!(comment.contains("loggar.yaml:2 och content/organ/miljonamnden/matetal/loggar.yaml:3\n"), "{comment}");
    assert!(!told.contains("tidigare rad") && !comment.contains("tidigare rad"), "{comment}");
}

#[test]
fn what_a_hook_is_told_of_another_repository_changes_nothing() {
    let folder = small();
    change(folder.path(), ANSWERS, "KM1: bra", "KM1: dåligt");
    let with = |told: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_internkontroll"));
        command.env_remove("GIT_QUARANTINE_PATH").envs(told.iter().copied());
        said(&command.current_dir(folder.path()).stdin(Stdio::null()).arg("diff").output().expect("the program runs"))
    };
    let expected = with(&[]);
    assert!(expected.contains("KM1 Ansvar: från Bra till Dåligt"), "{expected}");
    for told in
        ["GIT_DIR", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"]
    {
        assert_eq!(with(&[(told, "/nowhere")]), expected, "{told}");
    }
    // What is being pushed lies elsewhere until the hook has answered.
    let (objects, quarantine) = (folder.path().join(".git/objects"), folder.path().join(".git/quarantine"));
    fs::rename(&objects, &quarantine).expect("it can be moved");
    fs::create_dir(&objects).expect("it can be made");
    let quarantine = quarantine.to_str().expect("it is text");
    let told = [("GIT_QUARANTINE_PATH", quarantine), ("GIT_OBJECT_DIRECTORY", quarantine)];
    assert_eq!(with(&told), expected);
}

#[test]
fn wrong_use_is_told_in_a_sentence() {
    let folder = small();
    for (arguments, expected) in [
        (vec!["2023"], "Det behövs två år att jämföra, men bara 2023 är skrivet\n"),
        (vec!["2023", "2023"], "Samma år står två gånger, 2023; skriv två olika år\n"),
        (vec!["2023", "i fjol"], "”i fjol” är inget år; skriv till exempel 2024\n"),
        (vec!["2019", "2024"], "2019 ingår inte i rapporten, som har åren 2023 till 2024\n"),
        (vec!["2023", "2024", "2025"], "Skriv bara två år att jämföra, till exempel 2023 2024\n"),
        (vec!["2023", "2024", "--from", "main"], "Skriv antingen två år eller --from och --to, inte båda delarna\n"),
        (
            vec!["2023", "2024", "--body", "miljonamden"],
            "Organet ”miljonamden” finns inte. Menade du ”miljonamnden”?\n",
        ),
        (vec!["2023", "2024", "--body", "x"], "Organet ”x” finns inte; skriv namnet på dess mapp under organ\n"),
    ] {
        assert_eq!(refused(&diff(folder.path(), &arguments)), expected, "{arguments:?}");
    }
    assert!(refused(&diff(folder.path(), &["--from", "nowhere"])).contains("nowhere"));
}

#[test]
fn errors_keep_years_from_being_compared() {
    let folder = small();
    change(folder.path(), "kommun.yaml", "påståenden: god", "påståenden: gd");
    let told = failed(&diff(folder.path(), &["2023", "2024"]));
    assert!(told.contains("kommun.yaml:5") && told.contains("Innehållet har fel, så inget kan jämföras"), "{told}");
}

/// Why nothing is compared.
fn failed(output: &Output) -> String {
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    String::from_utf8(output.stderr.clone()).expect("it is text")
}

#[test]
fn which_revision_has_the_errors_is_told() {
    let folder = small();
    let run = |arguments: &[&str]| drop(repository::run(folder.path(), arguments));
    change(folder.path(), "kommun.yaml", "påståenden: god", "påståenden: gd");
    let told = failed(&diff(folder.path(), &[]));
    assert!(told.starts_with("content/kommun.yaml:5"), "{told}");
    assert!(told.contains("\nInnehållet i mappen som den är nu har fel, så inget kan jämföras: 1 fel.\n"), "{told}");
    repository::commit(folder.path());
    let told = failed(&diff(folder.path(), &["--to", "arbete"]));
    assert!(told.starts_with("content/kommun.yaml:5"), "what lies there is what was committed: {told}");
    assert!(told.contains("Innehållet i arbete ("), "{told}");
    run(&["switch", "--quiet", "main"]);
    let told = failed(&diff(folder.path(), &["--from", "main", "--to", "arbete"]));
    assert!(told.starts_with("arbete:content/kommun.yaml:5"), "{told}");
    assert!(told.contains("\nInnehållet i arbete (") && !told.contains("rättade"), "{told}");
    let told = failed(&diff(folder.path(), &["--from", "arbete", "--to", "main"]));
    assert!(told.starts_with("arbete:content/kommun.yaml:5"), "{told}");
    assert!(told.contains("\nInnehållet i arbete (") && told.contains(" Felen är rättade i main ("), "{told}");
    let told = failed(&diff(folder.path(), &["--from", "arbete", "--to", "main", "--language", "en"]));
    assert!(told.contains("\nThe content of arbete (") && told.contains(" The errors are mended in main ("), "{told}");
    change(folder.path(), "kommun.yaml", "påståenden: god", "påståenden: gd");
    change(folder.path(), "skalor.yaml", "ton: god", "ton: gd");
    let told = failed(&diff(folder.path(), &["--from", "arbete"]));
    assert_eq!(told.matches("kommun.yaml:5").count(), 1, "what both have is told once: {told}");
    assert!(told.contains("har fel, så inget kan jämföras: 2 fel.\n"), "{told}");
    assert!(told.contains("\nInnehållet i arbete (") && told.contains("har också fel: 1 fel."), "{told}");
}

#[test]
fn the_base_is_not_called_the_main_branch_when_that_has_moved_on() {
    let folder = small();
    let title = || json(folder.path(), &[])["from"].as_str().expect("a name").to_owned();
    assert!(title().starts_with("main ("), "{}", title());
    repository::run(folder.path(), &["switch", "--quiet", "main"]);
    repository::put(folder.path(), "README.md", "x");
    repository::commit(folder.path());
    repository::run(folder.path(), &["switch", "--quiet", "arbete"]);
    assert!(title().starts_with("main när arbetet lämnade den ("), "{}", title());
}

#[test]
fn a_fault_in_a_free_page_hides_no_figure() {
    let folder = small();
    change(folder.path(), ANSWERS, "KM1: bra", "KM1: dåligt");
    change(folder.path(), "sidor/om.md", "titel: Om rapporten", "titl: Om rapporten");
    let told = said(&diff(folder.path(), &[]));
    for line in ["OBS: 1 fil jämförs inte på grund av fel.", "siffror för hela kommunen ändras"] {
        assert!(told.contains(line), "{told}");
    }
    assert!(!told.contains("visas inte, eftersom"), "{told}");
    change(folder.path(), "matetal/loggar.yaml", "riktning: varken", "riktning: uppåtnedåt");
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("OBS: Siffror för hela kommunen visas inte"), "{told}");
}

#[test]
fn notices_say_whose_file_it_is() {
    let folder = small();
    let content = folder.path().join("content");
    repository::put(&content, COUNTED[4].0, COUNTED[4].1);
    repository::put(&content, "organ/miljonamnden/yttranden/it-sakerhet.md", RESPONSE);
    let round =
        COUNTED[2].1.replacen("---\n\n", "status: beslutad\nbeslut: { organ: KS, datum: 2025-01-10 }\n---\n\n", 1);
    repository::put(&content, COUNTED[2].0, round);
    change(
        folder.path(),
        "ar/2024.md",
        "---\n\n",
        "status: beslutad\nbeslut: { organ: KS, datum: 2025-05-10 }\n---\n\n",
    );
    repository::commit(folder.path());
    change(folder.path(), "organ/miljonamnden/2023/sjalvskattning.yaml", "status: beslutad\n", "status: utkast\n");
    change(folder.path(), "ar/2024.md", "Kort.", "Mycket kort.");
    change(folder.path(), COUNTED[2].0, "text: Det finns en rutin.", "text: Rutinen finns.");
    change(folder.path(), COUNTED[4].0, "Säkerheten räcker inte.", "Säkerheten räcker.");
    change(folder.path(), "organ/miljonamnden/yttranden/it-sakerhet.md", "En kurs.", "Två kurser.");
    change(folder.path(), "pastaenden/god.yaml", "text: Ansvaret är fördelat.", "text: Ansvaret är klart.");
    fs::remove_file(content.join(ANSWERS)).expect("it is there");
    let answer = json(folder.path(), &["--from", "HEAD"]);
    let notices = answer["notices"].as_array().expect("a list");
    let says = |start: &str, file: &str| {
        let found = |one: &&Value| one["message"].as_str().is_some_and(|message| message.starts_with(start));
        let notice = notices.iter().find(found).unwrap_or_else(|| panic!("“{start}” is not in: {answer:#}"));
        assert_eq!(notice["file"], format!("content/{file}"));
        notice
    };
    says("Miljönämnden 2023: dokumentet var beslutat, men", "organ/miljonamnden/2023/sjalvskattning.yaml");
    says("Den kommungemensamma uppföljningen 2024: avsnittet", "ar/2024.md");
    says("Den kommungemensamma granskningen ”Nycklar” 2024: ", COUNTED[2].0);
    says("Revisionen ”It-säkerhet”: ", COUNTED[4].0);
    says("Miljönämnden: ", "organ/miljonamnden/yttranden/it-sakerhet.md");
    says("Påståendena ”God kontroll”: lydelsen av KM1", "pastaenden/god.yaml");
    let gone = says("Miljönämnden 2024: filen ”organ/miljonamnden/2024/sjalvskattning.yaml” är borta", ANSWERS);
    assert_eq!(gone["line"], 1, "it stands in the earlier revision");
    let alone = json(folder.path(), &["--from", "HEAD", "--body", "miljonamnden"]);
    assert_eq!(alone["notices"].as_array().map(Vec::len), Some(3), "{alone:#}");
}

#[test]
fn nothing_differs() {
    let folder = small();
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("Inget i innehållet skiljer main ("), "{told}");
    let english = said(&diff(folder.path(), &["--language", "en", "--format", "markdown"]));
    assert!(english.contains("Nothing in the content differs between main ("), "{english}");
    assert!(changes(&json(folder.path(), &["--from", "main", "--to", "arbete"])).is_empty());
}

#[test]
fn one_changed_rating_is_a_short_comment() {
    let folder = small();
    change(folder.path(), ANSWERS, "KM1: bra", "KM1: dåligt");
    let comment = said(&diff(folder.path(), &["--format", "markdown"]));
    assert_whole(&comment);
    assert!(comment.lines().count() <= 10, "{comment}");
    for expected in [
        "> **OBS:** Miljönämnden 2024: KM1 är ändrat från ”bra” till ”dåligt” efter beslutet.",
        "- Miljönämnden 2024: 1 bedömning ändrad (1 ned)\n  - KM1 Ansvar: från Bra till Dåligt (ned) – ",
        "från 100 procent (2 av 2) till 50 procent (1 av 2)",
    ] {
        assert!(comment.contains(expected), "{comment}");
    }
    let answer = json(folder.path(), &[]);
    let rating = changes(&answer).into_iter().find(|change| change["kind"] == "rating").expect("it is told");
    assert_eq!((&rating["id"], &rating["change"]), (&"KM1".into(), &"down".into()));
    assert_eq!((&rating["before"]["level"], &rating["after"]["level"]), (&"bra".into(), &"dåligt".into()));
    assert_eq!((&rating["after"]["file"], &rating["after"]["line"]), (&format!("content/{ANSWERS}").into(), &5.into()));
}

#[test]
fn the_worst_single_rating_is_a_short_comment_too() {
    let answers = "svar:\n  KM1:\n    bedömning: bra\n    motivering: Allt är på plats.\n    åtgärd: Ingen behövs.\n    not: Enligt nämnden.\n";
    let folder = small();
    change(folder.path(), ANSWERS, "svar:\n  KM1: bra\n", answers);
    repository::commit(folder.path());
    for (from, to) in [
        ("bedömning: bra", "bedömning: dåligt"),
        ("Allt är på plats.", "Mycket SAKNAS ÄNNU NU."),
        ("Ingen behövs.", "En rutin ska skrivas."),
        ("Enligt nämnden.", "Enligt kontoret."),
    ] {
        change(folder.path(), ANSWERS, from, to);
    }
    let shown = || {
        let comment = said(&diff(folder.path(), &["--from", "HEAD", "--format", "markdown"]));
        assert_whole(&comment);
        assert!(comment.lines().count() <= 10, "{comment}");
        assert!(comment.contains("KM1 Ansvar: från Bra till Dåligt (ned)"), "{comment}");
        for notice in ["KM1 är ändrat", "motiveringen till KM1", "åtgärden för KM1"] {
            assert_eq!(comment.matches(notice).count(), 1, "{comment}");
        }
        for field in ["motivering: ", "vad som ska göras: ", "not: "] {
            assert!(comment.contains(&format!("; {field}")), "{comment}");
        }
        comment
    };
    shown();
    change(folder.path(), "organ/miljonamnden/2024/atgarder/rutin.md", "läge: pågår", "läge: kanske");
    let comment = shown();
    assert!(comment.contains("1 fil jämförs inte på grund av fel."), "{comment}");
    assert!(comment.contains("<summary>Nya fel, varningar och notiser</summary><ul><li>fel IK"), "{comment}");
}

#[test]
fn lines_lead_to_the_forge() {
    let folder = small();
    let pattern = "titel: Intern kontroll i Provstad\nlänkmönster: https://forge.example.se/s/{fil}#L{rad}";
    change(folder.path(), "kommun.yaml", "titel: Intern kontroll i Provstad", pattern);
    repository::commit(folder.path());
    change(folder.path(), ANSWERS, "  KM2: bra", "\n  KM2: dåligt");
    let arguments = ["--from", "arbete", "--format"];
    let comment = said(&diff(folder.path(), &[&arguments[..], &["markdown"]].concat()));
    let link = format!("[content/{ANSWERS}:7](https://forge.example.se/s/{ANSWERS}#L7) (tidigare rad 6)");
    assert!(comment.contains(&link), "{comment}");
    let answer = json(folder.path(), &arguments[..2]);
    let rating = changes(&answer).into_iter().find(|change| change["kind"] == "rating").expect("it is told");
    assert_eq!(rating["after"]["address"], format!("https://forge.example.se/s/{ANSWERS}#L7"));
    assert!(rating["before"]["address"].is_null(), "the pattern leads to what stands now");
}

#[test]
fn lines_of_versions_lead_to_the_forge() {
    let folder = small();
    let patterns = "titel: Intern kontroll i Provstad\nlänkmönster: https://forge.example.se/nu/{fil}#L{rad}\n\
        versionsmönster: https://forge.example.se/{version}/{fil}#L{rad}";
    change(folder.path(), "kommun.yaml", "titel: Intern kontroll i Provstad", patterns);
    repository::commit(folder.path());
    change(folder.path(), ANSWERS, "  KM2: bra", "\n  KM2: dåligt");
    let before = repository::run(folder.path(), &["rev-parse", "HEAD"]).trim().to_owned();
    let was = format!("https://forge.example.se/{before}/{ANSWERS}#L6");
    let comment = said(&diff(folder.path(), &["--from", "arbete", "--format", "markdown"]));
    let link = format!("[content/{ANSWERS}:7](https://forge.example.se/nu/{ANSWERS}#L7) (tidigare rad [6]({was}))");
    assert!(comment.contains(&link), "{comment}");
    repository::commit(folder.path());
    let after = repository::run(folder.path(), &["rev-parse", "HEAD"]).trim().to_owned();
    let answer = json(folder.path(), &["--from", "arbete~1", "--to", "arbete"]);
    let rating = changes(&answer).into_iter().find(|change| change["kind"] == "rating").expect("it is told");
    assert_eq!(rating["before"]["address"], was);
    assert_eq!(rating["after"]["address"], format!("https://forge.example.se/{after}/{ANSWERS}#L7"));
}

#[test]
fn one_body_of_a_revision() {
    let folder = small();
    change(folder.path(), "organ/miljonamnden/organ.yaml", "namn: Miljönämnden", "namn: Miljö- och klimatnämnden");
    change(folder.path(), "matetal/loggar.yaml", "enhet: kontroller", "enhet: granskningar");
    let told = said(&diff(folder.path(), &["--body", "miljonamnden"]));
    assert!(told.contains("Miljö- och klimatnämnden: skillnader mellan main ("), "{told}");
    assert!(told.contains("namn: ") && !told.contains("mätetalet"), "{told}");
}

#[test]
fn a_reworded_statement_is_told_once() {
    let folder = small();
    change(folder.path(), "pastaenden/god.yaml", "Ansvaret är fördelat", "Ansvaret är tydligt fördelat");
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("- Påståendena ”God kontroll”: ändrade\n"), "{told}");
    assert!(told.contains("lydelse av KM1 från 2023: Ansvaret är [+tydligt+] fördelat."), "{told}");
    assert!(!told.contains("Miljönämnden"), "nobody has changed an answer: {told}");
}

#[test]
fn a_changed_text_is_shown_word_by_word_and_refers_to_nobody() {
    let folder = small();
    let path = "organ/miljonamnden/2024/atgarder/rutin.md";
    change(folder.path(), path, "En rutin ska skrivas.", "En rutin ska skrivas av @kansliet, se #12 och a|b.");
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("Miljönämnden 2024: texten till en åtgärd ändrad"), "{told}");
    assert!(told.contains("texten under ”Vad ska göras”: En rutin ska "), "{told}");
    let comment = said(&diff(folder.path(), &["--format", "markdown"]));
    assert!(comment.contains("@&#8203;kansliet, se \\#&#8203;12 och a\\|b.**"), "{comment}");
    let page = said(&diff(folder.path(), &["--format", "html"]));
    assert_well_formed(&page);
    assert!(page.contains("<ins>") && page.contains("<del>"), "{page}");
}

#[test]
fn files_that_are_not_spoken_of_are_named() {
    let folder = small();
    change(folder.path(), "matetal/loggar.yaml", "namn:", "# En kommentar.\nnamn:");
    let told = said(&diff(folder.path(), &[]));
    assert!(
        told.contains("1 ändrad fil nämns inte ovan") && told.contains("- content/matetal/loggar.yaml: ändrad"),
        "{told}"
    );
}

#[test]
fn a_renamed_folder_is_told_as_one() {
    let folder = small();
    repository::run(folder.path(), &["mv", "content/organ/miljonamnden", "content/organ/miljo"]);
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("OBS: Mappen organ/miljonamnden heter nu organ/miljo."), "{told}");
    assert!(!told.contains("borttagen") && !told.contains("nämns inte ovan"), "{told}");
}

/// Changed lines of the example: the file, what stood there, what stands there now.
const CHANGES: [(&str, &str, &str); 6] = [
    ("revision/avtalsuppfoljning.md", "text: Upprätta en förteckning", "text: Upprätta och besluta en förteckning"),
    ("organ/tekniska-namnden/yttranden/avtalsuppfoljning.md", "klar senast: 2025-10-31", "klar senast: 2025-12-31"),
    ("organ/tekniska-namnden/yttranden/avtalsuppfoljning.md", "inlämnat: 2025-02-27", "inlämnat: 2025-02-26"),
    ("ar/2024.md", "organ: exempelarenan-ab, senast: 2025 }", "organ: exempelarenan-ab, senast: 2026 }"),
    (
        "ar/2024.md",
        "{ id: brister-i-behorigheter, status: öppet,",
        "{ id: brister-i-behorigheter, status: öppet, senast: 2026,",
    ),
    ("ar/2024.md", "not: Två organ är inte klara }", "not: Ett organ är inte klart }"),
];

/// What is told of them.
const TOLD: [&str; 8] = [
    "- Revisionen ”Granskning av avtalsuppföljning”: ändrad\n",
    "rekommendationen R2: Upprätta [+och besluta+] en förteckning över bolagets avtal.",
    "- Yttrandet över ”Granskning av avtalsuppföljning” från Tekniska nämnden: ändrat\n",
    "första yttrandet, inlämnat: från 27 februari 2025 till 26 februari 2025",
    "klar senast för R1: från 31 oktober 2025 till 31 december 2025",
    "åtagandet ”Läget redovisas varje kvartal under 2025.”, senast: [-2025-] [+2026+]",
    "uppföljningen av åtagandet ”Bristerna i behörigheter rättas i alla nämnder och bolag.”, senast, nytt: ”2026”",
    "uppföljningen av åtagandet ”Bristerna i behörigheter rättas i alla nämnder och bolag.”, not: [-Två-] [+Ett+] organ är inte [-klara-] [+klart+]",
];

#[test]
fn what_auditors_ask_bodies_answer_and_the_city_promises_is_told() {
    let folder = example();
    for (path, from, to) in CHANGES {
        change(folder.path(), path, from, to);
    }
    let told = said(&diff(folder.path(), &[]));
    for line in TOLD {
        assert!(told.contains(line), "{line}\n{told}");
    }
    assert!(!told.contains("nämns inte ovan"), "{told}");
    let answer = json(folder.path(), &["--language", "en"]);
    let definitions = changes(&answer).into_iter().filter(|change| change["kind"] == "definition");
    let ids: Vec<_> = definitions.map(|change| change["id"].as_str().expect("a text")).collect();
    assert_eq!(ids, ["audit:avtalsuppfoljning", "response:tekniska-namnden:avtalsuppfoljning"]);
}

/// Changed lines of the example in keys that stand beside what is counted, and what is told of each.
const BESIDE: [(&str, &str, &str, &str); 10] = [
    (
        "ar/2024.md",
        "status: öppet, not: Två organ är inte klara }",
        "status: klart, uppfyllt: { datum: 2025-03-01, var: Lägesrapporten } }",
        "status: från öppet till klart, 1 mars 2025, ”Lägesrapporten”",
    ),
    (
        ROUND,
        "grupp: Nycklar, kort: Kvittens",
        "grupp: Nycklarna, kort: Kvittens",
        "grupp för N2: [-Nycklar-] [+Nycklarna+]",
    ),
    (ROUND, "kort: Nyckelansvarig", "kort: Ansvarig", "kort för N4: [-Nyckelansvarig-] [+Ansvarig+]"),
    (ROUND, "omfattar påståendet även konsulter", "gäller det konsulter", "not för K3: Sedan 2024 [-"),
    (ROUND, "2024, bilaga 3", "2024, bilaga 4", "källa för utfall: "),
    (READINGS, "2024: 85.3", "2024: { värde: 85.3, not: Preliminär. }", "not, nytt: ”Preliminär.”"),
    (READINGS, "källa: Upphandlingsavdelningens inköpsanalys", "källa: Ekonomisystemet", "källa: "),
    (
        "riskmatris.yaml",
        "Händer något år av tio.",
        "Händer ibland.",
        "beskrivning av sannolikheten ”Möjlig”: [-Händer något år av tio.-] [+Händer ibland.+]",
    ),
    (
        "riskmatris.yaml",
        "Kan accepteras.",
        "Accepteras.",
        "beskrivning av omdömet ”Låg risk”: [-Kan accepteras.-] [+Accepteras.+]",
    ),
    ("sidor/metod.md", "ordning: 2", "ordning: 3", "ordning: [-2-] [+3+]"),
];

const ROUND: &str = "gemensamma/nycklar-och-passerkort/2024.md";
const READINGS: &str = "organ/miljonamnden/matetal/avtalstrohet.yaml";

#[test]
fn what_stands_beside_the_figures_is_told_too() {
    let folder = example();
    for (path, from, to, _) in BESIDE {
        change(folder.path(), path, from, to);
    }
    // Something else in the same file must not hide it.
    change(folder.path(), "sidor/metod.md", "titel: Så arbetar staden", "titel: Så här arbetar staden");
    let told = said(&diff(folder.path(), &[]));
    for (_, _, _, line) in BESIDE {
        assert!(told.contains(line), "{line}\n{told}");
    }
    assert!(told.contains("- Miljönämnden 2024: noten eller källan till ett mätetal ändrad\n"), "{told}");
    assert!(told.contains("- Mätetalet ”Avtalstrohet” för Miljönämnden: ändrat\n"), "{told}");
    let comment = said(&diff(folder.path(), &["--language", "en"]));
    assert!(comment.contains("description of the likelihood “Möjlig”"), "{comment}");
    assert!(comment.contains("the follow-up of the commitment “Bristerna i behörigheter rättas"), "{comment}");
}

#[test]
fn figures_that_are_taken_away_are_told_without_a_reason() {
    let folder = example();
    fs::remove_file(folder.path().join("content").join(READINGS)).expect("it is there");
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("- Mätetalet ”Avtalstrohet” för Miljönämnden: borttaget (10 år)\n"), "{told}");
    assert!(!told.contains("uppgift saknas") && !told.contains("kan inte jämföras"), "{told}");
    assert_eq!(told.matches("Avtalstrohet").count(), 2, "once in short and once with its file: {told}");
    let one_body = said(&diff(folder.path(), &["--body", "miljonamnden"]));
    assert!(one_body.contains("borttaget (10 år)"), "{one_body}");
    let answer = json(folder.path(), &[]);
    let gone = changes(&answer).into_iter().find(|change| change["id"] == "readings:miljonamnden:avtalstrohet");
    assert_eq!(gone.map(|change| &change["change"]), Some(&Value::from("gone")), "{answer}");
    repository::commit(folder.path());
    let answer = json(folder.path(), &["--from", "HEAD", "--to", "main", "--language", "en"]);
    let new = changes(&answer).into_iter().find(|change| change["id"] == "readings:miljonamnden:avtalstrohet");
    assert_eq!(new.map(|change| &change["change"]), Some(&Value::from("new")));

    let folder = example();
    change(folder.path(), READINGS, "  2024: 85.3\n", "");
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("- Miljönämnden 2024: 1 mätetal borttaget\n"), "{told}");
    assert!(told.contains("  - Avtalstrohet: borttaget (var 85,3 procent)\n"), "{told}");
    repository::commit(folder.path());
    let back = ["--from", "HEAD", "--to", "main"];
    let told = said(&diff(folder.path(), &back));
    assert!(told.contains("  - Avtalstrohet: nytt (85,3 procent)\n"), "{told}");
    let answer = json(folder.path(), &back);
    let reading = changes(&answer).into_iter().find(|change| change["kind"] == "reading").expect("it is told");
    assert_eq!((&reading["change"], &reading["before"]), (&Value::from("new"), &Value::Null));
}

#[test]
fn what_a_round_asks_and_of_whom_is_told() {
    let folder = repository::repository();
    copy("tests/cases/base", &folder.path().join("content"));
    let round = "---\ntitel: Nycklar\nskala: tvåsteg\npåståenden:\n  - { id: S1, kort: Rutin, text: Det finns en rutin. }\nfrågor:\n  \
        - { id: F1, kort: Nycklar, text: Hur många?, slag: antal, enhet: nycklar }\nsvarar: { allt: nämnd }\nandel av: alla\n---\n\n\
        ## Hur gick det?\n\nBra.\n\n## Varför blev det så?\n\nVet ej.\n\n\
        ## Hur påverkar resultatet det fortsatta arbetet?\n\nInte.\n\n## Bedömning\n\nGott.\n";
    let path = "gemensamma/nycklar/2024.md";
    repository::put(&folder.path().join("content"), path, round);
    repository::commit(folder.path());
    change(folder.path(), path, "text: Hur många?", "text: Hur många är ute?");
    change(folder.path(), path, "enhet: nycklar", "enhet: kort");
    change(folder.path(), path, "svarar: { allt: nämnd }", "svarar: { allt: [ nämnd, helägt bolag ] }");
    change(folder.path(), path, "andel av: alla", "andel av: bedömda");
    let text = said(&diff(folder.path(), &["--from", "HEAD"]));
    let lines = [
        "text för F1: [-Hur många?-] [+Hur många är ute?+]",
        "slag för F1: antal: [-nycklar-] [+kort+]",
        "andel av: [-alla-] [+bedömda+]",
        "”svarar”, allt: [-nämnd-] [+nämnd, helägt bolag+]",
    ];
    for told in lines {
        assert!(text.contains(told), "“{told}” is not in: {text}");
    }
}

/// What the pages of the whole city count beside the answers to statement sets.
const COUNTED: [(&str, &str); 5] = [
    (
        "riskmatris.yaml",
        "sannolikhet: [ { nivå: 1, namn: Osannolik }, { nivå: 2, namn: Sannolik } ]\n\
         konsekvens: [ { nivå: 1, namn: Lindrig }, { nivå: 2, namn: Allvarlig } ]\nomdömen:\n  \
         - { namn: Låg risk, ton: god, symbol: \"●\", rutor: [ 1x1, 1x2, 2x1 ] }\n  \
         - { namn: Hög risk, ton: allvarlig, symbol: \"▲\", rutor: 2x2 }\n",
    ),
    (
        "organ/miljonamnden/2024/plan.yaml",
        "risker:\n  - id: fel-avgift\n    namn: Avgiften blir fel\n    bedömning: { sannolikhet: 2, konsekvens: 2 }\n    \
         hantering: granskning\n    granskningar: avgifter\n",
    ),
    (
        "gemensamma/nycklar/2024.md",
        "---\ntitel: Nycklar\nskala: tvåsteg\npåståenden:\n  - { id: S1, kort: Rutin, text: Det finns en rutin. }\nfrågor:\n  \
         - { id: F1, kort: Nycklar, text: Hur många?, slag: antal, enhet: nycklar }\n  \
         - { id: F2, kort: Lista, text: Finns en lista?, slag: ja eller nej }\nsvarar: { allt: nämnd }\n\
         andel av: alla\n---\n\n## Hur gick det?\n\nBra.\n\n## Varför blev det så?\n\nVet ej.\n\n\
         ## Hur påverkar resultatet det fortsatta arbetet?\n\nInte.\n\n## Bedömning\n\nGott.\n",
    ),
    (
        "organ/miljonamnden/2024/gemensamma/nycklar.md",
        "---\nsvar: { S1: bra, F1: 1200, F2: ja }\n---\n\n## Hur gick det?\n\nBra.\n\n## Varför blev det så?\n\nVet ej.\n\n\
         ## Hur påverkar resultatet det fortsatta arbetet?\n\nInte.\n",
    ),
    (
        "revision/it-sakerhet.md",
        "---\ntitel: It-säkerhet\nmottagare: { organ: miljonamnden, första yttrandet senast: 2024-05-01 }\n\
         rekommendationer: [ { id: R1, till: miljonamnden, text: Utbilda användarna. } ]\nstatus: beslutad\n\
         beslut: { organ: Revisorerna, datum: 2024-01-10 }\n---\n\n## Revisorernas samlade bedömning\n\n\
         Säkerheten räcker inte.\n\n## Vad som granskades\n\nSystemen.\n",
    ),
];

const RESPONSE: &str = "---\nförsta yttrandet:\n  status: beslutad\n  beslut: { organ: Miljönämnden, datum: 2024-03-20 }\n  \
                        rekommendationer:\n    R1: { planerad åtgärd: En kurs., förväntad effekt: Färre misstag. }\n---\n";

#[test]
fn every_figure_of_the_whole_city_that_moves_is_told() {
    let folder = small();
    let content = folder.path().join("content");
    for (path, text) in &COUNTED {
        repository::put(&content, path, text);
    }
    repository::commit(folder.path());
    change(folder.path(), "organ/miljonamnden/2024/plan.yaml", "sannolikhet: 2", "sannolikhet: 1");
    change(
        folder.path(),
        "organ/miljonamnden/2024/gemensamma/nycklar.md",
        "S1: bra, F1: 1200, F2: ja",
        "S1: dåligt, F1: 1300, F2: nej",
    );
    repository::put(&content, "organ/miljonamnden/yttranden/it-sakerhet.md", RESPONSE);
    change(folder.path(), "organ/miljonamnden/2024/atgarder/rutin.md", "läge: pågår", "läge: utgått");
    let figures = |arguments: &[&str]| {
        let answer = json(folder.path(), arguments);
        let figures = changes(&answer).into_iter().filter(|change| change["kind"] == "figure");
        let at = |change: &Value, side: &str| change[side]["count"].as_u64().or(change[side]["part"].as_u64());
        let told = figures.map(|change| {
            let id = change["id"].as_str().expect("an id").to_owned();
            (id, at(change, "before"), at(change, "after"))
        });
        told.collect::<Vec<_>>()
    };
    let expected = [
        ("risks:Hög risk:2024", 1, 0),
        ("risks:Låg risk:2024", 0, 1),
        ("joint_level:nycklar:S1:bra:2024", 1, 0),
        ("joint_level:nycklar:S1:dåligt:2024", 0, 1),
        ("joint_sum:nycklar:F1:2024", 1_200, 1_300),
        ("joint_yes:nycklar:F2:2024", 1, 0),
        ("joint_no:nycklar:F2:2024", 0, 1),
        ("open_measures", 1, 0),
        ("promised:overdue", 1, 0),
        ("promised:coming", 1, 0),
        ("promised:kept", 0, 1),
        ("promised:dropped", 0, 1),
        ("responses:overdue", 1, 0),
        ("responses:handed_in", 0, 1),
    ];
    let wanted = expected.map(|(id, before, after)| (id.to_owned(), Some(before), Some(after)));
    let told = said(&diff(folder.path(), &["--from", "HEAD"]));
    assert_eq!(figures(&["--from", "HEAD"]), wanted, "{told}");
    for line in [
        "- 14 siffror för hela kommunen ändras",
        "- Risker med omdömet ”hög risk” 2024: från 1 till 0",
        "- Svar på nivån ”bra” för S1 Rutin i den gemensamma granskningen ”Nycklar” 2024: från 100 procent (1 av 1) till 0 procent (0 av 1)",
        "- Summan av nycklar för F1 Nycklar i den gemensamma granskningen ”Nycklar” 2024: från 1 200 till 1 300",
        "- Svaret ja för F2 Lista i den gemensamma granskningen ”Nycklar” 2024: från 1 till 0",
        "- Utlovat som är klart: från 0 till 1",
        "- Försenade yttranden till revisorerna: från 1 till 0",
    ] {
        assert!(told.contains(line), "“{line}” is not in: {told}");
    }
    // Backwards the same is told the other way round.
    repository::commit(folder.path());
    let swapped = wanted.map(|(id, before, after)| (id, after, before));
    assert_eq!(figures(&["--from", "HEAD", "--to", "HEAD~1"]), swapped);
    // What cannot be counted has a reason, and is not none.
    fs::remove_file(content.join("organ/miljonamnden/2024/gemensamma/nycklar.md")).expect("it is there");
    let told = said(&diff(folder.path(), &["--from", "HEAD"]));
    assert!(
        told.contains("- Summan av nycklar för F1 Nycklar i den gemensamma granskningen ”Nycklar” 2024: från 1 300 till ej inlämnat"),
        "{told}"
    );
}

#[test]
fn what_leads_into_a_renamed_folder_says_the_same() {
    let folder = small();
    let measure = "organ/miljonamnden/2024/atgarder/rutin.md";
    let linking = "En rutin ska skrivas efter [granskningen av avgifter](../granskningar/avgifter.md).";
    change(folder.path(), measure, "En rutin ska skrivas.", linking);
    let page = "---\ntitel: Vägen\n---\n\nLäs om [den nya rutinen](/organ/miljonamnden/2024/atgarder/rutin.md).\n";
    repository::put(folder.path(), "content/sidor/vagen.md", page);
    let former = "namn: Hälsonämnden\nslag: nämnd\nfrån: 2010-01-01\ntill: 2019-12-31\nefterföljare: miljonamnden\n";
    repository::put(folder.path(), "content/organ/halsonamnden/organ.yaml", former);
    change(folder.path(), "organ/miljonamnden/organ.yaml", "slag: nämnd", "slag: nämnd\nföregångare: halsonamnden");
    repository::commit(folder.path());
    repository::run(folder.path(), &["mv", "content/organ/miljonamnden", "content/organ/miljo"]);
    change(folder.path(), "sidor/vagen.md", "/organ/miljonamnden/", "/organ/miljo/");
    change(folder.path(), "organ/halsonamnden/organ.yaml", "efterföljare: miljonamnden", "efterföljare: miljo");
    let answer = json(folder.path(), &["--from", "HEAD"]);
    let changes = changes(&answer);
    let files = ["content/organ/halsonamnden/organ.yaml", "content/sidor/vagen.md"];
    assert!(
        changes.iter().all(|one| one["kind"] == "file" && files.contains(&one["name"].as_str().expect("a name"))),
        "{answer}"
    );
    // What is written anew is shown without the links that have only moved.
    let measure = "organ/miljo/2024/atgarder/rutin.md";
    change(folder.path(), measure, "En rutin ska", "En kort rutin ska");
    let told = said(&diff(folder.path(), &["--from", "HEAD"]));
    assert!(told.contains("En [+kort+] rutin ska skrivas efter granskningen av avgifter."), "{told}");
}

#[test]
fn files_with_errors_are_left_out_and_said_so() {
    let folder = small();
    change(folder.path(), ANSWERS, "KM1: bra", "KM1: braa");
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("1 fil jämförs inte på grund av fel"), "{told}");
    assert!(told.contains(&format!("- content/{ANSWERS}: har fel")), "{told}");
}

/// What is said in every format, of all and of one body.
fn in_every_format(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let formats = ["text", "markdown", "html", "json"];
    let of = |format: &str| said(&diff(folder, &[arguments, &["--format", format]].concat()));
    formats.into_iter().map(of).collect()
}

#[test]
fn of_files_that_are_not_published_only_a_number_is_told() {
    const MEASURES: &str = "content/organ/miljonamnden/2024/atgarder";
    let broken = "---\ntitel: Hemlig titel\nläge: hemligläge\npublicering: intern\n---\n\n## Vad ska göras\n\n\
                  En HEMLIGHET HEMLIG HEMLIGHET, se [hemligt](finns-inte-hemlig-fil.md).\n";
    let whole = "---\ntitel: Hemlig titel\nläge: pågår\npublicering: intern\n---\n\n## Vad ska göras\n\nHemligt HEMLIG TEXT HEMLIG.\n";
    let open = whole.replace("publicering: intern\n", "").replace("Hemlig", "Känd").replace("HEMLIG", "KÄND");
    for (then, now, expected) in [
        (None, Some(broken.to_owned()), "1 fil som inte publiceras är ändrad"),
        (None, Some(broken.replace("intern", "interna")), "1 fil som inte publiceras är ändrad"),
        (None, Some(broken.replace("publicering:", "publisering:")), "1 fil som inte publiceras är ändrad"),
        (
            None,
            Some(broken.replace("titel: ", "titel: [")),
            "Nya fel, varningar och notiser i filer som inte publiceras: ",
        ),
        (None, Some(broken.replacen("---\n", "", 1)), "1 fil jämförs inte på grund av fel."),
        (Some(whole.to_owned()), Some(broken.to_owned()), "1 fil jämförs inte på grund av fel."),
        (Some(broken.to_owned()), Some(whole.to_owned()), "1 fil som inte publiceras är ändrad"),
        (Some(broken.to_owned()), None, "1 fil som inte publiceras är ändrad"),
        (Some(whole.to_owned()), None, "1 fil som inte publiceras är ändrad"),
        (None, Some(whole.to_owned()), "1 fil som inte publiceras är ändrad"),
        (Some(broken.to_owned()), Some(broken.replace("Hemlig", "hemlig")), "1 fil som inte publiceras är ändrad"),
    ] {
        let folder = small();
        let path = format!("{MEASURES}/hemlig-utredning.md");
        if let Some(then) = &then {
            repository::put(folder.path(), &path, then);
            repository::commit(folder.path());
        }
        match &now {
            Some(now) => repository::put(folder.path(), &path, now),
            None => fs::remove_file(folder.path().join(&path)).expect("it is there"),
        }
        for arguments in [&["--from", "HEAD"][..], &["--from", "HEAD", "--body", "miljonamnden"]] {
            for told in in_every_format(folder.path(), arguments) {
                assert!(!told.to_lowercase().contains("hemlig"), "{then:?} {now:?}: {told}");
            }
        }
        let told = said(&diff(folder.path(), &["--from", "HEAD"]));
        assert!(told.contains(expected), "{now:?}: {told}");
    }
    // What was published and is so no more is told as it was, and not what it says now.
    let folder = small();
    let path = format!("{MEASURES}/utredning.md");
    repository::put(folder.path(), &path, open);
    repository::commit(folder.path());
    repository::put(folder.path(), &path, broken);
    for told in in_every_format(folder.path(), &["--from", "HEAD"]) {
        assert!(!told.to_lowercase().contains("hemlig") && !told.contains("utredning"), "{told}");
    }
}

#[test]
fn an_open_file_is_named_though_an_internal_one_has_the_same_faults() {
    let folder = small();
    let text = "---\ntitel: Titel\nläge: kanske\n---\n\n## Vad ska göras\n\nText.\n";
    let measures = folder.path().join("content/organ/miljonamnden/2024/atgarder");
    repository::put(&measures, "oppen.md", text);
    repository::put(&measures, "annan.md", text.replace("---\n\n", "publicering: intern\n---\n\n"));
    let told = said(&diff(folder.path(), &[]));
    assert!(told.contains("2 filer jämförs inte på grund av fel."), "{told}");
    assert!(told.contains("- content/organ/miljonamnden/2024/atgarder/oppen.md: har fel"), "{told}");
    assert!(!told.contains("annan.md"), "{told}");
}

#[test]
fn a_comment_has_room_at_every_forge() {
    let folder = repository::repository();
    repository::put(folder.path(), "README.md", "x");
    copy("tests/cases/base", &folder.path().join("examples/exempelstaden"));
    repository::commit(folder.path());
    repository::run(folder.path(), &["rm", "-r", "--quiet", "examples"]);
    copy("examples/exempelstaden", &folder.path().join("examples/exempelstaden"));
    let comment =
        said(&diff(folder.path(), &["--content", "examples/exempelstaden", "--from", "main", "--format", "markdown"]));
    assert!(comment.chars().count() <= 65_000);
    assert!(
        comment.contains("Allt visas av `internkontroll diff --content examples/exempelstaden --from main`."),
        "{}",
        &comment[comment.len() - 300..]
    );
    assert_whole(&comment);
}

#[test]
fn notices_leave_room_for_the_summary() {
    let folder = repository::repository();
    copy("examples/exempelstaden", &folder.path().join("content"));
    repository::commit(folder.path());
    let level = "content/organ";
    for (path, bytes) in reading::files(&folder.path().join(level)) {
        if path.ends_with("/sjalvskattning.yaml") {
            let text = String::from_utf8(bytes)
                .expect("it is text")
                .replace(": förbättringsområde", ": behöver ses över omgående");
            repository::put(&folder.path().join(level), &path, text);
        }
    }
    let comment = said(&diff(folder.path(), &["--format", "markdown"]));
    assert!(comment.chars().count() <= 65_000, "{}", comment.chars().count());
    assert_whole(&comment);
    let title = comment.lines().position(|line| line.starts_with("<details><summary>OBS: ")).expect("they are folded");
    assert!(title < 5 && comment.contains(" påpekanden</summary>"), "{comment}");
    let summary = comment.lines().position(|line| line.contains(" bedömningar ändrade (")).expect("it has room");
    assert!(comment.lines().take(summary).map(|line| line.chars().count()).sum::<usize>() < 13_000, "{comment}");
    assert!(comment.contains("<details><summary>Arbetsmarknadsnämnden 2024</summary>"), "so have the details");
}

/// What is folded ends, and nothing stands open.
fn assert_whole(comment: &str) {
    let count = |tag: &str| comment.matches(tag).count();
    for (open, close) in
        [("<details>", "</details>"), ("<summary>", "</summary>"), ("<ul>", "</ul>"), ("<li>", "</li>")]
    {
        assert_eq!(count(open), count(close), "{open} {comment}");
    }
}

fn assert_well_formed(page: &str) {
    let pages = BTreeMap::from([("index.html".to_owned(), page.as_bytes().to_vec())]);
    // A page by itself brings its style with it, as no page of the report may.
    let faults = outline::check(&pages).into_iter().filter(|fault| fault.rule != outline::Rule::Embedded);
    assert_eq!(faults.map(|fault| fault.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(!page.contains("<script") && !page.contains("src="), "it needs nothing else");
}

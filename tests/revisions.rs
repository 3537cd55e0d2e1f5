//! The content at two revisions: what is read once means the same as what is read alone, and faults are known again.

#![expect(clippy::disallowed_methods, reason = "tests prepare repositories and look at them")]
#![cfg(target_os = "linux")]

mod reading;
mod repository;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::git::GitError;
use internkontroll::model::BodyId;
use internkontroll::report::{comparison, summarize};
use internkontroll::revisions::{self, Cause, End, FileChange, Name, Revisions, Scope, Unavailable};
use internkontroll::source::{RawFile, Sources};
use repository::{commit, everything, put, repository, run};

type Files = BTreeMap<String, Vec<u8>>;

fn base() -> Files {
    reading::files(&reading::package().join("tests/cases/base"))
}

fn with(mut files: Files, changes: &[(&str, &str)]) -> Files {
    files.extend(changes.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    files
}

fn without(mut files: Files, start: &str) -> Files {
    files.retain(|path, _| !path.starts_with(start));
    files
}

/// The content with the folder of a body under another name.
fn moved(files: Files, from: &str, to: &str) -> Files {
    let (from, to) = (format!("organ/{from}/"), format!("organ/{to}/"));
    files.into_iter().map(|(path, bytes)| (path.replacen(&from, &to, 1), bytes)).collect()
}

fn compared(before: Files, after: Files) -> Revisions {
    let end = |files: Files| End { name: Name::WorkingTree, files: files.into_iter().map(RawFile::from).collect() };
    revisions::compare(end(before), end(after))
}

/// What has changed, in words.
fn changes(revisions: &Revisions) -> Vec<String> {
    let (before, after) = (&revisions.before.sources, &revisions.after.sources);
    let words = |change: &FileChange| match change {
        FileChange::Added(id) => format!("+ {}", after.file(*id).path),
        FileChange::Removed(id) => format!("- {}", before.file(*id).path),
        FileChange::Changed { after: id, .. } => format!("* {}", after.file(*id).path),
        FileChange::Moved { before: from, after: to } => {
            format!("{} > {}", before.file(*from).path, after.file(*to).path)
        }
    };
    revisions.files.iter().map(words).collect()
}

/// What was left out, in words.
fn left_out(revisions: &Revisions) -> Vec<String> {
    let words = |one: &revisions::LeftOut| {
        let path = |sources: &Sources, id| sources.file(id).path.clone();
        let (before, after) = (one.before, one.after);
        let before = before.map(|id| path(&revisions.before.sources, id));
        let path = after.map(|id| path(&revisions.after.sources, id)).or(before).expect("it is at one of the ends");
        let count = |errors: &Diagnostics| errors.sorted().len();
        let cause = match one.cause {
            Cause::Errors => "fel",
            Cause::Others => "följd",
        };
        format!("{path} {cause} {}/{}", count(&one.errors_before), count(&one.errors_after))
    };
    revisions.left_out.iter().map(words).collect()
}

fn brought_in(revisions: &Revisions) -> String {
    reading::told(&revisions.faults.brought_in, &revisions.after.sources)
}

fn mended(revisions: &Revisions) -> String {
    reading::told(&revisions.faults.mended, &revisions.before.sources)
}

/// What was changed in silence, and after it what has vanished.
fn history(revisions: &Revisions) -> String {
    let Revisions { faults, before, after, .. } = revisions;
    reading::told(&faults.history, &after.sources) + &reading::told(&faults.vanished, &before.sources)
}

/// What a check of one end alone tells.
fn alone(files: &Files) -> (bool, String) {
    let sources = Sources::decode(files.clone());
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    (model.is_ok(), reading::told(&diagnostics, &sources))
}

/// An adopted audit and what the body answers it.
const AUDIT: [(&str, &str); 2] = [
    (
        "revision/it-sakerhet.md",
        "---\ntitel: It-säkerhet\nmottagare: { organ: miljonamnden }\n\
         rekommendationer: [ { id: R1, till: miljonamnden, text: Utbilda användarna. } ]\nstatus: beslutad\n\
         beslut: { organ: Revisorerna, datum: 2024-01-10 }\n---\n\n## Revisorernas samlade bedömning\n\n\
         Säkerheten räcker inte.\n\n## Vad som granskades\n\nSystemen.\n",
    ),
    (
        "organ/miljonamnden/yttranden/it-sakerhet.md",
        "---\nförsta yttrandet:\n  status: beslutad\n  beslut: { organ: Miljönämnden, datum: 2024-03-20 }\n  \
         rekommendationer:\n    R1: { planerad åtgärd: En kurs., förväntad effekt: Färre misstag. }\n---\n",
    ),
];

const ASSESSMENT: &str = "organ/miljonamnden/2024/sjalvskattning.yaml";

#[test]
fn every_case_means_beside_another_content_what_it_means_alone() {
    let folder = reading::package().join("tests/cases");
    let mut count = 0;
    for (path, bytes) in reading::files(&folder).into_iter().filter(|(path, _)| !path.starts_with("base/")) {
        let markdown = String::from_utf8(bytes).expect("cases are text");
        for case in markdown.split("\n## Case: ").skip(1) {
            let mut files = base();
            for block in reading::blocks(case).into_iter().filter(|block| block.stored != "före ändringen") {
                match block.path {
                    Some(path) if block.text.is_empty() => drop(files.remove(&path)),
                    Some(path) => drop(files.insert(path, block.text.into_bytes())),
                    None => {}
                }
            }
            let (is_right, told) = alone(&files);
            let name = format!("{path}: {}", case.lines().next().unwrap_or_default());
            for revisions in [compared(base(), files.clone()), compared(files.clone(), base())] {
                assert_eq!(revisions.left_out.is_empty(), is_right, "{name}");
                assert_eq!(revisions.faults.scope == Scope::All, is_right, "{name}");
                let only_pages = left_out(&revisions).iter().all(|file| file.starts_with("sidor/"));
                assert_eq!(revisions.is_whole(), only_pages, "{name}");
                let sides = [&revisions.before, &revisions.after];
                let mut given = sides.map(|side| reading::told(&side.faults, &side.sources));
                given.sort();
                assert_eq!(given, [String::new(), told.clone()], "{name}");
            }
            let same = compared(files.clone(), files);
            assert!(same.files.is_empty() && same.renamed.is_empty(), "{name}");
            assert_eq!((brought_in(&same), mended(&same), history(&same)).2, "", "{name}");
            assert_eq!(brought_in(&same) + &mended(&same), "", "{name}");
            count += 1;
        }
    }
    assert!(count > 100, "{count} cases");
}

#[test]
fn models_are_those_of_each_end_alone() {
    let before = base();
    let after =
        with(without(base(), ASSESSMENT), &[("sidor/a.md", "---\ntitel: Ny\n---\n\nEn [länk](/sidor/om.md).\n")]);
    let revisions = compared(before.clone(), after.clone());
    assert_eq!(changes(&revisions), [format!("- {ASSESSMENT}"), "+ sidor/a.md".to_owned()]);
    let models = revisions.models.expect("neither has errors");
    for (files, model) in [(before, models.before), (after, models.after)] {
        let alone = internkontroll::check(&Sources::decode(files), &mut Diagnostics::default());
        let alone = alone.expect("it has no errors");
        assert!(reading::render(&alone) == reading::render(&model), "the same site comes of both");
    }
}

#[test]
fn a_link_leads_where_it_leads_at_its_own_end() {
    let linking = ("sidor/om.md", "---\ntitel: Om\n---\n\nEn [länk](/sidor/z.md).\n");
    let target = ("sidor/z.md", "---\ntitel: Z\n---\n\nText.\n");
    let revisions = compared(with(base(), &[linking, target]), with(base(), &[linking]));
    assert_eq!(changes(&revisions), ["- sidor/z.md"]);
    assert!(brought_in(&revisions).starts_with("sidor/om.md:5:4: fel[IK0127]"), "{}", brought_in(&revisions));
    assert_eq!(left_out(&revisions), ["sidor/om.md fel 0/1"]);
    assert!(revisions.models.is_some());
}

#[test]
fn a_renamed_folder_is_the_same_body() {
    let revisions = compared(base(), moved(base(), "miljonamnden", "klimatnamnden"));
    let id = |id: &str| BodyId(id.to_owned());
    assert_eq!(revisions.renamed, BTreeMap::from([(id("miljonamnden"), id("klimatnamnden"))]));
    assert!(changes(&revisions).iter().all(|change| change.contains(" > organ/klimatnamnden/")));
    assert_eq!((brought_in(&revisions), mended(&revisions), history(&revisions)), Default::default());

    let new_name = [("organ/klimatnamnden/organ.yaml", "namn: Klimatnämnden\nslag: nämnd\nfrån: 2020-01-01\n")];
    let renamed = with(moved(base(), "miljonamnden", "klimatnamnden"), &new_name);
    let revisions = compared(base(), renamed);
    assert_eq!(revisions.renamed, BTreeMap::from([(id("miljonamnden"), id("klimatnamnden"))]));
    assert!(changes(&revisions).contains(&"* organ/klimatnamnden/organ.yaml".to_owned()));

    let others = |name: &str| {
        let body = format!("namn: {name}\nslag: nämnd\nfrån: 2020-01-01\n");
        with(without(base(), "organ/"), &[("organ/annan/organ.yaml", body.as_str())])
    };
    assert_eq!(compared(base(), others("En annan")).renamed, BTreeMap::new());
    assert_eq!(compared(base(), others("Miljönämnden")).renamed, BTreeMap::from([(id("miljonamnden"), id("annan"))]));
}

#[test]
fn what_a_body_answers_auditors_follows_its_new_name() {
    let renamed = |files: Files| {
        let audit = AUDIT[0].1.replace("miljonamnden", "klimatnamnden");
        with(moved(files, "miljonamnden", "klimatnamnden"), &[(AUDIT[0].0, audit.as_str())])
    };
    let before = with(base(), &AUDIT);
    let revisions = compared(before.clone(), renamed(before.clone()));
    assert_eq!((brought_in(&revisions), mended(&revisions), history(&revisions)), Default::default());
    let models = revisions.models.as_ref().expect("both can be read");
    let (old, new) = (summarize(&models.before), summarize(&models.after));
    let told = comparison::revised(&old, &new, &revisions.renamed).definitions;
    assert!(told.is_empty(), "nothing but the folder has changed: {told:?}");

    let response = AUDIT[1].1.replace("En kurs.", "En broschyr.");
    let told = history(&compared(before.clone(), renamed(with(before.clone(), &[(AUDIT[1].0, &response)]))));
    assert!(told.contains("svaret på R1 är ändrat") && told.matches("[IK0605]").count() == 1, "{told}");
    let told = history(&compared(before.clone(), without(renamed(before), "organ/klimatnamnden/yttranden/")));
    assert!(told.contains("it-sakerhet.md” är borta") && told.matches("[IK0605]").count() == 1, "{told}");
}

#[test]
fn each_new_folder_is_one_old_one() {
    let body = |name: &str| format!("namn: {name}\nslag: nämnd\nfrån: 2020-01-01\n");
    let (a, b) = (body("Nämnden A"), body("Nämnden B"));
    let before = with(base(), &[("organ/a/organ.yaml", &a), ("organ/b/organ.yaml", &b)]);
    let after = with(base(), &[("organ/x/organ.yaml", &b), ("organ/y/organ.yaml", &a)]);
    let id = |id: &str| BodyId(id.to_owned());
    let renamed = compared(before, after).renamed;
    assert_eq!(renamed, BTreeMap::from([(id("a"), id("y")), (id("b"), id("x"))]));
}

#[test]
fn a_fault_is_the_same_wherever_its_line_has_moved() {
    let long = "Det här är en mening som LARMAR OCH GÅR med STORA BOKSTÄVER.\n";
    let page = |lead: &str| format!("---\ntitel: Om\n---\n\n{lead}{long}");
    let before = with(base(), &[("sidor/om.md", &page(""))]);
    let told = alone(&before).1;
    let count = told.matches(": varning[").count() + told.matches(": notis[").count();
    assert!(count > 0, "{told}");
    let revisions = compared(before.clone(), with(base(), &[("sidor/om.md", &page("Ett stycke.\n\n"))]));
    assert_eq!((brought_in(&revisions), mended(&revisions)), Default::default());
    let twice = compared(before.clone(), with(base(), &[("sidor/om.md", &page(&format!("{long}\n")))]));
    assert_eq!(twice.faults.brought_in.sorted().len(), count, "{}", brought_in(&twice));
    assert_eq!(mended(&twice), "");
    let gone = compared(before, base());
    assert_eq!((brought_in(&gone).as_str(), gone.faults.mended.sorted().len()), ("", count));
}

#[test]
fn a_fault_in_other_words_on_the_same_line_is_not_mended() {
    let late = ("organ/sena/organ.yaml", "namn: Sena nämnden\nslag: nämnd\nfrån: 2020-01-01\n");
    let page = ("sidor/om.md", "---\ntitel: Om\n---\n\nEnligt KLQX ska det stå här.\n");
    let city =
        String::from_utf8(base()["kommun.yaml"].clone()).expect("it is text").replace("från: 2023", "från: 2022");
    let revisions = compared(with(base(), &[late, page]), with(base(), &[late, ("kommun.yaml", city.as_str())]));
    let told = brought_in(&revisions);
    assert!(told.contains("Sena nämnden har inte lämnat in självskattningen för 2022, 2023 och 2024"), "{told}");
    let told = mended(&revisions);
    assert!(told.contains("KLQX") && !told.contains("Sena nämnden"), "what is really gone is mended: {told}");
}

#[test]
fn a_reworded_statement_and_a_changed_decision_are_told_apart() {
    let set = String::from_utf8(base()["pastaenden/god.yaml"].clone()).expect("it is text");
    let set = set.replace("Ansvaret är fördelat.", "Ansvaret är tydligt fördelat.");
    let answers = String::from_utf8(base()[ASSESSMENT].clone()).expect("it is text").replace("KM1: bra", "KM1: dåligt");
    let changed = [("pastaenden/god.yaml", set.as_str()), (ASSESSMENT, answers.as_str())];
    let told = history(&compared(base(), with(base(), &changed)));
    assert_eq!((told.matches("[IK0605]").count(), told.matches("[IK0606]").count()), (1, 1), "{told}");
    // The folder of the body has a new name as well.
    let renamed = moved(with(base(), &changed), "miljonamnden", "klimatnamnden");
    let told = history(&compared(base(), renamed));
    assert_eq!((told.matches("[IK0605]").count(), told.matches("[IK0606]").count()), (1, 1), "{told}");
}

/// The small content with other words for the better level of its scale.
fn with_level(words: &str, name: &str) -> Files {
    let text = |path: &str| String::from_utf8(base()[path].clone()).expect("it is text");
    let scales = text("skalor.yaml").replace("id: bra, namn: Bra", &format!("id: {words}, namn: {name}"));
    let answers = text(ASSESSMENT).replace(": bra", &format!(": {words}"));
    with(base(), &[("skalor.yaml", &scales), (ASSESSMENT, &answers)])
}

#[test]
fn a_level_of_the_same_name_in_the_same_place_is_the_same_whatever_its_id() {
    let revisions = compared(base(), with_level("gott", "Bra"));
    assert_eq!(history(&revisions), "");
    let models = revisions.models.as_ref().expect("both can be read");
    let (old, new) = (summarize(&models.before), summarize(&models.after));
    let told = comparison::revised(&old, &new, &revisions.renamed);
    let definitions: Vec<_> = told.definitions.iter().map(|change| format!("{:?}", change.definition)).collect();
    assert_eq!((definitions.len(), definitions[0].starts_with("Scale")), (1, true), "{definitions:?}");
    assert!(told.figures.is_empty(), "{:?}", told.figures);
    let year = told.years.first().expect("there are years");
    let ratings = &year.bodies[0].ratings[0];
    assert_eq!(ratings.tally().of(comparison::Movement::Same), 2, "{:?}", ratings.statements);
    assert_eq!(year.sets[0].total, comparison::Change::Points { from: 100.into(), to: 100.into() });
}

#[test]
fn ratings_on_a_level_that_is_no_more_are_told_once_for_each_document() {
    let told = history(&compared(base(), with_level("gott", "Gott")));
    assert!(told.contains("KM1 och 1 svar till är ändrade från ”bra” till ”gott” efter beslutet"), "{told}");
    assert_eq!(told.matches("[IK0605]").count(), 1, "{told}");
}

#[test]
fn a_file_with_errors_is_left_out_at_both_ends() {
    let broken = with(base(), &[(ASSESSMENT, "påståenden: god\nsvar: { KM1: finns-inte }\n")]);
    let revisions = compared(base(), broken.clone());
    assert_eq!(left_out(&revisions), [format!("{ASSESSMENT} fel 0/1")]);
    assert_eq!(revisions.faults.scope, Scope::Remaining);
    assert_eq!((revisions.faults.brought_in.sorted().len(), mended(&revisions)), (1, String::new()));
    assert_eq!(history(&revisions), "", "what was left out has not vanished");
    let models = revisions.models.expect("the rest can be compared");
    for model in [models.before, models.after] {
        let years = &model.bodies[&BodyId("miljonamnden".to_owned())].years;
        assert!(years.values().next_back().is_some_and(|year| year.assessment.is_none() && !year.measures.is_empty()));
    }
    let revisions = compared(broken, base());
    assert_eq!(left_out(&revisions), [format!("{ASSESSMENT} fel 1/0")]);
    assert_eq!((brought_in(&revisions), revisions.faults.mended.sorted().len()), (String::new(), 1));
}

#[test]
fn what_has_vanished_lies_where_it_was() {
    let revisions = compared(base(), without(base(), ASSESSMENT));
    let (faults, sources) = (&revisions.faults, &revisions.before.sources);
    assert!(faults.history.sorted().is_empty(), "the later end has no place for it");
    let place = faults.vanished.sorted()[0].span;
    assert_eq!((sources.file(place.file).path.as_str(), sources.origin(place).line), (ASSESSMENT, 1));
}

#[test]
fn a_response_falls_with_its_audit() {
    let audit = AUDIT[0].1.replace("datum: 2024-01-10", "datum: 2024-13-10");
    let broken = with(with(base(), &AUDIT), &[(AUDIT[0].0, &audit)]);
    let revisions = compared(with(base(), &AUDIT), broken);
    assert_eq!(left_out(&revisions), [format!("{} fel 0/1", AUDIT[0].0), format!("{} följd 1/1", AUDIT[1].0)]);
    assert_eq!(history(&revisions), "", "what was left out has not vanished");
    let models = revisions.models.expect("the rest can be compared");
    assert!(models.before.audits.is_empty() && models.after.audits.is_empty());
}

#[test]
fn a_body_falls_with_its_own_file_and_the_rest_stays() {
    let other = ("organ/annan/organ.yaml", "namn: Andra nämnden\nslag: nämnd\nfrån: 2020-01-01\n");
    let broken = with(base(), &[other, ("organ/miljonamnden/organ.yaml", "namn: [\n")]);
    let revisions = compared(with(base(), &[other]), broken);
    let fallen = left_out(&revisions);
    let own = revisions.left_out.iter().filter(|one| one.cause == Cause::Errors).count();
    assert_eq!((own, fallen.len()), (1, 6), "{fallen:?}");
    let models = revisions.models.expect("the rest can be compared");
    assert_eq!(models.after.bodies.keys().map(BodyId::as_str).collect::<Vec<_>>(), ["annan"]);
    assert_eq!(models.before.bodies.len(), 1);
}

#[test]
fn a_broken_set_takes_the_answers_with_it_and_then_everything() {
    let revisions = compared(base(), with(base(), &[("pastaenden/god.yaml", "namn: [\n")]));
    assert!(revisions.models.is_none(), "the start page shows that set");
    assert_eq!(revisions.faults.scope, Scope::Errors);
    assert_eq!(left_out(&revisions), ["pastaenden/god.yaml fel 0/1"]);
    assert_eq!(changes(&revisions), ["* pastaenden/god.yaml"]);
    assert_eq!((revisions.faults.brought_in.sorted().len(), mended(&revisions)), (1, String::new()));
}

#[test]
fn what_waits_for_the_whole_is_not_mended_by_a_new_file_with_an_error() {
    let late = ("organ/sena/organ.yaml", "namn: Sena nämnden\nslag: nämnd\nfrån: 2020-01-01\n");
    // An abbreviation that nobody explains, in a rule that waits for the whole too.
    let page = ("sidor/om.md", "---\ntitel: Om\n---\n\nEnligt KLQX ska det stå här.\n");
    let before = with(base(), &[late, page]);
    let told = alone(&before).1;
    assert!(told.contains("[IK0805]") && told.contains("KLQX"), "{told}");
    for path in ["sidor/ny.md", "organ/å b/fil å.md"] {
        let after = with(before.clone(), &[(path, "---\ntitel: [\n---\n")]);
        let revisions = compared(before.clone(), after.clone());
        assert_eq!((revisions.left_out.len(), revisions.faults.scope), (1, Scope::Remaining), "{path}");
        assert_eq!((mended(&revisions), brought_in(&revisions).contains("notis")), (String::new(), false), "{path}");
        let back = compared(after, before.clone());
        assert_eq!((brought_in(&back), mended(&back).contains("notis")), (String::new(), false), "{path}");
    }
}

#[test]
fn what_an_error_hides_is_not_mended() {
    let wrong = with(base(), &[(ASSESSMENT, "påståenden: god\nsvar: { KM1: finns-inte }\n")]);
    let unparsed = with(base(), &[(ASSESSMENT, "påståenden: [\n")]);
    assert_eq!(mended(&compared(wrong.clone(), unparsed)), "");
    let city = with(wrong.clone(), &[("kommun.yaml", "namn: [\n")]);
    let revisions = compared(wrong, city);
    assert_eq!((revisions.models.is_none(), mended(&revisions).as_str()), (true, ""));
}

#[test]
fn what_still_stands_is_not_mended_by_an_error_elsewhere() {
    const READINGS: &str = "organ/miljonamnden/matetal/loggar.yaml";
    let readings = String::from_utf8(base()[READINGS].clone()).expect("it is text");
    let wrong = readings.replace("12", "12.345");
    let before = with(base(), &[(READINGS, &wrong)]);
    assert!(alone(&before).1.contains("3 decimaler"), "{}", alone(&before).1);
    let broken = ("matetal/loggar.yaml", "namn: [\n");
    let commented = format!("{wrong}# En kommentar.\n");
    let revisions = compared(before.clone(), with(base(), &[(READINGS, &commented), broken]));
    assert_eq!((mended(&revisions).as_str(), brought_in(&revisions).is_empty()), ("", false));
    let told = mended(&compared(before.clone(), with(base(), &[broken])));
    assert!(told.contains("3 decimaler"), "the line itself says something else: {told}");
    let revisions = compared(before, without(base(), READINGS));
    assert_eq!((mended(&revisions), brought_in(&revisions)), Default::default(), "the fault went with its file");
}

#[test]
fn misplaced_files_fall_together() {
    let misplaced: Vec<_> = (0..40).map(|number| (format!("organ/Fel Mapp/2024/{number}.docx"), "x")).collect();
    let misplaced: Vec<_> = misplaced.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let revisions = compared(base(), with(base(), &misplaced));
    assert_eq!(revisions.left_out.len(), 40);
    assert!(revisions.models.is_some());
}

/// A repository with the small content in a folder of a name that is hard to handle, and a branch of its own for the work.
fn with_content(folder: &str) -> tempfile::TempDir {
    let repository = repository();
    fill(&repository.path().join(folder), &base());
    commit(repository.path());
    run(repository.path(), &["switch", "--quiet", "--create", "eget"]);
    repository
}

fn fill(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        put(folder, path, bytes);
    }
}

fn read(folder: &Path, from: Option<&str>, to: Option<&str>) -> Revisions {
    internkontroll::revisions(folder, from, to).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_folder_is_compared_with_where_the_work_parted() {
    for folder in ["mitt innehåll", ""] {
        let repository = with_content(folder);
        let (root, content) = (repository.path(), repository.path().join(folder));
        put(&content, "sidor/incheckad.md", "---\ntitel: Incheckad\n---\n\nText.\n");
        commit(root);
        put(&content, "sidor/förberedd.md", "---\ntitel: Förberedd\n---\n\nText.\n");
        run(root, &["add", "--all"]);
        put(&content, "sidor/ny å.md", "---\ntitel: Ny\n---\n\nText.\n");
        fs::remove_file(content.join(ASSESSMENT)).expect("it is there");
        let crlf = String::from_utf8(base()["sidor/om.md"].clone()).expect("it is text").replace('\n', "\r\n");
        put(&content, "sidor/om.md", crlf);
        let index = root.join(".git/index");
        let state = || {
            let stamp = fs::metadata(&index).and_then(|index| index.modified()).expect("the index is there");
            (everything(root), stamp, run(root, &["--no-optional-locks", "status", "--porcelain"]))
        };
        let before = state();
        let revisions = read(&content, None, None);
        assert!(state() == before, "neither the index nor the work tree is touched");
        let new = ["+ sidor/förberedd.md", "+ sidor/incheckad.md", "+ sidor/ny å.md"];
        assert_eq!(changes(&revisions)[0], format!("- {ASSESSMENT}"));
        assert_eq!(changes(&revisions)[1..], new);
        assert_eq!(revisions.after.name, Name::WorkingTree);
        let name = revisions.before.name.words().sv;
        assert!(name.starts_with("main (") && name.len() == "main (1234567)".len(), "{name}");
        assert!(history(&revisions).contains("[IK0605]"), "the adopted answers are gone");
        let committed = read(&content, None, Some("HEAD"));
        assert_eq!(changes(&committed), ["+ sidor/incheckad.md"]);
        run(root, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
        run(root, &["reset", "--quiet", "--soft", "main"]);
        let name = read(&content, None, None).before.name.words();
        assert!(name.sv.starts_with("origin/main när arbetet lämnade den ("), "{}", name.sv);
        assert!(name.en.starts_with("origin/main when the work left it ("), "{}", name.en);
    }
}

#[test]
fn what_git_was_told_not_to_look_at_is_seen() {
    let repository = with_content("content");
    let (root, content) = (repository.path(), repository.path().join("content"));
    run(root, &["update-index", "--assume-unchanged", "content/sidor/om.md"]);
    run(root, &["update-index", "--skip-worktree", "content/ar/2024.md"]);
    put(root, ".gitattributes", "*.yaml filter=annat text eol=crlf\n");
    run(root, &["config", "filter.annat.clean", "sed s/god/annan/"]);
    for path in ["sidor/om.md", "ar/2024.md"] {
        let text = String::from_utf8(base()[path].clone()).expect("it is text");
        put(&content, path, text + "\nEtt stycke till.\n");
    }
    assert_eq!(changes(&read(&content, None, None)), ["* ar/2024.md", "* sidor/om.md"]);
}

#[test]
fn a_link_in_the_folder_is_left_out_at_both_ends() {
    let repository = repository();
    let content = repository.path().join("content");
    fill(&content, &base());
    symlink("om.md", content.join("sidor/länk.md")).expect("a link can be made");
    commit(repository.path());
    let revisions = read(&content, None, None);
    assert_eq!((left_out(&revisions), changes(&revisions)), (vec!["sidor/länk.md fel 1/1".to_owned()], Vec::new()));
    assert!(revisions.models.is_some() && brought_in(&revisions).is_empty());
    fs::remove_file(content.join("sidor/länk.md")).expect("it is there");
    put(&content, "sidor/lank.md", "---\ntitel: Sida\n---\n\nText.\n");
    let revisions = read(&content, None, None);
    assert_eq!(changes(&revisions), ["+ sidor/lank.md", "- sidor/länk.md"]);
    assert_eq!(mended(&revisions), "", "the fault went with the file");
}

#[test]
fn a_merge_can_be_either_end() {
    let repository = with_content("content");
    let (root, content) = (repository.path(), repository.path().join("content"));
    put(&content, "sidor/a.md", "---\ntitel: A\n---\n\nText.\n");
    commit(root);
    run(root, &["switch", "--quiet", "main"]);
    put(&content, "sidor/b.md", "---\ntitel: B\n---\n\nText.\n");
    commit(root);
    run(root, &["merge", "--quiet", "--no-edit", "eget"]);
    assert_eq!(changes(&read(&content, Some("HEAD^1"), Some("HEAD"))), ["+ sidor/a.md"]);
    assert_eq!(changes(&read(&content, Some("HEAD"), Some("HEAD^2"))), ["- sidor/b.md"]);
    run(root, &["switch", "--quiet", "--detach", "HEAD"]);
    assert_eq!(changes(&read(&content, None, None)), Vec::<String>::new());
    let id = run(root, &["rev-parse", "--short=9", "HEAD"]).trim().to_owned();
    assert_eq!(read(&content, Some(&id), None).before.name.words().sv, id[..7]);
}

#[test]
fn what_is_not_to_be_had_is_told_in_a_sentence() {
    let repository = repository();
    let (root, content) = (repository.path(), repository.path().join("content"));
    let folder = content.display().to_string();
    let error = |from: Option<&str>, to: Option<&str>| {
        internkontroll::revisions(&content, from, to).expect_err("it cannot be had")
    };
    assert!(matches!(error(None, None), Unavailable::Folder(_)));
    put(root, "annat.md", "x");
    fs::create_dir(&content).expect("the folder can be made");
    assert_eq!(error(None, None), Unavailable::Revision(GitError::NoCommit { folder: folder.clone() }));
    commit(root);
    let then = GitError::NotThen { folder: folder.clone(), revision: "main".to_owned() };
    assert_eq!(error(Some("main"), None), Unavailable::Revision(then));
    run(root, &["switch", "--quiet", "--create", "eget"]);
    fill(&content, &base());
    commit(root);
    let words = error(None, None).words();
    assert!(words.sv.contains("fanns inte i versionen ”main”"), "{}", words.sv);
    let unknown = GitError::UnknownRevision { revision: "finns-inte".to_owned() };
    assert_eq!(error(Some("HEAD"), Some("finns-inte")), Unavailable::Revision(unknown));
    let name = GitError::RevisionName { revision: "--all".to_owned() };
    assert_eq!(error(Some("--all"), None), Unavailable::Revision(name));
    fs::remove_dir_all(&content).expect("it is there");
    fs::create_dir(&content).expect("the folder can be made");
    let empty = Unavailable::Empty { folder: folder.clone(), end: Name::WorkingTree };
    assert_eq!(error(Some("HEAD"), None), empty);
    let outside = tempfile::TempDir::new().expect("a folder");
    fill(outside.path(), &base());
    let folder = outside.path().display().to_string();
    let none = internkontroll::revisions(outside.path(), None, None).expect_err("it is no repository");
    assert_eq!(none, Unavailable::Revision(GitError::NoRepository { folder }));
}

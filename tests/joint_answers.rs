//! What pages say of bodies' answers to joint reviews, on the smallest contents that show it.

mod reading;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::source::Sources;

const TEXT: &str = "## Hur gick det?\n\nBra.\n\n## Varför blev det så?\n\nVi hjälptes åt.\n\n\
    ## Hur påverkar resultatet det fortsatta arbetet?\n\nInte alls.\n";
const STATEMENTS: &str =
    "skala: tvåsteg\nandel av: alla\npåståenden:\n  - { id: S1, kort: Rutin, text: Det finns en rutin. }\n";

/// The words of a page of the small content with a company, with rounds and answers laid over it.
fn words(rounds: &[(i16, &str)], answers: &[(&str, i16, &str)], path: &str) -> String {
    words_beside(&[], rounds, answers, path)
}

/// The same with further files.
fn words_beside(beside: &[(&str, &str)], rounds: &[(i16, &str)], answers: &[(&str, i16, &str)], path: &str) -> String {
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    files.insert("organ/hamnen/organ.yaml".to_owned(), "namn: Hamnen AB\nslag: helägt bolag\n".into());
    files.extend(beside.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    for (year, front) in rounds {
        let file = format!("---\ntitel: Nycklar\n{front}\n---\n\n{TEXT}\n## Bedömning\n\nDet räcker.\n");
        files.insert(format!("gemensamma/nycklar/{year}.md"), file.into_bytes());
    }
    for (body, year, front) in answers {
        let file = format!("---\n{front}\n---\n\n{TEXT}");
        files.insert(format!("organ/{body}/{year}/gemensamma/nycklar.md"), file.into_bytes());
    }
    let (sources, mut diagnostics) = (Sources::decode(files), Diagnostics::default());
    let model = internkontroll::check(&sources, &mut diagnostics);
    let model = model.unwrap_or_else(|_| panic!("{}", reading::told(&diagnostics, &sources)));
    reading::words(&reading::render(&model), path)
}

#[track_caller]
fn says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "“{sentence}” is not in: {page}");
    }
}

const ROUND: &str = "gemensamma/nycklar/2024/index.html";

#[test]
fn companies_that_answer_questions_only_are_not_in_the_whole_of_statements() {
    let round = format!(
        "{STATEMENTS}frågor:\n  - {{ id: F1, kort: Lås, text: Hur många?, slag: antal, enhet: lås }}\nsvarar: {{ allt: nämnd, bara frågor: helägt bolag }}"
    );
    let answers =
        [("miljonamnden", 2024, "svar: { S1: bra, F1: 12 }"), ("hamnen", 2024, "svar: { F1: 30 }\nstatus: utkast")];
    let page = words(&[(2024, &round)], &answers, ROUND);
    says(
        &page,
        &[
            "1 av 2 nämnder och bolag har svarat.",
            "Summa: 12 lås 1 av 2 Utan svar: 1 utkast.",
            "Hamnen AB bara frågor utkast",
        ],
    );
}

#[test]
fn one_answer_of_unknown_many_is_shown_and_not_counted() {
    let page = words(&[(2024, STATEMENTS)], &[("miljonamnden", 2024, "svar: { S1: bra }")], ROUND);
    says(&page, &["Vilka som skulle svara är inte angivet, så inga andelar räknas."]);
}

#[test]
fn a_body_in_two_years_is_told_how_its_ratings_moved() {
    let round = format!("{STATEMENTS}svarar: {{ allt: nämnd }}");
    let after = format!("{round}\nföregående: {{ år: 2023, jämförbar: ja }}");
    let answers = [("miljonamnden", 2023, "svar: { S1: dåligt }"), ("miljonamnden", 2024, "svar: { S1: bra }")];
    let rounds = [(2023, round.as_str()), (2024, after.as_str())];
    let page = words(&rounds, &answers, "jamfor/2023-2024/miljonamnden/index.html");
    says(&page, &["1 bedömning kan jämföras: 1 upp, 0 ned och 0 oförändrade."]);
    let page = words(&rounds, &answers, "jamfor/gemensamma/nycklar/2023-2024/index.html");
    says(&page, &["Miljönämnden 1 0 0 0"]);
}

#[test]
fn an_answer_to_statements_without_wording_says_whose_the_names_are() {
    let round = "skala: tvåsteg\nandel av: alla\npåståenden:\n  - { id: S1, kort: Rutin, saknas: ej publicerat }\n  \
        - { id: S2, kort: Kännedom, saknas: ej publicerat }\nsvarar: { allt: nämnd }";
    let page = |round: &str| {
        let answers = [("miljonamnden", 2024, "svar: { S1: bra, S2: bra }")];
        words(&[(2024, round)], &answers, "organ/miljonamnden/2024/index.html")
    };
    let sentence = "Påståendenas lydelser: ej publicerat. Namnen i tabellen är satta i den här rapporten.";
    let unworded = page(round);
    assert_eq!(unworded.matches(sentence).count(), 1, "{unworded}");
    assert!(!page(&round.replace("saknas: ej publicerat", "text: Så är det.")).contains("Namnen i tabellen"));
}

#[test]
fn a_plan_tells_what_a_joint_review_said_of_its_risk() {
    let plan = "risker:\n  - { id: nycklar, namn: Borttappade nycklar, bedömning: { sannolikhet: { saknas: ej publicerat }, \
        konsekvens: { saknas: ej publicerat } }, hantering: granskning, gemensamma granskningar: nycklar }\nstatus: beslutad\n\
        beslut: { organ: Miljönämnden, datum: 2024-01-20, paragraf: \"3\" }\n";
    let round = format!("{STATEMENTS}svarar: {{ allt: nämnd }}");
    let page = |answers: &[(&str, i16, &str)], path: &str| {
        words_beside(&[("organ/miljonamnden/2024/plan.yaml", plan)], &[(2024, &round)], answers, path)
    };
    let of_year = "organ/miljonamnden/2024/index.html";
    let answer = [("miljonamnden", 2024, "svar: { S1: bra }")];
    says(
        &page(&answer, of_year),
        &["Nycklar kommungemensam granskning Borttappade nycklar ej tillämpligt svar redovisat"],
    );
    says(&page(&[], of_year), &["kommungemensam granskning, redovisat för alla tillsammans"]);
    says(&page(&answer, "risker/2024/index.html"), &["svar redovisat kommungemensam granskning"]);
    says(&page(&answer, ROUND), &["Risker i planerna", "Borttappade nycklar: Miljönämnden"]);
}

/// Who does not use assistants at all has no share that uses them every week.
#[test]
fn the_answers_of_the_example_agree_with_each_other() {
    let mut read = 0;
    for (path, bytes) in reading::files(&reading::package().join("examples/exempelstaden/organ")) {
        if !path.ends_with("/2024/gemensamma/digitala-assistenter.md") {
            continue;
        }
        read += 1;
        let text = String::from_utf8(bytes).expect("it is text");
        let answer = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim();
        let is_used = answer("  F5:") != "används inte";
        assert!(is_used || answer("  F4:") == "0", "{path}");
    }
    assert!(read > 15, "{read} answers");
}

//! What pages say of bodies' answers to joint reviews, on the smallest contents that show it.

mod reading;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::source::Sources;

const LADDER: &str = "trappa:\n  namn: Trappa\n  nivåer:\n    - { id: steg 5, saknas: ej publicerat, ton: neutral, symbol: \"5\" }\n    \
    - { id: steg 4, saknas: ej publicerat, ton: neutral, symbol: \"4\" }\n    - { id: van, namn: Van, ton: neutral, symbol: \"3\" }\n    \
    - { id: prövande, namn: Prövande, ton: neutral, symbol: \"2\" }\n    - { id: nyfiken, namn: Nyfiken, ton: neutral, symbol: \"1\" }\n";
const TEXT: &str = "## Hur gick det?\n\nBra.\n\n## Varför blev det så?\n\nVi hjälptes åt.\n\n\
    ## Hur påverkar resultatet det fortsatta arbetet?\n\nInte alls.\n";
const STATEMENTS: &str =
    "skala: tvåsteg\nandel av: alla\npåståenden:\n  - { id: S1, kort: Rutin, text: Det finns en rutin. }\n";

/// The words of a page of the small content with a company, with rounds and answers laid over it.
fn words(rounds: &[(i16, &str)], answers: &[(&str, i16, &str)], path: &str) -> String {
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    files.entry("skalor.yaml".to_owned()).and_modify(|scales| scales.extend(LADDER.bytes()));
    files.insert("organ/hamnen/organ.yaml".to_owned(), "namn: Hamnen AB\nslag: helägt bolag\n".into());
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
    let site = reading::render(&model.unwrap_or_else(|_| panic!("{}", reading::told(&diagnostics, &sources))));
    let page = String::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).expect("text");
    let parts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").replace("&nbsp;", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "“{sentence}” is not in: {page}");
    }
}

const ROUND: &str = "gemensamma/nycklar/2024/index.html";

#[test]
fn a_scale_with_holes_says_which_steps_have_no_known_name() {
    let round = "mognadstrappa: trappa";
    says(
        &words(&[(2024, round)], &[], ROUND),
        &["5 Steg 5; 4 Steg 4; 3 Van", "Vad steg 5 och steg 4 heter: ej publicerat."],
    );
}

#[test]
fn a_ladder_of_five_steps_is_counted_in_a_table_and_not_drawn() {
    let round = "skala: trappa\nandel av: alla\npåståenden:\n  - { id: S1, kort: Var vi står, text: Vi har kommit en bit. }\nsvarar: { allt: [ nämnd, helägt bolag ] }";
    let answers = [("miljonamnden", 2024, "svar: { S1: prövande }"), ("hamnen", 2024, "svar: { S1: steg 5 }")];
    let page = words(&[(2024, round)], &answers, ROUND);
    says(
        &page,
        &["Antal svar på varje nivå 2024", "2 av 2 nämnder och bolag har svarat.", "Var vi står 1 0 0 1 0 2 av 2"],
    );
    assert!(!page.contains("Diagram:"));
}

#[test]
fn a_yes_and_no_review_with_companies_left_out() {
    let round = "frågor:\n  - { id: F1, kort: Ansvarig, text: Finns det någon?, slag: ja eller nej }\n\
        svarar: { allt: nämnd, inte: { vem: helägt bolag, skäl: Bolagen har egna lokaler. } }";
    let page = words(&[(2024, round)], &[("miljonamnden", 2024, "svar: { F1: nej }")], ROUND);
    says(
        &page,
        &[
            "F1 Ansvarig Ja: 0, Nej: 1 1 av 1",
            "1 organ deltog inte.",
            "Hamnen AB Bolagen har egna lokaler. ingick inte",
        ],
    );
}

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
fn a_survey_with_percentages_only_shows_no_answers_of_bodies() {
    let round = format!("{STATEMENTS}utfall: {{ andelar: {{ S1: {{ bra: 60, dåligt: 40 }} }} }}");
    let page = words(&[(2024, &round)], &[], ROUND);
    says(&page, &["60 %"]);
    assert!(!page.contains("Organens svar"), "{page}");
}

#[test]
fn one_answer_of_unknown_many_is_shown_and_not_counted() {
    let page = words(&[(2024, STATEMENTS)], &[("miljonamnden", 2024, "svar: { S1: bra }")], ROUND);
    says(&page, &["Vilka som skulle svara är inte angivet, så inga andelar räknas."]);
}

#[test]
fn a_round_before_with_other_statements_is_not_compared() {
    let before = format!("{}svarar: {{ allt: nämnd }}", STATEMENTS.replace("S1", "A1"));
    let after = format!("{STATEMENTS}svarar: {{ allt: nämnd }}\nföregående: {{ år: 2023, jämförbar: ja }}");
    let answers = [("miljonamnden", 2023, "svar: { A1: dåligt }"), ("miljonamnden", 2024, "svar: { S1: bra }")];
    let rounds = [(2023, before.as_str()), (2024, after.as_str())];
    says(&words(&rounds, &answers, ROUND), &["Rutin Kan inte jämföras med 2023. ingick inte 100 %"]);
    let other = after.replace("jämförbar: ja", "jämförbar: nej, not: Alla påståenden är nya.");
    let rounds = [(2023, before.as_str()), (2024, other.as_str())];
    says(&words(&rounds, &answers, ROUND), &["Alla påståenden är nya."]);
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

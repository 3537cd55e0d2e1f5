//! What pages say of each kind of joint review and survey: on the smallest contents, those of `tests/cases/kinds.md`, and in
//! the shipped ones.

mod reading;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::site::Output;
use internkontroll::source::Sources;

const CITY: &str = "content";
const EXAMPLE: &str = "examples/exempelstaden";

/// The site of a case by its name.
fn case(name: &str) -> Output {
    let cases = reading::text("tests/cases/kinds.md");
    let case = cases.split("\n## Case: ").find(|case| case.lines().next() == Some(name));
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    for block in reading::blocks(case.unwrap_or_else(|| panic!("no case {name}"))) {
        if let Some(path) = block.path {
            files.insert(path, block.text.into_bytes());
        }
    }
    let (sources, mut diagnostics) = (Sources::decode(files), Diagnostics::default());
    let model = internkontroll::check(&sources, &mut diagnostics);
    reading::render(&model.unwrap_or_else(|_| panic!("{}", reading::told(&diagnostics, &sources))))
}

/// The words of the page of a folder.
fn words(site: &Output, path: &str) -> String {
    reading::words(site, &format!("{path}/index.html"))
}

#[track_caller]
fn says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "“{sentence}” is not in: {page}");
    }
}

#[test]
fn a_scale_with_holes() {
    let page = words(&case("A scale with holes"), "gemensamma/nycklar/2024");
    says(
        &page,
        &["4 Nivå 4; 3 Van; 2 Nivå 2; 1 Ovan", "Vad nivå 4 heter: ej publicerat. Vad nivå 2 heter: uppgift saknas."],
    );
    says(&page, &["Rutin 10 % 40 % 30 % 20 % publicerad sammanställning"]);
    let city = words(reading::site(CITY), "gemensamma/ai-relaterade-risker/2024");
    says(
        &city,
        &[
            "5 Steg 5; 4 Steg 4; 3 Steg 3; 2 Utforskare; 1 Nybörjare",
            "Vad steg 5, steg 4 och steg 3 heter: ej publicerat.",
        ],
    );
}

#[test]
fn a_ladder_of_five_steps() {
    let page = words(&case("A ladder of five steps"), "gemensamma/ai/2024");
    says(&page, &["Mognadstrappa 5 Drivande; 4 Van; 3 På väg; 2 Utforskare; 1 Nybörjare"]);
    says(&page, &["F1 Steg på trappan Drivande: 0, Van: 0, På väg: 0, Utforskare: 1, Nybörjare: 0 1 av 1"]);
    let site = reading::site(EXAMPLE);
    let example = words(site, "gemensamma/digitala-assistenter/2024");
    says(&example, &["F1 Steg på trappan Drivande: 0, Van: 0, På väg: 5, Prövande: 8, Nyfiken: 8 21 av 23"]);
    let document = words(site, "ar/2024/dokument");
    says(&document, &["Bilaga 4. Mognadstrappor Digitala assistenter 2024"]);
}

#[test]
fn a_yes_no_review_with_companies_left_out() {
    let page = words(&case("A yes/no review with companies left out"), "gemensamma/klagomal/2024");
    says(&page, &["Skala Ja; Nej", "1 av 1 nämnd", "1 organ deltog inte. Skälet står i tabellen."]);
    says(&page, &["Bolaget AB Bolaget har ett eget system. ingick inte"]);
    let example = words(reading::site(EXAMPLE), "gemensamma/synpunkter-och-klagomal/2020");
    says(
        &example,
        &[
            "Skala Ja; Nej",
            "Svar i tid 53 % 47 % publicerad sammanställning",
            "Organens svar är inte publicerade. 9 organ deltog inte. Skälet står i tabellen.",
            "Exempelhamnen AB Bolagen har egna system för klagomål. ingick inte ingick inte ingick inte",
        ],
    );
    assert!(!example.contains("Här finns svar från 0"), "nobody knows how many answered");
    assert!(!example.contains("inte lämnat in") && !example.contains("ej inlämnat"), "companies were not asked");
}

#[test]
fn a_survey_with_percentages_only() {
    let page = words(&case("A survey with percentages only"), "gemensamma/nycklar/2024");
    says(
        &page,
        &[
            "Enkät till chefer: svarsfrekvensen anges till 55,5 procent. Hur många som fick enkäten och hur många som svarade är inte angivet.",
            "Leverantören redovisade bara andelen.",
        ],
    );
    assert!(!page.contains("skickad till") && !page.contains("besvarad av"), "{page}");
    let example = words(reading::site(EXAMPLE), "gemensamma/synpunkter-och-klagomal/2020");
    says(
        &example,
        &[
            "Enkät till invånare som lämnat en synpunkt: svarsfrekvensen anges till 38 procent.",
            "Källa: Sammanställning av gemensamma granskningar 2020, sidan 4.",
        ],
    );
}

#[test]
fn a_round_before_with_other_statements() {
    let site = case("A round before with other statements");
    let page = words(&site, "gemensamma/nycklar/2024");
    says(&page, &["Förra omgången gjordes 2023. Resultaten kan inte jämföras. Alla påståenden är nya."]);
    let compared = words(&site, "jamfor/gemensamma/nycklar/2023-2024");
    says(&compared, &["Siffrorna 2023 och 2024 kan inte jämföras. Alla påståenden är nya."]);
    let site = reading::site(EXAMPLE);
    let example = words(site, "jamfor/gemensamma/bisysslor/2019-2023");
    says(&example, &["Siffrorna 2019 och 2023 kan inte jämföras. Alla påståenden är nya sedan 2019."]);
    says(&words(site, "gemensamma/bisysslor/2023"), &["Förra omgången gjordes 2019. Resultaten kan inte jämföras."]);
    for page in [&page, &compared, &example] {
        assert!(
            !page.contains("procentenheter") && !page.contains(" ökade ") && !page.contains(" minskade "),
            "{page}"
        );
    }
}

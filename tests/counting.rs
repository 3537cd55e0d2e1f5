//! What pages say of small contents: nothing is counted that should not be, and what is not there is said with its reason.

mod reading;

use std::collections::BTreeMap;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::source::Sources;

const ANSWERS: &str = "organ/miljonamnden/2024/sjalvskattning.yaml";
const BEFORE: &str = "organ/miljonamnden/2023/sjalvskattning.yaml";
const MEASURE: &str = "organ/miljonamnden/2024/atgarder/rutin.md";
const SET: &str = "pastaenden/god.yaml";

/// The site of the small content of the cases with files laid over it, without markup and with plain spaces.
fn site(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut content = reading::files(&reading::package().join("tests/cases/base"));
    content.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    let sources = Sources::decode(content);
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    let model = model.unwrap_or_else(|_| panic!("{}", reading::told(&diagnostics, &sources)));
    let pages = reading::render(&model).into_iter().filter(|(path, _)| path.ends_with("index.html"));
    pages.map(|(path, bytes)| (path, words(&String::from_utf8(bytes).expect("pages are text")))).collect()
}

/// A page's text, with one space where markup or white space stood.
fn words(html: &str) -> String {
    let text: String =
        html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn another_body(id: &str, name: &str) -> (String, String) {
    (format!("organ/{id}/organ.yaml"), format!("namn: {name}\nslag: nämnd\nfrån: 2020-01-01\n"))
}

#[test]
fn nothing_of_nothing_is_no_share() {
    let silent = "påståenden: god\nsvar: { KM1: { saknas: ej besvarat }, KM2: { saknas: ej besvarat } }\n";
    let site = site(&[(BEFORE, silent)]);
    for page in
        ["index.html", "organ/index.html", "organ/miljonamnden/index.html", "organ/miljonamnden/2024/index.html"]
    {
        assert!(!site[page].contains("+100"), "{page} invents a change from nothing");
    }
    assert!(site["organ/miljonamnden/2023/index.html"].contains("2 påståenden (ej besvarat)"));
    assert!(!site["index.html"].contains("Serien bryts"), "the first year of a set breaks with nothing");
}

#[test]
fn plans_say_what_they_lack() {
    let plan = "organ/miljonamnden/2024/plan.yaml";
    let ungraded = "risker:\n  - id: fel\n    namn: Fel avgift\n    hantering: bevaka\n    skäl: Den är liten.\n    bedömning: \
                    { sannolikhet: { saknas: ej publicerat }, konsekvens: { saknas: ej publicerat } }\n";
    let pages = site(&[(plan, ungraded)]);
    let year = &pages["risker/2024/index.html"];
    assert!(year.contains("Kommunens riskmatris finns inte inlagd."), "{year}");
    assert!(year.contains("ej publicerat ej publicerat ej publicerat bevaka"), "{year}");
    assert!(pages["organ/miljonamnden/2024/index.html"].contains("Kommunens riskmatris finns inte inlagd"));
    let draft = format!("status: utkast\n{ungraded}");
    let pages = site(&[(plan, &draft)]);
    let year = &pages["risker/2024/index.html"];
    assert!(year.contains("Ingen beslutad plan för 2024 är inlagd här.") && year.contains("utkast, inte beslutat"));
    let internal = format!("publicering: intern\n{ungraded}");
    let pages = site(&[(plan, &internal)]);
    assert!(!pages.contains_key("risker/index.html"), "nothing is said of risks that nobody may read");
    assert!(pages["organ/miljonamnden/2024/index.html"].contains("Internkontrollplanen publiceras inte."));
}

#[test]
fn drafts_are_shown_and_not_counted() {
    let site = site(&[(BEFORE, "påståenden: god\nstatus: utkast\nsvar: { KM1: dåligt, KM2: dåligt }\n")]);
    assert!(site["organ/miljonamnden/2023/index.html"].contains("utkast som inte är beslutat"));
    assert!(!site["index.html"].contains("från 0 till 100"));
    let draft = "---\ntitel: Ny rutin\nläge: försenad\nstatus: utkast\n---\n\n## Vad ska göras\n\nEtt.\n\n## Genomfört\n\nTvå.\n\n## Fortsatt planering\n\nTre.\n";
    let site = self::site(&[(MEASURE, draft)]);
    assert!(site["index.html"].contains("Försenade åtgärder 0"), "a draft makes nobody late: {}", site["index.html"]);
}

#[test]
fn a_body_that_answers_another_set_owes_nothing_here() {
    let other = "namn: Bolagens kontroll\nskala: tvåsteg\nandel av: alla\nkategorier:\n  - { id: BO, namn: Bolag, påståenden: [ { id: BO1, kort: Ägare, text: Ägaren styr. } ] }\n";
    let (path, body) = another_body("bolaget", "Bolaget AB");
    let answers = "påståenden: bolag\nsvar: { BO1: bra }\n";
    let site =
        site(&[("pastaenden/bolag.yaml", other), (&path, &body), ("organ/bolaget/2024/sjalvskattning.yaml", answers)]);
    assert!(site["index.html"].contains("1 av 1"), "only the committee owes the main set");
    assert!(!site["index.html"].contains("Ej inlämnat"));
}

#[test]
fn one_early_answer_is_not_the_citys_result() {
    let bodies: Vec<_> =
        [("a", "Första"), ("b", "Andra"), ("c", "Tredje")].map(|(id, name)| another_body(id, name)).into();
    let files: Vec<(&str, &str)> = bodies.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let site = site(&files);
    assert!(
        site["ar/2024/index.html"].contains("Svaren för 2024 är för få för att läggas ihop"),
        "{}",
        site["ar/2024/index.html"]
    );
    assert!(site["organ/miljonamnden/index.html"].contains("100 procent av svaren"), "the body itself has its result");
}

#[test]
fn a_published_total_stays_where_answers_are_not_published() {
    let set = "namn: God kontroll\nskala: tvåsteg\nandel av: alla\nkategorier:\n  - { id: KM, namn: Kontrollmiljö, påståenden: [ { id: KM1, kort: Ansvar, text: Ansvaret. }, { id: KM2, kort: Rutiner, text: Rutinerna. } ] }\nsammanställningar:\n  - { år: 2024, andelar: { bra: 89, dåligt: 9 }, resten: avrundning, svar per organ: ej publicerat, källa: Rapporten }\n";
    let (path, body) = another_body("annan", "Annan nämnd");
    let site = site(&[(SET, set), (&path, &body)]);
    let start = &site["index.html"];
    assert!(start.contains("89 %") && start.contains("enligt publicerad sammanställning"), "{start}");
    assert!(!start.contains("Ej inlämnat"), "nobody is said not to have handed in");
    assert!(site["ar/2024/index.html"].contains("övrigt 2 procent (avrundning)"));
}

#[test]
fn a_reworded_statement_is_named_where_years_are_added_up() {
    let set = "namn: God kontroll\nskala: tvåsteg\nandel av: alla\nkategorier:\n  - id: KM\n    namn: Kontrollmiljö\n    påståenden:\n      - id: KM1\n        kort: Ansvar\n        versioner: [ { från: 2023, text: Då. }, { från: 2024, text: Nu., jämförbar: nej, not: Annan fråga. } ]\n      - { id: KM2, kort: Rutiner, text: Rutinerna. }\n";
    let site = site(&[(SET, set), (BEFORE, "påståenden: god\nsvar: { KM1: dåligt, KM2: bra }\n")]);
    assert!(
        site["index.html"].contains("KM1 (ansvar) har fått en lydelse som inte kan jämföras"),
        "{}",
        site["index.html"]
    );
    assert!(site["pastaenden/god/km1/index.html"].contains("Annan fråga"));
    assert!(!site["pastaenden/god/km1/index.html"].contains("+100"), "no change is told across a break");
}

#[test]
fn withheld_answers_are_not_called_missing() {
    let site = site(&[(ANSWERS, "påståenden: god\npublicering: intern\nsvar: { KM1: bra, KM2: bra }\n")]);
    assert!(site["organ/miljonamnden/index.html"].contains("publiceras inte"));
    for (path, text) in &site {
        let told = path.starts_with("metod") || !text.to_lowercase().contains("ej inlämnat");
        assert!(told, "{path} says that answers were not handed in");
    }
}

#[test]
fn a_link_pattern_leads_every_trace_to_the_forge() {
    let city = "namn: Provstad\ntitel: Intern kontroll i Provstad\nperiod: { från: 2023, till: 2024 }\nrapportdatum: 2025-05-22\npåståenden: god\nlänkmönster: https://git.exempel.se/{fil}#L{rad}\n";
    let mut content = reading::files(&reading::package().join("tests/cases/base"));
    content.insert("kommun.yaml".to_owned(), city.as_bytes().to_vec());
    let model = internkontroll::check(&Sources::decode(content), &mut Diagnostics::default()).expect("no errors");
    let site = reading::render(&model);
    assert!(!site.keys().any(|path| path.starts_with("underlag/")), "files are shown at the forge");
    let year = String::from_utf8(site["ar/2024/index.html"].clone()).expect("pages are text");
    assert!(
        year.contains("href=\"https://git.exempel.se/organ/miljonamnden/2024/sjalvskattning.yaml#L"),
        "the heat table too"
    );
    assert!(!year.contains("../https://"), "addresses outside are not taken for ways up");
}

//! The follow-up of a year as one document: every appendix with the figures of the files, and what is not published said so.

mod reading;

use std::collections::BTreeMap;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::site::Output;
use internkontroll::source::Sources;
use serde_yaml::Value;

const EXAMPLE: &str = "examples/exempelstaden";

/// A table of a page: its rows as they are fetched, without the row of headings.
fn rows(site: &Output, year: i16, table: &str) -> Vec<Vec<String>> {
    let path = format!("ar/{year}/dokument/{table}.csv");
    let bytes = site.get(&path).unwrap_or_else(|| panic!("{path} is not there"));
    let text = String::from_utf8(bytes.clone()).expect("tables are text").replace('\u{a0}', "");
    let cells = |line: &str| line.split(';').map(|cell| cell.trim_matches('"').to_owned()).collect();
    text.lines().skip(1).map(cells).collect()
}

/// The words of a document.
fn words(site: &Output, year: i16) -> String {
    reading::words(site, &format!("ar/{year}/dokument/index.html"))
}

/// The front matter of a round of the example.
fn round(review: &str, year: i16) -> Value {
    let text = reading::text(&format!("{EXAMPLE}/gemensamma/{review}/{year}.md"));
    let front = text.strip_prefix("---\n").and_then(|rest| rest.split("\n---").next()).expect("it has a front matter");
    serde_yaml::from_str(front).expect("the front matter is YAML")
}

/// The counted answers of a year, by the name of the body, straight from the files.
fn answers(year: i16) -> BTreeMap<String, BTreeMap<String, String>> {
    let files = reading::files(&reading::package().join(EXAMPLE));
    let yaml = |path: &str| -> Value {
        serde_yaml::from_slice(&files[path]).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let mut found = BTreeMap::new();
    for path in files.keys() {
        let Some(body) = path.strip_suffix(&format!("/{year}/sjalvskattning.yaml")) else { continue };
        let written = yaml(path);
        if written["status"].as_str() == Some("utkast") {
            continue;
        }
        let word = |answer: &Value| {
            let level = answer.as_str().or_else(|| answer["bedömning"].as_str());
            level.or_else(|| answer["saknas"].as_str()).unwrap_or_default().to_owned()
        };
        let answers = written["svar"].as_mapping().expect("answers are a mapping");
        let answers = answers.iter().map(|(id, answer)| (id.as_str().expect("an id").to_owned(), word(answer)));
        let name = yaml(&format!("{body}/organ.yaml"))["namn"].as_str().expect("a name").to_owned();
        found.insert(name, answers.collect());
    }
    found
}

/// How many per cent of all answers have a level, rounded half up; those that are only missing do not count.
fn share(year: i16, level: &str) -> String {
    let levels = ["tillfredsställande", "förbättringsområde", "behöver ses över omgående", "ej tillämpligt"];
    let all = answers(year);
    let given: Vec<_> =
        all.values().flat_map(BTreeMap::values).filter(|word| levels.contains(&word.as_str())).collect();
    let part = given.iter().filter(|word| word.as_str() == level).count();
    format!("{}%", (200 * part + given.len()) / (2 * given.len()))
}

#[test]
fn the_first_two_appendices_hold_every_rating() {
    let site = reading::site(EXAMPLE);
    for year in [2024, 2023] {
        let shown = ratings(site, year);
        let answers = answers(year);
        assert_eq!(answers.keys().filter(|body| shown.contains_key(*body)).count(), answers.len(), "{year}");
        for (body, answers) in &answers {
            for (id, word) in answers {
                let cell = shown[body].get(id).unwrap_or_else(|| panic!("{year}: {body} has no cell for {id}"));
                assert!(cell.to_lowercase().contains(word.as_str()), "{year} {body} {id}: {cell} is {word}");
            }
        }
    }
}

/// The ratings that the appendices of a year show, over all categories, by body and statement.
fn ratings(site: &Output, year: i16) -> BTreeMap<String, BTreeMap<String, String>> {
    let start = format!("ar/2024/dokument/bedomningar-{year}-");
    let mut shown: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for path in site.keys().filter(|path| path.starts_with(&start)) {
        let text = String::from_utf8(site[path].clone()).expect("tables are text");
        let mut lines = text
            .trim_start_matches('\u{feff}')
            .lines()
            .map(|line| line.split(';').map(|cell| cell.trim_matches('"').to_owned()).collect::<Vec<_>>());
        let columns = lines.next().expect("a head");
        for row in lines {
            let cells = columns.iter().zip(&row).skip(1);
            let cells = cells.map(|(id, cell)| (id.split(' ').next().unwrap_or_default().to_owned(), cell.clone()));
            shown.entry(row[0].clone()).or_default().extend(cells);
        }
    }
    shown
}

#[test]
fn the_first_and_the_last_year_stand_beside_each_other() {
    let site = reading::site(EXAMPLE);
    for table in ["bilaga-3-nivaer", "forsta-nivaer"] {
        let rows = rows(site, 2024, table);
        for (row, level) in rows.iter().zip(["tillfredsställande", "förbättringsområde", "behöver ses över omgående"])
        {
            assert_eq!(row[0].to_lowercase(), level);
            for (cell, year) in row[1..3].iter().zip([2015, 2024]) {
                assert!(cell.starts_with(&share(year, level)), "{table} {year} {level}: {cell}");
            }
        }
    }
    let before = rows(site, 2024, "fore-nivaer");
    assert!(before[0][1].starts_with(&share(2023, "tillfredsställande")), "{before:?}");
    assert!(words(site, 2015).contains("Året 2015 är det första som följs upp. Det finns inget att jämföra med."));
    assert!(words(site, 2015).contains("Bilaga 2. Alla bedömningar 2014 Året 2014 följs inte upp här."));
}

#[test]
fn a_repeated_review_stands_beside_its_round_before() {
    let site = reading::site(EXAMPLE);
    let (was, is) = (round("nycklar-och-passerkort", 2021), round("nycklar-och-passerkort", 2024));
    let rows = rows(site, 2024, "bilaga-5_nycklar-och-passerkort_andelar-1");
    for statement in is["påståenden"].as_sequence().expect("statements are a list") {
        let (id, short) = (&statement["id"], statement["kort"].as_str().expect("a name").to_lowercase());
        let row = rows.iter().find(|row| row[0].to_lowercase().ends_with(&short));
        let row = row.unwrap_or_else(|| panic!("{short} has no row in {rows:?}"));
        for (cell, round) in row[1..3].iter().zip([&was, &is]) {
            let share = &round["utfall"]["andelar"][id]["ja"];
            let expected = share.as_i64().map_or_else(|| "ingick inte".to_owned(), |share| format!("{share}%"));
            assert!(cell.contains(&expected), "{short}: {cell} is {expected}");
        }
    }
    let text = words(site, 2024);
    for section in ["Hur gick det?", "Varför blev det så?", "Hur påverkar resultatet det fortsatta arbetet?"] {
        assert!(text.contains(section), "{section} is missing");
    }
    assert!(words(site, 2022).contains("Ingen av granskningarna 2022 har en tidigare omgång som är inlagd här."));
    assert!(words(site, 2017).contains("Ingen kommungemensam granskning är inlagd för 2017."));
}

/// Each is there in its order, whatever is known, and none is empty.
#[test]
fn every_document_has_its_appendices() {
    for folder in [EXAMPLE, "content"] {
        let site = reading::site(folder);
        let years = site.keys().filter_map(|path| path.strip_prefix("ar/")?.strip_suffix("/dokument/index.html"));
        let years: Vec<i16> = years.map(|year| year.parse().expect("a year")).collect();
        assert!(years.contains(&2015) && years.contains(&2024), "{folder}: {years:?}");
        for year in years {
            let text = words(site, year);
            let titles: Vec<_> = (1..=5).map(|number| text.rfind(&format!("Bilaga {number}. "))).collect();
            assert!(titles.iter().all(Option::is_some) && titles.is_sorted(), "{folder} {year}: {titles:?}");
            let page = &site[&format!("ar/{year}/index.html")];
            assert!(String::from_utf8_lossy(page).contains(">Skriv ut som ett dokument</a>"), "{folder} {year}");
        }
    }
}

#[test]
fn what_the_city_has_not_published_is_said() {
    let site = reading::site("content");
    let text = words(site, 2024);
    for said in [
        "Bilaga 1. Alla bedömningar 2024 Organens egna svar 2024 är inte publicerade. Här skulle varje organs bedömning av \
         varje påstående stå. Publicerade andelar: tillfredsställande 89 procent, förbättringsområde 9 procent och behöver \
         ses över omgående 0 procent.",
        "Bilaga 2. Alla bedömningar 2023 Organens egna svar 2023 är inte publicerade.",
        "Resultatet beskrivs som i nivå med 2024, men anges inte i siffror.",
        "organens svar 2015 är inte publicerade och organens svar 2024 är inte publicerade.",
        "Det som är känt om stegen står i granskningens text.",
        "Andelarna för varje påstående 2021 och 2024 finns inte här, bara den lägsta och den högsta.",
        "Inget beslut om uppföljningen är inlagt här.",
    ] {
        assert!(text.contains(said), "{said} is missing");
    }
    assert!(!site.keys().any(|path| path.starts_with("ar/2024/dokument/bedomningar")), "nobody's ratings are known");
    let levels = rows(site, 2024, "bilaga-3-nivaer");
    assert!(levels[0][1].starts_with("65%") && levels[0][2].starts_with("89%"), "{levels:?}");
    let spans = rows(site, 2024, "bilaga-5_felaktig-tillgang_spann");
    assert_eq!((spans[0][1].as_str(), spans[0][2].as_str()), ("41–71%", "65–78%"));
    // Of this year nothing is known but that it was not published.
    assert!(!site.contains_key("ar/2017/dokument/index.html"));
}

/// Where nobody has written a follow-up the document is not called one; whose the report is stands on every document.
#[test]
fn a_document_is_called_what_it_is() {
    let site = reading::site("content");
    let (put_together, written) = (words(site, 2015), words(site, 2024));
    assert!(
        put_together.contains("Sammanställning av intern kontroll 2015")
            && !put_together.contains("Uppföljning av intern kontroll 2015")
    );
    assert!(put_together.contains("Det är ingen uppföljning från Malmö stad: någon sådan är inte inlagd för 2015."));
    assert!(written.contains("Uppföljning av intern kontroll 2024") && !written.contains("Det är ingen uppföljning"));
    for text in [put_together, written] {
        assert!(text.contains("Dokumentet är sammanställt ur uppgifterna i rapporten ”Intern kontroll i Malmö stad”."));
        assert!(text.contains("Rapporten är inte stadens egen publikation. Källa: Malmö stads offentliga handlingar"));
    }
    for path in ["ar/2015/index.html", "organ/kommunstyrelsen/2024/index.html", "revision/it-sakerhet/index.html"] {
        assert!(String::from_utf8_lossy(&site[path]).contains("Rapporten är inte stadens egen publikation."), "{path}");
    }
}

#[test]
fn a_ladder_is_an_appendix_of_its_own() {
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    let ladder = "trappa:\n  namn: Trappan\n  trappa: ja\n  nivåer:\n    - { id: ledare, namn: Ledare, ton: god, symbol: ● }\n    \
        - { id: nybörjare, namn: Nybörjare, ton: neutral, symbol: ▲ }\n";
    files.get_mut("skalor.yaml").expect("it has scales").extend(ladder.bytes());
    let text = "---\ntitel: AI\nskala: trappa\nandel av: alla\npåståenden:\n  - { id: S1, kort: Ansvar, text: Någon har ansvar. }\n  \
        - { id: S2, kort: Plan, text: Det finns en plan. }\nutfall:\n  andelar:\n    S1: { ledare: 30, nybörjare: 70 }\n    \
        S2: { ledare: 45, nybörjare: 55 }\n---\n\n## Hur gick det?\n\nBra.\n\n## Varför blev det så?\n\nVi hjälptes åt.\n\n\
        ## Hur påverkar resultatet det fortsatta arbetet?\n\nInte alls.\n\n## Bedömning\n\nDet räcker.\n";
    files.insert("gemensamma/ai/2024.md".to_owned(), text.into());
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    let model = model.unwrap_or_else(|_| panic!("{}", reading::told(&diagnostics, &sources)));
    let rows = rows(&reading::render(&model), 2024, "bilaga-4_ai");
    assert_eq!(rows, [["Ledare", "2 av 2", "30–45%"], ["Nybörjare", "1 av 2", "55–70%"]]);
}

#[test]
fn a_question_on_a_ladder_is_counted_in_the_appendix() {
    let shown = rows(reading::site(EXAMPLE), 2024, "bilaga-4_digitala-assistenter-f1");
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for (path, bytes) in reading::files(&reading::package().join(EXAMPLE)) {
        if !path.ends_with("/2024/gemensamma/digitala-assistenter.md") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("it is text");
        let front = text.strip_prefix("---\n").and_then(|rest| rest.split("\n---").next()).expect("a front matter");
        let answer: Value = serde_yaml::from_str(front).expect("the front matter is YAML");
        if matches!(answer["status"].as_str(), Some("utkast")) || answer["publicering"].as_str() == Some("intern") {
            continue;
        }
        let step = &answer["svar"]["F1"];
        if let Some(step) = step.as_str().or_else(|| step["bedömning"].as_str()).or_else(|| step["svar"].as_str()) {
            *expected.entry(step.to_lowercase()).or_default() += 1;
        }
    }
    assert!(expected.values().sum::<usize>() > 15, "{expected:?}");
    for row in &shown {
        let count = expected.get(&row[0].to_lowercase()).copied().unwrap_or_default();
        assert_eq!(row[2], count.to_string(), "{row:?} {expected:?}");
    }
}

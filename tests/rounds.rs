//! What is said of the rounds of joint reviews and of two rounds compared, on the smallest contents that show it.

mod reading;

use std::collections::BTreeMap;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::model::{LevelNumber, Model, Year};
use internkontroll::report::comparison::rounds::{Barrier, StatementFate, Unlike, compare, pairs};
use internkontroll::site::Output;
use internkontroll::source::Sources;
use rust_decimal::Decimal;
use serde_yaml::Value;

/// The small content with rounds of a review about keys laid over it, each a year and what it says after its title.
fn model(rounds: &[(i16, &str)]) -> Model {
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    let city = String::from_utf8(files["kommun.yaml"].clone()).expect("it is text");
    files.insert("kommun.yaml".to_owned(), city.replace("från: 2023", "från: 2015").into_bytes());
    for (year, front) in rounds {
        let text = "## Hur gick det?\n\nBra.\n\n## Varför blev det så?\n\nVi hjälptes åt.\n\n\
            ## Hur påverkar resultatet det fortsatta arbetet?\n\nInte alls.\n\n## Bedömning\n\nDet räcker.\n";
        let file = format!("---\ntitel: Nycklar\n{front}\n---\n\n{text}");
        files.insert(format!("gemensamma/nycklar/{year}.md"), file.into_bytes());
    }
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    model.unwrap_or_else(|_| panic!("{}", reading::told(&diagnostics, &sources)))
}

/// A round of two statements with shares of the best level.
fn shares(first: u32, second: u32, more: &str) -> String {
    format!(
        "skala: tvåsteg\nandel av: alla\npåståenden:\n  - {{ id: S1, kort: Rutin, text: Det finns en rutin. }}\n  \
         - {{ id: S2, kort: Kännedom, text: Rutinen är känd. }}\nutfall: {{ andelar: {{ S1: {{ bra: {first} }}, S2: {{ bra: {second} }} }} }}\n{more}"
    )
}

/// The words of a page, without markup and with every stretch of space as one.
fn words(site: &Output, path: &str) -> String {
    let page =
        String::from_utf8(site.get(path).unwrap_or_else(|| panic!("{path} is not there")).clone()).expect("text");
    let (mut text, mut inside) = (String::new(), false);
    for letter in page.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_city_compares_as_published() {
    let site = reading::site("content");
    let page = words(site, "jamfor/gemensamma/felaktig-tillgang/2021-2024/index.html");
    assert!(page.contains(
        "Andelen ”Ja, tillfredsställande” var 41–71 procent 2021 och 65–78 procent 2024. \
         Den lägsta andelen ökade med 24 procentenheter och den högsta ökade med 7 procentenheter."
    ));
    assert!(page.contains("ej publicerat 2021 och 2024"), "what is not published is not 0");
    let review = words(site, "gemensamma/felaktig-tillgang/index.html");
    assert!(review.contains("Åren mellan omgångarna, 2022–2023, granskades inte."));
}

/// What is proposed is not told as planned, on any page; what has come is not told as to come.
#[test]
fn the_next_round_is_as_certain_as_it_is_written() {
    let site = reading::site("content");
    for review in ["ai-relaterade-risker", "digital-offentlig-service"] {
        for path in [format!("gemensamma/{review}/index.html"), format!("gemensamma/{review}/2024/index.html")] {
            let page = words(site, &path);
            assert!(page.contains("Nästa omgång är föreslagen till 2027. Något beslut om den är inte redovisat här."));
        }
    }
    assert!(words(site, "gemensamma/index.html").contains("2027 , föreslagen"));
    assert!(words(site, "gemensamma/felaktig-tillgang/2021/index.html").contains("Nästa omgång planerades till 2024."));
    let pages = site.keys().filter(|path| path.ends_with("/index.html"));
    for path in pages {
        assert!(!words(site, path).contains("planerad till 2027"), "{path}");
    }
    let example = reading::site("examples/exempelstaden");
    assert!(words(example, "gemensamma/bisysslor/2019/index.html").contains("Nästa omgång planerades till 2023."));
}

#[test]
fn every_span_of_the_example_is_counted_again_by_another_reader() {
    let model = reading::model("examples/exempelstaden");
    let mut counted = 0;
    for review in model.joint_reviews.values() {
        for (from, to) in pairs(review) {
            let compared = compare(&model, review, from, to).expect("the pair is there");
            let [before, after] = [from, to].map(|year| best(&format!("gemensamma/{}/{year}.md", review.id)));
            let Ok(statements) = &compared.statements else { continue };
            let same: Vec<_> =
                statements.iter().filter(|one| one.fate.is_comparable()).map(|one| one.id.0.clone()).collect();
            let span = |shares: &BTreeMap<String, i64>| {
                let of = same.iter().map(|id| shares[id]);
                (of.clone().min().expect("some"), of.max().expect("some"))
            };
            let ((low, high), (new_low, new_high)) = (span(&before), span(&after));
            let ends = compared.levels[0].ends.as_ref().expect("they can be compared");
            assert_eq!(ends.low, Decimal::from(new_low - low), "{from}-{to}");
            assert_eq!(ends.high, Decimal::from(new_high - high), "{from}-{to}");
            counted += 1;
        }
    }
    assert_eq!(counted, 3);
}

/// The share of the best level of each statement, as another reader finds it.
fn best(path: &str) -> BTreeMap<String, i64> {
    let text = reading::text(&format!("examples/exempelstaden/{path}"));
    let front: Value = serde_yaml::from_str(text.split("---\n").nth(1).expect("front matter")).expect("YAML");
    let shares = front["utfall"]["andelar"].as_mapping().cloned().unwrap_or_default();
    let share = |(id, shares): (Value, Value)| Some((id.as_str()?.to_owned(), shares.get("ja")?.as_i64()?));
    shares.into_iter().filter_map(share).collect()
}

#[test]
fn a_round_between_that_cannot_be_compared_parts_those_on_both_sides() {
    let model = model(&[
        (2018, &shares(40, 60, "")),
        (2021, &shares(50, 70, "föregående: { år: 2018, jämförbar: nej, not: Andra frågor. }")),
        (2024, &shares(60, 80, "föregående: { år: 2021, jämförbar: ja }")),
    ]);
    let review = model.joint_reviews.values().next().expect("there is one");
    let compared = |from, to| compare(&model, review, Year(from), Year(to)).expect("the pair is there");
    assert_eq!(compared(2018, 2024).barrier, Some(Barrier::Said(Year(2021), Some("Andra frågor.".to_owned()))));
    assert_eq!(compared(2018, 2024).levels[0].ends, Err(Unlike::Rounds));
    assert_eq!(compared(2021, 2024).barrier, None);
    assert_eq!(compared(2021, 2024).levels[0].ends.as_ref().expect("both").low, Decimal::TEN);
    let site = reading::render(&model);
    let page = words(&site, "jamfor/gemensamma/nycklar/2018-2024/index.html");
    assert!(!page.contains("ökade") && page.contains("kan inte jämföras"), "{page}");
    let review = words(&site, "gemensamma/nycklar/index.html");
    assert!(review.contains("Andelen ”Bra” var 60–80 procent 2024, mot 50–70 procent 2021"), "{review}");
}

#[test]
fn statements_that_are_not_the_same_are_left_out_of_the_spans() {
    let later = "skala: tvåsteg\nandel av: alla\npåståenden:\n  \
        - { id: S1, kort: Rutin, text: Det finns en dokumenterad rutin., jämförbar: ja }\n  \
        - { id: S2, kort: Kännedom, text: Alla kan rutinen., jämförbar: nej }\n  \
        - { id: S3, kort: Stöd, text: Det finns stöd. }\n\
        utfall: { andelar: { S1: { bra: 45 }, S2: { bra: 99 }, S3: { bra: 1 } } }\n\
        föregående: { år: 2021, jämförbar: ja }";
    let model = model(&[(2021, &shares(40, 60, "")), (2024, later)]);
    let review = model.joint_reviews.values().next().expect("there is one");
    let compared = compare(&model, review, Year(2021), Year(2024)).expect("the pair is there");
    let fates: Vec<_> = compared.statements.as_ref().expect("known").iter().map(|one| one.fate).collect();
    assert_eq!(fates, [StatementFate::Reworded, StatementFate::Changed, StatementFate::Added]);
    assert_eq!(compared.over(), Some(1));
    let ends = compared.levels[0].ends.as_ref().expect("one statement is the same");
    assert_eq!((ends.low, ends.high), (Decimal::from(5), Decimal::from(5)));
    let page = words(&reading::render(&model), "jamfor/gemensamma/nycklar/2021-2024/index.html");
    assert!(
        page.contains("1 har en ny lydelse med samma innebörd, 1 har en lydelse som inte kan jämföras och 1 är nytt")
    );
}

#[test]
fn spans_of_other_statements_are_not_compared() {
    let later = "skala: tvåsteg\npåståenden:\n  - { id: S1, kort: Rutin, text: Det finns en rutin. }\n\
        utfall: { spann: { bra: { lägst: 70, högst: 70 } } }\nföregående: { år: 2021, jämförbar: ja }";
    let model = model(&[(2021, &shares(40, 60, "")), (2024, later)]);
    let review = model.joint_reviews.values().next().expect("there is one");
    let compared = compare(&model, review, Year(2021), Year(2024)).expect("the pair is there");
    assert_eq!(compared.levels[0].level, LevelNumber(0));
    assert_eq!(compared.levels[0].ends, Err(Unlike::Statements));
}

#[test]
fn an_internal_round_leaves_nothing_behind() {
    let withheld = shares(41, 71, "publicering: intern").replace("Kännedom", "Hemligheten");
    let later = shares(60, 80, "föregående: { år: 2021, jämförbar: okänt, saknas: sekretess }");
    let model = model(&[(2021, &withheld), (2024, &later)]);
    let site = reading::render(&model);
    assert!(site.contains_key("gemensamma/nycklar/2024/index.html"));
    assert!(
        site.keys().all(|path| !path.contains("2021") || !path.contains("gemensamma")),
        "no page, no source, no pair"
    );
    for (path, bytes) in &site {
        assert!(!String::from_utf8_lossy(bytes).contains("Hemligheten"), "{path}");
    }
    let page = words(&site, "gemensamma/nycklar/2024/index.html");
    assert!(page.contains("Förra omgången gjordes 2021. Den finns inte här: sekretess."), "{page}");
}

#[test]
fn a_draft_is_shown_and_not_counted() {
    let draft = shares(60, 80, "status: utkast\nföregående: { år: 2021, jämförbar: ja }");
    let model = model(&[(2021, &shares(40, 60, "")), (2024, &draft)]);
    let site = reading::render(&model);
    assert!(words(&site, "gemensamma/nycklar/2024/index.html").contains("Utkast, inte beslutat"));
    let page = words(&site, "jamfor/gemensamma/nycklar/2021-2024/index.html");
    assert!(!page.contains("ökade") && page.contains("utkast 2024"), "{page}");
    let review = words(&site, "gemensamma/nycklar/index.html");
    assert!(review.contains("Andelen ”Bra” var 40–60 procent 2021") && !review.contains("60–80"), "{review}");
}

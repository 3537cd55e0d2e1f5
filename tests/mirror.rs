//! Looked at from the other side, a comparison says the same: what is new from A to B is gone from B to A. Over generated contents.

mod reading;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::model::{BodyId, Model, Year};
use internkontroll::report;
use internkontroll::report::comparison::{
    self, Change, Comparison, Difference, DocumentChange, FieldChange, FigureChange, Pair, Revised,
};
use internkontroll::source::Sources;

/// How many pairs of contents are compared.
const ROUNDS: u64 = 200;
const YEARS: [i16; 4] = [2021, 2022, 2023, 2024];
const MATRIX: &str = "sannolikhet: [ { nivå: 1, namn: Osannolik }, { nivå: 2, namn: Sannolik } ]\n\
                      konsekvens: [ { nivå: 1, namn: Lindrig }, { nivå: 2, namn: Allvarlig } ]\n\
                      omdömen:\n  - { namn: Risk, ton: allvarlig, symbol: \"▲\", rutor: [ 1x1, 1x2, 2x1, 2x2 ] }\n";

/// A sequence of numbers that looks random and is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        // Constants of the linear congruential generator of Knuth's MMIX.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).expect("it is an index")]
    }
}

/// A content without errors, in which nearly everything can be there or not.
fn content(numbers: &mut Numbers) -> Model {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    files.insert("riskmatris.yaml".to_owned(), MATRIX.to_owned());
    for path in ["skalor.yaml", "matetal/loggar.yaml"] {
        files.insert(path.to_owned(), reading::text(&format!("tests/cases/base/{path}")));
    }
    let city = "namn: Provstad\ntitel: Intern kontroll i Provstad\nperiod: { från: 2021, till: 2024 }\n\
                rapportdatum: 2025-05-22\npåståenden: god\n";
    files.insert("kommun.yaml".to_owned(), city.to_owned());
    let statements = statements(numbers, &mut files);
    for body in ["a-namnden", "b-namnden", "c-namnden"] {
        let last = numbers.one_of(&["", "till: 2023-12-31\n", "till: 2022-06-30\n"]);
        let organ = format!("namn: {}\nslag: nämnd\nfrån: 2020-01-01\n{last}", body.to_uppercase());
        files.insert(format!("organ/{body}/organ.yaml"), organ);
        let years = match last {
            "" => &YEARS[..],
            "till: 2023-12-31\n" => &YEARS[..3],
            _ => &YEARS[..1],
        };
        let mut figures = String::from("källa: Systemet\nvärden:\n");
        for year in years {
            writeln!(figures, "  {year}: {}", numbers.below(50)).expect("text can be written to");
            of_year(numbers, (body, *year), &statements, &mut files);
            plan(numbers, (body, *year), &mut files);
        }
        if numbers.below(3) > 0 {
            files.insert(format!("organ/{body}/matetal/loggar.yaml"), figures);
        }
    }
    audits(numbers, &mut files);
    let sources = Sources::decode(files.into_iter().map(|(path, text)| (path, text.into_bytes())));
    let mut diagnostics = Diagnostics::default();
    let model = internkontroll::check(&sources, &mut diagnostics);
    model.unwrap_or_else(|_| panic!("the content has errors:\n{}", reading::told(&diagnostics, &sources)))
}

/// Writes an audit, what one body answers, and what the city promises; each may be there or not.
fn audits(numbers: &mut Numbers, files: &mut BTreeMap<String, String>) {
    if numbers.below(3) > 0 {
        let text = numbers.one_of(&["text: Utbilda alla.", "text: Utbilda några.", "saknas: ej publicerat"]);
        let audit = format!(
            "---\ntitel: Granskning\nmottagare: [ {{ organ: a-namnden, första yttrandet senast: 2024-03-{} }} ]\n\
             rekommendationer: [ {{ id: R1, till: a-namnden, {text} }} ]\n---\n## Revisorernas samlade bedömning\nNej.\n",
            numbers.below(9) + 10
        );
        files.insert("revision/kurs.md".to_owned(), audit);
        let round =
            numbers.one_of(&["{ saknas: ej publicerat }", "{ inlämnat: 2024-03-12 }", "{ sammanfattande svar: Ja. }"]);
        if numbers.below(2) > 0 {
            files.insert(
                "organ/a-namnden/yttranden/kurs.md".to_owned(),
                format!("---\nförsta yttrandet: {round}\n---\n"),
            );
        }
    }
    if numbers.below(3) > 0 {
        let due = numbers.one_of(&["2024", "2025-06-30"]);
        let report = format!(
            "---\ntitel: Uppföljning\nåtaganden: [ {{ id: regler, text: Nya regler., vem: Staden, senast: {due} }} ]\n---\n"
        );
        files.insert("ar/2023.md".to_owned(), report);
    }
}

/// Writes a statement set, and gives each statement with its first year.
fn statements(numbers: &mut Numbers, files: &mut BTreeMap<String, String>) -> Vec<(&'static str, i16)> {
    let mut set = String::from(
        "namn: God kontroll\nskala: tvåsteg\nandel av: alla\nkategorier:\n  - id: KM\n    namn: Miljö\n    påståenden:\n",
    );
    let mut statements = Vec::new();
    for id in ["KM1", "KM2", "KM3", "KM4"] {
        let first = if id == "KM1" { 2021 } else { numbers.one_of(&[2021, 2021, 2022, 2024]) };
        statements.push((id, first));
        writeln!(set, "      - id: {id}\n        kort: Kort {id}\n        från: {first}")
            .expect("text can be written to");
        let comparable = numbers.one_of(&["ja", "nej"]);
        if numbers.below(2) == 0 && first < 2023 {
            writeln!(
                set,
                "        versioner:\n          - från: {first}\n            text: Den första lydelsen av {id}."
            )
            .expect("text can be written to");
            writeln!(set, "          - från: 2023\n            text: Den andra lydelsen av {id}.").expect("as above");
            writeln!(set, "            jämförbar: {comparable}\n            not: Ändrad.").expect("as above");
        } else {
            let end = numbers.one_of(&["följs", "är kända"]);
            writeln!(set, "        text: Rutinerna för {id} {end}.").expect("text can be written to");
        }
    }
    files.insert("pastaenden/god.yaml".to_owned(), set);
    statements
}

fn of_year(
    numbers: &mut Numbers,
    (body, year): (&str, i16),
    statements: &[(&str, i16)],
    files: &mut BTreeMap<String, String>,
) {
    if numbers.below(5) > 0 {
        let status = numbers.one_of(&["utkast", "beslutad", "beslutad"]);
        let mut answers = format!("påståenden: god\nstatus: {status}\n");
        if status == "beslutad" {
            writeln!(answers, "beslut: {{ organ: Nämnden, datum: {}-02-01 }}", year + 1)
                .expect("text can be written to");
        }
        answers.push_str("svar:\n");
        for (id, _) in statements.iter().filter(|(_, first)| *first <= year) {
            let answer = ["bra", "bra", "dåligt", "ej tillämpligt", "{ saknas: ej besvarat }", "{ saknas: sekretess }"];
            writeln!(answers, "  {id}: {}", numbers.one_of(&answer)).expect("text can be written to");
        }
        files.insert(format!("organ/{body}/{year}/sjalvskattning.yaml"), answers);
    }
    for measure in ["rutin", "utbildning"] {
        if numbers.below(2) == 0 {
            let progress = numbers.one_of(&["pågår", "klar", "försenad", "utgått"]);
            let due = numbers.one_of(&["2024-12-31", "2025-06-30"]);
            let done = numbers.one_of(&["Arbetet har börjat.", "Arbetet är gjort i alla delar."]);
            let text = format!(
                "---\ntitel: Ny {measure}\nläge: {progress}\nklar senast: {due}\n---\n\n## Vad ska göras\n\nEn {measure}.\n\n\
                 ## Genomfört\n\n{done}\n\n## Fortsatt planering\n\nInget mer.\n"
            );
            files.insert(format!("organ/{body}/{year}/atgarder/{measure}.md"), text);
        }
    }
}

/// Writes a control plan, in which risks come, go, are renamed and finished.
fn plan(numbers: &mut Numbers, (body, year): (&str, i16), files: &mut BTreeMap<String, String>) {
    if numbers.below(5) == 0 {
        return;
    }
    let before = files.get(&format!("organ/{body}/{}/plan.yaml", year - 1)).cloned().unwrap_or_default();
    let earlier: Vec<&str> = before.lines().filter_map(|line| line.trim().strip_prefix("- id: ")).collect();
    let mut plan = String::from("risker:\n");
    for (id, other) in [("ett", "annat"), ("annat", "tredje"), ("tredje", "ett"), ("fast", "fast")] {
        let is_renamed = numbers.below(2) == 0 && earlier.contains(&other) && !plan.contains(&format!("id: {other}\n"));
        // Whoever is called something else now is not here under the old name as well.
        if id != "fast" && (numbers.below(2) == 0 || plan.contains(&format!("bygger på: {id}\n"))) {
            continue;
        }
        writeln!(plan, "  - id: {id}").expect("text can be written to");
        if !earlier.contains(&id) && is_renamed {
            writeln!(plan, "    bygger på: {other}").expect("text can be written to");
        }
        let (one, two) = (numbers.one_of(&["1", "2", "{ saknas: ej publicerat }"]), numbers.one_of(&["1", "2"]));
        let (name, response) = (numbers.one_of(&["Fel", "Brist"]), numbers.one_of(&["bevaka", "acceptera"]));
        writeln!(plan, "    namn: {name} i {id}\n    bedömning: {{ sannolikhet: {one}, konsekvens: {two} }}")
            .expect("text can be written to");
        writeln!(plan, "    hantering: {response}\n    skäl: Det räcker.").expect("text can be written to");
    }
    files.insert(format!("organ/{body}/{year}/plan.yaml"), plan);
}

fn mirrored<T: Clone>(pair: &Pair<T>) -> Pair<T> {
    match pair {
        Pair::Both(before, after) => Pair::Both(after.clone(), before.clone()),
        Pair::Gone(before) => Pair::New(before.clone()),
        Pair::New(after) => Pair::Gone(after.clone()),
    }
}

fn shares(there: &Change, back: &Change) {
    match (there, back) {
        (Change::Points { from, to }, Change::Points { from: back_from, to: back_to }) => {
            assert_eq!((from, to), (back_to, back_from));
        }
        (Change::Broken(reason), Change::Broken(other)) => assert!(!reason.is_empty() && !other.is_empty()),
        // Where both are missing, each direction names the first it meets.
        (Change::Missing(..), Change::Missing(..)) => {}
        _ => panic!("{there:?} and back {back:?}"),
    }
}

/// The fields by what they are about, with what stood there and stands there now.
fn fields(changes: &[FieldChange<'_>], is_back: bool) -> BTreeMap<String, String> {
    let told = |change: &FieldChange<'_>| {
        let values = if is_back { mirrored(&change.values) } else { change.values.clone() };
        (format!("{:?}", change.field), format!("{values:?}"))
    };
    changes.iter().map(told).collect()
}

fn documents<T: PartialEq + std::fmt::Debug>(there: &[DocumentChange<'_, T>], back: &[DocumentChange<'_, T>]) {
    let told = |changes: &[DocumentChange<'_, T>], is_back: bool| {
        let mut told: Vec<_> = changes
            .iter()
            .map(|change| {
                let pair = if is_back { mirrored(&change.documents) } else { change.documents };
                (format!("{pair:?}"), fields(&change.fields, is_back))
            })
            .collect();
        told.sort();
        told
    };
    assert_eq!(told(there, false), told(back, true));
}

fn compare(there: &Comparison<'_>, back: &Comparison<'_>) {
    for (one, other) in there.sets.iter().zip(&back.sets) {
        shares(&one.total, &other.total);
        assert_eq!(one.same.bodies, other.same.bodies);
        assert_eq!(one.same.total.0, other.same.total.1);
        assert_eq!(one.statements.len(), other.statements.len());
        for statement in &one.statements {
            let id = &statement.statement.latest().id;
            let same = other.statements.iter().find(|one| one.statement.latest().id == *id).expect("it is there too");
            assert_eq!(statement.statement, mirrored(&same.statement));
            assert_eq!(statement.wording, same.wording);
            shares(&statement.share, &same.share);
        }
    }
    assert_eq!(there.bodies.len(), back.bodies.len());
    for body in &there.bodies {
        let same = back.body(&body.body.latest().id).expect("it is there too");
        assert_eq!(body.body, mirrored(&same.body));
        let plans = |change: &Option<_>| change.iter().cloned().collect::<Vec<_>>();
        documents(&plans(&body.plan), &plans(&same.plan));
        documents(&body.risks, &same.risks);
        documents(&body.measures, &same.measures);
        documents(&body.reviews, &same.reviews);
        documents(&body.reports, &same.reports);
        assert_eq!(body.readings.len(), same.readings.len());
        for (one, other) in body.readings.iter().zip(&same.readings) {
            assert_eq!((one.before, one.after), (other.after, other.before));
            match (&one.difference, &other.difference) {
                (Difference::Between { from, to }, Difference::Between { from: back_from, to: back_to }) => {
                    assert_eq!((from, to), (back_to, back_from));
                }
                (Difference::Broken(one), Difference::Broken(other)) => assert_eq!(one, other),
                (Difference::Missing(..), Difference::Missing(..)) => {}
                (one, other) => panic!("{one:?} and back {other:?}"),
            }
        }
        for ratings in &body.ratings {
            let other = same.of_set(&ratings.set.id).expect("the set is there too");
            assert_eq!((ratings.before, ratings.after), (other.after, other.before));
            shares(&ratings.share, &other.share);
            assert_eq!(ratings.statements.len(), other.statements.len());
            for one in &ratings.statements {
                let other =
                    other.statements.iter().find(|other| other.statement.id == one.statement.id).expect("it is too");
                assert_eq!(one.movement, other.movement.mirrored());
                assert_eq!((one.before, one.after), (other.after, other.before));
                assert_eq!(fields(&one.fields, false), fields(&other.fields, true));
            }
        }
    }
}

fn revised(there: &Revised<'_>, back: &Revised<'_>) {
    for (one, other) in there.years.iter().zip(&back.years) {
        compare(one, other);
    }
    let definitions = |changes: &Revised<'_>, is_back: bool| {
        let mut told: Vec<_> = changes
            .definitions
            .iter()
            .map(|one| {
                let origins = if is_back { mirrored(&one.origins) } else { one.origins };
                (format!("{:?} {origins:?}", one.definition), fields(&one.fields, is_back))
            })
            .collect();
        told.sort();
        told
    };
    assert_eq!(definitions(there, false), definitions(back, true));
    let figures = |changes: &[FigureChange<'_>], is_back: bool| {
        let values = |one: &FigureChange<'_>| if is_back { mirrored(&one.values) } else { one.values };
        let mut told: Vec<_> = changes.iter().map(|one| format!("{:?} {:?}", one.year, values(one))).collect();
        told.sort();
        told
    };
    assert_eq!(figures(&there.figures, false), figures(&back.figures, true));
}

#[test]
fn two_years_mirror_each_other() {
    let mut moved = 0;
    for round in 0..ROUNDS {
        let model = content(&mut Numbers(round));
        let report = report::summarize(&model);
        for from in YEARS {
            for to in YEARS {
                let there = comparison::between(&report, Year(from), Year(to));
                compare(&there, &comparison::between(&report, Year(to), Year(from)));
                moved += there.bodies.iter().flat_map(|body| &body.ratings).map(|one| one.tally().all()).sum::<u32>();
            }
        }
    }
    assert!(moved > 4_000, "only {moved} ratings were compared");
}

#[test]
fn two_contents_mirror_each_other() {
    let nobody: BTreeMap<BodyId, BodyId> = BTreeMap::new();
    let mut figures = 0;
    for round in 0..ROUNDS {
        let mut numbers = Numbers(1_000 + round);
        let (one, other) = (content(&mut numbers), content(&mut numbers));
        let (one, other) = (report::summarize(&one), report::summarize(&other));
        let there = comparison::revised(&one, &other, &nobody);
        revised(&there, &comparison::revised(&other, &one, &nobody));
        figures += there.figures.len();
    }
    assert!(figures > 1_000, "only {figures} figures moved");
}

#[test]
fn a_content_does_not_differ_from_itself() {
    let nobody: BTreeMap<BodyId, BodyId> = BTreeMap::new();
    for folder in ["content", "examples/exempelstaden", "tests/cases/base"] {
        let (one, other) = (reading::model(folder), reading::model(folder));
        let (one, other) = (report::summarize(&one), report::summarize(&other));
        let revised = comparison::revised(&one, &other, &nobody);
        assert!(revised.figures.is_empty() && revised.definitions.is_empty(), "{folder}");
        for year in &revised.years {
            for body in &year.bodies {
                assert!(body.risks.iter().all(|one| !one.is_change()), "{folder}");
                assert!(body.plan.iter().all(|one| !one.is_change()), "{folder}");
                assert!(body.measures.iter().all(|one| !one.is_change()), "{folder}");
                assert!(body.reviews.iter().all(|one| !one.is_change()), "{folder}");
                assert!(body.reports.iter().all(|one| !one.is_change()), "{folder}");
                for ratings in &body.ratings {
                    let tally = ratings.tally();
                    assert_eq!(
                        tally.all(),
                        tally.of(comparison::Movement::Same) + tally.of(comparison::Movement::StillUnrated)
                    );
                    assert!(ratings.fields.is_empty() && ratings.statements.iter().all(|one| one.fields.is_empty()));
                }
            }
        }
    }
}

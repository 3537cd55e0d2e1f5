//! Risks of the example's plans, recounted from its files without the program's reader or report, and what pages say of them.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use internkontroll::model::{BodyId, Year};
use internkontroll::report::comparison::{self, Fate};
use internkontroll::report::{self, plans};
use serde_yaml::Value;

const EXAMPLE: &str = "examples/exempelstaden";

/// A risk as it is written.
#[derive(Debug, Clone)]
struct Written {
    before: String,
    grades: Option<(u64, u64)>,
}

/// By body and year: by id the risks that are written, and the ids that are finished.
type Plans = BTreeMap<(String, i16), (BTreeMap<String, Written>, BTreeSet<String>)>;

fn written() -> Plans {
    let mut found = Plans::new();
    for (path, bytes) in reading::files(&reading::package().join(EXAMPLE)) {
        let parts: Vec<&str> = path.split('/').collect();
        let ["organ", body, year, "plan.yaml"] = parts.as_slice() else { continue };
        let plan: Value = serde_yaml::from_slice(&bytes).expect("the file is YAML");
        let text = |value: &Value| value.as_str().expect("it is text").to_owned();
        let risks = plan["risker"].as_sequence().expect("risks are a list").iter().map(|risk| {
            let id = text(&risk["id"]);
            let grade = |key: &str| risk["bedömning"][key].as_u64();
            let before = risk["bygger på"].as_str().map_or_else(|| id.clone(), str::to_owned);
            (id, Written { before, grades: grade("sannolikhet").zip(grade("konsekvens")) })
        });
        let finished = plan["avslutade risker"].as_sequence().into_iter().flatten().map(|risk| text(&risk["id"]));
        let year = year.parse().expect("the folder is a year");
        found.insert(((*body).to_owned(), year), (risks.collect(), finished.collect()));
    }
    found
}

#[test]
fn the_matrix_counts_what_is_written() {
    let model = reading::model(EXAMPLE);
    let written = written();
    assert!(written.len() > 70, "the example has plans");
    for year in plans::years(&model) {
        let risks = plans::of_year(&model, year);
        let mut expected: BTreeMap<(u64, u64), usize> = BTreeMap::new();
        let mut ungraded = 0;
        for ((_, _), (plan, _)) in written.iter().filter(|((_, other), _)| *other == year.0) {
            for risk in plan.values() {
                match risk.grades {
                    Some(cell) => *expected.entry(cell).or_default() += 1,
                    None => ungraded += 1,
                }
            }
        }
        let counted: BTreeMap<_, _> = risks
            .cells
            .iter()
            .map(|((one, other), risks)| ((u64::from(*one), u64::from(*other)), risks.len()))
            .collect();
        assert_eq!((counted, risks.ungraded.len()), (expected, ungraded), "{year}");
    }
}

#[test]
fn risks_come_and_go_as_they_were_written() {
    let model = reading::model(EXAMPLE);
    let report = report::summarize(&model);
    let written = written();
    let mut fates: BTreeMap<String, usize> = BTreeMap::new();
    for (from, to) in [(2022, 2023), (2023, 2024)] {
        let compared = comparison::between(&report, Year(from), Year(to));
        for ((body, _), (old, _)) in written.iter().filter(|((_, year), _)| *year == from) {
            let (new, finished) = &written[&(body.clone(), to)];
            let one = compared.body(&BodyId(body.clone())).expect("the body is compared");
            assert_eq!(one.risks.iter().filter(|change| change.documents.before().is_some()).count(), old.len());
            for change in &one.risks {
                let id = change.documents.latest().id.to_string();
                let expected = if change.documents.after().is_some() {
                    if old.contains_key(&new[&id].before) { Fate::CarriedOn } else { Fate::New }
                } else if finished.contains(&id) {
                    Fate::Closed(Year(to))
                } else {
                    Fate::Unmentioned(Year(from))
                };
                assert_eq!(change.fate, expected, "{body} {id} {from}–{to}");
                let name = format!("{expected:?}").chars().take_while(|letter| letter.is_alphabetic()).collect();
                *fates.entry(name).or_default() += 1;
            }
        }
    }
    assert_eq!(fates["Unmentioned"], 1, "one risk of the example is gone without a word");
    assert!(fates["Closed"] > 10 && fates["New"] > 10 && fates["CarriedOn"] > 50, "{fates:?}");
}

#[test]
fn pages_say_what_is_planted() {
    let site = reading::site(EXAMPLE);
    let page = |path: &str| String::from_utf8(site[path].clone()).expect("pages are text").replace('\u{a0}', " ");
    let gone = page("organ/exempelarenan-ab/2024/index.html");
    assert!(gone.contains("Risker som inte nämns") && gone.contains("Berusade eller minderåriga serveras"));
    let lacking = reading::words(site, "organ/valnamnden/2022/index.html");
    assert!(lacking.contains("Resultat saknas för 1 av 3.") && lacking.contains("Planen har "));
    let two = reading::words(site, "organ/arbetsmarknadsnamnden/2022/index.html");
    assert!(two.contains("Båda har ett resultat.") && !two.contains("åtgärderna och granskningarna"));
    let none = page("organ/exempelstadens-stadshus-ab/2021/index.html");
    assert!(none.contains("Planen har inga direktåtgärder i år:"));
    let without = page("organ/arbetsmarknadsnamnden/2024/index.html");
    assert!(without.contains("Planen säger granskning, men ingen granskning är redovisad här."));
    let joint = page("organ/miljonamnden/2022/index.html");
    assert!(joint.contains("kommungemensam granskning, redovisat för alla tillsammans"));
    let round = page("gemensamma/drift-vid-avbrott/2022/index.html");
    let round = reading::seen(&round);
    assert_eq!(round.matches("Ett långt it-avbrott stoppar verksamheten").count(), 1, "each risk once");
    assert!(round.contains("Ett långt it-avbrott stoppar verksamheten: Exempelparkering AB"));
    let both = page("organ/kommunstyrelsen/2024/index.html");
    assert!(both.contains("Risk i planen:") && both.contains("Risken ledde till:"));
    assert!(page("organ/miljonamnden/2020/index.html").contains("Ingen internkontrollplan för året är inlagd här."));
    for year in ["2021", "2022", "2023", "2024"] {
        assert!(page(&format!("risker/{year}/index.html")).contains("Vilka som har en plan för"));
    }
    assert!(page("risker/index.html").contains("Riskvärdet är sannolikheten gånger konsekvensen."));
}

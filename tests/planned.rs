//! What became of what the example planned, recounted from its files without the program's reader or report: every planned
//! measure and review has a result or a said reason, and the chains go on through several years, some late, some broken.

mod reading;

use internkontroll::model::{BodyId, Year};
use internkontroll::report::{self, plans};
use serde_yaml::Value;
use std::collections::{BTreeMap, BTreeSet};

const EXAMPLE: &str = "examples/exempelstaden";
/// The last year that is over at the report's date.
const LAST: i16 = 2024;
/// What nothing came of, and nobody says why: a measure that was not begun, and a review that nobody made.
const PLANTED: [&str; 2] = [
    "arbetsmarknadsnamnden 2024 staden-betalar-elever-inte-studerar: ingen granskning",
    "valnamnden 2022 saknas-rostmottagare: atgarder/tidigare-rekrytering",
];
/// What nothing came of, with a reason.
const SAID: [&str; 1] = ["exempelhamnen-ab 2022 personal-vet-inte-vad-ska: ingen granskning"];

/// A file: its front matter and what stands below it.
type File = (Value, String);

/// The files below `organ/` by path.
fn files() -> BTreeMap<String, File> {
    let all = reading::files(&reading::package().join(EXAMPLE)).into_iter();
    let read = |(path, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).expect("the files are text");
        let (front, body) = match text.strip_prefix("---\n") {
            Some(rest) => rest.split_once("\n---").unwrap_or((rest, "")),
            None => (text.as_str(), ""),
        };
        let yaml = serde_yaml::from_str(front).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path, (yaml, body.to_owned()))
    };
    all.filter(|(path, _)| matches!(path.rsplit_once('.'), Some((_, "md" | "yaml")))).map(read).collect()
}

fn list(value: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().expect("it is text").to_owned();
    match value {
        Value::Sequence(items) => items.iter().map(text).collect(),
        Value::Null => Vec::new(),
        one => vec![text(one)],
    }
}

/// Whether something stands below a heading that begins so.
fn tells(text: &str, heading: &str) -> bool {
    let Some((_, below)) = text.split_once(&format!("\n## {heading}")) else { return false };
    below.lines().skip(1).take_while(|line| !line.starts_with("## ")).any(|line| !line.trim().is_empty())
}

fn has_result(folder: &str, (front, text): &File) -> bool {
    let has = |key: &str| !front[key].is_null();
    let is_told = match folder {
        "atgarder" => has("uppnådd effekt") || tells(text, "Genomfört"),
        _ => has("omdöme") || has("enkät") || has("stickprov") || tells(text, "Resultat"),
    };
    match front["läge"].as_str().expect("it has a läge") {
        "utgått" => true,
        "ej påbörjad" => false,
        _ => is_told,
    }
}

/// How many planned items there are, and those without result, with whether somebody says why.
fn recount() -> (usize, BTreeMap<String, bool>) {
    let files = files();
    let (mut count, mut lacking) = (0, BTreeMap::new());
    for (path, (plan, _)) in &files {
        let parts: Vec<&str> = path.split('/').collect();
        let ["organ", body, year, "plan.yaml"] = parts.as_slice() else { continue };
        let counts = plan["status"].as_str() != Some("utkast") && plan["publicering"].as_str() != Some("intern");
        if !counts || year.parse::<i16>().expect("a year") > LAST {
            continue;
        }
        for risk in plan["risker"].as_sequence().expect("risks") {
            let id = risk["id"].as_str().expect("an id");
            let is_said = !risk["resultat saknas"].is_null();
            let responses = list(&risk["hantering"]);
            for (folder, key, response) in
                [("atgarder", "åtgärder", "direktåtgärd"), ("granskningar", "granskningar", "granskning")]
            {
                let start = format!("organ/{body}/{year}/{folder}/");
                let mut items: BTreeSet<String> = list(&risk[key]).into_iter().collect();
                let of_year = files.iter().filter_map(|(path, file)| {
                    Some((path.strip_prefix(&start)?.strip_suffix(".md")?.to_owned(), file))
                });
                items
                    .extend(of_year.filter(|(_, (front, _))| front["risk"].as_str() == Some(id)).map(|(item, _)| item));
                let is_joint = folder == "granskningar" && !risk["gemensamma granskningar"].is_null();
                if items.is_empty() && responses.iter().any(|one| one == response) && !is_joint {
                    lacking.insert(format!("{body} {year} {id}: ingen {response}"), is_said);
                }
                for item in items {
                    let file =
                        files.get(&format!("{start}{item}.md")).unwrap_or_else(|| panic!("{start}{item} is not there"));
                    assert_ne!(file.0["publicering"].as_str(), Some("intern"), "{start}{item}");
                    count += 1;
                    if !has_result(folder, file) {
                        lacking.insert(format!("{body} {year} {id}: {folder}/{item}"), is_said);
                    }
                }
            }
        }
    }
    (count, lacking)
}

#[test]
fn every_planned_item_has_a_result_or_a_said_reason() {
    let (count, lacking) = recount();
    assert!(count > 170, "{count}");
    let with = |said: bool| lacking.iter().filter(move |(_, is_said)| **is_said == said).map(|(name, _)| name.as_str());
    assert_eq!(with(false).collect::<Vec<_>>(), PLANTED);
    assert_eq!(with(true).collect::<Vec<_>>(), SAID);
}

#[test]
fn the_report_finds_the_same() {
    let (count, lacking) = recount();
    let model = reading::model(EXAMPLE);
    let (mut items, mut found) = (0, BTreeSet::new());
    for year in plans::years(&model).into_iter().filter(|year| year.0 <= LAST) {
        for planned in plans::of_year(&model, year).plans {
            for risk in &planned.plan.risks {
                let name = |what: String| format!("{} {year} {}: {what}", planned.body.id, risk.id);
                for item in plans::items(planned.of_year, risk) {
                    items += 1;
                    if !item.has_result() {
                        found.insert(name(match item {
                            plans::Item::Measure(measure) => format!("atgarder/{}", measure.id),
                            plans::Item::Review(review) => format!("granskningar/{}", review.id),
                        }));
                    }
                }
                let lacks = plans::without_item(planned.of_year, risk).into_iter();
                found.extend(lacks.map(|response| name(format!("ingen {}", response.words()))));
            }
        }
    }
    assert_eq!(items, count);
    assert_eq!(found, lacking.into_keys().collect());
}

#[test]
fn pages_say_what_nothing_came_of_and_why() {
    let site = reading::site(EXAMPLE);
    let page = |path: &str| String::from_utf8(site[path].clone()).expect("pages are text").replace("&nbsp;", " ");
    assert!(page("organ/valnamnden/2022/index.html").contains("Resultat saknas för 1 av"));
    let silent = page("organ/arbetsmarknadsnamnden/2024/index.html");
    assert!(silent.contains("Planen säger granskning, men ingen granskning är redovisad här.<"), "no reason is said");
    let said = page("organ/exempelhamnen-ab/2022/index.html");
    assert!(said.contains(
        "Planen säger granskning, men ingen granskning är redovisad här. Skälet som anges: Granskningen ställdes in, \
         eftersom övningsplanen först måste prövas en hel säsong."
    ));
}

/// From a risk to a measure, its result, and its effect the year after, with a way from each to the next.
#[test]
fn a_chain_goes_from_a_risk_to_the_effect_of_its_measure() {
    let files = files();
    let chains = files.iter().filter_map(|(path, (front, _))| {
        let parts: Vec<&str> = path.split('/').collect();
        let ["organ", body, year, "atgarder", _] = parts.as_slice() else { return None };
        let (before, year) = (front["följer upp"].as_str()?, year.parse::<i16>().ok()?);
        let first =
            (2015..year).rev().find(|year| files.contains_key(&format!("organ/{body}/{year}/atgarder/{before}.md")))?;
        let measure = &files[&format!("organ/{body}/{first}/atgarder/{before}.md")];
        let plan = &files.get(&format!("organ/{body}/{first}/plan.yaml"))?.0;
        let risk =
            plan["risker"].as_sequence()?.iter().find(|risk| list(&risk["åtgärder"]).iter().any(|id| id == before))?;
        let is_whole = has_result("atgarder", measure) && !front["uppnådd effekt"].is_null();
        is_whole.then(|| format!("{body} {first} {} {before} {year}", risk["id"].as_str().unwrap_or_default()))
    });
    assert_eq!(chains.collect::<Vec<_>>(), ["socialnamnden 2023 bred-atkomst farre-roller 2024"]);
    let site = reading::site(EXAMPLE);
    let page =
        |year: i16| String::from_utf8(site[&format!("organ/socialnamnden/{year}/index.html")].clone()).expect("text");
    assert!(page(2023).contains("#risk-bred-atkomst") && page(2023).contains("Nitton roller finns kvar."));
    assert!(page(2023).contains("socialnamnden/2024/index.html#atgard-uppfoljning-av-roller"));
    assert!(page(2024).contains("fick 38 sin behörighet ändrad samma vecka"));
}

/// From a recommendation to a first and a follow-up response and their effect; late ones, and those that break off.
#[test]
fn a_chain_goes_from_a_recommendation_to_its_effect() {
    let files = files();
    let mut fates: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, (front, _)) in &files {
        let parts: Vec<&str> = path.split('/').collect();
        let ["organ", body, "yttranden", file] = parts.as_slice() else { continue };
        let audit = &files[&format!("revision/{file}")].0;
        let recipient = audit["mottagare"].as_sequence().expect("recipients").iter();
        let recipient = recipient.into_iter().find(|one| one["organ"].as_str() == Some(body)).expect("it is asked");
        let (first, second) = (&front["första yttrandet"], &front["uppföljande yttrandet"]);
        for (round, due) in [(first, "första yttrandet senast"), (second, "uppföljande yttrandet senast")] {
            let (handed_in, due) = (round["inlämnat"].as_str(), recipient[due].as_str());
            if handed_in.zip(due).is_some_and(|(day, due)| day > due) {
                *fates.entry("handed in late").or_default() += 1;
            }
        }
        for (id, planned) in first["rekommendationer"].as_mapping().into_iter().flatten() {
            let taken = &second["rekommendationer"][id];
            let fate = match (planned["planerad åtgärd"].is_null(), second.is_null(), taken.is_null()) {
                (true, ..) => "no plan",
                (_, true, _) => "not followed up",
                (_, _, true) => "vanished",
                _ if !taken["återstår"].is_null() => "remains",
                _ if taken["effekt"].is_null() => "no effect told",
                _ => "effect told",
            };
            *fates.entry(fate).or_default() += 1;
        }
    }
    for fate in ["effect told", "vanished", "remains", "not followed up", "handed in late"] {
        assert!(fates.contains_key(fate), "no recommendation is {fate}: {fates:?}");
    }
    let site = reading::site(EXAMPLE);
    let page = String::from_utf8(site["revision/behorigheter-i-it-system/index.html"].clone()).expect("text");
    assert!(page.contains("Nitton roller finns kvar. Alla har en ägare."));
}

/// A measure of the plan of one year that nobody mentions the year after stands among what vanished.
#[test]
fn a_measure_that_vanished_is_told_on_the_page_of_promises() {
    let site = reading::site(EXAMPLE);
    let page = String::from_utf8(site["utlovat/index.html"].clone()).expect("text");
    let (_, vanished) = page.split_once("id=\"forsvunnet\"").unwrap_or_else(|| panic!("no place for what vanished"));
    assert!(vanished.contains("Leverantörsregistret rensas"));
    let (front, _) = &files()["organ/tekniska-namnden/2022/atgarder/rensning-av-leverantorsregistret.md"];
    assert_eq!(front["läge"].as_str(), Some("pågår"));
    let model = reading::model(EXAMPLE);
    let body = &model.bodies[&BodyId("tekniska-namnden".to_owned())];
    assert!(body.years.contains_key(&Year(2023)) && body.years.contains_key(&Year(2024)), "it goes on reporting");
    let report = report::summarize(&model);
    let history = report.measures.iter().find(|one| one.latest().id.as_str() == "rensning-av-leverantorsregistret");
    assert!(history.is_some());
}

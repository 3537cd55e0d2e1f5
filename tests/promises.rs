//! What is promised in the example, recounted from its files without the program's reader or report: what is overdue at three
//! dates, and what has vanished in silence.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use internkontroll::diagnostic::{Diagnostics, Language};
use internkontroll::difference;
use internkontroll::model::{BodyId, Model, Promisor, Year};
use internkontroll::report::comparison::commitment::between;
use internkontroll::report::comparison::{CommitmentChange, CommitmentFate};
use internkontroll::report::promises::{Promise, PromiseState, all};
use internkontroll::report::responses::Turn;
use internkontroll::report::{self, comparison};
use internkontroll::source::Sources;
use serde_yaml::Value;

const EXAMPLE: &str = "examples/exempelstaden";
/// The years that are followed up.
const YEARS: std::ops::RangeInclusive<i16> = 2015..=2024;
/// The dates at which it is judged: before the report's own, that date, and after it.
const DATES: [&str; 3] = ["2024-12-31", "2025-05-22", "2026-06-30"];
const ROUNDS: [(&str, &str); 2] =
    [("första yttrandet", "första yttrandet senast"), ("uppföljande yttrandet", "uppföljande yttrandet senast")];

/// The front matter of every file, by its path.
fn files() -> BTreeMap<String, Value> {
    let all = reading::files(&reading::package().join(EXAMPLE)).into_iter();
    let read = |(path, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).expect("the files are text");
        let front =
            text.strip_prefix("---\n").map_or(text.as_str(), |rest| rest.split("\n---").next().unwrap_or_default());
        let yaml = serde_yaml::from_str(front).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path, yaml)
    };
    all.filter(|(path, _)| matches!(path.rsplit_once('.'), Some((_, "md" | "yaml")))).map(read).collect()
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn list(value: &Value) -> Vec<Value> {
    match value {
        Value::Sequence(items) => items.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    }
}

fn is_draft(value: &Value) -> bool {
    value["status"].as_str() == Some("utkast")
}

/// The last day of a deadline, which may be a year.
fn last_day(due: &str) -> String {
    if due.len() == 4 { format!("{due}-12-31") } else { due.to_owned() }
}

/// What is still to be done: its name, its day if it has one, and whether it says itself that it is late.
#[derive(Default)]
struct Found {
    open: Vec<(String, Option<String>, bool)>,
    silent: BTreeSet<String>,
}

fn recount() -> Found {
    let (files, mut found) = (files(), Found::default());
    commitments(&files, &mut found);
    measures(&files, &mut found);
    responses(&files, &mut found);
    found
}

fn commitments(files: &BTreeMap<String, Value>, found: &mut Found) {
    let reports: Vec<(i16, &Value)> = YEARS
        .filter_map(|year| Some((year, files.get(&format!("ar/{year}.md")).filter(|report| !is_draft(report))?)))
        .collect();
    for (year, report) in &reports {
        for made in list(&report["åtaganden"]) {
            let id = text(&made["id"]).expect("an id");
            let (mut due, mut status) = (text(&made["senast"]).expect("a deadline"), text(&made["status"]));
            let mut last = *year;
            for (later, report) in reports.iter().filter(|(later, _)| later > year) {
                for news in list(&report["uppföljda åtaganden"])
                    .into_iter()
                    .filter(|news| text(&news["id"]).as_ref() == Some(&id))
                {
                    due = text(&news["senast"]).unwrap_or(due);
                    status = text(&news["status"]);
                    last = *later;
                }
            }
            if !matches!(status.as_deref(), None | Some("öppet")) {
                continue;
            }
            let (name, due) = (format!("åtagande {id}"), last_day(&due));
            if reports.iter().any(|(later, _)| *later > last && format!("{later}-12-31") >= due) {
                found.silent.insert(name);
            } else {
                found.open.push((name, Some(due), false));
            }
        }
    }
}

fn measures(files: &BTreeMap<String, Value>, found: &mut Found) {
    let mut newest: BTreeMap<(String, String), i16> = BTreeMap::new();
    let mut written: BTreeMap<String, BTreeSet<i16>> = BTreeMap::new();
    for (path, front) in files {
        let parts: Vec<&str> = path.split('/').collect();
        let ["organ", body, year, rest @ ..] = parts.as_slice() else { continue };
        let Ok(year) = year.parse::<i16>() else { continue };
        written.entry((*body).to_owned()).or_default().insert(year);
        if let ["atgarder", file] = rest
            && !is_draft(front)
        {
            let key = ((*body).to_owned(), file.trim_end_matches(".md").to_owned());
            let last = newest.entry(key).or_insert(year);
            *last = year.max(*last);
        }
    }
    for ((body, id), last) in &newest {
        let at = |body: &str, year: i16| files.get(&format!("organ/{body}/{year}/atgarder/{id}.md"));
        let document = at(body, *last).expect("it is there");
        let progress = document["läge"].as_str().expect("a measure has a läge");
        if document["publicering"].as_str() == Some("intern") || matches!(progress, "klar" | "utgått") {
            continue;
        }
        let own = &files[&format!("organ/{body}/organ.yaml")];
        let until = own["till"].as_str().unwrap_or("9999-12-31");
        let is_carried_on = list(&own["efterföljare"])
            .iter()
            .any(|heir| (*last..=2026).any(|year| at(heir.as_str().expect("an id"), year).is_some()));
        let later = written[body]
            .iter()
            .any(|year| year > last && YEARS.contains(year) && until >= format!("{year}-12-31").as_str());
        let name = format!("åtgärd {body} {id}");
        if later && !is_carried_on {
            found.silent.insert(name);
        } else {
            // Nobody is late for a body that has ended; until then its day counts as no day.
            let has_ended = own["till"].as_str().is_some();
            if !has_ended {
                found.open.push((name, text(&document["klar senast"]), progress == "försenad"));
            }
        }
    }
}

fn responses(files: &BTreeMap<String, Value>, found: &mut Found) {
    for (path, audit) in files {
        let Some(id) = path.strip_prefix("revision/").and_then(|file| file.strip_suffix(".md")) else { continue };
        for recipient in list(&audit["mottagare"]) {
            let body = recipient["organ"].as_str().expect("a body");
            let response = files.get(&format!("organ/{body}/yttranden/{id}.md"));
            let round =
                |key: &str| response.map(|front| &front[key]).filter(|round| !round.is_null() && !is_draft(round));
            for (key, due) in ROUNDS {
                if let (None, Some(due)) = (round(key), text(&recipient[due])) {
                    found.open.push((format!("yttrande {body} {id} {key}"), Some(due), false));
                }
            }
            for recommendation in list(&audit["rekommendationer"]) {
                let name = text(&recommendation["id"]).expect("an id");
                if !list(&recommendation["till"]).iter().any(|to| to.as_str() == Some(body)) {
                    continue;
                }
                let answer = |key: &str| {
                    round(key).map(|round| &round["rekommendationer"][name.as_str()]).filter(|answer| !answer.is_null())
                };
                let Some(planned) = answer(ROUNDS[0].0).filter(|planned| planned["saknas"].is_null()) else { continue };
                let (promise, due) = (format!("svar {body} {id} {name}"), text(&planned["klar senast"]));
                match (round(ROUNDS[1].0), answer(ROUNDS[1].0)) {
                    (Some(_), None) => drop(found.silent.insert(promise)),
                    (_, Some(taken)) if taken["återstår"].is_null() => {}
                    (..) => found.open.push((promise, due, false)),
                }
            }
        }
    }
}

/// The report's own word, under the same names.
fn told(model: &Model, wanted: PromiseState) -> BTreeSet<String> {
    let report = report::summarize(model);
    let named = |promise: &Promise<'_>| match promise {
        Promise::Commitment(history) => format!("åtagande {}", history.commitment.id),
        Promise::Measure(history) => format!("åtgärd {} {}", history.body.id, history.latest().id),
        Promise::Response(audit, recipient, turn) => {
            let key = match turn {
                Turn::First => ROUNDS[0].0,
                Turn::FollowUp => ROUNDS[1].0,
            };
            format!("yttrande {} {} {key}", recipient.body, audit.id)
        }
        Promise::Answer(audit, body, recommendation, _) => {
            format!("svar {} {} {}", body.id, audit.id, recommendation.id)
        }
    };
    all(&report).iter().filter(|one| one.state == wanted).map(|one| named(&one.promise)).collect()
}

#[test]
fn what_is_overdue_at_three_dates_is_as_written() {
    let (found, mut model) = (recount(), reading::model(EXAMPLE));
    let mut counts = Vec::new();
    for date in DATES {
        model.municipality.report_date = date.parse().expect("a date");
        let is_overdue = |(_, due, is_late): &&(String, Option<String>, bool)| {
            *is_late || due.as_deref().is_some_and(|due| due < date)
        };
        let expected: BTreeSet<String> = found.open.iter().filter(is_overdue).map(|(name, ..)| name.clone()).collect();
        assert_eq!(told(&model, PromiseState::Overdue), expected, "{date}");
        let coming = told(&model, PromiseState::Coming);
        assert!(coming.is_disjoint(&expected), "{date}");
        counts.push(expected.len());
    }
    assert!(counts[0] > 0 && counts[0] < counts[1] && counts[1] < counts[2], "{counts:?}");
}

#[test]
fn what_vanished_in_silence_is_what_was_planted() {
    let planted = [
        "svar socialnamnden behorigheter-i-it-system R1",
        "åtgärd tekniska-namnden rensning-av-leverantorsregistret",
        "åtagande bolagens-behorigheter",
        "åtagande fel-efter-systembytet",
    ];
    let planted: BTreeSet<String> = planted.map(str::to_owned).into();
    let model = reading::model(EXAMPLE);
    assert_eq!(recount().silent, planted);
    assert_eq!(told(&model, PromiseState::Silent), planted);
}

#[test]
fn promises_are_kept_late_broken_and_given_up() {
    let model = reading::model(EXAMPLE);
    let report = report::summarize(&model);
    let states: BTreeMap<String, PromiseState> = all(&report)
        .into_iter()
        .filter_map(|one| match &one.promise {
            Promise::Commitment(history) => Some((history.commitment.id.to_string(), one.state)),
            Promise::Measure(_) | Promise::Response(..) | Promise::Answer(..) => None,
        })
        .collect();
    let kept = |late| PromiseState::Kept { on: Some("2016-11-30".parse().expect("a date")), late: Some(late) };
    assert_eq!(states["gemensam-mall"], kept(false));
    assert!(matches!(states["anvisning-vid-omorganisation"], PromiseState::Kept { late: Some(true), .. }));
    assert_eq!(states["brister-i-behorigheter"], PromiseState::Overdue);
    assert_eq!(states["erfarenheter-av-pandemin"], PromiseState::Dropped);
    assert_eq!(states["ny-granskning-av-avtal"], PromiseState::Coming);
    let by = |id: &str| model.city_reports.values().flat_map(|one| &one.commitments).find(|one| one.id.as_str() == id);
    assert!(matches!(by("bolagens-behorigheter").expect("it is made").by, Promisor::Named(_)));
}

#[test]
fn an_effect_is_seen_from_either_end() {
    let model = reading::model(EXAMPLE);
    let site = reading::render(&model);
    let page = |path: &str| String::from_utf8(site[path].clone()).expect("pages are text");
    let earlier = page("organ/socialnamnden/2023/index.html");
    let later = page("organ/socialnamnden/2024/index.html");
    assert!(earlier.contains("socialnamnden/2024/index.html#atgard-uppfoljning-av-roller"));
    assert!(later.contains("socialnamnden/2023/index.html#atgard-farre-roller"));
    assert!(later.contains("Den som byter tjänst byter också behörighet."));
}

#[test]
fn two_years_tell_what_became_of_each_commitment() {
    let model = reading::model(EXAMPLE);
    let told = |from: i16, to: i16| {
        let all = between(&model, Year(from), Year(to)).into_iter();
        all.filter_map(|one| Some((one.history.commitment.id.to_string(), one.fate()?))).collect::<Vec<_>>()
    };
    let expected =
        |all: &[(&str, CommitmentFate)]| all.iter().map(|(id, fate)| ((*id).to_owned(), *fate)).collect::<Vec<_>>();
    let new = ["regler-for-ai-verktyg", "lagesrapport-fran-arenan", "ny-granskning-av-avtal"];
    let new: Vec<_> = new.map(|id| (id, CommitmentFate::New)).into();
    let all = [vec![("brister-i-behorigheter", CommitmentFate::Open)], new.clone()].concat();
    assert_eq!(told(2023, 2024), expected(&all), "what had vanished before is not told again");
    let silent = [("brister-i-behorigheter", CommitmentFate::Open), ("fel-efter-systembytet", CommitmentFate::Silent)];
    assert_eq!(told(2022, 2023), expected(&silent));
    assert_eq!(told(2015, 2016), expected(&[("gemensam-mall", CommitmentFate::Kept)]));
    assert_eq!(told(2016, 2017), expected(&[("anvisning-vid-omorganisation", CommitmentFate::New)]));
    assert!(told(2020, 2021).contains(&("erfarenheter-av-pandemin".to_owned(), CommitmentFate::Dropped)));
}

/// The same two years named the other way round tell the same, turned.
#[test]
fn the_difference_of_two_years_tells_commitments() {
    let model = reading::model(EXAMPLE);
    let report = report::summarize(&model);
    let told = |from: i16, to: i16, body: Option<&str>| {
        let compared = comparison::between(&report, Year(from), Year(to));
        let body = body.map(|id| BodyId(id.to_owned()));
        let text = difference::text(&difference::of_years(&compared, body.as_ref(), ""), Language::Swedish);
        anstream::adapter::strip_str(&text).to_string().replace('\u{a0}', " ")
    };
    let forwards = told(2022, 2023, None);
    assert!(forwards.contains("2 åtaganden: 1 har nytt läge och 1 har samma läge."), "{forwards}");
    assert!(forwards.contains(
        "Samma läge i slutet av 2022 och 2023: 1 kvar att göra.\n  - Åtagandet ”De fel som återstår efter systembytet \
         redovisas.”: från kvar att göra till kvar att göra, men nämns inte mer\n      ar/2022.md:6\n"
    ));
    assert!(told(2023, 2024, Some("exempelarenan-ab")).contains("1 åtagande: 1 har tillkommit."));
    let states = |from: i16, to: i16| {
        let all = between(&model, Year(from), Year(to)).into_iter();
        all.map(|one| (one.history.commitment.id.clone(), one.before, one.after)).collect::<Vec<_>>()
    };
    for (from, to) in YEARS.flat_map(|from| (from + 1..=2024).map(move |to| (from, to))) {
        let turned: Vec<_> = states(to, from).into_iter().map(|(id, before, after)| (id, after, before)).collect();
        assert_eq!(states(from, to), turned, "{from}–{to}");
    }
}

/// What the city has only proposed is no promise: it has a count and a table of its own, and is in no other.
#[test]
fn what_is_proposed_is_told_apart_from_what_is_promised() {
    let model = reading::model("content");
    let report = report::summarize(&model);
    let proposed: Vec<_> = all(&report).into_iter().filter(|one| one.state == PromiseState::Proposed).collect();
    assert_eq!(proposed.len(), 2);
    assert!(proposed.iter().all(|one| matches!(one.promise, Promise::Commitment(_))));
    let site = reading::site("content");
    let page = reading::words(site, "utlovat/index.html");
    assert!(page.contains("Kommande: 2.") && page.contains("Dessutom är 2 åtaganden föreslagna."), "{page}");
    let year = reading::words(site, "ar/2024/index.html");
    assert!(year.contains("Åtaganden som är föreslagna utan att något beslut är redovisat här"));
    assert!(!year.contains("Vad som utlovades i uppföljningen"));
    let compared = reading::words(site, "jamfor/2023-2024/index.html");
    assert!(compared.contains("2 åtaganden är föreslagna utan att något beslut är redovisat här."));
    assert!(!compared.contains("Åtaganden: "));
}

/// Once a later follow-up says that it is open, it is a promise that was made then.
#[test]
fn what_was_proposed_is_promised_once_it_is_decided() {
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    let city = String::from_utf8(files["ar/2024.md"].clone()).expect("it is text");
    let with = |year: &str, what: &str| {
        city.replace(
            "titel: Uppföljning 2024\nsvar senast: 2025-01-31\n",
            &format!("titel: Uppföljning {year}\n{what}"),
        )
    };
    let made = "åtaganden: [ { id: ny-rutin, text: Rutinen skrivs om., organ: miljonamnden, senast: 2030, status: föreslaget } ]\n";
    files.insert("ar/2023.md".to_owned(), with("2023", made).into_bytes());
    let between_years = |files: BTreeMap<String, Vec<u8>>| {
        let sources = Sources::decode(files);
        let mut diagnostics = Diagnostics::default();
        let model = internkontroll::check(&sources, &mut diagnostics);
        let model = model.unwrap_or_else(|_| panic!("{}", reading::told(&diagnostics, &sources)));
        let fates =
            between(&model, Year(2023), Year(2024)).iter().filter_map(CommitmentChange::fate).collect::<Vec<_>>();
        (fates, reading::words(&reading::render(&model), "utlovat/index.html"))
    };
    let (fates, page) = between_years(files.clone());
    assert_eq!(fates, [CommitmentFate::Proposed]);
    assert!(page.contains("Föreslagna åtaganden") && page.contains("1 åtagande föreslaget"), "{page}");
    let news = "uppföljda åtaganden: [ { id: ny-rutin, status: öppet } ]\n";
    files.insert("ar/2024.md".to_owned(), with("2024", news).into_bytes());
    let (fates, page) = between_years(files);
    assert_eq!(fates, [CommitmentFate::New]);
    assert!(page.contains("Kommande: 2.") && !page.contains("föreslaget"), "{page}");
}

//! All 45 pairs of years of the example, recounted from its files without the program's reader or report, beside what the
//! comparison says.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use internkontroll::model::{BodyId, MeasureId, Year};
use internkontroll::report;
use internkontroll::report::comparison::{self, Comparison, Difference, Fate, Movement, Pair};
use serde_yaml::Value;

const EXAMPLE: &str = "examples/exempelstaden";
const BEST: &str = "tillfredsställande";
/// The ordered levels, best first.
const LEVELS: [&str; 3] = [BEST, "förbättringsområde", "behöver ses över omgående"];
/// Statements that are not asked in every year: the first year.
const NEW_STATEMENTS: [(&str, i16); 1] = [("KI3", 2018)];
/// Statements whose answers cannot be compared with those before this year.
const REWORDED: [(&str, i16); 1] = [("UU2", 2019)];
/// Indicators whose figures cannot be compared with those before this year.
const BREAKS: [(&str, i16); 2] = [("diarieforda-loggkontroller", 2019), ("sena-leverantorsbetalningar", 2022)];

/// What the files of the example say, straight from them.
#[derive(Default)]
struct Files {
    /// By body and year: by statement the words that were written. Drafts are left out.
    answers: BTreeMap<(String, i16), BTreeMap<String, String>>,
    /// By body and year: by measure its `läge`. Drafts and what is internal are left out.
    measures: BTreeMap<(String, i16), BTreeMap<String, String>>,
    /// Internal measures.
    internal: BTreeSet<(String, i16, String)>,
    /// Drafts of measures.
    drafts: BTreeSet<(String, i16, String)>,
    /// Years for which a body has written anything that counts and is published.
    reported: BTreeSet<(String, i16)>,
    /// By body and indicator: by year the figure, or nothing where a reason stands instead.
    figures: BTreeMap<(String, String), BTreeMap<i16, String>>,
    /// By body: its first and last day, as written.
    lives: BTreeMap<String, (String, String)>,
}

fn files() -> Files {
    let mut found = Files::default();
    for (path, bytes) in reading::files(&reading::package().join(EXAMPLE)) {
        let text = String::from_utf8(bytes).expect("the files are text");
        let parts: Vec<&str> = path.split('/').collect();
        let ["organ", body, rest @ ..] = parts.as_slice() else { continue };
        let body = (*body).to_owned();
        let yaml = || -> Value {
            let front =
                text.strip_prefix("---\n").map_or(text.as_str(), |rest| rest.split("\n---").next().unwrap_or_default());
            serde_yaml::from_str(front).unwrap_or_else(|error| panic!("{path}: {error}"))
        };
        match rest {
            ["organ.yaml"] => {
                let day = |key: &str, default: &str| yaml()[key].as_str().unwrap_or(default).to_owned();
                found.lives.insert(body, (day("från", "0000-01-01"), day("till", "9999-12-31")));
            }
            ["matetal", file] => {
                let yaml = yaml();
                let written = yaml["värden"].as_mapping().expect("figures are a mapping");
                // The long form holds the figure under a key of its own, or the reason why there is none.
                let figure = |value: &Value| match (value, &value["värde"]) {
                    (Value::Number(number), _) | (_, Value::Number(number)) => number.to_string(),
                    _ => String::new(),
                };
                let year = |key: &Value| i16::try_from(key.as_i64().expect("a year")).expect("a year");
                let by_year = written.iter().map(|(key, value)| (year(key), figure(value))).collect();
                found.figures.insert((body, file.trim_end_matches(".yaml").to_owned()), by_year);
            }
            [year, rest @ ..] if *year != "yttranden" => {
                let year: i16 = year.parse().expect("the folder is a year");
                let yaml = yaml();
                let is_internal = yaml["publicering"].as_str() == Some("intern");
                let is_draft = yaml["status"].as_str() == Some("utkast");
                if !is_draft && !is_internal {
                    found.reported.insert((body.clone(), year));
                }
                match rest {
                    ["sjalvskattning.yaml"] if !is_draft => {
                        let answers = yaml["svar"].as_mapping().expect("answers are a mapping");
                        let words = |answer: &Value| {
                            let level = answer.as_str().or_else(|| answer["bedömning"].as_str());
                            level.or_else(|| answer["saknas"].as_str()).expect("a level or a reason").to_owned()
                        };
                        let answers =
                            answers.iter().map(|(id, answer)| (id.as_str().expect("an id").to_owned(), words(answer)));
                        found.answers.insert((body, year), answers.collect());
                    }
                    ["atgarder", file] => {
                        let id = file.trim_end_matches(".md").to_owned();
                        if is_internal {
                            found.internal.insert((body, year, id));
                        } else if is_draft {
                            found.drafts.insert((body, year, id));
                        } else {
                            let progress = yaml["läge"].as_str().expect("a measure has a läge").to_owned();
                            found.measures.entry((body, year)).or_default().insert(id, progress);
                        }
                    }
                    _ => {}
                }
            }
            // What a body answers the auditors belongs to no year.
            [_, ..] | [] => {}
        }
    }
    found
}

fn is_asked(statement: &str, year: i16) -> bool {
    NEW_STATEMENTS.iter().all(|(id, first)| *id != statement || year >= *first)
}

fn is_between(first: i16, (from, to): (i16, i16)) -> bool {
    from < first && first <= to
}

/// What became of a rating, by the words that were written.
fn movement(statement: &str, (was, is): (&str, &str), years: (i16, i16)) -> Movement {
    match (is_asked(statement, years.0), is_asked(statement, years.1)) {
        (false, _) => return Movement::New,
        (true, false) => return Movement::Gone,
        (true, true) => {}
    }
    if REWORDED.iter().any(|(id, year)| *id == statement && is_between(*year, years)) {
        return Movement::Incomparable;
    }
    let place = |words: &str| LEVELS.iter().position(|level| *level == words);
    match (place(was), place(is)) {
        (Some(was), Some(is)) if is < was => Movement::Up,
        (Some(was), Some(is)) if is > was => Movement::Down,
        (Some(_), Some(_)) => Movement::Same,
        (None, Some(_)) => Movement::Rated,
        (Some(_), None) => Movement::Unrated,
        (None, None) if was == is => Movement::StillUnrated,
        (None, None) => Movement::OtherReason,
    }
}

fn pairs() -> impl Iterator<Item = (i16, i16)> {
    (2015..=2024).flat_map(|from| (from + 1..=2024).map(move |to| (from, to)))
}

/// Runs a test over every pair of years, and tells in which one it failed.
fn over_all_pairs(check: impl Fn(&Files, &Comparison<'_>, (i16, i16))) {
    let (files, model) = (files(), reading::model(EXAMPLE));
    let report = report::summarize(&model);
    assert_eq!(pairs().count(), 45);
    for years in pairs() {
        check(&files, &comparison::between(&report, Year(years.0), Year(years.1)), years);
    }
}

#[test]
fn ratings_move_as_they_were_written() {
    let statements: BTreeSet<String> = files().answers.into_values().flat_map(BTreeMap::into_keys).collect();
    assert_eq!(statements.len(), 19);
    over_all_pairs(|files, comparison, years| {
        let mut told = BTreeMap::new();
        for body in &comparison.bodies {
            for change in body.ratings.iter().flat_map(|ratings| &ratings.statements) {
                told.insert((body.body.latest().id.to_string(), change.statement.id.to_string()), change.movement);
            }
        }
        let mut expected = BTreeMap::new();
        for ((body, _), before) in files.answers.iter().filter(|((_, year), _)| *year == years.0) {
            let Some(after) = files.answers.get(&(body.clone(), years.1)) else { continue };
            for id in statements.iter().filter(|id| is_asked(id, years.0) || is_asked(id, years.1)) {
                let words = |answers: &BTreeMap<String, String>| {
                    answers.get(id).cloned().unwrap_or_else(|| "ej besvarat".to_owned())
                };
                let movement = movement(id, (&words(before), &words(after)), years);
                expected.insert((body.clone(), id.clone()), movement);
            }
        }
        assert!(!expected.is_empty());
        assert_eq!(told, expected, "{years:?}");
    });
}

#[test]
fn totals_are_those_of_all_and_of_the_same_bodies() {
    over_all_pairs(|files, comparison, years| {
        let counted = |year: i16, wanted: &dyn Fn(&str) -> bool, statement: Option<&str>| {
            let of_year = files.answers.iter().filter(|((body, of), _)| *of == year && wanted(body));
            let words = of_year.flat_map(|(_, answers)| answers);
            let words = words.filter(|(id, _)| statement.is_none_or(|wanted| *id == wanted)).map(|(_, words)| words);
            let words: Vec<_> =
                words.filter(|words| LEVELS.contains(&words.as_str()) || *words == "ej tillämpligt").collect();
            (words.iter().filter(|words| words.as_str() == BEST).count(), words.len())
        };
        let both =
            |body: &str| [years.0, years.1].iter().all(|year| files.answers.contains_key(&(body.to_owned(), *year)));
        let set = &comparison.sets[0];
        let share = |distribution: &report::distribution::Distribution| {
            (distribution.best().part as usize, distribution.whole() as usize)
        };
        assert_eq!(share(&set.same.total.0), counted(years.0, &both, None), "{years:?}");
        assert_eq!(share(&set.same.total.1), counted(years.1, &both, None), "{years:?}");
        for (id, (before, after)) in &set.same.statements {
            let answered = |body: &str| {
                [years.0, years.1].iter().all(|year| counted(*year, &|one| one == body, Some(id.as_str())).1 > 0)
            };
            assert_eq!(share(before), counted(years.0, &answered, Some(id.as_str())), "{id} {years:?}");
            assert_eq!(share(after), counted(years.1, &answered, Some(id.as_str())), "{id} {years:?}");
            assert_eq!(before.whole(), after.whole(), "the same bodies: {id} {years:?}");
        }
        let rounded = |(part, whole): (usize, usize)| i64::try_from((part * 200 + whole) / (whole * 2)).unwrap();
        let (before, after) = (counted(years.0, &|_| true, None), counted(years.1, &|_| true, None));
        let points = set.total.points().map(|points| i64::try_from(points).expect("whole per cents"));
        assert_eq!(points, Some(rounded(after) - rounded(before)), "{years:?}");
        let bodies: BTreeSet<_> = set.same.bodies.iter().map(ToString::to_string).collect();
        let expected: BTreeSet<_> = files.lives.keys().filter(|body| both(body)).cloned().collect();
        assert_eq!(bodies, expected, "{years:?}");
    });
}

#[test]
fn measures_come_and_go_as_they_were_written() {
    over_all_pairs(|files, comparison, years| {
        let mut told = BTreeMap::new();
        for body in &comparison.bodies {
            for change in &body.measures {
                told.insert((body.body.latest().id.clone(), change.documents.latest().id.clone()), change.fate);
            }
        }
        let mut expected = BTreeMap::new();
        for ((body, year), measures) in &files.measures {
            if *year != years.0 && *year != years.1 {
                continue;
            }
            for id in measures.keys() {
                let fate = fate(files, body, id, years);
                expected.insert((BodyId(body.clone()), MeasureId(id.clone())), fate);
            }
        }
        assert_eq!(told, expected, "{years:?}");
    });
}

fn fate(files: &Files, body: &str, id: &str, (from, to): (i16, i16)) -> Fate {
    let at = |year: i16| files.measures.get(&(body.to_owned(), year)).and_then(|measures| measures.get(id));
    let is_among =
        |set: &BTreeSet<(String, i16, String)>, year: i16| set.contains(&(body.to_owned(), year, id.to_owned()));
    let reported = |year: i16| files.reported.contains(&(body.to_owned(), year));
    let (first, last) = &files.lives[body];
    match (at(from), at(to)) {
        (Some(_), Some(_)) => return Fate::CarriedOn,
        (None, Some(_)) if is_among(&files.drafts, from) => return Fate::DraftBefore,
        (None, Some(_)) if is_among(&files.internal, from) => return Fate::WithheldBefore,
        (None, Some(_)) => {
            let existed = *first <= format!("{from}-12-31") && *last >= format!("{from}-01-01");
            return match (2015..from).rev().find(|year| at(*year).is_some()) {
                Some(year) => Fate::Returned(Year(year)),
                None if existed && !reported(from) => Fate::FirstReported,
                None => Fate::New,
            };
        }
        (_, None) => {}
    }
    let (heard, progress) = (from..to).rev().find_map(|year| Some((year, at(year)?))).expect("it is there before");
    match progress.as_str() {
        "klar" => Fate::Finished(Year(heard)),
        "utgått" => Fate::Dropped(Year(heard)),
        _ if is_among(&files.internal, to) => Fate::Withheld,
        _ if is_among(&files.drafts, to) => Fate::Draft,
        _ if *last < format!("{to}-12-31") => Fate::BodyEnded,
        _ if !reported(to) => Fate::NotReported,
        _ => Fate::Silent(Year(heard)),
    }
}

#[test]
fn figures_differ_as_they_were_written() {
    over_all_pairs(|files, comparison, years| {
        let mut told = BTreeMap::new();
        for body in &comparison.bodies {
            for change in &body.readings {
                let difference = match &change.difference {
                    Difference::Between { from, to } => Some(Some((to - from).normalize().to_string())),
                    Difference::Broken(_) => Some(None),
                    Difference::Missing(..) => None,
                };
                told.insert((body.body.latest().id.to_string(), change.indicator.id.to_string()), difference);
            }
        }
        let mut expected = BTreeMap::new();
        for ((body, indicator), figures) in &files.figures {
            let (was, is) = (figures.get(&years.0), figures.get(&years.1));
            let existed = |year: i16| {
                let (first, last) = &files.lives[body];
                *first <= format!("{year}-12-31") && *last >= format!("{year}-01-01")
            };
            if was.is_none() && is.is_none() || !existed(years.0) && !existed(years.1) {
                continue;
            }
            let tenths = |figure: &String| {
                let (whole, rest) = figure.split_once('.').unwrap_or((figure, "0"));
                assert_eq!(rest.len(), 1, "the example's figures have at most one decimal");
                Some(whole.parse::<i64>().ok()? * 10 + rest.parse::<i64>().ok()?)
            };
            let difference = match (was.and_then(tenths), is.and_then(tenths)) {
                (Some(was), Some(is)) => {
                    let is_broken = BREAKS.iter().any(|(id, year)| id == indicator && is_between(*year, years));
                    let tenths = is - was;
                    let sign = if tenths < 0 { "-" } else { "" };
                    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
                    let written = if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") };
                    Some((!is_broken).then_some(written))
                }
                _ => None,
            };
            expected.insert((body.clone(), indicator.clone()), difference);
        }
        for (key, difference) in &expected {
            assert_eq!(told.get(key), Some(difference), "{key:?} {years:?}");
        }
        assert_eq!(told.len(), expected.len(), "{years:?}");
    });
}

#[test]
fn bodies_begin_and_end_as_they_were_written() {
    over_all_pairs(|files, comparison, years| {
        let existed = |body: &str, year: i16| {
            let (first, last) = &files.lives[body];
            *first <= format!("{year}-12-31") && *last >= format!("{year}-01-01")
        };
        let told: BTreeMap<_, _> = comparison
            .bodies
            .iter()
            .map(|body| {
                let there = match body.body {
                    Pair::Both(..) => (true, true),
                    Pair::Gone(_) => (true, false),
                    Pair::New(_) => (false, true),
                };
                (body.body.latest().id.to_string(), there)
            })
            .collect();
        let expected = files.lives.keys().map(|body| (body.clone(), (existed(body, years.0), existed(body, years.1))));
        let expected: BTreeMap<_, _> = expected.filter(|(_, there)| *there != (false, false)).collect();
        assert_eq!(told, expected, "{years:?}");
    });
}

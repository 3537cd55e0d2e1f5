//! What the reports say: the city's own figures as published, and the example's recounted by another reader.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use internkontroll::diagnostic::Diagnostics;
use internkontroll::model::Year;
use internkontroll::report;
use internkontroll::report::series::PointValue;
use internkontroll::source::Sources;
use serde_yaml::Value;

/// Whether a file of the site is a page.
fn is_page(path: &str) -> bool {
    matches!(path.rsplit_once('.'), Some((_, "html")))
}

fn page(site: &internkontroll::site::Output, path: &str) -> String {
    let bytes = site.get(path).unwrap_or_else(|| panic!("{path} is not there"));
    String::from_utf8(bytes.clone()).expect("pages are text").replace('\u{a0}', " ")
}

#[test]
fn log_checks_are_as_published() {
    let site = reading::site("content");
    let page = page(site, "matetal/diarieforda-loggkontroller/index.html");
    for figure in ["370", "453", "802", "996", "1 117", "+22 %", "+77 %", "+24 %", "+12 %", "+202 %"] {
        assert!(page.contains(figure), "{figure} is missing");
    }
}

/// Screen readers change their voice by it.
#[test]
fn a_text_in_another_language_says_so() {
    let page = page(reading::site("examples/exempelstaden"), "organ/exempelenergi-ab/2024/index.html");
    let marked = "”<span lang=\"en\">We will not change the contract before it expires in 2026.</span>”";
    assert!(page.contains(marked), "{marked}");
}

/// The start page and the page of the same two years name what moved most in one order, also where several moved as much.
#[test]
fn what_moved_most_stands_in_one_order() {
    let site = reading::site("examples/exempelstaden");
    let named = |path: &str, heading: &str| {
        let page = page(site, path);
        let (_, list) = page.split_once(&format!("{heading}</h3>")).unwrap_or_else(|| panic!("{path}: {heading}"));
        let (list, _) = list.split_once("</ol>").expect("a list");
        let links = list.split("href=\"").skip(1).filter_map(|link| link.split_once("/index.html"));
        links.map(|(link, _)| link.trim_start_matches("../").to_owned()).collect::<Vec<_>>()
    };
    for heading in ["Försämrades mest", "Förbättrades mest"] {
        let start = named("index.html", heading);
        assert!(!start.is_empty(), "{heading}");
        assert_eq!(start, named("jamfor/2023-2024/index.html", heading), "{heading}");
    }
}

/// Row by row with both lines, from year to year and from the first to the last.
#[test]
fn log_checks_are_compared_as_published() {
    let site = reading::site("content");
    for (from, to, cells, lines) in [
        (2020, 2021, ["370", "453", "+83", "+22 %"], [2, 3]),
        (2021, 2022, ["453", "802", "+349", "+77 %"], [3, 4]),
        (2022, 2023, ["802", "996", "+194", "+24 %"], [4, 5]),
        (2023, 2024, ["996", "1 117", "+121", "+12 %"], [5, 6]),
        (2020, 2024, ["370", "1 117", "+747", "+202 %"], [2, 6]),
    ] {
        let page = page(site, &format!("jamfor/{from}-{to}/index.html"));
        let cells = cells.map(|cell| format!("<td class=\"number\">{cell}</td>")).concat();
        assert!(page.contains(&cells), "{cells} is missing on {from}-{to}");
        for line in lines {
            assert!(page.contains(&format!(">rad {line}<span")), "line {line} is missing on {from}-{to}");
        }
    }
    let csv = String::from_utf8(site["jamfor/2020-2024/matetal.csv"].clone()).expect("tables are text");
    assert!(csv.contains(";370;1117;+747;+202%;"), "{csv}");
}

/// The city's measures have a progress that their body has not set: that stands beside it in every table that shows it.
#[test]
fn a_progress_that_is_not_the_bodys_own_says_so_wherever_it_stands() {
    let site = reading::site("content");
    let body = "organ/arbetsmarknads-och-socialnamnden";
    for path in ["index.html", "atgarder/index.html", "utlovat/index.html"]
        .map(str::to_owned)
        .into_iter()
        .chain([format!("{body}/index.html"), format!("{body}/2025/index.html")])
    {
        let page = reading::words(site, &path).to_lowercase();
        let late = page.matches("försenad ").count() + page.matches("försenat ").count();
        assert!(late > 0, "{path}");
        assert!(page.contains("satt i den här rapporten, inte av nämnden"), "{path}");
    }
}

/// What shares are counted of is said of those that are counted, and of those that are only published that it is not known.
#[test]
fn the_method_tells_counted_shares_from_published_ones() {
    let method = |folder: &str| reading::words(reading::site(folder), "metod/index.html");
    let city = method("content");
    assert!(city.contains("Inga andelar är räknade ur svar."));
    assert!(
        city.contains("Andelarna 2015 och 2024 är bara publicerade. Hur många svar de bygger på är inte känt här.")
    );
    assert!(!city.contains("Nämnaren är alla svar"));
    let example = method("examples/exempelstaden");
    assert!(example.contains("Nämnaren är alla svar, även ”ej tillämpligt”. Det gäller andelarna "));
    assert!(!example.contains("bara publicerade"));
}

/// Where nothing is published a comparison says so, and holds no figure of anybody's answers.
#[test]
fn years_without_answers_are_not_compared() {
    let site = reading::site("content");
    let unpublished = page(site, "jamfor/2016-2017/index.html");
    assert!(unpublished.contains("Organens egna svar 2016 och 2017 är inte publicerade."));
    assert!(!unpublished.contains("procentenheter") && !unpublished.contains(" %") && !unpublished.contains("0 upp"));
    let published = page(site, "jamfor/2015-2024/index.html");
    assert!(published.contains("ökade från 65 procent 2015 till 89 procent 2024. Båda årens andelar är publicerade"));
    assert!(published.contains("+24 procentenheter") && !published.contains("bedömningar kan jämföras"));
    assert!(!published.contains("Inget organ har bildats"), "nobody has written when bodies began");
    let choice = page(site, "jamfor/index.html");
    assert!(choice.contains("2016</a> <span class=\"note\">ej publicerat 2016</span>"));
    assert!(!choice.contains(">0</td>"), "nobody knows how many ratings moved");
}

/// Every two years have a page, from which the ways lead on; those of bodies only where there is something to show.
#[test]
fn every_two_years_can_be_compared() {
    let site = reading::site("examples/exempelstaden");
    for to in 2015..=2024 {
        for from in 2015..to {
            assert!(site.contains_key(&format!("jamfor/{from}-{to}/index.html")), "{from}-{to}");
        }
    }
    let pair = page(site, "jamfor/2018-2019/index.html");
    for way in ["jamfor/2017-2018/index.html", "jamfor/2019-2020/index.html", "ar/2018/index.html"] {
        assert!(pair.contains(&format!("href=\"../../{way}\"")), "{way} is missing");
    }
    let body = page(site, "organ/kommunstyrelsen/2024/index.html");
    assert!(body.contains("jamfor/2023-2024/kommunstyrelsen/index.html"));
    assert!(page(site, "organ/kommunstyrelsen/index.html").contains("jamfor/2015-2024/kommunstyrelsen/index.html"));
    assert!(page(site, "ar/2024/index.html").contains("jamfor/2015-2024/index.html"));
    assert!(!site.contains_key("jamfor/2015-2017/kommunstyrelsen/index.html"));
}

#[test]
fn survey_and_samples_are_as_published() {
    let site = reading::site("content");
    let page = page(site, "organ/arbetsmarknads-och-socialnamnden/2025/index.html");
    assert!(page.contains("skickad till 98, besvarad av 54, en svarsfrekvens på 55 procent"));
    for cells in [
        "<td class=\"number\">39</td><td class=\"number\">74 %</td>",
        "<td class=\"number\">14</td><td class=\"number\">26 %</td>",
    ] {
        assert!(page.contains(cells), "{cells} is missing");
    }
    for cells in [
        "<td class=\"number\">19</td><td class=\"number\">49 %</td>",
        "<td class=\"number\">20</td><td class=\"number\">51 %</td>",
    ] {
        assert!(page.contains(cells), "{cells} is missing");
    }
}

#[test]
fn published_shares_are_told_with_what_is_left() {
    let site = reading::site("content");
    let page = page(site, "ar/2024/index.html");
    for row in [
        "<th scope=\"row\">2015</th><td class=\"number published\">65 %</td><td class=\"number published\">31 %</td><td class=\"number published\">3 %</td>",
        "<th scope=\"row\">2024</th><td class=\"number published\">89 %</td><td class=\"number published\">9 %</td><td class=\"number published\">0 %</td>",
    ] {
        assert!(page.contains(row), "{row} is missing");
    }
    assert!(page.contains("övrigt 2 procent (ej tillämpligt eller avrundning)"));
    assert!(page.contains("<th scope=\"row\">2016–2023</th><td class=\"number missing\">ej publicerat</td>"));
    assert!(!page.contains("0 av 25"), "nobody knows how many answered");
}

#[test]
fn a_body_without_published_answers_says_so() {
    let site = reading::site("content");
    assert!(
        page(site, "organ/miljonamnden/index.html")
            .contains("Inga svar på självskattningen är publicerade för Miljönämnden, 2015–2024")
    );
}

#[test]
fn every_page_of_the_example_says_that_it_is_fictional() {
    for (path, bytes) in reading::site("examples/exempelstaden") {
        if is_page(path) {
            assert!(std::str::from_utf8(bytes).expect("pages are text").contains("Påhittat exempel."), "{path}");
        }
    }
}

/// Counts the answers straight from the files, without the program's reader or report.
fn recount() -> BTreeMap<i16, (u32, u32)> {
    let mut counted: BTreeMap<i16, (u32, u32)> = BTreeMap::new();
    for (path, bytes) in reading::files(&reading::package().join("examples/exempelstaden")) {
        let Some(start) = path.strip_suffix("/sjalvskattning.yaml") else { continue };
        let year: i16 = start[start.len() - 4..].parse().expect("the folder is a year");
        let value: Value = serde_yaml::from_slice(&bytes).expect("the file is YAML");
        if value["status"].as_str() == Some("utkast") {
            continue;
        }
        let (best, all) = counted.entry(year).or_default();
        for answer in value["svar"].as_mapping().expect("answers are a mapping").values() {
            let level = answer.as_str().or_else(|| answer["bedömning"].as_str());
            let Some(level) = level.or_else(|| answer["saknas"].as_str().filter(|why| *why == "ej tillämpligt"))
            else {
                continue;
            };
            *all += 1;
            *best += u32::from(level == "tillfredsställande");
        }
    }
    counted
}

#[test]
fn shares_agree_with_an_independent_recount() {
    let model = reading::model("examples/exempelstaden");
    let report = report::summarize(&model);
    let recounted = recount();
    assert_eq!(recounted.len(), 10);
    for (year, expected) in recounted {
        let point = report.main_set().trend.at(Year(year)).expect("the year is followed up");
        let PointValue::Computed { share, .. } = point.value else { panic!("{year} is computed") };
        assert_eq!((share.part, share.whole), expected, "{year}");
    }
}

#[test]
fn planted_gaps_are_found() {
    let model = reading::model("examples/exempelstaden");
    let report = report::summarize(&model);
    let standing = |body: &str, year: i16| {
        let id = internkontroll::model::BodyId(body.to_owned());
        report.main_set().years[&Year(year)].bodies[&id].as_ref().map(|_| ()).map_err(|missing| missing.words())
    };
    assert_eq!(standing("exempelhamnen-ab", 2016), Err("ej inlämnat"));
    assert_eq!(standing("byggnadsnamnden", 2024), Err("utkast"));
    assert_eq!(standing("miljonamnden", 2023), Ok(()));
    let ended = internkontroll::model::BodyId("kulturnamnden".to_owned());
    assert!(!report.main_set().years[&Year(2019)].bodies.contains_key(&ended));
}

#[test]
fn internal_documents_reach_no_page() {
    let site = reading::site("examples/exempelstaden");
    let files = reading::files(&reading::package().join("examples/exempelstaden"));
    let secret = files.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains("publicering: intern"));
    let (path, bytes) = secret.expect("the example has an internal document");
    let text = String::from_utf8_lossy(bytes);
    let title = text.lines().find_map(|line| line.strip_prefix("titel: ")).expect("it has a title").trim_matches('"');
    for (page, bytes) in site {
        let page_text = String::from_utf8_lossy(bytes);
        assert!(!page_text.contains(path.as_str()) && !page_text.contains(title), "{page} shows {path}");
    }
}

/// What is told of the shipped contents is known: nothing of the city's, and of the example's what its story needs.
#[test]
fn links_between_files_lead_to_the_pages_that_show_them() {
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    let text = "---\ntitel: Om rapporten\n---\n\n[Svaren](/organ/miljonamnden/2024/sjalvskattning.yaml), \
                [åtgärden](../organ/miljonamnden/2024/atgarder/rutin.md), [granskningen](/organ/miljonamnden/2024/granskningar/avgifter.md), \
                [organet](/organ/miljonamnden/organ.yaml), [siffrorna](/organ/miljonamnden/matetal/loggar.yaml), \
                [mätetalet](/matetal/loggar.yaml), [året](/ar/2024.md), [påståendena](/pastaenden/god.yaml), \
                [sidan](om.md), [kommunen](/kommun.yaml) och [nivåerna](/skalor.yaml).\n";
    files.insert("sidor/om.md".to_owned(), text.into());
    let sources = Sources::decode(files);
    let model = internkontroll::check(&sources, &mut Diagnostics::default()).expect("the links lead to files");
    let page = page(&reading::render(&model), "sidor/om/index.html");
    for (words, address) in [
        ("Svaren", "organ/miljonamnden/2024/index.html#sjalvskattning"),
        ("åtgärden", "organ/miljonamnden/2024/index.html#atgard-rutin"),
        ("granskningen", "organ/miljonamnden/2024/index.html#granskning-avgifter"),
        ("organet", "organ/miljonamnden/index.html"),
        ("siffrorna", "organ/miljonamnden/index.html"),
        ("mätetalet", "matetal/loggar/index.html"),
        ("året", "ar/2024/index.html"),
        ("påståendena", "pastaenden/index.html"),
        ("sidan", "sidor/om/index.html"),
        ("kommunen", "index.html"),
        ("nivåerna", "underlag/skalor.yaml.html#rad-1"),
    ] {
        let link = format!("<a href=\"../../{address}\">{words}</a>");
        assert!(page.contains(&link), "{link} is missing in {page}");
    }
}

#[test]
fn what_is_told_of_the_contents_is_expected() {
    for (folder, list) in [("content", "malmo"), ("examples/exempelstaden", "exempelstaden")] {
        let (_, told) = reading::checked(folder);
        let path = format!("tests/notes/{list}.txt");
        if std::env::var_os("UPDATE").is_some() {
            #[expect(clippy::disallowed_methods, reason = "UPDATE rewrites the list")]
            std::fs::write(reading::package().join(&path), &told).expect("the list can be written");
        }
        assert_eq!(told, reading::text(&path), "{folder}: run with UPDATE=1 if this is meant");
    }
}

/// A published address is a promise: a page that moves leaves a new address here and a redirect behind.
#[test]
fn addresses_stay() {
    for (folder, list) in [("content", "malmo"), ("examples/exempelstaden", "exempelstaden")] {
        let site = reading::site(folder);
        // Pages of the files themselves come and go with the files.
        let paths = site.keys().filter(|path| is_page(path) && !path.starts_with("underlag/"));
        let paths: String = paths.flat_map(|path| [path, "\n"]).collect();
        let file = reading::package().join(format!("tests/addresses/{list}.txt"));
        if std::env::var_os("UPDATE").is_some() {
            #[expect(clippy::disallowed_methods, reason = "UPDATE rewrites the list")]
            std::fs::write(&file, &paths).expect("the list can be written");
        }
        let kept = reading::text(&format!("tests/addresses/{list}.txt"));
        let (kept, paths): (BTreeSet<_>, BTreeSet<_>) = (kept.lines().collect(), paths.lines().collect());
        let (gone, new): (Vec<_>, Vec<_>) = (kept.difference(&paths).collect(), paths.difference(&kept).collect());
        assert!(gone.is_empty(), "{folder}: published addresses are gone: {gone:?}");
        assert!(new.is_empty(), "{folder}: run with UPDATE=1 to promise {new:?}");
    }
}

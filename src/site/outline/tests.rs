//! The last look at a finished site: a good one passes, and each rule finds its planted fault and nothing else.

use std::collections::BTreeMap;

use super::{Rule, check};

/// A page with something of everything.
const GOOD: &str = r##"<!doctype html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <title>Start – Exempelstaden</title>
  <link rel="stylesheet" href="stil.css">
  <link rel="canonical" href="https://example.org/index.html">
  <script src="sök.js" defer></script>
</head>
<body>
<!-- <h1>Inte</h1> -->
<a href="#innehåll">Till innehållet</a>
<nav aria-label="Sidor"><ul><li><a href="index.html" aria-current="page">Start</a></li>
  <li><a href="år/2024.html#rubrik">2024</a></li><li><a href="%C3%A5r/2024.html?q=1#rubrik">Sök</a></li></ul></nav>
<main id="innehåll">
<h1>Start &amp; mål</h1>
<p>Ett tal 1 < 2. <a href="https://example.org">Utanför</a> <a href="mailto:a@example.org">Skriv</a><br></p>
<h2 id="diagram">Diagram</h2>
<figure>
  <svg role="img" aria-label="Andel 2024" viewBox="0 0 10 10"><g aria-hidden="true"><path d="M0 0"/><text>1</text></g></svg>
  <figcaption>Andel, procent</figcaption>
</figure>
<img src="bild.png" alt="En bild"><svg aria-hidden="true"><use href="#diagram"/></svg>
<h3>Tabell</h3>
<section tabindex="0" aria-labelledby="diagram">
<table><caption>Andel</caption>
<thead><tr><th scope="col">År</th><th scope="col">Andel</th></tr></thead>
<tbody><tr><th scope="row">2024</th><td>5</td></tr></tbody></table>
</section>
<h2>Mer</h2>
<form action="sök.html"><label for="q">Sök</label><input id="q" name="q"></form>
</main>
</body>
</html>
"##;

const YEAR: &str = "<!doctype html><html lang=\"sv\"><head><title>2024</title></head><body>\
    <a href=\"#i\">Till innehållet</a><main id=\"i\"><h1 id=\"rubrik\">2024</h1><p><a href=\"../index.html#diagram\">Start</a> <a href=\"2024.csv\">CSV</a></p></main></body></html>";

fn site(start: &str) -> BTreeMap<String, Vec<u8>> {
    let search = YEAR.replace("2024</title>", "Sök</title>").replace("../", "").replace("2024.csv", "stil.css");
    [
        ("index.html", start),
        ("år/2024.html", YEAR),
        ("år/2024.csv", "a"),
        ("sök.html", &search),
        ("sök.js", ""),
        ("stil.css", ""),
        ("bild.png", ""),
    ]
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .into()
}

/// Plants a fault in the good page and answers what is found in the site.
fn planted(good: &str, bad: &str) -> Vec<(String, Rule, String)> {
    assert_eq!(GOOD.matches(good).count(), 1, "{good} stands once in the good page");
    let faults = check(&site(&GOOD.replace(good, bad)));
    faults.into_iter().map(|fault| (fault.page, fault.rule, fault.detail)).collect()
}

#[test]
fn a_good_site_passes() {
    assert_eq!(check(&site(GOOD)), []);
}

#[test]
fn each_rule_finds_its_fault_and_nothing_else() {
    let cases = [
        (" lang=\"sv\"", "", Rule::Language),
        (" lang=\"sv\"", " lang=\"\"", Rule::Language),
        ("Start – Exempelstaden", " ", Rule::Title),
        ("<title>Start – Exempelstaden</title>", "", Rule::Title),
        ("<main id=\"innehåll\">", "<main></main><main id=\"innehåll\">", Rule::OneMain),
        ("<h2>Mer</h2>", "<h1>Mer</h1>", Rule::OneHeading),
        ("<h1>Start &amp; mål</h1>\n", "<h1>Start</h1><h3>Nivå</h3>", Rule::HeadingLevel),
        ("<h2>Mer</h2>", "<h2 id=\"diagram\">Mer</h2>", Rule::UniqueId),
        ("aria-labelledby=\"diagram\"", "aria-labelledby=\"diagram borta\"", Rule::Reference),
        ("<h2>Mer</h2>", "<label for=\"p\">Mer</label>", Rule::Reference),
        ("<h2>Mer</h2>", "<h2 aria-describedby=\"x\">Mer</h2>", Rule::Reference),
        ("<h2>Mer</h2>", "<button aria-controls=\"x\">Mer</button>", Rule::Reference),
        ("<h2>Mer</h2>", "<a href=\"borta.html\">Mer</a>", Rule::Link),
        ("<h2>Mer</h2>", "<a href=\"Index.html\">Mer</a>", Rule::Link),
        ("<h2>Mer</h2>", "<a href=\"\">Mer</a>", Rule::Link),
        ("<h2>Mer</h2>", "<a href=\"../index.html\">Mer</a>", Rule::Link),
        ("bild.png", "borta.png", Rule::Link),
        ("sök.js", "borta.js", Rule::Link),
        ("<h2>Mer</h2>", "<img src=\"bild.png\" alt=\"\" srcset=\"bild.png 1x, borta.png 2x\">", Rule::Link),
        ("<meta charset=\"utf-8\">", "<meta http-equiv=\"refresh\" content=\"0; url=borta.html\">", Rule::Moving),
        ("år/2024.html#rubrik", "år/2024.html#Rubrik", Rule::Fragment),
        ("<h2>Mer</h2>", "<a href=\"#\">Mer</a>", Rule::Fragment),
        ("<h2>Mer</h2>", "<a href=\"/index.html\">Mer</a>", Rule::RelativeLink),
        ("<h2>Mer</h2>", "<a href=\"//example.org\">Mer</a>", Rule::RelativeLink),
        ("<meta charset=\"utf-8\">", "<base target=\"x\">", Rule::RelativeLink),
        ("<h2>Mer</h2>", "<a href=\"år/\">Mer</a>", Rule::FileLink),
        ("<h2>Mer</h2>", "<a href=\"år\">Mer</a>", Rule::FileLink),
        ("<h2>Mer</h2>", "<a href=\".\">Mer</a>", Rule::FileLink),
        ("<h2>Mer</h2>", "<a href=\"javascript:x()\">Mer</a>", Rule::LinkKind),
        ("src=\"sök.js\"", "src=\"https://example.org/a.js\"", Rule::Outside),
        ("href=\"stil.css\"", "href=\"//example.org/a.css\"", Rule::Outside),
        ("bild.png", "http://example.org/bild.png", Rule::Outside),
        ("action=\"sök.html\"", "action=\"https://example.org\"", Rule::Outside),
        (" alt=\"En bild\"", "", Rule::ImageText),
        (" aria-label=\"Andel 2024\"", "", Rule::DrawingText),
        ("<svg role=\"img\"", "<svg", Rule::DrawingText),
        ("<svg aria-hidden=\"true\">", "<svg>", Rule::DrawingText),
        ("<figcaption>Andel, procent</figcaption>", "", Rule::FigureCaption),
        ("<figcaption>Andel, procent</figcaption>", "<figcaption> </figcaption>", Rule::FigureCaption),
        ("<caption>Andel</caption>", "", Rule::TableCaption),
        ("<h2>Mer</h2>", "<table><caption>A</caption><tr><td>1</td></tr></table>", Rule::TableHeader),
        ("<th scope=\"row\">", "<th>", Rule::HeaderScope),
        ("<th scope=\"row\">", "<th scope=\"rad\">", Rule::HeaderScope),
        ("<td>5</td>", "<td></td>", Rule::EmptyCell),
        ("<td>5</td>", "<td> &nbsp;<span> </span></td>", Rule::EmptyCell),
        ("<th scope=\"col\">År</th>", "<th scope=\"col\"></th>", Rule::EmptyCell),
        (" aria-label=\"Sidor\"", "", Rule::NavigationName),
        ("<h2>Mer</h2>", "<h2 style=\"color: red\">Mer</h2>", Rule::StyleAttribute),
        ("<h2>Mer</h2>", "<h2 onclick=\"x()\">Mer</h2>", Rule::ScriptAttribute),
        ("<h2>Mer</h2>", "<h2 ONCLICK=\"x()\">Mer</h2>", Rule::ScriptAttribute),
        ("<h2>Mer</h2>", "<script>if (1 < 2) { \"<p>\" }</script>", Rule::Embedded),
        ("<h2>Mer</h2>", "<style>p > a { color: red }</style>", Rule::Embedded),
        ("<h2>Mer</h2>", "<p><b>Mer</p>", Rule::Balanced),
        ("<h2>Mer</h2>", "<p>Mer", Rule::Balanced),
        ("<h2>Mer</h2>", "</p>", Rule::Balanced),
        ("<h2>Mer</h2>", "<div/>", Rule::Balanced),
        ("</html>\n", "</html", Rule::Balanced),
        ("</html>\n", "</html><p>", Rule::Balanced),
        (
            "<a href=\"#innehåll\">Till innehållet</a>",
            "<a href=\"sök.html\">Sök</a><a href=\"#innehåll\">Till innehållet</a>",
            Rule::SkipLink,
        ),
        ("<a href=\"#innehåll\">Till innehållet</a>", "<a href=\"#diagram\">Till innehållet</a>", Rule::SkipLink),
        ("<a href=\"#innehåll\">Till innehållet</a>", "", Rule::SkipLink),
        (" aria-current=\"page\"", "", Rule::Current),
        (" aria-current=\"page\"", " aria-current=\"ja\"", Rule::Current),
        ("<h2>Mer</h2>", "<a href=\"sök.html\" aria-current=\"page\">Mer</a>", Rule::Current),
        ("<h2>Mer</h2>", "<nav aria-label=\"Sidor\"><a href=\"sök.html\">Mer</a></nav>", Rule::NavigationTwin),
        ("<h2>Mer</h2>", "<h2><a href=\"sök.html\" tabindex=\"2\">Mer</a></h2>", Rule::TabOrder),
        ("<h2>Mer</h2>", "<p tabindex=\"snart\">Mer</p>", Rule::TabOrder),
        ("<section tabindex=\"0\" aria-labelledby=\"diagram\">", "<section tabindex=\"0\">", Rule::Region),
        ("<h2>Mer</h2>", "<div tabindex=\"0\" aria-label=\"Mer\">Mer</div>", Rule::Region),
        ("<h2>Mer</h2>", "<p aria-hidden=\"true\"><a href=\"sök.html\">Mer</a></p>", Rule::HiddenFocus),
        (" lang=\"sv\"", " lang=\"svenska\"", Rule::LanguageTag),
        ("<h2>Mer</h2>", "<p lang=\"en_GB\">More</p>", Rule::LanguageTag),
        ("<h2>Mer</h2>", "<h2> </h2>", Rule::Empty),
        ("<h2>Mer</h2>", "<p><a href=\"sök.html\"><span aria-hidden=\"true\">→</span></a></p>", Rule::Empty),
        ("<h2>Mer</h2>", "<button></button>", Rule::Empty),
        ("<th scope=\"row\">", "<th scope=\"row\" colspan=\"2\">", Rule::MergedHeader),
        ("<h2>Mer</h2>", "<p><abbr>KF</abbr></p>", Rule::Abbreviation),
        ("alt=\"En bild\"", "alt=\"bild.png\"", Rule::ImageFileName),
        ("<h2>Mer</h2>", "<img src=\"bild.png\" alt=\"IMG_4711.jpg\">", Rule::ImageFileName),
        ("aria-label=\"Andel 2024\"", "aria-label=\"Andel, procent\"", Rule::PictureCaption),
        ("<g aria-hidden=\"true\">", "<g>", Rule::DrawingParts),
        ("<path d=\"M0 0\"/>", "<path d=\"M0 0\" fill=\"#0a558c\"/>", Rule::DrawingLook),
        ("<text>1</text>", "<text font-family=\"Arial\">1</text>", Rule::DrawingLook),
        ("<label for=\"q\">Sök</label>", "", Rule::FieldName),
        ("<h2>Mer</h2>", "<details><p>Mer</p><summary>Mer</summary></details>", Rule::Summary),
        ("<h2>Mer</h2>", "<details></details>", Rule::Summary),
        ("<h2>Mer</h2>", "<marquee>Mer</marquee>", Rule::Moving),
        ("<h2>Mer</h2>", "<video src=\"bild.png\" autoplay></video>", Rule::Moving),
        ("<h2>Mer</h2>", "<iframe src=\"sök.html\"></iframe>", Rule::FrameTitle),
        (
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, maximum-scale=1\">",
            Rule::Enlarged,
        ),
        ("<h2>Mer</h2>", "<IMG SRC=\"bild.png\">", Rule::ImageText),
    ];
    let mut wrong = Vec::new();
    for (good, bad, rule) in cases {
        if (good, rule) == ("</html>\n", Rule::Balanced) && bad == "</html" {
            // The element that the broken tag should have ended stays open as well.
            assert!(planted(good, bad).iter().all(|(_, found, _)| *found == rule));
            continue;
        }
        let found = planted(good, bad);
        let rules: Vec<_> = found.iter().map(|(page, rule, _)| (page.as_str(), *rule)).collect();
        if rules != [("index.html", rule)] {
            wrong.push(format!("{bad} should break {rule:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_page_without_heading_or_main_is_told_once() {
    let mut site = site(GOOD);
    let page = "<html lang=\"sv\"><head><title>Tom</title></head><body><p>x</p></body></html>";
    site.insert("tom.html".to_owned(), page.as_bytes().to_vec());
    let rules: Vec<_> = check(&site).into_iter().map(|fault| (fault.rule, fault.detail)).collect();
    assert_eq!(rules, [(Rule::OneMain, "sidan har 0".to_owned()), (Rule::OneHeading, "sidan har 0".to_owned())]);
}

#[test]
fn a_title_is_told_of_on_every_page_but_the_first() {
    let found = planted("Start – Exempelstaden", "2024");
    let expected = ("år/2024.html".to_owned(), Rule::UniqueTitle, "”2024” är också titeln på index.html".to_owned());
    assert_eq!(found, [expected]);
}

#[test]
fn every_page_links_to_the_accessibility_statement_where_there_is_one() {
    let mut site = site(GOOD);
    let statement = YEAR.replace("2024</title>", "Redogörelse</title>").replace("../index.html#diagram", "index.html");
    site.insert(
        "sidor/tillganglighet/index.html".to_owned(),
        statement.replace("2024.csv", "../../stil.css").into_bytes(),
    );
    let linked = GOOD.replace("<h2>Mer</h2>", "<a href=\"sidor/tillganglighet/index.html\">Tillgänglighet</a>");
    site.insert("index.html".to_owned(), linked.into_bytes());
    let told: Vec<_> = check(&site).into_iter().map(|fault| (fault.page, fault.rule)).collect();
    let lacking = ["sök.html", "år/2024.html"];
    assert_eq!(told, lacking.map(|page| (page.to_owned(), Rule::StatementLink)));
}

#[test]
fn style_sheets_load_what_is_in_the_site() {
    let mut site = site(GOOD);
    let sheet = "/* url(borta.png) */\n@import \"https://example.org/a.css\";\na { background: url( 'bild.png' ) }\n\
        b { src: url(borta.woff2), url(data:x), url(//example.org/x) }";
    site.insert("stil.css".to_owned(), sheet.as_bytes().to_vec());
    let told: Vec<_> = check(&site).iter().map(|fault| format!("{} {}", fault.page, fault.detail)).collect();
    let expected = [
        "stil.css rad 2: ”https://example.org/a.css”",
        "stil.css rad 4: ”borta.woff2” leder till borta.woff2, som inte finns",
        "stil.css rad 4: ”//example.org/x”",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_page_that_is_not_utf_8_is_told() {
    let mut site = site(GOOD);
    site.insert("latin.html".to_owned(), b"<p>\xe5</p>".to_vec());
    let faults = check(&site);
    assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::Utf8]);
}

#[test]
fn a_fault_is_told_with_page_rule_and_line() {
    let site = site(&GOOD.replace(" alt=\"En bild\"", ""));
    let told: Vec<_> = check(&site).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["sida index.html: varje bild (img) ska ha alt: rad 23: <img src=\"bild.png\">"]);
}

#[test]
fn a_link_that_is_broken_in_many_places_is_told_once_a_page() {
    let found = planted("<h2>Mer</h2>", "<a href=\"a.html\">1</a><a href=\"a.html\">2</a><a href=\"b.html\">3</a>");
    let details: Vec<_> = found.iter().map(|(_, _, detail)| detail.as_str()).collect();
    assert_eq!(
        details,
        ["rad 30: ”a.html” leder till a.html, som inte finns", "rad 30: ”b.html” leder till b.html, som inte finns"]
    );
}

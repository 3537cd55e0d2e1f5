//! Every fact of the shipped content stands on its page with its source, as `docs/facts.md` says, and no figure stands in
//! the content without a row there.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use internkontroll::diagnostic::Diagnostics;
use internkontroll::site::Output;
use internkontroll::source::Sources;

const CONTENT: &str = "content";
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A row of the table: what a page says, and whose word it is.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    page: String,
    words: String,
    /// The words by which the page names the source; `None` where it only gathers what others tell.
    source: Option<String>,
}

/// What the document holds.
struct Facts {
    rows: Vec<Row>,
    /// Figures that are the report's own, beside the rows that say so.
    own: Vec<String>,
}

/// The cells of a line of a table; `None` for other lines.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inside = line.strip_prefix("| ")?.strip_suffix(" |")?;
    Some(inside.split(" | ").collect())
}

fn quoted(cell: &str) -> Result<String, String> {
    let inside = cell.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')).filter(|text| !text.is_empty());
    inside.filter(|text| !text.contains('`')).map(str::to_owned).ok_or_else(|| format!("{cell} is not quoted"))
}

/// Reads the document; a line of a table that is not a row is an error.
fn read(markdown: &str) -> Result<Facts, String> {
    let mut sources: BTreeMap<String, Option<String>> = BTreeMap::from([("-".to_owned(), None)]);
    let mut facts = Facts { rows: Vec::new(), own: Vec::new() };
    let mut heading = "";
    for line in markdown.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            heading = title;
        }
        if !line.starts_with('|') || line.starts_with("| ---") {
            continue;
        }
        let told = |message: &str| format!("{heading}: {message}: {line}");
        let found = cells(line).ok_or_else(|| told("no row"))?;
        match (heading, found.as_slice()) {
            (_, ["Letter" | "Fact" | "Figure", ..]) => {}
            ("Sources", [letter, words, what]) if !what.is_empty() => {
                sources.insert((*letter).to_owned(), Some(quoted(words).map_err(|message| told(&message))?));
            }
            ("Figures that are the report's own", [figure, page, words, why]) if !why.is_empty() => {
                let read = |cell: &str| quoted(cell).map_err(|message| told(&message));
                facts.own.push(read(figure)?);
                facts.rows.push(Row { page: read(page)?, words: read(words)?, source: None });
            }
            (_, [fact, page, words, letter]) if !fact.is_empty() && heading != "Sources" => {
                let read = |cell: &str| quoted(cell).map_err(|message| told(&message));
                let source = sources.get(*letter).ok_or_else(|| told("no such source"))?.clone();
                facts.rows.push(Row { page: read(page)?, words: read(words)?, source });
            }
            _ => return Err(told("no row")),
        }
    }
    Ok(facts)
}

/// The rows that the site does not hold, those that stand twice, in words.
fn faults(facts: &Facts, site: &Output) -> Vec<String> {
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    let (mut told, mut met) = (Vec::new(), BTreeSet::new());
    for row in &facts.rows {
        let Some(bytes) = site.get(&row.page) else {
            told.push(format!("{} is not there", row.page));
            continue;
        };
        let text = pages.entry(&row.page).or_insert_with(|| reading::seen(&String::from_utf8_lossy(bytes)));
        if !text.contains(&row.words) {
            told.push(format!("{} does not say: {}", row.page, row.words));
        }
        if let Some(source) = row.source.as_ref().filter(|source| !text.contains(*source)) {
            told.push(format!("{} does not name its source {source}: {}", row.page, row.words));
        }
        if !met.insert((&row.page, &row.words)) {
            told.push(format!("{} twice: {}", row.page, row.words));
        }
    }
    told
}

/// The numbers of a text: dates, registry numbers and laws as one each, the others without the space between thousands.
fn numbers(text: &str) -> BTreeSet<String> {
    let mut text = text.replace(['\u{a0}', '\u{202f}'], " ");
    for (month, name) in (1..).zip(MONTHS) {
        text = text.replace(&format!(" {name} 20"), &format!(" #{month:02} 20"));
    }
    let letters: Vec<char> = text.chars().collect();
    let digits =
        |at: usize| letters[at.min(letters.len())..].iter().take_while(|letter| letter.is_ascii_digit()).count();
    let (mut found, mut at) = (BTreeSet::new(), 0);
    while at < letters.len() {
        let count = digits(at);
        if count == 0 {
            at += 1;
            continue;
        }
        let mut number: String = letters[at..at + count].iter().collect();
        at += count;
        // A day in words: `24 #03 2025`.
        if letters.get(at..at + 2) == Some(&[' ', '#']) && digits(at + 2) == 2 {
            let (month, year): (String, String) =
                (letters[at + 2..at + 4].iter().collect(), letters[at + 5..at + 9].iter().collect());
            found.insert(format!("{year}-{month}-{number:0>2}"));
            at += 9;
            continue;
        }
        loop {
            let (joint, next) = (letters.get(at), digits(at + 1));
            match joint {
                Some(' ') if next == 3 && number.len() <= 3 => {}
                Some('-' | ':') if next > 0 => number.push(letters[at]),
                _ => break,
            }
            number.extend(&letters[at + 1..at + 1 + next]);
            at += 1 + next;
        }
        if number.len() > 1 {
            found.insert(number);
        }
    }
    found
}

/// The numbers of the content that no row holds, with the file in which they stand.
fn without_row(facts: &Facts, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut known: BTreeSet<String> = facts.rows.iter().flat_map(|row| numbers(&row.words)).collect();
    known.extend(facts.own.iter().cloned());
    let mut told = Vec::new();
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(bytes);
        let missing = numbers(&text).into_iter().filter(|number| !known.contains(number));
        told.extend(missing.map(|number| format!("{path}: {number}")));
    }
    told
}

fn content() -> BTreeMap<String, Vec<u8>> {
    reading::files(&reading::package().join(CONTENT))
}

fn site(files: &BTreeMap<String, Vec<u8>>) -> Output {
    let model = internkontroll::check(&Sources::decode(files.clone()), &mut Diagnostics::default());
    reading::render(&model.expect("the content has no errors"))
}

/// The content with something else in a file.
fn changed(path: &str, from: &str, to: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = content();
    let text = String::from_utf8(files[path].clone()).expect("it is text");
    assert!(text.contains(from), "{path} has no {from}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

#[test]
fn every_fact_stands_on_its_page_with_its_source() {
    let facts = read(&reading::text("docs/facts.md")).unwrap_or_else(|error| panic!("{error}"));
    assert!(facts.rows.len() > 250, "{} rows", facts.rows.len());
    let faults = faults(&facts, &site(&content()));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_figure_stands_in_the_content_without_a_row() {
    let facts = read(&reading::text("docs/facts.md")).unwrap_or_else(|error| panic!("{error}"));
    let missing = without_row(&facts, &content());
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    for own in &facts.own {
        let says = facts.rows.iter().any(|row| row.source.is_none() && row.words.contains(own.as_str()));
        assert!(says, "no page says that {own} is the report's own");
    }
}

/// Figures, days, levels and sources that are not as written, in the content and in the table.
#[test]
fn what_is_changed_is_noticed() {
    let table = reading::text("docs/facts.md");
    let facts = read(&table).expect("it can be read");
    for (path, from, to) in [
        ("pastaenden/god-intern-kontroll.yaml", "tillfredsställande: 89", "tillfredsställande: 88"),
        ("gemensamma/felaktig-tillgang/2021.md", "lägst: 41", "lägst: 42"),
        ("organ/arbetsmarknads-och-socialnamnden/matetal/diarieforda-loggkontroller.yaml", "1117", "1171"),
        ("revision/it-sakerhet.md", "2026-02-27", "2026-02-28"),
        ("organ/kommunstyrelsen/2024/gemensamma/felaktig-tillgang.md", "S2: ja", "S2: delvis"),
        ("gemensamma/digital-offentlig-service/2024.md", "valdes 12", "valdes 13"),
        ("ar/2024.md", "2025-05-22", "2025-05-23"),
    ] {
        let files = changed(path, from, to);
        assert!(!faults(&facts, &site(&files)).is_empty(), "{path}: {to} is not noticed");
    }
    let added = changed("ar/2024.md", "## Bedömning\n", "## Bedömning\nHälften, 53,5 procent av 7 713, är nöjda.\n");
    assert_eq!(without_row(&facts, &added), ["ar/2024.md: 7713"]);
    let site = site(&content());
    for (from, to) in [
        ("15 påståenden`", "16 påståenden`"),
        ("370 första", "371 första"),
        ("/index.html` | `Alla nämnder", "/x.html` | `Alla nämnder"),
    ] {
        assert!(table.contains(from), "the table has no {from}");
        let facts = read(&table.replacen(from, to, 1)).expect("it can be read");
        assert_eq!(faults(&facts, &site).len(), 1, "{to}");
    }
    let line = table.lines().find(|line| line.contains("`Diarienummer SR-2024-38`")).expect("a row");
    let doubled = read(&table.replacen(line, &format!("{line}\n{line}"), 1)).expect("it can be read");
    assert_eq!(faults(&doubled, &site).len(), 1, "a row that stands twice");
    for broken in
        [line.replace(" | C |", " |"), line.replace('`', ""), line.replace("| C |", "| X |"), line.replace(" |", "|")]
    {
        assert!(read(&table.replacen(line, &broken, 1)).is_err(), "{broken}");
    }
}

#[test]
fn numbers_are_taken_whole() {
    let found =
        numbers("1 117 av 2 800, den 4 april 2025, § 303, lag (2018:1937), STK-2021-1738, 65–78 %, tertial 2 2025, 7");
    let expected = ["1117", "2018:1937", "2021-1738", "2025", "2025-04-04", "2800", "303", "65", "78"];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
}

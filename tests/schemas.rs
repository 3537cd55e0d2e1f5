//! The schemas that editors read: an independent validator finds the shipped content right by them, and they agree with `check`.

mod reading;

use std::collections::BTreeMap;

use internkontroll::check::Kind;
use internkontroll::diagnostic::{Diagnostics, Severity};
use internkontroll::schema::{self, Files};
use internkontroll::source::Sources;
use jsonschema::Validator;
use serde_json::Value;

fn schema_files(sources: &Sources, folder: &str, content: &str) -> Files {
    internkontroll::schema(sources, folder, content)
}

/// A validator for each kind of file of a content.
fn validators(sources: &Sources) -> BTreeMap<&'static str, Validator> {
    let files = schema_files(sources, ".scheman", "content");
    let validator = |kind| {
        let (name, glob) = schema::files_of(kind);
        let schema: Value = serde_json::from_slice(&files[&format!("{name}.json")]).expect("a schema is JSON");
        (glob, jsonschema::draft7::new(&schema).unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    Kind::ALL.into_iter().map(validator).collect()
}

/// Whether a path is one of those that a glob with `*` in its parts names.
fn is_named(path: &str, glob: &str) -> bool {
    let (parts, globs): (Vec<_>, Vec<_>) = (path.split('/').collect(), glob.split('/').collect());
    parts.len() == globs.len()
        && parts.iter().zip(globs).all(|(part, glob)| match glob.split_once('*') {
            Some((start, end)) => part.starts_with(start) && part.ends_with(end),
            None => *part == glob,
        })
}

/// A file's YAML, or that of its front matter, as another reader understands it.
fn value(path: &str, text: &str) -> Option<Value> {
    let front = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---"));
    let yaml = if path.rsplit('.').next() == Some("md") { front?.0 } else { text };
    serde_yaml::from_str(yaml).ok()
}

/// What a validator says of a file; `None` when no schema is for it or it is no YAML.
fn is_valid(validators: &BTreeMap<&str, Validator>, path: &str, text: &str) -> Option<bool> {
    let (_, validator) = validators.iter().find(|(glob, _)| is_named(path, glob))?;
    Some(validator.is_valid(&value(path, text)?))
}

/// Whether `check` finds an error in a file of a content.
fn has_error(sources: &Sources, path: &str) -> bool {
    let mut diagnostics = Diagnostics::default();
    let _ = internkontroll::check(sources, &mut diagnostics);
    let errors = diagnostics.sorted().into_iter().filter(|fault| fault.code.severity() == Severity::Error);
    errors.into_iter().any(|fault| sources.file(fault.span.file).path == path)
}

#[test]
fn the_shipped_content_is_valid() {
    for folder in ["content", "examples/exempelstaden", "tests/cases/base"] {
        let sources = reading::sources(folder);
        let validators = validators(&sources);
        let mut seen = BTreeMap::new();
        for (_, file) in sources.iter() {
            let Some((glob, validator)) = validators.iter().find(|(glob, _)| is_named(&file.path, glob)) else {
                assert!(file.path.ends_with("README.md"), "no schema is for {}", file.path);
                continue;
            };
            let value = value(&file.path, &file.text).expect("shipped content is YAML");
            let faults: Vec<_> =
                validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(faults.is_empty(), "{folder}/{}: {faults:?}", file.path);
            *seen.entry(*glob).or_insert(0) += 1;
        }
        let least = if folder == "content" { 8 } else { 10 };
        assert!(seen.len() >= least, "{folder} has files of {} kinds only", seen.len());
    }
}

/// Faults that a schema can see: a file, what stands there, what is written instead.
const FAULTS: [(&str, &str, &str); 24] = [
    ("kommun.yaml", "namn: Provstad", "nam: Provstad"),
    ("kommun.yaml", "namn: Provstad\n", ""),
    ("kommun.yaml", "namn: Provstad", "namn: [Provstad]"),
    ("kommun.yaml", "rapportdatum: 2025-05-22", "rapportdatum: 22 maj 2025"),
    ("kommun.yaml", "från: 2023", "från: i fjol"),
    ("kommun.yaml", "från: 2023, ", ""),
    ("skalor.yaml", "ton: god", "ton: grön"),
    ("skalor.yaml", "symbol: ●", "symbol: { tecken: ● }"),
    ("pastaenden/god.yaml", "skala: tvåsteg", "skala: trestyg"),
    ("pastaenden/god.yaml", "andel av: alla", "andel av: allt"),
    ("pastaenden/god.yaml", "id: KM1,", "id: KM 1,"),
    ("pastaenden/god.yaml", ", text: Ansvaret är fördelat.", ""),
    ("matetal/loggar.yaml", "källa: Verksamhetssystemet\n", ""),
    ("matetal/loggar.yaml", "riktning: varken", "riktning: uppåt"),
    ("organ/miljonamnden/organ.yaml", "slag: nämnd", "slag: kommitté"),
    ("organ/miljonamnden/matetal/loggar.yaml", "2023: 10", "2023: tio"),
    ("organ/miljonamnden/matetal/loggar.yaml", "2023: 10", "förra året: 10"),
    ("organ/miljonamnden/matetal/loggar.yaml", "2023: 10", "2023: { saknas: vet inte }"),
    ("organ/miljonamnden/2024/sjalvskattning.yaml", "KM1: bra", "KM1: braa"),
    ("organ/miljonamnden/2024/sjalvskattning.yaml", "KM1: bra", "KM9: bra"),
    ("organ/miljonamnden/2024/sjalvskattning.yaml", "KM1: bra", "KM1:"),
    ("organ/miljonamnden/2024/sjalvskattning.yaml", "KM1: bra", "KM1: { bedömning: bra, saknas: ej besvarat }"),
    ("organ/miljonamnden/2024/atgarder/rutin.md", "läge: pågår", "läge: på gång"),
    ("organ/miljonamnden/2024/granskningar/avgifter.md", "draget: 10", "draget: några"),
];

#[test]
fn schema_and_check_agree_on_faults() {
    let base = reading::files(&reading::package().join("tests/cases/base"));
    let validators = validators(&Sources::decode(base.clone()));
    for (path, right, wrong) in FAULTS {
        let text = String::from_utf8(base[path].clone()).expect("content is text");
        assert!(text.contains(right), "{path} does not hold ”{right}”");
        assert_eq!(is_valid(&validators, path, &text), Some(true), "{path} is right to begin with");
        let text = text.replacen(right, wrong, 1);
        assert_eq!(is_valid(&validators, path, &text), Some(false), "the schema takes ”{wrong}” in {path}");
        let mut files = base.clone();
        files.insert(path.to_owned(), text.into_bytes());
        assert!(has_error(&Sources::decode(files), path), "check takes ”{wrong}” in {path}");
    }
}

#[test]
fn what_check_takes_the_schema_takes() {
    let base = reading::files(&reading::package().join("tests/cases/base"));
    let validators = validators(&Sources::decode(base.clone()));
    let mut taken = 0;
    for (path, bytes) in &base {
        let text = String::from_utf8(bytes.clone()).expect("content is text");
        let lines: Vec<_> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let value = line.split_once(": ").map_or(*line, |(_, value)| value);
            for other in ["", "ja", "0", "7", "12,5", "2024", "2024-12-31", "\"§ 3\"", "[ett, två]", "{ not: text }"]
            {
                let changed = line.replacen(value, other, 1);
                let changed: Vec<_> =
                    lines[..at].iter().chain([&changed.as_str()]).chain(&lines[at + 1..]).copied().collect();
                let changed = changed.join("\n") + "\n";
                let mut files = base.clone();
                files.insert(path.clone(), changed.clone().into_bytes());
                if has_error(&Sources::decode(files), path) {
                    continue;
                }
                if let Some(valid) = is_valid(&validators, path, &changed) {
                    assert!(valid, "check takes what the schema does not:\n{path}\n{changed}");
                    taken += 1;
                }
            }
        }
    }
    assert!(taken > 300, "only {taken} changed files were taken by check");
}

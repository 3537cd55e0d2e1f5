//! JSON Schemas of every kind of file, for editors that complete and explain while one types. Made from the shapes that the
//! readers note, so that schema and check cannot disagree about keys and values.

mod draft;
mod explained;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::check::Kind;
use crate::check::shape::Shape;

/// A folder's files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The name of a kind's schema, and the files of the content that it is for.
#[must_use]
pub fn files_of(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Municipality => ("kommun", "kommun.yaml"),
        Kind::Scales => ("skalor", "skalor.yaml"),
        Kind::RiskMatrix => ("riskmatris", "riskmatris.yaml"),
        Kind::StatementSet => ("pastaenden", "pastaenden/*.yaml"),
        Kind::Indicator => ("matetal", "matetal/*.yaml"),
        Kind::CityReport => ("ar", "ar/*.md"),
        Kind::Round => ("gemensamma", "gemensamma/*/*.md"),
        Kind::Audit => ("revision", "revision/*.md"),
        Kind::Page => ("sidor", "sidor/*.md"),
        Kind::Body => ("organ", "organ/*/organ.yaml"),
        Kind::Readings => ("organ-matetal", "organ/*/matetal/*.yaml"),
        Kind::Response => ("yttranden", "organ/*/yttranden/*.md"),
        Kind::Plan => ("plan", "organ/*/*/plan.yaml"),
        Kind::SelfAssessment => ("sjalvskattning", "organ/*/*/sjalvskattning.yaml"),
        Kind::Measure => ("atgarder", "organ/*/*/atgarder/*.md"),
        Kind::Review => ("granskningar", "organ/*/*/granskningar/*.md"),
        Kind::JointAnswer => ("organ-gemensamma", "organ/*/*/gemensamma/*.md"),
        Kind::BodyReport => ("rapport", "organ/*/*/rapport*.md"),
    }
}

/// Writes the schemas, and the settings by which VS Code finds them; `schemas` and `content` are the folders of both, as
/// seen from where the editor is opened.
///
/// Schemas of Markdown files are those of their front matter.
#[must_use]
pub fn write(shapes: &[(Kind, Shape)], schemas: &str, content: &str) -> Files {
    let mut files = Files::new();
    let mut settings = serde_json::Map::new();
    for (kind, shape) in shapes {
        let (name, glob) = files_of(*kind);
        files.insert(format!("{name}.json"), text(&draft::schema(*kind, shape)));
        // Front matter is not what editors of YAML look at.
        if kind.is_yaml() {
            settings.insert(format!("{schemas}/{name}.json"), json!(format!("{content}/{glob}")));
        }
    }
    files.insert("vscode-settings.json".to_owned(), text(&json!({ "yaml.schemas": settings })));
    files
}

fn text(value: &Value) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(value).expect("a value made here can be written");
    text.push(b'\n');
    text
}

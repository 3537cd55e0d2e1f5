//! Every shipped YAML file says the same to our own reader and to serde_yaml.

mod reading;

use internkontroll::check;
use internkontroll::diagnostic::Diagnostics;
use internkontroll::syntax::{self, Content, Node, Value};
use serde_yaml::Value as Other;

/// The values of our tree, as the other reader would give them if every scalar were text.
fn ours(node: &Node) -> Other {
    match &node.value {
        Value::Empty => Other::Null,
        Value::Scalar(text) => Other::String(text.clone()),
        Value::List(items) => Other::Sequence(items.iter().map(ours).collect()),
        Value::Mapping(entries) => {
            Other::Mapping(entries.iter().map(|(key, value)| (ours(key), ours(value))).collect())
        }
    }
}

/// The other reader's values with numbers and truth values as it writes them, and ours only compared where it guessed no type.
fn same(ours: &Other, other: &Other, path: &str) {
    match (ours, other) {
        (Other::Sequence(one), Other::Sequence(two)) => {
            assert_eq!(one.len(), two.len(), "{path}");
            one.iter().zip(two).for_each(|(one, two)| same(one, two, path));
        }
        (Other::Mapping(one), Other::Mapping(two)) => {
            assert_eq!(one.len(), two.len(), "{path}");
            for ((key, value), (other_key, other_value)) in one.iter().zip(two) {
                same(key, other_key, path);
                same(value, other_value, path);
            }
        }
        (Other::String(text), Other::Number(number)) => {
            let text = text.parse::<f64>().unwrap_or_else(|_| panic!("{path}: {text} is no number, {number} is"));
            assert!((text - number.as_f64().expect("a number")).abs() < f64::EPSILON, "{path}");
        }
        (Other::String(text), Other::Bool(truth)) => assert_eq!(text.to_lowercase(), truth.to_string(), "{path}"),
        (one, two) => assert_eq!(one, two, "{path}"),
    }
}

fn compare(folder: &str) -> usize {
    let sources = reading::sources(folder);
    let documents = syntax::parse(&sources, check::form, &mut Diagnostics::default());
    let mut compared = 0;
    for document in &documents.all {
        let file = sources.file(document.file);
        let (node, text) = match document.content.as_ref().expect("shipped content parses") {
            Content::Yaml(node) => (node, file.text.as_str()),
            Content::Markdown(markdown) => {
                (&markdown.front, file.text.split("---\n").nth(1).expect("there is front matter"))
            }
            Content::Other => continue,
        };
        let other: Other = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        same(&ours(node), &other, &file.path);
        compared += 1;
    }
    compared
}

#[test]
fn the_shipped_content_reads_the_same() {
    assert!(compare("content") > 30);
}

#[test]
fn the_example_reads_the_same() {
    assert!(compare("examples/exempelstaden") > 1_000);
}

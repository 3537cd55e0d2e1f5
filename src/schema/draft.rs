//! A shape as JSON Schema, draft 7, which is what editors understand. Editors read scalars by their look, so what is a number
//! to them may be a text to us: every scalar takes both.

use serde_json::{Map, Value, json};

use super::explained::{self, Explanation};
use super::files_of;
use crate::check::Kind;
use crate::check::shape::{Key, Mapping, Meaning, Presence, Shape};

/// The schema of a whole file.
pub fn schema(kind: Kind, shape: &Shape) -> Value {
    let (name, glob) = files_of(kind);
    let mut schema = object(json!({ "$schema": "http://json-schema.org/draft-07/schema#" }));
    explain(&mut schema, &explained::of_file(name), None);
    schema.insert("$comment".to_owned(), json!(glob));
    schema.extend(of(shape, name));
    Value::Object(schema)
}

fn of(shape: &Shape, path: &str) -> Map<String, Value> {
    // Spaces between thousands, a comma or a point before decimals.
    let number = r"^\s*[-−+]?[0-9.,_ \u00a0\u202f]*[0-9][0-9.,_ \u00a0\u202f]*\s*$";
    object(match shape {
        Shape::Text => json!({ "type": ["string", "number", "boolean"], "pattern": r"\S" }),
        Shape::Id => json!({ "type": ["string", "number"], "pattern": r"^\s*[A-Za-z0-9-]+\s*$" }),
        Shape::Count => json!({ "type": ["integer", "string"], "minimum": 0, "pattern": number }),
        Shape::Number => json!({ "type": ["number", "string"], "pattern": number }),
        Shape::PerCent => {
            json!({ "type": ["number", "string"], "minimum": 0, "maximum": 100, "pattern": number })
        }
        Shape::Year => {
            json!({ "type": ["integer", "string"], "minimum": 1900, "maximum": 2100, "pattern": r"^\s*[0-9]{4}\s*$" })
        }
        Shape::Date => json!({ "type": "string", "pattern": r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$" }),
        Shape::Period => {
            json!({ "type": ["integer", "string"], "pattern": r"^\s*[0-9]{4}(-T0*[123])?\s*$" })
        }
        Shape::Words(words) => return words_of(words),
        Shape::List(item) => {
            let item = of(item, path);
            json!({ "anyOf": [item, { "type": "array", "items": item }] })
        }
        Shape::Either(forms) => {
            let forms: Vec<_> = forms.iter().map(|form| of(form, path)).collect();
            json!({ "anyOf": forms })
        }
        Shape::Mapping(mapping) => return mapping_of(mapping, path),
        Shape::Table { keys, values, beside } => return table_of(keys, values, beside, path),
    })
}

fn words_of(words: &[(String, Option<String>)]) -> Map<String, Value> {
    let mut allowed: Vec<Value> = words.iter().map(|(word, _)| json!(word)).collect();
    let mut meanings: Vec<&str> = words.iter().map(|(word, title)| title.as_deref().unwrap_or(word)).collect();
    // A word of digits is a number to the editor.
    for (word, title) in words {
        if let Ok(number) = word.parse::<i64>() {
            allowed.push(json!(number));
            meanings.push(title.as_deref().unwrap_or(word));
        }
    }
    let mut schema = object(json!({ "enum": allowed }));
    if words.iter().any(|(_, title)| title.is_some()) {
        schema.insert("enumDescriptions".to_owned(), json!(meanings));
    }
    schema
}

fn mapping_of(mapping: &Mapping, path: &str) -> Map<String, Value> {
    let mut properties = Map::new();
    for key in &mapping.keys {
        properties.insert(key.name.clone(), Value::Object(property(key, path)));
    }
    let required: Vec<_> = mapping.keys.iter().filter(|key| key.presence == Presence::Required).collect();
    let required: Vec<_> = required.into_iter().map(|key| key.name.as_str()).collect();
    // A mapping that needs nothing may be left empty.
    let kind =
        if required.is_empty() && mapping.pairs.is_empty() { json!(["object", "null"]) } else { json!("object") };
    let mut schema = object(json!({ "type": kind, "additionalProperties": false, "properties": properties }));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    if !mapping.pairs.is_empty() {
        let there = |key: &String| json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } });
        let pair = |(one, other): &(String, String)| json!({ "oneOf": [there(one), there(other)] });
        schema.insert("allOf".to_owned(), json!(mapping.pairs.iter().map(pair).collect::<Vec<_>>()));
    }
    schema
}

fn table_of(keys: &Shape, values: &Shape, beside: &[Key], path: &str) -> Map<String, Value> {
    let values = of(values, path);
    let mut properties = Map::new();
    for key in beside {
        properties.insert(key.name.clone(), Value::Object(property(key, path)));
    }
    let rest = match keys {
        Shape::Words(words) => {
            properties.extend(words.iter().map(|(word, _)| (word.clone(), json!(values))));
            json!(false)
        }
        _ => json!(values),
    };
    let mut schema = object(json!({ "type": "object", "additionalProperties": rest, "properties": properties }));
    if *keys == Shape::Year {
        schema.insert("propertyNames".to_owned(), json!({ "pattern": r"^\s*[0-9]{4}\s*$" }));
    }
    schema
}

fn property(key: &Key, path: &str) -> Map<String, Value> {
    let path = format!("{path}.{}", key.name);
    let mut schema = Map::new();
    match &key.meaning {
        Some(Meaning { title, text }) => {
            schema.insert("title".to_owned(), json!(title));
            schema.insert("description".to_owned(), json!(text));
        }
        None => explain(&mut schema, &explained::of_key(&path), Some(key.presence)),
    }
    schema.extend(of(&key.shape, &path));
    match key.presence {
        Presence::Optional => nullable(schema),
        Presence::Required | Presence::NotEmpty => schema,
    }
}

/// The same, or nothing.
fn nullable(mut schema: Map<String, Value>) -> Map<String, Value> {
    // Among the allowed words an editor would propose it.
    if schema.contains_key("enum") {
        let said = ["title", "description", "examples"];
        let (said, form): (Map<_, _>, Map<_, _>) =
            schema.into_iter().partition(|(name, _)| said.contains(&name.as_str()));
        schema = said;
        schema.insert("anyOf".to_owned(), json!([form]));
    }
    if let Some(Value::Array(forms)) = schema.get_mut("anyOf") {
        forms.push(json!({ "type": "null" }));
    }
    match schema.get_mut("type") {
        Some(Value::Array(types)) if types.contains(&json!("null")) => {}
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(one) => *one = json!([one.clone(), "null"]),
        None => {}
    }
    schema
}

fn explain(schema: &mut Map<String, Value>, explanation: &Explanation, presence: Option<Presence>) {
    let must = match presence {
        Some(Presence::Required) => " Måste finnas.",
        Some(Presence::Optional | Presence::NotEmpty) | None => "",
    };
    schema.insert("title".to_owned(), json!(explanation.title));
    schema.insert("description".to_owned(), json!(format!("{}{must}", explanation.text)));
    if let Some(example) = &explanation.example {
        schema.insert("examples".to_owned(), json!([example]));
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            unreachable!("every schema is written as an object")
        }
    }
}

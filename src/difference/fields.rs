//! What something says otherwise than before, field by field, texts word by word.

use super::flat::{flat, on_one_line};
use super::{FieldEntry, Run, RunKind, name, wording};
use crate::diagnostic::Words;
use crate::report::comparison::{FieldChange, Value};

/// The fields in words.
pub fn fields(changes: &[FieldChange<'_>]) -> Vec<FieldEntry> {
    changes.iter().map(one).collect()
}

/// Two texts that are not the same.
pub fn between(key: &str, name: Words, before: &str, after: &str) -> FieldEntry {
    let (before, after) = (Value::Text(before), Value::Text(after));
    FieldEntry {
        key: key.to_owned(),
        name,
        blocks: blocks(&before, &after),
        before: Some(wording::value(&before)),
        after: Some(wording::value(&after)),
    }
}

fn one(change: &FieldChange<'_>) -> FieldEntry {
    let values = &change.values;
    FieldEntry {
        key: name::field(change.field),
        name: wording::field(change.field),
        before: values.before().map(wording::value),
        after: values.after().map(wording::value),
        blocks: values.both().map(|(before, after)| blocks(before, after)).unwrap_or_default(),
    }
}

fn blocks(before: &Value<'_>, after: &Value<'_>) -> Vec<Vec<Run>> {
    let (Some(before), Some(after)) = (text(before), text(after)) else { return Vec::new() };
    let run = |kind, text| Run { kind, text };
    vec![vec![run(RunKind::Removed, before), run(RunKind::Added, after)]]
}

fn text(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(on_one_line(text)),
        Value::Written(text) => Some(on_one_line(text)),
        Value::Prose(prose) => Some(flat(prose)),
        Value::Day(_)
        | Value::Progress(_)
        | Value::Status(_)
        | Value::Level(_)
        | Value::Count(_)
        | Value::PartOf(..)
        | Value::Figure(_)
        | Value::Shares(_)
        | Value::Decision(_)
        | Value::Correction(_) => None,
    }
}

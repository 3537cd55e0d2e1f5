//! What something says otherwise than before, field by field, texts word by word.

use super::amount::quoted;
use super::{FieldEntry, name, wording};
use crate::diagnostic::{Words, brief};
use crate::prose::Prose;
use crate::report::comparison::{Basis, Field, FieldChange, Pair, Side, Sides, Value};
use crate::report::text_difference::{Run, RunKind, Written, of_prose, of_words};
use crate::source::{FileId, Origin};
use crate::words;

/// The fields in words.
pub fn fields(changes: &[FieldChange<'_>], sides: Sides<'_>) -> Vec<FieldEntry> {
    changes.iter().map(|change| one(change, sides)).collect()
}

/// Two texts that are not the same.
pub fn between(key: &str, name: Words, before: &str, after: &str) -> FieldEntry {
    let (was, is) = (quoted(before), quoted(after));
    FieldEntry {
        key: key.to_owned(),
        sentence: both(&name, &was, &is),
        name,
        blocks: vec![of_words(before, after)],
        before: Some(was),
        after: Some(is),
    }
}

fn one(change: &FieldChange<'_>, sides: Sides<'_>) -> FieldEntry {
    let values = &change.values;
    let name = called(change.field, sides);
    let blocks = values.both().map(|(before, after)| blocks((before, after), sides)).unwrap_or_default();
    let (from, to) = (sides.before.year, sides.after.year);
    let (before, after) = (values.before().map(wording::value), values.after().map(wording::value));
    let is_form_only = !blocks.is_empty() && blocks.iter().flatten().all(|run| run.kind == RunKind::Same);
    let sentence = match (Pair::of(before.as_ref(), after.as_ref()), sides.basis) {
        _ if is_form_only => words!("{name}: bara formen är ändrad", "{name}: only its form has changed", name),
        (Some(Pair::Both(was, is)), _) => both(&name, was, is),
        (Some(Pair::Gone(was)), Basis::Written) => {
            words!("{name}, borttaget: {was}", "{name}, removed: {was}", name, was)
        }
        (Some(Pair::New(is)), Basis::Written) => words!("{name}, nytt: {is}", "{name}, new: {is}", name, is),
        // What is written about one year only is neither removed nor added.
        (Some(Pair::Gone(was)), Basis::Counted) => {
            words!("{name}, bara {from}: {was}", "{name}, only in {from}: {was}", name, was)
        }
        (Some(Pair::New(is)), Basis::Counted) => {
            words!("{name}, bara {to}: {is}", "{name}, only in {to}: {is}", name, is)
        }
        (None, _) => name.clone(),
    };
    let blocks = if is_form_only { Vec::new() } else { blocks };
    FieldEntry { key: name::field(change.field), name, sentence, before, after, blocks }
}

/// What a field is called. A commitment is called by what is promised: its id is for the files alone.
fn called(field: Field<'_>, sides: Sides<'_>) -> Words {
    let Field::Keyed(key, id) = field else { return wording::field(field) };
    let promised = |side: Side<'_>| {
        let mut all = side.report.model.city_reports.values().flat_map(|report| &report.commitments);
        Some(brief(&all.find(|one| one.id.as_str() == id)?.text))
    };
    let promised = || promised(sides.after).or_else(|| promised(sides.before)).unwrap_or_else(|| id.to_owned());
    if key == "åtaganden" {
        return words!("åtagande", "commitment");
    }
    if let Some(part) = key.strip_prefix("åtaganden, ") {
        let text = promised();
        return words!("åtagandet ”{text}”, {part}", "the commitment “{text}”, “{part}”");
    }
    if let Some(part) = key.strip_prefix("uppföljda åtaganden, ") {
        let text = promised();
        return words!(
            "uppföljningen av åtagandet ”{text}”, {part}",
            "the follow-up of the commitment “{text}”, “{part}”"
        );
    }
    wording::field(field)
}

fn both(name: &Words, was: &Words, is: &Words) -> Words {
    words!("{name}: från {was} till {is}", "{name}: from {was} to {is}", name, was, is)
}

fn blocks(values: (&Value<'_>, &Value<'_>), sides: Sides<'_>) -> Vec<Vec<Run>> {
    match values {
        (Value::Text(before), Value::Text(after)) => vec![of_words(before, after)],
        (Value::Written(before), Value::Written(after)) => vec![of_words(before, after)],
        (Value::Prose(before), Value::Prose(after)) => {
            let path = |side: Side<'_>, file: FileId| side.report.model.path(Origin { file, line: 1 }).to_owned();
            let (old, new): (&Prose, &Prose) = (before, after);
            // A body whose folder has a new name is the same body.
            let before = Written { prose: old, path: &|file| sides.renamed_path(&path(sides.before, file)) };
            let difference = of_prose(before, Written { prose: new, path: &|file| path(sides.after, file) });
            difference.blocks.into_iter().map(|block| block.runs).collect()
        }
        _ => Vec::new(),
    }
}

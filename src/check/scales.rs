//! Reads `skalor.yaml`.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::place::Place;
use super::shape::Shape;
use super::{Placed, personal, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{Level, LevelId, Scale, ScaleId, Tone};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// Finds the file and reads every scale in it.
///
/// # Errors
/// When the file is missing or is no mapping; a scale with faults stands as an error of its own.
pub fn read(
    placed: &[Placed<'_>],
    context: &mut Context<'_>,
) -> Result<BTreeMap<ScaleId, Result<Scale, Reported>>, Reported> {
    let Some(one) = placed.iter().find(|one| one.place == Place::Scales) else {
        let (file, _) = context.sources.iter().next().expect("disk refuses an empty content folder");
        let message = words!(
            "filen skalor.yaml saknas i innehållsmappen",
            "the file skalor.yaml is missing in the content folder"
        );
        let hint = words!("Skapa skalor.yaml med minst en skala", "Create skalor.yaml with at least one scale");
        return Err(context.error(Code::MissingFile, Span { file, start: 0, end: 0 }, message, hint));
    };
    let Some(node) = one.yaml() else {
        return Err(context.diagnostics.reported().expect("a file that could not be parsed was told"));
    };
    read_node(node, context)
}

/// Reads every scale of the file.
///
/// # Errors
/// When the file is no mapping; a scale with faults stands as an error of its own.
pub fn read_node(
    node: &Node,
    context: &mut Context<'_>,
) -> Result<BTreeMap<ScaleId, Result<Scale, Reported>>, Reported> {
    if context.describes() {
        let values = context.shape_of(scale);
        context.note(|| Shape::Table { keys: Box::new(Shape::Text), values: Box::new(values), beside: Vec::new() });
    }
    let Value::Mapping(entries) = &node.value else {
        let message = words!(
            "skalor.yaml ska bestå av skalor med var sitt id",
            "skalor.yaml has to consist of scales, each with its id"
        );
        let hint = words!(
            "Skriv skalans id, kolon, och under det namn och nivåer",
            "Write the scale's id, a colon, and below it name and levels"
        );
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut scales = BTreeMap::new();
    for (key, value) in entries {
        let Ok(id) = values::text(key, context) else { continue };
        if id == personal::KEY {
            continue;
        }
        scales.insert(ScaleId(id), scale(value, context));
    }
    Ok(scales)
}

fn scale(node: &Node, context: &mut Context<'_>) -> Result<Scale, Reported> {
    let mut fields = Fields::of(node, &words!("skalan", "the scale"), context)?;
    let name = fields.required("namn", values::text, context);
    let ordered = fields.required("nivåer", |node, context| values::list(node, ordered_level, context), context);
    let outside = fields.optional("utanför", |node, context| values::list(node, outside_level, context), context);
    fields.finish(context)?;
    let (ordered, outside) = (ordered?, outside?.unwrap_or_default());
    if ordered.is_empty() {
        let message = words!("skalan har inga nivåer", "the scale has no levels");
        let hint = words!("Skriv minst en nivå, den bästa först", "Write at least one level, the best first");
        return Err(context.error(Code::EmptyValue, node.span, message, hint));
    }
    let mut seen = Vec::new();
    for level in ordered.iter().chain(&outside) {
        if seen.contains(&&level.id) {
            let id = brief(level.id.as_str());
            let message = words!("nivån ”{id}” står två gånger", "the level “{id}” stands twice");
            let hint = words!("Ge varje nivå ett eget id", "Give each level an id of its own");
            return Err(context.error(Code::RepeatedId, node.span, message, hint));
        }
        seen.push(&level.id);
    }
    Ok(Scale::new(name?, ordered, outside))
}

fn ordered_level(node: &Node, context: &mut Context<'_>) -> Result<Level, Reported> {
    let mut fields = Fields::of(node, &words!("nivån", "the level"), context)?;
    let tones =
        [("god", Tone::Good), ("förbättra", Tone::Improve), ("allvarlig", Tone::Serious), ("neutral", Tone::Neutral)];
    let tone = fields.required("ton", |node, context| values::choice(node, &tones, context), context);
    level(fields, tone, context)
}

fn outside_level(node: &Node, context: &mut Context<'_>) -> Result<Level, Reported> {
    let fields = Fields::of(node, &words!("nivån", "the level"), context)?;
    level(fields, Ok(Tone::Neutral), context)
}

fn level(mut fields: Fields<'_>, tone: Result<Tone, Reported>, context: &mut Context<'_>) -> Result<Level, Reported> {
    let id = fields.required("id", values::text, context);
    let name = fields.required("namn", values::text, context);
    let symbol = fields.required("symbol", values::text, context);
    let hyphenated = fields.optional(
        "avstavning",
        |node, context| hyphenated(node, name.as_ref().map_err(|reported| *reported)?, context),
        context,
    );
    fields.finish(context)?;
    let (name, hyphenated) = (name?, hyphenated?);
    Ok(Level {
        id: LevelId(id?),
        hyphenated: hyphenated.unwrap_or_else(|| name.clone()),
        name,
        tone: tone?,
        symbol: symbol?,
    })
}

/// A name with hyphens where it may be parted, as one with soft hyphens.
fn hyphenated(node: &Node, name: &str, context: &mut Context<'_>) -> Result<String, Reported> {
    let written = values::text(node, context)?;
    if written.replace('-', "") != name.replace('-', "") {
        let (written, name) = (brief(&written), brief(name));
        let message =
            words!("”{written}” är inte samma ord som ”{name}”", "“{written}” is not the same word as “{name}”");
        let hint = words!(
            "Skriv {name} med bindestreck där ordet får delas",
            "Write {name} with hyphens where the word may be parted"
        );
        return Err(context.error(Code::NotAllowed, node.span, message, hint));
    }
    Ok(written.replace('-', "\u{ad}"))
}

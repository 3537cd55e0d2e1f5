//! Reads `skalor.yaml`.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::place::Place;
use super::{Placed, personal, values};
use crate::diagnostic::{Code, Reported};
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
        let hint = words!("Skapa skalor.yaml med minst en skala", "Create skalor.yaml with at least one scale");
        return Err(context.error(
            Code::MissingFile,
            Span { file, start: 0, end: 0 },
            words!("filen skalor.yaml saknas i innehållsmappen", "the content folder lacks the file skalor.yaml"),
            hint,
        ));
    };
    let Some(node) = one.yaml() else {
        return Err(context.diagnostics.reported().expect("a file that could not be parsed was told"));
    };
    let Value::Mapping(entries) = &node.value else {
        let hint = "Skriv skalans id, kolon, och under det namn och nivåer";
        return Err(context.error(Code::WrongKind, node.span, "skalor.yaml ska bestå av skalor med var sitt id", hint));
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
    let mut fields = Fields::of(node, "skalan", context)?;
    let name = fields.required("namn", values::text, context);
    let ordered = fields.required("nivåer", |node, context| values::list(node, ordered_level, context), context);
    let outside = fields.optional("utanför", |node, context| values::list(node, outside_level, context), context);
    fields.finish(context)?;
    let (ordered, outside) = (ordered?, outside?.unwrap_or_default());
    if ordered.is_empty() {
        return Err(context.error(
            Code::MissingKey,
            node.span,
            "skalan har inga nivåer",
            "Skriv minst en nivå, den bästa först",
        ));
    }
    let mut seen = Vec::new();
    for level in ordered.iter().chain(&outside) {
        if seen.contains(&&level.id) {
            return Err(context.error(
                Code::RepeatedId,
                node.span,
                format!("nivån ”{}” står två gånger", level.id),
                "Ge varje nivå ett eget id",
            ));
        }
        seen.push(&level.id);
    }
    Ok(Scale::new(name?, ordered, outside))
}

fn ordered_level(node: &Node, context: &mut Context<'_>) -> Result<Level, Reported> {
    let mut fields = Fields::of(node, "nivån", context)?;
    let tones =
        [("god", Tone::Good), ("förbättra", Tone::Improve), ("allvarlig", Tone::Serious), ("neutral", Tone::Neutral)];
    let tone = fields.required("ton", |node, context| values::choice(node, &tones, context), context);
    level(fields, tone, context)
}

fn outside_level(node: &Node, context: &mut Context<'_>) -> Result<Level, Reported> {
    let fields = Fields::of(node, "nivån", context)?;
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
        let hint = format!("Skriv {name} med bindestreck där ordet får delas");
        return Err(context.error(
            Code::NotAllowed,
            node.span,
            format!("”{written}” är inte samma ord som ”{name}”"),
            hint,
        ));
    }
    Ok(written.replace('-', "\u{ad}"))
}

//! Reads `skalor.yaml`.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::place::Place;
use super::shape::Shape;
use super::{Placed, once, personal, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{Level, LevelId, Missing, Scale, ScaleId, ScaleKind, Tone};
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
        return Err(context.told());
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
    if let Some((key, _)) = entries.iter().find(|(key, _)| key.text() == Some("nivåer")) {
        let message = words!("nivåerna hör inte till någon skala", "the levels belong to no scale");
        let hint = words!(
            "Skriv skalans id och ett kolon på en egen rad före ”namn”, och sätt två mellanslag före allt under den",
            "Write the scale's id and a colon on a line of its own before “namn”, and two spaces before all below it"
        );
        return Err(context.error(Code::MissingKey, key.span, message, hint));
    }
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

/// How a level begins.
const LEVEL: (&str, &str) = ("id", "tillfredsställande");

fn scale(node: &Node, context: &mut Context<'_>) -> Result<Scale, Reported> {
    let mut fields = Fields::of(node, &words!("skalan", "the scale"), context)?;
    let name = fields.required("namn", values::text, context);
    let ordered =
        fields.required("nivåer", |node, context| values::items(node, LEVEL, ordered_level, context), context);
    let outside =
        fields.optional("utanför", |node, context| values::items(node, LEVEL, outside_level, context), context);
    let ladder = fields.optional("trappa", values::yes_or_no, context);
    let place = fields.value_place("nivåer");
    fields.finish(context)?;
    let (ordered, outside) = (ordered?, outside?.unwrap_or_default());
    if ordered.is_empty() {
        let message = words!("skalan har inga nivåer", "the scale has no levels");
        let hint = words!("Skriv minst en nivå, den bästa först", "Write at least one level, the best first");
        return Err(context.error(Code::EmptyValue, place, message, hint));
    }
    let written = ["nivåer", "utanför"].into_iter().filter_map(|key| node.at(key)).flat_map(Node::items);
    once::ids(written.filter_map(|level| level.at("id")), &words!("nivån", "the level"), context)?;
    let kind = if ladder? == Some(true) { ScaleKind::Ladder } else { ScaleKind::Levels };
    Ok(Scale::new(name?, kind, ordered, outside))
}

fn ordered_level(node: &Node, context: &mut Context<'_>) -> Result<Level, Reported> {
    let example = "{ id: tillfredsställande, namn: Tillfredsställande, ton: god, symbol: \"●\" }";
    let mut fields = Fields::like(node, &words!("nivån", "the level"), example, context)?;
    let tone = fields.required("ton", tone, context);
    level(fields, tone, context)
}

/// How good a level is.
///
/// # Errors
/// When the text is none of the words for it.
pub fn tone(node: &Node, context: &mut Context<'_>) -> Result<Tone, Reported> {
    let tones =
        [("god", Tone::Good), ("förbättra", Tone::Improve), ("allvarlig", Tone::Serious), ("neutral", Tone::Neutral)];
    values::choice(node, &tones, context)
}

fn outside_level(node: &Node, context: &mut Context<'_>) -> Result<Level, Reported> {
    let example = "{ id: ej tillämpligt, namn: Ej tillämpligt, symbol: \"–\" }";
    let fields = Fields::like(node, &words!("nivån", "the level"), example, context)?;
    level(fields, Ok(Tone::Neutral), context)
}

fn level(mut fields: Fields<'_>, tone: Result<Tone, Reported>, context: &mut Context<'_>) -> Result<Level, Reported> {
    let id = fields.required("id", values::text, context);
    let (name, unnamed) = named(&mut fields, context);
    let symbol = fields.required("symbol", values::text, context);
    let hyphenated = fields.optional(
        "avstavning",
        |node, context| hyphenated(node, name.as_ref().map_err(|told| *told)?.as_deref().unwrap_or_default(), context),
        context,
    );
    let place = fields.place("saknas");
    fields.finish(context)?;
    let (id, unnamed, hyphenated) = (id?, unnamed?, hyphenated?);
    let name = match (name?, unnamed) {
        (Some(_), Some(_)) => {
            let message = words!("nivån har både ”namn” och ”saknas”", "the level has both “namn” and “saknas”");
            let hint = words!("Ta bort det ena", "Remove one of them");
            return Err(context.error(Code::EitherOr, place, message, hint));
        }
        (Some(name), None) => name,
        (None, _) => capitalized(&id),
    };
    Ok(Level {
        id: LevelId(id),
        hyphenated: hyphenated.unwrap_or_else(|| name.clone()),
        name,
        unnamed,
        tone: tone?,
        symbol: symbol?,
    })
}

/// The name, or why it is not known: a ladder may be known step by step without what each step is called.
fn named(
    fields: &mut Fields<'_>,
    context: &mut Context<'_>,
) -> (Result<Option<String>, Reported>, Result<Option<Missing>, Reported>) {
    if context.describes() {
        let what = words!("nivån", "the level");
        let either = fields.either(&what, ("namn", values::text), ("saknas", values::missing), context);
        return (either.map(|_| None), Ok(None));
    }
    let unnamed = fields.optional("saknas", values::missing, context);
    let name = match unnamed {
        Ok(Some(_)) => fields.optional("namn", values::text, context),
        Ok(None) | Err(_) => fields.required("namn", values::text, context).map(Some),
    };
    (name, unnamed)
}

fn capitalized(id: &str) -> String {
    let mut letters = id.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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

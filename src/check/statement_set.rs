//! Reads `pastaenden/<set>.yaml`.

use rust_decimal::Decimal;

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::municipality::year_span;
use super::shape::Shape;
use super::statement::category;
use super::{colophon, nearest, once, values};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{
    Level, LevelNumber, Missing, PublishedOutcome, PublishedTotal, Scale, SetId, ShareBase, StatementSet, Year,
    YearSpan,
};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// Reads the set; `years` are those that are followed up, for statements that do not say theirs.
///
/// # Errors
/// When it has faults.
pub fn read(
    node: &Node,
    id: &SetId,
    known: &Known,
    years: Option<YearSpan>,
    context: &mut Context<'_>,
) -> Result<StatementSet, Reported> {
    let mut fields = Fields::of(node, &words!("påståendeuppsättningen", "the statement set"), context)?;
    let name = fields.required("namn", values::text, context);
    let scale = fields.required("skala", |node, context| known.named_scale(node, context), context);
    let bases = [("alla", ShareBase::All), ("bedömda", ShareBase::Rated)];
    let share_base = fields.required("andel av", |node, context| values::choice(node, &bases, context), context);
    let description = fields.optional("beskrivning", values::text, context);
    let announced_count = fields.optional("antal påståenden", values::count, context);
    let categories = fields.required(
        "kategorier",
        |node, context| {
            let category = |node: &Node, context: &mut Context<'_>| category(node, years, context);
            values::items(node, ("id", "KM"), category, context)
        },
        context,
    );
    let published = fields.optional(
        "sammanställningar",
        |node, context| {
            if context.describes() {
                let total = context.shape_of(|nothing, context| published_total(nothing, known, None, context));
                context.note(|| Shape::List(Box::new(total)));
            }
            let scale = scale.as_ref().map_err(|reported| *reported)?.1;
            values::list(node, |node, context| published_total(node, known, Some(scale), context), context)
        },
        context,
    );
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("namn", context);
    fields.finish(context)?;
    let published = published?.unwrap_or_default();
    let years = published.iter().flat_map(|(total, place)| total.years.years().map(move |year| (year, *place)));
    once::years(years, context)?;
    let categories = categories?;
    ids_once(node, context)?;
    Ok(StatementSet {
        id: id.clone(),
        name: name?,
        scale: scale?.0,
        share_base: share_base?,
        description: description?,
        announced_count: announced_count?,
        categories,
        published: published.into_iter().map(|(total, _)| total).collect(),
        remarks: remarks?,
        origin,
    })
}

/// Tells the ids of categories and of statements that stand twice.
fn ids_once(set: &Node, context: &mut Context<'_>) -> Result<(), Reported> {
    let categories = || set.at("kategorier").into_iter().flat_map(Node::items);
    let statements = categories().filter_map(|category| category.at("påståenden")).flat_map(Node::items);
    let of_categories =
        once::ids(categories().filter_map(|one| one.at("id")), &words!("kategorin", "the category"), context);
    let what = words!("påståendet", "the statement");
    of_categories.and(once::ids(statements.filter_map(|one| one.at("id")), &what, context))
}

/// Reads a total, and the place of its year; without a scale its levels cannot be read, only described.
fn published_total(
    node: &Node,
    known: &Known,
    scale: Option<&Scale>,
    context: &mut Context<'_>,
) -> Result<(PublishedTotal, Span), Reported> {
    let what = words!("sammanställningen", "the published total");
    let mut fields = Fields::of(node, &what, context)?;
    let years = fields.required("år", one_or_more_years, context);
    let outcome = fields.either(
        &what,
        ("andelar", |node: &Node, context: &mut Context<'_>| {
            context.note(|| Shape::Table {
                keys: Box::new(known.any_level()),
                values: Box::new(Shape::PerCent),
                beside: Vec::new(),
            });
            match scale {
                Some(scale) => published_shares(node, scale, context),
                None => Ok(Vec::new()),
            }
        }),
        ("saknas", values::missing),
        context,
    );
    let remainder = fields.optional("resten", values::text, context);
    let bodies = fields.optional(
        "svar per organ",
        |node, context| values::choice(node, &[("ej publicerat", ())], context),
        context,
    );
    let remarks = colophon::remarks_with_source(&mut fields, &what, context);
    let origin = fields.origin("år", context);
    let place = fields.value_place("år");
    fields.finish(context)?;
    let years = years?;
    let outcome = match outcome? {
        Either::One(shares) if years.first == years.last => PublishedOutcome::Shares(shares),
        Either::One(_) => {
            let message =
                words!("andelar kan bara anges för ett år i taget", "shares can only be given for one year at a time");
            let hint = words!("Skriv ett enda år under ”år”", "Write a single year under “år”");
            return Err(context.error(Code::WrongKind, place, message, hint));
        }
        Either::Other(missing) => PublishedOutcome::Missing(missing),
    };
    let (remainder, bodies_unpublished, remarks) = (remainder?, bodies?.is_some(), remarks?);
    Ok((PublishedTotal { years, outcome, remainder, bodies_unpublished, remarks, origin }, place))
}

fn one_or_more_years(node: &Node, context: &mut Context<'_>) -> Result<YearSpan, Reported> {
    if context.describes() {
        let span = context.shape_of(year_span);
        context.note(|| Shape::Either(vec![Shape::Year, span]));
    }
    if let Value::Mapping(_) = node.value {
        return year_span(node, context);
    }
    if let Some((first, last)) = node.text().and_then(several_years) {
        let message = words!("”{first}–{last}” är inget år", "“{first}–{last}” is no year");
        let hint = words!("Skriv {{ från: {first}, till: {last} }}", "Write {{ från: {first}, till: {last} }}");
        return Err(context.error(Code::InvalidYear, node.span, message, hint));
    }
    let year = values::year(node, context)?;
    Ok(YearSpan { first: year, last: year })
}

/// The years of a text such as `2016–2020`.
fn several_years(text: &str) -> Option<(Year, Year)> {
    let (first, last) = text.split_once(['-', '–'])?;
    values::parse_year(first.trim()).zip(values::parse_year(last.trim()))
}

/// Reads shares level by level; `None` for a level that is not mentioned.
///
/// # Errors
/// When one cannot be read, or they add up to too much.
pub fn published_shares(
    node: &Node,
    scale: &Scale,
    context: &mut Context<'_>,
) -> Result<Vec<Option<Decimal>>, Reported> {
    let Value::Mapping(entries) = &node.value else {
        let message = words!("andelarna ska stå nivå för nivå", "the shares go level by level");
        let best = scale.levels().first().map_or("", |level| level.id.as_str());
        let hint = words!("Skriv {{ {best}: 89, … }}", "Write {{ {best}: 89, … }}");
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut shares = vec![None; scale.levels().len()];
    for (key, value) in entries {
        let number = level(key, scale, context)?;
        shares[number.0] = Some(values::per_cent(value, context)?);
    }
    let sum: Decimal = shares.iter().flatten().sum();
    // Shares that were rounded one by one may add up to a little more than the whole.
    if sum > Decimal::ONE_HUNDRED + Decimal::from(shares.len()) {
        let message = words!("andelarna är tillsammans {sum} procent", "the shares add up to {sum} per cent");
        let hint = words!("Kontrollera siffrorna mot källan", "Check the figures against the source");
        return Err(context.error(Code::ShareTooLarge, node.span, message, hint));
    }
    Ok(shares)
}

/// The number of the level that a scalar names.
///
/// # Errors
/// When the scale has no such level.
pub fn level(node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<LevelNumber, Reported> {
    context.note(|| {
        let level = |level: &Level| (level.id.to_string(), Some(level.name.clone()));
        Shape::Words(scale.levels().iter().map(level).collect())
    });
    let words = values::scalar(node, &words!("en nivå på skalan", "a level of the scale"), context)?;
    scale.find(words).ok_or_else(|| {
        let hint = level_hint(words, scale);
        let (words, name) = (brief(words), &scale.name);
        let message = words!("”{words}” är ingen nivå på skalan {name}", "“{words}” is no level of the scale {name}");
        context.error(Code::UnknownLevel, node.span, message, hint)
    })
}

/// What people write when they have no answer.
const NOTHING: [&str; 11] = ["-", "–", "—", "?", "0", "saknas", "tomt", "vet ej", "vet inte", "inget svar", "n/a"];

fn level_hint(words: &str, scale: &Scale) -> Words {
    let ids = scale.levels().iter().map(|level| level.id.as_str());
    let lower = words.to_lowercase();
    if let Some(hint) = nearest::meant(words, ids.clone()) {
        return hint;
    }
    if let Some(missing) = Missing::WRITTEN.iter().find(|missing| missing.words() == lower) {
        let reason = missing.words();
        return words!(
            "Det är ett skäl. Skriv {{ saknas: {reason} }}",
            "That is a reason. Write {{ saknas: {reason} }}"
        );
    }
    if lower.starts_with("saknas:") || lower.starts_with("bedömning:") {
        let words = brief(words);
        return words!("Skriv {{ {words} }}, utan citattecken", "Write {{ {words} }}, without quotation marks");
    }
    if NOTHING.contains(&lower.as_str()) {
        return words!("Skriv en nivå, eller {{ saknas: ej besvarat }}", "Write a level, or {{ saknas: ej besvarat }}");
    }
    let begins = |id: &&str| lower.strip_prefix(id).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if let Some(id) = ids.clone().find(begins) {
        return words!(
            "Skriv ”bedömning: {id}” på en egen rad, och resten på nästa rad efter ”motivering:”",
            "Write “bedömning: {id}” on a line of its own, and the rest on the next line after “motivering:”"
        );
    }
    nearest::choose(ids)
}

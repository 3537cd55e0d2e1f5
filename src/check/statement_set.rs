//! Reads `pastaenden/<set>.yaml`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::municipality::year_span;
use super::shape::Shape;
use super::statement::category;
use super::{colophon, nearest, values};
use crate::diagnostic::{Code, Diagnostic, Reported, brief};
use crate::model::{
    Level, LevelNumber, Missing, PublishedOutcome, PublishedTotal, Scale, SetId, ShareBase, StatementSet, YearSpan,
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
        |node, context| values::list(node, |node, context| category(node, years, context), context),
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
    let span = fields.span;
    fields.finish(context)?;
    let published = published?.unwrap_or_default();
    let years = published.iter().flat_map(|total| {
        let place = context.sources.line(total.origin);
        total.years.years().map(move |year| (year, place))
    });
    values::each_once(years.collect::<Vec<_>>().into_iter(), context)?;
    let set = StatementSet {
        id: id.clone(),
        name: name?,
        scale: scale?.0,
        share_base: share_base?,
        description: description?,
        announced_count: announced_count?,
        categories: categories?,
        published,
        remarks: remarks?,
        origin,
    };
    ids_once(&set, span, context)?;
    Ok(set)
}

/// Tells an id that stands twice. Addresses are in lower case, so ids that differ in nothing else are the same.
fn ids_once(set: &StatementSet, span: Span, context: &mut Context<'_>) -> Result<(), Reported> {
    let hint = words!(
        "Ge varje kategori och varje påstående ett eget id",
        "Give each category and each statement an id of its own"
    );
    let mut seen = BTreeMap::new();
    for category in &set.categories {
        if seen.insert(category.id.as_str().to_ascii_lowercase(), ()).is_some() {
            let id = brief(category.id.as_str());
            let message = words!("kategorin ”{id}” står två gånger", "the category “{id}” stands twice");
            return Err(context.error(Code::RepeatedId, span, message, hint));
        }
    }
    let mut seen = BTreeMap::new();
    for (_, statement) in set.statements() {
        let place = context.sources.line(statement.origin);
        if let Some(first) = seen.insert(statement.id.as_str().to_ascii_lowercase(), place) {
            let id = brief(statement.id.as_str());
            let message = words!("påståendet ”{id}” står två gånger", "the statement “{id}” stands twice");
            let fault = Diagnostic::new(Code::RepeatedId, place, message).hint(hint);
            return Err(context.diagnostics.error(fault.related(first, words!("det står först här", "first here"))));
        }
    }
    Ok(())
}

/// Reads a total; without a scale its levels cannot be read, only described.
fn published_total(
    node: &Node,
    known: &Known,
    scale: Option<&Scale>,
    context: &mut Context<'_>,
) -> Result<PublishedTotal, Reported> {
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
    let place = fields.place("år");
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
    Ok(PublishedTotal {
        years,
        outcome,
        remainder: remainder?,
        bodies_unpublished: bodies?.is_some(),
        remarks: remarks?,
        origin,
    })
}

fn one_or_more_years(node: &Node, context: &mut Context<'_>) -> Result<YearSpan, Reported> {
    if context.describes() {
        let span = context.shape_of(year_span);
        context.note(|| Shape::Either(vec![Shape::Year, span]));
    }
    if let Value::Mapping(_) = node.value {
        return year_span(node, context);
    }
    let year = values::year(node, context)?;
    Ok(YearSpan { first: year, last: year })
}

fn published_shares(node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<Vec<Option<Decimal>>, Reported> {
    let Value::Mapping(entries) = &node.value else {
        let message = words!("andelarna ska stå nivå för nivå", "the shares go level by level");
        let hint = words!("Skriv {{ tillfredsställande: 89, … }}", "Write {{ tillfredsställande: 89, … }}");
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
        let is_reason = Missing::WRITTEN.iter().any(|missing| missing.words() == words);
        let hint = if is_reason {
            words!("Det är ett skäl. Skriv {{ saknas: {words} }}", "That is a reason. Write {{ saknas: {words} }}")
        } else {
            nearest::hint(words, scale.levels().iter().map(|level| level.id.as_str()))
        };
        let (words, name) = (brief(words), &scale.name);
        let message = words!("”{words}” är ingen nivå på skalan {name}", "“{words}” is no level of the scale {name}");
        context.error(Code::UnknownLevel, node.span, message, hint)
    })
}

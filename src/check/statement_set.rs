//! Reads `pastaenden/<set>.yaml`.

use rust_decimal::Decimal;

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::municipality::year_span;
use super::statement::category;
use super::{colophon, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Missing, PublishedOutcome, PublishedTotal, Scale, SetId, ShareBase, StatementSet, YearSpan};
use crate::syntax::{Node, Value};

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
    let mut fields = Fields::of(node, "påståendeuppsättningen", context)?;
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
            let scale = scale.as_ref().map_err(|reported| *reported)?.1;
            values::list(node, |node, context| published_total(node, scale, context), context)
        },
        context,
    );
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("namn", context);
    let span = fields.span;
    fields.finish(context)?;
    let published = published?.unwrap_or_default();
    values::each_once(published.iter().flat_map(|total| total.years.years()), span, context)?;
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
    let ids = set.categories.iter().map(|category| ("kategorin", category.id.as_str()));
    let ids = ids.chain(set.statements().map(|(_, statement)| ("påståendet", statement.id.as_str())));
    let mut seen = Vec::new();
    for (what, id) in ids {
        // Addresses are in lower case, so ids that differ in nothing else are the same.
        let address = (what, id.to_ascii_lowercase());
        if seen.contains(&address) {
            let hint = "Ge varje kategori och varje påstående ett eget id";
            return Err(context.error(Code::RepeatedId, span, format!("{what} ”{id}” står två gånger"), hint));
        }
        seen.push(address);
    }
    Ok(set)
}

fn published_total(node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<PublishedTotal, Reported> {
    let mut fields = Fields::of(node, "sammanställningen", context)?;
    let years = fields.required("år", one_or_more_years, context);
    let shares = fields.optional("andelar", |node, context| published_shares(node, scale, context), context);
    let missing = fields.optional("saknas", values::missing, context);
    let remainder = fields.optional("resten", values::text, context);
    let bodies = fields.optional(
        "svar per organ",
        |node, context| values::choice(node, &[("ej publicerat", ())], context),
        context,
    );
    let remarks = colophon::remarks_with_source(&mut fields, "sammanställningen", context);
    let origin = fields.origin("år", context);
    let span = fields.span;
    fields.finish(context)?;
    let years = years?;
    let outcome = match (shares?, missing?) {
        (Some(shares), None) if years.first == years.last => PublishedOutcome::Shares(shares),
        (Some(_), None) => {
            return Err(context.error(
                Code::WrongOrder,
                span,
                "andelar kan bara anges för ett år i taget",
                "Skriv ett enda år under ”år”",
            ));
        }
        (None, Some(missing)) => PublishedOutcome::Missing(missing),
        (None, None) | (Some(_), Some(_)) => {
            let hint = "Skriv ”andelar: { … }” om de är publicerade, annars ”saknas: ej publicerat”";
            return Err(context.error(
                Code::MissingKey,
                span,
                "sammanställningen ska ha antingen andelar eller ett skäl till att de saknas",
                hint,
            ));
        }
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
    if let Value::Mapping(_) = node.value {
        return year_span(node, context);
    }
    let year = values::year(node, context)?;
    Ok(YearSpan { first: year, last: year })
}

fn published_shares(node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<Vec<Option<Decimal>>, Reported> {
    let Value::Mapping(entries) = &node.value else {
        return Err(context.error(
            Code::WrongKind,
            node.span,
            "andelarna ska stå nivå för nivå",
            "Skriv { tillfredsställande: 89, … }",
        ));
    };
    let mut shares = vec![None; scale.levels().len()];
    for (key, value) in entries {
        let number = level(key, scale, context)?;
        shares[number.0] = Some(values::per_cent(value, context)?);
    }
    let sum: Decimal = shares.iter().flatten().sum();
    // Shares that were rounded one by one may add up to a little more than the whole.
    if sum > Decimal::ONE_HUNDRED + Decimal::from(shares.len()) {
        let message = format!("andelarna är tillsammans {sum} procent");
        return Err(context.error(Code::TooLarge, node.span, message, "Kontrollera siffrorna mot källan"));
    }
    Ok(shares)
}

/// The number of the level that a scalar names.
///
/// # Errors
/// When the scale has no such level.
pub fn level(node: &Node, scale: &Scale, context: &mut Context<'_>) -> Result<crate::model::LevelNumber, Reported> {
    let words = values::scalar(node, "en nivå på skalan", context)?;
    scale.find(words).ok_or_else(|| {
        let is_reason = Missing::WRITTEN.iter().any(|missing| missing.words() == words);
        let hint = if is_reason {
            format!("Det är ett skäl. Skriv {{ saknas: {words} }}")
        } else {
            super::nearest::hint(words, scale.levels().iter().map(|level| level.id.as_str()))
        };
        context.error(Code::NotAllowed, node.span, format!("”{words}” är ingen nivå på skalan {}", scale.name), hint)
    })
}

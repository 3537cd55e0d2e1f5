//! Reads `organ/<body>/<year>/granskningar/<review>.md`.

use super::context::Context;
use super::fields::Fields;
use super::known::{Known, KnownMeasure};
use super::statement_set::level;
use super::{colophon, measure, nearest, plan, review_result, survey, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{BodyId, MeasureId, Period, PreviousRound, Progress, Review, ReviewId, Verdict, Year};
use crate::syntax::{Markdown, Node};
use crate::words;

/// The sections of the template, in order.
const SECTIONS: [&str; 3] = ["Resultat", "Bedömning", "Fortsatt arbete"];

/// Reads a review, found at a body, year and id.
///
/// # Errors
/// When it has faults.
pub fn read(
    markdown: &Markdown,
    (body, year, id): (&BodyId, Year, &ReviewId),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Review, Reported> {
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.required("titel", values::text, context);
    let named = |node: &Node, context: &mut Context<'_>| {
        plan::named(node, measure::risk, ((body, year), &known.plans), context)
    };
    let named = fields.optional("risk", named, context);
    let period = fields.optional("period", |node, context| measure::period(node, year, context), context);
    let progress = fields.required("läge", measure::progress, context);
    let progress_note = fields.optional("om läget", values::text, context);
    let due = fields.optional("klar senast", values::date, context);
    let purpose = fields.optional("syfte", values::text, context);
    let areas = fields.optional("områden och rutiner", values::text, context);
    let scope = fields.optional("omfattning", values::text, context);
    let method = fields.optional("metod", values::text, context);
    let verdict = fields.optional("omdöme", |node, context| verdict(node, known, context), context);
    let previous = fields.optional("föregående", |node, context| previous(node, year, context), context);
    let led_to = fields.optional(
        "ledde till",
        |node, context| values::list(node, |node, context| led_to(node, body, year, known, context), context),
        context,
    );
    let surveys = survey::surveys(&mut fields, context);
    let samples = survey::samples(&mut fields, context);
    let colophon = colophon::read(&mut fields, context);
    let origin = fields.origin("titel", context);
    fields.finish(context)?;
    let (progress, verdict, surveys, samples) = (progress?, verdict?, surveys?, samples?);
    let (risk, planned_risk) = named?.unwrap_or_default();
    let has_figures = verdict.is_some() || !surveys.is_empty() || !samples.is_empty();
    let is_settled = progress != Progress::Done || has_figures;
    Ok(Review {
        id: id.clone(),
        title: title?,
        risk,
        planned_risk,
        period: period?.unwrap_or(Period { year, tertial: None }),
        progress,
        progress_note: progress_note?,
        due: due?,
        purpose: purpose?,
        areas: areas?,
        scope: scope?,
        method: method?,
        verdict,
        previous: previous?,
        led_to: led_to?.unwrap_or_default(),
        surveys,
        samples,
        text: review_result::sections(markdown, &SECTIONS, (is_settled, origin), context),
        colophon: colophon?,
        origin,
    })
}

fn verdict(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<Verdict, Reported> {
    let mut fields = Fields::like(node, &words!("omdömet", "the verdict"), "{ skala: …, nivå: … }", context)?;
    let scale = fields.required("skala", |node, context| known.named_scale(node, context), context);
    let level = fields.required(
        "nivå",
        |node, context| {
            context.note(|| known.any_level());
            level(node, scale.as_ref().map_err(|reported| *reported)?.1, context)
        },
        context,
    );
    fields.finish(context)?;
    Ok(Verdict { scale: scale?.0, level: level? })
}

fn previous(node: &Node, year: Year, context: &mut Context<'_>) -> Result<PreviousRound, Reported> {
    let example = "{ år: 2022, jämförbar: ja }";
    let mut fields = Fields::like(node, &words!("föregående omgång", "the previous round"), example, context)?;
    let before = fields.required("år", |node, context| earlier(node, year, context), context);
    let comparable = fields.optional("jämförbar", values::yes_or_no, context);
    let note = fields.optional("not", values::text, context);
    fields.finish(context)?;
    Ok(PreviousRound { year: before?, comparable: comparable?, note: note? })
}

fn earlier(node: &Node, year: Year, context: &mut Context<'_>) -> Result<Year, Reported> {
    let before = values::year(node, context)?;
    if before < year {
        return Ok(before);
    }
    let message = words!(
        "den föregående omgången, {before}, kommer inte före granskningens år, {year}",
        "the previous round, {before}, does not come before the year of the review, {year}"
    );
    let hint = words!("Skriv ett år före {year}", "Write a year before {year}");
    Err(context.error(Code::WrongOrder, node.span, message, hint))
}

/// A measure that the body has in the year or later.
///
/// # Errors
/// When there is no such measure.
pub fn led_to(
    node: &Node,
    body: &BodyId,
    year: Year,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<MeasureId, Reported> {
    let (id, measure) = own_measure(node, body, known, context)?;
    if measure.years.iter().any(|other| *other >= year) {
        return Ok(id);
    }
    let message = words!("åtgärden ”{id}” finns bara före {year}", "the measure “{id}” exists only before {year}");
    let hint = words!(
        "En granskning leder till åtgärder samma år eller senare. Skriv en sådan, eller ta bort raden",
        "A review leads to measures of the same year or later. Write such a one, or remove the line"
    );
    Err(context.error(Code::WrongOrder, node.span, message, hint))
}

/// A measure of the body, whatever its year, as a node names it.
///
/// # Errors
/// When the body has none of that name.
pub fn own_measure<'k>(
    node: &Node,
    body: &BodyId,
    known: &'k Known,
    context: &mut Context<'_>,
) -> Result<(MeasureId, &'k KnownMeasure), Reported> {
    let id = MeasureId(values::reference(node, context)?);
    let measures = known.measures.get(body);
    match measures.and_then(|measures| measures.get(&id)) {
        Some(measure) => Ok((id, measure)),
        None => {
            let hint = match measures {
                _ if id.as_str().contains(',') => words!(
                    "Flera åtgärder skrivs som en lista: [ {id} ]",
                    "Several measures are written as a list: [ {id} ]"
                ),
                Some(measures) => nearest::hint_of_named(
                    id.as_str(),
                    measures.iter().map(|(id, measure)| (id.as_str(), measure.title.as_deref())),
                ),
                None => words!(
                    "Organet har ingen åtgärd. Skapa dess fil i mappen atgarder, eller ta bort raden",
                    "The body has no measure. Create its file in the folder atgarder, or remove the line"
                ),
            };
            let id = brief(id.as_str());
            let message =
                words!("åtgärden ”{id}” finns inte i organets mapp", "the body's folder has no measure “{id}”");
            Err(context.error(Code::UnknownMeasure, node.span, message, hint))
        }
    }
}

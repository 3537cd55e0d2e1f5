//! Reads `enkät` and `stickprov`, whose counts must agree with their whole.

use super::context::Context;
use super::fields::{Either, Fields};
use super::{colophon, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Replies, Sample, SamplePart, Survey};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// Reads `enkät`: one survey, or a list.
///
/// # Errors
/// When one has faults.
pub fn surveys(fields: &mut Fields<'_>, context: &mut Context<'_>) -> Result<Vec<Survey>, Reported> {
    let surveys = fields.optional("enkät", |node, context| values::list(node, survey, context), context);
    surveys.map(Option::unwrap_or_default)
}

/// Reads `stickprov`: one sample, or a list.
///
/// # Errors
/// When one has faults.
pub fn samples(fields: &mut Fields<'_>, context: &mut Context<'_>) -> Result<Vec<Sample>, Reported> {
    let samples = fields.optional("stickprov", |node, context| values::list(node, sample, context), context);
    samples.map(Option::unwrap_or_default)
}

fn survey(node: &Node, context: &mut Context<'_>) -> Result<Survey, Reported> {
    let example = "{ till: chefer, utskickad: 10, svar: 8 }";
    let mut fields = Fields::like(node, &words!("enkäten", "the survey"), example, context)?;
    let to = fields.required("till", values::text, context);
    let what = words!("enkäten", "the survey");
    let replies = fields.either(&what, ("utskickad", values::count), ("svarsfrekvens", values::per_cent), context);
    let answered = match replies {
        Ok(Either::One(_)) => fields.required("svar", values::count, context).map(Some),
        Ok(Either::Other(_)) | Err(_) => fields.optional("svar", values::count, context),
    };
    let remarks = colophon::remarks(&mut fields, context);
    let origin = if node.at("svarsfrekvens").is_some() { "svarsfrekvens" } else { "utskickad" };
    let (origin, place, name) = (fields.origin(origin, context), fields.value_place("svar"), fields.place("svar"));
    fields.finish(context)?;
    let to = to?;
    let (sent, answered) = match (replies?, answered?) {
        (Either::One(sent), answered) => (sent, answered.unwrap_or_default()),
        (Either::Other(rate), None) => {
            return Ok(Survey { to, replies: Replies::Rate(rate), remarks: remarks?, origin });
        }
        (Either::Other(_), Some(_)) => {
            let message =
                words!("enkäten har både ”svar” och ”svarsfrekvens”", "the survey has both “svar” and “svarsfrekvens”");
            let hint = words!(
                "Skriv ”utskickad” och ”svar” när antalen är kända, annars bara ”svarsfrekvens”",
                "Write “utskickad” and “svar” where the counts are known, otherwise “svarsfrekvens” alone"
            );
            return Err(context.error(Code::EitherOr, name, message, hint));
        }
    };
    if answered > sent {
        let message = words!(
            "{answered} har svarat, men enkäten gick bara till {sent}",
            "{answered} have answered, but the survey went to {sent} only"
        );
        let hint = words!("Kontrollera ”utskickad” och ”svar”", "Check “utskickad” and “svar”");
        return Err(context.error(Code::TooManyAnswers, place, message, hint));
    }
    Ok(Survey { to, replies: Replies::Counted { sent, answered }, remarks: remarks?, origin })
}

fn sample(node: &Node, context: &mut Context<'_>) -> Result<Sample, Reported> {
    let mut fields = Fields::of(node, &words!("stickprovet", "the sample"), context)?;
    let name = fields.required("namn", values::text, context);
    let unit = fields.required("enhet", values::text, context);
    let drawn = fields.required("draget", values::count, context);
    let parts =
        fields.required("delar", |node, context| values::items(node, ("namn", "med fel"), part, context), context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("draget", context);
    let place = fields.value_place("draget");
    fields.finish(context)?;
    let (drawn, parts) = (drawn?, parts?);
    let sum: u64 = parts.iter().map(|(part, ..)| u64::from(part.count)).sum();
    if let Some(reported) = context.diagnostics.reported_within(node.span) {
        return Err(reported);
    }
    if sum != u64::from(drawn) {
        let message = words!(
            "delarna är tillsammans {sum}, men stickprovet är {drawn}",
            "the parts add up to {sum}, but the sample is {drawn}"
        );
        let hint = words!(
            "Rätta antalen, eller lägg till en del för dem som inte är med",
            "Mend the counts, or add a part for those that are left out"
        );
        return Err(context.error(Code::SumDiffers, place, message, hint));
    }
    let is_judged = parts.iter().any(|(_, judged, _)| *judged);
    if let Some((_, _, place)) = parts.iter().find(|(_, judged, _)| is_judged && !judged) {
        let message = words!("den här delen säger inte om den avviker", "this part does not say whether it deviates");
        let hint = words!(
            "Skriv ”avvikelse: ja”, ”nej” eller ”ej bedömt” för varje del, eller inte för någon",
            "Write “avvikelse: ja”, “nej” or “ej bedömt” for every part, or for none"
        );
        return Err(context.error(Code::MissingKey, *place, message, hint));
    }
    let parts = parts.into_iter().map(|(part, ..)| part).collect();
    Ok(Sample { name: name?, unit: unit?, drawn, parts, remarks: remarks?, origin })
}

/// What can be said of a part.
const JUDGEMENTS: [(&str, Option<bool>); 3] = [("ja", Some(true)), ("nej", Some(false)), ("ej bedömt", None)];

/// A part, whether it says if it deviates, and its place.
fn part(node: &Node, context: &mut Context<'_>) -> Result<(SamplePart, bool, Span), Reported> {
    let mut fields = Fields::like(node, &words!("delen", "the part"), "{ namn: med fel, antal: 3 }", context)?;
    let name = fields.required("namn", values::text, context);
    let count = fields.required("antal", values::count, context);
    let reason = fields.optional("skäl", values::text, context);
    let origin = fields.origin("antal", context);
    let deviates = fields.optional("avvikelse", |node, context| values::choice(node, &JUDGEMENTS, context), context);
    let place = fields.span;
    let has_judgement = matches!(deviates, Ok(Some(_)));
    fields.finish(context)?;
    Ok((
        SamplePart { name: name?, count: count?, reason: reason?, deviates: deviates?.flatten(), origin },
        has_judgement,
        place,
    ))
}

//! Reads `enkät` and `stickprov`, whose counts must agree with their whole.

use super::context::Context;
use super::fields::Fields;
use super::{colophon, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Sample, SamplePart, Survey};
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
    let mut fields = Fields::of(node, &words!("enkäten", "the survey"), context)?;
    let to = fields.required("till", values::text, context);
    let sent = fields.required("utskickad", values::count, context);
    let answered = fields.required("svar", values::count, context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("utskickad", context);
    let place = fields.place("svar");
    fields.finish(context)?;
    let (sent, answered) = (sent?, answered?);
    if answered > sent {
        let message = words!(
            "{answered} har svarat, men enkäten gick bara till {sent}",
            "{answered} have answered, but the survey went to {sent} only"
        );
        let hint = words!("Kontrollera ”utskickad” och ”svar”", "Check “utskickad” and “svar”");
        return Err(context.error(Code::TooManyAnswers, place, message, hint));
    }
    Ok(Survey { to: to?, sent, answered, remarks: remarks?, origin })
}

fn sample(node: &Node, context: &mut Context<'_>) -> Result<Sample, Reported> {
    let mut fields = Fields::of(node, &words!("stickprovet", "the sample"), context)?;
    let name = fields.required("namn", values::text, context);
    let unit = fields.required("enhet", values::text, context);
    let drawn = fields.required("draget", values::count, context);
    let parts = fields.required("delar", |node, context| values::list(node, part, context), context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("draget", context);
    let (place, parts_place) = (fields.place("draget"), fields.place("delar"));
    fields.finish(context)?;
    let (drawn, parts) = (drawn?, parts?);
    let sum: u64 = parts.iter().map(|(part, _)| u64::from(part.count)).sum();
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
    let judged = parts.iter().filter(|(_, judged)| *judged).count();
    if judged > 0 && judged < parts.len() {
        let message =
            words!("några av delarna säger inte om de avviker", "some of the parts do not say whether they deviate");
        let hint = words!(
            "Skriv ”avvikelse: ja”, ”nej” eller ”ej bedömt” för varje del, eller inte för någon",
            "Write “avvikelse: ja”, “nej” or “ej bedömt” for every part, or for none"
        );
        return Err(context.error(Code::MissingKey, parts_place, message, hint));
    }
    let parts = parts.into_iter().map(|(part, _)| part).collect();
    Ok(Sample { name: name?, unit: unit?, drawn, parts, remarks: remarks?, origin })
}

/// What can be said of a part.
const JUDGEMENTS: [(&str, Option<bool>); 3] = [("ja", Some(true)), ("nej", Some(false)), ("ej bedömt", None)];

/// A part, and whether it says if it deviates.
fn part(node: &Node, context: &mut Context<'_>) -> Result<(SamplePart, bool), Reported> {
    let mut fields = Fields::of(node, &words!("delen", "the part"), context)?;
    let name = fields.required("namn", values::text, context);
    let count = fields.required("antal", values::count, context);
    let reason = fields.optional("skäl", values::text, context);
    let origin = fields.origin("antal", context);
    let deviates = fields.optional("avvikelse", |node, context| values::choice(node, &JUDGEMENTS, context), context);
    let has_judgement = matches!(deviates, Ok(Some(_)));
    fields.finish(context)?;
    Ok((
        SamplePart { name: name?, count: count?, reason: reason?, deviates: deviates?.flatten(), origin },
        has_judgement,
    ))
}

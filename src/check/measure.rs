//! Reads `organ/<body>/<year>/atgarder/<measure>.md`.

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::shape::Shape;
use super::{colophon, dates, plan, review, sections, survey, values};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{BodyId, Measure, MeasureId, Period, Progress, Risk, Year};
use crate::syntax::{Markdown, Node};
use crate::words;

/// The sections of the template, in order.
const SECTIONS: [&str; 3] = ["Vad ska göras", "Genomfört", "Fortsatt planering"];

/// Reads a measure, found at a body, year and id.
///
/// # Errors
/// When it has faults.
pub fn read(
    markdown: &Markdown,
    (body, year, id): (&BodyId, Year, &MeasureId),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Measure, Reported> {
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.required("titel", values::text, context);
    let named = |node: &Node, context: &mut Context<'_>| plan::named(node, risk, ((body, year), &known.plans), context);
    let named = fields.optional("risk", named, context);
    let period = fields.optional("period", |node, context| period(node, year, context), context);
    let progress = fields.required("läge", progress, context);
    let progress_note = fields.optional("om läget", values::text, context);
    let due = fields.optional("klar senast", values::date, context);
    let finished = fields.optional("klar", dates::past, context);
    if let (Ok(Some(finished)), Ok(progress)) = (&finished, &progress) {
        let (day, other) = (fields.place("klar"), fields.place("läge"));
        dates::done((*finished, day), (*progress, other), context);
    }
    let wished_effect = fields.optional("önskad effekt", values::text, context);
    let reached_effect = fields.optional("uppnådd effekt", values::text, context);
    let follows_up =
        fields.optional("följer upp", |node, context| follows_up(node, (body, year, id), known, context), context);
    let surveys = survey::surveys(&mut fields, context);
    let samples = survey::samples(&mut fields, context);
    let colophon = colophon::read(&mut fields, context);
    let origin = fields.origin("titel", context);
    fields.finish(context)?;
    let (risk, planned_risk) = named?.unwrap_or_default();
    Ok(Measure {
        id: id.clone(),
        title: title?,
        risk,
        planned_risk,
        period: period?.unwrap_or(Period { year, tertial: None }),
        progress: progress?,
        progress_note: progress_note?,
        due: due?,
        finished: finished?,
        wished_effect: wished_effect?,
        reached_effect: reached_effect?,
        follows_up: follows_up?,
        surveys: surveys?,
        samples: samples?,
        text: sections::read(markdown, &SECTIONS, context),
        colophon: colophon?,
        origin,
    })
}

/// A measure of the body in an earlier year, under another name: the same name is followed up by itself.
fn follows_up(
    node: &Node,
    (body, year, id): (&BodyId, Year, &MeasureId),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<MeasureId, Reported> {
    let (other, measure) = review::own_measure(node, body, known, context)?;
    if other == *id {
        let message = words!("åtgärden följer upp sig själv", "the measure follows up itself");
        let hint = words!(
            "Ta bort raden. Samma filnamn i ett tidigare år är redan samma åtgärd",
            "Remove the line. The same file name in an earlier year is the same measure already"
        );
        return Err(context.error(Code::NotAllowed, node.span, message, hint));
    }
    if measure.years.iter().any(|earlier| *earlier < year) {
        return Ok(other);
    }
    let message = words!("åtgärden ”{other}” finns inte före {year}", "there is no measure “{other}” before {year}");
    let hint = words!(
        "Det som följs upp är från ett tidigare år. Skriv en sådan åtgärd, eller ta bort raden",
        "What is followed up is of an earlier year. Write such a measure, or remove the line"
    );
    Err(context.error(Code::WrongOrder, node.span, message, hint))
}

/// How far something has come.
///
/// # Errors
/// When the text is none of the words for it.
pub fn progress(node: &Node, context: &mut Context<'_>) -> Result<Progress, Reported> {
    values::choice(node, &Progress::ALL.map(|progress| (progress.words(), progress)), context)
}

/// Reads `risk: { namn, orsak, konsekvens }`.
///
/// # Errors
/// When it has faults.
pub fn risk(node: &Node, context: &mut Context<'_>) -> Result<Risk, Reported> {
    let mut fields = Fields::like(node, &words!("risken", "the risk"), "{ namn: Vad som kan hända }", context)?;
    let name = fields.required("namn", values::text, context);
    let cause = fields.optional("orsak", values::text, context);
    let consequence = fields.optional("konsekvens", values::text, context);
    fields.finish(context)?;
    Ok(Risk { name: name?, cause: cause?, consequence: consequence? })
}

/// A period of the folder's year: `2024` or `2024-T2`.
///
/// # Errors
/// When the text is no such period.
pub fn period(node: &Node, year: Year, context: &mut Context<'_>) -> Result<Period, Reported> {
    context.note(|| Shape::Period);
    let text = values::scalar(node, &words!("en period", "a period"), context)?;
    let (written, tertial) = match text.split_once("-T") {
        Some((year, tertial)) => (year, tertial_of(tertial).map(Some)),
        None => (text, Some(None)),
    };
    let (Some(written), Some(tertial)) = (values::parse_year(written), tertial) else {
        let hint = period_hint(text, year);
        let text = brief(text);
        let message = words!("”{text}” är ingen period", "“{text}” is no period");
        return Err(context.error(Code::InvalidPeriod, node.span, message, hint));
    };
    if written != year {
        let message = words!(
            "perioden är {text}, men filen ligger i mappen för {year}",
            "the period is {text}, but the file lies in the folder of {year}"
        );
        let mended = tertial.map_or_else(|| year.to_string(), |tertial| format!("{year}-T{tertial}"));
        let hint = words!(
            "Skriv {mended}, eller flytta filen till mappen för {written}",
            "Write {mended}, or move the file to the folder of {written}"
        );
        return Err(context.error(Code::OtherPeriod, node.span, message, hint));
    }
    Ok(Period { year, tertial })
}

fn tertial_of(text: &str) -> Option<u8> {
    match text {
        "1" => Some(1),
        "2" => Some(2),
        "3" => Some(3),
        _ => None,
    }
}

/// What to write instead of a text that is no period of the folder's year.
fn period_hint(text: &str, year: Year) -> Words {
    let lower = text.to_lowercase();
    let names_tertial = lower.contains('t');
    let mut numbers = lower.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    let (first, second, third) = (numbers.next(), numbers.next(), numbers.next());
    let number = match (first, second, third) {
        (Some(tertial), None, None) if names_tertial => Some(tertial),
        (Some(one), Some(other), None) if names_tertial => Some(if one.len() == 4 { other } else { one }),
        (Some(first), Some(last), None) if first.len() == 4 && last.len() == 4 => {
            return words!(
                "Det här gäller ett år i taget. Skriv {year}, eller ta bort raden",
                "This is of one year at a time. Write {year}, or remove the line"
            );
        }
        _ => None,
    };
    match number.map(tertial_of) {
        Some(Some(tertial)) => words!("Skriv {year}-T{tertial}", "Write {year}-T{tertial}"),
        Some(None) => words!(
            "Ett år har tre tertial. Skriv {year}-T1, {year}-T2 eller {year}-T3",
            "A year has three tertials. Write {year}-T1, {year}-T2 or {year}-T3"
        ),
        None => words!(
            "Skriv {year} för hela året, eller {year}-T2 för andra tertialet",
            "Write {year} for the whole year, or {year}-T2 for its second tertial"
        ),
    }
}

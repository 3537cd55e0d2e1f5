//! Reads `organ/<body>/<year>/atgarder/<measure>.md`.

use super::context::Context;
use super::fields::Fields;
use super::shape::Shape;
use super::{colophon, dates, sections, survey, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{Measure, MeasureId, Period, Progress, Risk, Year};
use crate::syntax::{Markdown, Node};
use crate::words;

/// The sections of the template, in order.
const SECTIONS: [&str; 3] = ["Vad ska göras", "Genomfört", "Fortsatt planering"];

/// Reads a measure.
///
/// # Errors
/// When it has faults.
pub fn read(markdown: &Markdown, id: &MeasureId, year: Year, context: &mut Context<'_>) -> Result<Measure, Reported> {
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.required("titel", values::text, context);
    let risk = fields.optional("risk", risk, context);
    let period = fields.optional("period", |node, context| period(node, year, context), context);
    let progress = fields.required("läge", progress, context);
    let due = fields.optional("klar senast", values::date, context);
    let finished = fields.optional("klar", dates::past, context);
    if let (Ok(Some(finished)), Ok(progress)) = (&finished, &progress) {
        let (day, other) = (fields.place("klar"), fields.place("läge"));
        dates::done((*finished, day), (*progress, other), context);
    }
    let wished_effect = fields.optional("önskad effekt", values::text, context);
    let reached_effect = fields.optional("uppnådd effekt", values::text, context);
    let surveys = survey::surveys(&mut fields, context);
    let samples = survey::samples(&mut fields, context);
    let colophon = colophon::read(&mut fields, context);
    let origin = fields.origin("titel", context);
    fields.finish(context)?;
    Ok(Measure {
        id: id.clone(),
        title: title?,
        risk: risk?,
        period: period?.unwrap_or(Period { year, tertial: None }),
        progress: progress?,
        due: due?,
        finished: finished?,
        wished_effect: wished_effect?,
        reached_effect: reached_effect?,
        surveys: surveys?,
        samples: samples?,
        text: sections::read(markdown, &SECTIONS, context),
        colophon: colophon?,
        origin,
    })
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
    let mut fields = Fields::of(node, &words!("risken", "the risk"), context)?;
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
        Some((year, tertial)) => (year, tertial.parse().ok().filter(|tertial| (1..=3).contains(tertial)).map(Some)),
        None => (text, Some(None)),
    };
    let (Some(written), Some(tertial)) = (values::parse_year(written), tertial) else {
        let text = brief(text);
        let message = words!("”{text}” är ingen period", "“{text}” is no period");
        let hint = words!(
            "Skriv {year} för hela året, eller {year}-T2 för andra tertialet",
            "Write {year} for the whole year, or {year}-T2 for its second tertial"
        );
        return Err(context.error(Code::InvalidPeriod, node.span, message, hint));
    };
    if written != year {
        let message = words!(
            "perioden är {written}, men filen ligger i mappen för {year}",
            "the period is {written}, but the file lies in the folder of {year}"
        );
        let hint = words!("Flytta filen, eller rätta perioden", "Move the file, or mend the period");
        return Err(context.error(Code::OtherPeriod, node.span, message, hint));
    }
    Ok(Period { year, tertial })
}

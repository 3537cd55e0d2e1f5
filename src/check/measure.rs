//! Reads `organ/<body>/<year>/atgarder/<measure>.md`.

use super::context::Context;
use super::fields::Fields;
use super::{colophon, dates, sections, survey, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Measure, MeasureId, Period, Progress, Risk, Year};
use crate::syntax::{Markdown, Node};

/// The sections of the template, in order.
const SECTIONS: [&str; 3] = ["Vad ska göras", "Genomfört", "Fortsatt planering"];

/// Reads a measure.
///
/// # Errors
/// When it has faults.
pub fn read(markdown: &Markdown, id: &MeasureId, year: Year, context: &mut Context<'_>) -> Result<Measure, Reported> {
    let mut fields = Fields::of(&markdown.front, "uppgifterna överst", context)?;
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
    let mut fields = Fields::of(node, "risken", context)?;
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
    let text = values::scalar(node, "en period", context)?;
    let (written, tertial) = match text.split_once("-T") {
        Some((year, tertial)) => (year, tertial.parse().ok().filter(|tertial| (1..=3).contains(tertial)).map(Some)),
        None => (text, Some(None)),
    };
    let (Some(written), Some(tertial)) = (values::parse_year(written), tertial) else {
        let hint = format!("Skriv {year} för hela året, eller {year}-T2 för andra tertialet");
        return Err(context.error(Code::NotAllowed, node.span, format!("”{text}” är ingen period"), hint));
    };
    if written != year {
        let message = format!("perioden är {written}, men filen ligger i mappen för {year}");
        return Err(context.error(Code::OutsideYears, node.span, message, "Flytta filen, eller rätta perioden"));
    }
    Ok(Period { year, tertial })
}

//! Reads `ar/<year>.md`.

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::{colophon, commitment, sections, values};
use crate::diagnostic::Reported;
use crate::model::{CityReport, Year};
use crate::syntax::Markdown;
use crate::words;

/// The sections of the template, in order.
const SECTIONS: [&str; 4] = [CityReport::SUMMARY, CityReport::ASSESSMENTS, CityReport::VERDICT, CityReport::PROPOSAL];

/// Reads the city-wide follow-up of a year.
///
/// # Errors
/// When it has faults.
pub fn read(markdown: &Markdown, year: Year, known: &Known, context: &mut Context<'_>) -> Result<CityReport, Reported> {
    let within = known.followed_up(year, markdown.front.span.point(), context);
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.required("titel", values::text, context);
    let answers_due = fields.optional("svar senast", values::date, context);
    let hearings =
        fields.optional("behandlas", |node, context| values::list(node, commitment::hearing, context), context);
    let read_points = |node: &_, context: &mut Context<'_>| {
        values::items(node, ("text", "Rapporten godkänns."), commitment::point, context)
    };
    let points = fields.optional("beslutspunkter", read_points, context);
    let commitments =
        fields.optional("åtaganden", |node, context| commitment::commitments(node, known, context), context);
    let news = fields.optional("uppföljda åtaganden", commitment::news, context);
    let colophon = colophon::read(&mut fields, context);
    let origin = fields.origin("titel", context);
    fields.finish(context)?;
    within?;
    let text = sections::read(markdown, &SECTIONS, context);
    Ok(CityReport {
        title: title?,
        answers_due: answers_due?,
        hearings: hearings?.unwrap_or_default(),
        points: points?.unwrap_or_default(),
        commitments: commitments?.unwrap_or_default(),
        news: news?.unwrap_or_default(),
        text,
        colophon: colophon?,
        origin,
    })
}

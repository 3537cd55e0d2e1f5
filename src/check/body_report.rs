//! Reads `organ/<body>/<year>/rapport.md` and its tertials.

use super::context::Context;
use super::fields::Fields;
use super::{colophon, sections, values};
use crate::diagnostic::Reported;
use crate::model::{BodyReport, Period};
use crate::syntax::Markdown;
use crate::words;

/// The sections of the template, in order.
const SECTIONS: [&str; 3] = ["Sammanfattning", "Genomfört under perioden", "Det fortsatta arbetet"];

/// Reads a body's own text.
///
/// # Errors
/// When it has faults.
pub fn read(markdown: &Markdown, period: Period, context: &mut Context<'_>) -> Result<BodyReport, Reported> {
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.optional("titel", values::text, context);
    let colophon = colophon::read(&mut fields, context);
    let origin = fields.origin("titel", context);
    fields.finish(context)?;
    Ok(BodyReport {
        period,
        title: title?,
        text: sections::read(markdown, &SECTIONS, context),
        colophon: colophon?,
        origin,
    })
}

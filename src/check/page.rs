//! Reads `sidor/<page>.md`.

use super::context::Context;
use super::fields::Fields;
use super::{accessibility, colophon, sections, values};
use crate::diagnostic::Reported;
use crate::model::{Page, PageId};
use crate::syntax::Markdown;
use crate::words;

/// Reads a free page.
///
/// # Errors
/// When it has faults.
pub fn read(markdown: &Markdown, id: &PageId, context: &mut Context<'_>) -> Result<Page, Reported> {
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.required("titel", values::text, context);
    let order = fields.optional("ordning", values::count, context);
    let accessibility = accessibility::read(&mut fields, id, context);
    let publication = colophon::publication(&mut fields, context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("titel", context);
    fields.finish(context)?;
    publication?;
    let order = order?.map_or(i64::MAX, i64::from);
    Ok(Page {
        id: id.clone(),
        title: title?,
        order,
        accessibility: accessibility?,
        text: sections::read(markdown, &[], context),
        remarks: remarks?,
        origin,
    })
}

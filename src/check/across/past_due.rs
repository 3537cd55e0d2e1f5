//! Rule: what should be done by now says that it is late, or gets a new date.

use super::super::context::Context;
use super::super::written;
use super::unfinished;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Model, Progress};
use crate::words;

/// Warns of every due date before the date of the report, of what is not done and not called late.
///
/// Only what was written of the last year, or of one under way, is to be mended: older documents say how it was then.
pub fn check(model: &Model, context: &mut Context<'_>) {
    let (today, last) = (model.municipality.report_date, model.municipality.span.last);
    for one in unfinished::all(model) {
        let Some(due) = one.due.filter(|due| *due < today) else { continue };
        let has_ended = one.body.until.is_some_and(|until| until < today);
        if one.year < last || has_ended || one.progress == Progress::Late {
            continue;
        }
        let progress = one.progress.words();
        let message = words!(
            "sista dagen, {due}, har passerat, men läget är ”{progress}”",
            "the due date, {due}, has passed, but the progress is “{progress}”"
        );
        let (body, (folder, id), now) = (&one.body.id, one.errand, today.year());
        // What is due after the folder's year is followed up in the next year's folder, as everything that goes on.
        let hint = if due > one.year.last_day() && now > one.year.0 {
            words!(
                "Skriv hur det står till i organ/{body}/{now}/{folder}/{id}.md",
                "Write how it stands in organ/{body}/{now}/{folder}/{id}.md"
            )
        } else {
            words!(
                "Skriv ”läge: försenad”, ”läge: klar” eller en ny dag under ”klar senast”",
                "Write “läge: försenad”, “läge: klar” or a new date at “klar senast”"
            )
        };
        let (place, other) =
            (written::value(one.origin, &["klar senast"], context), written::value(one.origin, &["läge"], context));
        let fault = Diagnostic::new(Code::PastDueDate, place, message).hint(hint);
        context.diagnostics.warn(fault.related(other, words!("läget står här", "the progress stands here")));
    }
}

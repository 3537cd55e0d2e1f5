//! Rules of time: nothing has happened after the report's own date, and what has a day on which it was done is done.

use jiff::civil::Date;

use super::context::Context;
use super::values;
use crate::diagnostic::{Code, Diagnostic, Reported};
use crate::model::Progress;
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// A date of something that has happened, which cannot lie after the date of the report.
///
/// # Errors
/// When it does, or is no date.
pub fn past(node: &Node, context: &mut Context<'_>) -> Result<Date, Reported> {
    let date = values::date(node, context)?;
    let Some(last) = context.report_date.filter(|last| date > *last) else { return Ok(date) };
    Err(context.error(
        Code::AfterReportDate,
        node.span,
        words!(
            "datumet {date} ligger efter rapportens datum, {last}",
            "the date {date} lies after the date of the report, {last}"
        ),
        words!(
            "Rätta datumet, eller ändra ”rapportdatum” i kommun.yaml",
            "Correct the date, or change “rapportdatum” in kommun.yaml"
        ),
    ))
}

/// Tells a day of completion, at its place, of what is not done.
pub fn done((finished, place): (Date, Span), (progress, other): (Progress, Span), context: &mut Context<'_>) {
    if progress == Progress::Done {
        return;
    }
    let words = progress.words();
    let message = words!(
        "åtgärden blev klar {finished}, men läget är ”{words}”",
        "the measure was done on {finished}, but its progress is “{words}”"
    );
    let fault = Diagnostic::new(Code::NotDone, place, message).hint(words!(
        "Skriv ”läge: klar”, eller ta bort raden ”klar”",
        "Write “läge: klar”, or remove the line “klar”"
    ));
    context.diagnostics.error(fault.related(other, words!("läget står här", "the progress stands here")));
}

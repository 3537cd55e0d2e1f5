//! Reads what a round says of the one before it, and holds it against the rounds that there are.

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::values;
use crate::diagnostic::{Code, Reported};
use crate::model::{JointReviewId, RoundBefore, Year};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// The key.
const KEY: &str = "föregående";

/// Reads `föregående`, which a round must have where an earlier one is in the content.
///
/// # Errors
/// When it has faults, or is not what the content says.
pub fn read(
    fields: &mut Fields<'_>,
    (review, year): (&JointReviewId, Year),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Option<RoundBefore>, Reported> {
    let before = fields.optional(KEY, |node, context| before(node, (review, year), known, context), context)?;
    if before.is_some() || context.describes() {
        return Ok(before);
    }
    let Some(latest) = known.open_rounds(review).filter(|other| *other < year).max() else { return Ok(None) };
    let message = words!(
        "omgången {year} säger inget om den före, {latest}",
        "the round {year} says nothing of the one before, {latest}"
    );
    let hint = words!(
        "Skriv ”{KEY}: {{ år: {latest}, jämförbar: ja }}”, eller ”nej” eller ”okänt”",
        "Write “{KEY}: {{ år: {latest}, jämförbar: ja }}”, or “nej” or “okänt”"
    );
    Err(context.error(Code::MissingKey, fields.span, message, hint))
}

/// What can be said of the comparison.
const ANSWERS: [(&str, Option<bool>); 3] = [("ja", Some(true)), ("nej", Some(false)), ("okänt", None)];

fn before(
    node: &Node,
    (review, year): (&JointReviewId, Year),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<RoundBefore, Reported> {
    let example = "{ år: 2021, jämförbar: ja }";
    let mut fields = Fields::like(node, &words!("föregående omgång", "the previous round"), example, context)?;
    let earlier = fields.required("år", |node, context| earlier(node, year, context), context);
    let comparable = fields.required("jämförbar", |node, context| values::choice(node, &ANSWERS, context), context);
    let missing = fields.optional("saknas", values::missing, context);
    let note = fields.optional("not", values::text, context);
    let (place, reason) = (fields.value_place("år"), fields.place("saknas"));
    fields.finish(context)?;
    let before = RoundBefore { year: earlier?, comparable: comparable?, missing: missing?, note: note? };
    held_against(&before, (review, year), known, (place, reason), context)?;
    Ok(before)
}

fn earlier(node: &Node, year: Year, context: &mut Context<'_>) -> Result<Year, Reported> {
    let before = values::year(node, context)?;
    if before < year {
        return Ok(before);
    }
    let message = words!(
        "den föregående omgången, {before}, kommer inte före omgångens år, {year}",
        "the previous round, {before}, does not come before the year of the round, {year}"
    );
    let hint = words!("Skriv ett år före {year}", "Write a year before {year}");
    Err(context.error(Code::WrongOrder, node.span, message, hint))
}

/// The round before is in the content, or is said not to be; and none lies between.
fn held_against(
    before: &RoundBefore,
    (review, year): (&JointReviewId, Year),
    known: &Known,
    (place, reason): (Span, Span),
    context: &mut Context<'_>,
) -> Result<(), Reported> {
    let named = before.year;
    if let Some(between) = known.open_rounds(review).find(|other| named < *other && *other < year) {
        let message = words!(
            "omgången {between} ligger mellan {named} och {year}",
            "the round {between} lies between {named} and {year}"
        );
        let hint = words!("Skriv ”år: {between}”", "Write “år: {between}”");
        return Err(context.error(Code::WrongOrder, place, message, hint));
    }
    match (known.round(review, named), before.missing) {
        (Some(false), Some(_)) => {
            let message = words!("omgången {named} finns i innehållet", "the round {named} is in the content");
            let hint = words!("Ta bort ”saknas”", "Remove “saknas”");
            Err(context.error(Code::NotAllowed, reason, message, hint))
        }
        (None, None) => {
            let message = words!("omgången {named} finns inte i innehållet", "the round {named} is not in the content");
            let hint = words!(
                "Skapa gemensamma/{review}/{named}.md, eller skriv ”saknas: ej publicerat” intill året",
                "Create gemensamma/{review}/{named}.md, or write “saknas: ej publicerat” beside the year"
            );
            Err(context.error(Code::UnknownRound, place, message, hint))
        }
        // That a round is internal is the matter of the open ones that would lead to it.
        (Some(true), None) if known.round(review, year) == Some(false) => {
            let message = words!(
                "omgången är öppen men hänvisar till omgången {named}, som är intern",
                "the round is open but refers to the round {named}, which is internal"
            );
            let hint = words!(
                "Skriv ”saknas: sekretess” intill året, ta bort hänvisningen, eller gör omgången intern",
                "Write “saknas: sekretess” beside the year, remove the reference, or make the round internal"
            );
            Err(context.error(Code::NamesInternal, place, message, hint))
        }
        (Some(_), _) | (None, Some(_)) => Ok(()),
    }
}

//! Reads what every document and value can carry: status, decisions, corrections, note, source.

use super::context::Context;
use super::fields::Fields;
use super::{dates, registry_number, values};
use crate::diagnostic::{Code, Reported, Words};
use crate::model::{Colophon, Correction, Decision, Remarks, Status};
use crate::syntax::{Node, Value};
use crate::words;

/// Whether the document says `publicering: intern`.
pub fn is_internal(front: &Node) -> bool {
    let Value::Mapping(entries) = &front.value else { return false };
    let scalar = |node: &Node, word: &str| matches!(&node.value, Value::Scalar(text) if text.trim() == word);
    entries.iter().any(|(key, value)| scalar(key, "publicering") && scalar(value, "intern"))
}

/// Reads the keys that every document has.
///
/// # Errors
/// When one of them cannot be read, or status and corrections disagree.
pub fn read(fields: &mut Fields<'_>, context: &mut Context<'_>) -> Result<Colophon, Reported> {
    let publication = publication(fields, context);
    let colophon = of_part(fields, context);
    publication?;
    colophon
}

/// The same without whether it may be published: for a part of a document, which is published with the whole.
///
/// # Errors
/// When one of them cannot be read, or status and corrections disagree.
pub fn of_part(fields: &mut Fields<'_>, context: &mut Context<'_>) -> Result<Colophon, Reported> {
    let statuses = [("utkast", Status::Draft), ("beslutad", Status::Adopted), ("rättad", Status::Corrected)];
    let status = fields.optional("status", |node, context| values::choice(node, &statuses, context), context);
    let decisions = fields.optional("beslut", |node, context| values::list(node, decision, context), context);
    let corrections = fields.optional("rättelser", |node, context| values::list(node, correction, context), context);
    let responsible = fields.optional("ansvarig", values::text, context);
    let (note, source) =
        (fields.optional("not", values::text, context), fields.optional("källa", values::text, context));
    let (status, corrections) = (status?, corrections?.unwrap_or_default());
    if (status == Some(Status::Corrected)) == corrections.is_empty() {
        let (key, message, hint) = if corrections.is_empty() {
            (
                "status",
                words!(
                    "dokumentet är rättat, men det står inte vad som har rättats",
                    "the document is corrected, but does not say what was corrected"
                ),
                words!("Skriv ”rättelser:” med datum och text", "Write “rättelser:” with date and text"),
            )
        } else {
            (
                "rättelser",
                words!(
                    "det finns rättelser, men status är inte ”rättad”",
                    "there are corrections, but the status is not “rättad”"
                ),
                words!(
                    "Skriv ”status: rättad”, eller ta bort rättelserna",
                    "Write “status: rättad”, or remove the corrections"
                ),
            )
        };
        return Err(context.error(Code::CorrectionMissing, fields.value_place(key), message, hint));
    }
    Ok(Colophon {
        status,
        decisions: decisions?.unwrap_or_default(),
        corrections,
        responsible: responsible?,
        note: note?,
        source: source?,
    })
}

/// Reads whether a document may be published; [`is_internal`] tells what it says.
///
/// # Errors
/// When it is neither of the two words.
pub fn publication(fields: &mut Fields<'_>, context: &mut Context<'_>) -> Result<(), Reported> {
    let words = [("öppen", ()), ("intern", ())];
    fields.optional("publicering", |node, context| values::choice(node, &words, context), context).map(drop)
}

/// Reads the keys that every value written as a mapping has.
///
/// # Errors
/// When one of them cannot be read.
pub fn remarks(fields: &mut Fields<'_>, context: &mut Context<'_>) -> Result<Remarks, Reported> {
    let note = fields.optional("not", values::text, context);
    let source = fields.optional("källa", values::text, context);
    let uncertain = fields.optional("osäker", values::yes_or_no, context);
    Ok(Remarks { note: note?, source: source?, uncertain: uncertain?.unwrap_or_default() })
}

/// The same for a value that must say where it comes from; `what` names it in the message.
///
/// # Errors
/// When one of them cannot be read, or there is no source.
pub fn remarks_with_source(
    fields: &mut Fields<'_>,
    what: &Words,
    context: &mut Context<'_>,
) -> Result<Remarks, Reported> {
    let note = fields.optional("not", values::text, context);
    let lacking = |fields: &Fields<'_>, key: &str, context: &mut Context<'_>| {
        let message = words!("{what} saknar källa", "{what} has no source", what);
        let hint = words!(
            "Skriv ”{key}: …” med systemet eller dokumentet",
            "Write “{key}: …” with the system or the document"
        );
        context.error(Code::MissingSource, fields.place(key), message, hint)
    };
    let source = fields.required_or("källa", values::text, lacking, context);
    let uncertain = fields.optional("osäker", values::yes_or_no, context);
    Ok(Remarks { note: note?, source: Some(source?), uncertain: uncertain?.unwrap_or_default() })
}

fn decision(node: &Node, context: &mut Context<'_>) -> Result<Decision, Reported> {
    let example = r#"{ organ: Miljönämnden, datum: 2025-02-12, paragraf: "§ 12" }"#;
    let mut fields = Fields::like(node, &words!("beslutet", "the decision"), example, context)?;
    let body = fields.optional("organ", values::text, context);
    let date = fields.optional("datum", dates::past, context);
    let section = fields.optional("paragraf", values::text, context);
    let registry_number = fields.optional("diarienummer", registry_number::read, context);
    fields.finish(context)?;
    Ok(Decision { body: body?, date: date?, section: section?, registry_number: registry_number? })
}

fn correction(node: &Node, context: &mut Context<'_>) -> Result<Correction, Reported> {
    let example = "{ datum: 2025-03-04, text: Vad som ändrades. }";
    let mut fields = Fields::like(node, &words!("rättelsen", "the correction"), example, context)?;
    let date = fields.required("datum", dates::past, context);
    let text = fields.required("text", values::text, context);
    fields.finish(context)?;
    Ok(Correction { date: date?, text: text? })
}

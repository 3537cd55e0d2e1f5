//! Reads what `ar/<year>.md` says of decisions and promises.

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::shape::Shape;
use super::{colophon, dates, once, registry_number, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{
    Commitment, CommitmentId, CommitmentNews, Deadline, Decision, DecisionPoint, DecisionTaken, Fulfilment, Hearing,
    Missing, Promisor,
};
use crate::syntax::{Node, Value};
use crate::words;

/// Reads `behandlas`: when the follow-up comes before which body.
///
/// # Errors
/// When it has faults.
pub fn hearing(node: &Node, context: &mut Context<'_>) -> Result<Hearing, Reported> {
    let example = "{ organ: Kommunfullmäktige, datum: 2025-05-22 }";
    let mut fields = Fields::like(node, &words!("behandlingen", "the hearing"), example, context)?;
    let body = fields.required("organ", values::text, context);
    let date = fields.required("datum", values::date, context);
    fields.finish(context)?;
    Ok(Hearing { body: body?, date: date? })
}

/// Reads one of `beslutspunkter`.
///
/// # Errors
/// When it has faults.
pub fn point(node: &Node, context: &mut Context<'_>) -> Result<DecisionPoint, Reported> {
    let mut fields = Fields::of(node, &words!("beslutspunkten", "the point of the decision"), context)?;
    let text = fields.required("text", values::text, context);
    let taken = fields.optional("beslut", taken, context);
    let origin = fields.origin("text", context);
    fields.finish(context)?;
    Ok(DecisionPoint { text: text?, taken: taken?, origin })
}

fn taken(node: &Node, context: &mut Context<'_>) -> Result<Result<DecisionTaken, Missing>, Reported> {
    if context.describes() {
        let taken = context.shape_of(decided);
        let unknown = context.shape_of(unknown);
        context.note(|| Shape::Either(vec![taken, unknown]));
    }
    if node.at("saknas").is_some() {
        return unknown(node, context).map(Err);
    }
    decided(node, context).map(Ok)
}

fn unknown(node: &Node, context: &mut Context<'_>) -> Result<Missing, Reported> {
    let what = words!("beslutet", "the decision");
    let mut fields = Fields::like(node, &what, "{ saknas: ej publicerat }", context)?;
    let missing = fields.required("saknas", values::missing, context);
    fields.finish(context)?;
    missing
}

fn decided(node: &Node, context: &mut Context<'_>) -> Result<DecisionTaken, Reported> {
    let example = r#"{ organ: Kommunfullmäktige, datum: 2025-05-22, paragraf: "§ 90" }"#;
    let mut fields = Fields::like(node, &words!("beslutet", "the decision"), example, context)?;
    let body = fields.required("organ", values::text, context);
    let date = fields.optional("datum", dates::past, context);
    let section = fields.optional("paragraf", values::text, context);
    let registry_number = fields.optional("diarienummer", registry_number::read, context);
    let text = fields.optional("text", values::text, context);
    fields.finish(context)?;
    let decision = Decision { body: Some(body?), date: date?, section: section?, registry_number: registry_number? };
    Ok(DecisionTaken { decision, text: text? })
}

/// Reads `åtaganden`.
///
/// # Errors
/// When one has faults, or two have the same id.
pub fn commitments(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<Vec<Commitment>, Reported> {
    let read = |node: &Node, context: &mut Context<'_>| commitment(node, known, context);
    let all = values::items(node, ("id", "nya-riktlinjer"), read, context)?;
    each_once(node, context)?;
    Ok(all)
}

fn commitment(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<Commitment, Reported> {
    let what = words!("åtagandet", "the commitment");
    let mut fields = Fields::of(node, &what, context)?;
    let id = fields.required("id", address_id, context);
    let text = fields.required("text", values::text, context);
    let bodies = |node: &Node, context: &mut Context<'_>| {
        values::list(node, |node, context| known.named_body(node, context), context)
    };
    let by = fields.either(&what, ("organ", bodies), ("vem", values::text), context);
    let due = fields.required("senast", deadline, context);
    let follow_up = fields.optional("följs upp", values::text, context);
    let standing = fulfilment(&mut fields, false, context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("id", context);
    fields.finish(context)?;
    let by = match by? {
        Either::One(bodies) => Promisor::Bodies(bodies),
        Either::Other(name) => Promisor::Named(name),
    };
    let id = CommitmentId(id?);
    Ok(Commitment {
        id,
        text: text?,
        by,
        due: due?,
        follow_up: follow_up?,
        standing: standing?,
        remarks: remarks?,
        origin,
    })
}

/// An id that is an address on the page of promises, where capitals are the same as small letters.
fn address_id(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    values::id(node, context).map(|id| id.to_ascii_lowercase())
}

/// Reads `uppföljda åtaganden`; whether there are such promises is a rule across files.
///
/// # Errors
/// When one has faults, or two have the same id.
pub fn news(node: &Node, context: &mut Context<'_>) -> Result<Vec<CommitmentNews>, Reported> {
    let all = values::items(node, ("id", "nya-riktlinjer"), one_news, context)?;
    each_once(node, context)?;
    Ok(all)
}

fn one_news(node: &Node, context: &mut Context<'_>) -> Result<CommitmentNews, Reported> {
    let mut fields = Fields::of(node, &words!("åtagandet", "the commitment"), context)?;
    let id = fields.required("id", address_id, context);
    let standing = fulfilment(&mut fields, true, context);
    let due = fields.optional("senast", deadline, context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("id", context);
    fields.finish(context)?;
    Ok(CommitmentNews { id: CommitmentId(id?), standing: standing?, due: due?, remarks: remarks?, origin })
}

fn each_once(node: &Node, context: &mut Context<'_>) -> Result<(), Reported> {
    let Value::List(items) = &node.value else { return Ok(()) };
    let ids = items.iter().filter_map(|item| item.at("id"));
    once::ids(ids, &words!("åtagandet", "the commitment"), context)
}

/// A day, or a year.
fn deadline(node: &Node, context: &mut Context<'_>) -> Result<Deadline, Reported> {
    if context.describes() {
        let year = context.shape_of(values::year);
        let day = context.shape_of(values::date);
        context.note(|| Shape::Either(vec![year, day]));
    }
    match node.text().map(str::trim).and_then(values::parse_year) {
        Some(year) => Ok(Deadline::Year(year)),
        None => values::date(node, context).map(Deadline::Day),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Proposed,
    Open,
    Kept,
    Dropped,
}

/// Reads `status`, `uppfyllt` and `skäl`, which go together.
fn fulfilment(fields: &mut Fields<'_>, must_say: bool, context: &mut Context<'_>) -> Result<Fulfilment, Reported> {
    let words =
        [("föreslaget", Word::Proposed), ("öppet", Word::Open), ("klart", Word::Kept), ("utgått", Word::Dropped)];
    let choose = |node: &Node, context: &mut Context<'_>| values::choice(node, &words, context);
    let word = if must_say {
        fields.required("status", choose, context)
    } else {
        fields.optional("status", choose, context).map(|word| word.unwrap_or(Word::Open))
    };
    let kept = fields.optional("uppfyllt", kept, context);
    let reason = fields.optional("skäl", values::text, context);
    let (word, kept, reason) = (word?, kept?, reason?);
    match (word, kept, reason) {
        (Word::Proposed, None, None) => Ok(Fulfilment::Proposed),
        (Word::Open, None, None) => Ok(Fulfilment::Open),
        (Word::Kept, Some((on, at)), None) => Ok(Fulfilment::Kept { on, at }),
        (Word::Dropped, None, Some(reason)) => Ok(Fulfilment::Dropped { reason }),
        (Word::Kept, None, _) => {
            let message = words!(
                "åtagandet är klart, men det står inte när och var",
                "the commitment is kept, but it is not said when and where"
            );
            let hint = words!(
                "Skriv ”uppfyllt: {{ datum: …, var: … }}”, eller ”status: öppet”",
                "Write “uppfyllt: {{ datum: …, var: … }}”, or “status: öppet”"
            );
            Err(context.error(Code::MissingKey, fields.value_place("status"), message, hint))
        }
        (Word::Dropped, _, None) => {
            let message = words!(
                "åtagandet har utgått, men det står inte varför",
                "the commitment is dropped, but it is not said why"
            );
            let hint = words!("Skriv ”skäl: …”", "Write “skäl: …”");
            Err(context.error(Code::MissingKey, fields.value_place("status"), message, hint))
        }
        (Word::Proposed | Word::Open | Word::Dropped, Some(_), _) => {
            let status = words.iter().find(|(_, one)| *one == word).map_or("", |(status, _)| status);
            let message = words!(
                "åtagandet är uppfyllt, men status är ”{status}”",
                "the commitment is kept, but its status is “{status}”"
            );
            let hint = words!(
                "Skriv ”status: klart”, eller ta bort raden ”uppfyllt”",
                "Write “status: klart”, or remove the line “uppfyllt”"
            );
            Err(context.error(Code::NotDone, fields.place("uppfyllt"), message, hint))
        }
        (Word::Proposed | Word::Open | Word::Kept, _, Some(reason)) => {
            let reason = brief(&reason);
            let message = words!(
                "åtagandet har inte utgått, men har ett skäl: ”{reason}”",
                "the commitment is not dropped, but has a reason: “{reason}”"
            );
            let hint = words!(
                "Skriv ”status: utgått”, eller skriv texten under ”not”",
                "Write “status: utgått”, or write the text at “not”"
            );
            Err(context.error(Code::NotAllowed, fields.place("skäl"), message, hint))
        }
    }
}

fn kept(node: &Node, context: &mut Context<'_>) -> Result<(jiff::civil::Date, String), Reported> {
    let example = r#"{ datum: 2025-05-22, var: "Kommunfullmäktige, § 90" }"#;
    let mut fields = Fields::like(node, &words!("uppfyllandet", "the fulfilment"), example, context)?;
    let on = fields.required("datum", dates::past, context);
    let at = fields.required("var", values::text, context);
    fields.finish(context)?;
    Ok((on?, at?))
}

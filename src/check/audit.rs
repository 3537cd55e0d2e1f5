//! Reads `revision/<audit>.md`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::context::Context;
use super::fields::{Either, Fields};
use super::known::Known;
use super::place::Place;
use super::shape::Shape;
use super::{Placed, colophon, nearest, once, registry_number, sections, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{Audit, AuditId, BodyId, Recipient, Recommendation, RecommendationId, Recommendations, TitledProse};
use crate::source::Span;
use crate::syntax::{Markdown, Node, Value};
use crate::words;

/// The section that holds the auditors' overall verdict.
const VERDICT: &str = "Revisorernas samlade bedömning";
/// The sections of the template, in order.
const SECTIONS: [&str; 2] = [VERDICT, "Vad som granskades"];

/// Every audit that has a file. What was told as wrong stays known, so that those who answer it are not told as well.
#[derive(Default)]
pub struct Audits {
    /// The audits.
    pub read: BTreeMap<AuditId, Result<Audit, Reported>>,
    /// Those that are not to be published.
    pub internal: BTreeSet<AuditId>,
}

/// Reads all audits.
pub fn all(placed: &[Placed<'_>], known: &Known, context: &mut Context<'_>) -> Audits {
    let mut audits = Audits::default();
    for one in placed {
        let Place::Audit(id) = &one.place else { continue };
        let audit = match one.markdown() {
            Some(markdown) => {
                if colophon::is_internal(&markdown.front) {
                    audits.internal.insert(id.clone());
                }
                read(markdown, id, known, context)
            }
            None => Err(context.told()),
        };
        audits.read.insert(id.clone(), audit);
    }
    audits
}

impl Audits {
    /// The audit that a file answers by its name.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn answered(&self, id: &AuditId, place: Span, context: &mut Context<'_>) -> Result<&Audit, Reported> {
        if let Some(audit) = self.read.get(id) {
            return audit.as_ref().map_err(|reported| *reported);
        }
        let hint = match nearest::nearest(id.as_str(), self.read.keys().map(AuditId::as_str)) {
            Some(other) => words!(
                "Döp om filen till ”{other}.md”, om det är den revisionen",
                "Rename the file to “{other}.md”, if it is that audit"
            ),
            None => words!(
                "Filen ska heta som revisionens fil i mappen revision. Finns den inte: skapa revision/{id}.md",
                "The file has to be named as the audit's file in the folder revision. If there is none: create revision/{id}.md"
            ),
        };
        let message = words!("revisionen ”{id}” finns inte", "there is no audit “{id}”");
        Err(context.error(Code::UnknownAudit, place, message, hint))
    }
}

/// Reads an audit.
///
/// # Errors
/// When it has faults.
pub fn read(markdown: &Markdown, id: &AuditId, known: &Known, context: &mut Context<'_>) -> Result<Audit, Reported> {
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let title = fields.required("titel", values::text, context);
    let registry_number = fields.optional("diarienummer", registry_number::read, context);
    let recipients = fields.required("mottagare", |node, context| recipients(node, known, context), context);
    let informed = fields.optional("för kännedom", |node, context| values::list(node, values::text, context), context);
    let asked = recipients.as_ref().map(|all| all.iter().map(|one| &one.body).collect::<Vec<_>>());
    let recommendations = fields.required(
        "rekommendationer",
        |node, context| recommendations(node, asked.as_deref().unwrap_or_default(), known, context),
        context,
    );
    let colophon = colophon::read(&mut fields, context);
    let origin = fields.origin("titel", context);
    fields.finish(context)?;
    let mut text = sections::read(markdown, &SECTIONS, context);
    let verdict = take(&mut text, VERDICT);
    Ok(Audit {
        id: id.clone(),
        title: title?,
        registry_number: registry_number?,
        verdict,
        informed: informed?.unwrap_or_default(),
        recommendations: recommendations?,
        recipients: recipients?,
        text,
        colophon: colophon?,
        origin,
    })
}

fn take(text: &mut TitledProse, title: &str) -> Option<crate::prose::Prose> {
    let at = text.sections.iter().position(|(other, _)| other == title)?;
    text.sections.remove(at).1
}

fn recipients(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<Vec<Recipient>, Reported> {
    let read = |node: &Node, context: &mut Context<'_>| recipient(node, known, context);
    let recipients = values::items(node, ("organ", "kommunstyrelsen"), read, context)?;
    if let Value::List(items) = &node.value {
        let ids = items.iter().filter_map(|item| item.at("organ"));
        once::ids(ids, &words!("mottagaren", "the recipient"), context)?;
    }
    Ok(recipients)
}

fn recipient(node: &Node, known: &Known, context: &mut Context<'_>) -> Result<Recipient, Reported> {
    let mut fields = Fields::of(node, &words!("mottagaren", "the recipient"), context)?;
    let body = fields.required("organ", |node, context| known.named_body(node, context), context);
    let first_due = fields.optional("första yttrandet senast", values::date, context);
    let follow_up_due = fields.optional("uppföljande yttrandet senast", values::date, context);
    let findings = fields.optional("iakttagelser", |node, context| values::list(node, values::text, context), context);
    let origin = fields.origin("organ", context);
    let place = fields.value_place("uppföljande yttrandet senast");
    fields.finish(context)?;
    let (first_due, follow_up_due) = (first_due?, follow_up_due?);
    in_order((first_due, follow_up_due), place, context)?;
    Ok(Recipient { body: body?, first_due, follow_up_due, findings: findings?.unwrap_or_default(), origin })
}

/// Tells a follow-up that comes before what it follows up.
///
/// # Errors
/// When it does.
pub fn in_order(
    (first, follow_up): (Option<Date>, Option<Date>),
    place: Span,
    context: &mut Context<'_>,
) -> Result<(), Reported> {
    let (Some(first), Some(follow_up)) = (first, follow_up) else { return Ok(()) };
    if follow_up >= first {
        return Ok(());
    }
    let message = words!(
        "det uppföljande yttrandet, {follow_up}, kommer före det första, {first}",
        "the follow-up response, {follow_up}, comes before the first one, {first}"
    );
    let hint = words!("Kontrollera de två dagarna", "Check the two days");
    Err(context.error(Code::WrongOrder, place, message, hint))
}

fn recommendations(
    node: &Node,
    asked: &[&BodyId],
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Recommendations, Reported> {
    if context.describes() {
        let all = context.shape_of(|nothing, context| {
            values::list(nothing, |node, context| one(node, &[], known, context), context)
        });
        let none = context.shape_of(none);
        context.note(|| Shape::Either(vec![all, none]));
    }
    if node.at("saknas").is_some() && node.at("id").is_none() {
        return none(node, context);
    }
    let read = |node: &Node, context: &mut Context<'_>| one(node, asked, known, context);
    let all = values::items(node, ("id", "R1"), read, context)?;
    if let Value::List(items) = &node.value {
        let ids = items.iter().filter_map(|item| item.at("id"));
        once::ids(ids, &words!("rekommendationen", "the recommendation"), context)?;
    }
    Ok(Recommendations::Known(all))
}

fn none(node: &Node, context: &mut Context<'_>) -> Result<Recommendations, Reported> {
    let what = words!("rekommendationerna", "the recommendations");
    let mut fields = Fields::like(node, &what, "{ saknas: ej publicerat }", context)?;
    let missing = fields.required("saknas", values::missing, context);
    fields.finish(context)?;
    Ok(Recommendations::Missing(missing?))
}

fn one(node: &Node, asked: &[&BodyId], known: &Known, context: &mut Context<'_>) -> Result<Recommendation, Reported> {
    let what = words!("rekommendationen", "the recommendation");
    let mut fields = Fields::of(node, &what, context)?;
    let id = fields.required("id", values::id, context);
    let to = fields.required(
        "till",
        |node, context| values::list(node, |node, context| put_to(node, asked, known, context), context),
        context,
    );
    let text = fields.either(&what, ("text", values::text), ("saknas", values::missing), context);
    let origin = fields.origin("id", context);
    fields.finish(context)?;
    let text = match text? {
        Either::One(text) => Ok(text),
        Either::Other(missing) => Err(missing),
    };
    Ok(Recommendation { id: RecommendationId(id?), to: to?, text, origin })
}

/// A body to which a recommendation is put; it must be one that is asked to answer.
fn put_to(node: &Node, asked: &[&BodyId], known: &Known, context: &mut Context<'_>) -> Result<BodyId, Reported> {
    let body = known.named_body(node, context)?;
    if asked.is_empty() || asked.contains(&&body) {
        return Ok(body);
    }
    let id = brief(body.as_str());
    let message = words!(
        "rekommendationen är ställd till ”{id}”, som inte är mottagare",
        "the recommendation is put to “{id}”, which is no recipient"
    );
    let hint = words!(
        "Lägg till organet under ”mottagare”, eller rätta ”till”",
        "Add the body to “mottagare”, or mend “till”"
    );
    Err(context.error(Code::NotPutTo, node.span, message, hint))
}

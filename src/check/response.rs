//! Reads `organ/<body>/yttranden/<audit>.md`: what a body answers the auditors, in two rounds.

use std::collections::BTreeMap;

use super::audit::{self, Audits};
use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::shape::Shape;
use super::{colophon, dates, nearest, review, sections, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{
    Audit, AuditId, BodyId, MeasureId, Missing, PlannedAction, RecommendationId, Remarks, Reply, Response, TakenAction,
};
use crate::source::Origin;
use crate::syntax::{Markdown, Node, Value};
use crate::words;

/// What an answer is read against.
struct Asked<'a> {
    body: &'a BodyId,
    /// The audit; none when files are only described.
    audit: Option<&'a Audit>,
    known: &'a Known,
}

/// Reads the responses of a body to an audit; `audits` are none when files are only described.
///
/// # Errors
/// When they have faults.
pub fn read(
    markdown: &Markdown,
    (body, id): (&BodyId, &AuditId),
    audits: Option<&Audits>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Response, Reported> {
    let place = markdown.front.span.point();
    let audit = audits.map(|audits| audits.answered(id, place, context)).transpose();
    if let (Ok(Some(audit)), Some(audits)) = (&audit, audits) {
        addressed(audit, body, known, markdown, context)?;
        if audits.internal.contains(id) && !colophon::is_internal(&markdown.front) {
            let message = words!(
                "yttrandet är öppet men svarar på revisionen ”{id}”, som är intern",
                "the response is open but answers the audit “{id}”, which is internal"
            );
            let hint = words!(
                "Gör yttrandet internt, eller revisionen öppen",
                "Make the response internal, or the audit open"
            );
            return Err(context.error(Code::NamesInternal, place, message, hint));
        }
    }
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let asked = Asked { body, audit: audit.as_ref().ok().copied().flatten(), known };
    let lacking = |fields: &Fields<'_>, key: &str, context: &mut Context<'_>| {
        let message = words!("nyckeln ”{key}” saknas", "the key “{key}” is missing");
        let hint = words!(
            "Skriv vad organet svarade först. Är det inte känt: skriv ”{key}: {{ saknas: ej publicerat }}”",
            "Write what the body answered first. If that is not known: write “{key}: {{ saknas: ej publicerat }}”"
        );
        context.error(Code::MissingKey, fields.place("uppföljande yttrandet"), message, hint)
    };
    let first = fields.required_or(
        "första yttrandet",
        |node, context| reply(node, &|node, context| planned(node, &asked, context), &asked, context),
        lacking,
        context,
    );
    let follow_up = fields.optional(
        "uppföljande yttrandet",
        |node, context| reply(node, &|node, context| taken(node, &asked, context), &asked, context),
        context,
    );
    let publication = colophon::publication(&mut fields, context);
    let (note, source) =
        (fields.optional("not", values::text, context), fields.optional("källa", values::text, context));
    let origin = fields.origin("första yttrandet", context);
    let later = fields.value_place("uppföljande yttrandet");
    fields.finish(context)?;
    publication?;
    audit?;
    let (first, follow_up) = (first?, follow_up?);
    let day = |reply: Option<&Option<jiff::civil::Date>>| reply.copied().flatten();
    let days = (
        day(first.as_ref().ok().map(|one| &one.handed_in)),
        day(follow_up.as_ref().and_then(|one| one.as_ref().ok()).map(|one| &one.handed_in)),
    );
    audit::in_order(days, later, context)?;
    let remarks = Remarks { note: note?, source: source?, uncertain: false };
    Ok(Response { audit: id.clone(), first, follow_up, text: sections::read(markdown, &[], context), remarks, origin })
}

/// Tells a response to an audit that did not ask the body.
fn addressed(
    audit: &Audit,
    body: &BodyId,
    known: &Known,
    markdown: &Markdown,
    context: &mut Context<'_>,
) -> Result<(), Reported> {
    if audit.recipient(body).is_some() || !known.bodies.contains(body) {
        return Ok(());
    }
    let id = &audit.id;
    let message = words!("revisionen ”{id}” är inte ställd till ”{body}”", "the audit “{id}” is not put to “{body}”");
    let hint = words!(
        "Lägg till organet under ”mottagare” i revision/{id}.md, eller flytta filen till rätt organ",
        "Add the body to “mottagare” in revision/{id}.md, or move the file to the right body"
    );
    Err(context.error(Code::NotPutTo, markdown.front.span.point(), message, hint))
}

/// How a round's answer to a recommendation is read.
type ReadAnswer<'a, Answer> = dyn Fn(&Node, &mut Context<'_>) -> Result<Answer, Reported> + 'a;

fn reply<Answer>(
    node: &Node,
    answer: &ReadAnswer<'_, Answer>,
    asked: &Asked<'_>,
    context: &mut Context<'_>,
) -> Result<Result<Reply<Answer>, Missing>, Reported> {
    if context.describes() {
        let told = context.shape_of(|nothing, context| told(nothing, answer, asked, context));
        let unknown = context.shape_of(unknown);
        context.note(|| Shape::Either(vec![told, unknown]));
    }
    if node.at("saknas").is_some() {
        return unknown(node, context).map(Err);
    }
    told(node, answer, asked, context).map(Ok)
}

fn unknown(node: &Node, context: &mut Context<'_>) -> Result<Missing, Reported> {
    let mut fields = Fields::like(node, &words!("yttrandet", "the response"), "{ saknas: ej publicerat }", context)?;
    let missing = fields.required("saknas", values::missing, context);
    fields.finish(context)?;
    missing
}

fn told<Answer>(
    node: &Node,
    answer: &ReadAnswer<'_, Answer>,
    asked: &Asked<'_>,
    context: &mut Context<'_>,
) -> Result<Reply<Answer>, Reported> {
    let mut fields = Fields::of(node, &words!("yttrandet", "the response"), context)?;
    let handed_in = fields.optional("inlämnat", dates::past, context);
    let summary = fields.optional("sammanfattande svar", values::text, context);
    let answers = fields.optional("rekommendationer", |node, context| answers(node, answer, asked, context), context);
    let colophon = colophon::of_part(&mut fields, context);
    let origin = context.origin(fields.span);
    fields.finish(context)?;
    Ok(Reply {
        handed_in: handed_in?,
        summary: summary?,
        answers: answers?.unwrap_or_default(),
        colophon: colophon?,
        origin,
    })
}

fn answers<Answer>(
    node: &Node,
    answer: &ReadAnswer<'_, Answer>,
    asked: &Asked<'_>,
    context: &mut Context<'_>,
) -> Result<BTreeMap<RecommendationId, Result<Answer, Missing>>, Reported> {
    if context.describes() {
        let keys = Box::new(Shape::Id);
        let known = context.shape_of(answer);
        let unknown = context.shape_of(unknown);
        let values = Box::new(Shape::Either(vec![known, unknown]));
        context.note(|| Shape::Table { keys, values, beside: Vec::new() });
    }
    let Value::Mapping(entries) = &node.value else {
        let message = words!(
            "svaren ska stå rekommendation för rekommendation",
            "the answers go recommendation by recommendation"
        );
        let hint = words!(
            "Skriv rekommendationens id och kolon, och svaret på raderna under: ”R1:”",
            "Write the recommendation's id and a colon, and the answer on the lines below: “R1:”"
        );
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut answers = BTreeMap::new();
    let mut failed = None;
    for (key, value) in entries {
        let read = recommendation(key, asked, context).and_then(|id| {
            let read = if value.at("saknas").is_some() {
                unknown(value, context).map(Err)
            } else {
                answer(value, context).map(Ok)
            };
            Ok((id, read?))
        });
        match read {
            Ok((id, answer)) => drop(answers.insert(id, answer)),
            Err(reported) => failed = Some(reported),
        }
    }
    failed.map_or(Ok(answers), Err)
}

/// The recommendation that a key names; it must have been put to the body.
fn recommendation(key: &Node, asked: &Asked<'_>, context: &mut Context<'_>) -> Result<RecommendationId, Reported> {
    let id = RecommendationId(values::reference(key, context)?);
    let Some(audit) = asked.audit else { return Ok(id) };
    match audit.recommendation(&id) {
        Some(found) if found.to.contains(asked.body) => Ok(id),
        Some(_) => {
            let body = asked.body;
            let message = words!(
                "rekommendationen {id} är inte ställd till ”{body}”",
                "the recommendation {id} is not put to “{body}”"
            );
            let audit = &audit.id;
            let hint = words!(
                "Ta bort raden, eller lägg till organet under ”till” i revision/{audit}.md",
                "Remove the line, or add the body to “till” in revision/{audit}.md"
            );
            Err(context.error(Code::NotPutTo, key.span, message, hint))
        }
        None => {
            let named: Vec<_> =
                audit.put_to(asked.body).map(|one| (one.id.as_str(), one.text.as_deref().ok())).collect();
            let hint = nearest::hint_of_named(id.as_str(), named);
            let (id, title) = (brief(id.as_str()), &audit.title);
            let message =
                words!("rekommendationen ”{id}” finns inte i {title}", "there is no recommendation “{id}” in {title}");
            Err(context.error(Code::UnknownRecommendation, key.span, message, hint))
        }
    }
}

fn planned(node: &Node, asked: &Asked<'_>, context: &mut Context<'_>) -> Result<PlannedAction, Reported> {
    let mut fields = Fields::of(node, &words!("svaret", "the answer"), context)?;
    let action = fields.optional("planerad åtgärd", values::text, context);
    let effect = fields.optional("förväntad effekt", values::text, context);
    let due = fields.optional("klar senast", values::date, context);
    let led_to = led_to(&mut fields, asked, context);
    let origin = origin(node, &fields, context);
    fields.finish(context)?;
    Ok(PlannedAction { action: action?, effect: effect?, due: due?, led_to: led_to?, origin })
}

fn taken(node: &Node, asked: &Asked<'_>, context: &mut Context<'_>) -> Result<TakenAction, Reported> {
    let mut fields = Fields::of(node, &words!("svaret", "the answer"), context)?;
    let action = fields.optional("genomfört", values::text, context);
    let effect = fields.optional("effekt", values::text, context);
    let remains = fields.optional("återstår", values::text, context);
    let led_to = led_to(&mut fields, asked, context);
    let origin = origin(node, &fields, context);
    fields.finish(context)?;
    Ok(TakenAction { action: action?, effect: effect?, remains: remains?, led_to: led_to?, origin })
}

fn origin(node: &Node, fields: &Fields<'_>, context: &Context<'_>) -> Origin {
    let span = if node.value == Value::Empty { fields.span } else { node.span };
    context.origin(span)
}

fn led_to(fields: &mut Fields<'_>, asked: &Asked<'_>, context: &mut Context<'_>) -> Result<Vec<MeasureId>, Reported> {
    let one = |node: &Node, context: &mut Context<'_>| {
        review::own_measure(node, asked.body, asked.known, context).map(|(id, _)| id)
    };
    let read = fields.optional("ledde till", |node, context| values::list(node, one, context), context);
    read.map(Option::unwrap_or_default)
}

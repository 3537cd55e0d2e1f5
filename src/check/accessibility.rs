//! Reads `redogörelse` in `sidor/tillganglighet.md`: the accessibility statement, with every item that the authority asks for
//! (2018:1937; Digg: what a statement must hold).

use jiff::civil::Date;

use super::context::Context;
use super::fields::Fields;
use super::shape::Shape;
use super::{dates, values};
use crate::diagnostic::{Code, Diagnostic, Reported, Words, brief};
use crate::model::{AccessibilityFault, AccessibilityStatement, Conformance, FaultReason, Missing, PageId};
use crate::source::Span;
use crate::syntax::{Node, Value};
use crate::words;

/// The name of the one page that is a statement.
const PAGE: &str = "tillganglighet";

/// Where complaints go.
const FORM: &str = "https://www.digg.se/tdosanmalan";

/// Reads the statement from the front matter of the page that has the id.
///
/// # Errors
/// When it is missing from the page that is one, stands on another, or has faults.
pub fn read(
    fields: &mut Fields<'_>,
    id: &PageId,
    context: &mut Context<'_>,
) -> Result<Option<AccessibilityStatement>, Reported> {
    if id.as_str() == PAGE {
        let lacking = |fields: &Fields<'_>, key: &str, context: &mut Context<'_>| {
            let message = words!(
                "tillgänglighetsredogörelsen saknar ”{key}”, uppgifterna som lagen kräver",
                "the accessibility statement lacks “{key}”, the items that the law asks for"
            );
            let hint = words!(
                "Skriv ”{key}:” och under den aktör, tjänst, förenlig, brister, omfattas inte, bedömd, metod, uppdaterad, kontakt och anmälan",
                "Write “{key}:” and below it aktör, tjänst, förenlig, brister, omfattas inte, bedömd, metod, uppdaterad, kontakt and anmälan"
            );
            context.error(Code::MissingKey, fields.place(key), message, hint)
        };
        return fields.required_or("redogörelse", statement, lacking, context).map(Some);
    }
    let place = fields.place("redogörelse");
    if fields.optional("redogörelse", statement, context)?.is_none() {
        return Ok(None);
    }
    let message =
        words!("tillgänglighetsredogörelsen står på fel sida", "the accessibility statement stands on the wrong page");
    let hint = words!("Flytta den till sidor/{PAGE}.md", "Move it to sidor/{PAGE}.md");
    Err(context.error(Code::NotAllowed, place, message, hint))
}

fn statement(node: &Node, context: &mut Context<'_>) -> Result<AccessibilityStatement, Reported> {
    let what = words!("tillgänglighetsredogörelsen", "the accessibility statement");
    let mut fields = Fields::of(node, &what, context)?;
    let provider = item_or_missing(&mut fields, ("aktör", "Exempelköpings kommun"), values::text, context);
    let service = item(&mut fields, ("tjänst", "Webbplatsen Intern kontroll i Exempelköping"), values::text, context);
    let conformance = item(
        &mut fields,
        ("förenlig", "delvis"),
        |node, context| values::choice(node, &Conformance::WRITTEN, context),
        context,
    );
    let faults = item(
        &mut fields,
        ("brister", "[ { brist: Breda tabeller rullas i sidled, skäl: ännu inte rättad } ]"),
        faults,
        context,
    );
    let exempt = item(&mut fields, ("omfattas inte", "inget"), exempt, context);
    let assessed = item_or_missing(&mut fields, ("bedömd", "2025-04-28"), dates::past, context);
    let method = item_or_missing(
        &mut fields,
        ("metod", "Självskattning med automatiska verktyg och skärmläsare"),
        values::text,
        context,
    );
    let revised = item_or_missing(&mut fields, ("uppdaterad", "2025-05-05"), dates::past, context);
    let next = fields.optional("nästa bedömning", values::date, context);
    let contact = item_or_missing(
        &mut fields,
        ("kontakt", "Stadskontoret, genom kommunens kontaktcenter"),
        values::text,
        context,
    );
    let complaints = item(&mut fields, ("anmälan", FORM), complaints, context);
    let places = Places {
        conformance: fields.value_place("förenlig"),
        faults: fields.value_place("brister"),
        assessed: fields.value_place("bedömd"),
        revised: fields.value_place("uppdaterad"),
        next: fields.value_place("nästa bedömning"),
    };
    fields.finish(context)?;
    let statement = AccessibilityStatement {
        provider: provider?,
        service: service?,
        conformance: conformance?,
        faults: faults?,
        exempt: exempt?,
        assessed: assessed?,
        method: method?,
        revised: revised?,
        next: next?,
        contact: contact?,
        complaints: complaints?,
    };
    agrees(&statement, &places, context)?;
    in_order(&statement, &places, context)?;
    Ok(statement)
}

/// Where the values stand that are held against each other.
struct Places {
    conformance: Span,
    faults: Span,
    assessed: Span,
    revised: Span,
    next: Span,
}

/// An item that the law asks for; whoever has left it out gets an example of it.
fn item<'n, T>(
    fields: &mut Fields<'n>,
    (key, example): (&'static str, &str),
    read: impl FnOnce(&'n Node, &mut Context<'_>) -> Result<T, Reported>,
    context: &mut Context<'_>,
) -> Result<T, Reported> {
    let hint = words!("Skriv till exempel ”{key}: {example}”", "Write for example “{key}: {example}”");
    fields.required_or(key, read, |fields, key, context| lacking(fields, key, hint, context), context)
}

/// The same for what need not be known.
fn item_or_missing<'n, T>(
    fields: &mut Fields<'n>,
    (key, example): (&'static str, &str),
    read: impl Fn(&Node, &mut Context<'_>) -> Result<T, Reported>,
    context: &mut Context<'_>,
) -> Result<Result<T, Missing>, Reported> {
    let hint = words!(
        "Skriv till exempel ”{key}: {example}”, eller ”{key}: {{ saknas: uppgift saknas }}”",
        "Write for example “{key}: {example}”, or “{key}: {{ saknas: uppgift saknas }}”"
    );
    let read = |node: &'n Node, context: &mut Context<'_>| or_missing(node, example, read, context);
    fields.required_or(key, read, |fields, key, context| lacking(fields, key, hint, context), context)
}

fn lacking(fields: &Fields<'_>, key: &str, hint: Words, context: &mut Context<'_>) -> Reported {
    let message = words!("tillgänglighetsredogörelsen saknar ”{key}”", "the accessibility statement lacks “{key}”");
    context.error(Code::MissingKey, fields.place(key), message, hint)
}

/// A value, or why it is not there.
fn or_missing<T>(
    node: &Node,
    example: &str,
    read: impl Fn(&Node, &mut Context<'_>) -> Result<T, Reported>,
    context: &mut Context<'_>,
) -> Result<Result<T, Missing>, Reported> {
    let missing = |node: &Node, context: &mut Context<'_>| {
        let mut fields = Fields::like(node, &words!("uppgiften", "the item"), "{ saknas: uppgift saknas }", context)?;
        let missing = fields.required("saknas", values::missing, context);
        fields.finish(context)?;
        missing
    };
    if context.describes() {
        let (value, unknown) = (context.shape_of(&read), context.shape_of(missing));
        context.note(|| Shape::Either(vec![value, unknown]));
    }
    match &node.value {
        Value::Mapping(_) if node.at("saknas").is_some() => missing(node, context).map(Err),
        Value::Mapping(_) | Value::List(_) => {
            let message = words!("här ska en enda uppgift stå", "a single item should stand here");
            let hint = words!(
                "Skriv till exempel ”{example}”, eller {{ saknas: uppgift saknas }}",
                "Write for example “{example}”, or {{ saknas: uppgift saknas }}"
            );
            Err(context.error(Code::WrongKind, node.span, message, hint))
        }
        Value::Scalar(_) | Value::Empty => read(node, context).map(Ok),
    }
}

/// The faults, or `inga kända`.
fn faults(node: &Node, context: &mut Context<'_>) -> Result<Vec<AccessibilityFault>, Reported> {
    let none = |node: &Node, context: &mut Context<'_>| values::choice(node, &[("inga kända", ())], context);
    let all = |node: &Node, context: &mut Context<'_>| {
        values::items(node, ("brist", "Breda tabeller rullas i sidled"), fault, context)
    };
    if context.describes() {
        let (none, all) = (context.shape_of(none), context.shape_of(all));
        context.note(|| Shape::Either(vec![none, all]));
    }
    match &node.value {
        Value::Scalar(text) if text.trim() == "inga kända" => Ok(Vec::new()),
        Value::Scalar(text) => {
            let text = brief(text);
            let message =
                words!("”{text}” säger inte varför bristen finns kvar", "“{text}” does not say why the fault remains");
            let hint = words!(
                "Skriv ”- brist: {text}” och under det ”skäl: ännu inte rättad”. Finns det inga kända brister: skriv ”inga kända”",
                "Write “- brist: {text}” and below it “skäl: ännu inte rättad”. If no faults are known: write “inga kända”"
            );
            Err(context.error(Code::WrongKind, node.span, message, hint))
        }
        Value::Mapping(_) | Value::List(_) | Value::Empty => all(node, context),
    }
}

fn fault(node: &Node, context: &mut Context<'_>) -> Result<AccessibilityFault, Reported> {
    let example = "{ brist: Breda tabeller rullas i sidled, skäl: ännu inte rättad }";
    let mut fields = Fields::like(node, &words!("bristen", "the fault"), example, context)?;
    let text = fields.required("brist", values::text, context);
    let reasons = [("ännu inte rättad", false), ("oskäligt betungande", true)];
    let reason = fields.required("skäl", |node, context| values::choice(node, &reasons, context), context);
    let why = fields.optional("förklaring", values::text, context);
    let by = fields.optional("rättas", values::date, context);
    let (place, why_place, by_place) =
        (fields.value_place("skäl"), fields.place("förklaring"), fields.value_place("rättas"));
    fields.finish(context)?;
    let (text, is_burden, why, by) = (text?, reason?, why?, by?);
    let reason = match (is_burden, why, by) {
        (true, Some(why), None) => FaultReason::Burden { why },
        (false, None, by) => {
            if let Some(by) = by {
                past_due(by, by_place, context);
            }
            FaultReason::NotMended { by }
        }
        (true, None, _) => {
            let message = words!(
                "det står inte varför det är oskäligt betungande att rätta bristen",
                "it is not said why it is an unreasonable burden to mend the fault"
            );
            let hint = words!(
                "Skriv ”förklaring: …” med bedömningen enligt 12 § i lagen",
                "Write “förklaring: …” with the assessment by § 12 of the law"
            );
            return Err(context.error(Code::MissingKey, place, message, hint));
        }
        (true, Some(_), Some(_)) => {
            let message = words!(
                "bristen ska rättas, men den sägs vara oskäligt betungande att rätta",
                "the fault is to be mended, but is said to be an unreasonable burden to mend"
            );
            let hint = words!(
                "Ta bort ”rättas”, eller skriv ”skäl: ännu inte rättad”",
                "Remove “rättas”, or write “skäl: ännu inte rättad”"
            );
            return Err(context.error(Code::ConformanceContradicted, by_place, message, hint));
        }
        (false, Some(_), _) => {
            let message =
                words!("”förklaring” hör till ”oskäligt betungande”", "“förklaring” belongs to “oskäligt betungande”");
            let hint =
                words!("Skriv förklaringen i texten om bristen", "Write the explanation in the text about the fault");
            return Err(context.error(Code::NotAllowed, why_place, message, hint));
        }
    };
    Ok(AccessibilityFault { text, reason })
}

/// What the law does not cover, or `inget`.
fn exempt(node: &Node, context: &mut Context<'_>) -> Result<Vec<String>, Reported> {
    let all = values::list(node, values::text, context)?;
    Ok(if all == ["inget"] { Vec::new() } else { all })
}

/// The address of the authority's form.
fn complaints(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    let address = values::text(node, context)?;
    if address.starts_with("https://") && !address.contains(char::is_whitespace) {
        return Ok(address);
    }
    let message = words!("anmälan är ingen adress till ett formulär", "the address of the form is no address");
    let hint = words!("Skriv ”anmälan: {FORM}”, Diggs formulär", "Write “anmälan: {FORM}”, the authority's form");
    Err(context.error(Code::NotAllowed, node.span, message, hint))
}

/// The state agrees with the faults, and nobody claims everything without having looked.
fn agrees(statement: &AccessibilityStatement, places: &Places, context: &mut Context<'_>) -> Result<(), Reported> {
    let word = statement.conformance.word();
    let (message, hint, other) = match (statement.conformance, statement.faults.is_empty()) {
        (Conformance::Full, false) => (
            words!("tjänsten sägs vara helt förenlig med lagen, men har brister", "full conformance, but with faults"),
            words!("Skriv ”förenlig: delvis”", "Write “förenlig: delvis”"),
            places.faults,
        ),
        (Conformance::Full, true) if statement.assessed.is_err() || statement.method.is_err() => (
            words!(
                "tjänsten sägs vara helt förenlig med lagen, men det står inte när och hur det har bedömts",
                "full conformance, but it is not said when and how that was assessed"
            ),
            words!(
                "Skriv ”bedömd” och ”metod”, eller ”förenlig: delvis” med de brister som finns",
                "Write “bedömd” and “metod”, or “förenlig: delvis” with the faults that there are"
            ),
            places.assessed,
        ),
        (Conformance::Partial | Conformance::Not, true) => (
            words!(
                "tjänsten är {word} förenlig med lagen, men ingen brist nämns",
                "the conformance is “{word}”, but no fault is told"
            ),
            words!(
                "Skriv vad som brister under ”brister”, med ”brist” och ”skäl”",
                "Write what is wrong below “brister”, with “brist” and “skäl”"
            ),
            places.faults,
        ),
        (Conformance::Full, true) | (Conformance::Partial | Conformance::Not, false) => return Ok(()),
    };
    let fault = Diagnostic::new(Code::ConformanceContradicted, places.conformance, message).hint(hint);
    Err(context.diagnostics.error(fault.related(other, words!("det andra står här", "the other stands here"))))
}

/// What was assessed was written after that, and what is to be assessed again is not overdue at the date of the report.
fn in_order(statement: &AccessibilityStatement, places: &Places, context: &mut Context<'_>) -> Result<(), Reported> {
    if let (Ok(assessed), Ok(revised)) = (statement.assessed, statement.revised)
        && revised < assessed
    {
        let message = words!(
            "redogörelsen uppdaterades {revised}, före bedömningen {assessed}",
            "the statement was revised on {revised}, before the assessment on {assessed}"
        );
        let hint = words!("Rätta det datum som är fel", "Correct the date that is wrong");
        return Err(context.error(Code::WrongOrder, places.revised, message, hint));
    }
    if let Some(next) = statement.next {
        past_due(next, places.next, context);
    }
    Ok(())
}

/// Warns of a day of the statement that has passed at the date of the report.
fn past_due(day: Date, place: Span, context: &mut Context<'_>) {
    let Some(today) = context.report_date.filter(|today| day < *today) else { return };
    let message = words!(
        "dagen, {day}, har passerat när rapporten dateras, {today}",
        "the day, {day}, has passed at the date of the report, {today}"
    );
    let hint =
        words!("Skriv hur det gick i redogörelsen, och en ny dag", "Write in the statement how it went, and a new day");
    context.warn(Code::PastDueDate, place, message, hint);
}

//! Reads a set's categories and statements, with their wordings through the years.

use super::context::Context;
use super::fields::{Either, Fields};
use super::shape::Shape;
use super::{comparability, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Category, CategoryId, Missing, Statement, StatementId, Statements, Version, Year, YearSpan};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// Years so far apart that they mean “always”.
const ALWAYS: YearSpan = YearSpan { first: Year(1900), last: Year(2100) };

/// Reads a category with its statements.
///
/// # Errors
/// When it has faults.
pub fn category(node: &Node, years: Option<YearSpan>, context: &mut Context<'_>) -> Result<Category, Reported> {
    let mut fields = Fields::of(node, &words!("kategorin", "the category"), context)?;
    let id = fields.required("id", values::id, context);
    let name = fields.required("namn", values::text, context);
    let statements =
        fields.required("påståenden", |node, context| statements(node, years.unwrap_or(ALWAYS), context), context);
    fields.finish(context)?;
    Ok(Category { id: CategoryId(id?), name: name?, statements: statements? })
}

fn statements(node: &Node, years: YearSpan, context: &mut Context<'_>) -> Result<Statements, Reported> {
    if context.describes() {
        let unknown = context.shape_of(unknown);
        let known = context.shape_of(|nothing, context| statement(nothing, years, context));
        context.note(|| Shape::Either(vec![Shape::List(Box::new(known)), unknown]));
    }
    if node.at("saknas").is_some() {
        return unknown(node, context).map(Statements::Missing);
    }
    if let Some(reported) = reason_alone(node, context) {
        return Err(reported);
    }
    let read = |node: &Node, context: &mut Context<'_>| statement(node, years, context);
    values::items(node, ("id", "KM1"), read, context).map(Statements::Known)
}

/// Tells a reason that stands where statements should.
pub fn reason_alone(node: &Node, context: &mut Context<'_>) -> Option<Reported> {
    let reason = node.text().filter(|text| Missing::WRITTEN.iter().any(|missing| missing.words() == *text))?;
    let message = words!("”{reason}” är inget påstående", "“{reason}” is no statement");
    let hint =
        words!("Det är ett skäl. Skriv {{ saknas: {reason} }}", "That is a reason. Write {{ saknas: {reason} }}");
    Some(context.error(Code::WrongKind, node.span, message, hint))
}

/// `{ saknas: … }`: statements, or figures, of which only a reason is known why they are not there.
///
/// # Errors
/// When there is no such reason.
pub fn unknown(node: &Node, context: &mut Context<'_>) -> Result<Missing, Reported> {
    let mut fields = Fields::of(node, &words!("påståendena", "the statements"), context)?;
    let missing = fields.required("saknas", values::missing, context);
    fields.finish(context)?;
    missing
}

fn statement(node: &Node, years: YearSpan, context: &mut Context<'_>) -> Result<Statement, Reported> {
    let what = words!("påståendet", "the statement");
    let mut fields = Fields::like(node, &what, "{ id: KM1, kort: …, text: … }", context)?;
    let id = fields.required("id", values::id, context);
    let short = fields.required("kort", short, context);
    let wording = fields.either(&what, ("text", values::text), ("versioner", versions), context);
    let guiding_questions =
        fields.optional("hjälpfrågor", |node, context| values::list(node, values::text, context), context);
    let from = fields.optional("från", values::year, context);
    let until = fields.optional("till", values::year, context);
    let origin = fields.origin("id", context);
    let place = fields.value_place("till");
    fields.finish(context)?;
    let from = from?;
    let versions = match wording? {
        Either::One(text) => {
            vec![Version { from: from.unwrap_or(years.first), text, comparable: true, note: None, origin }]
        }
        Either::Other(versions) => versions,
    };
    let first = from.unwrap_or(versions[0].from);
    let last = until?.unwrap_or(Year(years.last.0.max(2100)));
    if first > last {
        let message = words!(
            "påståendet ställs från {first}, men bara till {last}",
            "the statement is asked from {first}, but only until {last}"
        );
        let hint = words!("Kontrollera åren under ”från” och ”till”", "Check the years under “från” and “till”");
        return Err(context.error(Code::WrongOrder, place, message, hint));
    }
    Ok(Statement {
        id: StatementId(id?),
        short: short?,
        versions,
        guiding_questions: guiding_questions?.unwrap_or_default(),
        span: YearSpan { first, last },
        origin,
    })
}

/// The longest short name that a table has room for, in characters.
const LONGEST_SHORT: usize = 40;

/// Reads `kort`.
///
/// # Errors
/// When it is too long for a table.
pub fn short(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
    let short = values::text(node, context)?;
    let length = short.chars().count();
    if length > LONGEST_SHORT {
        let message = words!("det korta namnet är {length} tecken långt", "the short name is {length} characters long");
        let hint =
            words!("Korta det till högst {LONGEST_SHORT} tecken", "Shorten it to at most {LONGEST_SHORT} characters");
        return Err(context.error(Code::NameTooLong, node.span, message, hint));
    }
    Ok(short)
}

/// The wordings, of which there is at least one, the oldest first.
fn versions(node: &Node, context: &mut Context<'_>) -> Result<Vec<Version>, Reported> {
    let mut is_first = true;
    let each = |node: &Node, context: &mut Context<'_>| version(node, std::mem::take(&mut is_first), context);
    let versions = values::list(node, each, context)?;
    if versions.is_empty() && !context.describes() {
        let message = words!("påståendet har ingen lydelse", "the statement has no wording");
        let hint = words!(
            "Skriv minst en version, med ”från” och ”text”",
            "Write at least one version, with “från” and “text”"
        );
        return Err(context.error(Code::EmptyValue, node.span, message, hint));
    }
    if let Some((before, (version, place))) =
        versions.iter().zip(versions.iter().skip(1)).find(|(before, (version, _))| before.0.from >= version.from)
    {
        let (before, year) = (before.0.from, version.from);
        let message = words!(
            "versionen från {year} står efter den från {before}",
            "the version from {year} stands after the one from {before}"
        );
        let hint = words!("Skriv den äldsta versionen först", "Write the oldest version first");
        return Err(context.error(Code::WrongOrder, *place, message, hint));
    }
    Ok(versions.into_iter().map(|(version, _)| version).collect())
}

/// A wording, and the place of the year in which it begins. All but the first say whether they can be compared.
fn version(node: &Node, is_first: bool, context: &mut Context<'_>) -> Result<(Version, Span), Reported> {
    let mut fields = Fields::like(node, &words!("versionen", "the version"), "{ från: 2024, text: … }", context)?;
    let from = fields.required("från", values::year, context);
    let text = fields.required("text", values::text, context);
    let comparable = fields.optional("jämförbar", values::yes_or_no, context);
    let note = fields.optional("not", values::text, context);
    let origin = fields.origin("från", context);
    let (place, wording) = (fields.value_place("från"), fields.place("text"));
    fields.finish(context)?;
    let comparable = match comparable? {
        Some(comparable) => comparable,
        None if is_first => true,
        None => return Err(comparability::unsaid(wording, context)),
    };
    Ok((Version { from: from?, text: text?, comparable, note: note?, origin }, place))
}

//! Reads a set's categories and statements, with their wordings through the years.

use super::context::Context;
use super::fields::{Either, Fields};
use super::shape::Shape;
use super::{comparability, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Category, CategoryId, Statement, StatementId, Statements, Version, Year, YearSpan};
use crate::syntax::{Node, Value};
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
        let unknown = context.shape_of(unknown_statements);
        let known = context.shape_of(|nothing, context| statement(nothing, years, context));
        context.note(|| Shape::Either(vec![Shape::List(Box::new(known)), unknown]));
    }
    if let Value::Mapping(_) = node.value {
        return unknown_statements(node, context);
    }
    values::list(node, |node, context| statement(node, years, context), context).map(Statements::Known)
}

/// Statements of which only a reason is known why they are not there.
fn unknown_statements(node: &Node, context: &mut Context<'_>) -> Result<Statements, Reported> {
    let mut fields = Fields::of(node, &words!("påståendena", "the statements"), context)?;
    let missing = fields.required("saknas", values::missing, context);
    fields.finish(context)?;
    Ok(Statements::Missing(missing?))
}

fn statement(node: &Node, years: YearSpan, context: &mut Context<'_>) -> Result<Statement, Reported> {
    let what = words!("påståendet", "the statement");
    let mut fields = Fields::of(node, &what, context)?;
    let id = fields.required("id", values::id, context);
    let short = fields.required("kort", short, context);
    let wording = fields.either(&what, ("text", values::text), ("versioner", versions), context);
    let guiding_questions =
        fields.optional("hjälpfrågor", |node, context| values::list(node, values::text, context), context);
    let from = fields.optional("från", values::year, context);
    let until = fields.optional("till", values::year, context);
    let origin = fields.origin("id", context);
    let place = fields.place("till");
    fields.finish(context)?;
    let from = from?;
    let versions = match wording? {
        Either::One(text) => {
            vec![Version { from: from.unwrap_or(years.first), text, comparable: true, note: None, origin }]
        }
        Either::Other(versions) => versions,
    };
    if let Some(pair) = versions.windows(2).find(|pair| pair[0].from >= pair[1].from) {
        let place = context.sources.line(pair[1].origin);
        let message =
            words!("versionerna står inte i ordning efter år", "the versions do not stand in the order of their years");
        return Err(context.error(
            Code::WrongOrder,
            place,
            message,
            words!("Skriv den äldsta först", "Write the oldest first"),
        ));
    }
    let first = from.unwrap_or(versions[0].from);
    let last = until?.unwrap_or(Year(years.last.0.max(2100)));
    if first > last {
        let message = words!("{first} kommer efter {last}", "{first} comes after {last}");
        let hint = words!("Kontrollera ”från” och ”till”", "Check “från” and “till”");
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

fn versions(node: &Node, context: &mut Context<'_>) -> Result<Vec<Version>, Reported> {
    let mut is_first = true;
    let each = |node: &Node, context: &mut Context<'_>| version(node, std::mem::take(&mut is_first), context);
    values::list(node, each, context)
}

/// The longest short name that a table has room for, in characters.
const LONGEST_SHORT: usize = 40;

fn short(node: &Node, context: &mut Context<'_>) -> Result<String, Reported> {
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

fn version(node: &Node, is_first: bool, context: &mut Context<'_>) -> Result<Version, Reported> {
    let mut fields = Fields::of(node, &words!("versionen", "the version"), context)?;
    let from = fields.required("från", values::year, context);
    let text = fields.required("text", values::text, context);
    let comparable = fields.optional("jämförbar", values::yes_or_no, context);
    let note = fields.optional("not", values::text, context);
    let origin = fields.origin("från", context);
    let place = fields.place("text");
    fields.finish(context)?;
    let comparable = match comparable? {
        Some(comparable) => comparable,
        None if is_first => true,
        None => return Err(comparability::unsaid(place, context)),
    };
    Ok(Version { from: from?, text: text?, comparable, note: note?, origin })
}

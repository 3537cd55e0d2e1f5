//! Reads a set's categories and statements, with their wordings through the years.

use super::context::Context;
use super::fields::Fields;
use super::{comparability, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Category, CategoryId, Statement, StatementId, Statements, Version, Year, YearSpan};
use crate::syntax::{Node, Value};

/// Years so far apart that they mean “always”.
const ALWAYS: YearSpan = YearSpan { first: Year(1900), last: Year(2100) };

/// Reads a category with its statements.
///
/// # Errors
/// When it has faults.
pub fn category(node: &Node, years: Option<YearSpan>, context: &mut Context<'_>) -> Result<Category, Reported> {
    let mut fields = Fields::of(node, "kategorin", context)?;
    let id = fields.required("id", values::id, context);
    let name = fields.required("namn", values::text, context);
    let statements =
        fields.required("påståenden", |node, context| statements(node, years.unwrap_or(ALWAYS), context), context);
    fields.finish(context)?;
    Ok(Category { id: CategoryId(id?), name: name?, statements: statements? })
}

fn statements(node: &Node, years: YearSpan, context: &mut Context<'_>) -> Result<Statements, Reported> {
    if let Value::Mapping(_) = node.value {
        let mut fields = Fields::of(node, "påståendena", context)?;
        let missing = fields.required("saknas", values::missing, context);
        fields.finish(context)?;
        return Ok(Statements::Missing(missing?));
    }
    values::list(node, |node, context| statement(node, years, context), context).map(Statements::Known)
}

fn statement(node: &Node, years: YearSpan, context: &mut Context<'_>) -> Result<Statement, Reported> {
    let mut fields = Fields::of(node, "påståendet", context)?;
    let id = fields.required("id", values::id, context);
    let short = fields.required("kort", short, context);
    let text = fields.optional("text", values::text, context);
    let versions = fields.optional("versioner", versions, context);
    let guiding_questions =
        fields.optional("hjälpfrågor", |node, context| values::list(node, values::text, context), context);
    let from = fields.optional("från", values::year, context);
    let until = fields.optional("till", values::year, context);
    let origin = fields.origin("id", context);
    let span = fields.span;
    fields.finish(context)?;
    let from = from?;
    let versions = match (text?, versions?) {
        (Some(text), None) => {
            vec![Version { from: from.unwrap_or(years.first), text, comparable: true, note: None, origin }]
        }
        (None, Some(versions)) => versions,
        (None, None) | (Some(_), Some(_)) => {
            let hint = "Skriv ”text: …” om lydelsen alltid varit densamma, annars ”versioner:”";
            return Err(context.error(Code::MissingKey, span, "påståendet ska ha antingen text eller versioner", hint));
        }
    };
    if versions.windows(2).any(|pair| pair[0].from >= pair[1].from) {
        return Err(context.error(
            Code::WrongOrder,
            span,
            "versionerna står inte i ordning efter år",
            "Skriv den äldsta först",
        ));
    }
    let first = from.unwrap_or(versions[0].from);
    let last = until?.unwrap_or(Year(years.last.0.max(2100)));
    if first > last {
        return Err(context.error(
            Code::WrongOrder,
            span,
            format!("{first} kommer efter {last}"),
            "Kontrollera ”från” och ”till”",
        ));
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
        let message = format!("det korta namnet är {length} tecken långt");
        return Err(context.error(
            Code::TooLarge,
            node.span,
            message,
            format!("Korta det till högst {LONGEST_SHORT} tecken"),
        ));
    }
    Ok(short)
}

fn version(node: &Node, is_first: bool, context: &mut Context<'_>) -> Result<Version, Reported> {
    let mut fields = Fields::of(node, "versionen", context)?;
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

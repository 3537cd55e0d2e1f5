//! Reads `kommun.yaml`.

use super::context::Context;
use super::fields::Fields;
use super::place::Place;
use super::registry_number::RegistryNumbers;
use super::{Placed, colophon, values};
use crate::diagnostic::{Code, Reported, brief};
use crate::model::{Municipality, SetId, YearSpan};
use crate::source::Span;
use crate::syntax::Node;
use crate::words;

/// Finds the file among the others and reads it.
///
/// # Errors
/// When it is missing or has faults.
pub fn read(placed: &[Placed<'_>], context: &mut Context<'_>) -> Result<Municipality, Reported> {
    let Some(one) = placed.iter().find(|one| one.place == Place::Municipality) else {
        return Err(missing(context));
    };
    let Some(node) = one.yaml() else { return Err(context.told()) };
    read_node(node, context)
}

/// Reads the file's keys.
///
/// # Errors
/// When it has faults.
pub fn read_node(node: &Node, context: &mut Context<'_>) -> Result<Municipality, Reported> {
    let mut fields = Fields::of(node, &words!("kommun.yaml", "kommun.yaml"), context)?;
    let name = fields.required("namn", values::text, context);
    let title = fields.required("titel", values::text, context);
    let span = fields.required("period", year_span, context);
    let report_date = fields.required("rapportdatum", values::date, context);
    let statement_set = fields.required("påståenden", values::reference, context);
    let description = fields.optional("beskrivning", values::text, context);
    let fictional = fields.optional("fiktiv", values::yes_or_no, context);
    let contact = fields.optional("kontakt", values::text, context);
    let link_pattern = fields.optional("länkmönster", |node, context| pattern(node, LINE, context), context);
    let of_version = |node: &Node, context: &mut Context<'_>| pattern(node, LINE_OF_VERSION, context);
    let version_pattern = fields.optional("versionsmönster", of_version, context);
    let numbers = |node: &Node, context: &mut Context<'_>| values::list(node, values::text, context);
    if let Ok(examples) = fields.optional("diarienummer", numbers, context) {
        context.registry_numbers = RegistryNumbers::like(examples.unwrap_or_default());
    }
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("namn", context);
    fields.finish(context)?;
    Ok(Municipality {
        name: name?,
        title: title?,
        span: span?,
        report_date: report_date?,
        statement_set: SetId(statement_set?),
        description: description?,
        fictional: fictional?.unwrap_or_default(),
        contact: contact?,
        link_pattern: link_pattern?,
        version_pattern: version_pattern?,
        remarks: remarks?,
        origin,
    })
}

/// Reads `{ från, till }`.
///
/// # Errors
/// When a year is missing or no year, or they stand in the wrong order.
pub fn year_span(node: &Node, context: &mut Context<'_>) -> Result<YearSpan, Reported> {
    let what = words!("perioden", "the period");
    let mut fields = Fields::like(node, &what, "{ från: 2023, till: 2024 }", context)?;
    let first = fields.required("från", values::year, context);
    let last = fields.required("till", values::year, context);
    let place = fields.value_place("till");
    fields.finish(context)?;
    let (first, last) = (first?, last?);
    if first > last {
        let message = words!(
            "perioden börjar {first} men slutar redan {last}",
            "the period begins in {first} but ends already in {last}"
        );
        let hint = words!("Skriv {{ från: {last}, till: {first} }}", "Write {{ från: {last}, till: {first} }}");
        return Err(context.error(Code::WrongOrder, place, message, hint));
    }
    Ok(YearSpan { first, last })
}

/// What an address of a line must leave open: the last part, and those before it. Then an example.
struct Pattern {
    open: &'static [&'static str],
    last: &'static str,
    example: &'static str,
}

const LINE: Pattern =
    Pattern { open: &["{fil}"], last: "{rad}", example: "https://git.exempel.se/rapport/{fil}#L{rad}" };

const LINE_OF_VERSION: Pattern = Pattern {
    open: &["{version}", "{fil}"],
    last: "{rad}",
    example: "https://git.exempel.se/rapport/{version}/{fil}#L{rad}",
};

fn pattern(
    node: &Node,
    Pattern { open, last, example }: Pattern,
    context: &mut Context<'_>,
) -> Result<String, Reported> {
    let pattern = values::text(node, context)?;
    let is_web = pattern.starts_with("https://") || pattern.starts_with("http://");
    if is_web && open.iter().chain([&last]).all(|part| pattern.contains(part)) {
        return Ok(pattern);
    }
    let (pattern, open) = (brief(&pattern), open.join(", "));
    let message =
        words!("”{pattern}” är ingen adress med {open} och {last}", "“{pattern}” is no address with {open} and {last}");
    let hint = words!(
        "Skriv adressen till en fil och rad, till exempel {example}",
        "Write the address of a file and line, such as {example}"
    );
    Err(context.error(Code::LinkTarget, node.span, message, hint))
}

fn missing(context: &mut Context<'_>) -> Reported {
    let (file, _) = context.sources.iter().next().expect("disk refuses an empty content folder");
    let message =
        words!("filen kommun.yaml saknas i innehållsmappen", "the file kommun.yaml is missing in the content folder");
    let hint = words!(
        "Skapa kommun.yaml, eller kontrollera att du valde rätt mapp med --content",
        "Create kommun.yaml, or check that --content names the right folder"
    );
    context.error(Code::MissingFile, Span { file, start: 0, end: 0 }, message, hint)
}

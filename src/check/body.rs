//! Reads `organ/<body>/organ.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::fields::Fields;
use super::known::Known;
use super::{colophon, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{Body, BodyId, BodyKind, Remarks};
use crate::source::{FileId, Origin};
use crate::syntax::Node;
use crate::words;

/// Reads the body itself, without what it has written.
///
/// # Errors
/// When it has faults.
pub fn read(node: &Node, id: &BodyId, known: &Known, context: &mut Context<'_>) -> Result<Body, Reported> {
    let mut fields = Fields::of(node, &words!("organ.yaml", "organ.yaml"), context)?;
    let name = fields.required("namn", values::text, context);
    let kinds = BodyKind::ALL.map(|kind| (kind.words(), kind));
    let kind = fields.required("slag", |node, context| values::choice(node, &kinds, context), context);
    let departments =
        fields.optional("förvaltning", |node, context| values::list(node, values::text, context), context);
    let from = fields.optional("från", values::date, context);
    let until = fields.optional("till", values::date, context);
    let others = |node: &Node, context: &mut Context<'_>| {
        values::list(node, |node, context| known.named_body(node, context), context)
    };
    let predecessors = fields.optional("föregångare", others, context);
    let successors = fields.optional("efterföljare", others, context);
    let description = fields.optional("beskrivning", values::text, context);
    let remarks = colophon::remarks(&mut fields, context);
    let origin = fields.origin("namn", context);
    let place = fields.value_place("till");
    fields.finish(context)?;
    let (from, until) = (from?, until?);
    if let (Some(from), Some(until)) = (from, until)
        && from > until
    {
        let message = words!(
            "organet börjar {from} men upphör redan {until}",
            "the body begins on {from} but ends already on {until}"
        );
        let hint = words!("Kontrollera dagarna under ”från” och ”till”", "Check the days under “från” and “till”");
        return Err(context.error(Code::WrongOrder, place, message, hint));
    }
    Ok(Body {
        id: id.clone(),
        name: name?,
        kind: kind?,
        departments: departments?.unwrap_or_default(),
        from,
        until,
        predecessors: predecessors?.unwrap_or_default(),
        successors: successors?.unwrap_or_default(),
        description: description?,
        remarks: remarks?,
        readings: BTreeMap::new(),
        responses: BTreeMap::new(),
        withheld_responses: BTreeSet::new(),
        years: BTreeMap::new(),
        origin,
    })
}

/// A body whose own file was told as wrong, so that what lies beside it can still be read for its faults.
pub fn unread(id: &BodyId, file: FileId) -> Body {
    Body {
        id: id.clone(),
        name: id.to_string(),
        kind: BodyKind::Committee,
        departments: Vec::new(),
        from: None,
        until: None,
        predecessors: Vec::new(),
        successors: Vec::new(),
        description: None,
        remarks: Remarks::default(),
        readings: BTreeMap::new(),
        responses: BTreeMap::new(),
        withheld_responses: BTreeSet::new(),
        years: BTreeMap::new(),
        origin: Origin { file, line: 1 },
    }
}

//! Rules about what has changed since an earlier content: what was adopted changes by a correction, a statement by a new version.

mod adopted;
mod audit;
mod city;
mod document;
mod joint_answer;
mod plan;
mod reworded;

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::Diagnostics;
use crate::model::{BodyId, Model};
use crate::source::Sources;
use crate::syntax::{self, Documents};

/// Tells what was changed in silence between two contents; `sources` are the files of the later one.
///
/// What has no status, such as the figures of indicators, may change; what was internal is in neither model.
pub fn check(before: &Model, after: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    // Its faults of syntax were told when the later model was made.
    let documents = syntax::parse(sources, super::form, &mut Diagnostics::default());
    between(before, after, &BTreeMap::new(), &mut Context::new(sources, &documents, diagnostics));
}

/// The same where the folders of bodies have new names; `documents` are those of the later content.
pub fn with_renamed(
    (before, after): (&Model, &Model),
    renamed: &BTreeMap<BodyId, BodyId>,
    (sources, documents): (&Sources, &Documents),
    diagnostics: &mut Diagnostics,
) {
    between(before, after, renamed, &mut Context::new(sources, documents, diagnostics));
}

fn between(before: &Model, after: &Model, renamed: &BTreeMap<BodyId, BodyId>, context: &mut Context<'_>) {
    adopted::check(before, after, renamed, context);
    reworded::check(before, after, context);
}

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
    let mut context = Context::new(sources, &documents, diagnostics);
    adopted::check(before, after, &BTreeMap::new(), &mut context, None);
    reworded::check(before, after, &mut context);
}

/// What was changed in silence between two contents of which both are at hand.
#[derive(Debug, Default)]
pub struct Silent {
    /// What has changed; it lies in files of the later.
    pub changed: Diagnostics,
    /// Adopted files that are no more; they lie in the earlier.
    pub vanished: Diagnostics,
}

/// The same where the folders of bodies have new names; `documents` are those of the later content, `earlier` the files of the
/// other.
pub fn with_renamed(
    (before, after): (&Model, &Model),
    renamed: &BTreeMap<BodyId, BodyId>,
    (sources, documents): (&Sources, &Documents),
    earlier: &Sources,
) -> Silent {
    let mut silent = Silent::default();
    let mut context = Context::new(sources, documents, &mut silent.changed);
    adopted::check(before, after, renamed, &mut context, Some((earlier, &mut silent.vanished)));
    reworded::check(before, after, &mut context);
    silent
}

//! Rules about what has changed since an earlier content: what was adopted changes by a correction, a statement by a new version.

mod adopted;
mod audit;
mod document;
mod reworded;

use super::context::Context;
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::source::Sources;
use crate::syntax;

/// Tells what was changed in silence between two contents; `sources` are the files of the later one.
///
/// What has no status, such as the figures of indicators, may change; what was internal is in neither model.
pub fn check(before: &Model, after: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    // Its faults of syntax were told when the later model was made.
    let documents = syntax::parse(sources, super::form, &mut Diagnostics::default());
    let mut context = Context::new(sources, &documents, diagnostics);
    adopted::check(before, after, &mut context);
    reworded::check(before, after, &mut context);
}

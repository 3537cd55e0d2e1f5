//! Rules across files, each in a file of its own: what documents that are right by themselves say together.

mod colophons;
mod commitments;
mod copied;
mod decision_missing;
mod figure;
mod not_handed_in;
mod over_hundred;
mod past_due;
mod plans;
mod responses;
mod round_answers;
mod rounds;
mod spellings;
mod succession;
mod tenfold;
mod titles;
mod totals;
mod unfinished;
mod vanished;
mod withheld;

use super::context::Context;
use crate::model::Model;

/// Whether every document is in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All are.
    Whole,
    /// Those with faults are not, or have been left out.
    Part,
}

/// Tells what the rules find. Those that tell what is *not* there, or which of two is right, wait until every document could be
/// read: they would take one with a fault for missing, or for the model.
pub fn check(model: &Model, extent: Extent, context: &mut Context<'_>) {
    copied::check(model, context);
    decision_missing::check(model, context);
    over_hundred::check(model, context);
    rounds::check(model, context);
    succession::check(model, context);
    tenfold::check(model, context);
    titles::check(model, context);
    if extent == Extent::Whole {
        commitments::check(model, context);
        not_handed_in::check(model, context);
        past_due::check(model, context);
        plans::check(model, context);
        responses::check_due(model, context);
        responses::check_answers(model, context);
        round_answers::check(model, context);
        spellings::check(model, context);
        totals::check(model, context);
        vanished::check(model, context);
        withheld::check(model, context);
    }
}

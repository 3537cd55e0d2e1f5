//! The content at two revisions, read once where it is the same: both models, what has changed between them, and the faults that
//! came and went. Does not say what the changes mean.

mod faults;
mod file_change;
mod left_out;
mod read;
mod renamed;
mod side;
mod unavailable;

use std::collections::BTreeMap;

pub use faults::{Faults, Scope};
pub use file_change::FileChange;
pub use left_out::{Cause, LeftOut};
pub use read::{End, read};
pub use side::{Name, Side};
pub use unavailable::Unavailable;

use crate::model::{BodyId, Model};

/// The content at two revisions.
#[derive(Debug)]
pub struct Revisions {
    /// The earlier end.
    pub before: Side,
    /// The later end.
    pub after: Side,
    /// Both models, of the files that were not left out at either end; `None` where no model can be made of those. The same path
    /// has the same number in both.
    pub models: Option<Models>,
    /// The files that are in neither model since they have errors at one of the ends, by path. See
    /// [`Self::is_whole`].
    pub left_out: Vec<LeftOut>,
    /// The folders of bodies that have a new name.
    pub renamed: BTreeMap<BodyId, BodyId>,
    /// The files that have changed, by path; internal ones too.
    pub files: Vec<FileChange>,
    /// The faults that came and went.
    pub faults: Faults,
}

impl Revisions {
    /// Whether nothing was left out, so that figures of the whole city can be compared too.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.models.is_some() && self.left_out.is_empty()
    }
}

/// The models of both ends.
#[derive(Debug)]
pub struct Models {
    /// Of the earlier end.
    pub before: Model,
    /// Of the later end.
    pub after: Model,
}

/// Compares two ends, whatever is wrong with them; neither may be empty.
#[must_use]
pub fn compare(before: End, after: End) -> Revisions {
    let (before, after) = side::parse(before, after);
    let renamed = renamed::find(&before, &after);
    let pairs = file_change::pairs(&before.sources, &after.sources, &renamed);
    let files = pairs.iter().filter_map(|pair| file_change::change(*pair, &before.sources, &after.sources)).collect();
    let rest = left_out::rest((&before, &after), &pairs);
    let faults = faults::compare((&before, &after), &renamed, &rest);
    let models = rest.last.and_then(|(before, after)| Some(Models { before: before.model?, after: after.model? }));
    let (before_faults, after_faults) = rest.whole;
    Revisions {
        before: Side { name: before.name, sources: before.sources, faults: before_faults },
        after: Side { name: after.name, sources: after.sources, faults: after_faults },
        models,
        left_out: rest.left_out,
        renamed,
        files,
        faults,
    }
}

//! The content at two revisions, read once where it is the same: both models, what has changed between them, and the faults that
//! came and went. Does not say what the changes mean.

mod faults;
mod file_change;
mod internal;
mod left_out;
mod read;
mod renamed;
mod side;
mod unavailable;

use std::collections::{BTreeMap, BTreeSet};

pub use faults::{Faults, Scope};
pub use file_change::FileChange;
pub use left_out::{Cause, LeftOut};
pub use read::{End, read};
pub use side::{Name, Side};
pub use unavailable::Unavailable;

use crate::model::{BodyId, Model};
use crate::source::FileId;

/// Where the pages lie that are only text.
const FREE_PAGES: &str = "sidor/";

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
    /// The files of which only a number may be told: those that are internal at either end, or may be meant to be.
    pub internal: BTreeSet<FileId>,
    /// The faults that came and went, those of internal files too.
    pub faults: Faults,
}

impl Revisions {
    /// Whether nothing was left out of which figures are made, so that those of the whole city can be compared too.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let has_figures = |one: &LeftOut| !path(one, (&self.before, &self.after)).starts_with(FREE_PAGES);
        self.models.is_some() && !self.left_out.iter().any(has_figures)
    }

    /// The files of both ends that may be told of.
    #[must_use]
    pub fn open(&self) -> BTreeSet<FileId> {
        let all = [&self.before, &self.after].into_iter().flat_map(|side| side.sources.iter());
        all.map(|(id, _)| id).filter(|id| !self.internal.contains(id)).collect()
    }
}

/// The path of a file that was left out, the later where there are two.
fn path<'s>(file: &LeftOut, (before, after): (&'s Side, &'s Side)) -> &'s str {
    let path = |side: &'s Side, id| side.sources.file(id).path.as_str();
    let new = file.after.map(|id| path(after, id));
    new.or_else(|| file.before.map(|id| path(before, id))).unwrap_or_default()
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
    let internal = internal::find((&before, &after), &pairs, (&rest.whole.0, &rest.whole.1));
    let (before_faults, after_faults) = rest.whole;
    Revisions {
        before: Side { name: before.name, sources: before.sources, faults: before_faults },
        after: Side { name: after.name, sources: after.sources, faults: after_faults },
        models,
        left_out: rest.left_out,
        renamed,
        files,
        internal,
        faults,
    }
}

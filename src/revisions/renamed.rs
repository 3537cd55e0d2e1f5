//! Finds the folders of bodies that have a new name.

use std::collections::{BTreeMap, BTreeSet};

use super::file_change::is_same;
use super::side::Parsed;
use crate::model::BodyId;
use crate::source::{FileId, Sources};
use crate::syntax::Node;

/// The files of a body's folder, by the path below it.
type Folder<'s> = BTreeMap<&'s str, FileId>;

/// How much two folders have in common; the greatest is the likeliest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    has_same_name: bool,
    same_files: usize,
}

/// A folder that is gone has become a new one where `organ.yaml` gives the same `namn`, or at least half of its files are there
/// unchanged. The likeliest is found first, and each folder is found once.
pub fn find(before: &Parsed, after: &Parsed) -> BTreeMap<BodyId, BodyId> {
    let (old, new) = (folders(&before.sources), folders(&after.sources));
    let mut candidates = Vec::new();
    for (gone, files) in old.iter().filter(|(body, _)| !new.contains_key(*body)) {
        for (found, others) in new.iter().filter(|(body, _)| !old.contains_key(*body)) {
            let likeness = Likeness {
                has_same_name: name(files, before).is_some_and(|called| name(others, after) == Some(called)),
                same_files: same_files(files, &before.sources, others, &after.sources),
            };
            if likeness.has_same_name || likeness.same_files * 2 >= files.len() {
                candidates.push((likeness, gone, found));
            }
        }
    }
    // Of those that are equally likely, the first by path.
    candidates.sort_by(|one, other| other.0.cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let (mut renamed, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, gone, found) in candidates {
        if !renamed.contains_key(gone) && taken.insert(found) {
            renamed.insert(gone.clone(), found.clone());
        }
    }
    renamed
}

fn folders(sources: &Sources) -> BTreeMap<BodyId, Folder<'_>> {
    let mut folders: BTreeMap<BodyId, Folder<'_>> = BTreeMap::new();
    for (id, file) in sources.iter() {
        if let Some((body, rest)) = BodyId::of_path(&file.path) {
            folders.entry(body).or_default().insert(rest, id);
        }
    }
    folders
}

/// What the body is called, if its file can be read.
fn name<'e>(files: &Folder<'_>, end: &'e Parsed) -> Option<&'e str> {
    end.documents.of(*files.get("organ.yaml")?).front()?.at("namn").and_then(Node::text)
}

fn same_files(files: &Folder<'_>, before: &Sources, others: &Folder<'_>, after: &Sources) -> usize {
    let is_there =
        |(path, id): &(&&str, &FileId)| others.get(**path).is_some_and(|new| is_same(before, **id, after, *new));
    files.iter().filter(is_there).count()
}

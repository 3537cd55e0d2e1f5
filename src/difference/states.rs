//! Things that stand in one state or another at the end of each of two years: those that stand otherwise are changes, the rest
//! are counted.

use super::{Entry, EntryKind, Exact, Section, SectionKind, Stand, Trace, amount};
use crate::diagnostic::Words;
use crate::model::BodyId;
use crate::report::comparison::Sides;
use crate::words;

/// What something is, its id, and what it is called.
pub type Named = (EntryKind, String, Words);

/// How something stands; without a trace it is not there yet.
pub fn stand(words: Words, exact: Exact, trace: Option<Trace>) -> Stand {
    Stand { words: Some(words), exact, trace }
}

/// How something stood, and how it stands.
pub fn entry((kind, id, name): Named, before: Stand, after: Stand) -> Entry {
    let change = match (&before.trace, &after.trace) {
        (None, _) => "new",
        (_, None) => "gone",
        (Some(_), Some(_)) => "changed",
    };
    let (before, after) = (Some(before), Some(after));
    Entry { kind, id: Some(id), name, what: amount::same(""), change, before, after, fields: Vec::new() }
}

fn stays(entry: &Entry) -> bool {
    let words = |stand: &Option<Stand>| stand.as_ref().and_then(|stand| stand.words.clone());
    words(&entry.before) == words(&entry.after)
}

/// How many of the things that `all` names are new, stand otherwise, or stand as they stood.
pub fn sentence(all: &Words, entries: &[Entry], sides: Sides<'_>) -> Option<Words> {
    let count = |wanted: &dyn Fn(&Entry) -> bool| entries.iter().filter(|entry| wanted(entry)).count();
    let (from, to) = (sides.before.year, sides.after.year);
    let new = if to < from { words!("finns bara {to}", "only in {to}") } else { words!("har tillkommit", "new") };
    let groups = [
        (count(&|entry| entry.change == "new"), new),
        (count(&|entry| entry.change == "gone"), words!("finns bara {from}", "only in {from}")),
        (
            count(&|entry| entry.change == "changed" && !stays(entry)),
            words!("har nytt läge", "with a change in progress"),
        ),
        (count(&stays), words!("har samma läge", "as before")),
    ];
    let phrases = groups.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| {
        let count = amount::integer(count);
        words!("{count} {words}", "{count} {words}", count, words)
    });
    let phrases = amount::list(&phrases.collect::<Vec<_>>());
    (!entries.is_empty()).then(|| words!("{all}: {phrases}.", "{all}: {phrases}.", all, phrases))
}

/// Those that stand otherwise, and how many stand as they stood.
pub fn section(
    (kind, title): (SectionKind, Words),
    body: Option<&BodyId>,
    entries: Vec<Entry>,
    sides: Sides<'_>,
) -> Option<Section> {
    if entries.is_empty() {
        return None;
    }
    let (stayed, moved): (Vec<_>, Vec<_>) = entries.into_iter().partition(stays);
    let notes = as_before(&stayed, sides).into_iter().collect();
    Some(Section { kind, title, body: body.cloned(), year: None, notes, entries: moved })
}

fn as_before(stayed: &[Entry], sides: Sides<'_>) -> Option<Words> {
    let (from, to) = (sides.before.year, sides.after.year);
    let mut counts: Vec<(&Words, usize)> = Vec::new();
    for state in stayed.iter().filter_map(|entry| entry.after.as_ref()?.words.as_ref()) {
        match counts.iter_mut().find(|(other, _)| *other == state) {
            Some((_, count)) => *count += 1,
            None => counts.push((state, 1)),
        }
    }
    let phrase = |(state, count): &(&Words, usize)| {
        let count = amount::integer(*count);
        words!("{count} {state}", "{count} {state}", count, state)
    };
    let phrases = amount::list(&counts.iter().map(phrase).collect::<Vec<_>>());
    (!counts.is_empty()).then(|| {
        words!(
            "Samma läge i slutet av {from} och {to}: {phrases}.",
            "The same at the end of {from} and of {to}: {phrases}.",
            phrases
        )
    })
}

//! Things that stand in one state or another at the end of each of two years: those that stand otherwise are changes, the rest
//! are counted.

use super::{Entry, Exact, Section, SectionKind, Stand, Trace, amount};
use crate::diagnostic::Words;
use crate::model::BodyId;
use crate::report::comparison::Sides;
use crate::words;

/// How something stands.
pub fn stand(words: Words, exact: Exact, trace: Option<Trace>) -> Stand {
    Stand { words: Some(words), exact, trace }
}

fn stays(entry: &Entry) -> bool {
    let words = |stand: &Option<Stand>| stand.as_ref().and_then(|stand| stand.words.clone());
    words(&entry.before) == words(&entry.after)
}

/// How many there are, and how many of them stand otherwise; with what one and several are called, in Swedish and English.
pub fn sentence(entries: &[Entry], [sv, en]: [[&str; 2]; 2]) -> Option<Words> {
    let all = amount::counted(entries.len(), sv, en);
    let moved = amount::integer(entries.iter().filter(|entry| !stays(entry)).count());
    (!entries.is_empty())
        .then(|| words!("{all}: {moved} i nytt läge.", "{all}: {moved} with a change in progress.", all, moved))
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

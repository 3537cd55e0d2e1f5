//! Measures, reviews and texts of two sides: what is new, what became of what is gone, and what they say otherwise than before.

use super::field::{Document, Field, FieldChange, Fields, changes, colophon};
use super::pair::{Pair, pairs};
use super::{Basis, Side, Sides};
use crate::model::{Body, BodyYear, Progress, Year};

/// A document at one side or both.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentChange<'m, T> {
    /// The documents.
    pub documents: Pair<&'m T>,
    /// What became of it.
    pub fate: Fate,
    /// What they say otherwise; nothing when there is only one.
    pub fields: Vec<FieldChange<'m>>,
}

impl<T> DocumentChange<'_, T> {
    /// Whether anything about it is to be told.
    pub fn is_change(&self) -> bool {
        self.fate != Fate::CarriedOn || !self.fields.is_empty()
    }
}

/// What became of something that a body does, from one side to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// There at both sides.
    CarriedOn,
    /// There after only, and at no time before.
    New,
    /// There after, and in that earlier year, but not at the earlier side.
    Returned(Year),
    /// There after; for the earlier year the body has written nothing.
    FirstReported,
    /// There after; at the earlier side it was a draft.
    DraftBefore,
    /// There after; at the earlier side it was not published.
    WithheldBefore,
    /// There before only; why is not for the comparison to say.
    Gone,
    /// Done, as it said in that year.
    Finished(Year),
    /// Given up, as it said in that year.
    Dropped(Year),
    /// A risk that the plan of that year calls finished.
    Closed(Year),
    /// A risk of that year's plan, of which the plans after it say nothing.
    Unmentioned(Year),
    /// Still to be done when it was last heard of in that year; then nobody mentions it.
    Silent(Year),
    /// The body has written nothing for the later year.
    NotReported,
    /// What it says for the later year is a draft.
    Draft,
    /// What it says for the later year is not published.
    Withheld,
    /// The body has ended.
    BodyEnded,
}

/// Pairs documents by a key and compares what they say.
pub fn documents<'m, T: Document, Key: Ord>(
    sides: Sides<'m>,
    before: impl IntoIterator<Item = &'m T>,
    after: impl IntoIterator<Item = &'m T>,
    key: impl Fn(&'m T) -> Key,
    fate: impl Fn(Pair<&'m T>) -> Fate,
) -> Vec<DocumentChange<'m, T>> {
    let counts = |document: &&'m T| sides.basis == Basis::Written || document.colophon().counts();
    let pairs = pairs(before.into_iter().filter(counts), after.into_iter().filter(counts), key);
    let compared = |documents: Pair<&'m T>| match documents {
        Pair::Both(old, new) => {
            let fields = changes(sides, &said(old, sides.before, sides.basis), &said(new, sides.after, sides.basis));
            DocumentChange { documents, fate: Fate::CarriedOn, fields }
        }
        Pair::Gone(_) | Pair::New(_) => DocumentChange { documents, fate: fate(documents), fields: Vec::new() },
    };
    pairs.into_iter().map(compared).collect()
}

/// Two years always differ in what was decided about them; two states of one year do so only when somebody changed it.
fn said<'m, T: Document>(document: &'m T, side: Side<'m>, basis: Basis) -> Fields<'m> {
    let mut fields = document.fields(side.report.model);
    match basis {
        Basis::Counted => fields.retain(|(field, _)| !is_of_one_year(*field)),
        Basis::Written => fields.extend(colophon(document.colophon())),
    }
    fields
}

/// Whether a field is about the document of a year and nothing that two years could have in common: each year's review comes after
/// another and leads to something else, and is noted and sourced for itself.
fn is_of_one_year(field: Field<'_>) -> bool {
    if let Field::Key(key) = field {
        return matches!(key, "föregående" | "ledde till" | "svar per organ");
    }
    let Field::Keyed(key, _) = field else { return false };
    let (group, part) = key.split_once(", ").unwrap_or(("", key));
    let is_promise = group.is_empty() || matches!(group, "åtaganden" | "uppföljda åtaganden");
    is_promise && matches!(part, "grupp" | "kort" | "jämförbar" | "not" | "källa" | "osäker")
}

/// What a body has written in a year about one thing that it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mention {
    /// A document that counts: how far it has come, where such a document says that.
    There(Option<Progress>),
    /// A draft.
    Draft,
    /// Something that is not published.
    Withheld,
    /// Nothing.
    Nothing,
}

/// What became of something that stands at one side only, by what the body has written about it through the years. Backwards in
/// time, nothing becomes of anything.
pub fn fate(sides: Sides<'_>, body: &Body, is_new: bool, mention: &dyn Fn(&BodyYear) -> Mention) -> Fate {
    let (from, to) = (sides.before.year, sides.after.year);
    let at = |year: Year| body.years.get(&year).map_or(Mention::Nothing, mention);
    match (sides.basis, is_new) {
        (Basis::Written, true) => Fate::New,
        (Basis::Written, false) if at(to) == Mention::Withheld => Fate::Withheld,
        (Basis::Written, false) => Fate::Gone,
        (Basis::Counted, true) if to <= from => Fate::New,
        (Basis::Counted, false) if to <= from => Fate::Gone,
        (Basis::Counted, true) => fate_of_new(body, from, &at),
        (Basis::Counted, false) => fate_of_gone(body, (from, to), &at),
    }
}

fn fate_of_new(body: &Body, from: Year, at: &dyn Fn(Year) -> Mention) -> Fate {
    match at(from) {
        Mention::Draft => return Fate::DraftBefore,
        Mention::Withheld => return Fate::WithheldBefore,
        Mention::There(_) | Mention::Nothing => {}
    }
    let earlier = body.years.range(..from).rev().find(|(year, _)| matches!(at(**year), Mention::There(_)));
    match earlier {
        Some((year, _)) => Fate::Returned(*year),
        None if body.existed_in(from) && !body.years.get(&from).is_some_and(BodyYear::has_counted) => {
            Fate::FirstReported
        }
        None => Fate::New,
    }
}

/// What became of something that a body wrote about in a year, by what it writes in a later one.
pub fn fate_of_gone(body: &Body, (from, to): (Year, Year), at: &dyn Fn(Year) -> Mention) -> Fate {
    let last = body.years.range(from..to).rev().find_map(|(year, _)| match at(*year) {
        Mention::There(progress) => Some((*year, progress)),
        Mention::Draft | Mention::Withheld | Mention::Nothing => None,
    });
    match (last, at(to)) {
        (Some((last, Some(Progress::Done))), _) => Fate::Finished(last),
        (Some((last, Some(Progress::Dropped))), _) => Fate::Dropped(last),
        (_, Mention::Withheld) => Fate::Withheld,
        (_, Mention::Draft) => Fate::Draft,
        (_, Mention::There(_) | Mention::Nothing) if !body.answers_for(to) => Fate::BodyEnded,
        (_, Mention::There(_) | Mention::Nothing) if !body.years.get(&to).is_some_and(BodyYear::has_counted) => {
            Fate::NotReported
        }
        (Some((last, Some(Progress::NotStarted | Progress::UnderWay | Progress::Late))), _) => Fate::Silent(last),
        (Some((_, None)) | None, _) => Fate::Gone,
    }
}

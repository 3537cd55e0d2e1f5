//! Measures, reviews and texts of two sides: what is new, what became of what is gone, and what they say otherwise than before.

use super::field::{Document, FieldChange, Fields, changes, colophon};
use super::pair::{Pair, pairs};
use super::{Basis, Side, Sides};
use crate::model::{Body, BodyYear, Progress, Withheld, Year};

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
    /// There after only.
    New,
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
    fate: impl Fn(&'m T) -> Fate,
) -> Vec<DocumentChange<'m, T>> {
    let counts = |document: &&'m T| sides.basis == Basis::Written || document.colophon().counts();
    let pairs = pairs(before.into_iter().filter(counts), after.into_iter().filter(counts), key);
    let compared = |documents: Pair<&'m T>| match documents {
        Pair::Both(old, new) => {
            let fields = changes(sides, &said(old, sides.before, sides.basis), &said(new, sides.after, sides.basis));
            DocumentChange { documents, fate: Fate::CarriedOn, fields }
        }
        Pair::Gone(old) => DocumentChange { documents, fate: fate(old), fields: Vec::new() },
        Pair::New(_) => DocumentChange { documents, fate: Fate::New, fields: Vec::new() },
    };
    pairs.into_iter().map(compared).collect()
}

/// Two years always differ in what was decided about them; two states of one year do so only when somebody changed it.
fn said<'m, T: Document>(document: &'m T, side: Side<'m>, basis: Basis) -> Fields<'m> {
    let mut fields = document.fields(side.report.model);
    match basis {
        Basis::Counted => {}
        Basis::Written => fields.extend(colophon(document.colophon())),
    }
    fields
}

/// What a body does in a year: how far one of its measures or reviews has come there, and whether it is withheld.
pub struct Doing<'f> {
    /// How far it has come in that year; `None` when nothing is written.
    pub progress: &'f dyn Fn(&BodyYear) -> Option<Progress>,
    /// Whether what is written in that year is internal.
    pub is_withheld: &'f dyn Fn(&Withheld) -> bool,
}

/// What became of something that is there in one year and not in another. Backwards in time nothing becomes of anything.
pub fn fate(body: &Body, doing: &Doing<'_>, from: Year, to: Year) -> Fate {
    if to <= from {
        return Fate::Gone;
    }
    let last = body.years.range(from..to).rev().find_map(|(year, of_year)| Some((*year, (doing.progress)(of_year)?)));
    let Some((last, progress)) = last else { return Fate::Gone };
    let nothing = BodyYear::default();
    match (progress, body.years.get(&to)) {
        (Progress::Done, _) => Fate::Finished(last),
        (Progress::Dropped, _) => Fate::Dropped(last),
        (_, Some(of_year)) if (doing.is_withheld)(&of_year.withheld) => Fate::Withheld,
        (_, _) if !body.answers_for(to) => Fate::BodyEnded,
        (_, None) => Fate::NotReported,
        (_, Some(of_year)) if *of_year == nothing => Fate::NotReported,
        (Progress::NotStarted | Progress::UnderWay | Progress::Late, Some(_)) => Fate::Silent(last),
    }
}

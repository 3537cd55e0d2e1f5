//! What became of a rating, a measure, a review, a text. Says up and down only where the levels have an order.

use crate::diagnostic::Words;
use crate::difference::amount::{counted, integer};
use crate::model::Year;
use crate::report::comparison::{Basis, Fate, Movement, Sides};
use crate::words;

/// What became of a rating.
#[must_use]
pub fn movement(movement: Movement) -> Words {
    match movement {
        Movement::Up => words!("upp", "up"),
        Movement::Down => words!("ned", "down"),
        Movement::Same => words!("oförändrad", "unchanged"),
        Movement::Rated => words!("har fått en nivå", "now has a level"),
        Movement::Unrated => words!("har ingen nivå längre", "no longer has a level"),
        Movement::StillUnrated => words!("fortfarande utan nivå", "still without a level"),
        Movement::OtherReason => words!("utan nivå av ett annat skäl", "without a level for another reason"),
        Movement::New => words!("nytt påstående", "new statement"),
        Movement::Gone => words!("påståendet ställs inte längre", "statement no longer asked"),
        Movement::Incomparable => words!("kan inte jämföras", "cannot be compared"),
    }
}

/// How many ratings did so: `2 upp`.
#[must_use]
pub fn moved(movement: Movement, count: u32) -> Words {
    let (sv, en) = match movement {
        Movement::Up => (["upp"; 2], ["up"; 2]),
        Movement::Down => (["ned"; 2], ["down"; 2]),
        Movement::Same => (["oförändrad", "oförändrade"], ["unchanged"; 2]),
        Movement::Rated => (["har fått en nivå"; 2], ["now has a level", "now have a level"]),
        Movement::Unrated => (["har ingen nivå längre"; 2], ["no longer has a level", "no longer have a level"]),
        Movement::StillUnrated => (["fortfarande utan nivå"; 2], ["still without a level"; 2]),
        Movement::OtherReason => (["utan nivå av ett annat skäl"; 2], ["without a level for another reason"; 2]),
        Movement::New => (
            ["svar på ett nytt påstående", "svar på nya påståenden"],
            ["answer to a new statement", "answers to new statements"],
        ),
        Movement::Gone => (
            ["svar på ett påstående som inte ställs längre", "svar på påståenden som inte ställs längre"],
            ["answer to a statement that is no longer asked", "answers to statements that are no longer asked"],
        ),
        Movement::Incomparable => (
            ["bedömning kan inte jämföras", "bedömningar kan inte jämföras"],
            ["rating cannot be compared", "ratings cannot be compared"],
        ),
    };
    counted(count as usize, sv, en)
}

/// What became of a rating between the two sides. Backwards in time, nothing is new or gone: it is there in one of the years.
#[must_use]
pub fn movement_between(movement: Movement, sides: Sides<'_>) -> Words {
    let (from, to) = (sides.before.year, sides.after.year);
    if !is_backwards(sides) {
        return self::movement(movement);
    }
    match movement {
        Movement::Rated => words!("har en nivå bara {to}", "has a level only in {to}"),
        Movement::Unrated => words!("har en nivå bara {from}", "has a level only in {from}"),
        Movement::StillUnrated => words!("utan nivå båda åren", "without a level in both years"),
        Movement::New => words!("påståendet ställs bara {to}", "statement asked only in {to}"),
        Movement::Gone => words!("påståendet ställs bara {from}", "statement asked only in {from}"),
        Movement::Up | Movement::Down | Movement::Same | Movement::OtherReason | Movement::Incomparable => {
            self::movement(movement)
        }
    }
}

/// How many ratings did so between the two sides.
#[must_use]
pub fn moved_between(movement: Movement, sides: Sides<'_>, count: u32) -> Words {
    if !is_backwards(sides) {
        return moved(movement, count);
    }
    let only = |year: Year| {
        let answers = ["svar på ett påstående som ställs", "svar på påståenden som ställs"];
        let english = ["answer to a statement that is asked", "answers to statements that are asked"];
        let asked = counted(count as usize, answers, english);
        words!("{asked} bara {year}", "{asked} only in {year}", asked)
    };
    match movement {
        Movement::New => only(sides.after.year),
        Movement::Gone => only(sides.before.year),
        Movement::Rated | Movement::Unrated | Movement::StillUnrated => {
            let number = integer(count as usize);
            let so = movement_between(movement, sides);
            words!("{number} {so}", "{number} {so}", number, so)
        }
        Movement::Up | Movement::Down | Movement::Same | Movement::OtherReason | Movement::Incomparable => {
            moved(movement, count)
        }
    }
}

/// Whether the later of two years was named first.
#[must_use]
pub fn is_backwards(sides: Sides<'_>) -> bool {
    sides.basis == Basis::Counted && sides.after.year < sides.before.year
}

/// A kind of document, one and many, in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Doers {
    /// In Swedish, all with `en`.
    pub sv: [&'static str; 2],
    /// In English.
    pub en: [&'static str; 2],
    /// Whether there is another one each year, rather than one that is carried on.
    pub is_yearly: bool,
}

/// Direct measures.
pub const MEASURES: Doers = Doers { sv: ["åtgärd", "åtgärder"], en: ["measure", "measures"], is_yearly: false };
/// Control plans.
pub const PLANS: Doers = Doers { sv: ["plan", "planer"], en: ["plan", "plans"], is_yearly: true };
/// Risks of control plans.
pub const RISKS: Doers = Doers { sv: ["risk", "risker"], en: ["risk", "risks"], is_yearly: false };
/// A body's own reviews.
pub const REVIEWS: Doers = Doers { sv: ["granskning", "granskningar"], en: ["review", "reviews"], is_yearly: false };
/// A body's answers to joint reviews.
pub const JOINT: Doers = Doers {
    sv: ["redovisning i en gemensam granskning", "redovisningar i gemensamma granskningar"],
    en: ["answer to a joint review", "answers to joint reviews"],
    is_yearly: false,
};
/// A body's texts.
pub const REPORTS: Doers = Doers { sv: ["rapport", "rapporter"], en: ["report", "reports"], is_yearly: true };

/// What became of so many documents, after their number and name: `nya`, `klara 2023`.
#[must_use]
pub fn fate(fate: Fate, sides: Sides<'_>, count: usize) -> Words {
    let (from, to) = (sides.before.year, sides.after.year);
    let form = |one: &'static str, many: &'static str| if count == 1 { one } else { many };
    match (fate, sides.basis) {
        (Fate::CarriedOn, _) => words!("finns kvar", "carried on"),
        (Fate::New, Basis::Counted) if to < from => words!("finns bara {to}", "only in {to}"),
        (Fate::New, _) => {
            let new = form("ny", "nya");
            words!("{new}", "new")
        }
        (Fate::Returned(year), _) => words!("återkommer från {year}", "last there in {year}"),
        (Fate::FirstReported, _) if count > 1 => {
            words!("utan något redovisat {from}", "with nothing reported for {from}")
        }
        (Fate::FirstReported, _) => words!("inget redovisat {from}", "nothing reported for {from}"),
        (Fate::DraftBefore, _) => words!("utkast {from}", "a draft in {from}"),
        (Fate::WithheldBefore, _) => words!("publicerades inte {from}", "not published for {from}"),
        (Fate::Draft, _) => words!("utkast {to}", "a draft in {to}"),
        (Fate::Withheld, Basis::Written) => words!("publiceras inte längre", "not published any more"),
        (Fate::Gone, Basis::Counted) => words!("finns bara {from}", "only in {from}"),
        (Fate::Gone, Basis::Written) => {
            let gone = form("borttagen", "borttagna");
            words!("{gone}", "removed")
        }
        (Fate::Finished(year), _) => {
            let done = form("klar", "klara");
            words!("{done} {year}", "done in {year}")
        }
        (Fate::Closed(year), _) => {
            let closed = form("avslutad", "avslutade");
            words!("{closed} {year}", "finished in {year}")
        }
        (Fate::Unmentioned(year), _) => {
            words!("fanns {year} men nämns inte {to}", "there in {year} but not mentioned in {to}")
        }
        (Fate::Dropped(year), _) => words!("utgick {year}", "given up in {year}"),
        (Fate::Silent(year), _) => {
            let open = form("var inte klar", "var inte klara");
            words!("{open} {year} men nämns inte {to}", "not done in {year} but not mentioned in {to}")
        }
        (Fate::NotReported, _) => {
            words!("finns bara {from}; inget är redovisat {to}", "only in {from}; nothing is reported for {to}")
        }
        (Fate::Withheld, _) => words!("publiceras inte {to}", "not to be published for {to}"),
        (Fate::BodyEnded, _) => {
            words!("finns bara {from}; organet har upphört", "only in {from}; the body has ended")
        }
    }
}

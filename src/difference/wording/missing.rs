//! Why a value is not there. Words that committees write stay Swedish in English, with what they mean.

use crate::diagnostic::Words;
use crate::model::{Missing, Year};
use crate::report::comparison::Pair;
use crate::words;

/// A reason by itself: `ej besvarat`.
#[must_use]
pub fn missing(missing: Missing) -> Words {
    let word = missing.words();
    match missing {
        Missing::NotAnswered => words!("{word}", "“{word}” (not answered)"),
        Missing::NotApplicable => words!("{word}", "“{word}” (not applicable)"),
        Missing::Unknown => words!("{word}", "“{word}” (not known)"),
        Missing::Confidential => words!("{word}", "“{word}” (secret)"),
        Missing::BodyAbsent => words!("{word}", "the body did not exist"),
        Missing::NotPublished => words!("{word}", "“{word}” (not published)"),
        Missing::NotSubmitted => words!("{word}", "not handed in"),
        Missing::Draft => words!("{word}", "a draft"),
        Missing::Withheld => words!("{word}", "not to be published"),
        Missing::TooFew => words!("{word}", "too few answers"),
        Missing::Several => words!("{word}", "several reasons"),
        Missing::NotAsked => words!("{word}", "not asked"),
    }
}

/// What a reason says of answers or figures, after a verb's place: `är inte publicerade`.
#[must_use]
pub fn answers_are(missing: Missing) -> Words {
    match missing {
        Missing::NotAnswered => words!("är inte lämnade", "were not given"),
        Missing::NotApplicable => words!("gäller inte", "do not apply"),
        Missing::Unknown => words!("saknas i underlaget", "are not in the sources"),
        Missing::Confidential => words!("omfattas av sekretess", "are secret"),
        Missing::BodyAbsent => {
            words!("finns inte, eftersom organet inte fanns", "are not there, since the body did not exist")
        }
        Missing::NotPublished => words!("är inte publicerade", "are not published"),
        Missing::NotSubmitted => words!("är inte inlämnade", "have not been handed in"),
        Missing::Draft => words!("är ett utkast som inte räknas", "are a draft, which is not counted"),
        Missing::Withheld => words!("publiceras inte", "are not to be published"),
        Missing::TooFew => words!("är för få för att läggas ihop", "are too few to be added up"),
        Missing::Several => words!("saknas av flera skäl", "are missing for several reasons"),
        Missing::NotAsked => words!("ingick inte i uppföljningen", "were not part of the follow-up"),
    }
}

/// Why the answers of two years cannot be laid beside each other: `svaren 2023 är inte publicerade`.
#[must_use]
pub fn lacking(lacking: Pair<Missing>, from: Year, to: Year) -> Words {
    match lacking {
        Pair::Gone(why) => {
            let are = answers_are(why);
            words!("svaren {from} {are}", "the answers of {from} {are}", are)
        }
        Pair::New(why) => {
            let are = answers_are(why);
            words!("svaren {to} {are}", "the answers of {to} {are}", are)
        }
        Pair::Both(before, after) if before == after => {
            let are = answers_are(before);
            words!("svaren {from} och {to} {are}", "the answers of {from} and {to} {are}", are)
        }
        Pair::Both(before, after) => {
            let (was, is) = (answers_are(before), answers_are(after));
            words!(
                "svaren {from} {was} och svaren {to} {is}",
                "the answers of {from} {was} and those of {to} {is}",
                was,
                is
            )
        }
    }
}

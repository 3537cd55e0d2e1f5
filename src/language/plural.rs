//! One or many: a number with the form of the word that it takes.

use crate::language::number::integer;

/// A number with its word: `1 nämnd`, `24 nämnder`, `0 nämnder`.
pub fn counted(count: u64, singular: &str, plural: &str) -> String {
    let number = integer(i64::try_from(count).unwrap_or(i64::MAX));
    format!("{number} {}", form(count, singular, plural))
}

/// The word alone, in the form that the number takes.
pub fn form<'word>(count: u64, singular: &'word str, plural: &'word str) -> &'word str {
    if count == 1 { singular } else { plural }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_takes_the_singular() {
        assert_eq!(counted(0, "nämnd", "nämnder"), "0 nämnder");
        assert_eq!(counted(1, "nämnd", "nämnder"), "1 nämnd");
        assert_eq!(counted(24, "nämnd", "nämnder"), "24 nämnder");
        assert_eq!(counted(1_117, "kontroll", "kontroller"), "1\u{a0}117 kontroller");
    }
}

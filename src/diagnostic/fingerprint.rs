//! What tells that a fault of this run is one of the last run, though its line has moved.

use std::collections::BTreeMap;

use super::{Diagnostic, Shown};
use crate::personal::{covered, without_identity_numbers};
use crate::source::FileId;

/// One for each fault in order of place, all different. The line's number is no part of it, nor the language, nor where the content
/// lies, nor personal data, which could be guessed from it.
pub(super) fn fingerprints(faults: &[&Diagnostic], shown: &Shown<'_>) -> Vec<String> {
    let mut lines: BTreeMap<(FileId, u32), u128> = BTreeMap::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut fingerprints = Vec::with_capacity(faults.len());
    for fault in faults {
        let file = shown.sources.file(fault.span.file);
        let number = file.line(fault.span.start);
        let line = || hash(&covered(file.text[file.line_range(number)].trim()));
        let line = *lines.entry((fault.span.file, number)).or_insert_with(line);
        let basis = format!("{}\0{}\0{line:032x}", fault.code.id(), without_identity_numbers(&file.path));
        let number = seen.entry(basis.clone()).or_default();
        fingerprints.push(format!("{:032x}", hash(&format!("{basis}\0{number}"))));
        *number += 1;
    }
    fingerprints
}

/// FNV-1a with 128 bits, by its authors' constants: the same on every machine and in every version.
fn hash(text: &str) -> u128 {
    let start = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    text.bytes().fold(start, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(format!("{:032x}", hash("")), "6c62272e07bb014262b821756295c58d");
        assert_eq!(format!("{:032x}", hash("a")), "d228cb696f1a8caf78912b704e4a8964");
    }
}

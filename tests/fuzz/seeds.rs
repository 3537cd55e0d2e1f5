//! Writes what the fuzzer begins with: every file of the shipped content and of the cases, each with the byte of its place.

mod places;
#[path = "../reading/mod.rs"]
mod reading;

use std::path::PathBuf;

use places::PLACES;

/// The number of the place that is of the same kind as a path.
fn place(path: &str) -> Option<usize> {
    let parts: Vec<_> = path.split('/').collect();
    let place = match parts.as_slice() {
        ["kommun.yaml"] => "kommun.yaml",
        ["skalor.yaml"] => "skalor.yaml",
        ["pastaenden", _] => "pastaenden/god.yaml",
        ["matetal", _] => "matetal/loggar.yaml",
        ["ar", _] => "ar/2024.md",
        ["sidor", _] => "sidor/om.md",
        ["organ", _, "organ.yaml"] => "organ/miljonamnden/organ.yaml",
        ["organ", _, "matetal", _] => "organ/miljonamnden/matetal/loggar.yaml",
        ["organ", _, _, "sjalvskattning.yaml"] => "organ/miljonamnden/2024/sjalvskattning.yaml",
        ["organ", _, _, "atgarder", _] => "organ/miljonamnden/2024/atgarder/rutin.md",
        ["organ", _, _, "granskningar", _] => "organ/miljonamnden/2024/granskningar/avgifter.md",
        ["organ", _, _, _] => "organ/miljonamnden/2024/rapport.md",
        _ => return None,
    };
    PLACES.iter().position(|known| *known == place)
}

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder to write to"));
    let root = reading::package().join("../..");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for content in ["content", "tests/cases/base"] {
        files.extend(reading::files(&root.join(content)));
    }
    for written in ["tests/cases", "docs/fel"] {
        for (path, bytes) in reading::files(&root.join(written)) {
            if path.starts_with("base/") {
                continue;
            }
            let blocks = reading::blocks(&String::from_utf8_lossy(&bytes)).into_iter();
            files.extend(blocks.filter_map(|block| Some((block.path?, block.text.into_bytes()))));
        }
    }
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let mut written = 0;
    for (path, bytes) in files {
        let Some(place) = place(&path) else { continue };
        let seed = [&[u8::try_from(place).expect("there are few places")], &bytes[..]].concat();
        std::fs::write(folder.join(format!("{written:05}")), seed).expect("the seed can be written");
        written += 1;
    }
    println!("{written} seeds");
}

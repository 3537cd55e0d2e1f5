//! What is said of names that files and folders cannot have. Knows no folder.

use crate::diagnostic::{Words, brief};
use crate::words;

/// What to do when the right name is taken.
pub fn already(name: &str) -> Words {
    words!(
        "Det finns redan ”{name}”. Slå ihop dem, eller ta bort den som är fel",
        "There already is “{name}”. Merge them, or remove the one that is wrong"
    )
}

/// What is wrong with a name of other characters.
pub fn form(name: &str) -> Words {
    words!(
        "namnet ”{name}” har annat än små bokstäver a–z, siffror och bindestreck",
        "the name “{name}” has more than lower-case letters a–z, digits and hyphens"
    )
}

/// What is wrong with the ending of a name.
pub fn ending_words(ending: &str, wanted: &str) -> Words {
    if ending.is_empty() {
        return words!("filens namn slutar inte på .{wanted}", "the file's name does not end in .{wanted}");
    }
    let ending = brief(ending);
    words!(
        "filens namn slutar på .{ending} i stället för .{wanted}",
        "the file's name ends in .{ending} in place of .{wanted}"
    )
}

/// An ending that text is saved with.
pub fn is_text(ending: &str) -> bool {
    matches!(ending.to_lowercase().as_str(), "" | "txt" | "yml" | "yaml" | "md" | "markdown")
}

/// What is wrong with a copy that somebody left beside what it was made of, and what to do.
pub fn copy(name: &str, original: &str) -> (Words, Words) {
    let (name, original) = (brief(name), brief(original));
    (
        words!("”{name}” ser ut att vara en kopia av ”{original}”", "“{name}” seems to be a copy of “{original}”"),
        words!(
            "Behåll den som gäller, med namnet ”{original}”, och ta bort den andra",
            "Keep the one that holds, named “{original}”, and remove the other"
        ),
    )
}

/// What is wrong with a round of a joint review that lies outside the review's folder, and where it belongs.
pub fn loose_round(name: &str, review: &str) -> (Words, Words) {
    let name = brief(name);
    (
        words!(
            "filen ”{name}” ligger direkt i mappen ”gemensamma”",
            "the file “{name}” lies directly in the folder “gemensamma”"
        ),
        words!(
            "Varje granskning har en egen mapp med en fil för varje omgång, till exempel ”gemensamma/{review}/2024.md”",
            "Each review has a folder of its own with a file for each round, such as “gemensamma/{review}/2024.md”"
        ),
    )
}

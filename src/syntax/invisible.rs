//! Rule: no file holds characters that nobody sees. They come along when text is copied, and make equal words differ.

use super::{fault, span};
use crate::diagnostic::{Code, Diagnostics, Reported, Words};
use crate::source::FileId;
use crate::words;

/// Tells every such character in the text of a file.
///
/// # Errors
/// When there is one.
pub fn check(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Result<(), Reported> {
    let mut found = Ok(());
    // All of them take more than one byte, so most texts have little to look at.
    for (at, character) in text.char_indices().filter(|(_, character)| !character.is_ascii()) {
        let Some(name) = name(character) else { continue };
        let number = u32::from(character);
        let message = words!(
            "här står {name} (U+{number:04X}), som inte syns",
            "here is {name} (U+{number:04X}), which cannot be seen",
            name
        );
        let hint = words!(
            "Ta bort tecknet. Skriv om ordet för hand om det inte går att hitta",
            "Remove the character. Type the word anew if it cannot be found"
        );
        let place = span(file, 0, at..at + character.len_utf8());
        found = Err(diagnostics.error(fault(Code::InvisibleCharacter, place, message, hint)));
    }
    found
}

/// What an invisible character is called; `None` for all others.
fn name(character: char) -> Option<Words> {
    match character {
        '\u{ad}' => Some(words!("ett mjukt bindestreck", "a soft hyphen")),
        '\u{200b}' => Some(words!("ett nollbrett mellanslag", "a zero-width space")),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(words!("ett tecken som styr skrivriktningen", "a character that sets the direction of writing"))
        }
        '\u{2060}' => Some(words!("en ordfogare", "a word joiner")),
        '\u{2061}'..='\u{2064}' => Some(words!("ett osynligt räknetecken", "an invisible operator")),
        '\u{feff}' => Some(words!("ett märke för teckenkodning", "a byte order mark")),
        _ => None,
    }
}

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
    if let Some((at, sign, meant)) = twice_encoded(text) {
        let message = words!(
            "”{sign}” är ett ”{meant}” som har lästs med fel teckenkodning och sedan sparats",
            "“{sign}” is an “{meant}” that was read with the wrong encoding and then saved"
        );
        let hint = words!(
            "Hämta tillbaka den förra versionen av filen, eller skriv om orden med å, ä och ö för hand",
            "Get back the last version of the file, or type the words with å, ä and ö anew"
        );
        let place = span(file, 0, at..at + sign.len());
        found = Err(diagnostics.error(fault(Code::NotUtf8, place, message, hint)));
    }
    // All of them take more than one byte, so most texts have little to look at.
    for (at, character) in text.char_indices().filter(|(_, character)| !character.is_ascii()) {
        if let Some((message, hint)) = lost(character) {
            let place = span(file, 0, at..at + character.len_utf8());
            found = Err(diagnostics.error(fault(Code::InvisibleCharacter, place, message, hint)));
            continue;
        }
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

/// The first letter of a text that was taken for two, the two, and the letter.
pub fn twice_encoded(text: &str) -> Option<(usize, &'static str, &'static str)> {
    const TWICE: [(&str, &str); 7] =
        [("Ã¥", "å"), ("Ã¤", "ä"), ("Ã¶", "ö"), ("Ã…", "Å"), ("Ã„", "Ä"), ("Ã–", "Ö"), ("Â§", "§")];
    if text.is_ascii() {
        return None;
    }
    TWICE.iter().filter_map(|(sign, meant)| Some((text.find(sign)?, *sign, *meant))).min()
}

/// What is said of a character that stands where another one was.
fn lost(character: char) -> Option<(Words, Words)> {
    let number = u32::from(character);
    match character {
        '\u{fffd}' => Some((
            words!(
                "här står ett ersättningstecken (U+{number:04X}), där en bokstav har gått förlorad",
                "here is a replacement character (U+{number:04X}), where a letter was lost"
            ),
            words!("Skriv om ordet för hand", "Type the word anew"),
        )),
        '\u{e000}'..='\u{f8ff}' => Some((
            words!(
                "här står ett tecken (U+{number:04X}) som bara finns i vissa typsnitt, som Words punkter",
                "here is a character (U+{number:04X}) that only some typefaces have, such as the bullets of Word"
            ),
            words!(
                "Ta bort tecknet. En punkt i en lista börjar med bindestreck och mellanslag",
                "Remove the character. An item of a list begins with a hyphen and a space"
            ),
        )),
        _ => None,
    }
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

//! Tells of a file that has no text to be parsed, at the place where that was found out.

use super::fault;
use crate::diagnostic::{Code, Diagnostic, Words, brief, unread};
use crate::source::{FileFault, FileId, Garbled, Span};
use crate::words;

/// The fault of a file, as it is told.
pub fn unreadable(file: FileId, what: &FileFault) -> Diagnostic {
    match what {
        FileFault::Unread(why) => {
            let (code, message, hint) = unread(why);
            fault(code, Span { file, start: 0, end: 0 }, message, hint)
        }
        FileFault::Garbled(what, place) => garbled(what, *place),
    }
}

fn garbled(what: &Garbled, place: Span) -> Diagnostic {
    match what {
        Garbled::Utf16 => {
            let hint = words!(
                "Spara om filen som UTF-8. I VS Code: klicka på kodningen längst ned till höger, och välj ”Save with Encoding” \
                 och ”UTF-8”. I Anteckningar: välj ”Spara som” och kodningen ”UTF-8”",
                "Save the file as UTF-8. In VS Code: click the encoding at the bottom right, and choose “Save with Encoding” \
                 and “UTF-8”. In Notepad: choose “Save as” and the encoding “UTF-8”"
            );
            fault(Code::Utf16, place, words!("filen är sparad som UTF-16", "the file is saved as UTF-16"), hint)
        }
        Garbled::NotUtf8 { word: Some(word) } => {
            let word = brief(word);
            let message = words!(
                "”{word}” ser ut att vara sparat som Windows-1252 och inte som UTF-8",
                "“{word}” seems to be saved as Windows-1252 and not as UTF-8"
            );
            fault(Code::NotUtf8, place, message, save())
        }
        Garbled::NotUtf8 { word: None } => {
            fault(Code::NotUtf8, place, words!("tecknet här är inte UTF-8", "the character here is not UTF-8"), save())
        }
        Garbled::Foreign { what: (sv, en) } => {
            let message = Words {
                sv: format!("filen är {sv}, vad den än heter"),
                en: format!("the file is {en}, whatever it is named"),
            };
            let hint = words!(
                "Öppna den i sitt program och kopiera texten till en fil för ren text, till exempel i Anteckningar",
                "Open it in its own program and copy the text into a plain text file, as in Notepad"
            );
            fault(Code::Unreadable, place, message, hint)
        }
        Garbled::Control { character } => {
            let number = u32::from(*character);
            let message = words!(
                "här står ett osynligt styrtecken (U+{number:04X})",
                "an invisible control character (U+{number:04X}) stands here"
            );
            let hint = words!(
                "Ta bort tecknet. Syns det inte: skriv om raden för hand",
                "Remove the character. If it cannot be seen, write the line again by hand"
            );
            fault(Code::ControlCharacter, place, message, hint)
        }
    }
}

/// How a file is saved as UTF-8 in the programs that most people have. Editors take it for UTF-8 until they are told.
fn save() -> Words {
    words!(
        "Spara om filen som UTF-8. I VS Code: klicka på kodningen längst ned till höger, välj först ”Reopen with Encoding” \
         och ”Windows 1252”, sedan ”Save with Encoding” och ”UTF-8”. I Anteckningar: välj ”Spara som” och kodningen ”UTF-8”",
        "Save the file as UTF-8. In VS Code: click the encoding at the bottom right, choose first “Reopen with Encoding” \
         and “Windows 1252”, then “Save with Encoding” and “UTF-8”. In Notepad: choose “Save as” and the encoding “UTF-8”"
    )
}

//! Owns how it is told that a file could not be read, the same for content, themes and revisions.

use super::{Code, Words};
use crate::source::{LARGEST_FILE, Refusal, Unread};
use crate::words;

/// The kind of fault, what is wrong, and what to do about it. The path is for the caller to name.
#[must_use]
pub fn unread(why: &Unread) -> (Code, Words, Words) {
    match why {
        Unread::SymbolicLink => (
            Code::SymbolicLink,
            words!("här ligger en symbolisk länk i stället för en fil", "a symbolic link lies here in place of a file"),
            words!(
                "Ersätt länken med filen eller mappen som den pekar på",
                "Replace the link with the file or folder that it points at"
            ),
        ),
        Unread::Special => (
            Code::Unreadable,
            words!("det här är ingen vanlig fil", "this is not an ordinary file"),
            words!("Flytta den till en annan mapp", "Move it to another folder"),
        ),
        Unread::Submodule => (
            Code::Unreadable,
            words!(
                "mappen är ett eget arkiv (submodul), vars filer inte går att läsa här",
                "the folder is a repository of its own (a submodule), whose files cannot be read here"
            ),
            words!("Lägg filerna själva i mappen", "Put the files themselves in the folder"),
        ),
        Unread::Refused(Refusal::Permission) => (
            Code::Unreadable,
            words!(
                "filen eller mappen går inte att läsa: behörighet saknas",
                "the file or folder cannot be read: permission is denied"
            ),
            words!(
                "Ge kontot som kör programmet rätt att läsa den",
                "Give the account that runs the program the right to read it"
            ),
        ),
        Unread::Refused(Refusal::Vanished) => (
            Code::Unreadable,
            words!("filen försvann medan mappen lästes", "the file vanished while the folder was being read"),
            words!("Försök igen", "Try again"),
        ),
        Unread::Refused(Refusal::Other(words)) => (
            Code::Unreadable,
            words!("filen eller mappen går inte att läsa: ”{words}”", "the file or folder cannot be read: “{words}”"),
            words!(
                "Öppna den i ett annat program. Går det inte är disken eller anslutningen trasig",
                "Open it in another program. If that fails, the disk or the connection is broken"
            ),
        ),
        Unread::NameNotUtf8 => (
            Code::FileName,
            words!("namnet har tecken som inte går att läsa", "the name has characters that cannot be read"),
            rename(),
        ),
        Unread::NameControl => (
            Code::FileName,
            words!("namnet har ett osynligt styrtecken", "the name has an invisible control character"),
            rename(),
        ),
        Unread::SameName => (
            Code::SameName,
            words!(
                "här finns två filer eller mappar med samma namn, fast bokstäverna är lagrade på olika sätt",
                "two files or folders here have the same name, with letters that are stored in different ways"
            ),
            words!(
                "Ta bort den ena, eller döp om den med bokstäverna a–z",
                "Remove one of them, or rename it with the letters a–z"
            ),
        ),
        Unread::TooLarge => {
            let most = LARGEST_FILE / (1024 * 1024);
            (
                Code::FileTooLarge,
                words!("filen är större än {most} MB", "the file is larger than {most} MB"),
                words!(
                    "Dela upp innehållet på flera filer, eller lägg det någon annanstans och länka dit",
                    "Split the content into several files, or put it somewhere else and link to it"
                ),
            )
        }
    }
}

fn rename() -> Words {
    words!(
        "Döp om filen eller mappen. Använd bara små bokstäver a–z, siffror och bindestreck",
        "Rename the file or folder. Use only lower-case letters a–z, digits and hyphens"
    )
}

//! Owns the words for what the system answers about a file. Knows no paths, and not who asked.

use std::io::{Error, ErrorKind};

use crate::diagnostic::Words;
use crate::words;

/// Why the system refused, and what to do about it: a clause without capital letter or full stop, to stand after a
/// colon. An unusual refusal keeps the system's own words, so that it can be searched for.
pub fn reason(error: &Error) -> Words {
    match error.kind() {
        ErrorKind::NotFound => words!(
            "filen eller mappen finns inte; kontrollera sökvägen",
            "the file or folder does not exist; check the path"
        ),
        ErrorKind::PermissionDenied => words!(
            "behörighet saknas; ge kontot som bygger rätt till den eller välj en annan plats",
            "permission is denied; give the account that builds the right to it, or choose another place"
        ),
        ErrorKind::ReadOnlyFilesystem => words!(
            "disken är skrivskyddad; välj en mapp som går att skriva i",
            "the disk is read-only; choose a folder that can be written to"
        ),
        ErrorKind::StorageFull => {
            words!("disken är full; frigör utrymme och bygg igen", "the disk is full; free some space and build again")
        }
        ErrorKind::QuotaExceeded => words!(
            "kontots utrymme på disken är slut; frigör utrymme och bygg igen",
            "the account has no space left on the disk; free some and build again"
        ),
        ErrorKind::FileTooLarge => words!(
            "filen är större än vad disken eller kontot tillåter; höj gränsen eller välj en annan disk",
            "the file is larger than the disk or the account allows; raise the limit or choose another disk"
        ),
        ErrorKind::InvalidFilename => words!(
            "namnet är för långt eller har tecken som disken inte tillåter; välj ett kortare namn",
            "the name is too long or has characters that the disk does not allow; choose a shorter one"
        ),
        ErrorKind::NotADirectory => words!(
            "en del av sökvägen är en fil och ingen mapp; kontrollera sökvägen",
            "part of the path is a file and no folder; check the path"
        ),
        ErrorKind::IsADirectory => words!(
            "där en fil väntades ligger en mapp; flytta undan den",
            "a folder lies where a file should; move it away"
        ),
        ErrorKind::ResourceBusy => words!(
            "mappen är upptagen, till exempel för att den är en monteringspunkt; välj en mapp inuti den",
            "the folder is busy, for example because it is a mount point; choose a folder inside it"
        ),
        ErrorKind::CrossesDevices => words!(
            "mappen är monterad eller hör till en containeravbild och kan inte bytas ut; välj en mapp inuti den",
            "the folder is mounted or part of a container image and cannot be replaced; choose a folder inside it"
        ),
        ErrorKind::DirectoryNotEmpty => words!(
            "någon annan lade filer där under bygget; bygg igen",
            "somebody else put files there during the build; build again"
        ),
        _ => words!(
            "systemet svarar ”{error}”; rätta orsaken och försök igen",
            "the system answers “{error}”; mend the cause and try again"
        ),
    }
}

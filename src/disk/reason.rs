//! Owns the Swedish words for what the system answers about a file. Knows no paths, and not who asked.

use std::io::{Error, ErrorKind};

/// Why the system refused, and what to do about it: a clause without capital letter or full stop, to stand after a
/// colon. An unusual refusal keeps the system's own words, so that it can be searched for.
pub fn reason(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "filen eller mappen finns inte; kontrollera sökvägen",
        ErrorKind::PermissionDenied => {
            "behörighet saknas; ge kontot som bygger rätt till den eller välj en annan plats"
        }
        ErrorKind::ReadOnlyFilesystem => "disken är skrivskyddad; välj en mapp som går att skriva i",
        ErrorKind::StorageFull => "disken är full; frigör utrymme och bygg igen",
        ErrorKind::QuotaExceeded => "kontots utrymme på disken är slut; frigör utrymme och bygg igen",
        ErrorKind::FileTooLarge => {
            "filen är större än vad disken eller kontot tillåter; höj gränsen eller välj en annan disk"
        }
        ErrorKind::InvalidFilename => {
            "namnet är för långt eller har tecken som disken inte tillåter; välj ett kortare namn"
        }
        ErrorKind::NotADirectory => "en del av sökvägen är en fil och ingen mapp; kontrollera sökvägen",
        ErrorKind::IsADirectory => "där en fil väntades ligger en mapp; flytta undan den",
        ErrorKind::ResourceBusy => {
            "mappen är upptagen, till exempel för att den är en monteringspunkt; välj en mapp inuti den"
        }
        ErrorKind::CrossesDevices => {
            "mappen är monterad eller hör till en containeravbild och kan inte bytas ut; välj en mapp inuti den"
        }
        ErrorKind::DirectoryNotEmpty => "någon annan lade filer där under bygget; bygg igen",
        _ => return format!("systemet svarar ”{error}”; rätta orsaken och försök igen"),
    };
    known.to_owned()
}

//! What is wrong with a path that is no place, and what it was probably meant to be.

use super::file_name::{is_plain, meant_year, original, slug};
use super::folder::{BODY, Folder, MARKDOWN_FILES, ROOT, YAML_FILES, YEAR, contents};
use super::misplaced_words::{copy, ending_words, form, is_text, loose_round};
use super::nearest::nearest;
use super::{place, values};
use crate::diagnostic::{Code, Words, brief};
use crate::words;

/// The fault of a path.
pub struct Misplaced {
    /// What kind of fault it is.
    pub code: Code,
    /// What is wrong.
    pub message: Words,
    /// What to do.
    pub hint: Words,
    /// The path of the file or folder that is at fault.
    pub part: String,
    /// The path of the whole file as it was meant, where that is clear.
    pub right: Option<String>,
}

/// A path being judged, part by part.
struct Path<'p> {
    parts: Vec<&'p str>,
}

impl Path<'_> {
    /// The path up to and with a part.
    fn to(&self, at: usize) -> String {
        self.parts[..=at].join("/")
    }

    /// The path with another name for one part: of that part, and of the whole file.
    fn renamed(&self, at: usize, name: &str) -> (String, String) {
        let mut parts = self.parts.clone();
        parts[at] = name;
        (parts[..=at].join("/"), parts.join("/"))
    }

    fn fault(&self, at: usize, code: Code, message: Words, hint: Words) -> Misplaced {
        Misplaced { code, message, hint, part: self.to(at), right: None }
    }

    /// A fault that another name for the part mends.
    fn mended(&self, at: usize, code: Code, message: Words, name: &str) -> Misplaced {
        let (short, whole) = self.renamed(at, name);
        let is_file = at + 1 == self.parts.len();
        let hint = if is_file {
            words!("Döp om filen till ”{short}”", "Rename the file to “{short}”")
        } else {
            words!("Döp om mappen till ”{short}”", "Rename the folder to “{short}”")
        };
        Misplaced { right: Some(whole), ..self.fault(at, code, message, hint) }
    }
}

/// Judges a path that is no place.
pub fn judge(path: &str) -> Misplaced {
    let path = Path { parts: path.split('/').collect() };
    let parts = path.parts.as_slice();
    let is_year = |at: usize| at == 2 && parts[0] == "organ" && meant_year(parts[at]).is_some();
    let mut others = parts.iter().enumerate().filter(|(at, _)| !is_year(*at));
    if let Some((at, original)) = others.find_map(|(at, name)| Some((at, original(name)?))) {
        let (message, hint) = copy(parts[at], &original);
        return path.fault(at, Code::MisspeltPlace, message, hint);
    }
    match parts {
        [] | [_] => file(&path, 0, &ROOT),
        ["pastaenden" | "matetal", ..] => leaf(&path, 1, &YAML_FILES),
        ["ar" | "revision" | "sidor", ..] => leaf(&path, 1, &MARKDOWN_FILES),
        ["gemensamma", _] => loose_in_reviews(&path),
        ["organ", _] => loose_in_bodies(&path),
        ["gemensamma" | "organ", name, ..] if !is_plain(name) => unusable_name(&path, 1),
        ["gemensamma", ..] => leaf(&path, 2, &MARKDOWN_FILES),
        ["organ", _, name] if YEAR.files.contains(name) => without_year(&path, name),
        ["organ", _, _] => file(&path, 2, &BODY),
        ["organ", _, "matetal", ..] => leaf(&path, 3, &YAML_FILES),
        ["organ", _, "yttranden", ..] => leaf(&path, 3, &MARKDOWN_FILES),
        ["organ", _, year, rest @ ..] => match (values::parse_year(year), rest) {
            (None, _) => body_folder(&path),
            (Some(_), [_]) => file(&path, 3, &YEAR),
            (Some(_), ["atgarder" | "gemensamma" | "granskningar", ..]) => leaf(&path, 4, &MARKDOWN_FILES),
            (Some(_), _) => folder(&path, 3, &YEAR),
        },
        _ => root_folder(&path),
    }
}

/// A folder at the top that is none of those that belong there.
fn root_folder(path: &Path<'_>) -> Misplaced {
    let (first, rest) = (path.parts[0], path.parts[1..].join("/"));
    let name = brief(first);
    if place::of(&rest).is_some() && !ROOT.folders.iter().any(|known| similar(first, known)) {
        return path.fault(
            0,
            Code::UnknownPlace,
            words!(
                "i mappen ”{name}” ligger filer som hör hemma utanför den",
                "the folder “{name}” holds files that belong outside it"
            ),
            words!(
                "Flytta ut filerna ur mappen, ta bort den om den är en kopia, eller välj den med --content",
                "Move the files out of the folder, remove it if it is a copy, or choose it with --content"
            ),
        );
    }
    let below = format!("organ/{}/{rest}", slug(first));
    if place::of(&below).is_some() {
        let target = format!("organ/{}", slug(first));
        return Misplaced {
            right: Some(below),
            ..path.fault(
                0,
                Code::UnknownPlace,
                words!(
                    "mappen ”{name}” ligger inte i mappen ”organ”",
                    "the folder “{name}” does not lie in the folder “organ”"
                ),
                words!("Flytta mappen till ”{target}”", "Move the folder to “{target}”"),
            )
        };
    }
    folder(path, 0, &ROOT)
}

/// A file that lies directly among the folders of the bodies.
fn loose_in_bodies(path: &Path<'_>) -> Misplaced {
    let name = brief(path.parts[1]);
    path.fault(
        1,
        Code::UnknownPlace,
        words!(
            "filen ”{name}” ligger direkt i mappen ”organ”",
            "the file “{name}” lies directly in the folder “organ”"
        ),
        words!(
            "Lägg den i organets egen mapp, till exempel ”organ/miljonamnden”",
            "Put it in the folder of its body, such as “organ/miljonamnden”"
        ),
    )
}

/// A file that lies directly among the folders of the joint reviews.
fn loose_in_reviews(path: &Path<'_>) -> Misplaced {
    let name = path.parts[1];
    let (message, hint) = loose_round(name, &slug(name.split('.').next().unwrap_or(name)));
    path.fault(1, Code::UnknownPlace, message, hint)
}

/// A folder in a body's that is neither a year nor that of the indicators.
fn body_folder(path: &Path<'_>) -> Misplaced {
    let name = path.parts[2];
    if let Some(known) = nearest(&slug(name), YEAR.folders.iter().copied()) {
        return without_year(path, known);
    }
    if let Some(year) = meant_year(name) {
        let name = brief(name);
        let message =
            words!("mappen ”{name}” är inget år med fyra siffror", "the folder “{name}” is no year of four digits");
        return path.mended(2, Code::MisspeltPlace, message, &year);
    }
    folder(path, 2, &BODY)
}

/// A file or folder that belongs in that of a year.
fn without_year(path: &Path<'_>, known: &str) -> Misplaced {
    let (name, body) = (brief(path.parts[2]), path.to(1));
    path.fault(
        2,
        Code::UnknownPlace,
        words!(
            "”{name}” ligger direkt i organets mapp och inte i mappen för ett år",
            "“{name}” lies directly in the body's folder and not in that of a year"
        ),
        words!(
            "Flytta till årets mapp, till exempel ”{body}/2024/{known}”",
            "Move it to the folder of the year, such as “{body}/2024/{known}”"
        ),
    )
}

/// A folder whose name is none of those that can be here.
fn folder(path: &Path<'_>, at: usize, holder: &Folder) -> Misplaced {
    let name = path.parts[at];
    if let Some(found) = known(path, at, name, holder.folders) {
        return found;
    }
    let name = brief(name);
    let message = words!("mappen ”{name}” betyder inget här", "the folder “{name}” means nothing here");
    path.fault(at, Code::UnknownPlace, message, compare(path, at, holder))
}

/// A file whose name is none of those that can be here.
fn file(path: &Path<'_>, at: usize, holder: &Folder) -> Misplaced {
    let name = path.parts[at];
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if !is_text(ending) {
        return unreadable(path, at, ending);
    }
    // ”rapport.md.txt” is what Windows makes of ”rapport.md”.
    let whole = holder.files.iter().find(|file| **file == stem);
    let same_stem = holder.files.iter().find(|file| file.rsplit_once('.').is_some_and(|(other, _)| other == stem));
    if let Some(right) = whole.or(same_stem) {
        return path.mended(at, Code::FileEnding, ending_words(ending, right.rsplit('.').next().unwrap_or("")), right);
    }
    if let Some(found) = known(path, at, name, holder.files) {
        return found;
    }
    let quoted = brief(name);
    let message = words!("filen ”{quoted}” betyder inget här", "the file “{quoted}” means nothing here");
    let hint = if ending == "md" && holder.folders == YEAR.folders && !stem.starts_with("rapport") {
        words!(
            "Är det en åtgärd: lägg den i mappen ”atgarder”. Är det en granskning: i mappen ”granskningar”",
            "If it is a measure: put it in the folder “atgarder”. If it is a review: in the folder “granskningar”"
        )
    } else {
        compare(path, at, holder)
    };
    path.fault(at, Code::UnknownPlace, message, hint)
}

/// A name that is like one of those that can be here.
fn known(path: &Path<'_>, at: usize, name: &str, candidates: &[&str]) -> Option<Misplaced> {
    let plain = slug(name);
    let quoted = brief(name);
    if let Some(right) = candidates.iter().find(|known| **known == plain) {
        return Some(path.mended(at, Code::FileName, form(&quoted), right));
    }
    let (stem, ending) = plain.rsplit_once('.').unwrap_or((&plain, ""));
    let without_digits =
        format!("{}.{ending}", stem.trim_end_matches(|last: char| last.is_ascii_digit() || last == '-'));
    let right = match candidates.iter().find(|known| **known == without_digits) {
        Some(right) => right,
        // There are three tertials, so a fourth is none of them.
        None if stem.starts_with("rapport-t") && stem.len() == "rapport-t4".len() => return None,
        None => nearest(&plain, candidates.iter().copied())?,
    };
    let message = words!("namnet ”{quoted}” är felstavat", "the name “{quoted}” is misspelt");
    Some(path.mended(at, Code::MisspeltPlace, message, right))
}

/// A file in a folder whose files have names of their own, or a folder where there can be none.
fn leaf(path: &Path<'_>, at: usize, holder: &Folder) -> Misplaced {
    let wanted = holder.own.expect("the folder has files with names of their own");
    let Some(name) = path.parts.get(at) else { return file(path, at - 1, holder) };
    if path.parts.len() > at + 1 {
        let (name, holds) = (brief(name), path.to(at - 1));
        let message = words!(
            "i ”{holds}” kan det inte finnas någon mapp, som ”{name}”",
            "“{holds}” cannot hold a folder, such as “{name}”"
        );
        let hint = words!("Lägg filerna direkt i ”{holds}”", "Put the files directly in “{holds}”");
        return path.fault(at, Code::UnknownPlace, message, hint);
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if ending != wanted {
        let stem = stem.strip_suffix(&format!(".{wanted}")).unwrap_or(stem);
        if !is_text(ending) {
            return unreadable(path, at, ending);
        }
        return path.mended(at, Code::FileEnding, ending_words(ending, wanted), &format!("{}.{wanted}", slug(stem)));
    }
    if matches!(path.parts[0], "ar" | "gemensamma") {
        let (quoted, holds) = (brief(stem), path.to(at - 1));
        let message = words!("”{quoted}” är inget år", "“{quoted}” is no year");
        return match meant_year(stem) {
            Some(year) => path.mended(at, Code::MisspeltPlace, message, &format!("{year}.md")),
            None => path.fault(
                at,
                Code::UnknownPlace,
                message,
                words!(
                    "Filerna i mappen ”{holds}” heter som året, till exempel ”{holds}/2024.md”",
                    "Files in the folder “{holds}” are named after the year, such as “{holds}/2024.md”"
                ),
            ),
        };
    }
    unusable_name(path, at)
}

/// A file or folder with a name of its own that has other characters than addresses can have.
fn unusable_name(path: &Path<'_>, at: usize) -> Misplaced {
    let name = path.parts[at];
    let quoted = brief(name);
    if name.starts_with("index.") || name == "index" {
        let message = words!("”index” är upptaget som namn", "the name “index” is taken");
        let hint = words!(
            "Välj ett annat namn, som säger vad filen handlar om",
            "Choose another name, which says what it is about"
        );
        return path.fault(at, Code::FileName, message, hint);
    }
    let plain = slug(name);
    if plain.trim_matches(|letter| matches!(letter, '-' | '.')).is_empty() || plain.starts_with('.') {
        let hint = words!(
            "Välj ett namn med små bokstäver a–z, siffror och bindestreck",
            "Choose a name with lower-case letters a–z, digits and hyphens"
        );
        return path.fault(at, Code::FileName, form(&quoted), hint);
    }
    path.mended(at, Code::FileName, form(&quoted), &plain)
}

/// A Word file, a picture or the like.
fn unreadable(path: &Path<'_>, at: usize, ending: &str) -> Misplaced {
    let ending = brief(ending);
    let message = if ending.is_empty() {
        words!("en fil utan slut på namnet kan inte läsas", "a file without an ending to its name cannot be read")
    } else {
        words!("filer som slutar på .{ending} kan inte läsas", "files that end in .{ending} cannot be read")
    };
    let hint = words!(
        "Skriv uppgifter i en .yaml-fil och text i en .md-fil. Lägg andra filer utanför innehållsmappen",
        "Write values in a .yaml file and text in a .md file. Keep other files outside the content folder"
    );
    path.fault(at, Code::FileEnding, message, hint)
}

/// What can be in the folder, or in it at this depth.
fn compare(path: &Path<'_>, at: usize, holder: &Folder) -> Words {
    let holds = if at == 0 { String::new() } else { path.to(at - 1) };
    contents(holder, &holds)
}

fn similar(name: &str, known: &str) -> bool {
    nearest(&slug(name), [known]).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_without_place_has_a_fault() {
        for path in [
            "",
            "a",
            "organ",
            "organ/a",
            "gemensamma/a/b",
            "organ/a/b",
            "organ/a/2024",
            "organ/a/2024/atgarder",
            "a/b/c/d/e/f",
            "ar",
            "ar/x",
            "sidor/",
            "//",
        ] {
            let found = judge(path);
            assert!(!found.message.sv.is_empty() && path.starts_with(&found.part), "{path}");
        }
    }
}

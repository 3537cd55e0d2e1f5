//! Where a link in a text leads: a web address, or another file of the content, which must be there.

use super::fault;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported, Severity, brief, nearest};
use crate::prose::{OTHER_LANGUAGES, Target};
use crate::source::{Sources, Span};
use crate::words;

/// Reads the target of a link at a place.
///
/// # Errors
/// When it is neither a harmless address nor a file of the content.
pub fn target(
    written: &str,
    place: Span,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Target, Reported> {
    let lower = written.to_ascii_lowercase();
    if ["https://", "http://", "mailto:"].iter().any(|start| lower.starts_with(start)) {
        return Ok(Target::Web(written.to_owned()));
    }
    if is_other_address(&lower) {
        return Err(diagnostics.error(no_address(written, place)));
    }
    if written.contains('#') {
        let message = words!("länken leder till ett ställe inne i en fil", "the link leads to a place inside a file");
        let hint = match written.split('#').next() {
            Some(path) if !path.is_empty() => words!("Skriv bara ”{path}”", "Write only “{path}”"),
            Some(_) | None => words!(
                "Skriv rubriken som vanlig text i stället för en länk",
                "Write the heading as plain text instead of a link"
            ),
        };
        return Err(diagnostics.error(fault(Code::LinkTarget, place, message, hint)));
    }
    let path = resolved(written, &sources.file(place.file).path);
    match path.as_deref().and_then(|path| sources.find(path)) {
        Some(found) => Ok(Target::File(found)),
        None => {
            let path = path.as_deref().unwrap_or(written);
            // All paths are looked through for the one that was meant.
            let near = if diagnostics.is_full(place.file, Severity::Error) { None } else { meant(path, sources) };
            let language = nearest(written, OTHER_LANGUAGES.map(|language| language.name), 2);
            Err(diagnostics.error(match (near, language) {
                (None, Some(language)) => no_language(written, language, place),
                (Some(_), _) | (None, None) => broken(written, near, place),
            }))
        }
    }
}

/// An address of some other kind, or one whose beginning is missing.
fn is_other_address(lower: &str) -> bool {
    let first = lower.split(['/', '#', '?']).next().unwrap_or_default();
    let is_content = matches!(lower.rsplit_once('.'), Some((_, "md" | "yaml")));
    let is_site = first.contains('.') && !first.starts_with('.') && !is_content;
    lower.is_empty()
        || first.contains(':')
        || lower.starts_with("//")
        || first.starts_with("www.")
        || is_site && !lower.contains('#')
}

fn no_address(written: &str, place: Span) -> Diagnostic {
    let quoted = brief(written);
    let message = words!(
        "länken leder till ”{quoted}”, som varken är en hel webbadress eller en fil i innehållet",
        "the link leads to “{quoted}”, which is neither a whole web address nor a file of the content"
    );
    let lower = written.to_ascii_lowercase();
    let drive = lower.as_bytes().get(1) == Some(&b':') || lower.starts_with("\\\\") || lower.starts_with("file:");
    let hint = if drive {
        words!(
            "Läsaren kommer inte åt filer på en dator eller i en gemensam mapp. Skriv vad filen heter, utan länk",
            "The reader cannot reach files on a computer or in a shared folder. Write what the file is called, without a link"
        )
    } else if written.contains('@') && !written.contains(['/', ':']) {
        words!("Skriv mailto: före adressen, ”mailto:{quoted}”", "Write mailto: before the address, “mailto:{quoted}”")
    } else if lower.starts_with("www.") {
        words!(
            "Skriv https:// före adressen, ”https://{quoted}”",
            "Write https:// before the address, “https://{quoted}”"
        )
    } else if [".docx", ".doc", ".xlsx", ".xls", ".pdf", ".pptx"].iter().any(|ending| lower.ends_with(ending)) {
        words!(
            "En sådan fil kan inte ligga i innehållet. Skriv adressen till den på webben, med https:// först",
            "Such a file cannot lie in the content. Write its address on the web, with https:// first"
        )
    } else {
        words!(
            "Skriv hela adressen, med https:// först, eller vägen till en .md- eller .yaml-fil",
            "Write the whole address, with https:// first, or the path of an .md or .yaml file"
        )
    };
    fault(Code::LinkTarget, place, message, hint)
}

/// The path from the content folder; `None` when it leads out of it.
fn resolved(written: &str, from: &str) -> Option<String> {
    let written = written.replace('\\', "/");
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if written.starts_with('/') {
        parts.clear();
    }
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The file whose path is nearest, if one is near enough.
fn meant<'s>(path: &str, sources: &'s Sources) -> Option<&'s str> {
    let paths = sources.iter().map(|(_, file)| file.path.as_str());
    nearest(path, paths, (path.chars().count() / 4).max(1))
}

fn broken(written: &str, near: Option<&str>, place: Span) -> Diagnostic {
    let quoted = brief(written);
    let message = words!("filen ”{quoted}” finns inte", "there is no file “{quoted}”");
    let hint = match near {
        Some(near) => words!("Menade du ”/{near}”?", "Did you mean “/{near}”?"),
        None => words!(
            "Skriv vägen från den här filen, eller från innehållets översta mapp med / först, till exempel /sidor/om.md",
            "Write the path from this file, or from the top folder of the content with / first, such as /sidor/om.md"
        ),
    };
    fault(Code::BrokenLink, place, message, hint)
}

/// A text that was to be marked with a language.
fn no_language(written: &str, near: &str, place: Span) -> Diagnostic {
    let quoted = brief(written);
    let message = words!("språket ”{quoted}” finns inte", "there is no language “{quoted}”");
    let hint = words!("Menade du ”{near}”?", "Did you mean “{near}”?");
    fault(Code::LinkTarget, place, message, hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_the_file_or_from_the_top() {
        let from = "organ/a/2024/rapport.md";
        assert_eq!(resolved("../2023/rapport.md", from).as_deref(), Some("organ/a/2023/rapport.md"));
        assert_eq!(resolved("./atgarder/x.md", from).as_deref(), Some("organ/a/2024/atgarder/x.md"));
        assert_eq!(resolved("/sidor/om.md", from).as_deref(), Some("sidor/om.md"));
        assert_eq!(resolved("../../../../x.md", from), None);
    }

    #[test]
    fn addresses_without_their_beginning_are_no_files() {
        for address in ["www.exempel.se", "exempel.se/sida", "//exempel.se", "javascript:alert(1)", ""] {
            assert!(is_other_address(address), "{address}");
        }
        for path in ["../2023/rapport.md", "om.md", "/kommun.yaml", "rapport", "#rubrik"] {
            assert!(!is_other_address(path), "{path}");
        }
    }
}

//! Slips of the hand in YAML that have words of their own: signs that word processors write, and lines that came or went.

use super::yaml_lines::Line;
use super::yaml_words::Fault;
use crate::diagnostic::{Code, brief};
use crate::words;

/// Keys that people write after a colon on the same line, where they need braces or a line of their own.
const SHORT: [&str; 3] = ["saknas", "bedömning", "värde"];

/// A space that nobody sees the difference of, where lines are indented.
pub fn hard_space(line: Line<'_>) -> Fault {
    let message = words!(
        "raden är indragen med ett hårt mellanslag, som ser ut som ett vanligt",
        "the line is indented with a non-breaking space, which looks like an ordinary one"
    );
    let hint = words!(
        "Ta bort allt före första ordet på raden, och skriv vanliga mellanslag",
        "Remove everything before the first word of the line, and type ordinary spaces"
    );
    Fault::new(Code::Indentation, line.first()..line.first() + '\u{a0}'.len_utf8(), message, hint)
}

/// A dash or a bullet in place of a hyphen.
pub fn dash_of_word_processor(line: Line<'_>, dash: char) -> Fault {
    let message = words!(
        "raden börjar med ”{dash}”, som inte betyder något här",
        "the line begins with “{dash}”, which means nothing here"
    );
    let hint = words!(
        "Ska raden vara en punkt i en lista: skriv bindestreck (-) och mellanslag. Annars: ta bort tecknet",
        "If the line is to be an item of a list: write a hyphen (-) and a space. Otherwise remove the sign"
    );
    Fault::new(Code::NoKey, line.first()..line.first() + dash.len_utf8(), message, hint)
}

/// Asterisks around a key, as for bold type.
pub fn stars(line: Line<'_>) -> Fault {
    let message = words!("en rad kan inte börja med ”*”", "a line cannot begin with “*”");
    let hint = words!("Ta bort stjärnorna", "Remove the asterisks");
    Fault::new(Code::YamlFeature, line.first()..line.first() + 1, message, hint)
}

/// A hyphen before one key among others without.
pub fn stray_hyphen(line: Line<'_>) -> Fault {
    let message = words!(
        "raden börjar med bindestreck, men raden ovanför gör det inte",
        "the line begins with a hyphen, but the line above does not"
    );
    let hint = words!("Ta bort bindestrecket och mellanslaget efter det", "Remove the hyphen and the space after it");
    Fault::new(Code::Indentation, line.first()..line.first() + 1, message, hint)
}

/// A line that is less indented than those on both sides of it.
pub fn fell_out(line: Line<'_>, indent: usize) -> Fault {
    let begins = line.indent();
    let message = words!(
        "raden börjar med {begins} mellanslag, men raderna före och efter med {indent}",
        "the line begins with {begins} spaces, but the lines before and after it with {indent}"
    );
    let hint = words!("Låt raden börja med {indent} mellanslag", "Begin the line with {indent} spaces");
    Fault::new(Code::Indentation, line.first()..line.end(), message, hint)
}

/// Whether a line is one of those that git puts around what two people have changed.
pub fn is_conflict(content: &str) -> bool {
    ["<<<<<<<", ">>>>>>>", "======="].iter().any(|mark| content.starts_with(mark))
}

/// What git leaves in a file that two people have changed.
pub fn conflict(line: Line<'_>) -> Fault {
    let (message, hint) = conflict_words();
    Fault::new(Code::InvalidYaml, line.first()..line.end(), message, hint)
}

/// The words for it, in any kind of file.
pub fn conflict_words() -> (crate::diagnostic::Words, crate::diagnostic::Words) {
    (
        words!(
            "två personer har ändrat samma rader, och båda versionerna står kvar i filen",
            "two people have changed the same lines, and both versions are in the file"
        ),
        words!(
            "Behåll den version som gäller, och ta bort den andra och raderna som börjar med <<<<<<<, ======= och >>>>>>>",
            "Keep the version that holds, and remove the other and the lines that begin with <<<<<<<, ======= and >>>>>>>"
        ),
    )
}

/// `KM1: saknas: ej besvarat`, also in parentheses; `at` is the second colon.
pub fn missing_braces(text: &str, at: usize) -> Option<Fault> {
    let line = super::yaml_lines::line_at(text, at);
    let first = line.colon()?;
    let written = text.get(first + 1..line.end())?.trim();
    let inner = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(written).trim();
    let (key, _) = inner.split_once(':')?;
    if !SHORT.contains(&key.trim()) {
        return None;
    }
    let start = first + 1 + text[first + 1..].find(written)?;
    let (key, shown) = (brief(key.trim()), brief(inner));
    let message = words!("klamrarna runt ”{key}” saknas", "there are no braces around “{key}”");
    let hint = words!("Skriv {{ {shown} }}", "Write {{ {shown} }}");
    Some(Fault::new(Code::ColonInText, start..start + written.len(), message, hint))
}

/// `KM1 = bra`, `KM1; bra`, or two cells of a spreadsheet: a key and a value that another sign parts.
pub fn other_sign(line: Line<'_>) -> Option<Fault> {
    let content = line.content();
    let of_year = content.split_once(' ').filter(|(year, rest)| {
        year.len() == 4 && [year, rest].iter().all(|part| part.starts_with(|first: char| first.is_ascii_digit()))
    });
    let parted = [" = ", "=", ";", "\t", " - ", " – "].iter().find_map(|sign| content.split_once(sign));
    let (key, value) = parted.or(of_year)?;
    let (key, value) = (key.trim(), value.trim());
    let is_key =
        !key.is_empty() && key.split(' ').count() <= 3 && key.chars().all(|one| one.is_alphanumeric() || one == ' ');
    if !is_key || value.is_empty() {
        return None;
    }
    let (written, key, value) = (brief(&content.replace('\t', " ")), brief(key), brief(value));
    let message = words!("raden ”{written}” har inget kolon", "the line “{written}” has no colon");
    let hint = words!("Skriv ”{key}: {value}”", "Write “{key}: {value}”");
    Some(Fault::new(Code::NoKey, line.first()..line.end(), message, hint))
}

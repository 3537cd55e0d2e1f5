//! Names of files and folders: those that addresses can be made of, and what others were meant to be.

use super::values;

/// Whether a name is made of what addresses are made of.
pub fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') && name != "index"
}

/// The name with letters a to z alone: ”Åtgärder 2” is ”atgarder-2”.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' | 'ä' | 'à' | 'á' => slug.push('a'),
            'ö' | 'ø' | 'ó' => slug.push('o'),
            'é' | 'è' => slug.push('e'),
            'ü' => slug.push('u'),
            'a'..='z' | '0'..='9' | '.' => slug.push(letter),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    slug.replace("-.", ".").trim_end_matches('-').to_owned()
}

/// The name of what a file or folder was copied from, when it is named as programs name copies: ”rapport - Kopia (2).md”.
pub fn original(name: &str) -> Option<String> {
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (name, String::new()),
    };
    let numbered = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('('));
    let counted = numbered.filter(|(_, number)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let stem = counted.map_or(stem, |(stem, _)| stem).trim_end();
    let lower = stem.to_lowercase();
    let lower = lower.trim_end_matches(|last: char| last.is_ascii_digit()).trim_end();
    let word =
        [" - kopia", "-kopia", " kopia", " - copy", "-copy", " copy"].iter().find(|word| lower.ends_with(**word));
    let length = word.map(|word| lower.len() - word.len()).or(counted.map(|_| stem.len()))?;
    let stem = stem.get(..length).filter(|stem| !stem.trim().is_empty())?;
    Some(format!("{}{ending}", slug(stem)))
}

/// The year that a folder's name probably means: letters for digits, two digits, or words around it.
pub fn meant_year(name: &str) -> Option<String> {
    let digits: String = name
        .chars()
        .map(|letter| match letter {
            'o' | 'O' => '0',
            'l' | 'I' | 'i' => '1',
            _ => letter,
        })
        .collect();
    if values::parse_year(&digits).is_some() {
        return Some(digits);
    }
    let runs: Vec<_> = name.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    match runs.as_slice() {
        [run] if run.len() == 2 && name.len() <= 3 => Some(format!("20{run}")),
        [run] | [run, ..] if values::parse_year(run).is_some() => Some((*run).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        for name in
            ["rapport - Kopia.md", "rapport - Kopia (2).md", "rapport kopia 3.md", "rapport (1).md", "rapport-kopia.md"]
        {
            assert_eq!(original(name).as_deref(), Some("rapport.md"), "{name}");
        }
        assert_eq!(original("atgarder - Kopia").as_deref(), Some("atgarder"));
        for name in ["rapport.md", "rapport (ny).md", "kopia.md", "fotokopia.md", "2024"] {
            assert_eq!(original(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_written_with_the_letters_of_addresses() {
        assert_eq!(slug("Åtgärder 2"), "atgarder-2");
        assert_eq!(slug("Café – ny.md"), "cafe-ny.md");
    }

    #[test]
    fn years_are_understood() {
        for (name, year) in
            [("2O24", "2024"), ("24", "2024"), ("-24", "2024"), ("2024 (kopia)", "2024"), ("år 2023", "2023")]
        {
            assert_eq!(meant_year(name).as_deref(), Some(year), "{name}");
        }
        assert_eq!(meant_year("arkiv"), None);
    }
}

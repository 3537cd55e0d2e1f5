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

//! What a tool can see of the code: module table, length of files, glossary, words that belong to no project.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

/// Every source file by path.
fn sources() -> BTreeMap<String, String> {
    let files = reading::files(&reading::package().join("src"));
    let code = files.into_iter().filter(|(path, _)| path.rsplit('.').next() == Some("rs"));
    code.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("code is text"))).collect()
}

/// The words in backticks of a table's cell.
fn words(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The modules that a file names after `crate::`, in single uses and in groups.
fn used(code: &str) -> BTreeSet<String> {
    let word =
        |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>();
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => {
                let mut depth = 0;
                let mut start = true;
                for (at, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        _ if start && letter.is_alphabetic() => {
                            used.insert(word(&group[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
            None => drop(used.insert(word(rest))),
        }
    }
    // The macro stands at the root, as macros do; it makes what `diagnostic` owns.
    if used.remove("words") {
        used.insert("diagnostic".to_owned());
    }
    used
}

#[test]
fn modules_use_only_what_the_table_lists() {
    let architecture = reading::text("ARCHITECTURE.md");
    let rows = architecture.lines().filter(|line| line.starts_with("| `"));
    let table: BTreeMap<String, BTreeSet<String>> = rows
        .map(|row| {
            let cells: Vec<_> = row.split('|').collect();
            (words(cells[1]).into_iter().next().expect("a module"), words(cells[3]))
        })
        .collect();
    let mut seen = BTreeSet::new();
    for (path, code) in sources() {
        let Some((module, _)) = path.split_once('/') else { continue };
        seen.insert(module.to_owned());
        let allowed = table.get(module).unwrap_or_else(|| panic!("{module} is not in the table"));
        // The macro of messages in two languages stands at the root, as exported macros do.
        for other in used(&code).into_iter().map(|other| if other == "words" { "diagnostic".to_owned() } else { other })
        {
            assert!(
                other == module || allowed.contains(&other),
                "src/{path} uses {other}, which its row does not list"
            );
        }
    }
    assert_eq!(seen, table.keys().cloned().collect(), "the table lists exactly the modules that there are");
}

#[test]
fn the_table_has_no_circles() {
    let modules: BTreeSet<_> = sources().keys().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, code) in sources() {
        let Some((module, _)) = path.split_once('/') else { continue };
        let others = used(&code).into_iter().filter(|other| other != module && modules.contains(other));
        uses.entry(module.to_owned()).or_default().extend(others);
    }
    while !uses.is_empty() {
        let free: Vec<_> =
            uses.iter().filter(|(_, others)| others.is_empty()).map(|(module, _)| module.clone()).collect();
        assert!(!free.is_empty(), "these modules use each other in a circle: {:?}", uses.keys());
        for module in free {
            uses.remove(&module);
            for others in uses.values_mut() {
                others.remove(&module);
            }
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_own() {
    for (path, code) in sources() {
        assert!(code.lines().count() <= 400, "src/{path} has more than 400 lines");
        assert!(code.starts_with("//!"), "src/{path} does not begin by saying what it owns");
    }
}

#[test]
fn names_are_whole_words_of_the_field() {
    for (path, _) in sources() {
        for part in path.trim_end_matches(".rs").split('/') {
            assert!(!["util", "utils", "common", "helper", "helpers", "manager", "misc"].contains(&part), "src/{path}");
        }
    }
}

#[test]
fn the_glossary_is_complete() {
    let glossary = reading::text("docs/glossary.md");
    for (path, code) in
        sources().into_iter().filter(|(path, _)| path.starts_with("model/") || path.starts_with("report/"))
    {
        for line in code.lines() {
            let name = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "));
            let Some(name) = name else { continue };
            let name: String = name.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            assert!(
                name.is_empty() || glossary.contains(&format!("`{name}`")),
                "{name} of src/{path} is not in docs/glossary.md"
            );
        }
    }
}

#[test]
fn every_word_of_the_theme_is_used_and_there() {
    let theme = reading::files(&reading::package().join("themes/standard"));
    let all: BTreeMap<String, String> = serde_yaml::from_slice(&theme["words.yaml"]).expect("the words are a mapping");
    let templates = theme.iter().filter(|(path, _)| path.starts_with("templates/"));
    let templates: String = templates.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let used: BTreeSet<String> = templates
        .split("words.")
        .skip(1)
        .map(|rest| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect())
        .collect();
    assert_eq!(used, all.keys().cloned().collect(), "words in templates, and words in words.yaml");
}

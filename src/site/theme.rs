//! A theme: templates, words and static files. The standard one is part of the program; one's own lies over it file by file.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use tera::Tera;

static STANDARD: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/standard");

/// Words of the templates, by key.
pub type Words = BTreeMap<String, String>;

/// Everything that pages are rendered with.
#[derive(Debug)]
pub struct Theme {
    /// The templates, compiled.
    pub templates: Tera,
    /// The words of the templates.
    pub words: Words,
    /// Files that are copied as they are, by path from the site's root.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Why a theme cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub enum ThemeError {
    /// A file lies where the theme has nothing.
    UnknownFile(String),
    /// A template or word list is no text.
    NotText(String),
    /// The word list cannot be read.
    Words(String),
    /// The templates cannot be compiled.
    Templates(String),
}

impl std::fmt::Display for ThemeError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownFile(path) => write!(
                formatter,
                "temats fil ”{path}” ligger fel. Lägg mallar i templates/, filer som ska följa med i static/, och ord i words.yaml"
            ),
            Self::NotText(path) => {
                write!(formatter, "temats fil ”{path}” är ingen text i UTF-8. Spara om den som UTF-8")
            }
            Self::Words(why) => write!(formatter, "temats words.yaml går inte att läsa: {why}"),
            Self::Templates(why) => write!(formatter, "temats mallar går inte att läsa:\n{why}"),
        }
    }
}

impl std::error::Error for ThemeError {}

impl Theme {
    /// The standard theme with the given files, by path, laid over it.
    ///
    /// # Errors
    /// When a file lies in no known place, is no text where text is needed, or the templates do not compile.
    pub fn overlaid(overlay: BTreeMap<String, Vec<u8>>) -> Result<Self, ThemeError> {
        let mut all = BTreeMap::new();
        collect(&STANDARD, &mut all);
        let standard_words = words(&all["words.yaml"])?;
        all.extend(overlay);
        let mut theme = Self { templates: Tera::new(), words: standard_words, files: BTreeMap::new() };
        let mut templates = Vec::new();
        for (path, bytes) in all {
            match path.split_once('/') {
                Some(("templates", name)) => templates.push((name.to_owned(), text(&path, bytes)?)),
                Some(("static", name)) => drop(theme.files.insert(format!("static/{name}"), bytes)),
                None if path == "words.yaml" => theme.replace_words(words(&bytes)?)?,
                None if path == "README.md" => {}
                Some(_) | None => return Err(ThemeError::UnknownFile(path)),
            }
        }
        theme.templates.add_raw_templates(templates).map_err(|error| ThemeError::Templates(error.to_string()))?;
        Ok(theme)
    }
}

impl Theme {
    fn replace_words(&mut self, words: Words) -> Result<(), ThemeError> {
        for (key, word) in words {
            if word.trim().is_empty() {
                return Err(ThemeError::Words(format!("ordet ”{key}” är tomt")));
            }
            if self.words.insert(key.clone(), word).is_none() {
                return Err(ThemeError::Words(format!("ordet ”{key}” finns inte i standardtemat")));
            }
        }
        Ok(())
    }
}

fn collect(folder: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in folder.files() {
        let path = file.path().to_str().expect("the standard theme's names are ASCII");
        files.insert(path.replace('\\', "/"), file.contents().to_vec());
    }
    folder.dirs().for_each(|inner| collect(inner, files));
}

fn text(path: &str, bytes: Vec<u8>) -> Result<String, ThemeError> {
    String::from_utf8(bytes).map_err(|_| ThemeError::NotText(path.to_owned()))
}

fn words(bytes: &[u8]) -> Result<Words, ThemeError> {
    serde_yaml::from_slice(bytes).map_err(|error| ThemeError::Words(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{ChangedBlock, ChangedRun, ChangedText};

    #[test]
    fn changed_text_says_in_words_what_is_new_and_what_is_gone() {
        let mut theme = Theme::overlaid(BTreeMap::new()).expect("the standard theme");
        let run = |kind, text: &str| ChangedRun { kind, text: text.to_owned() };
        let runs = vec![run("same", "Rutinen"), run("removed", "saknas."), run("added", "<b>finns</b>.")];
        let text = ChangedText { blocks: vec![ChangedBlock { form: "item", runs }] };
        let template = "{{ <changed_text text={text} words={words} /> }}".to_owned();
        theme.templates.add_raw_templates([("changed.html".to_owned(), template)]).expect("a template");
        let mut context = tera::Context::new();
        context.insert("text", &text);
        context.insert("words", &theme.words);
        let html = theme.templates.render("changed.html", &context).expect("a page");
        let hidden = |words: &str| format!("<span class=\"visually-hidden\">{words}</span>");
        let paragraph = format!(
            "<p class=\"changed-item\">Rutinen <del>{}saknas.{}</del> <ins>{}&lt;b&gt;finns&lt;/b&gt;.{}</ins></p>",
            hidden("borttaget: "),
            hidden(" (slut på det borttagna)"),
            hidden("tillagt: "),
            hidden(" (slut på tillägget)")
        );
        assert!(html.contains(&paragraph), "{html}");
    }
}

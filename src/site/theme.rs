//! A theme: templates, words and static files. The standard one is part of the program; one's own lies over it file by file.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use tera::Tera;

use super::contrast::{self, ColourFault};

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
    /// Colours that cannot be told apart, or not be read.
    Colours(Vec<ColourFault>),
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
            Self::Colours(faults) => {
                write!(formatter, "temats färger går inte att använda:")?;
                faults.iter().try_for_each(|fault| write!(formatter, "\n  {fault}"))
            }
        }
    }
}

impl std::error::Error for ThemeError {}

impl Theme {
    /// The standard theme with the given files, by path, laid over it.
    ///
    /// # Errors
    /// When a file lies in no known place, is no text where text is needed, the templates do not compile, or the colours
    /// lack contrast.
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
        let base = templates.iter().find(|(name, _)| name == "base.html").map_or("", |(_, text)| text.as_str());
        let faults = contrast::check(&sheets(&theme.files, base)?);
        if !faults.is_empty() {
            return Err(ThemeError::Colours(faults));
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

/// The style sheets in the order in which pages load them; those that the frame does not name come last.
fn sheets<'theme>(
    files: &'theme BTreeMap<String, Vec<u8>>,
    base: &str,
) -> Result<Vec<(&'theme str, &'theme str)>, ThemeError> {
    let mut sheets = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.rsplit('.').next() == Some("css")) {
        let text = std::str::from_utf8(bytes).map_err(|_| ThemeError::NotText(path.clone()))?;
        sheets.push((path.as_str(), text));
    }
    sheets.sort_by_key(|(path, _)| base.find(path).unwrap_or(usize::MAX));
    Ok(sheets)
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
    use crate::page::{ChangedBlock, ChangedPart, ChangedRun, ChangedText};

    #[test]
    fn colours_of_ones_own_sheet_count_in_the_order_in_which_pages_load_them() {
        let base = String::from_utf8(STANDARD.get_file("templates/base.html").expect("the frame").contents().to_vec());
        let sheet = "<link rel=\"stylesheet\" href=\"{{ root }}static/report.css\">";
        let own = sheet.replace("report", "a-stad");
        let built = |before: &str, after: &str| {
            let base = base.clone().expect("text").replace(sheet, &format!("{before}{sheet}{after}"));
            let files = [("templates/base.html", base.as_str()), ("static/a-stad.css", ":root { --text-quiet: #999 }")];
            Theme::overlaid(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into())
        };
        assert!(built(&own, "").is_ok(), "the standard sheet comes after it");
        let Err(ThemeError::Colours(faults)) = built("", &own) else { panic!("grey text is told") };
        let told = ThemeError::Colours(faults).to_string();
        let begins =
            "temats färger går inte att använda:\n  static/a-stad.css:1: --text-quiet (#999999) har kontrasten";
        assert!(told.starts_with(begins), "{told}");
    }

    #[test]
    fn changed_text_says_in_words_what_is_new_and_what_is_gone() {
        let mut theme = Theme::overlaid(BTreeMap::new()).expect("the standard theme");
        let part = |text: &str, language| ChangedPart { text: text.to_owned(), language, direction: None };
        let run = |kind, text: &str| ChangedRun { kind, parts: vec![part(text, None)] };
        let rule = ChangedRun { kind: "same", parts: vec![part("Rutinen ", None), part("in force", Some("en"))] };
        let runs = vec![rule, run("removed", "saknas."), run("added", "<b>finns</b>.")];
        let text = ChangedText { blocks: vec![ChangedBlock { form: "item", runs }] };
        let template = "{{ <changed_text text={text} words={words} /> }}".to_owned();
        theme.templates.add_raw_templates([("changed.html".to_owned(), template)]).expect("a template");
        let mut context = tera::Context::new();
        context.insert("text", &text);
        context.insert("words", &theme.words);
        let html = theme.templates.render("changed.html", &context).expect("a page");
        let hidden = |words: &str| format!("<span class=\"visually-hidden\">{words}</span>");
        let paragraph = format!(
            "<p class=\"changed-item\">Rutinen <span lang=\"en\">in force</span> <del>{}saknas.{}</del> <ins>{}&lt;b&gt;finns&lt;/b&gt;.{}</ins></p>",
            hidden("borttaget: "),
            hidden(" (slut på det borttagna)"),
            hidden("tillagt: "),
            hidden(" (slut på tillägget)")
        );
        assert!(html.contains(&paragraph), "{html}");
    }
}

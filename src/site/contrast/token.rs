//! What the style sheets say about each colour, and which of it holds in a mode. Does not know which colours meet.

use super::ColourFault;
use super::colour::Colour;
use super::mode::Mode;
use super::pairs;
use super::sheet::{self, Declaration};

/// Stands in a message for the names of the modes, which are known when all have been tried.
pub(super) const MODES: &str = "{modes}";

/// How many tokens may lead to each other before it is taken for a circle.
const LONGEST_WAY: usize = 8;

/// Every custom property of a theme's sheets, in the order in which a browser reads them.
pub(super) struct Tokens<'sheets> {
    all: Vec<(&'sheets str, Declaration)>,
}

/// A colour, and where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'sheets> {
    pub colour: Colour,
    pub file: &'sheets str,
    pub line: usize,
}

impl<'sheets> Tokens<'sheets> {
    /// Reads the sheets, by path.
    pub fn read(sheets: &[(&'sheets str, &'sheets str)]) -> Self {
        let declared = sheets.iter().flat_map(|(file, text)| {
            sheet::declarations(text).into_iter().map(move |declaration| (*file, declaration))
        });
        Self { all: declared.filter(|(_, declaration)| declaration.name.starts_with("--")).collect() }
    }

    /// Colours that are set where it cannot be known when they hold.
    pub fn misplaced(&self) -> impl Iterator<Item = ColourFault> {
        let known = pairs::tokens();
        self.all.iter().filter(move |(_, one)| known.contains(one.name.as_str())).filter_map(|(file, one)| {
            let name = &one.name;
            let why = one.around.iter().find_map(|opening| match opening.strip_prefix('@') {
                None if opening == ":root" => None,
                None => Some(format!("{name} sätts på ”{opening}”. Sätt den på :root, där kontrasten kan kontrolleras")),
                Some(_) if Mode::all().all(|mode| mode.meets(opening).is_some()) => None,
                Some(_) => Some(format!(
                    "{name} sätts inom ”{opening}”, och då går det inte att kontrollera kontrasten. Sätt den utan villkor, \
                     eller inom @media med print, prefers-color-scheme eller prefers-contrast"
                )),
            })?;
            Some(ColourFault { file: (*file).to_owned(), line: one.line, message: why })
        })
    }

    /// The colour of a token in a mode.
    ///
    /// # Errors
    /// When the token is not set in the mode, or is no colour.
    pub fn colour(&self, name: &str, mode: Mode) -> Result<Found<'_>, ColourFault> {
        let Some((file, declaration)) = self.holding(name, mode) else {
            let message = format!("{name} har ingen färg i {MODES}. Sätt den på :root, till exempel {name}: #1a1f25");
            return Err(ColourFault { file: String::new(), line: 0, message });
        };
        let line = declaration.line;
        let mut value = declaration.value.as_str();
        for _ in 0..LONGEST_WAY {
            if let Some(colour) = Colour::read(value) {
                return Ok(Found { colour, file, line });
            }
            let other = value.strip_prefix("var(").and_then(|value| value.strip_suffix(')')).map(str::trim);
            let Some((_, next)) = other.and_then(|other| self.holding(other, mode)) else { break };
            value = &next.value;
        }
        let written = &declaration.value;
        let message = format!(
            "{name} är ”{written}”, som inte går att läsa som en färg utan genomskinlighet. Skriv den som #1a1f25, rgb(26 31 37) \
             eller var(--text)"
        );
        Err(ColourFault { file: file.to_owned(), line, message })
    }

    /// What a browser takes: the last that holds.
    fn holding(&self, name: &str, mode: Mode) -> Option<(&'sheets str, &Declaration)> {
        let holds = |one: &Declaration| {
            one.around.iter().all(|opening| opening == ":root" || mode.meets(opening) == Some(true))
        };
        self.all.iter().rev().find(|(_, one)| one.name == name && holds(one)).map(|(file, one)| (*file, one))
    }
}

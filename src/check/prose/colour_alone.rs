//! Rule: no text points something out by its colour alone, which not everybody sees (WCAG 2.2, 1.4.1).

use super::language;
use crate::check::context::Context;
use crate::diagnostic::{Code, brief};
use crate::syntax::Passage;
use crate::words;

/// Colours, as adjectives in all their forms.
const COLOURS: [&str; 27] = [
    "röd", "rött", "röda", "grön", "grönt", "gröna", "gul", "gult", "gula", "blå", "blått", "blåa", "orange",
    "orangea", "brun", "brunt", "bruna", "grå", "grått", "gråa", "lila", "rosa", "svart", "svarta", "turkos",
    "turkost", "turkosa",
];

/// The beginnings of words for coloured things in a table or a chart. Areas are left out: a green one is often a
/// park, a green sector farming, and red figures a loss.
const THINGS: [&str; 15] = [
    "cell",
    "fält",
    "raden",
    "rader",
    "kolumn",
    "stapel",
    "stapl",
    "ruta",
    "rutor",
    "prick",
    "punkt",
    "markering",
    "text",
    "kurva",
    "färg",
];

/// Things of which there are others than in a chart.
const LINES: [&str; 2] = ["linje", "streck"];

/// What makes clear that a line is one of a chart.
const DRAWINGS: [&str; 4] = ["diagram", "figur", "tabell", "graf"];

/// Words after which a colour points something out: `markerat med grönt`.
const MARKED: [&str; 10] =
    ["markerad", "markerat", "markerade", "markeras", "visas", "färgad", "färgat", "färgade", "skrivna", "anges"];

/// Words after which the meaning of a colour stands: `grönt betyder`.
const MEANING: [&str; 6] = ["anger", "avser", "betyder", "innebär", "markerar", "visar"];

/// Tells every reference by colour, unless what it means follows in brackets.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    let lower = passage.text.to_lowercase();
    // Letters that change their length in lower case would move all places; no colour is written with them.
    if lower.len() != passage.text.len() {
        return;
    }
    let words: Vec<_> = language::words(&lower).collect();
    let word = |at: usize| words.get(at).map_or("", |range| &lower[range.clone()]);
    let has_drawing = DRAWINGS.iter().any(|drawing| lower.contains(drawing));
    let mut next = 0;
    for at in 0..words.len() {
        let is_colour = COLOURS.contains(&word(at));
        let begins = |beginnings: &[&str], word: &str| beginnings.iter().any(|start| word.starts_with(start));
        let last = if is_compound(word(at)) {
            at
        } else if is_colour
            && (begins(&THINGS, word(at + 1)) || begins(&LINES, word(at + 1)) && has_drawing)
            && (is_definite(word(at + 1)) || MEANING.contains(&word(at + 2)))
        {
            at + 1
        } else if MARKED.contains(&word(at)) && matches!(word(at + 1), "med" | "i") && COLOURS.contains(&word(at + 2)) {
            at + 2
        } else if is_colour && MEANING.contains(&word(at + 1)) {
            at + 1
        } else {
            continue;
        };
        let range = words[at].start..words[last].end;
        if at < next || passage.text[range.end..].trim_start().starts_with('(') {
            continue;
        }
        next = last + 1;
        let written = brief(&passage.text[range.clone()]);
        let message = words!(
            "”{written}” syns bara för den som ser färgen",
            "“{written}” is seen only by those who see the colour"
        );
        let hint = words!(
            "Skriv också vad det är, till exempel ”de röda fälten (stora avvikelser)”",
            "Write as well what it is, such as ”de röda fälten (stora avvikelser)”"
        );
        context.warn(Code::ColourAlone, passage.place(range), message, hint);
    }
}

/// Whether a noun has its article at the end: `fälten`, but not `fält`, which need not point at any.
fn is_definite(noun: &str) -> bool {
    ["an", "en", "et", "na", "rn"].iter().any(|article| noun.ends_with(article))
}

/// `gulmarkerade`, `rödfärgat`.
fn is_compound(word: &str) -> bool {
    COLOURS
        .iter()
        .filter_map(|colour| word.strip_prefix(colour))
        .any(|rest| rest.starts_with("markera") || rest.starts_with("färgad") || rest.starts_with("färgat"))
}

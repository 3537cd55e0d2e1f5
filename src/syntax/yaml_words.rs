//! The faults of YAML in words, for people who do not know YAML. Knows where they are mended, not how they are found.

use std::ops::Range;

use super::yaml_lines::Line;
use crate::diagnostic::{Code, Words, brief};
use crate::source::DEEPEST_YAML;
use crate::words;

/// A fault in the text of a file.
pub struct Fault {
    /// Which.
    pub code: Code,
    /// Where, in bytes of the text.
    pub place: Range<usize>,
    /// What is wrong.
    pub message: Words,
    /// What to write instead.
    pub hint: Words,
    /// Another place that matters, and why.
    pub related: Option<(Range<usize>, Words)>,
}

impl Fault {
    /// A fault without related place.
    pub fn new(code: Code, place: Range<usize>, message: Words, hint: Words) -> Self {
        Self { code, place, message, hint, related: None }
    }
}

/// More levels than there may be.
pub fn too_deep(place: Range<usize>) -> Fault {
    let message =
        words!("värdet ligger djupare än {DEEPEST_YAML} nivåer", "the value lies deeper than {DEEPEST_YAML} levels");
    let hint = words!(
        "Kontrollera indraget, och ta bort klamrar som inte behövs",
        "Check the indentation, and take away brackets that are not needed"
    );
    Fault::new(Code::TooDeep, place, message, hint)
}

/// `*` that YAML takes for a reference.
pub fn alias(place: Range<usize>) -> Fault {
    let message = words!("ett värde kan inte börja med ”*”", "a value cannot begin with “*”");
    let hint = words!(
        "Sätt hela texten inom citattecken om stjärnan hör till den",
        "Put the whole text in quotation marks if the asterisk belongs to it"
    );
    Fault::new(Code::YamlFeature, place, message, hint)
}

/// `nyckel:värde` or `-värde`, where `at` is the colon or the hyphen.
pub fn missing_space(text: &str, at: usize) -> Fault {
    let is_hyphen = text[at..].starts_with('-');
    if text[at + 1..].starts_with('\u{a0}') {
        let message = words!("mellanslaget är ett hårt mellanslag", "the space is a non-breaking space");
        let hint = words!("Ta bort det och skriv ett vanligt mellanslag", "Remove it and type an ordinary space");
        return Fault::new(Code::MissingSpace, at + 1..at + 3, message, hint);
    }
    let (message, hint) = if is_hyphen {
        (
            words!("det saknas ett mellanslag efter bindestrecket", "there is no space after the hyphen"),
            words!("Skriv bindestreck, mellanslag och sedan texten", "Write a hyphen, a space and then the text"),
        )
    } else {
        let line = super::yaml_lines::line_at(text, at);
        let key = text[line.start..at].rsplit(['{', '[', ',']).next().unwrap_or_default();
        let key = brief(key.trim_matches([' ', '-']));
        (
            words!("det saknas ett mellanslag efter kolonet", "there is no space after the colon"),
            words!("Skriv ”{key}: ” och sedan värdet", "Write “{key}: ” and then the value"),
        )
    };
    Fault::new(Code::MissingSpace, at..at + 1, message, hint)
}

/// A line without key.
pub fn no_key(line: Line<'_>) -> Fault {
    let written = brief(line.content());
    let place = line.first()..line.end();
    if line.content().starts_with(':') {
        let message = words!("det står ingen nyckel före kolonet", "there is no key before the colon");
        let hint = words!("Skriv nyckeln först på raden", "Write the key at the beginning of the line");
        return Fault::new(Code::NoKey, place, message, hint);
    }
    let message = words!("raden ”{written}” har inget kolon", "the line “{written}” has no colon");
    let hint = words!(
        "Skriv nyckel, kolon, mellanslag och värde. Fortsätter raden texten ovanför: sätt fler mellanslag före den. \
         Är den en anteckning: ta bort den",
        "Write key, colon, space and value. If the line goes on with the text above: put more spaces before it. \
         If it is a note: remove it"
    );
    Fault::new(Code::NoKey, place, message, hint)
}

/// A line below the items of a list that is none itself.
pub fn no_hyphen(line: Line<'_>) -> Fault {
    let written = brief(line.content());
    let message = words!("raden ”{written}” saknar bindestreck", "the line “{written}” has no hyphen");
    let hint = words!("Skriv ”- {written}”, som raden ovanför", "Write “- {written}”, as the line above");
    Fault::new(Code::NoKey, line.first()..line.end(), message, hint)
}

/// An item that became part of the text above.
pub fn swallowed_item(at: usize) -> Fault {
    let message = words!(
        "raden ser ut som en punkt i en lista, men värdet på raden ovanför har redan börjat",
        "the line looks like an item of a list, but the value in the line above has already begun"
    );
    let hint = words!(
        "Skriv alla punkter på egna rader under nyckeln. Ska det vara en text: sätt den inom citattecken",
        "Write all items on lines of their own below the key. If it is one text: put it in quotation marks"
    );
    Fault::new(Code::Indentation, at..at + 1, message, hint)
}

/// A tab among the spaces.
pub fn tab(at: usize) -> Fault {
    let message = words!("raden är indragen med tabb", "the line is indented with a tab");
    let hint =
        words!("Byt tabben mot mellanslag, två för varje nivå", "Replace the tab with spaces, two for each level");
    Fault::new(Code::Tab, at..at + 1, message, hint)
}

/// A quotation mark that opens at a byte and does not close.
pub fn unclosed_quote(at: usize) -> Fault {
    let message = words!("citattecknet har inget slut", "the quotation mark has no end");
    let hint =
        words!("Sätt ett likadant citattecken där texten slutar", "Put the same quotation mark where the text ends");
    Fault::new(Code::UnclosedQuote, at..at + 1, message, hint)
}

fn closing(bracket: &str) -> &'static str {
    if bracket.starts_with('[') { "]" } else { "}" }
}

/// A bracket that opens at a byte and does not close.
pub fn unclosed_bracket(text: &str, at: usize) -> Fault {
    let bracket = if text[at..].starts_with('[') { "[" } else { "{" };
    let end = closing(bracket);
    let message = words!("”{bracket}” har inget slut", "“{bracket}” has no end");
    let hint = words!(
        "Skriv ”{end}” där den ska sluta. Hör tecknet till texten: sätt hela texten inom citattecken",
        "Write “{end}” where it should end. If the sign belongs to the text: put the whole text in quotation marks"
    );
    Fault::new(Code::UnclosedBracket, at..text.len().min(at + 1), message, hint)
}

/// A bracket closed by the other kind.
pub fn mismatch(text: &str, open: usize, close: usize) -> Fault {
    let (first, last) = (&text[open..=open], &text[close..=close]);
    let end = closing(first);
    let message = words!("”{first}” avslutas med ”{last}”", "“{first}” is closed by “{last}”");
    let hint = words!("Skriv ”{end}” i stället", "Write “{end}” instead");
    let why = words!("”{first}” öppnas här", "“{first}” opens here");
    let fault = Fault::new(Code::UnclosedBracket, close..close + 1, message, hint);
    Fault { related: Some((open..open + 1, why)), ..fault }
}

/// A bracket that closes what nothing opened.
pub fn unopened(text: &str, at: usize) -> Fault {
    let at = text[at..].find([']', '}']).map_or(at, |close| at + close);
    let close = text.get(at..=at).unwrap_or("}");
    let open = if close == "]" { "[" } else { "{" };
    let message = words!("”{close}” har inget ”{open}” före sig", "“{close}” has no “{open}” before it");
    let hint = words!(
        "Skriv ”{open}” där den ska börja. Hör tecknet till texten: sätt hela texten inom citattecken",
        "Write “{open}” where it should begin. If the sign belongs to the text: put the whole text in quotation marks"
    );
    Fault::new(Code::UnclosedBracket, at..text.len().min(at + 1), message, hint)
}

/// `#` that stands too near.
pub fn comment(at: usize) -> Fault {
    let message = words!("det saknas ett mellanslag före ”#”", "there is no space before “#”");
    let hint = words!(
        "Skriv ett mellanslag före kommentaren. Hör ”#” till texten: sätt hela texten inom citattecken",
        "Write a space before the comment. If “#” belongs to the text: put the whole text in quotation marks"
    );
    Fault::new(Code::InvalidYaml, at..at + 1, message, hint)
}

/// A character that means something to YAML.
pub fn first_character(text: &str, at: usize) -> Fault {
    let first: String = text[at..].chars().take(1).collect();
    let message = words!(
        "en text utan citattecken kan inte börja med ”{first}”",
        "a text without quotation marks cannot begin with “{first}”"
    );
    let hint = words!("Sätt hela texten inom citattecken", "Put the whole text in quotation marks");
    Fault::new(Code::InvalidYaml, at..at + first.len(), message, hint)
}

/// A line for the reader of YAML.
pub fn directive(line: Line<'_>) -> Fault {
    let message = words!("en rad kan inte börja med ”%”", "a line cannot begin with “%”");
    let hint = words!("Ta bort raden", "Remove the line");
    Fault::new(Code::YamlFeature, line.start..line.end(), message, hint)
}

/// Lines inside brackets without a comma between them.
pub fn missing_comma(before: Line<'_>, open: usize) -> Fault {
    let message = words!("det saknas ett komma i slutet av raden", "there is no comma at the end of the line");
    let hint = words!(
        "Skriv ett komma mellan delarna som står inom klamrarna",
        "Write a comma between the parts inside the brackets"
    );
    let end = before.end();
    let why = words!("klamrarna öppnas här", "the brackets open here");
    Fault { related: Some((open..open + 1, why)), ..Fault::new(Code::InvalidYaml, end..end, message, hint) }
}

/// Text goes on after a bracket that closes.
pub fn text_after_bracket(text: &str, at: usize, here: Line<'_>) -> Fault {
    let end = text[here.start..at].trim_end_matches(' ').chars().next_back().unwrap_or('}');
    let message = words!("det står text efter ”{end}”", "there is text after “{end}”");
    let hint = words!(
        "Hör klamrarna till texten: sätt hela texten inom citattecken. Annars: flytta in texten före ”{end}”",
        "If the brackets belong to the text: put the whole text in quotation marks. Otherwise move it before “{end}”"
    );
    Fault::new(Code::UnclosedBracket, at..here.end(), message, hint)
}

/// The first line of all is indented.
pub fn first_line_indented(first: Line<'_>) -> Fault {
    let message = words!("filens första uppgift är indragen", "the first value of the file is indented");
    let hint = words!("Ta bort mellanslagen först på raden", "Remove the spaces at the beginning of the line");
    Fault::new(Code::Indentation, first.first()..first.end(), message, hint)
}

/// Whatever has no better words.
pub fn unreadable(at: usize) -> Fault {
    let message = words!("raden går inte att läsa", "the line cannot be read");
    let hint = words!(
        "Jämför med raderna ovanför: indrag med mellanslag, kolon och mellanslag efter nyckeln, citattecken med slut",
        "Compare the lines above: indents of spaces, colon and space after the key, quotation marks with an end"
    );
    Fault::new(Code::InvalidYaml, at..at, message, hint)
}

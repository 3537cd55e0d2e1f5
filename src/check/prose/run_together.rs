//! Rule: lists and tables are written as such. Those pasted from other programs become one running text (WCAG 2.2, 1.3.1).

use crate::check::context::Context;
use crate::diagnostic::Code;
use crate::syntax::{Passage, PassageKind};
use crate::words;

/// Signs before the items of a list in other programs; those of the private area are bullets of Word.
const BULLETS: [char; 8] = ['•', '·', '●', '▪', '◦', '–', '—', '\u{f0b7}'];

/// Tells a paragraph of lines that were meant to stand below each other.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    if !matches!(passage.kind, PassageKind::Paragraph | PassageKind::Item) {
        return;
    }
    let text = &context.sources.file(passage.span.file).text;
    // The passage's own lines and no others: an item may be followed by thousands.
    let end = passage.place(passage.text.len()..passage.text.len()).end;
    let end = text.floor_char_boundary(end as usize).max(passage.span.end as usize);
    // The place ends on the last character, and the line after it.
    let end = text[end..].find('\n').map_or(text.len(), |rest| end + rest);
    let lines: Vec<_> = text[passage.span.start as usize..end].lines().collect();
    let cells = lines.iter().filter(|line| line.trim().contains('\t')).count();
    let items = lines.iter().filter(|line| is_item(line.trim())).count();
    if items < 2 && cells >= 2 {
        let message = words!(
            "raderna ser ut som en tabell från Excel eller Word, men blir en löpande text",
            "the lines look like a table from a spreadsheet, but become one running text"
        );
        let hint = words!(
            "Skriv tabellen med | mellan cellerna, och en rad med | --- | under rubrikerna",
            "Write the table with | between the cells, and a row of | --- | below the headings"
        );
        context.warn(Code::RunTogether, passage.span, message, hint);
    } else if items >= 2 {
        let message = words!(
            "raderna ser ut som en lista, men blir en löpande text",
            "the lines look like a list, but become one running text"
        );
        let hint = words!(
            "Börja varje punkt med bindestreck och mellanslag, ”- så här”, eller med ”1. ” i en numrerad lista",
            "Begin each item with a hyphen and a space, “- like this”, or with “1. ” in a numbered list"
        );
        context.warn(Code::RunTogether, passage.span, message, hint);
    }
}

/// Whether a line begins as items do elsewhere: `• ett`, `-ett`, `a) ett`.
fn is_item(line: &str) -> bool {
    if line.starts_with(BULLETS) {
        return true;
    }
    if let Some(rest) = line.strip_prefix('-') {
        return rest.starts_with(char::is_alphabetic);
    }
    let Some((mark, rest)) = line.split_once([')', '.']) else { return false };
    let is_letter = mark.len() == 1 && mark.starts_with(|letter: char| letter.is_ascii_lowercase());
    is_letter && rest.starts_with([' ', '\t']) && line.as_bytes()[1] == b')'
}

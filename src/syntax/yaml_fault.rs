//! What the YAML parser says, traced to the likeliest cause at the place where a person mends it.

use granit_parser::ErrorKind;

use super::yaml_lines::{Line, Open, above, below, indents_before, left_open, line_at};
use super::yaml_slips::{
    conflict, dash_of_word_processor, fell_out, hard_space, is_conflict, missing_braces, other_sign, stars,
    stray_hyphen,
};
use super::yaml_words::{
    Fault, alias, comment, directive, first_character, first_line_indented, mismatch, missing_comma, missing_space,
    no_hyphen, no_key, tab, text_after_bracket, too_deep, unclosed_bracket, unclosed_quote, unopened, unreadable,
};
use crate::diagnostic::{Code, Words, brief};
use crate::words;

/// Explains why the parser stopped at a byte.
pub fn explain(text: &str, at: usize, kind: &ErrorKind) -> Fault {
    let here = line_at(text, at);
    let tabbed = [Some(here), below(text, here)].into_iter().flatten().find_map(Line::tab);
    if let Some(at) = tabbed {
        return tab(at);
    }
    match left_open(text, here) {
        Some(Open::Quote(at)) => return unclosed_quote(at),
        Some(Open::Bracket(at)) => return unclosed_bracket(text, at),
        Some(Open::Mismatch(open, close)) => return mismatch(text, open, close),
        None => {}
    }
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => tab(text[at..].find('\t').map_or(at, |tab| at + tab)),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => unclosed_quote(at),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            text_after_quote(text, at)
        }
        ErrorKind::UnknownQuotedScalarEscape => backslash(text, at),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => unclosed_bracket(text, at),
        ErrorKind::MismatchedFlowCollectionEnd { .. } | ErrorKind::MisplacedFlowCollectionEnd => unopened(text, at),
        ErrorKind::RecursionLimitExceeded => too_deep(at..at),
        ErrorKind::UnknownAnchor => alias(at..here.end()),
        ErrorKind::CommentNotSeparated | ErrorKind::CommentInterceptedScalar => comment(at),
        ErrorKind::InvalidBlockScalarHeader => first_character(text, at),
        _ if here.text.starts_with('%') => directive(here),
        _ if text[at..].starts_with(['@', '`', '%', ',', '&', '!']) => first_character(text, at),
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
            if text[at..].starts_with(':') =>
        {
            colon(text, at)
        }
        _ => line(text, at),
    }
}

fn text_after_quote(text: &str, at: usize) -> Fault {
    let here = line_at(text, at);
    let before = &text[here.start..at];
    let mark = before.chars().next_back().filter(|mark| matches!(mark, '"' | '\'')).unwrap_or('"');
    let quoted = before.trim_end_matches(' ').strip_suffix(mark).unwrap_or(before);
    // In `"§ 12, diarienummer: "EXN"` the mark that is missing is the one after 12.
    if quoted.ends_with(": ")
        && let Some(open) = quoted.rfind(mark)
    {
        return unclosed_quote(here.start + open);
    }
    let message =
        words!("det står text efter det avslutande citattecknet", "there is text after the closing quotation mark");
    let hint = words!(
        "Sätt hela texten inom citattecknen. Citattecken inuti texten skrivs böjda, ”så här”",
        "Put the whole text inside the quotation marks. Marks inside the text are written curled, ”like this”"
    );
    let fault = Fault::new(Code::UnclosedQuote, at..here.end().max(at), message, hint);
    let Some(open) = quoted.rfind(mark) else { return fault };
    let why = words!("citattecknet öppnas här", "the quotation mark opens here");
    Fault { related: Some((here.start + open..here.start + open + 1, why)), ..fault }
}

fn backslash(text: &str, at: usize) -> Fault {
    let known = |after: &str| after.starts_with(|letter| "0abt\tnvfre \"/\\N_LPxuU\n".contains(letter));
    let mut place = at;
    let mut rest = text[at..].char_indices();
    while let Some((offset, letter)) = rest.next() {
        if letter == '\\' {
            if !known(rest.as_str()) {
                place = at + offset;
                break;
            }
            rest.next();
        }
    }
    let message = words!(
        "ett omvänt snedstreck mellan raka citattecken betyder något särskilt",
        "a backslash between straight quotation marks means something special"
    );
    let hint = words!("Skriv två omvända snedstreck, ”\\\\”", "Write two backslashes, “\\\\”");
    Fault::new(Code::InvalidYaml, place..place + 1, message, hint)
}

/// A colon where no value may begin.
fn colon(text: &str, at: usize) -> Fault {
    let here = line_at(text, at);
    if let Some(apart) = here.unparted() {
        return missing_space(text, apart);
    }
    if here.colon() != Some(at) {
        let after = &text[at..here.end()];
        let close = after.find([']', '}']).filter(|_| !here.text.contains(['[', '{']));
        return close.map_or_else(|| colon_in_text(text, at), |close| unopened(text, at + close));
    }
    // Nothing in this line explains it, so the line was taken for the end of what stands above.
    let Some(before) = above(text, here) else { return colon_in_text(text, at) };
    let key_words = text[here.first()..at].split(' ').count();
    if let Some(apart) = before.unparted() {
        return missing_space(text, apart);
    }
    if !before.begins_entry() && before.indent() <= here.indent() {
        return odd_line(text, before).or_else(|| other_sign(before)).unwrap_or_else(|| no_key(before));
    }
    if let Some(odd) = odd_line(text, here) {
        return odd;
    }
    if let Some(open) = left_in_brackets(text, here) {
        return missing_comma(before, open);
    }
    // No key of any file has more than three words.
    if here.indent() > before.indent() && key_words <= 3 { indentation(text, here) } else { colon_in_text(text, at) }
}

/// The bracket in which a line stands that was opened in an earlier one.
fn left_in_brackets(text: &str, line: Line<'_>) -> Option<usize> {
    let mut open = Vec::new();
    for (at, letter) in text[..line.start].char_indices() {
        match letter {
            '[' | '{' => open.push(at),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

fn colon_in_text(text: &str, at: usize) -> Fault {
    if let Some(fault) = missing_braces(text, at) {
        return fault;
    }
    let message = words!("kolonet kan inte stå här", "the colon cannot stand here");
    let here = line_at(text, at);
    let word = text[here.start..at].rsplit([' ', ',', '{']).next().unwrap_or_default();
    let before = text[here.start..at - word.len()].trim_end();
    let hint = if here.text.contains(['{', '[']) && !before.ends_with([':', '{', ',']) {
        let word = brief(word);
        words!(
            "Saknas ett komma före ”{word}”? Skriv det. Hör kolonet till texten: sätt hela texten inom citattecken",
            "Is there a comma missing before “{word}”? Write it. If the colon belongs to the text: put the whole text in quotation marks"
        )
    } else {
        words!("Sätt hela texten inom citattecken", "Put the whole text in quotation marks")
    };
    Fault::new(Code::ColonInText, at..at + 1, message, hint)
}

/// A line that fits nowhere.
fn line(text: &str, at: usize) -> Fault {
    let here = line_at(text, at);
    if let Some(odd) = odd_line(text, here) {
        return odd;
    }
    let before = text[here.start..at].trim_end_matches(' ');
    if before.ends_with([']', '}']) {
        return text_after_bracket(text, at, here);
    }
    if text[at..].starts_with('-') && at > here.first() {
        return hyphen_after_key(text, at, here);
    }
    if let Some(apart) = here.unparted() {
        return missing_space(text, apart);
    }
    if !here.begins_entry() {
        let among_items = above(text, here).is_some_and(|line| line.is_item() && line.indent() == here.indent());
        return match here.content() {
            "" => unreadable(at),
            _ if among_items => no_hyphen(here),
            _ => other_sign(here).unwrap_or_else(|| no_key(here)),
        };
    }
    indentation(text, here)
}

/// A line that begins or ends with a sign that no key has there: this one, or the one above, which then shows only here.
fn odd_line(text: &str, here: Line<'_>) -> Option<Fault> {
    let lines = [Some(here), above(text, here)];
    lines.into_iter().flatten().find_map(|line| {
        let content = line.content();
        match content.chars().next()? {
            _ if is_conflict(content) => Some(conflict(line)),
            '\u{a0}' => Some(hard_space(line)),
            dash @ ('–' | '—' | '•' | '·') => Some(dash_of_word_processor(line, dash)),
            '*' if content.ends_with(':') || content.contains(": ") => Some(stars(line)),
            _ => {
                let value = line.colon().map(|colon| text[colon + 1..line.end()].trim());
                (value == Some("?")).then(|| first_character(text, line.end() - 1))
            }
        }
    })
}

fn hyphen_after_key(text: &str, at: usize, here: Line<'_>) -> Fault {
    if text[at + 1..here.end()].trim().is_empty() {
        let message = words!("ett streck är inget värde", "a dash is no value");
        let hint = words!(
            "Skriv värdet, eller varför det saknas, till exempel {{ saknas: ej besvarat }}",
            "Write the value, or why there is none, such as {{ saknas: ej besvarat }}"
        );
        return Fault::new(Code::EmptyValue, at..at + 1, message, hint);
    }
    let message =
        words!("en lista kan inte börja på samma rad som nyckeln", "a list cannot begin on the line of its key");
    let hint = words!(
        "Skriv listan på raderna under. Hör strecket till texten: sätt hela texten inom citattecken",
        "Write the list on the lines below. If the dash belongs to the text: put the whole text in quotation marks"
    );
    Fault::new(Code::Indentation, at..at + 1, message, hint)
}

fn indentation(text: &str, here: Line<'_>) -> Fault {
    let indent = here.indent();
    if let Some(before) = above(text, here) {
        let siblings = before.indent() == indent && before.begins_entry();
        if siblings && here.is_item() && !before.is_item() {
            return stray_hyphen(here);
        }
        let sibling = above(text, before).filter(|line| line.indent() == indent && line.begins_entry());
        if before.indent() < indent && sibling.is_some_and(|line| line.is_item() == here.is_item()) {
            return fell_out(before, indent);
        }
    }
    let possible: Vec<_> = indents_before(text, here).into_iter().filter(|other| *other != indent).collect();
    if let ([only], Some(first)) = (possible.as_slice(), above(text, here))
        && *only > indent
        && first.indent() > 0
        && above(text, first).is_none()
    {
        return first_line_indented(first);
    }
    let lower = possible.iter().rev().find(|other| **other < indent).map(|count| spaces(*count));
    let higher = possible.iter().find(|other| **other > indent).map(|count| spaces(*count));
    let begins = spaces(indent);
    let message = if lower.is_some() && higher.is_none() {
        words!(
            "raden är mer indragen än raden ovanför, som redan har ett värde",
            "the line is indented further than the line above, which already has a value"
        )
    } else {
        words!(
            "raden börjar med {begins} mellanslag, och passar inte ihop med raderna ovanför",
            "the line begins with {begins} spaces, which does not fit the lines above",
            begins
        )
    };
    let hint = match (lower, higher) {
        (Some(_), None) if above(text, here).is_some_and(|before| has_value(text, before) && !here.is_item()) => {
            let before = above(text, here).map_or("", |before| key_of(text, before));
            let before = brief(before);
            match key_of(text, here) {
                "motivering" | "åtgärd" | "osäker" => words!(
                    "Hör raden till {before}? Skriv då ”{before}:” på en egen rad, och nivån på nästa rad, efter ”bedömning:”",
                    "Does the line belong to {before}? Then write “{before}:” on a line of its own, and the level on the next line, after “bedömning:”"
                ),
                _ => words!(
                    "Hör raderna ihop: låt båda börja lika långt in. Hör den här raden till ”{before}”: ge värdet ovanför en egen rad och nyckel",
                    "If the two belong together: begin them equally far in. If this one belongs to “{before}”: give the value above a line and key of its own"
                ),
            }
        }
        (Some(lower), Some(higher)) => words!(
            "Låt raden börja med {lower} eller {higher} mellanslag, som de rader som den hör ihop med",
            "Begin the line with {lower} or {higher} spaces, as the lines that it belongs with",
            lower,
            higher
        ),
        (Some(one), None) | (None, Some(one)) => words!(
            "Låt raden börja med {one} mellanslag, som de rader som den hör ihop med",
            "Begin the line with {one} spaces, as the lines that it belongs with",
            one
        ),
        (None, None) => words!(
            "Låt rader som hör ihop börja lika långt in, med mellanslag",
            "Begin lines that belong together equally far in, with spaces"
        ),
    };
    let end = here.colon().map_or_else(|| here.end(), |colon| colon + 1);
    Fault::new(Code::Indentation, here.first()..end, message, hint)
}

/// Whether a line has a key and a value that is written on it.
fn has_value(text: &str, line: Line<'_>) -> bool {
    line.colon().is_some_and(|colon| !text[colon + 1..line.end().max(colon + 1)].trim().is_empty())
}

/// The key that a line begins with, without the hyphen of its item.
fn key_of<'t>(text: &'t str, line: Line<'_>) -> &'t str {
    line.colon().map_or("", |colon| text[line.first()..colon].trim_start_matches(['-', ' ']))
}

/// A count of spaces before the word itself.
fn spaces(count: usize) -> Words {
    match count {
        0 => words!("noll", "0"),
        _ => words!("{count}", "{count}"),
    }
}

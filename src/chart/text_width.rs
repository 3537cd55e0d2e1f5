//! How wide text becomes: a table of a wide sans serif at 13 px, so that what fits here fits in every system's font.

/// The size of all text in charts, px; the theme may set it smaller, never larger.
const SIZE: u32 = 13;

/// The width of a text in px, rounded up.
pub fn text_width(text: &str) -> i32 {
    let thousandths: u32 = text.chars().map(advance).sum();
    i32::try_from((thousandths * SIZE).div_ceil(1000)).unwrap_or(i32::MAX)
}

/// Text in lines that fit, by words; the last of so many lines ends with … when there is more.
pub fn wrapped(text: &str, width: i32, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most_lines {
        let rest = lines.split_off(most_lines.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| shortened(line, width)).collect()
}

/// Text cut with … where it does not fit.
pub fn shortened(text: &str, width: i32) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while !kept.is_empty() && text_width(&kept) + text_width("…") > width {
        kept.pop();
    }
    format!("{}…", kept.trim_end_matches([' ', ',', ':', '-']))
}

/// The advance of one character in thousandths of the font size.
fn advance(character: char) -> u32 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' => 290,
        ' ' | '\u{a0}' | ',' | '.' | ':' | ';' | '!' => 335,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '/' | '-' => 410,
        'm' | 'w' | 'M' | 'W' | '%' | '…' => 980,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' => 710,
        'a'..='z' | 'å' | 'ä' | 'ö' | '0'..='9' => 625,
        // Signs, as ● and ▲, and what is rare.
        _ => 800,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(text_width("å"), text_width("a"));
        assert_eq!(text_width(""), 0);
    }

    #[test]
    fn text_breaks_between_words_and_ends_in_an_ellipsis() {
        assert_eq!(wrapped("Hälsa-, vård- och omsorgsnämnden", 140, 2), ["Hälsa-, vård- och", "omsorgsnämnden"]);
        let cut = wrapped("Hälsa-, vård- och omsorgsnämnden i staden vid sundet", 140, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…') && text_width(&cut[1]) <= 140, "{cut:?}");
    }
}

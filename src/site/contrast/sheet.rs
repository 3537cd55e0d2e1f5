//! A style sheet cut into its declarations, each with where it holds. Knows neither properties nor colours.

/// `name: value` in its place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Declaration {
    pub name: String,
    pub value: String,
    /// What opens the blocks around it, outermost first: selectors, and rules that begin with `@`.
    pub around: Vec<String>,
    /// The number of the block that it stands in, in order of the sheet.
    pub block: usize,
    /// From 1.
    pub line: usize,
}

/// Every declaration of a sheet in order. What cannot be cut is passed over, as browsers do.
pub(super) fn declarations(sheet: &str) -> Vec<Declaration> {
    let text = without_comments(sheet);
    let mut found = Vec::new();
    let mut around: Vec<(String, usize)> = Vec::new();
    let (mut start, mut line, mut blocks, mut brackets) = (0, 1, 0, 0_usize);
    let mut quote = None;
    let mut start_line = 1;
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        line += usize::from(letter == '\n');
        if text[start..at].trim().is_empty() {
            start_line = line;
        }
        match (quote, letter) {
            (_, '\\') => drop(letters.next()),
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(') => brackets += 1,
            (None, ')') => brackets = brackets.saturating_sub(1),
            (None, '{' | '}' | ';') if brackets == 0 => {
                let piece = text[start..at].trim();
                start = at + 1;
                if letter == '{' {
                    blocks += 1;
                    around.push((piece.split_whitespace().collect::<Vec<_>>().join(" "), blocks));
                    continue;
                }
                if let (Some((name, value)), Some((_, block))) = (piece.split_once(':'), around.last()) {
                    found.push(Declaration {
                        name: name.trim().to_owned(),
                        value: value.trim().to_owned(),
                        around: around.iter().map(|(opening, _)| opening.clone()).collect(),
                        block: *block,
                        line: start_line,
                    });
                }
                if letter == '}' {
                    around.pop();
                }
            }
            (Some(_) | None, _) => {}
        }
    }
    found
}

/// The sheet with spaces for comments, line breaks kept, so that lines stay what they are.
pub(in crate::site) fn without_comments(sheet: &str) -> String {
    let mut text = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find("/*") {
        text.push_str(&rest[..at]);
        let (comment, after) = rest[at + 2..].split_once("*/").unwrap_or((&rest[at + 2..], ""));
        text.push(' ');
        text.extend(comment.matches('\n'));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_know_their_line_and_what_is_around_them() {
        let sheet =
            "/* a\n { */\n:root { --a: #fff;\n  --b:\n  url(\"x;}\"; y) }\n@media  print {\n a, b { c: d }\n}\ne: f;";
        let found: Vec<_> = declarations(sheet)
            .into_iter()
            .map(|one| (one.name, one.value, one.around.join(" / "), one.line))
            .collect();
        let expected =
            [("--a", "#fff", ":root", 3), ("--b", "url(\"x;}\"; y)", ":root", 4), ("c", "d", "@media print / a, b", 7)];
        assert_eq!(
            found,
            expected.map(|(name, value, around, line)| (name.to_owned(), value.to_owned(), around.to_owned(), line))
        );
    }
}

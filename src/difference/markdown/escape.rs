//! Text that means nothing but itself in a comment at a forge: no form, no mention, no link to an issue, no emoji.

/// Text for a line of Markdown.
pub fn markdown(text: &str) -> String {
    escaped(text, true)
}

/// Text for HTML inside Markdown, where forges still look for mentions.
pub fn html(text: &str) -> String {
    escaped(text, false)
}

/// An address between round brackets, or in an attribute.
pub fn address(href: &str) -> String {
    let one = |letter: char| match letter {
        ' ' => "%20".to_owned(),
        '(' => "%28".to_owned(),
        ')' => "%29".to_owned(),
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '"' => "%22".to_owned(),
        '`' => "%60".to_owned(),
        '\\' => "%5C".to_owned(),
        '|' => "%7C".to_owned(),
        '&' => "&amp;".to_owned(),
        letter if letter.is_control() => String::new(),
        letter => letter.to_string(),
    };
    href.chars().map(one).collect()
}

fn escaped(text: &str, has_form: bool) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' if has_form => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter if letter.is_whitespace() && letter != '\u{a0}' => escaped.push(' '),
            letter => escaped.push(letter),
        }
        let refers = match letter {
            '@' | '#' | '!' | '$' | '%' | '&' | '~' => {
                letters.peek().is_some_and(|next| next.is_alphanumeric() || matches!(next, '"' | '_' | '-'))
            }
            ':' => letters.peek().is_some_and(|next| next.is_ascii_lowercase() || matches!(next, '+' | '-')),
            _ => false,
        };
        // A space of no width parts the sign from what it would refer to: @name, #12, !12, :smile:.
        if refers {
            escaped.push_str("&#8203;");
        }
        // GitHub's other form of a reference.
        if letter == '-' && escaped.ends_with("GH-") {
            escaped.push_str("&#8203;");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_means_nothing_but_itself() {
        assert_eq!(markdown("a|b <i> `c` *d* [e](f)"), "a\\|b &lt;i&gt; \\`c\\` \\*d\\* \\[e\\](f)");
        assert_eq!(markdown("@anna #12 !7 GH-3"), "@&#8203;anna \\#&#8203;12 !&#8203;7 GH-&#8203;3");
        assert_eq!(markdown("100 % av 3: ett"), "100 % av 3: ett");
        assert_eq!(html("@anna :smile: <"), "@&#8203;anna :&#8203;smile: &lt;");
        assert_eq!(markdown("två\nrader"), "två rader");
    }
}

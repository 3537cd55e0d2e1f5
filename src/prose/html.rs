//! Written text as HTML that needs no styles of its own. Everything is escaped here; nothing of what was written passes as markup.

use std::fmt::Write;

use super::{Block, Inline, Prose, Target, plain};
use crate::source::FileId;

/// Writes the text below a heading of the given level; a heading `depth` deeper gets that level plus `depth`.
///
/// `name` is the heading the text stands under: it names its tables for those who meet them alone. `address` gives the
/// address of a file of the content, from where the text stands.
#[must_use]
pub fn html(prose: &Prose, level: u8, name: &str, address: &dyn Fn(FileId) -> String) -> String {
    let mut writer = Writer { out: String::new(), level, name: name.to_owned(), address };
    writer.blocks(&prose.blocks);
    writer.out
}

struct Writer<'a> {
    out: String,
    level: u8,
    name: String,
    address: &'a dyn Fn(FileId) -> String,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.wrapped("p", text),
            Block::Heading { depth, text } => {
                let level = (self.level + depth).min(6);
                self.name = plain(text);
                self.wrapped(&format!("h{level}"), text);
            }
            Block::List { first, items } => self.list(*first, items),
            Block::Table { right, head, rows } => self.table(right, head, rows),
            Block::Quote(blocks) => {
                self.out.push_str("<blockquote>");
                self.blocks(blocks);
                self.out.push_str("</blockquote>");
            }
            Block::Code(text) => {
                write!(self.out, "<pre><code>{}</code></pre>", escape(text)).expect("a string takes all");
            }
            Block::Rule => self.out.push_str("<hr>"),
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>]) {
        let tag = if first.is_some() { "ol" } else { "ul" };
        match first {
            Some(number) if number != 1 => write!(self.out, "<ol start=\"{number}\">").expect("a string takes all"),
            _ => write!(self.out, "<{tag}>").expect("a string takes all"),
        }
        for item in items {
            self.out.push_str("<li>");
            match item.as_slice() {
                [Block::Paragraph(text)] => self.inlines(text),
                [Block::Paragraph(text), rest @ ..] => {
                    self.inlines(text);
                    self.blocks(rest);
                }
                blocks => self.blocks(blocks),
            }
            self.out.push_str("</li>");
        }
        write!(self.out, "</{tag}>").expect("a string takes all");
    }

    fn table(&mut self, right: &[bool], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        let name = escape(&self.name);
        write!(self.out, "<section class=\"scroll\" tabindex=\"0\" aria-label=\"{name}\"><table><caption class=\"visually-hidden\">{name}</caption><thead><tr>")
            .expect("a string takes all");
        for (cell, right) in head.iter().zip(right) {
            self.cell("th", " scope=\"col\"", cell, *right);
        }
        self.out.push_str("</tr></thead><tbody>");
        for row in rows {
            self.out.push_str("<tr>");
            for (at, (cell, right)) in row.iter().zip(right).enumerate() {
                match at {
                    0 => self.cell("th", " scope=\"row\"", cell, *right),
                    _ => self.cell("td", "", cell, *right),
                }
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</tbody></table></section>");
    }

    fn cell(&mut self, tag: &str, scope: &str, text: &[Inline], right: bool) {
        let class = if right { " class=\"number\"" } else { "" };
        write!(self.out, "<{tag}{scope}{class}>").expect("a string takes all");
        self.inlines(text);
        write!(self.out, "</{tag}>").expect("a string takes all");
    }

    fn wrapped(&mut self, tag: &str, text: &[Inline]) {
        write!(self.out, "<{tag}>").expect("a string takes all");
        self.inlines(text);
        write!(self.out, "</{tag}>").expect("a string takes all");
    }

    fn inlines(&mut self, text: &[Inline]) {
        for inline in text {
            match inline {
                Inline::Text(text) => self.out.push_str(&bound(&escape(text))),
                Inline::Code(text) => write!(self.out, "<code>{}</code>", escape(text)).expect("a string takes all"),
                Inline::Emphasis(inner) => self.wrapped("em", inner),
                Inline::Strong(inner) => self.wrapped("strong", inner),
                Inline::Link { target, text } => {
                    let address = match target {
                        Target::Web(address) => address.clone(),
                        Target::File(file) => (self.address)(*file),
                    };
                    write!(self.out, "<a href=\"{}\">", escape(&address)).expect("a string takes all");
                    self.inlines(text);
                    self.out.push_str("</a>");
                }
                Inline::InLanguage { language, text } => {
                    write!(self.out, "<span{}>", language.attributes()).expect("a string takes all");
                    self.inlines(text);
                    self.out.push_str("</span>");
                }
                Inline::Break => self.out.push_str("<br>"),
            }
        }
    }
}

/// Text as it may stand between tags and inside quoted attributes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// The text with spaces that do not break inside numbers (`1 117`) and before what they are counted in (`5 %`, `§ 7`), so
/// that each is read as one, on the page and aloud.
fn bound(text: &str) -> String {
    let characters: Vec<_> = text.chars().collect();
    let bound = characters.iter().enumerate().map(|(at, character)| {
        let holds = *character == ' ' && is_bound(&characters[..at], &characters[at + 1..]);
        if holds { '\u{a0}' } else { *character }
    });
    bound.collect()
}

/// Whether a space between the two belongs to a number.
fn is_bound(before: &[char], after: &[char]) -> bool {
    let digits =
        |characters: &mut dyn Iterator<Item = &char>| characters.take_while(|one| one.is_ascii_digit()).count();
    let (left, right) = (digits(&mut before.iter().rev()), digits(&mut after.iter()));
    match (before.last(), after.first()) {
        (Some('§'), _) => right > 0,
        (_, Some('%')) => left > 0,
        // A year, a code or a decimal is not followed by thousands.
        _ => {
            (1..=3).contains(&left)
                && right == 3
                && !matches!(before.iter().rev().nth(left), Some('.' | ',' | '-' | '/'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{bound, html};
    use crate::prose::{Block, Inline, OtherLanguage, Prose};

    #[test]
    fn another_language_is_said_with_its_direction() {
        let marked = |name, text: &str| Inline::InLanguage {
            language: OtherLanguage::named(name).expect("it is in the table"),
            text: vec![Inline::Text(text.to_owned())],
        };
        let paragraph = vec![marked("engelska", "It is so."), Inline::Break, marked("Arabiska", "مرحبا")];
        let written = html(&Prose { blocks: vec![Block::Paragraph(paragraph)] }, 2, "", &|_| String::new());
        let expected = "<p><span lang=\"en\">It is so.</span><br><span lang=\"ar\" dir=\"rtl\">مرحبا</span></p>";
        assert_eq!(written, expected);
    }

    #[test]
    fn numbers_do_not_break() {
        assert_eq!(bound("drygt 1 117 och 350 000–400 000"), "drygt 1\u{a0}117 och 350\u{a0}000–400\u{a0}000");
        assert_eq!(bound("1 234 567 kronor, 5 % enligt § 7"), "1\u{a0}234\u{a0}567 kronor, 5\u{a0}% enligt §\u{a0}7");
        assert_eq!(bound("år 2024 120 svar, telefon 040-34 100"), "år 2024 120 svar, telefon 040-34 100");
    }
}

//! Owns the cutting of a finished page into tags and text. Does not know what a page must hold.

use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'page> {
    /// `<a href="x">`
    Start(Tag<'page>),
    /// `</a>`; the name as it stands.
    End(&'page str),
    /// Between tags, references not resolved; also what stands in `title`.
    Text(&'page str),
    /// A tag or comment that never ends; the last piece.
    Unended,
}

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'page> {
    /// As it stands.
    pub name: &'page str,
    /// Ends with `/>`.
    pub closes_itself: bool,
    /// Name and value of every attribute, as they stand; without a value it is empty.
    pub attributes: Vec<(&'page str, &'page str)>,
}

/// Cuts a page as it is asked for pieces; comments and the document type are passed over.
pub(super) struct Pieces<'page> {
    page: &'page str,
    /// The first byte that is not cut yet.
    at: usize,
    /// The first byte of the piece that was last cut.
    start: usize,
    /// The element whose content is text alone until its end tag.
    raw: Option<&'page str>,
}

impl<'page> Pieces<'page> {
    /// From the beginning of a page.
    pub fn of(page: &'page str) -> Self {
        Self { page, at: 0, start: 0, raw: None }
    }

    /// The first byte of the piece that was last cut.
    pub fn start(&self) -> usize {
        self.start
    }

    fn text_to(&mut self, end: usize) -> Piece<'page> {
        let text = &self.page[self.at..end];
        self.start = self.at;
        self.at = end;
        Piece::Text(text)
    }

    fn unended(&mut self) -> Piece<'page> {
        self.start = self.at;
        self.at = self.page.len();
        Piece::Unended
    }

    /// From `<` to after the first `>` outside quotes.
    fn tag(&mut self) -> Piece<'page> {
        let rest = &self.page[self.at..];
        let Some(length) = tag_length(rest) else {
            return self.unended();
        };
        self.start = self.at;
        self.at += length;
        if let Some(name) = rest[..length - 1].strip_prefix("</") {
            return Piece::End(name.trim_ascii_end());
        }
        let inside = &rest[1..length - 1];
        let closes_itself = inside.ends_with('/');
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        let (name, inside) = split_before(inside, |byte| byte.is_ascii_whitespace());
        if ["script", "style", "title", "textarea"].contains(&name) && !closes_itself {
            self.raw = Some(name);
        }
        Piece::Start(Tag { name, closes_itself, attributes: Attributes { rest: inside }.collect() })
    }
}

impl<'page> Iterator for Pieces<'page> {
    type Item = Piece<'page>;

    fn next(&mut self) -> Option<Piece<'page>> {
        if let Some(name) = self.raw.take() {
            let end = raw_end(&self.page[self.at..], name);
            if end > 0 {
                return Some(self.text_to(self.at + end));
            }
        }
        loop {
            let rest = &self.page[self.at..];
            if rest.is_empty() {
                return None;
            }
            let text_end = next_tag(rest);
            if text_end > 0 {
                return Some(self.text_to(self.at + text_end));
            }
            let Some(end) = end_of_passed_over(rest) else {
                return Some(self.tag());
            };
            let Some(length) = rest.find(end) else {
                return Some(self.unended());
            };
            self.at += length + end.len();
        }
    }
}

impl<'page> Tag<'page> {
    /// The value of an attribute with its references resolved; `None` when it is not there.
    pub fn attribute(&self, name: &str) -> Option<Cow<'page, str>> {
        let (_, value) = self.attributes.iter().find(|(found, _)| found.eq_ignore_ascii_case(name))?;
        Some(resolved(value))
    }

    /// Whether an attribute is there and says something.
    pub fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| !value.trim().is_empty())
    }
}

/// Cuts what stands between a tag's name and its end into attributes.
struct Attributes<'page> {
    rest: &'page str,
}

impl<'page> Iterator for Attributes<'page> {
    type Item = (&'page str, &'page str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.trim_ascii_start();
        if rest.is_empty() {
            return None;
        }
        let (name, rest) = split_before(rest, |byte| byte == b'=' || byte.is_ascii_whitespace());
        let Some(value) = rest.trim_ascii_start().strip_prefix('=') else {
            self.rest = rest;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let quote = value.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''));
        let (value, rest) = match quote {
            Some(quote) => {
                let (value, rest) = split_before(&value[1..], |byte| byte == quote);
                (value, rest.get(1..).unwrap_or_default())
            }
            None => split_before(value, |byte| byte.is_ascii_whitespace()),
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// Cuts a text before the first of some bytes, all of them ASCII. By bytes, since a site has millions of attributes.
fn split_before(text: &str, is_wanted: impl Fn(u8) -> bool) -> (&str, &str) {
    text.split_at(text.bytes().position(is_wanted).unwrap_or(text.len()))
}

/// Text or an attribute's value with its character references resolved: the five of XML, the hard space, and numbers.
/// Others stay as they stand.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        result.push_str(&rest[..at]);
        rest = &rest[at..];
        let reference = rest[1..].split_once(';').and_then(|(name, after)| Some((reference(name)?, after)));
        let (character, after) = reference.unwrap_or(('&', &rest[1..]));
        result.push(character);
        rest = after;
    }
    result.push_str(rest);
    Cow::Owned(result)
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        "nbsp" => return Some('\u{a0}'),
        _ => {}
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

/// Where the next tag, comment or declaration begins; a `<` before anything else is text.
fn next_tag(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = text[from..].find('<') {
        let at = from + at;
        if bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')) {
            return at;
        }
        from = at + 1;
    }
    text.len()
}

/// What ends a comment or declaration; `None` for a tag.
fn end_of_passed_over(rest: &str) -> Option<&'static str> {
    if rest.starts_with("<!--") {
        return Some("-->");
    }
    (rest.starts_with("<!") || rest.starts_with("<?")).then_some(">")
}

fn tag_length(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Where the end tag of an element whose content is text begins; the end of the page when there is none.
fn raw_end(text: &str, name: &str) -> usize {
    let is_end = |at: &usize| text[at + 2..].get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_into_tags_and_text() {
        let page = "<!doctype html><!-- <p> --><a href='1 > 0' B c=d>x < y &amp; z</a ><br/><title>a <b></title>";
        let mut pieces = Pieces::of(page);
        let Some(Piece::Start(tag)) = pieces.next() else { panic!("the first tag") };
        assert_eq!((tag.name, tag.closes_itself), ("a", false));
        assert_eq!(tag.attributes, [("href", "1 > 0"), ("B", ""), ("c", "d")]);
        assert_eq!(pieces.next(), Some(Piece::Text("x < y &amp; z")));
        assert_eq!(pieces.next(), Some(Piece::End("a")));
        let Some(Piece::Start(tag)) = pieces.next() else { panic!("the break") };
        assert_eq!((tag.name, tag.closes_itself), ("br", true));
        let names: Vec<_> = pieces.skip(1).collect();
        assert_eq!(names, [Piece::Text("a <b>"), Piece::End("title")]);
    }

    #[test]
    fn what_never_ends_is_told_once() {
        for page in ["<a href=\"x>", "<!-- <p>", "<!doctype"] {
            assert_eq!(Pieces::of(page).collect::<Vec<_>>(), [Piece::Unended], "{page}");
        }
    }

    #[test]
    fn references_are_resolved() {
        assert_eq!(resolved("a&#x2F;b&amp;c&#229;&nbsp;&okänd; & d"), "a/b&cå\u{a0}&okänd; & d");
    }
}

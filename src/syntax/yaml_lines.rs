//! What can be seen of YAML without reading it: lines, indents, keys, and the first quotation mark or bracket left open.

/// A line without its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    /// Its first byte in the text.
    pub start: usize,
    /// The line.
    pub text: &'t str,
}

impl<'t> Line<'t> {
    /// How many spaces it begins with.
    pub fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Where its first character lies that is no space, in the text.
    pub fn first(self) -> usize {
        self.start + self.indent()
    }

    /// The byte after the last one of the line that is no space, in the text.
    pub fn end(self) -> usize {
        self.start + self.text.trim_end().len()
    }

    /// The line without spaces around it.
    pub fn content(self) -> &'t str {
        self.text.trim_matches(' ')
    }

    /// Where its first colon lies that parts a key from a value, in the text.
    pub fn colon(self) -> Option<usize> {
        let colon = self.text.match_indices(':').map(|(at, _)| at);
        colon.map(|at| (at, &self.text[at + 1..])).find(|(_, rest)| begins_apart(rest)).map(|(at, _)| self.start + at)
    }

    /// Whether it is an item of a list.
    pub fn is_item(self) -> bool {
        self.content().strip_prefix('-').is_some_and(begins_apart)
    }

    /// Whether it begins a key or an item.
    pub fn begins_entry(self) -> bool {
        self.is_item() || self.colon().is_some_and(|at| at > self.first())
    }

    /// Where a tab lies among what it begins with, in the text.
    pub fn tab(self) -> Option<usize> {
        self.text[self.indent()..].starts_with('\t').then_some(self.first())
    }

    /// Where a colon or hyphen lies that should have a space after it, in the text.
    pub fn unparted(self) -> Option<usize> {
        unparted(self.content()).map(|at| self.first() + at)
    }

    fn says_nothing(self) -> bool {
        self.content().is_empty() || self.content().starts_with('#')
    }
}

/// Where the colon of `nyckel:värde`, or the hyphen of `-värde`, lies.
pub fn unparted(content: &str) -> Option<usize> {
    if content
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_alphabetic() || first == '\u{a0}'))
    {
        return Some(0);
    }
    let (key, rest) = content.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | ' '));
    // A clock has digits after its colon, an address slashes.
    let is_value = rest.starts_with(|first: char| first.is_alphabetic() || matches!(first, '\u{a0}' | '"' | '{' | '['));
    (is_key && is_value).then_some(key.len())
}

/// The line that holds the byte.
pub fn line_at(text: &str, at: usize) -> Line<'_> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    Line { start, text: text[start..].split('\n').next().unwrap_or_default() }
}

/// The nearest line above that says something.
pub fn above<'t>(text: &'t str, line: Line<'_>) -> Option<Line<'t>> {
    let mut start = line.start;
    while start > 0 {
        let before = line_at(text, start - 1);
        if !before.says_nothing() {
            return Some(before);
        }
        start = before.start;
    }
    None
}

/// The nearest line below that says something.
pub fn below<'t>(text: &'t str, line: Line<'_>) -> Option<Line<'t>> {
    let mut end = line.start + line.text.len();
    while end < text.len() {
        let after = line_at(text, end + 1);
        if !after.says_nothing() {
            return Some(after);
        }
        end = after.start + after.text.len();
    }
    None
}

/// The indents at which the line above a line could be followed up, from the left.
pub fn indents_before(text: &str, line: Line<'_>) -> Vec<usize> {
    let mut indents: Vec<usize> = Vec::new();
    for before in lines(&text[..line.start]).filter(|before| !before.says_nothing() && before.begins_entry()) {
        indents.retain(|indent| *indent < before.indent());
        indents.push(before.indent());
        if before.is_item() {
            indents.push(before.indent() + 2);
        }
    }
    indents
}

/// Something that was opened and is not closed where it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// A quotation mark at this byte.
    Quote(usize),
    /// A bracket at this byte.
    Bracket(usize),
    /// A bracket at the first byte that another one closes at the second.
    Mismatch(usize, usize),
}

/// The first thing up to the end of a line that is left open: a line that begins an entry no further in shows it.
pub fn left_open(text: &str, last: Line<'_>) -> Option<Open> {
    let mut reader = Reader { quote: None, brackets: Vec::new() };
    let mut skipped = None;
    for line in lines(text).take_while(|line| line.start <= last.start).filter(|line| !line.content().is_empty()) {
        if skipped.is_some_and(|indent| line.indent() > indent) {
            continue;
        }
        if line.begins_entry() {
            if let Some((at, _, indent)) = reader.quote
                && line.indent() <= indent
            {
                return Some(Open::Quote(at));
            }
            if let Some((at, _, indent)) = reader.brackets.last()
                && line.indent() <= *indent
            {
                return Some(Open::Bracket(*at));
            }
        }
        match reader.line(line) {
            End::Line => skipped = None,
            End::Text => skipped = Some(line.indent()),
            End::Mismatch(open, close) => return Some(Open::Mismatch(open, close)),
        }
    }
    None
}

/// How the reading of a line ended.
enum End {
    /// At its end.
    Line,
    /// At `|` or `>`: the lines further in are text.
    Text,
    /// At a bracket that does not close the one that is open.
    Mismatch(usize, usize),
}

/// What is open: where, which, and the indent of its line.
struct Reader {
    quote: Option<(usize, char, usize)>,
    brackets: Vec<(usize, char, usize)>,
}

impl Reader {
    fn line(&mut self, line: Line<'_>) -> End {
        let indent = line.indent();
        // Quotation marks and brackets mean something only where a value begins.
        let mut begins = true;
        let mut before = ' ';
        let mut letters = line.text.char_indices();
        while let Some((at, letter)) = letters.next() {
            let (place, rest) = (line.start + at, letters.as_str());
            let previous = std::mem::replace(&mut before, letter);
            if let Some((_, mark, _)) = self.quote {
                match letter {
                    '\\' if mark == '"' => drop(letters.next()),
                    '\'' if mark == '\'' && rest.starts_with('\'') => drop(letters.next()),
                    _ if letter == mark => (self.quote, begins) = (None, false),
                    _ => {}
                }
                continue;
            }
            match letter {
                ' ' => continue,
                '#' if previous == ' ' => return End::Line,
                '"' | '\'' if begins => self.quote = Some((place, letter, indent)),
                '[' | '{' if begins => {
                    self.brackets.push((place, letter, indent));
                    continue;
                }
                ']' | '}' => {
                    if let Some((open, bracket, _)) = self.brackets.pop()
                        && (bracket == '[') != (letter == ']')
                    {
                        return End::Mismatch(open, place);
                    }
                }
                '|' | '>' if begins && self.brackets.is_empty() => return End::Text,
                _ => {}
            }
            begins = match letter {
                ',' => !self.brackets.is_empty(),
                ':' => begins_apart(rest),
                '-' => begins && begins_apart(rest),
                _ => false,
            };
        }
        End::Line
    }
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split('\n').map(move |text| {
        let line = Line { start, text };
        start += text.len() + 1;
        line
    })
}

/// Whether what comes after a colon or a hyphen makes it a mark of YAML.
fn begins_apart(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([' ', '\t'])
}

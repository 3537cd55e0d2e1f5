//! From bytes to text: UTF-8 without mark, `\n` line ends, NFC. Says where it failed, not what to do about it.

use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// What is wrong with bytes that are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Garbled {
    /// UTF-16, as “Unicode” in old Windows programs.
    Utf16,
    /// Not UTF-8.
    NotUtf8 {
        /// The word around the first wrong byte as Windows-1252 has it, if that makes it a likely one.
        word: Option<String>,
    },
    /// The file of another program, whatever it is named.
    Foreign {
        /// What it is, as people call it in Swedish and in English.
        what: (&'static str, &'static str),
    },
    /// A character that no text has, such as NUL.
    Control {
        /// The character.
        character: char,
    },
}

/// Bytes that are no text: as much of them as can be shown, and the first thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecodable {
    /// What can be shown, with wrong bytes guessed and wrong characters replaced.
    pub text: String,
    /// The bytes of `text` at fault.
    pub place: Range<usize>,
    /// What is wrong there.
    pub what: Garbled,
}

/// How the files of other programs begin.
const FOREIGN: [(&[u8], (&str, &str)); 4] = [
    (
        b"PK\x03\x04",
        ("ett dokument från Word, Excel eller ett liknande program", "a document of Word, Excel or the like"),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        ("ett dokument från Word, Excel eller ett liknande program", "a document of Word, Excel or the like"),
    ),
    (b"%PDF", ("ett pdf-dokument", "a PDF document")),
    (b"{\\rtf", ("ett RTF-dokument", "an RTF document")),
];

/// Reads a file's bytes as text.
///
/// # Errors
/// When the bytes are not UTF-8, or hold control characters other than tab and line ends.
pub fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    if let Some((_, what)) = FOREIGN.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        let what = Garbled::Foreign { what: *what };
        return Err(Undecodable { text: String::new(), place: 0..0, what });
    }
    if is_utf16(bytes) {
        return Err(Undecodable { text: String::new(), place: 0..0, what: Garbled::Utf16 });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    match text.find(is_wrong) {
        Some(at) => Err(control(text, at)),
        None => Ok(normal(text)),
    }
}

/// Begins with the mark of UTF-16, or has the zeros that Swedish and English text has in it.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).take(8).filter(|byte| **byte == 0).count();
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    marked || zeros(0).abs_diff(zeros(1)) >= 6
}

fn is_wrong(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r')
}

fn normal(text: &str) -> String {
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text } else { text.nfc().collect() }
}

/// What comes before the fault, what stands at it, and what comes after, each in its normal form.
fn undecodable(before: &str, fault: &str, after: &str, what: Garbled) -> Undecodable {
    let shown = |text: &str| normal(text).replace(is_wrong, "\u{fffd}");
    let before = shown(before);
    let place = before.len()..before.len() + fault.len();
    Undecodable { text: before + fault + &shown(after), place, what }
}

fn control(text: &str, at: usize) -> Undecodable {
    let character = text[at..].chars().next().expect("a character was found here");
    let after = &text[at + character.len_utf8()..];
    undecodable(&text[..at], "\u{fffd}", after, Garbled::Control { character })
}

fn not_utf8(bytes: &[u8], at: usize) -> Undecodable {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let guessed = guess(&bytes[at..]);
    let first = guessed.chars().next().expect("there is a byte that is wrong");
    let after = &guessed[first.len_utf8()..];
    // Letters and signs that Swedish texts have; others tell of another way to save, which is not guessed.
    let likely = "åäöÅÄÖéÉèàüÜ§°–—”“’…½".contains(first);
    let from = before.rfind(|letter: char| !letter.is_alphanumeric()).map_or(0, |at| before.ceil_char_boundary(at + 1));
    let to = after.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(after.len());
    let word = likely.then(|| format!("{}{first}{}", &before[from..], &after[..to]));
    undecodable(&before, &first.to_string(), after, Garbled::NotUtf8 { word })
}

/// Text with what is not UTF-8 in it read as Windows-1252.
fn guess(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte)));
    }
    text
}

fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> (String, String, Garbled) {
        let undecodable = decode(bytes).expect_err("it is no text");
        let before = undecodable.text[..undecodable.place.start].to_owned();
        (before, undecodable.text[undecodable.place].to_owned(), undecodable.what)
    }

    #[test]
    fn a_mark_and_windows_line_ends_are_taken_away() {
        assert_eq!(decode(b"\xef\xbb\xbfa\r\nb\rc"), Ok("a\nb\nc".to_owned()));
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(decode("a\u{30a}r".as_bytes()), Ok("\u{e5}r".to_owned()));
    }

    #[test]
    fn latin_1_is_told_with_its_word() {
        let word = |word: &str| Garbled::NotUtf8 { word: Some(word.to_owned()) };
        assert_eq!(fault(b"a\r\nb: f\xf6rb\xe4ttring."), ("a\nb: f".to_owned(), "ö".to_owned(), word("förbättring")));
        assert_eq!(fault(b"\xe5r"), (String::new(), "å".to_owned(), word("år")));
        assert_eq!(fault("å: v\u{61}\u{30a}r ".bytes().chain([0xe4]).collect::<Vec<_>>().as_slice()).0, "å: vår ");
    }

    #[test]
    fn other_wrong_bytes_have_no_word() {
        assert_eq!(fault(b"a\xc3").2, Garbled::NotUtf8 { word: None });
        assert_eq!(fault(b"\x80").2, Garbled::NotUtf8 { word: None });
    }

    #[test]
    fn utf_16_and_nul_are_refused() {
        assert_eq!(fault(b"\xff\xfea\0").2, Garbled::Utf16);
        let without_mark: Vec<u8> = "namn: Provstad".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(fault(&without_mark).2, Garbled::Utf16);
        let (before, at, what) = fault(b"a\nb\0c\0");
        assert_eq!((before.as_str(), at.as_str(), what), ("a\nb", "\u{fffd}", Garbled::Control { character: '\0' }));
    }
}

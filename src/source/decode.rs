//! From bytes to text: UTF-8 without mark, `\n` line ends, NFC. Says where it failed, not what to do about it.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecodable {
    /// Begins with the mark of UTF-16, as “Unicode” in old Windows programs.
    Utf16,
    /// Not UTF-8 from this line (from 1) on; often Latin-1.
    NotUtf8 {
        /// The line of the first wrong byte, from 1.
        line: u32,
    },
    /// Holds a character that no text has, such as NUL.
    Control {
        /// The line of the character, from 1.
        line: u32,
    },
}

/// Reads a file's bytes as text.
///
/// # Errors
/// When the bytes are not UTF-8, or hold control characters other than tab and line ends.
pub fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Undecodable::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Undecodable::NotUtf8 { line: line_of(&bytes[..error.valid_up_to()]) })?;
    if let Some(at) = text.find(|character: char| character.is_control() && !matches!(character, '\t' | '\n' | '\r')) {
        return Err(Undecodable::Control { line: line_of(&bytes[..at]) });
    }
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Ok(text);
    }
    Ok(text.nfc().collect())
}

/// The line that comes after these bytes began, from 1.
fn line_of(before: &[u8]) -> u32 {
    let breaks = before.split(|byte| *byte == b'\n').count() - 1;
    u32::try_from(breaks + 1).expect("disk refuses files far smaller than 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_and_windows_line_ends_are_taken_away() {
        assert_eq!(decode(b"\xef\xbb\xbfa\r\nb\rc"), Ok("a\nb\nc".to_owned()));
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(decode("a\u{30a}r".as_bytes()), Ok("\u{e5}r".to_owned()));
    }

    #[test]
    fn latin_1_is_refused_at_its_line() {
        assert_eq!(decode(b"a\nb\n\xe5r"), Err(Undecodable::NotUtf8 { line: 3 }));
    }

    #[test]
    fn utf_16_and_nul_are_refused() {
        assert_eq!(decode(b"\xff\xfea\0"), Err(Undecodable::Utf16));
        assert_eq!(decode(b"a\0"), Err(Undecodable::Control { line: 1 }));
    }
}

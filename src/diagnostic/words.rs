//! What is said to people, in each language of the messages. Both stand beside each other where the words are needed.

use crate::personal::{covered, covered_part};
use crate::source::LONGEST_MESSAGE;

/// The languages in which faults are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Swedish, the language of the content.
    #[default]
    Swedish,
    /// English. Words of the content stay Swedish in it, as they must be written.
    English,
}

/// The same said in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// The words in one language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => &self.en,
        }
    }

    /// The words with stars for personal data that they quote, and no longer than any message should be.
    pub(super) fn covered(self) -> Self {
        Self { sv: shortened(covered(&self.sv)), en: shortened(covered(&self.en)) }
    }
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST_MESSAGE - 1) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// [`Words`] from two formats, Swedish first; values are taken from where it stands. Names after the formats are
/// [`Words`] themselves, and are put into each format in its own language.
#[macro_export]
macro_rules! words {
    ($sv:literal, $en:literal $(, $part:ident)* $(,)?) => {
        $crate::diagnostic::Words {
            sv: { $(let $part = &$part.sv;)* format!($sv) },
            en: { $(let $part = &$part.en;)* format!($en) },
        }
    };
}

/// How many characters of somebody's words a message quotes.
const LONGEST_QUOTE: usize = 60;

/// The beginning of a text, short enough to be quoted in a message. What is personal in it is covered before it is cut, since
/// half a number is not known for one.
#[must_use]
pub fn brief(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", covered_part(text, 0..end)),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_within_words_keep_their_language() {
        let what = words!("nyckeln", "the key");
        let count = 2;
        let both = words!("{what} står {count} gånger", "{what} stands {count} times", what);
        assert_eq!(both.in_language(Language::Swedish), "nyckeln står 2 gånger");
        assert_eq!(both.in_language(Language::English), "the key stands 2 times");
    }

    #[test]
    fn a_long_text_is_quoted_by_its_beginning() {
        assert_eq!(brief("åäö"), "åäö");
        assert_eq!(brief(&"å".repeat(1_000)).chars().count(), LONGEST_QUOTE + 1);
        assert!(brief(&format!("{} 121212-1212", "å".repeat(LONGEST_QUOTE - 8))).ends_with(" ******-…"));
    }
}

//! Swedish order: å, ä and ö last, v and w apart, accents and capitals only where nothing else differs.

use unicode_normalization::UnicodeNormalization;

/// Marks in the order that CLDR gives them, before digits and letters.
const MARKS: &str = "_-–—,;:!?.…'’\"”()[]{}§@*/\\&#%`^+<=>|~$";
const DIGITS: u16 = 100;
const LETTERS: u16 = 200;
const UNKNOWN: u16 = 300;

/// Bytes that compare as Swedish sorts: first by letters, then by accents, last with small letters before capitals.
///
/// The order is that of CLDR for Swedish (`sv`, the Swedish Academy's since 2006).
pub fn sort_key(text: &str) -> Vec<u8> {
    let (mut letters, mut accents, mut capitals) = (Vec::new(), Vec::new(), Vec::new());
    for character in text.nfc() {
        let is_capital = u8::from(character.is_uppercase());
        for small in character.to_lowercase().nfc() {
            let (order, accent) = weight(small);
            for weight in order {
                letters.extend(weight.to_be_bytes());
            }
            accents.extend(accent.to_be_bytes());
            capitals.push(1 + is_capital);
        }
    }
    // Two zero bytes are less than any weight, so that a shorter word stands before a longer one.
    letters.extend([0, 0]);
    letters.append(&mut accents);
    letters.extend([0, 0, 0, 0]);
    letters.append(&mut capitals);
    letters
}

/// Where a small letter stands among letters, and which accent parts it from its like.
fn weight(character: char) -> (Vec<u16>, u32) {
    const PLAIN: u32 = 1;
    let accented = u32::from(character);
    match character {
        'a'..='z' => (vec![letter(character)], PLAIN),
        'å' => (vec![LETTERS + 26], PLAIN),
        'ä' => (vec![LETTERS + 27], PLAIN),
        'æ' => (vec![LETTERS + 27], accented),
        'ö' => (vec![LETTERS + 28], PLAIN),
        'ø' | 'œ' | 'ő' | 'ô' => (vec![LETTERS + 28], accented),
        'ü' | 'ű' => (vec![letter('y')], accented),
        'đ' | 'ð' => (vec![letter('d')], accented),
        'ł' => (vec![letter('l')], accented),
        'ß' => (vec![letter('s'), letter('s')], accented),
        'þ' => (vec![letter('t'), letter('h')], accented),
        '0'..='9' => (vec![DIGITS + offset(character, '0')], PLAIN),
        space if space.is_whitespace() => (vec![1], PLAIN),
        other => weight_of_other(other),
    }
}

/// A mark by its place in CLDR, an accented letter as its letter, anything else by its code after all letters.
fn weight_of_other(character: char) -> (Vec<u16>, u32) {
    let mark = MARKS.chars().position(|mark| mark == character).and_then(|position| u16::try_from(position).ok());
    if let Some(position) = mark {
        return (vec![2 + position], 1);
    }
    let base = std::iter::once(character).nfd().next().unwrap_or(character);
    if base.is_ascii_lowercase() {
        return (vec![letter(base)], u32::from(character));
    }
    let code = u32::from(character);
    let [high, low] = [code >> 12, code & 0xfff].map(|half| u16::try_from(half).expect("a code point has 21 bits"));
    (vec![UNKNOWN + high, 1 + low], 1)
}

fn letter(character: char) -> u16 {
    LETTERS + offset(character, 'a')
}

fn offset(character: char, from: char) -> u16 {
    u16::try_from(u32::from(character) - u32::from(from)).expect("the callers give a letter or a digit in its range")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(words: &[&str]) -> Vec<String> {
        let mut words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        words.sort_by_key(|word| sort_key(word));
        words
    }

    #[test]
    fn swedish_letters_stand_last() {
        assert_eq!(sorted(&["ö", "å", "z", "ä", "a"]), ["a", "z", "å", "ä", "ö"]);
    }

    #[test]
    fn v_and_w_are_two_letters() {
        assert_eq!(sorted(&["Wb", "Vz", "Va", "Wa"]), ["Va", "Vz", "Wa", "Wb"]);
    }

    #[test]
    fn accents_and_capitals_decide_last() {
        assert_eq!(sorted(&["idés", "Idé", "ide", "idé", "Ide"]), ["ide", "Ide", "idé", "Idé", "idés"]);
    }

    #[test]
    fn a_shorter_word_and_a_space_stand_first() {
        assert_eq!(sorted(&["nämnden", "nämnd för", "nämnd"]), ["nämnd", "nämnd för", "nämnden"]);
        assert_eq!(sorted(&["a1", "1a", "a", "§ 1"]), ["§ 1", "1a", "a", "a1"]);
    }

    #[test]
    fn composed_and_decomposed_letters_are_one() {
        assert_eq!(sort_key("a\u{30a}"), sort_key("å"));
    }
}

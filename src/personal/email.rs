//! Finds e-mail addresses that seem to be a person's. An office, a function or a register has addresses too, and may.

use std::ops::Range;

use super::address_words::{ENDINGS, FIRST_NAMES, FUNCTIONS, PRIVATE, has};

/// Every address in the text that seems to be a person's.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let addresses = text.match_indices('@').filter_map(|(at, _)| address(text, at));
    let persons = addresses.filter(|(range, at)| is_person(&text[range.start..*at], &text[at + 1..range.end]));
    persons.map(|(range, _)| range).collect()
}

/// The address around an `@`, and where that stands.
fn address(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let is_local = |letter: char| letter.is_alphanumeric() || "._%+-".contains(letter);
    let is_domain = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
    let start = text[..at].rfind(|letter| !is_local(letter)).map_or(0, |last| text.ceil_char_boundary(last + 1));
    let end = at + 1 + text[at + 1..].find(|letter| !is_domain(letter)).unwrap_or(text.len() - at - 1);
    // A full stop ends the sentence, not the address.
    let domain = text[at + 1..end].trim_end_matches(['.', '-']);
    let local = text[start..at].trim_start_matches(['.', '-', '_', '%', '+']);
    let (_, top) = domain.rsplit_once('.')?;
    let is_address = !local.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic);
    is_address.then(|| (at - local.len()..at + 1 + domain.len(), at))
}

fn is_person(local: &str, domain: &str) -> bool {
    let local = plain(local);
    // What follows a plus only sorts the mail.
    let name = local.split('+').next().unwrap_or_default();
    let parts: Vec<&str> =
        name.split(['.', '_', '-']).map(|part| part.trim_matches(|letter: char| letter.is_ascii_digit())).collect();
    let is_function = parts
        .iter()
        .any(|part| has(FUNCTIONS, part) || ENDINGS.split_ascii_whitespace().any(|ending| part.ends_with(ending)));
    if has(PRIVATE, &plain(domain)) {
        return !is_function;
    }
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let is_name = parts.len() > 1
        && last.len() > 1
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic));
    if !is_name || last == first {
        return false;
    }
    // ”anna.grundberg” is a person, though ”grund” is the beginning of many functions.
    if has(FIRST_NAMES, first) {
        return !has(FUNCTIONS, last);
    }
    let parted = name.contains(['.', '_']);
    parted && !is_function && name.split(['.', '_']).count() <= 3
}

/// In lower case and without dots over letters, as addresses mostly are.
fn plain(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| match letter {
            'å' | 'ä' => 'a',
            'ö' | 'ø' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            _ => letter,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_known_by_their_names() {
        for address in [
            "anna.exempelsson@provstad.se",
            "a.exempelsson@provstad.se",
            "anna_exempelsson2@provstad.se",
            "Anna-Karin.Exempelsson@provstad.se",
            "anna-exempelsson@provstad.se",
            "åsa.exempelsson@utb.provstad.se",
            "zelda.von.exempelsson@provstad.se",
            "exempel82@gmail.com",
            "anna.grund-exempel@provstad.se",
        ] {
            assert_eq!(find(&format!("Skriv till <{address}>.")).first(), Some(&(12..12 + address.len())), "{address}");
        }
    }

    #[test]
    fn functions_are_not() {
        for address in [
            "registrator@provstad.se",
            "stadskontoret@provstad.se",
            "miljo.och.halsa@provstad.se",
            "miljö-hälsa@provstad.se",
            "kansli.miljonamnden@provstad.se",
            "nasta.steg.larande@provstad.se",
            "no-reply@provstad.se",
            "grundskole-forvaltningen@provstad.se",
            "dataskyddsombud.stadskontoret@provstad.se",
            "enhet.1@provstad.se",
            "stadsrevisionen@provstad.se",
            "hemtjanst.norr@provstad.se",
            "aexempelsson@provstad.se",
            "support.system@leverantor.example",
            "anna@lokal",
            "@namn.efternamn",
            "pris 4 st @ 12.50",
        ] {
            assert!(find(address).is_empty(), "{address}");
        }
    }
}

//! Rule: no address stands where words should, since nobody can read or listen to one (WCAG 2.2, 2.4.4).

use crate::check::context::Context;
use crate::diagnostic::Code;
use crate::source::Span;
use crate::syntax::Passage;
use crate::words;

/// How addresses begin.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// Tells every web address in running text, and every link that has its address as words.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    for link in &passage.links {
        let words = passage.text[link.words.clone()].trim_start().to_ascii_lowercase();
        if BEGINNINGS.iter().any(|beginning| words.starts_with(beginning)) {
            let message = words!("länktexten är en adress", "the link text is an address");
            tell(link.span, message, context);
        }
    }
    let lower = passage.text.to_ascii_lowercase();
    let mut end = 0;
    let mut links = passage.links.iter().peekable();
    for (at, _) in lower.match_indices(['h', 'w']) {
        while links.peek().is_some_and(|link| link.words.end <= at) {
            links.next();
        }
        let in_link = links.peek().is_some_and(|link| link.words.contains(&at));
        let in_word = lower[..at].ends_with(char::is_alphanumeric);
        let begins = BEGINNINGS.iter().any(|beginning| lower[at..].starts_with(beginning));
        if at < end || in_link || in_word || !begins {
            continue;
        }
        let length = lower[at..].find(char::is_whitespace).unwrap_or(lower.len() - at);
        end = at + lower[at..at + length].trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '"', '”']).len();
        let message = words!("adressen står i texten utan länk", "the address stands in the text without a link");
        tell(passage.place(at..end), message, context);
    }
}

fn tell(place: Span, message: crate::diagnostic::Words, context: &mut Context<'_>) {
    let before = &context.sources.file(place.file).text[..place.start as usize];
    let hint = if before.ends_with("](") {
        words!(
            "Adressen har ett mellanslag. Skriv %20 i stället för det",
            "The address has a space in it. Write %20 in place of it"
        )
    } else if before.ends_with("] (") {
        words!("Ta bort mellanslaget mellan ] och (", "Remove the space between ] and (")
    } else if before.ends_with(")[") {
        words!(
            "Byt plats på parenteserna: [vad som finns där](adressen)",
            "Swap the brackets: [what is there](the address)"
        )
    } else {
        words!(
            "Skriv [vad som finns där](adressen), till exempel [Diggs webbplats](https://www.digg.se/)",
            "Write [what is there](the address), such as [Diggs webbplats](https://www.digg.se/)"
        )
    };
    context.warn(Code::BareAddress, place, message, hint);
}

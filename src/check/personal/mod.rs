//! Rules: no personal identity number, e-mail address of a person, or phone number stands anywhere in the content, comments
//! included, unless the file itself says why it may.

mod address_words;
mod email;
mod exception;
mod identity;
mod phone;

use super::context::Context;
use super::place;
use crate::diagnostic::{Code, Diagnostic, Words};
use crate::source::{FileId, Span};
use crate::syntax::{Content, Document, Documents};
use crate::words;

pub use exception::{KEY, shape};

/// Tells everything that is one, in every file. It is not repeated in the message.
pub fn check(documents: &Documents, context: &mut Context<'_>) {
    for document in &documents.all {
        let file = context.sources.file(document.file);
        let mut found = found(document.file, &file.text);
        if place::is_for_people(&file.path) {
            // Nothing of the file is published, and whom to ask may well stand in it.
            found.retain(|(code, _)| *code == Code::IdentityNumber);
        }
        if !identity::find(&file.path).is_empty() {
            let message = words!(
                "namnet på filen eller mappen har ett personnummer eller samordningsnummer",
                "the name of the file or folder has a personal identity number or coordination number"
            );
            let place = Span { file: document.file, start: 0, end: 0 };
            let hint = words!("Döp om den", "Rename it");
            context.diagnostics.error(Diagnostic::new(Code::IdentityNumber, place, message).hint(hint));
        }
        let exceptions = match front(document) {
            Some(front) => exception::read(front, context),
            // What a file makes exceptions of is not known before it can be read.
            None if file.text.contains(KEY) => continue,
            None => Vec::new(),
        };
        let text = &file.text;
        for (code, place) in &found {
            if !exceptions.iter().any(|exception| exception.covers(*place, text)) {
                tell(*code, *place, context);
            }
        }
        let places: Vec<_> = found.into_iter().map(|(_, place)| place).collect();
        exception::unused(&exceptions, &places, text, context);
    }
}

/// The tree that can hold exceptions.
fn front(document: &Document) -> Option<&crate::syntax::Node> {
    match document.content.as_ref()? {
        Content::Yaml(node) => Some(node),
        Content::Markdown(markdown) => Some(&markdown.front),
        Content::Other => None,
    }
}

/// Everything in a text, by kind; a stretch that is two things is told as the first.
fn found(file: FileId, text: &str) -> Vec<(Code, Span)> {
    let rules: [(Code, Vec<std::ops::Range<usize>>); 3] = [
        (Code::IdentityNumber, identity::find(text)),
        (Code::EmailAddress, email::find(text)),
        (Code::PhoneNumber, phone::find(text)),
    ];
    let offset = |at: usize| u32::try_from(at).expect("disk refuses files far smaller than 4 GiB");
    let mut found: Vec<(Code, Span)> = Vec::new();
    for (code, ranges) in rules {
        for range in ranges {
            let place = Span { file, start: offset(range.start), end: offset(range.end) };
            if found.iter().all(|(_, other)| place.end <= other.start || other.end <= place.start) {
                found.push((code, place));
            }
        }
    }
    found
}

fn tell(code: Code, place: Span, context: &mut Context<'_>) {
    let (message, hint) = words(code);
    context.diagnostics.error(Diagnostic::new(code, place, message).hint(hint));
}

fn words(code: Code) -> (Words, Words) {
    match code {
        Code::EmailAddress => (
            words!(
                "här står en e-postadress som ser ut att höra till en person",
                "an e-mail address stands here that seems to be a person's"
            ),
            words!(
                "Skriv en funktionsadress, som registrator@…, eller ta bort den. Är det ingen person: skriv den under ”undantag” med skäl",
                "Write the address of a function, such as registrator@…, or remove it. If it is no person's, list it under “undantag” with “skäl”"
            ),
        ),
        Code::PhoneNumber => (
            words!("här står ett telefonnummer", "a phone number stands here"),
            words!(
                "Ta bort numret. Är det en växel, eller inget telefonnummer: skriv det under ”undantag” med skäl",
                "Remove the number. If it is a switchboard, or no phone number, list it under “undantag” with “skäl”"
            ),
        ),
        _ => (
            words!(
                "här står ett personnummer eller samordningsnummer",
                "a personal identity number or coordination number stands here"
            ),
            words!(
                "Ta bort numret. Är det inget personnummer: skriv det under ”undantag” med skäl",
                "Remove the number. If it is no identity number, list it under “undantag” with “skäl”"
            ),
        ),
    }
}

//! Rules: no personal identity number, e-mail address of a person, or phone number stands anywhere in the content, comments
//! included, unless the file itself says why it may.

mod exception;

use super::context::Context;
use super::place;
use crate::diagnostic::{Code, Words};
use crate::personal::{Kind, find};
use crate::source::Span;
use crate::syntax::Document;
use crate::words;

pub use exception::{KEY, shape};

use exception::Exceptions;

/// Tells everything that is one, in a file. It is not repeated in the message.
pub fn check(document: &Document, context: &mut Context<'_>) {
    name(document, context);
    text(document, context);
}

fn name(document: &Document, context: &mut Context<'_>) {
    let path = &context.sources.file(document.file).path;
    if find(path).iter().all(|(kind, _)| *kind != Kind::IdentityNumber) {
        return;
    }
    let message = words!(
        "namnet på filen eller mappen har ett personnummer eller samordningsnummer",
        "the name of the file or folder has a personal identity number or coordination number"
    );
    let place = Span { file: document.file, start: 0, end: 0 };
    context.error(Code::IdentityNumber, place, message, words!("Döp om den", "Rename it"));
}

fn text(document: &Document, context: &mut Context<'_>) {
    let file = context.sources.file(document.file);
    let mut found = find(&file.text);
    if place::is_for_people(&file.path) {
        // Nothing of the file is published, and whom to ask may well stand in it.
        found.retain(|(kind, _)| *kind == Kind::IdentityNumber);
    }
    let exceptions = match document.front() {
        Some(front) => exception::read(front, context),
        // What a file makes exceptions of is not known before it can be read.
        None if file.text.contains(KEY) => return,
        None => Exceptions::default(),
    };
    found.retain(|(_, range)| !exceptions.hold(range));
    let exception_of = exceptions.of(&found, &file.text);
    for ((kind, range), exception) in found.into_iter().zip(&exception_of) {
        if exception.is_none() {
            let (code, message, hint) = fault(kind);
            let offset = |at: usize| u32::try_from(at).expect("disk refuses files far smaller than 4 GiB");
            let place = Span { file: document.file, start: offset(range.start), end: offset(range.end) };
            context.error(code, place, message, hint);
        }
    }
    exceptions.tell_unused(&exception_of.into_iter().flatten().collect(), context);
}

fn fault(kind: Kind) -> (Code, Words, Words) {
    match kind {
        Kind::EmailAddress => (
            Code::EmailAddress,
            words!(
                "här står en e-postadress som ser ut att höra till en person",
                "an e-mail address stands here that seems to be a person's"
            ),
            words!(
                "Skriv en funktionsadress, som registrator@…, eller ta bort den. Är det ingen person: skriv den under ”undantag” med skäl",
                "Write the address of a function, such as registrator@…, or remove it. If it is no person's, list it under “undantag” with “skäl”"
            ),
        ),
        Kind::PhoneNumber => (
            Code::PhoneNumber,
            words!("här står ett telefonnummer", "a phone number stands here"),
            words!(
                "Ta bort numret. Är det en växel, eller inget telefonnummer: skriv det under ”undantag” med skäl",
                "Remove the number. If it is a switchboard, or no phone number, list it under “undantag” with “skäl”"
            ),
        ),
        Kind::IdentityNumber => (
            Code::IdentityNumber,
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

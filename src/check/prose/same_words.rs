//! Rule: links with the same words lead to the same place, also to those who hear only the links of a page (WCAG 2.2, 2.4.9).

use std::collections::BTreeMap;

use crate::check::context::Context;
use crate::diagnostic::{Code, Diagnostic, brief};
use crate::syntax::{Link, Markdown};
use crate::words;

/// Tells every link whose words stand for another address further up.
pub fn check(markdown: &Markdown, context: &mut Context<'_>) {
    let mut first_of: BTreeMap<String, &Link> = BTreeMap::new();
    for passage in &markdown.passages {
        for link in &passage.links {
            let words = passage.text[link.words.clone()].trim();
            let first = *first_of.entry(words.to_lowercase()).or_insert(link);
            if first.target == link.target || words.is_empty() {
                continue;
            }
            let words = brief(words);
            let message = words!("”{words}” leder till två olika ställen", "“{words}” leads to two different places");
            let fault = Diagnostic::new(Code::SameLinkText, link.span, message).hint(words!(
                "Skriv vad som skiljer dem åt, till exempel året eller vem som har skrivit",
                "Write what tells them apart, such as the year or who wrote it"
            ));
            context.diagnostics.warn(fault.related(first.span, words!("den första står här", "the first stands here")));
        }
    }
}

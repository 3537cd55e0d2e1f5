//! Rule: the words of a link say where it leads, also to those who hear only the links of a page (WCAG 2.2, 2.4.4).

use crate::check::context::Context;
use crate::diagnostic::{Code, brief};
use crate::syntax::Passage;
use crate::words;

/// Link words that fit any link.
const EMPTY: [&str; 46] = [
    "här",
    "hit",
    "klicka",
    "klicka här",
    "klicka på länken",
    "tryck här",
    "se här",
    "se länk",
    "se länken",
    "se mer",
    "läs",
    "läs här",
    "läs mer",
    "läs mer här",
    "läs vidare",
    "läs mer om detta",
    "mer",
    "mer här",
    "mer info",
    "mer information",
    "information",
    "ytterligare information",
    "länk",
    "länken",
    "denna länk",
    "den här länken",
    "följ länken",
    "länk till sidan",
    "sida",
    "sidan",
    "denna sida",
    "den här sidan",
    "webbplats",
    "webbplatsen",
    "webbsida",
    "webbsidan",
    "hemsida",
    "hemsidan",
    "fil",
    "filen",
    "dokument",
    "dokumentet",
    "pdf",
    "ladda ner",
    "hämta",
    "visa",
];

/// Tells every link whose words say nothing of where it leads.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    for link in &passage.links {
        let words = passage.text[link.words.clone()].trim();
        let plain = words.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        if !EMPTY.contains(&plain.as_str()) {
            continue;
        }
        let words = brief(words);
        let message = words!(
            "länktexten ”{words}” säger inte vart länken leder",
            "the link text “{words}” does not say where the link leads"
        );
        let hint = words!(
            "Skriv vad som finns där, till exempel [revisionens granskning 2024](…)",
            "Write what is there, such as [revisionens granskning 2024](…)"
        );
        context.warn(Code::LinkText, link.span, message, hint);
    }
}

//! Rules on prose: what makes a text hard to use or to read for somebody. Each rule is a file; nearly all of them only warn.

mod abbreviation;
mod bare_address;
mod bold_heading;
mod capitals;
mod colour_alone;
mod dash_cell;
mod file_format;
mod function_words;
mod hard_to_read;
mod internal_links;
mod language;
mod link_text;
mod long_sentence;
mod run_together;
mod same_words;
mod unexplained;
mod unmarked_language;

use super::context::Context;
use super::{Alone, Extent, Placed};
use crate::syntax::Markdown;

/// Tells what the rules find in every text that has a place.
pub fn check(placed: &[Placed<'_>], alone: &Alone, context: &mut Context<'_>) {
    internal_links::check(placed, context);
    context.diagnostics.append(alone.prose.only(&placed.iter().map(|one| one.document.file).collect()));
}

/// Tells what a text leaves unsaid that no other text says. As other rules of what is not there, it waits until every document
/// can be read.
pub fn across(placed: &[Placed<'_>], extent: Extent, context: &mut Context<'_>) {
    if extent == Extent::Whole {
        unexplained::check(placed, context);
    }
}

/// Looks at one text. Texts know nothing of each other.
pub fn text(markdown: &Markdown, context: &mut Context<'_>) {
    for passage in &markdown.passages {
        link_text::check(passage, context);
        bare_address::check(passage, context);
        file_format::check(passage, context);
        colour_alone::check(passage, context);
        long_sentence::check(passage, context);
        capitals::check(passage, context);
        bold_heading::check(passage, context);
        run_together::check(passage, context);
        dash_cell::check(passage, context);
        unmarked_language::check(passage, context);
    }
    same_words::check(markdown, context);
    hard_to_read::check(markdown, context);
}

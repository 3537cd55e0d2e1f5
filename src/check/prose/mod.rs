//! Rules on prose: what makes a text hard to use or to read for somebody. Each rule is a file; nearly all of them only warn.

mod bare_address;
mod bold_heading;
mod capitals;
mod colour_alone;
mod hard_to_read;
mod internal_links;
mod language;
mod link_text;
mod long_sentence;

use super::Placed;
use super::context::Context;

/// Tells what the rules find in every text.
pub fn check(placed: &[Placed<'_>], context: &mut Context<'_>) {
    internal_links::check(placed, context);
    for markdown in placed.iter().filter_map(Placed::markdown) {
        for passage in &markdown.passages {
            link_text::check(passage, context);
            bare_address::check(passage, context);
            colour_alone::check(passage, context);
            long_sentence::check(passage, context);
            capitals::check(passage, context);
            bold_heading::check(passage, context);
        }
        hard_to_read::check(markdown, context);
    }
}

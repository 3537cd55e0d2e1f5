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
mod run_together;

use rayon::prelude::*;

use super::Placed;
use super::context::Context;
use crate::diagnostic::Diagnostics;
use crate::syntax::Markdown;

/// Tells what the rules find in every text. Texts know nothing of each other, so they are read side by side.
pub fn check(placed: &[Placed<'_>], context: &mut Context<'_>) {
    internal_links::check(placed, context);
    let (sources, documents) = (context.sources, context.documents);
    let found = placed.par_iter().filter_map(Placed::markdown).map(|markdown| {
        let mut diagnostics = Diagnostics::default();
        text(markdown, &mut Context::new(sources, documents, &mut diagnostics));
        diagnostics
    });
    let found: Vec<_> = found.collect();
    for found in found {
        context.diagnostics.append(found);
    }
}

fn text(markdown: &Markdown, context: &mut Context<'_>) {
    for passage in &markdown.passages {
        link_text::check(passage, context);
        bare_address::check(passage, context);
        colour_alone::check(passage, context);
        long_sentence::check(passage, context);
        capitals::check(passage, context);
        bold_heading::check(passage, context);
        run_together::check(passage, context);
    }
    hard_to_read::check(markdown, context);
}

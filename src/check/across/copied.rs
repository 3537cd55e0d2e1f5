//! Rule: a text is not word for word that of the year before.

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Body, BodyYear, Model, SelfAssessment, StatementId, TitledProse, Year};
use crate::prose::{Block, plain};
use crate::source::{Origin, Span};
use crate::words;

/// How many words a text has, at the least, that is not the same by chance.
const FEWEST_WORDS: usize = 40;

/// How many motivations have to be the same, at the least.
const FEWEST_REASONS: usize = 3;

/// Warns of every document that says what the same one said the year before.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        for (year, of_year) in &body.years {
            let Some(before) = body.years.get(&year.before()) else { continue };
            for (later, earlier) in pairs(of_year, before) {
                if is_copy(later.0, earlier.0) {
                    let place = |origin| written::value(origin, &["titel"], context);
                    texts(place(later.1), place(earlier.1), *year, context);
                }
            }
            reasons(body, *year, context);
        }
    }
}

type Text<'m> = (&'m TitledProse, Origin);

/// The documents of two years that are the same ones.
fn pairs<'m>(of_year: &'m BodyYear, before: &'m BodyYear) -> Vec<(Text<'m>, Text<'m>)> {
    let mut pairs = Vec::new();
    for one in &of_year.measures {
        let other = before.measures.iter().find(|other| other.id == one.id);
        pairs.extend(other.map(|other| ((&one.text, one.origin), (&other.text, other.origin))));
    }
    for one in &of_year.reviews {
        let other = before.reviews.iter().find(|other| other.id == one.id);
        pairs.extend(other.map(|other| ((&one.text, one.origin), (&other.text, other.origin))));
    }
    for one in &of_year.reports {
        let other = before.reports.iter().find(|other| other.period.tertial == one.period.tertial);
        pairs.extend(other.map(|other| ((&one.text, one.origin), (&other.text, other.origin))));
    }
    pairs
}

fn is_copy(later: &TitledProse, earlier: &TitledProse) -> bool {
    let (later, earlier) = (text(later), text(earlier));
    later.split_whitespace().eq(earlier.split_whitespace()) && later.split_whitespace().count() >= FEWEST_WORDS
}

fn text(prose: &TitledProse) -> String {
    let mut text = String::new();
    let sections = prose.sections.iter().filter_map(|(_, section)| section.as_ref());
    for part in std::iter::once(&prose.lead).chain(sections) {
        write(&part.blocks, &mut text);
    }
    text
}

fn write(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inline) | Block::Heading { text: inline, .. } => text.push_str(&plain(inline)),
            Block::List { items, .. } => items.iter().for_each(|item| write(item, text)),
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    text.push_str(&plain(cell));
                    text.push(' ');
                }
            }
            Block::Quote(inner) => write(inner, text),
            Block::Code(code) => text.push_str(code),
            Block::Rule => {}
        }
        text.push('\n');
    }
}

fn texts(place: Span, earlier: Span, year: Year, context: &mut Context<'_>) {
    let before = year.before();
    let message = words!("texten är ordagrant densamma som för {before}", "the text is word for word that of {before}");
    let fault = Diagnostic::new(Code::CopiedUnchanged, place, message).hint(words!(
        "Skriv vad som gäller {year}, om så bara att inget har ändrats och varför",
        "Write how it is in {year}, if only that nothing has changed, and why"
    ));
    context.diagnostics.warn(fault.related(earlier, words!("samma text", "the same text")));
}

fn reasons(body: &Body, year: Year, context: &mut Context<'_>) {
    let of_year = |year| body.years.get(&year).and_then(|of_year| of_year.assessment.as_ref());
    let (Some(later), Some(earlier)) = (of_year(year), of_year(year.before())) else { return };
    let given: Vec<_> = motivations(later).collect();
    let before: Vec<_> = motivations(earlier).collect();
    let count = given.len();
    if count < FEWEST_REASONS || !given.iter().all(|reason| before.contains(reason)) {
        return;
    }
    let previous = year.before();
    let message = words!(
        "alla {count} motiveringar är ordagrant desamma som för {previous}",
        "all {count} motivations are word for word those of {previous}"
    );
    let place = written::after(later.origin, "svar", context);
    let fault = Diagnostic::new(Code::CopiedUnchanged, place, message).hint(words!(
        "Skriv varför ni bedömer så {year}; en motivering som fortfarande gäller kan säga det",
        "Write why you rate it so in {year}; a motivation that still holds can say so"
    ));
    let related = written::after(earlier.origin, "svar", context);
    context.diagnostics.warn(fault.related(related, words!("samma motiveringar", "the same motivations")));
}

fn motivations(assessment: &SelfAssessment) -> impl Iterator<Item = (&StatementId, Vec<&str>)> {
    let reasons = assessment.answers.iter().filter_map(|(id, answer)| Some((id, answer.reason.as_ref()?)));
    reasons.map(|(id, reason)| (id, reason.split_whitespace().collect()))
}

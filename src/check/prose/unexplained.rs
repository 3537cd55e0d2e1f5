//! Rule: an abbreviation is written out in the text that uses it, or on one of the city's own pages (WCAG 2.2, 3.1.4).

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::abbreviation::{self, Usage};
use super::internal_links::is_internal;
use crate::check::Placed;
use crate::check::context::Context;
use crate::check::place::Place;
use crate::diagnostic::Code;
use crate::source::Span;
use crate::syntax::{Markdown, Node, PassageKind, Value};
use crate::words;

/// Abbreviations that are known in one or in all texts.
type Known<'d> = BTreeSet<&'d str>;

/// Tells every abbreviation in capitals that a text uses without saying what it stands for, once.
pub fn check(placed: &[Placed<'_>], context: &mut Context<'_>) {
    let known: Known<'_> = placed.par_iter().map(of_content).reduce(Known::new, |mut all, one| {
        all.extend(one);
        all
    });
    let found: Vec<_> = placed.par_iter().filter_map(Placed::markdown).map(|text| unexplained(text, &known)).collect();
    for (written, place) in found.into_iter().flatten() {
        let message = words!(
            "förkortningen ”{written}” förklaras inte i texten",
            "the abbreviation “{written}” is not explained in the text"
        );
        let hint = words!(
            "Skriv ut den första gången: ”orden i sin helhet ({written})”. Är den vanlig hos er: förklara den på en sida i sidor/",
            "Write it out the first time: “orden i sin helhet ({written})”. If many texts use it: explain it on a page in sidor/"
        );
        context.warn(Code::Unexplained, place, message, hint);
    }
}

/// What a document makes known to all texts: ids, names, and what is explained on a page for everybody.
fn of_content<'d>(one: &'d Placed<'_>) -> Known<'d> {
    let mut known = Known::new();
    let front = one.document.front();
    match &one.place {
        Place::StatementSet(_) | Place::Round(..) | Place::Audit(_) => {
            if let Some(front) = front {
                ids(front, &mut known);
            }
        }
        Place::Municipality | Place::Body(_) => {
            let names = ["namn", "förvaltning"].into_iter().filter_map(|key| front?.at(key)).flat_map(Node::items);
            let names = names.filter_map(Node::text).flat_map(abbreviation::all);
            known.extend(names.map(|abbreviation| abbreviation.written));
        }
        Place::Page(_) if !is_internal(one) => {
            if let Some(page) = one.markdown() {
                explained(page, &mut known);
                entries(page, &mut known);
            }
        }
        Place::Scales
        | Place::RiskMatrix
        | Place::Indicator(_)
        | Place::CityReport(_)
        | Place::Page(_)
        | Place::Readings(..)
        | Place::Response(..)
        | Place::Plan(..)
        | Place::SelfAssessment(..)
        | Place::Measure(..)
        | Place::Review(..)
        | Place::JointAnswer(..)
        | Place::BodyReport(..) => {}
    }
    known
}

/// The ids that a document gives to what is in it.
fn ids<'d>(node: &'d Node, known: &mut Known<'d>) {
    match &node.value {
        Value::Mapping(entries) => {
            known.extend(node.at("id").and_then(Node::text));
            for (_, value) in entries {
                ids(value, known);
            }
        }
        Value::List(items) => items.iter().for_each(|item| ids(item, known)),
        Value::Scalar(_) | Value::Empty => {}
    }
}

/// What a text explains, in its front matter or below.
fn explained<'d>(markdown: &'d Markdown, known: &mut Known<'d>) {
    in_values(&markdown.front, known);
    for passage in &markdown.passages {
        in_text(&passage.text, known);
    }
}

fn in_values<'d>(node: &'d Node, known: &mut Known<'d>) {
    match &node.value {
        Value::Scalar(text) => in_text(text, known),
        Value::Mapping(entries) => entries.iter().for_each(|(_, value)| in_values(value, known)),
        Value::List(items) => items.iter().for_each(|item| in_values(item, known)),
        Value::Empty => {}
    }
}

fn in_text<'d>(text: &'d str, known: &mut Known<'d>) {
    let explained = abbreviation::all(text).into_iter().filter(|one| one.usage == Usage::Explained);
    known.extend(explained.map(|one| one.written));
}

/// What a list or table of words explains: a line that begins with the abbreviation, or a cell of its own before another.
fn entries<'d>(page: &'d Markdown, known: &mut Known<'d>) {
    for (at, passage) in page.passages.iter().enumerate() {
        let next = page.passages.get(at + 1).filter(|next| next.kind == PassageKind::Cell);
        let is_before =
            passage.kind == PassageKind::Cell && next.is_some_and(|next| next.text.contains(char::is_lowercase));
        let is_entry = |one: &abbreviation::Abbreviation<'_>| {
            one.usage == Usage::Entry || is_before && one.written.len() == passage.text.trim().len()
        };
        let entries = abbreviation::all(&passage.text).into_iter().filter(is_entry);
        known.extend(entries.map(|one| one.written));
    }
}

/// The abbreviations that a text uses without explaining them, each where it comes first.
fn unexplained<'d>(markdown: &'d Markdown, known: &Known<'d>) -> Vec<(&'d str, Span)> {
    let mut own = Known::new();
    let mut found: Vec<(&str, Span)> = Vec::new();
    for passage in &markdown.passages {
        // A quotation is somebody else's, and in a text of capitals alone every word looks like an abbreviation.
        if passage.kind == PassageKind::Quote || !passage.text.contains(char::is_lowercase) {
            continue;
        }
        for one in abbreviation::all(&passage.text) {
            let is_used = matches!(one.usage, Usage::Used | Usage::Entry);
            if is_used && !known.contains(one.written) && own.insert(one.written) {
                found.push((one.written, passage.place(one.range)));
            }
        }
    }
    if found.is_empty() {
        return found;
    }
    let mut explained_here = Known::new();
    explained(markdown, &mut explained_here);
    found.retain(|(written, _)| !explained_here.contains(written));
    found
}

//! Puts a Markdown file's sections in the order of the template, and tells the ones that are missing.

use std::collections::BTreeMap;

use super::context::Context;
use super::nearest;
use crate::diagnostic::{Code, Diagnostic, Words, brief};
use crate::model::TitledProse;
use crate::source::Span;
use crate::syntax::{Markdown, PassageKind, Section};
use crate::words;

/// The known sections in the given order, then the others in the order of the file.
pub fn read(markdown: &Markdown, known: &[&str], context: &mut Context<'_>) -> TitledProse {
    read_without(markdown, known, None, context)
}

/// The same, without a word of one section: another rule says more about it.
pub fn read_without(markdown: &Markdown, known: &[&str], told: Option<&str>, context: &mut Context<'_>) -> TitledProse {
    let mut sections = Vec::new();
    for (at, title) in known.iter().enumerate() {
        let section = find(markdown, title);
        let written = section.filter(|section| !section.prose.blocks.is_empty());
        match (section, written) {
            (_, Some(_)) => {}
            _ if told == Some(title) => {}
            (Some(section), None) => empty(section, context),
            (None, None) => missing(markdown, (title, &known[at + 1..]), known, context),
        }
        sections.push(((*title).to_owned(), written.map(|section| section.prose.clone())));
    }
    let mut first_of = BTreeMap::new();
    for section in &markdown.sections {
        let first = *first_of.entry(section.title.as_str()).or_insert(section);
        if first.span != section.span {
            repeated(section, first, context);
        } else if !known.contains(&section.title.as_str()) {
            sections.push((section.title.clone(), Some(section.prose.clone())));
        }
    }
    TitledProse { lead: markdown.lead.clone(), sections }
}

/// The first section of a title.
pub fn find<'m>(markdown: &'m Markdown, title: &str) -> Option<&'m Section> {
    markdown.sections.iter().find(|section| section.title == title)
}

/// Where a section should stand: before the next one of the template, or after the last of the file.
fn place(markdown: &Markdown, later: &[&str]) -> Span {
    let next = later.iter().find_map(|title| find(markdown, title));
    let section = next.or(markdown.sections.last());
    section.map_or(markdown.front.span.point(), |section| section.span)
}

fn empty(section: &Section, context: &mut Context<'_>) {
    let title = brief(&section.title);
    context.warn(
        Code::SectionMissing,
        section.span,
        words!("avsnittet ”{title}” är tomt", "the section “{title}” is empty"),
        words!("Skriv texten under rubriken", "Write the text below the heading"),
    );
}

fn missing(markdown: &Markdown, (title, later): (&str, &[&str]), known: &[&str], context: &mut Context<'_>) {
    let message = words!("avsnittet ”{title}” saknas", "the section “{title}” is missing");
    let mut others = markdown.sections.iter().filter(|section| !known.contains(&section.title.as_str()));
    let near = nearest::nearest(title, others.clone().map(|section| section.title.as_str()));
    if let Some(near) = near.and_then(|near| others.find(|section| section.title == near)) {
        let written = brief(&near.title);
        let hint = words!(
            "Menade du det med rubriken ”{written}”? Skriv i så fall ”## {title}”",
            "Is that what “{written}” means? Then write “## {title}”"
        );
        return context.warn(Code::SectionMissing, near.span, message, hint);
    }
    if let Some((place, hint)) = written_otherwise(markdown, title, context) {
        if let Some(hint) = hint {
            context.warn(Code::SectionMissing, place, message, hint);
        }
        return;
    }
    let before = later.iter().find(|title| find(markdown, title).is_some());
    let hint = match before {
        Some(next) => words!(
            "Skriv rubriken ”## {title}” och texten under den, före ”## {next}”",
            "Write the heading “## {title}” and the text below it, before “## {next}”"
        ),
        None => words!(
            "Skriv rubriken ”## {title}” och texten under den, sist i filen",
            "Write the heading “## {title}” and the text below it, at the end of the file"
        ),
    };
    context.warn(Code::SectionMissing, place(markdown, later), message, hint);
}

/// Where the words of a heading stand in another form, and what to write, unless that form was told by itself.
fn written_otherwise(markdown: &Markdown, title: &str, context: &Context<'_>) -> Option<(Span, Option<Words>)> {
    let passages = markdown.passages.iter();
    let mut alike =
        passages.filter(|one| one.text.trim().trim_start_matches('#').trim_end_matches(':').trim() == title);
    let found = alike.find(|one| matches!(one.kind, PassageKind::Heading | PassageKind::Paragraph))?;
    let written = &context.sources.file(found.span.file).text[found.span.start as usize..];
    let level = written.bytes().take_while(|byte| *byte == b'#').count();
    let hint = match (found.kind, level) {
        (PassageKind::Heading, 3..) => {
            let signs = "#".repeat(level);
            words!("Skriv ## i stället för {signs}", "Write ## in place of {signs}")
        }
        (PassageKind::Paragraph, 0) => words!("Skriv rubriken som ”## {title}”", "Write the heading as “## {title}”"),
        (_, _) => return Some((found.span, None)),
    };
    Some((found.span, Some(hint)))
}

fn repeated(section: &Section, first: &Section, context: &mut Context<'_>) {
    let title = brief(&section.title);
    let message = words!("rubriken ”{title}” står två gånger", "the heading “{title}” stands twice");
    let fault = Diagnostic::new(Code::RepeatedKey, section.span, message)
        .hint(words!("Slå ihop avsnitten, eller döp om det ena", "Join the sections, or rename one of them"));
    context.diagnostics.error(fault.related(first.span, words!("den står först här", "it stands here first")));
}

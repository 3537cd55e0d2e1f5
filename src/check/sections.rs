//! Puts a Markdown file's sections in the order of the template, and tells the ones that are missing.

use super::context::Context;
use super::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::TitledProse;
use crate::syntax::{Markdown, Section};

/// The known sections in the given order, then the others in the order of the file.
pub fn read(markdown: &Markdown, known: &[&str], context: &mut Context<'_>) -> TitledProse {
    let written = |title: &str| {
        let section = markdown.sections.iter().find(|section| section.title == title);
        section.filter(|section| !section.prose.blocks.is_empty())
    };
    let mut sections = Vec::new();
    for title in known {
        let section = written(title);
        if section.is_none() {
            missing(markdown, title, known, context);
        }
        sections.push(((*title).to_owned(), section.map(|section| section.prose.clone())));
    }
    for (at, section) in markdown.sections.iter().enumerate() {
        if let Some(first) = markdown.sections[..at].iter().find(|other| other.title == section.title) {
            repeated(section, first, context);
        } else if !known.contains(&section.title.as_str()) {
            sections.push((section.title.clone(), Some(section.prose.clone())));
        }
    }
    TitledProse { lead: markdown.lead.clone(), sections }
}

fn missing(markdown: &Markdown, title: &str, known: &[&str], context: &mut Context<'_>) {
    let others = markdown.sections.iter().filter(|section| !known.contains(&section.title.as_str()));
    let near = nearest::nearest(title, others.map(|section| section.title.as_str()));
    let hint = match near {
        Some(near) => format!("Menade du det med rubriken ”{near}”? Skriv i så fall ”## {title}”"),
        None => format!("Skriv rubriken ”## {title}” och texten under den"),
    };
    context.warn(
        Code::SectionMissing,
        markdown.front.span.point(),
        format!("avsnittet ”{title}” saknas eller är tomt"),
        hint,
    );
}

fn repeated(section: &Section, first: &Section, context: &mut Context<'_>) {
    let message = format!("rubriken ”{}” står två gånger", section.title);
    let fault =
        Diagnostic::new(Code::RepeatedKey, section.span, message).hint("Slå ihop avsnitten, eller döp om det ena");
    context.diagnostics.error(fault.related(first.span, "den står först här"));
}

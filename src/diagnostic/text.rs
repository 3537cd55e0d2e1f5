//! Faults as a person reads them in a terminal: snippet, underlined place, hint. Plain strings with colour codes; prints nothing.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{Sources, Span};

/// Shows the faults with their lines. Colour codes are part of the text: whoever prints strips them where there is no terminal.
#[must_use]
pub fn text(diagnostics: &[&Diagnostic], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let shown: Vec<String> =
        diagnostics.iter().map(|diagnostic| renderer.render(&groups(diagnostic, sources))).collect();
    shown.join("\n\n")
}

fn groups<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR.with_name("fel"),
        Severity::Warning => Level::WARNING.with_name("varning"),
    };
    let mut group = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.id()).element(snippet(
        diagnostic.span,
        None,
        sources,
    ));
    if let Some((span, why)) = &diagnostic.related {
        group = group.element(snippet(*span, Some(why), sources));
    }
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.with_name("gör så här").message(hint.as_str()));
    }
    vec![group]
}

fn snippet<'a>(
    span: Span,
    label: Option<&'a String>,
    sources: &'a Sources,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = sources.file(span.file);
    let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
    let annotation = kind.span(span.start as usize..span.end as usize).label(label.map(String::as_str));
    Snippet::source(file.text.as_str()).path(file.path.as_str()).annotation(annotation)
}

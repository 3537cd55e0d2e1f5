//! Faults as a person reads them in a terminal: snippet, underlined place, hint. Plain strings with colour codes; prints nothing.

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::shown::{Shown, instead, severity};
use super::{Diagnostic, Severity};
use crate::source::Span;

/// Shows the faults with their lines. Colour codes are part of the text: whoever prints strips them where there is no terminal.
#[must_use]
pub fn text(shown: &Shown<'_>) -> String {
    let renderer = Renderer::styled();
    let faults = shown.diagnostics.sorted();
    let mut parts: Vec<String> = faults.into_iter().map(|diagnostic| boxed(diagnostic, shown, &renderer)).collect();
    parts.extend(shown.left_out().into_iter().map(|(file, words)| format!("{}: {words}", shown.path(file))));
    parts.join("\n\n")
}

fn boxed(diagnostic: &Diagnostic, shown: &Shown<'_>, renderer: &Renderer) -> String {
    let (severity_words, instead) = (severity(diagnostic.code.severity()), instead());
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(shown.say(&severity_words));
    let path = shown.path(diagnostic.span.file);
    let related = diagnostic.related.as_ref().map(|(span, why)| (*span, shown.say(why), shown.path(span.file)));
    let title = level.primary_title(shown.say(&diagnostic.message)).id(diagnostic.code.id());
    let primary = annotation(AnnotationKind::Primary, diagnostic.span, None);
    let mut group = match &related {
        // Two places of one file are shown in one piece of it.
        Some((span, why, _)) if span.file == diagnostic.span.file => {
            let context = annotation(AnnotationKind::Context, *span, Some(why));
            title.element(snippet(diagnostic.span, &path, shown).annotation(primary).annotation(context))
        }
        Some((span, why, other)) => {
            let context = annotation(AnnotationKind::Context, *span, Some(why));
            let first = title.element(snippet(diagnostic.span, &path, shown).annotation(primary));
            first.element(snippet(*span, other, shown).annotation(context))
        }
        None => title.element(snippet(diagnostic.span, &path, shown).annotation(primary)),
    };
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.with_name(shown.say(&instead)).message(shown.say(hint)));
    }
    renderer.render(&[group])
}

fn annotation<'a>(kind: AnnotationKind, span: Span, label: Option<&'a str>) -> Annotation<'a> {
    kind.span(span.start as usize..span.end as usize).label(label)
}

fn snippet<'a>(span: Span, path: &'a str, shown: &Shown<'a>) -> Snippet<'a, Annotation<'a>> {
    Snippet::source(shown.sources.file(span.file).text.as_str()).path(path)
}

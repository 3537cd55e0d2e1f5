//! Faults as a person reads them in a terminal: snippet, underlined place, hint. Plain strings with colour codes; prints nothing.

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::excerpt::{are_near, excerpt};
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
    parts.into_iter().map(|part| part + "\n").collect::<Vec<_>>().join("\n")
}

fn boxed(diagnostic: &Diagnostic, shown: &Shown<'_>, renderer: &Renderer) -> String {
    let (severity_words, instead) = (severity(diagnostic.code.severity()), instead());
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(shown.say(&severity_words));
    let title = level.primary_title(shown.say(&diagnostic.message)).id(diagnostic.code.id());
    let primary = Mark { span: diagnostic.span, kind: AnnotationKind::Primary, label: None };
    let related = diagnostic.related.as_ref().map(|(span, why)| Mark {
        span: *span,
        kind: AnnotationKind::Context,
        label: Some(shown.say(why)),
    });
    let pieces = match related {
        Some(related) if is_beside(primary.span, related.span, shown) => vec![Piece::of(&[primary, related], shown)],
        Some(related) => vec![Piece::of(&[primary], shown), Piece::of(&[related], shown)],
        None => vec![Piece::of(&[primary], shown)],
    };
    let mut group = title.elements(pieces.iter().map(|piece| piece.snippet.clone()));
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.with_name(shown.say(&instead)).message(shown.say(hint)));
    }
    let rendered = renderer.render(&[group]);
    pieces.iter().fold(rendered, |rendered, piece| rendered.replacen(&piece.shown_place, &piece.place, 1))
}

fn is_beside(one: Span, other: Span, shown: &Shown<'_>) -> bool {
    one.file == other.file && are_near(shown.sources.file(one.file), one, other)
}

#[derive(Clone, Copy)]
struct Mark<'a> {
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
}

/// A piece of a file below its place.
struct Piece<'a> {
    snippet: Snippet<'a, Annotation<'a>>,
    /// The place of the first mark.
    place: String,
    /// What the renderer writes there: it takes the place for a path, and adds where the mark is in what is left of the line.
    shown_place: String,
}

impl<'a> Piece<'a> {
    fn of(marks: &[Mark<'a>], shown: &Shown<'_>) -> Self {
        let place = shown.place(marks[0].span);
        let spans: Vec<_> = marks.iter().map(|mark| mark.span).collect();
        let excerpt = excerpt(shown.sources.file(marks[0].span.file), &spans);
        let before = &excerpt.text[..excerpt.marks[0].start];
        let line = excerpt.first_line as usize + before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let annotations = marks.iter().zip(excerpt.marks).map(|(mark, range)| mark.kind.span(range).label(mark.label));
        let annotations: Vec<_> = annotations.collect();
        let snippet = Snippet::source(excerpt.text).path(place.clone()).line_start(excerpt.first_line as usize);
        Self { snippet: snippet.annotations(annotations), shown_place: format!("{place}:{line}:{column}"), place }
    }
}

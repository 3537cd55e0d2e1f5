//! A difference as a person reads it in a terminal. Plain strings with a few colour codes; prints nothing.

use super::flat::one_line;
use super::shortened::shortened;
use super::{Difference, Entry, Notice, Section, Subject, Trace};
use crate::diagnostic::{Language, Words};
use crate::report::text_difference::{Run, RunKind};
use crate::words;

const STRONG: &str = "\u{1b}[1m";
const ADDED: &str = "\u{1b}[32;4m";
const REMOVED: &str = "\u{1b}[31;9m";
const PLACE: &str = "\u{1b}[2m";
const PLAIN: &str = "\u{1b}[0m";

/// Shows all changes. Marks tell what is new and gone; colour codes repeat them, and are stripped where there is no terminal.
#[must_use]
pub fn text(difference: &Difference, language: Language) -> String {
    let mut lines = vec![format!("{STRONG}{}{PLAIN}", difference.title.in_language(language)), String::new()];
    let mut say = |words: &Words| lines.push(words.in_language(language).to_owned());
    for Notice { words, trace } in &difference.notices {
        let place = trace.as_ref().map(|trace| format!(" ({}:{})", trace.file, trace.line)).unwrap_or_default();
        say(&words!("OBS: {words}{place}", "NOTE: {words}{place}", words));
    }
    for line in &difference.summary {
        match difference.subject {
            Subject::Years { .. } => say(line),
            Subject::Revisions { .. } => say(&words!("- {line}", "- {line}", line)),
        }
    }
    if difference.is_nothing() {
        say(&super::nothing(&difference.subject));
    }
    for section in difference.sections.iter().filter(|section| !section.is_empty()) {
        lines.push(String::new());
        self::section(section, &difference.subject, language, &mut lines);
    }
    let lines: Vec<_> = lines.iter().map(|line| one_line(line)).collect();
    lines.join("\n") + "\n"
}

fn section(section: &Section, subject: &Subject, language: Language, lines: &mut Vec<String>) {
    lines.push(format!("{STRONG}{}{PLAIN}", section.title.in_language(language)));
    for note in &section.notes {
        lines.push(format!("  {}", note.in_language(language)));
    }
    section.entries.iter().for_each(|entry| self::entry(entry, subject, language, lines));
}

fn entry(entry: &Entry, subject: &Subject, language: Language, lines: &mut Vec<String>) {
    lines.push(format!("  - {}", entry.sentence().in_language(language)));
    for field in &entry.fields {
        if field.blocks.is_empty() {
            lines.push(format!("      {}", field.sentence.in_language(language)));
            continue;
        }
        let mut blocks = shortened(&field.blocks).into_iter();
        let first = blocks.next().map(|block| runs(&block)).unwrap_or_default();
        lines.push(format!("      {}: {first}", field.name.in_language(language)));
        lines.extend(blocks.map(|block| format!("        {}", runs(&block))));
    }
    lines.extend(places(entry, subject, language).into_iter().map(|place| format!("      {PLACE}{place}{PLAIN}")));
}

/// The compared text on one line.
fn runs(block: &[Run]) -> String {
    let one = |run: &Run| match run.kind {
        RunKind::Same => run.text.clone(),
        RunKind::Added => format!("{ADDED}[+{}+]{PLAIN}", run.text),
        RunKind::Removed => format!("{REMOVED}[-{}-]{PLAIN}", run.text),
    };
    block.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Where it is written: one place where the file is the same before and after.
fn places(entry: &Entry, subject: &Subject, language: Language) -> Vec<String> {
    let place = |trace: &Trace| format!("{}:{}", trace.file, trace.line);
    let say = |words: Words| words.in_language(language).to_owned();
    match (entry.trace_before(), entry.trace_after()) {
        (Some(before), Some(after)) if (&before.file, before.line) == (&after.file, after.line) => vec![place(after)],
        (Some(before), Some(after)) if before.file == after.file => {
            let (place, file, was, is) = (place(after), &after.file, before.line, after.line);
            vec![say(match subject {
                // Both lines stand there.
                Subject::Years { .. } => words!("{file}, rad {was} och rad {is}", "{file}, line {was} and line {is}"),
                Subject::Revisions { .. } => words!("{place} (tidigare rad {was})", "{place} (line {was} before)"),
            })]
        }
        (Some(before), Some(after)) => {
            let (before, after) = (place(before), place(after));
            vec![say(words!("före: {before}", "before: {before}")), say(words!("efter: {after}", "after: {after}"))]
        }
        (Some(one), None) | (None, Some(one)) => vec![place(one)],
        (None, None) => Vec::new(),
    }
}

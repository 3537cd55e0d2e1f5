//! A difference as a comment on a pull request: a short summary, details folded, no longer than any forge takes.

mod escape;

use super::amount::{self, counted};
use super::shortened::shortened;
use super::{Difference, Entry, EntryKind, FieldEntry, Notice, Section, SectionKind, Subject, Trace, nothing};
use crate::diagnostic::{Language, Words};
use crate::report::text_difference::{Run, RunKind};
use crate::words;

/// How many characters a comment may have: GitHub takes 65 536, the others more.
const LONGEST: usize = 65_000;
/// How many characters of notices may stand before the summary, which must have room.
const LONGEST_NOTICES: usize = 12_000;
/// So many lines of notices of lines stand unfolded.
const FEW_NOTICES: usize = 3;
/// So few changes are shown without folding.
const FEW: usize = 3;
/// So many lines of the summary stand unfolded.
const SHORT_SUMMARY: usize = 20;
/// A section of so few changes without texts is folded on one line.
const ON_ONE_LINE: usize = 12;
/// So many notices of one file stand on one line: what can be said of one answer.
const NOTICES_ON_A_LINE: usize = 3;

/// A line, and what must follow when nothing more does.
struct Line {
    text: String,
    closing: &'static str,
    /// Whether it begins a change.
    is_change: bool,
}

/// Shows the difference; `command` shows all of it where it does not fit.
#[must_use]
pub fn markdown(difference: &Difference, command: &str, language: Language) -> String {
    let mut comment = Comment { lines: Vec::new(), language, subject: &difference.subject };
    let say = |words: &Words| escape::markdown(words.in_language(language));
    comment.push(format!("### {}", say(&difference.title)));
    comment.notices(&difference.notices);
    if difference.is_nothing() {
        comment.blank();
        comment.push(say(&nothing(&difference.subject)));
        comment.blank();
    }
    let few = few(difference);
    let (first, rest) = difference.summary.split_at(difference.summary.len().min(SHORT_SUMMARY));
    for (at, line) in first.iter().enumerate() {
        comment.push(format!("- {}", say(line)));
        for entry in few.iter().filter(|_| at == 0).flat_map(|section| &section.entries) {
            comment.few(entry);
        }
    }
    comment.blank();
    if !rest.is_empty() {
        let title = words!("Fler rader i sammanfattningen", "More lines of the summary");
        comment.folded(&title, |comment| rest.iter().for_each(|line| comment.inside(format!("- {}", say(line)))));
    }
    for section in &difference.sections {
        if !section.is_empty() && !few.is_some_and(|few| std::ptr::eq(few, section)) {
            comment.section(section);
        }
    }
    comment.cut(command)
}

/// The only section of a revision that tells what somebody wrote, when it is short: the first line of the summary is about it.
fn few(difference: &Difference) -> Option<&Section> {
    let tells = |section: &&Section| match section.kind {
        SectionKind::Body | SectionKind::City | SectionKind::Definitions => true,
        SectionKind::Largest
        | SectionKind::Recommendations
        | SectionKind::Commitments
        | SectionKind::Figures
        | SectionKind::Faults
        | SectionKind::Files => false,
    };
    let is_revision = match difference.subject {
        Subject::Revisions { .. } => true,
        Subject::Years { .. } => false,
    };
    let mut telling = difference.sections.iter().filter(tells);
    let (first, second) = (telling.next()?, telling.next());
    (is_revision && second.is_none() && first.entries.len() <= FEW).then_some(first)
}

/// Notices that stand on one line: of the same file, or of none.
fn together<'n>(notices: impl Iterator<Item = &'n Notice>) -> Vec<Vec<&'n Notice>> {
    let file = |notice: &Notice| notice.trace.as_ref().map(|trace| trace.file.clone());
    let mut all: Vec<Vec<&Notice>> = Vec::new();
    for notice in notices {
        match all.last_mut() {
            Some(last) if last.len() < NOTICES_ON_A_LINE && file(last[0]) == file(notice) => last.push(notice),
            Some(_) | None => all.push(vec![notice]),
        }
    }
    all
}

struct Comment<'d> {
    lines: Vec<Line>,
    language: Language,
    subject: &'d Subject,
}

const END: &str = "\n\n</details>";

impl Comment<'_> {
    fn push(&mut self, text: String) {
        self.lines.push(Line { text, closing: "", is_change: false });
    }

    fn blank(&mut self) {
        self.push(String::new());
    }

    /// A line of what is folded.
    fn inside(&mut self, text: String) {
        self.lines.push(Line { text, closing: END, is_change: false });
    }

    fn folded(&mut self, title: &Words, fill: impl FnOnce(&mut Self)) {
        let title = escape::html(title.in_language(self.language));
        self.inside(format!("<details><summary>{title}</summary>"));
        self.inside(String::new());
        fill(self);
        self.inside(String::new());
        self.push("</details>".to_owned());
        self.blank();
    }

    fn section(&mut self, section: &Section) {
        if Self::is_short(section) {
            self.on_one_line(section);
            return;
        }
        self.folded(&section.title, |comment| {
            for note in &section.notes {
                let note = escape::markdown(note.in_language(comment.language));
                comment.inside(note);
                comment.inside(String::new());
            }
            for entry in &section.entries {
                comment.entry(entry, "", END);
            }
        });
    }

    /// Faults are few, or folded one on each line.
    fn is_short(section: &Section) -> bool {
        let has_texts = section.entries.iter().any(|entry| !entry.fields.is_empty() || entry.trace_after().is_some());
        let are_few_faults = section.kind == SectionKind::Faults && section.entries.len() <= FEW;
        section.notes.is_empty() && section.entries.len() <= ON_ONE_LINE && (are_few_faults || !has_texts)
    }

    fn on_one_line(&mut self, section: &Section) {
        let say = |words: &Words| escape::html(words.in_language(self.language));
        let item = |entry: &Entry| {
            let trace = entry.trace_after().or(entry.trace_before());
            let place = trace.map(|trace| format!(" – {}", html_link(trace))).unwrap_or_default();
            format!("<li>{}{place}</li>", say(&entry.sentence()))
        };
        let items: Vec<_> = section.entries.iter().map(item).collect();
        let title = say(&section.title);
        let text = format!("<details><summary>{title}</summary><ul>{}</ul></details>", items.concat());
        // One after another they are one block of HTML.
        if let [.., before, last] = self.lines.as_slice()
            && last.text.is_empty()
            && before.text.ends_with("</ul></details>")
        {
            self.lines.pop();
        }
        self.push(text);
        self.blank();
    }

    /// Those of lines are folded where they are more than a few; a heading, a quotation and a list need no empty lines between them.
    fn notices(&mut self, notices: &[Notice]) {
        let of_lines = together(notices.iter().filter(|notice| notice.trace.is_some()));
        let others = together(notices.iter().filter(|notice| notice.trace.is_none()));
        let are_few = of_lines.len() <= FEW_NOTICES;
        let said = words!("OBS:", "Note:");
        let note = said.in_language(self.language);
        for together in of_lines.iter().filter(|_| are_few).chain(&others) {
            let together: Vec<_> = together.iter().map(|notice| self.notice(notice)).collect();
            self.push(format!("> **{note}** {}", together.join(" ")));
        }
        if are_few {
            return;
        }
        let count = of_lines.iter().map(Vec::len).sum();
        let count = counted(count, ["påpekande", "påpekanden"], ["notice", "notices"]);
        self.blank();
        self.folded(&words!("{said} {count}", "{said} {count}", said, count), |comment| {
            comment.lines_of_notices(&of_lines);
        });
    }

    /// As many as leave room for the summary, and how many there are beside them.
    fn lines_of_notices(&mut self, of_lines: &[Vec<&Notice>]) {
        let mut length = 0;
        for (at, together) in of_lines.iter().enumerate() {
            let together: Vec<_> = together.iter().map(|notice| self.notice(notice)).collect();
            let line = format!("- {}", together.join(" "));
            length += line.chars().count() + 1;
            if length > LONGEST_NOTICES {
                let rest = amount::integer(of_lines[at..].iter().map(Vec::len).sum());
                let rest = words!("- … och {rest} till.", "- … and {rest} more.", rest);
                self.inside(rest.in_language(self.language).to_owned());
                return;
            }
            self.inside(line);
        }
    }

    fn notice(&self, Notice { words, trace }: &Notice) -> String {
        let place = trace.as_ref().map(|trace| format!(" ({})", link(trace))).unwrap_or_default();
        format!("{}{place}", escape::markdown(words.in_language(self.language)))
    }

    /// A change under the first line of the summary; what an answer says beside its level stands on the same line.
    fn few(&mut self, entry: &Entry) {
        if entry.kind != EntryKind::Rating {
            self.entry(entry, "  ", "");
            return;
        }
        let fields = entry.fields.iter().map(|field| self.field(field).join(" "));
        let text = std::iter::once(self.sentence(entry)).chain(fields).collect::<Vec<_>>().join("; ");
        self.lines.push(Line { text: format!("  - {text}"), closing: "", is_change: true });
    }

    fn sentence(&self, entry: &Entry) -> String {
        let sentence = escape::markdown(entry.sentence().in_language(self.language));
        let places = self.places(entry).map(|places| format!(" – {places}")).unwrap_or_default();
        format!("{sentence}{places}")
    }

    fn entry(&mut self, entry: &Entry, indent: &str, closing: &'static str) {
        let sentence = self.sentence(entry);
        self.lines.push(Line { text: format!("{indent}- {sentence}"), closing, is_change: true });
        for field in &entry.fields {
            for text in self.field(field) {
                self.lines.push(Line { text: format!("{indent}  - {text}"), closing, is_change: false });
            }
        }
    }

    fn field(&self, field: &FieldEntry) -> Vec<String> {
        if field.blocks.is_empty() {
            return vec![escape::markdown(field.sentence.in_language(self.language))];
        }
        let name = escape::markdown(field.name.in_language(self.language));
        let named = |(at, block): (usize, &Vec<Run>)| match at {
            0 => format!("{name}: {}", runs(block)),
            _ => runs(block),
        };
        shortened(&field.blocks).iter().enumerate().map(named).collect()
    }

    /// Where it is written, with links where there are addresses.
    fn places(&self, entry: &Entry) -> Option<String> {
        let say = |words: Words| words.in_language(self.language).to_owned();
        match (entry.trace_before(), entry.trace_after()) {
            (Some(before), Some(after)) if before.file == after.file && before.line == after.line => Some(link(after)),
            (Some(before), Some(after)) if before.file == after.file => {
                let (link, line) = (link(after), linked(before, &before.line.to_string()));
                Some(match self.subject {
                    // Both lines stand there.
                    Subject::Years { .. } => format!("{} {} {link}", self::link(before), say(words!("och", "and"))),
                    Subject::Revisions { .. } => {
                        say(words!("{link} (tidigare rad {line})", "{link} (line {line} before)"))
                    }
                })
            }
            (Some(before), Some(after)) => {
                let (before, after) = (link(before), link(after));
                Some(say(words!("före: {before}, efter: {after}", "before: {before}, after: {after}")))
            }
            (Some(one), None) | (None, Some(one)) => Some(link(one)),
            (None, None) => None,
        }
    }

    /// The lines that fit, and a sentence about those that do not, which has room too.
    fn cut(self, command: &str) -> String {
        let lengths: Vec<usize> = self.lines.iter().map(|line| line.text.chars().count() + 1).collect();
        let joined = |lines: &[Line]| lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
        if lengths.iter().sum::<usize>() <= LONGEST {
            return format!("{}\n", joined(&self.lines).trim_end());
        }
        // No sentence is longer than the one that tells of every line.
        let room = LONGEST - (self.rest(0, command).chars().count() + END.len() + "\n\n\n".len()).min(LONGEST);
        let ends = lengths.iter().scan(0, |end, length| {
            *end += length;
            Some(*end)
        });
        let at = ends.take_while(|end| *end <= room).count();
        let closing = at.checked_sub(1).map_or("", |last| self.lines[last].closing);
        format!("{}{closing}\n\n{}\n", joined(&self.lines[..at]).trim_end(), self.rest(at, command))
    }

    /// What is said of the lines from one on.
    fn rest(&self, at: usize, command: &str) -> String {
        let changes = self.lines[at..].iter().filter(|line| line.is_change).count();
        let (rows, command) = (self.lines.len() - at, command.replace('`', ""));
        let rest = words!(
            "Resten får inte plats: {rows} rader med {changes} ändringar. Allt visas av `{command}`.",
            "The rest has no room: {rows} lines with {changes} changes. All is shown by `{command}`."
        );
        rest.in_language(self.language).to_owned()
    }
}

fn link(trace: &Trace) -> String {
    linked(trace, &format!("{}:{}", trace.file, trace.line))
}

/// A place by another name.
fn linked(trace: &Trace, name: &str) -> String {
    let name = escape::markdown(name);
    match &trace.href {
        Some(href) => format!("[{name}]({})", escape::address(href)),
        None => name,
    }
}

/// The same inside HTML.
fn html_link(trace: &Trace) -> String {
    let place = escape::html(&format!("{}:{}", trace.file, trace.line));
    match &trace.href {
        Some(href) => format!("<a href=\"{}\">{place}</a>", escape::address(href)),
        None => place,
    }
}

fn runs(block: &[Run]) -> String {
    let one = |run: &Run| {
        let text = escape::markdown(&run.text);
        match run.kind {
            RunKind::Same => text,
            RunKind::Added => format!("**{text}**"),
            RunKind::Removed => format!("~~{text}~~"),
        }
    };
    block.iter().map(one).collect::<Vec<_>>().join(" ")
}

//! A difference as one page that needs nothing else: headings, tables with captions, light and dark and print, no script.

use super::{Difference, Entry, FieldEntry, Section, Stand, Trace, nothing};
use crate::diagnostic::{Language, Words};
use crate::report::text_difference::{Run, RunKind};
use crate::words;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem}\
table{border-collapse:collapse;width:100%;margin:1rem 0}\
caption{text-align:left;font-weight:bold;padding:.25rem 0}\
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid;overflow-wrap:anywhere}\
ins{text-decoration:underline;text-decoration-thickness:2px}\
del{text-decoration:line-through}\
ul{margin:.25rem 0;padding-left:1.25rem}\
.notice{border:2px solid;padding:.5rem .75rem}\
.place{font-size:.875rem}\
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\
@media print{body{max-width:none;padding:0}tr{break-inside:avoid}}";

/// Shows all changes; texts stand whole.
#[must_use]
pub fn html(difference: &Difference, language: Language) -> String {
    let page = Page { language };
    let title = page.say(&difference.title);
    let mut body = format!("<h1>{title}</h1>\n");
    for notice in &difference.notices {
        let place = notice.trace.as_ref().map(|trace| format!(" {}", place(trace))).unwrap_or_default();
        let note = page.say(&words!("Obs!", "Note:"));
        body += &format!("<p class=\"notice\"><strong>{note}</strong> {}{place}</p>\n", page.say(&notice.words));
    }
    if difference.is_nothing() {
        body += &format!("<p>{}</p>\n", page.say(&nothing(&difference.subject)));
    }
    if !difference.summary.is_empty() {
        let heading = page.say(&words!("Sammanfattning", "Summary"));
        let items = difference.summary.iter().map(|line| format!("<li>{}</li>\n", page.say(line)));
        body += &format!("<h2>{heading}</h2>\n<ul>\n{}</ul>\n", items.collect::<String>());
    }
    for section in difference.sections.iter().filter(|section| !section.is_empty()) {
        body += &page.section(section);
    }
    let lang = match language {
        Language::Swedish => "sv",
        Language::English => "en",
    };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

struct Page {
    language: Language,
}

impl Page {
    fn say(&self, words: &Words) -> String {
        escaped(words.in_language(self.language))
    }

    fn section(&self, section: &Section) -> String {
        let title = self.say(&section.title);
        let mut html = format!("<h2>{title}</h2>\n");
        for note in &section.notes {
            html += &format!("<p>{}</p>\n", self.say(note));
        }
        if section.entries.is_empty() {
            return html;
        }
        let head = [
            words!("Vad", "What"),
            words!("Före", "Before"),
            words!("Efter", "After"),
            words!("Vad som hände", "What happened"),
        ];
        let head: String = head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", self.say(cell))).collect();
        let rows: String = section.entries.iter().map(|entry| self.row(entry)).collect();
        let caption = self.say(&words!("Ändringar: ", "Changes: "));
        html + &format!(
            "<table>\n<caption>{caption}{title}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        )
    }

    fn row(&self, entry: &Entry) -> String {
        let what = if entry.what.sv.is_empty() { words!("ändrad", "changed") } else { entry.what.clone() };
        let mut happened = self.say(&what);
        if !entry.fields.is_empty() {
            let items: String = entry.fields.iter().map(|field| format!("<li>{}</li>", self.field(field))).collect();
            happened += &format!("<ul>{items}</ul>");
        }
        let (name, before, after) =
            (self.say(&entry.name), self.stand(entry.before.as_ref()), self.stand(entry.after.as_ref()));
        format!("<tr><th scope=\"row\">{name}</th><td>{before}</td><td>{after}</td><td>{happened}</td></tr>\n")
    }

    fn stand(&self, stand: Option<&Stand>) -> String {
        let Some(stand) = stand else { return self.nothing() };
        let parts = [stand.words.as_ref().map(|words| self.say(words)), stand.trace.as_ref().map(place)];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        if parts.is_empty() { self.nothing() } else { parts.join("<br>") }
    }

    fn nothing(&self) -> String {
        let nothing = self.say(&words!("inget", "nothing"));
        format!("<span aria-hidden=\"true\">–</span><span class=\"hidden\">{nothing}</span>")
    }

    fn field(&self, field: &FieldEntry) -> String {
        if field.blocks.is_empty() {
            return self.say(&field.sentence);
        }
        let blocks: Vec<_> = field.blocks.iter().map(|block| self.runs(block)).collect();
        format!("{}: {}", self.say(&field.name), blocks.join("<br>"))
    }

    fn runs(&self, block: &[Run]) -> String {
        let marked = |tag: &str, before: &Words, after: &Words, text: &str| {
            let (before, after) = (self.say(before), self.say(after));
            format!(
                "<{tag}><span class=\"hidden\">{before} </span>{}<span class=\"hidden\"> {after}</span></{tag}>",
                escaped(text)
            )
        };
        let one = |run: &Run| match run.kind {
            RunKind::Same => escaped(&run.text),
            RunKind::Added => {
                marked("ins", &words!("[tillagt:", "[added:"), &words!("slut på tillagt]", "end of added]"), &run.text)
            }
            RunKind::Removed => {
                let end = words!("slut på borttaget]", "end of removed]");
                marked("del", &words!("[borttaget:", "[removed:"), &end, &run.text)
            }
        };
        block.iter().map(one).collect::<Vec<_>>().join(" ")
    }
}

/// A place as a link, where it has an address.
fn place(trace: &Trace) -> String {
    let place = escaped(&format!("{}:{}", trace.file, trace.line));
    match &trace.href {
        Some(href) => format!("<a class=\"place\" href=\"{}\">{place}</a>", escaped(href)),
        None => format!("<span class=\"place\">{place}</span>"),
    }
}

fn escaped(text: &str) -> String {
    let one = |letter: char| match letter {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        letter => letter.to_string(),
    };
    text.chars().map(one).collect()
}

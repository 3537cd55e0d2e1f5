//! A difference as one page that needs nothing else: headings, tables with captions, light and dark and print, no script.

use super::{Difference, Entry, FieldEntry, Section, Stand, Trace, nothing};
use crate::diagnostic::{Language, Words};
use crate::prose::OtherLanguage;
use crate::report::text_difference::{Run, RunKind};
use crate::words;

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem}\
table{border-collapse:collapse;width:100%;margin:1rem 0}\
caption{text-align:left;font-weight:bold;padding:.25rem 0}\
td{min-width:7rem}th[scope=row]{min-width:9rem}\
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid;overflow-wrap:break-word}\
ins{text-decoration:underline;text-decoration-thickness:2px}\
del{text-decoration:line-through}\
.wide{overflow-x:auto;position:relative}\
ul{margin:.25rem 0;padding-left:1.25rem}\
.notice{border:2px solid;padding:.5rem .75rem}\
.place{font-size:.875rem;overflow-wrap:anywhere}\
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\
@media print{body{max-width:none;padding:0}tr{break-inside:avoid}}";

/// Shows all changes; texts stand whole.
#[must_use]
pub fn html(difference: &Difference, language: Language) -> String {
    let page = Page { language };
    let title = page.say(&difference.title);
    let mut body = vec![format!("<h1>{title}</h1>")];
    for notice in &difference.notices {
        let place = notice.trace.as_ref().map(|trace| format!(" {}", place(trace))).unwrap_or_default();
        let (note, words) = (page.say(&words!("Obs!", "Note:")), page.say(&notice.words));
        body.push(format!("<p class=\"notice\"><strong>{note}</strong> {words}{place}</p>"));
    }
    if difference.is_nothing() {
        body.push(format!("<p>{}</p>", page.say(&nothing(&difference.subject))));
    }
    if !difference.summary.is_empty() {
        let heading = page.say(&words!("Sammanfattning", "Summary"));
        let lines: Vec<_> = difference.summary.iter().map(|line| page.say(line)).collect();
        body.push(format!("<h2>{heading}</h2>\n{}", list(&lines)));
    }
    body.extend(difference.sections.iter().filter(|section| !section.is_empty()).map(|section| page.section(section)));
    let body = body.join("\n");
    let lang = match language {
        Language::Swedish => "sv",
        Language::English => "en",
    };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
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
        let mut html = vec![format!("<h2>{title}</h2>")];
        html.extend(section.notes.iter().map(|note| format!("<p>{}</p>", self.say(note))));
        if section.entries.is_empty() {
            return html.join("\n");
        }
        let head = [
            words!("Vad", "What"),
            words!("Före", "Before"),
            words!("Efter", "After"),
            words!("Vad som hände", "What happened"),
        ];
        let head: Vec<_> = head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", self.say(cell))).collect();
        let rows: Vec<_> = section.entries.iter().map(|entry| self.row(entry)).collect();
        let caption = self.say(&words!("Ändringar: ", "Changes: "));
        html.push(format!("<div class=\"wide\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">"));
        html.push(format!("<table>\n<caption>{caption}{title}</caption>"));
        html.push(format!("<thead><tr>{}</tr></thead>\n<tbody>", head.concat()));
        html.extend(rows);
        html.push("</tbody>\n</table>\n</div>".to_owned());
        html.join("\n")
    }

    fn row(&self, entry: &Entry) -> String {
        let what = if entry.what.sv.is_empty() { words!("ändrad", "changed") } else { entry.what.clone() };
        let mut happened = self.say(&what);
        if !entry.fields.is_empty() {
            let fields: Vec<_> = entry.fields.iter().map(|field| self.field(field)).collect();
            happened.push_str(&list(&fields));
        }
        let (name, before, after) =
            (self.say(&entry.name), self.stand(entry.before.as_ref()), self.stand(entry.after.as_ref()));
        format!("<tr><th scope=\"row\">{name}</th><td>{before}</td><td>{after}</td><td>{happened}</td></tr>")
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
        let marked = |tag: &str, before: &Words, after: &Words, run: &Run| {
            let (before, after) = (self.say(before), self.say(after));
            format!(
                "<{tag}><span class=\"hidden\">{before} </span>{}<span class=\"hidden\"> {after}</span></{tag}>",
                spelt(run)
            )
        };
        let one = |run: &Run| match run.kind {
            RunKind::Same => spelt(run),
            RunKind::Added => {
                marked("ins", &words!("[tillagt:", "[added:"), &words!("slut på tillagt]", "end of added]"), run)
            }
            RunKind::Removed => {
                let end = words!("slut på borttaget]", "end of removed]");
                marked("del", &words!("[borttaget:", "[removed:"), &end, run)
            }
        };
        block.iter().map(one).collect::<Vec<_>>().join(" ")
    }
}

fn list(items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| format!("<li>{item}</li>")).collect();
    format!("<ul>\n{}\n</ul>", items.join("\n"))
}

/// A place as a link, where it has an address.
fn place(trace: &Trace) -> String {
    let place = escaped(&format!("{}:{}", trace.file, trace.line));
    match &trace.href {
        Some(href) => format!("<a class=\"place\" href=\"{}\">{place}</a>", escaped(href)),
        None => format!("<span class=\"place\">{place}</span>"),
    }
}

/// The words of a run, each in its language.
fn spelt(run: &Run) -> String {
    let part = |(text, language): (&str, Option<OtherLanguage>)| match language {
        Some(language) => format!("<span{}>{}</span>", language.attributes(), escaped(text)),
        None => escaped(text),
    };
    run.parts().into_iter().map(part).collect()
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

//! Rule: a link to a document in another format says which, so that nobody opens by surprise what their tools cannot read.

use crate::check::context::Context;
use crate::diagnostic::{Code, brief};
use crate::prose::Target;
use crate::syntax::Passage;
use crate::words;

/// How addresses of documents end, and the words that say so.
const FORMATS: [(&str, &[&str]); 11] = [
    ("pdf", &["pdf"]),
    ("doc", &["word", "doc"]),
    ("docx", &["word", "docx"]),
    ("xls", &["excel", "xls"]),
    ("xlsx", &["excel", "xlsx"]),
    ("ppt", &["powerpoint", "ppt"]),
    ("pptx", &["powerpoint", "pptx"]),
    ("odt", &["odt", "opendocument"]),
    ("ods", &["ods", "opendocument"]),
    ("csv", &["csv"]),
    ("zip", &["zip"]),
];

/// Tells every link to a document whose words do not say the format.
pub fn check(passage: &Passage, context: &mut Context<'_>) {
    for link in &passage.links {
        let Target::Web(address) = &link.target else { continue };
        let path = address.split(['?', '#']).next().unwrap_or_default().to_lowercase();
        // The ending of a host, such as `.zip`, is none of a file.
        let name = path.split_once("://").and_then(|(_, rest)| rest.rsplit_once('/')).map_or("", |(_, name)| name);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let Some((format, said)) = FORMATS.iter().find(|(format, _)| *format == ending) else { continue };
        let words = passage.text[link.words.clone()].trim();
        let lower = words.to_lowercase();
        // What stands in brackets right after the link is heard with it.
        let after = passage.text[link.words.end..].trim_start().to_lowercase();
        let after = after.strip_prefix('(').and_then(|after| after.split_once(')')).map_or("", |(after, _)| after);
        if said.iter().any(|word| lower.contains(word) || after.contains(word)) {
            continue;
        }
        let words = brief(words);
        let message = words!(
            "länken ”{words}” säger inte att den leder till en fil i formatet {format}",
            "the link “{words}” does not say that it leads to a file of the format {format}"
        );
        let hint = words!("Skriv [{words} ({format})](…)", "Write [{words} ({format})](…)");
        context.warn(Code::FileFormat, link.span, message, hint);
    }
}

//! Texts made to be hard to read: each is told or taken in time that grows with its length, or this test would not end.

mod reading;

use internkontroll::diagnostic::Diagnostics;
use internkontroll::source::Sources;
use rayon::prelude::*;

/// How much is made of each, in bytes: enough for the square of it to be felt.
const SIZE: usize = 128 * 1024;

/// A piece repeated, after a beginning.
fn filled(beginning: &str, piece: &str) -> String {
    format!("{beginning}{}", piece.repeat((SIZE - beginning.len()) / piece.len()))
}

/// A text in which every piece has another number.
fn numbered(beginning: &str, piece: impl Fn(usize) -> String) -> String {
    let mut text = beginning.to_owned();
    for number in 0.. {
        let piece = piece(number);
        if text.len() + piece.len() > SIZE {
            break;
        }
        text.push_str(&piece);
    }
    text
}

/// Checks the small content with one file of this text, and says all that is told.
fn check(path: &str, text: String) {
    let mut files = reading::files(&reading::package().join("tests/cases/base"));
    files.insert(path.to_owned(), text.into_bytes());
    let sources = Sources::decode(files);
    let mut diagnostics = Diagnostics::default();
    let checked = internkontroll::check(&sources, &mut diagnostics);
    assert_eq!(checked.is_err(), diagnostics.reported().is_some(), "a failure is proof of a message");
    let _ = reading::told(&diagnostics, &sources);
}

const PAGE: &str = "sidor/om.md";
const FRONT: &str = "---\ntitel: Om\n---\n\n";
const BODY: &str = "organ/miljonamnden/organ.yaml";

#[test]
fn yaml_repeated() {
    let pieces = [
        "a: 1\n",
        "a:\n",
        "- a\n",
        "-\n",
        "- ",
        "? ",
        "[",
        "{",
        "{a: ",
        "]",
        "\"",
        "'",
        "a: \"x\n",
        "a: [\n",
        ": ",
        "a",
        "å",
        "a: b: c\n",
        "\t",
        " ",
        "\n",
        "#\n",
        "&a ",
        "*a ",
        "!a ",
        "|\n",
        "---\n",
        "--- a\n",
        "%\n",
        ",",
        "a:b\n",
        "\\",
        "\u{200b}",
        " a\n",
        "[a,",
        "[a]: ",
    ];
    pieces.into_par_iter().for_each(|piece| {
        check(BODY, filled("", piece));
        check(BODY, filled("namn: ", piece));
        check(BODY, filled("namn: \"", piece));
        check(BODY, filled("namn:\n  - ", piece));
        check(BODY, filled("namn: [", piece));
    });
}

#[test]
fn yaml_numbered() {
    check(BODY, numbered("", |number| format!("k{number}: 1\n")));
    check(BODY, numbered("namn: {", |number| format!("k{number}: 1, ")));
    check(BODY, numbered("", |number| format!("{}k: \n", " ".repeat(number))));
    check(BODY, numbered("", |number| format!("k: \"{number}\n")));
    check(BODY, numbered("", |number| format!("k{number}: [\n")));
    check(BODY, numbered("namn: [", |number| format!("{}a, ", " ".repeat(number % 100))));
    check(BODY, numbered("namn: {", |number| format!("{}a: 1, ", " ".repeat(number % 100))));
    check(BODY, numbered("undantag:\n", |number| format!("- {{ text: \"{}\", skäl: x }}\n", number % 10)));
    check(BODY, numbered("undantag:\n", |number| format!("- {{ text: {number} 040-34 10 00, skäl: x }}\n")));
    check(
        "organ/miljonamnden/2024/sjalvskattning.yaml",
        numbered("påståenden: god\nsvar:\n", |number| format!("  K{number}: bra\n")),
    );
}

#[test]
fn markdown_repeated() {
    let pieces = [
        ">",
        "> ",
        "> a\n",
        "- ",
        "- a\n",
        "1. ",
        "* ",
        "*",
        "**",
        "**a",
        "_a_",
        "*a **a ",
        "[",
        "]",
        "[a](",
        "[a](b",
        "[a](b)",
        "![",
        "![a](b) ",
        "[a]",
        "[a][b] ",
        "<",
        "<a ",
        "<a>\n",
        "<!--",
        "<?",
        "`",
        "``a`",
        "`a``",
        "\\",
        "&",
        "&amp;",
        "&#0;",
        "|",
        "| a ",
        "| a |\n",
        "## a\n",
        "### a\n",
        "#",
        "---\n",
        "===\n",
        "a\n---\n",
        "    a\n",
        "\t",
        "~~~\n",
        "```\n",
        "www.",
        "https://a ",
        "http://",
        "<a@a.se>",
        "<https://a.se> ",
        "a",
        "å ",
        "A. ",
        "GDPR ",
        "röda ",
        "blå linje en ",
        "040-34 10 00 ",
        "anna.exempelsson@provstad.se ",
        "1212",
        "121212-",
        "+46",
        "a\n",
        "a\n\n",
        "\n",
        "[a]: b\n",
        "[a]:\n",
        "(",
        ")",
        "[a](/sidor/om.mdd) ",
        "\u{200b}",
        "\u{ad}a",
        "**A**\n\n",
        "- - - - - ",
        "> - ",
        "  - a\n",
        "a  \n",
        "*_",
        "[![",
        "]()",
        "\u{130} ",
    ];
    pieces.into_par_iter().for_each(|piece| {
        check(PAGE, filled(FRONT, piece));
        check(PAGE, filled(&format!("{FRONT}| a | b |\n|---|---|\n"), piece));
    });
}

#[test]
fn markdown_numbered() {
    check(PAGE, numbered(FRONT, |number| format!("[a{number}]: https://a.se\n")));
    check(PAGE, numbered(FRONT, |number| format!("[a{number}]: https://a.se\n\n[a{number}]\n\n")));
    check(PAGE, numbered(FRONT, |number| format!("[a](organ/miljonamnden/202{number}/rapport.md)\n")));
    check(PAGE, numbered(FRONT, |number| format!("{}- a\n", " ".repeat(2 * number))));
    check(PAGE, numbered(FRONT, |number| format!("{} a\n", ">".repeat(number))));
    check(PAGE, numbered(FRONT, |number| format!("## Rubrik {number}\n\nText.\n\n")));
    check(PAGE, numbered(FRONT, |number| format!("{} ", "`".repeat(number))));
    check(PAGE, numbered(FRONT, |number| format!("[a](/sidor/om{number}.md) ")));
    let wide = format!("{FRONT}{}|\n{}|\n", "| a ".repeat(2_000), "|---".repeat(2_000));
    check(PAGE, filled(&wide, "|\n"));
}

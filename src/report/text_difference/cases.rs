//! How differences read: real sentences of reports.

use super::*;
use crate::prose::{Block, Inline, OtherLanguage, Target};

/// Runs as one line: `[-gone-]` and `{+new+}`.
fn shown(runs: &[Run]) -> String {
    let runs: Vec<String> = runs
        .iter()
        .map(|run| match run.kind {
            RunKind::Same => run.text.clone(),
            RunKind::Removed => format!("[-{}-]", run.text),
            RunKind::Added => format!("{{+{}+}}", run.text),
        })
        .collect();
    runs.join(" ").replace('\u{a0}', "~")
}

fn told(before: &str, after: &str) -> String {
    shown(&of_words(before, after))
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn paragraphs(texts: &[&str]) -> Prose {
    Prose { blocks: texts.iter().map(|one| Block::Paragraph(vec![text(one)])).collect() }
}

fn compared(before: &Prose, after: &Prose) -> TextDifference {
    let path = |_: FileId| "organ/exempelnamnden/2024/rapport.md".to_owned();
    of_prose(Written { prose: before, path: &path }, Written { prose: after, path: &path })
}

fn blocks(before: &Prose, after: &Prose) -> Vec<String> {
    compared(before, after).blocks.iter().map(|block| shown(&block.runs)).collect()
}

#[test]
fn a_changed_figure_is_told_alone() {
    let told = told("Av 24 kontroller visade 3 brister.", "Av 24 kontroller visade 5 brister.");
    assert_eq!(told, "Av 24 kontroller visade [-3-] {+5+} brister.");
}

#[test]
fn a_rewritten_sentence_is_the_old_one_and_the_new_one() {
    let before = "Nämnden har rutiner för delegation. De är kända av alla chefer och följs upp en gång om året. Arbetet leds av förvaltningschefen.";
    let after = "Nämnden har rutiner för delegation. Uppföljningen sker numera två gånger om året och cheferna får utbildning i dem. Arbetet leds av förvaltningschefen.";
    assert_eq!(
        told(before, after),
        "Nämnden har rutiner för delegation. [-De är kända av alla chefer och följs upp en gång om året.-] {+Uppföljningen sker numera två gånger om året och cheferna får utbildning i dem.+} Arbetet leds av förvaltningschefen."
    );
}

#[test]
fn small_words_between_changes_are_drawn_in_and_figures_are_not() {
    let before = "Senast den 31 mars ska förvaltningen återkomma med förslag till åtgärder.";
    let after = "Senast den 30 juni ska förvaltningen återkomma med beslutade åtgärder.";
    assert_eq!(
        told(before, after),
        "Senast den [-31 mars-] {+30 juni+} ska förvaltningen återkomma med [-förslag till-] {+beslutade+} åtgärder."
    );
    let before = "5 av 12 kontroller visar brister i dokumentationen.";
    let after = "7 av 12 granskningar visar fel i dokumentationen.";
    assert_eq!(
        told(before, after),
        "[-5-] {+7+} av 12 [-kontroller visar brister-] {+granskningar visar fel+} i dokumentationen."
    );
}

#[test]
fn a_word_that_is_put_in_is_told_alone() {
    assert_eq!(
        told("Utbilda alla chefer", "Utbilda alla nya chefer i attest"),
        "Utbilda alla {+nya+} chefer {+i attest+}"
    );
    let told = told("Nämnden bedömer att rutinen följs.", "Nämnden bedömer att rutinen inte följs.");
    assert_eq!(told, "Nämnden bedömer att rutinen {+inte+} följs.");
}

#[test]
fn punctuation_is_told_with_its_word_and_numbers_whole() {
    let comma = told("Rutinen är känd, men följs inte.", "Rutinen är känd men följs inte.");
    assert_eq!(comma, "Rutinen är [-känd,-] {+känd+} men följs inte.");
    let figures = told("Kostnaden blev 1 200 kronor, 5 % mer.", "Kostnaden blev 1 300 kronor, 7 % mer.");
    assert_eq!(figures, "Kostnaden blev [-1~200-] {+1~300+} kronor, [-5~%-] {+7~%+} mer.");
    let dash = told("Rutinen är ny – den gäller alla.", "Rutinen är ny, den gäller alla.");
    assert_eq!(dash, "Rutinen är [-ny~–-] {+ny,+} den gäller alla.");
}

#[test]
fn what_is_mostly_changed_is_told_whole() {
    assert_eq!(told("Trygg vård", "Säker omsorg"), "[-Trygg vård-] {+Säker omsorg+}");
    let before = "Kontrollen utförs månadsvis av ekonomiavdelningen.";
    let after = "Granskningen utförs kvartalsvis av controllern.";
    assert_eq!(told(before, after), format!("[-{before}-] {{+{after}+}}"));
    assert_eq!(told("", "Säker omsorg"), "{+Säker omsorg+}");
    assert_eq!(told("Trygg vård", ""), "[-Trygg vård-]");
    assert_eq!(of_words("", " "), []);
}

#[test]
fn folding_and_marks_are_no_difference() {
    let before = paragraphs(&["Rutinen följs\nav alla chefer."]);
    let strong = Inline::Strong(vec![text("följs")]);
    let after = Prose { blocks: vec![Block::Paragraph(vec![text("Rutinen "), strong, text(" av alla chefer.")])] };
    assert!(compared(&before, &after).is_same());
    assert_eq!(blocks(&before, &after), ["Rutinen följs av alla chefer."]);
    let one = paragraphs(&["Rutinen är känd. Den följs."]);
    let two = paragraphs(&["Rutinen är känd.", "Den följs."]);
    assert_eq!(blocks(&one, &two), ["Rutinen är känd.", "Den följs."]);
    assert!(compared(&two, &one).is_same());
}

#[test]
fn words_keep_their_language_and_a_mark_is_no_difference() {
    let english = OtherLanguage::named("engelska").expect("it is in the table");
    let marked = |words: &str| Inline::InLanguage { language: english, text: vec![text(words)] };
    let paragraph = |inlines| Prose { blocks: vec![Block::Paragraph(inlines)] };
    let plain = paragraphs(&["De svarade: ”We will answer in May.” Vi väntar."]);
    let before = paragraph(vec![text("De svarade: ”"), marked("We will answer in May."), text("” Vi väntar.")]);
    let after = paragraph(vec![text("De svarade: ”"), marked("We will answer in June."), text("” Vi väntar.")]);
    assert!(compared(&plain, &before).is_same());
    let compared = compared(&before, &after);
    let parts: Vec<_> = compared.blocks[0].runs.iter().flat_map(Run::parts).collect();
    let expected = [
        ("De svarade: ", None),
        ("”We will answer in", Some(english)),
        ("May.”", Some(english)),
        ("June.”", Some(english)),
        ("Vi väntar.", None),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn paragraphs_are_found_again_before_their_words_are() {
    let before =
        paragraphs(&["Kontrollmiljön är god.", "Attesträtten sågs över i mars.", "Inga avvikelser har rapporterats."]);
    let after = paragraphs(&[
        "Kontrollmiljön är god.",
        "Ett nytt verksamhetssystem infördes under hösten.",
        "Attesträtten sågs över i mars och i oktober.",
        "Inga avvikelser har rapporterats.",
    ]);
    let expected = [
        "Kontrollmiljön är god.",
        "{+Ett nytt verksamhetssystem infördes under hösten.+}",
        "Attesträtten sågs över i [-mars.-] {+mars och i oktober.+}",
        "Inga avvikelser har rapporterats.",
    ];
    assert_eq!(blocks(&before, &after), expected);
    let compared = compared(&before, &after);
    assert!(compared.blocks[0].is_same() && !compared.blocks[2].is_same() && !compared.is_same());
}

#[test]
fn a_link_that_leads_elsewhere_is_told_with_both_targets() {
    let linked = |address: &str, end: &str| {
        let link = Inline::Link { target: Target::Web(address.to_owned()), text: vec![text("riktlinjen för attest")] };
        Prose { blocks: vec![Block::Paragraph(vec![text("Nämnden följer "), link, text(end)])] }
    };
    let (old, new) = ("https://exempel.se/2023", "https://exempel.se/2024");
    assert_eq!(
        blocks(&linked(old, "."), &linked(new, ".")),
        ["Nämnden följer riktlinjen för [-attest (https://exempel.se/2023).-] {+attest (https://exempel.se/2024).+}"]
    );
    assert_eq!(
        blocks(&linked(old, "."), &linked(old, ", fullt ut.")),
        ["Nämnden följer riktlinjen för [-attest.-] {+attest, fullt ut.+}"]
    );
}

#[test]
fn cells_are_compared_each_for_itself() {
    let table = |year: &str, cells: [&str; 3]| Prose {
        blocks: vec![Block::Table {
            right: vec![false, true, true],
            head: ["Område", year, "Brister"].map(|cell| vec![text(cell)]).to_vec(),
            rows: vec![cells.map(|cell| vec![text(cell)]).to_vec()],
        }],
    };
    let (before, after) = (table("2023", ["Utbetalningar", "12", "3"]), table("2024", ["Utbetalningar", "15", "4"]));
    let expected = ["Område | [-2023-] {+2024+} | Brister", "Utbetalningar | [-12-] {+15+} | [-3-] {+4+}"];
    assert_eq!(blocks(&before, &after), expected);
}

#[test]
fn a_heading_does_not_become_a_paragraph_by_small_changes() {
    let heading = Block::Heading { depth: 1, text: vec![text("Attest")] };
    let before = Prose { blocks: vec![heading] };
    let after = Prose {
        blocks: vec![
            Block::Paragraph(vec![text("Attest sker i två led.")]),
            Block::List { first: None, items: vec![vec![Block::Paragraph(vec![text("Chefen attesterar.")])]] },
            Block::Quote(vec![Block::Paragraph(vec![text("Ingen attesterar egna utgifter.")])]),
        ],
    };
    let compared = compared(&before, &after);
    let forms: Vec<_> = compared.blocks.iter().map(|block| block.form).collect();
    assert_eq!(forms, [Form::Heading { depth: 1 }, Form::Paragraph, Form::Item { depth: 1 }, Form::Quotation]);
    assert_eq!(
        compared.blocks[0].runs,
        [Run { kind: RunKind::Removed, text: "Attest".to_owned(), in_language: Vec::new() }]
    );
    assert_eq!(compared.blocks[1].runs.len(), 1);
}

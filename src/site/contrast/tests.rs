//! The colours of the standard theme pass, each mode finds its planted fault, and the table knows every use in the sheets.

use std::collections::BTreeSet;

use super::mode::Mode;
use super::pairs::{FREE, Need, PAIRINGS, tokens};
use super::{check, sheet};

const REPORT: &str = include_str!("../../../themes/standard/static/report.css");
const CHART: &str = include_str!("../../../themes/standard/static/chart.css");

/// What is told of the standard sheets with one's own after them.
fn with(own: &str) -> Vec<String> {
    let sheets = [("static/report.css", REPORT), ("static/chart.css", CHART), ("static/stad.css", own)];
    check(&sheets).iter().map(ToString::to_string).collect()
}

/// The line in the standard sheet where a text begins.
fn line(text: &str) -> usize {
    1 + REPORT[..REPORT.find(text).expect("it is there")].matches('\n').count()
}

#[test]
fn the_standard_theme_passes_in_every_mode() {
    assert_eq!(with(""), [""; 0]);
}

#[test]
fn a_fault_names_both_tokens_their_places_mode_and_way_out() {
    let own = "@media screen and (prefers-color-scheme: dark) and (prefers-contrast: no-preference) {\n  :root {\n    --accent: #333;\n  }\n}";
    let expected = format!(
        "static/stad.css:3: --accent (#333333) har kontrasten 1,41 till 1 mot --page (#14181d, static/report.css:{}) i mörkt läge. \
         Strecket under den sida som är vald, och kanten vid citat ska ha minst 3 till 1 (WCAG 1.4.11). Gör --accent ljusare, \
         till exempel #666666, eller --page mörkare",
        line("--page: #14181d")
    );
    assert_eq!(with(own), [expected]);
}

#[test]
fn every_mode_finds_its_own_fault_and_no_other() {
    for mode in Mode::all() {
        let medium = if mode.is_print { "print" } else { "screen" };
        let scheme = if mode.is_dark { "dark" } else { "light" };
        let contrast = if mode.is_stronger { "more" } else { "no-preference" };
        // The page is dark on dark screens alone.
        let colour = if mode.is_dark && !mode.is_print { "#222" } else { "#ddd" };
        let condition =
            format!("@media {medium} and (prefers-color-scheme: {scheme}) and (prefers-contrast: {contrast})");
        let told = with(&format!("{condition} {{ :root {{ --accent: {colour} }} }}"));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains(&format!(") i {}. Strecket", mode.name())), "{told:?}");
    }
}

#[test]
fn every_meeting_of_the_table_is_checked() {
    for pairing in PAIRINGS {
        for front in pairing.fronts {
            for ground in pairing.grounds {
                let told = with(&format!(":root {{ {front}: #808080; {ground}: #808080 }}"));
                let begins = format!("static/stad.css:1: {front} (#808080) har kontrasten 1,00 till 1 mot {ground} ");
                assert!(
                    told.iter().any(|one| one.starts_with(&begins) && one.contains(pairing.what)),
                    "{begins}: {told:?}"
                );
            }
        }
    }
}

#[test]
fn a_colour_that_is_gone_unreadable_or_out_of_sight_is_told() {
    let gone = check(&[("a.css", &REPORT.replace("  --hairline: #d3d9df;\n", ""))]);
    let told: Vec<_> = gone.iter().map(ToString::to_string).collect();
    let expected = "--hairline har ingen färg i ljust läge. Sätt den på :root, till exempel --hairline: #1a1f25";
    assert_eq!(told, [expected], "every other mode sets it");

    for (own, expected) in [
        (":root { --line: teal }", "static/stad.css:1: --line är ”teal”, som inte går att läsa som en färg"),
        (
            ":root { --line: var(--line) }",
            "static/stad.css:1: --line är ”var(--line)”, som inte går att läsa som en färg",
        ),
        (":root { --line: #00000080 }", "static/stad.css:1: --line är ”#00000080”, som inte går att läsa som en färg"),
        ("body { --line: #000 }", "static/stad.css:1: --line sätts på ”body”. Sätt den på :root, där"),
        (
            "@media (width > 40rem) { :root { --line: #000 } }",
            "static/stad.css:1: --line sätts inom ”@media (width > 40rem)”, och då går det inte att kontrollera kontrasten",
        ),
    ] {
        let told = with(own);
        assert!(told.len() == 1 && told[0].starts_with(expected), "{told:?}");
    }
}

#[test]
fn a_token_may_be_that_of_another_or_one_of_ones_own() {
    assert_eq!(with(":root { --stad: rgb(10 85 140) }\n@media print { :root { --accent: var(--stad) } }"), [""; 0]);
    let told = with(":root { --stad: #eee }\n@media print { :root { --accent: var(--stad) } }");
    assert!(told.len() == 1 && told[0].starts_with("static/stad.css:2: --accent (#eeeeee) har kontrasten"), "{told:?}");
}

#[test]
fn the_table_knows_every_use_of_a_colour_in_the_standard_sheets() {
    let known = tokens();
    let (mut read, mut lain_on) = (BTreeSet::new(), BTreeSet::new());
    for css in [REPORT, CHART] {
        let declared = sheet::declarations(css);
        let mut in_block: Vec<(usize, String, String)> = Vec::new();
        for one in declared.iter().filter(|one| !one.name.starts_with("--")) {
            for rest in one.value.split("var(").skip(1) {
                let token = rest.split(')').next().expect("there is always a first");
                let size =
                    ["--size", "--sans", "--mono", "--measure", "--chart", "--width", "--side", "--edge", "--running"];
                if size.iter().any(|start| token.starts_with(start)) {
                    continue;
                }
                let place = format!("{}: {} on line {}", one.name, one.value, one.line);
                assert!(known.contains(token), "{place}: {token} is in no pairing");
                let text =
                    |pairing: &&super::pairs::Pairing| pairing.need == Need::Text && pairing.fronts.contains(&token);
                match one.name.as_str() {
                    "color" => assert!(PAIRINGS.iter().any(|pairing| text(&pairing)), "{place}: {token} is no text"),
                    "background" | "background-color" => {
                        assert!(PAIRINGS.iter().any(|pairing| pairing.grounds.contains(&token)), "{place}: no ground");
                    }
                    _ => {}
                }
                if one.name.starts_with("background") {
                    lain_on.insert(token.to_owned());
                } else {
                    read.insert(token.to_owned());
                }
                in_block.push((one.block, one.name.clone(), token.to_owned()));
            }
        }
        for (block, _, front) in in_block.iter().filter(|(_, name, _)| name == "color") {
            let grounds = in_block.iter().filter(|(other, name, _)| other == block && name.starts_with("background"));
            for (_, _, ground) in grounds {
                let meets = PAIRINGS.iter().any(|pairing| {
                    pairing.need == Need::Text
                        && pairing.fronts.contains(&front.as_str())
                        && pairing.grounds.contains(&ground.as_str())
                });
                assert!(meets, "{front} stands on {ground}, which is in no pairing");
            }
        }
    }
    let fronts = PAIRINGS.iter().flat_map(|pairing| pairing.fronts).chain(FREE);
    fronts.for_each(|token| assert!(read.contains(*token), "{token} is used nowhere"));
    let grounds = PAIRINGS.iter().flat_map(|pairing| pairing.grounds);
    grounds.for_each(|token| assert!(lain_on.contains(*token), "nothing lies on {token}"));
}

//! The accessibility statement in words, under the headings that the law's model statement has. Claims nothing of its own.

use serde::Serialize;

use super::frame::Entry;
use crate::language::date;
use crate::model::{AccessibilityStatement, Conformance, FaultReason, Missing};

/// A part of the statement.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    title: &'static str,
    /// Names and what is said of them.
    facts: Vec<(&'static str, String)>,
    paragraphs: Vec<String>,
    groups: Vec<Group>,
    /// Where to go on, outside the report.
    link: Option<Entry>,
}

/// Content of one kind that not everybody can use.
#[derive(Debug, Serialize)]
pub struct Group {
    title: &'static str,
    lead: Option<&'static str>,
    items: Vec<String>,
}

/// The parts in order.
pub fn parts(statement: &AccessibilityStatement) -> Vec<Part> {
    let mut assessed = vec![
        ("Bedömningen gjordes", day(statement.assessed)),
        ("Metod", said(&statement.method)),
        ("Redogörelsen uppdaterades", day(statement.revised)),
    ];
    assessed.extend(statement.next.map(|next| ("Nästa bedömning", date::long(next))));
    let contact = match &statement.contact {
        Ok(contact) => contact.clone(),
        Err(missing) => format!("Kontaktuppgift: {}.", missing.words()),
    };
    vec![
        Part {
            title: "Vad redogörelsen gäller",
            facts: vec![
                ("Offentlig aktör", said(&statement.provider)),
                ("Digital service", statement.service.clone()),
                ("Lag", "Lag (2018:1937) om tillgänglighet till digital offentlig service".to_owned()),
            ],
            ..Part::default()
        },
        Part { title: "Hur tillgänglig tjänsten är", paragraphs: vec![conformance(statement)], ..Part::default() },
        not_accessible(statement),
        Part { title: "Hur tillgängligheten har bedömts", facts: assessed, ..Part::default() },
        Part { title: "Säg till om något inte fungerar", paragraphs: vec![contact], ..Part::default() },
        Part {
            title: "Tillsyn",
            paragraphs: vec![SUPERVISION.to_owned()],
            link: Some(Entry::new("Anmäl bristande tillgänglighet till Digg", &statement.complaints)),
            ..Part::default()
        },
    ]
}

const SUPERVISION: &str = "Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur dina synpunkter \
    tas emot kan du anmäla det till myndigheten.";

/// The law's model has these three; whose judgement it is stands in each.
fn conformance(statement: &AccessibilityStatement) -> String {
    let judged = match statement.conformance {
        Conformance::Full => "Bedömningen i den här redogörelsen är att tjänsten är helt förenlig med lagen.",
        Conformance::Partial => "Bedömningen i den här redogörelsen är att tjänsten är delvis förenlig med lagen.",
        Conformance::Not => "Bedömningen i den här redogörelsen är att tjänsten inte är förenlig med lagen.",
    };
    let faults = match statement.faults.len() {
        0 => "",
        1 => " Bristen står under nästa rubrik.",
        _ => " Bristerna står under nästa rubrik.",
    };
    format!("{judged}{faults}")
}

fn not_accessible(statement: &AccessibilityStatement) -> Part {
    let (mut not_mended, mut burdens) = (Vec::new(), Vec::new());
    for fault in &statement.faults {
        let text = &fault.text;
        match &fault.reason {
            FaultReason::NotMended { by: Some(by) } => {
                not_mended.push(format!("{} Ska vara rättat senast den {}.", sentence(text), date::long(*by)));
            }
            FaultReason::NotMended { by: None } => not_mended.push(sentence(text)),
            FaultReason::Burden { why } => burdens.push(format!("{} {}", sentence(text), sentence(why))),
        }
    }
    let exempt = statement.exempt.clone();
    let groups = [
        Group { title: "Brister som ännu inte är rättade", lead: None, items: not_mended },
        Group {
            title: "Oskäligt betungande anpassning",
            lead: Some("Det bedöms vara oskäligt betungande att rätta detta (12 § i lagen)."),
            items: burdens,
        },
        Group { title: "Innehåll som inte omfattas av lagen", lead: None, items: exempt },
    ];
    let mut paragraphs = Vec::new();
    if statement.faults.is_empty() {
        paragraphs.push("Inga kända brister är redovisade.".to_owned());
    }
    if statement.exempt.is_empty() {
        paragraphs.push("Inget innehåll är redovisat som undantaget från lagen.".to_owned());
    }
    let groups = groups.into_iter().filter(|group| !group.items.is_empty()).collect();
    Part { title: "Innehåll som inte är tillgängligt", paragraphs, groups, ..Part::default() }
}

/// A text that ends as a sentence does, so that another can follow it.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

fn day(day: Result<jiff::civil::Date, Missing>) -> String {
    day.map_or_else(|missing| missing.words().to_owned(), date::long)
}

fn said(text: &Result<String, Missing>) -> String {
    text.as_deref().unwrap_or_else(|missing| missing.words()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::AccessibilityFault;

    fn statement() -> AccessibilityStatement {
        AccessibilityStatement {
            provider: Ok("Exempelstaden".to_owned()),
            service: "Rapporten".to_owned(),
            conformance: Conformance::Full,
            faults: Vec::new(),
            exempt: Vec::new(),
            assessed: Err(Missing::Unknown),
            method: Ok("Självskattning".to_owned()),
            revised: Err(Missing::Unknown),
            next: None,
            contact: Err(Missing::Unknown),
            complaints: "https://www.digg.se/tdosanmalan".to_owned(),
        }
    }

    #[test]
    fn what_is_unknown_is_said_and_a_state_is_the_providers_own() {
        let words = format!("{:?}", parts(&statement()));
        for expected in [
            "Bedömningen i den här redogörelsen är att tjänsten är helt förenlig",
            "(\"Bedömningen gjordes\", \"uppgift saknas\")",
            "Kontaktuppgift: uppgift saknas.",
            "Inga kända brister är redovisade.",
            "Inget innehåll är redovisat som undantaget",
        ] {
            assert!(words.contains(expected), "{expected}: {words}");
        }
    }

    #[test]
    fn the_faults_are_pointed_to_where_there_are_any() {
        let fault = AccessibilityFault { text: "Filmerna".to_owned(), reason: FaultReason::NotMended { by: None } };
        let of = |faults| conformance(&AccessibilityStatement { faults, ..statement() });
        assert!(!of(Vec::new()).contains("rubrik"));
        assert!(of(vec![fault.clone()]).ends_with("Bristen står under nästa rubrik."));
        assert!(of(vec![fault.clone(), fault]).ends_with("Bristerna står under nästa rubrik."));
    }

    #[test]
    fn what_is_not_covered_stands_in_place_of_saying_that_nothing_is() {
        let part = not_accessible(&AccessibilityStatement { exempt: vec!["Protokoll".to_owned()], ..statement() });
        assert_eq!(part.paragraphs, ["Inga kända brister är redovisade."]);
        assert_eq!(part.groups[0].items, ["Protokoll"]);
    }

    #[test]
    fn faults_stand_by_their_reason() {
        let fault = |text: &str, reason| AccessibilityFault { text: text.to_owned(), reason };
        let faults = vec![
            fault("Breda tabeller", FaultReason::NotMended { by: Some(jiff::civil::date(2025, 12, 31)) }),
            fault("Filmerna.", FaultReason::Burden { why: "De är 400".to_owned() }),
        ];
        let part = not_accessible(&AccessibilityStatement { faults, ..statement() });
        let told: Vec<_> = part.groups.iter().map(|group| (group.title, group.items.join("|"))).collect();
        let expected = [
            ("Brister som ännu inte är rättade", "Breda tabeller. Ska vara rättat senast den 31\u{a0}december 2025."),
            ("Oskäligt betungande anpassning", "Filmerna. De är 400."),
        ];
        assert_eq!(told, expected.map(|(title, items)| (title, items.to_owned())));
    }
}

//! What the accessibility statement says, as fields.

use jiff::civil::Date;

use super::field::{Field, Fields, Value};
use crate::model::{AccessibilityFault, AccessibilityStatement, FaultReason, Missing};

/// The fields of the statement.
pub fn statement(statement: &AccessibilityStatement) -> Fields<'_> {
    let mut fields = vec![
        (Field::Key("aktör"), said(&statement.provider)),
        (Field::Key("tjänst"), Value::Text(&statement.service)),
        (Field::Key("förenlig"), Value::Text(statement.conformance.word())),
        (Field::Key("brister"), all(statement.faults.iter().map(fault), "inga kända")),
        (Field::Key("omfattas inte"), all(statement.exempt.iter().cloned(), "inget")),
        (Field::Key("bedömd"), day(statement.assessed)),
        (Field::Key("metod"), said(&statement.method)),
        (Field::Key("uppdaterad"), day(statement.revised)),
        (Field::Key("kontakt"), said(&statement.contact)),
        (Field::Key("anmälan"), Value::Text(&statement.complaints)),
    ];
    fields.extend(statement.next.map(|day| (Field::Key("nästa bedömning"), Value::Day(day))));
    fields
}

fn all<'m>(items: impl Iterator<Item = String>, none: &'static str) -> Value<'m> {
    let items: Vec<_> = items.collect();
    if items.is_empty() { Value::Text(none) } else { Value::Written(items.join("\n")) }
}

fn fault(fault: &AccessibilityFault) -> String {
    let text = &fault.text;
    match &fault.reason {
        FaultReason::NotMended { by: Some(by) } => format!("{text} (rättas {by})"),
        FaultReason::NotMended { by: None } => format!("{text} (ännu inte rättad)"),
        FaultReason::Burden { why } => format!("{text} (oskäligt betungande: {why})"),
    }
}

fn day<'m>(date: Result<Date, Missing>) -> Value<'m> {
    date.map_or_else(|missing| Value::Text(missing.words()), Value::Day)
}

fn said(text: &Result<String, Missing>) -> Value<'_> {
    Value::Text(text.as_deref().unwrap_or_else(|missing| missing.words()))
}

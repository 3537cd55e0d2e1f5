//! Rule: a figure in per cent is no more than a hundred, unless a note says why it can be.

use rust_decimal::Decimal;

use super::super::context::Context;
use super::super::written;
use super::figure::figure;
use crate::diagnostic::Code;
use crate::model::Model;
use crate::words;

/// The unit as indicators write it.
const PER_CENT: &str = "procent";

/// Warns of every such figure.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        for (id, readings) in &body.readings {
            if !model.indicators[id].unit.eq_ignore_ascii_case(PER_CENT) {
                continue;
            }
            for (year, reading) in &readings.by_year {
                let Ok(value) = reading.value else { continue };
                if value <= Decimal::ONE_HUNDRED || reading.remarks.note.is_some() {
                    continue;
                }
                let place = written::value(readings.origin, &["värden", &year.to_string(), "värde"], context);
                let value = figure(value);
                context.warn(
                    Code::PerCentOverHundred,
                    place,
                    words!("värdet är {value} procent", "the value is {value} per cent", value),
                    words!(
                        "Kontrollera siffran; kan andelen vara större än 100, förklara det i en ”not” vid året",
                        "Check the figure; if the share can be larger than 100, explain it in a “not” at the year"
                    ),
                );
            }
        }
    }
}

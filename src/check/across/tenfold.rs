//! Rule: a figure that is ten times that of the year before has a digit too many, or an explanation.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::context::Context;
use super::super::written;
use super::figure::figure;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Indicator, Model, Reading, Readings, Year};
use crate::words;

/// Small figures jump without anything being wrong: at least one of the two is as large as this.
const SMALLEST: Decimal = Decimal::TEN;

/// Warns of every jump that neither a break nor a note explains.
pub fn check(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        for (id, readings) in &body.readings {
            of_series(&model.indicators[id], readings, context);
        }
    }
}

fn of_series(indicator: &Indicator, readings: &Readings, context: &mut Context<'_>) {
    let mut told = None;
    for (year, reading) in &readings.by_year {
        let before = year.before();
        let Some(earlier) = readings.by_year.get(&before) else { continue };
        let is_explained = [reading, earlier].iter().any(|one| one.remarks.note.is_some());
        let Some(then) = jump(&readings.by_year, before, *year) else { continue };
        if is_explained || indicator.break_at(*year).is_some() {
            continue;
        }
        // A wrong figure jumps there and back again; the way back is not told.
        if told == Some(before) && jump(&readings.by_year, before.before(), *year).is_none() {
            continue;
        }
        told = Some(*year);
        tell(readings, (before, then), (*year, reading), context);
    }
}

/// The earlier figure, if it and the later one are more than tenfold apart.
fn jump(by_year: &BTreeMap<Year, Reading>, before: Year, year: Year) -> Option<Decimal> {
    let value = |year| by_year.get(&year).and_then(|reading: &Reading| reading.value.ok());
    let (then, now) = (value(before)?, value(year)?);
    let (small, large) = (then.abs().min(now.abs()), then.abs().max(now.abs()));
    (!small.is_zero() && large >= SMALLEST && large > small * Decimal::TEN).then_some(then)
}

fn tell(
    readings: &Readings,
    (before, then): (Year, Decimal),
    (year, reading): (Year, &Reading),
    context: &mut Context<'_>,
) {
    let Ok(now) = reading.value else { return };
    let (then, now) = (figure(then), figure(now));
    let message = words!(
        "värdet är {now}, men året före var det {then}",
        "the value is {now}, but the year before it was {then}",
        now,
        then,
    );
    let place = |year: Year| written::value(readings.origin, &["värden", &year.to_string(), "värde"], context);
    let (place, earlier) = (place(year), place(before));
    let fault = Diagnostic::new(Code::TenfoldJump, place, message).hint(words!(
        "Kontrollera om en siffra saknas eller är för mycket; stämmer värdet, förklara ändringen i en ”not” vid året",
        "Check whether a digit is missing or too many; if the value is right, explain the change in a “not” at the year"
    ));
    context.diagnostics.warn(fault.related(earlier, words!("värdet året före", "the value of the year before")));
}

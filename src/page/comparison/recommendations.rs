//! How auditors' recommendations had been answered at the end of two years.

use super::super::{Cell, Column, Row, Table, address, answer, trace};
use crate::language::list;
use crate::report::comparison::Comparison;
use crate::report::comparison::recommendation::{RecommendationChange, RecommendationState, between};

/// In which order they are told: what is still to be answered first.
const ORDER: [(&str, fn(RecommendationState) -> bool); 6] = [
    ("som inte nämns i det uppföljande yttrandet", |state| matches!(state, RecommendationState::Silent)),
    ("ej besvarade", |state| matches!(state, RecommendationState::Unanswered)),
    ("med planerad åtgärd", |state| matches!(state, RecommendationState::Planned)),
    ("med något kvar att göra", |state| matches!(state, RecommendationState::Remains)),
    ("där svaret inte är känt", |state| matches!(state, RecommendationState::Unknown(_))),
    ("genomförda", |state| matches!(state, RecommendationState::Done)),
];

/// The recommendations of a comparison: a sentence and a table, where there are any.
pub fn compose(compared: &Comparison<'_>, path: &str) -> (Option<String>, Option<Table>) {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let model = compared.sides.after.report.model;
    let all = between(model, from, to);
    if all.is_empty() {
        return (None, None);
    }
    let phrase = |(words, is_it): &(&str, fn(RecommendationState) -> bool)| {
        let count = all.iter().filter(|one| is_it(one.after)).count();
        (count > 0).then(|| format!("{count} {words}"))
    };
    let phrases: Vec<_> = ORDER.iter().filter_map(phrase).collect();
    let of = |is_it: fn(RecommendationState) -> bool| all.iter().filter(move |one| is_it(one.after));
    let rows = ORDER.iter().flat_map(|(_, is_it)| of(*is_it).map(row));
    let names = ["Rekommendation", "Granskning", "Organ"].map(ToOwned::to_owned).into_iter();
    let columns = names.chain([from, to].map(|year| format!("Läge i slutet av {year}"))).map(Column::words).collect();
    let traces = all.iter().map(|one| trace::to(model, one.origin)).collect();
    let caption = format!("Revisorernas rekommendationer i slutet av {from} och {to}, det som inte är gjort först");
    let table = Table::new(path, "rekommendationer", caption, columns, rows.collect(), traces);
    (Some(format!("Rekommendationer {to}: {}.", list::joined(&phrases))), Some(table))
}

fn row(one: &RecommendationChange<'_>) -> Row {
    let body = Cell::link(&one.body.name, address::body(&one.body.id));
    let audit = Cell::link(&one.audit.title, address::audit(&one.audit.id));
    Row {
        header: answer::recommendation(one.audit, one.recommendation),
        cells: vec![audit, body, state(one.before), state(one.after)],
    }
}

fn state(state: RecommendationState) -> Cell {
    let (words, class) = match state {
        RecommendationState::NotMade => ("inte ställd än", "missing"),
        RecommendationState::Unanswered => ("ej besvarat", "missing"),
        RecommendationState::Planned => ("planerat", "progress-under-way"),
        RecommendationState::Silent => ("planerat, men nämns inte i det uppföljande yttrandet", "progress-late"),
        RecommendationState::Remains => ("något återstår", "progress-under-way"),
        RecommendationState::Done => ("genomfört", "progress-done"),
        RecommendationState::Unknown(missing) => return Cell::missing(missing),
    };
    Cell { class: Some(class), ..Cell::text(words) }
}

//! How auditors' recommendations had been answered at the end of two years.

use super::super::{Cell, Column, Row, Table, address, answer, trace};
use super::Compared;
use crate::language::list;
use crate::report::comparison::{Comparison, RecommendationChange, RecommendationState};

/// How those in each state are counted in a sentence, in the order in which they are told: what nobody speaks of first.
const PHRASES: [&str; 7] = [
    "som inte nämns i det uppföljande yttrandet",
    "ej besvarade",
    "där svaret väntas",
    "med planerad åtgärd",
    "med något kvar att göra",
    "där svaret inte är känt",
    "genomförda",
];

/// The place of a state among the phrases.
fn order(state: RecommendationState) -> usize {
    match state {
        RecommendationState::Silent => 0,
        RecommendationState::NotMade | RecommendationState::Unanswered => 1,
        RecommendationState::Awaited => 2,
        RecommendationState::Planned => 3,
        RecommendationState::Remains => 4,
        RecommendationState::Unknown(_) => 5,
        RecommendationState::Done => 6,
    }
}

/// The recommendations of a comparison: a sentence and a table, where there are any.
pub fn compose(pages: &Compared<'_>, compared: &Comparison<'_>, path: &str) -> (Option<String>, Option<Table>) {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let model = compared.sides.after.report.model;
    let mut all = compared.recommendations.clone();
    all.sort_by_key(|one| order(one.after));
    if all.is_empty() {
        return (None, None);
    }
    let phrase = |(at, words): (usize, &&str)| {
        let count = all.iter().filter(|one| order(one.after) == at).count();
        (count > 0).then(|| format!("{count} {words}"))
    };
    let phrases: Vec<_> = PHRASES.iter().enumerate().filter_map(phrase).collect();
    let names = ["Rekommendation", "Granskning", "Organ"].map(ToOwned::to_owned).into_iter();
    let rows = all.iter().map(|one| row(one, &pages.address_of(from, to, one.body)));
    let columns = names.chain([from, to].map(|year| format!("Läge i slutet av {year}"))).map(Column::words).collect();
    let traces = all.iter().map(|one| trace::to(model, one.origins.1)).collect();
    let caption = format!("Revisorernas rekommendationer i slutet av {from} och {to}, det som inte är gjort först");
    let table = Table::new(path, "rekommendationer", caption, columns, rows.collect(), traces);
    (Some(format!("Rekommendationer {to}, räknade för varje mottagare: {}.", list::joined(&phrases))), Some(table))
}

fn row(one: &RecommendationChange<'_>, compared: &str) -> Row {
    let body = Cell::link(&one.body.name, compared);
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
        RecommendationState::Awaited => ("svar väntas", "progress-not-started"),
        RecommendationState::Planned => ("planerat", "progress-under-way"),
        RecommendationState::Silent => ("planerat", "progress-late"),
        RecommendationState::Remains => ("något återstår", "progress-under-way"),
        RecommendationState::Done => ("genomfört", "progress-done"),
        RecommendationState::Unknown(missing) => return Cell::missing(missing),
    };
    let silence = "nämns inte i det uppföljande yttrandet";
    let note = (state == RecommendationState::Silent).then(|| silence.to_owned());
    Cell { class: Some(class), ..Cell::text(words) }.note(note)
}

//! What became of the city's commitments from one year to another.

use super::super::{Cell, Column, Row, Table, promises, trace};
use crate::language::list;
use crate::page::address;
use crate::report::comparison::Comparison;
use crate::report::comparison::commitment::{CommitmentFate, CommitmentHistory, between};

/// In which order they are told: the fate, its words in the singular and the plural, its mark.
const FATES: [(CommitmentFate, [&str; 2], &str); 5] = [
    (CommitmentFate::Silent, ["nämns inte mer", "nämns inte mer"], "progress-late"),
    (CommitmentFate::New, ["nytt", "nya"], "progress-not-started"),
    (CommitmentFate::Open, ["kvar", "kvar"], "progress-under-way"),
    (CommitmentFate::Kept, ["klart", "klara"], "progress-done"),
    (CommitmentFate::Dropped, ["utgått", "utgångna"], "progress-dropped"),
];

/// The commitments of a comparison: a sentence and a table, where there are any.
pub fn compose(compared: &Comparison<'_>, path: &str) -> (Option<String>, Option<Table>) {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let model = compared.sides.after.report.model;
    let all = between(model, from, to);
    if all.is_empty() {
        return (None, None);
    }
    let of = |fate: CommitmentFate| all.iter().filter(move |(_, one)| *one == fate);
    let phrase = |(fate, words, _): &(CommitmentFate, [&'static str; 2], _)| {
        let count = of(*fate).count();
        (count > 0).then(|| format!("{count} {}", words[usize::from(count > 1)]))
    };
    let phrases: Vec<_> = FATES.iter().filter_map(phrase).collect();
    let row = |history: &CommitmentHistory<'_>, words: &str, class: &'static str| {
        let made = format!("{}#ataganden", address::year(history.year));
        let made = Cell::link(history.year.to_string(), made).hidden(format!(": {}", history.commitment.text));
        let now = Cell { class: Some(class), ..Cell::text(words) }.note(promises::standing(history));
        let mut by = promises::promisor(model, &history.commitment.by);
        // Elsewhere on the page the same name leads to the body in these two years.
        by.hidden = by.href.is_some().then(|| ", alla år".to_owned());
        Row {
            header: Cell::text(&history.commitment.text).note(history.commitment.remarks.note.clone()),
            cells: vec![made, by, promises::deadline(history.due()), now],
        }
    };
    let rows =
        FATES.iter().flat_map(|(fate, words, class)| of(*fate).map(|(history, _)| row(history, words[0], class)));
    let names = ["Åtagande", "Utlovat", "Vem", "Senast"].map(ToOwned::to_owned);
    let columns = names.into_iter().chain([format!("Läge {to}")]).map(Column::words).collect();
    let traces = all.iter().map(|(history, _)| {
        let origin = history.news.last().map_or(history.commitment.origin, |(_, news)| news.origin);
        trace::to(model, origin)
    });
    let caption = format!("Stadens åtaganden från {from} till {to}, det som inte nämns mer först");
    let table = Table::new(path, "ataganden", caption, columns, rows.collect(), traces.collect());
    (Some(format!("Åtaganden: {}.", list::joined(&phrases))), Some(table))
}

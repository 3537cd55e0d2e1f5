//! What became of the city's commitments from one year to another.

use super::super::{Cell, Column, Row, Table, Trace, decided, promises, trace};
use crate::language::{list, plural};
use crate::report::comparison::Comparison;
use crate::report::comparison::commitment::{CommitmentFate, CommitmentHistory, between};

/// In which order they are told: the fate, its words in the singular and the plural, its mark. What is only proposed is no
/// commitment, and is told apart.
const FATES: [(CommitmentFate, [&str; 2], &str); 5] = [
    (CommitmentFate::Silent, ["nämns inte mer", "nämns inte mer"], "progress-late"),
    (CommitmentFate::New, ["nytt", "nya"], "progress-not-started"),
    (CommitmentFate::Open, ["kvar", "kvar"], "progress-under-way"),
    (CommitmentFate::Kept, ["klart", "klara"], "progress-done"),
    (CommitmentFate::Dropped, ["utgått", "utgångna"], "progress-dropped"),
];

/// The commitments of a comparison, and what is proposed: a sentence for each, and a table, where there are any.
pub fn compose(compared: &Comparison<'_>, path: &str) -> (Told, Told) {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let all = between(compared.sides.after.report.model, from, to);
    let (proposed, made): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, one)| *one == CommitmentFate::Proposed);
    (promised(compared, &made, path), self::proposed(compared, &proposed, path))
}

/// A sentence and a table.
type Told = (Option<String>, Option<Table>);

fn proposed(compared: &Comparison<'_>, all: &[(CommitmentHistory<'_>, CommitmentFate)], path: &str) -> Told {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    if all.is_empty() {
        return (None, None);
    }
    let rows = all.iter().map(|(history, _)| row(compared, history, None)).collect();
    let columns = ["Föreslaget åtagande", "Föreslaget", "Vem", "Senast"].map(Column::words).into();
    let caption = format!("Åtaganden som är föreslagna {from} till {to} utan att något beslut är redovisat här");
    let table = Table::new(path, "foreslagna-ataganden", caption, columns, rows, traces(compared, all));
    let counted = plural::counted(all.len() as u64, "åtagande är föreslaget", "åtaganden är föreslagna");
    (Some(format!("{counted} utan att något beslut är redovisat här.")), Some(table))
}

fn promised(compared: &Comparison<'_>, all: &[(CommitmentHistory<'_>, CommitmentFate)], path: &str) -> Told {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    if all.is_empty() {
        return (None, None);
    }
    let of = |fate: CommitmentFate| all.iter().filter(move |(_, one)| *one == fate);
    let phrase = |(fate, words, _): &(CommitmentFate, [&'static str; 2], _)| {
        let count = of(*fate).count();
        (count > 0).then(|| format!("{count} {}", words[usize::from(count > 1)]))
    };
    let phrases: Vec<_> = FATES.iter().filter_map(phrase).collect();
    let now = |history: &CommitmentHistory<'_>, words: &str, class: &'static str| {
        Cell { class: Some(class), ..Cell::text(words) }.note(promises::standing(history))
    };
    let rows = FATES.iter().flat_map(|(fate, words, class)| {
        of(*fate).map(move |(history, _)| row(compared, history, Some(now(history, words[0], class))))
    });
    let names = ["Åtagande", "Utlovat", "Vem", "Senast"].map(ToOwned::to_owned);
    let columns = names.into_iter().chain([format!("Läge {to}")]).map(Column::words).collect();
    let caption = format!("Stadens åtaganden från {from} till {to}, det som inte nämns mer först");
    let table = Table::new(path, "ataganden", caption, columns, rows.collect(), traces(compared, all));
    (Some(format!("Åtaganden: {}.", list::joined(&phrases))), Some(table))
}

/// What is promised or proposed, and how it stands where that is to be told.
fn row(compared: &Comparison<'_>, history: &CommitmentHistory<'_>, now: Option<Cell>) -> Row {
    let model = compared.sides.after.report.model;
    let made = decided::address_of(model, history);
    let made = Cell::link(history.year.to_string(), made).hidden(format!(": {}", history.commitment.text));
    let mut by = promises::promisor(model, &history.commitment.by);
    // Elsewhere on the page the same name leads to the body in these two years.
    by.hidden = by.href.is_some().then(|| ", alla år".to_owned());
    Row {
        header: Cell::text(&history.commitment.text).note(history.commitment.remarks.note.clone()),
        cells: [made, by, promises::deadline(history.due())].into_iter().chain(now).collect(),
    }
}

fn traces(compared: &Comparison<'_>, all: &[(CommitmentHistory<'_>, CommitmentFate)]) -> Vec<Trace> {
    let origin = |history: &CommitmentHistory<'_>| {
        history.news.last().map_or(history.commitment.origin, |(_, news)| news.origin)
    };
    all.iter().map(|(history, _)| trace::to(compared.sides.after.report.model, origin(history))).collect()
}

//! How much of all answers fell on each level in two years, whoever gave them and among those who answered both times.

use super::super::{Cell, Column, Row, Table, charting, wording};
use super::cells;
use crate::language::plural;
use crate::report::comparison::{Comparison, LevelChange, SetComparison};
use crate::report::distribution::Distribution;

/// The table of all answers; `None` where the set has no answers in either year.
pub fn all(compared: &Comparison<'_>, set: &SetComparison<'_>, path: &str, id: &str) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let levels = set.levels(compared.sides);
    let caption =
        format!("{}: andel av svaren på varje nivå {from} och {to}", wording::capitalized(charting::EVERYONE));
    let is_known = |level: &LevelChange<'_>| cells::is_figure(level.before) || cells::is_figure(level.after);
    levels.iter().any(is_known).then(|| table(compared, set, path, id, &caption, &levels))
}

/// The table of those who answered both times; `None` where nobody did.
pub fn same(compared: &Comparison<'_>, set: &SetComparison<'_>, path: &str, id: &str) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let count = set.same.bodies.len();
    let caption = format!(
        "De {} som svarade båda åren: andel av svaren på varje nivå {from} och {to}",
        plural::counted(count as u64, "nämnd eller bolag", "nämnder och bolag"),
    );
    (count > 0).then(|| table(compared, set, path, id, &caption, &set.levels_of_same(compared.sides)))
}

fn table(
    compared: &Comparison<'_>,
    set: &SetComparison<'_>,
    path: &str,
    id: &str,
    caption: &str,
    levels: &[LevelChange<'_>],
) -> Table {
    let row = |level: &LevelChange<'_>| Row {
        header: Cell::text(&level.level.name),
        cells: vec![cells::figure(level.before), cells::figure(level.after), cells::change(&level.change)],
    };
    let columns = vec![
        Column::words("Nivå"),
        Column::figures(compared.sides.before.year.to_string()),
        Column::figures(compared.sides.after.year.to_string()),
        Column::figures("Förändring"),
    ];
    let traces = charting::traces(compared.sides.after.report.model, set.sets.1);
    Table::new(path, id, caption, columns, levels.iter().map(row).collect(), traces)
}

/// The share of the best level among those who answered both times, in a sentence; `None` where nobody did.
pub fn same_sentence(set: &SetComparison<'_>) -> Option<String> {
    let (before, after) = &set.same.total;
    let count = set.same.bodies.len();
    if count == 0 || before.whole() == 0 || after.whole() == 0 {
        return None;
    }
    let of = |distribution: &Distribution| {
        let share = distribution.best();
        format!("{} ({} av {})", wording::share(share), cells::whole(share.part), cells::whole(share.whole))
    };
    let who = plural::counted(count as u64, "nämnd eller bolag som", "nämnder och bolag som");
    let what = charting::what(set.sets.1.scale);
    Some(if of(before) == of(after) {
        format!("Bland de {who} svarade båda åren var {what} oförändrad: {}.", of(after))
    } else {
        format!("Bland de {who} svarade båda åren gick {what} från {} till {}.", of(before), of(after))
    })
}

//! Statement by statement: the share of the best level in two years, over all bodies and over those who answered both times.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::{Cell, Column, Row, Table, charting, trace, wording};
use super::cells;
use crate::page::address;
use crate::report::comparison::{Change, Comparison, Pair, SetComparison, StatementChange};

/// Something that moved, with where it is read and by how much.
#[derive(Debug, Serialize)]
pub struct Moved {
    pub text: String,
    pub href: String,
    pub change: String,
}

/// How many are named in each direction.
const NAMED: usize = 5;

/// Those with the largest change in each direction, and all that moved as much as the last of them: up, then down.
pub fn most<T>(moved: Vec<(Decimal, T)>, named: impl Fn(&T, Decimal) -> Moved) -> (Vec<Moved>, Vec<Moved>) {
    let pick = |wanted: &dyn Fn(Decimal) -> bool| {
        let mut some: Vec<_> = moved.iter().filter(|(points, _)| wanted(*points)).collect();
        some.sort_by_key(|(points, _)| -points.abs());
        let least = some.get(NAMED - 1).map_or(Decimal::ZERO, |(points, _)| points.abs());
        some.into_iter().filter(|(points, _)| points.abs() >= least).map(|(points, one)| named(one, *points)).collect()
    };
    (pick(&|points| points > Decimal::ZERO), pick(&|points| points < Decimal::ZERO))
}

/// The statements that moved most: up, then down.
pub fn moves(compared: &Comparison<'_>, set: &SetComparison<'_>) -> (Vec<Moved>, Vec<Moved>) {
    let model = compared.sides.after.report.model;
    let moved = set.statements.iter().filter_map(|one| Some((one.share.points()?, one))).collect();
    most(moved, |one: &&StatementChange<'_>, points| {
        let statement = one.statement.latest();
        Moved {
            text: model.statement_title(set.sets.1.set, statement),
            href: address::statement(&set.sets.1.set.id, &statement.id),
            change: wording::points(points),
        }
    })
}

/// Every statement that was asked in either year, the largest rise first; `None` where no share is known.
pub fn table(compared: &Comparison<'_>, set: &SetComparison<'_>, path: &str, id: &str) -> Option<Table> {
    let sides = compared.sides;
    let (from, to) = (sides.before.year, sides.after.year);
    let is_known = |one: &&StatementChange<'_>| {
        let series = set.sets.1.statements.get(&one.statement.latest().id);
        let known = |year| series.and_then(|series| series.at(year)).is_some_and(|point| point.value.is_there());
        known(from) || known(to)
    };
    let mut statements: Vec<_> = set.statements.iter().filter(is_known).collect();
    statements.sort_by_key(|one| one.share.points().map_or((1, Decimal::ZERO), |points| (0, -points)));
    let rows: Vec<_> = statements.into_iter().map(|one| row(compared, set, one)).collect();
    let columns = vec![
        Column::words("Påstående"),
        Column::figures(from.to_string()),
        Column::figures(to.to_string()),
        Column::figures("Förändring"),
        Column::figures("Bland dem som svarade båda åren"),
    ];
    let what = wording::capitalized(&charting::what(set.sets.1.scale));
    let caption = format!("{what} för varje påstående {from} och {to}, den största ökningen först");
    let traces = vec![trace::to(sides.after.report.model, set.sets.1.set.origin)];
    (!rows.is_empty()).then(|| Table::new(path, id, caption, columns, rows, traces))
}

fn row(compared: &Comparison<'_>, set: &SetComparison<'_>, one: &StatementChange<'_>) -> Row {
    let sides = compared.sides;
    let statement = one.statement.latest();
    let series = set.sets.1.statements.get(&statement.id);
    let header = cells::statement(sides.after.report.model, set.sets.1.set, statement);
    let change = match one.statement {
        Pair::Both(..) => cells::change(&one.share),
        Pair::New(_) => Cell::text("nytt påstående"),
        Pair::Gone(_) => Cell::text("påståendet har utgått"),
    };
    let same = match set.share_of_same(sides, one) {
        Some(Change::Broken(_)) => Cell { class: Some("missing"), ..Cell::text("kan inte jämföras") },
        Some(change) => cells::change(&change),
        None => Cell { class: Some("missing"), ..Cell::text("ingick inte båda åren") },
    };
    let cells = vec![cells::share(series, sides.before.year), cells::share(series, sides.after.year), change, same];
    Row { header, cells }
}

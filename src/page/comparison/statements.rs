//! Statement by statement: the share of the best level in two years, over all bodies and over those who answered both times.

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::{Cell, Column, Figure, Row, Table, charting, trace, wording};
use super::cells;
use crate::chart;
use crate::model::Year;
use crate::page::address;
use crate::report::comparison::{self, Change, Comparison, Pair, SetComparison, StatementChange};
use crate::report::series::PointValue;
use crate::report::share::Share;

/// Something that moved, with where it is read and by how much.
#[derive(Debug, Serialize)]
pub struct Moved {
    pub text: String,
    pub href: String,
    pub change: String,
}

/// What moved most in words: up, then down.
pub fn most<T>(moved: &[(Decimal, T)], named: impl Fn(&T, Decimal) -> Moved) -> (Vec<Moved>, Vec<Moved>) {
    let [up, down] = comparison::most(moved);
    let told = |some: Vec<&(Decimal, T)>| some.into_iter().map(|(points, one)| named(one, *points)).collect();
    (told(up), told(down))
}

/// The statements that moved most: up, then down.
pub fn moves(compared: &Comparison<'_>, set: &SetComparison<'_>) -> (Vec<Moved>, Vec<Moved>) {
    let model = compared.sides.after.report.model;
    let moved = set.statements.iter().filter_map(|one| Some((one.share.points()?, one)));
    most(&moved.collect::<Vec<_>>(), |one: &&StatementChange<'_>, points| {
        let statement = one.statement.latest();
        Moved {
            text: model.statement_title(set.sets.1.set, statement),
            href: address::statement(&set.sets.1.set.id, &statement.id),
            change: wording::points(points),
        }
    })
}

/// The chart of how the shares moved, the largest rise first; `None` where none can be compared.
pub fn figure(compared: &Comparison<'_>, set: &SetComparison<'_>, path: &str, id: String) -> Option<Figure> {
    let sides = compared.sides;
    let model = sides.after.report.model;
    let share = |one: &StatementChange<'_>, year: Year| {
        let series = set.sets.1.statements.get(&one.statement.latest().id)?;
        match series.at(year)?.value {
            PointValue::Computed { share, .. } => {
                Some(chart::MovedShare::Computed { part: u64::from(share.part), whole: u64::from(share.whole) })
            }
            PointValue::Published(per_cent) => Some(chart::MovedShare::Published(per_cent)),
            PointValue::Missing(_) => None,
        }
    };
    let movement = |one: &StatementChange<'_>| chart::ShareMovement {
        name: model.statement_title(set.sets.1.set, one.statement.latest()),
        from: share(one, sides.before.year),
        to: share(one, sides.after.year),
        reason: match &one.share {
            Change::Points { .. } => None,
            Change::Broken(_) => Some("ny lydelse, kan inte jämföras".to_owned()),
            Change::Missing(..) => Some(became(one).text),
        },
    };
    let value = chart::MovementOfShares {
        id,
        subject: charting::EVERYONE.into(),
        what: charting::what(set.sets.1.scale),
        row_name: "Påstående".into(),
        rows_name: "påståenden".into(),
        from_label: sides.before.year.to_string(),
        to_label: sides.after.year.to_string(),
        rows: ordered(compared, set).into_iter().map(movement).collect(),
    };
    let any = set.statements.iter().any(|one| one.share.points().is_some());
    let traces = vec![trace::to(model, set.sets.1.set.origin)];
    any.then(|| Figure::new(path, &chart::movement_of_shares(&value), traces))
}

/// The statements with a share in either year, the largest rise first, those that cannot be compared last.
fn ordered<'c, 'm>(compared: &Comparison<'m>, set: &'c SetComparison<'m>) -> Vec<&'c StatementChange<'m>> {
    let is_known = |one: &&StatementChange<'_>| {
        let series = set.sets.1.statements.get(&one.statement.latest().id);
        let known = |year| series.and_then(|series| series.at(year)).is_some_and(|point| point.value.is_there());
        known(compared.sides.before.year) || known(compared.sides.after.year)
    };
    let mut statements: Vec<_> = set.statements.iter().filter(is_known).collect();
    statements.sort_by_key(|one| one.share.points().map_or((1, Decimal::ZERO), |points| (0, -points)));
    statements
}

/// What became of a statement's share, or why that cannot be said.
fn became(one: &StatementChange<'_>) -> Cell {
    match one.statement {
        Pair::Both(..) => cells::change(&one.share),
        Pair::New(_) => Cell::text("nytt påstående"),
        Pair::Gone(_) => Cell::text("påståendet har utgått"),
    }
}

/// Every statement that was asked in either year, the largest rise first; `None` where no share is known.
pub fn table(compared: &Comparison<'_>, set: &SetComparison<'_>, path: &str, id: &str) -> Option<Table> {
    let sides = compared.sides;
    let (from, to) = (sides.before.year, sides.after.year);
    let statements = ordered(compared, set);
    let rows: Vec<_> = statements.into_iter().map(|one| row(compared, set, one)).collect();
    let columns = vec![
        Column::words("Påstående"),
        Column::figures(from.to_string()),
        Column::figures(to.to_string()),
        Column::figures("Förändring"),
        Column::figures("Bland dem som svarade på påståendet båda åren"),
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
    let same = match set.share_of_same(sides, one) {
        Some(Change::Broken(_)) => Cell { class: Some("missing"), ..Cell::text("kan inte jämföras") },
        Some(change) => {
            let counts = set.same.statements.get(&statement.id).filter(|_| change.points().is_some());
            cells::change(&change).note(counts.map(|(was, is)| {
                // One answer of each at both sides.
                let (was, Share { part, whole }) = (was.best().part, is.best());
                format!("från {was} till {part} av {whole}")
            }))
        }
        None => Cell { class: Some("missing"), ..Cell::text("ingick inte båda åren") },
    };
    let cells =
        vec![cells::share(series, sides.before.year), cells::share(series, sides.after.year), became(one), same];
    Row { header, cells }
}

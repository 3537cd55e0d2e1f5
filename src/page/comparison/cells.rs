//! Cells that the tables of comparisons share: shares, changes, ratings, and the way to a line.

use super::super::{Cell, heat, trace, wording};
use crate::model::{Model, Scale, Statement, StatementSet, Year};
use crate::page::address;
use crate::report::comparison::{Change, FigureValue, Placed};
use crate::report::series::Series;
use crate::source::Origin;

/// A share of a series, or why there is none.
pub fn share(series: Option<&Series>, year: Year) -> Cell {
    match series.and_then(|series| series.at(year)).map(wording::point) {
        Some(Ok(share)) => Cell::figure(share),
        Some(Err(missing)) => Cell::missing(missing),
        None => Cell::missing(crate::model::Missing::Unknown),
    }
}

/// A figure of the city-wide report, with what it is a part of.
pub fn figure(value: FigureValue) -> Cell {
    match value {
        FigureValue::Share(share) => {
            let of = format!("{} av {}", whole(share.part), whole(share.whole));
            Cell::figure(wording::share(share)).note(Some(of))
        }
        FigureValue::Published(per_cent) => {
            Cell::figure(format!("{}\u{a0}%", wording::plain(per_cent))).note(Some("publicerad".to_owned()))
        }
        FigureValue::Count(count) => Cell::figure(whole(count)),
        FigureValue::Missing(missing) => Cell::missing(missing),
    }
}

/// Whether a figure is there.
pub fn is_figure(value: FigureValue) -> bool {
    match value {
        FigureValue::Share(share) => share.whole > 0,
        FigureValue::Published(_) | FigureValue::Count(_) => true,
        FigureValue::Missing(_) => false,
    }
}

/// A count in figures.
pub fn whole(count: impl Into<u64>) -> String {
    crate::language::number::integer(i64::try_from(count.into()).unwrap_or(i64::MAX))
}

/// What became of a share, with the reason below where that cannot be said.
pub fn change(change: &Change) -> Cell {
    let cell = Cell::text(wording::change(change));
    match change {
        Change::Points { .. } => cell,
        Change::Missing(..) => Cell { class: Some("missing"), ..cell },
        Change::Broken(reason) => Cell { class: Some("missing"), ..cell }.note(Some(reason.clone())),
    }
}

/// A rating, or that the statement was not asked.
pub fn rating(scale: &Scale, placed: Option<Placed>) -> Cell {
    placed.map_or_else(|| Cell::missing(crate::model::Missing::NotAsked), |placed| heat::cell(scale, placed.rating))
}

/// The way to the line on which something was written; `about` tells those who hear the link alone.
pub fn line(model: &Model, origin: Option<Origin>, about: &str) -> Cell {
    match origin {
        Some(origin) => {
            Cell::trace(format!("rad\u{a0}{}", origin.line), trace::to(model, origin)).hidden(format!(", {about}"))
        }
        None => Cell { class: Some("missing"), ..Cell::text("inget") },
    }
}

/// A statement as the heading of a row.
pub fn statement(model: &Model, set: &StatementSet, statement: &Statement) -> Cell {
    Cell::link(model.statement_title(set, statement), address::statement(&set.id, &statement.id))
}

//! Body by body: how many ratings moved which way, who cannot be compared and why, and who began, ended, merged or split.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{Cell, Column, Figure, Row, Table, charting, trace, wording};
use super::statements::{Moved, most};
use super::{Compared, cells, summary};
use crate::chart;
use crate::difference::wording::movement;
use crate::language::{collation, date, list};
use crate::model::{Body, BodyId, Missing, Model, SetId};
use crate::page::frame::Entry;
use crate::report::comparison::body::events;
use crate::report::comparison::{BodyComparison, Comparison, Movement, Pair, Ratings, SetComparison, Tally};

/// Bodies that cannot be compared for the same reason.
#[derive(Debug, Serialize)]
pub struct Lacking {
    reason: String,
    bodies: Vec<Entry>,
}

/// The bodies in the order in which they are listed: committees first, by name.
pub fn ordered<'c, 'm>(compared: &'c Comparison<'m>) -> Vec<&'c BodyComparison<'m>> {
    let mut bodies: Vec<_> = compared.bodies.iter().collect();
    bodies.sort_by_cached_key(|one| {
        let body = one.body.latest();
        (!body.kind.is_committee(), collation::sort_key(&body.name))
    });
    bodies
}

/// How many ratings of all bodies did what, over all sets.
pub fn tally(compared: &Comparison<'_>) -> Tally {
    compared.bodies.iter().flat_map(|one| &one.ratings).fold(Tally::default(), |sum, one| sum.and(one.tally()))
}

/// The same for one set.
pub fn tally_of(compared: &Comparison<'_>, set: &SetId) -> Tally {
    let ratings = compared.bodies.iter().filter_map(|one| one.of_set(set));
    ratings.fold(Tally::default(), |sum, one| sum.and(one.tally()))
}

/// Every body with answers in both years; `None` where there is none.
pub fn table(
    all: &Compared<'_>,
    compared: &Comparison<'_>,
    set: &SetComparison<'_>,
    path: &str,
    id: &str,
) -> Option<Table> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let bodies = ordered(compared).into_iter().filter_map(|one| Some((one, one.of_set(&set.sets.1.set.id)?)));
    let bodies: Vec<_> = bodies.filter(|(_, ratings)| ratings.lacking().is_none()).collect();
    let sum = bodies.iter().fold(Tally::default(), |sum, (_, ratings)| sum.and(ratings.tally()));
    let shown: Vec<_> =
        Movement::ALL.into_iter().filter(|one| summary::is_compared(*one) || sum.of(*one) > 0).collect();
    let rows = bodies.iter().map(|(one, ratings)| {
        let tally = ratings.tally();
        let mut cells = vec![cells::change(&ratings.share)];
        cells.extend(shown.iter().map(|movement| Cell::figure(cells::whole(tally.of(*movement)))));
        let body = one.body.latest();
        Row { header: Cell::link(&body.name, all.address_of(from, to, body)), cells }
    });
    let mut columns = vec![Column::words("Organ"), Column::figures(format!("Andel {}", set.sets.1.scale.best_name()))];
    columns.extend(shown.iter().map(|one| Column::figures(wording::capitalized(&movement(*one).sv))));
    let caption = format!("Bedömningarna {from} och {to}, organ för organ: hur andelen ändrats och antal bedömningar");
    let answers = bodies.iter().flat_map(|(_, ratings)| [ratings.before, ratings.after]).flatten();
    let traces = answers.map(|one| trace::to(compared.sides.after.report.model, one.origin)).collect();
    (!bodies.is_empty()).then(|| Table::new(path, id, caption, columns, rows.collect(), traces))
}

/// The chart of ratings that went up and down, body by body; `None` where none can be compared.
pub fn figure(compared: &Comparison<'_>, set: &SetComparison<'_>, path: &str, id: String) -> Option<Figure> {
    let sides = compared.sides;
    let bodies = ordered(compared).into_iter().filter_map(|one| Some((one, one.of_set(&set.sets.1.set.id)?)));
    let rows = bodies.map(|(one, ratings)| {
        let tally = ratings.tally();
        let of = |movement: Movement| u64::from(tally.of(movement));
        let moved = match ratings.lacking() {
            Some(pair) => chart::MovedRatings::Missing { reason: reason(compared, pair) },
            None => chart::MovedRatings::Compared {
                up: of(Movement::Up),
                down: of(Movement::Down),
                same: of(Movement::Same),
                incomparable: u64::from(tally.all() - tally.compared()),
            },
        };
        chart::RatingMovement { name: one.body.latest().name.clone(), moved }
    });
    let value = chart::MovementOfRatings {
        id,
        subject: charting::EVERYONE.into(),
        row_name: "Organ".into(),
        rows_name: "nämnder och bolag".into(),
        from_label: sides.before.year.to_string(),
        to_label: sides.after.year.to_string(),
        rows: rows.collect(),
    };
    let any = tally_of(compared, &set.sets.1.set.id).compared() > 0;
    let traces = vec![trace::to(sides.after.report.model, set.sets.1.set.origin)];
    any.then(|| Figure::new(path, &chart::movement_of_ratings(&value), traces))
}

/// The bodies whose share moved most: up, then down.
pub fn moves(all: &Compared<'_>, compared: &Comparison<'_>, set: &SetComparison<'_>) -> (Vec<Moved>, Vec<Moved>) {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let moved = ordered(compared).into_iter();
    let moved = moved.filter_map(|one| Some((one.of_set(&set.sets.1.set.id)?.share.points()?, *one.body.latest())));
    most(&moved.collect::<Vec<_>>(), |body: &&Body, points| Moved {
        text: body.name.clone(),
        href: all.address_of(from, to, body),
        change: wording::points(points),
    })
}

/// Who cannot be compared, by reason; nothing where nobody can, which the summary says once for all.
pub fn lacking(all: &Compared<'_>, compared: &Comparison<'_>, set: &SetComparison<'_>) -> Vec<Lacking> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let mut groups: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for one in ordered(compared) {
        let Some(pair) = one.of_set(&set.sets.1.set.id).and_then(Ratings::lacking) else { continue };
        let body = one.body.latest();
        let entry = Entry::new(&body.name, all.address_of(from, to, body));
        groups.entry(wording::capitalized(&reason(compared, pair))).or_default().push(entry);
    }
    groups.into_iter().map(|(reason, bodies)| Lacking { reason, bodies }).collect()
}

/// Why two years cannot be compared: `ej inlämnat 2016`.
pub fn reason(compared: &Comparison<'_>, lacking: Pair<Missing>) -> String {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    match lacking {
        Pair::Gone(missing) => format!("{} {from}", missing.words()),
        Pair::New(missing) => format!("{} {to}", missing.words()),
        Pair::Both(before, after) if before == after => format!("{} {from} och {to}", before.words()),
        Pair::Both(before, after) => format!("{} {from}, {} {to}", before.words(), after.words()),
    }
}

/// What happened to the organisation: a sentence with the body's page for each body that began or ended.
pub fn organisation(compared: &Comparison<'_>) -> Vec<(String, Entry)> {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let model = compared.sides.after.report.model;
    let mut told = Vec::new();
    for one in ordered(compared) {
        let body = *one.body.latest();
        let entry = || Entry::new(&body.name, super::address::body(&body.id));
        let (began, ended) = events(body, (from, to));
        if let Some(began) = began {
            let took_over = match body.predecessors.as_slice() {
                [] => String::new(),
                ids => format!(" och tog över från {}", names(model, ids)),
            };
            told.push((format!("bildades {}{took_over}.", date::long(began)), entry()));
        }
        if let Some(ended) = ended {
            let handed_over = match body.successors.as_slice() {
                [] => String::new(),
                [id] => format!(" och gick upp i {}", names(model, std::slice::from_ref(id))),
                ids => format!(" och delades på {}", names(model, ids)),
            };
            told.push((format!("upphörde {}{handed_over}.", date::long(ended)), entry()));
        }
    }
    told
}

fn names(model: &Model, ids: &[BodyId]) -> String {
    list::joined(&ids.iter().map(|id| model.bodies[id].name.as_str()).collect::<Vec<_>>())
}

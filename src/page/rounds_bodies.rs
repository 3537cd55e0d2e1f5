//! How each body's ratings moved between two rounds of a joint review.

use super::{Cell, Column, Row, Table, address, trace};
use crate::language::{collation, number};
use crate::model::{JointReview, Year};
use crate::report::Report;
use crate::report::comparison::joint::{JointChange, joint};
use crate::report::comparison::{Movement, Pair, years};

/// The bodies that have ratings in both rounds; `None` where there are none, or the rounds cannot be compared.
pub fn table(report: &Report<'_>, review: &JointReview, (from, to): (Year, Year), path: &str) -> Option<Table> {
    let sides = years(report, from, to);
    let mut bodies: Vec<_> = report.model.bodies.values().collect();
    bodies.sort_by_cached_key(|body| (!body.kind.is_committee(), collation::sort_key(&body.name)));
    let rows: Vec<_> = bodies
        .into_iter()
        .filter_map(|body| {
            let changes = joint(sides, Pair::Both(body, body));
            let change = changes.into_iter().find(|one| one.change.documents.latest().review == review.id)?;
            (change.tally.compared() > 0).then(|| {
                let href = format!("{}#gemensam-{}", address::body_year(&body.id, to), review.id);
                Row { header: Cell::link(&body.name, href), cells: cells(report, &change) }
            })
        })
        .collect();
    let columns = [Column::words("Organ")].into_iter();
    let columns = columns.chain(["Upp", "Ned", "Oförändrade", "Kan inte jämföras"].map(Column::figures));
    let columns = columns.chain([Column::words(format!("Underlag {from}")), Column::words(format!("Underlag {to}"))]);
    let caption = format!("Hur organens bedömningar har flyttat sig från {from} till {to}");
    (!rows.is_empty()).then(|| Table::new(path, "organen", caption, columns.collect(), rows, Vec::new()))
}

fn cells(report: &Report<'_>, change: &JointChange<'_>) -> Vec<Cell> {
    let moves = [Movement::Up, Movement::Down, Movement::Same];
    let counted = moves.map(|movement| change.tally.of(movement));
    // What has got or lost a level cannot be called better or worse.
    let others = change.tally.all() - change.tally.compared();
    let counts = counted.into_iter().chain([others]).map(|count| Cell::figure(number::integer(i64::from(count))));
    let documents = [change.change.documents.before(), change.change.documents.after()];
    let lines = documents.into_iter().flatten().map(|answer| {
        Cell::trace(format!("rad {}", answer.origin.line), trace::to(report.model, answer.origin))
            .hidden(format!(" i svaret {}", answer.year))
    });
    counts.chain(lines).collect()
}

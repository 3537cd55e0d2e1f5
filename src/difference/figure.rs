//! Figures of the city-wide report as changes, each with its part and its whole.

use super::{Entry, EntryKind, Stand, amount, name, wording};
use crate::model::{Model, Scale, StatementSet, Year};
use crate::report::comparison::{Figure, FigureChange, FigureValue, Pair};
use crate::words;

/// A figure that is not the same before and after.
pub fn entry(change: &FigureChange<'_>, model: &Model) -> Entry {
    let (id, set) = of_figure(change.figure);
    let scale: Option<&Scale> = set.and_then(|set| model.scales.get(&set.scale));
    let figure = amount::capitalized(&wording::figure(change.figure, scale));
    let year = change.year.map(|year: Year| format!(" {year}")).unwrap_or_default();
    let stand = |value: &FigureValue| Stand {
        words: Some(wording::figure_value(change.figure, *value)),
        exact: (*value).into(),
        trace: None,
    };
    Entry {
        kind: EntryKind::Figure,
        id: Some(format!("{id}{}", change.year.map(|year| format!(":{year}")).unwrap_or_default())),
        name: words!("{figure}{year}", "{figure}{year}", figure),
        what: match change.values {
            Pair::Both(..) => words!("", ""),
            Pair::Gone(_) => words!("finns inte längre", "no longer there"),
            Pair::New(_) => words!("ny", "new"),
        },
        change: name::pair(&change.values),
        before: change.values.before().map(stand),
        after: change.values.after().map(stand),
        fields: Vec::new(),
    }
}

/// What tells the figure apart, and its set.
fn of_figure(figure: Figure<'_>) -> (String, Option<&StatementSet>) {
    match figure {
        Figure::Answered(set) => (format!("answered:{}", set.id), Some(set)),
        Figure::Level(set, level) => (format!("level:{}:{}", set.id, level.id), Some(set)),
        Figure::Category(set, category) => (format!("category:{}:{}", set.id, category.id), Some(set)),
        Figure::Statement(set, statement) => (format!("statement:{}:{}", set.id, statement.id), Some(set)),
        Figure::Measures => ("measures".to_owned(), None),
        Figure::OpenMeasures => ("open_measures".to_owned(), None),
        Figure::OverdueMeasures => ("overdue_measures".to_owned(), None),
    }
}

//! The statements that are new, have been dropped, or say something else, with their wordings.

use serde::Serialize;

use super::super::{Trace, trace};
use crate::page::address;
use crate::page::frame::Entry;
use crate::report::comparison::{Comparison, Pair, SetComparison, StatementChange, Wording};

/// A statement that does not stand in both years with the same words.
#[derive(Debug, Serialize)]
pub struct View {
    statement: Entry,
    /// What became of it, in a sentence.
    fate: String,
    /// The wordings: year, words, and where they are written.
    wordings: Vec<(String, String, Trace)>,
    note: Option<String>,
}

/// The reworded first, then the new, then those that are gone.
pub fn compose(compared: &Comparison<'_>, set: &SetComparison<'_>) -> Vec<View> {
    let changed = set.statements.iter().filter(|one| one.statement.both().is_none() || one.wording != Wording::Same);
    let mut changed: Vec<_> = changed.collect();
    changed.sort_by_key(|one| match one.statement {
        Pair::Both(..) => 0,
        Pair::New(_) => 1,
        Pair::Gone(_) => 2,
    });
    changed.into_iter().map(|one| view(compared, set, one)).collect()
}

fn view(compared: &Comparison<'_>, set: &SetComparison<'_>, one: &StatementChange<'_>) -> View {
    let (before, after) = (compared.sides.before, compared.sides.after);
    let statement = one.statement.latest();
    let fate = match (one.statement, one.wording) {
        (Pair::New(_), _) => format!("Nytt påstående. Det ingick inte {}.", before.year),
        (Pair::Gone(_), _) => format!("Påståendet har utgått. Det ingår inte {}.", after.year),
        (Pair::Both(..), Wording::Reworded { comparable: false }) => "Ny lydelse. Svaren kan inte jämföras.".to_owned(),
        (Pair::Both(..), Wording::Reworded { comparable: true } | Wording::Same) => {
            "Ny lydelse. Svaren kan jämföras.".to_owned()
        }
    };
    let sides = [one.statement.before().map(|one| (one, before)), one.statement.after().map(|one| (one, after))];
    let wordings = sides.into_iter().flatten().map(|(statement, side)| {
        let version = statement.version(side.year);
        (side.year.to_string(), version.text.clone(), trace::to(side.report.model, version.origin))
    });
    let on_the_way = statement.versions.iter().skip(1);
    let on_the_way = on_the_way.filter(|version| before.year < version.from && version.from <= after.year);
    let notes: Vec<_> = on_the_way.filter_map(|version| version.note.as_deref()).collect();
    View {
        statement: Entry::new(
            after.report.model.statement_title(set.sets.1.set, statement),
            address::statement(&set.sets.1.set.id, &statement.id),
        ),
        fate,
        wordings: wordings.collect(),
        note: (!notes.is_empty()).then(|| notes.join(" ")),
    }
}

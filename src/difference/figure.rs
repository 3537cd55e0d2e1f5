//! Figures of the city-wide report as changes, each with its part and its whole.

use super::{Entry, EntryKind, Stand, amount, name, wording};
use crate::model::{Model, Scale, StatementSet, Year};
use crate::report::comparison::{Figure, FigureChange, FigureValue, Pair, ReplyCount};
use crate::report::promises::PromiseGroup;
use crate::report::responses::ResponseGroup;
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
        Figure::Plans => ("plans".to_owned(), None),
        Figure::Risks => ("risks".to_owned(), None),
        Figure::Verdict(verdict) => (format!("risks:{}", verdict.name), None),
        Figure::UngradedRisks => ("ungraded_risks".to_owned(), None),
        Figure::Promised(group) => (format!("promised:{}", promised(group)), None),
        Figure::Responses(group) => (format!("responses:{}", responses(group)), None),
        Figure::RoundAnswered(review) => (format!("joint_answered:{}", review.id), None),
        Figure::RoundLevel(review, statement, level) => {
            (format!("joint_level:{}:{}:{}", review.id, statement.id, level.id), None)
        }
        Figure::Reply(review, question, count) => {
            let (kind, of) = reply(count);
            (format!("{kind}:{}:{}{of}", review.id, question.id), None)
        }
    }
}

fn promised(group: PromiseGroup) -> &'static str {
    match group {
        PromiseGroup::Overdue => "overdue",
        PromiseGroup::Coming => "coming",
        PromiseGroup::Kept => "kept",
        PromiseGroup::Dropped => "dropped",
        PromiseGroup::Silent => "silent",
        PromiseGroup::Unknown => "unknown",
        PromiseGroup::Ended => "ended",
        PromiseGroup::Proposed => "proposed",
    }
}

fn responses(group: ResponseGroup) -> &'static str {
    match group {
        ResponseGroup::Overdue => "overdue",
        ResponseGroup::Coming => "coming",
        ResponseGroup::HandedIn => "handed_in",
        ResponseGroup::Unknown => "unknown",
    }
}

/// What is counted of a question, and of which of its answers.
fn reply(count: ReplyCount<'_>) -> (&'static str, String) {
    match count {
        ReplyCount::Answered => ("joint_replied", String::new()),
        ReplyCount::Yes => ("joint_yes", String::new()),
        ReplyCount::No => ("joint_no", String::new()),
        ReplyCount::Level(level) => ("joint_reply", format!(":{}", level.id)),
        ReplyCount::Choice(alternative) => ("joint_reply", format!(":{alternative}")),
        ReplyCount::Sum(_) => ("joint_sum", String::new()),
    }
}

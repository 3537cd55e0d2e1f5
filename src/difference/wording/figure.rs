//! Figures that move: shares and indicators of two years, and the figures of the city-wide report at two revisions.

use crate::diagnostic::Words;
use crate::difference::amount::{decimal, integer, part_of, per_cent, points, same, share, signed, uncapitalized};
use crate::language::number;
use crate::model::{Indicator, Scale, StatementSet};
use crate::report::comparison::{Change, Difference, Figure, FigureValue, ReplyCount};
use crate::report::promises::PromiseGroup;
use crate::report::responses::ResponseGroup;
use crate::report::series::PointValue;
use crate::words;

use super::missing::{answers_are, missing};

/// What became of a share: `+5 procentenheter`, `oförändrat`, or why it cannot be said.
#[must_use]
pub fn change(change: &Change) -> Words {
    match change {
        Change::Points { from, to } if from == to => words!("oförändrat", "unchanged"),
        Change::Points { from, to } => points(to - from),
        Change::Broken(reason) => incomparable(reason),
        Change::Missing(year, why) => {
            let are = answers_are(*why);
            words!("kan inte jämföras: svaren {year} {are}", "cannot be compared: the answers of {year} {are}", are)
        }
    }
}

/// What became of an indicator: `+2, +20 %`; a figure that is itself in per cent changes in percentage points.
#[must_use]
pub fn difference(difference: &Difference, indicator: &Indicator) -> Words {
    match difference {
        Difference::Between { from, to } if from == to => words!("oförändrat", "unchanged"),
        Difference::Between { from, to } if indicator.unit == "procent" => {
            let sv = number::signed_decimal_points(&(to - from), indicator.decimals);
            let en = signed(to - from, indicator.decimals).en;
            Words { sv, en: format!("{en} percentage points") }
        }
        Difference::Between { from, to } => {
            let by = signed(to - from, indicator.decimals);
            match number::signed_percent_change(from, to) {
                Some(per_cent) => {
                    let per_cent_en = per_cent.replace("\u{a0}%", "%").replace('\u{a0}', ",");
                    words!("{by}, {per_cent}", "{by}, {per_cent_en}", by)
                }
                None => words!("{by}, från noll", "{by}, from zero", by),
            }
        }
        Difference::Broken(reason) => incomparable(reason),
        Difference::Missing(year, why) => {
            let are = missing(*why);
            words!("kan inte jämföras: {are} {year}", "cannot be compared: {are} in {year}", are)
        }
    }
}

fn incomparable(reason: &str) -> Words {
    let reason = reason.trim_end_matches('.');
    words!("kan inte jämföras: {reason}", "cannot be compared: “{reason}”")
}

/// A point of a series; the reason where it has no value.
#[must_use]
pub fn point_value(value: PointValue) -> Words {
    match value {
        PointValue::Computed { share, .. } => self::share(share),
        PointValue::Published(value) => {
            let value = per_cent(value);
            words!("{value} (publicerat)", "{value} (published)", value)
        }
        PointValue::Missing(why) => missing(why),
    }
}

/// What a figure of the city-wide report counts; `scale` is that of the set, where there is one.
#[must_use]
pub fn figure(figure: Figure<'_>, scale: Option<&Scale>) -> Words {
    let best = match scale {
        Some(scale) => {
            let name = scale.best_name();
            words!("”{name}”", "“{name}”")
        }
        None => words!("den bästa nivån", "the best level"),
    };
    let of_set = |set: &StatementSet| set.name.clone();
    match figure {
        Figure::Answered(set) => {
            let set = of_set(set);
            words!("organ som har svarat på {set}", "bodies that have answered {set}")
        }
        Figure::Level(set, level) => {
            let (set, level) = (of_set(set), uncapitalized(&same(&level.name)));
            words!("svar på nivån ”{level}” i {set}", "answers at the level “{level}” of {set}", level)
        }
        Figure::Category(_, category) => {
            let category = &category.name;
            words!("svar på nivån {best} i kategorin {category}", "answers at {best} in the category {category}", best)
        }
        Figure::Statement(_, statement) => {
            let (id, short) = (&statement.id, &statement.short);
            words!("svar på nivån {best} för {id} {short}", "answers at {best} for {id} {short}", best)
        }
        Figure::Measures => words!("åtgärder i rapporten", "measures in the report"),
        Figure::OpenMeasures => words!("åtgärder som inte är klara", "measures still to be done"),
        Figure::OverdueMeasures => words!("försenade åtgärder", "late measures"),
        Figure::Plans => words!("planer", "plans"),
        Figure::Risks => words!("risker i planerna", "risks of the plans"),
        Figure::Verdict(verdict) => {
            let verdict = uncapitalized(&same(&verdict.name));
            words!("risker med omdömet ”{verdict}”", "risks with the verdict “{verdict}”", verdict)
        }
        Figure::UngradedRisks => words!("risker utan riskvärde", "risks without a value"),
        Figure::Promised(group) => promised(group),
        Figure::Responses(group) => responses(group),
        Figure::RoundAnswered(review) => {
            let title = review.title();
            words!(
                "organ som har svarat i den gemensamma granskningen ”{title}”",
                "bodies that have answered in the joint review “{title}”"
            )
        }
        Figure::RoundLevel(review, statement, level) => {
            let (title, id, short) = (review.title(), &statement.id, &statement.short);
            let level = uncapitalized(&same(&level.name));
            words!(
                "svar på nivån ”{level}” för {id} {short} i den gemensamma granskningen ”{title}”",
                "answers at the level “{level}” for {id} {short} in the joint review “{title}”",
                level
            )
        }
        Figure::Reply(review, question, count) => {
            let (title, id, short) = (review.title(), &question.id, &question.short);
            let count = reply(count);
            words!(
                "{count} för {id} {short} i den gemensamma granskningen ”{title}”",
                "{count} for {id} {short} in the joint review “{title}”",
                count
            )
        }
    }
}

/// How much of what was promised stands so.
fn promised(group: PromiseGroup) -> Words {
    match group {
        PromiseGroup::Overdue => words!("utlovat som är försenat", "promises that are late"),
        PromiseGroup::Coming => words!("utlovat som är kommande", "promises still to come"),
        PromiseGroup::Kept => words!("utlovat som är klart", "promises that are kept"),
        PromiseGroup::Dropped => words!("utlovat som har utgått", "promises that were given up"),
        PromiseGroup::Silent => {
            words!("utlovat som har försvunnit utan besked", "promises that are not mentioned any more")
        }
        PromiseGroup::Unknown => words!("utlovat vars läge inte är känt", "promises of which nothing is known"),
        PromiseGroup::Ended => {
            words!("utlovat som inte var klart när organet upphörde", "promises not kept when the body ended")
        }
        PromiseGroup::Proposed => words!("föreslagna åtaganden", "proposed commitments"),
    }
}

/// How many responses to auditors stand so.
fn responses(group: ResponseGroup) -> Words {
    match group {
        ResponseGroup::Overdue => words!("försenade yttranden till revisorerna", "late responses to the auditors"),
        ResponseGroup::Coming => words!("väntade yttranden till revisorerna", "awaited responses to the auditors"),
        ResponseGroup::HandedIn => {
            words!("lämnade yttranden till revisorerna", "responses handed in to the auditors")
        }
        ResponseGroup::Unknown => {
            words!("yttranden till revisorerna som inte är kända", "responses to the auditors that are not known")
        }
    }
}

/// What is counted of the answers to a question.
fn reply(count: ReplyCount<'_>) -> Words {
    match count {
        ReplyCount::Answered => words!("organ som har svarat", "bodies that have answered"),
        ReplyCount::Yes => words!("svaret ja", "the answer yes"),
        ReplyCount::No => words!("svaret nej", "the answer no"),
        ReplyCount::Level(level) => {
            let level = uncapitalized(&same(&level.name));
            words!("svar på nivån ”{level}”", "answers at the level “{level}”", level)
        }
        ReplyCount::Choice(alternative) => words!("svaret ”{alternative}”", "the answer “{alternative}”"),
        ReplyCount::Sum(unit) => words!("summan av {unit}", "the sum of {unit}"),
    }
}

/// What a figure is, with its part and its whole.
#[must_use]
pub fn figure_value(figure: Figure<'_>, value: FigureValue) -> Words {
    match (figure, value) {
        (Figure::Answered(_) | Figure::RoundAnswered(_) | Figure::Reply(..), FigureValue::Share(share)) => {
            part_of(share.part, share.whole)
        }
        (_, FigureValue::Share(share)) => self::share(share),
        (_, FigureValue::Published(value)) => point_value(PointValue::Published(value)),
        (_, FigureValue::Count(count)) => integer(usize::try_from(count).unwrap_or(usize::MAX)),
        (_, FigureValue::Missing(why)) => missing(why),
    }
}

/// A reading with its unit: `12 ärenden`.
#[must_use]
pub fn reading(value: rust_decimal::Decimal, indicator: &Indicator) -> Words {
    let number = decimal(value, indicator.decimals);
    let one = indicator.unit_of_one.as_ref().filter(|_| value == rust_decimal::Decimal::ONE);
    let unit = one.unwrap_or(&indicator.unit);
    words!("{number} {unit}", "{number} {unit}", number)
}

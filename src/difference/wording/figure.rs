//! Figures that move: shares and indicators of two years, and the figures of the city-wide report at two revisions.

use crate::diagnostic::Words;
use crate::difference::amount::{decimal, integer, part_of, per_cent, points, same, share, signed, uncapitalized};
use crate::language::number;
use crate::model::{Indicator, Scale, StatementSet};
use crate::report::comparison::{Change, Difference, Figure, FigureValue};
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
    }
}

/// What a figure is, with its part and its whole.
#[must_use]
pub fn figure_value(figure: Figure<'_>, value: FigureValue) -> Words {
    match (figure, value) {
        (Figure::Answered(_), FigureValue::Share(share)) => part_of(share.part, share.whole),
        (_, FigureValue::Share(share)) => self::share(share),
        (_, FigureValue::Published(value)) => point_value(PointValue::Published(value)),
        (_, FigureValue::Count(count)) => integer(count as usize),
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

//! The appendix of maturity ladders: the steps of each that a joint review used, and how the answers fell on them.

use super::super::{Cell, Column, Row, Table, joint_reviews, round_figures, wording};
use super::appendix::{Appendix, Part};
use super::{Heading, joint};
use crate::model::{JointReview, LevelNumber, Model, Round, RoundFigures, Scale, ScaleKind, Year};
use crate::report::Report;
use crate::report::rounds::{scale, span};

/// The ladders of a year, or a sentence where no review used one.
pub fn compose(report: &Report<'_>, year: Year, path: &str) -> Appendix {
    let heading = Heading::new("bilaga-4", "Bilaga 4. Mognadstrappor");
    let rounds = joint_reviews::of_year(report.model, year);
    let is_none = rounds.is_empty();
    let parts = rounds.into_iter().filter_map(|(review, round)| {
        let scale = scale(report.model, round).filter(|scale| scale.kind == ScaleKind::Ladder)?;
        Some(part(report.model, review, (round, scale), path))
    });
    let parts: Vec<_> = parts.collect();
    if !parts.is_empty() {
        return Appendix { parts, ..Appendix::new(heading) };
    }
    let missing = if is_none {
        format!("Ingen kommungemensam granskning {year} är inlagd här.")
    } else {
        format!(
            "Ingen av granskningarna {year} har svar på en mognadstrappa inlagda här. Om en granskning nämner en \
             trappa står det som är känt i granskningens text."
        )
    };
    Appendix::empty(heading, missing)
}

fn part(model: &Model, review: &JointReview, (round, scale): (&Round, &Scale), path: &str) -> Part {
    let before = joint::since(model, review, round).map(|compared| compared.before);
    let before = before.filter(|before| before.scale == round.scale);
    let rounds: Vec<_> = before.into_iter().chain([round]).collect();
    let steps = scale.ordered().len();
    let rows = scale.ordered().iter().enumerate().map(|(at, level)| {
        let spans = rounds.iter().map(|round| round_figures::cell(span(round, LevelNumber(at))));
        let step = Cell::text(format!("{} av {steps}", steps - at));
        Row { header: Cell::text(&level.name), cells: [step].into_iter().chain(spans).collect() }
    });
    let figures = rounds.iter().map(|round| Column::figures(format!("{}, lägst–högst", round.year)));
    let columns = [Column::words("Steg"), Column::words("Nummer")].into_iter().chain(figures).collect();
    let caption = format!("{}: stegen, det högsta först, och andelen av svaren på varje steg", scale.name);
    let traces = rounds.iter().map(|round| round_figures::origin(model, round)).collect();
    let table = Table::new(path, format!("bilaga-4_{}", review.id), caption, columns, rows.collect(), traces);
    let missing = match round.outcome.as_ref().map(|outcome| &outcome.figures) {
        Some(RoundFigures::Missing(missing)) => {
            Some(format!("Andelarna {} {}.", round.year, wording::answers_are(*missing)))
        }
        None => Some(format!("Omgången {} har inga andelar.", round.year)),
        Some(RoundFigures::Statements(_) | RoundFigures::Spans(_)) => None,
    };
    Part {
        title: format!("{} {}", review.title(), round.year),
        missing: missing.into_iter().collect(),
        tables: vec![table],
    }
}

//! The appendix of joint reviews that have been made before: their figures beside those of the round before.

use super::super::{joint_reviews, round_figures, rounds_compared, wording};
use super::Heading;
use super::appendix::{Appendix, Part};
use super::joint;
use crate::language::list;
use crate::model::{Model, RoundFigures, Year};
use crate::report::Report;
use crate::report::comparison::rounds::RoundsCompared;
use crate::report::rounds::scale;

/// The repeated reviews of a year, or a sentence where there are none.
pub fn compose(report: &Report<'_>, year: Year, path: &str) -> Appendix {
    let heading = Heading::new("bilaga-5", "Bilaga 5. Granskningar som har gjorts förut");
    let rounds = joint_reviews::of_year(report.model, year);
    let is_none = rounds.is_empty();
    let compared = rounds.into_iter().filter_map(|(review, round)| {
        let compared = joint::since(report.model, review, round)?;
        Some(part(report.model, review.id.as_str(), &compared, path))
    });
    let parts: Vec<_> = compared.collect();
    if !parts.is_empty() {
        return Appendix { parts, ..Appendix::new(heading) };
    }
    let missing = if is_none {
        format!("Ingen kommungemensam granskning {year} är inlagd här.")
    } else {
        format!("Ingen av granskningarna {year} har en tidigare omgång som är inlagd här.")
    };
    Appendix::empty(heading, missing)
}

fn part(model: &Model, id: &str, compared: &RoundsCompared<'_>, path: &str) -> Part {
    let (before, after) = (compared.before, compared.after);
    let scale = scale(model, after).filter(|_| before.scale == after.scale);
    let renamed = |table: super::super::Table| {
        let id = format!("bilaga-5_{id}_{}", table.id);
        table.renamed(path, id)
    };
    let spans = scale.and_then(|scale| rounds_compared::spans(model, compared, scale, path));
    let shares = scale.map(|scale| rounds_compared::shares(model, compared, scale, path)).unwrap_or_default();
    let tables: Vec<_> = spans.into_iter().chain(shares).map(renamed).collect();
    let (mut missing, mut only_spans) = (Vec::new(), Vec::new());
    for round in [before, after] {
        let Some(outcome) = &round.outcome else {
            missing.push(format!("Omgången {} har inga andelar.", round.year));
            continue;
        };
        match &outcome.figures {
            RoundFigures::Missing(reason) => {
                missing.push(format!("Andelarna {} {}.", round.year, wording::answers_are(*reason)));
            }
            RoundFigures::Spans(_) => only_spans.push(round.year.to_string()),
            RoundFigures::Statements(_) => {}
        }
    }
    if !only_spans.is_empty() {
        let years = list::joined(&only_spans);
        missing.push(format!("Andelarna för varje påstående {years} finns inte här, bara den lägsta och den högsta."));
    }
    missing.extend(compared.barrier.iter().map(round_figures::barrier));
    Part { title: format!("{} {} och {}", after.title, before.year, after.year), missing, tables }
}

//! The appendix of maturity ladders: the steps of each that a joint review used, and how the answers fell on them.

use super::super::{Cell, Column, Row, Table, joint_reviews, round_figures, round_questions, trace, wording};
use super::appendix::{Appendix, Part};
use super::{Heading, joint};
use crate::model::{
    JointReview, LevelNumber, Missing, Model, Question, QuestionKind, Round, RoundFigures, Scale, ScaleKind, Year,
};
use crate::report::Report;
use crate::report::joint_answers::{Counts, RoundAnswers, of_round};
use crate::report::rounds::{scale, span};

/// The ladders of a year, or a sentence where no review used one.
pub fn compose(report: &Report<'_>, year: Year, path: &str) -> Appendix {
    let heading = Heading::new("bilaga-4", "Bilaga 4. Mognadstrappor");
    let rounds = joint_reviews::of_year(report.model, year);
    let is_none = rounds.is_empty();
    let parts: Vec<_> = rounds.into_iter().flat_map(|one| parts(report.model, one, path)).collect();
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

/// The ladders of a round: the one of its statements, those of its questions, and one that its text tells of.
fn parts(model: &Model, (review, round): (&JointReview, &Round), path: &str) -> Vec<Part> {
    let of_statements = scale(model, round).filter(|scale| scale.kind == ScaleKind::Ladder);
    let of_statements = of_statements.map(|scale| part(model, review, (round, scale), path));
    let of_questions = round.questions.iter().filter_map(|question| {
        let QuestionKind::Rating(id) = &question.kind else { return None };
        let scale = model.scales.get(id).filter(|scale| scale.kind == ScaleKind::Ladder)?;
        Some(asked(model, (review, round), (question, scale), path))
    });
    let of_text = round.ladder.as_ref().and_then(|id| model.scales.get(id));
    let of_text = of_text.map(|scale| told(model, (review, round), scale, path));
    of_statements.into_iter().chain(of_questions).chain(of_text).collect()
}

/// The ladder of a question, and how many bodies stand on each step.
fn asked(
    model: &Model,
    (review, round): (&JointReview, &Round),
    (question, scale): (&Question, &Scale),
    path: &str,
) -> Part {
    let answers = of_round(model, &review.id, round).filter(RoundAnswers::is_enough_for_questions);
    let tally = answers.map(|answers| answers.tally(model, question));
    let counts = tally.as_ref().map(|tally| &tally.counts);
    let count = |at: usize| match counts {
        Some(Counts::Levels(counts)) => {
            counts.get(at).map_or(Cell::missing(Missing::Unknown), |count| Cell::figure(count.to_string()))
        }
        Some(Counts::YesNo(..) | Counts::Choices(_) | Counts::Sum(_) | Counts::Nothing) | None => {
            Cell::missing(Missing::Unknown)
        }
    };
    let too_few = counts.is_none().then(|| "Svaren är för få för att läggas ihop.".to_owned());
    let name = round_questions::name(question);
    Part {
        title: format!("{} {}: {name}", review.title(), round.year),
        missing: too_few.into_iter().chain(round_questions::unnamed(scale)).collect(),
        tables: vec![Table::new(
            path,
            format!("bilaga-4_{}-{}", review.id, question.id.as_str().to_ascii_lowercase()),
            format!("{}: stegen, det högsta först, och antalet nämnder och bolag på varje steg", scale.name),
            vec![Column::words("Steg"), Column::words("Nummer"), Column::figures(format!("Antal {}", round.year))],
            steps(scale, |at| vec![count(at)]),
            vec![trace::to(model, question.origin)],
        )],
    }
}

/// A ladder that the text of a round tells of: its steps alone.
fn told(model: &Model, (review, round): (&JointReview, &Round), scale: &Scale, path: &str) -> Part {
    let in_text = "Det som är känt om stegen står i granskningens text.".to_owned();
    Part {
        title: format!("{} {}", review.title(), round.year),
        missing: [in_text].into_iter().chain(round_questions::unnamed(scale)).collect(),
        tables: vec![Table::new(
            path,
            format!("bilaga-4_{}-text", review.id),
            format!("{}: stegen, det högsta först", scale.name),
            vec![Column::words("Steg"), Column::words("Nummer")],
            steps(scale, |_| Vec::new()),
            vec![trace::to(model, round.origin)],
        )],
    }
}

/// A row for each step, with the cells that its place gives.
fn steps(scale: &Scale, cells: impl Fn(usize) -> Vec<Cell>) -> Vec<Row> {
    let count = scale.ordered().len();
    let rows = scale.ordered().iter().enumerate().map(|(at, level)| {
        let step = Cell::text(format!("{} av {count}", count - at));
        Row { header: Cell::text(&level.name), cells: [step].into_iter().chain(cells(at)).collect() }
    });
    rows.collect()
}

fn part(model: &Model, review: &JointReview, (round, scale): (&Round, &Scale), path: &str) -> Part {
    let before = joint::since(model, review, round).map(|compared| compared.before);
    let before = before.filter(|before| before.scale == round.scale);
    let rounds: Vec<_> = before.into_iter().chain([round]).collect();
    let spans = |at: usize| rounds.iter().map(|round| round_figures::cell(span(round, LevelNumber(at)))).collect();
    let figures = rounds.iter().map(|round| Column::figures(format!("{}, lägst–högst", round.year)));
    let columns = [Column::words("Steg"), Column::words("Nummer")].into_iter().chain(figures).collect();
    let caption = format!("{}: stegen, det högsta först, och andelen av svaren på varje steg", scale.name);
    let traces = rounds.iter().map(|round| round_figures::origin(model, round)).collect();
    let table = Table::new(path, format!("bilaga-4_{}", review.id), caption, columns, steps(scale, spans), traces);
    let missing = match round.outcome.as_ref().map(|outcome| &outcome.figures) {
        Some(RoundFigures::Missing(missing)) => {
            Some(format!("Andelarna {} {}.", round.year, wording::answers_are(*missing)))
        }
        None => Some(format!("Omgången {} har inga andelar.", round.year)),
        Some(RoundFigures::Statements(_) | RoundFigures::Spans(_)) => None,
    };
    Part {
        title: format!("{} {}", review.title(), round.year),
        missing: missing.into_iter().chain(round_questions::unnamed(scale)).collect(),
        tables: vec![table],
    }
}

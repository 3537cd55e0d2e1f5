//! The questions of a round: their wordings, answers to them as cells, and how those fell.

use super::round::Place;
use super::{Cell, Column, Row, Table, heat, round_figures, trace, wording};
use crate::language::{list, number};
use crate::model::{Missing, Model, Question, QuestionKind, Rating, Remarks, ReplyValue, Round, Scale};
use crate::report::joint_answers::{Counts, QuestionTally, RoundAnswers};

/// The wordings of the questions; `None` of none.
pub fn wordings(model: &Model, round: &Round, place: &Place<'_>) -> Option<Table> {
    let rows = round.questions.iter().map(|question| {
        let text = match &question.text {
            Ok(text) => Cell::text(text),
            Err(missing) => Cell::missing(*missing),
        };
        let cells = vec![text.note(question.note.clone()), Cell::text(kind(model, &question.kind))];
        Row { header: Cell::text(name(question)), cells }
    });
    let rows: Vec<_> = rows.collect();
    let columns = ["Fråga", "Lydelse", "Så svarar man"].map(Column::words).to_vec();
    let traces = round.questions.first().map(|first| trace::to(model, first.origin)).into_iter().collect();
    (!rows.is_empty()).then(|| {
        Table::new(
            place.path,
            format!("{}fragor", place.prefix),
            format!("Frågorna {}", round.year),
            columns,
            rows,
            traces,
        )
    })
}

/// What a question is called: its id and its short name.
pub fn name(question: &Question) -> String {
    format!("{} {}", question.id, question.short)
}

/// What an answer is, in words.
fn kind(model: &Model, kind: &QuestionKind) -> String {
    match kind {
        QuestionKind::Rating(scale) => format!("En nivå: {}", round_figures::levels_of(&model.scales[scale])),
        QuestionKind::YesNo => "Ja eller nej.".to_owned(),
        QuestionKind::Count { unit } => format!("Antal {unit}."),
        QuestionKind::Number { unit } => format!("Ett tal i {unit}."),
        QuestionKind::Choice(alternatives) => format!("Ett av: {}.", list::joined(alternatives)),
        QuestionKind::Text => "En text.".to_owned(),
    }
}

/// An answer in a table, or why there is none.
pub fn cell(model: &Model, kind: &QuestionKind, reply: Result<&ReplyValue, Missing>) -> Cell {
    match (kind, reply) {
        (_, Err(missing)) => Cell::missing(missing),
        (QuestionKind::Rating(scale), Ok(ReplyValue::Level(level))) => {
            heat::cell(&model.scales[scale], Rating::Level(*level))
        }
        (_, Ok(ReplyValue::Level(level))) => Cell::text(format!("nivå {}", level.0 + 1)),
        (_, Ok(ReplyValue::YesNo(true))) => Cell::text("Ja"),
        (_, Ok(ReplyValue::YesNo(false))) => Cell::text("Nej"),
        (_, Ok(ReplyValue::Count(count))) => Cell::text(number::integer(i64::from(*count))),
        (_, Ok(ReplyValue::Number(value))) => Cell::text(wording::plain(*value)),
        (_, Ok(ReplyValue::Choice(text) | ReplyValue::Text(text))) => Cell::text(text),
    }
}

/// What must be known of an answer where it stands beside others.
pub fn doubt(remarks: &Remarks) -> Option<String> {
    remarks.uncertain.then(|| "Uppgiften är osäker.".to_owned())
}

/// How the answers to each question fell; `None` when there are no questions, or too few answers to say anything.
pub fn tallies(model: &Model, answers: &RoundAnswers<'_>, place: &Place<'_>) -> Option<Table> {
    let round = answers.round;
    if round.questions.is_empty() || !answers.is_enough_for_questions() {
        return None;
    }
    let rows = round.questions.iter().map(|question| {
        let tally = answers.tally(model, question);
        let (answered, asked) = (i64::from(tally.answered), i64::from(tally.asked()));
        let answered = format!("{} av {}", number::integer(answered), number::integer(asked));
        let cells = vec![result(model, question, &tally), Cell::text(answered).note(silent(&tally))];
        Row { header: Cell::text(name(question)), cells }
    });
    let columns = ["Fråga", "Svaren sammanräknade", "Svarade"].map(Column::words).to_vec();
    let caption = format!("Hur svaren på frågorna föll {}", round.year);
    let traces = round.questions.iter().map(|question| trace::to(model, question.origin)).collect();
    Some(Table::new(place.path, format!("{}fragornas_svar", place.prefix), caption, columns, rows.collect(), traces))
}

fn result(model: &Model, question: &Question, tally: &QuestionTally) -> Cell {
    if tally.answered == 0 {
        return Cell::missing(tally.reason());
    }
    let counted = |name: &str, count: u32| format!("{name}: {}", number::integer(i64::from(count)));
    let words = match (&tally.counts, &question.kind) {
        (Counts::Levels(counts), QuestionKind::Rating(scale)) => {
            let levels = model.scales[scale].levels().iter().zip(counts);
            levels.map(|(level, count)| counted(&level.name, *count)).collect::<Vec<_>>().join(", ")
        }
        (Counts::YesNo(yes, no), _) => format!("{}, {}", counted("Ja", *yes), counted("Nej", *no)),
        (Counts::Choices(counts), QuestionKind::Choice(alternatives)) => {
            let both = alternatives.iter().zip(counts);
            both.map(|(one, count)| counted(&wording::capitalized(one), *count)).collect::<Vec<_>>().join(", ")
        }
        (Counts::Sum(sum), QuestionKind::Count { unit }) => {
            format!("Summa: {} {unit}", number::integer(i64::try_from(*sum).unwrap_or(i64::MAX)))
        }
        (Counts::Nothing, QuestionKind::Number { unit }) => format!("Läggs inte ihop. Varje organs tal är i {unit}."),
        (Counts::Nothing | Counts::Levels(_) | Counts::Choices(_) | Counts::Sum(_), _) => {
            "Svaren är texter, som står nedan.".to_owned()
        }
    };
    Cell::text(words)
}

/// Who has no answer, by reason.
fn silent(tally: &QuestionTally) -> Option<String> {
    let reasons = tally.missing.iter().map(|(missing, count)| format!("{count} {}", missing.words()));
    let reasons: Vec<_> = reasons.collect();
    (!reasons.is_empty()).then(|| format!("Utan svar: {}.", list::joined(&reasons)))
}

/// Says which levels of a scale have no known name, for each reason; `None` when all have.
pub fn unnamed(scale: &Scale) -> Option<String> {
    let mut by_reason: Vec<(Missing, Vec<String>)> = Vec::new();
    for level in scale.levels() {
        let Some(reason) = level.unnamed else { continue };
        let name = wording::uncapitalized(&level.name);
        match by_reason.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => by_reason.push((reason, vec![name])),
        }
    }
    let sentence =
        |(reason, names): &(Missing, Vec<String>)| format!("Vad {} heter: {}.", list::joined(names), reason.words());
    let sentences: Vec<_> = by_reason.iter().map(sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

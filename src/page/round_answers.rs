//! What the bodies answered in a round, beside each other: who has, how the answers fell, and each body's own.

use serde::Serialize;

use super::round::Place;
use super::{
    Cell, Column, Figure, Row, Table, address, charting, heat, round_figures, round_questions, trace, wording,
};
use crate::chart;
use crate::language::{collation, number, plural};
use crate::model::{
    JointReview, LevelNumber, Missing, Model, Part, Question, QuestionKind, Round, RoundStatement, Scale, ShareBase,
    Year,
};
use crate::report::comparison::joint_answers as compared;
use crate::report::joint_answers::{Participant, RoundAnswers, of_round};
use crate::report::rounds::scale;
use crate::report::share::Share;

/// The answers.
#[derive(Debug, Serialize)]
pub struct View {
    /// Who has answered, and whether that is enough to say anything of all together.
    lead: Vec<String>,
    figure: Option<Figure>,
    /// The counts, where they are not drawn.
    levels: Option<Table>,
    /// The best level in this round and the one before.
    before: Option<Table>,
    /// Why the round before does not stand beside it.
    apart: Option<String>,
    questions: Option<Table>,
    /// Every body's answers: its ratings, then its replies to the questions that are no texts.
    bodies: Vec<Table>,
    /// The answers that are texts, question by question.
    texts: Vec<Table>,
}

impl View {
    /// Its chart.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.figure.iter()
    }

    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let counted = self.levels.iter().chain(&self.before).chain(&self.questions);
        counted.chain(&self.bodies).chain(&self.texts)
    }
}

/// Composes the answers of a round; `None` when there are none and none are asked for.
pub fn compose(model: &Model, review: &JointReview, round: &Round, place: &Place<'_>) -> Option<View> {
    let answers = of_round(model, &review.id, round)?;
    let scale = scale(model, round).filter(|_| answers.is_enough() && !round.known_statements().is_empty());
    let is_drawn = scale.is_some_and(|scale| has_own_tones(round, scale));
    let (before, apart) = match compared::since_before(model, review, round) {
        Some(Ok(since)) => (Some(before(model, round, &since, place)), None),
        Some(Err(barrier)) if scale.is_some() => (None, Some(round_figures::barrier(&barrier))),
        Some(Err(_)) | None => (None, None),
    };
    Some(View {
        lead: lead(&answers),
        figure: scale.filter(|_| is_drawn).map(|scale| figure(model, &answers, scale, place)),
        levels: scale.filter(|_| !is_drawn).map(|scale| levels(model, &answers, scale, place)),
        before,
        apart,
        questions: round_questions::tallies(model, &answers, place),
        bodies: bodies(model, &answers, place),
        texts: texts(model, &answers, place),
    })
}

/// Who has answered, in sentences.
fn lead(answers: &RoundAnswers<'_>) -> Vec<String> {
    let (round, all) = (answers.round, answers.answering());
    if !answers.knows_asked {
        let count = plural::counted(u64::from(all.part), "nämnd eller bolag", "nämnder och bolag");
        return vec![format!(
            "Här finns svar från {count}. Vilka som skulle svara är inte angivet, så inga andelar räknas."
        )];
    }
    if round.bodies_unpublished && all.part == 0 {
        return [Some("Organens svar är inte publicerade.".to_owned()), left_out(answers)]
            .into_iter()
            .flatten()
            .collect();
    }
    let mut lead = vec![if round.bodies_unpublished {
        format!("Här finns svar från {} av {}.", number::integer(i64::from(all.part)), wording::bodies(all.whole))
    } else {
        format!("{}.", wording::answered(all))
    }];
    let rating = answers.rating();
    if rating.whole < all.whole && rating.whole > 0 && !round.known_statements().is_empty() {
        lead.push(format!(
            "Påståendena bedömdes av {} av {}. {} fick bara frågor.",
            number::integer(i64::from(rating.part)),
            wording::bodies(rating.whole),
            number::integer(i64::from(all.whole - rating.whole)),
        ));
    }
    if round.bodies_unpublished && all.part < all.whole {
        lead.push("De andra organens svar är inte publicerade.".to_owned());
    }
    if !round.colophon.counts() {
        lead.push("Omgången är ett utkast, så inget räknas samman.".to_owned());
    } else if !answers.is_enough_for_questions() {
        lead.push("Det är färre än hälften, så inget räknas för alla tillsammans.".to_owned());
    }
    lead.extend(left_out(answers));
    lead
}

/// How many take no part.
fn left_out(answers: &RoundAnswers<'_>) -> Option<String> {
    let count = answers.participants.values().filter(|participant| !participant.takes_part()).count();
    let count = plural::counted((count > 0).then_some(count as u64)?, "organ deltog inte", "organ deltog inte");
    Some(format!("{count}. Skälet står i tabellen."))
}

/// The levels that the shares are of.
fn based<'s>(round: &Round, scale: &'s Scale) -> &'s [crate::model::Level] {
    match round.share_base {
        Some(ShareBase::Rated) => scale.ordered(),
        Some(ShareBase::All) | None => scale.levels(),
    }
}

/// Whether no two levels look the same in a chart.
fn has_own_tones(round: &Round, scale: &Scale) -> bool {
    let tones: Vec<_> = based(round, scale).iter().map(|level| level.tone).collect();
    tones.iter().enumerate().all(|(at, tone)| !tones[..at].contains(tone))
}

fn figure(model: &Model, answers: &RoundAnswers<'_>, scale: &Scale, place: &Place<'_>) -> Figure {
    let round = answers.round;
    let rating = answers.rating();
    let rows = round.known_statements().iter().filter_map(|statement| {
        let counted = answers.distribution(model, &statement.id)?;
        let outcome = charting::computed(&counted, (rating.part, rating.whole));
        Some(chart::DistributionRow { name: round_figures::statement(statement), outcome })
    });
    let value = chart::DistributionRows {
        id: format!("{}svaren", place.prefix),
        subject: format!("organens svar i {} {}", round.title, round.year),
        unit: charting::UNIT.into(),
        row_name: "Påstående".into(),
        answering: chart::Answering::Bodies,
        levels: based(round, scale).iter().map(charting::level).collect(),
        rows: rows.collect(),
    };
    Figure::new(place.path, &chart::distribution_rows(&value), vec![trace::to(model, round.origin)])
}

/// How many on each level, where levels cannot be told apart in a chart.
fn levels(model: &Model, answers: &RoundAnswers<'_>, scale: &Scale, place: &Place<'_>) -> Table {
    let round = answers.round;
    let rows = round.known_statements().iter().filter_map(|statement| {
        let counted = answers.distribution(model, &statement.id)?;
        let counts = counted.counts.iter().map(|count| Cell::figure(number::integer(i64::from(*count))));
        let rated = format!("{} av {}", counted.answered(), answers.rating().whole);
        let cells = counts.chain([Cell::figure(rated)]).collect();
        Some(Row { header: Cell::text(round_figures::statement(statement)), cells })
    });
    let names = scale.levels().iter().map(|level| Column::figures(level.hyphenated.clone()));
    let columns = std::iter::once(Column::words("Påstående")).chain(names).chain([Column::figures("Svarade")]);
    let caption = format!("Antal svar på varje nivå {}", round.year);
    Table::new(
        place.path,
        format!("{}nivaer", place.prefix),
        caption,
        columns.collect(),
        rows.collect(),
        vec![trace::to(model, round.origin)],
    )
}

/// The best level of each statement, counted in both rounds.
fn before(model: &Model, round: &Round, since: &compared::SinceBefore<'_>, place: &Place<'_>) -> Table {
    let share = |share: Result<Share, Missing>| match share {
        Ok(share) if share.whole > 0 => {
            Cell::figure(wording::share(share)).note(Some(format!("{} av {}", share.part, share.whole)))
        }
        Ok(_) => Cell::missing(Missing::Unknown),
        Err(missing) => Cell::missing(missing),
    };
    let rows = since.statements.iter().map(|one| Row {
        header: Cell::text(round_figures::statement(one.statement)).note(other_words(one.is_comparable, since.year)),
        cells: vec![share(one.before), share(one.after)],
    });
    let best = scale(model, round).map_or_else(String::new, |scale| scale.level(LevelNumber(0)).name.clone());
    let caption = format!("Andelen ”{best}” räknad ur organens svar, {} och {}", since.year, round.year);
    let columns = vec![
        Column::words("Påstående"),
        Column::figures(since.year.to_string()),
        Column::figures(round.year.to_string()),
    ];
    let traces = vec![trace::to(model, since.origin), trace::to(model, round.origin)];
    Table::new(place.path, format!("{}fore", place.prefix), caption, columns, rows.collect(), traces)
}

fn other_words(is_comparable: bool, year: Year) -> Option<String> {
    (!is_comparable).then(|| format!("Kan inte jämföras med {year}."))
}

/// Every body's ratings of the statements, and its replies to the questions that are no texts: a table for each.
fn bodies(model: &Model, answers: &RoundAnswers<'_>, place: &Place<'_>) -> Vec<Table> {
    let round = answers.round;
    // Where nobody else's answers are published, a sentence says so for all of them.
    let mut shown = ordered(answers);
    shown.retain(|participant| participant.answer != Err(Missing::NotPublished));
    let table = |id: &str, caption: String, columns: Vec<Column>, cells: &dyn Fn(&Participant<'_>) -> Vec<Cell>| {
        let all = std::iter::once(Column::words("Organ")).chain(columns).chain([Column::words("Underlag")]);
        let rows = shown.iter().map(|participant| Row {
            header: header(round, participant),
            cells: cells(participant).into_iter().chain([source(model, round, participant)]).collect(),
        });
        let traces = vec![trace::to(model, round.origin)];
        Table::new(place.path, format!("{}{id}", place.prefix), caption, all.collect(), rows.collect(), traces)
    };
    let questions: Vec<_> = round.questions.iter().filter(|one| one.kind != QuestionKind::Text).collect();
    let statements = round.known_statements();
    let mut tables = Vec::new();
    if !statements.is_empty() || questions.is_empty() {
        let column = |one: &RoundStatement| Column {
            meaning: Some(one.short.clone()),
            ..Column::words(format!("{} {}", one.id, round_figures::statement(one)))
        };
        let cells = |participant: &Participant<'_>| {
            statements.iter().map(|statement| rating(model, round, participant, statement)).collect()
        };
        let caption = format!("Vad varje organ svarade i {} {}", round.title, round.year);
        tables.push(table("organens_svar", caption, statements.iter().map(column).collect(), &cells));
    }
    if !questions.is_empty() {
        let columns = questions.iter().map(|one| Column::words(round_questions::name(one))).collect();
        let cells = |participant: &Participant<'_>| {
            questions.iter().map(|question| reply(model, participant, question)).collect()
        };
        let caption = format!("Vad varje organ svarade på frågorna i {} {}", round.title, round.year);
        tables.push(table("organens_fragesvar", caption, columns, &cells));
    }
    tables
}

fn reply(model: &Model, participant: &Participant<'_>, question: &Question) -> Cell {
    let reply = participant.answer.and_then(|answer| answer.reply(&question.id));
    let remarks = participant.answer.ok().and_then(|answer| answer.replies.get(&question.id));
    let note = remarks.and_then(|reply| round_questions::doubt(&reply.remarks));
    round_questions::cell(model, &question.kind, reply).note(note)
}

fn source(model: &Model, round: &Round, participant: &Participant<'_>) -> Cell {
    match participant.answer {
        Ok(answer) => Cell::trace(format!("rad {}", answer.origin.line), trace::to(model, answer.origin))
            .hidden(format!(" i svaren från {}, {} {}", participant.body.name, round.title, round.year)),
        Err(missing) => Cell::missing(missing),
    }
}

fn rating(model: &Model, round: &Round, participant: &Participant<'_>, statement: &RoundStatement) -> Cell {
    match (participant.part, participant.answer) {
        (Some(Part::QuestionsOnly), _) => Cell { text: "bara frågor".to_owned(), ..Cell::missing(Missing::NotAsked) },
        (_, Err(missing)) => Cell::missing(missing),
        (_, Ok(answer)) => match scale(model, round) {
            Some(scale) => {
                let remarks = answer.answers.get(&statement.id).map(|answer| &answer.remarks);
                heat::cell(scale, answer.rating(&statement.id)).note(remarks.and_then(round_questions::doubt))
            }
            None => Cell::missing(Missing::Unknown),
        },
    }
}

/// The body, with the way to its own answer, and why it does not take part.
fn header(round: &Round, participant: &Participant<'_>) -> Cell {
    let body = participant.body;
    let joint = body.years.get(&round.year).map(|of_year| &of_year.joint);
    let answered = joint.and_then(|joint| joint.values().find(|answer| participant.answer == Ok(answer)));
    let link = match answered {
        Some(answer) => {
            let page = address::body_year(&body.id, round.year);
            Cell::link(&body.name, format!("{page}#gemensam-{}", answer.review))
                .hidden(format!(", {} {}", round.title, round.year))
        }
        None => heat::link(body, round.year),
    };
    let reason = match participant.part {
        Some(Part::LeftOut(reason)) => reason.map(str::to_owned),
        None | Some(Part::All | Part::QuestionsOnly) => None,
    };
    link.note(reason)
}

fn ordered<'a, 'm>(answers: &'a RoundAnswers<'m>) -> Vec<&'a Participant<'m>> {
    let mut participants: Vec<_> = answers.participants.values().collect();
    participants.sort_by_cached_key(|one| (!one.body.kind.is_committee(), collation::sort_key(&one.body.name)));
    participants
}

/// The texts that were answered, a table for each question.
fn texts(model: &Model, answers: &RoundAnswers<'_>, place: &Place<'_>) -> Vec<Table> {
    let questions = answers.round.questions.iter().filter(|question| question.kind == QuestionKind::Text);
    let table = |question: &Question| {
        let answered = ordered(answers).into_iter().filter_map(|participant| {
            let answer = participant.answer.ok()?;
            let text = answer.reply(&question.id).ok()?;
            Some((participant, answer, text))
        });
        let rows: Vec<_> = answered
            .map(|(participant, _, text)| Row {
                header: header(answers.round, participant),
                cells: vec![round_questions::cell(model, &question.kind, Ok(text))],
            })
            .collect();
        let id = format!("{}text-{}", place.prefix, question.id.as_str().to_ascii_lowercase());
        let columns = vec![Column::words("Organ"), Column::words("Svar")];
        let traces = vec![trace::to(model, question.origin)];
        let caption = format!("Svaren på {}", round_questions::name(question));
        (!rows.is_empty()).then(|| Table::new(place.path, id, caption, columns, rows, traces))
    };
    questions.filter_map(table).collect()
}

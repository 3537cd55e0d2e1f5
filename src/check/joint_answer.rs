//! Reads `organ/<body>/<year>/gemensamma/<review>.md`: a body's answer to a round of a joint review.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::joint_reply::{self, QuestionReply};
use super::known::Known;
use super::{assessment, colophon, nearest, review, sections, survey, values};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{
    Answer, Body, BodyId, JointAnswer, JointReviewId, Part, QuestionId, Round, Scale, StatementId, Year,
};
use crate::source::Span;
use crate::syntax::{Markdown, Node, Value};
use crate::words;

/// The sections of the template, in order: the three questions that every joint review asks.
const SECTIONS: [&str; 3] = ["Hur gick det?", "Varför blev det så?", "Hur påverkar resultatet det fortsatta arbetet?"];

/// Ratings and answers to questions.
#[derive(Default)]
struct Answers {
    ratings: BTreeMap<StatementId, Answer>,
    replies: BTreeMap<QuestionId, QuestionReply>,
}

/// Reads an answer, found at a body, a year and a review.
///
/// # Errors
/// When it has faults, or there is no such round. What is not answered is a warning.
pub fn read(
    markdown: &Markdown,
    (body, year, id): (&Body, Year, &JointReviewId),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<JointAnswer, Reported> {
    let round = round(markdown, (year, id), known, context)?;
    takes_part(round, body, markdown.front.span.point(), context)?;
    fields(markdown, (&body.id, year, id), Some((round, body)), known, context)
}

/// Notes what an answer may hold, to whichever round.
///
/// # Errors
/// Always as there is nothing to read.
pub fn describe(markdown: &Markdown, known: &Known, context: &mut Context<'_>) -> Result<JointAnswer, Reported> {
    let (body, review) = (BodyId(String::new()), JointReviewId(String::new()));
    fields(markdown, (&body, Year(2000), &review), None, known, context)
}

fn fields(
    markdown: &Markdown,
    (body, year, id): (&BodyId, Year, &JointReviewId),
    asked: Option<(&Round, &Body)>,
    known: &Known,
    context: &mut Context<'_>,
) -> Result<JointAnswer, Reported> {
    let mut fields = Fields::of(&markdown.front, &words!("uppgifterna överst", "the front matter"), context)?;
    let answers = fields.optional(
        "svar",
        |node, context| match asked {
            Some((round, body)) => answers(node, (round, body), known, context),
            None => {
                joint_reply::describe(known, context);
                Ok(Answers::default())
            }
        },
        context,
    );
    let led_to = fields.optional(
        "ledde till",
        |node, context| values::list(node, |node, context| review::led_to(node, body, year, known, context), context),
        context,
    );
    let surveys = survey::surveys(&mut fields, context);
    let samples = survey::samples(&mut fields, context);
    let colophon = colophon::read(&mut fields, context);
    let (origin, place) = (fields.origin("svar", context), fields.place("svar"));
    fields.finish(context)?;
    let answers = answers?.unwrap_or_default();
    if let Some((round, body)) = asked {
        silent(&answers, (round, body), place, context);
    }
    Ok(JointAnswer {
        review: id.clone(),
        year,
        title: asked.map(|(round, _)| round.title.clone()).unwrap_or_default(),
        answers: answers.ratings,
        replies: answers.replies,
        led_to: led_to?.unwrap_or_default(),
        surveys: surveys?,
        samples: samples?,
        text: sections::read(markdown, &SECTIONS, context),
        colophon: colophon?,
        origin,
    })
}

/// The round that is answered, which is to be published if the answer is.
fn round<'k>(
    markdown: &Markdown,
    (year, id): (Year, &JointReviewId),
    known: &'k Known,
    context: &mut Context<'_>,
) -> Result<&'k Round, Reported> {
    let place = markdown.front.span.point();
    let rounds = known.joint_rounds.get(id);
    if known.round(id, year) == Some(true) && !colophon::is_internal(&markdown.front) {
        let message = words!(
            "svaret är öppet men omgången {year} är intern",
            "the answer is open but the round {year} is internal"
        );
        let hint = words!("Skriv ”publicering: intern” även här", "Write “publicering: intern” here as well");
        return Err(context.error(Code::NamesInternal, place, message, hint));
    }
    if let Some(round) = rounds.and_then(|rounds| rounds.get(&year)) {
        return round.as_ref().map_err(|reported| *reported);
    }
    let (message, hint) = match rounds {
        Some(rounds) => {
            let years: Vec<_> = rounds.keys().map(Year::to_string).collect();
            let years = years.join(", ");
            (
                words!("granskningen ”{id}” har ingen omgång {year}", "the review “{id}” has no round {year}"),
                words!(
                    "Omgångar finns för {years}. Flytta filen till rätt år, eller skapa gemensamma/{id}/{year}.md",
                    "There are rounds for {years}. Move the file to the right year, or create gemensamma/{id}/{year}.md"
                ),
            )
        }
        None => (
            words!("det finns ingen gemensam granskning ”{id}”", "there is no joint review “{id}”"),
            unknown_review(id, year, known),
        ),
    };
    Err(context.error(Code::UnknownRound, place, message, hint))
}

fn unknown_review(id: &JointReviewId, year: Year, known: &Known) -> Words {
    match nearest::nearest(id.as_str(), known.joint_rounds.keys().map(JointReviewId::as_str)) {
        Some(near) => words!(
            "Döp om filen till ”{near}.md”, om det är den granskningen",
            "Rename the file to “{near}.md”, if it is that review"
        ),
        None => words!(
            "Filen ska heta som granskningens mapp under gemensamma. Finns granskningen inte: skapa gemensamma/{id}/{year}.md",
            "The file has to be named as the review's folder in gemensamma. If there is none: create gemensamma/{id}/{year}.md"
        ),
    }
}

fn takes_part(round: &Round, body: &Body, place: Span, context: &mut Context<'_>) -> Result<(), Reported> {
    match round.part(body) {
        None | Some(Part::All | Part::QuestionsOnly) => Ok(()),
        Some(Part::LeftOut(_)) => {
            let (name, year) = (brief(&body.name), round.year);
            let message =
                words!("{name} deltar inte i omgången {year}", "{name} does not take part in the round {year}");
            let hint = words!(
                "Ta bort filen, eller lägg till organet under ”svarar” i omgången",
                "Remove the file, or add the body at “svarar” in the round"
            );
            Err(context.error(Code::NotAllowed, place, message, hint))
        }
    }
}

fn answers(
    node: &Node,
    (round, body): (&Round, &Body),
    known: &Known,
    context: &mut Context<'_>,
) -> Result<Answers, Reported> {
    let Value::Mapping(entries) = &node.value else {
        let message = words!("svaren ska stå ett på varje rad", "the answers go one on each line");
        let first = round.known_statements().first().map(|one| one.id.as_str());
        let first = first.or(round.questions.first().map(|one| one.id.as_str())).unwrap_or("S1");
        let hint = words!(
            "Skriv id, kolon och svar på varje rad, som ”{first}: …”, utan bindestreck",
            "Write id, colon and answer on each line, as “{first}: …”, without hyphens"
        );
        return Err(context.error(Code::WrongKind, node.span, message, hint));
    };
    let mut answers = Answers::default();
    let mut told = Ok(());
    for (key, value) in entries {
        if let Err(reported) = one((key, value), (round, body), known, &mut answers, context) {
            told = Err(reported);
        }
    }
    told.map(|()| answers)
}

fn one(
    (key, value): (&Node, &Node),
    (round, body): (&Round, &Body),
    known: &Known,
    answers: &mut Answers,
    context: &mut Context<'_>,
) -> Result<(), Reported> {
    let id = values::reference(key, context)?;
    let (statement, question) = (StatementId(id.clone()), QuestionId(id.clone()));
    if let Some(asked) = round.question(&question) {
        let reply = joint_reply::read(key, value, asked, known, context)?;
        answers.replies.insert(question, reply);
        return Ok(());
    }
    if round.statement(&statement).is_none() {
        return Err(unknown(&id, key.span, round, context));
    }
    if round.part(body) == Some(Part::QuestionsOnly) {
        let (id, name) = (brief(&id), brief(&body.name));
        let message = words!(
            "{name} svarar bara på frågor, men {id} är ett påstående",
            "{name} answers questions only, but {id} is a statement"
        );
        let hint = words!(
            "Ta bort raden, eller flytta organet under ”svarar” i omgången",
            "Remove the line, or move the body at “svarar” in the round"
        );
        return Err(context.error(Code::NotAllowed, key.span, message, hint));
    }
    let scale = scale(round, key.span, known, context)?;
    let answer = assessment::answer(key, value, scale, context)?;
    answers.ratings.insert(statement, answer);
    Ok(())
}

fn scale<'k>(round: &Round, place: Span, known: &'k Known, context: &mut Context<'_>) -> Result<&'k Scale, Reported> {
    let Some(id) = &round.scale else {
        let message = words!("omgången har ingen skala att svara på", "the round has no scale to answer on");
        let hint = words!("Skriv ”skala: …” i omgångens fil", "Write “skala: …” in the file of the round");
        return Err(context.error(Code::UnknownScale, place, message, hint));
    };
    known.scale(id, place, context)
}

fn unknown(id: &str, place: Span, round: &Round, context: &mut Context<'_>) -> Reported {
    let statements = round.known_statements().iter().map(|one| (one.id.as_str(), Some(one.short.as_str())));
    let named = statements.chain(round.questions.iter().map(|one| (one.id.as_str(), Some(one.short.as_str()))));
    let hint = if named.clone().next().is_none() {
        words!(
            "Skriv omgångens påståenden och frågor i dess egen fil först",
            "Write the statements and questions of the round in its own file first"
        )
    } else {
        nearest::hint_of_named(id, named)
    };
    let (id, year) = (brief(id), round.year);
    let message = words!(
        "omgången {year} har inget påstående och ingen fråga ”{id}”",
        "the round {year} has neither a statement nor a question “{id}”"
    );
    context.error(Code::UnknownStatement, place, message, hint)
}

/// Warns of what the body is asked for and passed over.
fn silent(answers: &Answers, (round, body): (&Round, &Body), place: Span, context: &mut Context<'_>) {
    let rates = round.part(body) != Some(Part::QuestionsOnly);
    let statements = round.known_statements().iter().filter(|one| rates && !answers.ratings.contains_key(&one.id));
    let questions = round.questions.iter().filter(|one| !answers.replies.contains_key(&one.id));
    let silent: Vec<_> = statements.map(|one| one.id.as_str()).chain(questions.map(|one| one.id.as_str())).collect();
    if silent.is_empty() {
        return;
    }
    let silent = brief(&silent.join(", "));
    let message = words!("svar saknas för {silent}", "there is no answer to {silent}");
    let hint =
        words!("Skriv ett svar, eller {{ saknas: ej besvarat }}", "Write an answer, or {{ saknas: ej besvarat }}");
    context.warn(Code::StatementUnanswered, place, message, hint);
}

//! Rule: what auditors ask for is answered by its day, and every recommendation with what is done, its effect and its date.

use super::super::context::Context;
use super::super::written;
use crate::diagnostic::{Code, Words};
use crate::model::{Audit, Body, Missing, Model, Reply, Response};
use crate::report::responses::{Turn, TurnState, state};
use crate::words;

/// The key under which a round stands in a response.
fn key(turn: Turn) -> &'static str {
    match turn {
        Turn::First => "första yttrandet",
        Turn::FollowUp => "uppföljande yttrandet",
    }
}

/// Notes every round that nobody has handed in though its day has passed.
pub fn check_due(model: &Model, context: &mut Context<'_>) {
    for audit in model.audits.values().filter(|audit| audit.colophon.counts()) {
        for recipient in &audit.recipients {
            for turn in Turn::BOTH {
                let (Some(due), TurnState::Overdue) = (turn.due(recipient), state(model, audit, recipient, turn))
                else {
                    continue;
                };
                let body = &model.bodies[&recipient.body];
                let (name, id, key) = (&body.name, &recipient.body, key(turn));
                let message = words!(
                    "{name} skulle ha lämnat det {key} senast {due}, men det finns inte här",
                    "{name} should have handed in “{key}” by {due}, but it is not here"
                );
                let audit = &audit.id;
                let hint = words!(
                    "Skriv yttrandet i organ/{id}/yttranden/{audit}.md. Är det inte publicerat: skriv ”{key}: {{ saknas: ej publicerat }}”",
                    "Write the response in organ/{id}/yttranden/{audit}.md. If it is not published: write “{key}: {{ saknas: ej publicerat }}”"
                );
                let place = context.sources.line(recipient.origin);
                context.warn(Code::ResponseDue, place, message, hint);
            }
        }
    }
}

/// Warns of every recommendation that a round leaves out or answers in part.
pub fn check_answers(model: &Model, context: &mut Context<'_>) {
    for body in model.bodies.values() {
        for (id, response) in &body.responses {
            let Some(audit) = model.audits.get(id) else { continue };
            if let Ok(reply) = &response.first {
                let lacking = |one: &crate::model::PlannedAction| {
                    let all = [
                        (one.action.is_none(), "planerad åtgärd"),
                        (one.effect.is_none(), "förväntad effekt"),
                        (one.due.is_none(), "klar senast"),
                    ];
                    all.into_iter().filter(|(lacks, _)| *lacks).map(|(_, key)| key).collect()
                };
                incomplete((audit, body, response), Turn::First, reply, &lacking, context);
            }
            if let Some(Ok(reply)) = &response.follow_up {
                let lacking = |one: &crate::model::TakenAction| {
                    let all = [(one.action.is_none(), "genomfört"), (one.effect.is_none(), "effekt")];
                    all.into_iter().filter(|(lacks, _)| *lacks).map(|(_, key)| key).collect()
                };
                incomplete((audit, body, response), Turn::FollowUp, reply, &lacking, context);
            }
        }
    }
}

fn incomplete<Answer>(
    (audit, body, response): (&Audit, &Body, &Response),
    turn: Turn,
    reply: &Reply<Answer>,
    lacking: &dyn Fn(&Answer) -> Vec<&'static str>,
    context: &mut Context<'_>,
) {
    if !reply.colophon.counts() {
        return;
    }
    for recommendation in audit.put_to(&body.id) {
        let id = &recommendation.id;
        let lacks = match reply.answers.get(id) {
            Some(Ok(answer)) => lacking(answer),
            Some(Err(Missing::NotAnswered)) | None => {
                let message = words!("rekommendationen {id} har inget svar", "the recommendation {id} has no answer");
                let hint = words!(
                    "Skriv ”{id}:” under ”rekommendationer”, med svaret på raderna under, eller {{ saknas: ej publicerat }}",
                    "Write “{id}:” below “rekommendationer”, with the answer on the lines below, or {{ saknas: ej publicerat }}"
                );
                warn((response, turn, id.as_str()), message, hint, context);
                continue;
            }
            Some(Err(_)) => continue,
        };
        if lacks.is_empty() {
            continue;
        }
        let quoted =
            |mark: char, end: char| lacks.iter().map(|key| format!("{mark}{key}{end}")).collect::<Vec<_>>().join(", ");
        let lacks = Words { sv: quoted('”', '”'), en: quoted('“', '”') };
        let message = words!("svaret på {id} saknar {lacks}", "the answer to {id} lacks {lacks}", lacks);
        let hint = words!(
            "Revisorerna ber om det. Skriv det, eller skriv i texten varför det inte går att säga",
            "The auditors ask for it. Write it, or write in the text why it cannot be said"
        );
        warn((response, turn, id.as_str()), message, hint, context);
    }
}

fn warn((response, turn, id): (&Response, Turn, &str), message: Words, hint: Words, context: &mut Context<'_>) {
    let round = key(turn);
    let whole = written::key(response.origin, &[round], context);
    let place = written::key(response.origin, &[round, "rekommendationer", id], context).or(whole);
    let place = place.unwrap_or_else(|| context.sources.line(response.origin));
    context.warn(Code::AnswerIncomplete, place, message, hint);
}

//! What is said of audits, of what bodies answer to them, and of what the city decides and promises, as fields.

use super::field::{Field, Fields, Value, colophon, prose, text};
use crate::model::{
    Audit, BodyId, CityReport, Deadline, Fulfilment, MeasureId, Missing, Promisor, Recommendations, Remarks, Reply,
    Response,
};

/// The fields of an audit.
pub fn audit(audit: &Audit) -> Fields<'_> {
    let mut fields = vec![(Field::Title, Value::Text(&audit.title))];
    text(&mut fields, Field::Key("diarienummer"), audit.registry_number.as_ref());
    fields.extend(audit.verdict.as_ref().map(|verdict| (Field::Verdict, Value::Prose(verdict))));
    for one in &audit.recipients {
        let id = one.body.as_str();
        fields.push((Field::Keyed("mottagare", id), Value::Text(id)));
        fields.extend(one.first_due.map(|day| (Field::Keyed("första yttrandet senast", id), Value::Day(day))));
        fields.extend(one.follow_up_due.map(|day| (Field::Keyed("uppföljande yttrandet senast", id), Value::Day(day))));
        written(&mut fields, Field::Keyed("iakttagelser", id), one.findings.join("\n"));
    }
    written(&mut fields, Field::Key("för kännedom"), audit.informed.join(", "));
    match &audit.recommendations {
        Recommendations::Missing(missing) => {
            fields.push((Field::Key("rekommendationer"), Value::Text(missing.words())));
        }
        Recommendations::Known(all) => {
            for one in all {
                let id = one.id.as_str();
                let words = one.text.as_deref().unwrap_or_else(|missing| missing.words());
                fields.push((Field::Keyed("rekommendation", id), Value::Text(words)));
                written(&mut fields, Field::Keyed("till", id), ids(&one.to));
            }
        }
    }
    prose(&mut fields, &audit.text);
    fields.extend(colophon(&audit.colophon));
    fields
}

/// The fields of both rounds of a response.
pub fn response(response: &Response) -> Fields<'_> {
    let mut fields = Fields::new();
    let first = response.first.as_ref().map_err(|missing| *missing);
    round(&mut fields, "första yttrandet", first, &|one| {
        let due = one.due.map(|day| day.to_string());
        let led_to: Vec<_> = one.led_to.iter().map(MeasureId::as_str).collect();
        [one.action.clone(), one.effect.clone(), due, Some(led_to.join(", "))]
    });
    if let Some(follow_up) = &response.follow_up {
        round(&mut fields, "uppföljande yttrandet", follow_up.as_ref().map_err(|missing| *missing), &|one| {
            let led_to: Vec<_> = one.led_to.iter().map(MeasureId::as_str).collect();
            [one.action.clone(), one.effect.clone(), one.remains.clone(), Some(led_to.join(", "))]
        });
    }
    prose(&mut fields, &response.text);
    remarks(&mut fields, &response.remarks);
    fields
}

fn round<'m, Answer>(
    fields: &mut Fields<'m>,
    name: &'static str,
    reply: Result<&'m Reply<Answer>, Missing>,
    said: &dyn Fn(&Answer) -> [Option<String>; 4],
) {
    let reply = match reply {
        Ok(reply) => reply,
        Err(missing) => return fields.push((Field::Keyed(name, "saknas"), Value::Text(missing.words()))),
    };
    fields.extend(reply.handed_in.map(|day| (Field::Keyed(name, "inlämnat"), Value::Day(day))));
    text(fields, Field::Keyed(name, "sammanfattande svar"), reply.summary.as_ref());
    for (id, answer) in &reply.answers {
        let words = match answer {
            Ok(answer) => {
                said(answer).into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
            }
            Err(missing) => missing.words().to_owned(),
        };
        fields.push((Field::Keyed(name, id.as_str()), Value::Written(words)));
    }
    let decided = reply.colophon.decisions.iter().map(|decision| {
        let day = decision.date.map(|day| day.to_string());
        let parts = [decision.body.clone(), day, decision.section.clone(), decision.registry_number.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    written(fields, Field::Keyed(name, "beslut"), decided.collect::<Vec<_>>().join("; "));
    fields.extend(reply.colophon.status.map(|status| (Field::Keyed(name, "status"), Value::Status(status))));
}

/// The fields of what a follow-up proposes, decides and promises.
pub fn decided<'m>(fields: &mut Fields<'m>, report: &'m CityReport) {
    fields.extend(report.hearings.iter().map(|one| (Field::Keyed("behandlas", &one.body), Value::Day(one.date))));
    for one in &report.points {
        let taken = match &one.taken {
            None => "inget beslut".to_owned(),
            Some(Err(missing)) => missing.words().to_owned(),
            Some(Ok(taken)) => {
                let day = taken.decision.date.map(|day| day.to_string());
                let parts = [taken.decision.body.clone(), day, taken.decision.section.clone(), taken.text.clone()];
                parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
        };
        fields.push((Field::Keyed("beslutspunkter", &one.text), Value::Written(taken)));
    }
    for one in &report.commitments {
        let by = match &one.by {
            Promisor::Bodies(bodies) => ids(bodies),
            Promisor::Named(name) => name.clone(),
        };
        let words = [one.text.clone(), by, day(one.due), standing(&one.standing)];
        let words = words.into_iter().chain(one.follow_up.clone()).collect::<Vec<_>>().join("\n");
        fields.push((Field::Keyed("åtaganden", one.id.as_str()), Value::Written(words)));
    }
    for one in &report.news {
        let words = std::iter::once(standing(&one.standing)).chain(one.due.map(day)).collect::<Vec<_>>().join("\n");
        fields.push((Field::Keyed("uppföljda åtaganden", one.id.as_str()), Value::Written(words)));
    }
}

fn standing(standing: &Fulfilment) -> String {
    match standing {
        Fulfilment::Open => standing.words().to_owned(),
        Fulfilment::Kept { on, at } => format!("{}, {on}, {at}", standing.words()),
        Fulfilment::Dropped { reason } => format!("{}: {reason}", standing.words()),
    }
}

fn day(deadline: Deadline) -> String {
    match deadline {
        Deadline::Day(day) => day.to_string(),
        Deadline::Year(year) => year.to_string(),
    }
}

fn ids(bodies: &[BodyId]) -> String {
    bodies.iter().map(BodyId::as_str).collect::<Vec<_>>().join(", ")
}

fn written<'m>(fields: &mut Fields<'m>, field: Field<'m>, words: String) {
    if !words.is_empty() {
        fields.push((field, Value::Written(words)));
    }
}

fn remarks<'m>(fields: &mut Fields<'m>, remarks: &'m Remarks) {
    text(fields, Field::Note, remarks.note.as_ref());
    text(fields, Field::Source, remarks.source.as_ref());
}

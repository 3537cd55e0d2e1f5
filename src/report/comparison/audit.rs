//! What is said of audits, of what bodies answer to them, and of what the city decides and promises, as fields.

use super::field::{Field, Fields, Value, colophon, prose, remarks, text};
use crate::model::{
    Audit, BodyId, CityReport, Deadline, MeasureId, Missing, Model, PlannedAction, Promisor, Recommendations, Reply,
    Response, TakenAction,
};

/// The fields of an audit; a body is named by the id that it has `now`.
pub fn audit<'m>(audit: &'m Audit, now: &dyn Fn(&'m BodyId) -> &'m BodyId) -> Fields<'m> {
    let mut fields = vec![(Field::Title, Value::Text(&audit.title))];
    text(&mut fields, Field::Key("diarienummer"), audit.registry_number.as_ref());
    fields.extend(audit.verdict.as_ref().map(|verdict| (Field::Key("samlad bedömning"), Value::Prose(verdict))));
    let recipients: Vec<_> = audit.recipients.iter().map(|one| now(&one.body).as_str()).collect();
    written(&mut fields, Field::Key("mottagare"), recipients.join(", "));
    for one in &audit.recipients {
        let id = now(&one.body).as_str();
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
                let to: Vec<_> = one.to.iter().map(|body| now(body).as_str()).collect();
                written(&mut fields, Field::Keyed("mottagare", id), to.join(", "));
            }
        }
    }
    prose(&mut fields, &audit.text);
    fields.extend(colophon(&audit.colophon));
    fields
}

/// The keys of a round, which each round has for itself.
struct Keys {
    round: &'static str,
    handed_in: &'static str,
    summary: &'static str,
    led_to: &'static str,
    status: &'static str,
    decided: &'static str,
}

const FIRST: Keys = Keys {
    round: "första yttrandet",
    handed_in: "första yttrandet, inlämnat",
    summary: "första yttrandet, sammanfattande svar",
    led_to: "ledde till enligt första yttrandet",
    status: "första yttrandet, status",
    decided: "första yttrandet, beslut",
};

const FOLLOW_UP: Keys = Keys {
    round: "uppföljande yttrandet",
    handed_in: "uppföljande yttrandet, inlämnat",
    summary: "uppföljande yttrandet, sammanfattande svar",
    led_to: "ledde till enligt uppföljande yttrandet",
    status: "uppföljande yttrandet, status",
    decided: "uppföljande yttrandet, beslut",
};

/// The fields of both rounds of a response.
pub fn response(response: &Response) -> Fields<'_> {
    let mut fields = Fields::new();
    round(&mut fields, &FIRST, response.first.as_ref(), &planned);
    if let Some(follow_up) = &response.follow_up {
        round(&mut fields, &FOLLOW_UP, follow_up.as_ref(), &taken);
    }
    prose(&mut fields, &response.text);
    remarks(&mut fields, &response.remarks);
    fields
}

fn round<'m, Answer>(
    fields: &mut Fields<'m>,
    keys: &Keys,
    reply: Result<&'m Reply<Answer>, &'m Missing>,
    say: &dyn Fn(&mut Fields<'m>, &'m str, &'m Answer),
) {
    let reply = match reply {
        Ok(reply) => reply,
        Err(missing) => return fields.push((Field::Key(keys.round), Value::Text(missing.words()))),
    };
    fields.extend(reply.handed_in.map(|day| (Field::Key(keys.handed_in), Value::Day(day))));
    text(fields, Field::Key(keys.summary), reply.summary.as_ref());
    for (id, answer) in &reply.answers {
        match answer {
            Ok(answer) => say(fields, id.as_str(), answer),
            Err(missing) => fields.push((Field::Keyed(keys.round, id.as_str()), Value::Text(missing.words()))),
        }
    }
    fields.extend(reply.colophon.status.map(|status| (Field::Key(keys.status), Value::Status(status))));
    let decisions = reply.colophon.decisions.as_slice();
    fields.extend((!decisions.is_empty()).then_some((Field::Key(keys.decided), Value::Decisions(decisions))));
}

fn planned<'m>(fields: &mut Fields<'m>, id: &'m str, answer: &'m PlannedAction) {
    text(fields, Field::Keyed("planerad åtgärd", id), answer.action.as_ref());
    text(fields, Field::Keyed("förväntad effekt", id), answer.effect.as_ref());
    fields.extend(answer.due.map(|day| (Field::Keyed("klar senast", id), Value::Day(day))));
    written(fields, Field::Keyed(FIRST.led_to, id), measures(&answer.led_to));
}

fn taken<'m>(fields: &mut Fields<'m>, id: &'m str, answer: &'m TakenAction) {
    text(fields, Field::Keyed("genomfört", id), answer.action.as_ref());
    text(fields, Field::Keyed("effekt", id), answer.effect.as_ref());
    text(fields, Field::Keyed("återstår", id), answer.remains.as_ref());
    written(fields, Field::Keyed(FOLLOW_UP.led_to, id), measures(&answer.led_to));
}

/// The fields of what a follow-up proposes, decides and promises.
pub fn decided<'m>(fields: &mut Fields<'m>, report: &'m CityReport, model: &Model) {
    let name = |id: &BodyId| model.bodies.get(id).map_or_else(|| id.to_string(), |body| body.name.clone());
    fields.extend(report.hearings.iter().map(|one| (Field::Keyed("behandlas", &one.body), Value::Day(one.date))));
    for one in &report.points {
        fields.push((Field::Keyed("beslutspunkter", &one.text), Value::Point(one)));
    }
    for one in &report.commitments {
        let id = one.id.as_str();
        let by = match &one.by {
            Promisor::Bodies(bodies) => bodies.iter().map(name).collect::<Vec<_>>().join(", "),
            Promisor::Named(name) => name.clone(),
        };
        fields.push((Field::Keyed("åtaganden", id), Value::Text(&one.text)));
        fields.push((Field::Keyed("åtaganden, vem", id), Value::Written(by)));
        fields.push((Field::Keyed("åtaganden, senast", id), day(one.due)));
        text(fields, Field::Keyed("åtaganden, följs upp", id), one.follow_up.as_ref());
        fields.push((Field::Keyed("åtaganden, status", id), Value::Standing(&one.standing)));
        text(fields, Field::Keyed("åtaganden, not", id), one.remarks.note.as_ref());
        text(fields, Field::Keyed("åtaganden, källa", id), one.remarks.source.as_ref());
    }
    for one in &report.news {
        let id = one.id.as_str();
        fields.push((Field::Keyed("uppföljda åtaganden, status", id), Value::Standing(&one.standing)));
        fields.extend(one.due.map(|due| (Field::Keyed("uppföljda åtaganden, senast", id), day(due))));
        text(fields, Field::Keyed("uppföljda åtaganden, not", id), one.remarks.note.as_ref());
        text(fields, Field::Keyed("uppföljda åtaganden, källa", id), one.remarks.source.as_ref());
    }
}

fn day<'m>(deadline: Deadline) -> Value<'m> {
    match deadline {
        Deadline::Day(day) => Value::Day(day),
        Deadline::Year(year) => Value::Written(year.to_string()),
    }
}

fn measures(ids: &[MeasureId]) -> String {
    ids.iter().map(MeasureId::as_str).collect::<Vec<_>>().join(", ")
}

fn written<'m>(fields: &mut Fields<'m>, field: Field<'m>, words: String) {
    if !words.is_empty() {
        fields.push((field, Value::Written(words)));
    }
}

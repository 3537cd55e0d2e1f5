//! What a value is about, and what it says. Keys of the content stay Swedish in English, in quotation marks.

use rust_decimal::Decimal;

use super::keyed::keyed;
use super::missing::missing;
use crate::diagnostic::Words;
use crate::difference::amount::{day, integer, joined, part_of, plain, quoted, same};
use crate::difference::flat::{flat, on_one_line};
use crate::model::{Correction, Decision, Fulfilment, Status};
use crate::report::comparison::{Field, Value};
use crate::words;

/// The name of a field, in the indefinite form and small letters.
#[must_use]
pub fn field(field: Field<'_>) -> Words {
    match field {
        Field::Name => words!("namn", "name"),
        Field::Title => words!("titel", "title"),
        Field::Risk => words!("risk", "risk"),
        Field::Cause => words!("orsak", "cause"),
        Field::Consequence => words!("konsekvens", "consequence"),
        Field::Progress => words!("läge", "progress"),
        Field::Due => words!("klar senast", "deadline"),
        Field::Finished => words!("klar", "done on"),
        Field::WishedEffect => words!("önskad effekt", "wished effect"),
        Field::ReachedEffect => words!("uppnådd effekt", "reached effect"),
        Field::Purpose => words!("syfte", "purpose"),
        Field::Areas => words!("områden och rutiner", "areas and routines"),
        Field::Scope => words!("omfattning", "scope"),
        Field::Method => words!("metod", "method"),
        Field::Verdict => words!("omdöme", "verdict"),
        Field::Survey(to) => words!("svar på enkäten till {to}", "answers to the survey of {to}"),
        Field::Drawn(sample) => words!("draget i stickprovet {sample}", "drawn in the sample {sample}"),
        Field::Part(sample, part) => words!("stickprovet {sample}, {part}", "the sample {sample}, {part}"),
        Field::Lead => words!("inledande text", "introduction"),
        Field::Section(title) => words!("texten under ”{title}”", "the text below “{title}”"),
        Field::Reason => words!("motivering", "reason"),
        Field::Action => words!("vad som ska göras", "what is to be done"),
        Field::Submitted => words!("dag för inlämning", "day of handing in"),
        Field::Status => words!("status", "status"),
        Field::Decision(1) => words!("beslut", "decision"),
        Field::Decision(number) => words!("beslut nummer {number}", "decision number {number}"),
        Field::Correction(1) => words!("rättelse", "correction"),
        Field::Correction(number) => words!("rättelse nummer {number}", "correction number {number}"),
        Field::Responsible => words!("ansvarig", "responsible"),
        Field::Note => words!("not", "note"),
        Field::Source => words!("källa", "source"),
        Field::Key(key) => words!("{key}", "“{key}”"),
        Field::Keyed(key, id) => keyed(key, id),
        Field::Yearly(key, year) => words!("{key} {year}", "“{key}” {year}"),
        Field::Wording(id, year) => words!("lydelse av {id} från {year}", "wording of {id} from {year}"),
    }
}

/// A value in one line. A text stands whole between quotation marks, without its form.
#[must_use]
pub fn value(value: &Value<'_>) -> Words {
    match value {
        Value::Text(text) => quoted(&on_one_line(text)),
        Value::Written(text) => quoted(&on_one_line(text)),
        Value::Prose(prose) => quoted(&flat(prose)),
        Value::Day(date) => day(*date),
        Value::Progress(progress) => content_word(progress.words()),
        Value::Status(Status::Draft) => content_word("utkast"),
        Value::Status(Status::Adopted) => content_word("beslutad"),
        Value::Status(Status::Corrected) => content_word("rättad"),
        Value::Level(level) => content_word(&level.name),
        Value::Count(count) => integer(*count as usize),
        Value::PartOf(part, whole) => part_of(*part, *whole),
        Value::Figure(figure) => plain(*figure),
        Value::Range(low, high) if low == high => {
            let rate = plain(*low);
            words!("{rate}\u{a0}%", "{rate}%", rate)
        }
        Value::Range(low, high) => {
            let (low, high) = (plain(*low), plain(*high));
            words!("{low}–{high}\u{a0}%", "{low}–{high}%", low, high)
        }
        Value::Shares(shares) => {
            let one = |share: &Option<Decimal>| match share {
                Some(share) => {
                    let share = plain(*share);
                    words!("{share}\u{a0}%", "{share}%", share)
                }
                None => words!("ej angivet", "not given"),
            };
            joined(&shares.iter().map(one).collect::<Vec<_>>(), " · ")
        }
        Value::Decision(decision) => self::decision(decision),
        Value::Decisions(decisions) => joined(&decisions.iter().map(decision).collect::<Vec<_>>(), "; "),
        Value::Point(point) => match &point.taken {
            None => words!("inget beslut", "no decision"),
            Some(Err(why)) => missing(*why),
            Some(Ok(taken)) => match (decision(&taken.decision), &taken.text) {
                (decision, Some(text)) => words!("{decision}: ”{text}”", "{decision}: “{text}”", decision),
                (decision, None) => decision,
            },
        },
        Value::Standing(standing) => self::standing(standing),
        Value::Correction(Correction { date, text }) => {
            let date = day(*date);
            words!("{date}: ”{text}”", "{date}: “{text}”", date)
        }
    }
}

/// A word of the content: plain in Swedish, quoted in English.
pub(in crate::difference) fn content_word(word: &str) -> Words {
    words!("{word}", "“{word}”")
}

fn standing(standing: &Fulfilment) -> Words {
    let word = content_word(standing.words());
    match standing {
        Fulfilment::Proposed | Fulfilment::Open => word,
        Fulfilment::Kept { on, at } => {
            let (on, at) = (day(*on), on_one_line(at));
            words!("{word}, {on}, ”{at}”", "{word}, {on}, “{at}”", word, on)
        }
        Fulfilment::Dropped { reason } => {
            let reason = on_one_line(reason);
            words!("{word}: ”{reason}”", "{word}: “{reason}”", word)
        }
    }
}

fn decision(decision: &Decision) -> Words {
    let section = |text: &String| {
        let text = text.trim_start_matches('§').trim_start();
        words!("§\u{a0}{text}", "§\u{a0}{text}")
    };
    let parts = [
        decision.body.as_deref().map(same),
        decision.date.map(day),
        decision.section.as_ref().map(section),
        decision.registry_number.as_deref().map(same),
    ];
    joined(&parts.into_iter().flatten().collect::<Vec<_>>(), ", ")
}

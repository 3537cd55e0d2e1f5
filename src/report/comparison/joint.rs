//! A body's answers to joint reviews at two sides. Of two years, those to the rounds of one review in both.

use std::cmp::Ordering;

use super::body::mention;
use super::document::{DocumentChange, documents, fate};
use super::field::{Document, Field, Fields, Value, counts, prose, text};
use super::rating::{Movement, Tally};
use super::rounds::{Barrier, RoundsCompared, compare};
use super::{Basis, Pair, Side, Sides};
use crate::model::{
    Body, Colophon, JointAnswer, LevelNumber, MeasureId, Missing, Model, QuestionId, Rating, Remarks, ReplyValue,
    Round, Scale, StatementId,
};
use crate::source::Origin;

/// An answer at one side or both.
#[derive(Debug, Clone)]
pub struct JointChange<'m> {
    /// The answers, and what they say otherwise as far as that can be compared.
    pub change: DocumentChange<'m, JointAnswer>,
    /// Why the rounds cannot be compared; `None` when they can, or are one and the same.
    pub barrier: Option<Barrier>,
    /// The statements and questions that stand in both rounds and cannot be compared.
    pub apart: Vec<&'m str>,
    /// How many ratings did what; of two years only.
    pub tally: Tally,
}

/// Compares the answers of a body.
pub fn joint<'m>(sides: Sides<'m>, body: Pair<&'m Body>) -> Vec<JointChange<'m>> {
    let of = |side: Side<'m>, body: Option<&&'m Body>| {
        let of_year = body.and_then(|body| body.years.get(&side.year));
        let answers = of_year.map(|of_year| of_year.joint.values()).into_iter().flatten();
        answers.filter(move |answer| is_in_both(sides, answer)).collect::<Vec<_>>()
    };
    let fate = |pair: Pair<&'m JointAnswer>| {
        let review = &pair.latest().review;
        fate(sides, body.latest(), pair.before().is_none(), &|of_year| {
            let found = of_year.joint.get(review).map(|one| (&one.colophon, None));
            mention(found, of_year.withheld.joint.contains(review))
        })
    };
    let (before, after) = (of(sides.before, body.before()), of(sides.after, body.after()));
    let changes = documents(sides, before, after, |one| &one.review, fate);
    changes.into_iter().map(|change| held(sides, change)).collect()
}

/// Whether there is anything to lay beside it: of two years, the review has a round in both.
fn is_in_both(sides: Sides<'_>, answer: &JointAnswer) -> bool {
    match sides.basis {
        Basis::Written => true,
        Basis::Counted => [sides.before, sides.after].iter().all(|side| {
            let review = side.report.model.joint_reviews.get(&answer.review);
            review.is_some_and(|review| review.rounds.contains_key(&side.year))
        }),
    }
}

/// Leaves out what cannot be compared, and counts the rest.
fn held<'m>(sides: Sides<'m>, mut change: DocumentChange<'m, JointAnswer>) -> JointChange<'m> {
    let nothing = |change| JointChange { change, barrier: None, apart: Vec::new(), tally: Tally::default() };
    let (Basis::Counted, Some((old, new))) = (sides.basis, change.documents.both()) else { return nothing(change) };
    let (old, new) = (*old, *new);
    let model = sides.after.report.model;
    let (first, last) = (old.year.min(new.year), old.year.max(new.year));
    let review = &model.joint_reviews[&new.review];
    let Some(compared) = compare(model, review, first, last) else { return nothing(change) };
    let is_apart = |id: &str| is_in_both_rounds(&compared, id) && !is_comparable(&compared, id);
    change.fields.retain(|field| {
        let Field::Keyed(_, id) = field.field else { return true };
        is_comparable(&compared, id)
    });
    let (round, mut tally) = (&review.rounds[&new.year], Tally::default());
    for statement in round.known_statements() {
        match scale(model, round) {
            Some(scale) if is_comparable(&compared, statement.id.as_str()) => {
                tally.add(movement(scale, old.rating(&statement.id), new.rating(&statement.id)));
            }
            Some(_) if is_in_both_rounds(&compared, statement.id.as_str()) => tally.add(Movement::Incomparable),
            Some(_) | None => {}
        }
    }
    let ids = round.known_statements().iter().map(|one| one.id.as_str());
    let ids = ids.chain(round.questions.iter().map(|one| one.id.as_str()));
    let apart = ids.filter(|id| is_apart(id)).collect();
    JointChange { change, barrier: compared.barrier, apart, tally }
}

fn is_in_both_rounds(compared: &RoundsCompared<'_>, id: &str) -> bool {
    let asks = |round: &Round| {
        round.statement(&StatementId(id.to_owned())).is_some() || round.question(&QuestionId(id.to_owned())).is_some()
    };
    asks(compared.before) && asks(compared.after)
}

/// Whether answers to a statement or a question can be compared: it is the same, and its rounds can.
fn is_comparable(compared: &RoundsCompared<'_>, id: &str) -> bool {
    let question = QuestionId(id.to_owned());
    if let (Some(old), Some(new)) = (compared.before.question(&question), compared.after.question(&question)) {
        let rounds = match compared.barrier {
            None | Some(Barrier::OtherScale | Barrier::OtherBase) => true,
            Some(Barrier::Said(..) | Barrier::Unknown(..) | Barrier::Absent(_)) => false,
        };
        return rounds && old.kind == new.kind && old.text == new.text;
    }
    // The base is what shares are of, and a single answer is no share.
    let rounds = matches!(compared.barrier, None | Some(Barrier::OtherBase));
    let statements = compared.statements.as_deref().unwrap_or_default();
    rounds && statements.iter().any(|one| one.id.as_str() == id && one.fate.is_comparable())
}

fn movement(scale: &Scale, before: Rating, after: Rating) -> Movement {
    match (ordered(scale, before), ordered(scale, after)) {
        (Some(was), Some(is)) => match is.cmp(&was) {
            Ordering::Less => Movement::Up,
            Ordering::Greater => Movement::Down,
            Ordering::Equal => Movement::Same,
        },
        (None, Some(_)) => Movement::Rated,
        (Some(_), None) => Movement::Unrated,
        (None, None) if before == after => Movement::StillUnrated,
        (None, None) => Movement::OtherReason,
    }
}

fn ordered(scale: &Scale, rating: Rating) -> Option<LevelNumber> {
    match rating {
        Rating::Level(number) => scale.is_ordered(number).then_some(number),
        Rating::Missing(_) => None,
    }
}

fn scale<'m>(model: &'m Model, round: &Round) -> Option<&'m Scale> {
    model.scales.get(round.scale.as_ref()?)
}

impl Document for JointAnswer {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &self.colophon
    }

    fn fields<'m>(&'m self, model: &'m Model) -> Fields<'m> {
        let mut fields = Fields::new();
        let round = model.joint_reviews.get(&self.review).and_then(|review| review.rounds.get(&self.year));
        for (id, answer) in &self.answers {
            let level = round.and_then(|round| scale(model, round));
            let value = match (answer.rating, level) {
                (Rating::Level(number), Some(scale)) => Value::Level(scale.level(number)),
                (Rating::Level(_), None) => Value::Text(Missing::Unknown.words()),
                (Rating::Missing(missing), _) => Value::Text(missing.words()),
            };
            fields.push((Field::Keyed("svar", id.as_str()), value));
            text(&mut fields, Field::Keyed("motivering", id.as_str()), answer.reason.as_ref());
            text(&mut fields, Field::Keyed("åtgärd", id.as_str()), answer.action.as_ref());
            remarks(&mut fields, id.as_str(), &answer.remarks);
        }
        for (id, reply) in &self.replies {
            let value = match &reply.value {
                Ok(value) => said(model, round, id, value),
                Err(missing) => Value::Text(missing.words()),
            };
            fields.push((Field::Keyed("svar", id.as_str()), value));
            text(&mut fields, Field::Keyed("motivering", id.as_str()), reply.reason.as_ref());
            remarks(&mut fields, id.as_str(), &reply.remarks);
        }
        let led_to = self.led_to.iter().map(MeasureId::as_str).collect::<Vec<_>>().join(", ");
        fields.extend((!led_to.is_empty()).then_some((Field::Key("ledde till"), Value::Written(led_to))));
        counts(&mut fields, &self.surveys, &self.samples);
        prose(&mut fields, &self.text);
        fields
    }
}

fn said<'m>(model: &'m Model, round: Option<&'m Round>, id: &QuestionId, value: &'m ReplyValue) -> Value<'m> {
    match value {
        ReplyValue::Level(number) => {
            let question = round.and_then(|round| round.question(id));
            let scale = question.and_then(|question| model.scales.get(question.kind.scale()?));
            scale.map_or(Value::Text(Missing::Unknown.words()), |scale| Value::Level(scale.level(*number)))
        }
        ReplyValue::YesNo(true) => Value::Text("ja"),
        ReplyValue::YesNo(false) => Value::Text("nej"),
        ReplyValue::Count(count) => Value::Count(*count),
        ReplyValue::Number(number) => Value::Figure(*number),
        ReplyValue::Choice(words) | ReplyValue::Text(words) => Value::Text(words),
    }
}

fn remarks<'m>(fields: &mut Fields<'m>, id: &'m str, remarks: &'m Remarks) {
    text(fields, Field::Keyed("not", id), remarks.note.as_ref());
    text(fields, Field::Keyed("källa", id), remarks.source.as_ref());
    fields.extend(remarks.uncertain.then_some((Field::Keyed("osäker", id), Value::Text("ja"))));
}

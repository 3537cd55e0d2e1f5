//! Rounds of joint reviews at two sides: what they say, as fields. How two rounds compare by their figures is the matter of `rounds`.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{DocumentChange, documents};
use super::field::{Document, Field, FieldChange, Fields, Value, counts, prose, remarks_of, risk, text};
use super::{Basis, Fate, Pair, Side, Sides, rounds};
use crate::model::{
    Colophon, Group, JointReviewId, Missing, Model, NextRound, Participants, Question, QuestionKind, Round,
    RoundFigures,
};
use crate::source::Origin;

/// The key of published shares, of a level over all statements or of a statement.
const SHARES: &str = "andelar";

impl Document for Round {
    fn origin(&self) -> Origin {
        self.origin
    }

    fn colophon(&self) -> &Colophon {
        &self.colophon
    }

    fn fields<'m>(&'m self, model: &'m Model) -> Fields<'m> {
        let mut fields = vec![(Field::Title, Value::Text(&self.title))];
        risk(&mut fields, self.risk.as_ref());
        text(&mut fields, Field::Purpose, self.purpose.as_ref());
        text(&mut fields, Field::Scope, self.scope.as_ref());
        text(&mut fields, Field::Key("undantagna"), self.left_out.as_ref());
        text(&mut fields, Field::Method, self.method.as_ref());
        for statement in self.known_statements() {
            let wording = statement.text.as_ref().map_or_else(|missing| missing.words(), String::as_str);
            let id = statement.id.as_str();
            text(&mut fields, Field::Keyed("grupp", id), statement.group.as_ref());
            fields.push((Field::Keyed("kort", id), Value::Text(&statement.short)));
            fields.push((Field::Keyed("text", id), Value::Text(wording)));
            let comparable = statement.comparable.map(|is_so| Value::Text(if is_so { "ja" } else { "nej" }));
            fields.extend(comparable.map(|comparable| (Field::Keyed("jämförbar", id), comparable)));
            text(&mut fields, Field::Keyed("not", id), statement.note.as_ref());
        }
        questions(&mut fields, &self.questions);
        let scale = self.scale.as_ref().and_then(|id| model.scales.get(id));
        fields.extend(scale.map(|scale| (Field::Key("skala"), Value::Text(&scale.name))));
        fields.extend(self.share_base.map(|base| (Field::Key("andel av"), Value::Text(base.words()))));
        let counts_told = [("antal påståenden", self.statement_count), ("antal frågor", self.question_count)];
        fields.extend(counts_told.into_iter().filter_map(|(key, count)| Some((Field::Key(key), Value::Count(count?)))));
        let ladder = self.ladder.as_ref().and_then(|id| model.scales.get(id));
        fields.extend(ladder.map(|scale| (Field::Key("mognadstrappa"), Value::Text(&scale.name))));
        if let Some(asked) = &self.participants {
            participants(&mut fields, asked, model);
        }
        figures(&mut fields, self, model);
        let unpublished = self.bodies_unpublished.then_some(Value::Text(Missing::NotPublished.words()));
        fields.extend(unpublished.map(|words| (Field::Key("svar per organ"), words)));
        counts(&mut fields, &self.surveys, &self.samples);
        if let Some(before) = &self.previous {
            let comparable = match before.comparable {
                Some(true) => "jämförbar",
                Some(false) => "inte jämförbar",
                None => "okänt om den är jämförbar",
            };
            let missing = before.missing.map(|missing| format!(", {}", missing.words())).unwrap_or_default();
            let told = format!("{}, {comparable}{missing}", before.year);
            fields.push((Field::Key("föregående"), Value::Written(told)));
            text(&mut fields, Field::Keyed("not", "föregående"), before.note.as_ref());
        }
        let next = self.next.map(|next| match next {
            NextRound::Planned(year) => year.to_string(),
            NextRound::Proposed(year) => format!("{year}, föreslaget"),
        });
        fields.extend(next.map(|next| (Field::Key("nästa"), Value::Written(next))));
        prose(&mut fields, &self.text);
        fields
    }
}

/// The wording of each question, and how it is answered.
fn questions<'m>(fields: &mut Fields<'m>, questions: &'m [Question]) {
    for question in questions {
        let id = question.id.as_str();
        let wording = question.text.as_ref().map_or_else(|missing| missing.words(), String::as_str);
        fields.push((Field::Keyed("text", id), Value::Text(wording)));
        let kind = question.kind.words();
        let kind = match &question.kind {
            QuestionKind::Rating(scale) => format!("{kind}: {scale}"),
            QuestionKind::Count { unit } | QuestionKind::Number { unit } => format!("{kind}: {unit}"),
            QuestionKind::Choice(alternatives) => format!("{kind}: {}", alternatives.join(", ")),
            QuestionKind::YesNo | QuestionKind::Text => kind.to_owned(),
        };
        fields.push((Field::Keyed("slag", id), Value::Written(kind)));
    }
}

/// Who is asked for what. Bodies are told by name, which a folder that is renamed leaves as it is.
fn participants<'m>(fields: &mut Fields<'m>, asked: &'m Participants, model: &'m Model) {
    let name = |group: &Group| match group {
        Group::Kind(kind) => kind.words().to_owned(),
        Group::Body(id) => model.bodies.get(id).map_or_else(|| id.to_string(), |body| body.name.clone()),
    };
    let names = |groups: &[Group]| groups.iter().map(name).collect::<Vec<_>>().join(", ");
    let left_out = asked.left_out.iter().map(|one| format!("{}: {}", name(&one.group), one.reason));
    let left_out = left_out.collect::<Vec<_>>().join("; ");
    for (part, who) in [("allt", names(&asked.all)), ("bara frågor", names(&asked.questions_only)), ("inte", left_out)]
    {
        fields.extend((!who.is_empty()).then_some((Field::Keyed("svarar", part), Value::Written(who))));
    }
}

fn figures<'m>(fields: &mut Fields<'m>, round: &'m Round, model: &'m Model) {
    if let Some(outcome) = &round.outcome {
        remarks_of(fields, "utfall", &outcome.remarks);
    }
    match round.outcome.as_ref().map(|outcome| &outcome.figures) {
        Some(RoundFigures::Statements(statements)) => {
            for (id, shares) in statements {
                let value = shares
                    .shares
                    .as_ref()
                    .map_or_else(|missing| Value::Text(missing.words()), |shares| Value::Shares(shares));
                fields.push((Field::Keyed(SHARES, id.as_str()), value));
            }
        }
        Some(RoundFigures::Spans(spans)) => {
            let Some(scale) = round.scale.as_ref().map(|id| &model.scales[id]) else { return };
            for (level, span) in scale.levels().iter().zip(spans) {
                let Some(span) = span else { continue };
                let value = match span.span {
                    Ok(span) => Value::Range(span.low, span.high),
                    Err(missing) => Value::Text(missing.words()),
                };
                fields.push((Field::Keyed(SHARES, level.id.as_str()), value));
                remarks_of(fields, level.id.as_str(), &span.remarks);
            }
        }
        Some(RoundFigures::Missing(missing)) => fields.push((Field::Key(SHARES), Value::Text(missing.words()))),
        None => {}
    }
}

/// The rounds of both sides by review. Figures of two years are left out where they cannot be compared.
pub fn of_year(sides: Sides<'_>) -> BTreeMap<&JointReviewId, DocumentChange<'_, Round>> {
    let ids: BTreeSet<_> =
        [sides.before, sides.after].into_iter().flat_map(|side| side.report.model.joint_reviews.keys()).collect();
    ids.into_iter().filter_map(|id| Some((id, of_review(sides, id)?))).collect()
}

fn of_review<'m>(sides: Sides<'m>, id: &JointReviewId) -> Option<DocumentChange<'m, Round>> {
    let round = |side: Side<'m>| side.report.model.joint_reviews.get(id)?.rounds.get(&side.year);
    let rounds = sides.after.report.model.joint_reviews.get(id).map(|review| &review.rounds);
    let fate = |pair: Pair<&Round>| match (pair, sides.basis) {
        (Pair::Gone(_), _) => Fate::Gone,
        (Pair::New(new), Basis::Counted) if sides.before.year < new.year => {
            let earlier = rounds.and_then(|rounds| rounds.range(..sides.before.year).next_back());
            earlier.map_or(Fate::New, |(year, _)| Fate::Returned(*year))
        }
        (Pair::New(_) | Pair::Both(..), _) => Fate::New,
    };
    let mut changes = documents(sides, round(sides.before), round(sides.after), |_| (), fate);
    let mut change = changes.pop()?;
    match (sides.basis, change.documents) {
        (Basis::Counted, Pair::Both(..)) if !is_comparable(sides, id) => change.fields.retain(|one| !is_figure(one)),
        (Basis::Counted | Basis::Written, _) => {}
    }
    Some(change)
}

fn is_comparable(sides: Sides<'_>, id: &JointReviewId) -> bool {
    let (one, other) = (sides.before.year, sides.after.year);
    let model = sides.after.report.model;
    let compared = rounds::compare(model, &model.joint_reviews[id], one.min(other), one.max(other));
    compared.is_some_and(|compared| compared.levels.iter().all(|level| level.ends.is_ok()))
}

fn is_figure(change: &FieldChange<'_>) -> bool {
    matches!(change.field, Field::Keyed(SHARES, _) | Field::Key(SHARES))
}

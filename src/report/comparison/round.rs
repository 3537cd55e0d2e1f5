//! Rounds of joint reviews at two sides: what they say, as fields. How two rounds compare by their figures is the matter of `rounds`.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{DocumentChange, documents};
use super::field::{Document, Field, FieldChange, Fields, Value, counts, prose, risk, text};
use super::{Basis, Fate, Pair, Side, Sides, rounds};
use crate::model::{Colophon, JointReviewId, Model, Round, RoundFigures};
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
            fields.push((Field::Keyed("text", statement.id.as_str()), Value::Text(wording)));
        }
        figures(&mut fields, self, model);
        counts(&mut fields, &self.surveys, &self.samples);
        fields.extend(self.next.map(|year| (Field::Key("nästa"), Value::Written(year.to_string()))));
        prose(&mut fields, &self.text);
        fields
    }
}

fn figures<'m>(fields: &mut Fields<'m>, round: &'m Round, model: &'m Model) {
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
    let mut changes = documents(sides, round(sides.before), round(sides.after), |_| (), |_: &Round| Fate::Gone);
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

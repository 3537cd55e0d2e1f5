//! A body at two sides: whether it is there, and all that it has written.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::document::{self, Mention, documents};
use super::field::{Field, FieldChange, Fields, Value, changes, text};
use super::pair::pairs;
use super::rating::{self, Ratings};
use super::reading::{ReadingChange, readings};
use super::risk;
use super::{Basis, DocumentChange, JointChange, Pair, Side, Sides, joint, set};
use crate::model::{
    Body, BodyId, BodyReport, BodyYear, Colophon, ControlPlan, Measure, MeasureId, PlannedRisk, Progress, Review,
    SetId, Year,
};

/// A body at two sides.
#[derive(Debug, Clone)]
pub struct BodyComparison<'m> {
    /// The body where it exists: in a year on any day of it, at a revision whenever it has a file.
    pub body: Pair<&'m Body>,
    /// Its answers to each set that it has answered, or had to answer.
    pub ratings: Vec<Ratings<'m>>,
    /// Its control plan, but for the risks.
    pub plan: Option<DocumentChange<'m, ControlPlan>>,
    /// The risks of its control plan.
    pub risks: Vec<DocumentChange<'m, PlannedRisk>>,
    /// Its direct measures.
    pub measures: Vec<DocumentChange<'m, Measure>>,
    /// Its own reviews.
    pub reviews: Vec<DocumentChange<'m, Review>>,
    /// Its answers to joint reviews.
    pub joint: Vec<JointChange<'m>>,
    /// Its texts, for the year and its tertials.
    pub reports: Vec<DocumentChange<'m, BodyReport>>,
    /// Its figures.
    pub readings: Vec<ReadingChange<'m>>,
}

impl<'m> BodyComparison<'m> {
    /// Its answers to a set.
    #[must_use]
    pub fn of_set(&self, id: &SetId) -> Option<&Ratings<'m>> {
        self.ratings.iter().find(|ratings| ratings.set.id == *id)
    }

    /// Whether anything at all stands at either side.
    #[must_use]
    pub fn is_there(&self) -> bool {
        let has_plan = self.plan.is_some() || !self.risks.is_empty();
        let has_documents =
            has_plan || !self.measures.is_empty() || !self.reviews.is_empty() || !self.reports.is_empty();
        let has_documents = has_documents || !self.joint.is_empty();
        has_documents || !self.readings.is_empty() || self.ratings.iter().any(Ratings::is_there)
    }
}

/// Compares every body that exists at either side, by its id after.
pub fn compare<'m>(sides: Sides<'m>, renamed: &BTreeMap<BodyId, BodyId>) -> Vec<BodyComparison<'m>> {
    let exists = |side: Side<'m>, body: &'m Body| match sides.basis {
        Basis::Counted => body.existed_in(side.year),
        Basis::Written => true,
    };
    let of = |side: Side<'m>| side.report.model.bodies.values().filter(move |body| exists(side, body));
    let old_ids: BTreeMap<&BodyId, &BodyId> = renamed.iter().map(|(old, new)| (new, old)).collect();
    let after: Vec<_> =
        of(sides.after).map(|body| (old_ids.get(&body.id).copied().unwrap_or(&body.id), body)).collect();
    let before: Vec<_> = of(sides.before).map(|body| (&body.id, body)).collect();
    let wordings: BTreeMap<_, _> = sides
        .after
        .report
        .sets
        .iter()
        .filter_map(|(id, new)| Some((id, (sides.before.report.sets.get(id)?, new))))
        .map(|(id, sets)| (id, (sets, set::statements(sides, sets))))
        .collect();
    let mut compared = Vec::new();
    for pair in pairs(before, after, |(id, _)| id) {
        let body = match pair {
            Pair::Both((_, old), (_, new)) => Pair::Both(old, new),
            Pair::Gone((_, old)) => Pair::Gone(old),
            Pair::New((_, new)) => Pair::New(new),
        };
        let ratings = wordings.values().map(|(sets, wordings)| rating::compare(sides, *sets, body, wordings));
        let ratings = ratings.filter(|ratings| ratings.is_there() || is_expected(sides, ratings, body)).collect();
        compared.push(of_body(sides, body, ratings));
    }
    compared.sort_by_key(|one| one.body.latest().id.clone());
    compared
}

/// Whether the body had to answer a set at either side.
fn is_expected(sides: Sides<'_>, ratings: &Ratings<'_>, body: Pair<&Body>) -> bool {
    let expected = |side: Side<'_>, body: Option<&&Body>| {
        let result = side.report.sets.get(&ratings.set.id).and_then(|set| set.years.get(&side.year));
        result.zip(body).is_some_and(|(result, body)| result.bodies.contains_key(&body.id))
    };
    expected(sides.before, body.before()) || expected(sides.after, body.after())
}

fn of_body<'m>(sides: Sides<'m>, body: Pair<&'m Body>, ratings: Vec<Ratings<'m>>) -> BodyComparison<'m> {
    let before = body.before().and_then(|body| body.years.get(&sides.before.year));
    let after = body.after().and_then(|body| body.years.get(&sides.after.year));
    let fate =
        |is_new: bool, mention: &dyn Fn(&BodyYear) -> Mention| document::fate(sides, body.latest(), is_new, mention);
    let measure_fate = |pair: Pair<&'m Measure>| {
        let id = &pair.latest().id;
        fate(pair.before().is_none(), &|of_year| of_measure(of_year, id))
    };
    let review_fate = |pair: Pair<&'m Review>| {
        let id = &pair.latest().id;
        fate(pair.before().is_none(), &|of_year| {
            let found = of_year.reviews.iter().find(|one| one.id == *id);
            let found = found.map(|one| (&one.colophon, Some(one.progress)));
            mention(found, of_year.withheld.reviews.contains(id))
        })
    };
    let report_fate = |pair: Pair<&'m BodyReport>| {
        let tertial = pair.latest().period.tertial;
        fate(pair.before().is_none(), &|of_year| {
            let found = of_year.reports.iter().find(|one| one.period.tertial == tertial);
            // Which of its reports are internal is not known.
            let may_be_withheld = of_year.withheld.others > of_year.withheld.reviews.len();
            mention(found.map(|one| (&one.colophon, None)), may_be_withheld)
        })
    };
    let measures = |of_year: Option<&'m BodyYear>| of_year.map(|of_year| of_year.measures.iter()).into_iter().flatten();
    let reviews = |of_year: Option<&'m BodyYear>| of_year.map(|of_year| of_year.reviews.iter()).into_iter().flatten();
    let reports = |of_year: Option<&'m BodyYear>| of_year.map(|of_year| of_year.reports.iter()).into_iter().flatten();
    BodyComparison {
        body,
        ratings,
        plan: risk::plans(sides, body),
        risks: risk::risks(sides, body),
        measures: documents(sides, measures(before), measures(after), |one| &one.id, measure_fate),
        reviews: documents(sides, reviews(before), reviews(after), |one| &one.id, review_fate),
        joint: joint::joint(sides, body),
        reports: documents(sides, reports(before), reports(after), |one| one.period.tertial, report_fate),
        readings: readings(sides, body),
    }
}

/// The days on which a body was formed after the first of two years and ended before the end of the second, where it did.
#[must_use]
pub fn events(body: &Body, (from, to): (Year, Year)) -> (Option<Date>, Option<Date>) {
    let began = body.from.filter(|day| from.last_day() < *day && *day <= to.last_day());
    let ended = body.until.filter(|day| from.first_day() <= *day && *day < to.last_day());
    (began, ended)
}

/// What a body has written in a year about one of its measures.
pub fn of_measure(of_year: &BodyYear, id: &MeasureId) -> Mention {
    let found = of_year.measures.iter().find(|one| one.id == *id);
    mention(found.map(|one| (&one.colophon, Some(one.progress))), of_year.withheld.measures.contains(id))
}

/// What a document says of the thing that it is about: how far it has come, where it says that.
pub fn mention(found: Option<(&Colophon, Option<Progress>)>, is_withheld: bool) -> Mention {
    match found {
        Some((colophon, progress)) if colophon.counts() => Mention::There(progress),
        Some(_) => Mention::Draft,
        None if is_withheld => Mention::Withheld,
        None => Mention::Nothing,
    }
}

/// What is said of a body itself, whatever the year.
pub fn facts(body: &Body) -> Fields<'_> {
    let mut fields = vec![(Field::Name, Value::Text(&body.name)), (Field::Key("slag"), Value::Text(body.kind.words()))];
    let joined = |ids: &[BodyId]| ids.iter().map(BodyId::as_str).collect::<Vec<_>>().join(", ");
    let written = |key, text: String| (!text.is_empty()).then_some((Field::Key(key), Value::Written(text)));
    fields.extend(written("förvaltningar", body.departments.join(", ")));
    fields.extend(body.from.map(|day| (Field::Key("från"), Value::Day(day))));
    fields.extend(body.until.map(|day| (Field::Key("till"), Value::Day(day))));
    fields.extend(written("föregångare", joined(&body.predecessors)));
    fields.extend(written("efterföljare", joined(&body.successors)));
    text(&mut fields, Field::Key("beskrivning"), body.description.as_ref());
    text(&mut fields, Field::Note, body.remarks.note.as_ref());
    text(&mut fields, Field::Source, body.remarks.source.as_ref());
    fields
}

/// What is said otherwise of a body itself.
pub fn fact_changes<'m>(sides: Sides<'m>, before: &'m Body, after: &'m Body) -> Vec<FieldChange<'m>> {
    changes(sides, &facts(before), &facts(after))
}

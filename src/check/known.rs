//! What other files may point at: scales, sets, indicators, bodies, measures, rounds, and the years of the report.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::known_plans::KnownPlans;
use super::place::Place;
use super::round::Rounds;
use super::shape::Shape;
use super::{Placed, colophon, indicator, known_plans, nearest, scales, statement_set, values};
use crate::diagnostic::{Code, Reported, Words, brief};
use crate::model::{
    Body, BodyId, Indicator, IndicatorId, JointReviewId, MeasureId, Municipality, Scale, ScaleId, SetId, StatementSet,
    Year, YearSpan,
};
use crate::source::{FileId, Span};
use crate::syntax::Node;
use crate::words;

/// Everything with an id. What was told as wrong stays known, so that those who point at it are not told as well.
pub struct Known {
    /// The scales; an error when their file could not be read.
    pub scales: Result<BTreeMap<ScaleId, Result<Scale, Reported>>, Reported>,
    /// The statement sets.
    pub sets: BTreeMap<SetId, Result<StatementSet, Reported>>,
    /// The indicators.
    pub indicators: BTreeMap<IndicatorId, Result<Indicator, Reported>>,
    /// Bodies that have an `organ.yaml`.
    pub bodies: BTreeSet<BodyId>,
    /// The measures of each body.
    pub measures: BTreeMap<BodyId, BTreeMap<MeasureId, KnownMeasure>>,
    /// What control plans are read against.
    pub plans: KnownPlans,
    /// The rounds of each joint review, each with whether it is internal.
    rounds: BTreeMap<JointReviewId, BTreeMap<Year, bool>>,
    /// The rounds themselves, once they have been read; bodies answer to them.
    pub joint_rounds: Rounds,
    /// The years that are followed up.
    pub years: Option<YearSpan>,
    /// The year of the report's own date, in which documents may have been written that are not followed up yet.
    pub under_way: Option<Year>,
    first_files: BTreeMap<BodyId, FileId>,
    /// What the bodies are called.
    names: BTreeMap<BodyId, String>,
}

/// What is known of a measure before it is read.
#[derive(Default)]
pub struct KnownMeasure {
    /// The years in which it has a file.
    pub years: Vec<Year>,
    /// Its title in the last of them.
    pub title: Option<String>,
}

/// Collects it from the places, reading what others are read against.
pub fn know(placed: &[Placed<'_>], municipality: Option<&Municipality>, context: &mut Context<'_>) -> Known {
    let years = municipality.map(|city| city.span);
    let mut known = Known {
        scales: scales::read(placed, context),
        sets: BTreeMap::new(),
        indicators: BTreeMap::new(),
        bodies: BTreeSet::new(),
        measures: BTreeMap::new(),
        plans: known_plans::know(placed, context),
        rounds: BTreeMap::new(),
        joint_rounds: Rounds::new(),
        years,
        under_way: municipality.map(|city| Year(city.report_date.year())),
        first_files: BTreeMap::new(),
        names: BTreeMap::new(),
    };
    for one in placed {
        if let Some(body) = one.place.body() {
            known.first_files.entry(body.clone()).or_insert(one.document.file);
        }
        match (&one.place, one.yaml()) {
            (Place::Body(id), node) => {
                known.bodies.insert(id.clone());
                if let Some(name) = node.and_then(|node| node.at("namn")).and_then(Node::text) {
                    known.names.insert(id.clone(), name.to_owned());
                }
            }
            (Place::Measure(body, year, id), _) => {
                let measure = known.measures.entry(body.clone()).or_default().entry(id.clone()).or_default();
                measure.years.push(*year);
                let front = one.markdown().map(|markdown| &markdown.front);
                measure.title = front.and_then(|front| front.at("titel")).and_then(Node::text).map(str::to_owned);
            }
            (Place::Round(review, year), _) => {
                let is_internal = one.markdown().is_some_and(|markdown| colophon::is_internal(&markdown.front));
                known.rounds.entry(review.clone()).or_default().insert(*year, is_internal);
            }
            (Place::StatementSet(id), node) => {
                let set = match node {
                    Some(node) => {
                        let set = statement_set::read(node, id, &known, years, context);
                        // What the parser left out of the tree is not to be missed by those who point at it.
                        context.diagnostics.reported_within(node.span).map_or(set, Err)
                    }
                    None => Err(context.told()),
                };
                known.sets.insert(id.clone(), set);
            }
            (Place::Indicator(id), node) => {
                let indicator = match node {
                    Some(node) => indicator::read(node, id, context),
                    None => Err(context.told()),
                };
                known.indicators.insert(id.clone(), indicator);
            }
            _ => {}
        }
    }
    known
}

impl Known {
    /// The scale of an id.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn scale(&self, id: &ScaleId, place: Span, context: &mut Context<'_>) -> Result<&Scale, Reported> {
        let scales = self.scales.as_ref().map_err(|reported| *reported)?;
        let what = words!("skalan", "the scale");
        find(scales, id, ((ScaleId::as_str, |scale| &scale.name), &what, Code::UnknownScale), place, context)
    }

    /// The scale that a node names.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn named_scale(&self, node: &Node, context: &mut Context<'_>) -> Result<(ScaleId, &Scale), Reported> {
        context.note(|| {
            let scales = self.scales.iter().flatten();
            Shape::Words(scales.map(|(id, scale)| (id.to_string(), named(scale, |scale| &scale.name))).collect())
        });
        let id = ScaleId(values::reference(node, context)?);
        self.scale(&id, node.span, context).map(|scale| (id, scale))
    }

    /// A level of a scale that is not known yet.
    pub fn any_level(&self) -> Shape {
        let scales = self.scales.iter().flatten().filter_map(|(_, scale)| scale.as_ref().ok());
        let mut levels = Vec::new();
        for level in scales.flat_map(Scale::levels) {
            let level = (level.id.to_string(), Some(level.name.clone()));
            if !levels.contains(&level) {
                levels.push(level);
            }
        }
        Shape::Words(levels)
    }

    /// The set of an id.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn set(&self, id: &SetId, place: Span, context: &mut Context<'_>) -> Result<&StatementSet, Reported> {
        let what = words!("påståendeuppsättningen", "the statement set");
        find(&self.sets, id, ((SetId::as_str, |set| &set.name), &what, Code::UnknownSet), place, context)
    }

    /// The set that a node names.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn named_set(&self, node: &Node, context: &mut Context<'_>) -> Result<&StatementSet, Reported> {
        context.note(|| {
            Shape::Words(self.sets.iter().map(|(id, set)| (id.to_string(), named(set, |set| &set.name))).collect())
        });
        let id = SetId(values::reference(node, context)?);
        self.set(&id, node.span, context)
    }

    /// The indicator of an id.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn indicator(&self, id: &IndicatorId, place: Span, context: &mut Context<'_>) -> Result<&Indicator, Reported> {
        if let Some(indicator) = self.indicators.get(id) {
            return indicator.as_ref().map_err(|reported| *reported);
        }
        let others = self.indicators.keys().map(IndicatorId::as_str);
        let hint = match nearest::nearest(id.as_str(), others) {
            Some(other) => words!(
                "Döp om filen till ”{other}.yaml”, om det är det mätetalet",
                "Rename the file to “{other}.yaml”, if it is that indicator"
            ),
            None => words!(
                "Filen ska heta som mätetalets fil i mappen matetal. Finns mätetalet inte: skapa matetal/{id}.yaml",
                "The file has to be named as the indicator's file in the folder matetal. If there is none: create matetal/{id}.yaml"
            ),
        };
        let message = words!("mätetalet ”{id}” finns inte", "the indicator “{id}” does not exist");
        Err(context.error(Code::UnknownIndicator, place, message, hint))
    }

    /// The body that a node names, which has a folder.
    ///
    /// # Errors
    /// When there is none.
    pub fn named_body(&self, node: &Node, context: &mut Context<'_>) -> Result<BodyId, Reported> {
        context.note(|| Shape::Words(self.bodies.iter().map(|id| (id.to_string(), None)).collect()));
        let id = BodyId(values::reference(node, context)?);
        if self.bodies.contains(&id) {
            return Ok(id);
        }
        let named = self.bodies.iter().map(|id| (id.as_str(), self.names.get(id).map(String::as_str)));
        let hint = nearest::hint_of_named(id.as_str(), named);
        let id = brief(id.as_str());
        let message = words!("organet ”{id}” finns inte", "there is no body “{id}”");
        Err(context.error(Code::UnknownBody, node.span, message, hint))
    }

    /// Tells a year in which the body did not exist, or which the report does not reach.
    ///
    /// # Errors
    /// When it is such a year.
    pub fn year_of(&self, body: &Body, year: Year, place: Span, context: &mut Context<'_>) -> Result<(), Reported> {
        self.year(year, place, context)?;
        if body.existed_in(year) {
            return Ok(());
        }
        let name = brief(&body.name);
        let message = words!("{name} fanns inte år {year}", "{name} did not exist in {year}");
        let hint = match (body.from, body.until) {
            (Some(from), _) if from > year.last_day() => words!(
                "I organ.yaml står ”från: {from}”. Rätta dagen där, eller ta bort det som gäller {year}",
                "organ.yaml says “från: {from}”. Mend the day there, or remove what is of {year}"
            ),
            (_, Some(until)) => words!(
                "I organ.yaml står ”till: {until}”. Rätta dagen där, eller ta bort det som gäller {year}",
                "organ.yaml says “till: {until}”. Mend the day there, or remove what is of {year}"
            ),
            (Some(_) | None, None) => words!("Kontrollera året", "Check the year"),
        };
        Err(context.error(Code::BodyNotThen, place, message, hint))
    }

    /// Tells a year that the report does not reach.
    ///
    /// # Errors
    /// When it is such a year.
    pub fn year(&self, year: Year, place: Span, context: &mut Context<'_>) -> Result<(), Reported> {
        let Some(years) = self.years else { return Ok(()) };
        if years.contains(year) || Some(year) == self.under_way {
            return Ok(());
        }
        let (first, last) = (years.first, years.last);
        let message = words!(
            "år {year} ligger utanför rapporten, som omfattar {first}–{last}",
            "the year {year} lies outside the report, which covers {first}–{last}"
        );
        let hint = words!(
            "Kontrollera året, eller ”period” och ”rapportdatum” i kommun.yaml",
            "Check the year, or “period” and “rapportdatum” in kommun.yaml"
        );
        Err(context.error(Code::OutsideYears, place, message, hint))
    }

    /// Tells a year that is not followed up, where only such a one makes sense.
    ///
    /// # Errors
    /// When it is such a year.
    pub fn followed_up(&self, year: Year, place: Span, context: &mut Context<'_>) -> Result<(), Reported> {
        let Some(years) = self.years.filter(|years| !years.contains(year)) else { return Ok(()) };
        let (first, last) = (years.first, years.last);
        let message = words!(
            "år {year} följs inte upp, eftersom perioden är {first}–{last}",
            "the year {year} is not followed up, since the period is {first}–{last}"
        );
        let hint = words!(
            "Flytta filen, eller ändra ”period” i kommun.yaml",
            "Move the file, or change “period” in kommun.yaml"
        );
        Err(context.error(Code::OutsideYears, place, message, hint))
    }

    /// Whether the round of a year is internal; `None` when there is no such round.
    pub fn round(&self, review: &JointReviewId, year: Year) -> Option<bool> {
        self.rounds.get(review)?.get(&year).copied()
    }

    /// The years of a review's rounds that are to be published.
    pub fn open_rounds(&self, review: &JointReviewId) -> impl Iterator<Item = Year> {
        let rounds = self.rounds.get(review).into_iter().flatten();
        rounds.filter(|(_, is_internal)| !**is_internal).map(|(year, _)| *year)
    }

    /// The first file in a body's folder.
    pub fn first_file(&self, body: &BodyId) -> Option<FileId> {
        self.first_files.get(body).copied()
    }
}

/// The name of what could be read.
fn named<Value>(value: &Result<Value, Reported>, name: fn(&Value) -> &String) -> Option<String> {
    value.as_ref().ok().map(|value| name(value).clone())
}

/// How the id and the name of something are got.
type Naming<Id, Value> = (fn(&Id) -> &str, fn(&Value) -> &String);

fn find<'k, Id: Ord, Value>(
    known: &'k BTreeMap<Id, Result<Value, Reported>>,
    id: &Id,
    ((words, name), what, code): (Naming<Id, Value>, &Words, Code),
    place: Span,
    context: &mut Context<'_>,
) -> Result<&'k Value, Reported> {
    if let Some(value) = known.get(id) {
        return value.as_ref().map_err(|reported| *reported);
    }
    let ids = known.iter().map(|(id, value)| (words(id), value.as_ref().ok().map(|value| name(value).as_str())));
    let hint = nearest::hint_of_named(words(id), ids);
    let id = brief(words(id));
    let message = words!("{what} ”{id}” finns inte", "{what} “{id}” does not exist", what);
    Err(context.error(code, place, message, hint))
}

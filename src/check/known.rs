//! What other files may point at: scales, sets, indicators, bodies, measures, and the years of the report.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::place::Place;
use super::{Placed, indicator, nearest, scales, statement_set, values};
use crate::diagnostic::{Code, Reported};
use crate::model::{
    Body, BodyId, Indicator, IndicatorId, MeasureId, Municipality, Scale, ScaleId, SetId, StatementSet, Year, YearSpan,
};
use crate::source::{FileId, Span};
use crate::syntax::Node;

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
    /// The years of each measure of each body.
    pub measures: BTreeMap<BodyId, BTreeMap<MeasureId, Vec<Year>>>,
    /// The years that are followed up.
    pub years: Option<YearSpan>,
    /// The year of the report's own date, in which documents may have been written that are not followed up yet.
    pub under_way: Option<Year>,
    first_files: BTreeMap<BodyId, FileId>,
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
        years,
        under_way: municipality.map(|city| Year(city.report_date.year())),
        first_files: BTreeMap::new(),
    };
    for one in placed {
        if let Some(body) = one.place.body() {
            known.first_files.entry(body.clone()).or_insert(one.document.file);
        }
        match (&one.place, one.yaml()) {
            (Place::Body(id), _) => drop(known.bodies.insert(id.clone())),
            (Place::Measure(body, year, id), _) => {
                known.measures.entry(body.clone()).or_default().entry(id.clone()).or_default().push(*year);
            }
            (Place::StatementSet(id), Some(node)) => {
                let set = statement_set::read(node, id, &known, years, context);
                known.sets.insert(id.clone(), set);
            }
            (Place::Indicator(id), Some(node)) => {
                let indicator = indicator::read(node, id, context);
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
        find(scales, id, id.as_str(), ScaleId::as_str, "skalan", place, context)
    }

    /// The scale that a node names.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn named_scale(&self, node: &Node, context: &mut Context<'_>) -> Result<(ScaleId, &Scale), Reported> {
        let id = ScaleId(values::text(node, context)?);
        self.scale(&id, node.span, context).map(|scale| (id, scale))
    }

    /// The set of an id.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn set(&self, id: &SetId, place: Span, context: &mut Context<'_>) -> Result<&StatementSet, Reported> {
        find(&self.sets, id, id.as_str(), SetId::as_str, "påståendeuppsättningen", place, context)
    }

    /// The indicator of an id.
    ///
    /// # Errors
    /// When there is none, or it was itself told as wrong.
    pub fn indicator(&self, id: &IndicatorId, place: Span, context: &mut Context<'_>) -> Result<&Indicator, Reported> {
        find(&self.indicators, id, id.as_str(), IndicatorId::as_str, "mätetalet", place, context)
    }

    /// Tells a body that has no folder.
    ///
    /// # Errors
    /// When there is none.
    pub fn body(&self, id: &BodyId, place: Span, context: &mut Context<'_>) -> Result<(), Reported> {
        if self.bodies.contains(id) {
            return Ok(());
        }
        let hint = nearest::hint(id.as_str(), self.bodies.iter().map(BodyId::as_str));
        Err(context.error(Code::UnknownBody, place, format!("organet ”{id}” finns inte"), hint))
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
        let message = format!("{} fanns inte år {year}", body.name);
        Err(context.error(Code::OutsideYears, place, message, "Kontrollera året, eller ”från” och ”till” i organ.yaml"))
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
        let message = format!("år {year} ligger utanför rapporten, som omfattar {}–{}", years.first, years.last);
        Err(context.error(
            Code::OutsideYears,
            place,
            message,
            "Kontrollera året, eller ”period” och ”rapportdatum” i kommun.yaml",
        ))
    }

    /// Tells a year that is not followed up, where only such a one makes sense.
    ///
    /// # Errors
    /// When it is such a year.
    pub fn followed_up(&self, year: Year, place: Span, context: &mut Context<'_>) -> Result<(), Reported> {
        let Some(years) = self.years.filter(|years| !years.contains(year)) else { return Ok(()) };
        let message = format!("år {year} följs inte upp, eftersom perioden är {}–{}", years.first, years.last);
        Err(context.error(Code::OutsideYears, place, message, "Flytta filen, eller ändra ”period” i kommun.yaml"))
    }

    /// The first file in a body's folder.
    pub fn first_file(&self, body: &BodyId) -> Option<FileId> {
        self.first_files.get(body).copied()
    }
}

fn find<'k, Id: Ord, Value>(
    known: &'k BTreeMap<Id, Result<Value, Reported>>,
    id: &Id,
    word: &str,
    words: fn(&Id) -> &str,
    what: &str,
    place: Span,
    context: &mut Context<'_>,
) -> Result<&'k Value, Reported> {
    match known.get(id) {
        Some(value) => value.as_ref().map_err(|reported| *reported),
        None => {
            let hint = nearest::hint(word, known.keys().map(words));
            Err(context.error(Code::UnknownBody, place, format!("{what} ”{word}” finns inte"), hint))
        }
    }
}

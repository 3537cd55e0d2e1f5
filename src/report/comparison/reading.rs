//! Figures of indicators in two years: how much they differ, or why that cannot be said.

use rust_decimal::Decimal;

use super::field::{FieldChange, Fields, changes, remarks};
use super::pair::Pair;
use super::{Basis, Side, Sides};
use crate::model::{Body, Indicator, Missing, Reading, Readings, Year};

/// Why a figure that is written at one revision only cannot be compared. Nobody has written a reason why it is missing.
const AT_ONE_SIDE: &str = "Siffran finns bara i den ena versionen.";

/// What became of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// From one figure to another.
    Between {
        /// The earlier figure.
        from: Decimal,
        /// The later figure.
        to: Decimal,
    },
    /// They cannot be compared: why.
    Broken(String),
    /// One of them is not there: which, and why.
    Missing(Year, Missing),
}

/// The first and the last year with figures that can be compared: none lies before the last break. `None` with fewer than two.
#[must_use]
pub fn comparable_ends(indicator: &Indicator, readings: &Readings) -> Option<(Year, Year)> {
    let known = readings.by_year.iter().filter(|(_, reading)| reading.value.is_ok()).map(|(year, _)| *year);
    let last = known.clone().next_back()?;
    let start = indicator.breaks.iter().map(|one| one.year).filter(|year| *year <= last).max();
    let mut known = known;
    let first = known.find(|year| start.is_none_or(|start| *year >= start))?;
    (first < last).then_some((first, last))
}

/// A body's figure of a year, or why there is none.
///
/// # Errors
/// The reason: as written, or because the body had not begun. Whether an earlier year was counted is not known.
pub fn figure(body: &Body, readings: &Readings, year: Year) -> Result<Decimal, Missing> {
    match readings.by_year.get(&year) {
        Some(reading) => reading.value,
        None if !body.existed_in(year) => Err(Missing::BodyAbsent),
        None => Err(Missing::Unknown),
    }
}

/// Compares an indicator's figures of two years.
#[must_use]
pub fn difference(indicator: &Indicator, body: &Body, readings: &Readings, from: Year, to: Year) -> Difference {
    let at = |year: Year| figure(body, readings, year).map_err(|missing| Difference::Missing(year, missing));
    let (first, last) = match (at(from), at(to)) {
        (Ok(first), Ok(last)) => (first, last),
        (Err(missing), _) | (_, Err(missing)) => return missing,
    };
    let (earlier, later) = (from.min(to), from.max(to));
    match indicator.breaks.iter().find(|one| earlier < one.year && one.year <= later) {
        Some(one) => Difference::Broken(one.reason.clone()),
        None => Difference::Between { from: first, to: last },
    }
}

/// A body's figure of an indicator at two sides.
#[derive(Debug, Clone)]
pub struct ReadingChange<'m> {
    /// The indicator, as it stands last.
    pub indicator: &'m Indicator,
    /// The body's figures, where it has any.
    pub readings: Pair<&'m Readings>,
    /// The figure before and where it was written; why it is missing in the difference.
    pub before: Option<&'m Reading>,
    /// The figure after and where it was written.
    pub after: Option<&'m Reading>,
    /// What became of it.
    pub difference: Difference,
    /// Note and source of the figure, where they say something else; of two years they are not compared.
    pub fields: Vec<FieldChange<'m>>,
}

impl ReadingChange<'_> {
    /// The side at which alone anything is written of the year, where it is one revision of two; of two years, `None`.
    #[must_use]
    pub fn only_at(&self, basis: Basis) -> Option<Pair<()>> {
        match (basis, self.before, self.after) {
            (Basis::Written, Some(_), None) => Some(Pair::Gone(())),
            (Basis::Written, None, Some(_)) => Some(Pair::New(())),
            (Basis::Written, Some(_), Some(_)) | (Basis::Written, None, None) | (Basis::Counted, _, _) => None,
        }
    }
}

/// Compares the figures of a body, indicator by indicator; those for which nothing is written at either side are left out. At two
/// revisions a whole file that is there at one of them only is told once, as a definition.
pub fn readings<'m>(sides: Sides<'m>, body: Pair<&'m Body>) -> Vec<ReadingChange<'m>> {
    let of = |body: Option<&&'m Body>| body.map(|body| body.readings.iter().collect::<Vec<_>>()).unwrap_or_default();
    let pairs = super::pair::pairs(of(body.before()), of(body.after()), |(id, _)| id);
    let change = |pair: Pair<(&'m crate::model::IndicatorId, &'m Readings)>| {
        let at = |side: Side<'m>, readings: Option<&(_, &'m Readings)>| readings?.1.by_year.get(&side.year);
        let (before, after) = (at(sides.before, pair.before()), at(sides.after, pair.after()));
        let is_file_change = sides.basis == Basis::Written && pair.both().is_none();
        if before.is_none() && after.is_none() || is_file_change {
            return None;
        }
        let (id, _) = *pair.latest();
        let side = if pair.after().is_some() { sides.after } else { sides.before };
        let indicator = &side.report.model.indicators[id];
        let readings = match pair {
            Pair::Both((_, old), (_, new)) => Pair::Both(old, new),
            Pair::Gone((_, old)) => Pair::Gone(old),
            Pair::New((_, new)) => Pair::New(new),
        };
        let fields = match (before, after, sides.basis) {
            (Some(before), Some(after), Basis::Written) => changes(sides, &said(before), &said(after)),
            (Some(_) | None, Some(_) | None, Basis::Written) | (_, _, Basis::Counted) => Vec::new(),
        };
        let difference = match sides.basis {
            Basis::Written if before.is_none() || after.is_none() => Difference::Broken(AT_ONE_SIDE.to_owned()),
            Basis::Written | Basis::Counted => across(sides, indicator, body, &readings),
        };
        Some(ReadingChange { indicator, readings, before, after, difference, fields })
    };
    pairs.into_iter().filter_map(change).collect()
}

fn said(reading: &Reading) -> Fields<'_> {
    let mut fields = Fields::new();
    remarks(&mut fields, &reading.remarks);
    fields
}

/// What became of a figure: in two years of the same readings, or in one year of two.
fn across(sides: Sides<'_>, indicator: &Indicator, body: Pair<&Body>, readings: &Pair<&Readings>) -> Difference {
    if let (Pair::Both(_, body), Pair::Both(_, readings), Basis::Counted) = (body, readings, sides.basis) {
        return difference(indicator, body, readings, sides.before.year, sides.after.year);
    }
    let at = |side: Side<'_>, body: Option<&&Body>, readings: Option<&&Readings>| match (body, readings) {
        (Some(body), Some(readings)) => figure(body, readings, side.year),
        (Some(_), None) => Err(Missing::Unknown),
        (None, _) => Err(Missing::BodyAbsent),
    };
    let before = at(sides.before, body.before(), readings.before());
    let after = at(sides.after, body.after(), readings.after());
    let earlier = sides.before.report.model.indicators.get(&indicator.id);
    let is_same =
        earlier.is_none_or(|earlier| earlier.unit == indicator.unit && earlier.decimals == indicator.decimals);
    match (before, after) {
        (Ok(_), Ok(_)) if !is_same => Difference::Broken("Enheten eller antalet decimaler är ett annat.".to_owned()),
        (Ok(from), Ok(to)) => Difference::Between { from, to },
        (Err(missing), _) => Difference::Missing(sides.before.year, missing),
        (_, Err(missing)) => Difference::Missing(sides.after.year, missing),
    }
}

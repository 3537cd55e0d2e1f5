//! A body in two years: every rating, measure, review, figure and text beside each other.

use serde::Serialize;

use super::super::{Page, Parts, Table, page, wording};
use super::{Compared, bodies, documents, joint, ratings, readings, reports, summary};
use crate::difference;
use crate::model::{Body, Measure, PlannedRisk, Review, Year};
use crate::page::address;
use crate::page::frame::Entry;
use crate::report::Report;
use crate::report::comparison::{BodyComparison, Comparison, Ratings, Side};
use crate::report::series::PointValue;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    body: String,
    from: i16,
    to: i16,
    neighbours: Vec<Entry>,
    /// All that happened, in one line.
    summary: String,
    sets: Vec<SetView>,
    risks: Documents,
    measures: Documents,
    reviews: Documents,
    /// Answers to joint reviews that were made in both years.
    joint: Vec<joint::View>,
    indicators: Option<Table>,
    reports: Vec<reports::View>,
    /// Whether texts of both years are told as one, with signs that want a key.
    has_signs: bool,
}

/// The answers to a set.
#[derive(Debug, Serialize)]
struct SetView {
    name: Option<String>,
    /// What became of the share and how many ratings moved, in sentences.
    summary: Vec<String>,
    /// Why nothing can be laid beside each other.
    lacking: Option<String>,
    table: Option<Table>,
}

/// Risks, measures or reviews.
#[derive(Debug, Serialize)]
struct Documents {
    summary: Option<String>,
    changed: Vec<documents::View>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.sets.iter().filter_map(|set| set.table.as_ref()).chain(&self.indicators).collect())
    }
}

/// Composes the page of a body in two years.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, compared: &Comparison<'_>, one: &BodyComparison<'_>) -> Page {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let body = *one.body.latest();
    let path = address::body_comparison(from, to, &body.id);
    let mut sets: Vec<_> = one.ratings.iter().collect();
    sets.sort_by_key(|ratings| ratings.set.id != report.model.municipality.statement_set);
    let several = sets.len() > 1;
    let risks = Documents {
        summary: summary::fates(&one.risks.iter().collect::<Vec<_>>(), difference::wording::RISKS, compared.sides),
        changed: documents::of_body::<PlannedRisk>(compared, one, &path),
    };
    let measures = Documents {
        summary: summary::fates(
            &one.measures.iter().collect::<Vec<_>>(),
            difference::wording::MEASURES,
            compared.sides,
        ),
        changed: documents::of_body::<Measure>(compared, one, &path),
    };
    let reviews = Documents {
        summary: summary::fates(&one.reviews.iter().collect::<Vec<_>>(), difference::wording::REVIEWS, compared.sides),
        changed: documents::of_body::<Review>(compared, one, &path),
    };
    let told = difference::wording::summary(one, compared.sides).map(|words| wording::capitalized(&words.sv));
    let reports = reports::compose(compared, one, &path);
    let joint = joint::of_body(compared, one, &path);
    let mut documents = risks.changed.iter().chain(&measures.changed).chain(&reviews.changed);
    let has_signs = documents.any(documents::View::has_signs) || reports.iter().any(reports::View::has_signs);
    let has_signs = has_signs || joint.iter().any(joint::View::has_signs);
    let view = View {
        body: body.name.clone(),
        from: from.0,
        to: to.0,
        neighbours: neighbours(all, from, to, body),
        summary: told
            .map_or_else(|| "Inget har ändrats.".to_owned(), |told| format!("{}.", told.trim_end_matches('.'))),
        sets: sets.into_iter().map(|ratings| of_set(compared, one, ratings, several, &path)).collect(),
        risks,
        measures,
        reviews,
        joint,
        indicators: readings::of_body(compared, one, &path),
        reports,
        has_signs,
    };
    let crumbs = vec![
        Entry::new("Överblick", address::START),
        Entry::new("Jämför", address::COMPARISONS),
        Entry::new(format!("{from} och {to}"), address::comparison(from, to)),
    ];
    let title = format!("{}: vad som ändrats från {from} till {to}", body.name);
    page(path, title, address::COMPARISONS, crumbs, super::super::View::BodyComparison(Box::new(view)))
}

/// Both years a year earlier and later, the whole span, the body in each year, and the body by itself.
fn neighbours(all: &Compared<'_>, from: Year, to: Year, body: &Body) -> Vec<Entry> {
    let (first, last) = (all.span.first, all.span.last);
    let later = |year: Year| Year(year.0 + 1);
    let pairs = [
        ("Ett år tidigare", from.before(), to.before()),
        ("Ett år senare", later(from), later(to)),
        ("Hela perioden", first, last),
    ];
    let pairs = pairs.into_iter().filter(|(_, one, other)| (*one, *other) != (from, to));
    let pairs = pairs.filter_map(|(which, from, to)| {
        Some(Entry::new(format!("{which}: {from} och {to}"), all.page_of(from, to, &body.id)?))
    });
    let years = [from, to].into_iter().filter(|year| body.years.contains_key(year));
    let years = years.map(|year| Entry::new(format!("{} {year}", body.name), address::body_year(&body.id, year)));
    pairs.chain(years).chain([Entry::new("Alla år", address::body(&body.id))]).collect()
}

/// How many answers the shares of the two years are counted of; `None` where they are not counted.
fn counts(compared: &Comparison<'_>, one: &BodyComparison<'_>, ratings: &Ratings<'_>) -> Option<String> {
    let share = |side: Side<'_>, body: Option<&&Body>| match side.report.sets[&ratings.set.id].bodies[&body?.id]
        .at(side.year)?
        .value
    {
        PointValue::Computed { share, .. } => Some(format!("{} av {} svar {}", share.part, share.whole, side.year)),
        PointValue::Published(_) | PointValue::Missing(_) => None,
    };
    let (before, after) =
        (share(compared.sides.before, one.body.before())?, share(compared.sides.after, one.body.after())?);
    Some(format!("Det är {before} och {after}."))
}

fn of_set(
    compared: &Comparison<'_>,
    one: &BodyComparison<'_>,
    ratings: &Ratings<'_>,
    several: bool,
    path: &str,
) -> SetView {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let main = &compared.sides.after.report.model.municipality.statement_set;
    let id = if ratings.set.id == *main { "svar".to_owned() } else { format!("svar-{}", ratings.set.id) };
    let tally = ratings.tally();
    let share = ratings.lacking().is_none().then(|| summary::share_of(&ratings.share, ratings.scales.1, from, to));
    let counts = share.as_ref().and_then(|_| counts(compared, one, ratings));
    let sentences =
        share.into_iter().chain(counts).chain(summary::ratings(&tally)).chain(summary::not_compared(&tally));
    SetView {
        name: several.then(|| ratings.set.name.clone()),
        summary: sentences.collect(),
        lacking: ratings
            .lacking()
            .map(|pair| format!("Bedömningarna kan inte jämföras: {}.", bodies::reason(compared, pair))),
        table: ratings::of_body(compared, one, ratings, path, &id),
    }
}

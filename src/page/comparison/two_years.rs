//! The city in two years: what moved, then everything that was compared, grouped.

use serde::Serialize;

use super::super::{Figure, Page, Parts, Table, page, wording};
use super::statements::Moved;
use super::{
    Compared, bodies, commitments, documents, ratings, readings, recommendations, statements, summary, totals, wordings,
};
use crate::difference::wording::{Doers, MEASURES, REVIEWS, RISKS};
use crate::model::{Measure, PlannedRisk, Review, Year};
use crate::page::address;
use crate::page::frame::Entry;
use crate::report::Report;
use crate::report::comparison::{Comparison, Ratings, SetComparison};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    from: i16,
    to: i16,
    /// The pairs beside this one, and both years by themselves.
    neighbours: Vec<Entry>,
    /// What moved, the most important first.
    sentences: Vec<String>,
    sets: Vec<SetView>,
    /// Who began, ended, merged and split: the body, and what happened to it.
    organisation: Vec<(String, Entry)>,
    /// Whether it is known when any body began or ended.
    has_dates: bool,
    risks: Documents,
    measures: Documents,
    reviews: Documents,
    commitments: Documents,
    /// What is proposed, and no commitment yet.
    proposed: Documents,
    recommendations: Documents,
    indicators: Option<Table>,
    indicators_unchanged: Option<String>,
    indicators_lacking: Vec<readings::Lacking>,
}

/// A statement set in two years.
#[derive(Debug, Serialize)]
struct SetView {
    /// Told where there are several.
    name: Option<String>,
    /// What parts the ids of this set from those of the others.
    suffix: String,
    improved: Vec<Moved>,
    worsened: Vec<Moved>,
    bodies_improved: Vec<Moved>,
    bodies_worsened: Vec<Moved>,
    totals: Vec<Table>,
    statements_figure: Option<Figure>,
    statements: Option<Table>,
    wordings: Vec<wordings::View>,
    /// Why there is nothing by statement, body and rating.
    no_answers: Option<String>,
    lacking: Vec<bodies::Lacking>,
    bodies_figure: Option<Figure>,
    bodies: Option<Table>,
    not_compared: Option<String>,
    ratings: Option<Table>,
}

/// Risks, measures, reviews, commitments or recommendations.
#[derive(Debug, Serialize)]
struct Documents {
    /// How many there are of each fate; what is said instead where there are none.
    summary: Option<String>,
    table: Option<Table>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let figures = self.sets.iter().flat_map(|set| set.statements_figure.iter().chain(&set.bodies_figure));
        let of_set = self
            .sets
            .iter()
            .flat_map(|set| set.totals.iter().chain(&set.statements).chain(&set.bodies).chain(&set.ratings));
        let others = self
            .risks
            .table
            .iter()
            .chain(&self.measures.table)
            .chain(&self.reviews.table)
            .chain(&self.commitments.table)
            .chain(&self.proposed.table)
            .chain(&self.recommendations.table)
            .chain(&self.indicators);
        (figures.collect(), of_set.chain(others).collect())
    }
}

/// Composes the page of two years.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, compared: &Comparison<'_>) -> Page {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let path = address::comparison(from, to);
    let main = &report.model.municipality.statement_set;
    let is_there = |set: &&SetComparison<'_>| {
        let answers = || compared.bodies.iter().filter_map(|body| body.of_set(&set.sets.1.set.id));
        set.sets.1.set.id == *main || answers().any(Ratings::is_there)
    };
    let mut sets: Vec<_> = compared.sets.iter().filter(is_there).collect();
    sets.sort_by_key(|set| set.sets.1.set.id != *main);
    let several = sets.len() > 1;
    let risks = documents::<PlannedRisk>(all, compared, RISKS, &path);
    let measures = documents::<Measure>(all, compared, MEASURES, &path);
    let reviews = documents::<Review>(all, compared, REVIEWS, &path);
    let (made, proposed) = commitments::compose(compared, &path);
    let [commitments, proposed] = [made, proposed].map(|(summary, table)| Documents { summary, table });
    let (summary, table) = recommendations::compose(all, compared, &path);
    let recommendations = Documents { summary, table };
    let view = View {
        from: from.0,
        to: to.0,
        neighbours: neighbours(all, from, to),
        sentences: sentences(compared, &sets, &[&risks, &measures, &reviews, &commitments, &recommendations]),
        sets: sets.iter().map(|set| of_set(all, compared, set, several, &path)).collect(),
        organisation: bodies::organisation(compared),
        has_dates: report.model.bodies.values().any(|body| body.from.is_some() || body.until.is_some()),
        risks,
        measures,
        reviews,
        commitments,
        proposed,
        recommendations,
        indicators: readings::all(all, compared, &path),
        indicators_unchanged: readings::unchanged(compared),
        indicators_lacking: readings::lacking(compared),
    };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Jämför", address::COMPARISONS)];
    let title = format!("Vad som ändrats från {from} till {to}");
    page(path, title, address::COMPARISONS, crumbs, super::super::View::Comparison(Box::new(view)))
}

/// Both years a year earlier and a year later, and each year by itself.
fn neighbours(all: &Compared<'_>, from: Year, to: Year) -> Vec<Entry> {
    let later = |year: Year| Year(year.0 + 1);
    let pairs = [("Ett år tidigare", from.before(), to.before()), ("Ett år senare", later(from), later(to))];
    let pairs = pairs.into_iter().filter(|(_, from, to)| all.between(*from, *to).is_some());
    let pairs =
        pairs.map(|(which, from, to)| Entry::new(format!("{which}: {from} och {to}"), address::comparison(from, to)));
    let years = [from, to].map(|year| Entry::new(format!("Hela året {year}"), address::year(year)));
    pairs.chain(years).collect()
}

fn sentences(compared: &Comparison<'_>, sets: &[&SetComparison<'_>], documents: &[&Documents]) -> Vec<String> {
    let mut told = Vec::new();
    for set in sets {
        let name = &set.sets.1.set.name;
        let of_set = [Some(summary::share(compared, set)), totals::same_sentence(set)].into_iter().flatten();
        told.extend(of_set.map(|sentence| if sets.len() > 1 { format!("{name}: {sentence}") } else { sentence }));
    }
    told.extend(summary::ratings(&bodies::tally(compared)));
    told.extend(summary::readings(compared));
    told.extend(documents.iter().filter_map(|one| one.table.as_ref().and(one.summary.clone())));
    told
}

fn of_set(
    all: &Compared<'_>,
    compared: &Comparison<'_>,
    set: &SetComparison<'_>,
    several: bool,
    path: &str,
) -> SetView {
    let main = &compared.sides.after.report.model.municipality.statement_set;
    let id = &set.sets.1.set.id;
    let suffix = if id == main { String::new() } else { format!("-{id}") };
    let named = |name: &str| format!("{name}{suffix}");
    let (improved, worsened) = statements::moves(compared, set);
    let (bodies_improved, bodies_worsened) = bodies::moves(all, compared, set);
    let statements = statements::table(compared, set, path, &named("pastaenden"));
    let bodies = bodies::table(all, compared, set, path, &named("organ"));
    let totals = [totals::all(compared, set, path, &named("alla")), totals::same(compared, set, path, &named("samma"))];
    SetView {
        name: several.then(|| set.sets.1.set.name.clone()),
        improved,
        worsened,
        bodies_improved,
        bodies_worsened,
        totals: totals.into_iter().flatten().collect(),
        no_answers: (statements.is_none() && bodies.is_none()).then(|| no_answers(compared, set)),
        statements_figure: statements::figure(compared, set, path, named("andelar")),
        statements,
        wordings: wordings::compose(compared, set),
        lacking: if bodies.is_some() { bodies::lacking(all, compared, set) } else { Vec::new() },
        not_compared: summary::not_compared(&bodies::tally_of(compared, id)),
        bodies_figure: bodies::figure(compared, set, path, named("upp-och-ned")),
        bodies,
        ratings: ratings::all(all, compared, set, path, &named("andringar")),
        suffix,
    }
}

/// Why no answers can be laid beside each other.
fn no_answers(compared: &Comparison<'_>, set: &SetComparison<'_>) -> String {
    let years = [compared.sides.before.year, compared.sides.after.year];
    let results = years.into_iter().filter_map(|year| Some((year, set.sets.1.years.get(&year)?)));
    let lacking = results.filter(|(_, result)| result.coverage.answered() == 0);
    let why: Vec<_> = lacking.map(|(year, result)| format!("{}.", wording::coverage(&result.coverage, year))).collect();
    let reasons: std::collections::BTreeSet<_> = set
        .sets
        .1
        .years
        .iter()
        .filter(|(year, _)| years.contains(year))
        .map(|(_, result)| result.coverage.reason)
        .collect();
    if let ([_, _], [reason]) = (why.as_slice(), reasons.iter().collect::<Vec<_>>().as_slice()) {
        return format!("Organens egna svar {} och {} {}.", years[0], years[1], wording::answers_are(**reason));
    }
    if why.is_empty() { "Inget organ har svarat båda åren.".to_owned() } else { why.join(" ") }
}

fn documents<T: documents::Carried>(
    all: &Compared<'_>,
    compared: &Comparison<'_>,
    doers: Doers,
    path: &str,
) -> Documents {
    let changes: Vec<_> = compared.bodies.iter().flat_map(|body| T::of(body)).collect();
    Documents {
        summary: summary::fates(&changes, doers, compared.sides),
        table: documents::table::<T>(all, compared, path),
    }
}

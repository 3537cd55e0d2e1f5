//! The choice of two years: neighbours and the whole span first, then every pair, each with what can be compared.

use serde::Serialize;

use super::super::{Cell, Column, Page, Parts, Row, Table, charting, joint_review, page, trace, wording};
use super::{Compared, bodies, cells};
use crate::language::{collation, plural};
use crate::model::Year;
use crate::page::address;
use crate::page::frame::Entry;
use crate::report::Report;
use crate::report::comparison::{Change, Comparison, Difference, Movement, SetComparison};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    /// Why there is nothing to choose.
    empty: Option<String>,
    /// The first and the last year.
    whole: Option<Choice>,
    /// Neighbouring years, the latest first.
    neighbours: Option<Table>,
    /// Every pair, by its earlier year.
    starts: Vec<Start>,
    /// Joint reviews that have come back, with every pair of their rounds.
    repeated: Vec<Repeated>,
}

/// A joint review that has come back.
#[derive(Debug, Serialize)]
struct Repeated {
    title: String,
    pairs: Vec<Entry>,
}

/// All pairs that begin with a year.
#[derive(Debug, Serialize)]
struct Start {
    from: String,
    pairs: Vec<Choice>,
}

/// A pair with what can be compared.
#[derive(Debug, Serialize)]
struct Choice {
    entry: Entry,
    what: String,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.neighbours.iter().collect())
    }
}

/// Composes the page.
pub fn compose(report: &Report<'_>, all: &Compared<'_>) -> Page {
    let span = report.model.municipality.span;
    let choice = |from: Year, to: Year, text: String| {
        let compared = all.between(from, to)?;
        Some(Choice { entry: Entry::new(text, address::comparison(from, to)), what: what(report, compared) })
    };
    let pairs = |from: Year| span.years().filter_map(move |to| choice(from, to, to.to_string())).collect::<Vec<_>>();
    let starts = span.years().map(|from| Start { from: from.to_string(), pairs: pairs(from) });
    let is_long = span.first < span.last.before();
    let view = View {
        empty: (span.first == span.last)
            .then(|| format!("Rapporten har bara ett år, {}. När nästa år finns kan de två jämföras här.", span.first)),
        whole: is_long.then(|| choice(span.first, span.last, format!("{} och {}", span.first, span.last))).flatten(),
        neighbours: neighbours(report, all),
        starts: starts.filter(|start| is_long && !start.pairs.is_empty()).collect(),
        repeated: repeated(report),
    };
    let crumbs = vec![Entry::new("Överblick", address::START)];
    page(
        address::COMPARISONS.to_owned(),
        "Jämför två år",
        address::COMPARISONS,
        crumbs,
        super::super::View::Comparisons(Box::new(view)),
    )
}

fn repeated(report: &Report<'_>) -> Vec<Repeated> {
    let reviews = report.model.joint_reviews.values().filter(|review| review.rounds.len() > 1);
    let mut repeated: Vec<_> = reviews
        .map(|review| Repeated { title: review.title().to_owned(), pairs: joint_review::comparisons(review) })
        .collect();
    repeated.sort_by_cached_key(|one| collation::sort_key(&one.title));
    repeated
}

fn main_set<'c, 'm>(report: &Report<'_>, compared: &'c Comparison<'m>) -> Option<&'c SetComparison<'m>> {
    compared.sets.iter().find(|set| set.sets.1.set.id == report.model.municipality.statement_set)
}

/// What can be compared, in a few words: how the share changed or why that cannot be said, and what else there is.
fn what(report: &Report<'_>, compared: &Comparison<'_>) -> String {
    let share = main_set(report, compared).map(|set| match &set.total {
        Change::Points { .. } => wording::change(&set.total),
        Change::Broken(_) => "andelen kan inte jämföras".to_owned(),
        Change::Missing(year, missing) => format!("{} {year}", missing.words()),
    });
    let figures = compared.bodies.iter().flat_map(|body| &body.readings);
    let figures = figures.filter(|one| matches!(one.difference, Difference::Between { .. })).count();
    let figures = (figures > 0 && bodies::tally(compared).compared() == 0)
        .then(|| plural::counted(figures as u64, "mätetal", "mätetal"));
    share.into_iter().chain(figures).collect::<Vec<_>>().join(", ")
}

/// Every year beside the year before, the latest first.
fn neighbours(report: &Report<'_>, all: &Compared<'_>) -> Option<Table> {
    let span = report.model.municipality.span;
    let pairs = span.years().rev().filter_map(|to| all.between(to.before(), to));
    let rows: Vec<_> = pairs.filter_map(|compared| Some(row(compared, main_set(report, compared)?))).collect();
    let what = charting::what(report.main_set().scale);
    let columns = vec![
        Column::words("År"),
        Column::figures(wording::capitalized(&what)),
        Column::figures("Organ som svarade båda åren"),
        Column::figures("Bedömningar upp"),
        Column::figures("Bedömningar ned"),
        Column::figures("Mätetal som kan jämföras"),
    ];
    let traces = vec![trace::to(report.model, report.main_set().set.origin)];
    let caption = "Varje år jämfört med året före, det senaste först";
    (!rows.is_empty()).then(|| Table::new(address::COMPARISONS, "par", caption, columns, rows, traces))
}

fn row(compared: &Comparison<'_>, set: &SetComparison<'_>) -> Row {
    let (from, to) = (compared.sides.before.year, compared.sides.after.year);
    let tally = bodies::tally_of(compared, &set.sets.1.set.id);
    // Where nobody's answers are at hand nobody knows how many there are.
    let lacking = [from, to].into_iter().find_map(|year| {
        let coverage = &set.sets.1.years.get(&year)?.coverage;
        (coverage.answered() == 0).then_some((year, coverage.reason))
    });
    let counted = |count: u32| match lacking {
        Some((year, missing)) => Cell { text: format!("{} {year}", missing.words()), ..Cell::missing(missing) },
        None => Cell::figure(cells::whole(count)),
    };
    let same = u32::try_from(set.same.bodies.len()).expect("a city has fewer bodies than that");
    let figures = compared.bodies.iter().flat_map(|body| &body.readings);
    let figures = figures.filter(|one| matches!(one.difference, Difference::Between { .. })).count();
    let figures = match figures {
        0 => Cell { class: Some("missing"), ..Cell::text("inga") },
        count => Cell::figure(count.to_string()),
    };
    let ratings = [tally.of(Movement::Up), tally.of(Movement::Down)].map(counted);
    let [up, down] = ratings;
    let cells = vec![cells::change(&set.total), counted(same), up, down, figures];
    Row { header: Cell::link(format!("{from} och {to}"), address::comparison(from, to)), cells }
}

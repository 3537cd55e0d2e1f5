//! The self-assessments of a year beside the year before and the first one.

use serde::Serialize;

use super::super::comparison::{Compared, summary, totals};
use super::super::{Figure, Parts, Table, charting, wording, year as year_page};
use super::{Chapter, Heading};
use crate::chart;
use crate::model::Year;
use crate::report::{Outcome, Report};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    heading: Heading,
    /// What the city has written about them: markup.
    html: Option<String>,
    /// Why there are no figures at all.
    missing: Option<String>,
    /// The published shares, where the ones shown are computed.
    published_shares: Option<String>,
    published_source: Option<String>,
    published_note: Option<String>,
    /// The year beside the others, as a chart.
    figure: Option<Figure>,
    before: Beside,
    first: Option<Beside>,
    categories: Option<Figure>,
    /// Who has answered.
    coverage: Table,
}

/// The year beside an earlier one.
#[derive(Debug, Serialize)]
pub struct Beside {
    heading: Heading,
    /// What became of the share, or why that cannot be said.
    sentence: String,
    /// What is published of the earlier year in place of figures.
    note: Option<String>,
    levels: Option<Table>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let levels = [Some(&self.before), self.first.as_ref()].into_iter().flatten();
        let levels = levels.filter_map(|beside| beside.levels.as_ref());
        (self.figure.iter().chain(&self.categories).collect(), levels.chain([&self.coverage]).collect())
    }

    /// As it stands in the contents.
    pub fn chapter(&self) -> Chapter {
        let below = [Some(&self.before), self.first.as_ref()].into_iter().flatten();
        Chapter { heading: self.heading.clone(), below: below.map(|beside| beside.heading.clone()).collect() }
    }
}

/// Composes the chapter; `html` is what the city has written for it.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, year: Year, path: &str, html: Option<String>) -> View {
    let set = report.main_set();
    let result = &set.years[&year];
    let (before, first) = (year.before(), report.model.municipality.span.first);
    let published = result.published;
    let is_computed = matches!(result.total, Outcome::Computed(_));
    View {
        heading: Heading::new("sjalvskattningarna", "Självskattningarna"),
        html,
        missing: match result.total {
            Outcome::Missing(missing) => Some(format!("Svaren för {year} {}.", wording::answers_are(missing))),
            Outcome::Computed(_) | Outcome::Published(_) => None,
        },
        published_shares: published.filter(|_| is_computed).and_then(|total| year_page::published_shares(set, total)),
        published_source: published.and_then(|total| total.remarks.source.clone()),
        published_note: published.and_then(|total| total.remarks.note.clone()),
        figure: figure(report, year, path),
        before: beside(report, all, (before, year), ("fore", "året före"), path),
        first: (first < before).then(|| beside(report, all, (first, year), ("forsta", "det första året"), path)),
        categories: year_page::categories(report, set, year, path),
        coverage: year_page::coverage(report, set, year, path),
    }
}

/// The first year, the year before and the year itself; `None` where the year itself has no figures.
fn figure(report: &Report<'_>, year: Year, path: &str) -> Option<Figure> {
    let set = report.main_set();
    if matches!(set.years[&year].total, Outcome::Missing(_)) {
        return None;
    }
    let mut years = vec![report.model.municipality.span.first, year.before(), year];
    years.retain(|year| set.years.contains_key(year));
    years.dedup();
    let rows = years
        .iter()
        .map(|year| chart::DistributionRow { name: year.to_string(), outcome: charting::total(set, *year) });
    let value = chart::DistributionRows {
        id: "jamforelse".into(),
        subject: charting::EVERYONE.into(),
        unit: charting::UNIT.into(),
        row_name: "År".into(),
        answering: chart::Answering::Bodies,
        levels: charting::levels(set),
        rows: rows.collect(),
    };
    let figure = Figure::new(path, &chart::distribution_rows(&value), charting::traces(report.model, set));
    Some(figure.noted(wording::changed(set.set, &set.trend, year)))
}

/// The year beside an earlier one, or why there is none.
fn beside(
    report: &Report<'_>,
    all: &Compared<'_>,
    (from, to): (Year, Year),
    (id, which): (&str, &str),
    path: &str,
) -> Beside {
    let heading = Heading::new(id, format!("Jämfört med {which}, {from}"));
    let main = &report.model.municipality.statement_set;
    let compared = all.between(from, to);
    let found = compared.and_then(|one| Some((one, one.sets.iter().find(|set| set.sets.1.set.id == *main)?)));
    let Some((compared, set)) = found else {
        let sentence = format!("Året {from} följs inte upp här. Det första året är {to}.");
        return Beside { heading, sentence, note: None, levels: None };
    };
    let result = &report.main_set().years[&from];
    let published = result.published.filter(|_| matches!(result.total, Outcome::Missing(_)));
    Beside {
        heading,
        note: published.and_then(|total| total.remarks.note.clone()),
        sentence: summary::share(compared, set),
        levels: totals::all(compared, set, path, &format!("{id}-nivaer")),
    }
}

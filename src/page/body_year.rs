//! A body's own report of a year, fit for the meeting: its text, its answers, its measures, its reviews, its figures.

use serde::Serialize;

use super::comparison::Compared;
use super::document::{Facts, facts};
use super::frame::Entry;
use super::text::{Text, text};
use super::{
    Cell, Column, Figure, Page, Parts, Row, Table, address, charting, heat, joint_answer, joint_reviews, measure, page,
    plan, review, trace, wording,
};
use crate::chart;
use crate::language::{date, number, plural};
use crate::model::{Body, BodyReport, BodyYear, Missing, SelfAssessment, Year};
use crate::report::{Report, comparison, distribution};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    body: String,
    year: i16,
    /// The years before and after in which the body has written something, and the comparison with the year before.
    neighbours: Vec<Entry>,
    /// Whether the year is not over yet.
    under_way: bool,
    /// How many documents of the year are internal.
    withheld: Option<String>,
    reports: Vec<ReportView>,
    plan: Option<plan::View>,
    /// Why there is no plan.
    no_plan: Option<String>,
    /// Why the plan has no direct measures.
    no_measures: Option<String>,
    assessment: Option<AssessmentView>,
    /// Why there are no answers.
    no_assessment: Option<String>,
    measures: Vec<measure::View>,
    reviews: Vec<review::View>,
    /// The joint reviews of the year; whether the body took part is another matter.
    joint: Vec<Entry>,
    /// Its answers to those that asked it.
    joint_answers: Vec<joint_answer::View>,
    indicators: Option<Table>,
}

/// The body's own text for the year or a tertial.
#[derive(Debug, Serialize)]
struct ReportView {
    title: String,
    text: Text,
    facts: Facts,
}

/// The body's answers.
#[derive(Debug, Serialize)]
struct AssessmentView {
    summary: String,
    submitted: Option<String>,
    facts: Facts,
    categories: Option<Figure>,
    answers: Table,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let figures = self.assessment.iter().filter_map(|assessment| assessment.categories.as_ref()).collect();
        let answers = self.assessment.iter().map(|assessment| &assessment.answers);
        let samples = self
            .measures
            .iter()
            .flat_map(measure::View::tables)
            .chain(self.reviews.iter().flat_map(review::View::tables))
            .chain(self.joint_answers.iter().flat_map(joint_answer::View::tables));
        let plan = self.plan.iter().flat_map(plan::View::tables);
        (figures, plan.chain(answers).chain(samples).chain(&self.indicators).collect())
    }
}

/// Composes the page of a body's year in which it has written something.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, body: &Body, year: Year) -> Page {
    let path = address::body_year(&body.id, year);
    let of_year = &body.years[&year];
    let before = body.years.keys().rev().find(|other| **other < year).map(|year| (year, "Året före"));
    let after = body.years.keys().find(|other| **other > year).map(|year| (year, "Året efter"));
    let neighbour =
        |(year, which): (&Year, &str)| Entry::new(format!("{which}: {year}"), address::body_year(&body.id, *year));
    let compared = all.page_of(year.before(), year, &body.id);
    let compared = compared.map(|address| Entry::new(format!("Jämför {} och {year}", year.before()), address));
    let under_way = !report.model.municipality.span.contains(year);
    let view = View {
        body: body.name.clone(),
        year: year.0,
        neighbours: before.into_iter().chain(after).map(neighbour).chain(compared).collect(),
        under_way,
        withheld: withheld(of_year),
        reports: of_year.reports.iter().map(|told| self::told(report, body, told, &path)).collect(),
        plan: plan::compose(report, body, year, &path),
        no_plan: of_year.plan.is_none().then(|| plan::none(of_year)),
        no_measures: of_year.plan.as_ref().and_then(|plan| plan.no_measures.clone()),
        assessment: of_year.assessment.as_ref().map(|assessment| assessed(report, body, year, assessment, &path)),
        no_assessment: (of_year.assessment.is_none() && !under_way).then(|| no_assessment(report, body, year)),
        measures: of_year
            .measures
            .iter()
            .map(|measure| measure::compose(report.model, (body, of_year), measure, &path))
            .collect(),
        joint: joint(report, year),
        joint_answers: joint_answer::of_year(report.model, body, year, &path),
        reviews: of_year
            .reviews
            .iter()
            .map(|review| review::compose(report.model, (body, of_year), review, &path))
            .collect(),
        indicators: indicators(report, body, year, &path),
    };
    let crumbs = vec![
        Entry::new("Överblick", address::START),
        Entry::new("Nämnder och bolag", address::BODIES),
        Entry::new(&body.name, address::body(&body.id)),
    ];
    page(
        path,
        format!("{} {year}: intern kontroll", body.name),
        address::BODIES,
        crumbs,
        super::View::BodyYear(Box::new(view)),
    )
}

/// The joint reviews of the year.
fn joint(report: &Report<'_>, year: Year) -> Vec<Entry> {
    let rounds = joint_reviews::of_year(report.model, year).into_iter();
    rounds.map(|(review, _)| Entry::new(review.title(), address::round(&review.id, year))).collect()
}

fn withheld(of_year: &BodyYear) -> Option<String> {
    let withheld = &of_year.withheld;
    let whole = usize::from(withheld.assessment) + usize::from(withheld.plan);
    let count = withheld.measures.len() + withheld.others + whole;
    let documents = plural::counted(count as u64, "internt dokument", "interna dokument");
    (count > 0).then(|| format!("{documents} för året publiceras inte."))
}

fn told(report: &Report<'_>, body: &Body, told: &BodyReport, path: &str) -> ReportView {
    let of = if told.period.tertial.is_some() { "Rapport för" } else { "Rapport för hela" };
    let title = told.title.clone().unwrap_or_else(|| format!("{of} {}, {}", told.period, body.name));
    ReportView {
        title,
        text: text(report.model, &told.text, 3, path),
        facts: facts(report.model, &told.colophon, told.origin),
    }
}

fn no_assessment(report: &Report<'_>, body: &Body, year: Year) -> String {
    let result = report.main_set().years.get(&year);
    let missing =
        result.and_then(|result| result.bodies.get(&body.id)).and_then(|result| result.as_ref().err().copied());
    match missing {
        Some(missing) => {
            format!("Svaren på självskattningen {year} från {} {}.", body.name, wording::answers_are(missing))
        }
        None => format!(
            "{} svarade inte på självskattningen {year}, eftersom organet inte fanns vid årets slut.",
            body.name
        ),
    }
}

fn assessed(report: &Report<'_>, body: &Body, year: Year, assessment: &SelfAssessment, path: &str) -> AssessmentView {
    let set = &report.sets[&assessment.set];
    let found = distribution::of_body(report.model, set.set, &body.id, year);
    let best = set.scale.best_name();
    let summary = if assessment.colophon.counts() {
        let told = wording::share_since(&set.bodies[&body.id], year, &best);
        let missing =
            wording::reasons(&found.missing).map(|reasons| format!(" Utan bedömning: {reasons}.")).unwrap_or_default();
        format!("{told}{missing}")
    } else {
        "Svaren är ett utkast som inte är beslutat. De visas här men räknas inte med i några andelar.".to_owned()
    };
    AssessmentView {
        summary,
        submitted: assessment.submitted.map(date::long),
        facts: facts(report.model, &assessment.colophon, assessment.origin),
        categories: assessment.colophon.counts().then(|| categories(report, body, year, assessment, path)),
        answers: answers(report, body, year, assessment, path),
    }
}

fn categories(report: &Report<'_>, body: &Body, year: Year, assessment: &SelfAssessment, path: &str) -> Figure {
    let set = &report.sets[&assessment.set];
    let rows = set.set.categories.iter().map(|category| {
        let found = distribution::of_body_category(report.model, set.set, category, &body.id, year);
        chart::DistributionRow {
            name: category.name.clone(),
            outcome: charting::computed(&found, (found.answered(), found.asked())),
        }
    });
    let value = chart::DistributionRows {
        id: "kategorier".into(),
        subject: format!("{} {year}", body.name),
        unit: charting::UNIT.into(),
        row_name: "Kategori".into(),
        answering: chart::Answering::Statements,
        levels: charting::levels(set),
        rows: rows.collect(),
    };
    Figure::new(path, &chart::distribution_rows(&value), vec![trace::to(report.model, assessment.origin)])
}

/// Every statement with this year's rating, last year's, the reason and what is to be done.
fn answers(report: &Report<'_>, body: &Body, year: Year, assessment: &SelfAssessment, path: &str) -> Table {
    let set = &report.sets[&assessment.set];
    let before = distribution::counted(report.model, set.set, &body.id, year.before());
    let has_before = year > report.model.municipality.span.first;
    let mut rows = Vec::new();
    for (_, statement) in set.set.asked(year) {
        let answer = assessment.answers.get(&statement.id);
        let said = |text: Option<&String>| {
            text.map_or_else(|| Cell { class: Some("missing"), ..Cell::text("ingen angiven") }, Cell::text)
        };
        let last = match before {
            Some(before) if statement.span.contains(year.before()) => {
                heat::cell(set.scale, before.rating(&statement.id))
            }
            Some(_) => Cell::missing(Missing::NotAsked),
            None => Cell::missing(before_missing(report, body, year.before())),
        };
        let note = answer.and_then(|answer| wording::remarks(&answer.remarks));
        let now = heat::cell(set.scale, assessment.rating(&statement.id)).note(note);
        let header =
            Cell::link(format!("{} {}", statement.id, statement.short), address::statement(&set.set.id, &statement.id));
        let reason = said(answer.and_then(|answer| answer.reason.as_ref()));
        let action = said(answer.and_then(|answer| answer.action.as_ref()));
        let last = has_before.then_some(last);
        let cells = std::iter::once(now).chain(last).chain([reason, action]).collect();
        rows.push(Row { header: header.note(Some(statement.version(year).text.clone())), cells });
    }
    let mut columns = vec![Column::words("Påstående"), Column::words(format!("Bedömning {year}"))];
    columns.extend(has_before.then(|| Column::words(year.before().to_string())));
    columns.extend(["Motivering", "Åtgärd"].map(Column::words));
    Table::new(
        path,
        "svar",
        format!("Svaren på självskattningen {year}"),
        columns,
        rows,
        vec![trace::to(report.model, assessment.origin)],
    )
}

fn before_missing(report: &Report<'_>, body: &Body, year: Year) -> Missing {
    match report.main_set().years.get(&year).and_then(|result| result.bodies.get(&body.id)) {
        Some(Err(missing)) => *missing,
        Some(Ok(_)) | None if body.existed_in(year) => Missing::Unknown,
        Some(Ok(_)) | None => Missing::BodyAbsent,
    }
}

/// The body's figures of the year beside those of the year before.
fn indicators(report: &Report<'_>, body: &Body, year: Year, path: &str) -> Option<Table> {
    let has_before = year > report.model.municipality.span.first;
    let reported: Vec<_> = body.readings.iter().filter(|(_, readings)| readings.by_year.contains_key(&year)).collect();
    let rows: Vec<_> = reported
        .iter()
        .map(|(id, readings)| {
            let indicator = &report.model.indicators[*id];
            let cell = |year: Year| match comparison::figure(body, readings, year) {
                Ok(value) => Cell::figure(number::decimal(&value, indicator.decimals)),
                Err(missing) => Cell::missing(missing),
            };
            let header = Cell::link(wording::capitalized(&indicator.name), address::indicator(id))
                .note(Some(indicator.unit.clone()));
            let mut cells = vec![cell(year)];
            if has_before {
                let difference = comparison::difference(indicator, body, readings, year.before(), year);
                let (number, per_cent) = wording::difference(&difference, indicator);
                cells.insert(0, cell(year.before()));
                cells.extend([Cell::figure(number), Cell::figure(per_cent)]);
            }
            Row { header, cells }
        })
        .collect();
    let mut columns = vec![Column::words("Mätetal"), Column::figures(year.to_string())];
    if has_before {
        columns.insert(1, Column::figures(year.before().to_string()));
        columns.extend([Column::figures("Förändring"), Column::figures("Förändring i procent")]);
    }
    let traces = reported
        .iter()
        .filter_map(|(_, readings)| readings.by_year.get(&year))
        .map(|reading| trace::to(report.model, reading.origin));
    (!rows.is_empty())
        .then(|| Table::new(path, "matetal", format!("Mätetal {year}, {}", body.name), columns, rows, traces.collect()))
}

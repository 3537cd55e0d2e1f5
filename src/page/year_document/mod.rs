//! The city-wide follow-up of a year as one document, in the order in which the council reads it: what it came to, the joint
//! reviews, what is decided, and appendices that are made from the content.

mod appendix;
mod assessments;
mod joint;
mod ladder;
mod ratings;
mod repeated;

use serde::Serialize;

use super::comparison::Compared;
use super::decided;
use super::document::{self, Facts, facts};
use super::frame::Entry;
use super::start::{KeyFigure, key_figures};
use super::text::{Section, text};
use super::{Page, Parts, address, page};
use crate::language::date;
use crate::model::{CityReport, Model, Year};
use crate::report::{Outcome, Report};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    year: i16,
    /// What the document is called: the title of the city's follow-up, where there is one.
    heading: String,
    /// Who has put it together, and of what.
    made: String,
    /// What the whole report is made from.
    source: Option<String>,
    /// The document as a page of the site.
    year_page: Entry,
    /// Status, decisions, registry numbers; nothing where the city has written no text.
    facts: Option<Facts>,
    contents: Vec<Chapter>,
    /// What stands before the first section: markup, or nothing.
    lead: String,
    summary: Told,
    key_figures: Vec<KeyFigure>,
    answers_due: Option<String>,
    assessments: assessments::View,
    joint: joint::View,
    /// The city's further sections.
    told: Vec<Told>,
    decided: Decided,
    appendices: appendix::View,
}

/// A heading in the contents, with those below it.
#[derive(Debug, Serialize)]
struct Chapter {
    heading: Heading,
    below: Vec<Heading>,
}

/// A heading that can be gone to.
#[derive(Debug, Clone, Serialize)]
struct Heading {
    id: String,
    title: String,
}

impl Heading {
    fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into() }
    }

    /// A chapter without headings below it in the contents.
    fn alone(&self) -> Chapter {
        Chapter { heading: self.clone(), below: Vec::new() }
    }
}

/// What the city has written under a heading: markup; nothing where it has not.
#[derive(Debug, Serialize)]
struct Told {
    heading: Heading,
    html: Option<String>,
}

/// What the council is asked to decide, and what has been decided about the follow-up.
#[derive(Debug, Serialize)]
struct Decided {
    heading: Heading,
    proposed: Option<String>,
    decisions: Vec<String>,
    /// Each point with what became of it, and what was promised.
    points: Option<decided::View>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let parts = [self.assessments.parts(), self.joint.parts(), self.appendices.parts()];
        let (mut figures, mut tables) = (Vec::new(), Vec::new());
        for (some, others) in parts {
            figures.extend(some);
            tables.extend(others);
        }
        tables.extend(self.decided.points.iter().flat_map(decided::View::tables));
        (figures, tables)
    }
}

/// The way to the document of a year; `None` where nothing is known that could be put together.
pub fn entry(report: &Report<'_>, year: Year) -> Option<Entry> {
    let result = report.main_set().years.get(&year)?;
    let is_there = report.model.city_reports.contains_key(&year)
        || !matches!(result.total, Outcome::Missing(_))
        || result.coverage.answered() > 0
        || report.model.joint_reviews.values().any(|review| review.rounds.contains_key(&year));
    is_there.then(|| Entry::new("Skriv ut som ett dokument", address::year_document(year)))
}

/// Composes the document of a year; `None` where nothing is known that could be put together.
pub fn compose(report: &Report<'_>, all: &Compared<'_>, year: Year) -> Option<Page> {
    let path = entry(report, year)?.href;
    let (model, set) = (report.model, report.main_set());
    let written = model.city_reports.get(&year);
    let mut sections = Sections::of(report, written, &path);
    let summary = Told {
        heading: Heading::new("sammanfattning", CityReport::SUMMARY),
        html: sections.take(CityReport::SUMMARY).and_then(|section| section.html),
    };
    let assessments =
        assessments::compose(report, all, year, &path, sections.take(CityReport::ASSESSMENTS).and_then(|one| one.html));
    let joint = joint::compose(report, year, &path, sections.take(joint::TITLE).and_then(|one| one.html));
    let decided = Decided {
        heading: Heading::new("beslut", "Beslut"),
        proposed: sections.take(CityReport::PROPOSAL).and_then(|one| one.html),
        decisions: written.map(|one| document::decisions(&one.colophon)).unwrap_or_default(),
        points: written.and_then(|written| decided::compose(report, written, year, &path)),
    };
    let told: Vec<_> = sections.rest().collect();
    let appendices = appendix::compose(report, all, year, &path);
    let chapters = [summary.heading.alone(), assessments.chapter(), joint.chapter()];
    let told_chapters = told.iter().map(|one| one.heading.alone());
    let contents = chapters
        .into_iter()
        .chain(told_chapters)
        .chain([decided.heading.alone()])
        .chain(appendices.headings().map(Heading::alone))
        .collect();
    let view = View {
        year: year.0,
        heading: written.map_or_else(|| format!("Sammanställning av intern kontroll {year}"), |one| one.title.clone()),
        made: made(model, written, year),
        source: model.municipality.remarks.source.as_ref().map(|source| source.trim_end_matches('.').to_owned()),
        year_page: Entry::new(format!("Intern kontroll {year}"), address::year(year)),
        facts: written.map(|one| facts(model, &one.colophon, one.origin)),
        contents,
        lead: sections.lead,
        summary,
        key_figures: key_figures(set, year),
        answers_due: written.and_then(|report| report.answers_due).map(date::long),
        assessments,
        joint,
        told,
        decided,
        appendices,
    };
    let crumbs = vec![
        Entry::new("Överblick", address::START),
        Entry::new("År", address::YEARS),
        Entry::new(format!("Intern kontroll {year}"), address::year(year)),
    ];
    let title = format!("Intern kontroll {year} som ett dokument");
    Some(page(path, title, address::YEARS, crumbs, super::View::YearDocument(Box::new(view))))
}

/// Where nobody has written a follow-up, the document is none.
fn made(model: &Model, written: Option<&CityReport>, year: Year) -> String {
    let (title, city) = (&model.municipality.title, &model.municipality.name);
    let made = format!("Dokumentet är sammanställt ur uppgifterna i rapporten ”{title}”.");
    match written {
        Some(_) => made,
        None => {
            format!("{made} Det är ingen uppföljning från {city}: någon sådan är inte inlagd för {year}.")
        }
    }
}

/// The city's own sections, taken one by one to where they belong.
struct Sections {
    lead: String,
    left: Vec<Section>,
}

impl Sections {
    fn of(report: &Report<'_>, written: Option<&CityReport>, path: &str) -> Self {
        let text = written.map(|one| text(report.model, &one.text, 2, path)).unwrap_or_default();
        Self { lead: text.lead, left: text.sections }
    }

    fn take(&mut self, title: &str) -> Option<Section> {
        let at = self.left.iter().position(|section| section.title == title)?;
        Some(self.left.remove(at))
    }

    fn rest(&mut self) -> impl Iterator<Item = Told> {
        self.left.drain(..).enumerate().map(|(at, section)| Told {
            heading: Heading::new(format!("avsnitt-{}", at + 1), section.title),
            html: section.html,
        })
    }
}

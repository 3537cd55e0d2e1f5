//! Which pages there are, at which address, with which typed view. Cannot fail; knows no template and no file.

mod accessibility;
mod address;
mod answer;
mod audit;
mod audits;
mod bodies;
mod body;
mod body_audits;
mod body_year;
mod changed_text;
mod charting;
mod comparison;
mod decided;
mod document;
mod effect;
mod figure;
mod frame;
mod free;
mod heat;
mod indicator;
mod indicators;
mod joint_answer;
mod joint_review;
mod joint_reviews;
mod linked;
mod measure;
mod measures;
mod method;
mod plan;
mod promises;
mod response_form;
mod review;
mod risk_matrix;
mod risks;
mod risks_year;
mod round;
mod round_answers;
mod round_figures;
mod round_questions;
mod rounds_bodies;
mod rounds_compared;
mod source;
mod start;
mod statement;
mod statements;
mod table;
mod text;
mod trace;
mod wording;
mod year;
mod year_document;
mod years;

use rayon::prelude::*;
use serde::Serialize;

pub use changed_text::{ChangedBlock, ChangedPart, ChangedRun, ChangedText, changed_text, changed_words};
pub use figure::Figure;
pub use frame::{Entry, Frame};
pub use table::{Cell, Column, Row, Table};
pub use trace::Trace;

use crate::report::comparison::rounds;
use crate::report::{Report, plans};

/// Everything that is to be rendered.
#[derive(Debug)]
pub struct Pages {
    /// What all pages share.
    pub frame: Frame,
    /// The pages, by path.
    pub pages: Vec<Page>,
}

/// A page before it is rendered.
#[derive(Debug, Serialize)]
pub struct Page {
    /// Path from the site's root, always a file.
    pub path: String,
    /// The way up to the site's root: `../` for each folder.
    pub root: String,
    /// The heading, unique in the site.
    pub title: String,
    /// The entry of the navigation that it belongs to.
    pub entry: &'static str,
    /// The pages above it, from the start page on.
    pub crumbs: Vec<Entry>,
    /// The template's name and what it gets.
    #[serde(flatten)]
    pub view: View,
}

/// The typed view of each kind of page; the variant's name is the template's.
#[derive(Debug, Serialize)]
#[serde(tag = "template", content = "view", rename_all = "kebab-case")]
pub enum View {
    /// The state of internal control at a glance.
    Start(Box<start::View>),
    /// All years.
    Years(years::View),
    /// The city-wide follow-up of a year.
    Year(Box<year::View>),
    /// The same as one document, with its appendices.
    YearDocument(Box<year_document::View>),
    /// All committees and companies.
    Bodies(bodies::View),
    /// A body through the years.
    Body(Box<body::View>),
    /// A body's own report of a year.
    BodyYear(Box<body_year::View>),
    /// All statements.
    Statements(statements::View),
    /// A statement through the years.
    Statement(Box<statement::View>),
    /// All indicators.
    Indicators(indicators::View),
    /// An indicator over all bodies.
    Indicator(indicator::View),
    /// All joint reviews.
    JointReviews(joint_reviews::View),
    /// A joint review through its rounds.
    JointReview(Box<joint_review::View>),
    /// A round of a joint review.
    Round(Box<round::View>),
    /// Two rounds of a joint review.
    RoundsCompared(Box<rounds_compared::View>),
    /// All measures.
    Measures(measures::View),
    /// The risks of all bodies, year by year.
    Risks(risks::View),
    /// The risks of a year on the matrix.
    RisksYear(Box<risks_year::View>),
    /// The choice of two years.
    Comparisons(Box<comparison::ChoiceView>),
    /// The city in two years.
    Comparison(Box<comparison::View>),
    /// A body in two years.
    BodyComparison(Box<comparison::BodyView>),
    /// All audits, and what is due.
    Audits(audits::View),
    /// An audit, and what was answered.
    Audit(Box<audit::View>),
    /// The form for responses to an audit.
    ResponseForm(response_form::View),
    /// Everything that was promised.
    Promises(promises::View),
    /// How figures are computed, and where they come from.
    Method(method::View),
    /// A page of text.
    Free(free::View),
    /// A file of the content, line by line.
    Source(source::View),
}

impl View {
    /// The template's file name.
    #[must_use]
    pub fn template(&self) -> &'static str {
        match self {
            Self::Start(_) => "start.html",
            Self::Years(_) => "years.html",
            Self::Year(_) => "year.html",
            Self::YearDocument(_) => "year-document.html",
            Self::Bodies(_) => "bodies.html",
            Self::Body(_) => "body.html",
            Self::BodyYear(_) => "body-year.html",
            Self::Statements(_) => "statements.html",
            Self::Statement(_) => "statement.html",
            Self::Indicators(_) => "indicators.html",
            Self::Indicator(_) => "indicator.html",
            Self::JointReviews(_) => "joint-reviews.html",
            Self::JointReview(_) => "joint-review.html",
            Self::Round(_) => "round.html",
            Self::RoundsCompared(_) => "rounds-compared.html",
            Self::Measures(_) => "measures.html",
            Self::Risks(_) => "risks.html",
            Self::RisksYear(_) => "risks-year.html",
            Self::Comparisons(_) => "comparisons.html",
            Self::Comparison(_) => "comparison.html",
            Self::BodyComparison(_) => "body-comparison.html",
            Self::Audits(_) => "audits.html",
            Self::Audit(_) => "audit.html",
            Self::ResponseForm(_) => "response-form.html",
            Self::Promises(_) => "promises.html",
            Self::Method(_) => "method.html",
            Self::Free(_) => "free.html",
            Self::Source(_) => "source.html",
        }
    }

    /// The tables that can be fetched as files: those that stand alone, and those of the charts.
    #[must_use]
    pub fn tables(&self) -> Vec<&Table> {
        let (figures, tables) = match self {
            Self::Start(view) => view.parts(),
            Self::Years(view) => view.parts(),
            Self::Year(view) => view.parts(),
            Self::YearDocument(view) => view.parts(),
            Self::Bodies(view) => view.parts(),
            Self::Body(view) => view.parts(),
            Self::BodyYear(view) => view.parts(),
            Self::Statements(view) => view.parts(),
            Self::Statement(view) => view.parts(),
            Self::Indicators(view) => view.parts(),
            Self::Indicator(view) => view.parts(),
            Self::JointReviews(view) => view.parts(),
            Self::JointReview(view) => view.parts(),
            Self::Round(view) => view.parts(),
            Self::RoundsCompared(view) => view.parts(),
            Self::Measures(view) => view.parts(),
            Self::Risks(view) => view.parts(),
            Self::RisksYear(view) => view.parts(),
            Self::Comparisons(view) => view.parts(),
            Self::Comparison(view) => view.parts(),
            Self::BodyComparison(view) => view.parts(),
            Self::Audits(view) => view.parts(),
            Self::Audit(view) => view.parts(),
            Self::Promises(view) => view.parts(),
            Self::ResponseForm(_) | Self::Method(_) | Self::Free(_) | Self::Source(_) => (Vec::new(), Vec::new()),
        };
        figures.into_iter().map(|figure| &figure.table).chain(tables).collect()
    }

    /// How many charts the page has.
    #[must_use]
    pub fn charts(&self) -> usize {
        self.tables().iter().filter(|table| table.of_chart).count()
    }
}

/// The figures and the tables of a view.
type Parts<'v> = (Vec<&'v Figure>, Vec<&'v Table>);

/// Composes every page of the report.
#[must_use]
pub fn compose(report: &Report<'_>) -> Pages {
    let compared = comparison::compare(report);
    let mut pages =
        vec![start::compose(report), years::compose(report), bodies::compose(report), measures::compose(report)];
    pages.extend([statements::compose(report), indicators::compose(report), method::compose(report)]);
    pages.extend(risks::compose(report));
    pages.extend(plans::years(report.model).into_iter().map(|year| risks_year::compose(report, year)));
    pages.extend(comparison::compose(report, &compared));
    let span = report.model.municipality.span;
    pages.par_extend(
        span.years().collect::<Vec<_>>().into_par_iter().map(|year| year::compose(report, &compared, year)),
    );
    pages.par_extend(
        span.years()
            .collect::<Vec<_>>()
            .into_par_iter()
            .filter_map(|year| year_document::compose(report, &compared, year)),
    );
    let bodies: Vec<_> = report.model.bodies.values().collect();
    pages.par_extend(bodies.par_iter().map(|body| body::compose(report, &compared, body)));
    let body_years: Vec<_> = bodies.iter().flat_map(|body| body.years.keys().map(move |year| (*body, *year))).collect();
    pages.par_extend(body_years.into_par_iter().map(|(body, year)| body_year::compose(report, &compared, body, year)));
    for set in report.sets.values() {
        let statements: Vec<_> = set.set.statements().collect();
        let statements = statements.into_par_iter();
        pages.par_extend(statements.map(|(category, statement)| statement::compose(report, set, category, statement)));
    }
    pages.par_extend(report.model.indicators.par_iter().map(|(_, one)| indicator::compose(report, one)));
    pages.extend(joint_reviews::compose(report));
    for review in report.model.joint_reviews.values() {
        pages.push(joint_review::compose(report, review));
        pages.extend(review.rounds.values().map(|one| round::compose(report, review, one)));
        let pairs = rounds::pairs(review).into_iter();
        pages.extend(pairs.filter_map(|pair| rounds_compared::compose(report, review, pair)));
    }
    pages.extend(audits::compose(report));
    pages.extend(
        report.model.audits.values().flat_map(|one| [audit::compose(report, one), response_form::compose(report, one)]),
    );
    pages.push(promises::compose(report));
    pages.extend(report.model.pages.values().map(|page| free::compose(report, page)));
    if report.model.municipality.link_pattern.is_none() {
        pages.extend(report.model.files.iter().flatten().map(|file| source::compose(file)));
    }
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    Pages { frame: frame::compose(report), pages }
}

/// A page at its address, with the way up to the root.
fn page(path: String, title: impl Into<String>, entry: &'static str, crumbs: Vec<Entry>, view: View) -> Page {
    let root = "../".repeat(path.matches('/').count());
    Page { path, root, title: title.into(), entry, crumbs, view }
}

//! From trees to the model: every key is read once by the type its field wants, every fault is told at its place.

mod accessibility;
mod across;
mod alone;
mod assessment;
mod audit;
mod body;
mod body_report;
mod city_report;
mod colophon;
mod commitment;
mod comparability;
mod context;
mod dates;
mod describe;
mod fields;
mod file_name;
mod folder;
pub mod history;
mod indicator;
mod joint_answer;
mod joint_reply;
mod known;
mod known_plans;
mod measure;
mod misplaced;
mod misplaced_words;
mod municipality;
mod nearest;
mod once;
mod page;
mod participants;
mod personal;
mod place;
mod plan;
mod prose;
mod readings;
mod registry_number;
mod response;
mod review;
mod review_result;
mod risk_matrix;
mod round;
mod round_before;
mod round_outcome;
mod round_question;
mod round_statement;
mod scales;
mod sections;
pub mod shape;
mod statement;
mod statement_set;
mod survey;
mod synonyms;
mod values;
mod written;
mod written_date;
mod written_number;

pub use across::Extent;
pub use alone::{Alone, alone};
pub use colophon::is_internal;
pub use describe::{Kind, describe};
pub use place::form;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use audit::Audits;
use context::Context;
use known::Known;
use place::Place;

use crate::diagnostic::{Code, Diagnostics, Reported};
use crate::model::{Audit, AuditId, Body, BodyId, BodyYear, JointReview, JointReviewId, Model};
use crate::source::{File, FileId, Sources, Span};
use crate::syntax::{Content, Document, Documents, Markdown, Node};
use crate::words;

/// Checks all documents and builds the model.
///
/// # Errors
/// When anything in the content is an error. Everything that is wrong is told in the same run, but rules about what is
/// missing wait until every document can be read (`across::Extent`).
pub fn check(documents: &Documents, sources: &Sources, diagnostics: &mut Diagnostics) -> Result<Model, Reported> {
    together((documents, Extent::Whole), sources, &alone(&documents.all, sources), diagnostics)
}

/// The same, with what was found in each document alone, and where not every document of the content need be among them.
///
/// # Errors
/// When anything in the content is an error.
pub fn together(
    (documents, extent): (&Documents, Extent),
    sources: &Sources,
    alone: &Alone,
    diagnostics: &mut Diagnostics,
) -> Result<Model, Reported> {
    let mut context = Context::new(sources, documents, diagnostics);
    context.diagnostics.append(alone.personal.clone());
    let placed = place::all(documents, &mut context);
    prose::check(&placed, alone, &mut context);
    let model = build(&placed, &mut context)?;
    let extent = if context.diagnostics.reported().is_none() { extent } else { Extent::Part };
    across::check(&model, extent, &mut context);
    prose::across(&placed, extent, &mut context);
    context.diagnostics.reported().map_or(Ok(model), Err)
}

/// Whether a path is one that content can lie at, or that of a file for those who work in the folder.
#[must_use]
pub fn is_place(path: &str) -> bool {
    place::is_for_people(path) || place::of(path).is_some()
}

/// A document and what its place says that it is.
struct Placed<'d> {
    place: Place,
    document: &'d Document,
}

impl Placed<'_> {
    fn yaml(&self) -> Option<&Node> {
        match &self.document.content {
            Some(Content::Yaml(node)) => Some(node),
            Some(Content::Markdown(_) | Content::Other) | None => None,
        }
    }

    fn markdown(&self) -> Option<&Markdown> {
        match &self.document.content {
            Some(Content::Markdown(markdown)) => Some(markdown),
            Some(Content::Yaml(_) | Content::Other) | None => None,
        }
    }
}

fn build(placed: &[Placed<'_>], context: &mut Context<'_>) -> Result<Model, Reported> {
    let municipality = municipality::read(placed, context);
    context.report_date = municipality.as_ref().ok().map(|city| city.report_date);
    let mut known = known::know(placed, municipality.as_ref().ok(), context);
    known.joint_rounds = round::all(placed, &known, context);
    let audits = audit::all(placed, &known, context);
    let bodies = bodies(placed, &known, &audits, context);
    let (mut city_reports, mut pages) = (BTreeMap::new(), BTreeMap::new());
    let mut internal = BTreeSet::new();
    for one in placed {
        let Some(markdown) = one.markdown() else { continue };
        let is_internal = is_internal(&markdown.front);
        if is_internal {
            internal.insert(one.document.file);
        }
        match &one.place {
            Place::CityReport(year) => {
                if let Ok(report) = city_report::read(markdown, *year, &known, context)
                    && !is_internal
                {
                    city_reports.insert(*year, report);
                }
            }
            Place::Page(id) => {
                if let Ok(page) = page::read(markdown, id, context)
                    && !is_internal
                {
                    pages.insert(id.clone(), page);
                }
            }
            _ => {}
        }
    }
    let (mut bodies, internal_of_bodies) = bodies?;
    plan::resolve(&mut bodies);
    internal.extend(internal_of_bodies);
    let municipality = municipality?;
    known.set(&municipality.statement_set, municipality_span(placed), context)?;
    let joint_reviews = joint_reviews(&known);
    Ok(Model {
        municipality,
        scales: resolved(known.scales?)?,
        risk_matrix: known.plans.matrix.transpose()?,
        sets: resolved(known.sets)?,
        indicators: resolved(known.indicators)?,
        bodies,
        audits: published_audits(audits)?,
        city_reports,
        joint_reviews,
        pages,
        files: published(placed, &internal, context.sources),
    })
}

/// The joint reviews with those rounds that are to be published.
fn joint_reviews(known: &Known) -> BTreeMap<JointReviewId, JointReview> {
    let reviews = known.joint_rounds.iter().map(|(id, rounds)| {
        let open = rounds.iter().filter(|(year, _)| known.round(id, **year) == Some(false));
        let rounds = open.filter_map(|(year, round)| Some((*year, round.as_ref().ok()?.clone()))).collect();
        (id.clone(), JointReview { id: id.clone(), rounds })
    });
    reviews.filter(|(_, review)| !review.rounds.is_empty()).collect()
}

/// Reads every body's folder. What is internal is checked, and then left behind.
fn bodies(
    placed: &[Placed<'_>],
    known: &Known,
    audits: &Audits,
    context: &mut Context<'_>,
) -> Result<(BTreeMap<BodyId, Body>, Vec<FileId>), Reported> {
    let mut bodies = BTreeMap::new();
    let mut failed = None;
    for one in placed {
        let Place::Body(id) = &one.place else { continue };
        let read = one.yaml().map(|node| body::read(node, id, known, context));
        // A file that could not be parsed was told, as was one that could not be read.
        let body = match read {
            Some(Ok(body)) => body,
            Some(Err(_)) | None => {
                failed = context.diagnostics.reported();
                body::unread(id, one.document.file)
            }
        };
        bodies.insert(id.clone(), body);
    }
    let mut internal = Vec::new();
    for one in placed {
        let Some(body) = one.place.body().and_then(|id| bodies.get_mut(id)) else {
            orphan(one, known, context);
            continue;
        };
        if body_document(one, body, (known, audits), context) == Ok(Publication::Internal) {
            internal.push(one.document.file);
        }
    }
    failed.map_or(Ok((bodies, internal)), Err)
}

/// Whether a document may be published.
#[derive(PartialEq, Eq)]
enum Publication {
    Open,
    Internal,
}

fn body_document(
    one: &Placed<'_>,
    body: &mut Body,
    (known, audits): (&Known, &Audits),
    context: &mut Context<'_>,
) -> Result<Publication, Reported> {
    let front = one.document.front();
    let Some(front) = front else { return Ok(Publication::Open) };
    if let Some(year) = one.place.year() {
        known.year_of(body, year, front.span.point(), context)?;
    }
    let publication = if is_internal(front) { Publication::Internal } else { Publication::Open };
    if let (Place::Readings(_, id), Some(node)) = (&one.place, one.yaml()) {
        let readings = readings::read(
            node,
            id,
            &|year, place, context| known.year_of(body, year, place, context),
            known,
            context,
        )?;
        if publication == Publication::Open {
            body.readings.insert(id.clone(), readings);
        }
    }
    if let (Place::Response(id, audit), Some(markdown)) = (&one.place, one.markdown()) {
        let response = response::read(markdown, (id, audit), Some(audits), known, context)?;
        match publication {
            Publication::Open => drop(body.responses.insert(audit.clone(), response)),
            Publication::Internal => drop(body.withheld_responses.insert(audit.clone())),
        }
    }
    let Some(year) = one.place.year() else { return Ok(publication) };
    let joint = match (&one.place, one.markdown()) {
        (Place::JointAnswer(_, _, id), Some(markdown)) => {
            Some(joint_answer::read(markdown, (body, year, id), known, context)?)
        }
        _ => None,
    };
    // Internal documents are read for their faults into a year that nobody keeps.
    let mut left_behind = BodyYear::default();
    let of_year = match publication {
        Publication::Open => body.years.entry(year).or_default(),
        Publication::Internal => &mut left_behind,
    };
    of_year.joint.extend(joint.map(|answer| (answer.review.clone(), answer)));
    match (&one.place, one.yaml(), one.markdown()) {
        (Place::Plan(id, _), Some(node), _) => {
            of_year.plan = Some(plan::read(node, (id, year), &known.plans, context)?);
        }
        (Place::SelfAssessment(..), Some(node), _) => {
            of_year.assessment = Some(assessment::read(node, year, known, context)?);
        }
        (Place::Measure(body, _, id), _, Some(markdown)) => {
            of_year.measures.push(measure::read(markdown, (body, year, id), known, context)?);
        }
        (Place::Review(id, _, review), _, Some(markdown)) => {
            of_year.reviews.push(review::read(markdown, (id, year, review), known, context)?);
        }
        (Place::BodyReport(_, period), _, Some(markdown)) => {
            of_year.reports.push(body_report::read(markdown, *period, context)?);
            of_year.reports.sort_by_key(|report| report.period.tertial.unwrap_or(0));
        }
        _ => {}
    }
    if publication == Publication::Internal {
        let withheld = &mut body.years.entry(year).or_default().withheld;
        withheld.plan |= matches!(one.place, Place::Plan(..));
        withheld.assessment |= matches!(one.place, Place::SelfAssessment(..));
        withheld.others += left_behind.reviews.len() + left_behind.reports.len() + left_behind.joint.len();
        withheld.joint.extend(left_behind.joint.into_keys());
        withheld.reviews.extend(left_behind.reviews.iter().map(|review| review.id.clone()));
        withheld.measures.extend(left_behind.measures.into_iter().map(|measure| measure.id));
    }
    Ok(publication)
}

/// A file in a body's folder that has no `organ.yaml`; told once for each folder.
fn orphan(one: &Placed<'_>, known: &Known, context: &mut Context<'_>) {
    let Some(id) = one.place.body() else { return };
    if known.bodies.contains(id) || known.first_file(id) != Some(one.document.file) {
        return;
    }
    let place = Span { file: one.document.file, start: 0, end: 0 };
    let message =
        words!("mappen ”organ/{id}” saknar filen organ.yaml", "the folder “organ/{id}” lacks the file organ.yaml");
    let hint = words!(
        "Skapa ”organ/{id}/organ.yaml” med namn och slag, eller rätta mappens namn",
        "Create “organ/{id}/organ.yaml” with “namn” and “slag”, or mend the name of the folder"
    );
    context.error(Code::MissingFile, place, message, hint);
}

/// Where the municipality names its statement set.
fn municipality_span(placed: &[Placed<'_>]) -> Span {
    let one =
        placed.iter().find(|one| one.place == Place::Municipality).expect("a municipality was read from its file");
    let named = one.yaml().and_then(|node| node.at("påståenden"));
    named.map_or(Span { file: one.document.file, start: 0, end: 0 }, |named| named.span)
}

fn resolved<Id: Ord, Value>(read: BTreeMap<Id, Result<Value, Reported>>) -> Result<BTreeMap<Id, Value>, Reported> {
    read.into_iter().map(|(id, value)| Ok((id, value?))).collect()
}

/// What is internal is checked, and then left behind.
fn published_audits(audits: Audits) -> Result<BTreeMap<AuditId, Audit>, Reported> {
    let open = audits.read.into_iter().filter(|(id, _)| !audits.internal.contains(id));
    resolved(open.collect())
}

fn published(placed: &[Placed<'_>], internal: &BTreeSet<FileId>, sources: &Sources) -> Vec<Option<Arc<File>>> {
    let mut files = vec![None; sources.numbers()];
    for one in placed {
        if !internal.contains(&one.document.file) {
            files[one.document.file.index()] = Some(Arc::clone(sources.file(one.document.file)));
        }
    }
    files
}

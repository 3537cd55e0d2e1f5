//! An audit: the auditors' verdict and findings, what they recommend, and what was answered round by round.

use serde::Serialize;

use super::document::{Facts, facts};
use super::frame::Entry;
use super::text::{Text, text};
use super::{Cell, Column, Page, Parts, Row, Table, Trace, address, answer, linked, page, trace};
use crate::language::{date, list};
use crate::model::{
    Audit, Body, Missing, PlannedAction, Recommendation, Recommendations, Reply, Response, TakenAction,
};
use crate::prose;
use crate::report::Report;
use crate::report::responses::{Turn, answered, response};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    registry_number: Option<String>,
    informed: Option<String>,
    /// The auditors' verdict: markup; `None` when nobody has written it.
    verdict: Option<String>,
    text: Text,
    facts: Facts,
    recipients: Table,
    /// By recipient what the auditors found there.
    findings: Vec<(String, Vec<String>)>,
    recommendations: Vec<RecommendationView>,
    /// Why there are no recommendations.
    no_recommendations: Option<String>,
    /// How every recommendation was answered by every recipient in both rounds.
    matrix: Option<Table>,
    responses: Vec<ResponseView>,
    form: Entry,
}

/// A recommendation.
#[derive(Debug, Serialize)]
struct RecommendationView {
    anchor: String,
    id: String,
    text: Option<String>,
    missing: Option<&'static str>,
    to: Vec<Entry>,
    trace: Trace,
}

/// What a body has answered.
#[derive(Debug, Serialize)]
struct ResponseView {
    body: Entry,
    anchor: String,
    /// Both rounds.
    rounds: Vec<RoundView>,
    text: Option<Text>,
    note: Option<String>,
    source: Option<String>,
}

/// A round.
#[derive(Debug, Serialize)]
struct RoundView {
    title: &'static str,
    due: String,
    state: Cell,
    draft: bool,
    summary: Option<String>,
    facts: Option<Facts>,
    answers: Vec<AnswerView>,
}

/// An answer to a recommendation.
#[derive(Debug, Serialize)]
struct AnswerView {
    recommendation: String,
    href: String,
    missing: Option<&'static str>,
    /// What it says, with the name of each part.
    parts: Vec<(&'static str, String)>,
    measures: Vec<Entry>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), std::iter::once(&self.recipients).chain(&self.matrix).collect())
    }
}

/// Composes the page of an audit.
pub fn compose(report: &Report<'_>, audit: &Audit) -> Page {
    let (model, path) = (report.model, address::audit(&audit.id));
    let address = |file| linked::address(model, file, &path);
    let bodies = || audit.recipients.iter().map(|one| &model.bodies[&one.body]);
    let to = |one: &Recommendation| {
        let bodies = one.to.iter().map(|id| &model.bodies[id]);
        bodies.map(|body| Entry::new(&body.name, address::body(&body.id))).collect()
    };
    let recommendations = audit.known_recommendations().iter().map(|one| RecommendationView {
        anchor: answer::anchor_id(one),
        id: one.id.to_string(),
        text: one.text.clone().ok(),
        missing: one.text.as_ref().err().map(|missing| missing.words()),
        to: to(one),
        trace: trace::to(model, one.origin),
    });
    let found = audit.recipients.iter().filter(|one| !one.findings.is_empty());
    let view = View {
        registry_number: audit.registry_number.clone(),
        informed: (!audit.informed.is_empty()).then(|| list::joined(&audit.informed)),
        verdict: audit.verdict.as_ref().map(|verdict| prose::html(verdict, 3, "", &address)),
        text: text(model, &audit.text, 2, &path),
        facts: facts(model, &audit.colophon, audit.origin),
        recipients: recipients(report, audit, &path),
        findings: found.map(|one| (model.bodies[&one.body].name.clone(), one.findings.clone())).collect(),
        recommendations: recommendations.collect(),
        no_recommendations: match &audit.recommendations {
            Recommendations::Known(all) => all.is_empty().then(|| "Revisorerna lämnade inga rekommendationer.".into()),
            Recommendations::Missing(missing) => Some(format!("Rekommendationerna: {}.", missing.words())),
        },
        matrix: matrix(report, audit, &path),
        responses: bodies()
            .filter_map(|body| Some(told(report, audit, body, response(model, audit, &body.id)?)))
            .collect(),
        form: Entry::new(audit.response_form_title(), address::response_form(&audit.id)),
    };
    let crumbs = vec![Entry::new("Överblick", address::START), Entry::new("Revision", address::AUDITS)];
    page(path, &audit.title, address::MEASURES, crumbs, super::View::Audit(Box::new(view)))
}

fn recipients(report: &Report<'_>, audit: &Audit, path: &str) -> Table {
    let model = report.model;
    let rows = audit.recipients.iter().map(|recipient| {
        let body = &model.bodies[&recipient.body];
        let round = |turn| [answer::due(recipient, turn), answer::turn_state(model, audit, recipient, turn)];
        let cells = Turn::BOTH.into_iter().flat_map(round).collect();
        Row { header: Cell::link(&body.name, address::body(&body.id)), cells }
    });
    let columns =
        ["Mottagare", "Första yttrandet senast", "Läge", "Uppföljande yttrandet senast", "Läge för det uppföljande"];
    let traces = audit.recipients.iter().map(|one| trace::to(model, one.origin)).collect();
    let columns = columns.map(Column::words).into();
    Table::new(path, "mottagare", "Vem som ska svara, och när", columns, rows.collect(), traces)
}

/// Recipients by recommendations and rounds; `None` where no recommendation is known.
fn matrix(report: &Report<'_>, audit: &Audit, path: &str) -> Option<Table> {
    let model = report.model;
    let rows = audit.known_recommendations().iter().map(|one| {
        let cells = audit.recipients.iter().flat_map(|recipient| {
            if !one.to.contains(&recipient.body) {
                let nothing = || Cell { class: Some("missing"), ..Cell::text("inte ställd hit") };
                return [nothing(), nothing()];
            }
            let answered = answered(model, audit, one, &recipient.body);
            let written = response(model, audit, &recipient.body);
            let first = crate::report::responses::answer(written.map(|one| &one.first), one);
            let first = match first {
                Some(Ok(planned)) => Cell::text("planerat").note(Some(
                    planned
                        .due
                        .map_or_else(|| "ingen sista dag".to_owned(), |due| format!("senast {}", date::long(due))),
                )),
                Some(Err(missing)) => Cell::missing(missing),
                None => Cell::missing(Missing::NotAnswered),
            };
            let follow_up = crate::report::responses::answer(written.and_then(|one| one.follow_up.as_ref()), one);
            let second = match (follow_up, answered) {
                (Some(Err(missing)), _) => Cell::missing(missing),
                (Some(Ok(_)), _) | (None, crate::report::responses::Answered::Silent(_)) => answer::progress(answered),
                (None, _) => Cell::missing(Missing::NotAnswered),
            };
            [first, second]
        });
        Row { header: answer::recommendation(audit, one), cells: cells.collect() }
    });
    let rows: Vec<_> = rows.collect();
    let mut columns = vec![Column::words("Rekommendation")];
    for recipient in &audit.recipients {
        let name = &model.bodies[&recipient.body].name;
        columns.push(Column::words(format!("{name}: första")));
        columns.push(Column::words(format!("{name}: uppföljande")));
    }
    let traces = audit.known_recommendations().iter().map(|one| trace::to(model, one.origin)).collect();
    let caption = "Hur varje rekommendation har besvarats, mottagare för mottagare och omgång för omgång";
    (!rows.is_empty()).then(|| Table::new(path, "svar", caption, columns, rows, traces))
}

fn told(report: &Report<'_>, audit: &Audit, body: &Body, response: &Response) -> ResponseView {
    let path = address::audit(&audit.id);
    let written = text(report.model, &response.text, 4, &path);
    let is_written = !written.lead.is_empty() || !written.sections.is_empty();
    let planned = |one: &PlannedAction| {
        let parts = vec![
            ("Planerad åtgärd", said(one.action.as_ref())),
            ("Förväntad effekt", said(one.effect.as_ref())),
            ("Klar senast", one.due.map_or_else(|| said(None), date::long)),
        ];
        (parts, answer::measures(body, &one.led_to))
    };
    let taken = |one: &TakenAction| {
        let parts = vec![
            ("Genomfört", said(one.action.as_ref())),
            ("Effekt", said(one.effect.as_ref())),
            ("Återstår", one.remains.clone().unwrap_or_else(|| "inget angivet".to_owned())),
        ];
        (parts, answer::measures(body, &one.led_to))
    };
    let first = round((report, audit, body), Turn::First, response.first.as_ref().ok(), &planned);
    let follow_up = response.follow_up.as_ref().and_then(|one| one.as_ref().ok());
    let follow_up = round((report, audit, body), Turn::FollowUp, follow_up, &taken);
    ResponseView {
        body: Entry::new(&body.name, address::body(&body.id)),
        anchor: format!("yttrande-{}", body.id),
        rounds: vec![first, follow_up],
        text: is_written.then_some(written),
        note: response.remarks.note.clone(),
        source: response.remarks.source.clone(),
    }
}

fn said(text: Option<&String>) -> String {
    text.cloned().unwrap_or_else(|| "inte angivet".to_owned())
}

/// The named parts of an answer, and the measures that came of it.
type Parted = (Vec<(&'static str, String)>, Vec<Entry>);

fn round<Answer>(
    (report, audit, body): (&Report<'_>, &Audit, &Body),
    turn: Turn,
    reply: Option<&Reply<Answer>>,
    parted: &dyn Fn(&Answer) -> Parted,
) -> RoundView {
    let model = report.model;
    let recipient = audit.recipient(&body.id).expect("a response is one of a recipient");
    let answers = audit.put_to(&body.id).filter(|_| reply.is_some()).map(|one| {
        let answer = reply.and_then(|reply| reply.answers.get(&one.id));
        let (missing, (parts, measures)) = match answer {
            Some(Ok(answer)) => (None, parted(answer)),
            Some(Err(missing)) => (Some(missing.words()), (Vec::new(), Vec::new())),
            None => (Some(Missing::NotAnswered.words()), (Vec::new(), Vec::new())),
        };
        let text = one.text.clone().unwrap_or_else(|missing| missing.words().to_owned());
        let (recommendation, href) = (format!("{} {text}", one.id), format!("#{}", answer::anchor_id(one)));
        AnswerView { recommendation, href, missing, parts, measures }
    });
    RoundView {
        title: answer::turn(turn),
        due: answer::due(recipient, turn).text,
        state: answer::turn_state(model, audit, recipient, turn),
        draft: reply.is_some_and(|reply| !reply.colophon.counts()),
        summary: reply.and_then(|reply| reply.summary.clone()),
        facts: reply.map(|reply| facts(model, &reply.colophon, reply.origin)),
        answers: answers.collect(),
    }
}

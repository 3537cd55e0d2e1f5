//! A body's control plan on the page of its year: the matrix, every risk, and what came of each measure and review.

use std::collections::BTreeMap;

use serde::Serialize;

use super::document::{Facts, facts};
use super::frame::Entry;
use super::{Cell, Column, Row, Table, address, heat, measure, risk_matrix, trace, wording};
use crate::language::{list, plural};
use crate::model::{
    Body, BodyYear, ControlPlan, JointReview, Missing, Model, PlannedRisk, Rating, RiskResponse, Round, Year,
};
use crate::report::Report;
use crate::report::comparison::{Basis, DocumentChange, Fate, Field, NOT_RENAMED, Pair, Side, Sides, risk};
use crate::report::plans::{self, Item, JointResult, Planned};

/// The plan.
#[derive(Debug, Serialize)]
pub struct View {
    /// How many risks there are, and how serious they are.
    summary: String,
    /// How many of the measures and reviews have a result, where the year is over.
    results: Option<String>,
    /// Why there are no direct measures.
    no_measures: Option<String>,
    matrix: Option<Table>,
    risks: Table,
    items: Option<Table>,
    told: Vec<RiskView>,
    /// Risks of the year before that are finished, with their reasons.
    finished: Vec<String>,
    /// Risks of the year before that the plan says nothing of.
    gone: Vec<String>,
    facts: Facts,
}

/// A risk in full.
#[derive(Debug, Serialize)]
struct RiskView {
    id: String,
    name: String,
    /// What is said of it, with the words for each.
    rows: Vec<(&'static str, String)>,
    /// What it led to, each with how it went.
    items: Vec<(Entry, String)>,
    /// Why something that was planned is not there or has no result.
    lacks: Vec<String>,
}

impl View {
    /// Its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.matrix.iter().chain([&self.risks]).chain(&self.items)
    }
}

/// The address of a risk on the page of its body's year.
pub fn address_of(body: &Body, year: Year, risk: &PlannedRisk) -> String {
    format!("{}#risk-{}", address::body_year(&body.id, year), risk.id)
}

/// Composes the plan of a body's year for the page at a path.
pub fn compose(report: &Report<'_>, body: &Body, year: Year, path: &str) -> Option<View> {
    let model = report.model;
    let of_year = body.years.get(&year)?;
    let plan = of_year.plan.as_ref()?;
    let planned = Planned { body, of_year, plan };
    let changes = changes(report, body, year);
    let is_over = plans::is_over(year, model.municipality.report_date);
    let told = plan.risks.iter().map(|risk| told(model, (&planned, year), risk, is_over));
    let name = |risk: &PlannedRisk| risk.risk.name.clone();
    let gone = changes.iter().filter(|change| matches!(change.fate, Fate::Unmentioned(_)));
    let finished = plan.finished.iter().map(|finished| {
        let before = body.years.get(&year.before()).and_then(|before| before.plan.as_ref()?.risk(&finished.id));
        format!("{}: {}", before.map_or_else(|| finished.id.to_string(), name), finished.reason)
    });
    Some(View {
        summary: summary(model, plan),
        results: results(&planned, is_over),
        no_measures: plan.no_measures.clone(),
        matrix: matrix(model, &planned, year, path),
        risks: risks(report, &planned, year, &changes, path),
        items: items(model, &planned, year, is_over, path),
        told: told.collect(),
        finished: finished.collect(),
        gone: gone.map(|change| name(change.documents.latest())).collect(),
        facts: facts(model, &plan.colophon, plan.origin),
    })
}

fn summary(model: &Model, plan: &ControlPlan) -> String {
    let count = plan.risks.len();
    let draft =
        if plan.colophon.counts() { "" } else { " Planen är ett utkast och räknas inte i stadens riskmatris." };
    let tally = wording::capitalized(&risk_matrix::tally(model, plan.risks.iter()));
    format!("Här finns {} ur planen. {tally}.{draft}", risk_matrix::risks(count))
}

fn results(planned: &Planned<'_>, is_over: bool) -> Option<String> {
    if !is_over {
        return None;
    }
    // A document may have come of several risks.
    let all = planned.plan.risks.iter().flat_map(|risk| plans::items(planned.of_year, risk));
    let all: BTreeMap<_, _> = all.map(|item| ((item.response(), item.id()), item.has_result())).collect();
    let counted = |response: RiskResponse, one: &str, many: &str| {
        let count = all.keys().filter(|(other, _)| *other == response).count();
        (count > 0).then(|| plural::counted(count as u64, one, many))
    };
    let kinds = [
        counted(RiskResponse::Measure, "direktåtgärd", "direktåtgärder"),
        counted(RiskResponse::Review, "egen granskning", "egna granskningar"),
    ];
    let kinds = list::joined(&kinds.into_iter().flatten().collect::<Vec<_>>());
    let lacking = all.values().filter(|has_result| !**has_result).count();
    let came = match (lacking, all.len()) {
        (_, 0) => return None,
        (0, 1) => "Den har ett resultat.".to_owned(),
        (0, 2) => "Båda har ett resultat.".to_owned(),
        (0, _) => "Alla har ett resultat.".to_owned(),
        (_, 1) => "Resultat saknas för den.".to_owned(),
        (lacking, all) => format!("Resultat saknas för {lacking} av {all}."),
    };
    Some(format!("Planen har {kinds}. {came}"))
}

/// What became of each risk since the year before.
fn changes<'m>(report: &'m Report<'m>, body: &'m Body, year: Year) -> Vec<DocumentChange<'m, PlannedRisk>> {
    let (before, after) = (Side { report, year: year.before() }, Side { report, year });
    risk::risks(Sides { before, after, basis: Basis::Counted, renamed: &NOT_RENAMED }, Pair::Both(body, body))
}

fn matrix(model: &Model, planned: &Planned<'_>, year: Year, path: &str) -> Option<Table> {
    let matrix = model.risk_matrix.as_ref()?;
    let mut notes = risk_matrix::Notes::new();
    for risk in &planned.plan.risks {
        let Some(cell) = risk.likelihood.ok().zip(risk.consequence.ok()) else { continue };
        let (count, names) = notes.entry(cell).or_default();
        if !names.is_empty() {
            names.push_str("; ");
        }
        *count += 1;
        names.push_str(&risk.risk.name);
    }
    let caption = format!("Riskerna i {} plan {year} efter sannolikhet och konsekvens", genitive(&planned.body.name));
    (!notes.is_empty()).then(|| risk_matrix::table(model, matrix, path, caption, &notes))
}

/// A name as owner: `Miljönämndens`, but `Exempelbuss` stays.
pub fn genitive(name: &str) -> String {
    if name.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) { name.to_owned() } else { format!("{name}s") }
}

fn risks(
    report: &Report<'_>,
    planned: &Planned<'_>,
    year: Year,
    changes: &[DocumentChange<'_, PlannedRisk>],
    path: &str,
) -> Table {
    let model = report.model;
    let before = planned.body.years.get(&year.before()).and_then(|before| before.plan.as_ref());
    let has_before = before.is_some_and(|before| before.colophon.counts()) && planned.plan.colophon.counts();
    let rows = planned.plan.risks.iter().map(|risk| {
        let header = Cell::link(&risk.risk.name, format!("{path}#risk-{}", risk.id)).note(risk.category.clone());
        let responses: Vec<_> = risk.responses.iter().map(|response| response.words().to_owned()).collect();
        let mut cells = vec![
            risk_matrix::likelihood(model, risk),
            risk_matrix::consequence(model, risk),
            risk_matrix::value(model, risk),
            Cell::text(list::joined(&responses)),
        ];
        if has_before {
            cells.push(Cell::text(since(changes, risk)));
        }
        Row { header, cells }
    });
    let mut columns = vec!["Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Hantering"];
    let since = format!("Sedan {}", year.before());
    if has_before {
        columns.push(&since);
    }
    let columns = columns.into_iter().map(Column::words).collect();
    let traces = vec![trace::to(model, planned.plan.origin)];
    let caption = format!("Riskerna i {} plan {year}", genitive(&planned.body.name));
    Table::new(path, "risker", caption, columns, rows.collect(), traces)
}

/// What became of a risk since the year before: `ny`, `oförändrad`, `riskvärde från 9 till 6, annan hantering`.
fn since(changes: &[DocumentChange<'_, PlannedRisk>], risk: &PlannedRisk) -> String {
    let Some(change) = changes.iter().find(|change| change.documents.after() == Some(&risk)) else {
        return "går inte att jämföra".to_owned();
    };
    let Some((before, after)) = change.documents.both() else { return "ny".to_owned() };
    let has = |field: Field<'_>| change.fields.iter().any(|one| one.field == field);
    let mut parts = Vec::new();
    let grades = |risk: &PlannedRisk| (risk.likelihood, risk.consequence);
    match (before.value(), after.value()) {
        (Ok(old), Ok(new)) if old != new => parts.push(format!("riskvärde från {old} till {new}")),
        _ if grades(before) != grades(after) => parts.push("annan bedömning".to_owned()),
        _ => {}
    }
    if has(Field::Key("hantering")) {
        parts.push("annan hantering".to_owned());
    }
    if parts.is_empty() {
        parts.push("oförändrad".to_owned());
    }
    if has(Field::Name) {
        parts.push(format!("hette ”{}”", before.risk.name));
    }
    parts.join(", ")
}

/// Where an item stands on the page, what it is called, and how it went.
fn item(item: Item<'_>, path: &str) -> (Entry, &'static str, Cell) {
    let (anchor, title, progress, note) = match item {
        Item::Measure(one) => (format!("atgard-{}", one.id), &one.title, one.progress, &one.progress_note),
        Item::Review(one) => (format!("granskning-{}", one.id), &one.title, one.progress, &one.progress_note),
    };
    let progress = measure::progress_cell(progress, note.as_ref());
    let kind = match item {
        Item::Measure(_) => "direktåtgärd",
        Item::Review(_) => "granskning",
    };
    (Entry::new(title, format!("{path}#{anchor}")), kind, progress)
}

/// What is said of an item's result.
fn result(model: &Model, item: Item<'_>, risk: &PlannedRisk, is_over: bool) -> Cell {
    let verdict = match item {
        Item::Measure(_) => None,
        Item::Review(review) => review.verdict.as_ref(),
    };
    match (item.has_result(), verdict) {
        (true, Some(verdict)) => heat::cell(&model.scales[&verdict.scale], Rating::Level(verdict.level)),
        (true, None) => Cell::text("redovisat"),
        (false, _) => Cell { class: Some("missing"), ..Cell::text(lacking(risk, is_over)) },
    }
}

fn lacking(risk: &PlannedRisk, is_over: bool) -> String {
    match (&risk.no_result, is_over) {
        (Some(reason), _) => format!("resultat saknas: {reason}"),
        (None, true) => "resultat saknas".to_owned(),
        (None, false) => "året pågår".to_owned(),
    }
}

const JOINT: &str = "kommungemensam granskning";

/// The body's own answer, or the round where it has none.
fn joint_address(planned: &Planned<'_>, review: &JointReview, round: &Round, result: JointResult<'_>) -> String {
    match result {
        JointResult::Answer(_) => {
            format!("{}#gemensam-{}", address::body_year(&planned.body.id, round.year), review.id)
        }
        JointResult::Together(_) | JointResult::Missing(_) => address::round(&review.id, round.year),
    }
}

/// What is said of a risk by a joint review.
pub fn joint_result(result: JointResult<'_>) -> Cell {
    match result {
        JointResult::Answer(_) => Cell::text("svar redovisat"),
        JointResult::Together(_) => Cell::text("redovisat för alla tillsammans"),
        JointResult::Missing(missing) => {
            Cell { text: format!("svar saknas: {}", missing.words()), ..Cell::missing(missing) }
        }
    }
}

fn items(model: &Model, planned: &Planned<'_>, year: Year, is_over: bool, path: &str) -> Option<Table> {
    let mut rows = Vec::new();
    for risk in &planned.plan.risks {
        for one in plans::items(planned.of_year, risk) {
            let (entry, kind, progress) = item(one, path);
            let back = Cell::link(&risk.risk.name, format!("{path}#risk-{}", risk.id));
            let cells = vec![Cell::text(kind), back, progress, result(model, one, risk, is_over)];
            rows.push(Row { header: Cell::link(entry.text, entry.href), cells });
        }
        for (review, round, result) in plans::joint_items(model, planned, year, risk) {
            let back = Cell::link(&risk.risk.name, format!("{path}#risk-{}", risk.id));
            let header = Cell::link(&round.title, joint_address(planned, review, round, result));
            // A round has no progress of its own: it is there when it has been made.
            let cells = vec![Cell::text(JOINT), back, Cell::missing(Missing::NotApplicable), joint_result(result)];
            rows.push(Row { header, cells });
        }
    }
    let columns = ["Åtgärd eller granskning", "Slag", "Risk", "Läge", "Resultat"].map(Column::words).to_vec();
    let caption = format!("Vad riskerna i planen {year} ledde till");
    let traces = vec![trace::to(model, planned.plan.origin)];
    (!rows.is_empty()).then(|| Table::new(path, "planens-resultat", caption, columns, rows, traces))
}

fn told(model: &Model, (planned, year): (&Planned<'_>, Year), risk: &PlannedRisk, is_over: bool) -> RiskView {
    let path = address::body_year(&planned.body.id, year);
    let responses: Vec<_> = risk.responses.iter().map(|response| response.words().to_owned()).collect();
    let rows = [
        ("Orsak", risk.risk.cause.clone()),
        ("Konsekvens", risk.risk.consequence.clone()),
        ("Hantering", Some(list::joined(&responses))),
        ("Skäl", risk.reason.clone()),
        ("Not", risk.remarks.note.clone()),
        ("Källa", risk.remarks.source.clone()),
        ("Osäkert", risk.remarks.uncertain.then(|| "Uppgiften är osäker.".to_owned())),
    ];
    let found = plans::items(planned.of_year, risk);
    let items = found.iter().map(|one| {
        let (entry, kind, progress) = item(*one, &path);
        let result = if one.has_result() { "resultat redovisat".to_owned() } else { lacking(risk, is_over) };
        let whose = progress.note.map(|note| format!("; läget: {note}")).unwrap_or_default();
        (entry, format!("{kind}, {}, {result}{whose}", progress.text))
    });
    let joint = plans::joint_items(model, planned, year, risk).into_iter().map(|(review, round, result)| {
        let entry = Entry::new(&round.title, joint_address(planned, review, round, result));
        (entry, format!("{JOINT}, {}", joint_result(result).text))
    });
    let lacks = plans::without_item(planned.of_year, risk).into_iter().map(|response| {
        let word = response.words();
        let reason =
            risk.no_result.as_ref().map(|reason| format!(" Skälet som anges: {}.", reason.trim_end_matches('.')));
        format!("Planen säger {word}, men ingen {word} är redovisad här.{}", reason.unwrap_or_default())
    });
    RiskView {
        id: format!("risk-{}", risk.id),
        name: risk.risk.name.clone(),
        rows: rows.into_iter().filter_map(|(name, text)| Some((name, text?))).collect(),
        items: items.chain(joint).collect(),
        lacks: lacks.collect(),
    }
}

/// The risks of the plan that have led to a measure or review, for its own place on the page.
pub fn risks_of(of_year: &BodyYear, is_it: impl Fn(Item<'_>) -> bool, path: &str) -> Vec<Entry> {
    let risks = of_year.plan.iter().flat_map(|plan| &plan.risks);
    let led = risks.filter(|risk| plans::items(of_year, risk).into_iter().any(&is_it));
    led.map(|risk| Entry::new(&risk.risk.name, format!("{path}#risk-{}", risk.id))).collect()
}

/// The risk value of each risk through the years, the newest plan's risks first; `None` where there is no plan that counts.
pub fn through_years(report: &Report<'_>, body: &Body, path: &str) -> Option<Table> {
    let model = report.model;
    let histories = plans::histories(body);
    let years = plans::planned_years(body);
    if histories.is_empty() {
        return None;
    }
    let rows = histories.iter().map(|history| {
        let (last_year, last) = history.latest();
        let cells = years.iter().map(|year| match history.risks.get(year) {
            Some(risk) => Cell { href: Some(address_of(body, *year, risk)), ..risk_matrix::value(model, risk) }
                .hidden(format!(", {} {year}", risk.risk.name)),
            None if history.finished.is_some_and(|(when, _)| when == *year) => Cell::text("avslutad"),
            None if *year > last_year => match history.finished {
                Some(_) => Cell::text("avslutad tidigare"),
                None => Cell { class: Some("missing"), ..Cell::text("nämns inte") },
            },
            None => Cell { class: Some("missing"), ..Cell::text("inte i planen") },
        });
        let reason = history.finished.map(|(_, finished)| format!("Avslutad: {}", finished.reason));
        Row { header: Cell::text(&last.risk.name).note(reason), cells: cells.collect() }
    });
    let columns = std::iter::once(Column::words("Risk"))
        .chain(years.iter().map(|year| Column { href: None, ..Column::words(year.to_string()) }));
    let plans = years.iter().filter_map(|year| body.years.get(year)?.plan.as_ref());
    let traces = plans.map(|plan| trace::to(model, plan.origin)).collect();
    let caption = format!("Riskvärden i {} planer, år för år", genitive(&body.name));
    Some(Table::new(path, "risker", caption, columns.collect(), rows.collect(), traces))
}

/// Why there is no plan, where a body's year has none.
pub fn none(of_year: &BodyYear) -> String {
    if of_year.withheld.plan {
        return format!("Internkontrollplanen {}.", Missing::Withheld.words());
    }
    "Ingen internkontrollplan för året är inlagd här. Här skulle riskerna stå, och hur de hanteras.".to_owned()
}

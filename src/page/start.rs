//! The state of internal control at a glance: how it is, whether it is better, who is missing, what is late.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::Serialize;

use super::frame::Entry;
use super::{Figure, Page, Parts, Table, address, charting, page, wording};
use crate::chart;
use crate::language::{collation, date, list, number, plural};
use crate::model::{Missing, Year};
use crate::report::comparison::{self, Change};
use crate::report::coverage::Standing;
use crate::report::measures::MeasureHistory;
use crate::report::{Outcome, Report, SetReport};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    description: Option<String>,
    /// The latest year with a result, and its page.
    latest: Option<Entry>,
    all_joint: Option<Entry>,
    /// Whether the city has written its own text for it.
    told: bool,
    key_figures: Vec<KeyFigure>,
    /// What a publication says of the figures that are shown, where they are not computed.
    published: Option<String>,
    trend: Option<Figure>,
    levels: Option<Figure>,
    moves: Moves,
    answered: Answered,
    overdue: Option<Table>,
    overdue_summary: String,
    /// The ways to what was promised, and to the audits.
    promised: Vec<Entry>,
    bodies: Option<Figure>,
}

/// One figure with what it is and what stands behind it.
#[derive(Debug, Serialize)]
pub struct KeyFigure {
    label: String,
    value: String,
    detail: String,
    href: Option<String>,
}

/// The statements that moved most, or why that cannot be said.
#[derive(Debug, Serialize)]
struct Moves {
    years: Option<String>,
    reason: Option<String>,
    improved: Vec<Moved>,
    worsened: Vec<Moved>,
}

#[derive(Debug, Serialize)]
struct Moved {
    text: String,
    href: String,
    change: String,
}

/// Who has answered, and who has not.
#[derive(Debug, Serialize)]
struct Answered {
    summary: String,
    /// The bodies without counted answers, by reason.
    missing: Vec<(String, Vec<Entry>)>,
    late: Vec<Entry>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (self.trend.iter().chain(&self.levels).chain(&self.bodies).collect(), self.overdue.iter().collect())
    }
}

/// Composes the start page.
pub fn compose(report: &Report<'_>) -> Page {
    let set = report.main_set();
    let latest = set.latest();
    let at = report.model.municipality.report_date;
    let overdue: Vec<_> = report.measures.iter().filter(|history| history.is_overdue(at)).collect();
    let view = View {
        description: report.model.municipality.description.clone(),
        latest: latest.map(|year| Entry::new(year.to_string(), address::year(year))),
        all_joint: super::joint_reviews::entry(report.model),
        told: latest.is_some_and(|year| report.model.city_reports.contains_key(&year)),
        key_figures: state(report, set, latest, overdue.len()),
        published: latest.and_then(|year| published(set, year)),
        trend: latest.map(|_| trend(report, set)),
        levels: latest.map(|year| charting::city_levels(report.model, set, address::START, year, 1)),
        moves: moves(set, latest),
        answered: answered(report, set, latest.unwrap_or(report.model.municipality.span.last)),
        overdue: (!overdue.is_empty()).then(|| {
            super::measures::table(
                report,
                address::START,
                "forsenade",
                "Försenade åtgärder, den som skulle ha varit klar först överst",
                &overdue,
            )
        }),
        overdue_summary: overdue_summary(report, &overdue),
        promised: super::promises::entries(report.model),
        bodies: bodies(report, set),
    };
    page(
        address::START.to_owned(),
        &report.model.municipality.title,
        address::START,
        Vec::new(),
        super::View::Start(Box::new(view)),
    )
}

/// The key figures of the latest year, and what is late now.
fn state(report: &Report<'_>, set: &SetReport<'_>, latest: Option<Year>, overdue: usize) -> Vec<KeyFigure> {
    let mut figures = latest.map_or_else(Vec::new, |year| key_figures(set, year));
    // From the change to what makes it up.
    if let Some(since) = latest.and_then(|year| figures.iter_mut().find(|one| one.label == since(year.before()))) {
        since.href = Some(format!("{}#forandringar", address::START));
    }
    let all = plural::counted(report.measures.len() as u64, "redovisad åtgärd", "redovisade åtgärder");
    let late = KeyFigure {
        label: "Försenade åtgärder".into(),
        value: overdue.to_string(),
        detail: format!("av {all}"),
        href: Some(address::MEASURES.to_owned()),
    };
    // What is late is asked for more often than who has answered.
    figures.insert(figures.len().saturating_sub(1), late);
    figures
}

/// What is said of the shares of a year that are published and not computed, and where.
fn published(set: &SetReport<'_>, year: Year) -> Option<String> {
    let result = &set.years[&year];
    let total = result.published.filter(|_| matches!(result.total, Outcome::Published(_)))?;
    wording::remarks(&total.remarks)
}

/// The headline share, its changes and who has answered, for a year.
pub fn key_figures(set: &SetReport<'_>, year: Year) -> Vec<KeyFigure> {
    let Some(point) = set.trend.at(year) else { return Vec::new() };
    let Ok(share) = wording::point(point) else { return Vec::new() };
    let result = &set.years[&year];
    let best = set.scale.best_name();
    let detail = match result.total {
        Outcome::Computed(ref found) => {
            let best = found.best();
            format!("{} av {} svar", number::integer(i64::from(best.part)), number::integer(i64::from(best.whole)))
        }
        Outcome::Published(_) | Outcome::Missing(_) => "enligt publicerad sammanställning".to_owned(),
    };
    let mut figures = vec![KeyFigure {
        label: format!("Andel {best} {year}"),
        value: share,
        detail,
        href: Some(address::year(year)),
    }];
    if set.years.contains_key(&year.before()) {
        figures.push(changed(set, year.before(), year));
    }
    if let Some(first) = set.trend.first().map(|point| point.year).filter(|first| *first < year.before()) {
        figures.push(changed(set, first, year));
    }
    let coverage = result.coverage.share();
    figures.push(match coverage.part {
        0 => KeyFigure {
            label: "Har svarat".into(),
            value: result.coverage.reason.words().to_owned(),
            detail: format!("organens egna svar {year}"),
            href: None,
        },
        part => KeyFigure {
            label: "Har svarat".into(),
            value: format!("{part} av {}", coverage.whole),
            detail: "nämnder och bolag".into(),
            href: Some(format!("{}#svarande", address::year(year))),
        },
    });
    figures
}

fn changed(set: &SetReport<'_>, from: Year, to: Year) -> KeyFigure {
    let change = comparison::change(&set.trend, from, to);
    let detail = match &change {
        Change::Points { from: first, to: last } => {
            format!("från {} till {} procent", wording::plain(*first), wording::plain(*last))
        }
        Change::Missing(year, _) => {
            published_note(set, *year).or_else(|| wording::incomparable(from, to, &change)).unwrap_or_default()
        }
        Change::Broken(_) => wording::incomparable(from, to, &change).unwrap_or_default(),
    };
    let value = match &change {
        Change::Points { .. } => wording::change(&change),
        Change::Broken(_) | Change::Missing(..) => "ingen jämförelse".to_owned(),
    };
    KeyFigure { label: since(from), value, detail, href: None }
}

fn since(year: Year) -> String {
    format!("Sedan {year}")
}

/// The first sentence of what the publication says of a year without figures.
fn published_note(set: &SetReport<'_>, year: Year) -> Option<String> {
    let note = set.years.get(&year)?.published?.remarks.note.as_ref()?;
    let sentence = note.split_once(". ").map_or(note.as_str(), |(first, _)| first);
    Some(format!("{year}: {}.", sentence.trim_end_matches('.')))
}

fn trend(report: &Report<'_>, set: &SetReport<'_>) -> Figure {
    let value = chart::Trend {
        id: "trend".into(),
        subject: charting::EVERYONE.into(),
        what: charting::what(set.scale),
        answering: chart::Answering::Bodies,
        points: charting::points(&set.trend),
    };
    Figure::new(address::START, &chart::trend(&value), charting::traces(report.model, set)).noted(wording::changed(
        set.set,
        &set.trend,
        report.model.municipality.span.last,
    ))
}

fn moves(set: &SetReport<'_>, latest: Option<Year>) -> Moves {
    let nothing =
        |reason: String| Moves { years: None, reason: Some(reason), improved: Vec::new(), worsened: Vec::new() };
    let Some(year) = latest else { return nothing("Det finns ännu inga resultat att jämföra.".into()) };
    let before = year.before();
    for one in [before, year] {
        if set.years.get(&one).is_none_or(|result| !result.coverage.is_enough()) {
            let reason = set.years.get(&one).map_or(Missing::Unknown, |result| result.coverage.lack());
            return nothing(format!(
                "Det går inte att säga vilka påståenden som förbättrats eller försämrats mest: svaren {one} {}.",
                wording::answers_are(reason)
            ));
        }
    }
    let moved: Vec<_> = set
        .set
        .statements()
        .filter_map(|(_, statement)| {
            let points = comparison::change(&set.statements[&statement.id], before, year).points()?;
            Some((points, statement))
        })
        .collect();
    let named = |(points, statement): &(Decimal, &crate::model::Statement)| Moved {
        text: format!("{} {}", statement.id, statement.short),
        href: address::statement(&set.set.id, &statement.id),
        change: wording::points(*points),
    };
    let [improved, worsened] = comparison::most(&moved).map(|moved| moved.into_iter().map(named).collect());
    Moves { years: Some(format!("{before} till {year}")), reason: None, improved, worsened }
}

fn answered(report: &Report<'_>, set: &SetReport<'_>, year: Year) -> Answered {
    let coverage = &set.years[&year].coverage;
    let summary = match coverage.share() {
        share if share.part == 0 => {
            format!("{}. Det gäller {}.", wording::coverage(coverage, year), wording::bodies(share.whole))
        }
        share => format!("{} på självskattningen {year}.", wording::answered(share)),
    };
    let mut bodies: Vec<_> =
        coverage.standings.iter().map(|(id, standing)| (&report.model.bodies[id], standing)).collect();
    bodies.sort_by_cached_key(|(body, _)| collation::sort_key(&body.name));
    let mut missing: Vec<(String, Vec<Entry>)> = Vec::new();
    let mut late = Vec::new();
    for (body, standing) in bodies {
        let entry = Entry::new(&body.name, address::body(&body.id));
        match standing {
            Standing::Submitted { late: true, .. } => late.push(entry),
            Standing::Submitted { .. } => {}
            // Where nobody's answers are at hand the summary says it once for all.
            Standing::Missing(_) if coverage.answered() == 0 => {}
            Standing::Missing(_) => {
                let words = wording::capitalized(&wording::standing(*standing));
                match missing.iter_mut().find(|(reason, _)| *reason == words) {
                    Some((_, entries)) => entries.push(entry),
                    None => missing.push((words, vec![entry])),
                }
            }
        }
    }
    Answered { summary, missing, late }
}

fn overdue_summary(report: &Report<'_>, overdue: &[&MeasureHistory<'_>]) -> String {
    let at = date::long(report.model.municipality.report_date);
    if overdue.is_empty() {
        let dated = report.measures.iter().filter(|history| history.latest().due.is_some()).count();
        return format!(
            "Ingen åtgärd är försenad den {at}. {} av {} åtgärder har en angiven sista dag.",
            dated,
            report.measures.len()
        );
    }
    let mut names: Vec<_> = overdue.iter().map(|history| history.body.name.as_str()).collect();
    names.sort_by_cached_key(|name| collation::sort_key(name));
    names.dedup();
    let all = report.model.bodies.values().filter(|body| body.answers_for(report.model.municipality.span.last)).count();
    let known: BTreeSet<_> = report.measures.iter().map(|history| &history.body.id).collect();
    let of = if known.len() < all {
        let all = plural::counted(all as u64, "nämnd eller bolag", "nämnder och bolag");
        format!(" Åtgärder är redovisade här av {} av {all}.", known.len())
    } else {
        String::new()
    };
    format!("{} den {at}, hos {}.{of}", wording::late(overdue.len()), list::joined(&names))
}

/// Every body's trend in small; nothing where nobody's answers are at hand.
fn bodies(report: &Report<'_>, set: &SetReport<'_>) -> Option<Figure> {
    let span = report.model.municipality.span;
    let mut bodies: Vec<_> = report.model.bodies.values().filter(|body| body.answers_for(span.last)).collect();
    bodies.sort_by_cached_key(|body| (!body.kind.is_committee(), collation::sort_key(&body.name)));
    let series = bodies
        .into_iter()
        .map(|body| chart::BodySeries { name: body.name.clone(), points: charting::points(&set.bodies[&body.id]) });
    let value = chart::SmallMultiples {
        id: "organ".into(),
        subject: "nämnder och bolag".into(),
        what: charting::what(set.scale),
        bodies: series.collect(),
    };
    let any = set.years.values().any(|result| result.coverage.answered() > 0);
    any.then(|| Figure::new(address::START, &chart::small_multiples(&value), charting::traces(report.model, set)))
}

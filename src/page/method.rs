//! How figures are computed, and where each comes from: the rules, the reasons, the breaks, the changes of organisation.

use serde::Serialize;

use super::frame::Entry;
use super::{Page, Trace, address, page, round_figures, trace, wording};
use crate::language::{collation, date};
use crate::model::{Missing, ShareBase, Year};
use crate::report::{Outcome, Report, SetReport};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    report_date: String,
    sets: Vec<Set>,
    missing: Vec<(&'static str, &'static str)>,
    breaks: Vec<Traced>,
    organisation: Vec<Traced>,
    published: Vec<Published>,
    indicators: Vec<Traced>,
    /// Every file that the report is made from, with the page that shows it; nothing where they are shown at the forge.
    files: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Set {
    name: String,
    scale: String,
    levels: Vec<(String, String)>,
    /// What shares are counted of, and which are not counted here.
    base: String,
    trace: Trace,
}

#[derive(Debug, Serialize)]
struct Traced {
    text: String,
    trace: Trace,
}

#[derive(Debug, Serialize)]
struct Published {
    years: String,
    source: String,
    note: Option<String>,
    trace: Trace,
}

/// Composes the page.
pub fn compose(report: &Report<'_>) -> Page {
    let model = report.model;
    let sets = report.sets.values().map(|set| Set {
        name: set.set.name.clone(),
        scale: set.scale.name.clone(),
        levels: set.scale.levels().iter().map(|level| (level.symbol.clone(), level.name.clone())).collect(),
        base: base(set),
        trace: trace::to(model, set.set.origin),
    });
    let published = model.sets.values().flat_map(|set| &set.published).map(|total| Published {
        years: date::years(total.years.first.0, total.years.last.0),
        source: total.remarks.source.clone().unwrap_or_default(),
        note: total.remarks.note.clone(),
        trace: trace::to(model, total.origin),
    });
    let indicators = model.indicators.values().map(|indicator| Traced {
        text: format!(
            "{}: {}",
            wording::capitalized(&indicator.name),
            indicator.remarks.source.clone().unwrap_or_default()
        ),
        trace: trace::to(model, indicator.origin),
    });
    let files = model.files.iter().flatten().filter(|_| model.municipality.link_pattern.is_none());
    let view = View {
        report_date: date::long(model.municipality.report_date),
        sets: sets.collect(),
        missing: REASONS.map(|(missing, meaning)| (missing.words(), meaning)).to_vec(),
        breaks: breaks(report),
        organisation: organisation(report),
        published: published.collect(),
        indicators: indicators.collect(),
        files: files.map(|file| Entry::new(&file.path, address::source(&file.path))).collect(),
    };
    let crumbs = vec![Entry::new("Överblick", address::START)];
    page(address::METHOD.to_owned(), "Så räknas siffrorna", "", crumbs, super::View::Method(view))
}

/// What the counted shares of a set are shares of, and which years have only published ones.
fn base(set: &SetReport<'_>) -> String {
    let of = |wanted: fn(&Outcome<'_>) -> bool| {
        let years: Vec<_> =
            set.years.iter().filter(|(_, result)| wanted(&result.total)).map(|(year, _)| year.0).collect();
        (!years.is_empty()).then(|| date::runs(years))
    };
    let base = match set.set.share_base {
        ShareBase::All => "Nämnaren är alla svar, även ”ej tillämpligt”.",
        ShareBase::Rated => "Nämnaren är de svar som har en nivå; ”ej tillämpligt” räknas inte med.",
    };
    let counted = of(|total| matches!(total, Outcome::Computed(_))).map_or_else(
        || "Inga andelar är räknade ur svar.".to_owned(),
        |years| format!("{base} Det gäller andelarna {years}, som är räknade ur svaren."),
    );
    let published = of(|total| matches!(total, Outcome::Published(_)))
        .map(|years| format!(" Andelarna {years} är bara publicerade. Hur många svar de bygger på är inte känt här."));
    format!("{counted}{}", published.unwrap_or_default())
}

const REASONS: [(Missing, &str); 12] = [
    (Missing::NotAnswered, "Organet fick frågan men har inte svarat."),
    (Missing::NotApplicable, "Frågan gäller inte organet."),
    (Missing::Unknown, "Ingen uppgift finns i underlaget."),
    (Missing::Confidential, "Uppgiften omfattas av sekretess."),
    (Missing::BodyAbsent, "Organet hade inte bildats, eller hade upphört."),
    (Missing::NotPublished, "Uppgiften är inte publicerad i de källor som rapporten bygger på."),
    (Missing::NotSubmitted, "Organet har inte lämnat in sina svar."),
    (Missing::Draft, "Svaren är inte beslutade. De visas men räknas inte."),
    (Missing::Withheld, "Svaren finns men är interna."),
    (Missing::TooFew, "Färre än hälften har svarat. Då läggs svaren inte ihop till en andel för alla."),
    (Missing::Several, "Svaren saknas av olika skäl, som står vart och ett för sig i tabellerna."),
    (Missing::NotAsked, "Påståendet eller mätetalet följdes inte upp det året."),
];

fn breaks(report: &Report<'_>) -> Vec<Traced> {
    let last = report.model.municipality.span.last;
    let mut told = Vec::new();
    for set in report.model.sets.values() {
        for (_, statement) in set.statements() {
            for version in statement.versions.iter().skip(1).filter(|version| version.from <= last) {
                let comparable = if version.comparable {
                    "Svaren kan jämföras med de tidigare."
                } else {
                    "Svaren kan inte jämföras med de tidigare."
                };
                let note = version.note.clone().unwrap_or_default();
                let text = format!(
                    "{} {} fick ny lydelse {}. {comparable} {note}",
                    statement.id, statement.short, version.from
                );
                told.push(Traced { text, trace: trace::to(report.model, version.origin) });
            }
        }
    }
    for indicator in report.model.indicators.values() {
        for one in indicator.breaks.iter().filter(|one| one.year <= last) {
            let text = format!(
                "{} kan från {} inte jämföras med åren före. {}",
                wording::capitalized(&indicator.name),
                one.year,
                one.reason
            );
            told.push(Traced { text, trace: trace::to(report.model, one.origin) });
        }
    }
    for review in report.model.joint_reviews.values() {
        for (year, reason) in round_figures::breaks(report.model, review) {
            let Some(round) = review.rounds.get(&Year(year)) else { continue };
            let text = format!("Omgången {year} av {} jämförs inte med den före. {reason}", review.title());
            told.push(Traced { text, trace: trace::to(report.model, round.origin) });
        }
    }
    told
}

fn organisation(report: &Report<'_>) -> Vec<Traced> {
    let mut bodies: Vec<_> =
        report.model.bodies.values().filter(|body| body.from.is_some() || body.until.is_some()).collect();
    bodies.sort_by_cached_key(|body| (body.from, collation::sort_key(&body.name)));
    let told = |body: &&crate::model::Body| Traced {
        text: format!("{}: {}", body.name, wording::lifetime(body).unwrap_or_default()),
        trace: trace::to(report.model, body.origin),
    };
    bodies.iter().map(told).collect()
}

//! A round of a joint review in full.

use serde::Serialize;

use super::document::{Facts, facts};
use super::frame::Entry;
use super::measure::{RiskView, SampleView, SurveyView, asked, drawn, sketch};
use super::text::{Text, text};
use super::{
    Cell, Column, Figure, Page, Parts, Row, Table, address, charting, page, plan, round_answers, round_figures,
    round_questions, trace, wording,
};
use crate::chart;
use crate::language::{collation, date, list, plural};
use crate::model::{
    Group, JointReview, LevelNumber, Model, Participants, Round, RoundFigures, RoundOutcome, RoundStatements, Scale,
    ShareBase,
};
use crate::report::Report;
use crate::report::plans;
use crate::report::rounds::{levels, scale, span};

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    year: i16,
    /// The review that it is a round of.
    review: Entry,
    /// The rounds before and after, and the comparisons with them.
    neighbours: Vec<Entry>,
    /// Rows of purpose, method, scope and the like, where they are written.
    frame: Vec<(&'static str, String)>,
    risk: Option<RiskView>,
    previous: Option<String>,
    next: Option<String>,
    outcome: Option<OutcomeView>,
    /// The statements; nothing where the round has none.
    statements: Option<StatementsView>,
    /// The wordings of the questions.
    questions: Option<Table>,
    /// Risks of plans that the round is to look into: each with the ways to it in the plans that have it.
    planned: Vec<(String, Vec<Entry>)>,
    /// What the bodies answered.
    answers: Option<round_answers::View>,
    text: Text,
    surveys: Vec<SurveyView>,
    samples: Vec<SampleView>,
    facts: Facts,
}

/// What is published of the outcome.
#[derive(Debug, Serialize)]
struct OutcomeView {
    figure: Option<Figure>,
    spans: Option<Table>,
    /// Why there are no figures.
    missing: Option<String>,
    note: Option<String>,
}

/// The statements, or why they are not there.
#[derive(Debug, Serialize)]
struct StatementsView {
    table: Option<Table>,
    missing: Option<String>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        let figures = self.outcome.iter().filter_map(|outcome| outcome.figure.as_ref());
        let figures = figures.chain(self.answers.iter().flat_map(round_answers::View::figures)).collect();
        let answers = self.answers.iter().flat_map(round_answers::View::tables);
        let spans = self.outcome.iter().filter_map(|outcome| outcome.spans.as_ref());
        let statements = self.statements.iter().filter_map(|statements| statements.table.as_ref());
        let samples = self.samples.iter().map(SampleView::table);
        (figures, spans.chain(answers).chain(statements).chain(&self.questions).chain(samples).collect())
    }
}

/// Composes the page of a round.
pub fn compose(report: &Report<'_>, review: &JointReview, round: &Round) -> Page {
    let path = address::round(&review.id, round.year);
    let view = view(report.model, review, round, &Place { path: &path, prefix: "", level: 2 });
    let crumbs = vec![
        Entry::new("Överblick", address::START),
        Entry::new("Kommungemensamma granskningar", address::JOINT_REVIEWS),
        Entry::new(review.title(), address::joint_review(&review.id)),
    ];
    let title = format!("{} {}", review.title(), round.year);
    page(path, title, address::YEARS, crumbs, super::View::Round(Box::new(view)))
}

/// Where a round is told.
#[derive(Debug, Clone, Copy)]
pub struct Place<'p> {
    /// The page's path.
    pub path: &'p str,
    /// What its ids begin with there.
    pub prefix: &'p str,
    /// The level of the headings of its sections.
    pub level: u8,
}

/// A round in full.
pub fn view(model: &Model, review: &JointReview, round: &Round, place: &Place<'_>) -> View {
    View {
        year: round.year.0,
        review: Entry::new(review.title(), address::joint_review(&review.id)),
        neighbours: neighbours(review, round),
        frame: frame(model, round),
        risk: round.risk.as_ref().map(sketch),
        previous: previous(review, round),
        next: round_figures::next(review, round),
        outcome: round.outcome.as_ref().map(|outcome| self::outcome(model, round, outcome, place)),
        statements: round.statements.as_ref().map(|statements| self::statements(model, round, statements, place)),
        questions: round_questions::wordings(model, round, place),
        planned: planned(model, review, round),
        answers: round_answers::compose(model, review, round, place),
        text: text(model, &round.text, place.level, place.path),
        surveys: round.surveys.iter().map(|survey| asked(model, survey)).collect(),
        samples: drawn(model, &round.samples, place.path, &format!("{}omgang", place.prefix)),
        facts: facts(model, &round.colophon, round.origin),
    }
}

fn planned(model: &Model, review: &JointReview, round: &Round) -> Vec<(String, Vec<Entry>)> {
    let mut risks = plans::handled_by(model, &review.id, round.year);
    risks.sort_by_cached_key(|(body, risk)| (collation::sort_key(&risk.risk.name), collation::sort_key(&body.name)));
    let mut grouped: Vec<(String, Vec<Entry>)> = Vec::new();
    for (body, risk) in risks {
        let entry = Entry::new(&body.name, plan::address_of(body, round.year, risk));
        match grouped.last_mut() {
            Some((name, bodies)) if *name == risk.risk.name => bodies.push(entry),
            Some(_) | None => grouped.push((risk.risk.name.clone(), vec![entry])),
        }
    }
    grouped
}

fn neighbours(review: &JointReview, round: &Round) -> Vec<Entry> {
    let before = review.rounds.range(..round.year).next_back().map(|(year, _)| (*year, "Omgången före"));
    let after = review.rounds.keys().find(|year| **year > round.year).map(|year| (*year, "Omgången efter"));
    let near = before.into_iter().chain(after);
    let near = near.map(|(year, which)| Entry::new(format!("{which}: {year}"), address::round(&review.id, year)));
    let compared = review.rounds.keys().filter(|year| **year != round.year).map(|year| {
        let (from, to) = (round.year.min(*year), round.year.max(*year));
        Entry::new(format!("Jämför med {year}"), address::rounds_compared(&review.id, (from, to)))
    });
    near.chain(compared).collect()
}

fn frame(model: &Model, round: &Round) -> Vec<(&'static str, String)> {
    let counted = |count: u32, one: &str, many: &str| plural::counted(u64::from(count), one, many);
    let base = round.share_base.map(|base| match base {
        ShareBase::All => "Alla svar, även de som står utanför ordningen.".to_owned(),
        ShareBase::Rated => "De svar som har en nivå.".to_owned(),
    });
    let rows = [
        ("Syfte", round.purpose.clone()),
        ("Metod", round.method.clone()),
        ("Omfattning", round.scope.clone()),
        ("Undantagna", round.left_out.clone()),
        ("Påståenden", round.statement_count.map(|count| counted(count, "påstående", "påståenden"))),
        ("Frågor", round.question_count.map(|count| counted(count, "fråga", "frågor"))),
        ("Skala", scale(model, round).map(round_figures::levels_of)),
        ("Mognadstrappa", round.ladder.as_ref().map(|id| round_figures::levels_of(&model.scales[id]))),
        ("Svarar på allt", who(model, round, |asked| &asked.all)),
        ("Svarar bara på frågor", who(model, round, |asked| &asked.questions_only)),
        ("Andelar räknas av", base),
    ];
    rows.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
}

/// Who is asked for something, in words; `None` when that is not written or nobody is.
fn who(model: &Model, round: &Round, of: fn(&Participants) -> &Vec<Group>) -> Option<String> {
    let groups = of(round.participants.as_ref()?).iter().map(|group| match group {
        Group::Kind(kind) => round_figures::kinds(*kind).to_owned(),
        Group::Body(id) => model.bodies.get(id).map_or_else(|| id.to_string(), |body| body.name.clone()),
    });
    let groups: Vec<_> = groups.collect();
    (!groups.is_empty()).then(|| wording::capitalized(&list::joined(&groups)))
}

/// What is said of the round before.
fn previous(review: &JointReview, round: &Round) -> Option<String> {
    let before = round.previous.as_ref()?;
    let year = before.year;
    let when = match before.missing {
        Some(missing) => format!("Förra omgången gjordes {year}. Den finns inte här: {}.", missing.words()),
        None => format!("Förra omgången gjordes {year}."),
    };
    let comparable = match before.comparable {
        Some(true) => " Resultaten kan jämföras.",
        Some(false) => " Resultaten kan inte jämföras.",
        None => " Det är inte känt om resultaten kan jämföras.",
    };
    let note = before.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    let (first, last) = (year.0 + 1, round.year.0 - 1);
    let between = if first <= last && review.rounds.contains_key(&year) {
        format!(" Ingen granskning gjordes {}.", date::years(first, last))
    } else {
        String::new()
    };
    Some(format!("{when}{comparable}{note}{between}"))
}

fn outcome(model: &Model, round: &Round, outcome: &RoundOutcome, place: &Place<'_>) -> OutcomeView {
    let scale = scale(model, round);
    let (figure, spans, missing) = match (&outcome.figures, scale) {
        (RoundFigures::Statements(_), Some(scale)) => (figure(model, round, scale, place), None, None),
        (RoundFigures::Spans(_), Some(scale)) => (None, Some(spans(model, round, scale, place)), None),
        (RoundFigures::Missing(missing), _) => (None, None, Some(*missing)),
        (RoundFigures::Statements(_) | RoundFigures::Spans(_), None) => (None, None, None),
    };
    OutcomeView {
        figure,
        spans,
        missing: missing.map(|missing| {
            let is = wording::answers_are(missing);
            match round.statements {
                Some(_) => format!("Andelarna {is}. Här skulle det stå hur svaren fördelade sig på varje påstående."),
                None => format!("Andelarna {is}. Här skulle det stå hur utfallet fördelade sig."),
            }
        }),
        note: wording::remarks(&outcome.remarks),
    }
}

/// The chart of all statements.
fn figure(model: &Model, round: &Round, scale: &Scale, place: &Place<'_>) -> Option<Figure> {
    let Some(RoundFigures::Statements(shares)) = round.outcome.as_ref().map(|outcome| &outcome.figures) else {
        return None;
    };
    let rows = round.known_statements().iter().map(|statement| {
        let outcome = match shares.get(&statement.id).map(|shares| &shares.shares) {
            Some(Ok(percents)) => chart::Outcome::Published { percents: percents.clone(), remainder_note: None },
            Some(Err(missing)) => chart::Outcome::Missing { reason: missing.words().to_owned() },
            None => chart::Outcome::Missing { reason: crate::model::Missing::Unknown.words().to_owned() },
        };
        chart::DistributionRow { name: round_figures::statement(statement), outcome }
    });
    let drawn = match round.share_base {
        Some(ShareBase::Rated) => scale.ordered(),
        Some(ShareBase::All) | None => scale.levels(),
    };
    let value = chart::DistributionRows {
        id: format!("{}utfall", place.prefix),
        subject: format!("{} {}", round.title, round.year),
        unit: charting::UNIT.into(),
        row_name: "Påstående".into(),
        answering: chart::Answering::Bodies,
        levels: drawn.iter().map(charting::level).collect(),
        rows: rows.collect(),
    };
    Some(Figure::new(place.path, &chart::distribution_rows(&value), vec![round_figures::origin(model, round)]))
}

fn spans(model: &Model, round: &Round, scale: &Scale, place: &Place<'_>) -> Table {
    let told = |level: LevelNumber| match round.outcome.as_ref().map(|outcome| &outcome.figures) {
        Some(RoundFigures::Spans(spans)) => spans.get(level.0).and_then(Option::as_ref),
        Some(RoundFigures::Statements(_) | RoundFigures::Missing(_)) | None => None,
    };
    let rows = levels(model, round).into_iter().map(|level| {
        let ends = span(round, level).ends();
        let cell = |share: Result<_, _>| match share {
            Ok(share) => Cell::figure(round_figures::per_cent(share)),
            Err(missing) => Cell::missing(missing),
        };
        let note = told(level).and_then(|told| wording::remarks(&told.remarks));
        Row {
            header: Cell::text(scale.level(level).name.clone()).note(note),
            cells: vec![cell(ends.map(|span| span.low)), cell(ends.map(|span| span.high))],
        }
    });
    let columns = vec![Column::words("Nivå"), Column::figures("Lägst"), Column::figures("Högst")];
    let caption = format!("Lägsta och högsta andel bland påståendena {}", round.year);
    let id = format!("{}spann", place.prefix);
    Table::new(place.path, id, caption, columns, rows.collect(), vec![round_figures::origin(model, round)])
}

fn statements(model: &Model, round: &Round, statements: &RoundStatements, place: &Place<'_>) -> StatementsView {
    let statements = match statements {
        RoundStatements::Known(statements) => statements,
        RoundStatements::Missing(missing) => {
            let missing = format!("Påståendenas lydelser: {}.", missing.words());
            return StatementsView { table: None, missing: Some(missing) };
        }
    };
    let rows = statements.iter().map(|statement| {
        let text = match &statement.text {
            Ok(text) => Cell::text(text),
            Err(missing) => Cell::missing(*missing),
        };
        let cells = vec![text.note(statement.note.clone())];
        Row { header: Cell::text(round_figures::statement(statement)), cells }
    });
    let columns = vec![Column::words("Påstående"), Column::words("Lydelse")];
    let caption = format!("Påståendena i {} {}", round.title, round.year);
    let traces = statements.first().map(|first| trace::to(model, first.origin)).into_iter().collect();
    let id = format!("{}pastaenden", place.prefix);
    StatementsView { table: Some(Table::new(place.path, id, caption, columns, rows.collect(), traces)), missing: None }
}

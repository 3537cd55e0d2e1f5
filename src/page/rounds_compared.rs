//! Two rounds of a joint review beside each other: what moved, which statements are the same, what both say.

use rust_decimal::Decimal;
use serde::Serialize;

use super::frame::Entry;
use super::text::text;
use super::{
    Cell, Column, Page, Parts, Row, Table, address, joint_review, page, round_figures, rounds_bodies, trace, wording,
};
use crate::language::{list, plural};
use crate::model::{JointReview, LevelNumber, Model, Round, RoundStatement, Scale, Year};
use crate::report::Report;
use crate::report::comparison::rounds::{
    Barrier, Ends, LevelCompared, RoundsCompared, StatementCompared, StatementFate, Unlike, compare,
};
use crate::report::rounds::scale;

/// The view.
#[derive(Debug, Serialize)]
pub struct View {
    from: i16,
    to: i16,
    /// The pages of both rounds.
    rounds: Vec<Entry>,
    /// Other pairs of rounds.
    others: Vec<Entry>,
    /// What moved, in sentences.
    summary: Vec<String>,
    spans: Option<Table>,
    /// What the spans are over, where that is not all statements.
    over: Option<String>,
    /// What became of the statements, in a sentence.
    fates: Option<String>,
    statements: Option<Table>,
    /// Level by level, the shares of each statement.
    shares: Vec<Table>,
    /// How each body's ratings moved.
    bodies: Option<Table>,
    /// What cannot be compared, and why.
    incomparable: Vec<String>,
    /// What both say under each heading.
    texts: Vec<Told>,
}

/// A section in both rounds: markup, or nothing where it is not written.
#[derive(Debug, Serialize)]
struct Told {
    title: String,
    before: Option<String>,
    after: Option<String>,
}

impl View {
    /// Its figures and tables.
    pub fn parts(&self) -> Parts<'_> {
        (Vec::new(), self.spans.iter().chain(&self.statements).chain(&self.shares).chain(&self.bodies).collect())
    }
}

/// Composes the page of a pair of rounds; `None` when there are no such rounds.
pub fn compose(report: &Report<'_>, review: &JointReview, (from, to): (Year, Year)) -> Option<Page> {
    let model = report.model;
    let compared = compare(model, review, from, to)?;
    let path = address::rounds_compared(&review.id, (from, to));
    let scale = scale(model, compared.after).filter(|_| compared.before.scale == compared.after.scale);
    let round = |year: Year| Entry::new(format!("{} {year}", review.title()), address::round(&review.id, year));
    let others = joint_review::comparisons(review).into_iter().filter(|entry| entry.href != path);
    let view = View {
        from: from.0,
        to: to.0,
        rounds: vec![round(from), round(to)],
        others: others.collect(),
        summary: summary(&compared, scale),
        spans: scale.and_then(|scale| spans(model, &compared, scale, &path)),
        over: compared.over().map(|count| {
            let statements = plural::counted(count as u64, "påstående", "påståenden");
            format!("Andelarna är de lägsta och högsta bland {statements} som går att jämföra mellan omgångarna.")
        }),
        fates: fates(&compared),
        statements: statements(model, &compared, &path),
        shares: scale.map(|scale| shares(model, &compared, scale, &path)).unwrap_or_default(),
        bodies: rounds_bodies::table(report, review, (from, to), &path),
        incomparable: incomparable(&compared, scale),
        texts: texts(model, (compared.before, compared.after), &path),
    };
    let crumbs = vec![
        Entry::new("Överblick", address::START),
        Entry::new("Kommungemensamma granskningar", address::JOINT_REVIEWS),
        Entry::new(review.title(), address::joint_review(&review.id)),
    ];
    let title = format!("{}: {from} och {to}", review.title());
    Some(page(path, title, address::COMPARISONS, crumbs, super::View::RoundsCompared(Box::new(view))))
}

/// A level's name inside a sentence.
fn name(scale: &Scale, level: LevelNumber) -> String {
    format!("”{}”", scale.level(level).name)
}

/// What moved, in sentences.
pub fn summary(compared: &RoundsCompared<'_>, scale: Option<&Scale>) -> Vec<String> {
    let (from, to) = (compared.before.year, compared.after.year);
    let mut sentences = Vec::new();
    if let Some(barrier) = &compared.barrier {
        sentences.push(format!("Siffrorna {from} och {to} kan inte jämföras. {}", reason(compared, barrier)));
    }
    if let Some(scale) = scale {
        let ordered = compared.levels.iter().filter(|level| scale.is_ordered(level.level));
        sentences.extend(ordered.filter_map(|level| moved(scale, level, (from, to))));
    }
    if sentences.is_empty() {
        sentences.push(format!(
            "Inga andelar är kända i båda omgångarna. Jämförelsen gäller därför texterna {from} och {to}."
        ));
    }
    sentences
}

/// What keeps the rounds apart, without saying again which rounds they are.
fn reason(compared: &RoundsCompared<'_>, barrier: &Barrier) -> String {
    let is_next = compared.after.previous.as_ref().is_some_and(|before| before.year == compared.before.year);
    match barrier {
        Barrier::Said(_, Some(note)) if is_next => note.clone(),
        Barrier::Said(_, None) if is_next => "Det sägs i omgången, utan något skäl.".to_owned(),
        Barrier::Unknown(_, Some(note)) if is_next => format!("Det är inte känt om de går att jämföra. {note}"),
        Barrier::Unknown(_, None) if is_next => "Det är inte känt om de går att jämföra.".to_owned(),
        other => round_figures::barrier(other),
    }
}

/// What became of a level; `None` when a round has no span of it.
fn moved(scale: &Scale, level: &LevelCompared, (from, to): (Year, Year)) -> Option<String> {
    let (before, after) = (level.before.ends().ok()?, level.after.ends().ok()?);
    let name = name(scale, level.level);
    let was = format!(
        "Andelen {name} var {} procent {from} och {} procent {to}.",
        round_figures::ends(before),
        round_figures::ends(after)
    );
    let Ok(Ends { low, high }) = level.ends else { return Some(was) };
    let one = before.low == before.high && after.low == after.high;
    let how = match (low, high) {
        (low, high) if low.is_zero() && high.is_zero() => "Den är oförändrad.".to_owned(),
        (low, _) if one => format!("Den {}.", way(low)),
        (low, high) => format!("Den lägsta andelen {} och den högsta {}.", way(low), way(high)),
    };
    Some(format!("{was} {how}"))
}

fn way(points: Decimal) -> String {
    if points.is_zero() {
        return "var oförändrad".to_owned();
    }
    let verb = if points > Decimal::ZERO { "ökade" } else { "minskade" };
    format!("{verb} med {}", wording::points(points.abs()).trim_start_matches('+'))
}

/// A difference in a table, or why there is none.
fn points(points: Result<Decimal, &Unlike>) -> Cell {
    match points {
        Ok(points) if points.is_zero() => Cell::text("oförändrat"),
        Ok(points) => Cell::text(wording::points(points)),
        Err(unlike) => Cell { class: Some("missing"), ..Cell::text(why(unlike)) },
    }
}

fn why(unlike: &Unlike) -> String {
    match unlike {
        Unlike::Rounds => "kan inte jämföras".to_owned(),
        Unlike::Statements => "inte samma påståenden".to_owned(),
        Unlike::Missing(both) => {
            let reasons: Vec<_> = both.iter().map(|(year, missing)| format!("{} {year}", missing.words())).collect();
            match both.as_slice() {
                [(from, one), (to, other)] if one == other => format!("{} {from} och {to}", one.words()),
                _ => list::joined(&reasons),
            }
        }
    }
}

fn traces(model: &Model, compared: &RoundsCompared<'_>) -> Vec<super::Trace> {
    [compared.before, compared.after].map(|round| round_figures::origin(model, round)).to_vec()
}

/// The spans of both rounds; `None` when neither has any.
pub fn spans(model: &Model, compared: &RoundsCompared<'_>, scale: &Scale, path: &str) -> Option<Table> {
    let (from, to) = (compared.before.year, compared.after.year);
    let rows = compared.levels.iter().map(|level| {
        let end = |end: fn(&Ends) -> Decimal| points(level.ends.as_ref().map(end));
        let cells = vec![
            round_figures::cell(level.before),
            round_figures::cell(level.after),
            end(|ends| ends.low),
            end(|ends| ends.high),
        ];
        Row { header: Cell::text(scale.level(level.level).name.clone()), cells }
    });
    let columns = vec![
        Column::words("Nivå"),
        Column::figures(format!("{from}, lägst–högst")),
        Column::figures(format!("{to}, lägst–högst")),
        Column::words("Lägst, förändring"),
        Column::words("Högst, förändring"),
    ];
    let moved = if compared.barrier.is_none() { ", och hur mycket var ände har flyttat" } else { "" };
    let caption = format!("Lägsta och högsta andel bland påståendena {from} och {to}{moved}");
    (!compared.levels.is_empty())
        .then(|| Table::new(path, "spann", caption, columns, rows.collect(), traces(model, compared)))
}

/// Fates in the order in which they are told, with the words for one and for several.
const FATES: [(StatementFate, &str, &str); 5] = [
    (StatementFate::CarriedOn, "är oförändrat", "är oförändrade"),
    (StatementFate::Reworded, "har en ny lydelse med samma innebörd", "har en ny lydelse med samma innebörd"),
    (StatementFate::Changed, "har en lydelse som inte kan jämföras", "har en lydelse som inte kan jämföras"),
    (StatementFate::Added, "är nytt", "är nya"),
    (StatementFate::Dropped, "ställs inte längre", "ställs inte längre"),
];

fn fates(compared: &RoundsCompared<'_>) -> Option<String> {
    let statements = compared.statements.as_ref().ok().filter(|statements| !statements.is_empty())?;
    let phrase = |(fate, one, many): &(StatementFate, &str, &str)| {
        let count = statements.iter().filter(|statement| statement.fate == *fate).count() as u64;
        (count > 0).then(|| format!("{count} {}", plural::form(count, one, many)))
    };
    let phrases: Vec<_> = FATES.iter().filter_map(phrase).collect();
    let (from, to) = (compared.before.year, compared.after.year);
    Some(format!("Av påståendena {from} och {to}: {}.", list::joined(&phrases)))
}

fn fate(statement: &StatementCompared<'_>) -> Cell {
    let words = match statement.fate {
        StatementFate::CarriedOn => "oförändrat",
        StatementFate::Reworded => "ny lydelse, samma innebörd",
        StatementFate::Changed => "ny lydelse, kan inte jämföras",
        StatementFate::Added => "nytt",
        StatementFate::Dropped => "ställs inte längre",
    };
    Cell::text(words).note((!statement.notes.is_empty()).then(|| statement.notes.join(" ")))
}

/// The statement's name in the later round, or in the only one that has it.
fn named(statement: &StatementCompared<'_>) -> String {
    statement.after.or(statement.before).map(round_figures::statement).unwrap_or_default()
}

fn statements(model: &Model, compared: &RoundsCompared<'_>, path: &str) -> Option<Table> {
    let statements = compared.statements.as_ref().ok().filter(|statements| !statements.is_empty())?;
    let wording = |statement: Option<&RoundStatement>| match statement.map(|statement| &statement.text) {
        Some(Ok(text)) => Cell::text(text),
        Some(Err(missing)) => Cell::missing(*missing),
        None => Cell::missing(crate::model::Missing::NotAsked),
    };
    let rows = statements.iter().map(|statement| Row {
        header: Cell::text(named(statement)),
        cells: vec![wording(statement.before), wording(statement.after), fate(statement)],
    });
    let (from, to) = (compared.before.year, compared.after.year);
    let columns = vec![
        Column::words("Påstående"),
        Column::words(format!("Lydelse {from}")),
        Column::words(format!("Lydelse {to}")),
        Column::words("Vad som har hänt"),
    ];
    let origin = |round: &Round| round.known_statements().first().map_or(round.origin, |first| first.origin);
    let traces = [compared.before, compared.after].map(|round| trace::to(model, origin(round))).to_vec();
    let caption = format!("Påståendena {from} och {to}");
    Some(Table::new(path, "pastaenden", caption, columns, rows.collect(), traces))
}

/// A table for each ordered level with the share of every statement.
pub fn shares(model: &Model, compared: &RoundsCompared<'_>, scale: &Scale, path: &str) -> Vec<Table> {
    let Ok(statements) = &compared.statements else { return Vec::new() };
    if !compared.has_shares() {
        return Vec::new();
    }
    let ordered = compared.levels.iter().filter(|level| scale.is_ordered(level.level));
    let tables = ordered.map(|level| {
        let rows = statements.iter().map(|statement| {
            let shares = compared.shares(statement, level.level);
            let cell = |share: Result<Decimal, _>| match share {
                Ok(share) => Cell::figure(round_figures::per_cent(share)),
                Err(missing) => Cell::missing(missing),
            };
            let moved = match statement.fate {
                StatementFate::Changed | StatementFate::Added | StatementFate::Dropped => {
                    Cell { class: Some("missing"), ..fate(statement).note(None) }
                }
                StatementFate::CarriedOn | StatementFate::Reworded => points(shares.points.as_ref().copied()),
            };
            Row { header: Cell::text(named(statement)), cells: vec![cell(shares.before), cell(shares.after), moved] }
        });
        let (from, to) = (compared.before.year, compared.after.year);
        let columns = vec![
            Column::words("Påstående"),
            Column::figures(from.to_string()),
            Column::figures(to.to_string()),
            Column::words("Förändring"),
        ];
        let caption = format!("Andelen {} för varje påstående {from} och {to}", name(scale, level.level));
        let id = format!("andelar-{}", level.level.0 + 1);
        Table::new(path, id, caption, columns, rows.collect(), traces(model, compared))
    });
    tables.collect()
}

/// What cannot be compared, and why.
pub fn incomparable(compared: &RoundsCompared<'_>, scale: Option<&Scale>) -> Vec<String> {
    let (from, to) = (compared.before.year, compared.after.year);
    let figures =
        |barrier| format!("Siffrorna {from} och {to}: {}", wording::uncapitalized(&reason(compared, barrier)));
    let mut reasons: Vec<_> = compared.barrier.iter().map(figures).collect();
    for level in &compared.levels {
        let (Some(scale), Err(unlike)) = (scale, &level.ends) else { continue };
        match unlike {
            Unlike::Rounds => {}
            Unlike::Statements | Unlike::Missing(_) => {
                reasons.push(format!("Andelen {}: {}.", name(scale, level.level), why(unlike)));
            }
        }
    }
    match &compared.statements {
        Ok(statements) => {
            let listed = |wanted: StatementFate| {
                let names = statements.iter().filter(|statement| statement.fate == wanted).map(named);
                names.collect::<Vec<_>>()
            };
            let said = [
                (StatementFate::Changed, "Lydelsen är en annan"),
                (StatementFate::Added, "Nytt i den senare omgången"),
                (StatementFate::Dropped, "Finns bara i den tidigare omgången"),
            ];
            for (wanted, words) in said {
                let names = listed(wanted);
                if !names.is_empty() {
                    reasons.push(format!("{words}: {}.", names.join("; ")));
                }
            }
        }
        Err((year, missing)) => {
            reasons.push(format!("Påståendena ett för ett: de är inte kända {year} ({}).", missing.words()));
        }
    }
    reasons
}

/// The sections of both rounds, in the order of the later one, then those that only the earlier one has.
fn texts(model: &Model, (before, after): (&Round, &Round), path: &str) -> Vec<Told> {
    let written = |round: &Round| text(model, &round.text, 4, path).sections;
    let (old, new) = (written(before), written(after));
    let find = |sections: &[super::text::Section], title: &str| {
        sections.iter().find(|section| section.title == title).and_then(|section| section.html.clone())
    };
    let only_old = old.iter().filter(|section| !new.iter().any(|other| other.title == section.title));
    let titles = new.iter().chain(only_old).map(|section| section.title.clone());
    titles
        .map(|title| Told { before: find(&old, &title), after: find(&new, &title), title })
        .filter(|told| told.before.is_some() || told.after.is_some())
        .collect()
}

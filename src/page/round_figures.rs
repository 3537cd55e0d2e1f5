//! The figures of rounds as several pages show them: spans as cells and words, what keeps rounds apart, the chart of a review.

use rust_decimal::Decimal;

use super::{Cell, Figure, Trace, charting, round_questions, trace, wording};
use crate::chart;
use crate::model::{
    BodyKind, JointReview, Level, LevelNumber, Missing, Model, NextRound, Round, RoundStatement, Scale, ScaleId,
    ShareSpan,
};
use crate::report::comparison::rounds::{Barrier, compare};
use crate::report::rounds::{RoundSpan, levels, span};

/// A share in a table: `41 %`.
pub fn per_cent(share: Decimal) -> String {
    format!("{}\u{a0}%", wording::plain(share))
}

/// A span without its unit: `41–71`, or one share alone.
pub fn ends(span: ShareSpan) -> String {
    let (low, high) = (wording::plain(span.low), wording::plain(span.high));
    if span.low == span.high { low } else { format!("{low}–{high}") }
}

/// A span in a table, or why there is none.
pub fn cell(span: RoundSpan) -> Cell {
    let figure = |span: ShareSpan| Cell { class: Some("span"), ..Cell::figure(format!("{}\u{a0}%", ends(span))) };
    match span {
        RoundSpan::Counted { span, .. } | RoundSpan::Published { span, uncertain: false } => figure(span),
        RoundSpan::Published { span, uncertain: true } => figure(span).note(Some("Uppgiften är osäker.".to_owned())),
        RoundSpan::Missing(missing) => Cell::missing(missing),
    }
}

/// What a statement is called where its round is known: its group, if it has one, and its short name.
pub fn statement(statement: &RoundStatement) -> String {
    match &statement.group {
        Some(group) => format!("{group} – {}", wording::uncapitalized(&statement.short)),
        None => statement.short.clone(),
    }
}

/// The levels of a scale, and what is not known of them. The number of a step is told; a sign says nothing to those who hear it, and
/// stands beside the word in every answer.
pub fn levels_of(scale: &Scale) -> String {
    let name = |level: &Level| match level.symbol.parse::<u32>() {
        Ok(number) => format!("{number} {}", level.name),
        Err(_) => level.name.clone(),
    };
    let levels = scale.ordered().iter().map(name).collect::<Vec<_>>().join("; ");
    match round_questions::unnamed(scale) {
        Some(unnamed) => format!("{levels}. {unnamed}"),
        None => levels,
    }
}

/// When the review is to come back, or was to, where that round is there.
pub fn next(review: &JointReview, round: &Round) -> Option<String> {
    let next = round.next?;
    let year = next.year();
    Some(match (next, review.rounds.contains_key(&year)) {
        (NextRound::Planned(_), false) => format!("Nästa omgång är planerad till {year}."),
        (NextRound::Planned(_), true) => format!("Nästa omgång planerades till {year}."),
        (NextRound::Proposed(_), false) => {
            format!("Nästa omgång är föreslagen till {year}. Något beslut om den är inte redovisat här.")
        }
        (NextRound::Proposed(_), true) => format!("Nästa omgång föreslogs till {year}."),
    })
}

/// A kind of body in the plural.
pub fn kinds(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Board => "styrelser",
        BodyKind::Committee => "nämnder",
        BodyKind::OwnedCompany => "helägda bolag",
        BodyKind::PartOwnedCompany => "delägda bolag",
        BodyKind::Company => "bolag",
        BodyKind::Federation => "förbund",
    }
}

/// What keeps two rounds from being compared, in sentences.
pub fn barrier(barrier: &Barrier) -> String {
    let noted = |sentence: String, note: &Option<String>| match note {
        Some(note) => format!("{sentence} {note}"),
        None => sentence,
    };
    match barrier {
        Barrier::Said(year, note) => noted(format!("Omgången {year} kan inte jämföras med den före."), note),
        Barrier::Unknown(year, note) => {
            noted(format!("Det är inte känt om omgången {year} kan jämföras med den före."), note)
        }
        Barrier::Absent(year) => format!("Omgången {year} ligger emellan och finns inte med här."),
        Barrier::OtherScale => "Svaren är givna på olika skalor.".to_owned(),
        Barrier::OtherBase => {
            "Andelarna är räknade på olika sätt: i den ena omgången av alla svar, i den andra bara av de bedömda."
                .to_owned()
        }
    }
}

/// The scale of the latest round that has figures.
fn scale_in_use<'m>(model: &Model, review: &'m JointReview) -> Option<&'m ScaleId> {
    let mut rounds = review.rounds.values().rev();
    rounds.find(|round| !levels(model, round).is_empty()).and_then(|round| round.scale.as_ref())
}

/// Where the outcome of a round was written; where the round was, when it has none.
pub fn origin(model: &Model, round: &Round) -> Trace {
    trace::to(model, round.outcome.as_ref().map_or(round.origin, |outcome| outcome.origin))
}

/// The chart of a review through its rounds; `None` when no round has figures.
pub fn figure(model: &Model, review: &JointReview, path: &str) -> Option<Figure> {
    let id = scale_in_use(model, review)?;
    let scale = &model.scales[id];
    let rounds: Vec<_> = review.rounds.values().collect();
    let same_scale = |round: &&&Round| round.scale.as_ref() == Some(id);
    let mut numbers: Vec<LevelNumber> =
        rounds.iter().filter(same_scale).flat_map(|round| levels(model, round)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let value = |round: &Round, number| {
        if round.scale.as_ref().is_some_and(|other| other != id) {
            return chart::SpanValue::Missing { reason: "annan skala".to_owned() };
        }
        of(span(round, number))
    };
    let level = |number: &LevelNumber| chart::SpanLevel {
        level: charting::level(scale.level(*number)),
        rounds: rounds.iter().map(|round| (round.year.0, value(round, *number))).collect(),
    };
    let value = chart::SpansByRound {
        id: "spann".to_owned(),
        subject: review.title().to_owned(),
        levels: numbers.iter().map(level).collect(),
        unreviewed: unreviewed(review),
        breaks: breaks(model, review),
    };
    let traces = rounds.iter().map(|round| origin(model, round)).collect();
    Some(Figure::new(path, &chart::spans_by_round(&value), traces))
}

fn of(span: RoundSpan) -> chart::SpanValue {
    let (ends, from) = match span {
        RoundSpan::Counted { span, .. } => (span, chart::SpanSource::Counted),
        RoundSpan::Published { span, uncertain: false } => (span, chart::SpanSource::Published),
        RoundSpan::Published { span, uncertain: true } => (span, chart::SpanSource::Uncertain),
        RoundSpan::Missing(missing) => return chart::SpanValue::Missing { reason: reason(missing) },
    };
    chart::SpanValue::Span { low: ends.low, high: ends.high, from }
}

fn reason(missing: Missing) -> String {
    missing.words().to_owned()
}

/// Years between two rounds that are known to follow each other.
pub fn unreviewed(review: &JointReview) -> Vec<(i16, i16)> {
    let between = |round: &Round| {
        let before = round.previous.as_ref().filter(|before| review.rounds.contains_key(&before.year))?;
        let (first, last) = (before.year.0 + 1, round.year.0 - 1);
        (first <= last).then_some((first, last))
    };
    review.rounds.values().filter_map(between).collect()
}

/// Rounds that cannot be compared with the one before them in the content.
pub fn breaks(model: &Model, review: &JointReview) -> Vec<(i16, String)> {
    let years: Vec<_> = review.rounds.keys().copied().collect();
    let pairs = years.iter().zip(years.iter().skip(1));
    let broken = |(from, to): (&_, &crate::model::Year)| {
        let found = compare(model, review, *from, *to)?;
        let why = match found.barrier? {
            Barrier::Said(_, Some(note)) => note,
            other => barrier(&other),
        };
        Some((to.0, why))
    };
    pairs.filter_map(broken).collect()
}

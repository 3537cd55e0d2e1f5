//! Two rounds of a joint review: what moved, which statements are the same, and what cannot be compared and why.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::{
    JointReview, LevelNumber, Missing, Model, Round, RoundFigures, RoundStatement, RoundStatements, StatementId, Year,
};
use crate::report::rounds::{RoundSpan, levels, span, span_over};

/// Two rounds beside each other.
#[derive(Debug)]
pub struct RoundsCompared<'m> {
    /// The earlier.
    pub before: &'m Round,
    /// The later.
    pub after: &'m Round,
    /// Why their figures cannot be compared; `None` when they can.
    pub barrier: Option<Barrier>,
    /// Level by level, those of which one of them says anything.
    pub levels: Vec<LevelCompared>,
    /// Statement by statement, in the order of the later round, then those that are no more.
    pub statements: Result<Vec<StatementCompared<'m>>, (Year, Missing)>,
}

/// What keeps two rounds from being compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Barrier {
    /// A round says that it cannot be compared with the one before, and perhaps why.
    Said(Year, Option<String>),
    /// It is not known whether a round can be compared with the one before.
    Unknown(Year, Option<String>),
    /// A round that lies between is not in the content.
    Absent(Year),
    /// The answers are given on different scales.
    OtherScale,
    /// The shares are of different wholes.
    OtherBase,
}

/// A level in both rounds.
#[derive(Debug)]
pub struct LevelCompared {
    /// The level, on the scale of both.
    pub level: LevelNumber,
    /// Its span in the earlier round.
    pub before: RoundSpan,
    /// Its span in the later round.
    pub after: RoundSpan,
    /// How far each end moved, in percentage points; or why that cannot be said.
    pub ends: Result<Ends, Unlike>,
}

/// How far the ends of a span moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// The lowest share.
    pub low: Decimal,
    /// The highest share.
    pub high: Decimal,
}

/// Why two figures cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlike {
    /// Their rounds cannot.
    Rounds,
    /// They are not of the same statements.
    Statements,
    /// One of them is not there, or neither: which, and why.
    Missing(Vec<(Year, Missing)>),
}

/// A statement in both rounds, or in one.
#[derive(Debug)]
pub struct StatementCompared<'m> {
    /// The id.
    pub id: &'m StatementId,
    /// As it stood in the earlier round.
    pub before: Option<&'m RoundStatement>,
    /// As it stands in the later round.
    pub after: Option<&'m RoundStatement>,
    /// What became of it.
    pub fate: StatementFate,
    /// What was said of a new wording on the way.
    pub notes: Vec<&'m str>,
}

/// What became of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementFate {
    /// In the same words.
    CarriedOn,
    /// In other words that mean the same.
    Reworded,
    /// In other words, so that answers cannot be compared.
    Changed,
    /// New in the later round.
    Added,
    /// Not in the later round.
    Dropped,
}

impl StatementFate {
    /// Whether answers in both rounds can be compared.
    #[must_use]
    pub fn is_comparable(self) -> bool {
        match self {
            Self::CarriedOn | Self::Reworded => true,
            Self::Changed | Self::Added | Self::Dropped => false,
        }
    }
}

/// All pairs of rounds of a review, the earlier first.
#[must_use]
pub fn pairs(review: &JointReview) -> Vec<(Year, Year)> {
    let years: Vec<_> = review.rounds.keys().copied().collect();
    let pair = |(at, to): (usize, &Year)| years[..at].iter().map(|from| (*from, *to)).collect::<Vec<_>>();
    years.iter().enumerate().flat_map(pair).collect()
}

/// Compares two rounds of a review; `None` when there are no such rounds.
#[must_use]
pub fn compare<'m>(model: &Model, review: &'m JointReview, from: Year, to: Year) -> Option<RoundsCompared<'m>> {
    let (before, after) = (review.rounds.get(&from)?, review.rounds.get(&to)?);
    let barrier = barrier(review, before, after);
    let statements = statements(review, before, after);
    let levels = of_levels(model, (before, after), barrier.as_ref(), statements.as_deref().ok());
    Some(RoundsCompared { before, after, barrier, levels, statements })
}

/// The first thing that keeps the rounds apart, from the later one back.
fn barrier(review: &JointReview, before: &Round, after: &Round) -> Option<Barrier> {
    let mut round = after;
    while round.year > before.year {
        let Some(previous) = &round.previous else { return Some(Barrier::Unknown(round.year, None)) };
        match previous.comparable {
            Some(true) => {}
            Some(false) => return Some(Barrier::Said(round.year, previous.note.clone())),
            None => return Some(Barrier::Unknown(round.year, previous.note.clone())),
        }
        let Some(next) = review.rounds.get(&previous.year) else { return Some(Barrier::Absent(previous.year)) };
        round = next;
    }
    let bases = before.share_base.zip(after.share_base);
    match () {
        () if before.scale != after.scale => Some(Barrier::OtherScale),
        () if bases.is_some_and(|(before, after)| before != after) => Some(Barrier::OtherBase),
        () => None,
    }
}

/// What became of each statement; why not, when a round's statements are not known.
fn statements<'m>(
    review: &'m JointReview,
    before: &'m Round,
    after: &'m Round,
) -> Result<Vec<StatementCompared<'m>>, (Year, Missing)> {
    let (old, new) = (known(before)?, known(after)?);
    let between: Vec<&Round> = review
        .rounds
        .range(before.year..=after.year)
        .map(|(_, round)| round)
        .filter(|round| round.year > before.year)
        .collect();
    let now = new.iter().map(|statement| {
        let was = before.statement(&statement.id);
        let on_the_way = || between.iter().filter_map(|round| round.statement(&statement.id));
        let fate = match was {
            None => StatementFate::Added,
            Some(_) if on_the_way().any(|one| one.comparable == Some(false)) => StatementFate::Changed,
            Some(was) if is_reworded(was, statement) => StatementFate::Reworded,
            Some(_) => StatementFate::CarriedOn,
        };
        let notes = match was {
            Some(_) => {
                on_the_way().filter(|one| one.comparable.is_some()).filter_map(|one| one.note.as_deref()).collect()
            }
            None => statement.note.as_deref().into_iter().collect(),
        };
        StatementCompared { id: &statement.id, before: was, after: Some(statement), fate, notes }
    });
    let gone = old.iter().filter(|statement| after.statement(&statement.id).is_none());
    let gone = gone.map(|statement| StatementCompared {
        id: &statement.id,
        before: Some(statement),
        after: None,
        fate: StatementFate::Dropped,
        notes: Vec::new(),
    });
    Ok(now.chain(gone).collect())
}

/// The statements of a round; none where it rates nothing.
fn known(round: &Round) -> Result<&[RoundStatement], (Year, Missing)> {
    match &round.statements {
        Some(RoundStatements::Missing(missing)) => Err((round.year, *missing)),
        Some(RoundStatements::Known(_)) | None => Ok(round.known_statements()),
    }
}

fn is_reworded(was: &RoundStatement, is: &RoundStatement) -> bool {
    matches!((&was.text, &is.text), (Ok(was), Ok(is)) if was != is)
}

fn of_levels(
    model: &Model,
    (before, after): (&Round, &Round),
    barrier: Option<&Barrier>,
    statements: Option<&[StatementCompared<'_>]>,
) -> Vec<LevelCompared> {
    if before.scale != after.scale {
        return Vec::new();
    }
    let mentioned: BTreeSet<_> = levels(model, before).into_iter().chain(levels(model, after)).collect();
    let comparable =
        |id: &StatementId| statements.is_none_or(|all| all.iter().any(|one| one.id == id && one.fate.is_comparable()));
    let all_the_same = statements.is_none_or(|all| all.iter().all(|one| one.fate.is_comparable()));
    let by_statement = [before, after].iter().all(|round| has_shares(round));
    let level = |level: LevelNumber| {
        let spans = if barrier.is_none() && by_statement {
            (span_over(before, level, &comparable), span_over(after, level, &comparable))
        } else {
            (span(before, level), span(after, level))
        };
        let ends = if barrier.is_some() {
            Err(Unlike::Rounds)
        } else if all_the_same || by_statement {
            ends((before.year, spans.0), (after.year, spans.1))
        } else {
            Err(Unlike::Statements)
        };
        LevelCompared { level, before: spans.0, after: spans.1, ends }
    };
    mentioned.into_iter().map(level).collect()
}

fn has_shares(round: &Round) -> bool {
    matches!(round.outcome.as_ref().map(|outcome| &outcome.figures), Some(RoundFigures::Statements(_)))
}

fn ends((from, before): (Year, RoundSpan), (to, after): (Year, RoundSpan)) -> Result<Ends, Unlike> {
    let (before, after) = both((from, before.ends()), (to, after.ends()))?;
    Ok(Ends { low: after.low - before.low, high: after.high - before.high })
}

/// Two figures that are both there; else those that are not.
fn both<Figure>(
    (from, before): (Year, Result<Figure, Missing>),
    (to, after): (Year, Result<Figure, Missing>),
) -> Result<(Figure, Figure), Unlike> {
    match (before, after) {
        (Ok(before), Ok(after)) => Ok((before, after)),
        (Err(before), Err(after)) => Err(Unlike::Missing(vec![(from, before), (to, after)])),
        (Err(missing), Ok(_)) => Err(Unlike::Missing(vec![(from, missing)])),
        (Ok(_), Err(missing)) => Err(Unlike::Missing(vec![(to, missing)])),
    }
}

impl RoundsCompared<'_> {
    /// How many statements the compared spans are over, where those are fewer than each round has; `None` otherwise.
    #[must_use]
    pub fn over(&self) -> Option<usize> {
        let statements = self.statements.as_ref().ok()?;
        let restricted = self.barrier.is_none() && has_shares(self.before) && has_shares(self.after);
        let comparable = statements.iter().filter(|one| one.fate.is_comparable()).count();
        (restricted && comparable < statements.len()).then_some(comparable)
    }

    /// A statement's shares of a level in both rounds, and how many percentage points they differ, or why that cannot be said.
    #[must_use]
    pub fn shares(&self, statement: &StatementCompared<'_>, level: LevelNumber) -> SharesCompared {
        let share = |round: &Round| share(round, statement.id, level);
        let (before, after) = (share(self.before), share(self.after));
        let points = match (before, after) {
            _ if self.barrier.is_some() => Err(Unlike::Rounds),
            _ if !statement.fate.is_comparable() => Err(Unlike::Statements),
            (before, after) => {
                both((self.before.year, before), (self.after.year, after)).map(|(before, after)| after - before)
            }
        };
        SharesCompared { before, after, points }
    }

    /// Whether one of the rounds has shares by statement.
    #[must_use]
    pub fn has_shares(&self) -> bool {
        has_shares(self.before) || has_shares(self.after)
    }
}

/// A statement's shares of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharesCompared {
    /// In the earlier round.
    pub before: Result<Decimal, Missing>,
    /// In the later round.
    pub after: Result<Decimal, Missing>,
    /// The difference in percentage points.
    pub points: Result<Decimal, Unlike>,
}

/// The share of a level for a statement of a round.
///
/// # Errors
/// Why it is not there.
pub fn share(round: &Round, id: &StatementId, level: LevelNumber) -> Result<Decimal, Missing> {
    if !round.colophon.counts() {
        return Err(Missing::Draft);
    }
    if round.statement(id).is_none() {
        return Err(Missing::NotAsked);
    }
    match round.outcome.as_ref().map(|outcome| &outcome.figures) {
        Some(RoundFigures::Statements(statements)) => {
            statements.get(id).map_or(Err(Missing::Unknown), |shares| shares.of(level))
        }
        Some(RoundFigures::Missing(missing)) => Err(*missing),
        Some(RoundFigures::Spans(_)) => Err(Missing::NotPublished),
        None => Err(Missing::Unknown),
    }
}

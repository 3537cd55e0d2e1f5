//! The ratings of a body at two sides, statement by statement.

use std::cmp::Ordering;

use super::field::{Field, FieldChange, Fields, Value, changes, colophon, text};
use super::set::{StatementChange, Wording};
use super::share::Change;
use super::{Basis, Pair, Side, Sides};
use crate::model::{
    Body, LevelNumber, Missing, Rating, Scale, SelfAssessment, Statement, StatementId, StatementSet, Year,
};
use crate::report::SetReport;
use crate::report::distribution;
use crate::report::series::REWORDED;
use crate::source::Origin;

/// A body's answers to a set at two sides.
#[derive(Debug, Clone)]
pub struct Ratings<'m> {
    /// The set, as it stands after.
    pub set: &'m StatementSet,
    /// The scales in which the ratings stand.
    pub scales: (&'m Scale, &'m Scale),
    /// The answers before, or why there are none.
    pub before: Result<&'m SelfAssessment, Missing>,
    /// The answers after, or why there are none.
    pub after: Result<&'m SelfAssessment, Missing>,
    /// The share of the best level among all the body's answers.
    pub share: Change,
    /// Every statement that is asked at either side; nothing unless there are answers at both.
    pub statements: Vec<RatingChange<'m>>,
    /// What else is said about the answers as a whole.
    pub fields: Vec<FieldChange<'m>>,
}

/// Whether a body's answers count in the report at both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// As before: they do at both, or at neither.
    AsBefore,
    /// They did not, and do now.
    Begins,
    /// They did, and do not any more.
    Ends,
}

impl Ratings<'_> {
    /// Whether answers that stand at both sides began or ceased to count, by their status.
    #[must_use]
    pub fn counting(&self) -> Counting {
        match (self.before.map(|one| one.colophon.counts()), self.after.map(|one| one.colophon.counts())) {
            (Ok(false), Ok(true)) => Counting::Begins,
            (Ok(true), Ok(false)) => Counting::Ends,
            (Ok(_), Ok(_)) | (Err(_), _) | (_, Err(_)) => Counting::AsBefore,
        }
    }
}

/// A rating at two sides.
#[derive(Debug, Clone)]
pub struct RatingChange<'m> {
    /// The statement.
    pub statement: &'m Statement,
    /// The rating before; `None` when the statement was not asked.
    pub before: Option<Placed>,
    /// The rating after; `None` when the statement is not asked.
    pub after: Option<Placed>,
    /// What became of it.
    pub movement: Movement,
    /// Why the ratings cannot be compared; nothing where they can.
    pub barrier: Option<String>,
    /// Reason and action, where they say something else.
    pub fields: Vec<FieldChange<'m>>,
}

/// A rating and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The rating.
    pub rating: Rating,
    /// Where: the answer, or the document that passes the statement over.
    pub origin: Origin,
}

/// What became of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// To a better level.
    Up,
    /// To a worse level.
    Down,
    /// On the same level.
    Same,
    /// It had no level in the order, and has one now.
    Rated,
    /// It had a level in the order, and has none now.
    Unrated,
    /// No level in the order, for the same reason as before.
    StillUnrated,
    /// No level in the order, for another reason than before.
    OtherReason,
    /// The statement was not asked before.
    New,
    /// The statement is not asked any more.
    Gone,
    /// The wording or the scale is another, so that the ratings cannot be compared.
    Incomparable,
}

impl Movement {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Up,
        Self::Down,
        Self::Same,
        Self::Rated,
        Self::Unrated,
        Self::StillUnrated,
        Self::OtherReason,
        Self::New,
        Self::Gone,
        Self::Incomparable,
    ];

    /// What it is when looked at from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Rated => Self::Unrated,
            Self::Unrated => Self::Rated,
            Self::New => Self::Gone,
            Self::Gone => Self::New,
            Self::Same | Self::StillUnrated | Self::OtherReason | Self::Incomparable => self,
        }
    }
}

/// How many ratings did what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally([u32; Movement::ALL.len()]);

impl Tally {
    /// How many did this.
    #[must_use]
    pub fn of(&self, movement: Movement) -> u32 {
        self.0[movement as usize]
    }

    /// How many could be laid beside each other: up, down and the same.
    #[must_use]
    pub fn compared(&self) -> u32 {
        self.of(Movement::Up) + self.of(Movement::Down) + self.of(Movement::Same)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Counts one more.
    pub fn add(&mut self, movement: Movement) {
        self.0[movement as usize] += 1;
    }

    /// Both together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count += more);
        self
    }
}

impl Ratings<'_> {
    /// How many ratings did what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.statements.iter().for_each(|one| tally.add(one.movement));
        tally
    }

    /// The side without answers, and why it has none; `None` when both have answers.
    #[must_use]
    pub fn lacking(&self) -> Option<Pair<Missing>> {
        Pair::of(self.before.err(), self.after.err())
    }

    /// Whether there is anything to lay beside each other, or anything that stands at one side only.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.before.is_ok() || self.after.is_ok()
    }
}

/// Compares the answers of a body to a set; `wordings` are the statements of both sides.
pub fn compare<'m>(
    sides: Sides<'m>,
    (old_set, new_set): (&'m SetReport<'m>, &'m SetReport<'m>),
    body: Pair<&'m Body>,
    wordings: &[StatementChange<'m>],
) -> Ratings<'m> {
    let before = answers(sides.before, sides.basis, old_set, body.before().copied());
    let after = answers(sides.after, sides.basis, new_set, body.after().copied());
    let mut ratings = Ratings {
        set: new_set.set,
        scales: (old_set.scale, new_set.scale),
        before,
        after,
        share: share(sides, (old_set, new_set), body),
        statements: Vec::new(),
        fields: Vec::new(),
    };
    let (Ok(before), Ok(after)) = (before, after) else { return ratings };
    let one = |statement: &StatementChange<'m>| {
        let was = asked(statement.statement.before(), sides.before.year).then(|| placed(before, statement));
        let is = asked(statement.statement.after(), sides.after.year).then(|| placed(after, statement));
        let movement = movement(was, is, ratings.scales, statement.wording)?;
        let id = &statement.statement.latest().id;
        let fields = changes(sides, &answer(before, id), &answer(after, id));
        let fields = if movement == Movement::New || movement == Movement::Gone { Vec::new() } else { fields };
        let barrier = (movement == Movement::Incomparable).then(|| barrier(sides, (old_set, new_set), id));
        Some(RatingChange {
            statement: statement.statement.latest(),
            before: was,
            after: is,
            movement,
            barrier,
            fields,
        })
    };
    ratings.statements = wordings.iter().filter_map(one).collect();
    ratings.fields = match sides.basis {
        Basis::Counted => Vec::new(),
        Basis::Written => changes(sides, &document(before), &document(after)),
    };
    ratings
}

/// Why ratings of a statement cannot be compared.
fn barrier(sides: Sides<'_>, (old, new): (&SetReport<'_>, &SetReport<'_>), id: &StatementId) -> String {
    let series = new.statements.get(id);
    let reworded = series.and_then(|series| super::share::broken(series, sides.before.year, sides.after.year));
    reworded.or_else(|| super::set::barrier((old, new))).unwrap_or_else(|| REWORDED.to_owned())
}

fn asked(statement: Option<&&Statement>, year: Year) -> bool {
    statement.is_some_and(|statement| statement.span.contains(year))
}

fn answers<'m>(
    side: Side<'m>,
    basis: Basis,
    set: &SetReport<'m>,
    body: Option<&'m Body>,
) -> Result<&'m SelfAssessment, Missing> {
    let Some(body) = body else { return Err(Missing::BodyAbsent) };
    let counted = match basis {
        Basis::Counted => distribution::counted(side.report.model, set.set, &body.id, side.year),
        Basis::Written => {
            let assessment = body.years.get(&side.year).and_then(|of_year| of_year.assessment.as_ref());
            assessment.filter(|assessment| assessment.set == set.set.id)
        }
    };
    counted.ok_or_else(|| {
        let result = set.years.get(&side.year).and_then(|result| result.bodies.get(&body.id));
        let reason = result.and_then(|result| result.as_ref().err().copied());
        let default = if body.existed_in(side.year) { Missing::BodyEnded } else { Missing::BodyAbsent };
        reason.unwrap_or(default)
    })
}

/// The body's share at both sides: a series' two years, or what was counted at two revisions.
fn share(sides: Sides<'_>, (old, new): (&SetReport<'_>, &SetReport<'_>), body: Pair<&Body>) -> Change {
    let series = |set: &SetReport<'_>, body: Option<&&Body>| body.and_then(|body| set.bodies.get(&body.id)).cloned();
    let barrier = super::set::barrier((old, new));
    super::share::across(
        sides,
        barrier.as_deref(),
        series(old, body.before()).as_ref(),
        series(new, body.after()).as_ref(),
    )
}

fn placed(assessment: &SelfAssessment, statement: &StatementChange<'_>) -> Placed {
    let id = &statement.statement.latest().id;
    let origin = assessment.answers.get(id).map_or(assessment.origin, |answer| answer.origin);
    Placed { rating: assessment.rating(id), origin }
}

fn movement(
    before: Option<Placed>,
    after: Option<Placed>,
    (old, new): (&Scale, &Scale),
    wording: Wording,
) -> Option<Movement> {
    let (before, after) = match Pair::of(before, after)? {
        Pair::Gone(_) => return Some(Movement::Gone),
        Pair::New(_) => return Some(Movement::New),
        Pair::Both(before, after) => (before.rating, after.rating),
    };
    if wording == (Wording::Reworded { comparable: false }) {
        return Some(Movement::Incomparable);
    }
    let (Ok(was), Ok(is)) = (ordered(old, before, new), ordered(new, after, new)) else {
        return Some(Movement::Incomparable);
    };
    Some(match (was, is) {
        (Some(before), Some(after)) => match after.cmp(&before) {
            Ordering::Less => Movement::Up,
            Ordering::Greater => Movement::Down,
            Ordering::Equal => Movement::Same,
        },
        (None, Some(_)) => Movement::Rated,
        (Some(_), None) => Movement::Unrated,
        (None, None) if is_same_outside((old, before), (new, after)) => Movement::StillUnrated,
        (None, None) => Movement::OtherReason,
    })
}

/// A level that the scale in which it is to be compared does not have.
struct Unknown;

/// The place of a rating in the order of a scale, found by its name or words where it was given on another form of that scale; `None` for
/// a rating outside the order.
fn ordered(own: &Scale, rating: Rating, common: &Scale) -> Result<Option<LevelNumber>, Unknown> {
    match rating {
        Rating::Level(number) if own.is_ordered(number) => {
            let found = own.counterpart(number, common).filter(|number| common.is_ordered(*number));
            found.map(Some).ok_or(Unknown)
        }
        Rating::Level(_) | Rating::Missing(_) => Ok(None),
    }
}

/// Whether two ratings outside the order say the same.
fn is_same_outside((old, before): (&Scale, Rating), (new, after): (&Scale, Rating)) -> bool {
    if let (Rating::Level(was), Rating::Level(is)) = (before, after) {
        return old.counterpart(was, new) == Some(is);
    }
    words(old, before) == words(new, after)
}

fn words(scale: &Scale, rating: Rating) -> &str {
    match rating {
        Rating::Level(number) => scale.level(number).id.as_str(),
        Rating::Missing(missing) => missing.words(),
    }
}

fn answer<'m>(assessment: &'m SelfAssessment, id: &StatementId) -> Fields<'m> {
    let mut fields = Fields::new();
    if let Some(answer) = assessment.answers.get(id) {
        text(&mut fields, Field::Reason, answer.reason.as_ref());
        text(&mut fields, Field::Action, answer.action.as_ref());
        text(&mut fields, Field::Note, answer.remarks.note.as_ref());
    }
    fields
}

fn document(assessment: &SelfAssessment) -> Fields<'_> {
    let mut fields = Fields::new();
    fields.extend(assessment.submitted.map(|day| (Field::Submitted, Value::Day(day))));
    fields.extend(colophon(&assessment.colophon));
    fields
}

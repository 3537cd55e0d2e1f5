//! Where years and revisions meet: what changed, or why that cannot be said. Nothing else in the program compares two of them.

pub mod accessibility;
pub mod audit;
pub mod body;
pub mod commitment;
pub mod definition;
pub mod document;
pub mod effect;
pub mod field;
pub mod figure;
pub mod joint;
pub mod joint_answers;
pub mod level;
pub mod pair;
pub mod rating;
pub mod reading;
pub mod recommendation;
pub mod risk;
pub mod round;
pub mod rounds;
pub mod set;
pub mod share;

use std::collections::BTreeMap;

pub use body::BodyComparison;
pub use commitment::{CommitmentChange, CommitmentFate, CommitmentState};
pub use definition::{Definition, DefinitionChange};
pub use document::{DocumentChange, Fate};
pub use field::{Field, FieldChange, Value};
pub use figure::{Figure, FigureChange, FigureValue, ReplyCount};
pub use joint::JointChange;
pub use level::LevelChange;
pub use pair::Pair;
pub use rating::{Counting, Movement, Placed, RatingChange, Ratings, Tally};
pub use reading::{Difference, ReadingChange, comparable_ends, difference, figure};
pub use recommendation::{RecommendationChange, RecommendationState};
pub use set::{Changed, SameBodies, SetComparison, StatementChange, Wording, changed};
pub use share::{Change, change, most};

use rayon::prelude::*;

use super::Report;
use crate::model::{BodyId, CityReport, JointReviewId, Round, Year, renamed_path};

/// A year in a report: one of the two things that are compared.
#[derive(Debug, Clone, Copy)]
pub struct Side<'m> {
    /// The report.
    pub report: &'m Report<'m>,
    /// The year.
    pub year: Year,
}

/// What is compared with what.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'m> {
    /// What stood before.
    pub before: Side<'m>,
    /// What stands after.
    pub after: Side<'m>,
    /// What of it.
    pub basis: Basis,
    /// The bodies that have another id after.
    pub renamed: &'m BTreeMap<BodyId, BodyId>,
}

/// No body has another id in another year.
pub static NOT_RENAMED: BTreeMap<BodyId, BodyId> = BTreeMap::new();

impl Sides<'_> {
    /// The path after of a file that was there before.
    #[must_use]
    pub fn renamed_path(&self, path: &str) -> String {
        renamed_path(path, self.renamed)
    }
}

/// What of the two sides is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// What counts, in two years: drafts are left out, and what was decided about a document is not compared.
    Counted,
    /// All that is written about one year, at two revisions.
    Written,
}

/// Two years, or one year at two revisions, compared by meaning.
#[derive(Debug, Clone)]
pub struct Comparison<'m> {
    /// What is compared with what.
    pub sides: Sides<'m>,
    /// The city-wide follow-up.
    pub follow_up: Option<DocumentChange<'m, CityReport>>,
    /// The rounds of joint reviews.
    pub rounds: BTreeMap<&'m JointReviewId, DocumentChange<'m, Round>>,
    /// How the auditors' recommendations stood at the end of the two years; none for one year at two revisions, where the
    /// responses themselves are compared.
    pub recommendations: Vec<RecommendationChange<'m>>,
    /// How the city's commitments stood at the end of the two years; none for one year at two revisions, where the
    /// follow-ups themselves are compared.
    pub commitments: Vec<CommitmentChange<'m>>,
    /// The statement sets that are there at both sides.
    pub sets: Vec<SetComparison<'m>>,
    /// The bodies that exist at either side, by id.
    pub bodies: Vec<BodyComparison<'m>>,
}

/// The whole content at two revisions, compared by meaning.
#[derive(Debug, Clone)]
pub struct Revised<'m> {
    /// What was written about each year of either, the latest first.
    pub years: Vec<Comparison<'m>>,
    /// What is written about no single year.
    pub definitions: Vec<DefinitionChange<'m>>,
    /// The figures of the city-wide report that are not the same.
    pub figures: Vec<FigureChange<'m>>,
}

/// Compares two years of a report, whichever is the earlier.
#[must_use]
pub fn between<'m>(report: &'m Report<'m>, from: Year, to: Year) -> Comparison<'m> {
    compare(years(report, from, to))
}

/// Two years of a report, as what is compared.
#[must_use]
pub fn years<'m>(report: &'m Report<'m>, from: Year, to: Year) -> Sides<'m> {
    let (before, after) = (Side { report, year: from }, Side { report, year: to });
    Sides { before, after, basis: Basis::Counted, renamed: &NOT_RENAMED }
}

/// Compares what one report says with what another says; `renamed` bodies have another id in the latter.
#[must_use]
pub fn revised<'m>(
    before: &'m Report<'m>,
    after: &'m Report<'m>,
    renamed: &'m BTreeMap<BodyId, BodyId>,
) -> Revised<'m> {
    let sides = |year: Year| {
        let (before, after) = (Side { report: before, year }, Side { report: after, year });
        Sides { before, after, basis: Basis::Written, renamed }
    };
    let (old, new) = (before.model.municipality.span, after.model.municipality.span);
    let years = (old.first.min(new.first).0..=old.last.max(new.last).0).rev().map(Year);
    let years: Vec<Year> = years.collect();
    let (years, (definitions, figures)) = rayon::join(
        || years.into_par_iter().map(|year| compare(sides(year))).collect(),
        || (definition::definitions(sides(new.last)), figure::changes(before, after)),
    );
    Revised { years, definitions, figures }
}

fn compare<'m>(sides: Sides<'m>) -> Comparison<'m> {
    let Sides { before, after, renamed, .. } = sides;
    let follow_up = |side: Side<'m>| side.report.model.city_reports.get(&side.year);
    let fate = |pair: Pair<&CityReport>| match (pair.before(), sides.basis) {
        (Some(_), _) => Fate::Gone,
        // It may well have been written; the content does not hold it.
        (None, Basis::Counted) if before.year < after.year => Fate::FirstReported,
        (None, Basis::Counted | Basis::Written) => Fate::New,
    };
    let mut follow_up = document::documents(sides, follow_up(before), follow_up(after), |_| (), fate);
    let (recommendations, commitments) = match sides.basis {
        Basis::Counted => (
            recommendation::between(after.report.model, before.year, after.year),
            commitment::between(after.report.model, before.year, after.year),
        ),
        Basis::Written => (Vec::new(), Vec::new()),
    };
    let both = after.report.sets.values().filter_map(|set| Some((before.report.sets.get(&set.set.id)?, set)));
    Comparison {
        sides,
        follow_up: follow_up.pop(),
        rounds: round::of_year(sides),
        recommendations,
        commitments,
        sets: both.map(|sets| set::compare(sides, sets, renamed)).collect(),
        bodies: body::compare(sides, renamed),
    }
}

impl<'m> Comparison<'m> {
    /// The comparison of a body, by its id at the later side, or at the earlier where it is only there.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&BodyComparison<'m>> {
        self.bodies.iter().find(|one| one.body.latest().id == *id)
    }
}

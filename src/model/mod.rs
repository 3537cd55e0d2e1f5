//! What committees have written, checked and complete, as plain data. Knows neither YAML nor pages; nothing after it can fail.

mod accessibility;
mod assessment;
mod audit;
mod body;
mod city;
mod colophon;
mod commitment;
mod control_plan;
mod id;
mod indicator;
mod joint_answer;
mod joint_review;
mod measure;
mod missing;
mod municipality;
mod page;
mod participants;
mod period;
mod question;
mod review;
mod risk_matrix;
mod scale;
mod statement;
mod survey;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use accessibility::{AccessibilityFault, AccessibilityStatement, Conformance, FaultReason};
pub use assessment::{Answer, Rating, SelfAssessment};
pub use audit::{Audit, PlannedAction, Recipient, Recommendation, Recommendations, Reply, Response, TakenAction};
pub use body::{Body, BodyKind, BodyReport, BodyYear, Withheld};
pub use city::CityReport;
pub use colophon::{Colophon, Correction, Decision, Remarks, Status};
pub use commitment::{
    Commitment, CommitmentNews, Deadline, DecisionPoint, DecisionTaken, Fulfilment, Hearing, Promisor,
};
pub use control_plan::{ControlPlan, FinishedRisk, PlannedRisk, RiskResponse};
pub use id::{
    AuditId, BodyId, CategoryId, CommitmentId, IndicatorId, JointReviewId, LevelId, MeasureId, PageId, QuestionId,
    RecommendationId, ReviewId, RiskId, ScaleId, SetId, StatementId, renamed_path,
};
pub use indicator::{Break, Direction, Indicator, Reading, Readings, Target};
pub use joint_answer::{JointAnswer, QuestionReply, ReplyValue};
pub use joint_review::{
    JointReview, LevelSpan, NextRound, Round, RoundBefore, RoundFigures, RoundOutcome, RoundStatement, RoundStatements,
    ShareSpan, StatementShares,
};
pub use measure::{Measure, Progress, Risk};
pub use missing::Missing;
pub use municipality::Municipality;
pub use page::{Page, TitledProse};
pub use participants::{Group, LeftOut, Part, Participants};
pub use period::{Period, Year, YearSpan};
pub use question::{Question, QuestionKind};
pub use review::{PreviousRound, Review, Verdict};
pub use risk_matrix::{RiskMatrix, RiskStep, RiskVerdict};
pub use scale::{Level, LevelNumber, Scale, ScaleKind, Tone};
pub use statement::{
    Category, PublishedOutcome, PublishedTotal, ShareBase, Statement, StatementSet, Statements, Version,
};
pub use survey::{Replies, Sample, SamplePart, Survey};

use crate::source::{File, Origin};

/// Everything that the report is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The city.
    pub municipality: Municipality,
    /// The rating scales.
    pub scales: BTreeMap<ScaleId, Scale>,
    /// How risks are graded; `None` where the city has no matrix of its own.
    pub risk_matrix: Option<RiskMatrix>,
    /// The statement sets.
    pub sets: BTreeMap<SetId, StatementSet>,
    /// The indicators' definitions.
    pub indicators: BTreeMap<IndicatorId, Indicator>,
    /// Committees and companies, with all they have written.
    pub bodies: BTreeMap<BodyId, Body>,
    /// The audits.
    pub audits: BTreeMap<AuditId, Audit>,
    /// The city-wide follow-ups.
    pub city_reports: BTreeMap<Year, CityReport>,
    /// The joint reviews, with their rounds.
    pub joint_reviews: BTreeMap<JointReviewId, JointReview>,
    /// Free pages.
    pub pages: BTreeMap<PageId, Page>,
    /// The files themselves, in the order of their numbers; `None` where a file is not to be published.
    pub files: Vec<Option<Arc<File>>>,
}

impl Model {
    /// The scale of a set; ids in a model resolve.
    #[must_use]
    pub fn scale(&self, set: &StatementSet) -> &Scale {
        &self.scales[&set.scale]
    }

    /// The set that the start page shows.
    #[must_use]
    pub fn main_set(&self) -> &StatementSet {
        &self.sets[&self.municipality.statement_set]
    }

    /// What a statement is called; with the name of its set where there are several.
    #[must_use]
    pub fn statement_title(&self, set: &StatementSet, statement: &Statement) -> String {
        let title = format!("{} {}", statement.id, statement.short);
        if self.sets.len() > 1 { format!("{title} ({})", set.name) } else { title }
    }

    /// Where a value stands: the file's path. Only published files are referred to.
    #[must_use]
    pub fn path(&self, origin: Origin) -> &str {
        self.files[origin.file.index()].as_ref().map_or("", |file| &file.path)
    }

    /// The whole text of the file where a value stands. Only published files are referred to.
    #[must_use]
    pub fn text(&self, origin: Origin) -> &str {
        self.files[origin.file.index()].as_ref().map_or("", |file| &file.text)
    }
}

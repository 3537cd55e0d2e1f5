//! What each kind of file may hold, with the ids of this very content: the readers are run on nothing and note it.

use super::context::Context;
use super::shape::{Key, Mapping, Notes, Presence, Shape};
use super::{
    assessment, audit, body, body_report, city_report, indicator, joint_answer, known, measure, municipality, page,
    personal, place, plan, readings, response, review, risk_matrix, round, scales, statement_set,
};
use crate::diagnostic::Diagnostics;
use crate::model::{AuditId, BodyId, IndicatorId, JointReviewId, MeasureId, PageId, Period, ReviewId, SetId, Year};
use crate::source::Sources;
use crate::syntax::{Documents, Markdown};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `kommun.yaml`
    Municipality,
    /// `skalor.yaml`
    Scales,
    /// `riskmatris.yaml`
    RiskMatrix,
    /// `pastaenden/<set>.yaml`
    StatementSet,
    /// `matetal/<indicator>.yaml`
    Indicator,
    /// `ar/<year>.md`
    CityReport,
    /// `gemensamma/<review>/<year>.md`
    Round,
    /// `revision/<audit>.md`
    Audit,
    /// `sidor/<page>.md`
    Page,
    /// `organ/<body>/organ.yaml`
    Body,
    /// `organ/<body>/matetal/<indicator>.yaml`
    Readings,
    /// `organ/<body>/yttranden/<audit>.md`
    Response,
    /// `organ/<body>/<year>/plan.yaml`
    Plan,
    /// `organ/<body>/<year>/sjalvskattning.yaml`
    SelfAssessment,
    /// `organ/<body>/<year>/atgarder/<measure>.md`
    Measure,
    /// `organ/<body>/<year>/granskningar/<review>.md`
    Review,
    /// `organ/<body>/<year>/gemensamma/<review>.md`
    JointAnswer,
    /// `organ/<body>/<year>/rapport.md` and its tertials
    BodyReport,
}

impl Kind {
    /// Whether the whole file is YAML; else it is the front matter of Markdown.
    #[must_use]
    pub fn is_yaml(self) -> bool {
        match self {
            Self::Municipality
            | Self::Scales
            | Self::RiskMatrix
            | Self::StatementSet
            | Self::Indicator
            | Self::Body
            | Self::Readings
            | Self::Plan
            | Self::SelfAssessment => true,
            Self::CityReport
            | Self::Round
            | Self::Audit
            | Self::Response
            | Self::Page
            | Self::Measure
            | Self::Review
            | Self::JointAnswer
            | Self::BodyReport => false,
        }
    }

    /// All kinds.
    pub const ALL: [Self; 18] = [
        Self::Municipality,
        Self::Scales,
        Self::RiskMatrix,
        Self::StatementSet,
        Self::Indicator,
        Self::CityReport,
        Self::Round,
        Self::Audit,
        Self::Page,
        Self::Body,
        Self::Readings,
        Self::Response,
        Self::Plan,
        Self::SelfAssessment,
        Self::Measure,
        Self::Review,
        Self::JointAnswer,
        Self::BodyReport,
    ];
}

/// The shapes of every kind of file. Ids come from what can be read of the content; its faults are told elsewhere.
pub fn describe(documents: &Documents, sources: &Sources) -> Vec<(Kind, Shape)> {
    let mut unheard = Diagnostics::default();
    let mut context = Context::new(sources, documents, &mut unheard);
    let placed = place::all(documents, &mut context);
    let municipality = municipality::read(&placed, &mut context);
    let mut known = known::know(&placed, municipality.as_ref().ok(), &mut context);
    known.joint_rounds = round::all(&placed, &known, &mut context);
    context.notes = Some(Notes::default());
    let front = Markdown::default();
    let (year, body_id) = (known.years.map_or(Year(2000), |years| years.first), BodyId(String::new()));
    let mut shape = |kind: Kind| match kind {
        Kind::Municipality => context.shape_of(municipality::read_node),
        Kind::Scales => context.shape_of(scales::read_node),
        Kind::RiskMatrix => context.shape_of(risk_matrix::read),
        Kind::Plan => context.shape_of(|nothing, context| plan::read(nothing, (&body_id, year), &known.plans, context)),
        Kind::StatementSet => {
            let id = SetId(String::new());
            context.shape_of(|nothing, context| statement_set::read(nothing, &id, &known, known.years, context))
        }
        Kind::Indicator => {
            let id = IndicatorId(String::new());
            context.shape_of(|nothing, context| indicator::read(nothing, &id, context))
        }
        Kind::CityReport => context.shape_of(|_, context| city_report::read(&front, year, &known, context)),
        Kind::Round => {
            let id = JointReviewId(String::new());
            context.shape_of(|_, context| round::read(&front, (&id, year), &known, context))
        }
        Kind::Audit => {
            let id = AuditId(String::new());
            context.shape_of(|_, context| audit::read(&front, &id, &known, context))
        }
        Kind::Response => {
            let id = AuditId(String::new());
            context.shape_of(|_, context| response::read(&front, (&body_id, &id), None, &known, context))
        }
        Kind::Page => context.shape_of(|_, context| page::read(&front, &PageId(String::new()), context)),
        Kind::Body => context.shape_of(|nothing, context| body::read(nothing, &body_id, &known, context)),
        Kind::Readings => {
            let id = IndicatorId(String::new());
            context.shape_of(|nothing, context| readings::read(nothing, &id, &|_, _, _| Ok(()), &known, context))
        }
        Kind::SelfAssessment => context.shape_of(|nothing, context| assessment::read(nothing, year, &known, context)),
        Kind::Measure => {
            let id = MeasureId(String::new());
            context.shape_of(|_, context| measure::read(&front, (&body_id, year, &id), &known, context))
        }
        Kind::Review => {
            let id = ReviewId(String::new());
            context.shape_of(|_, context| review::read(&front, (&body_id, year, &id), &known, context))
        }
        Kind::JointAnswer => context.shape_of(|_, context| joint_answer::describe(&front, &known, context)),
        Kind::BodyReport => {
            let period = Period { year, tertial: None };
            context.shape_of(|_, context| body_report::read(&front, period, context))
        }
    };
    let shapes: Vec<_> = Kind::ALL.into_iter().map(|kind| (kind, shape(kind))).collect();
    let exceptions = personal::shape(&mut context);
    shapes.into_iter().map(|(kind, shape)| (kind, with_exceptions(shape, &exceptions))).collect()
}

/// Every file may make exceptions, whatever it is.
fn with_exceptions(mut shape: Shape, exceptions: &Shape) -> Shape {
    let name = personal::KEY.to_owned();
    let key = Key { name, presence: Presence::Optional, shape: exceptions.clone(), meaning: None };
    if let Shape::Mapping(Mapping { keys, .. }) | Shape::Table { beside: keys, .. } = &mut shape {
        keys.push(key);
    }
    shape
}

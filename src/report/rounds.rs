//! What a single round of a joint review came to: the span of each level among its statements.

use crate::model::{LevelNumber, Missing, Model, Round, RoundFigures, Scale, ShareSpan, StatementId, StatementShares};

/// The span of a level, and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundSpan {
    /// The lowest and the highest of the shares that are published for the statements.
    Counted {
        /// Both.
        span: ShareSpan,
        /// How many statements have a share.
        statements: usize,
    },
    /// Published as a span.
    Published {
        /// Both ends.
        span: ShareSpan,
        /// Whether the source is uncertain.
        uncertain: bool,
    },
    /// Not there.
    Missing(Missing),
}

impl RoundSpan {
    /// Both ends.
    ///
    /// # Errors
    /// Why they are not there.
    pub fn ends(self) -> Result<ShareSpan, Missing> {
        match self {
            Self::Counted { span, .. } | Self::Published { span, .. } => Ok(span),
            Self::Missing(missing) => Err(missing),
        }
    }
}

/// The scale of a round; `None` when it has none.
#[must_use]
pub fn scale<'m>(model: &'m Model, round: &Round) -> Option<&'m Scale> {
    round.scale.as_ref().map(|id| &model.scales[id])
}

/// The levels of which a round says anything.
#[must_use]
pub fn levels(model: &Model, round: &Round) -> Vec<LevelNumber> {
    let Some(scale) = scale(model, round) else { return Vec::new() };
    let mentions = |level: &LevelNumber| match round.outcome.as_ref().map(|outcome| &outcome.figures) {
        Some(RoundFigures::Spans(spans)) => spans.get(level.0).is_some_and(Option::is_some),
        Some(RoundFigures::Statements(shares)) => shares.values().any(|shares| shares.of(*level).is_ok()),
        Some(RoundFigures::Missing(_)) | None => false,
    };
    (0..scale.levels().len()).map(LevelNumber).filter(mentions).collect()
}

/// The span of a level in a round; of a draft nothing is said.
#[must_use]
pub fn span(round: &Round, level: LevelNumber) -> RoundSpan {
    span_over(round, level, &|_| true)
}

/// The same over some of the statements. A span that was published as such is over all of them.
#[must_use]
pub fn span_over(round: &Round, level: LevelNumber, wanted: &dyn Fn(&StatementId) -> bool) -> RoundSpan {
    if !round.colophon.counts() {
        return RoundSpan::Missing(Missing::Draft);
    }
    match round.outcome.as_ref().map(|outcome| &outcome.figures) {
        Some(RoundFigures::Spans(spans)) => match spans.get(level.0).and_then(Option::as_ref) {
            Some(told) => match told.span {
                Ok(span) => {
                    let whole = round.outcome.as_ref().is_some_and(|outcome| outcome.remarks.uncertain);
                    RoundSpan::Published { span, uncertain: told.remarks.uncertain || whole }
                }
                Err(missing) => RoundSpan::Missing(missing),
            },
            None => RoundSpan::Missing(Missing::Unknown),
        },
        Some(RoundFigures::Statements(statements)) => {
            let statements = statements.iter().filter(|(id, _)| wanted(id)).map(|(_, shares)| shares);
            counted(statements, level)
        }
        Some(RoundFigures::Missing(missing)) => RoundSpan::Missing(*missing),
        None => RoundSpan::Missing(Missing::Unknown),
    }
}

fn counted<'s>(statements: impl Iterator<Item = &'s StatementShares>, level: LevelNumber) -> RoundSpan {
    let (known, unknown): (Vec<_>, Vec<_>) = statements.map(|shares| shares.of(level)).partition(Result::is_ok);
    let known: Vec<_> = known.into_iter().flatten().collect();
    match (known.iter().min(), known.iter().max()) {
        (Some(low), Some(high)) => {
            RoundSpan::Counted { span: ShareSpan { low: *low, high: *high }, statements: known.len() }
        }
        _ => RoundSpan::Missing(unknown.into_iter().find_map(Result::err).unwrap_or(Missing::Unknown)),
    }
}

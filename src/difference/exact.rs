//! What stands at a side as programs read it: ids, counts with their wholes, figures as they were written.

use rust_decimal::Decimal;

use crate::model::{Missing, Rating, Scale};
use crate::report::comparison::FigureValue;
use crate::report::series::PointValue;
use crate::report::share::Share;

/// An exact value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Exact {
    /// No more than what the words say.
    #[default]
    Nothing,
    /// A level, by its id.
    Level {
        /// The words that committees write.
        level: String,
    },
    /// No value, and why.
    Missing {
        /// The reason, as written in content.
        missing: &'static str,
    },
    /// A share.
    Share {
        /// The part.
        part: u32,
        /// The whole.
        whole: u32,
    },
    /// A share that was published as per cent.
    PerCent {
        /// As it was written.
        per_cent: String,
    },
    /// A count.
    Count {
        /// How many.
        count: u64,
    },
    /// A figure.
    Figure {
        /// As it was written.
        figure: String,
    },
}

impl From<Share> for Exact {
    fn from(share: Share) -> Self {
        Self::Share { part: share.part, whole: share.whole }
    }
}

impl From<Missing> for Exact {
    fn from(missing: Missing) -> Self {
        Self::Missing { missing: missing.words() }
    }
}

impl From<Result<Decimal, Missing>> for Exact {
    fn from(value: Result<Decimal, Missing>) -> Self {
        value.map_or_else(Self::from, |value| Self::Figure { figure: written(value) })
    }
}

impl From<PointValue> for Exact {
    fn from(value: PointValue) -> Self {
        match value {
            PointValue::Computed { share, .. } => share.into(),
            PointValue::Published(value) => Self::PerCent { per_cent: written(value) },
            PointValue::Missing(missing) => missing.into(),
        }
    }
}

impl From<FigureValue> for Exact {
    fn from(value: FigureValue) -> Self {
        match value {
            FigureValue::Share(share) => share.into(),
            FigureValue::Published(value) => Self::PerCent { per_cent: written(value) },
            FigureValue::Count(count) => Self::Count { count },
            FigureValue::Missing(missing) => missing.into(),
        }
    }
}

impl Exact {
    /// A rating on a scale.
    pub(super) fn rating(rating: Rating, scale: &Scale) -> Self {
        match rating {
            Rating::Level(number) => Self::Level { level: scale.level(number).id.to_string() },
            Rating::Missing(missing) => missing.into(),
        }
    }
}

/// A figure with a decimal point, and no more decimals than it has.
fn written(value: Decimal) -> String {
    value.normalize().to_string()
}

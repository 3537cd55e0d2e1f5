//! Shares: a part of a whole, exact until `language` writes it.

use rust_decimal::Decimal;

/// `part` of `whole`, both counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole, which may be 0 when nothing was counted.
    pub whole: u32,
}

impl Share {
    /// The share in per cent, unrounded up to the digits of the type; `None` of nothing.
    #[must_use]
    pub fn per_cent(self) -> Option<Decimal> {
        (Decimal::from(self.part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(self.whole))
    }
}

//! Years, and the parts of them that are followed up.

use serde::Serialize;

/// A calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Year(pub i16);

impl Year {
    /// The first day.
    #[must_use]
    pub fn first_day(self) -> jiff::civil::Date {
        jiff::civil::date(self.0, 1, 1)
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> jiff::civil::Date {
        jiff::civil::date(self.0, 12, 31)
    }

    /// The year before.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0 - 1)
    }
}

impl std::fmt::Display for Year {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

/// Years from the first to the last, both in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearSpan {
    /// The first year.
    pub first: Year,
    /// The last year, not before the first.
    pub last: Year,
}

impl YearSpan {
    /// Whether the year is in it.
    #[must_use]
    pub fn contains(self, year: Year) -> bool {
        self.first <= year && year <= self.last
    }

    /// Every year in order.
    pub fn years(self) -> impl DoubleEndedIterator<Item = Year> {
        (self.first.0..=self.last.0).map(Year)
    }
}

/// A year, or a tertial of it (January–April, May–August, September–December).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The year.
    pub year: Year,
    /// 1 to 3; `None` for the whole year.
    pub tertial: Option<u8>,
}

impl std::fmt::Display for Period {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.tertial {
            Some(tertial) => write!(formatter, "tertial {tertial} {}", self.year),
            None => write!(formatter, "{}", self.year),
        }
    }
}

//! How Swedish writes numbers, dates, lists and order: the only place that rounds. It knows nothing of the field.

pub mod collation;
pub mod date;
pub mod list;
pub mod number;
pub mod plural;

/// The space that holds a number together with what it counts (U+00A0).
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// The sign before a negative number (U+2212), wider than a hyphen and read aloud as minus.
pub const MINUS: char = '\u{2212}';

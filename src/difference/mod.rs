//! What a comparison says to people and to other programs, in words and in several formats. Compares nothing itself.

pub mod amount;
mod flat;
pub mod wording;

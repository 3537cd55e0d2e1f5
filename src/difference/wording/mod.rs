//! Words for all that a comparison can say, in both languages. Knows no format and no page.

mod definition;
mod field;
mod figure;
mod keyed;
mod missing;
mod movement;
mod recommendation;
mod summary;

pub use definition::definition;
pub(super) use field::content_word;
pub use field::{field, value};
pub use figure::{change, difference, figure, figure_value, point_value, reading};
pub use missing::{answers_are, lacking, missing};
pub use movement::{
    Doers, JOINT, MEASURES, PLANS, REPORTS, REVIEWS, RISKS, fate, is_backwards, moved, moved_between, movement,
    movement_between,
};
pub use recommendation::recommendation;
pub use summary::{called, summary};

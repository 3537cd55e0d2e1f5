//! Owns all contact with files: reads content and themes, writes the finished site. Knows nothing of what they say.

mod lock;
mod marker;
mod place;
mod read;
mod read_error;
mod reason;
mod staging;
mod survey;
mod swap;
mod write;
mod write_error;

pub use place::check_places;
pub use read::{read, read_whole};
pub use read_error::ReadError;
pub use swap::Swap;
pub use write::{Written, write, write_by};
pub use write_error::WriteError;

//! From views to bytes: templates, style sheets, downloads; every page is checked before anything is written. Reads no files.

mod contrast;
mod csv;
pub mod outline;
mod render;
mod theme;

pub use contrast::ColourFault;
pub use render::{Output, RenderError, Settings, render};
pub use theme::{Theme, ThemeError};

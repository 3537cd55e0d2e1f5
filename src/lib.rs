//! Static report generator for the internal control of Swedish municipalities.

pub mod check;
pub mod diagnostic;
pub mod model;
pub mod prose;
pub mod report;
pub mod source;
pub mod syntax;

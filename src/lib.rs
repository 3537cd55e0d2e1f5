//! Static report generator for the internal control of Swedish municipalities.

pub mod chart;
pub mod check;
pub mod diagnostic;
pub mod disk;
pub mod language;
pub mod model;
pub mod page;
pub mod prose;
pub mod report;
pub mod source;
pub mod syntax;

//! Static report generator for the internal control of Swedish municipalities.

pub mod diagnostic;
pub mod prose;
pub mod source;
pub mod syntax;

//! The municipality's own matrix of risks: steps of likelihood and of consequence, and what each pair of them means.

use std::collections::BTreeMap;

use super::{Remarks, Tone};
use crate::source::Origin;

/// `riskmatris.yaml`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskMatrix {
    /// Its name.
    pub name: String,
    /// How likely, from the least.
    pub likelihood: Vec<RiskStep>,
    /// How grave, from the least.
    pub consequence: Vec<RiskStep>,
    /// What cells can mean.
    pub verdicts: Vec<RiskVerdict>,
    /// The place in `verdicts` of each pair of likelihood and consequence; every pair is there.
    pub cells: BTreeMap<(u32, u32), usize>,
    /// Note and source.
    pub remarks: Remarks,
    /// Where.
    pub origin: Origin,
}

/// A step of likelihood or of consequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskStep {
    /// Its number, which the risk value is made of.
    pub level: u32,
    /// In a word.
    pub name: String,
    /// What that means.
    pub description: Option<String>,
}

/// What a cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskVerdict {
    /// In a few words.
    pub name: String,
    /// How serious it is.
    pub tone: Tone,
    /// A sign that goes with the words.
    pub symbol: String,
    /// What is to be done about it.
    pub description: Option<String>,
}

impl RiskMatrix {
    /// What a pair of likelihood and consequence means; `None` for levels that are not on the scales.
    #[must_use]
    pub fn verdict(&self, likelihood: u32, consequence: u32) -> Option<&RiskVerdict> {
        self.cells.get(&(likelihood, consequence)).map(|at| &self.verdicts[*at])
    }
}

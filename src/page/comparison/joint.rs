//! What a body answered in a joint review in two years: what moved, and what cannot be compared.

use serde::Serialize;

use super::super::round_figures;
use super::{documents, summary};
use crate::language::list;
use crate::report::comparison::{BodyComparison, Comparison};

/// The answers to the rounds of one review.
#[derive(Debug, Serialize)]
pub struct View {
    /// How many ratings moved, and what cannot be compared, in sentences.
    summary: Vec<String>,
    /// What they say otherwise.
    document: documents::View,
}

impl View {
    /// Whether some field is told as one text of both years.
    pub fn has_signs(&self) -> bool {
        self.document.has_signs()
    }
}

/// Those of a body.
pub fn of_body(compared: &Comparison<'_>, body: &BodyComparison<'_>, path: &str) -> Vec<View> {
    let view = |joint: &crate::report::comparison::JointChange<'_>| {
        let mut sentences: Vec<_> = summary::ratings(&joint.tally).into_iter().collect();
        sentences.extend(joint.barrier.as_ref().map(round_figures::barrier));
        if joint.barrier.is_none() && !joint.apart.is_empty() {
            let ids = list::joined(&joint.apart);
            sentences.push(format!("Svaren på {ids} kan inte jämföras, eftersom lydelsen är en annan."));
        }
        View { summary: sentences, document: documents::view(compared, body.body.latest(), &joint.change, path) }
    };
    body.joint.iter().map(view).collect()
}

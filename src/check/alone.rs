//! The rules that need nothing but one document: what they find in it holds wherever it stands beside others.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::context::Context;
use super::{personal, prose};
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, Sources};
use crate::syntax::{Content, Document, Documents};

/// What was found in each document alone.
#[derive(Debug, Clone, Default)]
pub struct Alone {
    /// Personal data, in every file.
    pub(super) personal: Diagnostics,
    /// What makes a text hard to read, in every text; it is told where the file has a place.
    pub(super) prose: Diagnostics,
}

impl Alone {
    /// What was found in some of the documents.
    #[must_use]
    pub fn only(&self, files: &BTreeSet<FileId>) -> Self {
        Self { personal: self.personal.only(files), prose: self.prose.only(files) }
    }

    /// Takes over what was found in other documents.
    pub fn append(&mut self, other: Self) {
        self.personal.append(other.personal);
        self.prose.append(other.prose);
    }
}

/// Looks at each document, all side by side.
#[must_use]
pub fn alone(documents: &[Arc<Document>], sources: &Sources) -> Alone {
    let found: Vec<_> = documents.par_iter().map(|document| of(document, sources)).collect();
    let mut alone = Alone::default();
    for found in found {
        alone.append(found);
    }
    alone
}

fn of(document: &Document, sources: &Sources) -> Alone {
    let (mut alone, no_others) = (Alone::default(), Documents::default());
    personal::check(document, &mut Context::new(sources, &no_others, &mut alone.personal));
    if let Some(Content::Markdown(markdown)) = &document.content {
        prose::text(markdown, &mut Context::new(sources, &no_others, &mut alone.prose));
    }
    alone
}
